/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Why somebody is suggested: each term of the score, with what in the data bears it out. */
#ifndef REFNET_ANALYSIS_WHO_ELSE_REASONS_H
#define REFNET_ANALYSIS_WHO_ELSE_REASONS_H

#include "analysis/who_else/score.h"
#include "base/pool.h"

G_BEGIN_DECLS

/* What is told beside the score. */
typedef struct {
  RefnetDate lapsed; /* last referral of a tie that lapsed; UNKNOWN: none */
  guint32 meeting;   /* the latest; REFNET_NONE: none */
} RefnetHistory;

/* The reasons for one candidate: a lapsed tie, then by what they add to the score, strongest first,
 * then the latest meeting; unknown terms and terms of 0 give none. The array is the caller's
 * (g_free), lists of items the pool's. *speaks: something speaks for it, a meeting alone does not.
 * FALSE when memory ran out. O(Σ degrees of the candidate's neighbors + lists). */
gboolean refnet_reasons_new(const RefnetScores *scores, const RefnetCandidate *candidate,
                            const RefnetHistory *history, RefnetPool *pool, RefnetReason **reasons,
                            guint32 *count, gboolean *speaks);

G_END_DECLS

#endif
