/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How large a community and how wide a line is; texts of an overview. */
#include "draw/atlas/overview_parts.h"

#include <math.h>

#define SMALLEST_RADIUS 13.0
#define THINNEST 0.8

double refnet_overview_radius(const RefnetOverview *overview, guint32 size) {
  double share = (double)size / overview->communities->items[0].size;
  double low = SMALLEST_RADIUS * SMALLEST_RADIUS,
         high = overview->largest_radius * overview->largest_radius;
  double crowd = overview->count > 24 ? sqrt(24.0 / overview->count) : 1;
  return MAX(sqrt(low + (high - low) * share) * crowd, SMALLEST_RADIUS * 0.8);
}

double refnet_overview_line_width(const RefnetOverview *overview, guint64 ties) {
  double share = (double)ties / (double)MAX(overview->most, 1);
  return THINNEST + (REFNET_OVERVIEW_THICKEST - THINNEST) * sqrt(share);
}

void refnet_overview_draw_text(const RefnetOverview *overview, RefnetScene *scene, const char *text,
                               RefnetFont font, RefnetPoint at, double lean,
                               RefnetTextStyle style) {
  RefnetTextBlock block;
  refnet_typesetter_wrap(overview->typesetter, text, font, 1e4, 1, &block);
  refnet_text_block_draw(&block, scene, at.x - lean * block.width, at.y - lean * block.height,
                         &style);
  refnet_text_block_clear(&block);
}
