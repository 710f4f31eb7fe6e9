/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which organizations, locations and services of a directory belong together, and which are left
 * out. */
#include "exchange/directory/hsds_rows.h"

/* ---- organizations --------------------------------------------------------------------------- */

static gboolean is_inactive(const char *status) {
  static const char *const words[] = {"inactive",          "defunct",      "closed",
                                      "temporarilyclosed", "archived",     "deleted",
                                      "suspended",         "discontinued", "permanentlyclosed",
                                      "expired",           "removed"};
  g_autofree char *folded = refnet_text_fold_header(status != NULL ? status : "");
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
    if (g_str_equal(words[i], folded))
      return TRUE;
  return FALSE;
}

static void take_organizations(RefnetHsds *hsds) {
  RefnetRelation *relation = hsds->tables[REFNET_HSDS_ORGANIZATIONS];
  hsds->organization_names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint32 row = 0; row < relation->rows; row++) {
    const char *name = refnet_relation_cell(relation, row, REFNET_HSDS_ORGANIZATION_NAME);
    if (relation->rejected[row])
      continue;
    if (name == NULL) {
      refnet_relation_reject(relation, row, REFNET_HSDS_ORGANIZATION_NAME, "blank-name",
                             "they have no name", "fill in the name",
                             "the organisation has no name");
      continue;
    }
    refnet_relation_use(relation, row);
    if (!hsds->options->inactive &&
        is_inactive(refnet_relation_cell(relation, row, REFNET_HSDS_ORGANIZATION_STATUS)))
      refnet_hsds_leave_out(hsds, REFNET_HSDS_ORGANIZATIONS, row,
                            "their status says they are not active");
    char *folded = refnet_text_fold(name);
    if (g_hash_table_contains(hsds->organization_names, folded))
      g_free(folded);
    else
      g_hash_table_insert(hsds->organization_names, folded, GUINT_TO_POINTER(row + 1));
  }
}

/* Organizations by key, else the one by name. */
static GArray *find_organizations(const RefnetHsds *hsds, const char *key, const char *name) {
  GArray *rows = refnet_hsds_find_all(hsds, REFNET_HSDS_ORGANIZATIONS, key);
  const char *texts[] = {name, key};
  for (gsize i = 0; i < G_N_ELEMENTS(texts) && rows->len == 0; i++) {
    g_autofree char *folded = texts[i] != NULL ? refnet_text_fold(texts[i]) : g_strdup("");
    guint32 row = refnet_index_find(hsds->organization_names, folded);
    if (row != REFNET_NO_ROW)
      g_array_append_val(rows, row);
  }
  return rows;
}

/* ---- locations and services ------------------------------------------------------------------ */

/* Says that the location's organization is not there. */
static void warn_of_organization(RefnetHsds *hsds, guint32 row) {
  const char *key =
      refnet_hsds_cell(hsds, REFNET_HSDS_LOCATIONS, row, REFNET_HSDS_LOCATION_ORGANIZATION);
  if (!refnet_hsds_is_key(key))
    return;
  g_autofree char *shown = refnet_text_display(key, 40);
  refnet_relation_warn(hsds->tables[REFNET_HSDS_LOCATIONS], row, REFNET_HSDS_LOCATION_ORGANIZATION,
                       "dangling-location", REFNET_HSDS_FIX_KEY,
                       "organization_id \"%s\" is not in %s; the location counts for the services "
                       "there only",
                       shown, hsds->tables[REFNET_HSDS_ORGANIZATIONS]->label);
}

/* Locations may be nobody's: a service may be there all the same. */
static void take_locations(RefnetHsds *hsds) {
  const RefnetRelation *relation = hsds->tables[REFNET_HSDS_LOCATIONS];
  hsds->organization_locations = refnet_links_new(hsds->tables[REFNET_HSDS_ORGANIZATIONS]->rows);
  hsds->organization_of_location = g_new(guint32, MAX(relation->rows, 1));
  for (guint32 row = 0; row < relation->rows; row++) {
    g_autoptr(GArray) owners = find_organizations(
        hsds, refnet_relation_cell(relation, row, REFNET_HSDS_LOCATION_ORGANIZATION),
        refnet_relation_cell(relation, row, REFNET_HSDS_LOCATION_ORGANIZATION_NAME));
    hsds->organization_of_location[row] =
        owners->len > 0 ? g_array_index(owners, guint32, 0) : REFNET_NO_ROW;
    if (owners->len == 0)
      warn_of_organization(hsds, row);
    else if (!relation->rejected[row])
      refnet_links_add(hsds->organization_locations, g_array_index(owners, guint32, 0), row);
  }
}

