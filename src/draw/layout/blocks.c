/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Blocks near those that their members work with. */
#include "draw/layout/blocks.h"

#include <math.h>

#include "draw/layout/stress.h"

/* Links that a block is placed by at least, where it has so many. */
#define STRONGEST 2

typedef struct {
  guint32 a, b; /* blocks */
  double weight;
} Link;

/* ---- where they would like to be ------------------------------------------------------------- */

static gint compare_keys(gconstpointer left, gconstpointer right) {
  guint64 a = *(const guint64 *)left, b = *(const guint64 *)right;
  return (a > b) - (a < b);
}

static gint compare_links(gconstpointer left, gconstpointer right) {
  const Link *x = left, *y = right;
  if (x->weight != y->weight)
    return x->weight > y->weight ? -1 : 1;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return (x->b > y->b) - (x->b < y->b);
}

/* Pairs of blocks with ties between them, for how many there could be the most first. */
static GArray *list_links(const RefnetNetwork *network, const guint32 *block_of,
                          const RefnetBlock *blocks, guint32 count) {
  g_autoptr(GArray) keys = g_array_new(FALSE, FALSE, sizeof(guint64));
  GArray *links = g_array_new(FALSE, FALSE, sizeof(Link));
  for (guint64 t = 0; t < network->ties; t++) {
    guint32 a = block_of[network->tie_a[t]], b = block_of[network->tie_b[t]];
    guint64 key = (guint64)MIN(a, b) * count + MAX(a, b);
    if (a != b)
      g_array_append_val(keys, key);
  }
  g_array_sort(keys, compare_keys);
  for (guint i = 0, end; i < keys->len; i = end) {
    guint64 key = g_array_index(keys, guint64, i);
    for (end = i; end < keys->len && g_array_index(keys, guint64, end) == key; end++)
      ;
    Link link = {(guint32)(key / count), (guint32)(key % count), 0};
    link.weight = (end - i) / sqrt((double)blocks[link.a].count * blocks[link.b].count);
    g_array_append_val(links, link);
  }
  g_array_sort(links, compare_links);
  return links;
}

static guint32 root_of(const guint32 *parent, guint32 b) {
  while (parent[b] != b)
    b = parent[b];
  return b;
}

/* The strongest of each block, and those that hold all together; the rest would pull everything
 * into one heap. */
static GArray *choose_links(const GArray *links, guint32 count) {
  GArray *chosen = g_array_new(FALSE, FALSE, sizeof(Link));
  g_autofree guint32 *parent = g_new(guint32, (gsize)count + 1);
  g_autofree guint32 *kept = g_new0(guint32, (gsize)count + 1);
  for (guint32 b = 0; b < count; b++)
    parent[b] = b;
  for (guint i = 0; i < links->len; i++) {
    Link link = g_array_index(links, Link, i);
    guint32 a = root_of(parent, link.a), b = root_of(parent, link.b);
    if (a == b && kept[link.a] >= STRONGEST && kept[link.b] >= STRONGEST)
      continue;
    parent[MAX(a, b)] = MIN(a, b);
    kept[link.a]++;
    kept[link.b]++;
    g_array_append_val(chosen, link);
  }
  for (guint32 b = 1; b < count; b++)
    if (root_of(parent, b) != 0) {
      Link link = {0, b, 0};
      parent[root_of(parent, b)] = 0;
      g_array_append_val(chosen, link);
    }
  return chosen;
}

static RefnetComponentGraph graph_of_links(const GArray *links, guint32 count) {
  RefnetComponentGraph graph = {.vertices = count,
                                .start = g_new0(guint64, (gsize)count + 2),
                                .neighbor = g_new0(guint32, 2 * (gsize)links->len + 1)};
  g_autofree guint64 *next = g_new0(guint64, (gsize)count + 1);
  for (guint i = 0; i < links->len; i++) {
    graph.start[g_array_index(links, Link, i).a + 1]++;
    graph.start[g_array_index(links, Link, i).b + 1]++;
  }
  for (guint32 b = 0; b < count; b++) {
    graph.start[b + 1] += graph.start[b];
    next[b] = graph.start[b];
  }
  for (guint i = 0; i < links->len; i++) {
    Link link = g_array_index(links, Link, i);
    graph.neighbor[next[link.a]++] = link.b;
    graph.neighbor[next[link.b]++] = link.a;
  }
  return graph;
}

gboolean refnet_blocks_wish(const RefnetNetwork *network, guint64 seed, const guint32 *members,
                            RefnetBlock *blocks, guint32 count, GError **error) {
  g_autofree guint32 *block_of = g_new0(guint32, (gsize)network->vertices + 1);
  g_autofree RefnetPoint *at = g_new0(RefnetPoint, (gsize)count + 1);
  for (guint32 b = 0; b < count; b++)
    for (guint32 i = 0; i < blocks[b].count; i++)
      block_of[members[blocks[b].first + i]] = b;
  g_autoptr(GArray) links = list_links(network, block_of, blocks, count);
  g_autoptr(GArray) chosen = choose_links(links, count);
  RefnetComponentGraph graph = graph_of_links(chosen, count);
  gboolean done = count < 2 || refnet_stress_layout(&graph, seed, at, error);
  refnet_component_graph_clear(&graph);
  for (guint32 b = 0; b < count; b++)
    blocks[b].middle = at[b];
  return done;
}

/* ---- panels ---------------------------------------------------------------------------------- */

void refnet_blocks_write(RefnetBlock *blocks, guint32 count, RefnetLayout *layout) {
  layout->panels = g_new0(RefnetPanel, (gsize)count + 1);
  layout->panel_count = count;
  for (guint32 b = 0; b < count; b++) {
    const RefnetBlock *block = &blocks[b];
    RefnetBox box = {block->middle.x - block->width / 2, block->middle.y - block->height / 2,
                     block->width, block->height};
    layout->panels[b] = (RefnetPanel){.name = g_steal_pointer(&blocks[b].name),
                                      .brief = g_steal_pointer(&blocks[b].brief),
                                      .box = refnet_box_grow(box, -block->gap),
                                      .heading = block->heading,
                                      .first = block->first,
                                      .count = block->count};
  }
}
