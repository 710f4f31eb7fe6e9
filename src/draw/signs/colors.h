/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sets of colors that people with any color vision tell apart. */
#ifndef REFNET_DRAW_SIGNS_COLORS_H
#define REFNET_DRAW_SIGNS_COLORS_H

#include "draw/scene/scene.h"

G_BEGIN_DECLS

#define REFNET_COLORS_MOST 9

typedef struct {
  const char *name;       /* of --palette */
  gboolean is_sequential; /* for figures, light to dark; else for groups */
  guint count;
  guint32 fills[REFNET_COLORS_MOST]; /* 0xRRGGBB */
} RefnetColorSet;

/* The set called `name`; NULL: the first of its kind. REFNET_ERROR_USAGE, with a suggestion, when
 * there is none, or when it is of the other kind. */
const RefnetColorSet *refnet_colors_find(const char *name, gboolean is_sequential, GError **error);
/* Shades of gray of the same kind. */
const RefnetColorSet *refnet_colors_gray(gboolean is_sequential);

/* A darker shade of the same hue, for outlines. */
guint32 refnet_colors_darker(guint32 rgb);
/* Black or white, whichever stands out on it. */
guint32 refnet_colors_on(guint32 rgb);

G_END_DECLS

#endif
