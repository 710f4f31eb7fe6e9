/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What tables of keys say belongs together: services and their locations, terms, languages. */
#include "exchange/directory/hsds_rows.h"

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
      refnet_hsds_reject_dangling(hsds, table, row, service_field, REFNET_HSDS_SERVICES);
    else if (joined == REFNET_NO_ROW)
      refnet_hsds_reject_dangling(hsds, table, row, other_field, other);
    else if (refnet_hsds_is_out(hsds, REFNET_HSDS_SERVICES, service) ||
             hsds->tables[other]->rejected[joined])
      refnet_hsds_leave_out(hsds, table, row, REFNET_HSDS_OWNER_LEFT_OUT);
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
    g_autoptr(GArray) found =
        refnet_hsds_find_all(hsds, other, refnet_relation_cell(relation, row, field));
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
      refnet_hsds_reject_dangling(hsds, REFNET_HSDS_ATTRIBUTES, row, REFNET_HSDS_ATTRIBUTE_TERM,
                                  REFNET_HSDS_TERMS);
    else if (service == REFNET_NO_ROW && of_service)
      refnet_hsds_reject_dangling(hsds, REFNET_HSDS_ATTRIBUTES, row, REFNET_HSDS_ATTRIBUTE_LINK,
                                  REFNET_HSDS_SERVICES);
    else if (service != REFNET_NO_ROW && (of_service || entity == ENTITY_UNKNOWN)) {
      if (refnet_hsds_is_out(hsds, REFNET_HSDS_SERVICES, service)) {
        refnet_hsds_leave_out(hsds, REFNET_HSDS_ATTRIBUTES, row, REFNET_HSDS_OWNER_LEFT_OUT);
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
      refnet_hsds_reject_dangling(hsds, REFNET_HSDS_LANGUAGES, row,
                                  by_location ? REFNET_HSDS_LANGUAGE_LOCATION
                                              : REFNET_HSDS_LANGUAGE_SERVICE,
                                  by_location ? REFNET_HSDS_LOCATIONS : REFNET_HSDS_SERVICES);
    } else if (is_out) {
      refnet_hsds_leave_out(hsds, REFNET_HSDS_LANGUAGES, row, REFNET_HSDS_OWNER_LEFT_OUT);
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

void refnet_hsds_join(RefnetHsds *hsds) {
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
  hsds->location_addresses = refnet_hsds_link_rows(
      hsds, REFNET_HSDS_ADDRESSES, REFNET_HSDS_ADDRESS_LOCATION, REFNET_HSDS_LOCATIONS);
  hsds->location_postal_addresses = refnet_hsds_link_rows(
      hsds, REFNET_HSDS_POSTAL_ADDRESSES, REFNET_HSDS_ADDRESS_LOCATION, REFNET_HSDS_LOCATIONS);
  give_areas_to_services(hsds);
  hsds->service_areas = refnet_hsds_link_rows(
      hsds, REFNET_HSDS_SERVICE_AREAS, REFNET_HSDS_SERVICE_AREA_SERVICE, REFNET_HSDS_SERVICES);
  hsds->service_eligibility = refnet_hsds_link_rows(
      hsds, REFNET_HSDS_ELIGIBILITY, REFNET_HSDS_ELIGIBILITY_SERVICE, REFNET_HSDS_SERVICES);
  hsds->organization_identifiers =
      refnet_hsds_link_rows(hsds, REFNET_HSDS_IDENTIFIERS, REFNET_HSDS_IDENTIFIER_ORGANIZATION,
                            REFNET_HSDS_ORGANIZATIONS);
  take_languages(hsds);
  take_urls(hsds);
}
