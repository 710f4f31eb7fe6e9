/* SPDX-License-Identifier: GPL-2.0-or-later */
/* b(x,y) of refnet_structure_scores for one x: at most so much for all y at little cost. */
#ifndef REFNET_ANALYSIS_EVERYONE_NEARNESS_H
#define REFNET_ANALYSIS_EVERYONE_NEARNESS_H

#include "analysis/everyone/parts.h"

G_BEGIN_DECLS

/* x and y are places of the allocation. One is kept for many x, one after the other. */
typedef struct {
  const RefnetAllocation *allocation;
  const RefnetParts *parts;
  guint32 x;
  double *column; /* scores of the first places; not theirs who are tied */
  guint32 *met;   /* places beyond the columns without a tie to x, of which something is known */
  guint32 met_count;
  guint32 *found; /* those of them that a walk was told to look for */
  guint32 found_count;
  guint32 *near; /* places with something in `handed` */
  guint32 near_count;
  double *handed;    /* by place, once walked: what it hands on, of b, to each that it is tied to */
  double left;       /* no y beyond the columns has more than this beside what was added up */
  double largest;    /* the largest part of any neighbor of x: somebody may have so much */
  double least_left; /* `left` when all parts are added */

  /* private */
  float *added;       /* by place: parts; above 0 for those met, below for those tied */
  guint32 *taken;     /* so many parts of each neighbor of x */
  double rounded;     /* `added` is right to so many times itself */
  gboolean is_walked; /* `handed` has what comes by columns, too */
} RefnetNearness;

/* A zeroed one is made ready; FALSE with REFNET_ERROR_INTERNAL without memory. O(n). */
gboolean refnet_nearness_init(RefnetNearness *nearness, const RefnetAllocation *allocation,
                              const RefnetParts *parts, GError **error);
void refnet_nearness_clear(RefnetNearness *nearness);

/* Turns to another x: its columns. O(its ties · columns). */
void refnet_nearness_turn_to(RefnetNearness *nearness, guint32 x);
/* Adds up all parts of `least` or more that were not yet. O(its ties + parts). */
void refnet_nearness_add_parts(RefnetNearness *nearness, double least);
/* For walks: nobody is met any more, or near. */
void refnet_nearness_forget_met(RefnetNearness *nearness);
void refnet_nearness_walk_back(RefnetNearness *nearness);

/* x and its neighbors. */
static inline gboolean refnet_nearness_is_tied(const RefnetNearness *nearness, guint32 y) {
  return nearness->added[y] < 0;
}

static inline gboolean refnet_nearness_is_met(const RefnetNearness *nearness, guint32 y) {
  return nearness->added[y] > 0;
}

/* What comes to y over two ties, once walked. O(1). */
static inline double refnet_nearness_over_two(const RefnetNearness *nearness, guint32 y) {
  return nearness->handed[y] * refnet_allocation_ties(nearness->allocation, y);
}

/* Of y beyond the columns without a tie to x: at least b(x,y), and at most. O(1). */
static inline double refnet_nearness_bound(const RefnetNearness *nearness, guint32 y) {
  return nearness->added[y] * (1 + nearness->rounded) + nearness->left;
}
static inline double refnet_nearness_floor(const RefnetNearness *nearness, guint32 y) {
  return nearness->added[y] * (1 - nearness->rounded);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetNearness, refnet_nearness_clear)

G_END_DECLS

#endif
