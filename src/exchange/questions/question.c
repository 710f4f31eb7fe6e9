/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/questions/question.h"

#include "exchange/questions/titles.h"

#include <string.h>

/* ---- reading --------------------------------------------------------------------------------- */

static gboolean mentions(const char *folded, const char *const *phrases) {
  for (gsize i = 0; phrases[i] != NULL; i++)
    if (strstr(folded, phrases[i]) != NULL)
      return TRUE;
  return FALSE;
}

void refnet_question_read(const char *text, gboolean *about_referrals,
                          RefnetSurveyDirection *direction) {
  static const char *const referrals[] = {"refer ",      "refers ",     "referral",     "referred",
                                          "referring",   "refer?",      "refer:",       "refer to",
                                          "send client", "send people", "send patient", "hand-off",
                                          "handoff",     "warm hand",   "sends you",    NULL};
  static const char *const received[] = {"receive",       " to you?",       " to you ",
                                         " to you:",      " to your ",      " to us",
                                         " to our ",      "referrals from", "referred from",
                                         "referral from", "sends you",      "sends us",
                                         "send you",      "send us",        "incoming",
                                         "clients from",  "people from",    "patients from",
                                         "get referrals", "sent to you",    NULL};
  static const char *const sent[] = {"you refer",
                                     "we refer",
                                     "you send",
                                     "we send",
                                     "you sent",
                                     "made referrals",
                                     "make referrals",
                                     "outgoing",
                                     "refer out",
                                     "referrals to each",
                                     "referrals to the",
                                     "refer clients to the",
                                     "you make referrals",
                                     "your organization refer",
                                     "your agency refer",
                                     "your organisation refer",
                                     NULL};
  static const char *const both[] = {
      "exchange referrals",   "exchange of referrals", "refer to or receive",
      "refer to and receive", "send and receive",      "send or receive",
      "share referrals",      "mutual referral",       NULL};
  /* Wishes and judgements are about referrals, too, but are none. */
  static const char *const judgements[] = {
      "satisf",   "trust",          "barrier",     "quality",       "how easy",
      "importan", "would you like", "do you wish", "would like to", NULL};
  g_autofree char *fold = refnet_text_fold(text);
  g_autofree char *folded = g_strconcat(fold, " ", NULL);
  gboolean in = mentions(folded, received), out = mentions(folded, sent);
  *about_referrals =
      (mentions(folded, referrals) || mentions(folded, both)) && !mentions(folded, judgements);
  *direction = REFNET_SURVEY_AS_ASKED;
  if (mentions(folded, both))
    *direction = REFNET_SURVEY_BOTH;
  else if (in != out)
    *direction = in ? REFNET_SURVEY_RECEIVED : REFNET_SURVEY_SENT;
}

gboolean refnet_question_asks_for_contact(const char *text) {
  static const char *const persons[] = {
      "who is",      "who's",           "whom",           "name", "your contact", "main contact",
      "key contact", "primary contact", "contact person", NULL};
  static const char *const known[] = {"who do you know", "whom do you know", NULL};
  static const char *const frequencies[] = {
      "how often", "how many", "how frequent", "how long", "frequency", "in contact with", NULL};
  g_autofree char *folded = refnet_text_fold(text);
  if (mentions(folded, frequencies))
    return FALSE;
  return mentions(folded, known) ||
         (strstr(folded, "contact") != NULL && mentions(folded, persons));
}

gboolean refnet_question_asks_whom_to_meet(const char *text) {
  static const char *const others[] = {"who else",      "whom else",    "which other",
                                       "what other",    "anyone else",  "who is missing",
                                       "who's missing", "missing from", NULL};
  static const char *const meetings[] = {"meet",    "invite",    "at the table", "join", "involve",
                                         "talk to", "reach out", "missing",      NULL};
  gboolean about_referrals;
  RefnetSurveyDirection direction;
  refnet_question_read(text, &about_referrals, &direction);
  g_autofree char *folded = refnet_text_fold(text);
  return !about_referrals && mentions(folded, others) && mentions(folded, meetings);
}

/* ---- choosing -------------------------------------------------------------------------------- */

static RefnetSurveyQuestion *question_at(const GArray *questions, guint index) {
  return &g_array_index(questions, RefnetSurveyQuestion, index);
}

gboolean refnet_question_is_named(const char *text, const char *wanted) {
  g_autofree char *whole = refnet_text_fold(text), *part = refnet_text_fold(wanted);
  return strstr(whole, part) != NULL;
}

static guint use_named(GArray *questions, const char *wanted) {
  guint used = 0;
  for (guint i = 0; i < questions->len; i++)
    used += question_at(questions, i)->used =
        refnet_question_is_named(question_at(questions, i)->text, wanted);
  return used;
}

