/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who stands where in a matrix: groups beside those they refer to, so that blocks are seen. */
#include <string.h>

#include "draw/charts/matrix.h"

#define MOST_ROUNDS 100

/* Groups in the order in which they stand, and the links between each two, both ways. */
typedef struct {
  guint count;
  guint *order;
  guint64 *links; /* by group and group */
} Groups;

/* Links times the places they go over. */
static gint64 cost_of(const Groups *groups) {
  gint64 cost = 0;
  for (guint i = 0; i < groups->count; i++)
    for (guint k = i + 1; k < groups->count; k++)
      cost += (gint64)groups->links[groups->order[i] * groups->count + groups->order[k]] * (k - i);
  return cost;
}

static void move(guint *order, guint from, guint to) {
  guint group = order[from];
  if (from < to)
    memmove(order + from, order + from + 1, (to - from) * sizeof *order);
  else
    memmove(order + to + 1, order + to, (from - to) * sizeof *order);
  order[to] = group;
}

/* The move that shortens links most; FALSE when none does. */
static gboolean improve(Groups *groups) {
  gint64 best = cost_of(groups);
  guint best_from = 0, best_to = 0;
  for (guint from = 0; from < groups->count; from++)
    for (guint to = 0; to < groups->count; to++) {
      if (from == to)
        continue;
      move(groups->order, from, to);
      gint64 cost = cost_of(groups);
      move(groups->order, to, from);
      if (cost < best) {
        best = cost;
        best_from = from;
        best_to = to;
      }
    }
  move(groups->order, best_from, best_to);
  return best_from != best_to;
}

static void count_links(const RefnetMatrix *matrix, Groups *groups) {
  const RefnetNetwork *network = matrix->network;
  for (guint64 t = 0; t < network->ties; t++) {
    guint a = refnet_matrix_group(matrix, network->tie_a[t]);
    guint b = refnet_matrix_group(matrix, network->tie_b[t]);
    groups->links[a * groups->count + b]++;
    groups->links[b * groups->count + a]++;
  }
}

/* By group, where it stands; free with g_free. */
static guint *place_groups(const RefnetMatrix *matrix) {
  guint count = MAX(matrix->encoding->color->group_count, 1);
  guint *place = g_new(guint, count);
  g_autofree guint *order = g_new(guint, count);
  g_autofree guint64 *links = g_new0(guint64, (gsize)count * count);
  Groups groups = {count, order, links};
  for (guint g = 0; g < count; g++)
    order[g] = g;
  count_links(matrix, &groups);
  for (int round = 0; round < MOST_ROUNDS && improve(&groups); round++)
    ;
  for (guint i = 0; i < count; i++)
    place[order[i]] = i;
  return place;
}

/* ---- everybody ------------------------------------------------------------------------------- */

typedef struct {
  const RefnetMatrix *matrix;
  const guint *place; /* by group */
} Order;

static gint compare_vertices(gconstpointer left, gconstpointer right, gpointer data) {
  const Order *order = data;
  const RefnetMatrix *matrix = order->matrix;
  guint32 v = *(const guint32 *)left, w = *(const guint32 *)right;
  guint g = order->place[refnet_matrix_group(matrix, v)];
  guint h = order->place[refnet_matrix_group(matrix, w)];
  if (g != h)
    return g < h ? -1 : 1;
  guint32 a = refnet_network_degree(matrix->whole, refnet_matrix_in_whole(matrix, v)),
          b = refnet_network_degree(matrix->whole, refnet_matrix_in_whole(matrix, w));
  if (a != b)
    return a > b ? -1 : 1;
  return (v > w) - (v < w);
}

void refnet_matrix_set_order(RefnetMatrix *matrix) {
  guint32 n = refnet_matrix_size(matrix);
  g_autofree guint *place = place_groups(matrix);
  Order order = {matrix, place};
  matrix->order = g_new(guint32, (gsize)n + 1);
  matrix->rank = g_new(guint32, (gsize)n + 1);
  matrix->key = g_new0(const char *, (gsize)n + 1);
  for (guint32 v = 0; v < n; v++)
    matrix->order[v] = v;
  if (n > 1)
    g_qsort_with_data(matrix->order, (gint)n, sizeof *matrix->order, compare_vertices, &order);
  for (guint32 i = 0; i < n; i++) {
    matrix->rank[matrix->order[i]] = i;
    matrix->key[i] = matrix->names[matrix->order[i]];
  }
}
