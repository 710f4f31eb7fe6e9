/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where services and organizations are: areas by name, addresses, coordinates. */
#include "exchange/hsds.h"
#include "exchange/sheet_writer.h"
#include "model/words.h"

#include <math.h>
#include <string.h>

/* A service area longer than this describes one rather than names it. */
#define AREA_CHARACTERS_MOST 60

/* An area used, and the coordinates of the locations in it. */
typedef struct {
  const char *name;
  GArray *latitudes, *longitudes; /* double */
} Area;

struct RefnetHsdsPlaces {
  RefnetHsds *hsds;
  GHashTable *states_of_city; /* folded city → its state, or AMBIGUOUS */
  GHashTable *city_of_code;   /* postal code → the city of its addresses, or AMBIGUOUS */
  GHashTable *areas;          /* folded name → Area * */
  double *latitude, *longitude; /* by location; NaN: unknown */
};

#define AMBIGUOUS ((gpointer) "")

/* ---- addresses ------------------------------------------------------------------------------ */

/* The rows of a location's addresses: physical ones, else postal ones. */
static RefnetIndexList addresses_of(RefnetHsds *hsds, guint32 location, RefnetHsdsTable *table) {
  RefnetIndexList physical = refnet_links_of(hsds->location_addresses, location);
  *table = physical.length > 0 ? REFNET_HSDS_ADDRESSES : REFNET_HSDS_POSTAL_ADDRESSES;
  return physical.length > 0 ? physical
                             : refnet_links_of(hsds->location_postal_addresses, location);
}

static const char *address_cell(const RefnetHsdsPlaces *places, RefnetHsdsTable table, guint32 row,
                                guint field) {
  return refnet_hsds_cell(places->hsds, table, row, field);
}

static void note_state(RefnetHsdsPlaces *places, RefnetHsdsTable table, guint32 row) {
  const char *city = address_cell(places, table, row, REFNET_HSDS_ADDRESS_CITY);
  const char *state = address_cell(places, table, row, REFNET_HSDS_ADDRESS_STATE);
  if (city == NULL || state == NULL)
    return;
  char *folded = refnet_text_fold(city);
  const char *known = g_hash_table_lookup(places->states_of_city, folded);
  gboolean is_other = known != NULL && g_ascii_strcasecmp(known, state) != 0;
  g_hash_table_insert(places->states_of_city, folded, is_other ? AMBIGUOUS : (gpointer)state);
}

/* "20001-1234" is in 20001. */
static const char *postal_area_of(const RefnetHsdsPlaces *places, RefnetHsdsTable table,
                                  guint32 row) {
  const char *code = address_cell(places, table, row, REFNET_HSDS_ADDRESS_POSTAL_CODE);
  if (code == NULL || strspn(code, "0123456789") != 5 || code[5] != '-')
    return code;
  g_autofree char *five = g_strndup(code, 5);
  return refnet_pool_intern(places->hsds->pool, five);
}

static void note_code(RefnetHsdsPlaces *places, RefnetHsdsTable table, guint32 row) {
  const char *city = address_cell(places, table, row, REFNET_HSDS_ADDRESS_CITY);
  const char *code = postal_area_of(places, table, row);
  if (city == NULL || code == NULL)
    return;
  const char *known = g_hash_table_lookup(places->city_of_code, code);
  g_autofree char *folded = refnet_text_fold(city);
  g_autofree char *known_folded = refnet_text_fold(known != NULL ? known : city);
  gboolean is_other = !g_str_equal(folded, known_folded);
  g_hash_table_insert(places->city_of_code, (gpointer)code,
                      is_other ? AMBIGUOUS : (gpointer)(known != NULL ? known : city));
}

/* The city as written, or as the other addresses with the postal code have it. */
static const char *plain_city_of(const RefnetHsdsPlaces *places, RefnetHsdsTable table,
                                 guint32 row) {
  const char *city = address_cell(places, table, row, REFNET_HSDS_ADDRESS_CITY);
  const char *code = city == NULL ? postal_area_of(places, table, row) : NULL;
  const char *known = code != NULL ? g_hash_table_lookup(places->city_of_code, code) : NULL;
  return known != NULL && *known != '\0' ? known : city;
}

