/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Each community a block of its own, near those it works with. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/order.h"
#include "draw/layout/blocks.h"
#include "draw/layout/component_graph.h"
#include "draw/layout/stress.h"
#include "draw/scene/no_memory.h"
#include "present/wording/words.h"

/* A unit is the room of one disc without a name. Units² that a disc takes, with its name, and how
 * many of a block have one at least. */
#define BARE 1.3
#define NAMED 8.0
#define FEWEST_NAMED 2
/* Width by height: of all blocks, of rows in one. */
#define PAGE_SHAPE 1.75
#define ROWS_SHAPE 1.4
#define GAP 0.25
#define RIM 0.6
#define HEADING 1.1
#define LONGEST_UNIT 64.0
/* Members whose ties are seen one by one. */
#define BEST_OF_MANY 30
/* Of more: how much they are spread evenly, 0 … 1. */
#define EVENLY 0.6

typedef struct {
  const RefnetNetwork *network;
  const RefnetMeasures *measures;
  RefnetLayout *layout;
  guint32 *members; /* placed vertices, by block */
  guint32 *size;    /* by community: of placed vertices */
  guint32 *block;   /* by community, or REFNET_NONE: the last */
  RefnetBlock *blocks;
  guint32 block_count;
  guint32 *local; /* scratch by vertex */
} Communities;

/* From 0; those in none are one after the last. */
static guint32 community_of(const Communities *communities, guint32 v) {
  guint32 number = communities->measures->vertices[v].community;
  return number > 0 ? MIN(number - 1, communities->measures->communities)
                    : communities->measures->communities;
}

/* Measures number communities by size: the first are the largest. */
static void list_blocks(Communities *communities) {
  const RefnetLayout *layout = communities->layout;
  guint32 count = communities->measures->communities, rest, first = 0;
  for (guint32 i = 0; i < layout->placed; i++)
    communities->size[community_of(communities, layout->member[i])]++;
  rest = communities->size[count];
  communities->block[count] = REFNET_NONE;
  for (guint32 c = 0; c < count; c++) {
    gboolean is_block = communities->size[c] >= REFNET_LAYOUT_FEWEST_IN_COMMUNITY &&
                        communities->block_count < REFNET_LAYOUT_MOST_COMMUNITIES;
    communities->block[c] = is_block ? communities->block_count : REFNET_NONE;
    g_autofree char *size = refnet_words_digits(communities->size[c]);
    if (is_block)
      communities->blocks[communities->block_count++] =
          (RefnetBlock){.count = communities->size[c],
                        .name = g_strdup_printf("%u · %s organisations", c + 1, size),
                        .brief = g_strdup_printf("%u · %s", c + 1, size)};
    else
      rest += communities->size[c];
  }
  g_autofree char *count_of_rest = refnet_words_digits(rest);
  if (rest > 0)
    communities->blocks[communities->block_count++] =
        (RefnetBlock){.count = rest,
                      .name = g_strdup_printf("%s in smaller communities", count_of_rest),
                      .brief = g_strdup_printf("%s others", count_of_rest)};
  for (guint32 b = 0; b < communities->block_count; b++) {
    communities->blocks[b].first = first;
    first += communities->blocks[b].count;
  }
}

static guint32 block_of(const Communities *communities, guint32 v) {
  guint32 block = communities->block[community_of(communities, v)];
  return block == REFNET_NONE ? communities->block_count - 1 : block;
}

static gint compare_members(gconstpointer left, gconstpointer right, gpointer data) {
  const Communities *communities = data;
  guint32 v = *(const guint32 *)left, w = *(const guint32 *)right;
  guint32 of_v = block_of(communities, v), of_w = block_of(communities, w);
  if (of_v == of_w) {
    of_v = community_of(communities, v);
    of_w = community_of(communities, w);
  }
  if (of_v != of_w)
    return of_v < of_w ? -1 : 1;
  return (v > w) - (v < w);
}

static void sort_members(Communities *communities) {
  guint32 placed = communities->layout->placed;
  memcpy(communities->members, communities->layout->member, placed * sizeof(guint32));
  g_qsort_with_data(communities->members, (gint)placed, sizeof(guint32), compare_members,
                    communities);
}

/* ---- within a block, around its middle ------------------------------------------------------- */

static void shape_block(RefnetBlock *block, gboolean all_named) {
  guint32 named = all_named ? block->count : MIN(block->count, FEWEST_NAMED);
  double side = sqrt(block->count * BARE + named * NAMED) + 2 * (GAP + RIM);
  block->width = side;
  block->height = side + HEADING;
  block->gap = GAP;
  block->heading = HEADING;
}

/* Those who belong together follow each other in rows. */
static void write_rows(const RefnetBlock *block, const guint32 *members, RefnetPoint *unit) {
  guint32 columns = (guint32)ceil(sqrt(block->count * ROWS_SHAPE));
  for (guint32 i = 0; i < block->count; i++)
    unit[members[i]] = (RefnetPoint){i % columns, i / columns};
}

static gboolean lay_out_graph(const RefnetComponentGraph *graph, guint64 seed, RefnetPoint *at,
                              GError **error) {
  return graph->vertices <= BEST_OF_MANY ? refnet_stress_layout(graph, seed, at, error)
                                         : refnet_stress_layout_once(graph, seed, at, error);
}

