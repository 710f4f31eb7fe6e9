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

/* Notes that `item` lies within the box, or along the line. O(cells covered). */
void refnet_occupancy_add(RefnetOccupancy *occupancy, RefnetBox box, guint32 item);
void refnet_occupancy_add_line(RefnetOccupancy *occupancy, RefnetPoint from, RefnetPoint to,
                               guint32 item);
/* Forgets all items. */
void refnet_occupancy_clear(RefnetOccupancy *occupancy);

typedef gboolean (*RefnetMeets)(guint32 item, gconstpointer data);
/* Is there an item in the cells that the box covers for which `meets` holds? Asks for some more
 * than once. */
gboolean refnet_occupancy_any(const RefnetOccupancy *occupancy, RefnetBox box, RefnetMeets meets,
                              gconstpointer data);
/* Sets `items` (guint32) to those in the cells that the box covers, in rising order, each once.
 * O(items there + all items / 64). */
void refnet_occupancy_list(RefnetOccupancy *occupancy, RefnetBox box, GArray *items);

G_END_DECLS

#endif
