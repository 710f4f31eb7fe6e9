/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The role of a column: by what it asks, and by what its cells hold. */
#include "exchange/questions/layout_search.h"

#include <string.h>

#include "exchange/questions/choices.h"
#include "exchange/questions/self_question.h"
#include "exchange/questions/titles.h"
#include "model/columns/answer_words.h"
#include "model/columns/fields.h"
#include "model/columns/no_name.h"

/* ---- cells ----------------------------------------------------------------------------------- */

typedef struct {
  guint filled, answers, dates, own_label, names, known, organizations;
} Content;

static void count_names(const RefnetSurveyLayoutSearch *search, const char *cell,
                        Content *content) {
  g_autoptr(GArray) parts = refnet_name_list_split(search->known, cell);
  for (guint i = 0; i < parts->len; i++) {
    content->names++;
    const guint32 name = g_array_index(parts, RefnetNamePart, i).organization;
    content->known += name != REFNET_NONE;
    content->organizations += name != REFNET_NONE && name < search->organizations;
  }
}

static gboolean is_date(const char *cell) {
  RefnetDate date;
  const RefnetDateStatus status = refnet_date_parse(cell, REFNET_DATE_ORDER_UNKNOWN, &date);
  return status == REFNET_DATE_OK || status == REFNET_DATE_AMBIGUOUS;
}

static Content look_into(const RefnetSurveyLayoutSearch *search, guint column) {
  const RefnetGrid *grid = search->grid;
  const char *label = search->header->columns[column].label;
  if (*label == '\0')
    label = search->header->columns[column].title;
  g_autofree char *fold = refnet_text_fold(label);
  g_autoptr(GHashTable) looked_at = g_hash_table_new(NULL, NULL);
  Content content = {0};
  for (guint r = search->header->first_row; r < grid->rows; r++) {
    const char *cell = refnet_grid_cell(grid, r, column);
    if (*cell == '\0' || !g_hash_table_add(looked_at, (gpointer)cell))
      continue;
    g_autofree char *cell_fold = refnet_text_fold(cell);
    content.filled++;
    content.own_label += strcmp(fold, cell_fold) == 0;
    content.answers += refnet_answer_is_plain(cell);
    content.dates += is_date(cell);
    count_names(search, cell, &content);
  }
  return content;
}

/* ---- questions ------------------------------------------------------------------------------- */

static void set_role(RefnetSurveyLayoutSearch *search, guint column, RefnetSurveyRole role,
                     const char *question) {
  RefnetSurveyColumn *set = &search->layout->columns[column];
  set->role = role;
  set->question = refnet_questions_add(search->layout->questions, question);
  if (role == REFNET_SURVEY_PARTNER)
    g_array_index(search->layout->questions, RefnetSurveyQuestion, set->question).grid = TRUE;
}

static const char *question_text(const RefnetSurveyLayoutSearch *search, guint column) {
  const RefnetSurveyHeading *heading = &search->header->columns[column];
  if (*heading->question != '\0')
    return heading->question;
  return *heading->label == '\0' && *search->header->caption == '\0' ? heading->title
                                                                     : search->header->caption;
}

static gboolean is_known(const RefnetNameList *names, const char *text) {
  gboolean loosely;
  return *text != '\0' && refnet_name_list_find(names, text, &loosely) != REFNET_NONE;
}

static gboolean is_wanted(const RefnetSurveyLayoutSearch *search, const char *question) {
  const char *wanted = search->options->question;
  return wanted != NULL && refnet_question_is_named(question, wanted);
}

/* Questions about people and about whom to meet, unless the user wants them read as referrals. */
static gboolean place_people(RefnetSurveyLayoutSearch *search, guint column, const char *question,
                             const Content *content) {
  const char *label = search->header->columns[column].label;
  gboolean is_freely_written = refnet_survey_is_freely_written(label);
  RefnetSurveyColumn *placed = &search->layout->columns[column];
  if (2 * content->answers > content->filled || is_wanted(search, question))
    return FALSE;
  if (is_freely_written && refnet_question_asks_whom_to_meet(question))
    placed->role = REFNET_SURVEY_NOMINATED;
  else if (!is_freely_written && refnet_question_asks_for_contact(question))
    placed->role = REFNET_SURVEY_CONTACT;
  return placed->role != REFNET_SURVEY_LEFT_OUT;
}

/* Are the cells, or what the column stands for, organizations? */
static gboolean holds_organizations(const RefnetSurveyLayoutSearch *search, guint column,
                                    const Content *content) {
  gboolean loosely;
  const guint32 label =
      refnet_name_list_find(search->known, search->header->columns[column].label, &loosely);
  return (label != REFNET_NONE && label < search->organizations) ||
         (content->names > 0 && 2 * content->organizations >= content->names);
}

