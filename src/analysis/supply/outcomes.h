/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How often referrals for a service are not filled. */
#ifndef REFNET_ANALYSIS_SUPPLY_OUTCOMES_H
#define REFNET_ANALYSIS_SUPPLY_OUTCOMES_H

#include "analysis/supply/providers.h"

G_BEGIN_DECLS

#define REFNET_OUTCOMES_LEAST 5   /* known outcomes before anything is said */
#define REFNET_OUTCOMES_OFTEN .25 /* "often": the lower end of the interval is above it */

/* Referrals with a known outcome, and of those the ones that were not filled. */
typedef struct {
  guint64 known, unfilled;
} RefnetOutcomeCount;

/* Lower end of the two-sided 95 % interval of a share (Wilson 1927): unfilled of known; NaN without
 * any. O(1). */
double refnet_wilson_lower(guint64 unfilled, guint64 known);

/* At least five known outcomes, and the lower end above .25. */
gboolean refnet_outcomes_often_unfilled(RefnetOutcomeCount count);

/* Referrals of the view by service and provider. */
typedef struct {
  struct RefnetOutcomeRow *rows; /* by service, then provider */
  gsize length, capacity;
} RefnetOutcomes;

/* O(rows with an outcome · log). Rows from an organization to itself, under whichever of its names,
 * and to one that is closed or left out, don't count. */
RefnetOutcomes *refnet_outcomes_new(const RefnetProviders *providers, GError **error);
void refnet_outcomes_free(RefnetOutcomes *outcomes);

/* Referrals to the provider for the service. O(log rows). */
RefnetOutcomeCount refnet_outcomes_of(const RefnetOutcomes *outcomes, guint32 service,
                                      guint32 provider);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetOutcomes, refnet_outcomes_free)

G_END_DECLS

#endif
