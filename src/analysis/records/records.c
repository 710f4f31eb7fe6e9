/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Groups of rows as they are handed out. */
#include "analysis/records/records.h"

#include <stdlib.h>

#include "analysis/memory.h"
#include "analysis/records/keys.h"
#include "analysis/records/matching.h"
#include "analysis/result.h"
#include "base/order.h"
#include "base/parallel.h"

static guint8 *rows_in_view(const RefnetNetwork *network, GError **error) {
  guint8 *in = REFNET_TRY_ARRAY(guint8, network->dataset->organization_count, error);
  for (guint32 v = 0; in && v < network->vertices; v++)
    in[network->organization[v]] = TRUE;
  return in;
}

guint32 *refnet_same_records(const RefnetNetwork *network, GError **error) {
  g_auto(RefnetMatching) matching = {0};
  g_auto(RefnetClusters) merged = {0};
  g_autofree guint8 *in = rows_in_view(network, error);
  if (!in ||
      !refnet_matching_run(&matching, network->dataset, NULL, in, NULL, REFNET_BLOCKS_SURELY,
                           error) ||
      !refnet_matching_merge(&matching, &merged, error))
    return NULL;
  guint32 *same = REFNET_TRY_ARRAY(guint32, network->vertices, error);
  for (guint32 v = 0; same && v < network->vertices; v++)
    same[v] = network->vertex[merged.group[network->organization[v]]];
  return same;
}

/* ---- may two of a few be one? ---------------------------------------------------------------- */

/* Takes the key over. TRUE when it was there before. */
static gboolean seen_before(GHashTable *seen, const char *kind, char *key) {
  if (!key)
    return FALSE;
  gboolean is_new = g_hash_table_add(seen, g_strconcat(kind, key, NULL));
  g_free(key);
  return !is_new;
}

static gboolean repeats(GHashTable *seen, const RefnetOrganization *row) {
  guint64 numbers[3];
  guint count = refnet_key_phones(row->details->phone, numbers, G_N_ELEMENTS(numbers));
  g_auto(RefnetAddress) address = {0};
  refnet_address_parse(row->details->address, &address);
  gboolean repeated = seen_before(seen, "email ", refnet_key_email(row->details->email));
  repeated |= seen_before(seen, "tax ", refnet_key_tax_id(row->details->tax_id));
  repeated |= seen_before(seen, "house ", g_steal_pointer(&address.number));
  repeated |= seen_before(seen, "name ", refnet_folded_name_key(row->name));
  char *website = refnet_key_website(row->details->website);
  repeated |=
      seen_before(seen, "web ", website ? website : refnet_key_email_domain(row->details->email));
  for (guint i = 0; i < count; i++)
    repeated |= seen_before(seen, "phone ", g_strdup_printf("%u", (guint)(numbers[i] % 10000000)));
  return repeated;
}

/* Every second row is looked at by itself. */
typedef struct {
  const RefnetNetwork *network;
  const guint32 *vertices;
  guint32 length;
  GHashTable *seen[2];
  gboolean repeated[2];
} Look;

static void look_at_half(gpointer work, guint half) {
  Look *look = work;
  for (guint32 i = half; i < look->length && !look->repeated[half]; i += 2)
    look->repeated[half] =
        repeats(look->seen[half], refnet_network_organization(look->network, look->vertices[i]));
}

static gboolean share_a_key(GHashTable *a, GHashTable *b) {
  GHashTableIter iter;
  gpointer key;
  g_hash_table_iter_init(&iter, a);
  while (g_hash_table_iter_next(&iter, &key, NULL))
    if (g_hash_table_contains(b, key))
      return TRUE;
  return FALSE;
}

