/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The areas in which services and organizations of a directory work. */
#include "exchange/directory/hsds_places.h"
#include "exchange/files/sheet_writer.h"
#include "model/columns/words.h"

#include <math.h>
#include <string.h>

/* A service area longer than this describes one rather than names it. */
#define AREA_CHARACTERS_MOST 60

/* ---- areas ----------------------------------------------------------------------------------- */

/* Notes that the area is used, and adds it to the list unless it is there. */
static void add_area(RefnetHsdsPlaces *places, const char *name, GPtrArray *areas) {
  g_autofree char *folded = refnet_text_fold_value(name);
  RefnetHsdsArea *area = g_hash_table_lookup(places->areas, folded);
  if (*folded == '\0')
    return;
  if (area == NULL) {
    area = g_new0(RefnetHsdsArea, 1);
    area->name = refnet_pool_intern(places->hsds->pool, name);
    area->latitudes = g_array_new(FALSE, FALSE, sizeof(double));
    area->longitudes = g_array_new(FALSE, FALSE, sizeof(double));
    g_hash_table_insert(places->areas, g_strdup(folded), area);
  }
  if (!g_ptr_array_find(areas, area->name, NULL))
    g_ptr_array_add(areas, (gpointer)area->name);
}

/* The city of an address that stands in one cell. */
static void add_whole_address(RefnetHsdsPlaces *places, guint32 location, GPtrArray *areas) {
  RefnetHsds *hsds = places->hsds;
  const char *whole =
      refnet_hsds_cell(hsds, REFNET_HSDS_LOCATIONS, location, REFNET_HSDS_LOCATION_ADDRESS);
  RefnetHsdsPlace place;
  if (whole == NULL || !refnet_hsds_split_address(hsds->pool, whole, &place))
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
  RefnetIndexList rows = refnet_hsds_addresses_of(places->hsds, location, &table);
  refnet_relation_use(places->hsds->tables[REFNET_HSDS_LOCATIONS], location);
  for (guint32 i = 0; i < rows.length; i++) {
    const char *name = refnet_hsds_area_of_address(places, table, rows.items[i]);
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
    const char *text = refnet_relation_cell(relation, rows.items[i], REFNET_HSDS_SERVICE_AREA_NAME);
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

/* ---- areas.csv ------------------------------------------------------------------------------- */

static void locate_areas(RefnetHsdsPlaces *places, guint32 location) {
  RefnetHsdsTable table;
  RefnetIndexList rows = refnet_hsds_addresses_of(places->hsds, location, &table);
  for (guint32 i = 0; i < rows.length && !isnan(places->latitude[location]); i++) {
    const char *name = refnet_hsds_area_of_address(places, table, rows.items[i]);
    g_autofree char *folded = refnet_text_fold_value(name != NULL ? name : "");
    RefnetHsdsArea *area = g_hash_table_lookup(places->areas, folded);
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
  return g_strdup(
      g_ascii_formatd(text, sizeof text, "%.6g", g_array_index(degrees, double, degrees->len / 2)));
}

static int compare_areas(gconstpointer a, gconstpointer b) {
  return strcmp((*(const RefnetHsdsArea *const *)a)->name,
                (*(const RefnetHsdsArea *const *)b)->name);
}

static gboolean is_every_area(const char *name) {
  g_autofree char *folded = refnet_text_fold_value(name);
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
    if (!is_every_area(((RefnetHsdsArea *)area)->name))
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
    const RefnetHsdsArea *area = g_ptr_array_index(listed, i);
    g_autofree char *latitude = middle_of(area->latitudes);
    g_autofree char *longitude = middle_of(area->longitudes);
    const char *cells[] = {area->name, latitude, longitude};
    refnet_sheet_writer_row(writer, cells);
  }
  return writer != NULL && refnet_sheet_writer_close(writer, error);
}