/* Those that speak of referrals; where none does, the only one. */
static guint use_likely(GArray *questions) {
  guint used = 0;
  for (guint i = 0; i < questions->len; i++)
    used += question_at(questions, i)->used = question_at(questions, i)->about_referrals;
  if (used == 0 && questions->len == 1)
    used = question_at(questions, 0)->used = TRUE;
  return used;
}

/* A grid of partners and a list without any text belong to what else is asked. */
static guint use_grids(GArray *questions) {
  guint used = 0, grids = 0;
  for (guint i = 0; i < questions->len; i++)
    grids += question_at(questions, i)->grid;
  for (guint i = 0; i < questions->len && grids == 1; i++)
    used += question_at(questions, i)->used = question_at(questions, i)->grid;
  return used;
}

static char *list_questions(const GArray *questions) {
  GString *list = g_string_new(NULL);
  for (guint i = 0; i < questions->len && i < 6; i++) {
    g_autofree char *shown = refnet_text_display(question_at(questions, i)->text, 80);
    g_string_append_printf(list, "%s\"%s\"", i > 0 ? ", " : "", shown);
  }
  return g_string_free(list, FALSE);
}

static gboolean refuse(const GArray *questions, const char *label, const char *details,
                       const RefnetSurveyOptions *options, GError **error) {
  g_autofree char *list = list_questions(questions);
  if (questions->len == 0 && *details != '\0')
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                "%s has no columns for partners and none with their names; taken as what "
                "organisations say of themselves: %s; if one of these lists partners, choose it "
                "with --question and a part of its text",
                label, details);
  else if (questions->len == 0)
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                "%s has no columns for partners and none with their names; a survey has a column "
                "for each partner, or cells that list them",
                label);
  else if (options->question != NULL)
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                "no question of %s has the text given with --question; it asks %s", label, list);
  else
    g_set_error(
        error, REFNET_ERROR, REFNET_ERROR_INPUT,
        "several questions of %s are about partners and none speaks of referrals: %s; choose "
        "with --question and a part of its text",
        label, list);
  return FALSE;
}

/* "RECEIVES" above the partners of a matrix says what they do, not what who answers does. */
static void read_labels_of_partners(GArray *questions) {
  static const char receivers[] =
      "to receives receive receiver receivers receiving receivesreferral receivesreferrals "
      "receivedby referralsreceivedby referredto recipient recipients receivingagency "
      "receivingagencies receivingorganization receivingorganizations";
  static const char senders[] =
      "from sends send sender senders sending sendsreferral sendsreferrals sentby referrer "
      "referrers referredby referralsfrom sendingagency sendingagencies sendingorganization "
      "sendingorganizations referringagency referringagencies referringorganization";
  for (guint i = 0; i < questions->len; i++) {
    RefnetSurveyQuestion *question = question_at(questions, i);
    gboolean receive = refnet_survey_folds_to_one_of(question->text, receivers);
    if (!question->grid || (!receive && !refnet_survey_folds_to_one_of(question->text, senders)))
      continue;
    question->said = TRUE;
    question->direction = receive ? REFNET_SURVEY_SENT : REFNET_SURVEY_RECEIVED;
  }
}

/* What the user says holds where the text doesn't say otherwise; where it does, the user means the
 * questions that go that way, or, if none does, all of them. */
static void settle_directions(GArray *questions, RefnetSurveyDirection wanted) {
  gboolean said = FALSE;
  for (guint i = 0; i < questions->len; i++)
    said |= question_at(questions, i)->used && question_at(questions, i)->said &&
            question_at(questions, i)->direction == wanted;
  for (guint i = 0; i < questions->len; i++) {
    RefnetSurveyQuestion *question = question_at(questions, i);
    if (wanted == REFNET_SURVEY_AS_ASKED) {
      if (!question->said)
        question->direction = REFNET_SURVEY_SENT;
    } else if (said && question->said && question->direction != wanted) {
      question->used = FALSE;
    } else {
      question->direction = wanted;
    }
  }
}

gboolean refnet_questions_choose(GArray *questions, const char *label, const char *details,
                                 const RefnetSurveyOptions *options, GError **error) {
  guint used =
      options->question != NULL ? use_named(questions, options->question) : use_likely(questions);
  if (used == 0 && options->question == NULL)
    used = use_grids(questions);
  if (used == 0)
    return refuse(questions, label, details, options, error);
  read_labels_of_partners(questions);
  settle_directions(questions, options->direction);
  return TRUE;
}

guint refnet_questions_add(GArray *questions, const char *text) {
  g_autofree char *fold = refnet_text_fold(text);
  for (guint q = 0; q < questions->len; q++)
    if (strcmp(question_at(questions, q)->fold, fold) == 0)
      return q;
  RefnetSurveyQuestion question = {.text = g_strdup(text), .fold = g_steal_pointer(&fold)};
  refnet_question_read(text, &question.about_referrals, &question.direction);
  question.said = question.direction != REFNET_SURVEY_AS_ASKED;
  g_array_append_val(questions, question);
  return questions->len - 1;
}
