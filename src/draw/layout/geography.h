/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where areas and organizations are on the ground, and where that is on paper. */
#ifndef REFNET_DRAW_LAYOUT_GEOGRAPHY_H
#define REFNET_DRAW_LAYOUT_GEOGRAPHY_H

#include <refnet/model.h>

#include "draw/scene/scene.h"

G_BEGIN_DECLS

/* How a place is known. */
typedef enum {
  REFNET_PLACE_UNKNOWN,
  REFNET_PLACE_OWN,      /* its own coordinates */
  REFNET_PLACE_ESTIMATED /* those of its organizations on average, or of its only area */
} RefnetPlaceBasis;

typedef struct {
  double latitude, longitude; /* degrees; where known */
  RefnetPlaceBasis basis;
} RefnetPlace;

/* The place of each area: its coordinates; else the mean of those of the organizations that serve
 * it alone, else of those that serve three areas at most. Caller frees. O(organizations + areas).
 */
RefnetPlace *refnet_places_of_areas(const RefnetDataset *dataset);
/* The place of each organization: its coordinates, else those of the only area it serves. Caller
 * frees. O(organizations). */
RefnetPlace *refnet_places_of_organizations(const RefnetDataset *dataset, const RefnetPlace *areas);

/* Takes away places so far from all others that these would shrink to a dot: more than six times
 * as far from the middle as most (85 in 100), and 20 km at least. Their basis becomes UNKNOWN, and
 * `far`, by place, their distance in km; 0 for the others. O(count · log count). */
void refnet_places_set_apart(RefnetPlace *places, guint32 count, double *far);

/* Equirectangular, true to scale along the middle parallel of what it shows; the antimeridian is
 * no edge. */
typedef struct {
  double middle_latitude, middle_longitude; /* degrees */
  double km_wide, km_high;                  /* between the outermost places */
  double points_per_km;
  RefnetPoint middle; /* on the page */
} RefnetProjection;

/* Shows the known places, of both lists, as large as the box allows; a single one in its middle, as
 * if the box were 4 km wide. FALSE when none is known. O(n log n). */
gboolean refnet_projection_fit(RefnetProjection *projection, const RefnetPlace *places,
                               guint32 count, const RefnetPlace *more, guint32 more_count,
                               RefnetBox box);
/* Moves those of the points that lie on one spot a little apart, in a spiral around it, so that
 * they can be pushed away from each other to all sides. `placed` index the points. O(count · log
 * count).
 */
void refnet_places_fan_out(const guint32 *placed, guint32 count, RefnetPoint *points);
RefnetPoint refnet_projection_point(const RefnetProjection *projection, RefnetPlace place);

G_END_DECLS

#endif
