/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Terms of the score that don't hang on ties, worked out once for each pair of kinds. */
#include "analysis/who_else/suitability.h"

#include "analysis/memory.h"
#include "analysis/who_else/reasons.h"

enum { SECTORS_UNKNOWN = 1 << REFNET_TERMS };

gboolean refnet_suitability_init(RefnetSuitability *suitability, const RefnetKinds *kinds,
                                 const GPtrArray *sector_ties, const RefnetNamed *named,
                                 RefnetPreference prefer, GError **error) {
  *suitability = (RefnetSuitability){.kinds = kinds,
                                     .sector_ties = sector_ties,
                                     .named = named,
                                     .prefer = prefer,
                                     .kind = REFNET_NONE};
  return (suitability->fit = REFNET_TRY_ARRAY(RefnetFit, kinds->count, error)) &&
         (suitability->known = REFNET_TRY_ARRAY(double, kinds->count, error)) &&
         (suitability->beside = REFNET_TRY_ARRAY(double, kinds->count, error)) &&
         (suitability->unknown = REFNET_TRY_ARRAY(guint8, kinds->count, error)) &&
         (suitability->speaks = REFNET_TRY_ARRAY(guint8, kinds->count, error));
}

void refnet_suitability_clear(RefnetSuitability *suitability) {
  g_free(suitability->fit);
  g_free(suitability->known);
  g_free(suitability->beside);
  g_free(suitability->unknown);
  g_free(suitability->speaks);
  *suitability = (RefnetSuitability){0};
}

/* ---- a kind that asks ------------------------------------------------------------------------ */

static gboolean by_place(const RefnetSuitability *suitability, guint32 kind) {
  const RefnetKind *kinds = suitability->kinds->kinds;
  return kinds[suitability->kind].located && kinds[kind].located;
}

static double propensity_for(const RefnetSuitability *suitability, guint32 organization) {
  guint32 sector = suitability->kinds->network->dataset->organizations[organization].sector;
  const RefnetSectorTies *counted = suitability->scores.sector_ties;
  return counted && sector != REFNET_NONE ? counted->propensity[sector] : NAN;
}

static void judge_kind(RefnetSuitability *suitability, guint32 k) {
  const RefnetKinds *kinds = suitability->kinds;
  const RefnetKind *kind = &kinds->kinds[k];
  const RefnetScores *scores = &suitability->scores;
  double members = kinds->start[k + 1] - kinds->start[k];
  RefnetFit *fit = &suitability->fit[k];
  *fit = refnet_profile_fit(kinds->network->dataset, scores->organization, scores->profile,
                            kind->organization, &kind->profile, scores->prefer);
  double sectors = propensity_for(suitability, kind->organization);
  guint8 unknown = isnan(sectors) ? SECTORS_UNKNOWN : 0;
  double known = 0;
  for (guint term = 0; term < REFNET_TERMS; term++) {
    gboolean is_known = !isnan(fit->term[term]);
    gboolean is_even = term != REFNET_TERM_AREA || !by_place(suitability, k);
    unknown = (guint8)(unknown | (is_known ? 0 : 1 << term));
    known += is_known && is_even ? fit->term[term] : 0;
    if (!kind->candidate)
      continue;
    suitability->sum.term[term] += is_known && is_even ? members * fit->term[term] : 0;
    suitability->count[term] += is_known ? (guint64)members : 0;
    suitability->area_lacking |= term == REFNET_TERM_AREA && !is_known;
  }
  if (kind->candidate && !isnan(sectors)) {
    suitability->sector_sum += members * sectors;
    suitability->sector_count += (guint64)members;
  }
  RefnetScores plain = {.mean_sectors = 0};
  RefnetCandidate candidate = {.sectors = isnan(sectors) ? 0 : sectors};
  suitability->known[k] = known;
  suitability->beside[k] =
      refnet_scores_sectors(&plain, &candidate) + refnet_scores_nomination(kind->nominations);
  suitability->unknown[k] = unknown;
  suitability->speaks[k] = 0;
  if (!kind->allowed)
    return;
  double most = known + (by_place(suitability, k) ? 1 : 0);
  suitability->most_known[unknown] = MAX(suitability->most_known[unknown], most);
  suitability->most_beside[unknown] =
      MAX(suitability->most_beside[unknown], suitability->beside[k]);
}

