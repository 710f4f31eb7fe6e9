/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The fields that a map can show, and which group of each an organization is in. */
#include "draw/signs/facet_table.h"

/* The group so far, and those of one more list. */
static guint32 join(guint32 group, RefnetIndexList list) {
  for (guint32 i = 0; i < list.length; i++)
    if (group == REFNET_NONE)
      group = list.items[i];
    else if (group != list.items[i])
      return REFNET_FACET_SEVERAL;
  return group;
}

typedef enum { AREAS, POPULATIONS, SERVICE } OfferField;

/* What all that the organization offers has in the field. */
static guint32 group_of_offers(const RefnetDataset *dataset, guint32 organization,
                               OfferField field) {
  guint32 group = REFNET_NONE;
  for (guint32 i = dataset->offer_start[organization]; i < dataset->offer_start[organization + 1];
       i++) {
    RefnetOffer offer = dataset->offers[i];
    RefnetIndexList list = field == AREAS         ? offer.areas
                           : field == POPULATIONS ? offer.populations
                                                  : (RefnetIndexList){&offer.service, 1};
    group = join(group, list);
  }
  return group;
}

/* Of its own list, or else of its offers'. */
guint32 refnet_facet_area(const RefnetDataset *dataset, guint32 organization) {
  RefnetIndexList areas = dataset->organizations[organization].areas;
  return areas.length > 0 ? join(REFNET_NONE, areas)
                          : group_of_offers(dataset, organization, AREAS);
}

static guint32 population_of(const RefnetDataset *dataset, guint32 organization) {
  RefnetIndexList populations = dataset->organizations[organization].populations;
  return populations.length > 0 ? join(REFNET_NONE, populations)
                                : group_of_offers(dataset, organization, POPULATIONS);
}

static guint32 service_of(const RefnetDataset *dataset, guint32 organization) {
  return group_of_offers(dataset, organization, SERVICE);
}

static guint32 sector_of(const RefnetDataset *dataset, guint32 organization) {
  return dataset->organizations[organization].sector;
}

static guint32 partnership_of(const RefnetDataset *dataset, guint32 organization) {
  return dataset->organizations[organization].details->partnership;
}

static guint32 coalition_of(const RefnetDataset *dataset, guint32 organization) {
  return join(REFNET_NONE, dataset->organizations[organization].details->coalitions);
}

static guint32 language_of(const RefnetDataset *dataset, guint32 organization) {
  return join(REFNET_NONE, dataset->organizations[organization].details->languages);
}

static const char *city_of(const RefnetOrganization *o) {
  return o->details->city;
}
static const char *status_of(const RefnetOrganization *o) {
  return o->details->status;
}
static const char *postal_code_of(const RefnetOrganization *o) {
  return o->details->postal_code;
}
static const char *parent_of(const RefnetOrganization *o) {
  return o->details->parent;
}

/* clang-format off */
static double in_degree_of(const RefnetVertexMeasures *m) { return m->in_degree; }
static double out_degree_of(const RefnetVertexMeasures *m) { return m->out_degree; }
static double in_strength_of(const RefnetVertexMeasures *m) { return (double)m->in_strength; }
static double out_strength_of(const RefnetVertexMeasures *m) { return (double)m->out_strength; }
static double betweenness_of(const RefnetVertexMeasures *m) { return m->betweenness; }
static double closeness_of(const RefnetVertexMeasures *m) { return m->harmonic_closeness; }
static double pagerank_of(const RefnetVertexMeasures *m) { return m->pagerank; }
static double coreness_of(const RefnetVertexMeasures *m) { return m->coreness; }
static double clustering_of(const RefnetVertexMeasures *m) { return m->clustering; }
static double constraint_of(const RefnetVertexMeasures *m) { return m->constraint; }
static double effective_size_of(const RefnetVertexMeasures *m) { return m->effective_size; }
static double reach_of(const RefnetVertexMeasures *m) { return m->reach; }
/* clang-format on */

#define VALUES(field) offsetof(RefnetDataset, field)

static const RefnetFacetRow rows[] = {
    {"sector", "sector", .source = REFNET_FACET_BY_VALUE, .vocabulary = VALUES(sectors),
     .group = sector_of},
    {"community", "community", .source = REFNET_FACET_BY_COMMUNITY},
    {"area", "area", .source = REFNET_FACET_BY_VALUE, .vocabulary = REFNET_FACET_AREAS,
     .group = refnet_facet_area},
    {"partnership", "partnership", .source = REFNET_FACET_BY_VALUE,
     .vocabulary = VALUES(partnerships), .group = partnership_of},
    {"role", "role", .source = REFNET_FACET_BY_ROLE},
    {"coalition", "coalition", .source = REFNET_FACET_BY_VALUE, .vocabulary = VALUES(coalitions),
     .group = coalition_of},
    {"population", "population", .source = REFNET_FACET_BY_VALUE, .vocabulary = VALUES(populations),
     .group = population_of},
    {"service", "service", .source = REFNET_FACET_BY_VALUE, .vocabulary = VALUES(services),
     .group = service_of},
    {"language", "language", .source = REFNET_FACET_BY_VALUE, .vocabulary = VALUES(languages),
     .group = language_of},
    {"city", "city", .source = REFNET_FACET_BY_TEXT, .text = city_of},
    {"postal_code", "postal code", .source = REFNET_FACET_BY_TEXT, .text = postal_code_of},
    {"status", "status", .source = REFNET_FACET_BY_TEXT, .text = status_of},
    {"parent", "parent", .source = REFNET_FACET_BY_TEXT, .text = parent_of},
    {"degree", "relationships", .source = REFNET_FACET_BY_DEGREE},
    {"in_degree", "organisations that refer to it", .source = REFNET_FACET_BY_MEASURE,
     .measure = in_degree_of},
    {"out_degree", "organisations it refers to", .source = REFNET_FACET_BY_MEASURE,
     .measure = out_degree_of},
    {"count", "referrals sent and received", .source = REFNET_FACET_BY_COUNT},
    {"in_strength", "referrals received", .source = REFNET_FACET_BY_MEASURE,
     .measure = in_strength_of},
    {"out_strength", "referrals sent", .source = REFNET_FACET_BY_MEASURE,
     .measure = out_strength_of},
    {"betweenness", "betweenness", .source = REFNET_FACET_BY_MEASURE, .measure = betweenness_of},
    {"harmonic_closeness", "closeness", .source = REFNET_FACET_BY_MEASURE, .measure = closeness_of},
    {"pagerank", "PageRank", .source = REFNET_FACET_BY_MEASURE, .measure = pagerank_of},
    {"coreness", "core", .source = REFNET_FACET_BY_MEASURE, .measure = coreness_of},
    {"clustering", "clustering", .source = REFNET_FACET_BY_MEASURE, .measure = clustering_of},
    {"constraint", "constraint", .source = REFNET_FACET_BY_MEASURE, .measure = constraint_of},
    {"effective_size", "effective size", .source = REFNET_FACET_BY_MEASURE,
     .measure = effective_size_of},
    {"reach", "reach", .source = REFNET_FACET_BY_MEASURE, .measure = reach_of},
    {"capacity", "capacity, people a year", .source = REFNET_FACET_BY_CAPACITY},
};

const RefnetFacetRow *refnet_facet_rows(gsize *count) {
  *count = G_N_ELEMENTS(rows);
  return rows;
}
