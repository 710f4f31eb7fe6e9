/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A page in words, for those who hear it, and its parts in the order in which they are read. */
#ifndef REFNET_DRAW_OUTPUT_ALTERNATIVE_H
#define REFNET_DRAW_OUTPUT_ALTERNATIVE_H

#include "draw/scene/scene.h"

G_BEGIN_DECLS

/* What the page shows: its title and lines, its legend, and who has most relationships, which
 * areas, sectors or communities there are, or the first findings. Caller frees. O(primitives). */
char *refnet_alternative_of(const RefnetScene *scene);

/* RefnetPdfPart of the page: title, lines, drawing with `alternative`, legend. Caller unrefs; the
 * words are borrowed. O(primitives). */
GArray *refnet_alternative_parts(const RefnetScene *scene, const char *alternative);

G_END_DECLS

#endif
