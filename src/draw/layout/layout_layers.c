/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who refers stands above whom is referred to. */
#include <math.h>
#include <string.h>

#include "draw/layout/layout.h"
#include "draw/scene/no_memory.h"

#include "base/order.h"

#define SWEEPS 24
/* A layer much longer than the others is drawn in so many steps, so that names have room. */
#define CROWD 14
#define STEP 0.24

/* Links by what they are in sum: both ways as often is neither up nor down. */
typedef struct {
  const RefnetNetwork *network;
  guint32 count;         /* of vertices placed */
  const guint32 *member; /* those */
  guint32 *local;        /* by vertex, in member */
  guint64 *down_start;   /* from local v: down_start[v] … down_start[v + 1] − 1 */
  guint32 *down;         /* whom it refers to */
  guint64 *up_start;
  guint32 *up;
  guint32 *layer; /* by local vertex, 0: top */
  guint32 layers;
  guint32 *order; /* local vertices, layer by layer */
  guint32 *layer_start;
  double *x;
} Layers;

static guint64 referrals(const RefnetNetwork *network, guint32 from, guint32 to) {
  guint64 arc = refnet_network_find_arc(network, from, to);
  return arc == G_MAXUINT64 ? 0 : network->arc_count[arc];
}

/* ---- which way ties go ----------------------------------------------------------------------- */

/* Who of a tie stands above: FALSE when neither does. `rank` (NULL: none) settles circles: whoever
 * comes earlier in it. */
static gboolean points_down(const Layers *layers, guint64 tie, const guint32 *rank, guint32 *above,
                            guint32 *below) {
  const RefnetNetwork *network = layers->network;
  guint32 a = network->tie_a[tie], b = network->tie_b[tie];
  guint64 there = referrals(network, a, b), back = referrals(network, b, a);
  if (there == back)
    return FALSE;
  *above = layers->local[there > back ? a : b];
  *below = layers->local[there > back ? b : a];
  if (rank && rank[*above] > rank[*below]) {
    guint32 first = *above;
    *above = *below;
    *below = first;
  }
  return TRUE;
}

static void fill_links(Layers *layers, const guint32 *rank) {
  guint64 ties = layers->network->ties;
  memset(layers->down_start, 0, ((gsize)layers->count + 2) * sizeof *layers->down_start);
  memset(layers->up_start, 0, ((gsize)layers->count + 2) * sizeof *layers->up_start);
  guint32 above, below;
  for (guint64 t = 0; t < ties; t++)
    if (points_down(layers, t, rank, &above, &below)) {
      layers->down_start[above + 2]++;
      layers->up_start[below + 2]++;
    }
  for (guint32 v = 2; v < layers->count + 2; v++) {
    layers->down_start[v] += layers->down_start[v - 1];
    layers->up_start[v] += layers->up_start[v - 1];
  }
  for (guint64 t = 0; t < ties; t++)
    if (points_down(layers, t, rank, &above, &below)) {
      layers->down[layers->down_start[above + 1]++] = below;
      layers->up[layers->up_start[below + 1]++] = above;
    }
}

/* ---- circles --------------------------------------------------------------------------------- */

/* What is left of the graph while vertices are taken from it, sources first, sinks last. */
typedef struct {
  gint64 *out, *in;
  gboolean *taken;
  guint32 *ends; /* stack of sources and sinks found */
  guint32 ends_count;
  guint32 *rank;
  guint32 first, last; /* ranks still free */
} Peeling;

static void take(const Layers *layers, Peeling *peeling, guint32 v, gboolean as_sink) {
  peeling->taken[v] = TRUE;
  peeling->rank[v] = as_sink ? peeling->last-- : peeling->first++;
  for (guint64 i = layers->down_start[v]; i < layers->down_start[v + 1]; i++) {
    guint32 w = layers->down[i];
    if (--peeling->in[w] == 0 && !peeling->taken[w])
      peeling->ends[peeling->ends_count++] = w;
  }
  for (guint64 i = layers->up_start[v]; i < layers->up_start[v + 1]; i++) {
    guint32 w = layers->up[i];
    if (--peeling->out[w] == 0 && !peeling->taken[w])
      peeling->ends[peeling->ends_count++] = w;
  }
}

static void take_ends(const Layers *layers, Peeling *peeling) {
  while (peeling->ends_count > 0) {
    guint32 v = peeling->ends[--peeling->ends_count];
    if (!peeling->taken[v])
      take(layers, peeling, v, peeling->in[v] > 0);
  }
}

typedef struct {
  gint64 surplus;
  guint32 vertex;
} Surplus;

static gint compare_surplus(gconstpointer left, gconstpointer right) {
  const Surplus *a = left, *b = right;
  if (a->surplus != b->surplus)
    return a->surplus > b->surplus ? -1 : 1;
  return (a->vertex > b->vertex) - (a->vertex < b->vertex);
}

/* Ranks all vertices so that few links go up: sources first, sinks last, and where there is
 * neither, whoever refers most more than it is referred to, as it was at the outset. */
