/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The two steps, over a list of which point reaches which area with which weight. */
#include "analysis/gaps/catchment.h"

#include <math.h>

#include "analysis/memory.h"
#include "analysis/result.h"

typedef struct {
  guint32 area, point;
  double weight;
} Reach;

struct RefnetCatchment {
  const RefnetDataset *dataset;
  double radius;
  RefnetDecay decay;
  Reach *reaches; /* by area, then point; areas with demand only */
  gsize length, capacity;
  double *access;  /* by area */
  double *reached; /* by point */
  gsize reached_capacity;
};

RefnetCatchment *refnet_catchment_new(const RefnetDataset *dataset, double radius,
                                      RefnetDecay decay, GError **error) {
  g_autoptr(RefnetCatchment) catchment = g_new0(RefnetCatchment, 1);
  catchment->dataset = dataset;
  catchment->radius = radius;
  catchment->decay = decay;
  if (!(catchment->access = REFNET_TRY_ARRAY(double, dataset->area_count, error)))
    return NULL;
  return g_steal_pointer(&catchment);
}

void refnet_catchment_free(RefnetCatchment *catchment) {
  if (!catchment)
    return;
  g_free(catchment->reaches);
  g_free(catchment->access);
  g_free(catchment->reached);
  g_free(catchment);
}

/* ---- weights --------------------------------------------------------------------------------- */

static double gaussian_weight(double share) {
  return (exp(-share * share / 2) - exp(-.5)) / (1 - exp(-.5));
}

double refnet_decay_weight(RefnetDecay decay, double km, double radius) {
  double share = km / radius;
  if (!(share <= 1))
    return 0;
  switch (decay) {
  case REFNET_DECAY_ZONES:
    return share <= 1. / 3 ? 1 : share <= 2. / 3 ? .68 : .22;
  case REFNET_DECAY_GAUSSIAN:
    return gaussian_weight(share);
  case REFNET_DECAY_NONE:
    break;
  }
  return 1;
}

/* The distance grows by at least 110 km a degree of latitude: far areas need no sines. */
static gboolean surely_outside(const RefnetCatchment *catchment, double a, double b) {
  return fabs(a - b) * 110 > catchment->radius;
}

static double distance(const RefnetCatchment *catchment, double latitude, double longitude,
                       const RefnetArea *area) {
  if (surely_outside(catchment, latitude, area->latitude))
    return NAN;
  return refnet_distance_km(latitude, longitude, area->latitude, area->longitude);
}

/* From the provider, or from the nearest of the areas it lists; NaN: outside, or not known. */
static double point_distance(const RefnetCatchment *catchment, const RefnetServiceSupply *supply,
                             guint32 point, const RefnetArea *area) {
  const RefnetSupply *from = &supply->points[point];
  const RefnetOrganization *seat = refnet_providers_seat(supply->providers, from->provider);
  if (seat)
    return distance(catchment, seat->details->latitude, seat->details->longitude, area);
  double nearest = NAN;
  for (guint32 i = 0; i < from->areas.length; i++) {
    const RefnetArea *listed = &catchment->dataset->areas[from->areas.items[i]];
    nearest = fmin(nearest, distance(catchment, listed->latitude, listed->longitude, area));
  }
  return nearest;
}

/* ---- who reaches whom ------------------------------------------------------------------------ */

static gboolean add_reach(RefnetCatchment *catchment, guint32 area, guint32 point, double weight) {
  gpointer array = catchment->reaches;
  if (!(weight > 0))
    return TRUE;
  if (!refnet_result_grow(&array, catchment->length, &catchment->capacity, sizeof(Reach)))
    return FALSE;
  catchment->reaches = array;
  catchment->reaches[catchment->length++] = (Reach){area, point, weight};
  return TRUE;
}

static gboolean add_listed(RefnetCatchment *catchment, const RefnetServiceSupply *supply,
                           guint32 area) {
  for (guint32 i = supply->area_start[area]; i < supply->area_start[area + 1]; i++)
    if (!add_reach(catchment, area, supply->by_area[i], 1))
      return FALSE;
  return TRUE;
}

static gboolean add_within_radius(RefnetCatchment *catchment, const RefnetServiceSupply *supply,
                                  guint32 area) {
  guint32 next = supply->area_start[area], end = supply->area_start[area + 1];
  for (guint32 point = 0; point < supply->length; point++) {
    gboolean listed = next < end && supply->by_area[next] == point;
    next += listed;
    double weight = listed ? 1
                           : refnet_decay_weight(catchment->decay,
                                                 point_distance(catchment, supply, point,
                                                                &catchment->dataset->areas[area]),
                                                 catchment->radius);
    if (!add_reach(catchment, area, point, weight))
      return FALSE;
  }
  return TRUE;
}

static gboolean make_room_for_points(RefnetCatchment *catchment, guint32 points) {
  if (points > catchment->reached_capacity) {
    g_free(catchment->reached);
    catchment->reached = g_try_new(double, points);
    catchment->reached_capacity = catchment->reached ? points : 0;
  }
  for (guint32 p = 0; p < points && catchment->reached; p++)
    catchment->reached[p] = 0;
  return points == 0 || catchment->reached;
}

gboolean refnet_catchment_set(RefnetCatchment *catchment, const RefnetServiceSupply *supply,
                              const double *demand, GError **error) {
  guint32 areas = catchment->dataset->area_count;
  catchment->length = 0;
  if (!make_room_for_points(catchment, supply->length))
    return refnet_result_no_memory(error);
  for (guint32 a = 0; a < areas; a++) {
    catchment->access[a] = NAN;
    if (demand[a] > 0 && !(catchment->radius > 0 ? add_within_radius(catchment, supply, a)
                                                 : add_listed(catchment, supply, a)))
      return refnet_result_no_memory(error);
  }
  for (gsize i = 0; i < catchment->length; i++) {
    const Reach *reach = &catchment->reaches[i];
    catchment->reached[reach->point] += demand[reach->area] * reach->weight;
    catchment->access[reach->area] = 0;
  }
  for (gsize i = 0; i < catchment->length; i++) {
    const Reach *reach = &catchment->reaches[i];
    catchment->access[reach->area] +=
        supply->points[reach->point].capacity / catchment->reached[reach->point] * reach->weight;
  }
  return TRUE;
}

double refnet_catchment_access(const RefnetCatchment *catchment, guint32 area) {
  return catchment->access[area];
}

double refnet_catchment_demand_reached(const RefnetCatchment *catchment, guint32 point) {
  return catchment->reached[point];
}
