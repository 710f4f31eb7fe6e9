/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The memory of a dataset. */
#include "model/dataset/store.h"

#include <math.h>
#include <string.h>

#include "base/order.h"

RefnetStore *refnet_store_new(void) {
  RefnetStore *store = g_new0(RefnetStore, 1);
  store->pool = refnet_pool_new();
  store->dataset.diagnostics = refnet_diagnostics_new();
  store->dataset.response_rate = NAN;
  store->referrals.lines = REFNET_ARRAY(RefnetLineRun);
  for (guint i = 0; i < REFNET_FILES; i++)
    refnet_sheet_init(&store->sheets[i], (RefnetFile)i);
  return store;
}

const RefnetStore *refnet_store_of(const RefnetDataset *dataset) {
  return (const RefnetStore *)dataset;
}

static void free_referrals(RefnetReferralColumns *columns) {
  g_free(columns->from);
  g_free(columns->to);
  g_free(columns->service);
  g_free(columns->count);
  g_free(columns->from_contact);
  g_free(columns->to_contact);
  g_free(columns->reported_by);
  refnet_array_clear(&columns->lines);
  g_free(columns->accepted);
  g_free(columns->completed);
  g_free(columns->date);
  g_free(columns->renewal);
  g_free(columns->frequency);
  g_free(columns->basis);
  g_free(columns->agreement);
  g_free(columns->outcome);
}

void refnet_dataset_free(RefnetDataset *dataset) {
  if (dataset == NULL)
    return;
  RefnetStore *store = (RefnetStore *)dataset;
  for (guint i = 0; i < REFNET_FILES; i++)
    refnet_sheet_clear(&store->sheets[i]);
  free_referrals(&store->referrals);
  g_free(store->organizations);
  g_free(store->offers);
  if (!store->borrows)
    refnet_resolver_free(store->resolver);
  refnet_rejects_free(store->rejects);
  refnet_diagnostics_free(dataset->diagnostics);
  refnet_pool_free(store->pool);
  g_free(store);
}

void refnet_store_publish_referrals(RefnetStore *store) {
  const RefnetReferralColumns *columns = &store->referrals;
  store->dataset.referrals = (RefnetReferrals){.rows = columns->rows,
                                               .from = columns->from,
                                               .to = columns->to,
                                               .service = columns->service,
                                               .count = columns->count,
                                               .accepted = columns->accepted,
                                               .completed = columns->completed,
                                               .date = columns->date,
                                               .renewal = columns->renewal,
                                               .from_contact = columns->from_contact,
                                               .to_contact = columns->to_contact,
                                               .reported_by = columns->reported_by,
                                               .frequency = columns->frequency,
                                               .basis = columns->basis,
                                               .agreement = columns->agreement,
                                               .outcome = columns->outcome,
                                               .lines = columns->lines.items,
                                               .line_runs = columns->lines.length};
}

gboolean refnet_store_list(RefnetStore *store, guint32 *items, gsize length,
                           RefnetIndexList *list) {
  *list = (RefnetIndexList){NULL, 0};
  if (length == 0)
    return TRUE;
  gsize distinct = refnet_sort_distinct(items, length);
  guint32 *copy = refnet_pool_alloc(store->pool, distinct * sizeof *copy, 0);
  if (copy == NULL)
    return FALSE;
  memcpy(copy, items, distinct * sizeof *copy);
  *list = (RefnetIndexList){copy, (guint32)distinct};
  return TRUE;
}
