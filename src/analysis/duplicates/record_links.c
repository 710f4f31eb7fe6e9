/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two lists side by side: who of the first is in the second. */
#include <refnet/analysis.h>

#include <stdlib.h>
#include <string.h>

#include "analysis/memory.h"
#include "analysis/records/matching.h"
#include "analysis/result.h"

/* The result and what owns its evidence. */
typedef struct {
  RefnetRecordLinks links; /* first: what the caller holds */
  RefnetPool *pool;
} Links;

/* By row of both lists: our rows in the view, and all of theirs. */
static guint8 *rows_that_take_part(const RefnetNetwork *network, const RefnetDataset *other,
                                   GError **error) {
  guint32 ours = network->dataset->organization_count;
  guint8 *in = REFNET_TRY_ARRAY(guint8, (guint64)ours + other->organization_count, error);
  if (!in)
    return NULL;
  for (guint32 v = 0; v < network->vertices; v++)
    in[network->organization[v]] = TRUE;
  memset(in + ours, TRUE, other->organization_count);
  return in;
}

/* Row by row of both lists, the first of the other list that it surely is. */
static guint32 *find_sure_partners(const RefnetMatching *matching, GError **error) {
  guint32 rows = matching->records->rows->length;
  guint32 *partner = REFNET_TRY_ARRAY(guint32, rows, error);
  if (!partner)
    return NULL;
  for (guint32 r = 0; r < rows; r++)
    partner[r] = REFNET_NONE;
  for (gsize i = matching->length; i-- > 0;) {
    const RefnetPair *pair = &matching->pairs[i];
    if (pair->outcome != REFNET_COMPARISON_MERGE)
      continue;
    partner[pair->a] = pair->b;
    partner[pair->b] = pair->a;
  }
  return partner;
}

static gboolean fill_link(const RefnetMatching *matching, const RefnetPair *pair, guint32 taken,
                          RefnetPool *pool, RefnetRecordLink *link) {
  RefnetComparison comparison = refnet_records_compare(matching->records, pair->a, pair->b);
  gboolean is_sure = pair->outcome == REFNET_COMPARISON_MERGE;
  *link = (RefnetRecordLink){.organization = pair->a,
                             .other = pair->b - matching->records->rows->first_length,
                             .taken = is_sure ? REFNET_NONE : taken,
                             .score = comparison.score,
                             .probability = refnet_record_probability(comparison.score),
                             .decision = is_sure ? REFNET_DECISION_MERGE : REFNET_DECISION_REVIEW,
                             .evidence_count = comparison.evidence_count,
                             .obstacle = comparison.obstacle};
  link->evidence = refnet_result_copy(pool, comparison.evidence,
                                      comparison.evidence_count * sizeof *comparison.evidence);
  return link->evidence != NULL;
}

static int compare_links(const void *a, const void *b) {
  const RefnetRecordLink *first = a, *second = b;
  if (first->decision != second->decision)
    return first->decision == REFNET_DECISION_MERGE ? -1 : 1;
  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  if (first->organization != second->organization)
    return first->organization < second->organization ? -1 : 1;
  return first->other < second->other ? -1 : first->other > second->other;
}

static gboolean list_links(const RefnetMatching *matching, RefnetPool *pool,
                           RefnetRecordLinks *links, GError **error) {
  g_autofree guint32 *partner = find_sure_partners(matching, error);
  if (!partner || !(links->links = REFNET_TRY_ARRAY(RefnetRecordLink, matching->length, error)))
    return FALSE;
  for (gsize i = 0; i < matching->length; i++) {
    const RefnetPair *pair = &matching->pairs[i];
    if (pair->outcome != REFNET_COMPARISON_MERGE && partner[pair->a] != REFNET_NONE)
      continue;
    if (!fill_link(matching, pair, partner[pair->b], pool, &links->links[links->link_count++]))
      return refnet_result_no_memory(error);
  }
  if (links->link_count > 1)
    qsort(links->links, links->link_count, sizeof *links->links, compare_links);
  return TRUE;
}

/* Counts who is found and who may be, and lists the others. */
static gboolean sort_organizations(RefnetRecordLinks *links, GError **error) {
  enum { UNMATCHED, POSSIBLE, FOUND };
  const RefnetNetwork *network = links->network;
  g_autofree guint8 *state = REFNET_TRY_ARRAY(guint8, network->dataset->organization_count, error);
  if (!state || !(links->unmatched = REFNET_TRY_ARRAY(guint32, network->vertices, error)))
    return FALSE;
  for (gsize i = 0; i < links->link_count; i++)
    state[links->links[i].organization] =
        links->links[i].decision == REFNET_DECISION_MERGE ? FOUND : POSSIBLE;
  for (guint32 v = 0; v < network->vertices; v++) {
    guint32 organization = network->organization[v];
    links->found += state[organization] == FOUND;
    links->possible += state[organization] == POSSIBLE;
    if (state[organization] == UNMATCHED)
      links->unmatched[links->unmatched_count++] = organization;
  }
  return TRUE;
}

/* Of branches that all have one name, none may be likely enough; that the name is there is to be
 * said nevertheless. */
static gboolean count_namesakes(const RefnetFolded *rows, RefnetRecordLinks *links,
                                GError **error) {
  g_autofree guint32 *with_name = REFNET_TRY_ARRAY(guint32, rows->key_count, error);
  if (!with_name || !(links->namesakes = REFNET_TRY_ARRAY(guint32, links->unmatched_count, error)))
    return FALSE;
  for (guint32 r = rows->first_length; r < rows->length; r++)
    with_name[rows->names[rows->name_start[r]].key]++;
  for (guint32 i = 0; i < links->unmatched_count; i++)
    links->namesakes[i] = with_name[rows->names[rows->name_start[links->unmatched[i]]].key];
  return TRUE;
}

RefnetRecordLinks *refnet_record_links_new(const RefnetNetwork *network, const RefnetDataset *other,
                                           const RefnetMatchOptions *options, GError **error) {
  Links *result = g_new0(Links, 1);
  g_autoptr(RefnetRecordLinks) links = &result->links;
  links->network = network;
  links->other = other;
  if (!(result->pool = refnet_pool_new())) {
    refnet_result_no_memory(error);
    return NULL;
  }
  g_auto(RefnetMatching) matching = {0};
  g_autofree guint8 *in = rows_that_take_part(network, other, error);
  if (!in ||
      !refnet_matching_run(&matching, network->dataset, other, in, options, REFNET_BLOCKS_ALL,
                           error) ||
      !list_links(&matching, result->pool, links, error) || !sort_organizations(links, error) ||
      !count_namesakes(matching.records->rows, links, error))
    return NULL;
  return g_steal_pointer(&links);
}

void refnet_record_links_free(RefnetRecordLinks *links) {
  if (!links)
    return;
  refnet_pool_free(((Links *)links)->pool);
  g_free(links->links);
  g_free(links->unmatched);
  g_free(links->namesakes);
  g_free(links);
}
