/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Surveys with a row for each organization and partner: "Agency, Partner, How often do you refer?".
 */
#ifndef REFNET_EXCHANGE_QUESTIONS_PAIRS_H
#define REFNET_EXCHANGE_QUESTIONS_PAIRS_H

#include "exchange/questions/layout.h"

G_BEGIN_DECLS

/* Where the only names of partners stand one a row, and other columns answer what is asked of them,
 * these become questions and the names what they are asked of. O(cells). */
void refnet_survey_find_pairs(RefnetSurveyLayout *layout, const RefnetGrid *grid,
                              const RefnetSurveyHeader *header);

G_END_DECLS

#endif
