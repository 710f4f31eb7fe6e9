/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Organizations around an ellipse, ordered so that few ties cross. */
#include <math.h>
#include <string.h>

#include "draw/layout/layout.h"
#include "draw/scene/no_memory.h"

/* Sifting everybody once is a round; steps it may take, and rounds after which little changes. */
#define STEPS 4e8
#define MOST_ROUNDS 4
/* From so many on, labels at the sides need lines of their own. */
#define CROWD 24
#define EVENLY 0.15

typedef struct {
  const RefnetNetwork *network;
  guint32 count;
  guint32 *order; /* vertices around the circle */
  guint32 *place; /* by vertex, in order */
} Circle;

static guint32 degree(const Circle *circle, guint32 v) {
  return (guint32)(circle->network->tie_start[v + 1] - circle->network->tie_start[v]);
}

/* ---- the order to begin with ----------------------------------------------------------------- */

static gint compare_degree(gconstpointer left, gconstpointer right, gpointer data) {
  const Circle *circle = data;
  guint32 v = *(const guint32 *)left, w = *(const guint32 *)right;
  if (degree(circle, v) != degree(circle, w))
    return degree(circle, v) < degree(circle, w) ? -1 : 1;
  return (v > w) - (v < w);
}

/* Depth first from those with fewest ties: who has a tie with the one before comes next. */
static void order_depth_first(Circle *circle, const guint32 *by_degree, gboolean *seen,
                              guint32 *stack) {
  const RefnetNetwork *network = circle->network;
  guint32 count = 0;
  for (guint32 k = 0; k < circle->count; k++) {
    guint32 depth = 0;
    stack[depth++] = by_degree[k];
    while (depth > 0) {
      guint32 v = stack[--depth];
      if (seen[v])
        continue;
      seen[v] = TRUE;
      circle->place[v] = count;
      circle->order[count++] = v;
      for (guint64 i = network->tie_start[v]; i < network->tie_start[v + 1]; i++)
        if (!seen[network->neighbor[i]])
          stack[depth++] = network->neighbor[i];
    }
  }
}

/* ---- sifting --------------------------------------------------------------------------------- */

/* Neighbors of v by how far they are ahead of `from`, around the circle. */
static guint32 neighbors_ahead(const Circle *circle, guint32 v, guint32 without, guint32 from,
                               guint32 *ahead) {
  const RefnetNetwork *network = circle->network;
  guint32 count = 0;
  for (guint64 i = network->tie_start[v]; i < network->tie_start[v + 1]; i++) {
    guint32 w = network->neighbor[i];
    if (w == without)
      continue;
    guint32 distance = (circle->place[w] + circle->count - from) % circle->count;
    guint32 at = count++;
    for (; at > 0 && ahead[at - 1] > distance; at--)
      ahead[at] = ahead[at - 1];
    ahead[at] = distance;
  }
  return count;
}

/* Crossings between ties of two that stand beside each other: pairs in which that of the second
 * ends farther ahead than that of the first. */
static gint64 crossings_of(const guint32 *second, guint32 second_count, const guint32 *first,
                           guint32 first_count) {
  gint64 crossings = 0;
  guint32 below = 0;
  for (guint32 i = 0; i < second_count; i++) {
    while (below < first_count && first[below] < second[i])
      below++;
    crossings += below;
  }
  return crossings;
}

/* How many crossings exchanging places i and i + 1 would add. */
static gint64 exchange_cost(const Circle *circle, guint32 i, guint32 *ahead) {
  guint32 v = circle->order[i], w = circle->order[(i + 1) % circle->count];
  guint32 *of_v = ahead, *of_w = ahead + circle->count;
  guint32 v_count = neighbors_ahead(circle, v, w, i, of_v);
  guint32 w_count = neighbors_ahead(circle, w, v, i, of_w);
  return crossings_of(of_v, v_count, of_w, w_count) - crossings_of(of_w, w_count, of_v, v_count);
}

static void exchange(Circle *circle, guint32 i) {
  guint32 next = (i + 1) % circle->count;
  guint32 v = circle->order[i], w = circle->order[next];
  circle->order[i] = w;
  circle->order[next] = v;
  circle->place[w] = i;
  circle->place[v] = next;
}

