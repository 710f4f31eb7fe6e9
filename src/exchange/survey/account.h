/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is said of a survey: how it was understood, with one link to confirm, and what was left out.
 */
#ifndef REFNET_EXCHANGE_SURVEY_ACCOUNT_H
#define REFNET_EXCHANGE_SURVEY_ACCOUNT_H

#include "exchange/survey/reading.h"

G_BEGIN_DECLS

/* Adds the sentences to the report. O(links log links + cells of the header). */
void refnet_survey_say_all(const RefnetSurveyReading *survey);

G_END_DECLS

#endif
