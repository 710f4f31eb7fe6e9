/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What discs, lines and figures of an overview mean, and what is not on it. */
#include "draw/atlas/overview_parts.h"
#include "present/wording/words.h"

#define SAMPLES 3

static const RefnetTextStyle legend_style = {
    .part = REFNET_PART_LEGEND, .owner = REFNET_NONE, .color = {0.16, 0.2, 0.24, 1}};

static double draw_paragraph(const RefnetOverview *overview, RefnetScene *scene, const char *text,
                             RefnetFont font, double x, double y) {
  RefnetTextBlock block;
  refnet_typesetter_wrap(overview->typesetter, text, font, overview->legend_width,
                         REFNET_TEXT_LINES, &block);
  refnet_text_block_draw(&block, scene, x, y, &legend_style);
  double below = y + block.height + font.size * 0.6;
  refnet_text_block_clear(&block);
  return below;
}

static guint choose_samples(guint64 low, guint64 high, guint64 samples[SAMPLES]) {
  guint count = 0;
  samples[count++] = low;
  if (high > low + 1)
    samples[count++] = (low + high) / 2;
  if (high > low)
    samples[count++] = high;
  return count;
}

/* Discs within each other on one ground, their figures beside the tops. */
static double draw_sizes(const RefnetOverview *overview, RefnetScene *scene, double x, double y) {
  const RefnetCommunity *items = overview->communities->items;
  RefnetFont font = overview->scales.legend;
  guint64 samples[SAMPLES];
  guint count = choose_samples(items[overview->count - 1].size, items[0].size, samples);
  double largest = refnet_overview_radius(overview, items[0].size), last = y - font.size;
  for (guint i = count; i-- > 0;) {
    double radius = refnet_overview_radius(overview, (guint32)samples[i]);
    double top = y + 2 * (largest - radius), text = MAX(top, last + font.size * 1.3);
    RefnetPoint middle = {x + largest, y + 2 * largest - radius};
    RefnetPoint from = {x + largest, top}, to = {x + 2 * largest + 12, text};
    RefnetPrimitive *disc = refnet_scene_add_disc(scene, REFNET_PART_LEGEND, middle, radius);
    disc->fill = refnet_color(0xE3EAF0, 1);
    disc->stroke = refnet_color(REFNET_MUTED_INK, 1);
    disc->stroke_width = 1;
    RefnetPrimitive *line = refnet_scene_add_line(scene, REFNET_PART_LEGEND, from, to);
    line->stroke = refnet_color(REFNET_MUTED_INK, 0.7);
    line->stroke_width = 0.8;
    g_autofree char *figure = refnet_words_digits(samples[i]);
    refnet_overview_draw_text(overview, scene, figure, font,
                              (RefnetPoint){to.x + 6 + font.size, text}, 0.5, legend_style);
    last = text;
  }
  return MAX(y + 2 * largest, last) + font.size;
}

static double draw_widths(const RefnetOverview *overview, RefnetScene *scene, double x, double y) {
  guint64 samples[SAMPLES], least = overview->most;
  for (guint i = 0; i < overview->lines->len; i++)
    least = MIN(least, g_array_index(overview->lines, RefnetDrawnArc, i).count);
  guint count = choose_samples(least, overview->most, samples);
  double step = overview->legend_width / SAMPLES;
  for (guint i = 0; i < count; i++) {
    RefnetPoint from = {x + i * step, y + REFNET_OVERVIEW_THICKEST},
                to = {x + (i + 0.8) * step, y + REFNET_OVERVIEW_THICKEST};
    RefnetPrimitive *line = refnet_scene_add_line(scene, REFNET_PART_LEGEND, from, to);
    line->stroke = refnet_color(0x8A97A3, 0.9);
    line->stroke_width = refnet_overview_line_width(overview, samples[i]);
    g_autofree char *figure = refnet_words_digits(samples[i]);
    refnet_overview_draw_text(
        overview, scene, figure, overview->scales.legend,
        (RefnetPoint){x + (i + 0.4) * step,
                      y + 2 * REFNET_OVERVIEW_THICKEST + overview->scales.legend.size * 0.8},
        0.5, legend_style);
  }
  return y + 2 * REFNET_OVERVIEW_THICKEST + 2.6 * overview->scales.legend.size;
}

