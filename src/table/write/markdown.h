/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text in Markdown: the one place where it is escaped. */
#ifndef REFNET_TABLE_WRITE_MARKDOWN_H
#define REFNET_TABLE_WRITE_MARKDOWN_H

#include <glib.h>

G_BEGIN_DECLS

/* What data says can be no markup, HTML or link, and cannot end a table's cell. Caller frees.
 * O(length). */
char *refnet_markdown_escape(const char *text);

G_END_DECLS

#endif
