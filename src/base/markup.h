/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text for people in SVG and HTML: the one place where it is escaped. */
#ifndef REFNET_BASE_MARKUP_H
#define REFNET_BASE_MARKUP_H

#include <glib.h>

G_BEGIN_DECLS

/* Appends `text` (UTF-8; what is not becomes U+FFFD) as element content or within a quoted
 * attribute: no markup, no control, override of direction or noncharacter is left in it.
 * O(length). */
void refnet_markup_append(GString *markup, const char *text);

G_END_DECLS

#endif
