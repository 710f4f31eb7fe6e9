/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Compares the findings of two searches. */
#include "analysis/gaps/changes.h"

#include <stdlib.h>

#include "analysis/memory.h"
#include "base/order.h"

static int compare_keys(const RefnetGap *a, const RefnetGap *b) {
  int order = refnet_order(a->area, b->area);
  if (!order)
    order = refnet_order(a->service, b->service);
  if (!order)
    order = refnet_order(a->status, b->status);
  if (!order)
    order = refnet_order(a->language, b->language);
  /* The population of what isn't about a group follows from demand, which is the same in both. */
  return order ? order : refnet_order(a->population, b->population);
}

static int compare_places(const void *a, const void *b) {
  return compare_keys(*(const RefnetGap *const *)a, *(const RefnetGap *const *)b);
}

static const RefnetGap **sorted(const RefnetGaps *gaps, GError **error) {
  const RefnetGap **places = REFNET_TRY_ARRAY(const RefnetGap *, gaps->cell_count, error);
  for (gsize i = 0; places && i < gaps->cell_count; i++)
    places[i] = &gaps->cells[i];
  if (places && gaps->cell_count > 1)
    qsort(places, gaps->cell_count, sizeof *places, compare_places);
  return places;
}

gboolean refnet_gap_changes(const RefnetGaps *before, const RefnetGaps *after,
                            RefnetGapChange **changes, gsize *length, GError **error) {
  g_autofree const RefnetGap **old = sorted(before, error);
  g_autofree const RefnetGap **new = old ? sorted(after, error) : NULL;
  guint64 most = (guint64)before->cell_count + after->cell_count;
  *length = 0;
  if (!old || !new || !(*changes = REFNET_TRY_ARRAY(RefnetGapChange, most, error)))
    return FALSE;
  for (gsize i = 0, k = 0; i < before->cell_count || k < after->cell_count;) {
    int order = i == before->cell_count  ? 1
                : k == after->cell_count ? -1
                                         : compare_keys(old[i], new[k]);
    if (order < 0)
      (*changes)[(*length)++] = (RefnetGapChange){*old[i], FALSE};
    else if (order > 0)
      (*changes)[(*length)++] = (RefnetGapChange){*new[k], TRUE};
    i += order <= 0;
    k += order >= 0;
  }
  return TRUE;
}
