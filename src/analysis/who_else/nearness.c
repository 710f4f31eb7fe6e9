/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The largest parts of scores are added up, for few of the rest come into question; for those that
 * do, all parts are looked up. */
#include "analysis/who_else/nearness.h"

#include <float.h>

#include "analysis/memory.h"

static gboolean allocate(RefnetNearness *nearness, GError **error) {
  const RefnetAllocation *allocation = nearness->allocation;
  guint64 n = allocation->n, heavies = allocation->heavies;
  guint32 most_ties = n > 0 ? refnet_allocation_ties(allocation, 0) : 0;
  return (nearness->tied = REFNET_TRY_ARRAY(guint8, n, error)) &&
         (nearness->column = REFNET_TRY_ARRAY(double, allocation->shape.columns, error)) &&
         (nearness->met = REFNET_TRY_ARRAY(guint32, n + 1, error)) &&
         (nearness->near = REFNET_TRY_ARRAY(guint32, n + 1, error)) &&
         (nearness->taken = REFNET_TRY_ARRAY(guint32, most_ties, error)) &&
         (nearness->added = REFNET_TRY_RANDOM_ARRAY(float, n, error)) &&
         (nearness->two = REFNET_TRY_RANDOM_ARRAY(double, n, error)) &&
         (nearness->whole = REFNET_TRY_RANDOM_ARRAY(double, n, error)) &&
         (nearness->mark = REFNET_TRY_ARRAY(double, heavies, error)) &&
         (nearness->through = REFNET_TRY_ARRAY(double, heavies, error)) &&
         (nearness->worked_out = REFNET_TRY_ARRAY(guint32, heavies, error));
}

gboolean refnet_nearness_init(RefnetNearness *nearness, const RefnetAllocation *allocation,
                              const RefnetParts *parts, GError **error) {
  *nearness = (RefnetNearness){
      .allocation = allocation, .parts = parts, .x = REFNET_NONE, .heavy = REFNET_NONE};
  if (!allocate(nearness, error))
    return FALSE;
  for (guint32 w = 0; w < allocation->heavies; w++)
    nearness->through[w] = -1;
  return TRUE;
}

