/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Terms of the score that don't hang on ties, each worked out once for two statements. */
#include "analysis/everyone/suitability.h"

#include "analysis/everyone/suitability_means.h"
#include "analysis/memory.h"
#include "analysis/who_else/reasons.h"

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

/* ---- groups ---------------------------------------------------------------------------------- */

/* In how many ways one's offers and the other's needs are both on record. */
static guint exchanges(guint8 x, guint8 y) {
  return (x & REFNET_HAS_OFFERS && y & REFNET_HAS_SEEKS) +
         (x & REFNET_HAS_SEEKS && y & REFNET_HAS_OFFERS);
}

static guint8 unknown_terms(guint8 x, guint8 y, gboolean sectors_known) {
  guint8 both = x & y;
  guint unknown = sectors_known ? 0 : REFNET_SECTORS_UNKNOWN;
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
  double sectors = refnet_fit_propensity(suitability, group->sector);
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

void refnet_suitability_turn_to(RefnetSuitability *suitability, guint32 vertex) {
  suitability->scores.vertex = vertex;
  suitability->scores.organization = suitability->kinds->network->organization[vertex];
  refnet_suitability_take_means(suitability, vertex);
}

static double fill_of(const RefnetScores *scores, guint set, double weight) {
  RefnetCandidate of_unknown_sector = {.sectors = NAN};
  double fill =
      set & REFNET_SECTORS_UNKNOWN ? refnet_scores_sectors(scores, &of_unknown_sector) : 0;
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
  return !refnet_fit_view(suitability, kind)->placed;
}

/* `nearness`: the area's term where that goes by coordinates. */
static inline double of_kind(const RefnetSuitability *suitability, guint32 k, double nearness) {
  const RefnetKind *kind = &suitability->kinds->kinds[k];
  const RefnetGroupView *view = &suitability->views[kind->group];
  double known = view->placed
                     ? nearness
                     : refnet_fit_of(suitability, REFNET_TERM_AREA, kind->said[REFNET_TERM_AREA]);
  for (guint term = REFNET_TERM_AREA + 1; term < REFNET_TERMS; term++)
    known += refnet_fit_of(suitability, term, kind->said[term]);
  return suitability->weight * known + view->beside + kind->nomination +
         suitability->fill[view->unknown];
}

double refnet_suitability_of(const RefnetSuitability *suitability, guint32 kind, guint32 vertex) {
  gboolean placed = refnet_fit_view(suitability, kind)->placed;
  return of_kind(suitability, kind, placed ? refnet_fit_nearness(suitability, vertex) : 0);
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
