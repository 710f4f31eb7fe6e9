/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of layouts, and what all of them begin with. */
#include "draw/layout/layout.h"
#include "draw/scene/no_memory.h"

/* Points a tie may be long at most: two organizations need not be a page apart. */
#define LONGEST_TIE 240.0

static const struct {
  const char *name;
  RefnetLayOut lay_out;
} layouts[REFNET_LAYOUTS] = {
    [REFNET_LAYOUT_CHOSEN] = {"", refnet_lay_out_stress},
    [REFNET_LAYOUT_STRESS] = {"stress", refnet_lay_out_stress},
    [REFNET_LAYOUT_CIRCLE] = {"circle", refnet_lay_out_circle},
    [REFNET_LAYOUT_SECTORS] = {"sectors", refnet_lay_out_sectors},
    [REFNET_LAYOUT_COMMUNITIES] = {"communities", refnet_lay_out_stress},
    [REFNET_LAYOUT_GEO] = {"geo", refnet_lay_out_geo},
    [REFNET_LAYOUT_LAYERS] = {"layers", refnet_lay_out_layers},
};

gboolean refnet_layout_kind(const char *name, RefnetLayoutKind *kind) {
  for (guint i = REFNET_LAYOUT_CHOSEN + 1; i < REFNET_LAYOUTS; i++)
    if (g_ascii_strcasecmp(name, layouts[i].name) == 0) {
      *kind = (RefnetLayoutKind)i;
      return TRUE;
    }
  return FALSE;
}

gboolean refnet_layout_is_by_community(const RefnetMapOptions *options, guint32 organizations) {
  return !options->positions &&
         (options->layout == REFNET_LAYOUT_COMMUNITIES ||
          (options->layout == REFNET_LAYOUT_CHOSEN && organizations > REFNET_ALL_NAMED));
}

void refnet_layout_free(RefnetLayout *layout) {
  if (!layout)
    return;
  g_free(layout->start);
  g_free(layout->member);
  g_free(layout->unit);
  g_free(layout->fixed);
  g_free(layout->around);
  for (guint32 p = 0; p < layout->panel_count; p++) {
    g_free(layout->panels[p].name);
    g_free(layout->panels[p].brief);
  }
  g_free(layout->panels);
  g_free(layout->panel_member);
  g_free(layout);
}

RefnetLayout *refnet_layout_prepare(const RefnetNetwork *network, GError **error) {
  gsize n = network->vertices;
  g_autoptr(RefnetLayout) layout = g_new0(RefnetLayout, 1);
  layout->member = g_try_malloc_n(n + 1, sizeof *layout->member);
  layout->unit = g_try_malloc0_n(n + 1, sizeof *layout->unit);
  layout->start = g_try_malloc0_n(n / 2 + 2, sizeof *layout->start);
  if (!layout->member || !layout->unit || !layout->start) {
    refnet_draw_no_memory(error);
    return NULL;
  }
  layout->longest_unit = LONGEST_TIE;
  layout->most_stretch = 1;
  layout->pad = 2;
  for (guint32 v = 0; v < n; v++)
    if (network->tie_start[v] < network->tie_start[v + 1])
      layout->member[layout->placed++] = v;
  layout->part_count = layout->placed > 0;
  layout->start[layout->part_count] = layout->placed;
  return g_steal_pointer(&layout);
}

RefnetLayout *refnet_layout_new(const RefnetNetwork *network, const RefnetMapOptions *options,
                                GError **error) {
  g_autoptr(RefnetLayout) layout = refnet_layout_prepare(network, error);
  RefnetLayOut lay_out =
      options->positions ? refnet_lay_out_given : layouts[options->layout].lay_out;
  if (!layout || (layout->placed > 0 && !lay_out(network, options, layout, error)))
    return NULL;
  return g_steal_pointer(&layout);
}
