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
  if (!(suitability->judgements = REFNET_TRY_ARRAY(RefnetJudgement, kinds->count, error)) ||
      !(suitability->unknown = REFNET_TRY_ARRAY(guint8, kinds->groups->len, error)))
    return FALSE;
  for (guint32 k = 0; k < kinds->count; k++)
    suitability->judgements[k].asker = REFNET_NONE;
  return TRUE;
}

void refnet_suitability_clear(RefnetSuitability *suitability) {
  g_free(suitability->judgements);
  g_free(suitability->unknown);
  *suitability = (RefnetSuitability){0};
}

/* ---- kinds ----------------------------------------------------------------------------------- */

static gboolean by_place(const RefnetSuitability *suitability, guint32 kind) {
  const RefnetKind *kinds = suitability->kinds->kinds;
  return kinds[suitability->kind].recorded & REFNET_HAS_PLACE &&
         kinds[kind].recorded & REFNET_HAS_PLACE;
}

/* In how many ways one's offers and the other's needs are both on record. */
static guint exchanges(guint8 x, guint8 y) {
  return (x & REFNET_HAS_OFFERS && y & REFNET_HAS_SEEKS) +
         (x & REFNET_HAS_SEEKS && y & REFNET_HAS_OFFERS);
}

static double propensity_for(const RefnetSuitability *suitability, guint32 sector) {
  const RefnetSectorTies *counted = suitability->scores.sector_ties;
  return counted && sector != REFNET_NONE ? counted->propensity[sector] : NAN;
}

static void judge(const RefnetSuitability *suitability, guint32 k, RefnetJudgement *judgement) {
  const RefnetDataset *dataset = suitability->kinds->network->dataset;
  const RefnetKind *kind = &suitability->kinds->kinds[k];
  const RefnetScores *scores = &suitability->scores;
  const guint8 asker = suitability->kinds->kinds[suitability->kind].recorded;
  /* What is far from the profiles in memory is left alone where it has nothing to say. */
  gboolean beyond_profiles = by_place(suitability, k) || exchanges(asker, kind->recorded) > 0;
  RefnetFit fit =
      refnet_profile_fit(dataset, beyond_profiles ? scores->organization : REFNET_NONE,
                         scores->profile, kind->organization, &kind->profile, scores->prefer);
  double known = 0;
  for (guint term = 0; term < REFNET_TERMS; term++)
    if (!isnan(fit.term[term]) && (term != REFNET_TERM_AREA || !by_place(suitability, k)))
      known += fit.term[term];
  double sectors = propensity_for(suitability, dataset->organizations[kind->organization].sector);
  RefnetScores plain = {.mean_sectors = 0};
  RefnetCandidate candidate = {.sectors = isnan(sectors) ? 0 : sectors};
  *judgement = (RefnetJudgement){.asker = suitability->kind,
                                 .unknown = suitability->unknown[kind->group],
                                 .known = known,
                                 .beside = refnet_scores_sectors(&plain, &candidate) +
                                           refnet_scores_nomination(kind->nominations),
                                 .fit = fit};
}

/* There may be as many kinds as organizations, and who asks looks at few of them. */
static RefnetJudgement *judgement_of(const RefnetSuitability *suitability, guint32 k) {
  RefnetJudgement *judgement = &suitability->judgements[k];
  if (judgement->asker != suitability->kind)
    judge(suitability, k, judgement);
  return judgement;
}

/* ---- groups ---------------------------------------------------------------------------------- */

static guint8 unknown_terms(guint8 x, guint8 y, gboolean sectors_known) {
  guint8 both = x & y;
  guint unknown = sectors_known ? 0 : SECTORS_UNKNOWN;
  unknown |= both & (REFNET_HAS_PLACE | REFNET_HAS_AREAS) ? 0 : 1 << REFNET_TERM_AREA;
  unknown |= both & REFNET_HAS_POPULATIONS ? 0 : 1 << REFNET_TERM_POPULATION;
  unknown |= both & REFNET_HAS_SERVICES ? 0 : 1 << REFNET_TERM_SERVICE;
  unknown |= exchanges(x, y) ? 0 : 1 << REFNET_TERM_RESOURCE;
  return (guint8)unknown;
}

/* What the known terms come to at most. */
static double most_of_terms(const RefnetSuitability *suitability, const RefnetKindGroup *group,
                            guint8 unknown) {
  const RefnetKind *asker = &suitability->kinds->kinds[suitability->kind];
  double most = exchanges(asker->recorded, group->recorded) / 2.;
  if (!(unknown & 1 << REFNET_TERM_AREA))
    most += 1;
  if (!(unknown & 1 << REFNET_TERM_POPULATION))
    most += 1;
  if (!(unknown & 1 << REFNET_TERM_SERVICE))
    most +=
        refnet_profile_most_services(&asker->profile, group->most_services, suitability->prefer);
  return most;
}

static void bound_group(RefnetSuitability *suitability, const RefnetKindGroup *group,
                        guint8 unknown, double sectors) {
  RefnetScores plain = {.mean_sectors = 0};
  RefnetCandidate candidate = {.sectors = isnan(sectors) ? 0 : sectors};
  double beside =
      refnet_scores_sectors(&plain, &candidate) + refnet_scores_nomination(group->most_nominations);
  double *most_known = &suitability->most_known[unknown];
  double *most_beside = &suitability->most_beside[unknown];
  *most_known = MAX(*most_known, most_of_terms(suitability, group, unknown));
  *most_beside = MAX(*most_beside, beside);
}

