/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The largest parts of scores are added up, for few of the rest come into question. */
#include "analysis/everyone/nearness.h"

#include <float.h>

#include "analysis/memory.h"

static gboolean allocate(RefnetNearness *nearness, GError **error) {
  const RefnetAllocation *allocation = nearness->allocation;
  guint64 n = allocation->n;
  guint32 most_ties = n > 0 ? refnet_allocation_ties(allocation, 0) : 0;
  return (nearness->column = REFNET_TRY_ARRAY(double, allocation->shape.columns, error)) &&
         (nearness->met = REFNET_TRY_ARRAY(guint32, n + 1, error)) &&
         (nearness->found = REFNET_TRY_ARRAY(guint32, n + 1, error)) &&
         (nearness->near = REFNET_TRY_ARRAY(guint32, n + 1, error)) &&
         (nearness->taken = REFNET_TRY_ARRAY(guint32, most_ties, error)) &&
         (nearness->added = REFNET_TRY_RANDOM_ARRAY(float, n, error)) &&
         (nearness->handed = REFNET_TRY_RANDOM_ARRAY(double, n, error));
}

gboolean refnet_nearness_init(RefnetNearness *nearness, const RefnetAllocation *allocation,
                              const RefnetParts *parts, GError **error) {
  *nearness = (RefnetNearness){.allocation = allocation, .parts = parts, .x = REFNET_NONE};
  return allocate(nearness, error);
}

void refnet_nearness_clear(RefnetNearness *nearness) {
  g_free(nearness->column);
  g_free(nearness->met);
  g_free(nearness->found);
  g_free(nearness->near);
  g_free(nearness->taken);
  g_free(nearness->added);
  g_free(nearness->handed);
  *nearness = (RefnetNearness){0};
}

/* ---- turning to another x -------------------------------------------------------------------- */

static void set_ties(RefnetNearness *nearness, gboolean tied) {
  const RefnetAllocation *allocation = nearness->allocation;
  guint32 x = nearness->x;
  float amount = tied ? -FLT_MAX : 0; /* whatever is added to that, it stays below 0 */
  nearness->added[x] = amount;
  for (guint64 i = allocation->start[x]; i < allocation->start[x + 1]; i++)
    nearness->added[allocation->neighbor[i]] = amount;
}

void refnet_nearness_forget_met(RefnetNearness *nearness) {
  for (guint32 i = 0; i < nearness->met_count; i++)
    nearness->added[nearness->met[i]] = 0;
  nearness->met_count = nearness->found_count = 0;
}

void refnet_nearness_walk_back(RefnetNearness *nearness) {
  for (guint32 i = 0; i < nearness->near_count; i++)
    nearness->handed[nearness->near[i]] = 0;
  nearness->near_count = 0;
}

/* Leaves everything as it was before x. */
static void leave(RefnetNearness *nearness) {
  refnet_nearness_walk_back(nearness);
  refnet_nearness_forget_met(nearness);
  set_ties(nearness, FALSE);
  for (guint32 i = 0; i < refnet_allocation_ties(nearness->allocation, nearness->x); i++)
    nearness->taken[i] = 0;
  nearness->is_walked = FALSE;
}

static void prefetch_row(const RefnetAllocation *allocation, guint32 z) {
  enum { LINE = 8 };
  const double *row = allocation->column + (guint64)z * allocation->shape.columns;
  for (guint32 y = 0; y < allocation->shape.columns; y += LINE)
    __builtin_prefetch(row + y);
}

static void sum_columns(RefnetNearness *nearness) {
  enum { AHEAD = 3 };
  const RefnetAllocation *allocation = nearness->allocation;
  guint32 x = nearness->x, columns = allocation->shape.columns;
  double *sums = nearness->column;
  for (guint32 y = 0; y < columns; y++)
    sums[y] = 0;
  for (guint64 i = allocation->start[x]; i < allocation->start[x + 1]; i++) {
    if (i + AHEAD < allocation->start[x + 1])
      prefetch_row(allocation, allocation->neighbor[i + AHEAD]);
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
    const RefnetPartList *list = &parts->list[allocation->neighbor[i]];
    __builtin_prefetch(parts->part + list->start); /* they lie anywhere in memory */
    __builtin_prefetch(parts->part + list->start + 8);
    nearness->largest = MAX(nearness->largest, list->first);
    nearness->least_left += list->rest + list->beside;
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
static float take_parts(RefnetNearness *nearness, const RefnetPartList *list, float least,
                        guint32 *taken) {
  const RefnetPart *first = nearness->parts->part + list->start, *end = first + list->length;
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
  return MAX(next, list->rest) + list->beside;
}

void refnet_nearness_add_parts(RefnetNearness *nearness, double least) {
  const RefnetAllocation *allocation = nearness->allocation;
  guint64 first = allocation->start[nearness->x], end = allocation->start[nearness->x + 1];
  double left = 0;
  for (guint64 i = first; i < end; i++)
    left += take_parts(nearness, &nearness->parts->list[allocation->neighbor[i]], (float)least,
                       &nearness->taken[i - first]);
  nearness->left = left * (1 + nearness->parts->rounded);
}
