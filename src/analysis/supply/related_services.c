/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Co-offering counted over the providers of a service. */
#include "analysis/supply/related_services.h"

#include "analysis/memory.h"
#include "base/order.h"

#define LEAST_TOGETHER 2
#define LEAST_SHARE .2

typedef struct {
  guint32 service, related;
} Pair;

static int compare_pairs(const void *a, const void *b) {
  const Pair *first = a, *second = b;
  if (first->service != second->service)
    return first->service < second->service ? -1 : 1;
  return first->related < second->related ? -1 : first->related > second->related;
}

static void add_pair(GArray *pairs, guint32 service, guint32 related) {
  Pair pair = {service, related};
  g_array_append_val(pairs, pair);
}

static GArray *read_pairs(const RefnetVocabulary *services, const char *const *names) {
  GArray *pairs = g_array_new(FALSE, FALSE, sizeof(Pair));
  for (guint i = 0; names[i] && names[i + 1]; i += 2) {
    guint32 a = refnet_vocabulary_find(services, names[i]);
    guint32 b = refnet_vocabulary_find(services, names[i + 1]);
    if (a == REFNET_NONE || b == REFNET_NONE || a == b)
      continue;
    add_pair(pairs, a, b);
    add_pair(pairs, b, a);
  }
  g_array_sort(pairs, compare_pairs);
  return pairs;
}

/* ---- what providers offer -------------------------------------------------------------------- */

/* Distinct services, provider by provider. */
static void list_services(RefnetRelatedServices *related) {
  const RefnetProviders *providers = related->providers;
  const RefnetNetwork *network = providers->network;
  const RefnetDataset *dataset = network->dataset;
  guint32 length = 0;
  for (guint32 p = 0; p < network->vertices; p++) {
    guint32 first = length;
    for (guint32 m = providers->member_start[p]; m < providers->member_start[p + 1]; m++) {
      guint32 organization = network->organization[providers->members[m]];
      for (guint32 o = dataset->offer_start[organization];
           o < dataset->offer_start[organization + 1]; o++)
        related->services[length++] = dataset->offers[o].service;
    }
    length = first + (guint32)refnet_sort_distinct(&related->services[first], length - first);
    for (guint32 i = first; i < length; i++)
      related->provider_count[related->services[i]]++;
    related->start[p + 1] = length;
  }
}

RefnetRelatedServices *refnet_related_services_new(const RefnetProviders *providers,
                                                   const char *const *pairs, GError **error) {
  g_autoptr(RefnetRelatedServices) related = g_new0(RefnetRelatedServices, 1);
  const RefnetDataset *dataset = providers->network->dataset;
  guint32 services = dataset->services.length;
  related->providers = providers;
  related->pairs = pairs ? read_pairs(&dataset->services, pairs) : NULL;
  if (!(related->services = REFNET_TRY_ARRAY(guint32, dataset->offer_count, error)) ||
      !(related->start =
            REFNET_TRY_ARRAY(guint32, (guint64)providers->network->vertices + 1, error)) ||
      !(related->provider_count = REFNET_TRY_ARRAY(guint32, services, error)) ||
      !(related->together = REFNET_TRY_ARRAY(guint32, services, error)) ||
      !(related->met = REFNET_TRY_ARRAY(guint32, services, error)))
    return NULL;
  list_services(related);
  return g_steal_pointer(&related);
}

void refnet_related_services_free(RefnetRelatedServices *related) {
  if (!related)
    return;
  g_free(related->services);
  g_free(related->start);
  g_free(related->provider_count);
  g_free(related->together);
  g_free(related->met);
  g_clear_pointer(&related->pairs, g_array_unref);
  g_free(related);
}

/* ---- most related ---------------------------------------------------------------------------- */

static guint32 named_by_user(const RefnetRelatedServices *related, guint32 service,
                             guint32 services[REFNET_RELATED_MOST]) {
  guint32 length = 0;
  for (guint i = 0; i < related->pairs->len && length < REFNET_RELATED_MOST; i++) {
    const Pair *pair = &g_array_index(related->pairs, Pair, i);
    if (pair->service == service && (length == 0 || services[length - 1] != pair->related))
      services[length++] = pair->related;
  }
  return length;
}

static guint32 count_together(RefnetRelatedServices *related, guint32 service) {
  const RefnetProviders *providers = related->providers;
  guint32 met = 0, latest = REFNET_NONE;
  for (guint32 i = providers->offer_start[service]; i < providers->offer_start[service + 1]; i++) {
    guint32 provider = refnet_providers_of_offer(providers, providers->offers[i]);
    if (provider == latest)
      continue;
    latest = provider;
    for (guint32 k = related->start[provider]; k < related->start[provider + 1]; k++) {
      guint32 other = related->services[k];
      if (other != service && related->together[other]++ == 0)
        related->met[met++] = other;
    }
  }
  return met;
}

typedef struct {
  guint32 service;
  double share;
} Candidate;

static void consider(Candidate *best, guint32 *length, Candidate candidate) {
  guint32 i = *length < REFNET_RELATED_MOST ? (*length)++ : REFNET_RELATED_MOST;
  for (;
       i > 0 && (candidate.share > best[i - 1].share ||
                 (candidate.share == best[i - 1].share && candidate.service < best[i - 1].service));
       i--)
    if (i < REFNET_RELATED_MOST)
      best[i] = best[i - 1];
  if (i < REFNET_RELATED_MOST)
    best[i] = candidate;
}

guint32 refnet_related_services_of(RefnetRelatedServices *related, guint32 service,
                                   guint32 services[REFNET_RELATED_MOST]) {
  if (related->pairs)
    return named_by_user(related, service, services);
  if (related->provider_count[service] < LEAST_TOGETHER)
    return 0;
  Candidate best[REFNET_RELATED_MOST];
  guint32 length = 0, met = count_together(related, service);
  for (guint32 i = 0; i < met; i++) {
    guint32 other = related->met[i], together = related->together[other];
    double share = (double)together /
                   (related->provider_count[service] + related->provider_count[other] - together);
    related->together[other] = 0;
    if (together >= LEAST_TOGETHER && share >= LEAST_SHARE)
      consider(best, &length, (Candidate){other, share});
  }
  for (guint32 i = 0; i < length; i++)
    services[i] = best[i].service;
  return length;
}
