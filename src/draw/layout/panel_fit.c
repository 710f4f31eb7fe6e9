/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Panels put on the page, and everybody into theirs. */
#include "draw/layout/layout.h"

/* Points between a panel's rim and who is in it. */
#define RIM 3.0
/* Points around everybody's footprint, and the share of a panel that these may take. */
#define MOST_ROOM 16.0
#define LEAST_ROOM 1.0
#define FULL 0.62

/* From units to points. */
typedef struct {
  double x_scale, y_scale, x, y;
} Fit;

/* All panels fill the area, as far as units may be long and stretched. */
static Fit find_fit(const RefnetLayout *layout, RefnetBox area) {
  RefnetBox all = layout->panels[0].box;
  for (guint32 p = 1; p < layout->panel_count; p++)
    all = refnet_box_union(all, layout->panels[p].box);
  double x = MIN(area.width / all.width, layout->longest_unit * layout->most_stretch);
  double y = MIN(area.height / all.height, layout->longest_unit * layout->most_stretch);
  double least = MIN(MIN(x, y), layout->longest_unit);
  x = MIN(x, least * layout->most_stretch);
  y = MIN(y, least * layout->most_stretch);
  return (Fit){x, y, area.x + area.width / 2 - (all.x + all.width / 2) * x,
               area.y + area.height / 2 - (all.y + all.height / 2) * y};
}

static RefnetBox put_box(Fit fit, RefnetBox box) {
  return (RefnetBox){fit.x + box.x * fit.x_scale, fit.y + box.y * fit.y_scale,
                     box.width * fit.x_scale, box.height * fit.y_scale};
}

RefnetBox refnet_layout_panel_box(const RefnetLayout *layout, RefnetBox area, guint32 panel) {
  return put_box(find_fit(layout, area), layout->panels[panel].box);
}

/* Everybody gets more room, alike, as far as the panel has it. FALSE: memory ran out. */
static gboolean part_members(const RefnetLayout *layout, const RefnetPanel *panel,
                             const RefnetFootprint *footprints, RefnetBox inner,
                             RefnetPoint *positions) {
  const guint32 *members = layout->panel_member + panel->first;
  g_autofree RefnetFootprint *grown = g_try_malloc_n((gsize)panel->count + 1, sizeof *grown);
  g_autofree RefnetPoint *at = g_try_malloc_n((gsize)panel->count + 1, sizeof *at);
  g_autofree guint32 *numbers = g_try_malloc_n((gsize)panel->count + 1, sizeof *numbers);
  if (!grown || !at || !numbers)
    return FALSE;
  for (guint32 i = 0; i < panel->count; i++) {
    numbers[i] = i;
    at[i] = positions[members[i]];
  }
  for (double more = layout->keeps_form ? 0 : MOST_ROOM;; more = more > LEAST_ROOM ? more - 1 : 0) {
    double taken = 0;
    for (guint32 i = 0; i < panel->count; i++) {
      RefnetFootprint own = footprints[members[i]];
      grown[i] =
          (RefnetFootprint){own.left + more, own.right + more, own.up + more, own.down + more};
      taken += (grown[i].left + grown[i].right) * (grown[i].up + grown[i].down);
    }
    if (more == 0 || taken < FULL * inner.width * inner.height)
      break;
  }
  if (!refnet_overlap_remove(numbers, panel->count, grown, NULL, inner, at))
    return FALSE;
  /* Where names did not find room, discs do. */
  for (guint32 i = 0; i < panel->count; i++) {
    double up = footprints[members[i]].up;
    grown[i] = (RefnetFootprint){up, up, up, up};
  }
  if (!refnet_overlap_remove(numbers, panel->count, grown, NULL, inner, at))
    return FALSE;
  for (guint32 i = 0; i < panel->count; i++)
    positions[members[i]] = at[i];
  return TRUE;
}

static RefnetBox below_heading(Fit fit, const RefnetPanel *panel, double heading) {
  RefnetBox inner = refnet_box_grow(put_box(fit, panel->box), -RIM);
  inner.y += heading;
  inner.height = MAX(inner.height - heading, 1);
  return inner;
}

gboolean refnet_layout_fit_panels(const RefnetLayout *layout, const RefnetFootprint *footprints,
                                  RefnetBox area, RefnetPoint *positions) {
  Fit fit = find_fit(layout, area);
  for (guint32 p = 0; p < layout->panel_count; p++) {
    const RefnetPanel *panel = &layout->panels[p];
    const guint32 *members = layout->panel_member + panel->first;
    RefnetBox wished = below_heading(fit, panel, panel->heading * fit.y_scale);
    RefnetBox inner = below_heading(fit, panel, MAX(panel->heading * fit.y_scale, panel->written));
    for (guint32 i = 0; i < panel->count; i++) {
      RefnetPoint unit = layout->unit[members[i]];
      double down = fit.y + unit.y * fit.y_scale - wished.y;
      positions[members[i]] = (RefnetPoint){fit.x + unit.x * fit.x_scale,
                                            inner.y + down * inner.height / wished.height};
    }
    if (!part_members(layout, panel, footprints, inner, positions))
      return FALSE;
  }
  return TRUE;
}
