/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/survey/reading.h"

#include "model/columns/no_name.h"
#include "model/columns/words.h"

#include <string.h>

const RefnetSurveyQuestion *refnet_survey_used_question(const RefnetSurveyReading *survey,
                                                        guint column) {
  const RefnetSurveyQuestion *question = refnet_survey_question(survey->layout, column);
  return question != NULL && question->used ? question : NULL;
}

gboolean refnet_survey_is_used_as(const RefnetSurveyReading *survey, guint column,
                                  RefnetSurveyRole role) {
  return survey->layout->columns[column].role == role &&
         refnet_survey_used_question(survey, column) != NULL;
}

gboolean refnet_survey_has_answers_about_one(const RefnetSurveyReading *survey, guint column) {
  return refnet_survey_is_used_as(survey, column, REFNET_SURVEY_PARTNER) ||
         refnet_survey_is_used_as(survey, column, REFNET_SURVEY_ANSWER);
}

guint32 refnet_survey_partner_of(const RefnetSurveyReading *survey, guint row, guint column) {
  gboolean loosely;
  if (survey->layout->columns[column].role != REFNET_SURVEY_ANSWER)
    return survey->partner[column];
  const char *name = refnet_survey_cell(survey, row, survey->layout->paired);
  return *name != '\0' ? refnet_name_list_find(survey->names, name, &loosely) : REFNET_NONE;
}

const char *refnet_survey_partner_label(const RefnetSurveyReading *survey, guint column) {
  const RefnetSurveyHeading *heading = &survey->header->columns[column];
  return *heading->label != '\0' ? heading->label : heading->title;
}

const char *refnet_survey_cell(const RefnetSurveyReading *survey, guint row, guint column) {
  return refnet_grid_cell(survey->grid, row, column);
}

gboolean refnet_survey_is_passed_over(const RefnetSurveyReading *survey, guint row) {
  const char *respondent = refnet_survey_cell(survey, row, survey->layout->respondent);
  if (refnet_word_is_total(respondent) || refnet_word_is_remark(respondent))
    return TRUE;
  static const char *const words[] = {"surveypreview", "preview", "spam", "surveytest", NULL};
  if (survey->layout->status == G_MAXUINT)
    return FALSE;
  g_autofree char *status =
      refnet_text_fold_header(refnet_survey_cell(survey, row, survey->layout->status));
  return g_strv_contains(words, status);
}

const char *refnet_survey_respondent(const RefnetSurveyReading *survey, guint row) {
  const RefnetFileFields *file = refnet_file_fields(REFNET_FILE_RESPONDENTS);
  const char *name = refnet_survey_cell(survey, row, survey->layout->respondent);
  return refnet_word_is_blank(name, &file->fields[REFNET_RESPONDENT_ORGANIZATION]) ||
                 refnet_survey_is_passed_over(survey, row)
             ? ""
             : name;
}

gboolean refnet_survey_has_answers(const RefnetSurveyReading *survey, guint row) {
  for (guint c = 0; c < survey->layout->width; c++)
    if (*refnet_survey_cell(survey, row, c) != '\0' &&
        refnet_survey_used_question(survey, c) != NULL)
      return TRUE;
  return FALSE;
}

void refnet_survey_report(const RefnetSurveyReading *survey, RefnetSeverity severity,
                          const char *kind, guint row, guint column, const char *fix,
                          char *message) {
  g_autofree char *owned = message;
  refnet_grid_report(survey->grid, survey->import,
                     &(RefnetGridProblem){.kind = kind,
                                          .severity = severity,
                                          .row = row,
                                          .column = column,
                                          .field = column < survey->header->width
                                                       ? survey->header->columns[column].title
                                                       : NULL,
                                          .fix = fix},
                     "%s", owned);
}
