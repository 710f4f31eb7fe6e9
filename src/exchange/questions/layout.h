/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What each column of a survey is for: who answers, what is said of whom, and what is left out. */
#ifndef REFNET_EXCHANGE_QUESTIONS_LAYOUT_H
#define REFNET_EXCHANGE_QUESTIONS_LAYOUT_H

#include "exchange/names/name_list.h"
#include "exchange/questions/header.h"
#include "exchange/questions/question.h"

G_BEGIN_DECLS

typedef enum {
  REFNET_SURVEY_LEFT_OUT,   /* another question */
  REFNET_SURVEY_ABOUT,      /* about the survey itself: time stamps, addresses */
  REFNET_SURVEY_TOTAL,      /* the sum of other columns, or a share of one */
  REFNET_SURVEY_RESPONDENT, /* who answers */
  REFNET_SURVEY_PARTNER,    /* one partner: how often, or yes */
  REFNET_SURVEY_LIST,       /* names of partners */
  REFNET_SURVEY_OTHER,      /* "other, please specify": names, freely written */
  REFNET_SURVEY_CONTACT,    /* whom they know at one partner: names of persons */
  REFNET_SURVEY_NOMINATED,  /* who else should be met: names, freely written */
  REFNET_SURVEY_DETAIL,     /* what the respondent says of itself; `question` is the field */
  REFNET_SURVEY_PAIRED,     /* one partner a row, of whom … */
  REFNET_SURVEY_ANSWER      /* … another column says how often, or yes */
} RefnetSurveyRole;

typedef struct {
  RefnetSurveyRole role;
  guint question; /* of PARTNER, LIST, OTHER and ANSWER; of DETAIL a field of organizations.csv */
} RefnetSurveyColumn;

typedef struct {
  guint width;
  RefnetSurveyColumn *columns;
  GArray *questions;                      /* RefnetSurveyQuestion */
  guint respondent, paired, status, date; /* columns, or G_MAXUINT */
} RefnetSurveyLayout;

/* Decides by the headers and by which cells hold names of `roster` (organizations known before, may
 * be empty) or of each other. REFNET_ERROR_USAGE, _INPUT: what the options name isn't there; nobody
 * answers; several questions could be about referrals. O(cells). */
RefnetSurveyLayout *refnet_survey_layout_new(const RefnetGrid *grid,
                                             const RefnetSurveyHeader *header,
                                             const RefnetNameList *roster,
                                             const RefnetSurveyOptions *options, GError **error);
void refnet_survey_layout_free(RefnetSurveyLayout *layout);

/* The question that a column holds answers to, borrowed; NULL: it is about something else. O(1). */
const RefnetSurveyQuestion *refnet_survey_question(const RefnetSurveyLayout *layout, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetSurveyLayout, refnet_survey_layout_free)

G_END_DECLS

#endif
