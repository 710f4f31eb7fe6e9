/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the kinds of gap share: the search through the cells of one service after the other, and how
 * a finding is written down. */
#ifndef REFNET_ANALYSIS_GAPS_SEARCH_H
#define REFNET_ANALYSIS_GAPS_SEARCH_H

#include <refnet/analysis.h>

#include "analysis/gaps/catchment.h"
#include "analysis/gaps/nearest.h"
#include "analysis/gaps/reachability.h"
#include "analysis/supply/choice.h"
#include "analysis/supply/demand.h"
#include "analysis/supply/outcomes.h"
#include "analysis/supply/related_services.h"
#include "analysis/supply/service_supply.h"
#include "analysis/supply/serving.h"
#include "base/pool.h"

G_BEGIN_DECLS

/* The result and what owns its lists. */
typedef struct {
  RefnetGaps gaps; /* first: what the caller holds */
  gsize capacity, unused_capacity;
  RefnetPool *pool;
  RefnetGaps *other; /* of the run that doubts records: owns what the changes point to */
} RefnetGapResult;

typedef struct {
  const RefnetNetwork *network;
  const RefnetGapOptions *options;
  RefnetDoubts *doubts; /* NULL: none */
  RefnetChoice *areas, *services, *populations;
  RefnetProviders *providers;
  RefnetServing *serving;
  RefnetServiceSupply *supply;
  RefnetCatchment *catchment;
  RefnetSupplyPoints *points;
  RefnetReachability *reachability;
  RefnetRelatedServices *related;
  RefnetOutcomes *outcomes;
  RefnetDemand *demand;
  double *service_demand;  /* by area: of the service at hand, 0 where there is none or unknown */
  guint32 *cell_providers; /* of the cell at hand */
  guint8 *groups_served;   /* by population or language: scratch */
  RefnetGapResult *result;
} RefnetGapSearch;

/* A service in an area. */
typedef struct {
  guint32 area, service;
  const guint32 *providers; /* rising */
  guint32 provider_count;
  guint32 first_need, last_need; /* rows of search->demand; equal: none */
  RefnetCellDemand demand;
} RefnetGapCell;

/* Makes all of it ready; the search is cleared by the caller in any case. */
gboolean refnet_gap_search_prepare(RefnetGapSearch *search, GError **error);
void refnet_gap_search_clear(RefnetGapSearch *search);

/* Is this status asked for? */
gboolean refnet_gap_wanted(const RefnetGapSearch *search, RefnetGapStatus status);
/* A finding about the cell, with what is the same for all kinds. Unmet demand is that of the
 * catchment, where it is known. */
RefnetGap refnet_gap_begin(const RefnetGapSearch *search, const RefnetGapCell *cell,
                           RefnetGapStatus status);
/* Fills in the nearest providers that `wanted` wants. FALSE when memory ran out. */
gboolean refnet_gap_add_nearest(RefnetGapSearch *search, RefnetWanted wanted, gconstpointer data,
                                RefnetGap *gap);
/* Writes the finding and its providers down. */
gboolean refnet_gap_end(RefnetGapSearch *search, const RefnetGapCell *cell, RefnetGap *gap,
                        GError **error);

/* Each looks at a cell for gaps of its kind and writes down what it finds. */
gboolean refnet_gap_report_missing(RefnetGapSearch *search, const RefnetGapCell *cell,
                                   GError **error); /* absent, fragile */
gboolean refnet_gap_report_populations(RefnetGapSearch *search, const RefnetGapCell *cell,
                                       GError **error);
gboolean refnet_gap_report_languages(RefnetGapSearch *search, const RefnetGapCell *cell,
                                     GError **error);
gboolean refnet_gap_report_strained(RefnetGapSearch *search, const RefnetGapCell *cell,
                                    GError **error);
gboolean refnet_gap_report_unreachable(RefnetGapSearch *search, const RefnetGapCell *cell,
                                       GError **error);
gboolean refnet_gap_report_failing(RefnetGapSearch *search, const RefnetGapCell *cell,
                                   GError **error);

/* The rest of the answer, from what was found. */
gboolean refnet_gap_add_totals(RefnetGapSearch *search, GError **error);
gboolean refnet_gap_add_sectors(RefnetGapSearch *search, GError **error);
gboolean refnet_gap_add_ratios(RefnetGapSearch *search, GError **error);

/* Largest first, unknown last: for qsort. */
static inline int refnet_gap_compare_reals(double a, double b) {
  gboolean a_unknown = a != a, b_unknown = b != b;
  if (a_unknown || b_unknown)
    return (int)a_unknown - (int)b_unknown;
  return (a < b) - (a > b);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetGapSearch, refnet_gap_search_clear)

G_END_DECLS

#endif
