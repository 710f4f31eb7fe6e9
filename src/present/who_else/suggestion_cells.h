/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The cells of a suggestion: whom to meet, why, and who can introduce. */
#ifndef REFNET_PRESENT_WHO_ELSE_SUGGESTION_CELLS_H
#define REFNET_PRESENT_WHO_ELSE_SUGGESTION_CELLS_H

#include "present/description/description.h"

extern const RefnetColumn refnet_suggestion_reason_columns[];

/* Its columns, as elements of an array. */
#define REFNET_SUGGESTION_COLUMNS(heading, score_heading, decimals)                                \
  {"id", "ID", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},                                  \
      {"name", heading, REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},                         \
      {"label", heading, REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},                    \
      {"score", score_heading, REFNET_VALUE_REAL, decimals, 0, NULL},                              \
      {"reasons",                                                                                  \
       "REASONS",                                                                                  \
       REFNET_VALUE_RECORDS,                                                                       \
       0,                                                                                          \
       REFNET_COLUMN_DETAIL,                                                                       \
       refnet_suggestion_reason_columns},                                                          \
      {"introduction", "INTRODUCTION", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_DETAIL, NULL},         \
      {"introduction_strength", "STRENGTH", REFNET_VALUE_REAL, 3, REFNET_COLUMN_DETAIL, NULL},     \
      {"weakest", "WEAKEST STEP TO", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},            \
      {"alternative", "ALTERNATIVE", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_DETAIL, NULL}, {         \
    "reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL                            \
  }

/* Fills these columns with one of the suggestions of `who_else`. */
void refnet_suggestion_fill(const RefnetDescription *description, const RefnetWhoElse *who_else,
                            const RefnetSuggestion *suggestion, RefnetCells *cells);

#endif
