/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The same twice: rows that are one organization, organizations that offer one thing. */
#include <refnet/analysis.h>

#include "analysis/duplicates/service_groups.h"
#include "analysis/duplicates/services.h"
#include "analysis/records/records.h"
#include "analysis/result.h"

/* The result and what owns its lists. */
typedef struct {
  RefnetDuplicates duplicates; /* first: what the caller holds */
  RefnetPool *pool;
} Duplicates;

RefnetDuplicates *refnet_duplicates_new(const RefnetNetwork *network,
                                        const RefnetMatchOptions *options, GError **error) {
  Duplicates *result = g_new0(Duplicates, 1);
  g_autoptr(RefnetDuplicates) duplicates = &result->duplicates;
  duplicates->network = network;
  if (!(result->pool = refnet_pool_new())) {
    refnet_result_no_memory(error);
    return NULL;
  }
  RefnetSameRecords records = {0};
  gboolean found = refnet_record_groups(network, options, result->pool, &records, error);
  duplicates->records = records.groups;
  duplicates->record_count = records.length;
  duplicates->pairs = records.pairs;
  duplicates->pair_count = records.pair_count;
  g_auto(RefnetServiceField) field = {0};
  if (!found || !refnet_service_field_init(&field, network, result->pool, error) ||
      !refnet_service_overlaps(&field, &duplicates->services, &duplicates->service_count, error) ||
      !refnet_service_groups(&field, &duplicates->groups, &duplicates->group_count, error))
    return NULL;
  return g_steal_pointer(&duplicates);
}

void refnet_duplicates_free(RefnetDuplicates *duplicates) {
  if (!duplicates)
    return;
  Duplicates *result = (Duplicates *)duplicates;
  refnet_pool_free(result->pool);
  g_free(duplicates->records);
  g_free(duplicates->pairs);
  g_free(duplicates->services);
  g_free(duplicates->groups);
  g_free(result);
}

typedef struct {
  RefnetSameRecords records; /* first: what the caller holds */
  RefnetPool *pool;
} SameRecords;

RefnetSameRecords *refnet_same_records_new(const RefnetNetwork *network,
                                           const RefnetMatchOptions *options, GError **error) {
  SameRecords *result = g_new0(SameRecords, 1);
  g_autoptr(RefnetSameRecords) records = &result->records;
  if (!(result->pool = refnet_pool_new())) {
    refnet_result_no_memory(error);
    return NULL;
  }
  if (!refnet_record_groups(network, options, result->pool, records, error))
    return NULL;
  return g_steal_pointer(&records);
}

void refnet_same_records_free(RefnetSameRecords *records) {
  if (!records)
    return;
  refnet_pool_free(((SameRecords *)records)->pool);
  g_free(records->groups);
  g_free(records->pairs);
  g_free(records);
}
