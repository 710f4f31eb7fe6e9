/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/flat/hmis.h"

#include "model/columns/words.h"

#include <string.h>

/* The column with the folded header; G_MAXUINT: none. */
static guint find_column(const RefnetGrid *grid, const char *folded) {
  for (guint c = 0; c < grid->width; c++) {
    g_autofree char *header = refnet_text_fold_header(refnet_grid_cell(grid, 0, c));
    if (strcmp(header, folded) == 0)
      return c;
  }
  return G_MAXUINT;
}

static gboolean is_filled(const RefnetGrid *grid, guint row, guint column) {
  return column != G_MAXUINT && *refnet_grid_cell(grid, row, column) != '\0';
}

/* ---- columns --------------------------------------------------------------------------------- */

const char *refnet_hmis_project_type(const char *header, const char *cell) {
  static const char *const types[] = {"emergency shelter",
                                      "emergency shelter",
                                      "transitional housing",
                                      "permanent supportive housing",
                                      "street outreach",
                                      NULL,
                                      "services only",
                                      "other",
                                      "safe haven",
                                      "permanent housing",
                                      "permanent housing",
                                      "day shelter",
                                      "homelessness prevention",
                                      "rapid re-housing",
                                      "coordinated entry"};
  guint64 number;
  g_autofree char *folded = refnet_text_fold_header(header);
  if (strcmp(folded, "projecttype") != 0 ||
      !g_ascii_string_to_unsigned(cell, 10, 0, G_MAXUINT, &number, NULL))
    return cell;
  return number < G_N_ELEMENTS(types) ? types[number] : NULL;
}

gboolean refnet_hmis_is_no_service(const char *header) {
  g_autofree char *folded = refnet_text_fold_header(header);
  return refnet_word_is_among(folded, "victimserviceprovider userid exportid");
}

/* ---- rows ------------------------------------------------------------------------------------ */

/* Of "3/4/2020" the month stands first: these files are American. */
static RefnetDate last_day(const RefnetImport *import, const RefnetGrid *grid, guint row,
                           guint column) {
  RefnetDate day;
  const char *text = refnet_grid_cell(grid, row, column);
  RefnetDateStatus status = refnet_date_parse(text, import->date_order, &day);
  if (status == REFNET_DATE_AMBIGUOUS)
    status = refnet_date_parse(text, REFNET_DATE_ORDER_MDY, &day);
  if (status != REFNET_DATE_OK)
    refnet_grid_report(grid, import,
                       &(RefnetGridProblem){.kind = "bad-date",
                                            .severity = REFNET_SEVERITY_WARNING,
                                            .row = row,
                                            .column = column,
                                            .field = refnet_grid_cell(grid, 0, column),
                                            .fix = "write the day as YYYY-MM-DD"},
                       "the last day can't be read, and counts as none");
  return day;
}

gboolean refnet_hmis_has_ended(const RefnetImport *import, const RefnetGrid *grid, guint row) {
  const guint ends = find_column(grid, "operatingenddate");
  if (is_filled(grid, row, find_column(grid, "datedeleted")))
    return TRUE;
  if (!is_filled(grid, row, ends))
    return FALSE;
  const RefnetDate day = last_day(import, grid, row, ends);
  return day != REFNET_DATE_UNKNOWN &&
         (import->as_of == REFNET_DATE_UNKNOWN || day < import->as_of);
}

void refnet_hmis_leave_out_deleted(const RefnetImport *import, RefnetGrid *grid, guint id,
                                   GHashTable *ids) {
  const guint deleted = find_column(grid, "datedeleted");
  const guint rows = grid->rows;
  guint kept = 1;
  for (guint r = 1; r < rows && deleted != G_MAXUINT; r++) {
    if (is_filled(grid, r, deleted)) {
      if (ids != NULL && id != G_MAXUINT)
        g_hash_table_add(ids, (gpointer)refnet_grid_cell(grid, r, id));
      continue;
    }
    grid->lines[kept] = grid->lines[r];
    memmove(grid->cells + (gsize)kept * grid->width, grid->cells + (gsize)r * grid->width,
            grid->width * sizeof *grid->cells);
    kept++;
  }
  if (deleted == G_MAXUINT || kept == rows)
    return;
  grid->rows = kept;
  refnet_import_report_ignored(import->report,
                               refnet_import_report_file(import->report, grid->label), rows - kept,
                               "the row was deleted");
}
