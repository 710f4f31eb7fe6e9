/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Places and their projection. */
#include "draw/layout/geography.h"

#include <math.h>
#include <stdlib.h>

#define KM_PER_DEGREE (6371.0088 * G_PI / 180)
#define MOST_AREAS_FOR_A_MEAN 3
#define FAR_TIMES 6
#define FAR_LEAST_KM 20
#define MOST_SHARE .85
#define SMALLEST_KM 4

static double radians(double degrees) {
  return degrees * G_PI / 180;
}

static gboolean is_known(double latitude, double longitude) {
  return isfinite(latitude) && isfinite(longitude) && fabs(latitude) <= 90 &&
         fabs(longitude) <= 360;
}

/* ---- means ----------------------------------------------------------------------------------- */

/* Of unit vectors: right on both sides of the antimeridian. */
typedef struct {
  double x, y, z;
} Mean;

static void mean_add(Mean *mean, double latitude, double longitude) {
  mean->x += cos(radians(latitude)) * cos(radians(longitude));
  mean->y += cos(radians(latitude)) * sin(radians(longitude));
  mean->z += sin(radians(latitude));
}

static RefnetPlace mean_place(const Mean *mean) {
  double flat = hypot(mean->x, mean->y);
  if (hypot(flat, mean->z) < 1e-9)
    return (RefnetPlace){.basis = REFNET_PLACE_UNKNOWN};
  return (RefnetPlace){atan2(mean->z, flat) * 180 / G_PI, atan2(mean->y, mean->x) * 180 / G_PI,
                       REFNET_PLACE_ESTIMATED};
}

static void add_to_means(const RefnetDataset *dataset, Mean *means, guint32 least, guint32 most) {
  for (guint32 o = 0; o < dataset->organization_count; o++) {
    const RefnetOrganization *organization = &dataset->organizations[o];
    RefnetIndexList areas = organization->areas;
    if (areas.length < least || areas.length > most ||
        !is_known(organization->details->latitude, organization->details->longitude))
      continue;
    for (guint32 i = 0; i < areas.length; i++)
      mean_add(&means[areas.items[i]], organization->details->latitude,
               organization->details->longitude);
  }
}

RefnetPlace *refnet_places_of_areas(const RefnetDataset *dataset) {
  RefnetPlace *places = g_new0(RefnetPlace, (gsize)dataset->area_count + 1);
  g_autofree Mean *alone = g_new0(Mean, (gsize)dataset->area_count + 1);
  g_autofree Mean *few = g_new0(Mean, (gsize)dataset->area_count + 1);
  add_to_means(dataset, alone, 1, 1);
  add_to_means(dataset, few, 2, MOST_AREAS_FOR_A_MEAN);
  for (guint32 a = 0; a < dataset->area_count; a++) {
    const RefnetArea *area = &dataset->areas[a];
    if (is_known(area->latitude, area->longitude))
      places[a] = (RefnetPlace){area->latitude, area->longitude, REFNET_PLACE_OWN};
    else if ((places[a] = mean_place(&alone[a])).basis == REFNET_PLACE_UNKNOWN)
      places[a] = mean_place(&few[a]);
  }
  return places;
}

/* What it lists, else what all it offers lists; REFNET_NONE when that is not one area. */
static guint32 only_area(const RefnetDataset *dataset, guint32 organization) {
  RefnetIndexList areas = dataset->organizations[organization].areas;
  guint32 only = areas.length == 1 ? areas.items[0] : REFNET_NONE;
  if (areas.length > 0)
    return only;
  for (guint32 o = dataset->offer_start[organization]; o < dataset->offer_start[organization + 1];
       o++) {
    areas = dataset->offers[o].areas;
    if (areas.length > 1 || (areas.length == 1 && only != REFNET_NONE && only != areas.items[0]))
      return REFNET_NONE;
    if (areas.length == 1)
      only = areas.items[0];
  }
  return only;
}

