/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The legend is a list of rows that flows through columns: headings, entries, then the numbered
 * key. */
#include "draw/page/legend.h"

#include <math.h>
#include <string.h>

#include "draw/signs/edges.h"
#include "present/words.h"

#define SAMPLES 3
#define COLUMN_GAP 22.0
#define NARROWEST 150.0
/* In letters of its size: a line of the key. */
#define KEY_WIDTH 18.0
/* Services named that nobody could be referred to any more. */
#define MOST_SERVICES 8
/* Entries of a key that can have larger letters. */
#define SHORT_KEY 40

/* What the least and the most are of. */
enum { RANGE_OF_SIZES, RANGE_OF_WIDTHS };

typedef struct Row Row;
typedef void (*DrawRow)(const RefnetLegend *legend, const Row *row, RefnetScene *scene, double x,
                        double y);

struct Row {
  DrawRow draw;
  double height, space_before; /* the space is dropped at the top of a column */
  guint keep;    /* rows after this one that stay in its column, where a column holds them */
  double indent; /* of the text */
  RefnetTextBlock text;
  RefnetTextBlock figure; /* at the right of an entry, or the number before one */
  gboolean is_strong;     /* dark as an entry, though words alone */
  guint index;            /* which group, or which arrow */
  double width;           /* of the column it stands in */
};

struct RefnetLegend {
  RefnetTypesetter *typesetter;
  RefnetLegendContent content;
  GArray *rows;
  double height;
  GArray *columns; /* double: their widths */
};

static double line_height(const RefnetLegend *legend) {
  const RefnetScales *scales = legend->content.scales;
  return scales->legend.size * (scales->is_slide ? 1.25 : 1.5);
}

/* Where symbols of entries stand. */
static double symbol_width(const RefnetLegend *legend) {
  return legend->content.scales->legend.size * 2;
}

/* ---- drawing of rows ------------------------------------------------------------------------ */

static void draw_block(const RefnetTextBlock *block, RefnetScene *scene, double x, double y,
                       guint32 rgb, RefnetPart part) {
  RefnetTextStyle style = {.part = part, .owner = REFNET_NONE, .color = refnet_color(rgb, 1)};
  refnet_text_block_draw(block, scene, x, y, &style);
}

static void draw_text_row(G_GNUC_UNUSED const RefnetLegend *legend, const Row *row,
                          RefnetScene *scene, double x, double y) {
  draw_block(&row->text, scene, x + row->indent, y + (row->height - row->text.height) / 2,
             row->text.font.bold || row->is_strong ? REFNET_INK : REFNET_MUTED_INK,
             REFNET_PART_LEGEND);
}

static void draw_group(const RefnetLegend *legend, const Row *row, const RefnetGroup *group,
                       RefnetScene *scene, double x, double y) {
  double radius = legend->content.scales->legend.size * 0.5 * refnet_form_reach(group->form);
  RefnetPoint middle = {x + symbol_width(legend) * 0.35, y + row->height / 2};
  refnet_palette_draw_disc(group, scene, REFNET_PART_LEGEND, REFNET_NONE, middle, radius, FALSE);
  double top = y + (row->height - row->text.height) / 2;
  draw_block(&row->text, scene, x + row->indent, top, REFNET_INK, REFNET_PART_LEGEND);
  draw_block(&row->figure, scene, x + row->width - row->figure.width, top, REFNET_MUTED_INK,
             REFNET_PART_LEGEND);
}

static void draw_group_row(const RefnetLegend *legend, const Row *row, RefnetScene *scene, double x,
                           double y) {
  draw_group(legend, row, &legend->content.encoding->color->groups[row->index], scene, x, y);
}

static void draw_hull_row(const RefnetLegend *legend, const Row *row, RefnetScene *scene, double x,
                          double y) {
  draw_group(legend, row, &legend->content.hulls->palette->groups[row->index], scene, x, y);
}

static void draw_form_row(const RefnetLegend *legend, const Row *row, RefnetScene *scene, double x,
                          double y) {
  draw_group(legend, row, &legend->content.encoding->form->groups[row->index], scene, x, y);
}

