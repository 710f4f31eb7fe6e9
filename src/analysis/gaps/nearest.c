/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Nearest providers, compared by the straight line through the globe, which grows with the great
 * circle and costs no trigonometry; only those that are shown get their kilometers. */
#include "analysis/gaps/nearest.h"

#include <math.h>

#include "analysis/result.h"

typedef struct {
  double x, y, z; /* on the unit sphere */
} Direction;

/* Points of one provider stand together; one without any point has a single entry of NaN. */
typedef struct {
  guint32 provider;
  double latitude, longitude;
  Direction direction;
} SupplyPoint;

struct RefnetSupplyPoints {
  const RefnetProviders *providers;
  SupplyPoint *points;
  gsize length, capacity;
};

RefnetSupplyPoints *refnet_supply_points_new(const RefnetProviders *providers) {
  RefnetSupplyPoints *points = g_new0(RefnetSupplyPoints, 1);
  points->providers = providers;
  return points;
}

void refnet_supply_points_free(RefnetSupplyPoints *points) {
  if (!points)
    return;
  g_free(points->points);
  g_free(points);
}

static Direction direction_of(double latitude, double longitude) {
  double phi = latitude * G_PI / 180, lambda = longitude * G_PI / 180;
  return (Direction){cos(phi) * cos(lambda), cos(phi) * sin(lambda), sin(phi)};
}

static double squared_chord(Direction a, Direction b) {
  double x = a.x - b.x, y = a.y - b.y, z = a.z - b.z;
  return x * x + y * y + z * z;
}

static gboolean add_point(RefnetSupplyPoints *points, guint32 provider, double latitude,
                          double longitude) {
  gpointer array = points->points;
  if (!refnet_result_grow(&array, points->length, &points->capacity, sizeof(SupplyPoint)))
    return FALSE;
  points->points = array;
  points->points[points->length++] =
      (SupplyPoint){provider, latitude, longitude, direction_of(latitude, longitude)};
  return TRUE;
}

static gboolean add_areas(RefnetSupplyPoints *points, guint32 provider, RefnetIndexList areas) {
  const RefnetDataset *dataset = points->providers->network->dataset;
  for (guint32 i = 0; i < areas.length; i++) {
    const RefnetArea *area = &dataset->areas[areas.items[i]];
    if (refnet_coordinates_known(area->latitude, area->longitude) &&
        !add_point(points, provider, area->latitude, area->longitude))
      return FALSE;
  }
  return TRUE;
}

/* Offers first … last − 1 of the service are this provider's. */
static gboolean add_provider(RefnetSupplyPoints *points, guint32 provider, guint32 first,
                             guint32 last) {
  const RefnetProviders *providers = points->providers;
  const RefnetOrganization *row = refnet_providers_seat(providers, provider);
  if (row)
    return add_point(points, provider, row->details->latitude, row->details->longitude);
  gsize before = points->length;
  for (guint32 i = first; i < last; i++) {
    const RefnetOffer *offer = &providers->network->dataset->offers[providers->offers[i]];
    if (!add_areas(points, provider, offer->areas))
      return FALSE;
  }
  return points->length > before || add_point(points, provider, NAN, NAN);
}

gboolean refnet_supply_points_set(RefnetSupplyPoints *points, guint32 service, GError **error) {
  const RefnetProviders *providers = points->providers;
  points->length = 0;
  for (guint32 first = providers->offer_start[service], last;
       first < providers->offer_start[service + 1]; first = last) {
    guint32 provider = refnet_providers_of_offer(providers, providers->offers[first]);
    for (last = first + 1; last < providers->offer_start[service + 1]; last++)
      if (refnet_providers_of_offer(providers, providers->offers[last]) != provider)
        break;
    if (!add_provider(points, provider, first, last))
      return refnet_result_no_memory(error);
  }
  return TRUE;
}

typedef struct {
  const SupplyPoint *point;
  double chord; /* squared; infinite: not known */
} Candidate;

/* Providers come in the order of their ids, so that equal distances leave the first in front. */
static void consider(Candidate *best, guint32 *length, guint32 most, Candidate candidate) {
  guint32 i = *length;
  if (i == most) {
    if (candidate.chord >= best[i - 1].chord)
      return;
    i--;
  } else {
    (*length)++;
  }
  for (; i > 0 && candidate.chord < best[i - 1].chord; i--)
    best[i] = best[i - 1];
  best[i] = candidate;
}

guint32 refnet_supply_points_nearest(const RefnetSupplyPoints *points, guint32 area,
                                     RefnetWanted wanted, gconstpointer data,
                                     RefnetNearest *nearest, guint32 most) {
  const RefnetNetwork *network = points->providers->network;
  const RefnetArea *place = &network->dataset->areas[area];
  Direction here = direction_of(place->latitude, place->longitude);
  g_autofree Candidate *best = g_new(Candidate, MAX(most, 1));
  guint32 length = 0;
  for (gsize i = 0; i < points->length;) {
    Candidate candidate = {&points->points[i], INFINITY};
    guint32 provider = points->points[i].provider;
    for (; i < points->length && points->points[i].provider == provider; i++) {
      double chord = squared_chord(here, points->points[i].direction);
      if (chord < candidate.chord)
        candidate = (Candidate){&points->points[i], chord};
    }
    if (most > 0 && (!wanted || wanted(provider, data)))
      consider(best, &length, most, candidate);
  }
  for (guint32 i = 0; i < length; i++)
    nearest[i] =
        (RefnetNearest){network->organization[best[i].point->provider],
                        refnet_distance_km(place->latitude, place->longitude,
                                           best[i].point->latitude, best[i].point->longitude)};
  return length;
}
