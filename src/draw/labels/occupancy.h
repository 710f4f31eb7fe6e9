/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which places of an area are taken, looked up by box. */
#ifndef REFNET_DRAW_LABELS_OCCUPANCY_H
#define REFNET_DRAW_LABELS_OCCUPANCY_H

#include "draw/scene/scene.h"

G_BEGIN_DECLS

typedef struct RefnetOccupancy RefnetOccupancy;

/* A grid over `area` with cells about `cell` points wide; what lies outside counts for the cells at
 * the rim. */
RefnetOccupancy *refnet_occupancy_new(RefnetBox area, double cell);
void refnet_occupancy_free(RefnetOccupancy *occupancy);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetOccupancy, refnet_occupancy_free)

/* Notes that `item` lies within the box. O(cells covered). */
void refnet_occupancy_add(RefnetOccupancy *occupancy, RefnetBox box, guint32 item);

typedef gboolean (*RefnetMeets)(guint32 item, gconstpointer data);
/* Is there an item in the cells that the box covers for which `meets` holds? Asks for some more
 * than once. */
gboolean refnet_occupancy_any(const RefnetOccupancy *occupancy, RefnetBox box, RefnetMeets meets,
                              gconstpointer data);

G_END_DECLS

#endif
