/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analysis/coalition/best_few.h"

#define ENOUGH (1u << 24) /* entries looked at: a tenth of a second or so */
#define BETTER 1e-9       /* by this share, or it is rounding */

typedef struct {
  RefnetCoverage *coverage;
  RefnetBestFew *best;
  guint32 most;
  guint32 chosen[REFNET_BEST_FEW], length;
  GArray *candidates[REFNET_BEST_FEW]; /* of RefnetCoverCandidate: who may come next, best first */
  GArray *before; /* of double: what was left of the cells that those chosen cover */
  guint64 looked; /* entries */
} Search;

static const RefnetCoverCandidate *candidate_at(const GArray *candidates, guint32 index) {
  return &g_array_index(candidates, RefnetCoverCandidate, index);
}

static int compare_candidates(gconstpointer a, gconstpointer b) {
  return refnet_cover_candidate_is_better(a, b) ? -1 : refnet_cover_candidate_is_better(b, a);
}

static gboolean is_better(const Search *search, double value) {
  return value > search->best->value * (1 + BETTER);
}

static void note(Search *search, double value) {
  if (!is_better(search, value))
    return;
  for (guint32 i = 0; i < search->length; i++)
    search->best->vertices[i] = search->chosen[i];
  search->best->length = search->length;
  search->best->value = value;
}

static RefnetCoverCandidate look(Search *search, guint32 vertex) {
  guint32 length;
  refnet_coverage_of(search->coverage, vertex, &length);
  search->looked += length;
  return refnet_coverage_candidate(search->coverage, vertex);
}

/* ---- choosing, and taking it back ------------------------------------------------------------ */

static double *left_of(const Search *search, guint32 cell) {
  return &g_array_index(search->coverage->cells, RefnetCoverCell, cell).left;
}

static void choose(Search *search, guint32 vertex) {
  guint32 length;
  const RefnetCoverEntry *entries = refnet_coverage_of(search->coverage, vertex, &length);
  for (guint32 i = 0; i < length; i++) {
    double *left = left_of(search, entries[i].cell);
    g_array_append_val(search->before, *left);
    *left *= 1 - entries[i].share;
  }
  search->chosen[search->length++] = vertex;
}

static void take_back(Search *search) {
  guint32 length;
  const RefnetCoverEntry *entries =
      refnet_coverage_of(search->coverage, search->chosen[--search->length], &length);
  guint start = search->before->len - length;
  for (guint32 i = 0; i < length; i++)
    *left_of(search, entries[i].cell) = g_array_index(search->before, double, start + i);
  g_array_set_size(search->before, start);
}

/* ---- the search ------------------------------------------------------------------------------ */

/* The last of them is whoever adds most: `candidates` say what each added earlier, which is no
 * less. */
static void choose_last(Search *search, const GArray *candidates, guint32 from, double value) {
  RefnetCoverCandidate last = {.gain = {0}};
  for (guint32 i = from; i < candidates->len; i++) {
    const RefnetCoverCandidate *candidate = candidate_at(candidates, i);
    if (candidate->gain[0] < last.gain[0] || !is_better(search, value + candidate->gain[0]))
      break;
    RefnetCoverCandidate now = look(search, candidate->vertex);
    if (last.gain[0] == 0 || refnet_cover_candidate_is_better(&now, &last))
      last = now;
  }
  if (!is_better(search, value + last.gain[0]))
    return;
  search->chosen[search->length++] = last.vertex;
  note(search, value + last.gain[0]);
  search->length--;
}

/* Lists who may follow the candidate before `from`, who was just chosen: none of whom `more` could
 * be chosen to any avail is left out. */
static void list_next(Search *search, const GArray *candidates, guint32 from, guint32 more,
                      double value) {
  GArray *next = search->candidates[search->length];
  g_array_set_size(next, 0);
  for (guint32 i = from; i < candidates->len; i++) {
    double others = (more - 1) * candidate_at(candidates, from)->gain[0];
    if (!is_better(search, value + candidate_at(candidates, i)->gain[0] + others))
      break;
    RefnetCoverCandidate now = look(search, candidate_at(candidates, i)->vertex);
    if (now.gain[0] > 0)
      g_array_append_val(next, now);
  }
  g_array_sort(next, compare_candidates);
}

/* What those chosen and the candidates from `from` on can come to at most. */
static double bound(const GArray *candidates, guint32 from, guint32 more, double value) {
  for (guint32 i = from; i < candidates->len && i < from + more; i++)
    value += candidate_at(candidates, i)->gain[0];
  return value;
}

/* Tries every choice of those that follow, `value` being what those chosen cover. */
static void search_on(Search *search, double value) {
  const GArray *candidates = search->candidates[search->length];
  guint32 more = search->most - search->length;
  if (more == 1) {
    choose_last(search, candidates, 0, value);
    return;
  }
  for (guint32 i = 0; i < candidates->len; i++) {
    const RefnetCoverCandidate *candidate = candidate_at(candidates, i);
    if (!is_better(search, bound(candidates, i, more, value)))
      return;
    if (i > 0 && search->looked > ENOUGH) {
      search->best->is_best = FALSE;
      return;
    }
    double reached = value + candidate->gain[0];
    choose(search, candidate->vertex);
    note(search, reached);
    if (more == 2)
      choose_last(search, candidates, i + 1, reached);
    else {
      list_next(search, candidates, i + 1, more - 1, reached);
      search_on(search, reached);
    }
    take_back(search);
  }
}

void refnet_best_few_find(RefnetCoverage *coverage, guint32 most, RefnetBestFew *best) {
  Search search = {.coverage = coverage, .best = best, .most = most};
  *best = (RefnetBestFew){.is_best = TRUE};
  for (guint i = 0; i < REFNET_BEST_FEW; i++)
    search.candidates[i] = g_array_new(FALSE, FALSE, sizeof(RefnetCoverCandidate));
  search.before = g_array_new(FALSE, FALSE, sizeof(double));
  g_array_append_vals(search.candidates[0], coverage->heap->data, coverage->heap->len);
  g_array_sort(search.candidates[0], compare_candidates);
  search_on(&search, 0);
  for (guint i = 0; i < REFNET_BEST_FEW; i++)
    g_array_unref(search.candidates[i]);
  g_array_unref(search.before);
}