static void draw_key_row(const RefnetLegend *legend, const Row *row, RefnetScene *scene, double x,
                         double y) {
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
  g_autofree char *text = g_strdup_printf("%" G_GUINT64_FORMAT, value);
  RefnetTextBlock block;
  refnet_typesetter_wrap(legend->typesetter, text, legend->content.scales->legend, 1000, 1, &block);
  draw_block(&block, scene, x - block.width * share, y, REFNET_INK, REFNET_PART_LEGEND);
  refnet_text_block_clear(&block);
}

/* From one sample to the next: neither discs nor figures touch. */
static double sample_step(const RefnetLegend *legend, const Row *row, guint64 largest) {
  const RefnetScales *scales = legend->content.scales;
  g_autofree char *figure = g_strdup_printf("%" G_GUINT64_FORMAT, largest);
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

static char *size_text(double size) {
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  if (size == floor(size) || fabs(size) >= 100)
    return refnet_words_figure(size);
  return g_strdup(g_ascii_formatd(digits, sizeof digits, "%.3g", size));
}

static void draw_text_at(const RefnetLegend *legend, const char *text, RefnetScene *scene,
                         double x, double y) {
  RefnetTextBlock block;
  refnet_typesetter_wrap(legend->typesetter, text, legend->content.scales->legend, 1000, 1, &block);
  draw_block(&block, scene, x - block.width / 2, y, REFNET_INK, REFNET_PART_LEGEND);
  refnet_text_block_clear(&block);
}

static void draw_sizes_row(const RefnetLegend *legend, const Row *row, RefnetScene *scene, double x,
                           double y) {
  const RefnetScales *scales = legend->content.scales;
  const RefnetEncoding *encoding = legend->content.encoding;
  static const RefnetGroup plain = {.fill = {0.83, 0.86, 0.89, 1}, .outline = {0.36, 0.4, 0.44, 1}};
  double samples[SAMPLES], widest = 0;
  guint count = choose_sizes(encoding, samples);
  for (guint i = 0; i < count; i++) {
    g_autofree char *text = size_text(samples[i]);
    widest =
        MAX(widest, refnet_typesetter_width(legend->typesetter, text, scales->legend) + 14);
  }
  double step = MIN(row->width / SAMPLES, MAX(widest, 4 * scales->largest_radius + 20));
  double text_top = y + row->height - line_height(legend);
  for (guint i = 0; i < count; i++) {
    g_autofree char *text = size_text(samples[i]);
    double radius = refnet_scales_radius(scales, refnet_encoding_share(encoding, samples[i]));
    RefnetPoint middle = {x + step * (i + 0.5), text_top - scales->largest_radius - 2};
    refnet_palette_draw_disc(&plain, scene, REFNET_PART_LEGEND, REFNET_NONE, middle, radius, FALSE);
    draw_text_at(legend, text, scene, middle.x, text_top);
  }
}

/* The smallest disc, its outline in dashes. */
static void draw_unknown_size_row(const RefnetLegend *legend, const Row *row, RefnetScene *scene,
                                  double x, double y) {
  static const RefnetGroup plain = {
      .fill = {0.83, 0.86, 0.89, 1}, .outline = {0.36, 0.4, 0.44, 1}, .dashed = TRUE};
  RefnetPoint middle = {x + symbol_width(legend) * 0.35, y + row->height / 2};
  refnet_palette_draw_disc(&plain, scene, REFNET_PART_LEGEND, REFNET_NONE, middle,
                           refnet_scales_radius(legend->content.scales, 0), FALSE);
  draw_block(&row->text, scene, x + row->indent, y + (row->height - row->text.height) / 2,
             REFNET_INK, REFNET_PART_LEGEND);
}

static void draw_widths_row(const RefnetLegend *legend, const Row *row, RefnetScene *scene,
                            double x, double y) {
  const RefnetScales *scales = legend->content.scales;
  guint64 samples[SAMPLES], least = legend->content.fewest_referrals;
  guint count = choose_samples(least, (guint64)sqrt((double)least * (double)scales->most_referrals),
                               scales->most_referrals, samples);
  double step = sample_step(legend, row, scales->most_referrals);
  double text_top = y + row->height - line_height(legend);
  for (guint i = 0; i < count; i++) {
    RefnetPoint from = {x + step * i + 4, y + 8}, to = {x + step * (i + 1) - 4, y + 8};
    RefnetPrimitive *line = refnet_scene_add_line(scene, REFNET_PART_LEGEND, from, to);
    line->stroke = refnet_color(REFNET_MUTED_INK, 0.8);
    line->stroke_width = refnet_scales_line_width(scales, samples[i]);
    draw_figure(legend, samples[i], scene, (from.x + to.x) / 2, text_top, 0.5);
  }
}

/* On a slide: the least and the most of a scale in one line. */
static void draw_range_row(const RefnetLegend *legend, const Row *row, RefnetScene *scene, double x,
                           double y) {
  const RefnetScales *scales = legend->content.scales;
  static const RefnetGroup plain = {.fill = {0.83, 0.86, 0.89, 1}, .outline = {0.36, 0.4, 0.44, 1}};
  double middle = y + row->height / 2, room = row->indent - 8;
  for (int i = 0; i < 2; i++) {
    double at = x + room * (i + 0.5) / 2;
    if (row->index == RANGE_OF_SIZES) {
      double radius = MIN(refnet_scales_radius(scales, i), line_height(legend) / 2);
      refnet_palette_draw_disc(&plain, scene, REFNET_PART_LEGEND, REFNET_NONE,
                               (RefnetPoint){at, middle}, radius, FALSE);
      continue;
    }
    RefnetPrimitive *line = refnet_scene_add_line(
        scene, REFNET_PART_LEGEND, (RefnetPoint){at - room / 4 + 1, middle},
        (RefnetPoint){at + room / 4 - 1, middle});
    line->stroke = refnet_color(REFNET_MUTED_INK, 0.8);
    line->stroke_width = refnet_scales_line_width(
        scales, i ? scales->most_referrals : legend->content.fewest_referrals);
  }
  draw_block(&row->text, scene, x + row->indent, y + (row->height - row->text.height) / 2,
             REFNET_INK, REFNET_PART_LEGEND);
}

enum { ARROW_ONE_WAY, ARROW_TWO_WAY, ARROW_APART };

static void draw_arrow_row(G_GNUC_UNUSED const RefnetLegend *legend, const Row *row,
                           RefnetScene *scene, double x, double y) {
  double middle = y + row->height / 2;
  RefnetEdge edge = {.from = {x, middle},
                     .to = {x + row->indent - 8, middle},
                     .owner = REFNET_NONE,
                     .other = REFNET_NONE,
                     .width = 1.8,
                     .arrows = TRUE,
                     .two_way = row->index == ARROW_TWO_WAY};
  if (row->index == ARROW_APART) {
    edge.two_way = edge.is_half = TRUE;
    edge.bend = 3;
    refnet_edge_draw(&edge, REFNET_PART_LEGEND, REFNET_PART_LEGEND, scene);
    edge.from = (RefnetPoint){x + row->indent - 8, middle};
    edge.to = (RefnetPoint){x, middle};
    edge.width = 0.8;
  }
  refnet_edge_draw(&edge, REFNET_PART_LEGEND, REFNET_PART_LEGEND, scene);
  draw_block(&row->text, scene, x + row->indent, y + (row->height - row->text.height) / 2,
             REFNET_INK, REFNET_PART_LEGEND);
}

static void draw_ring_row(const RefnetLegend *legend, const Row *row, RefnetScene *scene, double x,
                          double y) {
  static const RefnetGroup plain = {.fill = {0.83, 0.86, 0.89, 1}, .outline = {0.36, 0.4, 0.44, 1}};
  RefnetPoint middle = {x + symbol_width(legend) * 0.35, y + row->height / 2};
  double radius = legend->content.scales->legend.size * 0.33 + REFNET_RING;
  refnet_palette_draw_disc(&plain, scene, REFNET_PART_LEGEND, REFNET_NONE, middle, radius, TRUE);
  draw_block(&row->text, scene, x + row->indent, y + (row->height - row->text.height) / 2,
             REFNET_INK, REFNET_PART_LEGEND);
}

static void draw_hatched_row(const RefnetLegend *legend, const Row *row, RefnetScene *scene,
                             double x, double y) {
  static const RefnetGroup plain = {.fill = {0.93, 0.94, 0.95, 1}, .outline = {0.36, 0.4, 0.44, 1}};
  RefnetPoint middle = {x + symbol_width(legend) * 0.35, y + row->height / 2};
  double radius = legend->content.scales->legend.size * 0.55;
  refnet_palette_draw_disc(&plain, scene, REFNET_PART_LEGEND, REFNET_NONE, middle, radius, FALSE);
  refnet_palette_hatch(scene, REFNET_PART_LEGEND, REFNET_NONE, middle, radius);
  draw_block(&row->text, scene, x + row->indent, y + (row->height - row->text.height) / 2,
             REFNET_INK, REFNET_PART_LEGEND);
}

static void draw_look_row(G_GNUC_UNUSED const RefnetLegend *legend, const Row *row,
                          RefnetScene *scene, double x, double y) {
  double middle = y + row->height / 2;
  RefnetEdge edge = {.from = {x, middle},
                     .to = {x + row->indent - 4, middle},
                     .owner = REFNET_NONE,
                     .other = REFNET_NONE,
                     .width = 1.4,
                     .look = (RefnetEdgeLook)row->index};
  refnet_edge_draw(&edge, REFNET_PART_LEGEND, REFNET_PART_LEGEND, scene);
  draw_block(&row->text, scene, x + row->indent, y + (row->height - row->text.height) / 2,
             REFNET_INK, REFNET_PART_LEGEND);
}

/* ---- rows ----------------------------------------------------------------------------------- */

/* The widest an entry's text may be before it is broken into two lines. */
static double widest_text(const RefnetLegend *legend) {
  const RefnetScales *scales = legend->content.scales;
  return scales->legend.size * (scales->is_slide ? 11.5 : 15);
}

static Row *add_row(RefnetLegend *legend, DrawRow draw, const char *text, RefnetFont font,
                    double indent) {
  Row row = {.draw = draw, .indent = indent};
  if (text)
    refnet_typesetter_wrap(legend->typesetter, text, font, widest_text(legend), 2, &row.text);
  row.height = MAX(line_height(legend),
                   row.text.height + (legend->content.scales->is_slide ? 1 : 3));
  g_array_append_val(legend->rows, row);
  return &g_array_index(legend->rows, Row, legend->rows->len - 1);
}

static void add_heading(RefnetLegend *legend, const char *text) {
  Row *row = add_row(legend, draw_text_row, text, legend->content.scales->heading, 0);
  row->space_before = line_height(legend) * (legend->content.scales->is_slide ? 0.4 : 0.8);
  row->keep = 1;
}

static void add_palette(RefnetLegend *legend, const RefnetPalette *palette, DrawRow draw,
                        const char *heading) {
  RefnetFont font = legend->content.scales->legend;
  add_heading(legend, heading);
  for (guint i = 0; i < palette->group_count; i++) {
    Row *row = add_row(legend, draw, palette->groups[i].name, font, symbol_width(legend));
    g_autofree char *count = g_strdup_printf("%u", palette->groups[i].count);
    refnet_typesetter_wrap(legend->typesetter, count, font, 1000, 1, &row->figure);
    row->index = i;
  }
}

static void add_groups(RefnetLegend *legend) {
  const RefnetEncoding *encoding = legend->content.encoding;
  if (encoding->color->group_count > 0 && encoding->color->groups[0].name) {
    g_autofree char *title = refnet_text_display(encoding->color->title, 40);
    const char *by = legend->content.scales->is_slide ? "By" : "Organisations by";
    g_autofree char *heading =
        g_strdup_printf("%s %s", by, legend->content.departure ? "contacts then listed" : title);
    add_palette(legend, encoding->color, draw_group_row, heading);
    if (legend->content.lists_no_contacts)
      add_row(legend, draw_text_row, "The data list no contacts: who holds what is not known",
              legend->content.scales->legend, 0);
  }
  if (encoding->form && encoding->form->group_count > 0) {
    g_autofree char *title = refnet_text_display(encoding->form->title, 40);
    g_autofree char *heading = g_strdup_printf("Shape: %s", title);
    add_palette(legend, encoding->form, draw_form_row, heading);
  }
}

static void add_hulls(RefnetLegend *legend) {
  const RefnetHulls *hulls = legend->content.hulls;
  RefnetFont font = legend->content.scales->legend;
  g_autofree char *heading = g_strdup_printf("Ground: %s", hulls->palette->title);
  if (hulls->palette->group_count > 0)
    add_palette(legend, hulls->palette, draw_hull_row, heading);
  else
    add_heading(legend, heading);
  if (hulls->palette->group_count == 0)
    add_row(legend, draw_text_row, "none with two connected organisations", font, 0);
  if (hulls->left_out > 0) {
    g_autofree char *text = g_strdup_printf("without one: %u smaller", hulls->left_out);
    add_row(legend, draw_text_row, text, font, 0);
  }
}

/* "1–34 relationships" beside the smallest and the largest. */
static void add_range(RefnetLegend *legend, guint of, const char *least, const char *most,
                      const char *title) {
  gboolean is_one = strcmp(least, most) == 0;
  g_autofree char *text =
      g_strdup_printf("%s%s%s %s", least, is_one ? "" : "–", is_one ? "" : most, title);
  Row *row = add_row(legend, draw_range_row, text, legend->content.scales->legend,
                     symbol_width(legend) * 1.7);
  row->index = of;
}

static void add_size_range(RefnetLegend *legend, const char *title) {
  const RefnetEncoding *encoding = legend->content.encoding;
  g_autofree char *least = size_text(encoding->least_size);
  g_autofree char *most = size_text(encoding->most_size);
  add_range(legend, RANGE_OF_SIZES, least, most, title);
  g_array_index(legend->rows, Row, legend->rows->len - 1).space_before = line_height(legend) * 0.4;
}

static void add_sizes(RefnetLegend *legend) {
  const RefnetLegendContent *content = &legend->content;
  const RefnetEncoding *encoding = content->encoding;
  if (!encoding->size)
    return;
  gboolean is_told = encoding->size_is_degree && content->story && content->story->size_title;
  g_autofree char *title = refnet_text_display(
      is_told ? content->story->size_title : encoding->size_title, 40);
  g_autofree char *heading =
      g_strdup_printf("%s: %s", encoding->form ? "Size" : "Disc size", title);
  if (content->scales->is_slide && !isnan(encoding->most_size))
    add_size_range(legend, title);
  else
    add_heading(legend, heading);
  if (!content->scales->is_slide && !isnan(encoding->most_size))
    add_row(legend, draw_sizes_row, NULL, content->scales->legend, 0)->height =
        2 * content->scales->largest_radius + 6 + line_height(legend);
  if (encoding->size_unknown > 0) {
    g_autofree char *text = g_strdup_printf("not known: %u", encoding->size_unknown);
    add_row(legend, draw_unknown_size_row, text, content->scales->legend, symbol_width(legend));
  }
}

static void add_arrow(RefnetLegend *legend, guint index, const char *text) {
  Row *row = add_row(legend, draw_arrow_row, text, legend->content.scales->legend,
                     symbol_width(legend) * 1.7);
  row->index = index;
}

static Row *add_counted(RefnetLegend *legend, DrawRow draw, const char *text, guint64 count) {
  RefnetFont font = legend->content.scales->legend;
  g_autofree char *counted = g_strdup_printf("%s: %" G_GUINT64_FORMAT, text, count);
  return add_row(legend, draw, counted, font, symbol_width(legend));
}

static void add_risks(RefnetLegend *legend) {
  const RefnetLegendContent *content = &legend->content;
  if (content->only_links + content->cut_off + content->bridges == 0)
    return;
  gboolean is_slide = content->scales->is_slide;
  add_heading(legend, is_slide ? "Holds it together" : "What holds it together");
  if (content->only_links > 0)
    add_counted(legend, draw_ring_row,
                is_slide ? "only link for some"
                         : "only link to the rest of the network for some others",
                content->only_links);
  if (content->cut_off > 0)
    add_counted(legend, draw_hatched_row,
                is_slide ? "beyond an only link" : "cut off if one other organisation left",
                content->cut_off);
  if (content->bridges > 0)
    add_counted(legend, draw_look_row,
                is_slide ? "only link of two parts" : "only relationship between two parts",
                content->bridges)
        ->index = REFNET_EDGE_DARK_DASHES;
}

static void add_lost_services(RefnetLegend *legend) {
  char *const *services = legend->content.departure->services;
  guint count = g_strv_length((char **)services);
  RefnetFont font = legend->content.scales->legend;
  if (count == 0)
    return;
  add_heading(legend, "Then without a referral route of two steps");
  for (guint i = 0; i < MIN(count, MOST_SERVICES); i++)
    add_row(legend, draw_text_row, services[i], font, symbol_width(legend) * 0.3);
  if (count > MOST_SERVICES) {
    g_autofree char *others = g_strdup_printf("and %u more", count - MOST_SERVICES);
    add_row(legend, draw_text_row, others, font, symbol_width(legend) * 0.3);
  }
}

static void add_departure(RefnetLegend *legend) {
  const RefnetDeparture *departure = legend->content.departure;
  RefnetFont font = legend->content.scales->legend;
  g_autofree char *heading = g_strdup_printf("If %s left", departure->who);
  g_autofree char *held =
      g_strdup_printf("colleagues are listed for each of the relationships held: %u",
                      departure->ties_held);
  add_heading(legend, heading);
  add_row(legend, draw_ring_row, "listed here", font, symbol_width(legend));
  if (departure->ties_going > 0)
    add_counted(legend, draw_look_row, "relationships without a listed contact",
                departure->ties_going)
        ->index = REFNET_EDGE_RED_DASHES;
  else
    add_row(legend, draw_text_row, departure->ties_held > 0 ? held : "no relationship held", font,
            0);
  if (departure->ties_gone > 0)
    add_counted(legend, draw_look_row, "without one already", departure->ties_gone)->index =
        REFNET_EDGE_GHOST;
  if (departure->organizations_cut_off > 0)
    add_counted(legend, draw_hatched_row, "no route through listed contacts to the rest",
                departure->organizations_cut_off);
  add_lost_services(legend);
}

static void add_story(RefnetLegend *legend) {
  const RefnetStory *story = legend->content.story;
  RefnetFont font = legend->content.scales->legend;
  if (story->heading && story->entries->len > 0)
    add_heading(legend, story->heading);
  for (guint i = 0; i < story->entries->len; i++) {
    const RefnetStoryEntry *entry = &g_array_index(story->entries, RefnetStoryEntry, i);
    Row *row = add_row(legend, entry->has_look ? draw_look_row : draw_text_row, entry->text, font,
                       entry->has_look ? symbol_width(legend) * 1.3 : 0);
    row->index = entry->look;
    row->is_strong = TRUE;
  }
  if (story->ring)
    add_row(legend, draw_ring_row, story->ring, font, symbol_width(legend));
}

static void add_widths(RefnetLegend *legend) {
  const RefnetStory *story = legend->content.story;
  if (story && story->alike)
    return;
  const char *title = story && story->width_title ? story->width_title : "referrals";
  if (legend->content.scales->is_slide &&
      legend->content.fewest_referrals == legend->content.scales->most_referrals)
    return;
  if (legend->content.scales->is_slide) {
    g_autofree char *least =
        g_strdup_printf("%" G_GUINT64_FORMAT, legend->content.fewest_referrals);
    g_autofree char *most =
        g_strdup_printf("%" G_GUINT64_FORMAT, legend->content.scales->most_referrals);
    add_range(legend, RANGE_OF_WIDTHS, least, most, title);
    return;
  }
  g_autofree char *heading = g_strdup_printf("Line width: %s", title);
  add_heading(legend, heading);
  add_row(legend, draw_widths_row, NULL, legend->content.scales->legend, 0)->height =
      14 + line_height(legend);
}

static void add_encodings(RefnetLegend *legend) {
  const RefnetLegendContent *content = &legend->content;
  RefnetFont font = content->scales->legend;
  add_widths(legend);
  if (content->directed && (content->has_one_way || content->has_two_way || content->has_apart)) {
    if (!content->scales->is_slide)
      add_heading(legend, "Arrows");
    if (content->has_one_way)
      add_arrow(legend, ARROW_ONE_WAY, "refers to");
    if (content->has_two_way)
      add_arrow(legend, ARROW_TWO_WAY,
                content->scales->is_slide ? "both ways" : "both refer to each other");
    if (content->has_apart)
      add_arrow(legend, ARROW_APART,
                content->scales->is_slide ? "one more" : "both, one of them more");
  }
  if (content->is_of_risks) {
    if (!content->departure)
      add_risks(legend);
  } else if (content->has_articulation && !content->story) {
    gboolean is_slide = content->scales->is_slide;
    if (!is_slide)
      add_heading(legend, "Ring");
    add_row(legend, draw_ring_row,
            is_slide ? "only link for some others"
                     : "only link to the rest of the network for some others",
            font, symbol_width(legend));
  }
}

static void add_key(RefnetLegend *legend) {
  const RefnetLegendContent *content = &legend->content;
  gboolean is_short = content->key_length <= SHORT_KEY;
  RefnetFont font = is_short ? content->scales->label : content->scales->key;
  RefnetFont number_font = {font.size, TRUE};
  if (content->key_length == 0)
    return;
  add_heading(legend, "Numbers on the map");
  g_array_index(legend->rows, Row, legend->rows->len - 1).keep = content->key_length;
  g_autofree char *last = g_strdup_printf("%u", content->key_length);
  double indent = refnet_typesetter_width(legend->typesetter, last, number_font) + font.size * 0.6;
  for (guint i = 0; i < content->key_length; i++) {
    Row *row = add_row(legend, draw_key_row, NULL, font, indent);
    g_autofree char *number = g_strdup_printf("%u", i + 1);
    refnet_typesetter_wrap(legend->typesetter, number, number_font, 1000, 1, &row->figure);
    refnet_typesetter_wrap(legend->typesetter, content->key[i], font, KEY_WIDTH * font.size,
                           content->key_lines, &row->text);
    row->height = row->text.height + font.size * 0.15;
  }
}

static void add_note(RefnetLegend *legend) {
  if (!legend->content.note)
    return;
  Row row = {.draw = draw_text_row, .space_before = line_height(legend)};
  refnet_typesetter_wrap(legend->typesetter, legend->content.note, legend->content.scales->source,
                         widest_text(legend), REFNET_TEXT_LINES, &row.text);
  row.height = row.text.height;
  g_array_append_val(legend->rows, row);
}

/* ---- columns -------------------------------------------------------------------------------- */

/* Where row i goes. A heading does not stay behind at a column's end, nor the beginning of a key.
 */
static void flow(const RefnetLegend *legend, guint i, guint *column, double *y) {
  const Row *row = &g_array_index(legend->rows, Row, i);
  double needed = row->height;
  for (guint k = 1; k <= row->keep && i + k < legend->rows->len; k++)
    needed += g_array_index(legend->rows, Row, i + k).height;
  double space = *y > 0 ? row->space_before : 0;
  if (*y > 0 && *y + space + needed > legend->height + 1e-6) {
    (*column)++;
    *y = 0;
    space = 0;
  }
  *y += space;
}

static double row_width(const Row *row) {
  gboolean is_group = row->draw == draw_group_row || row->draw == draw_form_row ||
                      row->draw == draw_hull_row;
  double figure = is_group ? row->figure.width + 16 : 0;
  return row->indent + row->text.width + figure;
}

static void measure_columns(RefnetLegend *legend) {
  guint column = 0;
  double y = 0;
  for (guint i = 0; i < legend->rows->len; i++) {
    const Row *row = &g_array_index(legend->rows, Row, i);
    flow(legend, i, &column, &y);
    y += row->height;
    double width = row->draw == draw_key_row ? 0 : legend->content.scales->is_slide ? 120 : NARROWEST;
    if (column < legend->columns->len)
      width = MAX(width, g_array_index(legend->columns, double, column));
    g_array_set_size(legend->columns, column + 1);
    g_array_index(legend->columns, double, column) = MAX(width, row_width(row));
  }
}

/* On a slide the note that names are missing is not worth a column that the drawing would lose. */
static void drop_lonely_note(RefnetLegend *legend, guint rows_before) {
  guint columns = legend->columns->len;
  if (legend->rows->len == rows_before)
    return;
  Row note = g_array_index(legend->rows, Row, rows_before);
  g_array_set_size(legend->rows, rows_before);
  g_array_set_size(legend->columns, 0);
  measure_columns(legend);
  if (legend->columns->len < columns) {
    refnet_text_block_clear(&note.text);
    return;
  }
  g_array_append_val(legend->rows, note);
  g_array_set_size(legend->columns, 0);
  measure_columns(legend);
}

RefnetLegend *refnet_legend_new(RefnetTypesetter *typesetter, const RefnetLegendContent *content,
                                double height) {
  RefnetLegend *legend = g_new0(RefnetLegend, 1);
  legend->typesetter = typesetter;
  legend->content = *content;
  legend->height = height;
  legend->rows = g_array_new(FALSE, TRUE, sizeof(Row));
  legend->columns = g_array_new(FALSE, TRUE, sizeof(double));
  if (content->departure)
    add_departure(legend);
  if (content->story)
    add_story(legend);
  add_groups(legend);
  if (content->hulls)
    add_hulls(legend);
  if (content->has_ties || !content->encoding->size_is_degree)
    add_sizes(legend);
  if (content->has_ties)
    add_encodings(legend);
  guint before_note = legend->rows->len;
  add_note(legend);
  add_key(legend);
  measure_columns(legend);
  if (content->scales->is_slide && content->key_length == 0)
    drop_lonely_note(legend, before_note);
  return legend;
}

void refnet_legend_free(RefnetLegend *legend) {
  if (!legend)
    return;
  for (guint i = 0; i < legend->rows->len; i++) {
    refnet_text_block_clear(&g_array_index(legend->rows, Row, i).text);
    refnet_text_block_clear(&g_array_index(legend->rows, Row, i).figure);
  }
  g_array_unref(legend->rows);
  g_array_unref(legend->columns);
  g_free(legend);
}

/* From the legend's left side to that of a column, or past the last one. */
static double column_offset(const RefnetLegend *legend, guint column) {
  double offset = 0;
  for (guint i = 0; i < column; i++)
    offset += g_array_index(legend->columns, double, i) + COLUMN_GAP;
  return offset;
}

double refnet_legend_width(const RefnetLegend *legend) {
  return MAX(column_offset(legend, legend->columns->len) - COLUMN_GAP, 0);
}

void refnet_legend_draw(const RefnetLegend *legend, RefnetScene *scene, double x, double y) {
  guint column = 0;
  double down = 0;
  for (guint i = 0; i < legend->rows->len; i++) {
    flow(legend, i, &column, &down);
    Row row = g_array_index(legend->rows, Row, i);
    row.width = g_array_index(legend->columns, double, column);
    row.draw(legend, &row, scene, x + column_offset(legend, column), y + down);
    down += row.height;
  }
}
