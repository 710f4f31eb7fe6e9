/* SPDX-License-Identifier: GPL-2.0-or-later */
/* People for each listed provider, beside thresholds that the user chose. */
#include "analysis/gaps/search.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/memory.h"

static gboolean is_listed_area(const RefnetGapSearch *search, guint32 area) {
  return !search->serving->with_parts[area] && refnet_chosen(search->areas, area);
}

static RefnetProviderRatio ratio_in(const RefnetGapSearch *search, guint32 area, guint32 service,
                                    double threshold) {
  double population = search->network->dataset->areas[area].population;
  guint32 providers = refnet_service_supply_providers(search->supply, area, NULL);
  return (RefnetProviderRatio){.area = area,
                               .service = service,
                               .population = population,
                               .providers = providers,
                               .ratio = providers > 0 ? population / providers : NAN,
                               .threshold = threshold,
                               .above = population > threshold * providers};
}

/* Above the threshold first, then by people for a provider: nobody at all is the most. */
static int compare_ratios(const void *a, const void *b) {
  const RefnetProviderRatio *first = a, *second = b;
  if (first->above != second->above)
    return first->above ? -1 : 1;
  double one = first->providers ? first->ratio : INFINITY;
  double other = second->providers ? second->ratio : INFINITY;
  int order = refnet_gap_compare_reals(one, other);
  if (!order)
    order = refnet_gap_compare_reals(first->population, second->population);
  if (!order && first->service != second->service)
    order = first->service < second->service ? -1 : 1;
  return order ? order : first->area < second->area ? -1 : first->area > second->area;
}

/* A threshold for each service; of several for one the last. NAN: none. */
static double *collect_thresholds(const RefnetGapSearch *search, GError **error) {
  const RefnetVocabulary *services = &search->network->dataset->services;
  g_autofree double *thresholds = REFNET_TRY_ARRAY(double, services->length, error);
  for (guint32 s = 0; thresholds && s < services->length; s++)
    thresholds[s] = NAN;
  for (guint32 i = 0; thresholds && i < search->options->ratio_count; i++) {
    const RefnetRatioThreshold *ratio = &search->options->ratios[i];
    guint32 service;
    if (refnet_choose_value(ratio->service, services, "service", &service,
                            ratio->if_known ? NULL : error))
      thresholds[service] = ratio->threshold;
    else if (!ratio->if_known)
      return NULL;
  }
  return g_steal_pointer(&thresholds);
}

static gsize count_ratios(const RefnetGapSearch *search, const double *thresholds) {
  const RefnetDataset *dataset = search->network->dataset;
  gsize areas = 0, services = 0;
  for (guint32 a = 0; a < dataset->area_count; a++)
    areas += is_listed_area(search, a);
  for (guint32 s = 0; s < dataset->services.length; s++)
    services += !isnan(thresholds[s]) && refnet_chosen(search->services, s);
  return areas * services;
}

gboolean refnet_gap_add_ratios(RefnetGapSearch *search, GError **error) {
  const RefnetDataset *dataset = search->network->dataset;
  RefnetGaps *gaps = &search->result->gaps;
  if (search->options->ratio_count == 0)
    return TRUE;
  g_autofree double *thresholds = collect_thresholds(search, error);
  if (!thresholds || !(gaps->ratios = REFNET_TRY_ARRAY(RefnetProviderRatio,
                                                       count_ratios(search, thresholds), error)))
    return FALSE;
  for (guint32 s = 0; s < dataset->services.length; s++) {
    if (isnan(thresholds[s]) || !refnet_chosen(search->services, s))
      continue;
    if (!refnet_service_supply_set(search->supply, s, error))
      return FALSE;
    for (guint32 a = 0; a < dataset->area_count; a++)
      if (is_listed_area(search, a))
        gaps->ratios[gaps->ratio_count++] = ratio_in(search, a, s, thresholds[s]);
  }
  if (gaps->ratio_count > 1)
    qsort(gaps->ratios, gaps->ratio_count, sizeof *gaps->ratios, compare_ratios);
  return TRUE;
}
