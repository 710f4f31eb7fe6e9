/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Paths through organizations with few ties are walked, for they add most; what those with many
 * ties can add is bounded, and looked up for the few that come into question. */
#include "analysis/who_else/nearness.h"

#include "analysis/memory.h"

gboolean refnet_nearness_init(RefnetNearness *nearness, const RefnetAllocation *allocation,
                              GError **error) {
  guint32 n = allocation->n, heavies = allocation->heavies;
  *nearness = (RefnetNearness){.allocation = allocation, .x = REFNET_NONE};
  if (!(nearness->tied = REFNET_TRY_ARRAY(guint8, n, error)) ||
      !(nearness->touched = REFNET_TRY_ARRAY(guint32, n, error)) ||
      !(nearness->column = REFNET_TRY_ARRAY(double, allocation->shape.columns, error)) ||
      !(nearness->direct = REFNET_TRY_ARRAY(double, n, error)) ||
      !(nearness->indirect = REFNET_TRY_ARRAY(double, n, error)) ||
      !(nearness->mark = REFNET_TRY_ARRAY(double, heavies, error)) ||
      !(nearness->through = REFNET_TRY_ARRAY(double, heavies, error)) ||
      !(nearness->worked_out = REFNET_TRY_ARRAY(guint32, heavies, error)))
    return FALSE;
  for (guint32 w = 0; w < heavies; w++)
    nearness->through[w] = -1;
  return TRUE;
}

void refnet_nearness_clear(RefnetNearness *nearness) {
  g_free(nearness->tied);
  g_free(nearness->touched);
  g_free(nearness->column);
  g_free(nearness->direct);
  g_free(nearness->indirect);
  g_free(nearness->mark);
  g_free(nearness->through);
  g_free(nearness->worked_out);
  *nearness = (RefnetNearness){0};
}

/* ---- turning to another x -------------------------------------------------------------------- */

static void set_ties(RefnetNearness *nearness, gboolean tied) {
  const RefnetAllocation *allocation = nearness->allocation;
  guint32 x = nearness->x;
  nearness->tied[x] = (guint8)tied;
  for (guint64 i = allocation->start[x]; i < allocation->start[x + 1]; i++) {
    guint32 z = allocation->neighbor[i];
    nearness->tied[z] = (guint8)tied;
    if (z < allocation->heavies)
      nearness->mark[z] = tied ? allocation->share[z] : 0;
  }
}

static void forget(RefnetNearness *nearness) {
  const RefnetAllocation *allocation = nearness->allocation;
  if (nearness->x == REFNET_NONE)
    return;
  set_ties(nearness, FALSE);
  for (guint32 i = 0; i < nearness->touched_count; i++)
    nearness->direct[nearness->touched[i]] = nearness->indirect[nearness->touched[i]] = 0;
  for (guint32 y = 0; y < allocation->shape.columns; y++)
    nearness->column[y] = 0;
  for (guint32 i = 0; i < nearness->worked_out_count; i++)
    nearness->through[nearness->worked_out[i]] = -1;
  nearness->touched_count = nearness->worked_out_count = 0;
  nearness->heavy_shares = nearness->heavy_most = 0;
  nearness->to_heavies = nearness->not_handed_on = 0;
}

static void add(RefnetNearness *nearness, double *sums, guint32 p, double amount) {
  const RefnetAllocation *allocation = nearness->allocation;
  for (guint64 i = allocation->start[p]; i < allocation->start[p + 1]; i++) {
    guint32 y = allocation->neighbor[i];
    if (!refnet_nearness_is_touched(nearness, y))
      nearness->touched[nearness->touched_count++] = y;
    sums[y] += amount;
  }
}

/* Each neighbor hands what it has, one tie's worth each, to its own. */
static void walk_two(RefnetNearness *nearness) {
  const RefnetAllocation *allocation = nearness->allocation;
  guint32 columns = allocation->shape.columns;
  for (guint64 i = allocation->start[nearness->x]; i < allocation->start[nearness->x + 1]; i++) {
    guint32 z = allocation->neighbor[i];
    const double *row = allocation->column + (guint64)z * columns;
    for (guint32 y = 0; y < columns; y++)
      nearness->column[y] += row[y];
    if (z >= allocation->heavies) {
      add(nearness, nearness->direct, z, allocation->share[z]);
      continue;
    }
    nearness->heavy_shares += allocation->share[z];
    nearness->heavy_most += allocation->share[z] * allocation->most[z];
  }
}

