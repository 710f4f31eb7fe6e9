/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which column of a survey says who answers: whole cells that are names of the roster or of
 * partners, and a header that asks for them. */
#include "exchange/questions/layout_search.h"

#include <string.h>

#include "exchange/questions/self_question.h"
#include "exchange/questions/titles.h"
#include "model/columns/answer_words.h"
#include "model/columns/one_column.h"

static guint find_title(const RefnetSurveyLayoutSearch *search, const char *wanted) {
  g_autofree char *folded = refnet_text_fold_header(wanted);
  for (guint c = 0; c < search->header->width; c++) {
    g_autofree char *title = refnet_text_fold_header(search->header->columns[c].title);
    if (strcmp(title, folded) == 0)
      return c;
  }
  return G_MAXUINT;
}

/* Whole cells that are names of the roster or of partners, and headers that ask for them; neither
 * answers nor addresses of people are names. */
static double fitness_as_respondent(const RefnetSurveyLayoutSearch *search, guint column) {
  const RefnetGrid *grid = search->grid;
  const RefnetSurveyHeading *heading = &search->header->columns[column];
  guint filled = 0, known = 0, others = 0;
  for (guint r = search->header->first_row; r < grid->rows; r++) {
    const char *cell = refnet_grid_cell(grid, r, column);
    gboolean loosely;
    if (*cell == '\0')
      continue;
    filled++;
    known += refnet_name_list_find(search->labels, cell, &loosely) != REFNET_NONE;
    others += refnet_answer_is_plain(cell) || strchr(cell, '@') != NULL;
  }
  if (filled == 0 || 2 * others > filled || *heading->question != '\0')
    return 0;
  double fitness = 4.0 * known / filled;
  if (refnet_survey_asks_who_answers(heading->title))
    fitness += refnet_question_asks_what_you_do(heading->title) ? 0.25
               : strlen(heading->title) < 80                    ? 1.5
                                                                : 0.5;
  if (*heading->title == '\0' && column == 0)
    fitness += 1;
  if (refnet_survey_folds_to_one_of(heading->title, "name yourname") && known > 0)
    fitness += 0.5;
  else if (refnet_survey_is_about_itself(heading->title))
    fitness -= 3;
  return fitness;
}

/* Nobody could be answering about anybody. */
static gboolean refuse_one_column(const RefnetGrid *grid, GError **error) {
  const char *advice =
      grid->width == 1 ? refnet_one_column_advice(refnet_grid_cell(grid, 0, 0)) : NULL;
  if (advice != NULL)
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT, "%s cannot be read as a survey: %s",
                grid->label, advice);
  return advice != NULL;
}

gboolean refnet_survey_layout_find_respondent(RefnetSurveyLayoutSearch *search, GError **error) {
  RefnetSurveyLayout *layout = search->layout;
  double best = 0;
  if (refuse_one_column(search->grid, error))
    return FALSE;
  if (search->options->respondent != NULL) {
    layout->respondent = find_title(search, search->options->respondent);
    if (layout->respondent != G_MAXUINT)
      return TRUE;
    g_autofree char *shown = refnet_text_display(search->options->respondent, 60);
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                "%s has no column \"%s\" to say who answers", search->grid->label, shown);
    return FALSE;
  }
  for (guint c = 0; c < search->header->width; c++) {
    double fitness = fitness_as_respondent(search, c);
    if (fitness > best || (fitness > 0 && fitness == best &&
                           strcmp(search->header->columns[c].title,
                                  search->header->columns[layout->respondent].title) < 0)) {
      best = fitness;
      layout->respondent = c;
    }
  }
  if (layout->respondent != G_MAXUINT)
    return TRUE;
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "%s has no column that says which organisation answers; name it with --respondent "
              "HEADER",
              search->grid->label);
  return FALSE;
}
