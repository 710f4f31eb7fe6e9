/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A directory becomes organizations.csv, services.csv, contacts.csv and areas.csv. */
#include "exchange/directory/hsds.h"

#include <string.h>

typedef struct {
  const RefnetHsds *hsds;
  const char **ids;
} Order;

static int compare_organizations(gconstpointer a, gconstpointer b, gpointer data) {
  const Order *order = data;
  guint32 first = *(const guint32 *)a, second = *(const guint32 *)b;
  int result = strcmp(order->ids[first], order->ids[second]);
  return result != 0 ? result : (first > second) - (first < second);
}

static gboolean write_all(RefnetHsds *hsds, GError **error) {
  g_autofree const char **ids = refnet_hsds_make_ids(hsds, error);
  g_autoptr(GArray) order = g_array_new(FALSE, FALSE, sizeof(guint32));
  Order by_id = {hsds, ids};
  if (ids == NULL)
    return FALSE;
  for (guint32 row = 0; row < hsds->tables[REFNET_HSDS_ORGANIZATIONS]->rows; row++)
    if (!refnet_hsds_is_out(hsds, REFNET_HSDS_ORGANIZATIONS, row))
      g_array_append_val(order, row);
  g_array_sort_with_data(order, compare_organizations, &by_id);
  if (order->len == 0) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                "%s has no organisation that could be used; nothing was written",
                hsds->tables[REFNET_HSDS_ORGANIZATIONS]->label);
    return FALSE;
  }
  return refnet_hsds_write_organizations(hsds, order, ids, error) &&
         refnet_hsds_write_services(hsds, order, ids, error) &&
         refnet_hsds_write_contacts(hsds, ids, error) &&
         refnet_hsds_write_areas(hsds->places, error);
}

static void clear(RefnetHsds *hsds) {
  RefnetLinks **const links[] = {
      &hsds->organization_services, &hsds->service_organizations, &hsds->organization_locations,
      &hsds->service_locations,     &hsds->location_addresses,    &hsds->location_postal_addresses,
      &hsds->service_areas,         &hsds->service_terms,         &hsds->service_eligibility,
      &hsds->service_languages,     &hsds->location_languages,    &hsds->organization_identifiers,
      &hsds->organization_urls};
  for (gsize i = 0; i < G_N_ELEMENTS(links); i++)
    refnet_links_free(*links[i]);
  refnet_hsds_terms_free(hsds->terms);
  refnet_hsds_places_free(hsds->places);
  for (guint i = 0; i < REFNET_HSDS_TABLES; i++) {
    refnet_relation_free(hsds->tables[i]);
    g_clear_pointer(&hsds->ids[i], g_hash_table_unref);
  }
  g_clear_pointer(&hsds->organization_names, g_hash_table_unref);
  g_free(hsds->organization_of_location);
  refnet_pool_free(hsds->pool);
}

gboolean refnet_import_hsds(const RefnetImport *import, const RefnetDirectoryOptions *options,
                            GError **error) {
  g_autoptr(RefnetPackage) package = refnet_package_open(import->source, error);
  if (package == NULL)
    return FALSE;
  RefnetHsds hsds = {.import = import, .options = options, .pool = refnet_pool_new()};
  gboolean ok = refnet_hsds_read(&hsds, package, error);
  if (ok) {
    refnet_hsds_link(&hsds);
    hsds.terms = refnet_hsds_terms_new(&hsds);
    hsds.places = refnet_hsds_places_new(&hsds);
    ok = write_all(&hsds, error);
  }
  for (guint i = 0; ok && i < REFNET_HSDS_TABLES; i++)
    refnet_relation_account(hsds.tables[i], import);
  ok = ok && refnet_hsds_count_others(&hsds, package, error);
  clear(&hsds);
  return ok;
}
