/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text broken into lines, in any script. */
#include <string.h>

#include "draw/scene/cut.h"

#define JOINT "\u200B"

/* ---- lines ----------------------------------------------------------------------------------- */

/* Takes `text`. */
static void add_line(RefnetTypesetter *typesetter, RefnetTextBlock *block, char *text,
                     gboolean right_to_left) {
  g_autoptr(PangoLayout) layout =
      refnet_typesetter_layout_toward(typesetter, text, block->font, right_to_left);
  RefnetTextLine *line = &block->lines[block->line_count++];
  PangoRectangle logical;
  pango_layout_get_extents(layout, NULL, &logical);
  line->text = text;
  line->width = (double)logical.width / PANGO_SCALE;
  line->ascent = (double)pango_layout_get_baseline(layout) / PANGO_SCALE;
  line->descent = (double)logical.height / PANGO_SCALE - line->ascent;
  line->right_to_left = right_to_left;
  block->width = MAX(block->width, line->width);
  block->height += line->ascent + line->descent;
}

static double layout_width(PangoLayout *layout) {
  PangoRectangle logical;
  pango_layout_get_extents(layout, NULL, &logical);
  return (double)logical.width / PANGO_SCALE;
}

static void forbid_breaks(PangoAttrList *attributes, const char *text, const char *from,
                          const char *to) {
  PangoAttribute *attribute = pango_attr_allow_breaks_new(FALSE);
  attribute->start_index = (guint)(from - text);
  attribute->end_index = (guint)(to - text);
  pango_attr_list_insert(attributes, attribute);
}

/* Pango would break between the parts of a letter where nothing else fits. */
static void keep_letters_whole(PangoLayout *layout, PangoAttrList *kept) {
  PangoAttrList *attributes = pango_attr_list_copy(kept);
  const char *text = pango_layout_get_text(layout);
  for (const char *at = text; *at; at = g_utf8_next_char(at)) {
    const char *next = g_utf8_next_char(at);
    if (refnet_text_joins_next(g_utf8_get_char(at)) && *next)
      forbid_breaks(attributes, text, at, g_utf8_next_char(next));
  }
  pango_layout_set_attributes(layout, attributes);
  pango_attr_list_unref(attributes);
}

/* Korean words, and words of two scripts, may be broken anywhere by the rules, but are better kept
 * whole as long as that is possible. */
static void keep_words_whole(PangoLayout *layout, PangoAttrList *kept) {
  PangoAttrList *attributes = pango_attr_list_copy(kept);
  const char *text = pango_layout_get_text(layout);
  for (const char *at = text; *at;) {
    while (*at && g_unichar_isspace(g_utf8_get_char(at)))
      at = g_utf8_next_char(at);
    const char *word = at;
    while (*at && !g_unichar_isspace(g_utf8_get_char(at)))
      at = g_utf8_next_char(at);
    forbid_breaks(attributes, text, word, at);
  }
  pango_layout_set_attributes(layout, attributes);
  pango_attr_list_unref(attributes);
}

/* What is written without blanks ("Kerrville.Police.Department", "harbor_food_bank") may be broken
 * after its full stops and underscores: `text` with a mark there that takes no room. */
static char *mark_joints(const char *text) {
  GString *marked = g_string_new(NULL);
  for (const char *at = text; *at; at++) {
    gboolean is_number = at > text && g_ascii_isdigit(at[-1]) && g_ascii_isdigit(at[1]);
    g_string_append_c(marked, *at);
    if ((*at == '.' || *at == '_') && at[1] != *at && !g_ascii_isspace(at[1]) && !is_number)
      g_string_append(marked, JOINT);
  }
  return g_string_free(marked, FALSE);
}

static char *without_joints(char *text) {
  g_auto(GStrv) parts = g_strsplit(text, JOINT, -1);
  g_free(text);
  return g_strjoinv("", parts);
}

/* Is the layout, wrapped to `width`, in at most `lines` lines none of which sticks out? */
static gboolean wraps_within(PangoLayout *layout, double width, guint lines) {
  pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
  return pango_layout_get_line_count(layout) <= (int)lines && layout_width(layout) <= width + 0.01;
}

static void take_lines(RefnetTypesetter *typesetter, PangoLayout *layout, RefnetTextBlock *block,
                       double width, guint lines, gboolean keeps_end) {
  const char *text = pango_layout_get_text(layout);
  gboolean right_to_left = refnet_text_is_right_to_left(typesetter, text);
  guint count = MIN(lines, (guint)pango_layout_get_line_count(layout));
  for (guint i = 0; i < count; i++) {
    PangoLayoutLine *line = pango_layout_get_line_readonly(layout, (int)i);
    const char *start = text + line->start_index;
    gboolean last = i + 1 == count;
    char *part = last ? g_strdup(start) : g_strndup(start, (gsize)line->length);
    part = g_strstrip(without_joints(part));
    if (last) {
      char *whole = part;
      part = refnet_text_cut(typesetter, whole, block->font, right_to_left, width, keeps_end);
      g_free(whole);
    }
    add_line(typesetter, block, part, right_to_left);
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
  const double letters = font.size > 0 ? MAX(1, lines) * MAX(0, width) / (font.size * 0.2)
                                       : 0; /* 0: none has a width */
  const gsize most = (gsize)MIN(letters, (double)strlen(text)) + 64;
  if (strlen(text) <= most)
    return g_strdup(text);
  const char *end = text;
  for (gsize i = 0; i < most && *end != '\0'; i++)
    end = g_utf8_next_char(end);
  return g_strndup(text, (gsize)(end - text));
}

void refnet_typesetter_wrap(RefnetTypesetter *typesetter, const char *given, RefnetFont font,
                            double width, guint lines, RefnetTextBlock *block) {
  gboolean keeps_end = refnet_typesetter_tells_by_end(typesetter, given);
  g_autofree char *text = keeps_end ? g_strdup(given) : enough_for(given, font, width, lines);
  memset(block, 0, sizeof *block);
  block->font = font;
  g_autoptr(PangoLayout) layout = refnet_typesetter_layout(typesetter, text, font);
  double whole = layout_width(layout);
  if (whole <= width || lines <= 1) {
    gboolean right_to_left = refnet_text_is_right_to_left(typesetter, text);
    add_line(typesetter, block,
             refnet_text_cut(typesetter, text, font, right_to_left, width, keeps_end),
             right_to_left);
    return;
  }
  g_autofree char *marked = mark_joints(text);
  pango_layout_set_text(layout, marked, -1);
  g_autoptr(PangoAttrList) kept = pango_attr_list_ref(pango_layout_get_attributes(layout));
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD);
  lines = MIN(lines, REFNET_TEXT_LINES);
  for (guint count = 2; count <= lines; count++)
    for (int attempt = 0; attempt < 2; attempt++) {
      (attempt == 0 ? keep_words_whole : keep_letters_whole)(layout, kept);
      if (!wrap_evenly(layout, whole, width, count))
        continue;
      take_lines(typesetter, layout, block, width, count, keeps_end);
      return;
    }
  /* A word wider than a line, or more than all lines hold. */
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
  /* One letter wider than a line. */
  if (layout_width(layout) > width + 0.01)
    pango_layout_set_attributes(layout, kept);
  take_lines(typesetter, layout, block, width, lines, keeps_end);
}