static gboolean write_block(const Communities *communities, const RefnetBlock *block, guint64 seed,
                            GError **error) {
  const guint32 *members = communities->members + block->first;
  RefnetComponentGraph graph = {0, NULL, NULL};
  g_autofree RefnetPoint *at = g_try_malloc_n((gsize)block->count + 1, sizeof *at);
  gboolean done = at && refnet_component_graph_of(communities->network, members, block->count,
                                                  communities->local, &graph);
  if (!done)
    refnet_draw_no_memory(error);
  else if (!refnet_component_graph_is_whole(&graph))
    write_rows(block, members, communities->layout->unit);
  else if ((done = lay_out_graph(&graph, seed, at, error)))
    for (guint32 i = 0; i < block->count; i++)
      communities->layout->unit[members[i]] = at[i];
  refnet_component_graph_clear(&graph);
  return done;
}

static RefnetBox box_of(const RefnetBlock *block, const guint32 *members, const RefnetPoint *unit) {
  RefnetBox box = {unit[members[0]].x, unit[members[0]].y, 0, 0};
  for (guint32 i = 1; i < block->count; i++)
    box = refnet_box_union(box, (RefnetBox){unit[members[i]].x, unit[members[i]].y, 0, 0});
  return box;
}

/* Hubs draw everybody into the middle. Along each axis, members come nearer to where they were if
 * all were equally far apart. */
static void spread_evenly(const RefnetBlock *block, const guint32 *members, gboolean along_x,
                          RefnetPoint *unit) {
  g_autofree RefnetPlaced *places = g_new(RefnetPlaced, (gsize)block->count + 1);
  for (guint32 i = 0; i < block->count; i++) {
    RefnetPoint at = unit[members[i]];
    places[i] = (RefnetPlaced){along_x ? at.x : at.y, members[i]};
  }
  refnet_sort_placed(places, block->count);
  double low = places[0].at, length = places[block->count - 1].at - low;
  for (guint32 i = 0; i < block->count && length > 0; i++) {
    double even = low + length * i / MAX(block->count - 1, 1);
    double at = (1 - EVENLY) * places[i].at + EVENLY * even;
    *(along_x ? &unit[places[i].number].x : &unit[places[i].number].y) = at;
  }
}

/* Stretches what was laid out to the block, where that is now. */
static void fill_block(const Communities *communities, const RefnetBlock *block) {
  const guint32 *members = communities->members + block->first;
  RefnetPoint *unit = communities->layout->unit;
  if (block->count > BEST_OF_MANY) {
    spread_evenly(block, members, TRUE, unit);
    spread_evenly(block, members, FALSE, unit);
  }
  RefnetBox box = box_of(block, members, unit);
  double edge = GAP + RIM + 0.5;
  RefnetBox inner = {block->middle.x - block->width / 2 + edge,
                     block->middle.y - block->height / 2 + edge + HEADING, block->width - 2 * edge,
                     block->height - 2 * edge - HEADING};
  for (guint32 i = 0; i < block->count; i++) {
    RefnetPoint *at = &unit[members[i]];
    double x = box.width > 0 ? (at->x - box.x) / box.width : 0.5;
    double y = box.height > 0 ? (at->y - box.y) / box.height : 0.5;
    *at = (RefnetPoint){inner.x + x * inner.width, inner.y + y * inner.height};
  }
}

/* ---- all of it ------------------------------------------------------------------------------- */

static gboolean lay_out(Communities *communities, const RefnetMapOptions *options, GError **error) {
  list_blocks(communities);
  sort_members(communities);
  gboolean all_named = communities->layout->placed <= REFNET_ALL_NAMED;
  double room = 0;
  for (guint32 b = 0; b < communities->block_count; b++) {
    RefnetBlock *block = &communities->blocks[b];
    if (!write_block(communities, block, options->seed + b, error))
      return FALSE;
    shape_block(block, all_named);
    room += block->width * block->height;
  }
  if (!refnet_blocks_wish(communities->network, options->seed, communities->members,
                          communities->blocks, communities->block_count, error))
    return FALSE;
  refnet_blocks_divide(communities->blocks, communities->block_count,
                       (RefnetBox){0, 0, sqrt(room * PAGE_SHAPE), sqrt(room / PAGE_SHAPE)});
  for (guint32 b = 0; b < communities->block_count; b++)
    fill_block(communities, &communities->blocks[b]);
  return TRUE;
}

RefnetLayout *refnet_layout_communities(const RefnetNetwork *network,
                                        const RefnetMeasures *measures,
                                        const RefnetMapOptions *options, GError **error) {
  g_autoptr(RefnetLayout) layout = refnet_layout_prepare(network, error);
  if (!layout || layout->placed == 0)
    return g_steal_pointer(&layout);
  gsize n = (gsize)network->vertices + 1, count = (gsize)measures->communities + 1;
  Communities communities = {.network = network, .measures = measures, .layout = layout};
  communities.members = layout->panel_member = g_try_malloc_n(n, sizeof(guint32));
  g_autofree guint32 *local = communities.local = g_try_malloc0_n(n, sizeof *local);
  g_autofree guint32 *size = communities.size = g_try_malloc0_n(count, sizeof *size);
  g_autofree guint32 *block = communities.block = g_try_malloc0_n(count, sizeof *block);
  g_autofree RefnetBlock *blocks = communities.blocks =
      g_try_malloc0_n(REFNET_LAYOUT_MOST_COMMUNITIES + 1, sizeof *blocks);
  if (!layout->panel_member || !local || !size || !block || !blocks) {
    refnet_draw_no_memory(error);
    return NULL;
  }
  gboolean done = lay_out(&communities, options, error);
  refnet_blocks_write(blocks, communities.block_count, layout);
  layout->longest_unit = LONGEST_UNIT;
  layout->most_stretch = 1.5;
  return done ? g_steal_pointer(&layout) : NULL;
}