void refnet_suitability_turn_to_kind(RefnetSuitability *suitability, guint32 kind) {
  const RefnetKinds *kinds = suitability->kinds;
  guint32 organization = kinds->kinds[kind].organization;
  guint32 sector = kinds->network->dataset->organizations[organization].sector;
  suitability->kind = kind;
  suitability->scores = (RefnetScores){
      .network = kinds->network,
      .organization = organization,
      .sector = sector,
      .profile = &kinds->kinds[kind].profile,
      .named = suitability->named,
      .prefer = suitability->prefer,
      .sector_ties =
          sector == REFNET_NONE ? NULL : g_ptr_array_index(suitability->sector_ties, sector)};
  suitability->sum = (RefnetFit){{0}};
  suitability->sector_sum = 0;
  suitability->sector_count = 0;
  suitability->area_lacking = FALSE;
  for (guint term = 0; term < REFNET_TERMS; term++)
    suitability->count[term] = 0;
  for (guint set = 0; set < REFNET_UNKNOWN_TERMS; set++)
    suitability->most_known[set] = suitability->most_beside[set] = -1;
  for (guint32 k = 0; k < kinds->count; k++)
    judge_kind(suitability, k);
}

/* ---- who asks -------------------------------------------------------------------------------- */

typedef struct {
  RefnetFit sum;
  double sector_sum;
  guint64 count[REFNET_TERMS], sector_count;
} Totals;

/* Who asks and who is tied to it are no candidates. */
static void leave_out(const RefnetSuitability *suitability, guint32 vertex, Totals *totals) {
  guint32 k = suitability->kinds->kind_of[vertex];
  const RefnetKind *kind = &suitability->kinds->kinds[k];
  if (!kind->candidate)
    return;
  double sectors = propensity_for(suitability, kind->organization);
  if (!isnan(sectors)) {
    totals->sector_sum -= sectors;
    totals->sector_count--;
  }
  for (guint term = 0; term < REFNET_TERMS; term++) {
    if (isnan(suitability->fit[k].term[term]))
      continue;
    totals->count[term]--;
    if (term != REFNET_TERM_AREA || !by_place(suitability, k))
      totals->sum.term[term] -= suitability->fit[k].term[term];
  }
}

static double nearness_of(const RefnetSuitability *suitability, guint32 vertex) {
  const RefnetNetwork *network = suitability->kinds->network;
  return refnet_profile_nearness(network->dataset, suitability->scores.organization,
                                 network->organization[vertex]);
}

