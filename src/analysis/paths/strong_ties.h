/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How strong and recent ties are, and whose are the strongest. */
#ifndef REFNET_ANALYSIS_PATHS_STRONG_TIES_H
#define REFNET_ANALYSIS_PATHS_STRONG_TIES_H

#include <refnet/analysis.h>

G_BEGIN_DECLS

/* What is on record about a tie, both arcs taken together. */
typedef struct {
  double strength; /* w, 0 … 1 */
  guint64 count;   /* referrals */
  RefnetDate last; /* latest referral; UNKNOWN: none dated */
} RefnetTieRecord;

/* w = (1 − e^{−count/5}) · 2^{−age/365}, age in days from the latest referral to `as_of`, never
 * below 0, 365 where it is unknown. Where the dataset has no counts and the tie no date, w comes
 * from the stated frequency: yearly .2, quarterly .4, monthly .6, weekly .8, daily 1. O(log
 * degree). */
RefnetTieRecord refnet_tie_record(const RefnetNetwork *network, guint64 tie, RefnetDate as_of);

typedef struct {
  double strength; /* w */
  guint32 neighbor;
} RefnetStrongTie;

/* For qsort: strongest first, then by neighbor. */
int refnet_strong_tie_compare(const void *a, const void *b);

/* Everybody's ties; each is looked at when it is first asked for. */
typedef struct {
  const RefnetNetwork *network;
  RefnetDate as_of;
  double most; /* no tie is stronger */

  /* private */
  double *strength;      /* by tie; 0: not looked at, or none */
  RefnetStrongTie *ties; /* in the places of network->neighbor */
  guint8 *asked;       /* by vertex: how often for its ties; more than any count: they are sorted */
  gboolean are_sorted; /* everybody's */
} RefnetStrongTies;

/* NULL with REFNET_ERROR_INTERNAL when memory ran out. O(vertices + arcs + rows), in passing. */
RefnetStrongTies *refnet_strong_ties_new(const RefnetNetwork *network, RefnetDate as_of,
                                         GError **error);
void refnet_strong_ties_free(RefnetStrongTies *ties);

/* Looks at everybody's ties, for many questions: thereafter nothing is written, and several threads
 * may ask. In two threads; O(ties · log + arcs + rows). */
void refnet_strong_ties_sort_all(RefnetStrongTies *ties);

/* w of one tie. O(log degree) the first time, then O(1). */
double refnet_strong_ties_strength(RefnetStrongTies *ties, guint64 tie);
/* The ties of a vertex, strongest first, then by neighbor. O(ties · log) the first time, then O(1).
 */
const RefnetStrongTie *refnet_strong_ties_of(RefnetStrongTies *ties, guint32 vertex,
                                             guint32 *length);
/* As _of where they are sorted or have been asked for so often that it is worth while, else NULL:
 * the few that matter had better be looked at one by one. */
const RefnetStrongTie *refnet_strong_ties_if_worth(RefnetStrongTies *ties, guint32 vertex,
                                                   guint32 *length);
/* As _of where they are sorted already, else NULL. */
const RefnetStrongTie *refnet_strong_ties_if_sorted(const RefnetStrongTies *ties, guint32 vertex,
                                                    guint32 *length);
/* No tie of the vertex is stronger: as of all while its own are not sorted. O(1). */
double refnet_strong_ties_most(const RefnetStrongTies *ties, guint32 vertex);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetStrongTies, refnet_strong_ties_free)

G_END_DECLS

#endif