/* "Springfield", or "Springfield, IL" where the directory has two of them. */
static const char *city_of(RefnetHsdsPlaces *places, RefnetHsdsTable table, guint32 row) {
  const char *city = plain_city_of(places, table, row);
  const char *state = address_cell(places, table, row, REFNET_HSDS_ADDRESS_STATE);
  if (city == NULL || state == NULL)
    return city;
  g_autofree char *folded = refnet_text_fold(city);
  if (g_hash_table_lookup(places->states_of_city, folded) != AMBIGUOUS)
    return city;
  g_autofree char *upper = g_utf8_strup(state, -1);
  g_autofree char *both = g_strdup_printf("%s, %s", city, upper);
  return refnet_pool_intern(places->hsds->pool, both);
}

static const char *area_of_address(RefnetHsdsPlaces *places, RefnetHsdsTable table, guint32 row) {
  switch (places->hsds->options->area_from) {
  case REFNET_AREA_FROM_SERVICE_AREA:
    return NULL;
  case REFNET_AREA_FROM_CITY:
    return city_of(places, table, row);
  case REFNET_AREA_FROM_POSTAL_CODE:
    return postal_area_of(places, table, row);
  case REFNET_AREA_FROM_COUNTY:
    return address_cell(places, table, row, REFNET_HSDS_ADDRESS_COUNTY);
  case REFNET_AREA_FROM_ANY:
    break;
  }
  const char *city = city_of(places, table, row);
  const char *code = city == NULL ? postal_area_of(places, table, row) : NULL;
  return city != NULL   ? city
         : code != NULL ? code
                        : address_cell(places, table, row, REFNET_HSDS_ADDRESS_COUNTY);
}

/* ---- areas ---------------------------------------------------------------------------------- */

static void free_area(gpointer data) {
  Area *area = data;
  g_array_unref(area->latitudes);
  g_array_unref(area->longitudes);
  g_free(area);
}

/* Notes that the area is used, and adds it to the list unless it is there. */
static void add_area(RefnetHsdsPlaces *places, const char *name, GPtrArray *areas) {
  g_autofree char *folded = refnet_text_fold(name);
  Area *area = g_hash_table_lookup(places->areas, folded);
  if (*folded == '\0')
    return;
  if (area == NULL) {
    area = g_new0(Area, 1);
    area->name = refnet_pool_intern(places->hsds->pool, name);
    area->latitudes = g_array_new(FALSE, FALSE, sizeof(double));
    area->longitudes = g_array_new(FALSE, FALSE, sizeof(double));
    g_hash_table_insert(places->areas, g_strdup(folded), area);
  }
  if (!g_ptr_array_find(areas, area->name, NULL))
    g_ptr_array_add(areas, (gpointer)area->name);
}

/* "430 North G Street, Lake Worth, FL 33460" in parts; FALSE: it isn't written so. */
static gboolean split_address(RefnetPool *pool, const char *text, RefnetHsdsPlace *place) {
  const char *last = strrchr(text, ',');
  if (last == NULL || last == text)
    return FALSE;
  const char *code = last + 1 + strspn(last + 1, " ");
  gboolean has_state = g_ascii_isupper(code[0]) && g_ascii_isupper(code[1]);
  gboolean has_code = has_state && code[2] == ' ' && strspn(code + 3, "0123456789") >= 5;
  if (!has_code && !(has_state && code[2] == '\0'))
    return FALSE;
  const char *comma = last - 1;
  while (comma > text && *comma != ',')
    comma--;
  if (*comma != ',')
    return FALSE;
  g_autofree char *street = g_strndup(text, (gsize)(comma - text));
  g_autofree char *city = g_strndup(comma + 1, (gsize)(last - comma - 1));
  place->address = refnet_pool_intern(pool, g_strstrip(street));
  place->city = refnet_pool_intern(pool, g_strstrip(city));
  place->postal_code = has_code ? refnet_pool_intern(pool, code + 3) : NULL;
  return TRUE;
}

