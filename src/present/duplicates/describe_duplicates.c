/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows that are probably one organisation, and organisations that list the same services. */
#include "present/description/description.h"
#include "present/duplicates/evidence_sentences.h"
#include "present/duplicates/overlap_sentences.h"
#include "present/wording/places.h"
#include "present/wording/words.h"

static const RefnetColumn record_columns[] = {
    {"organizations", "ORGANISATIONS", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_DETAIL, NULL},
    {"labels", "ORGANISATIONS", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"score", "BITS", REFNET_VALUE_REAL, 1, REFNET_COLUMN_DETAIL, NULL},
    {"probability", "PROBABILITY", REFNET_VALUE_REAL, 2, 0, NULL},
    {"decision", "DECISION", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"evidence", "EVIDENCE", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_DETAIL, NULL},
    {"reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn shared_columns[] = {{"area", "AREA", REFNET_VALUE_TEXT, 0, 0, NULL},
                                              {"service", "SERVICE", REFNET_VALUE_TEXT, 0, 0, NULL},
                                              {NULL, NULL, 0, 0, 0, NULL}};
enum { SHARED_COLUMNS = 2 };

static const RefnetColumn service_columns[] = {
    {"rank", "RANK", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"organizations", "ORGANISATIONS", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_DETAIL, NULL},
    {"labels", "ORGANISATIONS", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"shared", "SHARED", REFNET_VALUE_RECORDS, 0, REFNET_COLUMN_DETAIL, shared_columns},
    {"populations", "FOR", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_DETAIL, NULL},
    {"overlap", "OVERLAP", REFNET_VALUE_REAL, 2, 0, NULL},
    {"demand", "NEED A YEAR", REFNET_VALUE_REAL, 0, 0, NULL},
    {"supply", "ROOM A YEAR", REFNET_VALUE_REAL, 0, 0, NULL},
    {"connected", "IN TOUCH", REFNET_VALUE_BOOLEAN, 0, REFNET_COLUMN_DETAIL, NULL},
    {"connected_as_known", "IN TOUCH", REFNET_VALUE_BOOLEAN, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"shared_contacts", "SHARED CONTACTS", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"same_community", "SAME COMMUNITY", REFNET_VALUE_BOOLEAN, 0, REFNET_COLUMN_DETAIL, NULL},
    {"knows_both", "KNOWS BOTH", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_DETAIL, NULL},
    {"verdict", "VERDICT", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"next_step", "NEXT STEP", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const char *const verdict_keys[] = {
    [REFNET_OVERLAP_POSSIBLE] = "possible",
    [REFNET_OVERLAP_DUPLICATION] = "duplication",
    [REFNET_OVERLAP_REDUNDANCY] = "redundancy",
};

static char **labels(const RefnetDataset *dataset, RefnetIndexList organizations) {
  char **texts = g_new0(char *, (gsize)organizations.length + 1);
  for (guint32 i = 0; i < organizations.length; i++)
    texts[i] = g_strdup(refnet_organization_label(&dataset->organizations[organizations.items[i]]));
  return texts;
}

static char *rows_in_words(const RefnetDataset *dataset, const RefnetRecordGroup *group) {
  g_auto(GStrv) rows = g_new0(char *, (gsize)group->organizations.length + 1);
  for (guint32 i = 0; i < group->organizations.length; i++) {
    rows[i] =
        refnet_place_organization(dataset, &dataset->organizations[group->organizations.items[i]]);
  }
  return refnet_words_list((const char *const *)rows, group->organizations.length, 0);
}

/* "Elm Clinic (line 14) and Elm Clinic Inc (line 62) in organizations.csv are probably one
 * organisation (98 %): same phone and website. Nothing has been merged; please confirm." */
static char *record_reason(const RefnetDataset *dataset, const RefnetRecordGroup *group) {
  g_autofree char *rows = rows_in_words(dataset, group);
  g_autofree char *file = refnet_place_file(dataset, "organizations.csv");
  g_autofree char *percent = refnet_words_percent(group->probability);
  gboolean is_sure = group->decision == REFNET_DECISION_MERGE;
  GString *reason = g_string_new(NULL);
  if (group->decided) {
    g_string_printf(reason, "%s in %s have been decided to be one organisation.", rows, file);
    return g_string_free(reason, FALSE);
  }
  g_string_printf(reason, "%s in %s %s one organisation (%s)", rows, file,
                  is_sure ? "are probably" : "may be", percent);
  refnet_evidence_append(reason, group->evidence, group->evidence_count);
  g_string_append_printf(reason, ".%s Nothing has been merged; please confirm.",
                         is_sure ? "" : refnet_evidence_caution(group->obstacle));
  return g_string_free(reason, FALSE);
}

static void fill_record(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetDuplicates *duplicates = description->result;
  const RefnetRecordGroup *group = &duplicates->records[index];
  refnet_cells_organization_ids(cells, description->dataset, group->organizations);
  refnet_cells_take_texts(cells, labels(description->dataset, group->organizations));
  refnet_cells_real(cells, group->score);
  refnet_cells_real(cells, group->probability);
  refnet_cells_text(cells, group->decision == REFNET_DECISION_MERGE ? "merge" : "review");
  refnet_cells_take_texts(cells, refnet_evidence_texts(group->evidence, group->evidence_count));
  refnet_cells_take_text(cells, record_reason(description->dataset, group));
}

/* ---- pairs to decide ------------------------------------------------------------------------- */

static const RefnetColumn pair_columns[] = {
    {"decision", "DECISION", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"proposal", "PROPOSAL", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"probability", "PROBABILITY", REFNET_VALUE_REAL, 2, 0, NULL},
    {"id_1", "ID 1", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"name_1", "NAME 1", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"id_2", "ID 2", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"name_2", "NAME 2", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"evidence", "EVIDENCE", REFNET_VALUE_TEXTS, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static void fill_pair(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetDuplicates *duplicates = description->result;
  const RefnetRecordPair *pair = &duplicates->pairs[index];
  refnet_cells_text(cells, pair->decided ? "same" : "");
  refnet_cells_text(cells, pair->decision == REFNET_DECISION_MERGE ? "merge" : "review");
  refnet_cells_real(cells, pair->probability);
  for (guint i = 0; i < 2; i++) {
    const RefnetOrganization *row = &description->dataset->organizations[pair->organizations[i]];
    refnet_cells_text(cells, row->id);
    refnet_cells_text(cells, row->name);
  }
  refnet_cells_take_texts(cells, refnet_evidence_texts(pair->evidence, pair->evidence_count));
}

RefnetDescription *refnet_describe_record_pairs(const RefnetDuplicates *duplicates,
                                                const RefnetWording *wording) {
  RefnetDescription *description = refnet_description_new(
      wording, duplicates, duplicates->network->dataset, duplicates->network);
  refnet_description_add_list(description, &(RefnetListing){.key = "pairs",
                                                            .heading = "Pairs of rows to decide",
                                                            .columns = pair_columns,
                                                            .fill = fill_pair,
                                                            .length = duplicates->pair_count});
  return description;
}

/* ---- services -------------------------------------------------------------------------------- */

static void fill_shared(const RefnetDataset *dataset, const RefnetServiceOverlap *overlap,
                        RefnetCells *cells) {
  RefnetValue *nested = refnet_cells_records(cells, overlap->shared_count, SHARED_COLUMNS);
  for (guint32 i = 0; i < overlap->shared_count; i++, nested += SHARED_COLUMNS) {
    const RefnetCell *cell = &overlap->shared[i];
    nested[0].is_null = cell->area == REFNET_NONE;
    nested[0].text = nested[0].is_null ? NULL : dataset->areas[cell->area].key;
    nested[1].text = dataset->services.names[cell->service];
  }
}

static char **population_names(const RefnetDataset *dataset, RefnetIndexList populations) {
  char **names = g_new0(char *, (gsize)populations.length + 1);
  for (guint32 i = 0; i < populations.length; i++)
    names[i] = g_strdup(dataset->populations.names[populations.items[i]]);
  return names;
}

static void fill_figures(RefnetCells *cells, const RefnetSharedSupply *together) {
  refnet_cells_real(cells, together->demand);
  refnet_cells_real(cells, together->supply);
}

static void fill_service(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetDuplicates *duplicates = description->result;
  const RefnetDataset *dataset = description->dataset;
  const RefnetServiceOverlap *overlap = &duplicates->services[index];
  RefnetIndexList pair = {overlap->organizations, 2};
  refnet_cells_integer(cells, (gint64)index + 1);
  refnet_cells_organization_ids(cells, dataset, pair);
  refnet_cells_take_texts(cells, labels(dataset, pair));
  fill_shared(dataset, overlap, cells);
  refnet_cells_take_texts(cells, population_names(dataset, overlap->populations));
  refnet_cells_real(cells, overlap->overlap);
  fill_figures(cells, &overlap->together);
  refnet_cells_boolean(cells, overlap->connected);
  if (refnet_overlap_knows_ties(description))
    refnet_cells_boolean(cells, overlap->connected);
  else
    refnet_cells_null(cells);
  refnet_cells_integer(cells, overlap->shared_people);
  if (overlap->one_community == REFNET_TRI_UNKNOWN)
    refnet_cells_null(cells);
  else
    refnet_cells_boolean(cells, overlap->one_community == REFNET_TRI_YES);
  refnet_cells_organization_ids(cells, dataset, overlap->go_betweens);
  refnet_cells_text(cells, verdict_keys[overlap->together.verdict]);
  refnet_cells_take_text(cells, refnet_overlap_next_step(description, overlap));
  refnet_cells_take_text(cells, refnet_overlap_reason(description, overlap));
}

/* ---- groups ---------------------------------------------------------------------------------- */

static const RefnetColumn group_columns[] = {
    {"rank", "RANK", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"service", "SERVICE", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"areas", "AREAS", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_DETAIL, NULL},
    {"populations", "FOR", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_DETAIL, NULL},
    {"organizations", "ORGANISATIONS", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_DETAIL, NULL},
    {"count", "ORGANISATIONS", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"demand", "NEED A YEAR", REFNET_VALUE_REAL, 0, 0, NULL},
    {"supply", "ROOM A YEAR", REFNET_VALUE_REAL, 0, 0, NULL},
    {"in_touch", "IN TOUCH", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"in_touch_as_known", "IN TOUCH", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"ties", "RELATIONSHIPS", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"connected", "ALL IN TOUCH", REFNET_VALUE_BOOLEAN, 0, REFNET_COLUMN_DETAIL, NULL},
    {"verdict", "VERDICT", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"next_step", "NEXT STEP", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static char **area_keys(const RefnetDataset *dataset, RefnetIndexList areas) {
  char **keys = g_new0(char *, (gsize)areas.length + 1);
  for (guint32 i = 0; i < areas.length; i++)
    keys[i] = g_strdup(dataset->areas[areas.items[i]].key);
  return keys;
}

static void fill_group(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetDuplicates *duplicates = description->result;
  const RefnetDataset *dataset = description->dataset;
  const RefnetServiceGroup *group = &duplicates->groups[index];
  refnet_cells_integer(cells, (gint64)index + 1);
  refnet_cells_text(cells, dataset->services.names[group->service]);
  refnet_cells_take_texts(cells, area_keys(dataset, group->areas));
  refnet_cells_take_texts(cells, population_names(dataset, group->populations));
  refnet_cells_organization_ids(cells, dataset, group->organizations);
  refnet_cells_integer(cells, group->organizations.length);
  fill_figures(cells, &group->together);
  refnet_cells_integer(cells, group->in_touch);
  if (refnet_overlap_knows_ties(description))
    refnet_cells_integer(cells, group->in_touch);
  else
    refnet_cells_null(cells);
  refnet_cells_integer(cells, (gint64)group->ties);
  refnet_cells_boolean(cells, group->in_touch == group->organizations.length);
  refnet_cells_text(cells, verdict_keys[group->together.verdict]);
  refnet_cells_take_text(cells, refnet_overlap_group_next_step(group));
  refnet_cells_take_text(cells, refnet_overlap_group_reason(description, group));
}

/* Rows that surely are one organisation know what any of them lists, and count once. */
static void take_together(const RefnetRecordGroup *group, guint8 *is_known) {
  RefnetIndexList rows = group->organizations;
  gboolean any = FALSE;
  for (guint32 i = 0; i < rows.length; i++)
    any |= is_known[rows.items[i]];
  for (guint32 i = any ? 0 : 1; i < rows.length; i++)
    is_known[rows.items[i]] = TRUE;
}

static guint32 count_without_services(const RefnetDuplicates *duplicates) {
  const RefnetNetwork *network = duplicates->network;
  const RefnetDataset *dataset = network->dataset;
  g_autofree guint8 *is_known = g_new0(guint8, (gsize)dataset->organization_count + 1);
  guint32 unknown = 0;
  for (guint32 o = 0; o < dataset->organization_count; o++)
    is_known[o] = refnet_dataset_services_known(dataset, o) || dataset->organizations[o].closed;
  for (gsize i = 0; i < duplicates->record_count; i++)
    if (duplicates->records[i].decision == REFNET_DECISION_MERGE)
      take_together(&duplicates->records[i], is_known);
  for (guint32 v = 0; v < network->vertices; v++)
    unknown += !is_known[network->organization[v]];
  return unknown;
}

/* What could not be compared is said before what was found. */
static void say_what_is_missing(RefnetDescription *description) {
  guint32 unknown = count_without_services(description->result);
  if (unknown == 0)
    return;
  char *count = refnet_words_count(unknown, "organisation lists", "organisations list");
  g_autofree char *sentence = refnet_words_capital(count);
  refnet_description_say(
      description, g_strdup_printf("%s no services and could not be compared by them.", sentence));
}

static const char *nothing_shared(const RefnetDataset *dataset) {
  return dataset->area_count > 0
             ? "No two organisations list the same services in the same areas."
             : "No areas are listed, so we can't say who offers the same service in the same area.";
}

RefnetDescription *refnet_describe_duplicates(const RefnetDuplicates *duplicates,
                                              const RefnetWording *wording) {
  RefnetDescription *description = refnet_description_new(
      wording, duplicates, duplicates->network->dataset, duplicates->network);
  say_what_is_missing(description);
  refnet_description_add_list(description,
                              &(RefnetListing){
                                  .key = "records",
                                  .heading = "Rows that may be one organisation",
                                  .columns = record_columns,
                                  .fill = fill_record,
                                  .length = duplicates->record_count,
                                  .findings = duplicates->record_count,
                                  .empty = "No two rows look like the same organisation.",
                              });
  refnet_description_add_list(description,
                              &(RefnetListing){
                                  .key = "services",
                                  .heading = "The same service listed by two organisations",
                                  .columns = service_columns,
                                  .fill = fill_service,
                                  .length = duplicates->service_count,
                                  .findings = duplicates->service_count,
                                  .empty = nothing_shared(duplicates->network->dataset),
                              });
  refnet_description_add_list(description,
                              &(RefnetListing){
                                  .key = "groups",
                                  .heading = "The same service listed by three or more",
                                  .columns = group_columns,
                                  .fill = fill_group,
                                  .length = duplicates->group_count,
                              });
  return description;
}
