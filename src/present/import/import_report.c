/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Keeps the account of an import: every row of every file, and why it was not used. */
#include "present/import/import_report.h"

#include <string.h>

static void clear_file(gpointer file) {
  g_free(((RefnetImportedFile *)file)->name);
}

static void clear_unused(gpointer unused) {
  g_free(((RefnetUnusedRows *)unused)->why);
}

static void clear_written(gpointer written) {
  g_free(((RefnetWrittenFile *)written)->name);
}

RefnetImportReport *refnet_import_report_new(const char *format, const char *source,
                                             const char *directory) {
  RefnetImportReport *report = g_new0(RefnetImportReport, 1);
  report->format = format;
  report->source = g_strdup(source);
  report->directory = g_strdup(directory);
  report->files = g_array_new(FALSE, TRUE, sizeof(RefnetImportedFile));
  g_array_set_clear_func(report->files, clear_file);
  report->unused = g_array_new(FALSE, TRUE, sizeof(RefnetUnusedRows));
  g_array_set_clear_func(report->unused, clear_unused);
  report->by_why = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  report->written = g_array_new(FALSE, FALSE, sizeof(RefnetWrittenFile));
  g_array_set_clear_func(report->written, clear_written);
  report->sentences = g_ptr_array_new_with_free_func(g_free);
  report->diagnostics = refnet_diagnostics_new();
  return report;
}

void refnet_import_report_free(RefnetImportReport *report) {
  if (!report)
    return;
  g_free(report->source);
  g_free(report->directory);
  g_array_unref(report->files);
  g_array_unref(report->unused);
  g_hash_table_unref(report->by_why);
  g_array_unref(report->written);
  g_ptr_array_unref(report->sentences);
  refnet_diagnostics_free(report->diagnostics);
  g_free(report);
}

static RefnetImportedFile *file_at(const RefnetImportReport *report, guint file) {
  return &g_array_index(report->files, RefnetImportedFile, file);
}

guint refnet_import_report_file(RefnetImportReport *report, const char *name) {
  for (guint i = 0; i < report->files->len; i++)
    if (g_str_equal(file_at(report, i)->name, name))
      return i;
  RefnetImportedFile file = {.name = g_strdup(name)};
  g_array_append_val(report->files, file);
  return report->files->len - 1;
}

/* Adds to the rows of the file that were not used for this reason. */
static void add_unused(RefnetImportReport *report, guint file, gboolean rejected, guint64 rows,
                       const char *why) {
  char *key = g_strdup_printf("%u %d %s", file, rejected, why);
  guint known = GPOINTER_TO_UINT(g_hash_table_lookup(report->by_why, key));
  if (known > 0) {
    g_array_index(report->unused, RefnetUnusedRows, known - 1).rows += rows;
    g_free(key);
    return;
  }
  RefnetUnusedRows unused = {file, rejected, g_strdup(why), rows};
  g_array_append_val(report->unused, unused);
  g_hash_table_insert(report->by_why, key, GUINT_TO_POINTER(report->unused->len));
}

void refnet_import_report_used(RefnetImportReport *report, guint file, guint64 rows) {
  file_at(report, file)->used += rows;
}

void refnet_import_report_ignored(RefnetImportReport *report, guint file, guint64 rows,
                                  const char *why) {
  if (rows == 0)
    return;
  file_at(report, file)->ignored += rows;
  add_unused(report, file, FALSE, rows, why);
}

void refnet_import_report_rejected(RefnetImportReport *report, guint file, guint64 rows,
                                   const char *why) {
  if (rows == 0)
    return;
  file_at(report, file)->rejected += rows;
  add_unused(report, file, TRUE, rows, why);
}

void refnet_import_report_written(RefnetImportReport *report, const char *name, guint64 rows) {
  RefnetWrittenFile written = {g_strdup(name), rows};
  g_array_append_val(report->written, written);
}

void refnet_import_report_say(RefnetImportReport *report, char *sentence) {
  g_ptr_array_add(report->sentences, sentence);
}

RefnetDiagnostics *refnet_import_report_diagnostics(RefnetImportReport *report) {
  return report->diagnostics;
}

guint64 refnet_import_report_rejects(const RefnetImportReport *report) {
  guint64 rejected = 0;
  for (guint i = 0; i < report->files->len; i++)
    rejected += file_at(report, i)->rejected;
  return rejected;
}
