/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Why somebody is suggested: each term of the score, with what in the data bears it out. */
#ifndef REFNET_ANALYSIS_WHO_ELSE_REASONS_H
#define REFNET_ANALYSIS_WHO_ELSE_REASONS_H

#include "analysis/who_else_profile.h"
#include "base/pool.h"

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

/* What a candidate's score is made of. */
typedef struct {
  guint32 vertex;
  double structure;            /* its term, as it stands in the score */
  RefnetFit fit;               /* known terms, before weights */
  double weight[REFNET_TERMS]; /* that each has in the score */
  double nomination;           /* its term, as it stands in the score */
} RefnetScoreParts;

/* The organization that asks, and what is needed to say why. */
typedef struct {
  const RefnetNetwork *network;
  guint32 vertex;
  const RefnetProfile *profile;
  const RefnetNamed *named;
  RefnetPreference prefer;
} RefnetAsker;

/* The reasons for one candidate, strongest first; unknown terms and terms of 0 give none. The array
 * is the caller's (g_free), lists of items the pool's. FALSE when memory ran out. O(Σ degrees of
 * the candidate's neighbors + lists). */
gboolean refnet_reasons_new(const RefnetAsker *asker, const RefnetScoreParts *parts,
                            RefnetPool *pool, RefnetReason **reasons, guint32 *count);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetNamed, refnet_named_clear)

G_END_DECLS

#endif
