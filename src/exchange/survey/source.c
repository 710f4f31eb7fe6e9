/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/survey/source.h"

#include "exchange/questions/layout.h"
#include "exchange/survey/sign_in.h"
#include "exchange/workbook/tables.h"

static gboolean asks_about_referrals(const RefnetSurveyLayout *layout) {
  for (guint q = 0; q < layout->questions->len; q++) {
    const RefnetSurveyQuestion *question =
        &g_array_index(layout->questions, RefnetSurveyQuestion, q);
    if (question->used && question->about_referrals)
      return TRUE;
  }
  return FALSE;
}

/* Half of the partners or more answer themselves, two at least. */
static gboolean is_matrix(const RefnetGrid *grid, const RefnetSurveyHeader *header,
                          const RefnetSurveyLayout *layout) {
  g_autoptr(GHashTable) respondents = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  guint partners = 0, answering = 0;
  for (guint r = header->first_row; r < grid->rows; r++)
    g_hash_table_add(respondents, refnet_text_fold(refnet_grid_cell(grid, r, layout->respondent)));
  for (guint c = 0; c < layout->width; c++) {
    const RefnetSurveyHeading *heading = &header->columns[c];
    if (layout->columns[c].role != REFNET_SURVEY_PARTNER)
      continue;
    g_autofree char *fold =
        refnet_text_fold(*heading->label != '\0' ? heading->label : heading->title);
    partners++;
    answering += g_hash_table_contains(respondents, fold);
  }
  return answering >= 2 && 2 * answering >= partners;
}

RefnetSurveyLikeness refnet_survey_likeness(const RefnetGrid *grid,
                                            const RefnetSurveyOptions *options) {
  if (refnet_sign_in_is(grid, REFNET_DATE_ORDER_UNKNOWN))
    return REFNET_SURVEY_LIKELY;
  g_autoptr(RefnetSurveyHeader) header = refnet_survey_header_read(grid);
  g_autoptr(RefnetNameList) roster = refnet_name_list_new();
  g_autoptr(RefnetSurveyLayout) layout =
      refnet_survey_layout_new(grid, header, roster, options, NULL);
  if (layout == NULL)
    return REFNET_SURVEY_NONE;
  if (asks_about_referrals(layout))
    return REFNET_SURVEY_SURELY;
  return is_matrix(grid, header, layout) ? REFNET_SURVEY_LIKELY : REFNET_SURVEY_PERHAPS;
}

/* ---- workbooks ------------------------------------------------------------------------------- */

static RefnetSurveyLikeness likeness_of(const RefnetImport *import,
                                        const RefnetSurveyOptions *options,
                                        const RefnetWorkbookSheet *sheet) {
  g_autoptr(RefnetImportReport) report = refnet_import_report_new("survey", import->source, "");
  const RefnetImport trial = {.source = import->source, .report = report};
  g_autoptr(RefnetGrid) grid = refnet_grid_from_cells(&trial, sheet->label, sheet->grid, NULL);
  return grid != NULL ? refnet_survey_likeness(grid, options) : REFNET_SURVEY_NONE;
}

/* Those of `sheets` that look most like a survey. */
static GPtrArray *find_likeliest(const RefnetImport *import, const RefnetSurveyOptions *options,
                                 const GPtrArray *sheets) {
  GPtrArray *likeliest = g_ptr_array_new();
  RefnetSurveyLikeness most = REFNET_SURVEY_PERHAPS;
  for (guint i = 0; i < sheets->len; i++) {
    RefnetWorkbookSheet *sheet = g_ptr_array_index(sheets, i);
    RefnetSurveyLikeness likeness = likeness_of(import, options, sheet);
    if (likeness > most)
      g_ptr_array_set_size(likeliest, 0);
    most = MAX(most, likeness);
    if (likeness == most)
      g_ptr_array_add(likeliest, sheet);
  }
  return likeliest;
}

static RefnetWorkbookSheet *choose_sheet(const RefnetImport *import,
                                         const RefnetSurveyOptions *options,
                                         const RefnetWorkbook *workbook, GError **error) {
  if (import->sheet != NULL)
    return refnet_workbook_sheet_named(workbook, import->sheet, error);
  g_autoptr(GPtrArray) filled = refnet_workbook_filled_sheets(workbook);
  if (filled->len == 1)
    return g_ptr_array_index(filled, 0);
  g_autoptr(GPtrArray) likeliest = find_likeliest(import, options, filled);
  if (likeliest->len == 1)
    return g_ptr_array_index(likeliest, 0);
  g_autofree char *name = g_filename_display_basename(import->source);
  g_autofree char *shown = refnet_text_display(name, 0);
  g_autofree char *list =
      refnet_workbook_list_sheets(likeliest->len > 0 ? likeliest : workbook->sheets, NULL, NULL);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              likeliest->len > 0
                  ? "several sheets of %s may be the survey: %s; say which with --sheet NAME"
                  : "no sheet of %s looks like a survey: %s; say which it is with --sheet NAME",
              shown, *list != '\0' ? list : "it has none");
  return NULL;
}

RefnetGrid *refnet_survey_read(const RefnetImport *import, const RefnetSurveyOptions *options,
                               GError **error) {
  if (!refnet_workbook_is_one(import->source))
    return refnet_grid_read(import, import->source, error);
  g_autoptr(RefnetWorkbook) workbook = refnet_workbook_open(import->source, error);
  RefnetWorkbookSheet *sheet =
      workbook != NULL ? choose_sheet(import, options, workbook, error) : NULL;
  if (sheet == NULL)
    return NULL;
  refnet_workbook_say_sheet(workbook, sheet, NULL, import);
  return refnet_grid_from_cells(import, sheet->label, sheet->grid, error);
}
