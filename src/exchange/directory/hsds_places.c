/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where organizations are: coordinates, and of several locations the one that counts. */
#include "exchange/directory/hsds_places.h"

#include <math.h>

/* ---- coordinates ----------------------------------------------------------------------------- */

static gboolean parse_degrees(RefnetRelation *relation, guint32 row, guint field, double most,
                              double *degrees) {
  const char *text = refnet_relation_cell(relation, row, field);
  *degrees = NAN;
  if (text == NULL)
    return FALSE;
  if (refnet_number_parse(text, degrees) && fabs(*degrees) <= most)
    return TRUE;
  *degrees = NAN;
  g_autofree char *shown = refnet_text_display(text, 30);
  refnet_relation_warn(
      relation, row, field, "bad-coordinate", "write decimal degrees, or leave the cell blank",
      "\"%s\" is no %s and is taken as unknown", shown, relation->table->fields[field].name);
  return FALSE;
}

static void take_coordinates(RefnetHsdsPlaces *places, guint32 location) {
  RefnetRelation *relation = places->hsds->tables[REFNET_HSDS_LOCATIONS];
  double latitude, longitude;
  gboolean known = parse_degrees(relation, location, REFNET_HSDS_LOCATION_LATITUDE, 90, &latitude);
  known &= parse_degrees(relation, location, REFNET_HSDS_LOCATION_LONGITUDE, 180, &longitude);
  gboolean is_null = latitude == 0 && longitude == 0;
  places->latitude[location] = known && !is_null ? latitude : NAN;
  places->longitude[location] = known && !is_null ? longitude : NAN;
}

static void free_area(gpointer data) {
  RefnetHsdsArea *area = data;
  g_array_unref(area->latitudes);
  g_array_unref(area->longitudes);
  g_free(area);
}

RefnetHsdsPlaces *refnet_hsds_places_new(RefnetHsds *hsds) {
  RefnetHsdsPlaces *places = g_new0(RefnetHsdsPlaces, 1);
  guint32 locations = hsds->tables[REFNET_HSDS_LOCATIONS]->rows;
  static const RefnetHsdsTable tables[] = {REFNET_HSDS_ADDRESSES, REFNET_HSDS_POSTAL_ADDRESSES};
  places->hsds = hsds;
  places->states_of_city = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  places->city_of_code = g_hash_table_new(g_str_hash, g_str_equal);
  places->areas = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_area);
  places->latitude = g_new(double, MAX(locations, 1));
  places->longitude = g_new(double, MAX(locations, 1));
  for (guint i = 0; i < G_N_ELEMENTS(tables); i++)
    for (guint32 row = 0; row < hsds->tables[tables[i]]->rows; row++)
      refnet_hsds_note_address(places, tables[i], row);
  for (guint32 location = 0; location < locations; location++)
    take_coordinates(places, location);
  return places;
}

void refnet_hsds_places_free(RefnetHsdsPlaces *places) {
  if (places == NULL)
    return;
  g_hash_table_unref(places->states_of_city);
  g_hash_table_unref(places->city_of_code);
  g_hash_table_unref(places->areas);
  g_free(places->latitude);
  g_free(places->longitude);
  g_free(places);
}

/* ---- one organization ------------------------------------------------------------------------ */

/* Of two locations the organization's own, then the one with more services, then with coordinates,
 * then by id. */
static gboolean is_better(const RefnetHsdsPlaces *places, guint32 organization, guint32 a,
                          guint a_services, guint32 b, guint b_services) {
  const guint32 *owner = places->hsds->organization_of_location;
  gboolean a_known = !isnan(places->latitude[a]), b_known = !isnan(places->latitude[b]);
  if ((owner[a] == organization) != (owner[b] == organization))
    return owner[a] == organization;
  if (a_services != b_services)
    return a_services > b_services;
  if (a_known != b_known)
    return a_known;
  return g_strcmp0(refnet_hsds_cell(places->hsds, REFNET_HSDS_LOCATIONS, a, 0),
                   refnet_hsds_cell(places->hsds, REFNET_HSDS_LOCATIONS, b, 0)) < 0;
}

static guint32 main_location(RefnetHsdsPlaces *places, guint32 organization) {
  RefnetHsds *hsds = places->hsds;
  g_autoptr(GHashTable) services_at = g_hash_table_new(NULL, NULL); /* location + 1 → count */
  RefnetIndexList services = refnet_links_of(hsds->organization_services, organization);
  RefnetIndexList own = refnet_links_of(hsds->organization_locations, organization);
  guint32 best = REFNET_NO_ROW;
  guint best_services = 0;
  for (guint32 i = 0; i < own.length; i++)
    g_hash_table_insert(services_at, GUINT_TO_POINTER(own.items[i] + 1), NULL);
  for (guint32 i = 0; i < services.length; i++) {
    RefnetIndexList at = refnet_links_of(hsds->service_locations, services.items[i]);
    for (guint32 k = 0; k < at.length; k++) {
      gpointer key = GUINT_TO_POINTER(at.items[k] + 1);
      guint count = GPOINTER_TO_UINT(g_hash_table_lookup(services_at, key)) + 1;
      g_hash_table_insert(services_at, key, GUINT_TO_POINTER(count));
    }
  }
  GHashTableIter iter;
  gpointer key, value;
  g_hash_table_iter_init(&iter, services_at);
  while (g_hash_table_iter_next(&iter, &key, &value)) {
    guint32 location = GPOINTER_TO_UINT(key) - 1;
    if (best == REFNET_NO_ROW ||
        is_better(places, organization, location, GPOINTER_TO_UINT(value), best, best_services)) {
      best = location;
      best_services = GPOINTER_TO_UINT(value);
    }
  }
  return best;
}

RefnetHsdsPlace refnet_hsds_place(RefnetHsdsPlaces *places, guint32 organization) {
  RefnetHsds *hsds = places->hsds;
  RefnetHsdsPlace place = {
      .latitude = NAN, .longitude = NAN, .location = main_location(places, organization)};
  if (place.location == REFNET_NO_ROW)
    return place;
  RefnetHsdsTable table;
  RefnetIndexList rows = refnet_hsds_addresses_of(hsds, place.location, &table);
  place.latitude = places->latitude[place.location];
  place.longitude = places->longitude[place.location];
  refnet_relation_use(hsds->tables[REFNET_HSDS_LOCATIONS], place.location);
  const char *whole =
      refnet_hsds_cell(hsds, REFNET_HSDS_LOCATIONS, place.location, REFNET_HSDS_LOCATION_ADDRESS);
  if (rows.length > 0)
    refnet_hsds_take_address(places, table, refnet_hsds_first_address(places, table, rows), &place);
  else if (whole != NULL && !refnet_hsds_split_address(hsds->pool, whole, &place))
    place.address = whole;
  return place;
}