void refnet_nearness_clear(RefnetNearness *nearness) {
  g_free(nearness->tied);
  g_free(nearness->column);
  g_free(nearness->met);
  g_free(nearness->near);
  g_free(nearness->taken);
  g_free(nearness->added);
  g_free(nearness->two);
  g_free(nearness->whole);
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

static void walk_back(RefnetNearness *nearness) {
  for (guint32 i = 0; i < nearness->near_count; i++)
    nearness->two[nearness->near[i]] = 0;
  for (guint32 i = 0; i < nearness->worked_out_count; i++)
    nearness->through[nearness->worked_out[i]] = -1;
  nearness->near_count = nearness->worked_out_count = 0;
  nearness->heavy = REFNET_NONE;
}

/* Leaves everything as it was before x. */
static void leave(RefnetNearness *nearness) {
  walk_back(nearness);
  for (guint32 i = 0; i < nearness->met_count; i++)
    nearness->added[nearness->met[i]] = 0;
  for (guint32 i = 0; nearness->is_whole && i < nearness->met_count; i++)
    nearness->whole[nearness->met[i]] = 0;
  for (guint32 i = 0; i < refnet_allocation_ties(nearness->allocation, nearness->x); i++)
    nearness->taken[i] = 0;
  nearness->met_count = 0;
  nearness->is_whole = FALSE;
  set_ties(nearness, FALSE);
}

static void sum_columns(RefnetNearness *nearness) {
  const RefnetAllocation *allocation = nearness->allocation;
  guint32 x = nearness->x, columns = allocation->shape.columns;
  double *sums = nearness->column;
  for (guint32 y = 0; y < columns; y++)
    sums[y] = 0;
  for (guint64 i = allocation->start[x]; i < allocation->start[x + 1]; i++) {
    const double *row = allocation->column + (guint64)allocation->neighbor[i] * columns;
    for (guint32 y = 0; y < columns; y++)
      sums[y] += row[y];
  }
}

/* What the lists of the neighbors of x begin and end with tells what is worth adding up. */
static void look_at_ends(RefnetNearness *nearness) {
  const RefnetAllocation *allocation = nearness->allocation;
  const RefnetParts *parts = nearness->parts;
  guint32 x = nearness->x;
  nearness->largest = nearness->least_left = 0;
  for (guint64 i = allocation->start[x]; i < allocation->start[x + 1]; i++) {
    guint32 z = allocation->neighbor[i];
    float first = parts->length[z] ? parts->part[(guint64)z * parts->most].amount : parts->rest[z];
    nearness->largest = MAX(nearness->largest, first);
    nearness->least_left += parts->rest[z] + parts->beside[z];
  }
  nearness->least_left *= 1 + parts->rounded;
}

void refnet_nearness_turn_to(RefnetNearness *nearness, guint32 x) {
  if (nearness->x != REFNET_NONE)
    leave(nearness);
  nearness->x = x;
  nearness->rounded =
      nearness->parts->rounded + refnet_allocation_ties(nearness->allocation, x) * FLT_EPSILON;
  set_ties(nearness, TRUE);
  sum_columns(nearness);
  look_at_ends(nearness);
}

/* ---- the largest parts ----------------------------------------------------------------------- */

/* Adds those of one neighbor from its `taken`-th on; returns the most that it may add to anybody
 * beside that. */
static float take_parts(RefnetNearness *nearness, guint32 z, float least, guint32 *taken) {
  const RefnetParts *parts = nearness->parts;
  const RefnetPart *part = parts->part + (guint64)z * parts->most + *taken;
  const RefnetPart *end = parts->part + (guint64)z * parts->most + parts->length[z];
  guint32 *met = nearness->met + nearness->met_count, length = 0;
  float *added = nearness->added;
  for (; part < end && part->amount >= least; part++) {
    met[length] = part->place;
    length += !(added[part->place] > 0);
    added[part->place] += part->amount;
  }
  nearness->met_count += length;
  *taken = (guint32)(part - (parts->part + (guint64)z * parts->most));
  float next = part < end ? part->amount * REFNET_PARTS_STEP : 0;
  return MAX(next, parts->rest[z]) + parts->beside[z];
}

void refnet_nearness_add_parts(RefnetNearness *nearness, double least) {
  const RefnetAllocation *allocation = nearness->allocation;
  guint64 first = allocation->start[nearness->x], end = allocation->start[nearness->x + 1];
  double left = 0;
  for (guint64 i = first; i < end; i++)
    left += take_parts(nearness, allocation->neighbor[i], (float)least, &nearness->taken[i - first]);
  nearness->left = left * (1 + nearness->parts->rounded);
}

/* ---- walks ----------------------------------------------------------------------------------- */

/* From x over two ties; neighbors before place `heavy` are marked instead. */
static void walk(RefnetNearness *nearness, guint32 heavy) {
  const RefnetAllocation *allocation = nearness->allocation;
  guint32 x = nearness->x, length = 0;
  guint32 *near = nearness->near;
  double *two = nearness->two;
  walk_back(nearness);
  nearness->heavy = heavy;
  for (guint64 i = allocation->start[x]; i < allocation->start[x + 1]; i++) {
    guint32 z = allocation->neighbor[i];
    if (z < heavy) {
      nearness->mark[z] = allocation->share[z];
      continue;
    }
    for (guint64 k = allocation->start[z]; k < allocation->start[z + 1]; k++) {
      guint32 w = allocation->neighbor[k];
      near[length] = w;
      length += !(two[w] > 0);
      two[w] += allocation->share[z];
    }
  }
  nearness->near_count = length;
}

static inline void add_whole(RefnetNearness *nearness, guint32 y, double amount) {
  nearness->met[nearness->met_count] = y;
  nearness->met_count += !(nearness->added[y] > 0);
  nearness->added[y] = 1;
  nearness->whole[y] += amount;
}

/* Back over x the way leads to neighbors of x only. */
void refnet_nearness_add_all(RefnetNearness *nearness) {
  const RefnetAllocation *allocation = nearness->allocation;
  walk(nearness, 0);
  for (guint32 i = 0; i < nearness->near_count; i++) {
    guint32 w = nearness->near[i];
    double amount = nearness->two[w] * allocation->share[w];
    if (i + 1 < nearness->near_count)
      refnet_allocation_prefetch(allocation, nearness->near[i + 1]);
    if (w == nearness->x)
      continue;
    if (w >= allocation->shape.columns)
      add_whole(nearness, w, nearness->two[w]);
    for (guint64 k = allocation->beyond[w]; k < allocation->start[w + 1]; k++)
      add_whole(nearness, allocation->neighbor[k], amount);
  }
  for (guint32 i = 0; i < nearness->met_count; i++)
    nearness->added[nearness->met[i]] = (float)nearness->whole[nearness->met[i]];
  nearness->is_whole = TRUE;
  nearness->left = 0;
}

/* ---- one score ------------------------------------------------------------------------------- */

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
  if (w >= nearness->heavy)
    return nearness->two[w] + by_unwalked(nearness, w);
  if (nearness->through[w] < 0) {
    nearness->through[w] = nearness->two[w] + by_unwalked(nearness, w);
    nearness->worked_out[nearness->worked_out_count++] = w;
  }
  return nearness->through[w];
}

/* What comes by neighbors of x that are not walked is kept for heavy y. */
static double score_of_heavy(const RefnetNearness *nearness, guint32 y) {
  const RefnetAllocation *allocation = nearness->allocation;
  guint32 x = nearness->x;
  double score = nearness->two[y];
  for (guint64 i = allocation->start[x];
       i < allocation->start[x + 1] && allocation->neighbor[i] < allocation->heavies; i++)
    score += allocation->heavy_row[(guint64)allocation->neighbor[i] * allocation->heavies + y];
  for (guint64 i = allocation->start[y]; i < allocation->start[y + 1]; i++) {
    guint32 w = allocation->neighbor[i];
    score += allocation->share[w] * nearness->two[w];
  }
  return score;
}

double refnet_nearness_score(RefnetNearness *nearness, guint32 y) {
  const RefnetAllocation *allocation = nearness->allocation;
  if (y < allocation->shape.columns)
    return nearness->column[y];
  if (nearness->is_whole)
    return nearness->whole[y];
  if (nearness->heavy == REFNET_NONE)
    walk(nearness, allocation->heavies);
  if (y < allocation->heavies)
    return score_of_heavy(nearness, y);
  for (guint64 i = allocation->start[y]; i < allocation->start[y + 1]; i++)
    refnet_allocation_prefetch(allocation, allocation->neighbor[i]);
  double score = over_two(nearness, y);
  for (guint64 i = allocation->start[y]; i < allocation->start[y + 1]; i++) {
    guint32 w = allocation->neighbor[i];
    score += allocation->share[w] * over_two(nearness, w);
  }
  return score;
}
