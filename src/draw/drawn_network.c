/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Fills the arrays of a network from a list of arcs. */
#include "draw/drawn_network.h"

#include <stdlib.h>
#include <string.h>

static int compare_arcs(const void *left, const void *right) {
  const RefnetDrawnArc *a = left, *b = right;
  if (a->from != b->from)
    return a->from < b->from ? -1 : 1;
  return (a->to > b->to) - (a->to < b->to);
}

static int compare_ends(const void *left, const void *right) {
  const RefnetDrawnArc *a = left, *b = right;
  int order = compare_arcs(a, b);
  return order ? order : (a->count > b->count) - (a->count < b->count);
}

/* starts[v + 1] holds a number; makes starts[v] where v's begin. */
static void add_up(guint64 *starts, guint32 vertices) {
  for (guint32 v = 0; v < vertices; v++)
    starts[v + 1] += starts[v];
}

static void fill_vertices(RefnetNetwork *network, const guint32 *organizations) {
  guint32 all = network->dataset->organization_count;
  guint32 *organization = g_new(guint32, (gsize)network->vertices + 1);
  guint32 *vertex = g_new(guint32, (gsize)all + 1);
  for (guint32 o = 0; o < all; o++)
    vertex[o] = REFNET_NONE;
  for (guint32 v = 0; v < network->vertices; v++) {
    organization[v] = organizations[v];
    vertex[organizations[v]] = v;
  }
  network->organization = organization;
  network->vertex = vertex;
}

static void fill_arcs(RefnetNetwork *network, const RefnetDrawnArc *arcs, gsize count) {
  guint64 *out = g_new0(guint64, (gsize)network->vertices + 1);
  guint64 *in = g_new0(guint64, (gsize)network->vertices + 1);
  guint32 *in_arc = g_new0(guint32, count + 1);
  guint64 *number = g_new0(guint64, count + 1);
  guint32 *from = g_new0(guint32, count + 1), *to = g_new0(guint32, count + 1);
  for (gsize i = 0; i < count; i++) {
    from[i] = arcs[i].from;
    to[i] = arcs[i].to;
    number[i] = arcs[i].count;
    out[arcs[i].from + 1]++;
    in[arcs[i].to + 1]++;
  }
  add_up(out, network->vertices);
  add_up(in, network->vertices);
  g_autofree guint64 *next = g_memdup2(in, ((gsize)network->vertices + 1) * sizeof *in);
  for (gsize i = 0; i < count; i++)
    in_arc[next[arcs[i].to]++] = (guint32)i;
  network->arcs = count;
  network->out_start = out;
  network->in_start = in;
  network->in_arc = in_arc;
  network->arc_from = from;
  network->arc_to = to;
  network->arc_count = number;
}

/* Both ends of every pair, each pair once; `count` numbers the pair. */
static RefnetDrawnArc *list_ends(const RefnetDrawnArc *arcs, gsize count, gsize *length) {
  RefnetDrawnArc *ends = g_new(RefnetDrawnArc, 2 * count + 1);
  for (gsize i = 0; i < count; i++) {
    ends[2 * i] = (RefnetDrawnArc){arcs[i].from, arcs[i].to, 0};
    ends[2 * i + 1] = (RefnetDrawnArc){arcs[i].to, arcs[i].from, 0};
  }
  qsort(ends, 2 * count, sizeof *ends, compare_ends);
  *length = 0;
  for (gsize i = 0; i < 2 * count; i++)
    if (*length == 0 || compare_arcs(&ends[*length - 1], &ends[i]) != 0)
      ends[(*length)++] = ends[i];
  return ends;
}

static void fill_ties(RefnetNetwork *network, const RefnetDrawnArc *arcs, gsize count) {
  gsize length;
  g_autofree RefnetDrawnArc *ends = list_ends(arcs, count, &length);
  guint64 *start = g_new0(guint64, (gsize)network->vertices + 1);
  guint32 *tie_of = g_new0(guint32, length + 1);
  guint32 *neighbor = g_new0(guint32, length + 1);
  guint32 *a = g_new0(guint32, length / 2 + 1), *b = g_new0(guint32, length / 2 + 1);
  for (gsize i = 0; i < length; i++)
    start[ends[i].from + 1]++;
  add_up(start, network->vertices);
  g_autofree guint64 *next = g_memdup2(start, ((gsize)network->vertices + 1) * sizeof *start);
  for (gsize i = 0; i < length; i++) {
    guint32 v = ends[i].from, w = ends[i].to;
    neighbor[i] = w;
    if (v > w)
      continue;
    a[network->ties] = v;
    b[network->ties] = w;
    tie_of[i] = (guint32)network->ties;
    /* The other ends of w come in the same order, those below w first. */
    tie_of[next[w]++] = (guint32)network->ties++;
  }
  network->tie_start = start;
  network->neighbor = neighbor;
  network->tie_of = tie_of;
  network->tie_a = a;
  network->tie_b = b;
}

RefnetNetwork *refnet_drawn_network_new(const RefnetDataset *dataset, const guint32 *organizations,
                                        guint32 vertices, RefnetDrawnArc *arcs, gsize arc_count,
                                        gboolean undirected) {
  RefnetNetwork *network = g_new0(RefnetNetwork, 1);
  network->dataset = dataset;
  network->undirected = undirected;
  network->vertices = vertices;
  if (arc_count > 0)
    qsort(arcs, arc_count, sizeof *arcs, compare_arcs);
  fill_vertices(network, organizations);
  fill_arcs(network, arcs, arc_count);
  fill_ties(network, arcs, arc_count);
  return network;
}

RefnetMeasures refnet_drawn_measures(const RefnetMeasures *measures, const RefnetNetwork *part) {
  RefnetMeasures picked = *measures;
  picked.network = part;
  picked.vertices = g_new0(RefnetVertexMeasures, (gsize)part->vertices + 1);
  for (guint32 v = 0; v < part->vertices; v++)
    picked.vertices[v] = measures->vertices[measures->network->vertex[part->organization[v]]];
  return picked;
}
