/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text through pango: measuring, wrapping, ellipsis, and what no font can draw. */
#include "draw/scene/text.h"

#include <pango/pangocairo.h>
#include <string.h>

struct RefnetTypesetter {
  PangoFontMap *map;
  PangoContext *context;
  gint *map_is_gone; /* shared with the map, which sets it as the last thing of its life */
};

/* Pango looks for fonts in threads of its own, which may hold the map a little longer than we do.
 */
#define LONGEST_WAIT_MICROSECONDS 2000000
#define WAIT_MICROSECONDS 200

static void note_map_is_gone(gpointer map_is_gone) {
  g_atomic_int_set((gint *)map_is_gone, TRUE);
  g_atomic_rc_box_release(map_is_gone);
}

static void release_map(RefnetTypesetter *typesetter) {
  g_object_set_data_full(G_OBJECT(typesetter->map), "refnet-map-is-gone",
                         g_atomic_rc_box_acquire(typesetter->map_is_gone), note_map_is_gone);
  g_object_unref(typesetter->map);
  for (int waited = 0; waited < LONGEST_WAIT_MICROSECONDS; waited += WAIT_MICROSECONDS) {
    if (g_atomic_int_get(typesetter->map_is_gone))
      break;
    g_usleep(WAIT_MICROSECONDS);
  }
}

static void set_unhinted(PangoContext *context) {
  cairo_font_options_t *options = cairo_font_options_create();
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(context, FALSE);
}

RefnetTypesetter *refnet_typesetter_new(GError **error) {
  RefnetTypesetter *typesetter = g_new0(RefnetTypesetter, 1);
  typesetter->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
  if (!typesetter->map) {
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INTERNAL,
                        "pictures need pango with freetype fonts, which this machine lacks");
    g_free(typesetter);
    return NULL;
  }
  typesetter->map_is_gone = g_atomic_rc_box_new0(gint);
  pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(typesetter->map), 72);
  typesetter->context = pango_font_map_create_context(typesetter->map);
  /* The user's locale must not choose the fonts. */
  pango_context_set_language(typesetter->context, pango_language_from_string("en"));
  set_unhinted(typesetter->context);
  return typesetter;
}

void refnet_typesetter_free(RefnetTypesetter *typesetter) {
  if (!typesetter)
    return;
  g_object_unref(typesetter->context);
  release_map(typesetter);
  g_atomic_rc_box_release(typesetter->map_is_gone);
  g_free(typesetter);
}

