/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What an arrangement holds, and what its vertices are to it. */
#include "draw/network/arrangement.h"
#include "draw/scene/no_memory.h"

/* Up to so many all may be named on a slide. */
#define ALL_NAMED_ON_SLIDE 40

static void clear_group(gpointer group) {
  g_free(((RefnetIsolateGroup *)group)->name);
}

gboolean refnet_arrangement_allocate(RefnetArrangement *a, GError **error) {
  gsize n = (gsize)a->network->vertices + 1;
  a->radius = g_try_malloc0_n(n, sizeof *a->radius);
  a->ringed = g_try_malloc0_n(n, sizeof *a->ringed);
  a->cut_off = g_try_malloc0_n(n, sizeof *a->cut_off);
  a->labeled = g_try_malloc0_n(n, sizeof *a->labeled);
  a->shape = g_try_malloc0_n(n, sizeof *a->shape);
  a->number = g_try_malloc0_n(n, sizeof *a->number);
  a->label = g_try_malloc0_n(n, sizeof *a->label);
  a->place = g_try_malloc0_n(n, sizeof *a->place);
  a->side = g_try_malloc0(n);
  a->position = g_try_malloc0_n(n, sizeof *a->position);
  a->key = g_ptr_array_new();
  a->groups = g_array_new(FALSE, FALSE, sizeof(RefnetIsolateGroup));
  g_array_set_clear_func(a->groups, clear_group);
  a->key_lines = 2;
  if (a->radius && a->ringed && a->cut_off && a->labeled && a->shape && a->number && a->label &&
      a->place && a->side && a->position)
    return TRUE;
  return refnet_draw_no_memory(error);
}

gboolean refnet_arrangement_note_panels(RefnetArrangement *a, GError **error) {
  const RefnetLayout *layout = a->layout;
  if (layout->panel_count == 0)
    return TRUE;
  a->panel = g_try_malloc0_n((gsize)a->network->vertices + 1, sizeof *a->panel);
  if (!a->panel)
    return refnet_draw_no_memory(error);
  for (guint32 p = 0; p < layout->panel_count; p++)
    for (guint32 i = 0; i < layout->panels[p].count; i++)
      a->panel[layout->panel_member[layout->panels[p].first + i]] = p;
  return TRUE;
}

void refnet_arrangement_clear(RefnetArrangement *a) {
  for (guint32 v = 0; a->label && v < a->network->vertices; v++)
    refnet_text_block_clear(&a->label[v]);
  refnet_panels_clear(&a->panels);
  refnet_frame_clear(&a->frame);
  refnet_encoding_free(a->encoding);
  refnet_hulls_free(a->hulls);
  refnet_layout_free(a->layout);
  refnet_legend_free(a->legend);
  g_strfreev(a->names);
  g_clear_pointer(&a->key, g_ptr_array_unref);
  g_clear_pointer(&a->groups, g_array_unref);
  g_free(a->note);
  g_free(a->radius);
  g_free(a->ringed);
  g_free(a->cut_off);
  g_free(a->bridge);
  g_free(a->labeled);
  g_free(a->shape);
  g_free(a->number);
  g_free(a->label);
  g_free(a->place);
  g_free(a->side);
  g_free(a->panel);
  g_free(a->position);
  g_free(a->isolate);
}

void refnet_arrangement_free(RefnetArrangement *a) {
  if (!a)
    return;
  refnet_arrangement_clear(a);
  g_free(a);
}

const RefnetOrganization *refnet_arrangement_organization(const RefnetArrangement *arrangement,
                                                          guint32 v) {
  const RefnetNetwork *network = arrangement->network;
  return &network->dataset->organizations[network->organization[v]];
}

gboolean refnet_arrangement_is_isolate(const RefnetArrangement *a, guint32 v) {
  return a->network->tie_start[v] == a->network->tie_start[v + 1];
}

/* So many that most are discs without a label, and names stand around the crowd. */
gboolean refnet_arrangement_is_crowd(const RefnetArrangement *a) {
  return a->network->vertices > REFNET_CROWD;
}

gboolean refnet_arrangement_fades_between(const RefnetArrangement *a) {
  return a->panel && a->network->vertices > REFNET_ALL_NAMED;
}

gboolean refnet_arrangement_is_crowded_slide(const RefnetArrangement *a) {
  return a->scales.is_slide && (a->network->vertices > ALL_NAMED_ON_SLIDE || a->is_tight);
}

RefnetLabeled refnet_arrangement_without_name(const RefnetArrangement *a) {
  return refnet_arrangement_is_crowd(a) || refnet_arrangement_is_crowded_slide(a)
             ? REFNET_LABELED_BARE
             : REFNET_LABELED_NUMBER;
}

double refnet_arrangement_importance(const RefnetArrangement *a, guint32 v) {
  double lift = a->ringed[v] ? a->scales.most_ties / 4.0 : 0;
  /* What the map is about is named before what lies behind it. */
  if (a->story && a->story->faded && !a->story->faded[v])
    lift += a->scales.most_ties;
  return refnet_network_degree(a->network, v) + lift;
}
