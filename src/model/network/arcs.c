/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From rows of referrals to arcs: sorting puts the rows of one arc side by side, sorting again
 * turns arcs round. What belongs to one vertex is always handled together, since at national size
 * jumping about in memory is what takes time. */
#include "base/parallel.h"
#include "model/network/builder.h"
#include "model/dataset/referral_rows.h"

#include <string.h>

/* The two halves of sorted entries, cut between two vertices; arcs[h]: of half h. */
typedef struct {
  RefnetBuilder *builder;
  gsize start[3];
  gsize arcs[2];
} Halves;

static Halves cut_in_halves(RefnetBuilder *builder) {
  const RefnetEntries *sorted = &builder->sorted;
  gsize cut = sorted->length / 2;
  while (cut > 0 && cut < sorted->length &&
         sorted->entries[cut].first == sorted->entries[cut - 1].first)
    cut++;
  return (Halves){builder, {0, cut, sorted->length}, {0, 0}};
}

/* ---- rows ------------------------------------------------------------------------------------ */

typedef struct {
  const RefnetReferrals *referrals;
  const guint32 *vertex; /* of an organization; NULL: its own number, as everybody is in the view */
  const RefnetRowFilter *filter; /* NULL: all rows pass */
} Rows;

static Rows rows_for(const RefnetBuilder *builder, const RefnetRowFilter *filter) {
  const RefnetDataset *dataset = builder->network->dataset;
  const gboolean all = builder->network->vertices == dataset->organization_count;
  const gboolean filtered = filter->bases != 0 || filter->since != REFNET_DATE_UNKNOWN ||
                            filter->until != REFNET_DATE_UNKNOWN;
  return (Rows){&dataset->referrals, all ? NULL : builder->vertex, filtered ? filter : NULL};
}

/* FALSE: the row makes no arc of the view. Self-referrals and counts of 0 make none. */
static gboolean find_ends(const Rows *rows, gsize row, guint32 *from, guint32 *to) {
  *from = rows->referrals->from[row];
  *to = rows->referrals->to[row];
  if (rows->vertex != NULL) {
    *from = rows->vertex[*from];
    *to = rows->vertex[*to];
  }
  return *from != *to && *from != REFNET_NONE && *to != REFNET_NONE &&
         refnet_row_count(rows->referrals, row) > 0 &&
         (rows->filter == NULL || refnet_row_passes(rows->filter, rows->referrals, row));
}

/* The rows that make arcs of the view, by from, to, row. */
static gboolean collect_rows(RefnetBuilder *builder, const RefnetRowFilter *filter) {
  const Rows rows = rows_for(builder, filter);
  const gsize length = rows.referrals->rows;
  const guint32 vertices = builder->network->vertices;
  RefnetEntries *sorted = &builder->sorted;
  guint32 from, to;
  refnet_entries_begin(sorted, length, vertices, vertices);
  for (gsize row = 0; row < length; row++)
    if (find_ends(&rows, row, &from, &to))
      refnet_entries_count(sorted, from);
  if (!refnet_entries_make_room(sorted))
    return FALSE;
  for (gsize row = 0; row < length; row++)
    if (find_ends(&rows, row, &from, &to))
      refnet_entries_put(sorted, (RefnetEntry){from, to, (guint32)row});
  return refnet_entries_sort(sorted, builder->threads);
}

static guint64 add_counts(const RefnetReferrals *referrals, const RefnetEntry *entries,
                          gsize length) {
  guint64 sum = 0;
  for (gsize i = 0; i < length; i++)
    sum += refnet_row_count(referrals, entries[i].item);
  return sum;
}

static gboolean is_same_arc(const RefnetEntry *a, const RefnetEntry *b) {
  return a->first == b->first && a->second == b->second;
}

/* How many entries from `start` on belong to one arc. */
static gsize run_length(const RefnetEntry *entries, gsize start, gsize length) {
  gsize end = start + 1;
  while (end < length && is_same_arc(&entries[end], &entries[start]))
    end++;
  return end - start;
}

/* Drops the rows of arcs with fewer referrals than `min_count`. */
static void drop_small_arcs(RefnetBuilder *builder, guint64 min_count) {
  RefnetEntry *entries = builder->sorted.entries;
  const gsize length = builder->sorted.length;
  gsize kept = 0;
  for (gsize start = 0, run; start < length; start += run) {
    run = run_length(entries, start, length);
    if (add_counts(&builder->network->dataset->referrals, entries + start, run) < min_count)
      continue;
    if (kept < start)
      memmove(entries + kept, entries + start, run * sizeof *entries);
    kept += run;
  }
  builder->sorted.length = kept;
}

/* ---- arcs ------------------------------------------------------------------------------------ */

static void count_arcs(gpointer work, guint half) {
  Halves *halves = work;
  const RefnetEntry *entries = halves->builder->sorted.entries;
  gsize arcs = 0;
  for (gsize i = halves->start[half]; i < halves->start[half + 1]; i++)
    arcs += i == halves->start[half] || !is_same_arc(&entries[i], &entries[i - 1]);
  halves->arcs[half] = arcs;
}

/* Rows of one organization are all over the file: by the time one is looked at, it should be there.
 */
static void fetch_ahead(const RefnetReferrals *referrals, const RefnetEntry *entries, gsize i,
                        gsize length) {
#ifdef __GNUC__
  enum { AHEAD = 24 };
  if (i + AHEAD >= length)
    return;
  const guint32 row = entries[i + AHEAD].item;
  if (referrals->count != NULL)
    __builtin_prefetch(&referrals->count[row]);
  if (referrals->frequency != NULL)
    __builtin_prefetch(&referrals->frequency[row]);
#endif
}

