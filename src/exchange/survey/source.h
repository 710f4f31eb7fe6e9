/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The sheet that a survey is in: a file of text, or one of a workbook's sheets. */
#ifndef REFNET_EXCHANGE_SURVEY_SOURCE_H
#define REFNET_EXCHANGE_SURVEY_SOURCE_H

#include "exchange/files/grid.h"

G_BEGIN_DECLS

/* How much a grid looks like a survey, or like a sign-in sheet. */
typedef enum {
  REFNET_SURVEY_NONE,
  REFNET_SURVEY_PERHAPS, /* columns may be partners, cells their names: many tables have such */
  REFNET_SURVEY_LIKELY,  /* its columns are the organizations of its rows, or dates of meetings */
  REFNET_SURVEY_SURELY   /* it asks about referrals */
} RefnetSurveyLikeness;

/* What a table is, as `options` would have it read. O(cells). */
RefnetSurveyLikeness refnet_survey_likeness(const RefnetGrid *grid,
                                            const RefnetSurveyOptions *options);
/* The same of the file at `path`, or of the likeliest sheet of a workbook; NONE where a table is
 * one of a dataset's, larger than any survey (8 MiB), or cannot be read twice. `columns`: what
 * --column says, or NULL. */
RefnetSurveyLikeness refnet_survey_file_likeness(const char *path, const char *const *columns);

/* Reads the import's source: of a workbook the sheet that `import` names, else the one that looks
 * most like a survey, else the only one. REFNET_ERROR_INPUT: several do, or none. O(cells). */
RefnetGrid *refnet_survey_read(const RefnetImport *import, const RefnetSurveyOptions *options,
                               GError **error);

G_END_DECLS

#endif
