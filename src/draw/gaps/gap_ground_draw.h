/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A laid out page of gaps on the ground as a scene. */
#ifndef REFNET_DRAW_GAPS_GAP_GROUND_DRAW_H
#define REFNET_DRAW_GAPS_GAP_GROUND_DRAW_H

#include "draw/gaps/gap_ground.h"
#include "draw/scene/scene.h"

G_BEGIN_DECLS

/* Draws frame, neighbors, providers, dots, names and explanations; free with refnet_scene_free. */
RefnetScene *refnet_gap_ground_draw(RefnetGapGround *page);

G_END_DECLS

#endif
