/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From rows to groups of rows: pairs that share a rare key are compared, and the pairs that agree
 * are joined best first while the groups agree on average. */
#include "analysis/records/records.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/records/evidence.h"
#include "analysis/records/keys.h"
#include "analysis/memory.h"
#include "analysis/result.h"

/* ---- candidate pairs ----------------------------------------------------------------------------
 */

/* A row under one of its keys. Within a key, rows that are alike otherwise stand together. */
typedef struct {
  guint32 key, other, organization;
} BlockEntry;

typedef struct {
  BlockEntry *entries;
  gsize length;
} Blocks;

static int compare_entries(const void *a, const void *b) {
  const BlockEntry *first = a, *second = b;
  if (first->key != second->key)
    return first->key < second->key ? -1 : 1;
  if (first->other != second->other)
    return first->other < second->other ? -1 : 1;
  return first->organization < second->organization ? -1
                                                    : first->organization > second->organization;
}

static void add_entry(Blocks *blocks, guint32 key, guint32 other, guint32 organization) {
  if (key != REFNET_NONE)
    blocks->entries[blocks->length++] = (BlockEntry){key, other, organization};
}

/* One list of blocks a field, after that of names. */
static const RefnetEvidenceField blocking_fields[] = {
    REFNET_EVIDENCE_PHONE, REFNET_EVIDENCE_EMAIL, REFNET_EVIDENCE_WEBSITE, REFNET_EVIDENCE_TAX_ID};

static void fill_names(const RefnetRecords *records, const RefnetNetwork *network, Blocks *blocks) {
  blocks->length = 0;
  for (guint32 v = 0; v < network->vertices; v++) {
    guint32 organization = network->organization[v];
    for (guint32 i = records->name_start[organization]; i < records->name_start[organization + 1];
         i++)
      add_entry(blocks, records->names[i], records->keys[REFNET_EVIDENCE_PHONE][organization],
                organization);
  }
}

static void fill_field(const RefnetRecords *records, const RefnetNetwork *network,
                       RefnetEvidenceField field, Blocks *blocks) {
  blocks->length = 0;
  for (guint32 v = 0; v < network->vertices; v++) {
    guint32 organization = network->organization[v];
    add_entry(blocks, records->keys[field][organization],
              records->keys[REFNET_EVIDENCE_NAME][organization], organization);
  }
}

typedef struct {
  guint32 a, b; /* organizations, a < b */
  double score;
  RefnetComparisonOutcome outcome;
  gboolean opposed;
} Pair;

typedef struct {
  Pair *pairs;
  gsize length, capacity;
} Pairs;

static gboolean add_pair(Pairs *pairs, guint32 a, guint32 b) {
  gpointer array = pairs->pairs;
  if (a == b)
    return TRUE;
  if (!refnet_result_grow(&array, pairs->length, &pairs->capacity, sizeof(Pair)))
    return FALSE;
  pairs->pairs = array;
  pairs->pairs[pairs->length++] = (Pair){.a = MIN(a, b), .b = MAX(a, b)};
  return TRUE;
}

/* Pairs rows of one key. In a block of more rows than `bound` each meets only the next ones: a key
 * that so many have tells little, but the most similar still stand side by side. */
static gboolean pair_blocks(Blocks *blocks, gsize bound, Pairs *pairs) {
  const BlockEntry *entries = blocks->entries;
  if (blocks->length > 1)
    qsort(blocks->entries, blocks->length, sizeof *blocks->entries, compare_entries);
  for (gsize i = 0; i < blocks->length; i++)
    for (gsize k = i + 1; k < MIN(blocks->length, i + 1 + bound); k++) {
      if (entries[k].key != entries[i].key)
        break;
      if (!add_pair(pairs, entries[i].organization, entries[k].organization))
        return FALSE;
    }
  return TRUE;
}

static int compare_pair_ends(const void *a, const void *b) {
  const Pair *first = a, *second = b;
  if (first->a != second->a)
    return first->a < second->a ? -1 : 1;
  return first->b < second->b ? -1 : first->b > second->b;
}

