/* SPDX-License-Identifier: GPL-2.0-or-later */
/* White rims around letters, where there is something to keep them clear of. */
#ifndef REFNET_DRAW_SCENE_HALOS_H
#define REFNET_DRAW_SCENE_HALOS_H

#include "draw/scene/scene.h"

G_BEGIN_DECLS

/* Notes of every line of text with a halo which parts of it have nothing of the scene below them or
 * close by, and takes the halo from lines without any other: on white paper nobody would see it,
 * but it is most of what a PDF of many names holds, and of the time to write it. O(lines with halo
 * · primitives). */
void refnet_scene_thin_halos(RefnetScene *scene);

/* Is what stands between these distances along the line of text to have a halo? */
gboolean refnet_halo_is_seen(const RefnetPrimitive *line, double from, double to);

G_END_DECLS

#endif
