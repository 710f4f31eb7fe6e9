/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What organizations say of themselves in a survey: services, areas, whom they serve. */
#ifndef REFNET_EXCHANGE_SURVEY_DETAILS_H
#define REFNET_EXCHANGE_SURVEY_DETAILS_H

#include "exchange/survey/reading.h"

G_BEGIN_DECLS

/* Gives the roster what the rows of the survey answer. O(cells). */
void refnet_survey_take_details(const RefnetSurveyReading *survey);
/* Says which columns were read so. */
void refnet_survey_say_details(const RefnetSurveyReading *survey);

G_END_DECLS

#endif