static void begin_arc(RefnetBuilder *builder, gsize arc, gsize i) {
  const RefnetEntry *entry = &builder->sorted.entries[i];
  builder->row_start[arc] = (guint32)i;
  builder->arc_from[arc] = entry->first;
  builder->arc_to[arc] = entry->second;
  builder->arc_count[arc] = 0;
  builder->out_start[entry->first]++;
}

static void fill_arcs(gpointer work, guint half) {
  const Halves *halves = work;
  RefnetBuilder *builder = halves->builder;
  const RefnetReferrals *referrals = &builder->network->dataset->referrals;
  const RefnetEntry *entries = builder->sorted.entries;
  const gsize start = halves->start[half], end = halves->start[half + 1];
  gsize arc = half == 0 ? 0 : halves->arcs[0];
  for (gsize i = start; i < end; i++) {
    const guint32 row = entries[i].item;
    fetch_ahead(referrals, entries, i, end);
    if (i == start || !is_same_arc(&entries[i], &entries[i - 1])) {
      arc += i > start;
      begin_arc(builder, arc, i);
    }
    builder->rows[i] = row;
    builder->arc_count[arc] += refnet_row_count(referrals, row);
    if (referrals->frequency != NULL)
      builder->arc_frequency[arc] = MAX(builder->arc_frequency[arc], referrals->frequency[row]);
  }
}

static gboolean make_arcs(RefnetBuilder *builder) {
  RefnetNetwork *network = builder->network;
  Halves halves = cut_in_halves(builder);
  refnet_do_halves(count_arcs, &halves, builder->threads);
  const gsize arcs = halves.arcs[0] + halves.arcs[1], length = builder->sorted.length;
  network->arcs = arcs;
  if (!REFNET_ALLOCATE(builder, row_start, arcs + 1) || !REFNET_ALLOCATE(builder, rows, length) ||
      !REFNET_ALLOCATE(builder, arc_from, arcs) || !REFNET_ALLOCATE(builder, arc_to, arcs) ||
      !REFNET_ALLOCATE(builder, arc_count, arcs) ||
      !REFNET_ALLOCATE_CLEARED(builder, arc_frequency, arcs) ||
      !REFNET_ALLOCATE_CLEARED(builder, out_start, (gsize)network->vertices + 1))
    return FALSE;
  refnet_do_halves(fill_arcs, &halves, builder->threads);
  builder->row_start[arcs] = (guint32)length;
  refnet_add_up(builder->out_start, network->vertices);
  return TRUE;
}

/* ---- turned round ---------------------------------------------------------------------------- */

static void fill_turned(gpointer work, guint half) {
  const Halves *halves = work;
  RefnetBuilder *builder = halves->builder;
  const RefnetEntry *entries = builder->sorted.entries;
  for (gsize i = halves->start[half]; i < halves->start[half + 1]; i++) {
    builder->in_start[entries[i].first]++;
    builder->in_arc[i] = entries[i].item;
  }
}

/* The entries become the arcs by to, then from, in which order they are already put. */
static gboolean turn_arcs(RefnetBuilder *builder) {
  RefnetNetwork *network = builder->network;
  RefnetEntries *sorted = &builder->sorted;
  if (!REFNET_ALLOCATE_CLEARED(builder, in_start, (gsize)network->vertices + 1) ||
      !REFNET_ALLOCATE(builder, in_arc, network->arcs))
    return FALSE;
  refnet_entries_begin(sorted, network->arcs, network->vertices, 1);
  for (guint64 a = 0; a < network->arcs; a++)
    refnet_entries_count(sorted, builder->arc_to[a]);
  if (!refnet_entries_make_room(sorted))
    return FALSE;
  for (guint64 a = 0; a < network->arcs; a++)
    refnet_entries_put(sorted, (RefnetEntry){builder->arc_to[a], builder->arc_from[a], (guint32)a});
  if (!refnet_entries_sort(sorted, builder->threads))
    return FALSE;
  Halves halves = cut_in_halves(builder);
  refnet_do_halves(fill_turned, &halves, builder->threads);
  refnet_add_up(builder->in_start, network->vertices);
  return TRUE;
}

/* The rows of those arcs of `whole` whose ends are in the view, in the order they are in there. */
static gboolean collect_part(RefnetBuilder *builder, const RefnetNetwork *whole) {
  const guint32 vertices = builder->network->vertices;
  RefnetEntries *sorted = &builder->sorted;
  refnet_entries_begin(sorted, whole->row_start[whole->arcs], vertices, vertices);
  for (guint pass = 0; pass < 2; pass++) {
    for (guint64 a = 0; a < whole->arcs; a++) {
      guint32 from = builder->vertex[whole->organization[whole->arc_from[a]]];
      guint32 to = builder->vertex[whole->organization[whole->arc_to[a]]];
      if (from == REFNET_NONE || to == REFNET_NONE)
        continue;
      for (guint32 r = whole->row_start[a]; r < whole->row_start[a + 1]; r++)
        if (pass == 0)
          refnet_entries_count(sorted, from);
        else
          refnet_entries_put(sorted, (RefnetEntry){from, to, whole->rows[r]});
    }
    if (pass == 0 && !refnet_entries_make_room(sorted))
      return FALSE;
  }
  return refnet_entries_sort(sorted, builder->threads);
}

gboolean refnet_build_arcs_of(RefnetBuilder *builder, const RefnetNetwork *whole) {
  return collect_part(builder, whole) && make_arcs(builder) && turn_arcs(builder);
}

gboolean refnet_build_arcs(RefnetBuilder *builder, const RefnetRowFilter *filter,
                           guint64 min_count) {
  if (!collect_rows(builder, filter))
    return FALSE;
  if (min_count > 0)
    drop_small_arcs(builder, min_count);
  return make_arcs(builder) && turn_arcs(builder);
}
