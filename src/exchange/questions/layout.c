/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/questions/layout.h"

#include <string.h>

#include "exchange/questions/layout_search.h"
#include "exchange/questions/pairs.h"
#include "exchange/questions/titles.h"

/* ---- names ----------------------------------------------------------------------------------- */

static void add_names(RefnetNameList *to, const RefnetNameList *from) {
  for (guint32 i = 0; i < refnet_name_list_length(from); i++)
    refnet_name_list_add(to, refnet_name_list_name(from, i));
}

static void collect_labels(RefnetSurveyLayoutSearch *search) {
  add_names(search->labels, search->roster);
  for (guint c = 0; c < search->header->width; c++) {
    const RefnetSurveyHeading *heading = &search->header->columns[c];
    const char *label = *heading->label != '\0' ? heading->label : heading->title;
    if (*label != '\0' && !refnet_survey_is_about_itself(label) && !refnet_survey_is_slot(label))
      refnet_name_list_add(search->labels, label);
  }
}

static void collect_known(RefnetSurveyLayoutSearch *search) {
  add_names(search->known, search->roster);
  for (guint r = search->header->first_row; r < search->grid->rows; r++) {
    const char *cell = refnet_grid_cell(search->grid, r, search->layout->respondent);
    if (*cell != '\0')
      refnet_name_list_add(search->known, cell);
  }
  search->organizations = refnet_name_list_length(search->known);
  for (guint c = 0; c < search->header->width; c++)
    if (*search->header->columns[c].label != '\0' &&
        !refnet_survey_is_slot(search->header->columns[c].label))
      refnet_name_list_add(search->known, search->header->columns[c].label);
}

/* ---- roles ----------------------------------------------------------------------------------- */

static void place_columns(RefnetSurveyLayoutSearch *search) {
  RefnetSurveyLayout *layout = search->layout;
  for (guint c = 0; c < layout->width; c++) {
    const RefnetSurveyHeading *heading = &search->header->columns[c];
    if (c == layout->respondent)
      layout->columns[c].role = REFNET_SURVEY_RESPONDENT;
    else
      refnet_survey_layout_place(search, c);
    if (layout->columns[c].role == REFNET_SURVEY_LEFT_OUT &&
        refnet_survey_is_about_itself(heading->title))
      layout->columns[c].role = REFNET_SURVEY_ABOUT;
    if (refnet_survey_folds_to_one_of(heading->title, "status responsetype"))
      layout->status = c;
    if (refnet_survey_folds_to_one_of(heading->title,
                                      "timestamp enddate recordeddate completiontime "
                                      "datesubmitted submissiondate datemodified date"))
      layout->date = layout->date == G_MAXUINT ? c : layout->date;
  }
  refnet_survey_layout_place_unknown_partners(search);
  refnet_survey_find_pairs(layout, search->grid, search->header);
}

/* ---- the layout ------------------------------------------------------------------------------ */

/* The questions that were read as being about those who answer, a few of them; "": none. */
static char *list_details(const RefnetSurveyLayoutSearch *search) {
  GString *list = g_string_new(NULL);
  for (guint c = 0, listed = 0; c < search->layout->width && listed < 3; c++) {
    const RefnetSurveyHeading *heading = &search->header->columns[c];
    const char *text = *heading->label != '\0' ? heading->question : heading->title;
    if (search->layout->columns[c].role != REFNET_SURVEY_DETAIL)
      continue;
    g_autofree char *shown = refnet_text_display(text, 80);
    g_autofree char *quoted = g_strdup_printf("\"%s\"", shown);
    if (strstr(list->str, quoted) != NULL)
      continue;
    g_string_append_printf(list, "%s%s", listed++ > 0 ? ", " : "", quoted);
  }
  return g_string_free(list, FALSE);
}

static void clear_question(gpointer question) {
  g_free(((RefnetSurveyQuestion *)question)->text);
  g_free(((RefnetSurveyQuestion *)question)->fold);
}

RefnetSurveyLayout *refnet_survey_layout_new(const RefnetGrid *grid,
                                             const RefnetSurveyHeader *header,
                                             const RefnetNameList *roster,
                                             const RefnetSurveyOptions *options, GError **error) {
  g_autoptr(RefnetSurveyLayout) layout = g_new0(RefnetSurveyLayout, 1);
  layout->width = header->width;
  layout->columns = g_new0(RefnetSurveyColumn, header->width);
  layout->questions = g_array_new(FALSE, TRUE, sizeof(RefnetSurveyQuestion));
  g_array_set_clear_func(layout->questions, clear_question);
  layout->respondent = layout->paired = layout->status = layout->date = G_MAXUINT;
  g_autoptr(RefnetNameList) known = refnet_name_list_new();
  g_autoptr(RefnetNameList) labels = refnet_name_list_new();
  RefnetSurveyLayoutSearch search = {grid, header, roster, options, layout, known, labels, 0};
  collect_labels(&search);
  if (!refnet_survey_layout_find_respondent(&search, error))
    return NULL;
  collect_known(&search);
  place_columns(&search);
  g_autofree char *details = list_details(&search);
  return refnet_questions_choose(layout->questions, grid->label, details, options, error)
             ? g_steal_pointer(&layout)
             : NULL;
}

void refnet_survey_layout_free(RefnetSurveyLayout *layout) {
  if (layout == NULL)
    return;
  g_free(layout->columns);
  g_array_unref(layout->questions);
  g_free(layout);
}

const RefnetSurveyQuestion *refnet_survey_question(const RefnetSurveyLayout *layout, guint column) {
  switch (layout->columns[column].role) {
  case REFNET_SURVEY_PARTNER:
  case REFNET_SURVEY_LIST:
  case REFNET_SURVEY_OTHER:
  case REFNET_SURVEY_ANSWER:
    return &g_array_index(layout->questions, RefnetSurveyQuestion,
                          layout->columns[column].question);
  default:
    return NULL;
  }
}
