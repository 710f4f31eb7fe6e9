/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A scene replayed to cairo: PNG and PDF. */
#ifndef REFNET_DRAW_OUTPUT_CANVAS_H
#define REFNET_DRAW_OUTPUT_CANVAS_H

#include "draw/scene/scene.h"
#include "draw/scene/text.h"

G_BEGIN_DECLS

/* Writes the scene on white as PNG with `dpi` dots an inch. REFNET_ERROR_USAGE when that would be
 * more dots than an image can have, REFNET_ERROR_INTERNAL when cairo fails, REFNET_ERROR_IO when
 * `output` does. */
gboolean refnet_canvas_write_png(const RefnetScene *scene, RefnetTypesetter *typesetter, double dpi,
                                 RefnetOutput *output, GError **error);

/* Writes the scene as a page of PDF and `more` (RefnetScene) as pages after it, text as text, dated
 * `date` so that the same map has the same bytes (1 January 1970 when unknown). Of several pages
 * the outline has their titles. Errors as above. */
gboolean refnet_canvas_write_pdf(const RefnetScene *scene, const GPtrArray *more,
                                 RefnetTypesetter *typesetter, RefnetDate date,
                                 RefnetOutput *output, GError **error);

G_END_DECLS

#endif
