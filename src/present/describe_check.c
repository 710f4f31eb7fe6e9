/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What `refnet check` reports: every row accounted for, then what is worth mending. */
#include "present/description.h"
#include "present/words.h"

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

static const RefnetColumn finding_columns[] = {
    {"kind", "KIND", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"severity", "SEVERITY", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"location", "WHERE", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"file", "FILE", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"line", "LINE", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"column", "COLUMN", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"field", "FIELD", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"message", "MESSAGE", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL},
    {"fix", "FIX", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const char *const severity_words[] = {"note", "warning", "error"};

/* The message with every `{person}` replaced by `label`. */
static char *fill_in_person(const char *message, const char *label) {
  g_auto(GStrv) parts = g_strsplit(message, "{person}", -1);
  return g_strjoinv(label, parts);
}

char *refnet_describe_diagnostic(const RefnetDataset *dataset, const RefnetDiagnostic *diagnostic,
                                 gboolean show_people) {
  if (diagnostic->contact == REFNET_NONE || diagnostic->contact >= dataset->contact_count)
    return g_strdup(diagnostic->message);
  g_autofree char *label = refnet_words_contact(dataset, diagnostic->contact, show_people);
  return fill_in_person(diagnostic->message, label);
}

static void fill_file(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetFileCount *file = &description->dataset->files[index];
  refnet_cells_text(cells, file->file);
  refnet_cells_integer(cells, (gint64)file->rows.read);
  refnet_cells_integer(cells, (gint64)file->rows.kept);
  refnet_cells_integer(cells, (gint64)file->rows.merged);
  refnet_cells_integer(cells, (gint64)file->rows.rejected);
}

static char *sentence(char *clause) {
  refnet_words_capital(clause);
  gboolean is_ended = g_str_has_suffix(clause, ".") || g_str_has_suffix(clause, "?");
  char *whole = g_strconcat(clause, is_ended ? "" : ".", NULL);
  g_free(clause);
  return whole;
}

static char *location_with_record(const RefnetDiagnostic *diagnostic) {
  g_autofree char *location = refnet_diagnostic_location(diagnostic);
  if (diagnostic->record == 0 || diagnostic->record == diagnostic->line)
    return g_steal_pointer(&location);
  return g_strdup_printf("%s (spreadsheet row %" G_GUINT64_FORMAT ")", location,
                         diagnostic->record);
}

static void fill_position(const RefnetDiagnostic *diagnostic, RefnetCells *cells) {
  refnet_cells_text(cells, diagnostic->file);
  if (diagnostic->line)
    refnet_cells_integer(cells, (gint64)diagnostic->line);
  else
    refnet_cells_null(cells);
  if (diagnostic->column)
    refnet_cells_integer(cells, diagnostic->column);
  else
    refnet_cells_null(cells);
  refnet_cells_text(cells, diagnostic->field);
}

static void fill_finding(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetDataset *dataset = description->dataset;
  const RefnetDiagnostic *diagnostic = refnet_diagnostics_at(dataset->diagnostics, index);
  refnet_cells_text(cells, diagnostic->kind);
  refnet_cells_text(cells, severity_words[diagnostic->severity]);
  refnet_cells_take_text(cells, location_with_record(diagnostic));
  fill_position(diagnostic, cells);
  refnet_cells_take_text(cells, sentence(refnet_describe_diagnostic(
                                    dataset, diagnostic, description->wording.show_people)));
  refnet_cells_take_text(cells, diagnostic->fix ? sentence(g_strdup(diagnostic->fix)) : NULL);
}

static void say_response_rate(RefnetDescription *description) {
  const RefnetDataset *dataset = description->dataset;
  guint32 answered = 0;
  for (guint32 i = 0; i < dataset->respondent_count; i++)
    answered += dataset->respondents[i].answered == REFNET_TRI_YES;
  if (dataset->respondent_count == 0)
    return;
  g_autofree char *share = refnet_words_share(answered, dataset->respondent_count);
  gboolean all = answered == dataset->respondent_count;
  refnet_description_say(
      description,
      g_strdup_printf("%s organisations in respondents.csv answered%s", share,
                      all ? "." : "; what the others left unsaid is unknown, not missing."));
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
  char *counts =
      g_strdup_printf("%s (rows left out), %s (kept, but not all was understood) and %s.",
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
                                               .shown = description->dataset->file_count,
                                           });
}

static void add_findings(RefnetDescription *description) {
  const RefnetDiagnostics *diagnostics = description->dataset->diagnostics;
  refnet_description_add_list(
      description, &(RefnetListing){
                       .key = "findings",
                       .heading = "What is worth mending",
                       .columns = finding_columns,
                       .fill = fill_finding,
                       .length = refnet_diagnostics_length(diagnostics),
                       .shown = 25,
                       .findings = refnet_diagnostics_count(diagnostics, REFNET_SEVERITY_ERROR) +
                                   refnet_diagnostics_count(diagnostics, REFNET_SEVERITY_WARNING),
                       .main = TRUE,
                   });
}

RefnetDescription *refnet_describe_check(const RefnetDataset *dataset,
                                         const RefnetWording *wording) {
  RefnetDescription *description = refnet_description_new(wording, dataset, dataset, NULL);
  RefnetCells *fields = refnet_description_fields(description, field_columns);
  refnet_cells_real(fields, dataset->response_rate);
  say_response_rate(description);
  say_counts(description);
  add_files(description);
  add_findings(description);
  return description;
}