/* Organizations that are in no disc. */
static guint32 count_left_out(const RefnetOverview *overview) {
  guint32 left_out = overview->communities->rest_size;
  for (guint32 k = overview->count; k < overview->communities->count; k++)
    left_out += overview->communities->items[k].size;
  return left_out;
}

/* Sizes and counts stand beside discs and lines: only what these are is told. */
static void draw_slide_legend(const RefnetOverview *overview, RefnetScene *scene, double x,
                              double y) {
  RefnetFont heading = overview->scales.heading, font = overview->scales.legend;
  guint32 left_out = count_left_out(overview);
  y = draw_paragraph(overview, scene, "Communities", heading, x, y);
  y = draw_paragraph(overview, scene, "More relationships among each other than with others", font,
                     x, y);
  y = draw_paragraph(overview, scene, "Named: the most connected", font, x, y);
  if (overview->most > 0)
    y = draw_paragraph(overview, scene, "On lines: relationships", font, x, y);
  if (overview->first_page > 0)
    y = draw_paragraph(overview, scene, "Each has a page; the index is at the end", font, x, y);
  if (left_out > 0) {
    g_autofree char *count = refnet_words_tally(left_out, "organisation", "organisations");
    g_autofree char *note = g_strdup_printf("Not drawn: %s in smaller ones or none", count);
    y = draw_paragraph(overview, scene, note, font, x, y);
  }
  if (overview->left_out > 0)
    draw_paragraph(overview, scene, "Weaker lines are not drawn", font, x, y);
}

static double draw_communities(const RefnetOverview *overview, RefnetScene *scene, double x,
                               double y) {
  RefnetFont heading = overview->scales.heading, font = overview->scales.legend;
  y = draw_paragraph(overview, scene, "Communities", heading, x, y);
  y = draw_paragraph(overview, scene,
                     "Groups of organisations with more relationships among each other than with "
                     "others",
                     font, x, y);
  y = draw_paragraph(overview, scene, "Named: their most connected", font, x, y);
  if (overview->first_page == 0)
    return y;
  g_autofree char *page =
      g_strdup_printf("Community 1 is on page %u, community 2 on page %u, and so on; the index is "
                      "at the end",
                      overview->first_page, overview->first_page + 1);
  return draw_paragraph(overview, scene, page, font, x, y);
}

static double draw_scales(const RefnetOverview *overview, RefnetScene *scene, double x, double y) {
  RefnetFont heading = overview->scales.heading, font = overview->scales.legend;
  y = draw_paragraph(overview, scene, "Disc size: organisations", heading, x, y + font.size);
  y = draw_sizes(overview, scene, x, y);
  if (overview->most == 0)
    return y;
  y = draw_paragraph(overview, scene, "Line width: relationships", heading, x, y + font.size);
  y = draw_widths(overview, scene, x, y);
  return draw_paragraph(overview, scene, "Figures on lines count them", font, x, y);
}

static void draw_left_out(const RefnetOverview *overview, RefnetScene *scene, double x, double y) {
  RefnetFont font = overview->scales.source;
  guint32 left_out = count_left_out(overview);
  double gap = overview->scales.legend.size;
  if (overview->left_out > 0) {
    g_autofree char *lines = refnet_words_tally(overview->left_out, "line", "lines");
    g_autofree char *most =
        refnet_words_tally(overview->left_out_most, "relationship", "relationships");
    g_autofree char *note = g_strdup_printf("Not drawn: %s of %s or fewer", lines, most);
    y = draw_paragraph(overview, scene, note, font, x, y + gap);
  }
  if (left_out > 0) {
    g_autofree char *count = refnet_words_tally(left_out, "organisation", "organisations");
    g_autofree char *note =
        g_strdup_printf("Not drawn: %s in smaller communities or without relationships", count);
    draw_paragraph(overview, scene, note, font, x, y + gap);
  }
}

void refnet_overview_draw_legend(const RefnetOverview *overview, RefnetScene *scene) {
  double x = overview->scales.width - overview->scales.margin - overview->legend_width;
  double y = overview->drawing.y;
  if (overview->scales.is_slide) {
    draw_slide_legend(overview, scene, x, y);
    return;
  }
  y = draw_communities(overview, scene, x, y);
  y = draw_scales(overview, scene, x, y);
  draw_left_out(overview, scene, x, y);
}
