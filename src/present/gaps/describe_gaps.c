/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Service gaps: the findings, then what was asked beside them. */
#include "present/description/description.h"
#include "present/gaps/gap_parts.h"
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
  refnet_cells_area(cells, dataset, gap->area);
  refnet_cells_text(cells, dataset->services.names[gap->service]);
  refnet_cells_value(cells, &dataset->populations, gap->population);
  refnet_cells_value(cells, &dataset->languages, gap->language);
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

static gboolean has_open_provider(const RefnetNetwork *network) {
  const guint32 *offer_start = network->dataset->offer_start;
  for (guint32 v = 0; v < network->vertices; v++) {
    guint32 organization = network->organization[v];
    if (!network->dataset->organizations[organization].closed &&
        offer_start[organization + 1] > offer_start[organization])
      return TRUE;
  }
  return FALSE;
}

static const char *nothing_found(const RefnetGaps *gaps) {
  const RefnetDataset *dataset = gaps->network->dataset;
  if (dataset->offer_count == 0)
    return "No organisation lists services, so nothing can be said of gaps. Fill the services "
           "column.";
  if (!has_open_provider(gaps->network))
    return gaps->network->filtered_out > 0
               ? "No open organisation that the filters leave lists services, so nothing can be "
                 "said of gaps."
               : "All organisations that list services have closed, so nothing can be said of "
                 "gaps.";
  if (dataset->area_count == 0)
    return "No organisation names an area, so nothing can be said of gaps. Fill the areas column.";
  return gaps->is_part ? "No gap was found among those asked for."
                       : "No service we know of is missing or rests on one provider.";
}

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
                       .empty = nothing_found(gaps),
                       .main = TRUE,
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

static void add_unused(RefnetDescription *description, const RefnetGaps *gaps) {
  refnet_description_add_list(description, &(RefnetListing){
                                               .key = "unused",
                                               .heading = "Capacity where no need is recorded",
                                               .columns = unused_columns,
                                               .fill = fill_unused,
                                               .length = gaps->unused_count,
                                           });
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
  refnet_cells_area(cells, dataset, change->gap.area);
  refnet_cells_text(cells, dataset->services.names[change->gap.service]);
  refnet_cells_value(cells, &dataset->populations, change->gap.population);
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
  g_autofree char *kept = refnet_words_digits(gaps->records_undated);
  g_autofree char *undated = gaps->records_undated > 0
                                 ? g_strdup_printf(" (%s without a date stayed)", kept)
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

RefnetDescription *refnet_describe_gaps(const RefnetGaps *gaps, const RefnetWording *wording) {
  RefnetDescription *description =
      refnet_description_new(wording, gaps, gaps->network->dataset, gaps->network);
  refnet_gap_say_assumptions(description, gaps);
  add_findings(description, gaps);
  refnet_gap_list_totals(description, gaps);
  refnet_gap_list_sectors(description, gaps);
  refnet_gap_list_ratios(description, gaps);
  add_unused(description, gaps);
  add_changes(description, gaps);
  return description;
}