static gboolean rank_vertices(const Layers *layers, guint32 *rank) {
  gsize n = layers->count;
  g_autofree gint64 *out = g_try_malloc_n(n + 1, sizeof *out);
  g_autofree gint64 *in = g_try_malloc_n(n + 1, sizeof *in);
  g_autofree gboolean *taken = g_try_malloc0_n(n + 1, sizeof *taken);
  g_autofree guint32 *ends = g_try_malloc_n(3 * n + 1, sizeof *ends);
  g_autofree Surplus *surplus = g_try_malloc_n(n + 1, sizeof *surplus);
  if (!out || !in || !taken || !ends || !surplus)
    return FALSE;
  Peeling peeling = {out, in, taken, ends, 0, rank, 0, (guint32)n - 1};
  for (guint32 v = 0; v < n; v++) {
    out[v] = (gint64)(layers->down_start[v + 1] - layers->down_start[v]);
    in[v] = (gint64)(layers->up_start[v + 1] - layers->up_start[v]);
    surplus[v] = (Surplus){out[v] - in[v], v};
    if (out[v] == 0 || in[v] == 0)
      ends[peeling.ends_count++] = v;
  }
  qsort(surplus, n, sizeof *surplus, compare_surplus);
  take_ends(layers, &peeling);
  for (guint32 k = 0; k < n; k++)
    if (!taken[surplus[k].vertex]) {
      take(layers, &peeling, surplus[k].vertex, FALSE);
      take_ends(layers, &peeling);
    }
  return TRUE;
}

/* ---- layers ---------------------------------------------------------------------------------- */

/* Everybody below all who refer to it; then those who refer as far down as whom they refer to lets
 * them, so that links are short. */
static void choose_layers(Layers *layers, const guint32 *by_rank) {
  guint32 n = layers->count;
  layers->layers = 1;
  for (guint32 k = 0; k < n; k++) {
    guint32 v = by_rank[k];
    layers->layer[v] = 0;
    for (guint64 i = layers->up_start[v]; i < layers->up_start[v + 1]; i++)
      layers->layer[v] = MAX(layers->layer[v], layers->layer[layers->up[i]] + 1);
    layers->layers = MAX(layers->layers, layers->layer[v] + 1);
  }
  for (guint32 k = n; k-- > 0;) {
    guint32 v = by_rank[k], lowest = layers->layers;
    gboolean refers = layers->down_start[v] < layers->down_start[v + 1];
    gboolean is_referred_to = layers->up_start[v] < layers->up_start[v + 1];
    for (guint64 i = layers->down_start[v]; i < layers->down_start[v + 1]; i++)
      lowest = MIN(lowest, layers->layer[layers->down[i]]);
    if (refers && !is_referred_to)
      layers->layer[v] = lowest - 1;
  }
}

/* Those whose ties all are as frequent both ways: beside the first they have a tie with. */
static void place_level(Layers *layers) {
  const RefnetNetwork *network = layers->network;
  for (guint32 v = 0; v < layers->count; v++) {
    if (layers->down_start[v] < layers->down_start[v + 1] ||
        layers->up_start[v] < layers->up_start[v + 1])
      continue;
    guint32 w = layers->local[network->neighbor[network->tie_start[layers->member[v]]]];
    layers->layer[v] = layers->layer[w];
  }
}

static void fill_order(Layers *layers) {
  memset(layers->layer_start, 0, ((gsize)layers->layers + 2) * sizeof *layers->layer_start);
  for (guint32 v = 0; v < layers->count; v++)
    layers->layer_start[layers->layer[v] + 2]++;
  for (guint32 k = 2; k < layers->layers + 2; k++)
    layers->layer_start[k] += layers->layer_start[k - 1];
  for (guint32 v = 0; v < layers->count; v++)
    layers->order[layers->layer_start[layers->layer[v] + 1]++] = v;
}

/* ---- the order within layers ----------------------------------------------------------------- */

/* Evenly over the width that the longest layer takes. */
static void spread_layer(Layers *layers, guint32 k) {
  guint32 first = layers->layer_start[k], count = layers->layer_start[k + 1] - first;
  for (guint32 i = 0; i < count; i++)
    layers->x[layers->order[first + i]] = (i + 0.5) / count;
}

/* Where the neighbors in other layers are, in the mean. */
static double barycenter(const Layers *layers, guint32 v) {
  const RefnetNetwork *network = layers->network;
  guint32 vertex = layers->member[v];
  double sum = 0, count = 0;
  for (guint64 i = network->tie_start[vertex]; i < network->tie_start[vertex + 1]; i++) {
    guint32 w = layers->local[network->neighbor[i]];
    if (layers->layer[w] == layers->layer[v])
      continue;
    double apart = fabs((double)layers->layer[w] - layers->layer[v]);
    sum += layers->x[w] / apart;
    count += 1 / apart;
  }
  return count > 0 ? sum / count : layers->x[v];
}

