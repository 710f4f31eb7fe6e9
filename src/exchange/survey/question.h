/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a question asks: whether it is about referrals, and which way they go. */
#ifndef REFNET_EXCHANGE_SURVEY_QUESTION_H
#define REFNET_EXCHANGE_SURVEY_QUESTION_H

#include <refnet/exchange.h>

G_BEGIN_DECLS

/* A question that is asked of partners, and the way it goes. */
typedef struct {
  char *text;               /* "" where the sheet has none */
  gboolean grid;            /* it has a column a partner, not only cells of names */
  gboolean about_referrals; /* its text says so */
  gboolean said;            /* … and which way */
  RefnetSurveyDirection direction;
  gboolean used;
} RefnetSurveyQuestion;

/* `direction` is REFNET_SURVEY_AS_ASKED where the text doesn't say. O(length). */
void refnet_question_read(const char *text, gboolean *about_referrals,
                          RefnetSurveyDirection *direction);

/* Marks those of `questions` (RefnetSurveyQuestion) that are used and settles their directions.
 * REFNET_ERROR_USAGE, _INPUT: none, or nothing tells which; `label` names the file. */
gboolean refnet_questions_choose(GArray *questions, const char *label,
                                 const RefnetSurveyOptions *options, GError **error);

G_END_DECLS

#endif
