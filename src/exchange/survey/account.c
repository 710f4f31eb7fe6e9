/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/survey/account.h"

#include "exchange/survey/details.h"
#include "present/wording/words.h"

/* Of names in a sentence. */
enum { NAMES_SAID = 6 };

static void say(const RefnetSurveyReading *survey, char *sentence) {
  refnet_import_report_say(survey->import->report, sentence);
}

static void say_question(const RefnetSurveyReading *survey, guint q) {
  static const char *const ways[] = {
      "the one who answers refers to the partner", "the one who answers refers to the partner",
      "the partner refers to the one who answers", "both refer to each other"};
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
    refnet_grid_report(
        survey->grid, survey->import,
        &(RefnetGridProblem){
            .kind = "guessed-scale",
            .severity = REFNET_SEVERITY_WARNING,
            .row = G_MAXUINT,
            .column = G_MAXUINT,
            .fix = "if that is wrong, say what the answers mean: --scale \"1=never,2=yearly\" "
                   "or \"1-5=yearly,6-10=monthly\" and so on, or --scale count"},
        "%s", refnet_scale_doubt(scale));
}

static void say_example(const RefnetSurveyReading *survey) {
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
static char *list_titles(const RefnetSurveyReading *survey, RefnetSurveyRole role, guint *count) {
  GString *list = g_string_new(NULL);
  *count = 0;
  for (guint c = 0; c < survey->layout->width; c++) {
    const char *title = survey->header->columns[c].title;
    gboolean unused = refnet_survey_question(survey->layout, c) != NULL &&
                      refnet_survey_used_question(survey, c) == NULL;
    if (!(survey->layout->columns[c].role == role || (unused && role == REFNET_SURVEY_LEFT_OUT)) ||
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

static void say_people(const RefnetSurveyReading *survey) {
  guint people = refnet_contact_list_length(survey->contacts);
  guint organizations = refnet_contact_list_organizations(survey->contacts);
  guint nominations = refnet_survey_links_nominations(survey->links);
  if (people > 0) {
    g_autofree char *count = refnet_words_count(people, "person was named as a contact",
                                                "people were named as contacts");
    g_autofree char *where = refnet_words_count(organizations, "organisation", "organisations");
    say(survey,
        refnet_words_capital(g_strdup_printf("%s at %s; contacts.csv has them.", count, where)));
  }
  if (nominations > 0) {
    g_autofree char *count = refnet_words_count(nominations, "answer says", "answers say");
    say(survey, refnet_words_capital(g_strdup_printf(
                    "%s who else should be met; nominations.csv has them.", count)));
  }
}

static void say_left_out(const RefnetSurveyReading *survey) {
  guint about, totals, others;
  g_autofree char *about_titles = list_titles(survey, REFNET_SURVEY_ABOUT, &about);
  g_autofree char *total_titles = list_titles(survey, REFNET_SURVEY_TOTAL, &totals);
  g_autofree char *other_titles = list_titles(survey, REFNET_SURVEY_LEFT_OUT, &others);
  if (about > 0)
    say(survey,
        g_strdup_printf("Left out as being about the survey or persons: %s.", about_titles));
  if (totals > 0)
    say(survey, g_strdup_printf("Left out as being worked out from the others: %s.", total_titles));
  if (others > 0)
    say(survey, g_strdup_printf("Left out as not asking about referrals: %s.", other_titles));
}

static void say_dates(const RefnetSurveyReading *survey) {
  const guint64 dates = survey->unclear_dates;
  g_autofree char *count = refnet_words_count(dates, "answer has a date", "answers have dates");
  if (dates > 0)
    say(survey, refnet_words_capital(g_strdup_printf(
                    "%s that can be read with the day or with the month first, and %s left blank; "
                    "import again with --date-order mdy (or dmy) to say which.",
                    count, dates == 1 ? "is" : "are")));
}

/* Organizations with more than one row, by name, a few of them. */
static char *list_repeated(const RefnetSurveyReading *survey, guint *several) {
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
    g_autofree char *name = refnet_text_display(refnet_name_list_name(survey->names, order[i]), 60);
    if (++*several <= NAMES_SAID)
      g_string_append_printf(list, "%s%s", list->len > 0 ? ", " : "", name);
  }
  if (*several > NAMES_SAID)
    g_string_append_printf(list, " and %u more", *several - NAMES_SAID);
  return g_string_free(list, FALSE);
}

static void say_repeated(const RefnetSurveyReading *survey) {
  guint several;
  g_autofree char *names = list_repeated(survey, &several);
  guint64 differing = refnet_survey_links_differing(survey->links);
  g_autofree char *links = refnet_words_tally(differing, "link", "links");
  if (several > 0 && differing > 0)
    say(survey, g_strdup_printf("Answered more than once: %s. Where their answers differ (%s), the "
                                "strongest counts.",
                                names, links));
  else if (several > 0 && survey->layout->paired == G_MAXUINT)
    say(survey,
        g_strdup_printf("Answered more than once: %s. No two of their answers differ.", names));
}

void refnet_survey_say_all(const RefnetSurveyReading *survey) {
  guint64 yes, no;
  refnet_survey_links_count(survey->links, &yes, &no);
  guint answered = refnet_survey_links_respondents(survey->links);
  g_autofree char *who = refnet_words_tally(answered, "organisation", "organisations");
  g_autofree char *links = refnet_words_tally(yes, "link", "links");
  g_autofree char *denied = refnet_words_digits(no);
  say(survey,
      g_strdup_printf("%s answered and reported %s%s%s%s.", who, links, no > 0 ? "; for " : "",
                      no > 0 ? denied : "", no > 0 ? " they said never" : ""));
  say_example(survey);
  for (guint q = 0; q < survey->layout->questions->len; q++)
    say_question(survey, q);
  say_repeated(survey);
  g_autofree char *themselves = refnet_words_tally(survey->themselves, "answer", "answers");
  if (survey->themselves > 0)
    say(survey, g_strdup_printf("%s an organisation gave about itself left out.", themselves));
  say_dates(survey);
  say_people(survey);
  refnet_survey_say_details(survey);
  say_left_out(survey);
}
