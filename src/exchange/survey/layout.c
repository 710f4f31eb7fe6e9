/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/survey/layout.h"

#include "exchange/survey/choices.h"
#include "exchange/survey/pairs.h"
#include "exchange/survey/self_question.h"
#include "exchange/survey/titles.h"
#include "model/columns/answer_words.h"
#include "model/columns/fields.h"

#include <string.h>

typedef struct {
  const RefnetGrid *grid;
  const RefnetSurveyHeader *header;
  const RefnetNameList *roster;
  const RefnetSurveyOptions *options;
  RefnetSurveyLayout *layout;
  RefnetNameList *known; /* roster, labels, then respondents */
  RefnetNameList *labels;
  guint32 organizations; /* of `known`, those of the roster and the respondents */
} Finder;

/* ---- cells ----------------------------------------------------------------------------------- */

typedef struct {
  guint filled, answers, own_label, names, known, organizations;
} Content;

static void count_names(const Finder *finder, const char *cell, Content *content) {
  g_autoptr(GArray) parts = refnet_name_list_split(finder->known, cell);
  for (guint i = 0; i < parts->len; i++) {
    content->names++;
    const guint32 name = g_array_index(parts, RefnetNamePart, i).organization;
    content->known += name != REFNET_NONE;
    content->organizations += name != REFNET_NONE && name < finder->organizations;
  }
}

static Content look_into(const Finder *finder, guint column) {
  const RefnetGrid *grid = finder->grid;
  const char *label = finder->header->columns[column].label;
  if (*label == '\0')
    label = finder->header->columns[column].title;
  g_autofree char *fold = refnet_text_fold(label);
  g_autoptr(GHashTable) looked_at = g_hash_table_new(NULL, NULL);
  Content content = {0};
  for (guint r = finder->header->first_row; r < grid->rows; r++) {
    const char *cell = refnet_grid_cell(grid, r, column);
    if (*cell == '\0' || !g_hash_table_add(looked_at, (gpointer)cell))
      continue;
    g_autofree char *cell_fold = refnet_text_fold(cell);
    content.filled++;
    content.own_label += strcmp(fold, cell_fold) == 0;
    content.answers += refnet_answer_is_plain(cell);
    count_names(finder, cell, &content);
  }
  return content;
}

/* ---- who answers ----------------------------------------------------------------------------- */

static guint find_title(const Finder *finder, const char *wanted) {
  g_autofree char *folded = refnet_text_fold_header(wanted);
  for (guint c = 0; c < finder->header->width; c++) {
    g_autofree char *title = refnet_text_fold_header(finder->header->columns[c].title);
    if (strcmp(title, folded) == 0)
      return c;
  }
  return G_MAXUINT;
}

/* Whole cells that are names of the roster or of partners, and headers that ask for them. */
static double fitness_as_respondent(const Finder *finder, guint column) {
  const RefnetGrid *grid = finder->grid;
  const RefnetSurveyHeading *heading = &finder->header->columns[column];
  guint filled = 0, known = 0, answers = 0;
  for (guint r = finder->header->first_row; r < grid->rows; r++) {
    const char *cell = refnet_grid_cell(grid, r, column);
    gboolean loosely;
    if (*cell == '\0')
      continue;
    filled++;
    known += refnet_name_list_find(finder->labels, cell, &loosely) != REFNET_NONE;
    answers += refnet_answer_is_plain(cell);
  }
  if (filled == 0 || 2 * answers > filled || *heading->question != '\0')
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

static gboolean find_respondent(Finder *finder, GError **error) {
  RefnetSurveyLayout *layout = finder->layout;
  double best = 0;
  if (finder->options->respondent != NULL) {
    layout->respondent = find_title(finder, finder->options->respondent);
    if (layout->respondent != G_MAXUINT)
      return TRUE;
    g_autofree char *shown = refnet_text_display(finder->options->respondent, 60);
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                "%s has no column \"%s\" to say who answers", finder->grid->label, shown);
    return FALSE;
  }
  for (guint c = 0; c < finder->header->width; c++) {
    double fitness = fitness_as_respondent(finder, c);
    if (fitness > best ||
        (fitness > 0 && fitness == best &&
         strcmp(finder->header->columns[c].title,
                finder->header->columns[layout->respondent].title) < 0)) {
      best = fitness;
      layout->respondent = c;
    }
  }
  if (layout->respondent != G_MAXUINT)
    return TRUE;
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "%s has no column that says which organisation answers; name it with --respondent "
              "HEADER",
              finder->grid->label);
  return FALSE;
}

/* ---- questions ------------------------------------------------------------------------------- */

static void set_role(Finder *finder, guint column, RefnetSurveyRole role, const char *question) {
  RefnetSurveyColumn *set = &finder->layout->columns[column];
  set->role = role;
  set->question = refnet_questions_add(finder->layout->questions, question);
  if (role == REFNET_SURVEY_PARTNER)
    g_array_index(finder->layout->questions, RefnetSurveyQuestion, set->question).grid = TRUE;
}

