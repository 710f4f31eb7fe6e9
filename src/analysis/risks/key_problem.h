/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Key players as a problem: whom a set should have next, and what it is worth then. */
#ifndef REFNET_ANALYSIS_RISKS_KEY_PROBLEM_H
#define REFNET_ANALYSIS_RISKS_KEY_PROBLEM_H

#include <refnet/analysis.h>

#include "analysis/network/structure.h"

G_BEGIN_DECLS

/* What a set is worth is compared with that much leeway, for sums of reach round. */
#define REFNET_KEY_SAME 1e-9

typedef struct {
  const RefnetNetwork *network;
  guint8 *member; /* by vertex; the caller's to change */

  guint32 *distance, *queue, *depth; /* of reach, by vertex; depth REFNET_NONE: not seen */
  guint32 *candidates;               /* of reach; NULL: fragmentation */
  guint32 candidate_count;
} RefnetKeyProblem;

typedef struct {
  guint32 vertex; /* REFNET_NONE: there is none */
  double worth;   /* of the set with it: larger is better */
} RefnetKeyChoice;

/* Of a problem whose network is set, everything else zero; for sets of up to `largest`. For reach
 * only organizations with most ties are candidates, as many as 10^7 steps allow, and none that has
 * closed: nobody can be told anything there. */
gboolean refnet_key_problem_init(RefnetKeyProblem *problem, RefnetKeyKind kind, guint32 largest,
                                 GError **error);
void refnet_key_problem_clear(RefnetKeyProblem *problem);

/* The best vertex to add to the members, the lowest among equals. The worth is minus the ordered
 * pairs that stay connected, or Σ 1/d. O(n + m), for reach as often as there are candidates. */
gboolean refnet_key_problem_choose(RefnetKeyProblem *problem, RefnetKeyChoice *choice,
                                   GError **error);
/* FALSE: no set may have it. */
gboolean refnet_key_problem_admits(const RefnetKeyProblem *problem, guint32 vertex);
/* About how many steps one choice takes. */
double refnet_key_problem_steps(const RefnetKeyProblem *problem);

/* Ordered pairs of vertices that can reach each other. O(n). */
double refnet_key_connected_pairs(const RefnetStructure *structure);
/* F of `remaining` vertices, of whose ordered pairs `pairs` are connected; NaN under two. */
double refnet_key_fragmentation(double pairs, guint32 remaining);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetKeyProblem, refnet_key_problem_clear)

G_END_DECLS

#endif