static void drop_repeats(Pairs *pairs) {
  gsize kept = 0;
  if (pairs->length > 1)
    qsort(pairs->pairs, pairs->length, sizeof(Pair), compare_pair_ends);
  for (gsize i = 0; i < pairs->length; i++)
    if (kept == 0 || compare_pair_ends(&pairs->pairs[kept - 1], &pairs->pairs[i]) != 0)
      pairs->pairs[kept++] = pairs->pairs[i];
  pairs->length = kept;
}

static gboolean find_candidates(const RefnetRecords *records, const RefnetNetwork *network,
                                Pairs *pairs, GError **error) {
  /* Grows with the list, so that a directory of many branches is not cut short. */
  gsize bound = 32 + (gsize)sqrt((double)network->vertices);
  guint32 organizations = records->dataset->organization_count;
  Blocks blocks = {0};
  g_autofree BlockEntry *entries = blocks.entries =
      REFNET_TRY_ARRAY(BlockEntry, MAX(records->name_start[organizations], organizations), error);
  if (!entries)
    return FALSE;
  fill_names(records, network, &blocks);
  gboolean complete = pair_blocks(&blocks, bound, pairs);
  for (guint i = 0; complete && i < G_N_ELEMENTS(blocking_fields); i++) {
    fill_field(records, network, blocking_fields[i], &blocks);
    complete = pair_blocks(&blocks, bound, pairs);
  }
  drop_repeats(pairs);
  return complete || refnet_result_no_memory(error);
}

/* Best first, equal ones by id. */
static int compare_pair_scores(const void *a, const void *b) {
  const Pair *first = a, *second = b;
  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  return compare_pair_ends(a, b);
}

/* Leaves the pairs that deserve at least a look, best first. */
static void keep_likely(const RefnetRecords *records, Pairs *pairs) {
  gsize kept = 0;
  for (gsize i = 0; i < pairs->length; i++) {
    Pair pair = pairs->pairs[i];
    RefnetComparison comparison = refnet_records_compare(records, pair.a, pair.b);
    pair.score = comparison.score;
    pair.outcome = comparison.outcome;
    pair.opposed = comparison.opposed;
    if (pair.outcome != REFNET_COMPARISON_APART)
      pairs->pairs[kept++] = pair;
  }
  pairs->length = kept;
  if (kept > 1)
    qsort(pairs->pairs, kept, sizeof(Pair), compare_pair_scores);
}

/* ---- clusters -----------------------------------------------------------------------------------
 */

/* Groups of organizations as rings, each named by its smallest member. */
typedef struct {
  guint32 *group, *next, *size; /* by organization; size by group */
} Clusters;

static gboolean clusters_init(Clusters *clusters, guint32 organizations, GError **error) {
  if (!(clusters->group = REFNET_TRY_ARRAY(guint32, organizations, error)) ||
      !(clusters->next = REFNET_TRY_ARRAY(guint32, organizations, error)) ||
      !(clusters->size = REFNET_TRY_ARRAY(guint32, organizations, error)))
    return FALSE;
  for (guint32 v = 0; v < organizations; v++) {
    clusters->group[v] = clusters->next[v] = v;
    clusters->size[v] = 1;
  }
  return TRUE;
}

static void clusters_clear(Clusters *clusters) {
  g_free(clusters->group);
  g_free(clusters->next);
  g_free(clusters->size);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Clusters, clusters_clear)

static void join(Clusters *clusters, guint32 a, guint32 b) {
  guint32 first = MIN(clusters->group[a], clusters->group[b]);
  guint32 second = MAX(clusters->group[a], clusters->group[b]);
  guint32 member = second;
  do {
    clusters->group[member] = first;
    member = clusters->next[member];
  } while (member != second);
  guint32 after = clusters->next[first];
  clusters->next[first] = clusters->next[second];
  clusters->next[second] = after;
  clusters->size[first] += clusters->size[second];
}

/* Do the groups of a and b agree with `least` bits on average, and does no pair between them forbid
 * it? Of large groups only the first members are asked. */
