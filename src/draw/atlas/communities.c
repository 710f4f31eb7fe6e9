/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Members sorted by community, ties added up between them. */
#include "draw/atlas/communities.h"
#include "draw/scene/no_memory.h"

#include <stdlib.h>

typedef struct {
  guint32 community; /* as the measures number them */
  guint32 within;    /* ties with members of it */
  guint32 vertex;
} Member;

static int compare_members(const void *left, const void *right) {
  const Member *a = left, *b = right;
  if (a->community != b->community)
    return a->community < b->community ? -1 : 1;
  if (a->within != b->within)
    return a->within > b->within ? -1 : 1;
  return (a->vertex > b->vertex) - (a->vertex < b->vertex);
}

static Member *sort_members(const RefnetNetwork *network, const RefnetMeasures *measures) {
  Member *members = g_try_malloc0_n((gsize)network->vertices + 1, sizeof *members);
  for (guint32 v = 0; members && v < network->vertices; v++)
    members[v] = (Member){measures->vertices[v].community, 0, v};
  for (guint64 t = 0; members && t < network->ties; t++) {
    Member *a = &members[network->tie_a[t]], *b = &members[network->tie_b[t]];
    a->within += a->community == b->community;
    b->within += a->community == b->community;
  }
  if (members)
    qsort(members, network->vertices, sizeof *members, compare_members);
  return members;
}

static guint32 run_length(const Member *members, guint32 first, guint32 end) {
  guint32 i = first;
  while (i < end && members[i].community == members[first].community)
    i++;
  return i - first;
}

/* Measures number communities by size, so they come in that order; what is smaller than `fewest`
 * comes last. */
static void list_members(RefnetCommunities *communities, const Member *members, guint32 fewest) {
  guint32 n = communities->network->vertices, size;
  guint32 *next = communities->members;
  for (guint32 i = 0; i < n; i += size) {
    size = run_length(members, i, n);
    if (size < fewest)
      continue;
    communities->items[communities->count] = (RefnetCommunity){.member = next, .size = size};
    for (guint32 k = 0; k < size; k++) {
      communities->of[members[i + k].vertex] = communities->count;
      *next++ = members[i + k].vertex;
    }
    communities->count++;
  }
  communities->rest = next;
  for (guint32 i = 0; i < n; i += size) {
    size = run_length(members, i, n);
    for (guint32 k = 0; k < size && size < fewest; k++)
      *next++ = members[i + k].vertex;
  }
  communities->rest_size = (guint32)(communities->members + n - communities->rest);
}

static int compare_ties(const void *left, const void *right) {
  const RefnetDrawnArc *a = left, *b = right;
  if (a->from != b->from)
    return a->from < b->from ? -1 : 1;
  return (a->to > b->to) - (a->to < b->to);
}

static void collect_ties(RefnetCommunities *communities) {
  const RefnetNetwork *network = communities->network;
  for (guint64 t = 0; t < network->ties; t++) {
    guint32 a = communities->of[network->tie_a[t]], b = communities->of[network->tie_b[t]];
    if (a != REFNET_NONE && a == b)
      communities->items[a].inside++;
    else if (a != REFNET_NONE && b != REFNET_NONE) {
      RefnetDrawnArc tie = {MIN(a, b), MAX(a, b), 1};
      g_array_append_val(communities->ties, tie);
    }
    if (a != b && a != REFNET_NONE)
      communities->items[a].outside++;
    if (a != b && b != REFNET_NONE)
      communities->items[b].outside++;
  }
}

/* Equal ones become one with their count. */
static void add_ties_up(GArray *ties) {
  RefnetDrawnArc *all = (RefnetDrawnArc *)(void *)ties->data;
  guint kept = 0;
  if (ties->len > 1)
    qsort(all, ties->len, sizeof *all, compare_ties);
  for (guint i = 0; i < ties->len; i++)
    if (kept > 0 && compare_ties(&all[kept - 1], &all[i]) == 0)
      all[kept - 1].count++;
    else
      all[kept++] = all[i];
  g_array_set_size(ties, kept);
}

void refnet_communities_free(RefnetCommunities *communities) {
  if (!communities)
    return;
  g_free(communities->items);
  g_free(communities->of);
  g_free(communities->members);
  g_array_unref(communities->ties);
  g_free(communities);
}

RefnetCommunities *refnet_communities_new(const RefnetNetwork *network,
                                          const RefnetMeasures *measures, guint32 fewest,
                                          GError **error) {
  gsize n = network->vertices;
  g_autoptr(RefnetCommunities) communities = g_new0(RefnetCommunities, 1);
  g_autofree Member *members = sort_members(network, measures);
  communities->network = network;
  communities->ties = g_array_new(FALSE, FALSE, sizeof(RefnetDrawnArc));
  communities->items = g_try_malloc0_n(n + 1, sizeof *communities->items);
  communities->of = g_try_malloc_n(n + 1, sizeof *communities->of);
  communities->members = g_try_malloc_n(n + 1, sizeof *communities->members);
  if (!members || !communities->items || !communities->of || !communities->members) {
    refnet_draw_no_memory(error);
    return NULL;
  }
  for (gsize v = 0; v < n; v++)
    communities->of[v] = REFNET_NONE;
  list_members(communities, members, fewest);
  collect_ties(communities);
  add_ties_up(communities->ties);
  return g_steal_pointer(&communities);
}
