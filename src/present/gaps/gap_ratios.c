/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Residents for each provider, beside a threshold. */
#include "present/gaps/gap_parts.h"

#include <math.h>

#include "present/wording/words.h"

static const RefnetColumn ratio_columns[] = {
    {"area", "AREA", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"area_name", "AREA", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"service", "SERVICE", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"residents", "RESIDENTS", REFNET_VALUE_REAL, 0, 0, NULL},
    {"providers", "PROVIDERS", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"ratio", "FOR EACH", REFNET_VALUE_REAL, 0, 0, NULL},
    {"threshold", "THRESHOLD", REFNET_VALUE_REAL, 0, 0, NULL},
    {"above", "ABOVE", REFNET_VALUE_BOOLEAN, 0, REFNET_COLUMN_DETAIL, NULL},
    {"reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static char *ratio_reason(const RefnetDataset *dataset, const RefnetProviderRatio *ratio) {
  const char *area = dataset->areas[ratio->area].name;
  const char *service = dataset->services.names[ratio->service];
  g_autofree char *residents = refnet_words_figure(ratio->population);
  g_autofree char *each = refnet_words_figure(ratio->ratio);
  g_autofree char *threshold = refnet_words_figure(ratio->threshold);
  if (isnan(ratio->population))
    return g_strdup_printf("How many people live in %s is not known; areas.csv can say.", area);
  if (ratio->providers == 0)
    return g_strdup_printf("We found no %s listed in %s, where %s people live; the threshold is "
                           "one provider for %s.",
                           service, area, residents, threshold);
  return g_strdup_printf("In %s there are %s residents for each listed provider of %s, %s the "
                         "threshold of %s.",
                         area, each, service, ratio->above ? "above" : "not above", threshold);
}

static void fill_ratio(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetGaps *gaps = description->result;
  const RefnetDataset *dataset = description->dataset;
  const RefnetProviderRatio *ratio = &gaps->ratios[index];
  refnet_cells_area(cells, dataset, ratio->area);
  refnet_cells_text(cells, dataset->services.names[ratio->service]);
  refnet_cells_real(cells, ratio->population);
  refnet_cells_integer(cells, ratio->providers);
  refnet_cells_real(cells, ratio->ratio);
  refnet_cells_real(cells, ratio->threshold);
  if (isnan(ratio->population))
    refnet_cells_null(cells);
  else
    refnet_cells_boolean(cells, ratio->above);
  refnet_cells_take_text(cells, ratio_reason(dataset, ratio));
}

void refnet_gap_list_ratios(RefnetDescription *description, const RefnetGaps *gaps) {
  if (!gaps->ratios)
    return;
  refnet_description_say(
      description,
      g_strdup("Residents for each provider count listed organisations, not the people "
               "who work there: a first look, and no designation of any kind."));
  refnet_description_add_list(
      description, &(RefnetListing){
                       .key = "ratios",
                       .heading = "Residents for each provider, above the threshold first",
                       .columns = ratio_columns,
                       .fill = fill_ratio,
                       .length = gaps->ratio_count,
                       .empty = "None of the services with a threshold is among those looked at: "
                                "nobody is listed to offer or need one of them.",
                   });
}