static const char *question_text(const Finder *finder, guint column) {
  const RefnetSurveyHeading *heading = &finder->header->columns[column];
  if (*heading->question != '\0')
    return heading->question;
  return *heading->label == '\0' && *finder->header->caption == '\0' ? heading->title
                                                                     : finder->header->caption;
}

static gboolean is_known(const RefnetNameList *names, const char *text) {
  gboolean loosely;
  return *text != '\0' && refnet_name_list_find(names, text, &loosely) != REFNET_NONE;
}

static gboolean is_wanted(const Finder *finder, const char *question) {
  const char *wanted = finder->options->question;
  return wanted != NULL && refnet_question_is_named(question, wanted);
}

/* Questions about people and about whom to meet, unless the user wants them read as referrals. */
static gboolean place_people(Finder *finder, guint column, const char *question,
                             const Content *content) {
  const char *label = finder->header->columns[column].label;
  gboolean is_freely_written = *label == '\0' || refnet_survey_is_other(label) ||
                               refnet_survey_is_slot(label);
  RefnetSurveyColumn *placed = &finder->layout->columns[column];
  if (2 * content->answers > content->filled || is_wanted(finder, question))
    return FALSE;
  if (is_freely_written && refnet_question_asks_whom_to_meet(question))
    placed->role = REFNET_SURVEY_NOMINATED;
  else if (!is_freely_written && refnet_question_asks_for_contact(question))
    placed->role = REFNET_SURVEY_CONTACT;
  return placed->role != REFNET_SURVEY_LEFT_OUT;
}

/* Are the cells, or what the column stands for, organizations? */
static gboolean holds_organizations(const Finder *finder, guint column, const Content *content) {
  gboolean loosely;
  const guint32 label =
      refnet_name_list_find(finder->known, finder->header->columns[column].label, &loosely);
  return (label != REFNET_NONE && label < finder->organizations) ||
         (content->names > 0 && 2 * content->organizations >= content->names);
}

/* Questions about the respondent itself, unless the user wants them read as referrals. */
static gboolean place_detail(Finder *finder, guint column, const char *question,
                             const Content *content) {
  const guint field = refnet_question_asks_for_field(question);
  if (field == G_MAXUINT || is_wanted(finder, question) ||
      holds_organizations(finder, column, content))
    return FALSE;
  if (*finder->header->columns[column].label == '\0' &&
      !refnet_survey_lists_choices(finder->grid, finder->header->first_row, column,
                                   field == REFNET_ORGANIZATION_AREAS))
    return FALSE;
  finder->layout->columns[column] = (RefnetSurveyColumn){REFNET_SURVEY_DETAIL, field};
  return TRUE;
}

/* A column that belongs to a question with others. */
static void place_labelled(Finder *finder, guint column) {
  const RefnetSurveyHeading *heading = &finder->header->columns[column];
  const char *question = question_text(finder, column);
  Content content = look_into(finder, column);
  if (place_people(finder, column, question, &content) ||
      (*heading->question != '\0' && place_detail(finder, column, heading->question, &content)))
    return;
  if (refnet_survey_is_other(heading->label))
    set_role(finder, column, REFNET_SURVEY_OTHER, question);
  else if (refnet_survey_is_slot(heading->label) && 2 * content.answers <= content.filled)
    set_role(finder, column, REFNET_SURVEY_LIST, question);
  else if (!refnet_survey_is_about_itself(heading->label) &&
           !refnet_survey_is_none(heading->label) &&
           (2 * (content.answers + content.own_label) >= content.filled))
    set_role(finder, column, REFNET_SURVEY_PARTNER, question);
}

/* A column by itself: a partner where its header is a name, names where its cells are. */
static void place_bare(Finder *finder, guint column) {
  const RefnetSurveyHeading *heading = &finder->header->columns[column];
  gboolean about_referrals = FALSE;
  RefnetSurveyDirection direction = REFNET_SURVEY_AS_ASKED;
  if (*heading->title == '\0' || refnet_survey_is_none(heading->title))
    return;
  if (is_known(finder->known, heading->title)) {
    set_role(finder, column, REFNET_SURVEY_PARTNER, finder->header->caption);
    return;
  }
  if (refnet_survey_is_about_itself(heading->title))
    return;
  Content content = look_into(finder, column);
  if (place_people(finder, column, heading->title, &content) ||
      place_detail(finder, column, heading->title, &content))
    return;
  refnet_question_read(heading->title, &about_referrals, &direction);
  if (content.filled == 0 || 2 * content.answers > content.filled)
    return;
  g_autofree char *slot = refnet_survey_partner_slot(heading->title);
  const gboolean is_chosen = is_wanted(finder, heading->title) &&
                             refnet_question_asks_for_field(heading->title) != G_MAXUINT;
  if (about_referrals || is_chosen || slot != NULL || 3 * content.known >= content.names)
    set_role(finder, column, REFNET_SURVEY_LIST, slot != NULL ? slot : heading->title);
}

