/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Leiden's first step: vertices move to the neighboring community that gains most. */
#include <string.h>

#include "analysis/communities/leiden_state.h"

static void count_members(RefnetLeiden *leiden, const RefnetCoarse *level) {
  memset(leiden->total, 0, level->vertices * sizeof *leiden->total);
  memset(leiden->members, 0, level->vertices * sizeof *leiden->members);
  for (guint32 v = 0; v < level->vertices; v++) {
    leiden->total[leiden->community[v]] += level->degree[v];
    leiden->members[leiden->community[v]]++;
  }
  leiden->unused_count = 0;
  for (guint32 c = level->vertices; c-- > 0;)
    if (leiden->members[c] == 0)
      leiden->unused[leiden->unused_count++] = c;
}

/* The community that gains most by having v, its own unless another gains more; the weight of v's
 * links into it becomes its `inside`. Leaves the degree of v out of its own. */
static guint32 best_community(RefnetLeiden *leiden, const RefnetCoarse *level, guint32 v) {
  RefnetCoarseScratch *scratch = &leiden->scratch;
  const guint32 degree = level->degree[v];
  const guint32 found = refnet_coarse_add_links(level, v, leiden->community, NULL, scratch, 0);
  guint32 best = leiden->community[v];
  leiden->total[best] -= degree;
  gint64 best_gain = refnet_leiden_gain(leiden, scratch->link[best], degree, leiden->total[best]);
  leiden->inside[v] = scratch->link[best];
  for (guint32 i = 0; i < found; i++) {
    const guint32 c = scratch->touched[i];
    const gint64 here = refnet_leiden_gain(leiden, scratch->link[c], degree, leiden->total[c]);
    if (here > best_gain) {
      best = c;
      best_gain = here;
      leiden->inside[v] = scratch->link[c];
    }
    scratch->link[c] = 0;
  }
  if (best_gain >= 0)
    return best;
  leiden->inside[v] = 0;
  return leiden->unused[leiden->unused_count - 1];
}

static void change_community(RefnetLeiden *leiden, guint32 v, guint32 to) {
  const guint32 from = leiden->community[v];
  if (leiden->members[to]++ == 0)
    leiden->unused_count--; /* only the last of them is ever chosen */
  if (--leiden->members[from] == 0)
    leiden->unused[leiden->unused_count++] = from;
  leiden->community[v] = to;
}

/* The vertices still to look at: a ring, with every vertex once at most. */
typedef struct {
  guint32 head, length, size;
} Ring;

static guint32 take(RefnetLeiden *leiden, Ring *ring) {
  const guint32 v = leiden->order[ring->head];
  ring->head = ring->head + 1 == ring->size ? 0 : ring->head + 1;
  ring->length--;
  leiden->waiting[v] = FALSE;
  return v;
}

static void put(RefnetLeiden *leiden, Ring *ring, guint32 v) {
  const guint64 tail = (guint64)ring->head + ring->length++;
  leiden->order[tail < ring->size ? tail : tail - ring->size] = v;
  leiden->waiting[v] = TRUE;
}

/* v has gone from one community to another. */
static void tell_neighbors(RefnetLeiden *leiden, const RefnetCoarse *level, Ring *ring, guint32 v,
                           guint32 from, guint32 to) {
  for (guint64 e = level->start[v]; e < level->start[v + 1]; e++) {
    const guint32 w = level->target[e], c = leiden->community[w];
    const guint32 weight = level->weight ? level->weight[e] : 1;
    if (c == to) {
      leiden->inside[w] += weight;
      continue;
    }
    leiden->inside[w] -= c == from ? weight : 0;
    if (!leiden->waiting[w])
      put(leiden, ring, w);
  }
}

void refnet_leiden_move(RefnetLeiden *leiden, const RefnetCoarse *level) {
  count_members(leiden, level);
  Ring ring = {.length = level->vertices, .size = level->vertices};
  refnet_leiden_shuffle(leiden, level->vertices);
  memset(leiden->waiting, TRUE, level->vertices);
  while (ring.length > 0) {
    const guint32 v = take(leiden, &ring);
    const guint32 from = leiden->community[v], to = best_community(leiden, level, v);
    leiden->total[to] += level->degree[v];
    if (to == from)
      continue;
    change_community(leiden, v, to);
    tell_neighbors(leiden, level, &ring, v, from, to);
  }
}
