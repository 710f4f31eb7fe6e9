/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/survey/answers.h"

#include "base/month_names.h"
#include "exchange/questions/titles.h"
#include "exchange/survey/names.h"
#include "exchange/survey/people.h"

#include <string.h>

static gboolean is_own_label(const RefnetSurveyReading *survey, guint column, const char *cell) {
  g_autofree char *label = refnet_text_fold(refnet_survey_partner_label(survey, column));
  g_autofree char *fold = refnet_text_fold(cell);
  return strcmp(label, fold) == 0;
}

/* Shows the scales what the row answers about others. */
static void see_row(RefnetSurveyReading *survey, guint row) {
  for (guint c = 0; c < survey->layout->width; c++) {
    const char *cell = refnet_survey_cell(survey, row, c);
    if (refnet_survey_has_answers_about_one(survey, c) &&
        refnet_survey_partner_of(survey, row, c) != survey->respondent[row] &&
        !is_own_label(survey, c, cell))
      refnet_scale_see(g_ptr_array_index(survey->scales, survey->layout->columns[c].question),
                       cell);
  }
}

gboolean refnet_survey_settle_scales(RefnetSurveyReading *survey, GError **error) {
  for (guint q = 0; q < survey->layout->questions->len; q++) {
    const RefnetSurveyQuestion *question =
        &g_array_index(survey->layout->questions, RefnetSurveyQuestion, q);
    g_ptr_array_add(survey->scales, refnet_scale_new(question->text));
  }
  for (guint r = survey->header->first_row; r < survey->grid->rows; r++)
    if (survey->respondent[r] != REFNET_NONE && refnet_survey_has_answers(survey, r))
      see_row(survey, r);
  for (guint q = 0; q < survey->scales->len; q++)
    if (!refnet_scale_settle(g_ptr_array_index(survey->scales, q), survey->options->codes, error))
      return FALSE;
  return TRUE;
}

static void add_link(RefnetSurveyReading *survey, const RefnetSurveyQuestion *question,
                     guint32 respondent, guint32 partner, RefnetAnswer answer) {
  if (respondent == partner) {
    survey->themselves++;
    return;
  }
  RefnetSurveyLink there = {respondent, partner, respondent};
  RefnetSurveyLink back = {partner, respondent, respondent};
  if (question->direction != REFNET_SURVEY_RECEIVED)
    refnet_survey_links_add(survey->links, there, answer);
  if (question->direction == REFNET_SURVEY_RECEIVED || question->direction == REFNET_SURVEY_BOTH)
    refnet_survey_links_add(survey->links, back, answer);
}

/* "5-Jan" and "2026-01-05": spreadsheet programs take 1-5 for a date. */
static gboolean may_have_been_range(const char *cell) {
  const gsize digits = strspn(cell, "0123456789");
  const char *month = cell + digits + 1;
  RefnetDate date;
  if (refnet_date_parse(cell, REFNET_DATE_ORDER_UNKNOWN, &date) == REFNET_DATE_OK)
    return TRUE;
  for (guint m = 0; m < 12 && digits > 0 && digits <= 2 && cell[digits] == '-'; m++)
    if (g_ascii_strncasecmp(month, refnet_month_names[m], 3) == 0 && month[3] == '\0')
      return TRUE;
  return FALSE;
}

static void report_strange(RefnetSurveyReading *survey, guint row, guint column) {
  const char *cell = refnet_survey_cell(survey, row, column);
  g_autofree char *shown = refnet_text_display(cell, 60);
  const char *fix =
      may_have_been_range(cell)
          ? "spreadsheet programs make dates of ranges such as 1-5: write the range "
            "again, in a cell of text, or say what it means with --scale \"ANSWER=monthly\""
          : "say what it means with --scale \"ANSWER=monthly\" or another frequency";
  refnet_survey_report(
      survey, REFNET_SEVERITY_WARNING, "unknown-answer", row, column, fix,
      g_strdup_printf("what \"%s\" says about referrals is not known; the answer was left out",
                      shown));
}

static void take_answer(RefnetSurveyReading *survey, guint row, guint column) {
  const RefnetSurveyQuestion *question = refnet_survey_used_question(survey, column);
  const char *cell = refnet_survey_cell(survey, row, column);
  RefnetAnswer answer = {REFNET_ANSWER_YES, REFNET_FREQUENCY_UNKNOWN, 0};
  const guint32 partner = refnet_survey_partner_of(survey, row, column);
  if (partner == REFNET_NONE)
    return;
  if (survey->respondent[row] == partner) {
    survey->themselves++;
    return;
  }
  if (!is_own_label(survey, column, cell))
    answer = refnet_scale_read(
        g_ptr_array_index(survey->scales, survey->layout->columns[column].question), cell);
  if (answer.kind == REFNET_ANSWER_STRANGE)
    report_strange(survey, row, column);
  else if (answer.kind != REFNET_ANSWER_BLANK)
    add_link(survey, question, survey->respondent[row], partner, answer);
}

