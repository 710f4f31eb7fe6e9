/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the cells of a survey say: links, and names put forward. */
#ifndef REFNET_EXCHANGE_SURVEY_ANSWERS_H
#define REFNET_EXCHANGE_SURVEY_ANSWERS_H

#include "exchange/survey/reading.h"

G_BEGIN_DECLS

/* Decides what the answers to each question mean. REFNET_ERROR_USAGE: --scale cannot be read.
 * O(cells). */
gboolean refnet_survey_settle_scales(RefnetSurveyReading *survey, GError **error);
/* Takes every row into the links, with its fate into the report. O(cells). */
void refnet_survey_take_rows(RefnetSurveyReading *survey);

G_END_DECLS

#endif
