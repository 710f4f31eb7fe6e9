/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Texts that went through web pages: what their markup means. */
#ifndef REFNET_EXCHANGE_FILES_MARKUP_TEXT_H
#define REFNET_EXCHANGE_FILES_MARKUP_TEXT_H

#include <glib.h>

G_BEGIN_DECLS

/* Tags ("<br />", not "<ann@elm.example>") as blanks, character references ("&amp;", "&#233;") as
 * what they stand for. NULL: the text has no markup. Caller frees. O(length). */
char *refnet_markup_text(const char *text);

G_END_DECLS

#endif
