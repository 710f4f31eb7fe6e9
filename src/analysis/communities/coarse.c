/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Folds groups of vertices into one each, and the links between two groups into one. */
#include "analysis/communities/coarse.h"

#include <string.h>

#include "analysis/memory.h"

gboolean refnet_coarse_store_init(RefnetCoarseStore *store, guint32 vertices, GError **error) {
  store->start = REFNET_TRY_ARRAY(guint64, (guint64)vertices + 1, error);
  store->degree = store->start ? REFNET_TRY_ARRAY(guint32, vertices, error) : NULL;
  return store->degree != NULL;
}

void refnet_coarse_store_clear(RefnetCoarseStore *store) {
  g_free(store->start);
  g_free(store->target);
  g_free(store->weight);
  g_free(store->degree);
}

static gboolean grow(guint32 **array, guint64 capacity, GError **error) {
  guint32 *longer = g_try_realloc_n(*array, capacity, sizeof **array);
  if (!longer) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INTERNAL,
                "not enough memory for %" G_GUINT64_FORMAT " values", capacity);
    return FALSE;
  }
  *array = longer;
  return TRUE;
}

static gboolean reserve(RefnetCoarseStore *store, guint64 links, GError **error) {
  if (links <= store->capacity)
    return TRUE;
  const guint64 capacity = links + links / 2 + 1024;
  if (!grow(&store->target, capacity, error) || !grow(&store->weight, capacity, error))
    return FALSE;
  store->capacity = capacity;
  return TRUE;
}

/* Members of group g, rising: member[first[g]] … member[first[g + 1] − 1]. */
static void sort_by_group(const guint32 *group, guint32 vertices, guint32 groups,
                          RefnetCoarseScratch *scratch) {
  guint32 *first = scratch->first;
  memset(first, 0, ((gsize)groups + 1) * sizeof *first);
  for (guint32 v = 0; v < vertices; v++)
    first[group[v] + 1]++;
  for (guint32 g = 0; g < groups; g++)
    first[g + 1] += first[g];
  for (guint32 v = vertices; v-- > 0;)
    scratch->member[--first[group[v] + 1]] = v;
  /* Each entry now begins the group before; the last group ends with the vertices. */
  memmove(first, first + 1, groups * sizeof *first);
  first[groups] = vertices;
}

/* Links of the members of `g` by the group they lead to, its own among them. */
static guint32 add_up_links(const RefnetCoarse *fine, const guint32 *group, guint32 g,
                            const RefnetCoarseScratch *scratch) {
  guint32 found = 0;
  for (guint32 i = scratch->first[g]; i < scratch->first[g + 1]; i++)
    found = refnet_coarse_add_links(fine, scratch->member[i], group, NULL, scratch, found);
  return found;
}

gboolean refnet_coarse_fold(const RefnetCoarse *fine, const guint32 *group, guint32 groups,
                            RefnetCoarseScratch *scratch, RefnetCoarseStore *store,
                            RefnetCoarse *coarse, GError **error) {
  guint64 length = 0;
  sort_by_group(group, fine->vertices, groups, scratch);
  for (guint32 g = 0; g < groups; g++) {
    const guint32 found = add_up_links(fine, group, g, scratch);
    if (!reserve(store, length + found, error))
      return FALSE;
    store->start[g] = length;
    scratch->link[g] = 0;
    for (guint32 i = 0; i < found; i++) {
      const guint32 h = scratch->touched[i];
      store->target[length] = h;
      store->weight[length] = scratch->link[h];
      length += h != g;
      scratch->link[h] = 0;
    }
    store->degree[g] = 0;
    for (guint32 i = scratch->first[g]; i < scratch->first[g + 1]; i++)
      store->degree[g] += fine->degree[scratch->member[i]];
  }
  store->start[groups] = length;
  *coarse = (RefnetCoarse){groups, store->start, store->target, store->weight, store->degree};
  return TRUE;
}
