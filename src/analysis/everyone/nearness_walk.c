/* SPDX-License-Identifier: GPL-2.0-or-later */
/* For those that come into question all parts of the score are looked up; where bounds tell of too
 * few that they don't, everybody's are added up. */
#include "analysis/everyone/nearness_walk.h"

#include <float.h>

/* ---- over two ties --------------------------------------------------------------------------- */

/* From x over two ties, by way of neighbors from place `first` on. While it goes, `handed` has what
 * comes to each. */
static void walk(RefnetNearness *nearness, guint32 first) {
  enum { AHEAD = 3 };
  const RefnetAllocation *allocation = nearness->allocation;
  guint32 x = nearness->x, length = 0;
  guint32 *near = nearness->near;
  double *handed = nearness->handed;
  refnet_nearness_walk_back(nearness);
  for (guint64 i = allocation->start[x]; i < allocation->start[x + 1]; i++) {
    guint32 z = allocation->neighbor[i];
    double share = allocation->share[z];
    if (i + AHEAD < allocation->start[x + 1])
      refnet_allocation_prefetch(allocation, allocation->neighbor[i + AHEAD]);
    if (z < first)
      continue;
    for (guint64 k = allocation->start[z]; k < allocation->start[z + 1]; k++) {
      guint32 w = allocation->neighbor[k];
      double before = handed[w];
      near[length] = w;
      length += !(before > 0);
      handed[w] = before + share;
    }
  }
  nearness->near_count = length;
  for (guint32 i = 0; i < length; i++)
    handed[near[i]] *= allocation->share[near[i]];
}

void refnet_nearness_walk_two(RefnetNearness *nearness) {
  refnet_nearness_forget_met(nearness);
  walk(nearness, 0);
  nearness->is_walked = TRUE;
}

/* ---- over three ------------------------------------------------------------------------------ */

/* Hands an amount to each of these. Whoever passes what is sought does it once. */
static void hand_on(RefnetNearness *nearness, const guint32 *first, const guint32 *end,
                    float amount, float sought) {
  guint32 *met = nearness->met + nearness->met_count, length = 0;
  float *added = nearness->added;
  for (const guint32 *y = first; y < end; y++) {
    float before = added[*y], after = before + amount;
    met[length] = *y;
    length += before == 0;
    added[*y] = after;
    if (G_UNLIKELY(after >= sought) && before < sought)
      nearness->found[nearness->found_count++] = *y;
  }
  nearness->met_count += length;
}

/* Back over x the way leads to neighbors of x only. */
static void walk_narrowly(RefnetNearness *nearness, float sought) {
  const RefnetAllocation *allocation = nearness->allocation;
  for (guint32 i = 0; i < nearness->near_count; i++) {
    guint32 w = nearness->near[i];
    if (i + 1 < nearness->near_count)
      refnet_allocation_prefetch(allocation, nearness->near[i + 1]);
    if (w == nearness->x)
      continue;
    if (w >= allocation->shape.columns)
      hand_on(nearness, &w, &w + 1, (float)refnet_nearness_over_two(nearness, w), sought);
    hand_on(nearness, allocation->neighbor + allocation->beyond[w],
            allocation->neighbor + allocation->start[w + 1], (float)nearness->handed[w], sought);
  }
}

/* What is read of those that the walk soon goes by lies anywhere in memory. */
static void ask_ahead(const RefnetNearness *nearness, guint32 i) {
  enum { NEXT = 3, LATER = 6 };
  const RefnetAllocation *allocation = nearness->allocation;
  if (i + LATER >= nearness->near_count)
    return;
  guint32 later = nearness->near[i + LATER];
  __builtin_prefetch(&allocation->start[later]);
  __builtin_prefetch(&allocation->beyond[later]);
  __builtin_prefetch(&nearness->handed[later]);
  refnet_allocation_prefetch(allocation, nearness->near[i + NEXT]);
}

/* Those of one list differ: they are added to four at a time. */
static void hand_on_blindly(float *added, const guint32 *first, const guint32 *end, float amount) {
  const guint32 *y = first;
  for (; end - y >= 4; y += 4) {
    float a = added[y[0]] + amount, b = added[y[1]] + amount;
    float c = added[y[2]] + amount, d = added[y[3]] + amount;
    added[y[0]] = a;
    added[y[1]] = b;
    added[y[2]] = c;
    added[y[3]] = d;
  }
  for (; y < end; y++)
    added[*y] += amount;
}

