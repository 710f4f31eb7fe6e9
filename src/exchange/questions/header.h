/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The header of a survey export, one to three rows of it: what each column asks, and of whom. */
#ifndef REFNET_EXCHANGE_QUESTIONS_HEADER_H
#define REFNET_EXCHANGE_QUESTIONS_HEADER_H

#include "exchange/files/grid.h"
#include "exchange/questions/heading.h"

G_BEGIN_DECLS

typedef struct {
  guint width;
  RefnetSurveyHeading *columns;
  guint first_row; /* of answers */
  guint skipped;   /* rows above the header that are none of it */
  char *caption;   /* what stood there; "" */
} RefnetSurveyHeader;

/* Reads the header: one row, where "Question [Label]", "Question: Label" and the like are divided,
 * and sentences that differ in one place only; two rows, questions over labels, as SurveyMonkey
 * writes; three, as Qualtrics does. Never fails: at worst the columns are called by their first
 * cells. O(cells of the header). */
RefnetSurveyHeader *refnet_survey_header_read(const RefnetGrid *grid);
void refnet_survey_header_free(RefnetSurveyHeader *header);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetSurveyHeader, refnet_survey_header_free)

G_END_DECLS

#endif
