/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/survey/details.h"

#include "exchange/questions/choices.h"
#include "exchange/questions/titles.h"
#include "model/columns/fields.h"
#include "model/columns/words.h"

#include <string.h>

/* ---- answers --------------------------------------------------------------------------------- */

/* A column for each choice holds yes or the choice itself. */
static gboolean is_chosen(const char *cell, const char *label) {
  RefnetTri answer;
  if (refnet_word_answer(cell, &answer))
    return answer == REFNET_TRI_YES;
  g_autofree char *a = refnet_text_fold(cell), *b = refnet_text_fold(label);
  return strcmp(a, b) == 0;
}

/* A sector's name may hold what divides choices. */
static void take_written(RefnetRoster *roster, guint32 organization, guint field,
                         const char *cell) {
  g_auto(GStrv) choices = refnet_survey_split_choices(cell);
  if (choices[0] != NULL && field == REFNET_ORGANIZATION_SECTOR) {
    refnet_roster_describe(roster, organization, field, cell);
    return;
  }
  for (gsize i = 0; choices[i] != NULL; i++)
    refnet_roster_describe(roster, organization, field, choices[i]);
}

/* "Other" has what was written there; that its box is ticked says nothing. */
static void take_cell(const RefnetSurveyReading *survey, guint row, guint column) {
  const char *cell = refnet_survey_cell(survey, row, column);
  const char *label = survey->header->columns[column].label;
  const guint field = survey->layout->columns[column].question;
  const guint32 organization = survey->respondent[row];
  if (*label == '\0' || !is_chosen(cell, label)) {
    if (refnet_survey_is_freely_written(label))
      take_written(survey->roster, organization, field, cell);
  } else if (!refnet_survey_is_other(label)) {
    refnet_roster_describe(survey->roster, organization, field, label);
  }
}

void refnet_survey_take_details(const RefnetSurveyReading *survey) {
  for (guint c = 0; c < survey->layout->width; c++)
    for (guint r = survey->header->first_row;
         survey->layout->columns[c].role == REFNET_SURVEY_DETAIL && r < survey->grid->rows; r++)
      if (survey->respondent[r] != REFNET_NONE)
        take_cell(survey, r, c);
}

/* ---- saying so ------------------------------------------------------------------------------- */

/* Is it the first column of its question? */
static gboolean begins_question(const RefnetSurveyReading *survey, guint column) {
  const RefnetSurveyHeading *heading = &survey->header->columns[column];
  if (survey->layout->columns[column].role != REFNET_SURVEY_DETAIL)
    return FALSE;
  for (guint c = 0; *heading->label != '\0' && c < column; c++)
    if (survey->layout->columns[c].role == REFNET_SURVEY_DETAIL &&
        strcmp(survey->header->columns[c].question, heading->question) == 0)
      return FALSE;
  return TRUE;
}

void refnet_survey_say_details(const RefnetSurveyReading *survey) {
  g_autoptr(GString) list = g_string_new(NULL);
  for (guint c = 0; c < survey->layout->width; c++) {
    if (!begins_question(survey, c))
      continue;
    const RefnetSurveyHeading *heading = &survey->header->columns[c];
    const guint field = survey->layout->columns[c].question;
    g_autofree char *shown =
        refnet_text_display(*heading->label != '\0' ? heading->question : heading->title, 60);
    g_string_append_printf(list, "%s\"%s\" %sas %s", list->len > 0 ? ", " : "", shown,
                           list->len > 0 ? "" : "was read ",
                           refnet_file_fields(REFNET_FILE_ORGANIZATIONS)->fields[field].name);
  }
  if (list->len > 0)
    refnet_import_report_say(
        survey->import->report,
        g_strdup_printf("What organisations say of themselves: %s; organizations.csv has it.",
                        list->str));
}
