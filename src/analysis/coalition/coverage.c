/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Greedy coverage with gains that are brought up to date only where they could matter. */
#include "analysis/coalition/coverage.h"

#define NOTHING 1e-12 /* a gain below this is rounding */

void refnet_coverage_init(RefnetCoverage *coverage) {
  *coverage = (RefnetCoverage){.cells = g_array_new(FALSE, FALSE, sizeof(RefnetCoverCell)),
                               .entries = g_array_new(FALSE, FALSE, sizeof(RefnetCoverEntry)),
                               .heap = g_array_new(FALSE, FALSE, sizeof(RefnetCoverCandidate))};
}

void refnet_coverage_clear(RefnetCoverage *coverage) {
  g_clear_pointer(&coverage->cells, g_array_unref);
  g_clear_pointer(&coverage->entries, g_array_unref);
  g_clear_pointer(&coverage->heap, g_array_unref);
}

guint32 refnet_coverage_add_cell(RefnetCoverage *coverage, double weight) {
  RefnetCoverCell cell = {.weight = weight, .left = 1};
  g_array_append_val(coverage->cells, cell);
  return coverage->cells->len - 1;
}

void refnet_coverage_add_entry(RefnetCoverage *coverage, guint32 vertex, guint32 cell,
                               double share) {
  RefnetCoverEntry entry = {vertex, cell, share};
  if (share > 0)
    g_array_append_val(coverage->entries, entry);
}

static int compare_entries(gconstpointer a, gconstpointer b) {
  const RefnetCoverEntry *first = a, *second = b;
  if (first->vertex != second->vertex)
    return first->vertex < second->vertex ? -1 : 1;
  if (first->cell != second->cell)
    return first->cell < second->cell ? -1 : 1;
  return (first->share > second->share) - (first->share < second->share);
}

static RefnetCoverEntry *entry_at(const RefnetCoverage *coverage, guint32 index) {
  return &g_array_index(coverage->entries, RefnetCoverEntry, index);
}

static void add_up_entries(RefnetCoverage *coverage) {
  guint32 kept = 0;
  g_array_sort(coverage->entries, compare_entries);
  for (guint32 i = 0; i < coverage->entries->len; i++) {
    const RefnetCoverEntry *entry = entry_at(coverage, i);
    RefnetCoverEntry *last = kept > 0 ? entry_at(coverage, kept - 1) : NULL;
    if (last && last->vertex == entry->vertex && last->cell == entry->cell)
      last->share += entry->share;
    else
      *entry_at(coverage, kept++) = *entry;
  }
  g_array_set_size(coverage->entries, kept);
  for (guint32 i = 0; i < kept; i++)
    entry_at(coverage, i)->share = MIN(entry_at(coverage, i)->share, 1);
}

const RefnetCoverEntry *refnet_coverage_of(const RefnetCoverage *coverage, guint32 vertex,
                                           guint32 *length) {
  guint32 low = 0, high = coverage->entries->len;
  while (low < high) {
    guint32 middle = low + (high - low) / 2;
    if (entry_at(coverage, middle)->vertex < vertex)
      low = middle + 1;
    else
      high = middle;
  }
  guint32 end = low;
  while (end < coverage->entries->len && entry_at(coverage, end)->vertex == vertex)
    end++;
  *length = end - low;
  return *length ? entry_at(coverage, low) : NULL;
}

RefnetCoverCandidate refnet_coverage_candidate(const RefnetCoverage *coverage, guint32 vertex) {
  RefnetCoverCandidate candidate = {.vertex = vertex, .round = coverage->round};
  guint32 length;
  const RefnetCoverEntry *entries = refnet_coverage_of(coverage, vertex, &length);
  for (guint32 i = 0; i < length; i++) {
    const RefnetCoverCell *cell = &g_array_index(coverage->cells, RefnetCoverCell, entries[i].cell);
    for (guint g = 0; g < REFNET_COVERAGE_GOALS; g++)
      candidate.gain[g] += cell->goal[g] * cell->left * entries[i].share;
  }
  return candidate;
}

gboolean refnet_cover_candidate_is_better(const RefnetCoverCandidate *a,
                                          const RefnetCoverCandidate *b) {
  for (guint g = 0; g < REFNET_COVERAGE_GOALS; g++)
    if (a->gain[g] != b->gain[g])
      return a->gain[g] > b->gain[g];
  return a->vertex < b->vertex;
}

/* ---- the heap -------------------------------------------------------------------------------- */

static void sift_down(GArray *heap, guint32 at) {
  RefnetCoverCandidate *candidates = (RefnetCoverCandidate *)(gpointer)heap->data;
  RefnetCoverCandidate moved = candidates[at];
  for (guint64 child; (child = 2 * (guint64)at + 1) < heap->len; at = (guint32)child) {
    if (child + 1 < heap->len &&
        refnet_cover_candidate_is_better(&candidates[child + 1], &candidates[child]))
      child++;
    if (!refnet_cover_candidate_is_better(&candidates[child], &moved))
      break;
    candidates[at] = candidates[child];
  }
  candidates[at] = moved;
}

static void drop_first(GArray *heap) {
  g_array_index(heap, RefnetCoverCandidate, 0) =
      g_array_index(heap, RefnetCoverCandidate, heap->len - 1);
  g_array_set_size(heap, heap->len - 1);
  if (heap->len > 0)
    sift_down(heap, 0);
}

static void make_heap(GArray *heap) {
  for (guint32 i = heap->len / 2; i-- > 0;)
    sift_down(heap, i);
}

static void add_candidate(RefnetCoverage *coverage, guint32 vertex) {
  RefnetCoverCandidate candidate = refnet_coverage_candidate(coverage, vertex);
  g_array_append_val(coverage->heap, candidate);
}

void refnet_coverage_begin(RefnetCoverage *coverage) {
  add_up_entries(coverage);
  for (guint32 i = 0; i < coverage->entries->len; i++)
    if (i == 0 || entry_at(coverage, i - 1)->vertex != entry_at(coverage, i)->vertex)
      add_candidate(coverage, entry_at(coverage, i)->vertex);
  make_heap(coverage->heap);
}

void refnet_coverage_keep(RefnetCoverage *coverage, const guint32 *vertices, guint32 length) {
  g_array_set_size(coverage->heap, 0);
  for (guint32 i = 0; i < length; i++)
    add_candidate(coverage, vertices[i]);
  make_heap(coverage->heap);
}

gboolean refnet_coverage_best(RefnetCoverage *coverage, guint32 *vertex, double *gain) {
  while (coverage->heap->len > 0) {
    RefnetCoverCandidate *first = &g_array_index(coverage->heap, RefnetCoverCandidate, 0);
    if (first->round < coverage->round) {
      *first = refnet_coverage_candidate(coverage, first->vertex);
      sift_down(coverage->heap, 0);
      continue;
    }
    if (!(first->gain[0] > NOTHING))
      return FALSE;
    *vertex = first->vertex;
    *gain = first->gain[0];
    return TRUE;
  }
  return FALSE;
}

void refnet_coverage_take(RefnetCoverage *coverage, guint32 vertex) {
  guint32 length;
  const RefnetCoverEntry *entries = refnet_coverage_of(coverage, vertex, &length);
  for (guint32 i = 0; i < length; i++)
    g_array_index(coverage->cells, RefnetCoverCell, entries[i].cell).left *= 1 - entries[i].share;
  drop_first(coverage->heap);
  coverage->round++;
}
