/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text as it was meant, out of cells that went through web pages and other programs. */
#ifndef REFNET_EXCHANGE_DIRECTORY_PLAIN_TEXT_H
#define REFNET_EXCHANGE_DIRECTORY_PLAIN_TEXT_H

#include <glib.h>

G_BEGIN_DECLS

/* Tags dropped, character references and written-out line ends ("\n") replaced, UTF-8 that was read
 * as Windows-1252 put right, quotes around the whole taken off; then as refnet_text_clean. NULL:
 * the text is plain already. Caller frees. O(length). */
char *refnet_plain_text(const char *text);

G_END_DECLS

#endif
