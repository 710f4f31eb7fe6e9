/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Cells of one size over the whole page, longer sides having more of them. */
#include "draw/atlas/page_grid.h"

#include <math.h>

#include "draw/signs/scales.h"

#define ALONG 10     /* cells along the longer side */
#define LETTERS .009 /* of the page's width */
#define LEAST_LETTERS 7.5
#define TICK .6 /* letters that a line between cells is long */
#define LINE_RGB 0xA9B3BC

typedef struct {
  guint columns, rows;
  double width, height; /* of a cell */
} Grid;

static Grid grid_of(const RefnetScene *scene) {
  double longer = MAX(scene->width, scene->height);
  Grid grid = {.columns = (guint)MAX(round(ALONG * scene->width / longer), 1),
               .rows = (guint)MAX(round(ALONG * scene->height / longer), 1)};
  grid.width = scene->width / grid.columns;
  grid.height = scene->height / grid.rows;
  return grid;
}

static double letters_of(const RefnetScene *scene) {
  return MAX(LETTERS * scene->width, LEAST_LETTERS);
}

/* ---- drawing --------------------------------------------------------------------------------- */

static void draw_text(RefnetScene *scene, RefnetTypesetter *typesetter, char *text, double x,
                      double y) {
  RefnetTextBlock block;
  RefnetTextStyle style = {
      .part = REFNET_PART_FRAME, .owner = REFNET_NONE, .color = refnet_color(REFNET_MUTED_INK, 1)};
  RefnetFont font = {letters_of(scene), TRUE};
  refnet_typesetter_wrap(typesetter, text, font, 1000, 1, &block);
  refnet_text_block_draw(&block, scene, x - block.width / 2, y - block.height / 2, &style);
  refnet_text_block_clear(&block);
  g_free(text);
}

static void draw_tick(RefnetScene *scene, RefnetPoint from, RefnetPoint to) {
  RefnetPrimitive *tick = refnet_scene_add_line(scene, REFNET_PART_FRAME, from, to);
  tick->stroke = refnet_color(LINE_RGB, 1);
  tick->stroke_width = letters_of(scene) / 12;
}

static char *letter_of(guint column) {
  return g_strdup_printf("%c", (char)('A' + column - 1));
}

void refnet_page_grid_draw(RefnetScene *scene, RefnetTypesetter *typesetter) {
  Grid grid = grid_of(scene);
  double letters = letters_of(scene), tick = TICK * letters;
  double left = letters * .9, top = letters * .7;
  double right = scene->width - left, bottom = scene->height - top;
  for (guint column = 1; column <= grid.columns; column++) {
    double x = (column - .5) * grid.width, end = column * grid.width;
    draw_text(scene, typesetter, letter_of(column), x, top);
    draw_text(scene, typesetter, letter_of(column), x, bottom);
    if (column == grid.columns)
      break;
    draw_tick(scene, (RefnetPoint){end, 0}, (RefnetPoint){end, tick});
    draw_tick(scene, (RefnetPoint){end, scene->height - tick}, (RefnetPoint){end, scene->height});
  }
  for (guint row = 1; row <= grid.rows; row++) {
    double y = (row - .5) * grid.height, end = row * grid.height;
    draw_text(scene, typesetter, g_strdup_printf("%u", row), left, y);
    draw_text(scene, typesetter, g_strdup_printf("%u", row), right, y);
    if (row == grid.rows)
      break;
    draw_tick(scene, (RefnetPoint){0, end}, (RefnetPoint){tick, end});
    draw_tick(scene, (RefnetPoint){scene->width - tick, end}, (RefnetPoint){scene->width, end});
  }
}

/* ---- looking up ------------------------------------------------------------------------------ */

void refnet_page_grid_find(const RefnetScene *scene, guint32 owners, RefnetPageCell *cells) {
  Grid grid = grid_of(scene);
  for (gsize i = 0; i < refnet_scene_length(scene); i++) {
    const RefnetPrimitive *disc = refnet_scene_at(scene, i);
    if (disc->part != REFNET_PART_NODE || disc->owner >= owners)
      continue;
    double x = disc->box.x + disc->box.width / 2, y = disc->box.y + disc->box.height / 2;
    cells[disc->owner] = (RefnetPageCell){1 + (guint)CLAMP(x / grid.width, 0, grid.columns - 1),
                                          1 + (guint)CLAMP(y / grid.height, 0, grid.rows - 1)};
  }
}

char *refnet_page_cell_name(RefnetPageCell cell) {
  return cell.column > 0 ? g_strdup_printf("%c%u", (char)('A' + cell.column - 1), cell.row) : NULL;
}
