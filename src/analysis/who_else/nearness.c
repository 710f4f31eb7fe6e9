/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Paths through organizations with few ties are walked, for they add most; what those with many
 * ties can add is bounded, and looked up for the few that come into question. */
#include "analysis/who_else/nearness.h"

#include <float.h>

#include "analysis/memory.h"

static gboolean allocate(RefnetNearness *nearness, GError **error) {
  guint64 n = nearness->allocation->n, heavies = nearness->allocation->heavies;
  return (nearness->tied = REFNET_TRY_ARRAY(guint8, n, error)) &&
         (nearness->column =
              REFNET_TRY_ARRAY(double, nearness->allocation->shape.columns, error)) &&
         (nearness->met = REFNET_TRY_ARRAY(guint32, n + 1, error)) &&
         (nearness->found = REFNET_TRY_ARRAY(guint32, n + 1, error)) &&
         (nearness->spots = REFNET_TRY_RANDOM_ARRAY(RefnetNearnessSpot, n, error)) &&
         (nearness->walked = REFNET_TRY_RANDOM_ARRAY(float, n, error)) &&
         (nearness->onward = REFNET_TRY_ARRAY(guint32, n, error)) &&
         (nearness->amount = REFNET_TRY_ARRAY(float, n, error)) &&
         (nearness->by_heavy = REFNET_TRY_ARRAY(double, heavies, error)) &&
         (nearness->mark = REFNET_TRY_ARRAY(double, heavies, error)) &&
         (nearness->through = REFNET_TRY_ARRAY(double, heavies, error)) &&
         (nearness->worked_out = REFNET_TRY_ARRAY(guint32, heavies, error));
}

gboolean refnet_nearness_init(RefnetNearness *nearness, const RefnetAllocation *allocation,
                              GError **error) {
  guint32 first = allocation->shape.columns;
  *nearness = (RefnetNearness){.allocation = allocation, .x = REFNET_NONE};
  if (!allocate(nearness, error))
    return FALSE;
  for (guint32 w = 0; w < allocation->heavies; w++)
    nearness->through[w] = -1;
  for (guint32 w = 0; w < allocation->n; w++)
    nearness->spots[w] =
        (RefnetNearnessSpot){.beyond = allocation->beyond[w],
                             .length = (guint32)(allocation->start[w + 1] - allocation->beyond[w]),
                             .share = (float)allocation->share[w]};
  /* A y is handed to once by each neighbor, and once over two ties; the sum is rounded each time,
   * the amounts three times at most. */
  double rounded = 4. + (first < allocation->n ? refnet_allocation_ties(allocation, first) : 0);
  nearness->least_walked = 1 - rounded * FLT_EPSILON;
  nearness->most_walked = 1 + rounded * FLT_EPSILON;
  return TRUE;
}

void refnet_nearness_clear(RefnetNearness *nearness) {
  g_free(nearness->tied);
  g_free(nearness->column);
  g_free(nearness->met);
  g_free(nearness->found);
  g_free(nearness->spots);
  g_free(nearness->walked);
  g_free(nearness->onward);
  g_free(nearness->amount);
  g_free(nearness->by_heavy);
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
      nearness->mark[z] = 0;
    else if (tied)
      refnet_allocation_prefetch(allocation, z);
  }
}

/* Leaves everything that was walked to as it was before. */
static void walk_back(RefnetNearness *nearness) {
  for (guint32 i = 0; i < nearness->met_count; i++) {
    guint32 w = nearness->met[i];
    nearness->spots[w].handed = nearness->spots[w].direct = 0;
    nearness->walked[w] = 0;
  }
  for (guint32 i = 0; i < nearness->onward_count; i++) {
    const RefnetNearnessSpot *spot = &nearness->spots[nearness->onward[i]];
    for (guint64 k = spot->beyond; k < spot->beyond + spot->length; k++)
      nearness->walked[nearness->allocation->neighbor[k]] = 0;
  }
  for (guint32 i = 0; i < nearness->worked_out_count; i++)
    nearness->through[nearness->worked_out[i]] = -1;
  nearness->met_count = nearness->onward_count = nearness->found_count = 0;
  nearness->worked_out_count = 0;
}

/* Sums the rows of the neighbors of x before place `end`, each of so many figures. */
static void sum_rows(const RefnetNearness *nearness, const double *rows, guint32 figures,
                     guint32 end, double *sums) {
  const RefnetAllocation *allocation = nearness->allocation;
  guint32 x = nearness->x;
  for (guint32 y = 0; y < figures; y++)
    sums[y] = 0;
  for (guint64 i = allocation->start[x];
       i < allocation->start[x + 1] && allocation->neighbor[i] < end; i++) {
    const double *row = rows + (guint64)allocation->neighbor[i] * figures;
    for (guint32 y = 0; y < figures; y++)
      sums[y] += row[y];
  }
}