RefnetPlace *refnet_places_of_organizations(const RefnetDataset *dataset,
                                            const RefnetPlace *areas) {
  RefnetPlace *places = g_new0(RefnetPlace, (gsize)dataset->organization_count + 1);
  for (guint32 o = 0; o < dataset->organization_count; o++) {
    const RefnetOrganization *organization = &dataset->organizations[o];
    guint32 area = only_area(dataset, o);
    if (is_known(organization->details->latitude, organization->details->longitude)) {
      places[o] = (RefnetPlace){organization->details->latitude, organization->details->longitude,
                                REFNET_PLACE_OWN};
    } else if (area != REFNET_NONE && areas[area].basis != REFNET_PLACE_UNKNOWN) {
      places[o] = areas[area];
      places[o].basis = REFNET_PLACE_ESTIMATED;
    }
  }
  return places;
}

/* ---- what is shown --------------------------------------------------------------------------- */

static int compare_reals(const void *left, const void *right) {
  double a = *(const double *)left, b = *(const double *)right;
  return (a > b) - (a < b);
}

/* From 0 to 360. */
static double turn(double longitude) {
  double rest = fmod(longitude, 360);
  return rest < 0 ? rest + 360 : rest;
}

/* The longitude after the widest stretch without a place: from there on eastwards they lie
 * together. */
static double western_edge(double *longitudes, guint32 count) {
  qsort(longitudes, count, sizeof *longitudes, compare_reals);
  double widest = longitudes[0] + 360 - longitudes[count - 1], edge = longitudes[0];
  for (guint32 i = 1; i < count; i++)
    if (longitudes[i] - longitudes[i - 1] > widest) {
      widest = longitudes[i] - longitudes[i - 1];
      edge = longitudes[i];
    }
  return edge;
}

/* The places that are known, longitudes rising from the western edge beyond 360 if need be. */
static guint32 unroll(const RefnetPlace *places, guint32 count, const RefnetPlace *more,
                      guint32 more_count, double *latitudes, double *longitudes) {
  guint32 known = 0;
  for (guint32 i = 0; i < count + more_count; i++) {
    RefnetPlace place = i < count ? places[i] : more[i - count];
    if (place.basis == REFNET_PLACE_UNKNOWN)
      continue;
    latitudes[known] = place.latitude;
    longitudes[known++] = turn(place.longitude);
  }
  if (known == 0)
    return 0;
  double edge = western_edge(longitudes, known);
  for (guint32 i = 0; i < known; i++)
    if (longitudes[i] < edge)
      longitudes[i] += 360;
  return known;
}

static double median_of(double *values, guint32 count) {
  qsort(values, count, sizeof *values, compare_reals);
  return values[count / 2];
}

void refnet_places_set_apart(RefnetPlace *places, guint32 count, double *far) {
  g_autofree double *latitudes = g_new0(double, (gsize)count + 1);
  g_autofree double *longitudes = g_new0(double, (gsize)count + 1);
  g_autofree double *sorted = g_new0(double, (gsize)count + 1);
  guint32 known = unroll(places, count, NULL, 0, latitudes, longitudes), at = 0;
  for (guint32 i = 0; i < count; i++)
    far[i] = 0;
  if (known < 4)
    return;
  double latitude = median_of(latitudes, known), longitude = median_of(longitudes, known);
  for (guint32 i = 0; i < count; i++)
    if (places[i].basis != REFNET_PLACE_UNKNOWN)
      sorted[at++] =
          refnet_distance_km(latitude, longitude, places[i].latitude, places[i].longitude);
  qsort(sorted, known, sizeof *sorted, compare_reals);
  double most = MAX(FAR_TIMES * sorted[(guint32)(MOST_SHARE * (known - 1))], FAR_LEAST_KM);
  for (guint32 i = 0; i < count; i++) {
    if (places[i].basis == REFNET_PLACE_UNKNOWN)
      continue;
    double km = refnet_distance_km(latitude, longitude, places[i].latitude, places[i].longitude);
    if (km > most) {
      far[i] = km;
      places[i].basis = REFNET_PLACE_UNKNOWN;
    }
  }
}

