/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is left of a text that is too long. */
#ifndef REFNET_DRAW_SCENE_CUT_H
#define REFNET_DRAW_SCENE_CUT_H

#include "draw/scene/text.h"

G_BEGIN_DECLS

/* Whether the character after `c` is read as one letter with it. */
gboolean refnet_text_joins_next(gunichar c);

/* As much of `text` as fits `width`, with an ellipsis for what is left out at the end, or in the
 * middle where it `keeps_end`, there between words where that leaves enough of both sides; never
 * within what is read as one letter. Caller frees. O(length · log length). */
char *refnet_text_cut(RefnetTypesetter *typesetter, const char *text, RefnetFont font,
                      gboolean right_to_left, double width, gboolean keeps_end);

G_END_DECLS

#endif
