/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Title, filters and source line. */
#include "draw/page/frame.h"

#include <string.h>

#include "draw/page/phrases.h"

static gboolean has_capitals(const char *name) {
  for (const char *at = name; *at; at = g_utf8_next_char(at))
    if (g_unichar_isupper(g_utf8_get_char(at)))
      return TRUE;
  return FALSE;
}

/* "dhhs", "dc": one word that nobody could say. */
static gboolean is_acronym(const char *name) {
  return *name && strlen(name) == strspn(name, "bcdfghjklmnpqrstvwxz");
}

/* "harbor" of "harbor nodes": what kind of list a file is says nothing of the network. */
static void drop_kind_of_list(GString *title) {
  static const char *const kinds[] = {" nodes", " edges", " nodelist", " edgelist"};
  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
    gsize length = strlen(kinds[i]);
    if (title->len > length &&
        g_ascii_strcasecmp(title->str + title->len - length, kinds[i]) == 0) {
      g_string_truncate(title, title->len - length);
      return;
    }
  }
}

static void begin_words_with_capitals(GString *title) {
  g_autofree char *plain = g_strdup(title->str);
  gboolean begins_word = TRUE;
  g_string_truncate(title, 0);
  for (const char *at = plain; *at; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    g_string_append_unichar(title, begins_word ? g_unichar_totitle(c) : c);
    begins_word = c == ' ';
  }
}

char *refnet_frame_title_of(const char *name) {
  if (!name || !*name)
    return g_strdup("Referral network");
  gboolean is_written = has_capitals(name);
  g_autofree char *spaced = g_strdelimit(g_strdup(name), is_written ? "_" : "_-", ' ');
  GString *title = g_string_new(g_strstrip(spaced));
  drop_kind_of_list(title);
  if (title->len == 0)
    g_string_assign(title, name);
  if (is_acronym(title->str))
    g_string_ascii_up(title);
  else if (!is_written)
    begin_words_with_capitals(title);
  return g_string_free(title, FALSE);
}

static void set_block(const RefnetFrame *frame, RefnetTypesetter *typesetter, const char *text,
                      RefnetFont font, guint lines, RefnetTextBlock *block) {
  g_autofree char *shown = refnet_text_display(text, 0);
  refnet_typesetter_wrap(typesetter, shown, font, frame->scales->width - 2 * frame->scales->margin,
                         lines, block);
}

void refnet_frame_set(RefnetFrame *frame, RefnetTypesetter *typesetter, const RefnetScales *scales,
                      const RefnetDataset *dataset, const RefnetMapOptions *options,
                      const char *counts) {
  g_autofree char *date = refnet_date_words(options->as_of);
  g_autofree char *source =
      g_strdup_printf("%s%s%s%s%s · refnet", counts, date ? " · data as of " : "", date ? date : "",
                      options->source ? " · " : "", options->source ? options->source : "");
  g_autofree char *subtitle = g_strjoin(options->subtitle && options->filters ? " · " : "",
                                        options->subtitle ? options->subtitle : "",
                                        options->filters ? options->filters : "", NULL);
  g_autofree char *title =
      options->title ? g_strdup(options->title) : refnet_frame_title_of(dataset->name);
  refnet_frame_clear(frame);
  frame->scales = scales;
  frame->heading = refnet_text_display(title, 0);
  set_block(frame, typesetter, title, scales->title, 2, &frame->title);
  if (*subtitle)
    set_block(frame, typesetter, subtitle, scales->subtitle, 2, &frame->subtitle);
  g_autofree char *shown = refnet_text_display(source, 0);
  refnet_phrases_wrap(typesetter, shown, scales->source, scales->width - 2 * scales->margin,
                      &frame->source);
}

void refnet_frame_clear(RefnetFrame *frame) {
  refnet_text_block_clear(&frame->title);
  refnet_text_block_clear(&frame->subtitle);
  refnet_text_block_clear(&frame->source);
  g_clear_pointer(&frame->heading, g_free);
}

double refnet_frame_above(const RefnetFrame *frame) {
  double subtitle = frame->subtitle.line_count ? frame->subtitle.height + 2 : 0;
  return frame->scales->margin * 0.8 + frame->title.height + subtitle +
         frame->scales->title.size * 0.5;
}

double refnet_frame_below(const RefnetFrame *frame) {
  double line = frame->source.height / MAX(frame->source.line_count, 1);
  return frame->scales->margin * 0.7 + frame->source.height + 0.7 * line;
}

RefnetBox refnet_frame_body(const RefnetFrame *frame) {
  const RefnetScales *scales = frame->scales;
  double top = refnet_frame_above(frame);
  return (RefnetBox){scales->margin, top, scales->width - 2 * scales->margin,
                     MAX(scales->height - refnet_frame_below(frame) - top, 40)};
}

static void draw_plain(RefnetScene *scene, const RefnetTextBlock *block, RefnetPart part,
                       guint32 rgb, double x, double y) {
  RefnetTextStyle style = {.part = part, .owner = REFNET_NONE, .color = refnet_color(rgb, 1)};
  refnet_text_block_draw(block, scene, x, y, &style);
}

RefnetScene *refnet_frame_draw(const RefnetFrame *frame) {
  const RefnetScales *scales = frame->scales;
  RefnetScene *scene = refnet_scene_new(scales->width, scales->height, frame->heading);
  double top = scales->margin * 0.8;
  RefnetBox page = {0, 0, scales->width, scales->height};
  refnet_scene_add_rectangle(scene, REFNET_PART_PAGE, page)->fill = refnet_color(0xFFFFFF, 1);
  draw_plain(scene, &frame->title, REFNET_PART_TITLE, REFNET_INK, scales->margin, top);
  draw_plain(scene, &frame->subtitle, REFNET_PART_SUBTITLE, REFNET_MUTED_INK, scales->margin,
             top + frame->title.height + 2);
  draw_plain(scene, &frame->source, REFNET_PART_SOURCE, REFNET_MUTED_INK, scales->margin,
             scales->height - scales->margin * 0.7 - frame->source.height);
  return scene;
}

static gboolean words_fit(RefnetTypesetter *typesetter, const char *text, RefnetFont font,
                          double width) {
  g_auto(GStrv) words = g_strsplit(text, " ", -1);
  for (guint i = 0; words[i]; i++)
    if (refnet_typesetter_width(typesetter, words[i], font) > width)
      return FALSE;
  return TRUE;
}

void refnet_frame_draw_notice(const RefnetFrame *frame, RefnetTypesetter *typesetter,
                              const char *text, RefnetBox box, RefnetScene *scene) {
  RefnetTextBlock block;
  RefnetFont font = words_fit(typesetter, text, frame->scales->title, box.width)
                        ? frame->scales->title
                        : frame->scales->heading;
  refnet_typesetter_wrap(typesetter, text, font, box.width, REFNET_TEXT_LINES, &block);
  RefnetTextStyle style = {.part = REFNET_PART_FRAME,
                           .owner = REFNET_NONE,
                           .color = refnet_color(REFNET_MUTED_INK, 1),
                           .align = REFNET_ALIGN_CENTER};
  refnet_text_block_draw(&block, scene, box.x + (box.width - block.width) / 2,
                         box.y + (box.height - block.height) / 2, &style);
  refnet_text_block_clear(&block);
}

RefnetScene *refnet_frame_draw_empty(const RefnetFrame *frame, RefnetTypesetter *typesetter,
                                     const char *text) {
  RefnetScene *scene = refnet_frame_draw(frame);
  refnet_frame_draw_notice(frame, typesetter, text, refnet_frame_body(frame), scene);
  return scene;
}