/* The city of an address that stands in one cell. */
static void add_whole_address(RefnetHsdsPlaces *places, guint32 location, GPtrArray *areas) {
  RefnetHsds *hsds = places->hsds;
  const char *whole =
      refnet_hsds_cell(hsds, REFNET_HSDS_LOCATIONS, location, REFNET_HSDS_LOCATION_ADDRESS);
  RefnetHsdsPlace place;
  if (whole == NULL || !split_address(hsds->pool, whole, &place))
    return;
  gboolean by_code = hsds->options->area_from == REFNET_AREA_FROM_POSTAL_CODE;
  gboolean by_city = hsds->options->area_from == REFNET_AREA_FROM_CITY ||
                     hsds->options->area_from == REFNET_AREA_FROM_ANY;
  const char *name = by_code ? place.postal_code : by_city ? place.city : NULL;
  if (name != NULL)
    add_area(places, name, areas);
}

static void add_location(RefnetHsdsPlaces *places, guint32 location, GPtrArray *areas) {
  RefnetHsdsTable table;
  RefnetIndexList rows = addresses_of(places->hsds, location, &table);
  refnet_relation_use(places->hsds->tables[REFNET_HSDS_LOCATIONS], location);
  for (guint32 i = 0; i < rows.length; i++) {
    const char *name = area_of_address(places, table, rows.items[i]);
    if (name != NULL)
      add_area(places, name, areas);
  }
  if (rows.length == 0)
    add_whole_address(places, location, areas);
}

/* Several areas in one cell are told apart by ; and |, in a column of lists by commas, too. */
static void add_listed(RefnetHsdsPlaces *places, const char *text, const char *separators,
                       GPtrArray *areas) {
  g_auto(GStrv) parts = g_strsplit_set(text, separators, -1);
  for (guint i = 0; parts[i] != NULL; i++) {
    g_autofree char *name = refnet_text_clean(parts[i]);
    if (*name != '\0' && g_utf8_strlen(name, -1) <= AREA_CHARACTERS_MOST)
      add_area(places, name, areas);
  }
}

static void add_service_areas(RefnetHsdsPlaces *places, guint32 service, GPtrArray *areas) {
  RefnetHsds *hsds = places->hsds;
  RefnetRelation *relation = hsds->tables[REFNET_HSDS_SERVICE_AREAS];
  RefnetIndexList rows = refnet_links_of(hsds->service_areas, service);
  for (guint32 i = 0; i < rows.length; i++) {
    const char *text =
        refnet_relation_cell(relation, rows.items[i], REFNET_HSDS_SERVICE_AREA_NAME);
    guint before = areas->len;
    if (text == NULL)
      refnet_relation_ignore(relation, rows.items[i], "they name no area");
    else
      add_listed(places, text, ";|", areas);
    if (text != NULL && areas->len == before && g_utf8_strlen(text, -1) > AREA_CHARACTERS_MOST)
      refnet_relation_ignore(relation, rows.items[i], "they describe an area and don't name it");
  }
  const char *listed =
      refnet_hsds_cell(hsds, REFNET_HSDS_SERVICES, service, REFNET_HSDS_SERVICE_AREAS_LISTED);
  if (listed != NULL)
    add_listed(places, listed, ",;|", areas);
}

static gboolean uses_service_areas(const RefnetHsdsPlaces *places) {
  return places->hsds->options->area_from == REFNET_AREA_FROM_ANY ||
         places->hsds->options->area_from == REFNET_AREA_FROM_SERVICE_AREA;
}

