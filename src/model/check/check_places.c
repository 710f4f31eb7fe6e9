/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Coordinates that are possible but hardly meant: a place far from all others that would be among
 * them with latitude and longitude swapped, or with the other sign. */
#include "model/check/check.h"

#include <math.h>
#include <stdlib.h>

#define FEWEST_PLACES 5 /* fewer have no middle worth the name */
#define NEAR_KM 100.0   /* as near as a county's places are, */
#define TIMES_TYPICAL 2 /* or so many times as far as places of this dataset typically are */
#define TIMES_NEAR 3    /* from where on a place is far */
#define FAR_KM 1000.0   /* what is far though no slip explains it */
#define TIMES_FAR 10

typedef struct {
  double latitude, longitude;
} Point;

typedef struct {
  const char *name;
  Point at;
  RefnetFile file;
  guint32 line;
  guint latitude_field, longitude_field;
} Place;

/* The middle of all places, and how far from it half of them are. */
typedef struct {
  Point middle;
  double typical;
} Spread;

/* ---- where most are -------------------------------------------------------------------------- */

static int compare_doubles(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double median(double *values, gsize length) {
  qsort(values, length, sizeof *values, compare_doubles);
  return values[length / 2];
}

static double distance(Point a, Point b) {
  return refnet_distance_km(a.latitude, a.longitude, b.latitude, b.longitude);
}

static Spread spread_of(const GArray *places, double *scratch) {
  Spread spread;
  for (guint i = 0; i < places->len; i++)
    scratch[i] = g_array_index(places, Place, i).at.latitude;
  spread.middle.latitude = median(scratch, places->len);
  for (guint i = 0; i < places->len; i++)
    scratch[i] = g_array_index(places, Place, i).at.longitude;
  spread.middle.longitude = median(scratch, places->len);
  for (guint i = 0; i < places->len; i++)
    scratch[i] = distance(g_array_index(places, Place, i).at, spread.middle);
  spread.typical = median(scratch, places->len);
  return spread;
}

/* ---- one place ------------------------------------------------------------------------------- */

static void report(const RefnetStore *store, const Place *place, RefnetKind kind, guint field,
                   const char *fix, const char *message, double far, double near) {
  g_autofree char *name = refnet_text_display(place->name, 60);
  RefnetUnits units = store->dataset.units;
  g_autofree char *is = refnet_distance_words(far, units);
  g_autofree char *would = refnet_distance_words(near, units);
  g_autofree char *would_be =
      near < far ? g_strdup_printf("; %s it would be %s", message, would) : NULL;
  refnet_sheet_report(&store->sheets[place->file], store->dataset.diagnostics, kind, place->line,
                      field, REFNET_NONE, fix, "\"%s\" is %s from the middle of all places%s", name,
                      is, would_be != NULL ? would_be : "");
}

static void check_place(const RefnetStore *store, const Place *place, const Spread *spread) {
  Point at = place->at;
  double far = distance(at, spread->middle), near = fmax(NEAR_KM, TIMES_TYPICAL * spread->typical);
  double swapped = distance((Point){at.longitude, at.latitude}, spread->middle);
  double west = distance((Point){at.latitude, -at.longitude}, spread->middle);
  double south = distance((Point){-at.latitude, at.longitude}, spread->middle);
  if (far <= TIMES_NEAR * near)
    return;
  if (fabs(at.longitude) <= 90 && swapped <= near)
    report(store, place, REFNET_KIND_SWAPPED_COORDINATES, place->latitude_field,
           "swap the two cells", "with latitude and longitude swapped", far, swapped);
  else if (west <= near)
    report(store, place, REFNET_KIND_WRONG_HEMISPHERE, place->longitude_field,
           at.longitude > 0 ? "put a minus sign before the longitude"
                            : "remove the minus sign of the longitude",
           "with the other sign of the longitude", far, west);
  else if (south <= near)
    report(store, place, REFNET_KIND_WRONG_HEMISPHERE, place->latitude_field,
           at.latitude > 0 ? "put a minus sign before the latitude"
                           : "remove the minus sign of the latitude",
           "with the other sign of the latitude", far, south);
  else if (far > FAR_KM && far > TIMES_FAR * spread->typical)
    report(store, place, REFNET_KIND_FAR_PLACE, place->latitude_field,
           "correct the coordinates if it is not there", "", far, far);
}

/* ---- all of them ----------------------------------------------------------------------------- */

static void add_place(GArray *places, Place place) {
  if (!isnan(place.at.latitude) && !isnan(place.at.longitude))
    g_array_append_val(places, place);
}

static GArray *collect(const RefnetDataset *dataset) {
  GArray *places = g_array_new(FALSE, FALSE, sizeof(Place));
  for (guint32 v = 0; v < dataset->organization_count; v++) {
    const RefnetOrganization *it = &dataset->organizations[v];
    add_place(places, (Place){it->name,
                              {it->details->latitude, it->details->longitude},
                              REFNET_FILE_ORGANIZATIONS,
                              it->line,
                              REFNET_ORGANIZATION_LATITUDE,
                              REFNET_ORGANIZATION_LONGITUDE});
  }
  for (guint32 a = 0; a < dataset->area_count; a++) {
    const RefnetArea *it = &dataset->areas[a];
    add_place(places, (Place){it->name,
                              {it->latitude, it->longitude},
                              REFNET_FILE_AREAS,
                              it->line,
                              REFNET_AREA_LATITUDE,
                              REFNET_AREA_LONGITUDE});
  }
  return places;
}

void refnet_check_places(const RefnetStore *store) {
  g_autoptr(GArray) places = collect(&store->dataset);
  g_autofree double *scratch = g_try_new(double, (gsize)places->len + 1);
  if (scratch == NULL || places->len < FEWEST_PLACES)
    return;
  Spread spread = spread_of(places, scratch);
  for (guint i = 0; i < places->len; i++)
    check_place(store, &g_array_index(places, Place, i), &spread);
}
