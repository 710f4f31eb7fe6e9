/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Setting text with pango: extents that are the same on every surface, and wrapping. */
#ifndef REFNET_DRAW_SCENE_TEXT_H
#define REFNET_DRAW_SCENE_TEXT_H

#include <pango/pango.h>

#include "draw/scene/scene.h"

G_BEGIN_DECLS

/* The families asked for, first to last; the system's own come after them. */
#define REFNET_TEXT_FAMILIES "DejaVu Sans, Noto Sans, sans-serif"

/* Text goes into at most this many lines. */
#define REFNET_TEXT_LINES 3

/* A font map of its own at 72 dpi with hinting and hint metrics off: one unit is one point, and a
 * width depends on the font alone. */
typedef struct RefnetTypesetter RefnetTypesetter;

/* NULL with REFNET_ERROR_INTERNAL when there is no font system. */
RefnetTypesetter *refnet_typesetter_new(GError **error);
void refnet_typesetter_free(RefnetTypesetter *typesetter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetTypesetter, refnet_typesetter_free)

/* Which way a text runs that begins so: by its first letter that has a direction. */
gboolean refnet_text_is_right_to_left(RefnetTypesetter *typesetter, const char *text);

/* The `names` of one picture, NULL-terminated: where some begin alike and end otherwise, it is
 * their ends that tell them apart, and what is cut of them from now on is their middle. O(names).
 */
void refnet_typesetter_tell_apart(RefnetTypesetter *typesetter, char *const *names);
/* Whether `text` is such a name. */
gboolean refnet_typesetter_tells_by_end(const RefnetTypesetter *typesetter, const char *text);

/* A layout with `text` in `font`, in the typesetter's own context; caller unrefs. */
PangoLayout *refnet_typesetter_layout(RefnetTypesetter *typesetter, const char *text,
                                      RefnetFont font);
/* The same for a part of a text that runs that way, whatever the part begins with. */
PangoLayout *refnet_typesetter_layout_toward(RefnetTypesetter *typesetter, const char *text,
                                             RefnetFont font, gboolean right_to_left);

/* One line as it will be drawn. */
typedef struct {
  char *text;
  double width, ascent, descent;
  gboolean right_to_left;
} RefnetTextLine;

/* Text in lines, with the box that holds them. */
typedef struct {
  RefnetTextLine lines[REFNET_TEXT_LINES];
  guint line_count;
  RefnetFont font;
  double width, height;
} RefnetTextBlock;

void refnet_text_block_clear(RefnetTextBlock *block);

/* Sets `text` in as few lines as keep it within `width`, about equally long, at most `lines`; what
 * is left over is cut with an ellipsis (in the middle, of names told apart by their ends), never
 * within what is read as one letter. Breaks between words where it can, else where the script
 * allows it; all lines run the way the text does. The block is the caller's to clear. O(length ·
 * log length). */
void refnet_typesetter_wrap(RefnetTypesetter *typesetter, const char *text, RefnetFont font,
                            double width, guint lines, RefnetTextBlock *block);

/* Width of one line of `text`. */
double refnet_typesetter_width(RefnetTypesetter *typesetter, const char *text, RefnetFont font);

typedef enum { REFNET_ALIGN_LEFT, REFNET_ALIGN_CENTER, REFNET_ALIGN_RIGHT } RefnetAlign;

/* How a block is painted. */
typedef struct {
  RefnetPart part;
  guint32 owner;
  RefnetColor color;
  RefnetAlign align;
  double halo;
} RefnetTextStyle;

/* Adds the lines of `block` to the scene, the block's upper left corner at (x, y). */
void refnet_text_block_draw(const RefnetTextBlock *block, RefnetScene *scene, double x, double y,
                            const RefnetTextStyle *style);

/* The same, the middle of the block's left side at `at`, and then turned about it by so many
 * radians clockwise. */
void refnet_text_block_draw_turned(const RefnetTextBlock *block, RefnetScene *scene, RefnetPoint at,
                                   double radians, const RefnetTextStyle *style);

G_END_DECLS

#endif
