/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The band of what has no place. */
#include "draw/page/apart.h"

#include <math.h>

#define PADDING 10.0
#define CELL_GAP 18.0

void refnet_apart_measure(RefnetApart *apart, const RefnetApartContent *content, double width,
                          const RefnetScales *scales, RefnetTypesetter *typesetter) {
  const guint32 count = content->count;
  const gboolean has_names = content->label_width > 0;
  refnet_apart_clear(apart);
  *apart = (RefnetApart){.count = count};
  if (count == 0)
    return;
  double gap = has_names ? CELL_GAP : 2;
  double inner = width - 2 * PADDING;
  double label = has_names ? REFNET_APART_GAP + content->label_width : 0;
  double cell = content->disc_width + label + gap;
  refnet_typesetter_wrap(typesetter, content->heading, scales->heading, inner, 2, &apart->heading);
  apart->columns = (guint32)CLAMP(floor((inner + gap) / cell), 1, count);
  apart->rows = (count + apart->columns - 1) / apart->columns;
  /* As few columns as the rows need, so that the last row is not a stump. */
  apart->columns = (count + apart->rows - 1) / apart->rows;
  apart->disc_width = content->disc_width;
  apart->cell_width = apart->rows > 1 ? inner / apart->columns : MIN(inner / apart->columns, cell);
  apart->cell_height = content->row_height;
  apart->width = width;
  apart->height = 2.2 * PADDING + apart->heading.height + apart->rows * content->row_height;
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
