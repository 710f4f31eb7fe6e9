/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A scene as a picture of dots. */
#ifndef REFNET_DRAW_OUTPUT_PNG_H
#define REFNET_DRAW_OUTPUT_PNG_H

#include "draw/scene/text.h"

G_BEGIN_DECLS

/* Writes the scene at `dpi` dots per inch. REFNET_ERROR_USAGE when that is larger than an image
 * can have, REFNET_ERROR_INTERNAL when cairo fails, REFNET_ERROR_IO when `output` does. */
gboolean refnet_png_write(const RefnetScene *scene, RefnetTypesetter *typesetter, double dpi,
                          RefnetOutput *output, GError **error);

G_END_DECLS

#endif