PangoLayout *refnet_typesetter_layout(RefnetTypesetter *typesetter, const char *text,
                                      RefnetFont font) {
  PangoFontDescription *description = pango_font_description_from_string(REFNET_TEXT_FAMILIES);
  pango_font_description_set_size(description, (int)(font.size * PANGO_SCALE + 0.5));
  pango_font_description_set_weight(description,
                                    font.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  PangoLayout *layout = pango_layout_new(typesetter->context);
  pango_layout_set_font_description(layout, description);
  pango_font_description_free(description);
  pango_layout_set_single_paragraph_mode(layout, TRUE);
  pango_layout_set_text(layout, text, -1);
  return layout;
}

static double layout_width(PangoLayout *layout) {
  PangoRectangle logical;
  pango_layout_get_extents(layout, NULL, &logical);
  return (double)logical.width / PANGO_SCALE;
}

double refnet_typesetter_width(RefnetTypesetter *typesetter, const char *text, RefnetFont font) {
  g_autoptr(PangoLayout) layout = refnet_typesetter_layout(typesetter, text, font);
  return layout_width(layout);
}

/* ---- lines and blocks ------------------------------------------------------------------------ */

/* Takes `text`. */
static void add_line(RefnetTypesetter *typesetter, RefnetTextBlock *block, char *text) {
  g_autoptr(PangoLayout) layout = refnet_typesetter_layout(typesetter, text, block->font);
  PangoLayoutLine *first = pango_layout_get_line_readonly(layout, 0);
  RefnetTextLine *line = &block->lines[block->line_count++];
  PangoRectangle logical;
  pango_layout_get_extents(layout, NULL, &logical);
  line->text = text;
  line->width = (double)logical.width / PANGO_SCALE;
  line->ascent = (double)pango_layout_get_baseline(layout) / PANGO_SCALE;
  line->descent = (double)logical.height / PANGO_SCALE - line->ascent;
  line->right_to_left = pango_layout_line_get_resolved_direction(first) == PANGO_DIRECTION_RTL;
  block->width = MAX(block->width, line->width);
  block->height += line->ascent + line->descent;
}

void refnet_text_block_clear(RefnetTextBlock *block) {
  for (guint i = 0; i < block->line_count; i++)
    g_free(block->lines[i].text);
  memset(block, 0, sizeof *block);
}

/* As much of `text` as fits `width`, with an ellipsis when that is not all. */
static char *cut_to_width(RefnetTypesetter *typesetter, const char *text, RefnetFont font,
                          double width) {
  if (refnet_typesetter_width(typesetter, text, font) <= width)
    return g_strdup(text);
  glong fits = 0, too_long = g_utf8_strlen(text, -1);
  while (too_long - fits > 1) {
    glong middle = fits + (too_long - fits) / 2;
    g_autofree char *head = g_utf8_substring(text, 0, middle);
    g_autofree char *cut = g_strconcat(g_strchomp(head), "…", NULL);
    if (refnet_typesetter_width(typesetter, cut, font) <= width)
      fits = middle;
    else
      too_long = middle;
  }
  g_autofree char *head = g_utf8_substring(text, 0, fits);
  return g_strconcat(g_strchomp(head), "…", NULL);
}

/* Is the layout, wrapped to `width`, in at most `lines` lines none of which sticks out? */
static gboolean wraps_within(PangoLayout *layout, double width, guint lines) {
  pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
  return pango_layout_get_line_count(layout) <= (int)lines && layout_width(layout) <= width + 0.01;
}

static void take_lines(RefnetTypesetter *typesetter, PangoLayout *layout, RefnetTextBlock *block,
                       double width, guint lines) {
  const char *text = pango_layout_get_text(layout);
  guint count = MIN(lines, (guint)pango_layout_get_line_count(layout));
  for (guint i = 0; i < count; i++) {
    PangoLayoutLine *line = pango_layout_get_line_readonly(layout, (int)i);
    const char *start = text + line->start_index;
    gboolean last = i + 1 == count;
    char *part = last ? g_strdup(start) : g_strndup(start, (gsize)line->length);
    g_strstrip(part);
    if (last) {
      char *whole = part;
      part = cut_to_width(typesetter, whole, block->font, width);
      g_free(whole);
    }
    add_line(typesetter, block, part);
  }
}

/* Lines of about one length: the narrowest of a few widths that does it. */
static gboolean wrap_evenly(PangoLayout *layout, double whole, double width, guint lines) {
  static const double slack[] = {1.02, 1.1, 1.2, 1.35, 1.5, 1.75};
  for (gsize i = 0; i < G_N_ELEMENTS(slack); i++)
    if (whole / lines * slack[i] <= width && wraps_within(layout, whole / lines * slack[i], lines))
      return TRUE;
  return wraps_within(layout, width, lines);
}

/* Surely more of `text` than the lines hold, for setting a cell of a million characters takes
 * minutes: hardly a character is narrower than a fifth of the font's size. */
static char *enough_for(const char *text, RefnetFont font, double width, guint lines) {
  gsize most = (gsize)(MAX(1, lines) * MAX(0, width) / (font.size * 0.2)) + 64;
  if (strlen(text) <= most)
    return g_strdup(text);
  const char *end = text;
  for (gsize i = 0; i < most && *end != '\0'; i++)
    end = g_utf8_next_char(end);
  return g_strndup(text, (gsize)(end - text));
}

void refnet_typesetter_wrap(RefnetTypesetter *typesetter, const char *given, RefnetFont font,
                            double width, guint lines, RefnetTextBlock *block) {
  g_autofree char *text = enough_for(given, font, width, lines);
  memset(block, 0, sizeof *block);
  block->font = font;
  g_autoptr(PangoLayout) layout = refnet_typesetter_layout(typesetter, text, font);
  double whole = layout_width(layout);
  if (whole <= width || lines <= 1) {
    add_line(typesetter, block, cut_to_width(typesetter, text, font, width));
    return;
  }
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD);
  lines = MIN(lines, REFNET_TEXT_LINES);
  for (guint count = 2; count <= lines; count++)
    if (wrap_evenly(layout, whole, width, count)) {
      take_lines(typesetter, layout, block, width, count);
      return;
    }
  /* A word wider than a line, or more than all lines hold. */
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
  take_lines(typesetter, layout, block, width, lines);
}

void refnet_text_block_draw(const RefnetTextBlock *block, RefnetScene *scene, double x, double y,
                            const RefnetTextStyle *style) {
  static const double share[] = {
      [REFNET_ALIGN_LEFT] = 0, [REFNET_ALIGN_CENTER] = 0.5, [REFNET_ALIGN_RIGHT] = 1};
  for (guint i = 0; i < block->line_count; i++) {
    const RefnetTextLine *line = &block->lines[i];
    RefnetBox box = {x + (block->width - line->width) * share[style->align], y, line->width,
                     line->ascent + line->descent};
    RefnetPrimitive *primitive =
        refnet_scene_add_text(scene, style->part, line->text, block->font, box, y + line->ascent);
    primitive->owner = style->owner;
    primitive->fill = style->color;
    primitive->halo = style->halo;
    primitive->right_to_left = line->right_to_left;
    y += box.height;
  }
}

void refnet_text_block_draw_turned(const RefnetTextBlock *block, RefnetScene *scene, double x,
                                   double y, const RefnetTextStyle *style) {
  const RefnetTextLine *line = &block->lines[0];
  if (block->line_count == 0)
    return;
  double height = line->ascent + line->descent;
  RefnetBox box = {x - height / 2, y - line->width, height, line->width};
  RefnetPrimitive *primitive =
      refnet_scene_add_text(scene, style->part, line->text, block->font, box, box.x + line->ascent);
  primitive->owner = style->owner;
  primitive->fill = style->color;
  primitive->right_to_left = line->right_to_left;
  primitive->turned = TRUE;
}

guint refnet_typesetter_unknown_glyphs(RefnetTypesetter *typesetter, const RefnetScene *scene) {
  guint count = 0;
  for (gsize i = 0; i < refnet_scene_length(scene); i++) {
    const RefnetPrimitive *primitive = refnet_scene_at(scene, i);
    if (primitive->shape != REFNET_SHAPE_TEXT)
      continue;
    g_autoptr(PangoLayout) layout =
        refnet_typesetter_layout(typesetter, primitive->text, primitive->font);
    count += (guint)pango_layout_get_unknown_glyphs_count(layout);
  }
  return count;
}
