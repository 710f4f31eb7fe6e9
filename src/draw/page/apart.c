/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The band of what has no place. */
#include "draw/page/apart.h"

#include <math.h>

#define PADDING 10.0
#define CELL_GAP 18.0

void refnet_apart_measure(RefnetApart *apart, RefnetTypesetter *typesetter,
                          const RefnetScales *scales, const char *heading, guint32 count,
                          double disc_width, double label_width, double row_height, double width) {
  refnet_apart_clear(apart);
  *apart = (RefnetApart){.scales = scales, .typesetter = typesetter, .count = count};
  if (count == 0)
    return;
  double gap = label_width > 0 ? CELL_GAP : 2;
  double inner = width - 2 * PADDING;
  double cell = disc_width + (label_width > 0 ? REFNET_APART_GAP + label_width : 0) + gap;
  refnet_typesetter_wrap(typesetter, heading, scales->heading, inner, 2, &apart->heading);
  apart->columns = (guint32)CLAMP(floor((inner + gap) / cell), 1, count);
  apart->rows = (count + apart->columns - 1) / apart->columns;
  /* As few columns as the rows need, so that the last row is not a stump. */
  apart->columns = (count + apart->rows - 1) / apart->rows;
  apart->disc_width = disc_width;
  apart->cell_width = apart->rows > 1 ? inner / apart->columns : MIN(inner / apart->columns, cell);
  apart->cell_height = row_height;
  apart->width = width;
  apart->height = 2.2 * PADDING + apart->heading.height + apart->rows * row_height;
}

void refnet_apart_clear(RefnetApart *apart) {
  refnet_text_block_clear(&apart->heading);
}

RefnetPoint refnet_apart_middle(const RefnetApart *apart, guint32 i, double x, double y) {
  return (RefnetPoint){
      x + PADDING + (i % apart->columns) * apart->cell_width + apart->disc_width / 2,
      y + 1.4 * PADDING + apart->heading.height + (i / apart->columns + .5) * apart->cell_height};
}

void refnet_apart_draw(const RefnetApart *apart, RefnetScene *scene, double x, double y) {
  RefnetBox box = {x, y, apart->width, apart->height};
  RefnetTextStyle style = {
      .part = REFNET_PART_APART, .owner = REFNET_NONE, .color = refnet_color(REFNET_INK, 1)};
  if (apart->count == 0)
    return;
  refnet_scene_add_rectangle(scene, REFNET_PART_APART, box)->fill = refnet_color(0xF3F5F7, 1);
  refnet_text_block_draw(&apart->heading, scene, x + PADDING, y + PADDING * .7, &style);
}
