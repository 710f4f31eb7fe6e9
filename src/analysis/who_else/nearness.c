/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The largest parts of scores are added up, for few of the rest come into question; for those that
 * do, all parts are looked up. */
#include "analysis/who_else/nearness.h"

#include <float.h>

#include "analysis/memory.h"

static gboolean allocate(RefnetNearness *nearness, GError **error) {
  const RefnetAllocation *allocation = nearness->allocation;
  guint64 n = allocation->n;
  guint32 most_ties = n > 0 ? refnet_allocation_ties(allocation, 0) : 0;
  return (nearness->tied = REFNET_TRY_ARRAY(guint8, n, error)) &&
         (nearness->column = REFNET_TRY_ARRAY(double, allocation->shape.columns, error)) &&
         (nearness->met = REFNET_TRY_ARRAY(guint32, n + 1, error)) &&
         (nearness->found = REFNET_TRY_ARRAY(guint32, n + 1, error)) &&
         (nearness->near = REFNET_TRY_ARRAY(guint32, n + 1, error)) &&
         (nearness->taken = REFNET_TRY_ARRAY(guint32, most_ties, error)) &&
         (nearness->added = REFNET_TRY_RANDOM_ARRAY(float, n, error)) &&
         (nearness->two = REFNET_TRY_RANDOM_ARRAY(double, n, error));
}

gboolean refnet_nearness_init(RefnetNearness *nearness, const RefnetAllocation *allocation,
                              const RefnetParts *parts, GError **error) {
  *nearness = (RefnetNearness){.allocation = allocation, .parts = parts, .x = REFNET_NONE};
  return allocate(nearness, error);
}

void refnet_nearness_clear(RefnetNearness *nearness) {
  g_free(nearness->tied);
  g_free(nearness->column);
  g_free(nearness->met);
  g_free(nearness->found);
  g_free(nearness->near);
  g_free(nearness->taken);
  g_free(nearness->added);
  g_free(nearness->two);
  *nearness = (RefnetNearness){0};
}

/* ---- turning to another x -------------------------------------------------------------------- */

static void set_tied(RefnetNearness *nearness, guint32 y, gboolean tied) {
  nearness->tied[y] = (guint8)tied;
  nearness->added[y] = tied ? -FLT_MAX : 0;
}

static void set_ties(RefnetNearness *nearness, gboolean tied) {
  const RefnetAllocation *allocation = nearness->allocation;
  guint32 x = nearness->x;
  set_tied(nearness, x, tied);
  for (guint64 i = allocation->start[x]; i < allocation->start[x + 1]; i++)
    set_tied(nearness, allocation->neighbor[i], tied);
}

static void forget_met(RefnetNearness *nearness) {
  for (guint32 i = 0; i < nearness->met_count; i++)
    nearness->added[nearness->met[i]] = 0;
  nearness->met_count = nearness->found_count = 0;
}

static void walk_back(RefnetNearness *nearness) {
  for (guint32 i = 0; i < nearness->near_count; i++)
    nearness->two[nearness->near[i]] = 0;
  nearness->near_count = 0;
}

/* Leaves everything as it was before x. */
static void leave(RefnetNearness *nearness) {
  walk_back(nearness);
  forget_met(nearness);
  set_ties(nearness, FALSE);
  for (guint32 i = 0; i < refnet_allocation_ties(nearness->allocation, nearness->x); i++)
    nearness->taken[i] = 0;
  nearness->is_walked = FALSE;
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
    float first = parts->length[z] ? parts->part[parts->start[z]].amount : parts->rest[z];
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
  const RefnetPart *first = parts->part + parts->start[z], *end = first + parts->length[z];
  const RefnetPart *part = first + *taken;
  guint32 *met = nearness->met + nearness->met_count, length = 0;
  float *added = nearness->added;
  for (; part < end && part->amount >= least; part++) {
    float before = added[part->place];
    met[length] = part->place;
    length += before == 0;
    added[part->place] = before + part->amount;
  }
  nearness->met_count += length;
  *taken = (guint32)(part - first);
  float next = part < end ? part->amount * REFNET_PARTS_STEP : 0;
  return MAX(next, parts->rest[z]) + parts->beside[z];
}

void refnet_nearness_add_parts(RefnetNearness *nearness, double least) {
  const RefnetAllocation *allocation = nearness->allocation;
  guint64 first = allocation->start[nearness->x], end = allocation->start[nearness->x + 1];
  double left = 0;
  for (guint64 i = first; i < end; i++)
    left +=
        take_parts(nearness, allocation->neighbor[i], (float)least, &nearness->taken[i - first]);
  nearness->left = left * (1 + nearness->parts->rounded);
}

/* ---- walks ----------------------------------------------------------------------------------- */

/* From x over two ties, by way of neighbors from place `first` on. */
static void walk(RefnetNearness *nearness, guint32 first) {
  const RefnetAllocation *allocation = nearness->allocation;
  guint32 x = nearness->x, length = 0;
  guint32 *near = nearness->near;
  double *two = nearness->two;
  walk_back(nearness);
  for (guint64 i = allocation->start[x]; i < allocation->start[x + 1]; i++) {
    guint32 z = allocation->neighbor[i];
    double share = allocation->share[z];
    if (z < first)
      continue;
    for (guint64 k = allocation->start[z]; k < allocation->start[z + 1]; k++) {
      guint32 w = allocation->neighbor[k];
      double before = two[w];
      near[length] = w;
      length += !(before > 0);
      two[w] = before + share;
    }
  }
  nearness->near_count = length;
}

void refnet_nearness_walk_two(RefnetNearness *nearness) {
  forget_met(nearness);
  walk(nearness, 0);
  nearness->is_walked = TRUE;
}

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
      hand_on(nearness, &w, &w + 1, (float)nearness->two[w], sought);
    hand_on(nearness, allocation->neighbor + allocation->beyond[w],
            allocation->neighbor + allocation->start[w + 1],
            (float)(nearness->two[w] * allocation->share[w]), sought);
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
  __builtin_prefetch(&allocation->share[later]);
  __builtin_prefetch(&nearness->two[later]);
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
      added[w] += (float)nearness->two[w];
    hand_on_blindly(added, allocation->neighbor + allocation->beyond[w],
                    allocation->neighbor + allocation->start[w + 1],
                    (float)(nearness->two[w] * allocation->share[w]));
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

double refnet_nearness_score(RefnetNearness *nearness, guint32 y) {
  const RefnetAllocation *allocation = nearness->allocation;
  if (y < allocation->shape.columns)
    return nearness->column[y];
  if (nearness->near_count == 0)
    walk(nearness, allocation->shape.columns);
  double score = nearness->two[y] + (nearness->is_walked ? 0 : by_columns(nearness, y));
  for (guint64 i = allocation->start[y]; i < allocation->start[y + 1]; i++) {
    guint32 w = allocation->neighbor[i];
    score += allocation->share[w] * nearness->two[w];
  }
  return score;
}
