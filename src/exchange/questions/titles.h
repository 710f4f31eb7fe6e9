/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the title of a column says by itself: that it is about the survey, asks who answers, is a
 * place for a name, means nobody. */
#ifndef REFNET_EXCHANGE_QUESTIONS_TITLES_H
#define REFNET_EXCHANGE_QUESTIONS_TITLES_H

#include <glib.h>

G_BEGIN_DECLS

/* Does the text fold, as headers do, to one of `words`? */
gboolean refnet_survey_folds_to_one_of(const char *text, const char *words);

/* "Other (please specify)" and its like; "None of the above" and its like. */
gboolean refnet_survey_is_other(const char *label);
gboolean refnet_survey_is_none(const char *text);
/* One of the columns that survey programs add, or one that asks for persons. */
gboolean refnet_survey_is_about_itself(const char *title);
/* Asks for the organization that answers. */
gboolean refnet_survey_asks_who_answers(const char *title);

/* "1", "Organization 2", "Partner #3": a place for a name, not a name. */
gboolean refnet_survey_is_slot(const char *label);
/* Below such a label, or none, stands what people wrote, not whether they chose it. */
gboolean refnet_survey_is_freely_written(const char *label);
/* "Partner" of "Partner 2", a place for a partner although nothing says what is asked of it; NULL:
 * the title is nothing like that. Caller frees. */
char *refnet_survey_partner_slot(const char *title);

G_END_DECLS

#endif
