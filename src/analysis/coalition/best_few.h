/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The few candidates that cover most together: what a greedy choice of one after the other can
 * miss. */
#ifndef REFNET_ANALYSIS_COALITION_BEST_FEW_H
#define REFNET_ANALYSIS_COALITION_BEST_FEW_H

#include "analysis/coalition/coverage.h"

G_BEGIN_DECLS

enum { REFNET_BEST_FEW = 3 };

typedef struct {
  guint32 vertices[REFNET_BEST_FEW];
  guint32 length;   /* fewer where nobody adds more */
  double value;     /* what they cover of the first goal */
  gboolean is_best; /* nobody covers more; else the search was given up: greedy covers no more */
} RefnetBestFew;

/* Looks for at most `most` (1 … REFNET_BEST_FEW) candidates after _begin, before anybody is chosen;
 * the coverage is left as it was. Of sets as good, that of the greedy choice, then the first found.
 * Branch and bound (Land & Doig 1960): the greedy choice comes first, and the gains of candidates,
 * which only fall, are the bound. Given up after 2^24 entries or so, which bounds the time:
 * O(entries + candidates · log) beyond that. */
void refnet_best_few_find(RefnetCoverage *coverage, guint32 most, RefnetBestFew *best);

G_END_DECLS

#endif
