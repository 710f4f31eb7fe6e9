/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Footprints by the density of the network. */
#include "draw/network/footprints.h"

/* How much room discs get for their labels when they are pushed apart. */
typedef struct {
  double share;     /* of the drawing that footprints may fill: more would destroy the layout */
  double of_label;  /* of a label's width and height that its footprint holds, at most */
  double hub_bonus; /* of the rest, for the most important organization */
} Spacing;

/* In sparse networks there is room for everything; in dense ones labels find their places by
 * themselves, but for those of hubs. */
static Spacing spacing_for(const RefnetArrangement *a) {
  if (a->layout->panel_count > 0)
    return (Spacing){.share = 1, .of_label = 1};
  if (refnet_arrangement_is_crowd(a))
    return (Spacing){.share = 0.12};
  if (a->layout->placed > REFNET_ALL_NAMED)
    return (Spacing){.share = 0.3, .of_label = 0.4, .hub_bonus = 1};
  if (a->network->ties <= 1.3 * a->layout->placed)
    return (Spacing){.share = 0.5, .of_label = 1};
  return (Spacing){.share = 0.2, .of_label = 0.4, .hub_bonus = 0.4};
}

static RefnetFootprint footprint_of(const RefnetArrangement *a, guint32 v, double of_label,
                                    double hub_bonus) {
  const RefnetTextBlock *label = &a->label[v];
  if (of_label > 0)
    of_label += hub_bonus * (1 - of_label) *
                MIN(1, refnet_arrangement_importance(a, v) / MAX(a->scales.most_ties, 1));
  double disc = a->radius[v] + a->layout->pad;
  if (a->layout->keeps_form)
    return (RefnetFootprint){disc, disc, disc, disc};
  double half = MAX(a->radius[v] + 2, label->width / 2 * of_label + 2);
  double below = label->line_count ? label->height * of_label + 4 : 2;
  return (RefnetFootprint){half, half, a->radius[v] + 2, a->radius[v] + below};
}

RefnetFootprint *refnet_footprints_new(const RefnetArrangement *a) {
  RefnetFootprint *footprints = g_new0(RefnetFootprint, (gsize)a->network->vertices + 1);
  Spacing spacing = a->layout->keeps_form ? (Spacing){.share = 1} : spacing_for(a);
  double room = spacing.share * a->drawing.width * a->drawing.height;
  for (double of_label = spacing.of_label; of_label >= 0; of_label -= 0.1) {
    double taken = 0;
    for (guint32 i = 0; i < a->layout->placed; i++) {
      guint32 v = a->layout->member[i];
      footprints[v] = footprint_of(a, v, of_label, spacing.hub_bonus);
      RefnetBox box = refnet_footprint_at(footprints[v], (RefnetPoint){0, 0});
      taken += box.width * box.height;
    }
    if (taken <= room)
      break;
  }
  return footprints;
}

RefnetBox refnet_footprints_drawing(const RefnetArrangement *a) {
  RefnetBox box = a->drawing;
  double letter = refnet_arrangement_is_crowd(a) ? 0 : a->scales.label.size;
  double beside = MIN(a->layout->room_beside * letter, box.width / (a->scales.is_slide ? 4 : 5));
  double above = MIN(a->layout->room_above * letter, box.height / 8);
  return (RefnetBox){box.x + beside, box.y + above, box.width - 2 * beside, box.height - 2 * above};
}
