/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Means are sums over everybody, less those who are no candidates. */
#include "analysis/everyone/suitability_means.h"

#include <math.h>

typedef struct {
  RefnetFit sum;
  double sector_sum;
  guint64 count[REFNET_TERMS], sector_count;
} Totals;

static gboolean has_place(const RefnetSuitability *suitability) {
  return (refnet_kinds_group(suitability->kinds, suitability->kind)->recorded & REFNET_HAS_PLACE) !=
         0;
}

/* Over all candidates, whoever asks; the area's over those that coordinates don't speak for. */
static double sum_of_term(const RefnetSuitability *suitability, guint term) {
  const RefnetStatements *statements = &suitability->kinds->statements[term];
  gboolean unplaced = term == REFNET_TERM_AREA && has_place(suitability);
  double *sum = &suitability->sum[unplaced][term][suitability->said[term]];
  if (!isnan(*sum))
    return *sum;
  *sum = 0;
  for (guint32 said = 0; said < statements->count; said++) {
    guint32 times = statements->times[said] - (unplaced ? statements->placed[said] : 0);
    if (times)
      *sum += times * refnet_fit_of(suitability, term, said);
  }
  return *sum;
}

/* Who asks and who is tied to it are no candidates. */
static void leave_out(const RefnetSuitability *suitability, guint32 vertex, Totals *totals) {
  guint32 k = suitability->kinds->kind_of[vertex];
  const RefnetKind *kind = &suitability->kinds->kinds[k];
  const RefnetKindGroup *group = &suitability->kinds->groups[kind->group];
  const RefnetGroupView *view = &suitability->views[kind->group];
  if (!group->candidate)
    return;
  if (!(view->unknown & REFNET_SECTORS_UNKNOWN)) {
    totals->sector_sum -= refnet_fit_propensity(suitability, group->sector);
    totals->sector_count--;
  }
  for (guint term = 0; term < REFNET_TERMS; term++) {
    totals->count[term] -= !(view->unknown & 1u << term);
    if (suitability->lacking & 1u << term && !(term == REFNET_TERM_AREA && view->placed))
      totals->sum.term[term] -= refnet_fit_of(suitability, term, kind->said[term]);
  }
}

/* Of all candidates that have coordinates: by far the costliest mean, and seldom needed. */
static double sum_of_nearness(const RefnetSuitability *suitability, guint32 vertex) {
  const RefnetKinds *kinds = suitability->kinds;
  double sum = 0;
  for (guint32 v = 0; v < kinds->network->vertices; v++) {
    guint32 k = kinds->kind_of[v];
    if (v != vertex && refnet_kinds_group(kinds, k)->candidate &&
        refnet_fit_view(suitability, k)->placed &&
        refnet_network_find_tie(kinds->network, vertex, v) == G_MAXUINT64)
      sum += refnet_fit_nearness(suitability, v);
  }
  return sum;
}

static void take_means(RefnetSuitability *suitability, const Totals *totals) {
  RefnetScores *scores = &suitability->scores;
  scores->known_terms = 0;
  for (guint term = 0; term < REFNET_TERMS; term++) {
    gboolean any = totals->count[term] > 0;
    scores->mean.term[term] = any ? totals->sum.term[term] / (double)totals->count[term] : NAN;
    scores->known_terms += any;
  }
  scores->mean_sectors =
      totals->sector_count > 0 ? totals->sector_sum / (double)totals->sector_count : NAN;
}

void refnet_suitability_take_means(RefnetSuitability *suitability, guint32 vertex) {
  const RefnetNetwork *network = suitability->kinds->network;
  Totals totals = {.sector_sum = suitability->sector_sum,
                   .sector_count = suitability->sector_count};
  for (guint term = 0; term < REFNET_TERMS; term++) {
    totals.count[term] = suitability->count[term];
    if (suitability->lacking & 1u << term)
      totals.sum.term[term] = sum_of_term(suitability, term);
  }
  leave_out(suitability, vertex, &totals);
  for (guint64 i = network->tie_start[vertex]; i < network->tie_start[vertex + 1]; i++)
    leave_out(suitability, network->neighbor[i], &totals);
  if (suitability->lacking & 1u << REFNET_TERM_AREA && has_place(suitability))
    totals.sum.term[REFNET_TERM_AREA] += sum_of_nearness(suitability, vertex);
  take_means(suitability, &totals);
}
