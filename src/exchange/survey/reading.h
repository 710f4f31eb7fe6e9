/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A survey while it is read: the sheet, what its columns are for, and who is meant where. */
#ifndef REFNET_EXCHANGE_SURVEY_READING_H
#define REFNET_EXCHANGE_SURVEY_READING_H

#include "exchange/names/contact_list.h"
#include "exchange/questions/layout.h"
#include "exchange/survey/links.h"

G_BEGIN_DECLS

typedef struct {
  const RefnetImport *import;
  const RefnetSurveyOptions *options;
  const RefnetGrid *grid;
  const RefnetSurveyHeader *header;
  const RefnetSurveyLayout *layout;
  RefnetRoster *roster;
  RefnetNameList *names; /* the roster's */
  GPtrArray *scales;     /* RefnetScale, one a question */
  RefnetSurveyLinks *links;
  RefnetContactList *contacts;
  guint32 *respondent; /* by row: organization, or REFNET_NONE */
  guint32 *partner;    /* by column: organization, or REFNET_NONE */
  gboolean closed;     /* partners were given: other names are no partners, but may be nominated */
  guint64 themselves;  /* answers about the organization that answers */
  guint64 unclear_dates; /* of answers: the day or the month may stand first */
  guint file;            /* in the report */
} RefnetSurveyReading;

/* The question of a column that is read; NULL: it has none. */
const RefnetSurveyQuestion *refnet_survey_used_question(const RefnetSurveyReading *survey,
                                                        guint column);
/* The partner that an answer in the column is about; REFNET_NONE: none is known. */
guint32 refnet_survey_partner_of(const RefnetSurveyReading *survey, guint row, guint column);
/* Does the column, of a question that is read, hold answers about one partner? */
gboolean refnet_survey_has_answers_about_one(const RefnetSurveyReading *survey, guint column);
/* Is the column one of a question that is read, with this role? */
gboolean refnet_survey_is_used_as(const RefnetSurveyReading *survey, guint column,
                                  RefnetSurveyRole role);
/* What stands for the partner in the column's header. */
const char *refnet_survey_partner_label(const RefnetSurveyReading *survey, guint column);
const char *refnet_survey_cell(const RefnetSurveyReading *survey, guint row, guint column);
/* Who answers in the row; "": nobody is named ("N/A" names nobody), or the row is passed over. */
const char *refnet_survey_respondent(const RefnetSurveyReading *survey, guint row);
/* Does the row come from trying the survey out, or is it a total? */
gboolean refnet_survey_is_passed_over(const RefnetSurveyReading *survey, guint row);
gboolean refnet_survey_has_answers(const RefnetSurveyReading *survey, guint row);

/* A diagnostic about a cell; takes `message`. `fix` may be NULL. */
void refnet_survey_report(const RefnetSurveyReading *survey, RefnetSeverity severity,
                          const char *kind, guint row, guint column, const char *fix,
                          char *message);

G_END_DECLS

#endif