void refnet_hsds_service_areas(RefnetHsdsPlaces *places, guint32 service, GPtrArray *areas) {
  RefnetHsds *hsds = places->hsds;
  g_autoptr(GPtrArray) of_locations = g_ptr_array_new();
  RefnetIndexList locations = refnet_links_of(hsds->service_locations, service);
  if (uses_service_areas(places))
    add_service_areas(places, service, areas);
  gboolean known = areas->len > 0;
  for (guint32 i = 0; i < locations.length; i++) {
    refnet_relation_use(hsds->tables[REFNET_HSDS_LOCATIONS], locations.items[i]);
    if (!known)
      add_location(places, locations.items[i], areas);
  }
}

void refnet_hsds_organization_areas(RefnetHsdsPlaces *places, guint32 organization,
                                    GPtrArray *areas) {
  RefnetIndexList locations = refnet_links_of(places->hsds->organization_locations, organization);
  for (guint32 i = 0; i < locations.length; i++)
    add_location(places, locations.items[i], areas);
}

/* ---- coordinates ---------------------------------------------------------------------------- */

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
  refnet_relation_warn(relation, row, field, "bad-coordinate",
                       "write decimal degrees, or leave the cell blank",
                       "\"%s\" is no %s and is taken as unknown", shown,
                       relation->table->fields[field].name);
  return FALSE;
}

static void take_coordinates(RefnetHsdsPlaces *places, guint32 location) {
  RefnetRelation *relation = places->hsds->tables[REFNET_HSDS_LOCATIONS];
  double latitude, longitude;
  gboolean known =
      parse_degrees(relation, location, REFNET_HSDS_LOCATION_LATITUDE, 90, &latitude);
  known &= parse_degrees(relation, location, REFNET_HSDS_LOCATION_LONGITUDE, 180, &longitude);
  gboolean is_null = latitude == 0 && longitude == 0;
  places->latitude[location] = known && !is_null ? latitude : NAN;
  places->longitude[location] = known && !is_null ? longitude : NAN;
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
    for (guint32 row = 0; row < hsds->tables[tables[i]]->rows; row++) {
      note_state(places, tables[i], row);
      note_code(places, tables[i], row);
    }
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

/* ---- one organization ----------------------------------------------------------------------- */

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
        is_better(places, organization, location, GPOINTER_TO_UINT(value), best,
                  best_services)) {
      best = location;
      best_services = GPOINTER_TO_UINT(value);
    }
  }
  return best;
}

static void take_address(const RefnetHsdsPlaces *places, RefnetHsdsTable table, guint32 row,
                         RefnetHsdsPlace *place) {
  const char *first = address_cell(places, table, row, REFNET_HSDS_ADDRESS_LINE_1);
  const char *second = address_cell(places, table, row, REFNET_HSDS_ADDRESS_LINE_2);
  place->city = address_cell(places, table, row, REFNET_HSDS_ADDRESS_CITY);
  place->postal_code = address_cell(places, table, row, REFNET_HSDS_ADDRESS_POSTAL_CODE);
  place->address = first;
  if (first == NULL || second == NULL)
    return;
  g_autofree char *both = g_strdup_printf("%s, %s", first, second);
  place->address = refnet_pool_intern(places->hsds->pool, both);
}

/* Of several addresses the first by its text: rows have no order of their own. */
static guint32 first_address(const RefnetHsdsPlaces *places, RefnetHsdsTable table,
                             RefnetIndexList rows) {
  guint32 first = rows.items[0];
  for (guint32 i = 1; i < rows.length; i++)
    if (g_strcmp0(address_cell(places, table, rows.items[i], REFNET_HSDS_ADDRESS_LINE_1),
                  address_cell(places, table, first, REFNET_HSDS_ADDRESS_LINE_1)) < 0)
      first = rows.items[i];
  return first;
}