/* Handing on less than a small part of what the best of the columns have can be left out; where
 * these have nothing, nothing is. */
static double least_to_hand_on(const RefnetNearness *nearness) {
  const RefnetAllocation *allocation = nearness->allocation;
  double best = 0;
  for (guint32 y = 0; y < allocation->shape.columns; y++)
    if (!nearness->tied[y])
      best = MAX(best, nearness->column[y]);
  return best / allocation->shape.fineness;
}

/* And these hand it on. Back over x the way leads to neighbors of x only. */
static void walk_three(RefnetNearness *nearness) {
  const RefnetAllocation *allocation = nearness->allocation;
  nearness->least = least_to_hand_on(nearness);
  for (guint32 i = 0, length = nearness->touched_count; i < length; i++) {
    guint32 w = nearness->touched[i];
    double each = nearness->direct[w] * allocation->share[w];
    if (w == nearness->x)
      continue;
    if (w < allocation->heavies)
      nearness->to_heavies += each;
    else if (each < nearness->least)
      nearness->not_handed_on += each;
    else
      add(nearness, nearness->indirect, w, each);
  }
}

void refnet_nearness_turn_to(RefnetNearness *nearness, guint32 x) {
  forget(nearness);
  nearness->x = x;
  set_ties(nearness, TRUE);
  walk_two(nearness);
  walk_three(nearness);
}

/* ---- bounds and scores ----------------------------------------------------------------------- */

double refnet_nearness_rest(const RefnetNearness *nearness, guint32 ties) {
  return nearness->heavy_shares + nearness->heavy_most + nearness->to_heavies +
         MIN(nearness->not_handed_on, ties * nearness->least);
}

/* What is not walked, but for the ways by heavy ones at the end. Over three ties by a heavy
 * neighbor of x: no more than if all it shares out reached every neighbor of y. */
static double at_most(const RefnetNearness *nearness, guint32 y) {
  const RefnetAllocation *allocation = nearness->allocation;
  double by_light = refnet_allocation_ties(allocation, y) * nearness->least;
  return nearness->direct[y] + nearness->indirect[y] + MIN(nearness->not_handed_on, by_light) +
         MIN(nearness->heavy_most, nearness->heavy_shares * allocation->all[y]);
}

double refnet_nearness_bound(const RefnetNearness *nearness, guint32 y) {
  return at_most(nearness, y) + nearness->heavy_shares + nearness->to_heavies;
}

double refnet_nearness_closer_bound(const RefnetNearness *nearness, guint32 y) {
  const RefnetAllocation *allocation = nearness->allocation;
  double bound = at_most(nearness, y);
  for (guint64 i = allocation->start[y];
       i < allocation->start[y + 1] && allocation->neighbor[i] < allocation->heavies; i++) {
    guint32 w = allocation->neighbor[i];
    bound += nearness->mark[w] + nearness->direct[w] * allocation->share[w];
  }
  return bound;
}

/* Over two ties, through heavy neighbors of x: the first in the list of y. */
static double by_heavies(const RefnetNearness *nearness, guint32 y) {
  const RefnetAllocation *allocation = nearness->allocation;
  double sum = 0;
  for (guint64 i = allocation->start[y];
       i < allocation->start[y + 1] && allocation->neighbor[i] < allocation->heavies; i++)
    sum += nearness->mark[allocation->neighbor[i]];
  return sum;
}

/* Σ 1/k_z over the neighbors z that x and w have in common. */
static double over_two(RefnetNearness *nearness, guint32 w) {
  if (w >= nearness->allocation->heavies)
    return nearness->direct[w] + by_heavies(nearness, w);
  if (nearness->through[w] < 0) {
    nearness->through[w] = nearness->direct[w] + by_heavies(nearness, w);
    nearness->worked_out[nearness->worked_out_count++] = w;
  }
  return nearness->through[w];
}

double refnet_nearness_score(RefnetNearness *nearness, guint32 y) {
  const RefnetAllocation *allocation = nearness->allocation;
  if (y < allocation->shape.columns)
    return nearness->column[y];
  double score = over_two(nearness, y);
  for (guint64 i = allocation->start[y]; i < allocation->start[y + 1]; i++) {
    guint32 w = allocation->neighbor[i];
    score += allocation->share[w] * over_two(nearness, w);
  }
  return score;
}
