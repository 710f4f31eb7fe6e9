/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An arranged page of the ground as a scene. */
#ifndef REFNET_DRAW_GROUND_GROUND_DRAW_H
#define REFNET_DRAW_GROUND_GROUND_DRAW_H

#include "draw/ground/ground_page.h"
#include "draw/scene/scene.h"

G_BEGIN_DECLS

/* Draws frame, ties, discs, areas, labels, legend and scale bar; free with refnet_scene_free. */
RefnetScene *refnet_ground_draw(const RefnetGroundPage *page);

G_END_DECLS

#endif
