/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How each row of a legend is drawn: its symbol, then its words. */
#include <math.h>

#include "draw/page/legend_parts.h"
#include "draw/signs/discs.h"
#include "draw/signs/edges.h"
#include "present/wording/words.h"

#define SAMPLES 3

/* What stands for organizations of any group. */
static const RefnetGroup plain = {.fill = {0.83, 0.86, 0.89, 1}, .outline = {0.36, 0.4, 0.44, 1}};

typedef void (*DrawRow)(const RefnetLegend *legend, const RefnetLegendRow *row, RefnetScene *scene,
                        double x, double y);

double refnet_legend_line_height(const RefnetLegend *legend) {
  const RefnetScales *scales = legend->content.scales;
  return scales->legend.size * (scales->is_slide ? 1.25 : 1.5);
}

double refnet_legend_symbol_width(const RefnetLegend *legend) {
  return legend->content.scales->legend.size * 2;
}

static void draw_block(const RefnetTextBlock *block, RefnetScene *scene, double x, double y,
                       guint32 rgb, RefnetPart part) {
  RefnetTextStyle style = {.part = part, .owner = REFNET_NONE, .color = refnet_color(rgb, 1)};
  refnet_text_block_draw(block, scene, x, y, &style);
}

/* Halfway down its row. */
static void draw_words(const RefnetLegendRow *row, RefnetScene *scene, double x, double y,
                       guint32 rgb) {
  draw_block(&row->text, scene, x + row->indent, y + (row->height - row->text.height) / 2, rgb,
             REFNET_PART_LEGEND);
}

/* With the number of a step, on the first line of its words. */
static void draw_text_row(G_GNUC_UNUSED const RefnetLegend *legend, const RefnetLegendRow *row,
                          RefnetScene *scene, double x, double y) {
  guint32 ink = row->text.font.bold || row->is_strong ? REFNET_INK : REFNET_MUTED_INK;
  draw_block(&row->figure, scene, x, y + (row->height - row->text.height) / 2, ink,
             REFNET_PART_LEGEND);
  draw_words(row, scene, x, y, ink);
}

static void draw_group(const RefnetLegend *legend, const RefnetLegendRow *row,
                       const RefnetGroup *group, RefnetScene *scene, double x, double y) {
  double radius = legend->content.scales->legend.size * 0.5 * refnet_form_reach(group->form);
  RefnetPoint middle = {x + refnet_legend_symbol_width(legend) * 0.35, y + row->height / 2};
  refnet_disc_draw(group, scene, REFNET_PART_LEGEND, REFNET_NONE, middle, radius, REFNET_RIM_PLAIN);
  double top = y + (row->height - row->text.height) / 2;
  draw_block(&row->text, scene, x + row->indent, top, REFNET_INK, REFNET_PART_LEGEND);
  draw_block(&row->figure, scene, x + row->width - row->figure.width,
             y + (row->height - row->figure.height) / 2, REFNET_MUTED_INK, REFNET_PART_LEGEND);
}

static void draw_group_row(const RefnetLegend *legend, const RefnetLegendRow *row,
                           RefnetScene *scene, double x, double y) {
  draw_group(legend, row, &legend->content.encoding->color->groups[row->index], scene, x, y);
}

static void draw_hull_row(const RefnetLegend *legend, const RefnetLegendRow *row,
                          RefnetScene *scene, double x, double y) {
  draw_group(legend, row, &legend->content.hulls->palette->groups[row->index], scene, x, y);
}

static void draw_form_row(const RefnetLegend *legend, const RefnetLegendRow *row,
                          RefnetScene *scene, double x, double y) {
  draw_group(legend, row, &legend->content.encoding->form->groups[row->index], scene, x, y);
}

static void draw_key_row(const RefnetLegend *legend, const RefnetLegendRow *row, RefnetScene *scene,
                         double x, double y) {
  double number_end = x + row->indent - legend->content.scales->key.size * 0.6;
  draw_block(&row->figure, scene, number_end - row->figure.width, y, REFNET_MUTED_INK,
             REFNET_PART_KEY);
  draw_block(&row->text, scene, x + row->indent, y, REFNET_INK, REFNET_PART_KEY);
}