void refnet_nearness_turn_to(RefnetNearness *nearness, guint32 x) {
  const RefnetAllocation *allocation = nearness->allocation;
  if (nearness->x != REFNET_NONE) {
    walk_back(nearness);
    set_ties(nearness, FALSE);
  }
  nearness->x = x;
  set_ties(nearness, TRUE);
  sum_rows(nearness, allocation->column, allocation->shape.columns, allocation->n,
           nearness->column);
}

/* ---- over two ties --------------------------------------------------------------------------- */

/* A neighbor of x hands one tie's worth to each of its own. */
static void hand_over(RefnetNearness *nearness, guint32 z) {
  const RefnetAllocation *allocation = nearness->allocation;
  double share = allocation->share[z], handed = z >= nearness->light ? share : 0;
  guint32 *met = nearness->met + nearness->met_count, length = 0;
  for (guint64 i = allocation->start[z]; i < allocation->start[z + 1]; i++) {
    RefnetNearnessSpot *spot = &nearness->spots[allocation->neighbor[i]];
    met[length] = allocation->neighbor[i];
    length += !(spot->handed > 0) & !(spot->direct > 0);
    spot->handed += handed;
    spot->direct += share - handed;
  }
  nearness->met_count += length;
}

/* Those met will hand on what they have from light neighbors of x. Back over x the way leads to
 * neighbors of x only. */
static void find_onward(RefnetNearness *nearness) {
  const guint32 *neighbor = nearness->allocation->neighbor;
  for (guint32 i = 0; i < nearness->met_count; i++) {
    guint32 w = nearness->met[i];
    const RefnetNearnessSpot *spot = &nearness->spots[w];
    if (w == nearness->x || !(spot->handed > 0))
      continue;
    if (w < nearness->light) {
      nearness->not_handed_on += spot->handed * nearness->allocation->share[w];
      continue;
    }
    nearness->amount[nearness->onward_count] = (float)spot->handed * spot->share;
    nearness->onward[nearness->onward_count++] = w;
    __builtin_prefetch(neighbor + spot->beyond);
    __builtin_prefetch(neighbor + spot->beyond + 16);
  }
}

static void set_depth(RefnetNearness *nearness, guint depth) {
  const RefnetAllocation *allocation = nearness->allocation;
  const guint32 heavy[REFNET_NEARNESS_DEPTHS] = {allocation->heavies, allocation->heaviest, 0};
  nearness->heavy = heavy[depth];
  nearness->light = depth == 0 ? allocation->lights : heavy[depth];
}

/* What is left to bounds: over two ties a neighbor z of x that is not walked adds 1/k_z to b(x,y)
 * or nothing; over three a z that is not light adds 1/k_z of the most that it can have in common
 * with anybody; and one that was met and hands nothing on would hand to y no more than to each. For
 * heavy y what comes by a z that is not walked is looked up instead. */
void refnet_nearness_walk(RefnetNearness *nearness, guint depth) {
  const RefnetAllocation *allocation = nearness->allocation;
  guint32 x = nearness->x;
  walk_back(nearness);
  set_depth(nearness, depth);
  nearness->left = nearness->by_unwalked = nearness->by_halfway = nearness->not_handed_on = 0;
  for (guint64 i = allocation->start[x]; i < allocation->start[x + 1]; i++) {
    guint32 z = allocation->neighbor[i];
    if (z < allocation->heavies)
      nearness->mark[z] = z < nearness->heavy ? allocation->share[z] : 0;
    if (z < nearness->heavy) {
      nearness->left += allocation->share[z];
      nearness->by_unwalked += allocation->share[z] * allocation->most[z];
      continue;
    }
    hand_over(nearness, z);
    if (z < nearness->light)
      nearness->by_halfway += allocation->share[z] * allocation->most[z];
  }
  sum_rows(nearness, allocation->heavy_row, allocation->heavies, nearness->heavy,
           nearness->by_heavy);
  find_onward(nearness);
  nearness->left += nearness->by_unwalked + nearness->by_halfway + nearness->not_handed_on;
}

/* ---- over three ------------------------------------------------------------------------------ */

/* Heavy places come first in a list. Any other is found when it passes what is sought, which it
 * does once. */
static void hand_on(RefnetNearness *nearness, guint32 w, float amount, float sought) {
  const RefnetAllocation *allocation = nearness->allocation;
  const guint32 *y = allocation->neighbor + nearness->spots[w].beyond;
  const guint32 *end = y + nearness->spots[w].length;
  float *walked = nearness->walked;
  for (; y < end && *y < allocation->heavies; y++)
    walked[*y] += amount;
  for (; y < end; y++) {
    float before = walked[*y], after = before + amount;
    walked[*y] = after;
    if (G_UNLIKELY(after >= sought) && before < sought)
      nearness->found[nearness->found_count++] = *y;
  }
}

