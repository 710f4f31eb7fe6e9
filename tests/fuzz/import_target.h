/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What all imports have to keep, whatever they are given. */
#ifndef TESTS_FUZZ_IMPORT_TARGET_H
#define TESTS_FUZZ_IMPORT_TARGET_H

#include "fuzz/many_files.h"
#include "present/import/import_report.h"
#include <refnet/exchange.h>

#include <stdint.h>

typedef gboolean (*ImportFunc)(const RefnetImport *import, GError **error);

static inline char *path_of_import(const char *name, gpointer folder) {
  return g_build_filename(folder, name, NULL);
}

/* Each rejected row is an error, and messages are text. */
static inline void check_report(const RefnetImportReport *report) {
  guint64 rejected = refnet_import_report_rejects(report);
  require(refnet_diagnostics_count(report->diagnostics, REFNET_SEVERITY_ERROR) == rejected);
  for (guint i = 0; i < report->sentences->len; i++)
    require(g_utf8_validate(g_ptr_array_index(report->sentences, i), -1, NULL));
  for (gsize i = 0; i < refnet_diagnostics_length(report->diagnostics); i++)
    require(g_utf8_validate(refnet_diagnostics_at(report->diagnostics, i)->message, -1, NULL));
}

/* What was written is a dataset in which no row is rejected. */
static inline void check_dataset(const char *folder) {
  g_autoptr(GError) error = NULL;
  g_autoptr(RefnetDataset) dataset = refnet_dataset_load(folder, NULL, &error);
  require((dataset == NULL) == (error != NULL));
  if (dataset != NULL)
    require(refnet_diagnostics_count(dataset->diagnostics, REFNET_SEVERITY_ERROR) == 0);
}

static inline void import_bytes(const uint8_t *data, size_t size, ImportFunc run) {
  g_autofree char *folder = g_dir_make_tmp("refnet-fuzz-XXXXXX", NULL);
  require(folder != NULL);
  g_autofree char *source = g_strconcat(folder, ".in", NULL);
  require(g_file_set_contents_full(source, (const char *)data, (gssize)size,
                                   G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  g_autoptr(RefnetImportReport) report = refnet_import_report_new("fuzz", source, folder);
  const RefnetImport import = {
      .source = source, .path = path_of_import, .path_data = folder, .report = report};
  g_autoptr(GError) error = NULL;
  gboolean ok = run(&import, &error);
  require(ok == (error == NULL));
  if (ok) {
    check_report(report);
    check_dataset(folder);
  }
  many_files_remove(folder);
  g_remove(source);
}

#endif
