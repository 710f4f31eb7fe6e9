/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/network/name_requests.h"

#define LINES_OF_MATTER 3

RefnetLabelRequest refnet_name_request(const RefnetArrangement *a, guint32 disc) {
  guint32 v = a->layout->member[disc];
  return (RefnetLabelRequest){.disc = disc,
                              .width = a->label[v].width,
                              .height = a->label[v].height,
                              .weight = 1 + refnet_arrangement_importance(a, v) /
                                                MAX(a->scales.most_ties, 1),
                              .side = a->side[v]};
}

guint refnet_name_lines_of(const RefnetArrangement *a, guint64 tie) {
  RefnetEdgeLook look = a->story && a->story->look ? a->story->look[tie] : REFNET_EDGE_PALE;
  gboolean is_of_path = look == REFNET_EDGE_DARK || look == REFNET_EDGE_DARK_DASHES;
  return is_of_path || (a->bridge && a->bridge[tie]) ? LINES_OF_MATTER : 1;
}

gsize refnet_name_count_lines(const RefnetArrangement *a) {
  gsize count = 0;
  for (guint64 t = 0; t < a->network->ties; t++)
    count += refnet_name_lines_of(a, t);
  return count;
}