static gboolean has_role(const Finder *finder, RefnetSurveyRole role) {
  for (guint c = 0; c < finder->layout->width; c++)
    if (finder->layout->columns[c].role == role)
      return TRUE;
  return FALSE;
}

/* Beside partners that are known from elsewhere stand others that are not; they are told by their
 * cells. Without any known one that is all there is to go by. */
static void place_unknown_partners(Finder *finder) {
  gboolean any = FALSE;
  for (guint c = 0; c < finder->layout->width; c++)
    any |= finder->layout->columns[c].role == REFNET_SURVEY_PARTNER &&
           *finder->header->columns[c].label == '\0';
  if (!any && (has_role(finder, REFNET_SURVEY_PARTNER) || has_role(finder, REFNET_SURVEY_LIST)))
    return;
  for (guint c = 0; c < finder->layout->width; c++) {
    const RefnetSurveyHeading *heading = &finder->header->columns[c];
    if (finder->layout->columns[c].role != REFNET_SURVEY_LEFT_OUT || *heading->title == '\0' ||
        *heading->label != '\0' || refnet_survey_is_about_itself(heading->title) ||
        refnet_survey_is_none(heading->title) || strchr(heading->title, '?') != NULL ||
        strlen(heading->title) > 80 || refnet_question_asks_what_you_do(heading->title))
      continue;
    Content content = look_into(finder, c);
    if (content.answers == content.filled && (content.filled > 0 || any))
      set_role(finder, c, REFNET_SURVEY_PARTNER, finder->header->caption);
  }
}

/* ---- names ----------------------------------------------------------------------------------- */

static void add_names(RefnetNameList *to, const RefnetNameList *from) {
  for (guint32 i = 0; i < refnet_name_list_length(from); i++)
    refnet_name_list_add(to, refnet_name_list_name(from, i));
}

static void collect_labels(Finder *finder) {
  add_names(finder->labels, finder->roster);
  for (guint c = 0; c < finder->header->width; c++) {
    const RefnetSurveyHeading *heading = &finder->header->columns[c];
    const char *label = *heading->label != '\0' ? heading->label : heading->title;
    if (*label != '\0' && !refnet_survey_is_about_itself(label) && !refnet_survey_is_slot(label))
      refnet_name_list_add(finder->labels, label);
  }
}

static void collect_known(Finder *finder) {
  add_names(finder->known, finder->roster);
  for (guint r = finder->header->first_row; r < finder->grid->rows; r++) {
    const char *cell = refnet_grid_cell(finder->grid, r, finder->layout->respondent);
    if (*cell != '\0')
      refnet_name_list_add(finder->known, cell);
  }
  finder->organizations = refnet_name_list_length(finder->known);
  for (guint c = 0; c < finder->header->width; c++)
    if (*finder->header->columns[c].label != '\0' &&
        !refnet_survey_is_slot(finder->header->columns[c].label))
      refnet_name_list_add(finder->known, finder->header->columns[c].label);
}

static void place_columns(Finder *finder) {
  RefnetSurveyLayout *layout = finder->layout;
  for (guint c = 0; c < layout->width; c++) {
    const RefnetSurveyHeading *heading = &finder->header->columns[c];
    if (c == layout->respondent)
      layout->columns[c].role = REFNET_SURVEY_RESPONDENT;
    else if (*heading->label != '\0')
      place_labelled(finder, c);
    else
      place_bare(finder, c);
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
  place_unknown_partners(finder);
  refnet_survey_find_pairs(layout, finder->grid, finder->header);
}

/* ---- the layout ------------------------------------------------------------------------------ */

/* The questions that were read as being about those who answer, a few of them; "": none. */
static char *list_details(const Finder *finder) {
  GString *list = g_string_new(NULL);
  for (guint c = 0, listed = 0; c < finder->layout->width && listed < 3; c++) {
    const RefnetSurveyHeading *heading = &finder->header->columns[c];
    const char *text = *heading->label != '\0' ? heading->question : heading->title;
    if (finder->layout->columns[c].role != REFNET_SURVEY_DETAIL)
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
  Finder finder = {grid, header, roster, options, layout, known, labels, 0};
  collect_labels(&finder);
  if (!find_respondent(&finder, error))
    return NULL;
  collect_known(&finder);
  place_columns(&finder);
  g_autofree char *details = list_details(&finder);
  return refnet_questions_choose(layout->questions, grid->label, details, options, error)
             ? g_steal_pointer(&layout) : NULL;
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
