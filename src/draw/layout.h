/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where the connected organizations of a network lie on the page. */
#ifndef REFNET_DRAW_LAYOUT_H
#define REFNET_DRAW_LAYOUT_H

#include <refnet/model.h>

#include "draw/overlap.h"
#include "draw/scene.h"

G_BEGIN_DECLS

/* Positions in units of a tie: each component of two or more around (0, 0). */
typedef struct {
  guint32 component_count; /* of two or more; largest first, then by smallest vertex */
  guint32 *start;    /* members of component c: member[start[c]] … member[start[c + 1] − 1] */
  guint32 *member;   /* vertices, rising within a component */
  guint32 placed;    /* members of all: vertices with a tie */
  RefnetPoint *unit; /* by vertex; (0, 0) for those without a tie */
} RefnetLayout;

/* Lays out every component for low stress (see stress.h). FALSE: REFNET_ERROR_INTERNAL, memory. */
RefnetLayout *refnet_layout_new(const RefnetNetwork *network, guint64 seed, GError **error);
void refnet_layout_free(RefnetLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetLayout, refnet_layout_free)

/* Packs the components into `area` at the largest common scale at which their footprints stay in
 * it, and pushes overlapping footprints apart. Writes the positions of the placed vertices, in
 * points. */
gboolean refnet_layout_fit(const RefnetLayout *layout, const RefnetFootprint *footprints,
                           RefnetBox area, RefnetPoint *positions, GError **error);

G_END_DECLS

#endif
