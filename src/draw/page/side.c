/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Headings, entries and paragraphs of a column. */
#include "draw/page/side.h"

#define LINE 1.5
#define SYMBOL 2.4 /* in letters of its size */

static void draw(const RefnetSide *side, const RefnetTextBlock *block, double x, double y,
                 guint32 rgb) {
  RefnetTextStyle style = {
      .part = REFNET_PART_LEGEND, .owner = REFNET_NONE, .color = refnet_color(rgb, 1)};
  if (side->scene)
    refnet_text_block_draw(block, side->scene, x, y, &style);
}

void refnet_side_heading(RefnetSide *side, const char *text) {
  RefnetTextBlock block;
  refnet_typesetter_wrap(side->typesetter, text, side->scales->heading, side->width,
                         REFNET_TEXT_LINES, &block);
  if (side->is_begun)
    side->y += side->scales->heading.size * LINE * .8;
  draw(side, &block, side->x, side->y, REFNET_INK);
  side->y += block.height + 3;
  side->is_begun = TRUE;
  refnet_text_block_clear(&block);
}

static void put_line(RefnetSide *side, GString *line, gboolean continues) {
  RefnetTextBlock block;
  refnet_typesetter_wrap(side->typesetter, line->str, side->scales->legend, side->width, 1, &block);
  gsize first = side->scene ? refnet_scene_length(side->scene) : 0;
  draw(side, &block, side->x, side->y, REFNET_MUTED_INK);
  if (side->scene && continues)
    refnet_scene_continue_text(side->scene, first);
  side->y += block.height;
  g_string_truncate(line, 0);
  refnet_text_block_clear(&block);
}

void refnet_side_text(RefnetSide *side, const char *text) {
  g_auto(GStrv) words = g_strsplit(text, " ", -1);
  g_autoptr(GString) line = g_string_new(NULL);
  gboolean continues = FALSE;
  for (guint i = 0; words[i]; i++) {
    g_autofree char *longer = g_strconcat(line->str, line->len ? " " : "", words[i], NULL);
    if (line->len > 0 &&
        refnet_typesetter_width(side->typesetter, longer, side->scales->legend) > side->width) {
      put_line(side, line, continues);
      continues = TRUE;
      g_string_assign(line, words[i]);
    } else {
      g_string_assign(line, longer);
    }
  }
  if (line->len > 0)
    put_line(side, line, continues);
  side->y += 4;
  side->is_begun = TRUE;
}

RefnetBox refnet_side_entry(RefnetSide *side, const char *words, const char *figure) {
  RefnetFont font = side->scales->legend;
  RefnetTextBlock text, number = {.line_count = 0};
  double symbol = font.size * SYMBOL;
  if (figure)
    refnet_typesetter_wrap(side->typesetter, figure, font, side->width / 2, 1, &number);
  double taken = symbol + (figure ? number.width + font.size : 0);
  refnet_typesetter_wrap(side->typesetter, words, font, MAX(side->width - taken, 40),
                         REFNET_TEXT_LINES, &text);
  double height = MAX(text.height + 3, font.size * LINE);
  double top = side->y + (height - text.height) / 2;
  draw(side, &text, side->x + symbol, top, REFNET_INK);
  if (figure)
    draw(side, &number, side->x + side->width - number.width, top, REFNET_MUTED_INK);
  RefnetBox box = {side->x, side->y, symbol - font.size * .5, height};
  side->y += height;
  side->is_begun = TRUE;
  refnet_text_block_clear(&text);
  refnet_text_block_clear(&number);
  return box;
}

RefnetBox refnet_side_room(RefnetSide *side, double height) {
  RefnetBox box = {side->x, side->y, side->width, height};
  side->y += height;
  side->is_begun = TRUE;
  return box;
}
