/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What rests on few people or one organization, more or less than before. */
#include "analysis/compare/comparing.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/memory.h"
#include "base/order.h"

#define NOTABLE_LOSS .5 /* ties */

/* By vertex of a side its risk. */
static const RefnetOrganizationRisk **index_risks(const RefnetRisks *risks, GError **error) {
  const RefnetOrganizationRisk **index =
      REFNET_TRY_ARRAY(const RefnetOrganizationRisk *, risks->network->vertices, error);
  for (guint32 i = 0; index && i < risks->organization_count; i++)
    index[risks->organizations[i].vertex] = &risks->organizations[i];
  return index;
}

static void note(RefnetRiskMove *move, guint kind, double then, double now) {
  if (now > then)
    move->up |= kind;
  else if (now < then)
    move->down |= kind;
}

/* None, one, or more: of whom nobody was ever listed nothing is known. */
static void note_contacts(RefnetRiskMove *move, const RefnetOrganizationRisk *then,
                          const RefnetOrganizationRisk *now) {
  if (then->contacts + then->contacts_left == 0 || now->contacts + now->contacts_left == 0)
    return;
  note(move, REFNET_MOVE_CONTACTS, MIN(now->contacts, 2), MIN(then->contacts, 2));
}

/* Ties without a listed contact add nothing to what is expected: it falls, too, when contacts are
 * no longer listed, and rises when they first are. Neither is a change of risk. */
static void note_expected(RefnetRiskMove *move, const RefnetOrganizationRisk *then,
                          const RefnetOrganizationRisk *now) {
  double rise = now->expected_ties_lost - then->expected_ties_lost;
  gboolean is_real =
      rise > 0 ? now->ties_unknown >= then->ties_unknown : now->ties_unknown <= then->ties_unknown;
  if (then->ties_assessed > 0 && now->ties_assessed > 0 && is_real && fabs(rise) >= NOTABLE_LOSS)
    note(move, REFNET_MOVE_EXPECTED, then->expected_ties_lost, now->expected_ties_lost);
}

static RefnetRiskMove move_of(guint32 compared, const RefnetOrganizationRisk *then,
                              const RefnetOrganizationRisk *now) {
  RefnetRiskMove move = {.compared = compared, .risk = {then, now}};
  note_contacts(&move, then, now);
  note(&move, REFNET_MOVE_ONLY_LINK, then->cut_off_count, now->cut_off_count);
  note_expected(&move, then, now);
  return move;
}

static double change_of(const RefnetRiskMove *move,
                        double (*figure)(const RefnetOrganizationRisk *)) {
  return fabs(figure(move->risk[REFNET_NOW]) - figure(move->risk[REFNET_THEN]));
}

static double cut_off(const RefnetOrganizationRisk *risk) {
  return risk->cut_off_count;
}

static double expected(const RefnetOrganizationRisk *risk) {
  return risk->expected_ties_lost;
}

/* Reals that differ by less than 1e-9 count as equal. */
static int largest_first(double x, double y) {
  return fabs(x - y) < 1e-9 ? 0 : x > y ? -1 : 1;
}

static int compare_moves(const void *left, const void *right) {
  const RefnetRiskMove *x = left, *y = right;
  guint kinds = REFNET_MOVE_CONTACTS | REFNET_MOVE_ONLY_LINK;
  int order = refnet_order(((x->up | x->down) & kinds) == 0, ((y->up | y->down) & kinds) == 0);
  if (order == 0)
    order = largest_first(change_of(x, cut_off), change_of(y, cut_off));
  if (order == 0)
    order = largest_first(change_of(x, expected), change_of(y, expected));
  return order ? order : refnet_order(x->compared, y->compared);
}

static gboolean list_moves(RefnetChanges *changes, const RefnetOrganizationRisk **const *index,
                           GError **error) {
  if (!(changes->risks = REFNET_TRY_ARRAY(RefnetRiskMove, changes->shared, error)))
    return FALSE;
  for (guint32 c = 0; c < changes->organization_count; c++) {
    const guint32 *vertex = changes->organizations[c].vertex;
    if (vertex[REFNET_THEN] == REFNET_NONE || vertex[REFNET_NOW] == REFNET_NONE)
      continue;
    RefnetRiskMove move =
        move_of(c, index[REFNET_THEN][vertex[REFNET_THEN]], index[REFNET_NOW][vertex[REFNET_NOW]]);
    if (move.up || move.down)
      changes->risks[changes->risk_count++] = move;
  }
  if (changes->risk_count > 1)
    qsort(changes->risks, changes->risk_count, sizeof *changes->risks, compare_moves);
  return TRUE;
}

gboolean refnet_compare_risks(RefnetComparing *comparing, GError **error) {
  RefnetChanges *changes = &comparing->changes;
  double turnover = comparing->options->turnover;
  for (guint side = 0; side < REFNET_SIDES; side++) {
    RefnetRiskOptions options = {
        .turnover = turnover > 0 ? turnover : REFNET_DEFAULT_TURNOVER,
        .seed = comparing->options->seed,
        .as_of = changes->as_of[side],
    };
    changes->risk_searches[side] = refnet_risks_new(changes->networks[side], &options, error);
    if (!changes->risk_searches[side])
      return FALSE;
  }
  g_autofree const RefnetOrganizationRisk **then =
      index_risks(changes->risk_searches[REFNET_THEN], error);
  g_autofree const RefnetOrganizationRisk **now =
      then ? index_risks(changes->risk_searches[REFNET_NOW], error) : NULL;
  return now && list_moves(changes, (const RefnetOrganizationRisk **const[]){then, now}, error);
}
