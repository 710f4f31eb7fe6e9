/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From arcs to ties: merging whom a vertex refers to with who refers to it gives its neighbors. */
#include "base/parallel.h"
#include "model/network/builder.h"

/* The two halves of the vertices. */
typedef struct {
  RefnetBuilder *builder;
  guint32 start[3];
} Halves;

/* Cut so that about as many arcs leave the vertices of one half as those of the other. */
static Halves cut_in_halves(RefnetBuilder *builder) {
  const RefnetNetwork *network = builder->network;
  guint32 low = 0, high = network->vertices;
  while (low < high) {
    const guint32 middle = low + (high - low) / 2;
    if (network->out_start[middle] < network->arcs / 2)
      low = middle + 1;
    else
      high = middle;
  }
  return (Halves){builder, {0, low, network->vertices}};
}

/* Merges whom v refers to with who refers to v; both rise. Returns how many there are, written to
 * `into` unless it is NULL. */
static guint64 merge_neighbors(const RefnetBuilder *builder, guint32 v, guint32 *into) {
  const RefnetNetwork *network = builder->network;
  const RefnetEntry *turned = builder->sorted.entries;
  guint64 out = network->out_start[v], out_end = network->out_start[v + 1];
  guint64 in = network->in_start[v], in_end = network->in_start[v + 1];
  guint64 count = 0;
  while (out < out_end || in < in_end) {
    guint32 to = out < out_end ? network->arc_to[out] : REFNET_NONE;
    guint32 from = in < in_end ? turned[in].second : REFNET_NONE;
    guint32 least = MIN(to, from);
    out += to == least;
    in += from == least;
    if (into != NULL)
      into[count] = least;
    count++;
  }
  return count;
}

static void count_neighbors(gpointer work, guint half) {
  const Halves *halves = work;
  for (guint32 v = halves->start[half]; v < halves->start[half + 1]; v++)
    halves->builder->tie_start[v] = merge_neighbors(halves->builder, v, NULL);
}

static void fill_neighbors(gpointer work, guint half) {
  const Halves *halves = work;
  const RefnetBuilder *builder = halves->builder;
  for (guint32 v = halves->start[half]; v < halves->start[half + 1]; v++)
    merge_neighbors(builder, v, builder->neighbor + builder->tie_start[v]);
}

static gboolean find_neighbors(RefnetBuilder *builder) {
  RefnetNetwork *network = builder->network;
  if (!REFNET_ALLOCATE(builder, tie_start, (gsize)network->vertices + 1))
    return FALSE;
  Halves halves = cut_in_halves(builder);
  refnet_do_halves(count_neighbors, &halves, builder->threads);
  builder->tie_start[network->vertices] = 0;
  refnet_add_up(builder->tie_start, network->vertices);
  const gsize ends = builder->tie_start[network->vertices];
  network->ties = ends / 2;
  if (!REFNET_ALLOCATE(builder, neighbor, ends))
    return FALSE;
  refnet_do_halves(fill_neighbors, &halves, builder->threads);
  refnet_entries_clear(&builder->sorted);
  return TRUE;
}

/* Ties are numbered from their smaller end, a; their larger ends meet them in the same order. */
static void number_ties(RefnetBuilder *builder, guint32 *next_of) {
  RefnetNetwork *network = builder->network;
  guint32 tie = 0;
  for (guint32 v = 0; v < network->vertices; v++) {
    guint64 i = builder->tie_start[v];
    const guint64 end = builder->tie_start[v + 1];
    for (; i < end && builder->neighbor[i] < v; i++)
      builder->tie_of[i] = next_of[builder->neighbor[i]]++;
    next_of[v] = tie;
    for (; i < end; i++) {
      builder->tie_a[tie] = v;
      builder->tie_b[tie] = builder->neighbor[i];
      builder->tie_of[i] = tie++;
    }
  }
}

gboolean refnet_build_ties(RefnetBuilder *builder) {
  RefnetNetwork *network = builder->network;
  g_autofree guint32 *next_of = g_try_new(guint32, (gsize)network->vertices + 1);
  if (next_of == NULL || !find_neighbors(builder) ||
      !REFNET_ALLOCATE(builder, tie_of, 2 * (gsize)network->ties) ||
      !REFNET_ALLOCATE(builder, tie_a, network->ties) ||
      !REFNET_ALLOCATE(builder, tie_b, network->ties))
    return FALSE;
  number_ties(builder, next_of);
  return TRUE;
}