/* Moves v once around and leaves it where fewest ties cross. */
static gboolean sift(Circle *circle, guint32 v, guint32 *ahead) {
  gint64 cost = 0, best = 0;
  guint32 best_step = 0;
  for (guint32 step = 1; step < circle->count; step++) {
    guint32 at = circle->place[v];
    cost += exchange_cost(circle, at, ahead);
    exchange(circle, at);
    if (cost < best) {
      best = cost;
      best_step = step;
    }
  }
  /* Back from the last step to the best. */
  for (guint32 step = circle->count - 1; step > best_step; step--)
    exchange(circle, (circle->place[v] + circle->count - 1) % circle->count);
  return best < 0;
}

static void reduce_crossings(Circle *circle, const guint32 *by_degree, guint32 *ahead) {
  double steps = 0;
  for (guint32 k = 0; k < circle->count; k++)
    steps += 2.0 * circle->count * degree(circle, by_degree[k]) * degree(circle, by_degree[k]);
  int rounds = (int)MIN(STEPS / MAX(steps, 1), MOST_ROUNDS);
  gboolean better = circle->count > 3;
  for (int round = 0; better && round < rounds; round++) {
    better = FALSE;
    for (guint32 k = circle->count; k-- > 0;)
      better |= sift(circle, by_degree[k], ahead);
  }
}

/* ---- on the ellipse -------------------------------------------------------------------------- */

/* Discs of hubs are larger, in proportion to this. */
static double share_of(const Circle *circle, guint32 v, guint32 most) {
  return 1 + 2 * sqrt((double)degree(circle, v) / MAX(most, 1));
}

/* From the right, clockwise, a share of the angle for each. Of many, somewhat nearer to evenly by
 * height, so that labels left and right get lines of their own. */
static void write_units(const Circle *circle, RefnetLayout *layout) {
  guint32 most = 0;
  double all = 0, before = 0;
  for (guint32 i = 0; i < circle->count; i++)
    most = MAX(most, degree(circle, circle->order[i]));
  for (guint32 i = 0; i < circle->count; i++)
    all += share_of(circle, circle->order[i], most);
  for (guint32 i = 0; i < circle->count; i++) {
    double share = share_of(circle, circle->order[i], most);
    double turn = 2 * G_PI * (before + share / 2) / all;
    double height = sin(turn), even = 2 / G_PI * asin(CLAMP(height, -1, 1));
    if (circle->count > CROWD)
      height = (1 - EVENLY) * height + EVENLY * even;
    double side = sqrt(MAX(0, 1 - height * height));
    layout->unit[circle->order[i]] = (RefnetPoint){cos(turn) < 0 ? -side : side, height};
    before += share;
  }
}

gboolean refnet_lay_out_circle(const RefnetNetwork *network, const RefnetMapOptions *options,
                               RefnetLayout *layout, GError **error) {
  (void)options;
  gsize n = (gsize)network->vertices + 1;
  Circle circle = {.network = network, .count = layout->placed};
  g_autofree guint32 *order = circle.order = g_try_malloc_n(n, sizeof *order);
  g_autofree guint32 *place = circle.place = g_try_malloc0_n(n, sizeof *place);
  g_autofree gboolean *seen = g_try_malloc0_n(n, sizeof *seen);
  g_autofree guint32 *by_degree = g_try_malloc_n(n, sizeof *by_degree);
  g_autofree guint32 *scratch = g_try_malloc_n(2 * (n + network->ties), sizeof *scratch);
  if (!order || !place || !seen || !by_degree || !scratch)
    return refnet_draw_no_memory(error);
  memcpy(by_degree, layout->member, layout->placed * sizeof *by_degree);
  g_qsort_with_data(by_degree, (gint)layout->placed, sizeof *by_degree, compare_degree, &circle);
  order_depth_first(&circle, by_degree, seen, scratch);
  reduce_crossings(&circle, by_degree, scratch);
  write_units(&circle, layout);
  layout->around = g_steal_pointer(&order);
  layout->longest_unit = 1e4;
  layout->most_stretch = 2;
  layout->keeps_form = TRUE;
  layout->room_beside = 11;
  layout->room_above = 2;
  return TRUE;
}