/* Of all candidates that have coordinates: by far the costliest mean, and seldom needed. */
static double sum_of_nearness(const RefnetSuitability *suitability, guint32 vertex) {
  const RefnetKinds *kinds = suitability->kinds;
  double sum = 0;
  for (guint32 v = 0; v < kinds->network->vertices; v++) {
    guint32 k = kinds->kind_of[v];
    if (v != vertex && kinds->kinds[k].candidate && by_place(suitability, k) &&
        refnet_network_find_tie(kinds->network, vertex, v) == G_MAXUINT64)
      sum += nearness_of(suitability, v);
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

void refnet_suitability_turn_to(RefnetSuitability *suitability, guint32 vertex) {
  const RefnetNetwork *network = suitability->kinds->network;
  Totals totals = {.sum = suitability->sum,
                   .sector_sum = suitability->sector_sum,
                   .sector_count = suitability->sector_count};
  for (guint term = 0; term < REFNET_TERMS; term++)
    totals.count[term] = suitability->count[term];
  suitability->scores.vertex = vertex;
  suitability->scores.organization = network->organization[vertex];
  leave_out(suitability, vertex, &totals);
  for (guint64 i = network->tie_start[vertex]; i < network->tie_start[vertex + 1]; i++)
    leave_out(suitability, network->neighbor[i], &totals);
  if (suitability->area_lacking && suitability->kinds->kinds[suitability->kind].located)
    totals.sum.term[REFNET_TERM_AREA] += sum_of_nearness(suitability, vertex);
  take_means(suitability, &totals);
}

void refnet_suitability_set_largest(RefnetSuitability *suitability, double largest_b) {
  RefnetScores *scores = &suitability->scores;
  scores->largest_b = largest_b;
  double weight = refnet_scores_weight(scores);
  RefnetCandidate of_unknown_sector = {.sectors = NAN};
  for (guint set = 0; set < REFNET_UNKNOWN_TERMS; set++) {
    double fill = set & SECTORS_UNKNOWN ? refnet_scores_sectors(scores, &of_unknown_sector) : 0;
    for (guint term = 0; term < REFNET_TERMS; term++)
      if (set & (1u << term) && !isnan(scores->mean.term[term]))
        fill += weight * scores->mean.term[term];
    suitability->fill[set] = fill;
  }
}

/* ---- what speaks for a vertex ---------------------------------------------------------------- */

gboolean refnet_suitability_is_even(const RefnetSuitability *suitability, guint32 kind) {
  return !by_place(suitability, kind);
}

static double of_kind(const RefnetSuitability *suitability, guint32 kind, double nearness) {
  return refnet_scores_weight(&suitability->scores) * (suitability->known[kind] + nearness) +
         suitability->beside[kind] + suitability->fill[suitability->unknown[kind]];
}

double refnet_suitability_of(const RefnetSuitability *suitability, guint32 vertex) {
  guint32 kind = suitability->kinds->kind_of[vertex];
  return of_kind(suitability, kind,
                 by_place(suitability, kind) ? nearness_of(suitability, vertex) : 0);
}

double refnet_suitability_of_kind(const RefnetSuitability *suitability, guint32 kind) {
  return of_kind(suitability, kind, by_place(suitability, kind) ? 1 : 0);
}

double refnet_suitability_most(const RefnetSuitability *suitability) {
  double weight = refnet_scores_weight(&suitability->scores), most = 0;
  for (guint set = 0; set < REFNET_UNKNOWN_TERMS; set++)
    if (suitability->most_known[set] >= 0)
      most = MAX(most, weight * suitability->most_known[set] + suitability->most_beside[set] +
                           suitability->fill[set]);
  return most;
}

RefnetCandidate refnet_suitability_candidate(const RefnetSuitability *suitability, guint32 vertex,
                                             double b) {
  const RefnetKinds *kinds = suitability->kinds;
  const RefnetKind *kind = &kinds->kinds[kinds->kind_of[vertex]];
  RefnetCandidate candidate = {.vertex = vertex,
                               .b = b,
                               .fit = suitability->fit[kinds->kind_of[vertex]],
                               .sectors = propensity_for(suitability, kind->organization),
                               .nomination = refnet_scores_nomination(kind->nominations)};
  if (by_place(suitability, kinds->kind_of[vertex]))
    candidate.fit.term[REFNET_TERM_AREA] = nearness_of(suitability, vertex);
  candidate.score = refnet_scores_total(&suitability->scores, &candidate);
  return candidate;
}

static gboolean look_at_reasons(const RefnetSuitability *suitability, guint32 vertex) {
  RefnetCandidate candidate = refnet_suitability_candidate(suitability, vertex, 0);
  RefnetHistory nothing = {REFNET_DATE_UNKNOWN, REFNET_NONE};
  RefnetPool *pool = refnet_pool_new();
  g_autofree RefnetReason *reasons = NULL;
  guint32 count;
  gboolean speaks = FALSE;
  refnet_reasons_new(&suitability->scores, &candidate, &nothing, pool, &reasons, &count, &speaks);
  refnet_pool_free(pool);
  return speaks;
}

gboolean refnet_suitability_speaks(RefnetSuitability *suitability, guint32 vertex) {
  guint32 kind = suitability->kinds->kind_of[vertex];
  if (by_place(suitability, kind))
    return look_at_reasons(suitability, vertex);
  if (suitability->speaks[kind] == 0)
    suitability->speaks[kind] = look_at_reasons(suitability, vertex) ? 2 : 1;
  return suitability->speaks[kind] == 2;
}
