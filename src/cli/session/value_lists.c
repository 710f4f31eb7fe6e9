/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/session/value_lists.h"

#include "cli/options/lists.h"

typedef enum { AREA, SERVICE, POPULATION, SECTOR, COALITION, PARTNERSHIP } Kind;

static gboolean is_known_in(const RefnetDataset *dataset, Kind kind, const char *text) {
  const RefnetVocabulary *vocabularies[] = {[SERVICE] = &dataset->services,
                                            [POPULATION] = &dataset->populations,
                                            [SECTOR] = &dataset->sectors,
                                            [COALITION] = &dataset->coalitions,
                                            [PARTNERSHIP] = &dataset->partnerships};
  return (kind == AREA ? refnet_dataset_find_area(dataset, text)
                       : refnet_vocabulary_find(vocabularies[kind], text)) != REFNET_NONE;
}

/* Where the values are known, as one or other of two datasets has them. */
typedef struct {
  const RefnetDataset *dataset, *other;
} Known;

static gboolean is_known(const Known *known, Kind kind, const char *text) {
  return is_known_in(known->dataset, kind, text) ||
         (known->other && is_known_in(known->other, kind, text));
}

/* The parts of `text` when it is nothing itself and all of them are; else NULL. */
static char **known_parts(const Known *known, Kind kind, const char *text) {
  static const char *const separators[] = {";|", ","};
  for (gsize i = 0; !is_known(known, kind, text) && i < G_N_ELEMENTS(separators); i++) {
    g_auto(GStrv) parts = refnet_cli_split_list(text, separators[i]);
    gboolean all = parts[0] && parts[1];
    for (guint k = 0; all && parts[k]; k++)
      all = is_known(known, kind, parts[k]);
    if (all)
      return g_steal_pointer(&parts);
  }
  return NULL;
}

static void spread(const Known *known, Kind kind, char ***values) {
  if (!*values)
    return;
  g_autoptr(GStrvBuilder) all = g_strv_builder_new();
  for (guint i = 0; (*values)[i]; i++) {
    g_auto(GStrv) parts = known_parts(known, kind, (*values)[i]);
    if (parts)
      g_strv_builder_addv(all, (const char **)parts);
    else
      g_strv_builder_add(all, (*values)[i]);
  }
  g_strfreev(*values);
  *values = g_strv_builder_end(all);
}

static void spread_filter(const Known *known, RefnetFilter *filter) {
  spread(known, AREA, &filter->areas);
  spread(known, SERVICE, &filter->services);
  spread(known, POPULATION, &filter->populations);
  spread(known, SECTOR, &filter->sectors);
  spread(known, COALITION, &filter->coalitions);
  spread(known, PARTNERSHIP, &filter->partnerships);
}

void refnet_cli_spread_values(CliOptions *options, const RefnetDataset *dataset,
                              const RefnetDataset *other) {
  const Known known = {dataset, other};
  spread_filter(&known, &options->filter);
  spread_filter(&known, &options->candidates);
  spread(&known, AREA, &options->areas);
  spread(&known, SERVICE, &options->services);
  spread(&known, POPULATION, &options->populations);
  spread(&known, AREA, &options->newcomer.areas);
  spread(&known, SERVICE, &options->newcomer.services);
  spread(&known, POPULATION, &options->newcomer.populations);
}
