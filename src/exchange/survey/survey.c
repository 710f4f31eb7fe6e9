/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A survey becomes a dataset: columns are told apart, names found, answers read, and all of it
 * said. */
#include "exchange/survey/account.h"
#include "exchange/survey/answers.h"
#include "exchange/survey/details.h"
#include "exchange/survey/names.h"
#include "exchange/survey/sign_in.h"
#include "exchange/survey/source.h"

static gboolean import_answers(RefnetSurveyReading *survey, GError **error) {
  refnet_survey_find_names(survey);
  if (!refnet_survey_settle_scales(survey, error))
    return FALSE;
  refnet_survey_take_rows(survey);
  refnet_survey_take_details(survey);
  refnet_survey_say_all(survey);
  return refnet_roster_write(survey->roster, survey->import, error) &&
         refnet_survey_links_write(survey->links, survey->import, error) &&
         refnet_contact_list_write(survey->contacts, survey->import, error);
}

static gboolean import_ties(const RefnetImport *import, const RefnetSurveyOptions *options,
                            const RefnetGrid *grid, RefnetRoster *roster, GError **error) {
  g_autoptr(RefnetSurveyHeader) header = refnet_survey_header_read(grid);
  g_autoptr(RefnetSurveyLayout) layout =
      refnet_survey_layout_new(grid, header, refnet_roster_names(roster), options, error);
  if (layout == NULL)
    return FALSE;
  RefnetSurveyReading survey = {
      .import = import,
      .options = options,
      .grid = grid,
      .header = header,
      .layout = layout,
      .roster = roster,
      .names = refnet_roster_names(roster),
      .scales = g_ptr_array_new_with_free_func((GDestroyNotify)refnet_scale_free),
      .links = refnet_survey_links_new(roster),
      .contacts = refnet_contact_list_new(roster),
      .respondent = g_new(guint32, grid->rows + 1),
      .partner = g_new(guint32, layout->width + 1),
      .file = refnet_import_report_file(import->report, grid->label)};
  gboolean ok = import_answers(&survey, error);
  g_ptr_array_unref(survey.scales);
  refnet_survey_links_free(survey.links);
  refnet_contact_list_free(survey.contacts);
  g_free(survey.respondent);
  g_free(survey.partner);
  return ok;
}

gboolean refnet_import_survey(const RefnetImport *import, const RefnetSurveyOptions *options,
                              GError **error) {
  g_autoptr(RefnetGrid) grid = refnet_survey_read(import, options, error);
  g_autoptr(RefnetRoster) roster =
      grid != NULL ? refnet_roster_new(import, options->organizations, error) : NULL;
  if (roster == NULL)
    return FALSE;
  refnet_roster_say_namesakes(roster, import->report);
  if (refnet_sign_in_is(grid, import->date_order))
    return refnet_sign_in_import(import, grid, roster, error);
  return import_ties(import, options, grid, roster, error);
}
