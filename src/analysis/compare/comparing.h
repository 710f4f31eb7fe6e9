/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A comparison while it is being made: what its parts do one after the other. */
#ifndef REFNET_ANALYSIS_COMPARE_COMPARING_H
#define REFNET_ANALYSIS_COMPARE_COMPARING_H

#include <refnet/analysis.h>

#include "base/pool.h"

G_BEGIN_DECLS

/* The result and what it owns besides. */
typedef struct {
  RefnetChanges changes; /* first: what the caller holds */
  const RefnetCompareOptions *options;
  RefnetPool *pool;                    /* lists */
  guint32 *compared_of[REFNET_SIDES];  /* as in changes */
  RefnetNetwork unknown[REFNET_SIDES]; /* only those whom neither id nor name tells, for links */
  guint32 *unknown_rows[REFNET_SIDES];
} RefnetComparing;

static inline const RefnetDataset *refnet_comparing_dataset(const RefnetComparing *comparing,
                                                            guint side) {
  return comparing->changes.networks[side]->dataset;
}

/* Each fills a part of the changes, which needs those before; FALSE with an error. */
gboolean refnet_compare_organizations(RefnetComparing *comparing, GError **error);
gboolean refnet_compare_listing(RefnetComparing *comparing, GError **error);
gboolean refnet_compare_ties(RefnetComparing *comparing, GError **error);
gboolean refnet_compare_people(RefnetComparing *comparing, GError **error);
gboolean refnet_compare_gaps(RefnetComparing *comparing, GError **error);
gboolean refnet_compare_risks(RefnetComparing *comparing, GError **error);
gboolean refnet_compare_figures(RefnetComparing *comparing, GError **error);
gboolean refnet_compare_caveats(RefnetComparing *comparing, GError **error);
gboolean refnet_compare_scenario(RefnetComparing *comparing, GError **error);

G_END_DECLS

#endif
