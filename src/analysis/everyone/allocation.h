/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How close everybody is to everybody else through others, made ready for many questions: the same
 * figures as refnet_structure_scores, but of a few at a time, with bounds for all the others. */
#ifndef REFNET_ANALYSIS_EVERYONE_ALLOCATION_H
#define REFNET_ANALYSIS_EVERYONE_ALLOCATION_H

#include <refnet/model.h>

G_BEGIN_DECLS

/* What is worked out beforehand, what is walked and what is left to bounds. It changes the time,
 * never the result. */
typedef struct {
  guint32 columns; /* so many with the most ties have their scores kept, for everybody: n · 8 bytes
                      each */
  guint32 heavy;   /* with more ties than this one's part as a go-between is small: it is left to
                      bounds; raised where that would be more than 1,024 */
  guint32 parts;   /* so many of the largest parts are kept of each */
} RefnetAllocationShape;

/* Vertices here are *places*: numbered by ties, most first, then as in the network. */
typedef struct {
  const RefnetNetwork *network;
  RefnetAllocationShape shape;
  guint32 n;
  guint32 heavies; /* the first place that is not heavy */
  guint32 *vertex; /* by place */
  guint32 *place;  /* by vertex */
  guint64 *start;  /* by place, and one past: neighbors are neighbor[start[p]] …, rising */
  guint64 *beyond; /* by place: its first neighbor that is no column */
  guint32 *neighbor;
  double *share;  /* 1 / ties, by place */
  double *column; /* by place and column: what a tie to that place adds to the column's score */
} RefnetAllocation;

/* `shape` NULL: as suits the network. NULL with REFNET_ERROR_INTERNAL without memory. In two
 * threads; O(ties · columns), less where these have few ties. */
RefnetAllocation *refnet_allocation_new(const RefnetNetwork *network,
                                        const RefnetAllocationShape *shape, GError **error);
void refnet_allocation_free(RefnetAllocation *allocation);

/* Asks for the neighbors of a place before they are read: they lie anywhere in memory. */
static inline void refnet_allocation_prefetch(const RefnetAllocation *allocation, guint32 place) {
  const guint32 *first = allocation->neighbor + allocation->start[place];
  __builtin_prefetch(first);
  __builtin_prefetch(first + 16);
}

static inline guint32 refnet_allocation_ties(const RefnetAllocation *allocation, guint32 place) {
  return (guint32)(allocation->start[place + 1] - allocation->start[place]);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetAllocation, refnet_allocation_free)

G_END_DECLS

#endif
