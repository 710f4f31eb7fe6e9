/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/questions/pairs.h"

#include "exchange/questions/titles.h"
#include "model/columns/answer_column.h"
#include "model/columns/answer_words.h"

#include <string.h>

typedef struct {
  RefnetSurveyLayout *layout;
  const RefnetGrid *grid;
  const RefnetSurveyHeader *header;
} Pairs;

static const char *title_of(const Pairs *pairs, guint column) {
  return pairs->header->columns[column].title;
}

/* ---- partners -------------------------------------------------------------------------------- */

/* The only column of names, where no column is a partner; G_MAXUINT: there is none. */
static guint find_names(const Pairs *pairs) {
  guint found = G_MAXUINT;
  for (guint c = 0; c < pairs->layout->width; c++) {
    const RefnetSurveyRole role = pairs->layout->columns[c].role;
    if (role == REFNET_SURVEY_PARTNER || (role == REFNET_SURVEY_LIST && found != G_MAXUINT))
      return G_MAXUINT;
    if (role == REFNET_SURVEY_LIST)
      found = c;
  }
  return found;
}

static gboolean is_called_partner(const char *title) {
  return refnet_survey_folds_to_one_of(
      title, "partner partners partnername partnerorganization partnerorganisation partneragency "
             "partnerorganizationname partneragencyname partnerorg partnerprogram target alter to "
             "otheragency otherorganization refersto referredto referto");
}

/* Some organization answers in several rows, with one name in each. */
static gboolean has_rows_of_pairs(const Pairs *pairs, guint names) {
  g_autoptr(GHashTable) answering = g_hash_table_new(g_str_hash, g_str_equal);
  guint rows = 0, lists = 0;
  for (guint r = pairs->header->first_row; r < pairs->grid->rows; r++) {
    const char *respondent = refnet_grid_cell(pairs->grid, r, pairs->layout->respondent);
    const char *partner = refnet_grid_cell(pairs->grid, r, names);
    if (*respondent == '\0' || *partner == '\0')
      continue;
    rows++;
    lists += strpbrk(partner, ";|\n") != NULL;
    g_hash_table_add(answering, (gpointer)respondent);
  }
  return lists == 0 && rows > 0 &&
         (rows > g_hash_table_size(answering) || is_called_partner(title_of(pairs, names)));
}

/* ---- answers --------------------------------------------------------------------------------- */

static gboolean has_answers(const Pairs *pairs, guint column) {
  const RefnetSurveyHeading *heading = &pairs->header->columns[column];
  guint filled = 0, answers = 0;
  if (pairs->layout->columns[column].role != REFNET_SURVEY_LEFT_OUT || *heading->title == '\0' ||
      refnet_survey_is_about_itself(heading->title))
    return FALSE;
  for (guint r = pairs->header->first_row; r < pairs->grid->rows; r++) {
    const char *cell = refnet_grid_cell(pairs->grid, r, column);
    filled += *cell != '\0';
    answers += *cell != '\0' && refnet_answer_is_plain(cell);
  }
  return filled > 0 && 2 * answers > filled;
}

static gboolean asks_for_link(const char *title) {
  gboolean about_referrals;
  RefnetSurveyDirection direction;
  refnet_question_read(title, &about_referrals, &direction);
  return about_referrals || refnet_header_asks_for_link(title) ||
         refnet_header_asks_for_link_back(title);
}

static gboolean asks_how_often(const char *title) {
  g_autofree char *fold = refnet_text_fold(title);
  return strstr(fold, "how often") != NULL || strstr(fold, "frequen") != NULL;
}

/* Of the columns with answers those that ask about referrals, else those that ask how often, else
 * all of them. */
static GArray *find_answers(const Pairs *pairs) {
  gboolean (*const tests[])(const char *) = {asks_for_link, asks_how_often, NULL};
  GArray *found = g_array_new(FALSE, FALSE, sizeof(guint));
  for (gsize t = 0; found->len == 0 && t < G_N_ELEMENTS(tests); t++)
    for (guint c = 0; c < pairs->layout->width; c++)
      if (has_answers(pairs, c) && (tests[t] == NULL || tests[t](title_of(pairs, c))))
        g_array_append_val(found, c);
  return found;
}

/* "How often?" asks what the title of the names does; the other way round it asks by itself. */
static char *question_text(const Pairs *pairs, guint names, guint column) {
  gboolean about_referrals;
  RefnetSurveyDirection direction;
  const char *title = title_of(pairs, column);
  refnet_question_read(title, &about_referrals, &direction);
  if (refnet_header_asks_for_link_back(title) && direction == REFNET_SURVEY_AS_ASKED)
    return g_strconcat(title, " (they refer to you)", NULL);
  return about_referrals ? g_strdup(title)
                         : g_strdup_printf("%s: %s", title_of(pairs, names), title);
}

void refnet_survey_find_pairs(RefnetSurveyLayout *layout, const RefnetGrid *grid,
                              const RefnetSurveyHeader *header) {
  const Pairs pairs = {layout, grid, header};
  const guint names = find_names(&pairs);
  if (names == G_MAXUINT || !has_rows_of_pairs(&pairs, names))
    return;
  g_autoptr(GArray) answers = find_answers(&pairs);
  if (answers->len == 0)
    return;
  layout->paired = names;
  layout->columns[names].role = REFNET_SURVEY_PAIRED;
  g_array_set_size(layout->questions, 0);
  for (guint c = 0; c < layout->width; c++)
    if (layout->columns[c].role == REFNET_SURVEY_OTHER)
      layout->columns[c].role = REFNET_SURVEY_LEFT_OUT;
  for (guint i = 0; i < answers->len; i++) {
    const guint column = g_array_index(answers, guint, i);
    g_autofree char *text = question_text(&pairs, names, column);
    const guint question = refnet_questions_add(layout->questions, text);
    layout->columns[column] = (RefnetSurveyColumn){REFNET_SURVEY_ANSWER, question};
    g_array_index(layout->questions, RefnetSurveyQuestion, question).grid = TRUE;
  }
}
