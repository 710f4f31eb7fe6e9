/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analysis/records/matching.h"

#include <stdlib.h>

#include "analysis/memory.h"
#include "analysis/result.h"

static gboolean add_pair(RefnetMatching *matching, const RefnetPair *pair) {
  gpointer array = matching->pairs;
  if (!refnet_result_grow(&array, matching->length, &matching->capacity, sizeof *pair))
    return FALSE;
  matching->pairs = array;
  matching->pairs[matching->length++] = *pair;
  return TRUE;
}

/* ---- what people decided --------------------------------------------------------------------- */

static int compare_ends(const void *a, const void *b) {
  const guint32 *first = a, *second = b;
  if (first[0] != second[0])
    return first[0] < second[0] ? -1 : 1;
  return first[1] < second[1] ? -1 : first[1] > second[1];
}

static gboolean is_forbidden(const RefnetMatching *matching, guint32 a, guint32 b) {
  const guint32 ends[2] = {a, b};
  return matching->forbidden.length > 0 &&
         bsearch(ends, matching->forbidden_pairs, matching->forbidden.length, sizeof ends,
                 compare_ends) != NULL;
}

static gboolean add_decided(RefnetMatching *matching, guint32 a, guint32 b) {
  RefnetComparison comparison = refnet_records_compare(matching->records, a, b);
  return add_pair(matching, &(RefnetPair){.a = a,
                                          .b = b,
                                          .score = comparison.score,
                                          .outcome = REFNET_COMPARISON_MERGE,
                                          .decided = TRUE});
}

/* Decisions about rows that take no part are passed over. */
static gboolean take_decisions(RefnetMatching *matching, const RefnetDecisions *decisions,
                               const guint8 *in, GError **error) {
  gsize length = decisions ? decisions->length : 0;
  if (!(matching->forbidden_pairs = refnet_try_array(2 * length, sizeof(guint32[2]), error)))
    return FALSE;
  for (gsize i = 0; i < length; i++) {
    guint32 a = decisions->pairs[i].organizations[0], b = decisions->pairs[i].organizations[1];
    if (in && (!in[a] || !in[b]))
      continue;
    if (decisions->pairs[i].same) {
      if (!add_decided(matching, a, b))
        return refnet_result_no_memory(error);
      continue;
    }
    guint32(*ends)[2] = &matching->forbidden_pairs[matching->forbidden.length];
    ends[0][0] = ends[1][1] = a;
    ends[0][1] = ends[1][0] = b;
    matching->forbidden.length += 2;
  }
  qsort(matching->forbidden_pairs, matching->forbidden.length, sizeof(guint32[2]), compare_ends);
  matching->forbidden.pairs = (const guint32(*)[2])matching->forbidden_pairs;
  return TRUE;
}

static gboolean is_decided(const RefnetDecisions *decisions, guint32 a, guint32 b) {
  gsize low = 0, high = decisions ? decisions->length : 0;
  while (low < high) {
    gsize middle = low + (high - low) / 2;
    int order = compare_ends(decisions->pairs[middle].organizations, (const guint32[]){a, b});
    if (order == 0)
      return TRUE;
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return FALSE;
}

/* ---- pairs ----------------------------------------------------------------------------------- */

typedef struct {
  RefnetMatching *matching;
  const RefnetDecisions *decisions;
} Search;

static gboolean look_at_pair(guint32 a, guint32 b, gpointer data) {
  const Search *search = data;
  RefnetMatching *matching = search->matching;
  RefnetComparison comparison = refnet_records_compare(matching->records, a, b);
  if (comparison.outcome == REFNET_COMPARISON_APART || is_forbidden(matching, a, b) ||
      is_decided(search->decisions, a, b))
    return TRUE;
  return add_pair(
      matching,
      &(RefnetPair){.a = a, .b = b, .score = comparison.score, .outcome = comparison.outcome});
}

/* Best first, equal ones by row. */
static int compare_pairs(const void *a, const void *b) {
  const RefnetPair *first = a, *second = b;
  if (first->decided != second->decided)
    return second->decided - first->decided;
  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  return compare_ends((const guint32[]){first->a, first->b},
                      (const guint32[]){second->a, second->b});
}

gboolean refnet_matching_run(RefnetMatching *matching, const RefnetDataset *first,
                             const RefnetDataset *second, const guint8 *in,
                             const RefnetMatchOptions *options, RefnetBlocksKind kind,
                             GError **error) {
  const RefnetDecisions *decisions = options && !second ? options->decisions : NULL;
  Search search = {matching, decisions};
  if (!(matching->records = refnet_records_new(first, second, options, error)) ||
      !take_decisions(matching, decisions, in, error) ||
      !refnet_blocks_pairs(matching->records->rows, kind, in, look_at_pair, &search, error))
    return FALSE;
  if (matching->length > 1)
    qsort(matching->pairs, matching->length, sizeof *matching->pairs, compare_pairs);
  return TRUE;
}

void refnet_matching_clear(RefnetMatching *matching) {
  refnet_records_free(matching->records);
  g_free(matching->pairs);
  g_free(matching->forbidden_pairs);
}

/* ---- groups ---------------------------------------------------------------------------------- */

gboolean refnet_matching_merge(const RefnetMatching *matching, RefnetClusters *merged,
                               GError **error) {
  const RefnetRecords *records = matching->records;
  if (!refnet_clusters_init(merged, records->rows->length, error))
    return FALSE;
  refnet_clusters_join(merged, records, matching->pairs, matching->length, REFNET_COMPARISON_MERGE,
                       refnet_record_score(records->merge_at), &matching->forbidden);
  return TRUE;
}

gboolean refnet_matching_review(const RefnetMatching *matching, const RefnetClusters *merged,
                                RefnetClusters *reviewed, GError **error) {
  const RefnetRecords *records = matching->records;
  if (!refnet_clusters_copy(merged, records->rows->length, reviewed, error))
    return FALSE;
  refnet_clusters_join(reviewed, records, matching->pairs, matching->length,
                       REFNET_COMPARISON_REVIEW, refnet_record_score(records->review_at),
                       &matching->forbidden);
  return TRUE;
}
