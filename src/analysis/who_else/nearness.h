/* SPDX-License-Identifier: GPL-2.0-or-later */
/* b(x,y) of refnet_structure_scores for one x: at most so much for all y at little cost, and
 * exactly for the y that are asked for. */
#ifndef REFNET_ANALYSIS_WHO_ELSE_NEARNESS_H
#define REFNET_ANALYSIS_WHO_ELSE_NEARNESS_H

#include "analysis/who_else/allocation.h"

G_BEGIN_DECLS

/* How far walks go: the deeper, the less is left to bounds; the last leaves nothing. */
enum { REFNET_NEARNESS_DEPTHS = 3 };

/* What comes to a place over two ties, and what the walk on from there needs: side by side, for
 * places are entered in any order. */
typedef struct {
  double handed;  /* Σ 1/k_z over the light neighbors z that x and the place have in common */
  double direct;  /* and over the others that are walked */
  guint64 beyond; /* its first neighbor that is no column: neighbor[beyond] …, */
  guint32 length; /* and so many from there on */
  float share;    /* 1 / ties */
} RefnetNearnessSpot;

/* x and y are places of the allocation. One is kept for many x, one after the other. */
typedef struct {
  const RefnetAllocation *allocation;
  guint32 x;
  guint8 *tied;   /* by place: x and its neighbors */
  double *column; /* scores of the first places; not theirs who are tied */
  guint32 *met;   /* places walked to over two ties, as they came */
  guint32 met_count;
  guint32 *found; /* places beyond the columns that come into question */
  guint32 found_count;
  double left; /* no light y has more than this beside what was walked to it */

  /* private */
  guint32 heavy, light;      /* places before `heavy` are not walked, from `light` on over three */
  RefnetNearnessSpot *spots; /* by place */
  float *walked;             /* by place beyond the columns: over two and three ties */
  double least_walked, most_walked; /* what was walked lies between so many times `walked` */
  guint32 *onward;                  /* places met that hand on … */
  float *amount;                    /* … so much to each neighbor */
  guint32 onward_count;
  double *by_heavy; /* by heavy place: all that comes by go-betweens that are not walked */
  double *mark;     /* by heavy place: its share, if x has a tie to it and it is not walked */
  double *through;  /* by heavy place: all over two ties, once worked out; else negative */
  guint32 *worked_out;
  guint32 worked_out_count;
  /* What is left over three ties: by neighbors of x not walked, by those walked over two only, and
   * by way of light ones and then one that hands nothing on. */
  double by_unwalked, by_halfway, not_handed_on;
} RefnetNearness;

/* A zeroed one is made ready; FALSE with REFNET_ERROR_INTERNAL without memory. O(n). */
gboolean refnet_nearness_init(RefnetNearness *nearness, const RefnetAllocation *allocation,
                              GError **error);
void refnet_nearness_clear(RefnetNearness *nearness);

/* Turns to another x: its columns. O(its ties · columns). */
void refnet_nearness_turn_to(RefnetNearness *nearness, guint32 x);
/* Walks from x over two ties, to a depth below REFNET_NEARNESS_DEPTHS. O(Σ ties of its neighbors
 * that are walked + heavy places · its heavy neighbors). */
void refnet_nearness_walk(RefnetNearness *nearness, guint depth);
/* And over a third, once. `found` are then all y beyond the columns, tied or not, with a b(x,y) of
 * `least` or more; where `least` is not above `left`, all heavy ones and all that were walked to.
 * O(Σ ties of those that hand on + heavy places). */
void refnet_nearness_walk_on(RefnetNearness *nearness, double least);

static inline double refnet_nearness_over_two(const RefnetNearness *nearness, guint32 y) {
  return nearness->spots[y].handed + nearness->spots[y].direct;
}

/* Has a walk led there? */
static inline gboolean refnet_nearness_is_reached(const RefnetNearness *nearness, guint32 y) {
  return nearness->walked[y] > 0;
}

/* Of y beyond the columns without a tie to x: at least b(x,y), and at most. O(1). */
double refnet_nearness_bound(const RefnetNearness *nearness, guint32 y);
double refnet_nearness_floor(const RefnetNearness *nearness, guint32 y);
/* At least b(x,y), closer. O(neighbors of y that are not light). */
double refnet_nearness_closer_bound(const RefnetNearness *nearness, guint32 y);
/* b(x,y) for any y without a tie to x. O(1) for columns, O(ties) for heavy y, else O(Σ over the
 * neighbors of y of their heavy neighbors). */
double refnet_nearness_score(RefnetNearness *nearness, guint32 y);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetNearness, refnet_nearness_clear)

G_END_DECLS

#endif
