/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a question asks: whether it is about referrals, and which way they go. */
#ifndef REFNET_EXCHANGE_QUESTIONS_QUESTION_H
#define REFNET_EXCHANGE_QUESTIONS_QUESTION_H

#include <refnet/exchange.h>

G_BEGIN_DECLS

/* A question that is asked of partners, and the way it goes. */
typedef struct {
  char *text, *fold;        /* "" where the sheet has none */
  gboolean grid;            /* it has a column a partner, not only cells of names */
  gboolean about_referrals; /* its text says so */
  gboolean said;            /* … and which way */
  RefnetSurveyDirection direction;
  gboolean used;
} RefnetSurveyQuestion;

/* `direction` is REFNET_SURVEY_AS_ASKED where the text doesn't say. O(length). */
void refnet_question_read(const char *text, gboolean *about_referrals,
                          RefnetSurveyDirection *direction);

/* "Who is your contact there?", of a partner; "Who else should we be meeting with?". O(length). */
gboolean refnet_question_asks_for_contact(const char *text);
gboolean refnet_question_asks_whom_to_meet(const char *text);

/* Does the text have the part that the user gave with --question? O(length). */
gboolean refnet_question_is_named(const char *text, const char *wanted);

/* The number of the question with this text among `questions`, added where there is none. */
guint refnet_questions_add(GArray *questions, const char *text);

/* Marks those of `questions` (RefnetSurveyQuestion) that are used and settles their directions.
 * REFNET_ERROR_USAGE, _INPUT: none, or nothing tells which; `label` names the file,
 * `details` the questions that were read as being about those who answer ("": none). */
gboolean refnet_questions_choose(GArray *questions, const char *label, const char *details,
                                 const RefnetSurveyOptions *options, GError **error);

G_END_DECLS

#endif
