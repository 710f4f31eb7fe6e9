/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/text_normalize.h"

#include <string.h>

enum { PIECE = 256 };

/* Hangul's vowels and final consonants join the letter before them, though they are no marks. */
static gboolean joins_before(gunichar c) {
  return g_unichar_ismark(c) || (c >= 0x1160 && c <= 0x11FF);
}

/* Where the piece that begins at `text` ends: before a character that joins none before it. */
static const char *end_of_piece(const char *text) {
  const char *at = text;
  for (guint joined = 0; *at != '\0'; at = g_utf8_next_char(at)) {
    joined = joins_before(g_utf8_get_char(at)) ? joined + 1 : 0;
    if (at - text >= PIECE && (joined == 0 || joined > REFNET_MARKS_MOST))
      break;
  }
  return at;
}

char *refnet_text_normalize(const char *text, GNormalizeMode mode) {
  const char *end = end_of_piece(text);
  if (*end == '\0')
    return g_utf8_normalize(text, -1, mode);
  GString *normal = g_string_sized_new(strlen(text));
  for (; *text != '\0'; text = end) {
    end = end_of_piece(text);
    g_autofree char *piece = g_utf8_normalize(text, end - text, mode);
    g_string_append(normal, piece);
  }
  return g_string_free(normal, FALSE);
}
