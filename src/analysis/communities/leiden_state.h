/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the steps of the Leiden algorithm work on; leiden.h is what others use. */
#ifndef REFNET_ANALYSIS_COMMUNITIES_LEIDEN_STATE_H
#define REFNET_ANALYSIS_COMMUNITIES_LEIDEN_STATE_H

#include "analysis/communities/coarse.h"

#include <refnet/model.h>

G_BEGIN_DECLS

typedef struct RefnetLeiden RefnetLeiden;

/* Arrays have an element a vertex of the level at hand, at most one a vertex of the network. */
struct RefnetLeiden {
  const RefnetNetwork *network;
  gint64 ends; /* 2m */
  RefnetRandom random;
  RefnetCoarse ties;          /* the finest level */
  RefnetCoarseStore store[2]; /* of the level at hand and the next */
  RefnetCoarseScratch scratch;

  guint32 *level_vertex; /* by vertex of the network: what it is part of on the level at hand */
  guint32 *community;    /* by vertex of the level; any number below `vertices` */
  guint32 *total;        /* by community: degrees of its members */
  guint32 *members;      /* by community: how many */
  guint32 *unused;       /* numbers of communities without members */
  guint32 unused_count;
  guint32 *order; /* a random order; while vertices move, a ring of those still to look at */
  guint8 *waiting;

  guint32 *refined;       /* by vertex: its refined community */
  guint32 *refined_total; /* by refined community: degrees of its members */
  guint32 *inside;        /* by vertex: weight of its links within its community */
  guint32 *cut;   /* by refined community: weight of its links to the rest of the community */
  double *chance; /* by candidate */
};

/* What joining gains, 2m times: the weight of links into a community less what chance would give.
 */
static inline gint64 refnet_leiden_gain(const RefnetLeiden *leiden, guint32 weight, guint32 degree,
                                        guint32 total) {
  return leiden->ends * weight - (gint64)degree * total;
}

/* Vertices 0 … count − 1 in a random order, in `order`. */
static inline void refnet_leiden_shuffle(RefnetLeiden *leiden, guint32 count) {
  guint32 *order = leiden->order;
  for (guint32 i = 0; i < count; i++) {
    const guint32 j = (guint32)refnet_random_below(&leiden->random, i + 1);
    order[i] = order[j];
    order[j] = i;
  }
}

/* Fast local moving: every vertex goes to the community that gains most, is looked at once, and
 * again when a neighbor has gone to another community. Leaves in `inside`, `total` and
 * `unused_count` what they say. */
void refnet_leiden_move(RefnetLeiden *leiden, const RefnetCoarse *level);

/* Splits each community, as moving left it, into well-connected ones, drawn at random; leaves their
 * numbers from 0 in `refined` and returns how many there are. */
guint32 refnet_leiden_refine(RefnetLeiden *leiden, const RefnetCoarse *level);

G_END_DECLS

#endif
