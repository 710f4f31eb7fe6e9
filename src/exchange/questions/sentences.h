/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Titles that are whole sentences with the partner inside: "How often do you refer to Elm Clinic?"
 */
#ifndef REFNET_EXCHANGE_QUESTIONS_SENTENCES_H
#define REFNET_EXCHANGE_QUESTIONS_SENTENCES_H

#include "exchange/questions/heading.h"

G_BEGIN_DECLS

/* Divides titles that differ from others in one place only, and speak of referrals or name somebody
 * there: what differs becomes the label, the rest the question, with "…" in its place. Headings
 * that have a label stay as they are. O(columns · sentences of different build). */
void refnet_survey_divide_sentences(RefnetSurveyHeading *headings, guint width);

G_END_DECLS

#endif