void refnet_nearness_walk_on(RefnetNearness *nearness, double least) {
  const RefnetAllocation *allocation = nearness->allocation;
  double to_find = (least - nearness->left) / nearness->most_walked;
  float sought = MAX((float)to_find * (1 - FLT_EPSILON), FLT_MIN);
  for (guint32 i = 0; i < nearness->met_count; i++) {
    guint32 w = nearness->met[i];
    if (w < allocation->shape.columns)
      continue;
    nearness->walked[w] = (float)refnet_nearness_over_two(nearness, w);
    if (w >= allocation->heavies && nearness->walked[w] >= sought)
      nearness->found[nearness->found_count++] = w;
  }
  for (guint32 i = 0; i < nearness->onward_count; i++)
    hand_on(nearness, nearness->onward[i], nearness->amount[i], sought);
  for (guint32 y = allocation->shape.columns; y < allocation->heavies; y++)
    if (least <= nearness->left || refnet_nearness_bound(nearness, y) >= least)
      nearness->found[nearness->found_count++] = y;
}

/* ---- bounds and scores ----------------------------------------------------------------------- */

double refnet_nearness_bound(const RefnetNearness *nearness, guint32 y) {
  double walked = nearness->walked[y] * nearness->most_walked;
  return y < nearness->allocation->heavies
             ? walked + nearness->by_heavy[y] + nearness->by_halfway + nearness->not_handed_on
             : walked + nearness->left;
}

double refnet_nearness_floor(const RefnetNearness *nearness, guint32 y) {
  double walked = nearness->walked[y] * nearness->least_walked;
  return y < nearness->allocation->heavies ? walked + nearness->by_heavy[y] : walked;
}

double refnet_nearness_closer_bound(const RefnetNearness *nearness, guint32 y) {
  const RefnetAllocation *allocation = nearness->allocation;
  gboolean is_heavy = y < allocation->heavies;
  double bound = nearness->walked[y] * nearness->most_walked + nearness->by_halfway +
                 (is_heavy ? nearness->by_heavy[y] : nearness->by_unwalked);
  for (guint64 i = allocation->start[y];
       i < allocation->start[y + 1] && allocation->neighbor[i] < nearness->light; i++) {
    guint32 w = allocation->neighbor[i];
    bound += nearness->spots[w].handed * allocation->share[w];
    if (w < nearness->heavy && !is_heavy)
      bound += nearness->mark[w];
  }
  return bound;
}

/* Over two ties, through neighbors of x that are not walked: the first in the list of y. */
static double by_unwalked(const RefnetNearness *nearness, guint32 y) {
  const RefnetAllocation *allocation = nearness->allocation;
  double sum = 0;
  for (guint64 i = allocation->start[y];
       i < allocation->start[y + 1] && allocation->neighbor[i] < nearness->heavy; i++)
    sum += nearness->mark[allocation->neighbor[i]];
  return sum;
}

/* Σ 1/k_z over the neighbors z that x and w have in common. */
static double over_two(RefnetNearness *nearness, guint32 w) {
  double walked = refnet_nearness_over_two(nearness, w);
  if (w >= nearness->heavy)
    return walked + by_unwalked(nearness, w);
  if (nearness->through[w] < 0) {
    nearness->through[w] = walked + by_unwalked(nearness, w);
    nearness->worked_out[nearness->worked_out_count++] = w;
  }
  return nearness->through[w];
}

static double score_of_heavy(const RefnetNearness *nearness, guint32 y) {
  const RefnetAllocation *allocation = nearness->allocation;
  double score = refnet_nearness_over_two(nearness, y) + nearness->by_heavy[y];
  for (guint64 i = allocation->start[y]; i < allocation->start[y + 1]; i++) {
    guint32 w = allocation->neighbor[i];
    score += allocation->share[w] * refnet_nearness_over_two(nearness, w);
  }
  return score;
}

double refnet_nearness_score(RefnetNearness *nearness, guint32 y) {
  const RefnetAllocation *allocation = nearness->allocation;
  if (y < allocation->shape.columns)
    return nearness->column[y];
  if (y < allocation->heavies)
    return score_of_heavy(nearness, y);
  for (guint64 i = allocation->start[y]; i < allocation->start[y + 1]; i++) {
    __builtin_prefetch(&nearness->spots[allocation->neighbor[i]]);
    refnet_allocation_prefetch(allocation, allocation->neighbor[i]);
  }
  double score = over_two(nearness, y);
  for (guint64 i = allocation->start[y]; i < allocation->start[y + 1]; i++) {
    guint32 w = allocation->neighbor[i];
    score += allocation->share[w] * over_two(nearness, w);
  }
  return score;
}
