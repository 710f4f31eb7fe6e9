/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analysis/records/clusters.h"

#include <string.h>

#include "analysis/memory.h"

gboolean refnet_clusters_init(RefnetClusters *clusters, guint32 rows, GError **error) {
  if (!(clusters->group = REFNET_TRY_ARRAY(guint32, rows, error)) ||
      !(clusters->next = REFNET_TRY_ARRAY(guint32, rows, error)) ||
      !(clusters->size = REFNET_TRY_ARRAY(guint32, rows, error)) ||
      !(clusters->decided = REFNET_TRY_ARRAY(guint8, rows, error)))
    return FALSE;
  for (guint32 r = 0; r < rows; r++) {
    clusters->group[r] = clusters->next[r] = r;
    clusters->size[r] = 1;
  }
  return TRUE;
}

gboolean refnet_clusters_copy(const RefnetClusters *from, guint32 rows, RefnetClusters *to,
                              GError **error) {
  if (!refnet_clusters_init(to, rows, error))
    return FALSE;
  memcpy(to->group, from->group, rows * sizeof *to->group);
  memcpy(to->next, from->next, rows * sizeof *to->next);
  memcpy(to->size, from->size, rows * sizeof *to->size);
  memcpy(to->decided, from->decided, rows * sizeof *to->decided);
  return TRUE;
}

void refnet_clusters_clear(RefnetClusters *clusters) {
  g_free(clusters->group);
  g_free(clusters->next);
  g_free(clusters->size);
  g_free(clusters->decided);
}

static void join(RefnetClusters *clusters, guint32 a, guint32 b) {
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
  clusters->decided[first] |= clusters->decided[second];
}

/* ---- what keeps groups apart ----------------------------------------------------------------- */

static gsize first_of(const RefnetForbidden *forbidden, guint32 row) {
  gsize low = 0, high = forbidden->length;
  while (low < high) {
    gsize middle = low + (high - low) / 2;
    if (forbidden->pairs[middle][0] < row)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static gboolean is_forbidden(const RefnetClusters *clusters, const RefnetForbidden *forbidden,
                             guint32 a, guint32 b) {
  guint32 group = clusters->group[a], other = clusters->group[b], member = group;
  if (!forbidden || forbidden->length == 0)
    return FALSE;
  do {
    for (gsize i = first_of(forbidden, member);
         i < forbidden->length && forbidden->pairs[i][0] == member; i++)
      if (clusters->group[forbidden->pairs[i][1]] == other)
        return TRUE;
    member = clusters->next[member];
  } while (member != group);
  return FALSE;
}

/* Do the groups of a and b agree with `least` bits on average, and does no pair between them oppose
 * it? A person's groups need not. Of large groups only the first members are asked. */
static gboolean agree_on_average(const RefnetClusters *clusters, const RefnetRecords *records,
                                 guint32 a, guint32 b, double least) {
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
  return clusters->decided[first] || clusters->decided[second] ||
         sum / (rows * (double)columns) >= least;
}

void refnet_clusters_join(RefnetClusters *clusters, const RefnetRecords *records,
                          const RefnetPair *pairs, gsize length, RefnetComparisonOutcome outcome,
                          double least, const RefnetForbidden *forbidden) {
  for (gsize i = 0; i < length; i++) {
    const RefnetPair *pair = &pairs[i];
    guint32 a = clusters->group[pair->a], b = clusters->group[pair->b];
    if (pair->outcome < outcome || a == b)
      continue;
    gboolean alone = clusters->size[a] == 1 && clusters->size[b] == 1;
    clusters->decided[a] |= pair->decided;
    if (pair->decided || (!is_forbidden(clusters, forbidden, pair->a, pair->b) &&
                          (alone || agree_on_average(clusters, records, pair->a, pair->b, least))))
      join(clusters, pair->a, pair->b);
  }
}
