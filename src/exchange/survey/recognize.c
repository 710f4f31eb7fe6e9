/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tells a survey from a table of referrals or of respondents. */
#include "exchange/survey/source.h"
#include "exchange/files/text_file.h"
#include "exchange/workbook/tables.h"
#include "model/columns/header_row.h"

#include <glib/gstdio.h>
#include <string.h>

static gboolean is_dataset_header(char **row) {
  const guint width = g_strv_length(row);
  g_auto(GStrv) headers = refnet_header_row((const char *const *)row, width);
  return refnet_header_row_names_ends(headers, REFNET_ENDS_ANY) ||
         (refnet_header_row_has(headers, REFNET_FILE_RESPONDENTS, REFNET_RESPONDENT_ORGANIZATION) &&
          (width == 1 ||
           refnet_header_row_has(headers, REFNET_FILE_RESPONDENTS, REFNET_RESPONDENT_ANSWERED)));
}

/* Below titles stands the header of referrals only: a single word is no list of respondents. */
static gboolean is_dataset_table(const char *head, const char *const *columns) {
  for (gsize i = 0; columns != NULL && columns[i] != NULL; i++)
    if (g_str_has_prefix(columns[i], "from=") || g_str_has_prefix(columns[i], "to="))
      return TRUE;
  g_autoptr(GPtrArray) rows = refnet_text_file_head_rows(head, REFNET_HEADER_WITHIN);
  for (guint r = 0; r < rows->len; r++) {
    char **cells = g_ptr_array_index(rows, r);
    if (is_dataset_header(cells) && (r == 0 || g_strv_length(cells) > 1))
      return TRUE;
  }
  return FALSE;
}

/* A workbook with a sheet of referrals is a dataset, whatever else is in it. */
static RefnetSurveyLikeness likeness_of_workbook(const RefnetImport *import,
                                                 const RefnetSurveyOptions *options) {
  g_autoptr(RefnetWorkbook) workbook = refnet_workbook_open(import->source, NULL);
  if (workbook == NULL)
    return REFNET_SURVEY_NONE;
  g_autoptr(GArray) guesses = refnet_workbook_guesses(workbook, import->columns);
  if (refnet_table_guess_chosen(guesses, REFNET_FILE_REFERRALS) != NULL)
    return REFNET_SURVEY_NONE;
  g_autoptr(RefnetGrid) grid = refnet_survey_read(import, options, NULL);
  return grid != NULL ? refnet_survey_likeness(grid, options) : REFNET_SURVEY_NONE;
}

/* Nobody asked so many; and it would be read whole to tell. */
static gboolean is_too_large(const char *path) {
  enum { SURVEY_BYTES_MOST = 8 << 20 };
  GStatBuf about;
  return g_stat(path, &about) == 0 && about.st_size > SURVEY_BYTES_MOST;
}

RefnetSurveyLikeness refnet_survey_file_likeness(const char *path, const char *const *columns) {
  const RefnetSurveyOptions options = {.direction = REFNET_SURVEY_AS_ASKED};
  g_autoptr(RefnetImportReport) report = refnet_import_report_new("survey", path, "");
  const RefnetImport import = {.source = path, .columns = columns, .report = report};
  if (refnet_workbook_is_one(path))
    return likeness_of_workbook(&import, &options);
  g_autofree char *bytes = refnet_text_file_head(path);
  g_autofree char *head = g_utf8_make_valid(bytes, -1);
  if (*head == '\0' || is_dataset_table(head, columns) || is_too_large(path))
    return REFNET_SURVEY_NONE;
  g_autoptr(RefnetGrid) grid = refnet_grid_read(&import, path, NULL);
  return grid != NULL ? refnet_survey_likeness(grid, &options) : REFNET_SURVEY_NONE;
}

gboolean refnet_survey_is_one(const char *path, const char *const *columns) {
  return refnet_survey_file_likeness(path, columns) != REFNET_SURVEY_NONE;
}
