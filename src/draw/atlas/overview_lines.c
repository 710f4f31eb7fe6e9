/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which ties between communities are drawn, and by which they are laid out. */
#include "draw/atlas/overview_parts.h"

/* Ties by which communities are laid out: the strongest of each, or all pull to the middle. */
#define STRONGEST 3
/* Lines drawn for each community at most, in the mean; those that hold it together come besides. */
#define LINES 4

static gint compare_strength(gconstpointer left, gconstpointer right) {
  const RefnetDrawnArc *a = left, *b = right;
  if (a->count != b->count)
    return a->count > b->count ? -1 : 1;
  if (a->from != b->from)
    return a->from < b->from ? -1 : 1;
  return (a->to > b->to) - (a->to < b->to);
}

/* Ties by falling strength. */
static GArray *strongest_first(const RefnetOverview *overview) {
  GArray *sorted = g_array_new(FALSE, FALSE, sizeof(RefnetDrawnArc));
  for (guint i = 0; i < overview->communities->ties->len; i++) {
    const RefnetDrawnArc *tie = &g_array_index(overview->communities->ties, RefnetDrawnArc, i);
    if (tie->from < overview->count && tie->to < overview->count)
      g_array_append_vals(sorted, tie, 1);
  }
  g_array_sort(sorted, compare_strength);
  return sorted;
}

static guint32 root_of(guint32 *parent, guint32 k) {
  while (parent[k] != k)
    k = parent[k] = parent[parent[k]];
  return k;
}

/* The strongest of each community, and those that hold everything together. */
GArray *refnet_overview_backbone(const RefnetOverview *overview) {
  g_autoptr(GArray) sorted = strongest_first(overview);
  GArray *backbone = g_array_new(FALSE, FALSE, sizeof(RefnetDrawnArc));
  g_autofree guint32 *parent = g_new(guint32, (gsize)overview->count + 1);
  g_autofree guint *degree = g_new0(guint, (gsize)overview->count + 1);
  for (guint32 k = 0; k < overview->count; k++)
    parent[k] = k;
  for (guint i = 0; i < sorted->len; i++) {
    const RefnetDrawnArc *tie = &g_array_index(sorted, RefnetDrawnArc, i);
    guint32 a = root_of(parent, tie->from), b = root_of(parent, tie->to);
    if (a == b && degree[tie->from] >= STRONGEST && degree[tie->to] >= STRONGEST)
      continue;
    parent[a] = b;
    degree[tie->from]++;
    degree[tie->to]++;
    g_array_append_vals(backbone, tie, 1);
  }
  return backbone;
}

/* Where all work with all, only the strongest lines are drawn. */
void refnet_overview_choose_lines(RefnetOverview *overview) {
  g_autoptr(GArray) sorted = strongest_first(overview);
  g_autoptr(GArray) backbone = refnet_overview_backbone(overview);
  guint most = MIN(sorted->len, LINES * overview->count);
  overview->most = sorted->len ? g_array_index(sorted, RefnetDrawnArc, 0).count : 0;
  overview->lines = g_array_new(FALSE, FALSE, sizeof(RefnetDrawnArc));
  g_array_append_vals(overview->lines, sorted->data, most);
  for (guint i = most; i < sorted->len; i++) {
    const RefnetDrawnArc *tie = &g_array_index(sorted, RefnetDrawnArc, i);
    gboolean holds = FALSE;
    for (guint k = 0; k < backbone->len && !holds; k++)
      holds = compare_strength(tie, &g_array_index(backbone, RefnetDrawnArc, k)) == 0;
    if (holds)
      g_array_append_vals(overview->lines, tie, 1);
    else {
      overview->left_out++;
      overview->left_out_most = MAX(overview->left_out_most, tie->count);
    }
  }
}
