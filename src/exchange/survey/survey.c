/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A survey becomes a dataset: columns are told apart, names found, answers read, and all of it said. */
#include "exchange/survey/sign_in.h"
#include "exchange/survey/layout.h"
#include "exchange/survey/links.h"

#include "model/fields.h"

#include <string.h>

/* Of names in a sentence. */
enum { NAMES_SAID = 6 };

typedef struct {
  const RefnetImport *import;
  const RefnetSurveyOptions *options;
  const RefnetGrid *grid;
  const RefnetSurveyHeader *header;
  const RefnetSurveyLayout *layout;
  RefnetRoster *roster;
  RefnetNameList *names;
  GPtrArray *scales; /* RefnetScale, one a question */
  RefnetSurveyLinks *links;
  guint32 *respondent;   /* by row: organization, or REFNET_NONE */
  guint32 *partner;      /* by column: organization, or REFNET_NONE */
  gboolean closed;       /* partners were given: other names are no partners, but may be nominated */
  RefnetDateOrder order; /* of the dates of answers */
  guint64 themselves;    /* answers about the organization that answers */
  guint file;            /* in the report */
} Survey;

static const RefnetSurveyQuestion *used_question(const Survey *survey, guint column) {
  const RefnetSurveyQuestion *question = refnet_survey_question(survey->layout, column);
  return question != NULL && question->used ? question : NULL;
}

static RefnetSurveyRole role_of(const Survey *survey, guint column) {
  return survey->layout->columns[column].role;
}

/* What stands for the partner in the header. */
static const char *partner_label(const Survey *survey, guint column) {
  const RefnetSurveyHeading *heading = &survey->header->columns[column];
  return *heading->label != '\0' ? heading->label : heading->title;
}

static const char *cell_at(const Survey *survey, guint row, guint column) {
  return refnet_grid_cell(survey->grid, row, column);
}

static void report_cell(const Survey *survey, const char *kind, guint row, guint column,
                        const char *fix, char *message) {
  g_autofree char *owned = message;
  refnet_grid_report(survey->grid, survey->import, REFNET_SEVERITY_WARNING, kind, row, column,
                     column < survey->header->width ? survey->header->columns[column].title : NULL,
                     fix, "%s", owned);
}

/* ---- names ---------------------------------------------------------------------------------- */

static guint32 find_or_add(Survey *survey, const char *text) {
  gboolean loosely;
  guint32 found = refnet_name_list_find(survey->names, text, &loosely);
  if (found == REFNET_NONE)
    return refnet_name_list_add(survey->names, text);
  refnet_roster_met(survey->roster, found, text);
  return found;
}

typedef struct {
  const char *text;
  guint64 times;
} Spelling;

/* The spelling met most often first, so that it becomes the name. */
static int compare_spellings(gconstpointer a, gconstpointer b) {
  const Spelling *x = a, *y = b;
  if (x->times != y->times)
    return x->times > y->times ? -1 : 1;
  return strcmp(x->text, y->text);
}

/* Takes the table: text → times. */
static void add_spellings(Survey *survey, GHashTable *times) {
  g_autoptr(GArray) spellings = g_array_new(FALSE, FALSE, sizeof(Spelling));
  GHashTableIter iter;
  gpointer key, value;
  g_hash_table_iter_init(&iter, times);
  while (g_hash_table_iter_next(&iter, &key, &value)) {
    Spelling spelling = {key, GPOINTER_TO_SIZE(value)};
    g_array_append_val(spellings, spelling);
  }
  g_array_sort(spellings, compare_spellings);
  for (guint i = 0; i < spellings->len; i++)
    find_or_add(survey, g_array_index(spellings, Spelling, i).text);
  g_hash_table_unref(times);
}

static void count_spelling(GHashTable *times, const char *text) {
  gsize count = GPOINTER_TO_SIZE(g_hash_table_lookup(times, text));
  g_hash_table_replace(times, g_strdup(text), GSIZE_TO_POINTER(count + 1));
}

