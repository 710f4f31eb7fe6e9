/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What `refnet init` reports: the files to fill in, and what to do next. */
#include "present/description/description.h"
#include "present/import/import_report.h"

static const RefnetColumn field_columns[] = {
    {"directory", "Written to", REFNET_VALUE_TEXT, 0, 0, NULL}, {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn file_columns[] = {{"file", "FILE", REFNET_VALUE_TEXT, 0, 0, NULL},
                                            {"rows", "ROWS", REFNET_VALUE_INTEGER, 0, 0, NULL},
                                            {NULL, NULL, 0, 0, 0, NULL}};

static void fill_file(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetImportReport *report = description->result;
  const RefnetWrittenFile *file = &g_array_index(report->written, RefnetWrittenFile, index);
  refnet_cells_text(cells, file->name);
  refnet_cells_integer(cells, (gint64)file->rows);
}

RefnetDescription *refnet_describe_start(const RefnetImportReport *report,
                                         const RefnetWording *wording) {
  RefnetDescription *description = refnet_description_new(wording, report, NULL, NULL);
  refnet_cells_text(refnet_description_fields(description, field_columns), report->directory);
  for (guint i = 0; i < report->sentences->len; i++)
    refnet_description_say(description, g_strdup(g_ptr_array_index(report->sentences, i)));
  refnet_description_add_list(description, &(RefnetListing){.key = "files",
                                                            .columns = file_columns,
                                                            .fill = fill_file,
                                                            .length = report->written->len,
                                                            .whole = TRUE});
  return description;
}