/* Where a walk meets most of all, it is quicker to look at everybody once thereafter. */
static void walk_widely(RefnetNearness *nearness, float sought) {
  const RefnetAllocation *allocation = nearness->allocation;
  float *added = nearness->added;
  for (guint32 i = 0; i < nearness->near_count; i++) {
    guint32 w = nearness->near[i];
    ask_ahead(nearness, i);
    if (w == nearness->x)
      continue;
    if (w >= allocation->shape.columns)
      added[w] += (float)refnet_nearness_over_two(nearness, w);
    hand_on_blindly(added, allocation->neighbor + allocation->beyond[w],
                    allocation->neighbor + allocation->start[w + 1], (float)nearness->handed[w]);
  }
  guint32 length = 0;
  for (guint32 y = allocation->shape.columns; y < allocation->n; y++) {
    nearness->met[length] = y;
    length += added[y] > 0;
    if (G_UNLIKELY(added[y] >= sought))
      nearness->found[nearness->found_count++] = y;
  }
  nearness->met_count = length;
}

static gboolean is_wide(const RefnetNearness *nearness) {
  const RefnetAllocation *allocation = nearness->allocation;
  guint64 ties = 0;
  for (guint32 i = 0; i < nearness->near_count; i++)
    ties += allocation->start[nearness->near[i] + 1] - allocation->beyond[nearness->near[i]];
  return ties > allocation->n / 2;
}

void refnet_nearness_walk_three(RefnetNearness *nearness, double sought) {
  float enough = (float)(sought / (1 + nearness->rounded)) * (1 - FLT_EPSILON);
  enough = MAX(enough, FLT_MIN);
  if (is_wide(nearness))
    walk_widely(nearness, enough);
  else
    walk_narrowly(nearness, enough);
  nearness->left = 0;
}

/* ---- one score ------------------------------------------------------------------------------- */

/* By neighbors of x that are columns: a column of the row of y is what a tie to y adds to it, and
 * times k_y / k_z the other way round. */
static double by_columns(const RefnetNearness *nearness, guint32 y) {
  const RefnetAllocation *allocation = nearness->allocation;
  guint32 x = nearness->x, columns = allocation->shape.columns;
  const double *row = allocation->column + (guint64)y * columns;
  double sum = 0;
  for (guint64 i = allocation->start[x]; i < allocation->beyond[x]; i++)
    sum += row[allocation->neighbor[i]] * allocation->share[allocation->neighbor[i]];
  return sum * refnet_allocation_ties(allocation, y);
}

/* What all these hand on. In four sums, for none of them then waits for the one before. */
static double sum_of_handed(const double *handed, const guint32 *first, const guint32 *end) {
  double a = 0, b = 0, c = 0, d = 0;
  const guint32 *w = first;
  for (; end - w >= 4; w += 4) {
    a += handed[w[0]];
    b += handed[w[1]];
    c += handed[w[2]];
    d += handed[w[3]];
  }
  for (; w < end; w++)
    a += handed[*w];
  return (a + b) + (c + d);
}

double refnet_nearness_score(RefnetNearness *nearness, guint32 y) {
  const RefnetAllocation *allocation = nearness->allocation;
  if (y < allocation->shape.columns)
    return nearness->column[y];
  if (nearness->near_count == 0)
    walk(nearness, allocation->shape.columns);
  double score =
      refnet_nearness_over_two(nearness, y) + (nearness->is_walked ? 0 : by_columns(nearness, y));
  return score + sum_of_handed(nearness->handed, allocation->neighbor + allocation->start[y],
                               allocation->neighbor + allocation->start[y + 1]);
}

void refnet_nearness_prefetch(const RefnetNearness *nearness, guint32 y) {
  const RefnetAllocation *allocation = nearness->allocation;
  const double *row = allocation->column + (guint64)y * allocation->shape.columns;
  refnet_allocation_prefetch(allocation, y);
  for (guint64 i = allocation->start[nearness->x]; i < allocation->beyond[nearness->x]; i++)
    __builtin_prefetch(&row[allocation->neighbor[i]]);
}