static GHashTable *new_spellings(void) {
  return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

static void name_partners(Survey *survey) {
  GHashTable *labels = new_spellings();
  for (guint c = 0; c < survey->layout->width; c++)
    if (used_question(survey, c) != NULL && role_of(survey, c) == REFNET_SURVEY_PARTNER) {
      count_spelling(labels, partner_label(survey, c));
      survey->closed = TRUE;
    }
  add_spellings(survey, labels);
  for (guint c = 0; c < survey->layout->width; c++) {
    gboolean loosely;
    survey->partner[c] = REFNET_NONE;
    if (used_question(survey, c) != NULL && role_of(survey, c) == REFNET_SURVEY_PARTNER) {
      survey->partner[c] =
          refnet_name_list_find(survey->names, partner_label(survey, c), &loosely);
      refnet_survey_links_asked(survey->links, survey->partner[c]);
    }
  }
}

static void note_cell(const Survey *survey, const char *kind, guint row, guint column, char *message) {
  g_autofree char *owned = message;
  refnet_grid_report(survey->grid, survey->import, REFNET_SEVERITY_NOTE, kind, row, column,
                     survey->header->columns[column].title, NULL, "%s", owned);
}

/* A name that nobody is asked about becomes an organization; one like another may be a slip. */
static void report_new_name(const Survey *survey, guint row, guint column, const char *name,
                            gboolean answers) {
  const char *meant = refnet_name_list_suggest(survey->names, name);
  g_autofree char *shown = refnet_text_display(name, 60);
  g_autofree char *shown_meant = meant != NULL ? refnet_text_display(meant, 60) : NULL;
  if (meant != NULL)
    report_cell(survey, "similar-name", row, column,
                "write the name the same way everywhere, or give the right names with "
                "--organizations",
                g_strdup_printf("\"%s\" was taken as an organisation of its own; did you mean "
                                "\"%s\"?",
                                shown, shown_meant));
  else if (!answers)
    note_cell(survey, "taken-name", row, column,
              g_strdup_printf("\"%s\" did not answer itself and was taken as an organisation",
                              shown));
}

static void note_loose_name(const Survey *survey, guint row, guint column, const char *name,
                            guint32 organization) {
  g_autofree char *shown = refnet_text_display(name, 60);
  g_autofree char *taken =
      refnet_text_display(refnet_name_list_name(survey->names, organization), 60);
  note_cell(survey, "loose-name", row, column,
            g_strdup_printf("\"%s\" was read as \"%s\"", shown, taken));
}

static gboolean is_preview(const Survey *survey, guint row) {
  static const char *const words[] = {"surveypreview", "preview", "spam", "surveytest"};
  if (survey->layout->status == G_MAXUINT)
    return FALSE;
  g_autofree char *status =
      refnet_text_fold_header(cell_at(survey, row, survey->layout->status));
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
    if (strcmp(status, words[i]) == 0)
      return TRUE;
  return FALSE;
}

static void name_respondents(Survey *survey) {
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  GHashTable *times = new_spellings();
  guint column = survey->layout->respondent;
  for (guint r = survey->header->first_row; r < survey->grid->rows; r++)
    if (*cell_at(survey, r, column) != '\0' && !is_preview(survey, r))
      count_spelling(times, cell_at(survey, r, column));
  for (guint r = survey->header->first_row; r < survey->grid->rows; r++) {
    const char *name = cell_at(survey, r, column);
    gboolean loosely;
    if (*name != '\0' && !is_preview(survey, r) && g_hash_table_add(seen, (gpointer)name) &&
        refnet_name_list_find(survey->names, name, &loosely) == REFNET_NONE)
      report_new_name(survey, r, column, name, TRUE);
  }
  add_spellings(survey, times);
  g_hash_table_remove_all(seen);
  for (guint r = 0; r < survey->grid->rows; r++) {
    gboolean loosely = FALSE;
    const char *name = cell_at(survey, r, column);
    survey->respondent[r] = r < survey->header->first_row || *name == '\0' || is_preview(survey, r)
                                ? REFNET_NONE
                                : refnet_name_list_find(survey->names, name, &loosely);
    if (loosely && g_hash_table_add(seen, (gpointer)name))
      note_loose_name(survey, r, column, name, survey->respondent[r]);
  }
}

/* Where no partners were given, whoever is listed is one: names that nobody else has come last. */
static void name_listed(Survey *survey) {
  GHashTable *times = new_spellings();
  for (guint c = 0; c < survey->layout->width && !survey->closed; c++)
    for (guint r = survey->header->first_row;
         used_question(survey, c) != NULL && role_of(survey, c) == REFNET_SURVEY_LIST &&
         r < survey->grid->rows;
         r++) {
      g_autoptr(GArray) parts = refnet_name_list_split(survey->names, cell_at(survey, r, c));
      for (guint i = 0; i < parts->len; i++) {
        const RefnetNamePart *part = &g_array_index(parts, RefnetNamePart, i);
        if (part->organization != REFNET_NONE || refnet_survey_is_none(part->text))
          continue;
        if (g_hash_table_lookup(times, part->text) == NULL)
          report_new_name(survey, r, c, part->text, FALSE);
        count_spelling(times, part->text);
      }
    }
  add_spellings(survey, times);
}

/* ---- answers -------------------------------------------------------------------------------- */

static gboolean is_own_label(const Survey *survey, guint column, const char *cell) {
  g_autofree char *label = refnet_text_fold(partner_label(survey, column));
  g_autofree char *fold = refnet_text_fold(cell);
  return strcmp(label, fold) == 0;
}

static gboolean has_answers(const Survey *survey, guint row) {
  for (guint c = 0; c < survey->layout->width; c++)
    if (used_question(survey, c) != NULL && *cell_at(survey, row, c) != '\0')
      return TRUE;
  return FALSE;
}

static gboolean settle_scales(Survey *survey, GError **error) {
  for (guint q = 0; q < survey->layout->questions->len; q++) {
    const RefnetSurveyQuestion *question =
        &g_array_index(survey->layout->questions, RefnetSurveyQuestion, q);
    g_ptr_array_add(survey->scales, refnet_scale_new(question->text));
  }
  for (guint r = survey->header->first_row; r < survey->grid->rows; r++)
    for (guint c = 0; c < survey->layout->width && survey->respondent[r] != REFNET_NONE &&
                      has_answers(survey, r);
         c++)
      if (survey->partner[c] != REFNET_NONE && survey->partner[c] != survey->respondent[r] &&
          !is_own_label(survey, c, cell_at(survey, r, c)))
        refnet_scale_see(g_ptr_array_index(survey->scales, survey->layout->columns[c].question),
                         cell_at(survey, r, c));
  for (guint q = 0; q < survey->scales->len; q++)
    if (!refnet_scale_settle(g_ptr_array_index(survey->scales, q), survey->options->codes, error))
      return FALSE;
  return TRUE;
}

static void add_link(Survey *survey, const RefnetSurveyQuestion *question, guint32 respondent,
                     guint32 partner, RefnetAnswer answer) {
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

static void take_answer(Survey *survey, guint row, guint column) {
  const RefnetSurveyQuestion *question = used_question(survey, column);
  const char *cell = cell_at(survey, row, column);
  RefnetAnswer answer = {REFNET_ANSWER_YES, REFNET_FREQUENCY_UNKNOWN, 0};
  if (survey->respondent[row] == survey->partner[column]) {
    survey->themselves++;
    return;
  }
  if (!is_own_label(survey, column, cell))
    answer = refnet_scale_read(
        g_ptr_array_index(survey->scales, survey->layout->columns[column].question), cell);
  if (answer.kind == REFNET_ANSWER_STRANGE) {
    g_autofree char *shown = refnet_text_display(cell, 60);
    report_cell(survey, "unknown-answer", row, column,
                "say what it means with --scale \"ANSWER=monthly\" or another frequency",
                g_strdup_printf("what \"%s\" says about referrals is not known; the answer was "
                                "left out",
                                shown));
  } else if (answer.kind != REFNET_ANSWER_BLANK) {
    add_link(survey, question, survey->respondent[row], survey->partner[column], answer);
  }
}

static void nominate(Survey *survey, guint row, guint column, const char *name, RefnetDate date) {
  const RefnetSurveyHeading *heading = &survey->header->columns[column];
  const char *meant = refnet_name_list_suggest(survey->names, name);
  g_autofree char *shown = refnet_text_display(name, 60);
  g_autofree char *suggestion = meant != NULL ? g_strdup_printf("; did you mean \"%s\"?", meant)
                                              : g_strdup("");
  g_autofree char *note = g_strdup_printf("answer to: %s", heading->title);
  refnet_survey_links_nominate(survey->links, name, survey->respondent[row], date, note);
  report_cell(survey, "unknown-name", row, column,
              "where it is a partner, add it to the organisations",
              g_strdup_printf("\"%s\" is none of the partners and was put into nominations.csv%s",
                              shown, suggestion));
}

static void take_names(Survey *survey, guint row, guint column, RefnetDate date) {
  const RefnetAnswer yes = {REFNET_ANSWER_YES, REFNET_FREQUENCY_UNKNOWN, 0};
  g_autoptr(GArray) parts = refnet_name_list_split(survey->names, cell_at(survey, row, column));
  for (guint i = 0; i < parts->len; i++) {
    const RefnetNamePart *part = &g_array_index(parts, RefnetNamePart, i);
    if (part->organization != REFNET_NONE)
      add_link(survey, used_question(survey, column), survey->respondent[row], part->organization,
               yes);
    else if (!refnet_survey_is_none(part->text))
      nominate(survey, row, column, part->text, date);
    if (part->loosely) {
      refnet_roster_met(survey->roster, part->organization, part->text);
      note_loose_name(survey, row, column, part->text, part->organization);
    }
  }
}

/* ---- dates ---------------------------------------------------------------------------------- */

/* Without the time of day, which only follows dates that begin with the year elsewhere. */
static RefnetDate read_date(const char *text, RefnetDateOrder order) {
  RefnetDate date = REFNET_DATE_UNKNOWN;
  g_autofree char *day = g_strndup(text, strcspn(text, " "));
  if (strpbrk(day, "/.-") == NULL || refnet_date_parse(day, order, &date) != REFNET_DATE_OK)
    refnet_date_parse(text, order, &date);
  return date;
}

/* 3/4/2026 is read one way only where another answer's date shows which. */
static void find_date_order(Survey *survey) {
  guint fits[] = {0, 0, 0}, dates = 0;
  survey->order = survey->import->date_order;
  if (survey->layout->date == G_MAXUINT || survey->order != REFNET_DATE_ORDER_UNKNOWN)
    return;
  for (guint r = survey->header->first_row; r < survey->grid->rows; r++) {
    const char *cell = cell_at(survey, r, survey->layout->date);
    dates += *cell != '\0';
    for (guint order = REFNET_DATE_ORDER_MDY; order <= REFNET_DATE_ORDER_DMY; order++)
      fits[order] += read_date(cell, (RefnetDateOrder)order) != REFNET_DATE_UNKNOWN;
  }
  gboolean mdy = fits[REFNET_DATE_ORDER_MDY] == dates, dmy = fits[REFNET_DATE_ORDER_DMY] == dates;
  if (mdy != dmy)
    survey->order = mdy ? REFNET_DATE_ORDER_MDY : REFNET_DATE_ORDER_DMY;
}

/* ---- rows ----------------------------------------------------------------------------------- */

static void take_row(Survey *survey, guint row) {
  RefnetDate date = survey->layout->date == G_MAXUINT
                        ? REFNET_DATE_UNKNOWN
                        : read_date(cell_at(survey, row, survey->layout->date), survey->order);
  for (guint c = 0; c < survey->layout->width; c++) {
    if (used_question(survey, c) == NULL || *cell_at(survey, row, c) == '\0')
      continue;
    if (role_of(survey, c) == REFNET_SURVEY_PARTNER)
      take_answer(survey, row, c);
    else
      take_names(survey, row, c, date);
  }
  refnet_survey_links_answered(survey->links, survey->respondent[row], has_answers(survey, row),
                               date);
  refnet_import_report_used(survey->import->report, survey->file, 1);
}

static void leave_row(Survey *survey, guint row) {
  RefnetImportReport *report = survey->import->report;
  if (is_preview(survey, row)) {
    refnet_import_report_ignored(report, survey->file, 1, "a preview or test, not an answer");
  } else if (!has_answers(survey, row)) {
    refnet_import_report_ignored(report, survey->file, 1,
                                 "it has neither the name of an organisation nor answers");
  } else {
    refnet_import_report_rejected(report, survey->file, 1, "nothing says which organisation answers");
    refnet_grid_report(survey->grid, survey->import, REFNET_SEVERITY_ERROR, "no-respondent", row,
                       survey->layout->respondent,
                       survey->header->columns[survey->layout->respondent].title,
                       "fill in the name of the organisation",
                       "the row has answers, but nothing says which organisation gave them");
  }
}

static void take_rows(Survey *survey) {
  for (guint r = survey->header->first_row; r < survey->grid->rows; r++)
    if (survey->respondent[r] != REFNET_NONE)
      take_row(survey, r);
    else
      leave_row(survey, r);
  refnet_import_report_rejected(survey->import->report, survey->file, survey->grid->broken,
                                "the row cannot be read");
}

/* ---- what is said of it --------------------------------------------------------------------- */

static void say(const Survey *survey, char *sentence) {
  refnet_import_report_say(survey->import->report, sentence);
}

static void say_question(const Survey *survey, guint q) {
  static const char *const ways[] = {"the one who answers refers to the partner",
                                     "the one who answers refers to the partner",
                                     "the partner refers to the one who answers",
                                     "both refer to each other"};
  const RefnetSurveyQuestion *question =
      &g_array_index(survey->layout->questions, RefnetSurveyQuestion, q);
  const RefnetScale *scale = g_ptr_array_index(survey->scales, q);
  g_autofree char *explained = refnet_scale_explain(scale);
  g_autofree char *shown = refnet_text_display(question->text, 120);
  if (!question->used)
    return;
  say(survey, g_strdup_printf("%s%s%s was read so that %s.", *shown != '\0' ? "\"" : "",
                              *shown != '\0' ? shown : "The sheet", *shown != '\0' ? "\"" : "",
                              ways[question->direction]));
  if (explained != NULL)
    say(survey, g_strdup_printf("Its answers were read: %s.", explained));
  if (refnet_scale_doubt(scale) != NULL)
    refnet_grid_report(survey->grid, survey->import, REFNET_SEVERITY_WARNING, "guessed-scale",
                       G_MAXUINT, G_MAXUINT, NULL,
                       "if that is wrong, say what the numbers mean: --scale \"1=never,2=yearly\" "
                       "and so on, or --scale count",
                       "%s", refnet_scale_doubt(scale));
}

static void say_example(const Survey *survey) {
  RefnetSurveyLink example;
  if (!refnet_survey_links_example(survey->links, &example))
    return;
  g_autofree char *from =
      refnet_text_display(refnet_name_list_name(survey->names, example.from), 60);
  g_autofree char *to = refnet_text_display(refnet_name_list_name(survey->names, example.to), 60);
  say(survey, g_strdup_printf("%s refers to %s: right? If it is the other way round, import again "
                              "with --direction received (or sent).",
                              from, to));
}

/* The titles of the columns that are not used, a few of them. */
static char *list_titles(const Survey *survey, RefnetSurveyRole role, guint *count) {
  GString *list = g_string_new(NULL);
  *count = 0;
  for (guint c = 0; c < survey->layout->width; c++) {
    const char *title = survey->header->columns[c].title;
    gboolean unused = refnet_survey_question(survey->layout, c) != NULL &&
                      used_question(survey, c) == NULL;
    if (!(role_of(survey, c) == role || (unused && role == REFNET_SURVEY_LEFT_OUT)) ||
        *title == '\0')
      continue;
    g_autofree char *shown = refnet_text_display(title, 60);
    if (++*count <= NAMES_SAID)
      g_string_append_printf(list, "%s\"%s\"", list->len > 0 ? ", " : "", shown);
  }
  if (*count > NAMES_SAID)
    g_string_append_printf(list, " and %u more", *count - NAMES_SAID);
  return g_string_free(list, FALSE);
}

static void say_left_out(const Survey *survey) {
  guint about, others;
  g_autofree char *about_titles = list_titles(survey, REFNET_SURVEY_ABOUT, &about);
  g_autofree char *other_titles = list_titles(survey, REFNET_SURVEY_LEFT_OUT, &others);
  if (about > 0)
    say(survey, g_strdup_printf("Left out as being about the survey or persons: %s.", about_titles));
  if (others > 0)
    say(survey, g_strdup_printf("Left out as not asking about referrals: %s.", other_titles));
}

/* Organizations with more than one row, by name, a few of them. */
static char *list_repeated(const Survey *survey, guint *several) {
  g_autofree guint *rows = g_new0(guint, refnet_name_list_length(survey->names) + 1);
  g_autofree guint32 *order = refnet_roster_order(survey->roster);
  GString *list = g_string_new(NULL);
  *several = 0;
  for (guint r = 0; r < survey->grid->rows; r++)
    if (survey->respondent[r] != REFNET_NONE)
      rows[survey->respondent[r]]++;
  for (guint32 i = 0; i < refnet_name_list_length(survey->names); i++) {
    if (rows[order[i]] < 2)
      continue;
    g_autofree char *name =
        refnet_text_display(refnet_name_list_name(survey->names, order[i]), 60);
    if (++*several <= NAMES_SAID)
      g_string_append_printf(list, "%s%s", list->len > 0 ? ", " : "", name);
  }
  if (*several > NAMES_SAID)
    g_string_append_printf(list, " and %u more", *several - NAMES_SAID);
  return g_string_free(list, FALSE);
}

static void say_repeated(const Survey *survey) {
  guint several;
  g_autofree char *names = list_repeated(survey, &several);
  guint64 differing = refnet_survey_links_differing(survey->links);
  if (several > 0)
    say(survey, g_strdup_printf("Answered more than once: %s. Where their answers differ "
                                "(%" G_GUINT64_FORMAT " link%s), the strongest counts.",
                                names, differing, differing == 1 ? "" : "s"));
}

static void say_all(const Survey *survey) {
  guint64 yes, no;
  refnet_survey_links_count(survey->links, &yes, &no);
  guint answered = refnet_survey_links_respondents(survey->links);
  g_autofree char *never =
      no > 0 ? g_strdup_printf("; for %" G_GUINT64_FORMAT " they said never", no) : g_strdup("");
  say(survey, g_strdup_printf("%u organisation%s answered and reported %" G_GUINT64_FORMAT
                              " link%s%s.",
                              answered, answered == 1 ? "" : "s", yes, yes == 1 ? "" : "s", never));
  say_example(survey);
  for (guint q = 0; q < survey->layout->questions->len; q++)
    say_question(survey, q);
  say_repeated(survey);
  if (survey->themselves > 0)
    say(survey, g_strdup_printf("%" G_GUINT64_FORMAT " answer%s an organisation gave about itself "
                                "left out.",
                                survey->themselves, survey->themselves == 1 ? "" : "s"));
  say_left_out(survey);
}

/* ---- the import ----------------------------------------------------------------------------- */

static gboolean import_answers(Survey *survey, GError **error) {
  survey->closed = refnet_roster_listed(survey->roster) > 0;
  name_partners(survey);
  name_respondents(survey);
  name_listed(survey);
  find_date_order(survey);
  if (!settle_scales(survey, error))
    return FALSE;
  take_rows(survey);
  say_all(survey);
  return refnet_roster_write(survey->roster, survey->import, error) &&
         refnet_survey_links_write(survey->links, survey->import, error);
}

static gboolean import_ties(const RefnetImport *import, const RefnetSurveyOptions *options,
                            const RefnetGrid *grid, RefnetRoster *roster, GError **error) {
  g_autoptr(RefnetSurveyHeader) header = refnet_survey_header_read(grid);
  g_autoptr(RefnetSurveyLayout) layout =
      refnet_survey_layout_new(grid, header, refnet_roster_names(roster), options, error);
  if (layout == NULL)
    return FALSE;
  Survey survey = {.import = import,
                   .options = options,
                   .grid = grid,
                   .header = header,
                   .layout = layout,
                   .roster = roster,
                   .names = refnet_roster_names(roster),
                   .scales = g_ptr_array_new_with_free_func((GDestroyNotify)refnet_scale_free),
                   .links = refnet_survey_links_new(roster),
                   .respondent = g_new(guint32, grid->rows + 1),
                   .partner = g_new(guint32, layout->width + 1),
                   .file = refnet_import_report_file(import->report, grid->label)};
  gboolean ok = import_answers(&survey, error);
  g_ptr_array_unref(survey.scales);
  refnet_survey_links_free(survey.links);
  g_free(survey.respondent);
  g_free(survey.partner);
  return ok;
}

gboolean refnet_import_survey(const RefnetImport *import, const RefnetSurveyOptions *options,
                              GError **error) {
  g_autoptr(RefnetGrid) grid = refnet_grid_read(import, import->source, error);
  g_autoptr(RefnetRoster) roster =
      grid != NULL ? refnet_roster_new(import, options->organizations, error) : NULL;
  if (roster == NULL)
    return FALSE;
  if (refnet_sign_in_is(grid, import->date_order))
    return refnet_sign_in_import(import, grid, roster, error);
  return import_ties(import, options, grid, roster, error);
}