/* The organizations of a service: its own key or name, else those of its location (Ohana). */
static GArray *organizations_of_service(const RefnetHsds *hsds, guint32 row) {
  const RefnetRelation *relation = hsds->tables[REFNET_HSDS_SERVICES];
  GArray *owners = find_organizations(
      hsds, refnet_relation_cell(relation, row, REFNET_HSDS_SERVICE_ORGANIZATION),
      refnet_relation_cell(relation, row, REFNET_HSDS_SERVICE_ORGANIZATION_NAME));
  guint32 location =
      refnet_hsds_find(hsds, REFNET_HSDS_LOCATIONS,
                       refnet_relation_cell(relation, row, REFNET_HSDS_SERVICE_LOCATION));
  if (owners->len == 0 && location != REFNET_NO_ROW &&
      hsds->organization_of_location[location] != REFNET_NO_ROW)
    g_array_append_val(owners, hsds->organization_of_location[location]);
  return owners;
}

static void reject_homeless_service(RefnetHsds *hsds, guint32 row) {
  const RefnetRelation *relation = hsds->tables[REFNET_HSDS_SERVICES];
  gboolean by_location = !refnet_relation_has(relation, REFNET_HSDS_SERVICE_ORGANIZATION) &&
                         refnet_relation_has(relation, REFNET_HSDS_SERVICE_LOCATION);
  if (by_location)
    refnet_hsds_reject_dangling(hsds, REFNET_HSDS_SERVICES, row, REFNET_HSDS_SERVICE_LOCATION,
                                REFNET_HSDS_LOCATIONS);
  else
    refnet_hsds_reject_dangling(hsds, REFNET_HSDS_SERVICES, row, REFNET_HSDS_SERVICE_ORGANIZATION,
                                REFNET_HSDS_ORGANIZATIONS);
}

static void take_service(RefnetHsds *hsds, guint32 row) {
  RefnetRelation *relation = hsds->tables[REFNET_HSDS_SERVICES];
  if (relation->rejected[row])
    return;
  if (!hsds->options->inactive &&
      is_inactive(refnet_relation_cell(relation, row, REFNET_HSDS_SERVICE_STATUS)))
    refnet_hsds_leave_out(hsds, REFNET_HSDS_SERVICES, row,
                          "their status says they are not active (--include-inactive keeps them)");
  g_autoptr(GArray) owners = organizations_of_service(hsds, row);
  gboolean used = FALSE;
  for (guint i = 0; i < owners->len; i++) {
    guint32 owner = g_array_index(owners, guint32, i);
    refnet_links_add(hsds->organization_services, owner, row);
    refnet_links_add(hsds->service_organizations, row, owner);
    used |= !refnet_hsds_is_out(hsds, REFNET_HSDS_ORGANIZATIONS, owner);
  }
  if (relation->left_out[row])
    return;
  if (used)
    refnet_relation_use(relation, row);
  else if (owners->len > 0)
    refnet_hsds_leave_out(hsds, REFNET_HSDS_SERVICES, row, REFNET_HSDS_OWNER_LEFT_OUT);
  else
    reject_homeless_service(hsds, row);
}

/* Those that list services, none of them active, have closed down as far as the directory knows. */
static void leave_out_inactive_organizations(RefnetHsds *hsds) {
  RefnetRelation *relation = hsds->tables[REFNET_HSDS_ORGANIZATIONS];
  for (guint32 row = 0; row < relation->rows; row++) {
    RefnetIndexList services = refnet_links_of(hsds->organization_services, row);
    gboolean active = services.length == 0;
    for (guint32 i = 0; i < services.length && !active; i++)
      active = !hsds->tables[REFNET_HSDS_SERVICES]->left_out[services.items[i]];
    if (!active && !relation->rejected[row] && !relation->left_out[row])
      refnet_hsds_leave_out(hsds, REFNET_HSDS_ORGANIZATIONS, row,
                            "none of their services is active");
  }
}

static void take_services(RefnetHsds *hsds) {
  guint32 services = hsds->tables[REFNET_HSDS_SERVICES]->rows;
  hsds->organization_services = refnet_links_new(hsds->tables[REFNET_HSDS_ORGANIZATIONS]->rows);
  hsds->service_organizations = refnet_links_new(services);
  for (guint32 row = 0; row < services; row++)
    take_service(hsds, row);
  leave_out_inactive_organizations(hsds);
}

void refnet_hsds_link(RefnetHsds *hsds) {
  take_organizations(hsds);
  take_locations(hsds);
  take_services(hsds);
  refnet_hsds_join(hsds);
}
