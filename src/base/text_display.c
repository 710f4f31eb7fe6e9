/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text on its way to a terminal: harmless, and as wide as it will be there. */
#include <refnet/base.h>

#include <string.h>

#define REPLACEMENT_CHARACTER 0xFFFD
#define ELLIPSIS "\xE2\x80\xA6"

/* Escape sequences begin with controls; line separators break a table; overrides turn the rest of a
 * line round. */
static gboolean is_harmful(gunichar c) {
  return g_unichar_iscntrl(c) || c == 0x2028 || c == 0x2029 || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

static gboolean joins_previous(gunichar c) {
  GUnicodeBreakType type = g_unichar_break_type(c);
  return g_unichar_ismark(c) || c == 0x200D || (c >= 0x1F3FB && c <= 0x1F3FF) ||
         type == G_UNICODE_BREAK_HANGUL_V_JAMO || type == G_UNICODE_BREAK_HANGUL_T_JAMO;
}

/* Joiners, and the signs that make one letter of two in the scripts of India. */
static gboolean joins_next(gunichar c) {
  return c == 0x200D || g_unichar_combining_class(c) == 9;
}

/* Where a text too long is cut: never within what is read as one letter. */
static const char *cut_at(const char *text, gsize characters) {
  const char *cut = g_utf8_offset_to_pointer(text, (glong)characters);
  while (cut > text && (joins_previous(g_utf8_get_char(cut)) ||
                        joins_next(g_utf8_get_char(g_utf8_prev_char(cut)))))
    cut = g_utf8_prev_char(cut);
  return cut;
}

char *refnet_text_display(const char *text, gsize max_characters) {
  g_autofree char *valid = g_utf8_make_valid(text, -1);
  gboolean too_long = max_characters > 0 && (gsize)g_utf8_strlen(valid, -1) > max_characters;
  const char *end = too_long ? cut_at(valid, max_characters - 1) : valid + strlen(valid);
  GString *shown = g_string_sized_new(strlen(valid));
  for (const char *at = valid; at < end; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    g_string_append_unichar(shown, is_harmful(c) ? REPLACEMENT_CHARACTER : c);
  }
  if (too_long)
    g_string_append(shown, ELLIPSIS);
  return g_string_free(shown, FALSE);
}

static gsize character_width(gunichar c) {
  if (g_unichar_iszerowidth(c) || g_unichar_iscntrl(c))
    return 0;
  return g_unichar_iswide(c) ? 2 : 1;
}

gsize refnet_text_width(const char *text) {
  gsize width = 0;
  for (; *text != '\0'; text = g_utf8_next_char(text))
    width += character_width(g_utf8_get_char(text));
  return width;
}