/* ---- projection ------------------------------------------------------------------------------ */

static void range_of(const double *values, guint32 count, double *least, double *most) {
  *least = *most = values[0];
  for (guint32 i = 1; i < count; i++) {
    *least = MIN(*least, values[i]);
    *most = MAX(*most, values[i]);
  }
}

/* Nowhere does a parallel shrink to a point. */
static double shrink_at(double latitude) {
  return MAX(cos(radians(latitude)), .01);
}

gboolean refnet_projection_fit(RefnetProjection *projection, const RefnetPlace *places,
                               guint32 count, const RefnetPlace *more, guint32 more_count,
                               RefnetBox box) {
  gsize all = (gsize)count + more_count + 1;
  g_autofree double *latitudes = g_new0(double, all), *longitudes = g_new0(double, all);
  guint32 known = unroll(places, count, more, more_count, latitudes, longitudes);
  if (known == 0)
    return FALSE;
  double south, north, west, east;
  range_of(latitudes, known, &south, &north);
  range_of(longitudes, known, &west, &east);
  projection->middle_latitude = (south + north) / 2;
  projection->middle_longitude = (west + east) / 2;
  projection->km_high = (north - south) * KM_PER_DEGREE;
  projection->km_wide = (east - west) * KM_PER_DEGREE * shrink_at(projection->middle_latitude);
  projection->middle = (RefnetPoint){box.x + box.width / 2, box.y + box.height / 2};
  double wide = MAX(projection->km_wide, 1e-9), high = MAX(projection->km_high, 1e-9);
  double fitting = MIN(box.width / wide, box.height / high);
  projection->points_per_km = MIN(fitting, box.width / SMALLEST_KM);
  return TRUE;
}

RefnetPoint refnet_projection_point(const RefnetProjection *projection, RefnetPlace place) {
  double east = turn(place.longitude - projection->middle_longitude);
  if (east > 180)
    east -= 360;
  double km_east = east * KM_PER_DEGREE * shrink_at(projection->middle_latitude);
  double km_north = (place.latitude - projection->middle_latitude) * KM_PER_DEGREE;
  return (RefnetPoint){projection->middle.x + km_east * projection->points_per_km,
                       projection->middle.y - km_north * projection->points_per_km};
}

typedef struct {
  RefnetPoint point;
  guint32 number;
} Spot;

static int compare_spots(const void *left, const void *right) {
  const Spot *a = left, *b = right;
  if (a->point.x != b->point.x)
    return a->point.x < b->point.x ? -1 : 1;
  if (a->point.y != b->point.y)
    return a->point.y < b->point.y ? -1 : 1;
  return (a->number > b->number) - (a->number < b->number);
}

void refnet_places_fan_out(const guint32 *placed, guint32 count, RefnetPoint *points) {
  const double golden = G_PI * (3 - sqrt(5)), step = 1.5;
  g_autofree Spot *spots = g_new(Spot, (gsize)count + 1);
  for (guint32 i = 0; i < count; i++)
    spots[i] = (Spot){points[placed[i]], placed[i]};
  if (count > 1)
    qsort(spots, count, sizeof *spots, compare_spots);
  for (guint32 i = 1, turns = 0; i < count; i++) {
    gboolean same = hypot(spots[i].point.x - spots[i - 1].point.x,
                          spots[i].point.y - spots[i - 1].point.y) < .5;
    turns = same ? turns + 1 : 0;
    points[spots[i].number].x += step * sqrt(turns) * cos(golden * turns);
    points[spots[i].number].y += step * sqrt(turns) * sin(golden * turns);
  }
}
