/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Phrases with dots between them: "5 organisations · data as of 1 October 2026 · refnet". */
#ifndef REFNET_DRAW_PAGE_PHRASES_H
#define REFNET_DRAW_PAGE_PHRASES_H

#include "draw/scene/text.h"

G_BEGIN_DECLS

/* Sets `text` in one line, or in two that are broken between phrases where each then is no longer
 * than `width`; else anywhere, and cut. The block is the caller's to clear. O(phrases · length). */
void refnet_phrases_wrap(RefnetTypesetter *typesetter, const char *text, RefnetFont font,
                         double width, RefnetTextBlock *block);

G_END_DECLS

#endif
