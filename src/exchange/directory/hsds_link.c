/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which rows of a directory belong to which, and what becomes of those that belong nowhere. */
#include "exchange/directory/hsds.h"

#include <string.h>

#define OWNER_LEFT_OUT "what they belong to is left out"
#define BELONGS_NOWHERE "they belong to nothing in the package"
#define FIX_KEY "ask where the directory comes from for the missing row, or remove this one"

/* ---- keys ------------------------------------------------------------------------------------ */

const char *refnet_hsds_cell(const RefnetHsds *hsds, RefnetHsdsTable table, guint32 row,
                             guint field) {
  return refnet_relation_cell(hsds->tables[table], row, field);
}

gboolean refnet_hsds_is_key(const char *text) {
  return text != NULL && !g_str_equal(text, "0") && g_ascii_strcasecmp(text, "null") != 0;
}

guint32 refnet_hsds_find(const RefnetHsds *hsds, RefnetHsdsTable table, const char *key) {
  guint32 row = refnet_index_find(hsds->ids[table], key);
  if (row != REFNET_NO_ROW || key == NULL || strchr(key, ',') == NULL)
    return row;
  g_auto(GStrv) keys = g_strsplit(key, ",", -1);
  for (guint i = 0; keys[i] != NULL && row == REFNET_NO_ROW; i++)
    row = refnet_index_find(hsds->ids[table], g_strstrip(keys[i]));
  return row;
}

gboolean refnet_hsds_is_out(const RefnetHsds *hsds, RefnetHsdsTable table, guint32 row) {
  const RefnetRelation *relation = hsds->tables[table];
  return relation->rejected[row] || relation->left_out[row];
}

/* The rows that a cell names: one key, or several with commas between them. */
static GArray *find_all(const RefnetHsds *hsds, RefnetHsdsTable table, const char *text) {
  GArray *rows = g_array_new(FALSE, FALSE, sizeof(guint32));
  guint32 row = refnet_index_find(hsds->ids[table], text);
  if (row != REFNET_NO_ROW) {
    g_array_append_val(rows, row);
    return rows;
  }
  g_auto(GStrv) keys = g_strsplit_set(text != NULL ? text : "", ",;|", -1);
  for (guint i = 0; keys[i] != NULL && keys[1] != NULL; i++) {
    row = refnet_index_find(hsds->ids[table], g_strstrip(keys[i]));
    if (row != REFNET_NO_ROW)
      g_array_append_val(rows, row);
  }
  return rows;
}

/* ---- fates ----------------------------------------------------------------------------------- */

static void reject_dangling(RefnetHsds *hsds, RefnetHsdsTable table, guint32 row, guint field,
                            RefnetHsdsTable wanted) {
  RefnetRelation *relation = hsds->tables[table];
  const char *key = refnet_relation_cell(relation, row, field);
  if (!refnet_hsds_is_key(key)) {
    refnet_relation_reject(relation, row, field, "blank-key", BELONGS_NOWHERE, FIX_KEY,
                           "%s is blank, so the row belongs to nothing",
                           relation->table->fields[field].name);
    return;
  }
  g_autofree char *shown = refnet_text_display(key, 40);
  refnet_relation_reject(relation, row, field, "dangling-key", BELONGS_NOWHERE, FIX_KEY,
                         "%s \"%s\" is not in %s", relation->table->fields[field].name, shown,
                         hsds->tables[wanted]->label);
}

static void leave_out(RefnetHsds *hsds, RefnetHsdsTable table, guint32 row, const char *why) {
  refnet_relation_ignore(hsds->tables[table], row, why);
  hsds->tables[table]->left_out[row] = TRUE;
}

/* Links each row of `table` to the rows of `owner` that its field names. */
static RefnetLinks *link_rows(RefnetHsds *hsds, RefnetHsdsTable table, guint field,
                              RefnetHsdsTable owner) {
  RefnetRelation *relation = hsds->tables[table];
  RefnetLinks *links = refnet_links_new(hsds->tables[owner]->rows);
  for (guint32 row = 0; row < relation->rows; row++) {
    const char *key = refnet_relation_cell(relation, row, field);
    g_autoptr(GArray) owners = find_all(hsds, owner, key);
    gboolean used = FALSE;
    for (guint i = 0; i < owners->len; i++) {
      guint32 at = g_array_index(owners, guint32, i);
      if (refnet_hsds_is_out(hsds, owner, at))
        continue;
      refnet_links_add(links, at, row);
      used = TRUE;
    }
    if (used)
      refnet_relation_use(relation, row);
    else if (owners->len > 0)
      leave_out(hsds, table, row, OWNER_LEFT_OUT);
    else
      reject_dangling(hsds, table, row, field, owner);
  }
  return links;
}

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
      leave_out(hsds, REFNET_HSDS_ORGANIZATIONS, row, "their status says they are not active");
    char *folded = refnet_text_fold(name);
    if (g_hash_table_contains(hsds->organization_names, folded))
      g_free(folded);
    else
      g_hash_table_insert(hsds->organization_names, folded, GUINT_TO_POINTER(row + 1));
  }
}

