/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Legend entries of every map: what colors, forms, sizes, lines and numbers say. */
#include <math.h>
#include <string.h>

#include "draw/page/legend_parts.h"
#include "present/wording/words.h"

/* In letters of its size: a line of the key. */
#define KEY_WIDTH 18.0
/* Entries of a key that can have larger letters. */
#define SHORT_KEY 40

static void add_palette(RefnetLegend *legend, const RefnetPalette *palette, RefnetLegendSign sign,
                        const char *heading) {
  RefnetFont font = legend->content.scales->legend;
  refnet_legend_add_heading(legend, heading);
  for (guint i = 0; i < palette->group_count; i++) {
    RefnetLegendRow *row = refnet_legend_add_row(legend, sign, palette->groups[i].name, font,
                                                 refnet_legend_symbol_width(legend));
    g_autofree char *count = refnet_words_digits(palette->groups[i].count);
    refnet_typesetter_wrap(legend->typesetter, count, font, 1000, 1, &row->figure);
    row->index = i;
  }
}

void refnet_legend_list_groups(RefnetLegend *legend) {
  const RefnetEncoding *encoding = legend->content.encoding;
  if (encoding->color->group_count > 0 && encoding->color->groups[0].name) {
    g_autofree char *title = refnet_text_display(encoding->color->title, 40);
    const char *by = legend->content.scales->is_slide ? "By" : "Organisations by";
    g_autofree char *heading =
        g_strdup_printf("%s %s", by,
                        !legend->content.departure         ? title
                        : legend->content.scales->is_slide ? "contacts then"
                                                           : "contacts then listed");
    add_palette(legend, encoding->color, REFNET_LEGEND_GROUP, heading);
    if (legend->content.lists_no_contacts)
      refnet_legend_add_row(legend, REFNET_LEGEND_TEXT,
                            legend->content.scales->is_slide
                                ? "The data list no contacts"
                                : "The data list no contacts: who holds what is not known",
                            legend->content.scales->legend, 0);
  }
  if (encoding->form && encoding->form->group_count > 0) {
    g_autofree char *title = refnet_text_display(encoding->form->title, 40);
    g_autofree char *heading = g_strdup_printf("Shape: %s", title);
    add_palette(legend, encoding->form, REFNET_LEGEND_FORM, heading);
  }
}

void refnet_legend_list_grounds(RefnetLegend *legend) {
  const RefnetHulls *hulls = legend->content.hulls;
  RefnetFont font = legend->content.scales->legend;
  g_autofree char *heading = g_strdup_printf("Ground: %s", hulls->palette->title);
  if (hulls->palette->group_count > 0)
    add_palette(legend, hulls->palette, REFNET_LEGEND_GROUND, heading);
  else
    refnet_legend_add_heading(legend, heading);
  if (hulls->palette->group_count == 0)
    refnet_legend_add_row(legend, REFNET_LEGEND_TEXT, "none with two connected organisations", font,
                          0);
  if (hulls->left_out > 0) {
    g_autofree char *count = refnet_words_digits(hulls->left_out);
    g_autofree char *text = g_strdup_printf("without one: %s smaller", count);
    refnet_legend_add_row(legend, REFNET_LEGEND_TEXT, text, font, 0);
  }
}

void refnet_legend_list_communities(RefnetLegend *legend) {
  RefnetFont font = legend->content.scales->legend;
  refnet_legend_add_heading(legend, "Fields: communities");
  if (legend->content.scales->is_slide)
    return;
  RefnetLegendRow row = {.sign = REFNET_LEGEND_TEXT};
  refnet_typesetter_wrap(legend->typesetter, "more relationships among each other than with others",
                         font, refnet_legend_widest_text(legend), REFNET_TEXT_LINES, &row.text);
  row.height = row.text.height + 3;
  g_array_append_val(legend->rows, row);
}

static void list_pale(RefnetLegend *legend) {
  const char *text = legend->content.by_community ? "between communities" : "between sectors";
  refnet_legend_add_row(legend, REFNET_LEGEND_LINE, text, legend->content.scales->legend,
                        refnet_legend_symbol_width(legend) * 1.7)
      ->index = REFNET_EDGE_PALE;
}

