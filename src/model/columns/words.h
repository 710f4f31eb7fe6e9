/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Words with a fixed meaning in cells: frequencies, outcomes, periods, yes and no. */
#ifndef REFNET_MODEL_COLUMNS_WORDS_H
#define REFNET_MODEL_COLUMNS_WORDS_H

#include <refnet/model.h>

#include "model/columns/fields.h"

G_BEGIN_DECLS

/* Is the text, folded as headers are, one of `words`, which are folded and separated by blanks?
 * O(length of all). */
gboolean refnet_word_is_among(const char *folded, const char *words);

/* Each takes a cell as written and compares it folded; FALSE, and nothing set, when it is none of
 * the words. O(length · words). */
gboolean refnet_word_frequency(const char *text, RefnetFrequency *frequency);
/* The word that is written for it: "weekly"; "" for an unknown one. */
const char *refnet_word_of_frequency(RefnetFrequency frequency);
gboolean refnet_word_basis(const char *text, RefnetBasis *basis);
gboolean refnet_word_agreement(const char *text, RefnetAgreement *agreement);
gboolean refnet_word_outcome(const char *text, RefnetOutcome *outcome);
gboolean refnet_word_answer(const char *text, RefnetTri *answer);
gboolean refnet_word_closed(const char *text, gboolean *closed);
/* Periods in a year: year 1, quarter 4, month 12, week 52, day 365. */
gboolean refnet_word_period(const char *text, double *per_year);
/* The word for a period of which a year has so many, one that refnet_word_period gave: "month". */
const char *refnet_word_of_period(double per_year);
/* One of the partnerships of the documentation (formal, casual, stakeholder, prospect). */
gboolean refnet_word_is_partnership(const char *text);
/* A name that is a desk or a placeholder rather than a person: "Front desk", "TBD". */
gboolean refnet_word_is_placeholder(const char *text);
/* What yes or no below the header means where the field has other words: "active" and "closed"
 * below "Active?" and "Inactive", "formal" and "none" below "MOU in place?". NULL: nothing. Static.
 */
const char *refnet_word_for_answer(const RefnetField *field, const char *header, const char *text);
/* What people write into a cell where they know nothing: "N/A", "unknown", "-", "?". */
gboolean refnet_word_is_unknown(const char *text);
/* Is it such a word, and not one that the field may mean in earnest? */
gboolean refnet_word_is_blank(const char *text, const RefnetField *field);
/* The words that mean every area, folded as values, ended by NULL. */
const char *const *refnet_words_every_area(void);

G_END_DECLS

#endif