/* The smallest, `middle` and the largest of a range, each once. */
static guint choose_samples(guint64 low, guint64 middle, guint64 high, guint64 samples[SAMPLES]) {
  guint count = 0;
  samples[count++] = low;
  if (middle > low && middle < high)
    samples[count++] = middle;
  if (high > low)
    samples[count++] = high;
  return count;
}

static void draw_figure(const RefnetLegend *legend, guint64 value, RefnetScene *scene, double x,
                        double y, double share) {
  g_autofree char *text = refnet_words_digits(value);
  RefnetTextBlock block;
  refnet_typesetter_wrap(legend->typesetter, text, legend->content.scales->legend, 1000, 1, &block);
  draw_block(&block, scene, x - block.width * share, y, REFNET_INK, REFNET_PART_LEGEND);
  refnet_text_block_clear(&block);
}

/* From one sample to the next: neither discs nor figures touch. */
static double sample_step(const RefnetLegend *legend, const RefnetLegendRow *row, guint64 largest) {
  const RefnetScales *scales = legend->content.scales;
  g_autofree char *figure = refnet_words_digits(largest);
  double text = refnet_typesetter_width(legend->typesetter, figure, scales->legend) + 14;
  return MIN(row->width / SAMPLES, MAX(text, 4 * scales->largest_radius + 20));
}

/* Three figures from the least to the most, the middle one about halfway between their discs. */
static guint choose_sizes(const RefnetEncoding *encoding, double samples[SAMPLES]) {
  double least = encoding->least_size, most = encoding->most_size, middle = (least + most) / 2;
  if (most - least >= 2)
    middle = floor(middle);
  samples[0] = least;
  if (!(most > least))
    return 1;
  samples[1] = middle;
  samples[2] = most;
  if (middle > least && middle < most && (most - least >= 2 || least != floor(least)))
    return SAMPLES;
  samples[1] = most;
  return 2;
}

char *refnet_legend_size_text(double size) {
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  if (size == floor(size) || fabs(size) >= 100)
    return refnet_words_figure(size);
  return g_strdup(g_ascii_formatd(digits, sizeof digits, "%.3g", size));
}

static void draw_text_at(const RefnetLegend *legend, const char *text, RefnetScene *scene, double x,
                         double y) {
  RefnetTextBlock block;
  refnet_typesetter_wrap(legend->typesetter, text, legend->content.scales->legend, 1000, 1, &block);
  draw_block(&block, scene, x - block.width / 2, y, REFNET_INK, REFNET_PART_LEGEND);
  refnet_text_block_clear(&block);
}

static void draw_sizes_row(const RefnetLegend *legend, const RefnetLegendRow *row,
                           RefnetScene *scene, double x, double y) {
  const RefnetScales *scales = legend->content.scales;
  const RefnetEncoding *encoding = legend->content.encoding;
  double samples[SAMPLES], widest = 0;
  guint count = choose_sizes(encoding, samples);
  for (guint i = 0; i < count; i++) {
    g_autofree char *text = refnet_legend_size_text(samples[i]);
    widest = MAX(widest, refnet_typesetter_width(legend->typesetter, text, scales->legend) + 14);
  }
  double step = MIN(row->width / SAMPLES, MAX(widest, 4 * scales->largest_radius + 20));
  double text_top = y + row->height - refnet_legend_line_height(legend);
  for (guint i = 0; i < count; i++) {
    g_autofree char *text = refnet_legend_size_text(samples[i]);
    double radius = refnet_scales_radius(scales, refnet_encoding_share(encoding, samples[i]));
    RefnetPoint middle = {x + step * (i + 0.5), text_top - scales->largest_radius - 2};
    refnet_disc_draw(&plain, scene, REFNET_PART_LEGEND, REFNET_NONE, middle, radius,
                     REFNET_RIM_PLAIN);
    draw_text_at(legend, text, scene, middle.x, text_top);
  }
}

