/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/files/exclusions.h"

#include "base/gravest.h"
#include "cli/terminal/tell.h"

typedef struct {
  const RefnetDataset *dataset;
  GArray *organizations;
  guint column; /* that names them */
} Reading;

static void exclude(Reading *reading, const char *text) {
  g_autoptr(GError) error = NULL;
  guint32 organization = *text ? refnet_dataset_find(reading->dataset, text, &error) : REFNET_NONE;
  if (organization != REFNET_NONE)
    g_array_append_val(reading->organizations, organization);
  else if (error)
    refnet_cli_tell(g_strdup_printf("--exclude: %s", error->message));
}

static gboolean is_heading(const char *text) {
  static const char *const headings[] = {"id", "name", "organization"};
  g_autofree char *fold = refnet_text_fold_header(text);
  for (gsize i = 0; i < G_N_ELEMENTS(headings); i++)
    if (g_str_equal(headings[i], fold))
      return TRUE;
  return FALSE;
}

/* Without a heading that is known the first line is a name like the others. */
static gboolean read_header(const RefnetRow *header, gpointer data, GError **error) {
  Reading *reading = data;
  (void)error;
  for (guint i = 0; i < header->fields; i++)
    if (is_heading(header->cells[i])) {
      reading->column = i;
      return TRUE;
    }
  exclude(reading, header->cells[0]);
  return TRUE;
}

static RefnetRowFate read_row(const RefnetRow *row, gpointer data) {
  Reading *reading = data;
  exclude(reading, row->cells[reading->column]);
  return REFNET_ROW_KEPT;
}

GArray *refnet_exclusions_read(const RefnetDataset *dataset, const char *path, GError **error) {
  Reading reading = {dataset, g_array_new(FALSE, FALSE, sizeof(guint32)), 0};
  g_autoptr(RefnetDiagnostics) diagnostics = refnet_diagnostics_new();
  RefnetTableOptions table = {.label = path};
  const RefnetRowHandler handler = {.header = read_header, .row = read_row, .data = &reading};
  RefnetRowCount count = {0};
  if (path && !refnet_table_read(path, &table, &handler, &count, diagnostics, error))
    g_clear_pointer(&reading.organizations, g_array_unref);
  for (gsize i = 0; i < refnet_diagnostics_length(diagnostics); i++)
    refnet_cli_tell(refnet_diagnostic_sentence(refnet_diagnostics_at(diagnostics, i)));
  return reading.organizations;
}
