/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Weighted coverage, and a greedy choice of whoever covers most of it.
 *
 * f(S) = Σ_c w_c (1 − Π_{o∈S} (1 − cov_{o,c})) over cells c. It is monotone and submodular: what a
 * candidate adds never grows as others are chosen. */
#ifndef REFNET_ANALYSIS_COALITION_COVERAGE_H
#define REFNET_ANALYSIS_COALITION_COVERAGE_H

#include <refnet/model.h>

G_BEGIN_DECLS

enum { REFNET_COVERAGE_GOALS = 2 };

/* What there is to cover. */
typedef struct {
  double weight; /* in the caller's unit */
  double left;   /* share that nobody chosen covers */
  /* What it counts for in the choice: first, and where that is equal. */
  double goal[REFNET_COVERAGE_GOALS];
} RefnetCoverCell;

/* Candidate `vertex` covers a share of the cell. */
typedef struct {
  guint32 vertex, cell;
  double share; /* 0 … 1 */
} RefnetCoverEntry;

/* What a candidate would add, as of some round of the choice. */
typedef struct {
  guint32 vertex, round;
  double gain[REFNET_COVERAGE_GOALS];
} RefnetCoverCandidate;

typedef struct {
  GArray *cells;   /* of RefnetCoverCell */
  GArray *entries; /* of RefnetCoverEntry; after _begin by vertex, then cell, each pair once */
  GArray *heap;    /* of RefnetCoverCandidate: who may still add something */
  guint32 round;   /* how many were chosen */
} RefnetCoverage;

void refnet_coverage_init(RefnetCoverage *coverage);
void refnet_coverage_clear(RefnetCoverage *coverage);
/* Returns the cell's number. */
guint32 refnet_coverage_add_cell(RefnetCoverage *coverage, double weight);
/* Shares of one candidate in one cell add up, to 1 at most. */
void refnet_coverage_add_entry(RefnetCoverage *coverage, guint32 vertex, guint32 cell,
                               double share);

/* Begins the choice, once cells and entries are complete. O(entries · log). */
void refnet_coverage_begin(RefnetCoverage *coverage);
/* The candidate that adds most, equal ones by number: *gain is what it adds to the first goal.
 * FALSE when nobody adds anything. Its cells are as they were before; _take chooses it. Few
 * candidates are looked at anew: gains only fall (Minoux 1978). */
gboolean refnet_coverage_best(RefnetCoverage *coverage, guint32 *vertex, double *gain);
/* The entries of a candidate: `*length` of them. O(log entries). */
const RefnetCoverEntry *refnet_coverage_of(const RefnetCoverage *coverage, guint32 vertex,
                                           guint32 *length);
/* What candidate `vertex` would add to what is chosen now. O(its entries). */
RefnetCoverCandidate refnet_coverage_candidate(const RefnetCoverage *coverage, guint32 vertex);
/* The order of the choice: by gain, the first goal before the second, then by number. */
gboolean refnet_cover_candidate_is_better(const RefnetCoverCandidate *a,
                                          const RefnetCoverCandidate *b);
/* Leaves only `vertices` to choose from, before anybody is chosen. O(entries of these). */
void refnet_coverage_keep(RefnetCoverage *coverage, const guint32 *vertices, guint32 length);
/* Chooses the candidate that _best found. */
void refnet_coverage_take(RefnetCoverage *coverage, guint32 vertex);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetCoverage, refnet_coverage_clear)

G_END_DECLS

#endif