/* The smallest disc, its outline in dashes. */
static void draw_unknown_size_row(const RefnetLegend *legend, const RefnetLegendRow *row,
                                  RefnetScene *scene, double x, double y) {
  static const RefnetGroup unknown = {
      .fill = {0.83, 0.86, 0.89, 1}, .outline = {0.36, 0.4, 0.44, 1}, .dashed = TRUE};
  RefnetPoint middle = {x + refnet_legend_symbol_width(legend) * 0.35, y + row->height / 2};
  refnet_disc_draw(&unknown, scene, REFNET_PART_LEGEND, REFNET_NONE, middle,
                   refnet_scales_radius(legend->content.scales, 0), REFNET_RIM_PLAIN);
  draw_words(row, scene, x, y, REFNET_INK);
}

static void draw_widths_row(const RefnetLegend *legend, const RefnetLegendRow *row,
                            RefnetScene *scene, double x, double y) {
  const RefnetScales *scales = legend->content.scales;
  guint64 samples[SAMPLES], least = legend->content.fewest_referrals;
  guint count = choose_samples(least, (guint64)sqrt((double)least * (double)scales->most_referrals),
                               scales->most_referrals, samples);
  double step = sample_step(legend, row, scales->most_referrals);
  double text_top = y + row->height - refnet_legend_line_height(legend);
  for (guint i = 0; i < count; i++) {
    RefnetPoint from = {x + step * i + 4, y + 8}, to = {x + step * (i + 1) - 4, y + 8};
    RefnetPrimitive *line = refnet_scene_add_line(scene, REFNET_PART_LEGEND, from, to);
    line->stroke = refnet_color(REFNET_MUTED_INK, 0.8);
    line->stroke_width = refnet_scales_line_width(scales, samples[i]);
    draw_figure(legend, samples[i], scene, (from.x + to.x) / 2, text_top, 0.5);
  }
}

/* On a slide: the least and the most of a scale in one line. */
static void draw_range_row(const RefnetLegend *legend, const RefnetLegendRow *row,
                           RefnetScene *scene, double x, double y) {
  const RefnetScales *scales = legend->content.scales;
  double middle = y + row->height / 2, room = row->indent - 8;
  /* Both by as much, where there is no room for the larger: they show how sizes differ. */
  double shrink = MIN(1, refnet_legend_line_height(legend) / 2 / refnet_scales_radius(scales, 1));
  for (int i = 0; i < 2; i++) {
    double at = x + room * (i + 0.5) / 2;
    if (row->index == REFNET_RANGE_OF_SIZES) {
      double radius = refnet_scales_radius(scales, i) * shrink;
      refnet_disc_draw(&plain, scene, REFNET_PART_LEGEND, REFNET_NONE, (RefnetPoint){at, middle},
                       radius, REFNET_RIM_PLAIN);
      continue;
    }
    RefnetPrimitive *line =
        refnet_scene_add_line(scene, REFNET_PART_LEGEND, (RefnetPoint){at - room / 4 + 1, middle},
                              (RefnetPoint){at + room / 4 - 1, middle});
    line->stroke = refnet_color(REFNET_MUTED_INK, 0.8);
    line->stroke_width = refnet_scales_line_width(scales, i ? scales->most_referrals
                                                            : legend->content.fewest_referrals);
  }
  draw_words(row, scene, x, y, REFNET_INK);
}