RefnetHsdsPlace refnet_hsds_place(RefnetHsdsPlaces *places, guint32 organization) {
  RefnetHsds *hsds = places->hsds;
  RefnetHsdsPlace place = {
      .latitude = NAN, .longitude = NAN, .location = main_location(places, organization)};
  if (place.location == REFNET_NO_ROW)
    return place;
  RefnetHsdsTable table;
  RefnetIndexList rows = addresses_of(hsds, place.location, &table);
  place.latitude = places->latitude[place.location];
  place.longitude = places->longitude[place.location];
  refnet_relation_use(hsds->tables[REFNET_HSDS_LOCATIONS], place.location);
  const char *whole =
      refnet_hsds_cell(hsds, REFNET_HSDS_LOCATIONS, place.location, REFNET_HSDS_LOCATION_ADDRESS);
  if (rows.length > 0)
    take_address(places, table, first_address(places, table, rows), &place);
  else if (whole != NULL && !split_address(hsds->pool, whole, &place))
    place.address = whole;
  return place;
}

/* ---- areas.csv ------------------------------------------------------------------------------ */

static void locate_areas(RefnetHsdsPlaces *places, guint32 location) {
  RefnetHsdsTable table;
  RefnetIndexList rows = addresses_of(places->hsds, location, &table);
  for (guint32 i = 0; i < rows.length && !isnan(places->latitude[location]); i++) {
    const char *name = area_of_address(places, table, rows.items[i]);
    g_autofree char *folded = refnet_text_fold(name != NULL ? name : "");
    Area *area = g_hash_table_lookup(places->areas, folded);
    if (area == NULL)
      continue;
    g_array_append_val(area->latitudes, places->latitude[location]);
    g_array_append_val(area->longitudes, places->longitude[location]);
  }
}

static int compare_reals(gconstpointer a, gconstpointer b) {
  double first = *(const double *)a, second = *(const double *)b;
  return (first > second) - (first < second);
}

/* The one in the middle: a location in the wrong place moves it little. */
static char *middle_of(GArray *degrees) {
  if (degrees->len == 0)
    return NULL;
  g_array_sort(degrees, compare_reals);
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  return g_strdup(g_ascii_formatd(text, sizeof text, "%.6g",
                                  g_array_index(degrees, double, degrees->len / 2)));
}

static int compare_areas(gconstpointer a, gconstpointer b) {
  return strcmp((*(const Area *const *)a)->name, (*(const Area *const *)b)->name);
}

static gboolean is_every_area(const char *name) {
  g_autofree char *folded = refnet_text_fold(name);
  return g_strv_contains(refnet_words_every_area(), folded);
}

/* The areas used, by name; words that mean every area are none. */
static GPtrArray *list_areas(RefnetHsdsPlaces *places) {
  GPtrArray *listed = g_ptr_array_new();
  GHashTableIter iter;
  gpointer area;
  for (guint32 row = 0; row < places->hsds->tables[REFNET_HSDS_LOCATIONS]->rows; row++)
    locate_areas(places, row);
  g_hash_table_iter_init(&iter, places->areas);
  while (g_hash_table_iter_next(&iter, NULL, &area))
    if (!is_every_area(((Area *)area)->name))
      g_ptr_array_add(listed, area);
  g_ptr_array_sort(listed, compare_areas);
  return listed;
}

gboolean refnet_hsds_write_areas(RefnetHsdsPlaces *places, GError **error) {
  static const char *const columns[] = {"area", "latitude", "longitude", NULL};
  g_autoptr(GPtrArray) listed = list_areas(places);
  if (listed->len == 0)
    return TRUE;
  g_autoptr(RefnetSheetWriter) writer =
      refnet_sheet_writer_open(places->hsds->import, REFNET_FILE_AREAS, columns, error);
  for (guint i = 0; writer != NULL && i < listed->len; i++) {
    const Area *area = g_ptr_array_index(listed, i);
    g_autofree char *latitude = middle_of(area->latitudes);
    g_autofree char *longitude = middle_of(area->longitudes);
    const char *cells[] = {area->name, latitude, longitude};
    refnet_sheet_writer_row(writer, cells);
  }
  return writer != NULL && refnet_sheet_writer_close(writer, error);
}
