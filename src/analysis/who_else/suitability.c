/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Terms of the score that don't hang on ties, each worked out once for two statements. */
#include "analysis/who_else/suitability.h"

#include "analysis/memory.h"
#include "analysis/who_else/reasons.h"

enum { SECTORS_UNKNOWN = 1 << REFNET_TERMS };

/* Sums are worked out for what is asked first. */
static double *unknown_sums(guint32 count, GError **error) {
  double *sums = REFNET_TRY_ARRAY(double, count, error);
  for (guint32 i = 0; sums && i < count; i++)
    sums[i] = NAN;
  return sums;
}

static gboolean allocate_term(RefnetSuitability *suitability, guint term, GError **error) {
  guint32 count = suitability->kinds->statements[term].count;
  if (!(suitability->fitted[term] = REFNET_TRY_ARRAY(RefnetFitted, count, error)) ||
      !(suitability->sum[0][term] = unknown_sums(count, error)) ||
      !(suitability->sum[1][term] = unknown_sums(count, error)))
    return FALSE;
  for (guint32 i = 0; i < count; i++)
    suitability->fitted[term][i].asker = REFNET_NONE;
  return TRUE;
}

gboolean refnet_suitability_init(RefnetSuitability *suitability, const RefnetKinds *kinds,
                                 const GPtrArray *sector_ties, const RefnetNamed *named,
                                 RefnetPreference prefer, GError **error) {
  *suitability = (RefnetSuitability){.kinds = kinds,
                                     .sector_ties = sector_ties,
                                     .named = named,
                                     .prefer = prefer,
                                     .kind = REFNET_NONE};
  for (guint term = 0; term < REFNET_TERMS; term++)
    if (!allocate_term(suitability, term, error))
      return FALSE;
  return (suitability->speaks = REFNET_TRY_ARRAY(guint8, kinds->count, error)) &&
         (suitability->looked = REFNET_TRY_ARRAY(guint32, kinds->count, error)) &&
         (suitability->views = REFNET_TRY_ARRAY(RefnetGroupView, kinds->group_count, error));
}

void refnet_suitability_clear(RefnetSuitability *suitability) {
  for (guint term = 0; term < REFNET_TERMS; term++) {
    g_free(suitability->fitted[term]);
    g_free(suitability->sum[0][term]);
    g_free(suitability->sum[1][term]);
  }
  g_free(suitability->speaks);
  g_free(suitability->looked);
  g_free(suitability->views);
  refnet_profile_clear(&suitability->profile);
  *suitability = (RefnetSuitability){0};
}

/* ---- statements ------------------------------------------------------------------------------ */

static double fit_anew(const RefnetSuitability *suitability, guint term, guint32 said) {
  const RefnetSaid *all = suitability->kinds->statements[term].said;
  double fit = refnet_said_fit((RefnetTerm)term, &all[suitability->said[term]], &all[said],
                               suitability->prefer);
  return isnan(fit) ? 0 : fit;
}

/* Who asks looks at few of all statements, and those who ask next mostly say the same of a term. */
static inline double fit_of(const RefnetSuitability *suitability, guint term, guint32 said) {
  RefnetFitted *fitted = &suitability->fitted[term][said];
  if (fitted->asker != suitability->said[term])
    *fitted = (RefnetFitted){suitability->said[term], fit_anew(suitability, term, said)};
  return fitted->fit;
}

static const RefnetGroupView *view_of(const RefnetSuitability *suitability, guint32 kind) {
  return &suitability->views[suitability->kinds->kinds[kind].group];
}

static double propensity_for(const RefnetSuitability *suitability, guint32 sector) {
  const RefnetSectorTies *counted = suitability->scores.sector_ties;
  return counted && sector != REFNET_NONE ? counted->propensity[sector] : NAN;
}

/* ---- groups ---------------------------------------------------------------------------------- */

/* In how many ways one's offers and the other's needs are both on record. */
static guint exchanges(guint8 x, guint8 y) {
  return (x & REFNET_HAS_OFFERS && y & REFNET_HAS_SEEKS) +
         (x & REFNET_HAS_SEEKS && y & REFNET_HAS_OFFERS);
}

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
  guint8 asker = refnet_kinds_group(suitability->kinds, suitability->kind)->recorded;
  double most = exchanges(asker, group->recorded) / 2.;
  if (!(unknown & 1 << REFNET_TERM_AREA))
    most += 1;
  if (!(unknown & 1 << REFNET_TERM_POPULATION))
    most += 1;
  if (!(unknown & 1 << REFNET_TERM_SERVICE))
    most += refnet_profile_most_services(&suitability->profile, group->most_services,
                                         suitability->prefer);
  return most;
}

static void bound_group(RefnetSuitability *suitability, const RefnetKindGroup *group,
                        const RefnetGroupView *view) {
  double *most_known = &suitability->most_known[view->unknown];
  double *most_beside = &suitability->most_beside[view->unknown];
  *most_known = MAX(*most_known, most_of_terms(suitability, group, view->unknown));
  *most_beside = MAX(*most_beside, view->beside + group->most_nomination);
}