static void draw_arrow_row(G_GNUC_UNUSED const RefnetLegend *legend, const RefnetLegendRow *row,
                           RefnetScene *scene, double x, double y) {
  double middle = y + row->height / 2;
  RefnetEdge edge = {.from = {x, middle},
                     .to = {x + row->indent - 8, middle},
                     .owner = REFNET_NONE,
                     .other = REFNET_NONE,
                     .width = 1.8,
                     .arrows = TRUE,
                     .two_way = row->index == REFNET_ARROW_TWO_WAY};
  if (row->index == REFNET_ARROW_APART) {
    edge.two_way = edge.is_half = TRUE;
    edge.bend = 3;
    refnet_edge_draw(&edge, REFNET_PART_LEGEND, REFNET_PART_LEGEND, scene);
    edge.from = (RefnetPoint){x + row->indent - 8, middle};
    edge.to = (RefnetPoint){x, middle};
    edge.width = 0.8;
  }
  refnet_edge_draw(&edge, REFNET_PART_LEGEND, REFNET_PART_LEGEND, scene);
  draw_words(row, scene, x, y, REFNET_INK);
}

double refnet_legend_ring_radius(const RefnetLegend *legend) {
  return legend->content.scales->legend.size * 0.33 + REFNET_RING;
}

static void draw_ring_row(const RefnetLegend *legend, const RefnetLegendRow *row,
                          RefnetScene *scene, double x, double y) {
  RefnetPoint middle = {x + refnet_legend_symbol_width(legend) * 0.35, y + row->height / 2};
  double radius = refnet_legend_ring_radius(legend);
  refnet_disc_draw(&plain, scene, REFNET_PART_LEGEND, REFNET_NONE, middle, radius, REFNET_RIM_RING);
  draw_words(row, scene, x, y, REFNET_INK);
}

static void draw_hatched_row(const RefnetLegend *legend, const RefnetLegendRow *row,
                             RefnetScene *scene, double x, double y) {
  static const RefnetGroup pale = {.fill = {0.93, 0.94, 0.95, 1}, .outline = {0.36, 0.4, 0.44, 1}};
  RefnetPoint middle = {x + refnet_legend_symbol_width(legend) * 0.35, y + row->height / 2};
  double radius = legend->content.scales->legend.size * 0.45;
  refnet_disc_draw(&pale, scene, REFNET_PART_LEGEND, REFNET_NONE, middle, radius, REFNET_RIM_PLAIN);
  refnet_disc_hatch(scene, REFNET_PART_LEGEND, REFNET_NONE, middle, radius);
  draw_words(row, scene, x, y, REFNET_INK);
}

static void draw_look_row(G_GNUC_UNUSED const RefnetLegend *legend, const RefnetLegendRow *row,
                          RefnetScene *scene, double x, double y) {
  double middle = y + row->height / 2;
  RefnetEdge edge = {.from = {x, middle},
                     .to = {x + row->indent - 4, middle},
                     .owner = REFNET_NONE,
                     .other = REFNET_NONE,
                     .width = 1.4,
                     .look = (RefnetEdgeLook)row->index};
  refnet_edge_draw(&edge, REFNET_PART_LEGEND, REFNET_PART_LEGEND, scene);
  draw_words(row, scene, x, y, REFNET_INK);
}

void refnet_legend_draw_row(const RefnetLegend *legend, const RefnetLegendRow *row,
                            RefnetScene *scene, double x, double y) {
  static const DrawRow draw[REFNET_LEGEND_SIGNS] = {
      [REFNET_LEGEND_TEXT] = draw_text_row,
      [REFNET_LEGEND_GROUP] = draw_group_row,
      [REFNET_LEGEND_GROUND] = draw_hull_row,
      [REFNET_LEGEND_FORM] = draw_form_row,
      [REFNET_LEGEND_NUMBER] = draw_key_row,
      [REFNET_LEGEND_SIZES] = draw_sizes_row,
      [REFNET_LEGEND_UNKNOWN_SIZE] = draw_unknown_size_row,
      [REFNET_LEGEND_WIDTHS] = draw_widths_row,
      [REFNET_LEGEND_RANGE] = draw_range_row,
      [REFNET_LEGEND_ARROW] = draw_arrow_row,
      [REFNET_LEGEND_RING] = draw_ring_row,
      [REFNET_LEGEND_HATCHED] = draw_hatched_row,
      [REFNET_LEGEND_LINE] = draw_look_row,
  };
  draw[row->sign](legend, row, scene, x, y);
}