/* Questions about the respondent itself, unless the user wants them read as referrals. */
static gboolean place_detail(RefnetSurveyLayoutSearch *search, guint column, const char *question,
                             const Content *content) {
  const guint field = refnet_question_asks_for_field(question);
  if (field == G_MAXUINT || is_wanted(search, question) ||
      holds_organizations(search, column, content))
    return FALSE;
  if (*search->header->columns[column].label == '\0' &&
      !refnet_survey_lists_choices(search->grid, search->header->first_row, column,
                                   field == REFNET_ORGANIZATION_AREAS))
    return FALSE;
  search->layout->columns[column] = (RefnetSurveyColumn){REFNET_SURVEY_DETAIL, field};
  return TRUE;
}

/* A column that belongs to a question with others. */
static void place_labelled(RefnetSurveyLayoutSearch *search, guint column) {
  const RefnetSurveyHeading *heading = &search->header->columns[column];
  const char *question = question_text(search, column);
  Content content = look_into(search, column);
  if (place_people(search, column, question, &content) ||
      (*heading->question != '\0' && place_detail(search, column, heading->question, &content)))
    return;
  if (refnet_survey_is_other(heading->label))
    set_role(search, column, REFNET_SURVEY_OTHER, question);
  else if (refnet_survey_is_slot(heading->label) && 2 * content.answers <= content.filled)
    set_role(search, column, REFNET_SURVEY_LIST, question);
  else if (!refnet_survey_is_about_itself(heading->label) &&
           !refnet_survey_is_none(heading->label) &&
           (2 * (content.answers + content.own_label) >= content.filled))
    set_role(search, column, REFNET_SURVEY_PARTNER, question);
}

/* A column by itself: a partner where its header is a name, names where its cells are. */
static void place_bare(RefnetSurveyLayoutSearch *search, guint column) {
  const RefnetSurveyHeading *heading = &search->header->columns[column];
  gboolean about_referrals = FALSE;
  RefnetSurveyDirection direction = REFNET_SURVEY_AS_ASKED;
  if (*heading->title == '\0' || refnet_survey_is_none(heading->title))
    return;
  if (is_known(search->known, heading->title)) {
    set_role(search, column, REFNET_SURVEY_PARTNER, search->header->caption);
    return;
  }
  if (refnet_survey_is_about_itself(heading->title))
    return;
  Content content = look_into(search, column);
  if (place_people(search, column, heading->title, &content) ||
      place_detail(search, column, heading->title, &content))
    return;
  refnet_question_read(heading->title, &about_referrals, &direction);
  if (content.filled == 0 || 2 * (content.answers + content.dates) > content.filled)
    return;
  g_autofree char *slot = refnet_survey_partner_slot(heading->title);
  const gboolean is_chosen = is_wanted(search, heading->title) &&
                             refnet_question_asks_for_field(heading->title) != G_MAXUINT;
  if (about_referrals || is_chosen || slot != NULL || 3 * content.known >= content.names)
    set_role(search, column, REFNET_SURVEY_LIST, slot != NULL ? slot : heading->title);
}

/* "Total", "Average", "In %", "% of all" */
static gboolean is_worked_out(const char *title) {
  return refnet_word_is_total(title) || *title == '%' || g_str_has_suffix(title, "%") ||
         g_str_has_suffix(title, "(%)");
}

void refnet_survey_layout_place(RefnetSurveyLayoutSearch *search, guint column) {
  const RefnetSurveyHeading *heading = &search->header->columns[column];
  if (is_worked_out(*heading->label != '\0' ? heading->label : heading->title))
    search->layout->columns[column].role = REFNET_SURVEY_TOTAL;
  else if (*heading->label != '\0')
    place_labelled(search, column);
  else
    place_bare(search, column);
}

/* ---- partners that nobody knows -------------------------------------------------------------- */

static gboolean has_role(const RefnetSurveyLayoutSearch *search, RefnetSurveyRole role) {
  for (guint c = 0; c < search->layout->width; c++)
    if (search->layout->columns[c].role == role)
      return TRUE;
  return FALSE;
}

void refnet_survey_layout_place_unknown_partners(RefnetSurveyLayoutSearch *search) {
  gboolean any = FALSE;
  for (guint c = 0; c < search->layout->width; c++)
    any |= search->layout->columns[c].role == REFNET_SURVEY_PARTNER &&
           *search->header->columns[c].label == '\0';
  if (!any && (has_role(search, REFNET_SURVEY_PARTNER) || has_role(search, REFNET_SURVEY_LIST)))
    return;
  for (guint c = 0; c < search->layout->width; c++) {
    const RefnetSurveyHeading *heading = &search->header->columns[c];
    if (search->layout->columns[c].role != REFNET_SURVEY_LEFT_OUT || *heading->title == '\0' ||
        *heading->label != '\0' || refnet_survey_is_about_itself(heading->title) ||
        refnet_survey_is_none(heading->title) || strchr(heading->title, '?') != NULL ||
        strlen(heading->title) > 80 || refnet_question_asks_what_you_do(heading->title))
      continue;
    Content content = look_into(search, c);
    if (refnet_survey_is_other(heading->title)) {
      if (any)
        set_role(search, c, REFNET_SURVEY_OTHER, search->header->caption);
    } else if (content.answers + content.own_label == content.filled &&
               (content.filled > 0 || any)) {
      set_role(search, c, REFNET_SURVEY_PARTNER, search->header->caption);
    }
  }
}
