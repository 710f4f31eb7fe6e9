/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Outcomes of referrals, added up by service and provider. */
#include "analysis/supply/outcomes.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/result.h"

#define Z 1.959964 /* of a two-sided interval of 95 % */

typedef struct RefnetOutcomeRow {
  guint32 service, provider;
  RefnetOutcomeCount count;
} Row;

double refnet_wilson_lower(guint64 unfilled, guint64 known) {
  if (known == 0)
    return NAN;
  double n = (double)known, share = (double)unfilled / n;
  double middle = share + Z * Z / (2 * n);
  double spread = Z * sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
  return fmax(0, (middle - spread) / (1 + Z * Z / n));
}

gboolean refnet_outcomes_often_unfilled(RefnetOutcomeCount count) {
  return count.known >= REFNET_OUTCOMES_LEAST &&
         refnet_wilson_lower(count.unfilled, count.known) > REFNET_OUTCOMES_OFTEN;
}

static int compare_rows(const void *a, const void *b) {
  const Row *first = a, *second = b;
  if (first->service != second->service)
    return first->service < second->service ? -1 : 1;
  return first->provider < second->provider ? -1 : first->provider > second->provider;
}

static gboolean add_referral(RefnetOutcomes *outcomes, const RefnetReferrals *referrals, gsize row,
                             guint32 provider) {
  guint64 known, filled;
  guint32 service = refnet_referral_service(referrals, row);
  refnet_referral_outcome(referrals, row, &known, &filled);
  if (service == REFNET_NONE || known == 0)
    return TRUE;
  gpointer array = outcomes->rows;
  if (!refnet_result_grow(&array, outcomes->length, &outcomes->capacity, sizeof(Row)))
    return FALSE;
  outcomes->rows = array;
  outcomes->rows[outcomes->length++] = (Row){service, provider, {known, known - filled}};
  return TRUE;
}

static gboolean collect(RefnetOutcomes *outcomes, const RefnetProviders *providers) {
  const RefnetNetwork *network = providers->network;
  const RefnetReferrals *referrals = &network->dataset->referrals;
  if (!referrals->service || (!referrals->accepted && !referrals->completed && !referrals->outcome))
    return TRUE;
  for (guint64 arc = 0; arc < network->arcs; arc++) {
    guint32 provider = providers->provider[network->arc_to[arc]];
    if (provider == REFNET_NONE || provider == providers->provider[network->arc_from[arc]])
      continue;
    for (guint64 i = network->row_start[arc]; i < network->row_start[arc + 1]; i++)
      if (!add_referral(outcomes, referrals, network->rows[i], provider))
        return FALSE;
  }
  return TRUE;
}

static void add_up(RefnetOutcomes *outcomes) {
  gsize kept = 0;
  if (outcomes->length > 1)
    qsort(outcomes->rows, outcomes->length, sizeof(Row), compare_rows);
  for (gsize i = 0; i < outcomes->length; i++) {
    Row *last = kept > 0 ? &outcomes->rows[kept - 1] : NULL;
    const Row *row = &outcomes->rows[i];
    if (!last || compare_rows(last, row) != 0) {
      outcomes->rows[kept++] = *row;
      continue;
    }
    last->count.known += row->count.known;
    last->count.unfilled += row->count.unfilled;
  }
  outcomes->length = kept;
}

RefnetOutcomes *refnet_outcomes_new(const RefnetProviders *providers, GError **error) {
  g_autoptr(RefnetOutcomes) outcomes = g_new0(RefnetOutcomes, 1);
  if (!collect(outcomes, providers)) {
    refnet_result_no_memory(error);
    return NULL;
  }
  add_up(outcomes);
  return g_steal_pointer(&outcomes);
}

void refnet_outcomes_free(RefnetOutcomes *outcomes) {
  if (!outcomes)
    return;
  g_free(outcomes->rows);
  g_free(outcomes);
}

RefnetOutcomeCount refnet_outcomes_of(const RefnetOutcomes *outcomes, guint32 service,
                                      guint32 provider) {
  Row key = {service, provider, {0, 0}};
  const Row *row = outcomes->length > 0
                       ? bsearch(&key, outcomes->rows, outcomes->length, sizeof(Row), compare_rows)
                       : NULL;
  return row ? row->count : key.count;
}
