/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Organizations where they are on the earth. */
#include "draw/layout/geography.h"
#include "draw/layout/layout.h"
#include "draw/layout/near.h"

/* Points of the square that places are shown on at first. */
#define SQUARE 1000.0

/* The places of the organizations with a tie, by vertex; outliers would shrink all others to a dot:
 * they stand near those they refer to. */
static RefnetPlace *find_places(const RefnetNetwork *network) {
  g_autofree RefnetPlace *areas = refnet_places_of_areas(network->dataset);
  g_autofree RefnetPlace *organizations = refnet_places_of_organizations(network->dataset, areas);
  RefnetPlace *places = g_new0(RefnetPlace, (gsize)network->vertices + 1);
  g_autofree double *far = g_new0(double, (gsize)network->vertices + 1);
  for (guint32 v = 0; v < network->vertices; v++)
    if (network->tie_start[v] < network->tie_start[v + 1])
      places[v] = organizations[network->organization[v]];
  refnet_places_set_apart(places, network->vertices, far);
  return places;
}

gboolean refnet_lay_out_geo(const RefnetNetwork *network, const RefnetMapOptions *options,
                            RefnetLayout *layout, GError **error) {
  (void)options;
  g_autofree RefnetPlace *places = find_places(network);
  g_autofree gboolean *known = g_new0(gboolean, (gsize)network->vertices + 1);
  RefnetProjection projection;
  if (!refnet_projection_fit(&projection, places, network->vertices, NULL, 0,
                             (RefnetBox){0, 0, SQUARE, SQUARE})) {
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                        "nobody's place is known for the layout geo: give latitude and longitude "
                        "in organizations.csv or areas.csv");
    return FALSE;
  }
  for (guint32 v = 0; v < network->vertices; v++) {
    known[v] = places[v].basis != REFNET_PLACE_UNKNOWN;
    if (known[v])
      layout->unit[v] = refnet_projection_point(&projection, places[v]);
  }
  /* However near they are to each other, the page may be used. */
  layout->longest_unit = 1e7;
  layout->keeps_form = TRUE;
  layout->pad = 9;
  layout->room_beside = 6;
  layout->room_above = 2;
  return refnet_place_near(network, known, layout, error);
}
