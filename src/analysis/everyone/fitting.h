/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How statements of all others fit those of who asks, and what is kept of it while many ask. */
#ifndef REFNET_ANALYSIS_EVERYONE_FITTING_H
#define REFNET_ANALYSIS_EVERYONE_FITTING_H

#include "analysis/everyone/kinds.h"

G_BEGIN_DECLS

enum {
  REFNET_SECTORS_UNKNOWN = 1 << REFNET_TERMS,
  REFNET_UNKNOWN_TERMS = 1 << (REFNET_TERMS + 1) /* sets of terms, the sectors' among them */
};

/* How a statement fits what who asks says on the same term. */
typedef struct {
  guint32 asker; /* number of that; any other: not worked out yet */
  double fit;    /* 0 where it is not known */
} RefnetFitted;

/* What a group is to the kind that asks. */
typedef struct {
  guint8 unknown;  /* set of terms that are not known */
  gboolean placed; /* both have coordinates: the area's term goes by these */
  double beside;   /* what sectors, where known, add */
} RefnetGroupView;

typedef struct {
  const RefnetKinds *kinds;
  const GPtrArray *sector_ties; /* of RefnetSectorTies, by sector */
  const RefnetNamed *named;
  RefnetPreference prefer;
  RefnetScores scores; /* of who asks: means and weights, without candidates */

  /* private: for the kind that asks */
  guint32 kind;
  guint32 said[REFNET_TERMS]; /* its statements */
  RefnetFitted *fitted[REFNET_TERMS];
  double *sum[2][REFNET_TERMS]; /* by what who asks says: over all candidates, or those without
                                   coordinates; NaN: not worked out yet */
  RefnetGroupView *views;       /* by group */
  guint8 *speaks;  /* by kind: does anything known speak for it? 0: not looked at, 1: no, 2: yes */
  guint32 *looked; /* kinds that were */
  guint32 looked_count;
  guint8 lacking; /* set of terms that some candidates lack and others don't: their means count */
  guint64 count[REFNET_TERMS], sector_count;
  double sector_sum;
  double most_known[REFNET_UNKNOWN_TERMS], most_beside[REFNET_UNKNOWN_TERMS]; /* of allowed kinds */
  RefnetProfile profile;
  /* for who asks */
  double fill[REFNET_UNKNOWN_TERMS]; /* what the means add for a set of unknown terms */
  double weight;                     /* of each known term */
  double most;                       /* no allowed vertex has more */
} RefnetSuitability;

/* How that statement on a term fits the one of who asks. O(lists). */
double refnet_fit_anew(const RefnetSuitability *suitability, guint term, guint32 said);

/* How near an organization is to who asks, where both have coordinates. */
double refnet_fit_nearness(const RefnetSuitability *suitability, guint32 vertex);

/* Who asks looks at few of all statements, and those who ask next mostly say the same of a term. */
static inline double refnet_fit_of(const RefnetSuitability *suitability, guint term, guint32 said) {
  RefnetFitted *fitted = &suitability->fitted[term][said];
  if (fitted->asker != suitability->said[term])
    *fitted = (RefnetFitted){suitability->said[term], refnet_fit_anew(suitability, term, said)};
  return fitted->fit;
}

/* What the group of that kind is to the one that asks. */
static inline const RefnetGroupView *refnet_fit_view(const RefnetSuitability *suitability,
                                                     guint32 kind) {
  return &suitability->views[suitability->kinds->kinds[kind].group];
}

/* How much its sector works with that one, as in RefnetSectorTies; NaN: not known. */
static inline double refnet_fit_propensity(const RefnetSuitability *suitability, guint32 sector) {
  const RefnetSectorTies *counted = suitability->scores.sector_ties;
  return counted && sector != REFNET_NONE ? counted->propensity[sector] : NAN;
}

G_END_DECLS

#endif
