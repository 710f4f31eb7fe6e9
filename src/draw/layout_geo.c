/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Organizations where they are on the earth. */
#include <math.h>

#include "draw/layout.h"
#include "draw/near.h"

typedef struct {
  double latitude, longitude; /* degrees; NaN: unknown */
} Place;

/* The organization's own, else the middle of the areas it serves that have one. */
static Place place_of(const RefnetDataset *dataset, const RefnetOrganization *organization) {
  Place place = {organization->latitude, organization->longitude};
  if (!isnan(place.latitude) && !isnan(place.longitude))
    return place;
  double latitude = 0, longitude = 0, count = 0;
  for (guint32 i = 0; i < organization->areas.length; i++) {
    const RefnetArea *area = &dataset->areas[organization->areas.items[i]];
    if (isnan(area->latitude) || isnan(area->longitude))
      continue;
    latitude += area->latitude;
    longitude += area->longitude;
    count++;
  }
  return count > 0 ? (Place){latitude / count, longitude / count} : (Place){NAN, NAN};
}

/* Degrees east of `from`, −180 … 180: what lies on both sides of the date line stays together. */
static double degrees_east(double longitude, double from) {
  return remainder(longitude - from, 360);
}

/* Equirectangular around the middle latitude: true to distances within a state. */
static void project(const Place *places, guint32 vertices, RefnetPoint *unit) {
  double from = NAN, latitude = 0, count = 0;
  for (guint32 v = 0; v < vertices; v++) {
    if (isnan(places[v].latitude))
      continue;
    from = isnan(from) ? places[v].longitude : from;
    latitude += places[v].latitude;
    count++;
  }
  double shrink = MAX(cos(latitude / count * G_PI / 180), 0.05);
  for (guint32 v = 0; v < vertices; v++)
    if (!isnan(places[v].latitude))
      unit[v] = (RefnetPoint){degrees_east(places[v].longitude, from) * shrink,
                              -places[v].latitude};
}

gboolean refnet_lay_out_geo(const RefnetNetwork *network, const RefnetMapOptions *options,
                            RefnetLayout *layout, GError **error) {
  (void)options;
  gsize n = network->vertices;
  g_autofree Place *places = g_try_malloc_n(n + 1, sizeof *places);
  g_autofree gboolean *known = g_try_malloc0_n(n + 1, sizeof *known);
  if (!places || !known) {
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INTERNAL,
                        "not enough memory to lay out the map");
    return FALSE;
  }
  gboolean any = FALSE;
  for (guint32 v = 0; v < n; v++) {
    gboolean is_placed = network->tie_start[v] < network->tie_start[v + 1];
    places[v] = is_placed ? place_of(network->dataset, refnet_network_organization(network, v))
                          : (Place){NAN, NAN};
    known[v] = !isnan(places[v].latitude);
    any |= known[v];
  }
  if (!any) {
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                        "nobody's place is known for the layout geo: give latitude and longitude "
                        "in organizations.csv or areas.csv");
    return FALSE;
  }
  project(places, network->vertices, layout->unit);
  /* However near they are to each other, the page may be used. */
  layout->longest_unit = 1e7;
  layout->keeps_form = TRUE;
  layout->pad = 9;
  layout->room_beside = 6;
  layout->room_above = 2;
  return refnet_place_near(network, known, layout, error);
}
