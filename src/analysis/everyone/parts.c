/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The largest parts of a score, found by counting how many there are of each size. */
#include "analysis/everyone/parts.h"

#include <float.h>

#include "analysis/memory.h"
#include "base/parallel.h"

enum {
  LEVELS_A_DOUBLING = 8,
  LEVELS = 34 * LEVELS_A_DOUBLING, /* from 2^-14 on; what is less is left out */
  LEAST_EXPONENT = -14,
  MANTISSA_BITS = 23,
  EXPONENT_BIAS = 127,
  TIES_FOR_A_THREAD = 20000
};

/* What one half of the work needs. */
typedef struct {
  guint32 next;     /* its next list begins there */
  float *allocated; /* by place; zero between uses */
  guint32 *met;     /* places with something in `allocated` */
  guint32 met_count;
} Desk;

typedef struct {
  RefnetParts *parts;
  const RefnetAllocation *allocation;
  guint32 most; /* parts in a list */
  Desk desks[2];
} Filling;

/* ---- what a tie adds ------------------------------------------------------------------------- */

static inline void add(Desk *desk, guint32 y, float amount) {
  desk->met[desk->met_count] = y;
  desk->met_count += !(desk->allocated[y] > 0);
  desk->allocated[y] += amount;
}

/* A(z,y) + Σ_w A(z,w) A(w,y) / k_w for y beyond the columns, w not heavy. Returns Σ 1/k_w of those
 * that are. */
static double allocate_from(const RefnetAllocation *allocation, guint32 z, Desk *desk) {
  enum { AHEAD = 8 };
  double by_heavy = 0;
  for (guint64 i = allocation->start[z]; i < allocation->start[z + 1]; i++) {
    guint32 w = allocation->neighbor[i];
    if (i + AHEAD < allocation->start[z + 1])
      refnet_allocation_prefetch(allocation, allocation->neighbor[i + AHEAD]);
    if (w >= allocation->shape.columns)
      add(desk, w, 1);
    if (w < allocation->heavies) {
      by_heavy += allocation->share[w];
      continue;
    }
    float share = (float)allocation->share[w];
    for (guint64 k = allocation->beyond[w]; k < allocation->start[w + 1]; k++)
      add(desk, allocation->neighbor[k], share);
  }
  return by_heavy;
}

/* ---- the largest ----------------------------------------------------------------------------- */

/* The leading bits of a float are its logarithm: 0 for what is too little. */
static inline guint level_of(float amount) {
  union {
    float amount;
    guint32 bits;
  } as = {amount};
  const guint32 none = (guint32)(EXPONENT_BIAS + LEAST_EXPONENT) * LEVELS_A_DOUBLING;
  guint32 level = as.bits >> (MANTISSA_BITS - 3);
  return level <= none ? 0 : MIN(level - none, LEVELS - 1);
}

/* Level by level from the highest, while they fit in whole: where each begins in the list. */
static guint lay_out(const guint32 *count, guint32 most, guint32 *begin) {
  guint32 length = 0;
  guint level = LEVELS - 1;
  for (; level > 0 && length + count[level] <= most; level--) {
    begin[level] = length;
    length += count[level];
  }
  return level;
}

/* `by_heavy`: the sum of shares of its heavy go-betweens. */
static void list_parts(const Filling *filling, guint32 z, double by_heavy, Desk *desk) {
  RefnetParts *parts = filling->parts;
  RefnetPart *part = parts->part + desk->next;
  guint32 count[LEVELS] = {0}, begin[LEVELS], length = 0;
  float share = (float)filling->allocation->share[z], rest = 0;
  desk->allocated[z] = 0; /* who shares a neighbor with itself */
  for (guint32 i = 0; i < desk->met_count; i++)
    count[level_of(desk->allocated[desk->met[i]])]++;
  guint last = lay_out(count, filling->most, begin);
  for (guint32 i = 0; i < desk->met_count; i++) {
    guint32 y = desk->met[i];
    float amount = desk->allocated[y];
    guint level = level_of(amount);
    desk->allocated[y] = 0;
    if (level > last) {
      part[begin[level]++] = (RefnetPart){y, amount * share};
      length++;
    } else {
      rest = MAX(rest, amount);
    }
  }
  desk->met_count = 0;
  parts->list[z] = (RefnetPartList){desk->next, length, length ? part->amount : rest * share,
                                    rest * share, (float)(by_heavy * share)};
  desk->next += length;
}

static void fill_half(gpointer work, guint half) {
  Filling *filling = work;
  for (guint32 z = half; z < filling->allocation->n; z += 2) {
    double by_heavy = allocate_from(filling->allocation, z, &filling->desks[half]);
    list_parts(filling, z, by_heavy, &filling->desks[half]);
  }
}

/* ---- the whole ------------------------------------------------------------------------------- */

/* A part is a sum of at most one amount a tie of y and one for z, each of them rounded, and then
 * multiplied. */
static double rounding_of(const RefnetAllocation *allocation) {
  guint32 first = allocation->shape.columns;
  return (8. + (first < allocation->n ? refnet_allocation_ties(allocation, first) : 0)) *
         FLT_EPSILON;
}

/* Lists lie one behind the other: pages that none of them needs are never touched. */
static gboolean allocate(RefnetParts *parts, guint64 n, guint32 most, GError **error) {
  if (!(parts->part = refnet_memory_try_new((gsize)(n * most) + 1, sizeof *parts->part)))
    return refnet_set_out_of_memory(error);
  return (parts->list = REFNET_TRY_ARRAY(RefnetPartList, n, error)) != NULL;
}

gboolean refnet_parts_init(RefnetParts *parts, const RefnetAllocation *allocation, guint32 most,
                           GError **error) {
  guint64 n = allocation->n;
  *parts = (RefnetParts){.rounded = rounding_of(allocation)};
  g_autofree float *allocated = REFNET_TRY_ARRAY(float, 2 * n, error);
  g_autofree guint32 *met = REFNET_TRY_ARRAY(guint32, 2 * (n + 1), error);
  if (!allocated || !met || !allocate(parts, n, most, error))
    return FALSE;
  Filling filling = {
      parts,
      allocation,
      most,
      {{0, allocated, met, 0}, {(guint32)((n + 1) / 2 * most), allocated + n, met + n + 1, 0}}};
  refnet_do_halves(fill_half, &filling,
                   allocation->network->ties >= TIES_FOR_A_THREAD ? g_get_num_processors() : 1);
  return TRUE;
}

void refnet_parts_clear(RefnetParts *parts) {
  g_free(parts->part);
  g_free(parts->list);
  *parts = (RefnetParts){0};
}
