/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A layout while it is searched for: what the columns are told by. */
#ifndef REFNET_EXCHANGE_QUESTIONS_LAYOUT_SEARCH_H
#define REFNET_EXCHANGE_QUESTIONS_LAYOUT_SEARCH_H

#include "exchange/questions/layout.h"

G_BEGIN_DECLS

typedef struct {
  const RefnetGrid *grid;
  const RefnetSurveyHeader *header;
  const RefnetNameList *roster;
  const RefnetSurveyOptions *options;
  RefnetSurveyLayout *layout;
  RefnetNameList *known; /* roster, labels, then respondents */
  RefnetNameList *labels;
  guint32 organizations; /* of `known`, those of the roster and the respondents */
} RefnetSurveyLayoutSearch;

/* Finds the column that says who answers. FALSE with REFNET_ERROR_USAGE or _INPUT when there is
 * none. `labels` has to be filled. O(cells). */
gboolean refnet_survey_layout_find_respondent(RefnetSurveyLayoutSearch *search, GError **error);

/* Gives a role to one column by itself, or to one that belongs to a question with others: what it
 * asks, and what its cells hold. `known` has to be filled. O(cells of the column). */
void refnet_survey_layout_place(RefnetSurveyLayoutSearch *search, guint column);

/* Beside partners that are known from elsewhere stand others that are not; they are told by their
 * cells. Without any known one that is all there is to go by. O(cells). */
void refnet_survey_layout_place_unknown_partners(RefnetSurveyLayoutSearch *search);

G_END_DECLS

#endif