static void order_layer(Layers *layers, guint32 k, RefnetPlaced *wishes) {
  guint32 first = layers->layer_start[k], count = layers->layer_start[k + 1] - first;
  for (guint32 i = 0; i < count; i++) {
    guint32 v = layers->order[first + i];
    wishes[i] = (RefnetPlaced){barycenter(layers, v), v};
  }
  refnet_sort_placed(wishes, count);
  for (guint32 i = 0; i < count; i++)
    layers->order[first + i] = wishes[i].number;
  spread_layer(layers, k);
}

static void order_layers(Layers *layers, RefnetPlaced *wishes) {
  for (guint32 k = 0; k < layers->layers; k++)
    spread_layer(layers, k);
  for (int sweep = 0; sweep < SWEEPS; sweep++)
    for (guint32 i = 0; i < layers->layers; i++)
      order_layer(layers, sweep % 2 ? layers->layers - 1 - i : i, wishes);
}

/* ---- on the page ----------------------------------------------------------------------------- */

/* In a crowded layer neighbors stand at different heights: three, between those of the next layers.
 */
static void write_units(const Layers *layers, RefnetLayout *layout) {
  guint32 widest = 0;
  for (guint32 k = 0; k < layers->layers; k++)
    widest = MAX(widest, layers->layer_start[k + 1] - layers->layer_start[k]);
  double width = MAX(MIN(widest, CROWD), 2 * layers->layers);
  for (guint32 k = 0; k < layers->layers; k++) {
    guint32 first = layers->layer_start[k], count = layers->layer_start[k + 1] - first;
    for (guint32 i = 0; i < count; i++) {
      guint32 v = layers->order[first + i];
      double step = count > CROWD ? STEP * ((double)(i % 3) - 1) : 0;
      layout->unit[layers->member[v]] = (RefnetPoint){layers->x[v] * width, k + step};
    }
  }
}

static gboolean allocate(Layers *layers, const RefnetLayout *layout) {
  gsize n = layers->count, ties = layers->network->ties;
  layers->member = layout->member;
  layers->local = g_try_malloc0_n((gsize)layers->network->vertices + 1, sizeof *layers->local);
  layers->down_start = g_try_malloc_n(n + 2, sizeof *layers->down_start);
  layers->up_start = g_try_malloc_n(n + 2, sizeof *layers->up_start);
  layers->down = g_try_malloc_n(ties + 1, sizeof *layers->down);
  layers->up = g_try_malloc_n(ties + 1, sizeof *layers->up);
  layers->layer = g_try_malloc0_n(n + 1, sizeof *layers->layer);
  layers->order = g_try_malloc_n(n + 1, sizeof *layers->order);
  layers->layer_start = g_try_malloc_n(n + 2, sizeof *layers->layer_start);
  layers->x = g_try_malloc_n(n + 1, sizeof *layers->x);
  return layers->local && layers->down_start && layers->up_start && layers->down && layers->up &&
         layers->layer && layers->order && layers->layer_start && layers->x;
}

static void layers_clear(Layers *layers) {
  g_free(layers->local);
  g_free(layers->down_start);
  g_free(layers->up_start);
  g_free(layers->down);
  g_free(layers->up);
  g_free(layers->layer);
  g_free(layers->order);
  g_free(layers->layer_start);
  g_free(layers->x);
}

/* FALSE: memory ran out. */
static gboolean lay_out(Layers *layers, RefnetLayout *layout) {
  gsize n = layers->count;
  g_autofree guint32 *rank = g_try_malloc_n(n + 1, sizeof *rank);
  g_autofree guint32 *by_rank = g_try_malloc_n(n + 1, sizeof *by_rank);
  g_autofree RefnetPlaced *wishes = g_try_malloc_n(n + 1, sizeof *wishes);
  if (!rank || !by_rank || !wishes || !allocate(layers, layout))
    return FALSE;
  for (guint32 i = 0; i < n; i++)
    layers->local[layers->member[i]] = i;
  fill_links(layers, NULL);
  if (!rank_vertices(layers, rank))
    return FALSE;
  for (guint32 v = 0; v < n; v++)
    by_rank[rank[v]] = v;
  fill_links(layers, rank);
  choose_layers(layers, by_rank);
  place_level(layers);
  fill_order(layers);
  order_layers(layers, wishes);
  write_units(layers, layout);
  return TRUE;
}

gboolean refnet_lay_out_layers(const RefnetNetwork *network, const RefnetMapOptions *options,
                               RefnetLayout *layout, GError **error) {
  Layers layers = {.network = network, .count = layout->placed};
  (void)options;
  if (network->undirected) {
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                        "the layout layers needs to know who refers to whom: leave out "
                        "--undirected, or choose another layout");
    return FALSE;
  }
  gboolean done = lay_out(&layers, layout);
  layers_clear(&layers);
  layout->longest_unit = 1e4;
  layout->most_stretch = 4;
  layout->keeps_form = TRUE;
  layout->room_beside = 11;
  layout->room_above = 2;
  if (!done)
    refnet_draw_no_memory(error);
  return done;
}
