/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Service gaps: one sentence a cell, with the figures it rests on. */
#include "present/description.h"
#include "present/words.h"

#include <math.h>

enum { FUNDING_IS_NEAR = 180 /* days */ };

static const RefnetColumn cell_columns[] = {
    {"area", "AREA", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"area_name", "AREA", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"service", "SERVICE", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"population", "FOR", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"status", "STATUS", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"finding", "FINDING", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"providers", "PROVIDERS", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_DETAIL, NULL},
    {"demand", "NEED A YEAR", REFNET_VALUE_REAL, 0, 0, NULL},
    {"capacity", "CAPACITY", REFNET_VALUE_REAL, 0, REFNET_COLUMN_DETAIL, NULL},
    {"unmet", "UNMET", REFNET_VALUE_REAL, 0, 0, NULL},
    {"nearest", "NEAREST", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_DETAIL, NULL},
    {"reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn sector_columns[] = {
    {"area", "AREA", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"missing", "MISSING", REFNET_VALUE_TEXTS, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

/* The keys of the contract, and the words of WORDS.md for them. */
static const struct {
  const char *key, *words;
} statuses[] = {
    [REFNET_GAP_ABSENT] = {"absent", "none found"},
    [REFNET_GAP_FRAGILE] = {"fragile", "one provider"},
    [REFNET_GAP_POPULATION] = {"population", "none for a group"},
    [REFNET_GAP_STRAINED] = {"strained", "need above capacity"},
    [REFNET_GAP_UNREACHABLE] = {"unreachable", "no referral route"},
    [REFNET_GAP_FAILING] = {"failing", "often unfilled"},
};

static const RefnetOrganization *organization_at(const RefnetGaps *gaps, guint32 index) {
  return &gaps->network->dataset->organizations[index];
}

static void append_place(GString *reason, const RefnetDataset *dataset,
                         const RefnetOrganization *provider) {
  g_autofree char *areas = refnet_words_areas(dataset, provider->areas, 2);
  g_string_append_printf(reason, "%s%s%s", refnet_organization_label(provider),
                         *areas ? " in " : "", areas);
}

/* "The nearest listed provider, Harbor Respite in Northport, is 12 km away." */
static void append_nearest(GString *reason, const RefnetGaps *gaps, const RefnetGap *cell) {
  gboolean is_absent = cell->status == REFNET_GAP_ABSENT;
  if (cell->nearest_count == 0) {
    g_string_append(reason, is_absent ? " Our data list no provider of it anywhere."
                                : " No other provider is listed.");
    return;
  }
  const RefnetNearest *nearest = &cell->nearest[0];
  const RefnetOrganization *provider = organization_at(gaps, nearest->organization);
  if (isnan(nearest->km)) {
    g_string_append(reason, is_absent ? " It is listed elsewhere, by " : " It is also listed by ");
    append_place(reason, gaps->network->dataset, provider);
    g_string_append(reason, "; how far that is we can't say.");
    return;
  }
  g_autofree char *km = refnet_words_km(nearest->km);
  g_string_append_printf(reason, " The %s, ", is_absent ? "nearest listed provider" : "next listed");
  append_place(reason, gaps->network->dataset, provider);
  g_string_append_printf(reason, ", is %s away.", km);
}

static void append_need(GString *reason, const RefnetDescription *description,
                        const RefnetGap *cell) {
  const RefnetGaps *gaps = description->result;
  if (isnan(cell->demand) && gaps->has_needs)
    g_string_append(reason, " Demand not known.");
  if (!(cell->demand > 0))
    return;
  if (cell->demand == 1) {
    g_string_append(reason, " About one person a year needs it there.");
    return;
  }
  g_autofree char *figure = refnet_words_figure(cell->demand);
  g_string_append_printf(reason, " About %s %s a year need it there.", figure,
                         refnet_description_people(description));
}

/* "; two of its 14 organisations list no services, so ask them first" */
static void append_unknown_services(GString *reason, const RefnetGap *cell) {
  guint32 unknown = cell->organizations_without_services, all = cell->organizations_in_area;
  if (unknown == 0)
    return;
  g_autofree char *some = refnet_words_number(unknown);
  g_autofree char *organizations = refnet_words_count(all, "organisation", "organisations");
  gboolean one = unknown == 1;
  g_string_append_printf(reason, "; %s%sits %s list%s no services, so ask %s first",
                         unknown < all ? some : "", unknown < all ? " of " : "", organizations,
                         one ? "s" : "", one ? "it" : "them");
}

static void append_what(GString *reason, const RefnetDataset *dataset, const RefnetGap *cell) {
  g_string_append(reason, dataset->services.names[cell->service]);
  if (cell->population != REFNET_NONE)
    g_string_append_printf(reason, " for %s", dataset->populations.names[cell->population]);
}

static char *absent_reason(const RefnetDescription *description, const RefnetGap *cell) {
  const RefnetGaps *gaps = description->result;
  const RefnetDataset *dataset = gaps->network->dataset;
  GString *reason = g_string_new(NULL);
  g_string_append(reason, "We found no ");
  append_what(reason, dataset, cell);
  g_string_append_printf(reason, " listed in %s", dataset->areas[cell->area].name);
  append_unknown_services(reason, cell);
  g_string_append_c(reason, '.');
  append_need(reason, description, cell);
  append_nearest(reason, gaps, cell);
  return g_string_free(reason, FALSE);
}

static void append_contacts(GString *reason, const RefnetGap *cell) {
  if (cell->provider_contacts == 0)
    g_string_append(reason, " We have no contact listed there.");
  else if (cell->provider_contacts == 1)
    g_string_append(reason, " Our list names one person there.");
}

static void append_funding(GString *reason, const RefnetGap *cell, RefnetDate as_of) {
  RefnetDate end = cell->provider_funding_end;
  g_autofree char *date = refnet_date_words(end);
  if (!date || (as_of != REFNET_DATE_UNKNOWN && end > as_of + FUNDING_IS_NEAR))
    return;
  gboolean is_past = as_of != REFNET_DATE_UNKNOWN && end < as_of;
  g_string_append_printf(reason, is_past ? " Its funding was listed to %s; ask what follows."
                                         : " Its funding is listed to %s.",
                         date);
}

static char *fragile_reason(const RefnetDescription *description, const RefnetGap *cell) {
  const RefnetGaps *gaps = description->result;
  const RefnetDataset *dataset = gaps->network->dataset;
  GString *reason = g_string_new(NULL);
  const RefnetOrganization *provider = organization_at(gaps, cell->providers.items[0]);
  g_string_printf(reason, "One listed organisation, %s, offers ",
                  refnet_organization_label(provider));
  append_what(reason, dataset, cell);
  g_string_append_printf(reason, " in %s.", dataset->areas[cell->area].name);
  append_contacts(reason, cell);
  append_funding(reason, cell, description->wording.as_of);
  append_need(reason, description, cell);
  append_nearest(reason, gaps, cell);
  return g_string_free(reason, FALSE);
}

static char *gap_reason(const RefnetDescription *description, const RefnetGap *cell) {
  return cell->status == REFNET_GAP_FRAGILE ? fragile_reason(description, cell)
                                            : absent_reason(description, cell);
}

static void fill_nearest(const RefnetGaps *gaps, const RefnetGap *cell, RefnetCells *cells) {
  char **ids = g_new0(char *, cell->nearest_count + 1);
  for (guint32 i = 0; i < cell->nearest_count; i++)
    ids[i] = g_strdup(organization_at(gaps, cell->nearest[i].organization)->id);
  refnet_cells_take_texts(cells, ids);
}

static void fill_cell(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetGaps *gaps = description->result;
  const RefnetDataset *dataset = description->dataset;
  const RefnetGap *cell = &gaps->cells[index];
  gboolean for_all = cell->population == REFNET_NONE;
  refnet_cells_text(cells, dataset->areas[cell->area].key);
  refnet_cells_text(cells, dataset->areas[cell->area].name);
  refnet_cells_text(cells, dataset->services.names[cell->service]);
  refnet_cells_text(cells, for_all ? NULL : dataset->populations.names[cell->population]);
  refnet_cells_text(cells, statuses[cell->status].key);
  refnet_cells_text(cells, statuses[cell->status].words);
  refnet_cells_organization_ids(cells, dataset, cell->providers);
  refnet_cells_real(cells, cell->demand);
  refnet_cells_real(cells, cell->capacity);
  refnet_cells_real(cells, cell->unmet);
  fill_nearest(gaps, cell, cells);
  refnet_cells_take_text(cells, gap_reason(description, cell));
}

static void say_what_is_missing(RefnetDescription *description, const RefnetGaps *gaps) {
  if (gaps->organizations_without_services > 0) {
    g_autofree char *count = refnet_words_count(gaps->organizations_without_services,
                                                "organisation lists", "organisations list");
    char *sentence = g_strdup_printf(
        "%s no services, so what looks missing may be there: gaps may be overstated.", count);
    refnet_description_say(description, refnet_words_capital(sentence));
  }
  if (gaps->organizations_without_areas > 0) {
    g_autofree char *count = refnet_words_count(gaps->organizations_without_areas,
                                                "organisation lists", "organisations list");
    char *sentence = g_strdup_printf(
        "%s no areas and could not be counted in any: gaps may be overstated.", count);
    refnet_description_say(description, refnet_words_capital(sentence));
  }
  if (!gaps->has_needs)
    refnet_description_say(
        description, g_strdup("There is no needs.csv: demand is not known, and any service that is "
                              "offered somewhere is taken as needed everywhere."));
}

RefnetDescription *refnet_describe_gaps(const RefnetGaps *gaps, const RefnetWording *wording) {
  RefnetDescription *description =
      refnet_description_new(wording, gaps, gaps->network->dataset, gaps->network);
  say_what_is_missing(description, gaps);
  refnet_description_add_list(
      description, &(RefnetListing){
                       .key = "cells",
                       .heading = "Services missing or resting on one provider",
                       .columns = cell_columns,
                       .fill = fill_cell,
                       .length = gaps->cell_count,
                       .findings = gaps->cell_count,
                       .empty = "No service we know of is missing or rests on one provider.",
                   });
  refnet_description_add_list(description, &(RefnetListing){
                                               .key = "sectors",
                                               .columns = sector_columns,
                                               .length = 0,
                                               .programs_only = TRUE,
                                           });
  return description;
}
