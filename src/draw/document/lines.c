/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text broken into lines by pango, each running the way its sentence does. */
#include "draw/document/lines.h"

#define MOST_CHARACTERS 6000

char *refnet_lines_printable(const char *text) {
  g_autofree char *valid = g_utf8_make_valid(text, -1);
  g_autofree char *clean = refnet_text_clean(valid);
  return refnet_text_display(clean, MOST_CHARACTERS);
}

/* In the blocks that Unicode keeps for scripts written from right to left. */
static gboolean is_written_leftwards(gunichar c) {
  return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
         (c >= 0xFE70 && c <= 0xFEFF) || (c >= 0x10800 && c <= 0x10FFF) ||
         (c >= 0x1E800 && c <= 0x1EFFF);
}

/* Sentences are ours, whatever names they begin with: they run from left to right as soon as there
 * is one letter that does. */
static gboolean runs_leftwards(const char *text) {
  gboolean has_letters = FALSE;
  for (const char *at = text; *at; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    if (g_unichar_isalpha(c) && !is_written_leftwards(c))
      return FALSE;
    has_letters |= g_unichar_isalpha(c);
  }
  return has_letters;
}

static PangoLayout *lay_out(RefnetTypesetter *typesetter, const char *printable, RefnetType type) {
  PangoLayout *layout = refnet_typesetter_layout_toward(
      typesetter, printable, refnet_type_style(type)->font, runs_leftwards(printable));
  PangoAttrList *attributes = pango_attr_list_copy(pango_layout_get_attributes(layout));
  pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
  pango_layout_set_attributes(layout, attributes);
  pango_attr_list_unref(attributes);
  return layout;
}

static void clear_line(gpointer line) {
  g_free(((RefnetTextLine *)line)->text);
}

/* The line's text. The space at which it was broken stays, unseen, so that the last word and the
 * first of the next line are two to programs that read the page; leftwards it would be seen, as
 * it lies before the line's left end. */
static char *text_of_line(const PangoLayoutLine *broken, const char *text, gboolean leftwards) {
  char *line = g_strndup(text + broken->start_index, (gsize)broken->length);
  gboolean is_parted = g_str_has_suffix(line, " ") && text[broken->start_index + broken->length];
  g_strstrip(line);
  if (!is_parted || leftwards)
    return line;
  char *spaced = g_strconcat(line, " ", NULL);
  g_free(line);
  return spaced;
}

static RefnetTextLine take_line(PangoLayoutLine *broken, const char *text, gboolean leftwards) {
  RefnetTextLine line = {.right_to_left = leftwards};
  line.text = text_of_line(broken, text, leftwards);
  PangoRectangle logical;
  pango_layout_line_get_extents(broken, NULL, &logical);
  line.width = (double)logical.width / PANGO_SCALE;
  line.ascent = (double)-logical.y / PANGO_SCALE;
  line.descent = (double)logical.height / PANGO_SCALE - line.ascent;
  return line;
}

GArray *refnet_lines_break(RefnetTypesetter *typesetter, const char *printable, RefnetType type,
                           double width) {
  gboolean leftwards = runs_leftwards(printable);
  g_autoptr(PangoLayout) layout = lay_out(typesetter, printable, type);
  GArray *lines = g_array_new(FALSE, FALSE, sizeof(RefnetTextLine));
  g_array_set_clear_func(lines, clear_line);
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
  for (int i = 0; i < pango_layout_get_line_count(layout); i++) {
    RefnetTextLine line =
        take_line(pango_layout_get_line_readonly(layout, i), printable, leftwards);
    g_array_append_val(lines, line);
  }
  return lines;
}

double refnet_lines_width(RefnetTypesetter *typesetter, const char *printable, RefnetType type) {
  return refnet_typesetter_width(typesetter, printable, refnet_type_style(type)->font);
}

double refnet_lines_widest_word(RefnetTypesetter *typesetter, const char *printable,
                                RefnetType type) {
  g_autoptr(PangoLayout) layout = lay_out(typesetter, printable, type);
  PangoRectangle logical;
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD);
  pango_layout_set_width(layout, 0);
  pango_layout_get_extents(layout, NULL, &logical);
  return (double)logical.width / PANGO_SCALE;
}
