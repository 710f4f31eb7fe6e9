/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Resource allocation made ready for everybody: ties by degree, the scores of the few with most
 * ties. */
#include "analysis/everyone/allocation.h"

#include "analysis/memory.h"
#include "base/parallel.h"

enum {
  MOST_COLUMNS = 64,
  TIMES_THE_MEAN = 8,
  COLUMN_FIGURES = 32000000, /* in all columns together: 256 MB */
  HEAVY = 128,
  MOST_HEAVIES = 1024,
  MOST_PARTS = 160,
  ALL_PARTS = 32000000, /* in all lists together: 256 MB */
  TIES_FOR_A_THREAD = 20000
};

/* ---- places ---------------------------------------------------------------------------------- */

/* Counts ties to begin with, then gives places: a sort by counting, equal ones as they come. */
static gboolean give_places(RefnetAllocation *allocation, GError **error) {
  const RefnetNetwork *network = allocation->network;
  guint32 n = allocation->n;
  g_autofree guint32 *next = REFNET_TRY_ARRAY(guint32, (guint64)n + 1, error);
  if (!next)
    return FALSE;
  for (guint32 v = 0; v < n; v++)
    next[refnet_network_degree(network, v)]++;
  guint32 sum = 0;
  for (guint32 degree = n; degree-- > 0;) {
    guint32 count = next[degree];
    next[degree] = sum;
    sum += count;
    if (degree > allocation->shape.heavy && sum <= MOST_HEAVIES)
      allocation->heavies = sum;
  }
  for (guint32 v = 0; v < n; v++) {
    guint32 place = next[refnet_network_degree(network, v)]++;
    allocation->vertex[place] = v;
    allocation->place[v] = place;
  }
  return TRUE;
}

/* Going through the places in order leaves every list in order. */
static gboolean turn_ties(RefnetAllocation *allocation, GError **error) {
  const RefnetNetwork *network = allocation->network;
  guint32 n = allocation->n;
  g_autofree guint64 *next = REFNET_TRY_ARRAY(guint64, n, error);
  if (!next)
    return FALSE;
  for (guint32 p = 0; p < n; p++) {
    guint32 degree = refnet_network_degree(network, allocation->vertex[p]);
    next[p] = allocation->start[p];
    allocation->start[p + 1] = allocation->start[p] + degree;
    allocation->share[p] = degree > 0 ? 1. / degree : 0;
  }
  for (guint32 p = 0; p < n; p++) {
    guint32 v = allocation->vertex[p];
    for (guint64 i = network->tie_start[v]; i < network->tie_start[v + 1]; i++)
      allocation->neighbor[next[allocation->place[network->neighbor[i]]]++] = p;
  }
  for (guint32 p = 0; p < n; p++) {
    guint64 i = allocation->start[p];
    while (i < allocation->start[p + 1] && allocation->neighbor[i] < allocation->shape.columns)
      i++;
    allocation->beyond[p] = i;
  }
  return TRUE;
}

/* ---- columns --------------------------------------------------------------------------------- */

/* row[y] = (A(z,y) + Σ_w A(z,w) A(w,y) / k_w) / k_z for the first places y: summed over the
 * neighbors z of anybody who has no tie to y, it is the score of the two. */
static void fill_row(const RefnetAllocation *allocation, guint32 z) {
  enum { AHEAD = 8 };
  guint32 columns = allocation->shape.columns;
  double *row = allocation->column + (guint64)z * columns;
  for (guint64 i = allocation->start[z]; i < allocation->start[z + 1]; i++) {
    guint32 w = allocation->neighbor[i];
    if (i + AHEAD < allocation->start[z + 1])
      refnet_allocation_prefetch(allocation, allocation->neighbor[i + AHEAD]);
    if (w < columns)
      row[w] += 1;
    for (guint64 k = allocation->start[w]; k < allocation->beyond[w]; k++)
      row[allocation->neighbor[k]] += allocation->share[w];
  }
  for (guint32 y = 0; y < columns; y++)
    row[y] *= allocation->share[z];
}

/* Those of every second place. */
static void fill_half(gpointer work, guint half) {
  const RefnetAllocation *allocation = work;
  for (guint32 z = half; z < allocation->n; z += 2)
    fill_row(allocation, z);
}

/* ---- the whole ------------------------------------------------------------------------------- */

/* Columns are worth their memory for those with many times the ties of others only. */
static guint32 columns_for(const RefnetNetwork *network) {
  guint32 n = network->vertices, most = MIN(MIN(n, MOST_COLUMNS), COLUMN_FIGURES / MAX(n, 1));
  guint32 columns = 0;
  for (guint32 v = 0; v < n && columns < most; v++)
    columns += (guint64)refnet_network_degree(network, v) * n > 2 * network->ties * TIMES_THE_MEAN;
  return columns;
}

static RefnetAllocationShape shape_for(const RefnetNetwork *network) {
  guint32 n = network->vertices;
  return (RefnetAllocationShape){.columns = columns_for(network),
                                 .heavy = HEAVY,
                                 .parts = MIN(MOST_PARTS, ALL_PARTS / MAX(n, 1))};
}

static gboolean allocate(RefnetAllocation *allocation, GError **error) {
  guint64 n = allocation->n, ends = 2 * allocation->network->ties;
  return (allocation->vertex = REFNET_TRY_ARRAY(guint32, n, error)) &&
         (allocation->place = REFNET_TRY_ARRAY(guint32, n, error)) &&
         (allocation->start = REFNET_TRY_ARRAY(guint64, n + 1, error)) &&
         (allocation->neighbor = REFNET_TRY_RANDOM_ARRAY(guint32, ends, error)) &&
         (allocation->share = REFNET_TRY_ARRAY(double, n, error)) &&
         (allocation->beyond = REFNET_TRY_ARRAY(guint64, n, error)) &&
         (allocation->column =
              REFNET_TRY_RANDOM_ARRAY(double, n * allocation->shape.columns, error));
}

RefnetAllocation *refnet_allocation_new(const RefnetNetwork *network,
                                        const RefnetAllocationShape *shape, GError **error) {
  g_autoptr(RefnetAllocation) allocation = g_new0(RefnetAllocation, 1);
  allocation->network = network;
  allocation->n = network->vertices;
  allocation->shape = shape ? *shape : shape_for(network);
  allocation->shape.columns = MIN(allocation->shape.columns, network->vertices);
  if (!allocate(allocation, error) || !give_places(allocation, error) ||
      !turn_ties(allocation, error))
    return NULL;
  refnet_do_halves(fill_half, allocation,
                   network->ties >= TIES_FOR_A_THREAD ? g_get_num_processors() : 1);
  return g_steal_pointer(&allocation);
}

void refnet_allocation_free(RefnetAllocation *allocation) {
  if (!allocation)
    return;
  g_free(allocation->vertex);
  g_free(allocation->place);
  g_free(allocation->start);
  g_free(allocation->neighbor);
  g_free(allocation->share);
  g_free(allocation->beyond);
  g_free(allocation->column);
  g_free(allocation);
}
