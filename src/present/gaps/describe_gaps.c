/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Service gaps: the findings, what they add up to by area and by service, and what was asked beside
 * them: sectors, thresholds, doubtful records. */
#include "present/description/description.h"
#include "present/gaps/gap_sentences.h"
#include "present/wording/words.h"

#include <math.h>

/* ---- findings -------------------------------------------------------------------------------- */

static const RefnetColumn cell_columns[] = {
    {"area", "AREA", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"area_name", "AREA", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"service", "SERVICE", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"population", "FOR", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"language", "LANGUAGE", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"status", "STATUS", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"finding", "FINDING", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"providers", "PROVIDERS", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_DETAIL, NULL},
    {"demand", "NEED A YEAR", REFNET_VALUE_REAL, 0, 0, NULL},
    {"capacity", "CAPACITY", REFNET_VALUE_REAL, 0, REFNET_COLUMN_DETAIL, NULL},
    {"access", "CAPACITY A PERSON", REFNET_VALUE_REAL, 2, REFNET_COLUMN_DETAIL, NULL},
    {"unmet", "UNMET", REFNET_VALUE_REAL, 0, 0, NULL},
    {"nearest", "NEAREST", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_DETAIL, NULL},
    {"nearest_km", "KM", REFNET_VALUE_REAL, 1, REFNET_COLUMN_DETAIL | REFNET_COLUMN_DISTANCE, NULL},
    {"related", "RELATED", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_DETAIL, NULL},
    {"second", "SECOND", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"link_from", "LINK FROM", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"link_to", "LINK TO", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"known_outcomes", "KNOWN OUTCOMES", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"unfilled", "NOT FILLED", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"unfilled_lower", "AT LEAST", REFNET_VALUE_REAL, 2, REFNET_COLUMN_DETAIL, NULL},
    {"reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static void fill_id(const RefnetDataset *dataset, guint32 organization, RefnetCells *cells) {
  refnet_cells_text(cells,
                    organization == REFNET_NONE ? NULL : dataset->organizations[organization].id);
}

static void fill_value(const RefnetVocabulary *vocabulary, guint32 value, RefnetCells *cells) {
  refnet_cells_text(cells, value == REFNET_NONE ? NULL : vocabulary->names[value]);
}

static void fill_area(const RefnetDataset *dataset, guint32 area, RefnetCells *cells) {
  refnet_cells_text(cells, dataset->areas[area].key);
  refnet_cells_text(cells, dataset->areas[area].name);
}

static void fill_nearest(const RefnetDataset *dataset, const RefnetGap *gap, RefnetCells *cells) {
  char **ids = g_new0(char *, gap->nearest_count + 1);
  for (guint32 i = 0; i < gap->nearest_count; i++)
    ids[i] = g_strdup(dataset->organizations[gap->nearest[i].organization].id);
  refnet_cells_take_texts(cells, ids);
  refnet_cells_real(cells, gap->nearest_count > 0 ? gap->nearest[0].km : NAN);
}

static void fill_related(const RefnetDataset *dataset, const RefnetGap *gap, RefnetCells *cells) {
  char **ids = g_new0(char *, gap->related_count + 1);
  for (guint32 i = 0; i < gap->related_count; i++)
    ids[i] = g_strdup(dataset->organizations[gap->related[i].organization].id);
  refnet_cells_take_texts(cells, ids);
}

static void fill_outcomes(const RefnetGap *gap, RefnetCells *cells) {
  if (gap->status == REFNET_GAP_FAILING) {
    refnet_cells_integer(cells, (gint64)gap->outcomes_known);
    refnet_cells_integer(cells, (gint64)gap->outcomes_unfilled);
  } else {
    refnet_cells_null(cells);
    refnet_cells_null(cells);
  }
  refnet_cells_real(cells, gap->unfilled_lower);
}

static void fill_cell(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetGaps *gaps = description->result;
  const RefnetDataset *dataset = description->dataset;
  const RefnetGap *gap = &gaps->cells[index];
  fill_area(dataset, gap->area, cells);
  refnet_cells_text(cells, dataset->services.names[gap->service]);
  fill_value(&dataset->populations, gap->population, cells);
  fill_value(&dataset->languages, gap->language, cells);
  refnet_cells_text(cells, refnet_gap_status_key(gap->status));
  refnet_cells_text(cells, refnet_gap_status_words(gap->status));
  refnet_cells_organization_ids(cells, dataset, gap->providers);
  refnet_cells_real(cells, gap->demand);
  refnet_cells_real(cells, gap->capacity);
  refnet_cells_real(cells, gap->access);
  refnet_cells_real(cells, gap->unmet);
  fill_nearest(dataset, gap, cells);
  fill_related(dataset, gap, cells);
  fill_id(dataset, gap->second, cells);
  fill_id(dataset, gap->link_from, cells);
  fill_id(dataset, gap->link_to, cells);
  fill_outcomes(gap, cells);
  refnet_cells_take_text(cells, refnet_gap_sentence(description, gaps, gap));
}

/* ---- totals ---------------------------------------------------------------------------------- */

/* Six counts are too many for a table: people read them in words. */
#define COUNT(status, heading)                                                                     \
  { status, heading, REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL }
#define PEOPLE(key, heading)                                                                       \
  { key, heading, REFNET_VALUE_REAL, 0, 0, NULL }
#define PROSE (REFNET_COLUMN_TABLE_ONLY | REFNET_COLUMN_PROSE)
/* clang-format off */
#define TOTAL_COLUMNS                                                                              \
  {"cells", "GAPS IN", REFNET_VALUE_INTEGER, 0, 0, NULL},                                          \
  COUNT("absent", "NONE FOUND"),                                                                   \
  COUNT("fragile", "ONE PROVIDER"),                                                                \
  COUNT("population", "NONE FOR A GROUP"),                                                         \
  COUNT("strained", "NEED ABOVE CAPACITY"),                                                        \
  COUNT("unreachable", "NO REFERRAL ROUTE"),                                                       \
  COUNT("failing", "OFTEN UNFILLED"),                                                              \
  PEOPLE("demand", "NEED A YEAR"),                                                                 \
  PEOPLE("unmet", "UNMET"),                                                                        \
  {"findings", "FINDINGS", REFNET_VALUE_TEXT, 0, PROSE, NULL},                                     \
  {NULL, NULL, 0, 0, 0, NULL}
/* clang-format on */

static const RefnetColumn area_total_columns[] = {
    {"area", "AREA", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"area_name", "AREA", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    TOTAL_COLUMNS};

static const RefnetColumn service_total_columns[] = {
    {"service", "SERVICE", REFNET_VALUE_TEXT, 0, 0, NULL}, TOTAL_COLUMNS};

/* "none found: 2; one provider: 3" */
static char *total_words(const RefnetGapTotal *total) {
  GString *words = g_string_new(NULL);
  for (guint i = 0; i < REFNET_GAP_STATUSES; i++)
    if (total->counts[i] > 0)
      g_string_append_printf(words, "%s%s: %u", words->len > 0 ? "; " : "",
                             refnet_gap_status_words((RefnetGapStatus)i), total->counts[i]);
  return g_string_free(words, FALSE);
}

static void fill_total(const RefnetGapTotal *total, RefnetCells *cells) {
  refnet_cells_integer(cells, total->cells);
  for (guint i = 0; i < REFNET_GAP_STATUSES; i++)
    refnet_cells_integer(cells, total->counts[i]);
  refnet_cells_real(cells, total->demand);
  refnet_cells_real(cells, total->unmet);
  refnet_cells_take_text(cells, total_words(total));
}

static void fill_area_total(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetGaps *gaps = description->result;
  fill_area(description->dataset, gaps->areas[index].index, cells);
  fill_total(&gaps->areas[index], cells);
}

static void fill_service_total(const RefnetDescription *description, gsize index,
                               RefnetCells *cells) {
  const RefnetGaps *gaps = description->result;
  refnet_cells_text(cells, description->dataset->services.names[gaps->services[index].index]);
  fill_total(&gaps->services[index], cells);
}

/* ---- sectors --------------------------------------------------------------------------------- */

static const RefnetColumn sector_columns[] = {
    {"area", "AREA", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"area_name", "AREA", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"missing", "NONE FOUND", REFNET_VALUE_TEXTS, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn presence_columns[] = {
    {"sector", "SECTOR", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"organizations", "ORGANISATIONS", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"areas_without", "AREAS WITHOUT", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static void fill_sectors(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetGaps *gaps = description->result;
  const RefnetSectorCoverage *row = &gaps->coverage[index];
  char **missing = g_new0(char *, row->missing.length + 1);
  for (guint32 i = 0; i < row->missing.length; i++)
    missing[i] = g_strdup(gaps->profile->sectors[row->missing.items[i]].name);
  fill_area(description->dataset, row->area, cells);
  refnet_cells_take_texts(cells, missing);
}

static void fill_presence(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetGaps *gaps = description->result;
  refnet_cells_text(cells, gaps->profile->sectors[index].name);
  refnet_cells_integer(cells, gaps->presence[index].organizations);
  refnet_cells_integer(cells, gaps->presence[index].areas_without);
}

static GArray *areas_with_missing_sectors(const RefnetGaps *gaps) {
  GArray *rows = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint32 i = 0; i < gaps->coverage_count; i++)
    if (gaps->coverage[i].missing.length > 0)
      g_array_append_val(rows, i);
  return rows;
}

static void say_sectors(RefnetDescription *description, const RefnetGaps *gaps) {
  const RefnetDataset *dataset = description->dataset;
  if (gaps->foreign_sectors.length > 0) {
    g_autofree char *words = refnet_words_values(&dataset->sectors, gaps->foreign_sectors, 0);
    refnet_description_say(
        description,
        g_strdup_printf("The profile has no sector for: %s. A profile of your own (--sectors "
                        "FILE.csv) can say where they belong.",
                        words));
  }
  if (gaps->organizations_without_sector > 0) {
    g_autofree char *count = refnet_words_count(gaps->organizations_without_sector,
                                                "organisation lists", "organisations list");
    refnet_description_say(
        description, refnet_words_capital(g_strdup_printf(
                         "%s no sector: what looks missing from a sector may be there.", count)));
  }
}

static void add_sectors(RefnetDescription *description, const RefnetGaps *gaps) {
  GArray *missing = gaps->profile ? areas_with_missing_sectors(gaps) : NULL;
  refnet_description_add_list(
      description,
      &(RefnetListing){
          .key = "sectors",
          .heading = "Sectors without an organisation in an area",
          .columns = sector_columns,
          .fill = fill_sectors,
          .length = gaps->coverage_count,
          .notable = missing,
          .findings = missing ? missing->len : 0,
          .programs_only = !gaps->profile,
          .empty = gaps->profile ? "Every sector has an organisation in every area." : NULL,
      });
  if (!gaps->profile)
    return;
  say_sectors(description, gaps);
  refnet_description_add_list(description, &(RefnetListing){
                                               .key = "sector_totals",
                                               .heading = "Sectors over all areas",
                                               .columns = presence_columns,
                                               .fill = fill_presence,
                                               .length = gaps->profile->length,
                                               .shown = gaps->profile->length,
                                           });
}

/* ---- thresholds ------------------------------------------------------------------------------ */

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
  fill_area(dataset, ratio->area, cells);
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

static void add_ratios(RefnetDescription *description, const RefnetGaps *gaps) {
  if (gaps->ratio_count == 0)
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
                   });
}

/* ---- unused capacity ------------------------------------------------------------------------- */

static const RefnetColumn unused_columns[] = {
    {"organization", "ID", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"name", "ORGANISATION", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"service", "SERVICE", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"capacity", "CAPACITY A YEAR", REFNET_VALUE_REAL, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static void fill_unused(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetGaps *gaps = description->result;
  const RefnetUnusedSupply *unused = &gaps->unused[index];
  const RefnetOrganization *organization =
      &description->dataset->organizations[unused->organization];
  refnet_cells_text(cells, organization->id);
  refnet_cells_text(cells, refnet_organization_label(organization));
  refnet_cells_text(cells, description->dataset->services.names[unused->service]);
  refnet_cells_real(cells, unused->capacity);
}

/* ---- doubtful records ------------------------------------------------------------------------ */

static const RefnetColumn change_columns[] = {
    {"area", "AREA", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"area_name", "AREA", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"service", "SERVICE", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"population", "FOR", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"status", "STATUS", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"finding", "FINDING", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"change", "WOULD BE", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static void fill_change(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetGaps *gaps = description->result;
  const RefnetDataset *dataset = description->dataset;
  const RefnetGapChange *change = &gaps->changes[index];
  g_autofree char *sentence = refnet_gap_sentence(description, gaps, &change->gap);
  fill_area(dataset, change->gap.area, cells);
  refnet_cells_text(cells, dataset->services.names[change->gap.service]);
  fill_value(&dataset->populations, change->gap.population, cells);
  refnet_cells_text(cells, refnet_gap_status_key(change->gap.status));
  refnet_cells_text(cells, refnet_gap_status_words(change->gap.status));
  refnet_cells_text(cells, change->opened ? "opened" : "closed");
  refnet_cells_take_text(cells, g_strdup_printf("%s: %s",
                                                change->opened ? "It would then be said"
                                                               : "It would no longer be said",
                                                sentence));
}

static char *changes_heading(const RefnetGaps *gaps) {
  g_autofree char *merged =
      refnet_words_count(gaps->records_merged, "row that may be another one was merged",
                         "rows that may be others were merged");
  g_autofree char *dropped =
      refnet_words_count(gaps->records_dropped, "record was left out as verified too long ago",
                         "records were left out as verified too long ago");
  g_autofree char *undated =
      gaps->records_undated > 0
          ? g_strdup_printf(" (%u without a date stayed)", gaps->records_undated)
          : g_strdup("");
  return g_strdup_printf("How much hangs on doubtful records: a second look in which %s and %s%s.",
                         merged, dropped, undated);
}

static void add_changes(RefnetDescription *description, const RefnetGaps *gaps) {
  if (!gaps->has_changes)
    return;
  refnet_description_say(description, changes_heading(gaps));
  refnet_description_add_list(description, &(RefnetListing){
                                               .key = "changes",
                                               .heading = "Findings that hang on doubtful records",
                                               .columns = change_columns,
                                               .fill = fill_change,
                                               .length = gaps->change_count,
                                               .empty = "No finding hangs on these records.",
                                           });
}

/* ---- all of it ------------------------------------------------------------------------------- */

static void add_findings(RefnetDescription *description, const RefnetGaps *gaps) {
  refnet_description_add_list(
      description, &(RefnetListing){
                       .key = "cells",
                       .heading = gaps->has_needs ? "Gaps in services, most people without first"
                                                  : "Gaps in services",
                       .columns = cell_columns,
                       .fill = fill_cell,
                       .length = gaps->cell_count,
                       .findings = gaps->cell_count,
                       .empty = gaps->network->dataset->offer_count == 0
                                    ? "No organisation lists services, so nothing can be said of "
                                      "gaps. Fill the services column."
                                    : "No service we know of is missing or rests on one provider.",
                       .main = TRUE,
                   });
  refnet_description_add_list(description, &(RefnetListing){
                                               .key = "areas",
                                               .heading = "By area",
                                               .columns = area_total_columns,
                                               .fill = fill_area_total,
                                               .length = gaps->area_total_count,
                                           });
  refnet_description_add_list(description, &(RefnetListing){
                                               .key = "services",
                                               .heading = "By service",
                                               .columns = service_total_columns,
                                               .fill = fill_service_total,
                                               .length = gaps->service_total_count,
                                           });
}

RefnetDescription *refnet_describe_gaps(const RefnetGaps *gaps, const RefnetWording *wording) {
  RefnetDescription *description =
      refnet_description_new(wording, gaps, gaps->network->dataset, gaps->network);
  refnet_gap_say_assumptions(description, gaps);
  add_findings(description, gaps);
  add_sectors(description, gaps);
  add_ratios(description, gaps);
  refnet_description_add_list(description, &(RefnetListing){
                                               .key = "unused",
                                               .heading = "Capacity where no need is recorded",
                                               .columns = unused_columns,
                                               .fill = fill_unused,
                                               .length = gaps->unused_count,
                                           });
  add_changes(description, gaps);
  return description;
}