/* "1–34 relationships" beside the smallest and the largest. */
static void add_range(RefnetLegend *legend, guint of, const char *least, const char *most,
                      const char *title) {
  gboolean is_one = strcmp(least, most) == 0;
  g_autofree char *text =
      g_strdup_printf("%s%s%s %s", least, is_one ? "" : "–", is_one ? "" : most, title);
  RefnetLegendRow *row =
      refnet_legend_add_row(legend, REFNET_LEGEND_RANGE, text, legend->content.scales->legend,
                            refnet_legend_symbol_width(legend) * 1.7);
  row->index = of;
  row->spare = of == REFNET_RANGE_OF_WIDTHS ? REFNET_SPARE_WIDTHS : 0;
}

static void add_size_range(RefnetLegend *legend, const char *title) {
  const RefnetEncoding *encoding = legend->content.encoding;
  g_autofree char *least = refnet_legend_size_text(encoding->least_size);
  g_autofree char *most = refnet_legend_size_text(encoding->most_size);
  add_range(legend, REFNET_RANGE_OF_SIZES, least, most, title);
  g_array_index(legend->rows, RefnetLegendRow, legend->rows->len - 1).space_before =
      refnet_legend_line_height(legend) * 0.4;
}

void refnet_legend_list_sizes(RefnetLegend *legend) {
  const RefnetLegendContent *content = &legend->content;
  const RefnetEncoding *encoding = content->encoding;
  if (!encoding->size)
    return;
  gboolean is_told = encoding->size_is_degree && content->story && content->story->size_title;
  g_autofree char *title =
      refnet_text_display(is_told ? content->story->size_title : encoding->size_title, 40);
  g_autofree char *heading =
      g_strdup_printf("%s: %s", encoding->form ? "Size" : "Disc size", title);
  gboolean is_range = encoding->most_size > encoding->least_size;
  if (content->scales->is_slide && is_range)
    add_size_range(legend, title);
  else if (!content->scales->is_slide || isnan(encoding->most_size))
    refnet_legend_add_heading(legend, heading);
  if (!content->scales->is_slide && !isnan(encoding->most_size))
    refnet_legend_add_row(legend, REFNET_LEGEND_SIZES, NULL, content->scales->legend, 0)->height =
        2 * content->scales->largest_radius + 6 + refnet_legend_line_height(legend);
  if (encoding->size_unknown > 0) {
    g_autofree char *count = refnet_words_digits(encoding->size_unknown);
    g_autofree char *text = g_strdup_printf("not known: %s", count);
    refnet_legend_add_row(legend, REFNET_LEGEND_UNKNOWN_SIZE, text, content->scales->legend,
                          refnet_legend_symbol_width(legend));
  }
}

static void add_arrow(RefnetLegend *legend, guint index, const char *text) {
  RefnetLegendRow *row =
      refnet_legend_add_row(legend, REFNET_LEGEND_ARROW, text, legend->content.scales->legend,
                            refnet_legend_symbol_width(legend) * 1.7);
  row->index = index;
  row->spare = index == REFNET_ARROW_ONE_WAY ? REFNET_SPARE_PLAIN_WAY : REFNET_SPARE_WAYS;
}

static void add_widths(RefnetLegend *legend) {
  const RefnetStory *story = legend->content.story;
  const char *title = legend->content.scales->widths_say;
  if (!title || (story && story->alike))
    return;
  if (legend->content.scales->is_slide &&
      legend->content.fewest_referrals == legend->content.scales->most_referrals)
    return;
  if (legend->content.scales->is_slide) {
    g_autofree char *least = refnet_words_digits(legend->content.fewest_referrals);
    g_autofree char *most = refnet_words_digits(legend->content.scales->most_referrals);
    add_range(legend, REFNET_RANGE_OF_WIDTHS, least, most, title);
    return;
  }
  g_autofree char *heading = g_strdup_printf("Line width: %s", title);
  refnet_legend_add_heading(legend, heading);
  refnet_legend_add_row(legend, REFNET_LEGEND_WIDTHS, NULL, legend->content.scales->legend, 0)
      ->height = 14 + refnet_legend_line_height(legend);
}

