/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text as it is kept: composed, without characters nobody sees, with plain single blanks. */
#include <refnet/base.h>

#include <string.h>

#include "base/text_normalize.h"

#define ZERO_WIDTH_NON_JOINER 0x200C
#define ZERO_WIDTH_JOINER 0x200D

static gboolean is_joiner(gunichar c) {
  return c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER;
}

/* Every Unicode space, the no-break ones too, and the controls that separate lines and columns. */
static gboolean is_blank(gunichar c) {
  return (c >= '\t' && c <= '\r') || c == 0x85 || g_unichar_isspace(c);
}

/* Controls, and characters that leave no trace of their own: soft hyphen, zero-width space, word
 * joiner, byte-order mark, direction marks. Two names that differ only by these are one name. */
static gboolean is_invisible(gunichar c) {
  return (g_unichar_iscntrl(c) && !is_blank(c)) || c == 0xAD || c == 0x61C || c == 0x200B ||
         c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

/* Whether a joiner after `base` can mean something: it shapes words in Persian and the Indic
 * scripts and holds emoji together; between Latin, Greek or Cyrillic letters it is litter. */
static gboolean takes_joiner(gunichar base) {
  GUnicodeScript script = g_unichar_get_script(base);
  if (g_unichar_isalpha(base))
    return script != G_UNICODE_SCRIPT_LATIN && script != G_UNICODE_SCRIPT_GREEK &&
           script != G_UNICODE_SCRIPT_CYRILLIC;
  return g_unichar_type(base) == G_UNICODE_OTHER_SYMBOL || (base >= 0x1F3FB && base <= 0x1F3FF);
}

/* The first character at `text` that will be seen; 0 at the end. */
static gunichar next_visible(const char *text) {
  while (*text != '\0' && (is_invisible(g_utf8_get_char(text)) || is_joiner(g_utf8_get_char(text))))
    text = g_utf8_next_char(text);
  return g_utf8_get_char(text);
}

/* `base` is the last letter or symbol of the word so far (0: none): marks upon it don't count, so
 * that composed and decomposed spellings come out alike. At the end of a word a joiner still shapes
 * the letter before it (Arabic abbreviations, Malayalam, Bengali). */
static gboolean joins(gunichar base, gunichar joiner, gunichar after) {
  if (base == 0 || !takes_joiner(base))
    return FALSE;
  if (after != 0 && (g_unichar_ismark(after) || takes_joiner(after)))
    return TRUE;
  return joiner == ZERO_WIDTH_JOINER && g_unichar_isalpha(base);
}

static gboolean is_idle_joiner(gunichar c, gunichar before, gunichar base, const char *at) {
  return is_joiner(c) && (is_joiner(before) || !joins(base, c, next_visible(at)));
}

static char *drop_invisible(const char *text) {
  GString *kept = g_string_sized_new(strlen(text));
  gboolean blank_pending = FALSE;
  gunichar base = 0, before = 0;
  guint marks = 0;
  for (; *text != '\0'; text = g_utf8_next_char(text)) {
    gunichar c = g_utf8_get_char(text);
    if (is_blank(c)) {
      blank_pending = kept->len > 0;
      base = before = 0;
      continue;
    }
    marks = g_unichar_ismark(c) ? marks + 1 : 0;
    if (is_invisible(c) || is_idle_joiner(c, before, base, text) || marks > REFNET_MARKS_MOST)
      continue;
    if (blank_pending)
      g_string_append_c(kept, ' ');
    blank_pending = FALSE;
    g_string_append_unichar(kept, c);
    before = c;
    if (!g_unichar_ismark(c) && !is_joiner(c))
      base = c;
  }
  return g_string_free(kept, FALSE);
}

/* Printable ASCII with single blanks inside: nearly every cell there is. */
static gboolean is_plain(const char *text) {
  char before = ' ';
  for (; *text != '\0'; before = *text++)
    if (*text < ' ' || *text > '~' || (*text == ' ' && before == ' '))
      return FALSE;
  return before != ' ';
}

char *refnet_text_clean(const char *text) {
  if (is_plain(text) || *text == '\0')
    return g_strdup(text);
  g_autofree char *valid = g_utf8_make_valid(text, -1);
  g_autofree char *visible = drop_invisible(valid);
  return refnet_text_normalize(visible, G_NORMALIZE_NFC);
}