gboolean refnet_records_may_repeat(const RefnetNetwork *network, const guint32 *vertices,
                                   guint32 length) {
  enum { ROWS_FOR_A_THREAD = 2000 };
  Look look = {.network = network, .vertices = vertices, .length = length};
  for (guint half = 0; half < 2; half++)
    look.seen[half] = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  refnet_do_halves(look_at_half, &look, length >= ROWS_FOR_A_THREAD ? g_get_num_processors() : 1);
  gboolean repeated =
      look.repeated[0] || look.repeated[1] || share_a_key(look.seen[0], look.seen[1]);
  for (guint half = 0; half < 2; half++)
    g_hash_table_unref(look.seen[half]);
  return repeated;
}

/* ---- groups ---------------------------------------------------------------------------------- */

typedef struct {
  const RefnetMatching *matching;
  const RefnetClusters *merged;
  RefnetPool *pool;
  RefnetRecordGroup *groups;
  gsize length, capacity;
} GroupList;

/* A group of `members`, told by its strongest pair. */
static gboolean add_group(GroupList *list, const guint32 *members, guint32 length,
                          const RefnetPair *strongest, RefnetDecision decision) {
  RefnetComparison comparison =
      refnet_records_compare(list->matching->records, strongest->a, strongest->b);
  RefnetRecordGroup group = {.score = comparison.score,
                             .probability = refnet_record_probability(comparison.score),
                             .decision = decision,
                             .evidence_count = comparison.evidence_count,
                             .obstacle = comparison.obstacle,
                             .decided = strongest->decided};
  group.evidence = refnet_result_copy(list->pool, comparison.evidence,
                                      comparison.evidence_count * sizeof *comparison.evidence);
  gpointer array = list->groups;
  if (!group.evidence || !refnet_result_list(list->pool, members, length, &group.organizations) ||
      !refnet_result_grow(&array, list->length, &list->capacity, sizeof group))
    return FALSE;
  list->groups = array;
  list->groups[list->length++] = group;
  return TRUE;
}

static gboolean add_cluster(GroupList *list, const RefnetClusters *clusters,
                            const RefnetPair *strongest, RefnetDecision decision) {
  guint32 group = clusters->group[strongest->a], length = clusters->size[group], member = group;
  g_autofree guint32 *members = g_try_new(guint32, length);
  if (!members)
    return FALSE;
  for (guint32 i = 0; i < length; i++, member = clusters->next[member])
    members[i] = member;
  refnet_sort_numbers(members, length);
  return add_group(list, members, length, strongest, decision);
}

/* Pairs come best first: the first pair met within a group is its strongest. */
static gboolean add_merged(GroupList *list, guint8 *told) {
  const RefnetMatching *matching = list->matching;
  for (gsize i = 0; i < matching->length; i++) {
    const RefnetPair *pair = &matching->pairs[i];
    guint32 group = list->merged->group[pair->a];
    if (group != list->merged->group[pair->b] || told[group])
      continue;
    told[group] = TRUE;
    if (!add_cluster(list, list->merged, pair, REFNET_DECISION_MERGE))
      return FALSE;
  }
  return TRUE;
}

/* Groups to review hold whole merged groups; the pair that tells about one lies between two of
 * these. A likely pair that no group has room for stands by itself, lest it be lost. */
static gboolean add_reviews(GroupList *list, const RefnetClusters *reviewed, guint8 *told) {
  const RefnetMatching *matching = list->matching;
  for (gsize i = 0; i < matching->length; i++) {
    const RefnetPair *pair = &matching->pairs[i];
    guint32 group = reviewed->group[pair->a], members[] = {pair->a, pair->b};
    if (list->merged->group[pair->a] == list->merged->group[pair->b])
      continue;
    gboolean apart = group != reviewed->group[pair->b];
    if (!apart && told[group])
      continue;
    if (apart ? !add_group(list, members, 2, pair, REFNET_DECISION_REVIEW)
              : !add_cluster(list, reviewed, pair, REFNET_DECISION_REVIEW))
      return FALSE;
    if (!apart)
      told[group] = TRUE;
  }
  return TRUE;
}

