/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Small maps of made networks. */
#ifndef REFNET_TESTS_MADE_MAP_H
#define REFNET_TESTS_MADE_MAP_H

#include "draw/scene/map.h"
#include "unit/draw/made_network.h"
#include "unit/draw/scene_checks.h"

static inline RefnetMap *map_with_layout(const MadeNetwork *made, RefnetLayoutKind layout) {
  RefnetMapOptions options = {.layout = layout,
                              .subtitle = "Services: food",
                              .seed = 1,
                              .as_of = refnet_date_from_ymd(2026, 2, 14),
                              .dpi = 40};
  GError *error = NULL;
  RefnetMap *map = refnet_map_new(&made->network, &made->measures, &options, &error);
  assert_null(error);
  assert_non_null(map);
  return map;
}

static inline RefnetMap *map_of(const MadeNetwork *made) {
  return map_with_layout(made, REFNET_LAYOUT_STRESS);
}

#endif
