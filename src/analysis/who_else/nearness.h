/* SPDX-License-Identifier: GPL-2.0-or-later */
/* b(x,y) of refnet_structure_scores for one x: at most so much for all y at little cost, and
 * exactly for the y that are asked for. */
#ifndef REFNET_ANALYSIS_WHO_ELSE_NEARNESS_H
#define REFNET_ANALYSIS_WHO_ELSE_NEARNESS_H

#include "analysis/who_else/allocation.h"

G_BEGIN_DECLS

/* x and y are places of the allocation. One is kept for many x, one after the other. */
typedef struct {
  const RefnetAllocation *allocation;
  guint32 x;
  guint8 *tied;     /* by place: x and its neighbors */
  guint32 *touched; /* places that light go-betweens lead to, as they were met */
  guint32 touched_count;
  double *column; /* scores of the first places; not theirs who are tied */

  /* private */
  double *direct;   /* by place: over two ties, through light neighbors of x */
  double *indirect; /* over three, where the second go-between is light, too, and hands on enough */
  double *mark;     /* by heavy place: its share, if x has a tie to it */
  double *through;  /* by heavy place: all over two ties, once worked out; else negative */
  guint32 *worked_out;
  guint32 worked_out_count;
  double
      heavy_shares;  /* Σ share of the heavy neighbors of x: no more comes by them over two ties */
  double heavy_most; /* nor more than this over three */
  double to_heavies; /* what light neighbors of x hand to heavy ones, and each of these hands on */
  double not_handed_on; /* likewise to light ones, left out of `indirect` */
  double least;         /* where each hands on less than this */
} RefnetNearness;

/* A zeroed one is made ready; FALSE with REFNET_ERROR_INTERNAL without memory. O(n). */
gboolean refnet_nearness_init(RefnetNearness *nearness, const RefnetAllocation *allocation,
                              GError **error);
void refnet_nearness_clear(RefnetNearness *nearness);

/* Turns to another x. O(Σ ties of its light neighbors and of theirs + its ties · columns). */
void refnet_nearness_turn_to(RefnetNearness *nearness, guint32 x);

/* Something light leads there. */
static inline gboolean refnet_nearness_is_touched(const RefnetNearness *nearness, guint32 y) {
  return nearness->direct[y] > 0 || nearness->indirect[y] > 0;
}

/* At least b(x,y) for all y of at most so many ties that are neither touched, columns nor tied.
 * O(1). */
double refnet_nearness_rest(const RefnetNearness *nearness, guint32 ties);
/* At least b(x,y), for y beyond the columns without a tie to x. O(1). */
double refnet_nearness_bound(const RefnetNearness *nearness, guint32 y);
/* Likewise, closer. O(heavy neighbors of y). */
double refnet_nearness_closer_bound(const RefnetNearness *nearness, guint32 y);
/* b(x,y) for any y without a tie to x. O(1) for columns, else O(Σ over the neighbors of y of their
 * heavy neighbors). */
double refnet_nearness_score(RefnetNearness *nearness, guint32 y);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetNearness, refnet_nearness_clear)

G_END_DECLS

#endif