static int compare_groups(const void *a, const void *b) {
  const RefnetRecordGroup *first = a, *second = b;
  if (first->decision != second->decision)
    return first->decision == REFNET_DECISION_MERGE ? -1 : 1;
  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  guint32 common = MIN(first->organizations.length, second->organizations.length);
  for (guint32 i = 0; i < common; i++)
    if (first->organizations.items[i] != second->organizations.items[i])
      return first->organizations.items[i] < second->organizations.items[i] ? -1 : 1;
  return (first->organizations.length > common) - (second->organizations.length > common);
}

static gboolean list_groups(const RefnetMatching *matching, const RefnetClusters *merged,
                            RefnetPool *pool, RefnetSameRecords *found, GError **error) {
  g_auto(RefnetClusters) reviewed = {0};
  guint32 rows = matching->records->rows->length;
  g_autofree guint8 *merged_told = REFNET_TRY_ARRAY(guint8, rows, error);
  g_autofree guint8 *reviewed_told = merged_told ? REFNET_TRY_ARRAY(guint8, rows, error) : NULL;
  if (!reviewed_told || !refnet_matching_review(matching, merged, &reviewed, error))
    return FALSE;
  GroupList list = {.matching = matching, .merged = merged, .pool = pool};
  gboolean complete =
      add_merged(&list, merged_told) && add_reviews(&list, &reviewed, reviewed_told);
  if (list.length > 1)
    qsort(list.groups, list.length, sizeof *list.groups, compare_groups);
  found->groups = list.groups;
  found->length = list.length;
  return complete || refnet_result_no_memory(error);
}

/* ---- pairs ----------------------------------------------------------------------------------- */

/* What is to be merged by way of a third row is to be merged. */
static gboolean fill_pair(const RefnetMatching *matching, const RefnetClusters *merged,
                          const RefnetPair *from, RefnetPool *pool, RefnetRecordPair *pair) {
  RefnetComparison comparison = refnet_records_compare(matching->records, from->a, from->b);
  gboolean as_one = merged->group[from->a] == merged->group[from->b];
  *pair = (RefnetRecordPair){.organizations = {from->a, from->b},
                             .score = comparison.score,
                             .probability = refnet_record_probability(comparison.score),
                             .decision = as_one ? REFNET_DECISION_MERGE : REFNET_DECISION_REVIEW,
                             .evidence_count = comparison.evidence_count,
                             .obstacle = comparison.obstacle,
                             .decided = from->decided};
  pair->evidence = refnet_result_copy(pool, comparison.evidence,
                                      comparison.evidence_count * sizeof *comparison.evidence);
  return pair->evidence != NULL;
}

static gboolean list_pairs(const RefnetMatching *matching, const RefnetClusters *merged,
                           RefnetPool *pool, RefnetSameRecords *found, GError **error) {
  if (!(found->pairs = REFNET_TRY_ARRAY(RefnetRecordPair, matching->length, error)))
    return FALSE;
  found->pair_count = matching->length;
  for (gsize i = 0; i < matching->length; i++)
    if (!fill_pair(matching, merged, &matching->pairs[i], pool, &found->pairs[i]))
      return refnet_result_no_memory(error);
  return TRUE;
}

gboolean refnet_record_groups(const RefnetNetwork *network, const RefnetMatchOptions *options,
                              RefnetPool *pool, RefnetSameRecords *found, GError **error) {
  g_auto(RefnetMatching) matching = {0};
  g_auto(RefnetClusters) merged = {0};
  g_autofree guint8 *in = rows_in_view(network, error);
  if (!in ||
      !refnet_matching_run(&matching, network->dataset, NULL, in, options, REFNET_BLOCKS_ALL,
                           error) ||
      !refnet_matching_merge(&matching, &merged, error))
    return FALSE;
  return list_groups(&matching, &merged, pool, found, error) &&
         list_pairs(&matching, &merged, pool, found, error);
}
