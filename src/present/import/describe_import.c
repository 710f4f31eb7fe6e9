/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What `refnet import` reports: every row of every file, and what the new dataset holds. */
#include "present/check/check_groups.h"
#include "present/check/findings.h"
#include "present/description/description.h"
#include "present/import/import_report.h"
#include "present/wording/words.h"

static const RefnetColumn field_columns[] = {
    {"from", "Format", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"source", "Source", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"directory", "Written to", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"sentences", "Sentences", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_DETAIL, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn file_columns[] = {
    {"file", "FILE", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"read", "ROWS READ", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"used", "USED", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"ignored", "LEFT OUT", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"rejected", "REJECTED", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn unused_columns[] = {
    {"file", "FILE", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"rows", "ROWS", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"fate", "", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"reason", "BECAUSE", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn written_columns[] = {{"file", "FILE", REFNET_VALUE_TEXT, 0, 0, NULL},
                                               {"rows", "ROWS", REFNET_VALUE_INTEGER, 0, 0, NULL},
                                               {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetImportReport *report_of(const RefnetDescription *description) {
  return description->result;
}

static const RefnetImportedFile *file_at(const RefnetDescription *description, guint file) {
  return &g_array_index(report_of(description)->files, RefnetImportedFile, file);
}

static void fill_file(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetImportedFile *file = file_at(description, (guint)index);
  refnet_cells_text(cells, file->name);
  refnet_cells_integer(cells, (gint64)(file->used + file->ignored + file->rejected));
  refnet_cells_integer(cells, (gint64)file->used);
  refnet_cells_integer(cells, (gint64)file->ignored);
  refnet_cells_integer(cells, (gint64)file->rejected);
}

static void fill_unused(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetUnusedRows *unused =
      &g_array_index(report_of(description)->unused, RefnetUnusedRows, index);
  refnet_cells_text(cells, file_at(description, unused->file)->name);
  refnet_cells_integer(cells, (gint64)unused->rows);
  refnet_cells_text(cells, unused->rejected ? "rejected" : "left out");
  refnet_cells_take_text(cells, refnet_finding_sentence(unused->why));
}

static void fill_written(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetWrittenFile *written =
      &g_array_index(report_of(description)->written, RefnetWrittenFile, index);
  refnet_cells_text(cells, written->name);
  refnet_cells_integer(cells, (gint64)written->rows);
}

/* "76 times: the row says of nobody that it is theirs (lines 4, 5, 8 …)". Caller frees. */
static char *group_sentence(const RefnetDiagnostics *diagnostics, RefnetCheckGroup group) {
  const RefnetDiagnostic *first = refnet_diagnostics_at(diagnostics, group.items[0]);
  g_autofree char *said = refnet_check_group_example(diagnostics, group, first->message);
  g_autofree char *places = refnet_check_group_places(diagnostics, group);
  return places != NULL ? g_strdup_printf("%s (%s)", said, places) : g_steal_pointer(&said);
}

static void fill_finding(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetDiagnostics *diagnostics = report_of(description)->diagnostics;
  const RefnetDiagnostic *diagnostic = refnet_diagnostics_at(diagnostics, index);
  g_autofree guint32 *items = NULL;
  RefnetCheckGroup group = refnet_check_group(diagnostics, (guint32)index, &items);
  g_autofree char *summary = group.length > 1 ? group_sentence(diagnostics, group) : NULL;
  refnet_finding_fill(cells, diagnostic, diagnostic->message, summary, diagnostic->fix);
}

/* "1,240 rows read = 1,200 used + 38 left out + 2 rejected." */
static char *account(const RefnetImportReport *report) {
  RefnetImportedFile total = {0};
  for (guint i = 0; i < report->files->len; i++) {
    const RefnetImportedFile *file = &g_array_index(report->files, RefnetImportedFile, i);
    total.used += file->used;
    total.ignored += file->ignored;
    total.rejected += file->rejected;
  }
  guint64 read = total.used + total.ignored + total.rejected;
  g_autofree char *rows = refnet_words_tally(read, "row", "rows");
  g_autofree char *used = refnet_words_digits(total.used);
  g_autofree char *ignored = refnet_words_digits(total.ignored);
  g_autofree char *rejected = refnet_words_digits(total.rejected);
  return g_strdup_printf("%s read = %s used + %s left out on purpose + %s rejected.", rows, used,
                         ignored, rejected);
}

static void fill_fields(RefnetDescription *description, const RefnetImportReport *report) {
  RefnetCells *fields = refnet_description_fields(description, field_columns);
  GPtrArray *sentences = g_ptr_array_new();
  refnet_description_say(description, account(report));
  for (guint i = 0; i < report->sentences->len; i++) {
    const char *text = g_ptr_array_index(report->sentences, i);
    refnet_description_say(description, g_strdup(text));
    g_ptr_array_add(sentences, g_strdup(text));
  }
  g_ptr_array_add(sentences, NULL);
  refnet_cells_text(fields, report->format);
  refnet_cells_text(fields, report->source);
  refnet_cells_text(fields, report->directory);
  refnet_cells_take_texts(fields, (char **)g_ptr_array_free(sentences, FALSE));
}

RefnetDescription *refnet_describe_import(const RefnetImportReport *report,
                                          const RefnetWording *wording) {
  RefnetDescription *description = refnet_description_new(wording, report, NULL, NULL);
  fill_fields(description, report);
  refnet_description_add_list(description, &(RefnetListing){.key = "files",
                                                            .heading = "Rows of each file",
                                                            .columns = file_columns,
                                                            .fill = fill_file,
                                                            .length = report->files->len,
                                                            .shown = report->files->len,
                                                            .main = TRUE});
  refnet_description_add_list(description, &(RefnetListing){.key = "unused",
                                                            .heading = "Rows that were not used",
                                                            .columns = unused_columns,
                                                            .fill = fill_unused,
                                                            .length = report->unused->len,
                                                            .shown = 25});
  refnet_description_add_list(description, &(RefnetListing){.key = "written",
                                                            .heading = "The new dataset",
                                                            .columns = written_columns,
                                                            .fill = fill_written,
                                                            .length = report->written->len,
                                                            .shown = report->written->len});
  refnet_findings_add(description, report->diagnostics, fill_finding,
                      "What is worth mending where it comes from", FALSE);
  return description;
}
