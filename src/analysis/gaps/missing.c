/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Cells with nobody, or with one provider only: who is nearest, who offers something related, who
 * could be the second. */
#include "analysis/gaps/search.h"

#include <math.h>

#include "analysis/result.h"
#include "analysis/supply/places.h"

static gboolean is_other(guint32 provider, gconstpointer data) {
  return provider != *(const guint32 *)data;
}

/* ---- related services in the area ------------------------------------------------------------ */

typedef struct {
  RefnetRelatedOffer offers[REFNET_RELATED_MOST];
  guint32 length;
} RelatedOffers;

static gboolean is_listed(const RelatedOffers *found, guint32 organization) {
  for (guint32 i = 0; i < found->length; i++)
    if (found->offers[i].organization == organization)
      return TRUE;
  return FALSE;
}

/* Those other than `except` that offer the related service in the area. */
static void find_related(const RefnetGapSearch *search, guint32 area, guint32 service,
                         guint32 except, RelatedOffers *found) {
  const RefnetProviders *providers = search->providers;
  const RefnetDataset *dataset = search->network->dataset;
  for (guint32 i = providers->offer_start[service];
       i < providers->offer_start[service + 1] && found->length < REFNET_RELATED_MOST; i++) {
    guint32 provider = refnet_providers_of_offer(providers, providers->offers[i]);
    guint32 organization = search->network->organization[provider];
    if (provider != except && !is_listed(found, organization) &&
        refnet_areas_reach(dataset, search->serving->with_parts,
                           dataset->offers[providers->offers[i]].areas, area))
      found->offers[found->length++] = (RefnetRelatedOffer){organization, service};
  }
}

static gboolean add_related(RefnetGapSearch *search, guint32 except, RefnetGap *gap) {
  guint32 services[REFNET_RELATED_MOST];
  guint32 count = refnet_related_services_of(search->related, gap->service, services);
  RelatedOffers found = {.length = 0};
  for (guint32 i = 0; i < count; i++)
    find_related(search, gap->area, services[i], except, &found);
  gap->related_count = found.length;
  gap->related =
      refnet_result_copy(search->result->pool, found.offers, found.length * sizeof *found.offers);
  return gap->related != NULL;
}

/* ---- one provider ---------------------------------------------------------------------------- */

/* What makes resting on this one provider worse. */
static void describe_provider(const RefnetGapSearch *search, guint32 provider, RefnetGap *gap) {
  const RefnetDataset *dataset = search->network->dataset;
  const RefnetProviders *providers = search->providers;
  g_autoptr(GHashTable) persons = g_hash_table_new(NULL, NULL);
  for (guint32 m = providers->member_start[provider]; m < providers->member_start[provider + 1];
       m++) {
    guint32 organization = search->network->organization[providers->members[m]];
    gap->provider_funding_end =
        MAX(gap->provider_funding_end, dataset->organizations[organization].details->funding_end);
    for (guint32 c = dataset->contact_start[organization];
         c < dataset->contact_start[organization + 1]; c++)
      if (!refnet_contact_has_left(&dataset->contacts[c], search->options->as_of))
        g_hash_table_add(persons, GUINT_TO_POINTER(dataset->contacts[c].person));
  }
  gap->provider_contacts = g_hash_table_size(persons);
}

/* Of the next providers one that works in the area already, else the nearest; without any, one
 * that offers something related there. */
static void choose_second(const RefnetGapSearch *search, RefnetGap *gap) {
  for (guint32 i = 0; i < gap->nearest_count && !gap->second_is_there; i++) {
    guint32 vertex = search->network->vertex[gap->nearest[i].organization];
    gap->second_is_there = refnet_serving_has(search->serving, vertex, gap->area);
    if (gap->second_is_there)
      gap->second = gap->nearest[i].organization;
  }
  if (gap->second_is_there)
    return;
  if (gap->nearest_count > 0) {
    gap->second = gap->nearest[0].organization;
  } else if (gap->related_count > 0) {
    gap->second = gap->related[0].organization;
    gap->second_is_there = TRUE;
  }
}

gboolean refnet_gap_report_missing(RefnetGapSearch *search, const RefnetGapCell *cell,
                                   GError **error) {
  RefnetGapStatus status = cell->provider_count ? REFNET_GAP_FRAGILE : REFNET_GAP_ABSENT;
  if (cell->provider_count > 1 || cell->demand.people == 0 || !refnet_gap_wanted(search, status))
    return TRUE;
  RefnetGap gap = refnet_gap_begin(search, cell, status);
  guint32 only = cell->provider_count ? cell->providers[0] : REFNET_NONE;
  if (!refnet_gap_add_nearest(search, is_other, &only, &gap) || !add_related(search, only, &gap))
    return refnet_result_no_memory(error);
  if (cell->provider_count) {
    describe_provider(search, only, &gap);
    choose_second(search, &gap);
  }
  return refnet_gap_end(search, cell, &gap, error);
}
