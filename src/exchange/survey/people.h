/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a survey says of people, and of organizations yet to be met. */
#ifndef REFNET_EXCHANGE_SURVEY_PEOPLE_H
#define REFNET_EXCHANGE_SURVEY_PEOPLE_H

#include "exchange/survey/reading.h"

G_BEGIN_DECLS

/* A cell below "Who is your contact there?": persons, each perhaps with an e-mail address, become
 * contacts of the partner; one alone is who holds the relationship there. O(length). */
void refnet_survey_take_contacts(RefnetSurveyReading *survey, guint row, guint column);

/* A cell below "Who else should we be meeting with?": names become nominations. O(length). */
void refnet_survey_take_nominees(RefnetSurveyReading *survey, guint row, guint column,
                                 RefnetDate date);

/* A name in a cell that is no partner becomes a nomination, noted with the cell's heading. */
void refnet_survey_nominate(RefnetSurveyReading *survey, guint row, guint column, const char *name,
                            RefnetDate date);

G_END_DECLS

#endif