static void view_group(RefnetSuitability *suitability, guint32 g) {
  const RefnetKinds *kinds = suitability->kinds;
  const RefnetKindGroup *group = &kinds->groups[g];
  guint8 asker = refnet_kinds_group(kinds, suitability->kind)->recorded;
  double sectors = propensity_for(suitability, group->sector);
  RefnetScores plain = {.mean_sectors = 0};
  RefnetCandidate candidate = {.sectors = isnan(sectors) ? 0 : sectors};
  RefnetGroupView *view = &suitability->views[g];
  *view = (RefnetGroupView){unknown_terms(asker, group->recorded, !isnan(sectors)),
                            (asker & group->recorded & REFNET_HAS_PLACE) != 0,
                            refnet_scores_sectors(&plain, &candidate)};
  if (group->allowed)
    bound_group(suitability, group, view);
  if (!group->candidate)
    return;
  suitability->lacking |= view->unknown;
  for (guint term = 0; term < REFNET_TERMS; term++)
    suitability->count[term] += view->unknown & 1u << term ? 0 : group->members;
  if (!isnan(sectors)) {
    suitability->sector_sum += group->members * sectors;
    suitability->sector_count += group->members;
  }
}

/* ---- a kind that asks ------------------------------------------------------------------------ */

static void forget(RefnetSuitability *suitability) {
  suitability->sector_sum = 0;
  suitability->sector_count = 0;
  suitability->lacking = 0;
  for (guint term = 0; term < REFNET_TERMS; term++)
    suitability->count[term] = 0;
  for (guint set = 0; set < REFNET_UNKNOWN_TERMS; set++)
    suitability->most_known[set] = suitability->most_beside[set] = -1;
  for (guint32 i = 0; i < suitability->looked_count; i++)
    suitability->speaks[suitability->looked[i]] = 0;
  suitability->looked_count = 0;
  refnet_profile_clear(&suitability->profile);
}

void refnet_suitability_turn_to_kind(RefnetSuitability *suitability, guint32 kind) {
  const RefnetKinds *kinds = suitability->kinds;
  guint32 organization = kinds->kinds[kind].organization;
  guint32 sector = refnet_kinds_group(kinds, kind)->sector;
  forget(suitability);
  suitability->kind = kind;
  memcpy(suitability->said, kinds->kinds[kind].said, sizeof suitability->said);
  refnet_profile_init(&suitability->profile, kinds->network->dataset, organization);
  suitability->scores = (RefnetScores){
      .network = kinds->network,
      .organization = organization,
      .sector = sector,
      .profile = &suitability->profile,
      .named = suitability->named,
      .prefer = suitability->prefer,
      .sector_ties =
          sector == REFNET_NONE ? NULL : g_ptr_array_index(suitability->sector_ties, sector)};
  for (guint32 g = 0; g < kinds->group_count; g++)
    view_group(suitability, g);
  for (guint term = 0; term < REFNET_TERMS; term++)
    if (suitability->count[term] == 0)
      suitability->lacking = (guint8)(suitability->lacking & ~(1u << term));
}

/* ---- who asks -------------------------------------------------------------------------------- */

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
      *sum += times * fit_of(suitability, term, said);
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
  if (!(view->unknown & SECTORS_UNKNOWN)) {
    totals->sector_sum -= propensity_for(suitability, group->sector);
    totals->sector_count--;
  }
  for (guint term = 0; term < REFNET_TERMS; term++) {
    totals->count[term] -= !(view->unknown & 1u << term);
    if (suitability->lacking & 1u << term && !(term == REFNET_TERM_AREA && view->placed))
      totals->sum.term[term] -= fit_of(suitability, term, kind->said[term]);
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
    if (v != vertex && refnet_kinds_group(kinds, k)->candidate && view_of(suitability, k)->placed &&
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
  Totals totals = {.sector_sum = suitability->sector_sum,
                   .sector_count = suitability->sector_count};
  for (guint term = 0; term < REFNET_TERMS; term++) {
    totals.count[term] = suitability->count[term];
    if (suitability->lacking & 1u << term)
      totals.sum.term[term] = sum_of_term(suitability, term);
  }
  suitability->scores.vertex = vertex;
  suitability->scores.organization = network->organization[vertex];
  leave_out(suitability, vertex, &totals);
  for (guint64 i = network->tie_start[vertex]; i < network->tie_start[vertex + 1]; i++)
    leave_out(suitability, network->neighbor[i], &totals);
  if (suitability->lacking & 1u << REFNET_TERM_AREA && has_place(suitability))
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
  return !view_of(suitability, kind)->placed;
}

/* `nearness`: the area's term where that goes by coordinates. */
static inline double of_kind(const RefnetSuitability *suitability, guint32 k, double nearness) {
  const RefnetKind *kind = &suitability->kinds->kinds[k];
  const RefnetGroupView *view = &suitability->views[kind->group];
  double known =
      view->placed ? nearness : fit_of(suitability, REFNET_TERM_AREA, kind->said[REFNET_TERM_AREA]);
  for (guint term = REFNET_TERM_AREA + 1; term < REFNET_TERMS; term++)
    known += fit_of(suitability, term, kind->said[term]);
  return suitability->weight * known + view->beside + kind->nomination +
         suitability->fill[view->unknown];
}

double refnet_suitability_of(const RefnetSuitability *suitability, guint32 kind, guint32 vertex) {
  gboolean placed = view_of(suitability, kind)->placed;
  return of_kind(suitability, kind, placed ? nearness_of(suitability, vertex) : 0);
}

double refnet_suitability_of_kind(const RefnetSuitability *suitability, guint32 kind) {
  return of_kind(suitability, kind, 1);
}

static gboolean look_at_reasons(const RefnetSuitability *suitability, guint32 vertex) {
  RefnetCandidate candidate = refnet_scores_candidate(&suitability->scores, vertex, 0);
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
  if (!refnet_suitability_is_even(suitability, kind))
    return look_at_reasons(suitability, vertex);
  if (suitability->speaks[kind] == 0) {
    suitability->speaks[kind] = look_at_reasons(suitability, vertex) ? 2 : 1;
    suitability->looked[suitability->looked_count++] = kind;
  }
  return suitability->speaks[kind] == 2;
}