static void take_names(RefnetSurveyReading *survey, guint row, guint column, RefnetDate date) {
  const RefnetAnswer yes = {REFNET_ANSWER_YES, REFNET_FREQUENCY_UNKNOWN, 0};
  g_autoptr(GArray) parts =
      refnet_name_list_split(survey->names, refnet_survey_cell(survey, row, column));
  for (guint i = 0; i < parts->len; i++) {
    const RefnetNamePart *part = &g_array_index(parts, RefnetNamePart, i);
    if (part->organization != REFNET_NONE)
      add_link(survey, refnet_survey_used_question(survey, column), survey->respondent[row],
               part->organization, yes);
    else if (!refnet_survey_is_none(part->text))
      refnet_survey_nominate(survey, row, column, part->text, date);
    if (part->loosely) {
      refnet_roster_met(survey->roster, part->organization, part->text);
      refnet_survey_note_loose_name(survey, row, column, part->text, part->organization);
    }
  }
}

/* ---- dates ----------------------------------------------------------------------------------- */

/* Without the time of day, which may have a zone by name, as in "2026/03/04 3:15:22 PM EST"; "Feb.
 * 14, 2026" has none. Caller frees. */
static char *day_of(const char *text) {
  g_autofree char *day = g_strndup(text, strcspn(text, " "));
  gboolean is_day = g_ascii_isdigit(*day) && strpbrk(day, "/.-") != NULL;
  return is_day ? g_steal_pointer(&day) : g_strdup(text);
}

/* One that can be read two ways is counted, and stays unknown. */
static RefnetDate read_date(RefnetSurveyReading *survey, guint row, RefnetDateOrder order) {
  if (survey->layout->date == G_MAXUINT)
    return REFNET_DATE_UNKNOWN;
  RefnetDate date;
  g_autofree char *day = day_of(refnet_survey_cell(survey, row, survey->layout->date));
  survey->unclear_dates += refnet_date_parse(day, order, &date) == REFNET_DATE_AMBIGUOUS;
  return date;
}

/* 3/4/2026 is read one way only where another answer's date shows which. */
static RefnetDateOrder find_date_order(const RefnetSurveyReading *survey) {
  RefnetDateOrderSigns signs = {0};
  if (survey->layout->date == G_MAXUINT || survey->import->date_order != REFNET_DATE_ORDER_UNKNOWN)
    return survey->import->date_order;
  for (guint r = survey->header->first_row; r < survey->grid->rows; r++) {
    g_autofree char *day = day_of(refnet_survey_cell(survey, r, survey->layout->date));
    refnet_date_order_note(&signs, day);
  }
  return refnet_date_order_of(&signs);
}

/* ---- rows ------------------------------------------------------------------------------------ */

static void take_row(RefnetSurveyReading *survey, guint row, RefnetDateOrder order) {
  const RefnetDate date = read_date(survey, row, order);
  for (guint c = 0; c < survey->layout->width; c++) {
    RefnetSurveyRole role = survey->layout->columns[c].role;
    if (*refnet_survey_cell(survey, row, c) == '\0')
      continue;
    if (role == REFNET_SURVEY_CONTACT)
      refnet_survey_take_contacts(survey, row, c);
    else if (role == REFNET_SURVEY_NOMINATED)
      refnet_survey_take_nominees(survey, row, c, date);
    else if (refnet_survey_used_question(survey, c) == NULL)
      continue;
    else if (role == REFNET_SURVEY_PARTNER || role == REFNET_SURVEY_ANSWER)
      take_answer(survey, row, c);
    else
      take_names(survey, row, c, date);
  }
  refnet_survey_links_answered(survey->links, survey->respondent[row],
                               refnet_survey_has_answers(survey, row), date);
  refnet_import_report_used(survey->import->report, survey->file, 1);
}

static void leave_row(RefnetSurveyReading *survey, guint row) {
  RefnetImportReport *report = survey->import->report;
  if (refnet_survey_is_passed_over(survey, row)) {
    refnet_import_report_ignored(report, survey->file, 1,
                                 "a preview, a test or a total, not an answer");
  } else if (!refnet_survey_has_answers(survey, row)) {
    refnet_import_report_ignored(report, survey->file, 1,
                                 "it has neither the name of an organisation nor answers");
  } else {
    refnet_import_report_rejected(report, survey->file, 1,
                                  "nothing says which organisation answers");
    refnet_survey_report(survey, REFNET_SEVERITY_ERROR, "no-respondent", row,
                         survey->layout->respondent, "fill in the name of the organisation",
                         g_strdup("the row has answers, but nothing says which organisation gave "
                                  "them"));
  }
}

void refnet_survey_take_rows(RefnetSurveyReading *survey) {
  RefnetDateOrder order = find_date_order(survey);
  for (guint r = survey->header->first_row; r < survey->grid->rows; r++)
    if (survey->respondent[r] != REFNET_NONE)
      take_row(survey, r, order);
    else
      leave_row(survey, r);
  refnet_import_report_rejected(survey->import->report, survey->file, survey->grid->broken,
                                "the row cannot be read");
}
