/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text of any script broken into lines. */
#ifndef REFNET_DRAW_DOCUMENT_LINES_H
#define REFNET_DRAW_DOCUMENT_LINES_H

#include "draw/document/type.h"
#include "draw/scene/text.h"

G_BEGIN_DECLS

/* What a page can show of any text: valid, in one paragraph, without control characters, cut with
 * an ellipsis where it is longer than a page or two. Caller frees. */
char *refnet_lines_printable(const char *text);

/* Breaks a printable text into lines (RefnetTextLine; at least one) of at most `width`: between
 * words, inside those that are wider than a line. All run the way the text does. */
GArray *refnet_lines_break(RefnetTypesetter *typesetter, const char *printable, RefnetType type,
                           double width);

/* How wide a printable text is in one line, and its widest word. */
double refnet_lines_width(RefnetTypesetter *typesetter, const char *printable, RefnetType type);
double refnet_lines_widest_word(RefnetTypesetter *typesetter, const char *printable,
                                RefnetType type);

G_END_DECLS

#endif