/* Organizations by key, else the one by name. */
static GArray *find_organizations(const RefnetHsds *hsds, const char *key, const char *name) {
  GArray *rows = find_all(hsds, REFNET_HSDS_ORGANIZATIONS, key);
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
                       "dangling-location", FIX_KEY,
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
    reject_dangling(hsds, REFNET_HSDS_SERVICES, row, REFNET_HSDS_SERVICE_LOCATION,
                    REFNET_HSDS_LOCATIONS);
  else
    reject_dangling(hsds, REFNET_HSDS_SERVICES, row, REFNET_HSDS_SERVICE_ORGANIZATION,
                    REFNET_HSDS_ORGANIZATIONS);
}

static void take_service(RefnetHsds *hsds, guint32 row) {
  RefnetRelation *relation = hsds->tables[REFNET_HSDS_SERVICES];
  if (relation->rejected[row])
    return;
  if (!hsds->options->inactive &&
      is_inactive(refnet_relation_cell(relation, row, REFNET_HSDS_SERVICE_STATUS)))
    leave_out(hsds, REFNET_HSDS_SERVICES, row,
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
    leave_out(hsds, REFNET_HSDS_SERVICES, row, OWNER_LEFT_OUT);
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
      leave_out(hsds, REFNET_HSDS_ORGANIZATIONS, row, "none of their services is active");
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

/* ---- what joins two tables ------------------------------------------------------------------- */

/* Rows that join a service and a row of `other`; links of services. */
static RefnetLinks *join_services(RefnetHsds *hsds, RefnetHsdsTable table, guint service_field,
                                  guint other_field, RefnetHsdsTable other) {
  RefnetRelation *relation = hsds->tables[table];
  RefnetLinks *links = refnet_links_new(hsds->tables[REFNET_HSDS_SERVICES]->rows);
  for (guint32 row = 0; row < relation->rows; row++) {
    guint32 service = refnet_hsds_find(hsds, REFNET_HSDS_SERVICES,
                                       refnet_relation_cell(relation, row, service_field));
    guint32 joined =
        refnet_hsds_find(hsds, other, refnet_relation_cell(relation, row, other_field));
    if (service == REFNET_NO_ROW)
      reject_dangling(hsds, table, row, service_field, REFNET_HSDS_SERVICES);
    else if (joined == REFNET_NO_ROW)
      reject_dangling(hsds, table, row, other_field, other);
    else if (refnet_hsds_is_out(hsds, REFNET_HSDS_SERVICES, service) ||
             hsds->tables[other]->rejected[joined])
      leave_out(hsds, table, row, OWNER_LEFT_OUT);
    else {
      refnet_relation_use(relation, row);
      refnet_links_add(links, service, joined);
    }
  }
  return links;
}

/* Keys that stand in a cell of the services themselves. */
static void join_cells(RefnetHsds *hsds, guint field, RefnetHsdsTable other, RefnetLinks *links) {
  const RefnetRelation *relation = hsds->tables[REFNET_HSDS_SERVICES];
  for (guint32 row = 0; row < relation->rows; row++) {
    if (refnet_hsds_is_out(hsds, REFNET_HSDS_SERVICES, row))
      continue;
    g_autoptr(GArray) found = find_all(hsds, other, refnet_relation_cell(relation, row, field));
    for (guint i = 0; i < found->len; i++)
      refnet_links_add(links, row, g_array_index(found, guint32, i));
  }
}

/* The service that a row of services at locations is of. */
static const char *service_at_location(const RefnetHsds *hsds, const char *key) {
  guint32 row = refnet_hsds_find(hsds, REFNET_HSDS_SERVICE_LOCATIONS, key);
  return row != REFNET_NO_ROW ? refnet_hsds_cell(hsds, REFNET_HSDS_SERVICE_LOCATIONS, row,
                                                 REFNET_HSDS_SERVICE_LOCATION_SERVICE)
                              : NULL;
}

/* Areas of a service at one of its locations are areas of the service. */
static void give_areas_to_services(RefnetHsds *hsds) {
  RefnetRelation *relation = hsds->tables[REFNET_HSDS_SERVICE_AREAS];
  for (guint32 row = 0; row < relation->rows; row++)
    if (!refnet_relation_cell(relation, row, REFNET_HSDS_SERVICE_AREA_SERVICE))
      refnet_relation_fill(
          relation, row, REFNET_HSDS_SERVICE_AREA_SERVICE,
          service_at_location(hsds, refnet_relation_cell(
                                        relation, row, REFNET_HSDS_SERVICE_AREA_SERVICE_LOCATION)));
}

typedef enum { ENTITY_UNKNOWN, ENTITY_SERVICE, ENTITY_SERVICE_LOCATION, ENTITY_OTHER } Entity;

static Entity entity_of(const char *text) {
  g_autofree char *folded = refnet_text_fold_header(text != NULL ? text : "");
  if (*folded == '\0')
    return ENTITY_UNKNOWN;
  if (g_str_equal(folded, "serviceatlocation"))
    return ENTITY_SERVICE_LOCATION;
  return g_str_equal(folded, "service") || g_str_equal(folded, "services") ? ENTITY_SERVICE
                                                                           : ENTITY_OTHER;
}

/* 3.0 links terms to rows of any table; those of services are the same as in the other versions. */
static void join_attributes(RefnetHsds *hsds, RefnetLinks *links) {
  RefnetRelation *relation = hsds->tables[REFNET_HSDS_ATTRIBUTES];
  for (guint32 row = 0; row < relation->rows; row++) {
    guint32 term = refnet_hsds_find(
        hsds, REFNET_HSDS_TERMS, refnet_relation_cell(relation, row, REFNET_HSDS_ATTRIBUTE_TERM));
    const char *link = refnet_relation_cell(relation, row, REFNET_HSDS_ATTRIBUTE_LINK);
    Entity entity = entity_of(refnet_relation_cell(relation, row, REFNET_HSDS_ATTRIBUTE_ENTITY));
    gboolean of_service = entity == ENTITY_SERVICE || entity == ENTITY_SERVICE_LOCATION;
    guint32 service = refnet_hsds_find(
        hsds, REFNET_HSDS_SERVICES,
        entity == ENTITY_SERVICE_LOCATION ? service_at_location(hsds, link) : link);
    if (term == REFNET_NO_ROW)
      reject_dangling(hsds, REFNET_HSDS_ATTRIBUTES, row, REFNET_HSDS_ATTRIBUTE_TERM,
                      REFNET_HSDS_TERMS);
    else if (service == REFNET_NO_ROW && of_service)
      reject_dangling(hsds, REFNET_HSDS_ATTRIBUTES, row, REFNET_HSDS_ATTRIBUTE_LINK,
                      REFNET_HSDS_SERVICES);
    else if (service != REFNET_NO_ROW && (of_service || entity == ENTITY_UNKNOWN)) {
      if (refnet_hsds_is_out(hsds, REFNET_HSDS_SERVICES, service)) {
        leave_out(hsds, REFNET_HSDS_ATTRIBUTES, row, OWNER_LEFT_OUT);
      } else {
        refnet_relation_use(relation, row);
        refnet_links_add(links, service, term);
      }
    }
  }
}

/* Languages of services, and of locations. */
static void take_languages(RefnetHsds *hsds) {
  RefnetRelation *relation = hsds->tables[REFNET_HSDS_LANGUAGES];
  hsds->service_languages = refnet_links_new(hsds->tables[REFNET_HSDS_SERVICES]->rows);
  hsds->location_languages = refnet_links_new(hsds->tables[REFNET_HSDS_LOCATIONS]->rows);
  for (guint32 row = 0; row < relation->rows; row++) {
    guint32 service =
        refnet_hsds_find(hsds, REFNET_HSDS_SERVICES,
                         refnet_relation_cell(relation, row, REFNET_HSDS_LANGUAGE_SERVICE));
    guint32 location =
        refnet_hsds_find(hsds, REFNET_HSDS_LOCATIONS,
                         refnet_relation_cell(relation, row, REFNET_HSDS_LANGUAGE_LOCATION));
    gboolean is_out =
        service != REFNET_NO_ROW && refnet_hsds_is_out(hsds, REFNET_HSDS_SERVICES, service);
    const char *phone = refnet_relation_cell(relation, row, REFNET_HSDS_LANGUAGE_PHONE);
    if (service == REFNET_NO_ROW && location == REFNET_NO_ROW && refnet_hsds_is_key(phone))
      continue;
    if (service == REFNET_NO_ROW && location == REFNET_NO_ROW) {
      gboolean by_location =
          refnet_hsds_is_key(refnet_relation_cell(relation, row, REFNET_HSDS_LANGUAGE_LOCATION));
      reject_dangling(hsds, REFNET_HSDS_LANGUAGES, row,
                      by_location ? REFNET_HSDS_LANGUAGE_LOCATION : REFNET_HSDS_LANGUAGE_SERVICE,
                      by_location ? REFNET_HSDS_LOCATIONS : REFNET_HSDS_SERVICES);
    } else if (is_out) {
      leave_out(hsds, REFNET_HSDS_LANGUAGES, row, OWNER_LEFT_OUT);
    } else {
      refnet_relation_use(relation, row);
      if (service != REFNET_NO_ROW)
        refnet_links_add(hsds->service_languages, service, row);
      else
        refnet_links_add(hsds->location_languages, location, row);
    }
  }
}

/* Pages of organizations; those of services are no concern of theirs. */
static void take_urls(RefnetHsds *hsds) {
  const RefnetRelation *relation = hsds->tables[REFNET_HSDS_URLS];
  hsds->organization_urls = refnet_links_new(hsds->tables[REFNET_HSDS_ORGANIZATIONS]->rows);
  for (guint32 row = 0; row < relation->rows; row++) {
    guint32 owner =
        refnet_hsds_find(hsds, REFNET_HSDS_ORGANIZATIONS,
                         refnet_relation_cell(relation, row, REFNET_HSDS_URL_ORGANIZATION));
    if (owner != REFNET_NO_ROW && refnet_relation_cell(relation, row, REFNET_HSDS_URL_TEXT))
      refnet_links_add(hsds->organization_urls, owner, row);
  }
}

/* A location of nobody is that of the one organization whose services are there. */
static void adopt_locations(RefnetHsds *hsds) {
  guint32 *owner = hsds->organization_of_location;
  g_autoptr(GHashTable) adopted = g_hash_table_new(NULL, NULL);
  for (guint32 service = 0; service < hsds->tables[REFNET_HSDS_SERVICES]->rows; service++) {
    RefnetIndexList owners = refnet_links_of(hsds->service_organizations, service);
    RefnetIndexList at = refnet_links_of(hsds->service_locations, service);
    for (guint32 i = 0; i < at.length && owners.length > 0; i++) {
      gpointer location = GUINT_TO_POINTER(at.items[i]);
      if (owner[at.items[i]] == REFNET_NO_ROW && g_hash_table_add(adopted, location))
        owner[at.items[i]] = owners.items[0];
      else if (g_hash_table_contains(adopted, location) && owner[at.items[i]] != owners.items[0])
        owner[at.items[i]] = REFNET_NO_ROW;
    }
  }
}

void refnet_hsds_link(RefnetHsds *hsds) {
  take_organizations(hsds);
  take_locations(hsds);
  take_services(hsds);
  hsds->service_locations =
      join_services(hsds, REFNET_HSDS_SERVICE_LOCATIONS, REFNET_HSDS_SERVICE_LOCATION_SERVICE,
                    REFNET_HSDS_SERVICE_LOCATION_LOCATION, REFNET_HSDS_LOCATIONS);
  join_cells(hsds, REFNET_HSDS_SERVICE_LOCATION, REFNET_HSDS_LOCATIONS, hsds->service_locations);
  adopt_locations(hsds);
  hsds->service_terms =
      join_services(hsds, REFNET_HSDS_SERVICE_TERMS, REFNET_HSDS_SERVICE_TERM_SERVICE,
                    REFNET_HSDS_SERVICE_TERM_TERM, REFNET_HSDS_TERMS);
  join_cells(hsds, REFNET_HSDS_SERVICE_TERM_IDS, REFNET_HSDS_TERMS, hsds->service_terms);
  join_attributes(hsds, hsds->service_terms);
  hsds->location_addresses =
      link_rows(hsds, REFNET_HSDS_ADDRESSES, REFNET_HSDS_ADDRESS_LOCATION, REFNET_HSDS_LOCATIONS);
  hsds->location_postal_addresses = link_rows(hsds, REFNET_HSDS_POSTAL_ADDRESSES,
                                              REFNET_HSDS_ADDRESS_LOCATION, REFNET_HSDS_LOCATIONS);
  give_areas_to_services(hsds);
  hsds->service_areas = link_rows(hsds, REFNET_HSDS_SERVICE_AREAS, REFNET_HSDS_SERVICE_AREA_SERVICE,
                                  REFNET_HSDS_SERVICES);
  hsds->service_eligibility = link_rows(hsds, REFNET_HSDS_ELIGIBILITY,
                                        REFNET_HSDS_ELIGIBILITY_SERVICE, REFNET_HSDS_SERVICES);
  hsds->organization_identifiers =
      link_rows(hsds, REFNET_HSDS_IDENTIFIERS, REFNET_HSDS_IDENTIFIER_ORGANIZATION,
                REFNET_HSDS_ORGANIZATIONS);
  take_languages(hsds);
  take_urls(hsds);
}