/* On a slide whose lines have looks to be told, these need the room more. */
static gboolean explains_arrows(const RefnetLegendContent *content) {
  return content->directed &&
         !(content->scales->is_slide && content->story && content->story->look) &&
         (content->has_one_way || content->has_two_way || content->has_apart);
}

void refnet_legend_list_relationships(RefnetLegend *legend) {
  const RefnetLegendContent *content = &legend->content;
  RefnetFont font = content->scales->legend;
  /* Beside fields a slide has no room for all kinds of arrows. */
  gboolean tells_ways = !(content->scales->is_slide && content->by_community);
  add_widths(legend);
  if (explains_arrows(content)) {
    if (!content->scales->is_slide)
      refnet_legend_add_heading(legend, "Arrows");
    if (content->has_one_way)
      add_arrow(legend, REFNET_ARROW_ONE_WAY, "refers to");
    if (content->has_two_way && tells_ways)
      add_arrow(legend, REFNET_ARROW_TWO_WAY,
                content->scales->is_slide ? "both ways" : "both refer to each other");
    if (content->has_apart && tells_ways)
      add_arrow(legend, REFNET_ARROW_APART,
                content->scales->is_slide ? "more one way" : "both, one of them more");
  }
  if (content->fades_between)
    list_pale(legend);
  if (content->is_of_risks) {
    if (!content->departure)
      refnet_legend_list_risks(legend);
  } else if (content->has_articulation && !content->story) {
    gboolean is_slide = content->scales->is_slide;
    if (!is_slide)
      refnet_legend_add_heading(legend, "Ring");
    refnet_legend_add_row(legend, REFNET_LEGEND_RING,
                          is_slide ? "only link for some others"
                                   : "only link to the rest of the network for some others",
                          font, refnet_legend_symbol_width(legend));
  }
}

void refnet_legend_list_key(RefnetLegend *legend) {
  const RefnetLegendContent *content = &legend->content;
  gboolean is_short = MAX(content->key_length, content->key_planned) <= SHORT_KEY;
  RefnetFont font = is_short ? content->scales->label : content->scales->key;
  RefnetFont number_font = {font.size, TRUE};
  if (content->key_length == 0)
    return;
  refnet_legend_add_heading(legend, "Numbers on the map");
  g_array_index(legend->rows, RefnetLegendRow, legend->rows->len - 1).keep = content->key_length;
  g_autofree char *last = g_strdup_printf("%u", content->key_length);
  double indent = refnet_typesetter_width(legend->typesetter, last, number_font) + font.size * 0.6;
  for (guint i = 0; i < content->key_length; i++) {
    RefnetLegendRow *row = refnet_legend_add_row(legend, REFNET_LEGEND_NUMBER, NULL, font, indent);
    g_autofree char *number = g_strdup_printf("%u", i + 1);
    refnet_typesetter_wrap(legend->typesetter, number, number_font, 1000, 1, &row->figure);
    refnet_typesetter_wrap(legend->typesetter, content->key[i], font, KEY_WIDTH * font.size,
                           content->key_lines, &row->text);
    row->height = row->text.height + font.size * 0.15;
  }
}

void refnet_legend_list_note(RefnetLegend *legend) {
  g_auto(GStrv) sentences = g_strsplit(legend->content.note ? legend->content.note : "", "\n", -1);
  for (guint i = 0; sentences[i] && *sentences[i]; i++) {
    RefnetLegendRow row = {.sign = REFNET_LEGEND_TEXT,
                           .space_before = refnet_legend_line_height(legend) * (i > 0 ? .5 : 1),
                           .spare = legend->content.keeps_note ? 0 : REFNET_SPARE_NOTE};
    refnet_typesetter_wrap(legend->typesetter, sentences[i], legend->content.scales->source,
                           refnet_legend_widest_text(legend), REFNET_TEXT_LINES, &row.text);
    row.height = row.text.height;
    g_array_append_val(legend->rows, row);
  }
}