static gboolean agree_on_average(const RefnetRecords *records, const Clusters *clusters, guint32 a,
                                 guint32 b, double least) {
  enum { MOST_ASKED = 24 };
  guint32 first = clusters->group[a], second = clusters->group[b];
  guint32 rows = MIN(clusters->size[first], MOST_ASKED);
  guint32 columns = MIN(clusters->size[second], MOST_ASKED);
  double sum = 0;
  for (guint32 i = 0, x = first; i < rows; i++, x = clusters->next[x])
    for (guint32 k = 0, y = second; k < columns; k++, y = clusters->next[y]) {
      RefnetComparison comparison = refnet_records_compare(records, x, y);
      if (comparison.opposed)
        return FALSE;
      sum += comparison.score;
    }
  return sum / (rows * (double)columns) >= least;
}

/* Joins the ends of pairs decided at least `outcome`, best first. */
static void cluster_pairs(const RefnetRecords *records, const Pairs *pairs,
                          RefnetComparisonOutcome outcome, double least, Clusters *clusters) {
  for (gsize i = 0; i < pairs->length; i++) {
    const Pair *pair = &pairs->pairs[i];
    if (pair->outcome < outcome || clusters->group[pair->a] == clusters->group[pair->b])
      continue;
    gboolean pair_alone = clusters->size[clusters->group[pair->a]] == 1 &&
                          clusters->size[clusters->group[pair->b]] == 1;
    if (pair_alone || agree_on_average(records, clusters, pair->a, pair->b, least))
      join(clusters, pair->a, pair->b);
  }
}

static double merge_bits(void) {
  return log2(REFNET_MERGE_AT / (1 - REFNET_MERGE_AT));
}

/* ---- the whole ----------------------------------------------------------------------------------
 */

typedef struct {
  RefnetRecords *records;
  Pairs pairs;
  Clusters merged;
} Matching;

static void matching_clear(Matching *matching) {
  refnet_records_free(matching->records);
  g_free(matching->pairs.pairs);
  clusters_clear(&matching->merged);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Matching, matching_clear)

static gboolean match(const RefnetNetwork *network, Matching *matching, GError **error) {
  const RefnetDataset *dataset = network->dataset;
  matching->records = refnet_records_new(dataset, error);
  if (!matching->records || !find_candidates(matching->records, network, &matching->pairs, error) ||
      !clusters_init(&matching->merged, dataset->organization_count, error))
    return FALSE;
  keep_likely(matching->records, &matching->pairs);
  cluster_pairs(matching->records, &matching->pairs, REFNET_COMPARISON_MERGE, merge_bits(),
                &matching->merged);
  return TRUE;
}

guint32 *refnet_same_records(const RefnetNetwork *network, GError **error) {
  g_auto(Matching) matching = {0};
  if (!match(network, &matching, error))
    return NULL;
  guint32 *same = REFNET_TRY_ARRAY(guint32, network->vertices, error);
  for (guint32 v = 0; same && v < network->vertices; v++)
    same[v] = network->vertex[matching.merged.group[network->organization[v]]];
  return same;
}

gboolean refnet_records_may_repeat(const RefnetNetwork *network, const guint32 *vertices,
                                   guint32 length) {
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint32 i = 0; i < length; i++) {
    const RefnetOrganization *row = refnet_network_organization(network, vertices[i]);
    g_autoptr(GHashTable) own = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GHashTableIter names;
    gpointer name;
    g_hash_table_add(own, refnet_key_name(row->name));
    if (row->short_name)
      g_hash_table_add(own, refnet_key_name(row->short_name));
    for (guint32 k = 0; k < row->alternate_names.length; k++)
      g_hash_table_add(own, refnet_key_name(row->alternate_names.items[k]));
    g_hash_table_iter_init(&names, own);
    while (g_hash_table_iter_next(&names, &name, NULL))
      if (!g_hash_table_add(seen, g_strdup(name)))
        return TRUE;
  }
  return FALSE;
}

/* ---- groups -------------------------------------------------------------------------------------
 */

typedef struct {
  const Matching *matching;
  RefnetPool *pool;
  RefnetRecordGroup *groups;
  gsize length, capacity;
} GroupList;

