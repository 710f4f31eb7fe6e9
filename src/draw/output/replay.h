/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Replays primitives with cairo, and takes cairo's bytes and its status to ours. Only for those who
 * make cairo surfaces. */
#ifndef REFNET_DRAW_OUTPUT_REPLAY_H
#define REFNET_DRAW_OUTPUT_REPLAY_H

#include <cairo.h>

#include "draw/scene/text.h"

G_BEGIN_DECLS

/* White paper, and how lines meet. */
void refnet_replay_begin(cairo_t *cr);
void refnet_replay_primitive(cairo_t *cr, const RefnetPrimitive *primitive,
                             RefnetTypesetter *typesetter);
void refnet_replay_scene(cairo_t *cr, const RefnetScene *scene, RefnetTypesetter *typesetter);

/* A cairo_write_func_t whose closure is a RefnetOutput. */
cairo_status_t refnet_replay_write(void *output, const unsigned char *bytes, unsigned int length);
/* TRUE when all went well. REFNET_ERROR_IO when it was the output that failed,
 * REFNET_ERROR_INTERNAL when it was cairo. */
gboolean refnet_replay_check(cairo_status_t status, RefnetOutput *output, GError **error);

G_END_DECLS

#endif
