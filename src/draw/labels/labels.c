/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Label placement: candidates around each disc, annealing among them, leaders for what is left. */
#include "draw/labels/labels.h"

#include "draw/labels/label_candidates.h"
#include "draw/labels/label_choice.h"
#include "draw/labels/label_places.h"
#include "draw/labels/label_placement.h"

void refnet_labels_place(const RefnetLabelField *field, const RefnetLabelRequest *requests,
                         guint32 count, double reach, guint64 seed, RefnetLabelPlace *places) {
  if (count == 0)
    return;
  RefnetLabelPlacement placement = {
      .field = field, .requests = requests, .places = places, .count = count};
  refnet_label_placement_start(&placement);
  for (guint32 i = 0; i < count; i++)
    if (!places[i].placed)
      refnet_label_candidates_make(&placement, i);
  refnet_label_choose(&placement, seed);
  refnet_label_places_fix(&placement, reach);
  refnet_label_placement_clear(&placement);
}
