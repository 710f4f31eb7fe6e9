/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Addresses of a directory: their parts, and the area each is in. */
#include "exchange/directory/hsds_places.h"

#include <string.h>

/* Of a city in several states, of a postal code in several cities. */
#define AMBIGUOUS ((gpointer) "")

static gboolean is_ambiguous(const char *known) {
  return known != NULL && *known == '\0';
}

/* ---- addresses ------------------------------------------------------------------------------- */

RefnetIndexList refnet_hsds_addresses_of(RefnetHsds *hsds, guint32 location,
                                         RefnetHsdsTable *table) {
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
  char *folded = refnet_text_fold_value(city);
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
  gboolean is_other = known != NULL && !refnet_text_is_same_value(city, known);
  g_hash_table_insert(places->city_of_code, (gpointer)code,
                      is_other ? AMBIGUOUS : (gpointer)(known != NULL ? known : city));
}

/* The city as written, or as the other addresses with the postal code have it. */
static const char *plain_city_of(const RefnetHsdsPlaces *places, RefnetHsdsTable table,
                                 guint32 row) {
  const char *city = address_cell(places, table, row, REFNET_HSDS_ADDRESS_CITY);
  const char *code = city == NULL ? postal_area_of(places, table, row) : NULL;
  const char *known = code != NULL ? g_hash_table_lookup(places->city_of_code, code) : NULL;
  return known != NULL && !is_ambiguous(known) ? known : city;
}

/* "Springfield", or "Springfield, IL" where the directory has two of them. */
static const char *city_of(RefnetHsdsPlaces *places, RefnetHsdsTable table, guint32 row) {
  const char *city = plain_city_of(places, table, row);
  const char *state = address_cell(places, table, row, REFNET_HSDS_ADDRESS_STATE);
  if (city == NULL || state == NULL)
    return city;
  g_autofree char *folded = refnet_text_fold_value(city);
  if (!is_ambiguous(g_hash_table_lookup(places->states_of_city, folded)))
    return city;
  g_autofree char *upper = g_utf8_strup(state, -1);
  g_autofree char *both = g_strdup_printf("%s, %s", city, upper);
  return refnet_pool_intern(places->hsds->pool, both);
}

const char *refnet_hsds_area_of_address(RefnetHsdsPlaces *places, RefnetHsdsTable table,
                                        guint32 row) {
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

/* ---- parts of an address --------------------------------------------------------------------- */

gboolean refnet_hsds_split_address(RefnetPool *pool, const char *text, RefnetHsdsPlace *place) {
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

void refnet_hsds_take_address(const RefnetHsdsPlaces *places, RefnetHsdsTable table, guint32 row,
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

guint32 refnet_hsds_first_address(const RefnetHsdsPlaces *places, RefnetHsdsTable table,
                                  RefnetIndexList rows) {
  guint32 first = rows.items[0];
  for (guint32 i = 1; i < rows.length; i++)
    if (g_strcmp0(address_cell(places, table, rows.items[i], REFNET_HSDS_ADDRESS_LINE_1),
                  address_cell(places, table, first, REFNET_HSDS_ADDRESS_LINE_1)) < 0)
      first = rows.items[i];
  return first;
}

void refnet_hsds_note_address(RefnetHsdsPlaces *places, RefnetHsdsTable table, guint32 row) {
  note_state(places, table, row);
  note_code(places, table, row);
}
