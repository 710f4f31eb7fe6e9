/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who is who in a survey: partners in headers, those who answer, those whom cells list. */
#ifndef REFNET_EXCHANGE_SURVEY_NAMES_H
#define REFNET_EXCHANGE_SURVEY_NAMES_H

#include "exchange/survey/reading.h"

G_BEGIN_DECLS

/* Fills `respondent`, `partner` and `closed`, and adds whoever turns up to the roster: partners
 * first, then those who answer, then, where no partners were given, whom they list. O(cells). */
void refnet_survey_find_names(RefnetSurveyReading *survey);

/* Says that `name` in a cell was taken for the organization though it is written otherwise. */
void refnet_survey_note_loose_name(const RefnetSurveyReading *survey, guint row, guint column,
                                   const char *name, guint32 organization);

G_END_DECLS

#endif
