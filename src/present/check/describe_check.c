/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What `refnet check` reports: every row accounted for, then what is worth mending. */
#include "present/check/check_groups.h"
#include "present/check/findings.h"
#include "present/description/description.h"
#include "present/wording/places.h"
#include "present/wording/words.h"

#include <string.h>

static const RefnetColumn field_columns[] = {
    {"response_rate", "Response rate", REFNET_VALUE_REAL, 3, REFNET_COLUMN_DETAIL, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn file_columns[] = {
    {"file", "FILE", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"read", "ROWS READ", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"kept", "KEPT", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"merged", "MERGED", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"rejected", "REJECTED", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static void fill_file(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetFileCount *file = &description->dataset->files[index];
  refnet_cells_text(cells, file->file);
  refnet_cells_integer(cells, (gint64)file->rows.read);
  refnet_cells_integer(cells, (gint64)file->rows.kept);
  refnet_cells_integer(cells, (gint64)file->rows.merged);
  refnet_cells_integer(cells, (gint64)file->rows.rejected);
}

static char *group_sentence(const RefnetDataset *dataset, RefnetCheckGroup group,
                            gboolean show_people) {
  g_autofree char *said = refnet_check_group_sentence(dataset, group, show_people);
  g_autofree char *places = refnet_check_group_places(dataset->diagnostics, group);
  return places != NULL ? g_strdup_printf("%s (%s)", said, places) : g_steal_pointer(&said);
}

static void fill_finding(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetDataset *dataset = description->dataset;
  const RefnetDiagnostic *diagnostic = refnet_diagnostics_at(dataset->diagnostics, index);
  gboolean show_people = description->wording.show_people;
  g_autofree guint32 *items = NULL;
  RefnetCheckGroup group = refnet_check_group(dataset->diagnostics, (guint32)index, &items);
  g_autofree char *message = refnet_describe_diagnostic(dataset, diagnostic, show_people);
  g_autofree char *summary = group.length > 1 ? group_sentence(dataset, group, show_people) : NULL;
  g_autofree char *advice = refnet_check_group_fix(dataset, group);
  refnet_finding_fill(cells, diagnostic, message, summary, advice);
}

static void say_counts(RefnetDescription *description) {
  const RefnetDiagnostics *diagnostics = description->dataset->diagnostics;
  guint64 errors = refnet_diagnostics_count(diagnostics, REFNET_SEVERITY_ERROR);
  guint64 warnings = refnet_diagnostics_count(diagnostics, REFNET_SEVERITY_WARNING);
  guint64 notes = refnet_diagnostics_count(diagnostics, REFNET_SEVERITY_NOTE);
  if (errors + warnings + notes == 0) {
    refnet_description_say(description, g_strdup("Nothing to mend: every row was read."));
    return;
  }
  g_autofree char *error_words = refnet_words_count(errors, "error", "errors");
  g_autofree char *warning_words = refnet_words_count(warnings, "warning", "warnings");
  g_autofree char *note_words = refnet_words_count(notes, "note", "notes");
  char *counts = g_strdup_printf("%s (rows left out), %s (what weakens findings) and %s.",
                                 error_words, warning_words, note_words);
  refnet_description_say(description, refnet_words_capital(counts));
  if (errors + warnings + notes > refnet_diagnostics_length(diagnostics))
    refnet_description_say(description,
                           g_strdup("Of each kind the first 100 are listed; all are counted."));
}

static void add_files(RefnetDescription *description) {
  refnet_description_add_list(description, &(RefnetListing){
                                               .key = "files",
                                               .heading = "Rows of each file",
                                               .columns = file_columns,
                                               .fill = fill_file,
                                               .length = description->dataset->file_count,
                                               .whole = TRUE,
                                           });
}

RefnetDescription *refnet_describe_check(const RefnetDataset *dataset,
                                         const RefnetWording *wording) {
  RefnetDescription *description = refnet_description_new(wording, dataset, dataset, NULL);
  RefnetCells *fields = refnet_description_fields(description, field_columns);
  refnet_cells_real(fields, dataset->response_rate);
  say_counts(description);
  add_files(description);
  refnet_findings_add(description, dataset->diagnostics, fill_finding, "What is worth mending",
                      TRUE);
  return description;
}

/* ---- who answered ---------------------------------------------------------------------------- */

static const RefnetColumn respondent_columns[] = {
    {"id", "ID", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"name", "ORGANISATION", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"status", "STATUS", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"date", "DATE", REFNET_VALUE_DATE, 0, 0, NULL},
    {"reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static void fill_respondent(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetDataset *dataset = description->dataset;
  const RefnetOrganization *organization = &dataset->organizations[index];
  const RefnetRespondent *respondent = refnet_dataset_respondent(dataset, (guint32)index);
  const char *status = "not listed", *reason = "is not in respondents.csv; perhaps nobody asked";
  if (respondent != NULL && respondent->answered == REFNET_TRI_YES) {
    status = "answered";
    reason = "answered";
  } else if (respondent != NULL) {
    gboolean known = respondent->answered == REFNET_TRI_NO;
    status = known ? "no answer" : "unknown";
    reason = known ? "did not answer; what it does not list is unknown, not none"
                   : "was asked; whether it answered is not recorded";
  }
  refnet_cells_text(cells, organization->id);
  refnet_cells_text(cells, organization->name);
  refnet_cells_text(cells, status);
  refnet_cells_date(cells, respondent != NULL ? respondent->date : REFNET_DATE_UNKNOWN);
  refnet_cells_take_text(cells, g_strdup_printf("%s %s.", organization->name, reason));
}

void refnet_description_add_respondents(RefnetDescription *description) {
  const RefnetDataset *dataset = description->dataset;
  GArray *silent = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint32 v = 0; v < dataset->organization_count; v++) {
    const RefnetRespondent *respondent = refnet_dataset_respondent(dataset, v);
    if (respondent == NULL || respondent->answered != REFNET_TRI_YES)
      g_array_append_val(silent, v);
  }
  refnet_description_add_list(description,
                              &(RefnetListing){.key = "respondents",
                                               .heading = "Who did not answer",
                                               .columns = respondent_columns,
                                               .fill = fill_respondent,
                                               .length = dataset->organization_count,
                                               .notable = silent,
                                               .shown = 25,
                                               .empty = "Every organisation answered."});
}

/* ---- who tells it differently ---------------------------------------------------------------- */

static const RefnetColumn disagreement_columns[] = {
    {"from", "FROM", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"to", "TO", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"said_by", "SAID BY", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"line", "LINE", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"denied_line", "DENIED LINE", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

/* "A says it refers to B (line 14 of referrals.csv); B, which answered, reports no referrals from
 * A." */
static char *disagreement_reason(const RefnetDataset *dataset, const RefnetDisagreement *it) {
  gboolean by_from = it->said_by == it->from;
  guint32 other = by_from ? it->to : it->from;
  const char *speaker = refnet_organization_label(&dataset->organizations[it->said_by]);
  const char *answerer = refnet_organization_label(&dataset->organizations[other]);
  const char *verb = by_from ? "says it refers to" : "says it receives referrals from";
  const char *direction = by_from ? "from" : "to";
  g_autofree char *place = refnet_place_in_file(dataset, "referrals.csv", it->line);
  g_autofree char *file = refnet_place_file(dataset, "referrals.csv");
  g_autofree char *denied = refnet_place_in_file(dataset, "referrals.csv", it->denied_line);
  g_autofree char *denial =
      denied != NULL ? g_strdup_printf("says there are none (%s)", denied)
                     : g_strdup_printf("reports others, but none %s %s", direction, speaker);
  return g_strdup_printf("%s %s %s (%s%s%s); %s %s. Ask both.", speaker, verb, answerer,
                         place != NULL ? place : "", place != NULL ? " of " : "", file, answerer,
                         denial);
}

static void fill_disagreement(const RefnetDescription *description, gsize index,
                              RefnetCells *cells) {
  const RefnetDataset *dataset = description->dataset;
  const RefnetDisagreement *it = &((const RefnetDisagreement *)description->result)[index];
  refnet_cells_text(cells, dataset->organizations[it->from].id);
  refnet_cells_text(cells, dataset->organizations[it->to].id);
  refnet_cells_text(cells, dataset->organizations[it->said_by].id);
  refnet_cells_integer(cells, it->line);
  if (it->denied_line > 0)
    refnet_cells_integer(cells, it->denied_line);
  else
    refnet_cells_null(cells);
  refnet_cells_take_text(cells, disagreement_reason(dataset, it));
}

void refnet_description_add_disagreements(RefnetDescription *description,
                                          const RefnetDisagreement *disagreements, gsize length) {
  description->result = disagreements;
  refnet_description_add_list(
      description, &(RefnetListing){.key = "disagreements",
                                    .heading = "Told differently by the two ends",
                                    .columns = disagreement_columns,
                                    .fill = fill_disagreement,
                                    .length = length,
                                    .shown = 25,
                                    .empty = "No two organisations report a link differently."});
}
