/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How much speaks for each candidate: the score of METHODS "Who else", term by term. */
#ifndef REFNET_ANALYSIS_WHO_ELSE_SCORE_H
#define REFNET_ANALYSIS_WHO_ELSE_SCORE_H

#include <math.h>

#include "analysis/who_else/profile.h"
#include "analysis/who_else/sectors.h"

G_BEGIN_DECLS

/* Who named whom: nominations by vertex nominated, then by who did, each pair once; organizations
 * name others. */
typedef struct {
  guint32 *named_by; /* organizations */
  guint32 *start;    /* by vertex: vertices + 1 */
} RefnetNamed;

/* O(vertices + nominations · log). */
gboolean refnet_named_init(RefnetNamed *named, const RefnetNetwork *network, GError **error);
void refnet_named_clear(RefnetNamed *named);

typedef struct {
  guint32 vertex;
  double b;          /* structure, see refnet_structure_scores */
  RefnetFit fit;     /* known terms, before weights */
  double sectors;    /* how readily their sectors work together, 0 … 1; NaN: unknown */
  double nomination; /* its term, as it stands in the score */
  double score;
} RefnetCandidate;

/* Who asks, and what was found. */
typedef struct {
  const RefnetNetwork *network;
  guint32 vertex;       /* REFNET_NONE: a newcomer */
  guint32 organization; /* likewise */
  guint32 sector;       /* REFNET_NONE: unknown */
  const RefnetProfile *profile;
  const RefnetNamed *named; /* NULL: nominations don't count */
  RefnetPreference prefer;

  RefnetCandidate *candidates; /* everybody without a tie to who asks, closed ones left out */
  guint32 count;
  double largest_b;
  RefnetFit mean; /* over candidates whose term is known; NaN: none */
  guint known_terms;
  RefnetSectorTies *sector_ties; /* NULL: the sector is unknown */
  double mean_sectors;           /* likewise; NaN: none */
} RefnetScores;

/* Finds and scores the candidates of who asks. S = b / max b + .15 X (METHODS), and terms of their
 * own for sectors and nominations; max b = 0: S = X and these. Weights stand in one table. O(Σ
 * degrees within two ties + n · length of lists). */
gboolean refnet_scores_find(RefnetScores *scores, GError **error);
void refnet_scores_clear(RefnetScores *scores);

/* What the terms add to the score of a candidate; an unknown one adds its mean. */
double refnet_scores_structure(const RefnetScores *scores, const RefnetCandidate *candidate);
double refnet_scores_sectors(const RefnetScores *scores, const RefnetCandidate *candidate);
/* The weight of each known attribute term. */
double refnet_scores_weight(const RefnetScores *scores);
/* The term of so many organizations that named the candidate. */
double refnet_scores_nomination(guint32 nominations);
/* What is known of a vertex as a candidate, its score aside. */
RefnetCandidate refnet_scores_candidate(const RefnetScores *scores, guint32 vertex, double b);
/* All terms of a candidate: its score. Of `scores`, largest_b, mean, known_terms and mean_sectors
 * have to be known. */
double refnet_scores_total(const RefnetScores *scores, const RefnetCandidate *candidate);

/* Scores are compared in these units: sums taken in another order may differ in the last digits. */
#define REFNET_SCORE_UNIT 1e-9
/* The score in such units. */
static inline double refnet_scores_units(double score) {
  return rint(score / REFNET_SCORE_UNIT);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetNamed, refnet_named_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetScores, refnet_scores_clear)

G_END_DECLS

#endif