/* A group of `members`, told by its strongest pair. */
static gboolean add_group(GroupList *list, const guint32 *members, guint32 length,
                          const Pair *strongest, RefnetDecision decision) {
  RefnetComparison comparison =
      refnet_records_compare(list->matching->records, strongest->a, strongest->b);
  RefnetRecordGroup group = {.score = comparison.score,
                             .probability = refnet_record_probability(comparison.score),
                             .decision = decision,
                             .evidence_count = comparison.evidence_count};
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

static int compare_numbers(const void *a, const void *b) {
  guint32 first = *(const guint32 *)a, second = *(const guint32 *)b;
  return first < second ? -1 : first > second;
}

static gboolean add_cluster(GroupList *list, const Clusters *clusters, const Pair *strongest,
                            RefnetDecision decision) {
  guint32 group = clusters->group[strongest->a], length = clusters->size[group], member = group;
  g_autofree guint32 *members = g_try_new(guint32, length);
  if (!members)
    return FALSE;
  for (guint32 i = 0; i < length; i++, member = clusters->next[member])
    members[i] = member;
  qsort(members, length, sizeof *members, compare_numbers);
  return add_group(list, members, length, strongest, decision);
}

/* Pairs come best first: the first pair met within a group is its strongest. */
static gboolean add_merged(GroupList *list, guint8 *told) {
  const Matching *matching = list->matching;
  const Clusters *merged = &matching->merged;
  for (gsize i = 0; i < matching->pairs.length; i++) {
    const Pair *pair = &matching->pairs.pairs[i];
    guint32 group = merged->group[pair->a];
    if (group != merged->group[pair->b] || told[group])
      continue;
    told[group] = TRUE;
    if (!add_cluster(list, merged, pair, REFNET_DECISION_MERGE))
      return FALSE;
  }
  return TRUE;
}

/* Groups to review hold whole merged groups; the pair that tells about one lies between two of
 * these. A likely pair that no group has room for stands by itself, lest it be lost. */
static gboolean add_reviews(GroupList *list, const Clusters *reviewed, guint8 *told) {
  const Matching *matching = list->matching;
  const Clusters *merged = &matching->merged;
  for (gsize i = 0; i < matching->pairs.length; i++) {
    const Pair *pair = &matching->pairs.pairs[i];
    guint32 group = reviewed->group[pair->a], members[] = {pair->a, pair->b};
    if (merged->group[pair->a] == merged->group[pair->b])
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

static gboolean clusters_copy(const Clusters *from, guint32 organizations, Clusters *to,
                              GError **error) {
  if (!clusters_init(to, organizations, error))
    return FALSE;
  memcpy(to->group, from->group, organizations * sizeof *to->group);
  memcpy(to->next, from->next, organizations * sizeof *to->next);
  memcpy(to->size, from->size, organizations * sizeof *to->size);
  return TRUE;
}

gboolean refnet_record_groups(const RefnetNetwork *network, const RefnetMatchOptions *options,
                              RefnetPool *pool, RefnetRecordGroup **groups, gsize *length,
                              GError **error) {
  (void)options;
  g_auto(Matching) matching = {0};
  g_auto(Clusters) reviewed = {0};
  guint32 organizations = network->dataset->organization_count;
  if (!match(network, &matching, error) ||
      !clusters_copy(&matching.merged, organizations, &reviewed, error))
    return FALSE;
  cluster_pairs(matching.records, &matching.pairs, REFNET_COMPARISON_REVIEW, 0, &reviewed);
  g_autofree guint8 *merged_told = REFNET_TRY_ARRAY(guint8, organizations, error);
  g_autofree guint8 *reviewed_told = REFNET_TRY_ARRAY(guint8, organizations, error);
  if (!merged_told || !reviewed_told)
    return FALSE;
  GroupList list = {.matching = &matching, .pool = pool};
  gboolean complete =
      add_merged(&list, merged_told) && add_reviews(&list, &reviewed, reviewed_told);
  if (list.length > 1)
    qsort(list.groups, list.length, sizeof *list.groups, compare_groups);
  *groups = list.groups;
  *length = list.length;
  return complete || refnet_result_no_memory(error);
}