static void judge_group(RefnetSuitability *suitability, guint32 g) {
  const RefnetKinds *kinds = suitability->kinds;
  const RefnetKindGroup *group = &g_array_index(kinds->groups, RefnetKindGroup, g);
  double sectors = propensity_for(suitability, group->sector);
  guint8 unknown =
      unknown_terms(kinds->kinds[suitability->kind].recorded, group->recorded, !isnan(sectors));
  suitability->unknown[g] = unknown;
  if (group->allowed)
    bound_group(suitability, group, unknown, sectors);
  if (!group->candidate)
    return;
  suitability->lacking |= unknown;
  for (guint term = 0; term < REFNET_TERMS; term++)
    suitability->count[term] += unknown & 1u << term ? 0 : group->members;
  if (!isnan(sectors)) {
    suitability->sector_sum += group->members * sectors;
    suitability->sector_count += group->members;
  }
}

/* The terms of a kind that its mean is made of: where nobody lacks one, its mean is not asked for.
 */
static void add_terms(const RefnetSuitability *suitability, guint32 k, double times,
                      RefnetFit *sum) {
  guint8 unknown = suitability->unknown[suitability->kinds->kinds[k].group];
  guint8 counts = (guint8)(suitability->lacking & ~unknown);
  if (by_place(suitability, k))
    counts = (guint8)(counts & ~(1u << REFNET_TERM_AREA));
  for (guint term = 0; term < REFNET_TERMS; term++)
    if (counts & 1u << term)
      sum->term[term] += times * judgement_of(suitability, k)->fit.term[term];
}

static void sum_terms(RefnetSuitability *suitability) {
  const RefnetKinds *kinds = suitability->kinds;
  for (guint term = 0; term < REFNET_TERMS; term++)
    if (suitability->count[term] == 0)
      suitability->lacking = (guint8)(suitability->lacking & ~(1u << term));
  if (!(suitability->lacking & ~SECTORS_UNKNOWN))
    return;
  for (guint32 k = 0; k < kinds->count; k++)
    if (kinds->kinds[k].candidate)
      add_terms(suitability, k, kinds->start[k + 1] - kinds->start[k], &suitability->sum);
}

/* ---- a kind that asks ------------------------------------------------------------------------ */

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
  suitability->lacking = 0;
  for (guint term = 0; term < REFNET_TERMS; term++)
    suitability->count[term] = 0;
  for (guint set = 0; set < REFNET_UNKNOWN_TERMS; set++)
    suitability->most_known[set] = suitability->most_beside[set] = -1;
  for (guint32 g = 0; g < kinds->groups->len; g++)
    judge_group(suitability, g);
  sum_terms(suitability);
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
  guint8 unknown = suitability->unknown[kind->group];
  if (!(unknown & SECTORS_UNKNOWN)) {
    totals->sector_sum -= propensity_for(
        suitability,
        g_array_index(suitability->kinds->groups, RefnetKindGroup, kind->group).sector);
    totals->sector_count--;
  }
  for (guint term = 0; term < REFNET_TERMS; term++)
    totals->count[term] -= !(unknown & 1u << term);
  add_terms(suitability, k, -1, &totals->sum);
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
  if (suitability->lacking & 1u << REFNET_TERM_AREA &&
      suitability->kinds->kinds[suitability->kind].recorded & REFNET_HAS_PLACE)
    totals.sum.term[REFNET_TERM_AREA] += sum_of_nearness(suitability, vertex);
  take_means(suitability, &totals);
}

static double fill_of(const RefnetScores *scores, guint set, double weight) {
  RefnetCandidate of_unknown_sector = {.sectors = NAN};
  double fill = set & SECTORS_UNKNOWN ? refnet_scores_sectors(scores, &of_unknown_sector) : 0;
  for (guint term = 0; term < REFNET_TERMS; term++)
    if (set & (1u << term) && !isnan(scores->mean.term[term]))
      fill += weight * scores->mean.term[term];
  return fill;
}

void refnet_suitability_set_largest(RefnetSuitability *suitability, double largest_b) {
  RefnetScores *scores = &suitability->scores;
  scores->largest_b = largest_b;
  suitability->weight = refnet_scores_weight(scores);
  suitability->most = 0;
  for (guint set = 0; set < REFNET_UNKNOWN_TERMS; set++) {
    double fill = suitability->fill[set] = fill_of(scores, set, suitability->weight);
    if (suitability->most_known[set] >= 0)
      suitability->most =
          MAX(suitability->most, suitability->weight * suitability->most_known[set] +
                                     suitability->most_beside[set] + fill);
  }
}

/* ---- what speaks for a vertex ---------------------------------------------------------------- */

gboolean refnet_suitability_is_even(const RefnetSuitability *suitability, guint32 kind) {
  return !by_place(suitability, kind);
}

static double of_kind(const RefnetSuitability *suitability, guint32 kind, double nearness) {
  const RefnetJudgement *judgement = judgement_of(suitability, kind);
  return suitability->weight * (judgement->known + nearness) + judgement->beside +
         suitability->fill[judgement->unknown];
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
  return suitability->most;
}

RefnetCandidate refnet_suitability_candidate(const RefnetSuitability *suitability, guint32 vertex,
                                             double b) {
  const RefnetKinds *kinds = suitability->kinds;
  const RefnetKind *kind = &kinds->kinds[kinds->kind_of[vertex]];
  RefnetCandidate candidate = {
      .vertex = vertex,
      .b = b,
      .fit = judgement_of(suitability, kinds->kind_of[vertex])->fit,
      .sectors =
          propensity_for(suitability, refnet_network_organization(kinds->network, vertex)->sector),
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
  RefnetJudgement *judgement = judgement_of(suitability, kind);
  if (judgement->speaks == 0)
    judgement->speaks = look_at_reasons(suitability, vertex) ? 2 : 1;
  return judgement->speaks == 2;
}
