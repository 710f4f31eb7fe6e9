/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The band of organizations without relationships. */
#include "draw/page/isolates.h"

#include <math.h>

#define PADDING 12.0
#define LABEL_GAP 5.0
#define CELL_GAP 16.0

RefnetIsolates refnet_isolates_measure(const RefnetScales *scales, guint32 count, double radius,
                                       double label_width, double width) {
  RefnetIsolates isolates = {.count = count, .width = width};
  if (count == 0)
    return isolates;
  isolates.radius = radius;
  double content = 2 * isolates.radius + (label_width > 0 ? LABEL_GAP + label_width : 0);
  double gap = label_width > 0 ? CELL_GAP : isolates.radius;
  isolates.cell_height =
      label_width > 0 ? MAX(scales->label.size * 1.6, 2 * radius + 4) : 3 * radius;
  double inner = MAX(width - 2 * PADDING, content);
  isolates.columns = (guint32)CLAMP(floor((inner + gap) / (content + gap)), 1, count);
  isolates.rows = (count + isolates.columns - 1) / isolates.columns;
  /* As few columns as the rows need, so that the last row is not a stump. */
  isolates.columns = (count + isolates.rows - 1) / isolates.rows;
  isolates.cell_width = isolates.rows > 1 ? inner / isolates.columns
                                          : MIN(inner / isolates.columns, content + 2 * gap);
  isolates.heading_height = scales->heading.size * 1.6;
  isolates.height = 2 * PADDING + isolates.heading_height + isolates.rows * isolates.cell_height;
  return isolates;
}

void refnet_isolates_spread(RefnetIsolates *isolates, double height) {
  double fixed = 2 * PADDING + isolates->heading_height;
  if (isolates->count == 0 || height <= isolates->height)
    return;
  isolates->cell_height = MIN((height - fixed) / isolates->rows, isolates->cell_height * 3.2);
  isolates->height = fixed + isolates->rows * isolates->cell_height;
}

RefnetPoint refnet_isolates_middle(const RefnetIsolates *isolates, guint32 i, double x, double y) {
  return (RefnetPoint){x + PADDING + (i % isolates->columns) * isolates->cell_width +
                           isolates->radius,
                       y + PADDING + isolates->heading_height +
                           (i / isolates->columns + 0.5) * isolates->cell_height};
}

void refnet_isolates_draw_band(const RefnetIsolates *isolates, RefnetTypesetter *typesetter,
                               const RefnetScales *scales, RefnetScene *scene, double x, double y) {
  RefnetTextBlock heading;
  RefnetTextStyle style = {
      .part = REFNET_PART_ISOLATES, .owner = REFNET_NONE, .color = refnet_color(REFNET_INK, 1)};
  RefnetBox box = {x, y, isolates->width, isolates->height};
  refnet_scene_add_rectangle(scene, REFNET_PART_ISOLATES, box)->fill = refnet_color(0xF3F5F7, 1);
  g_autofree char *words = g_strdup_printf("No relationships recorded: %u", isolates->count);
  refnet_typesetter_wrap(typesetter, words, scales->heading, isolates->width - 2 * PADDING, 1,
                         &heading);
  refnet_text_block_draw(&heading, scene, x + PADDING, y + PADDING * 0.7, &style);
  refnet_text_block_clear(&heading);
}
