/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/columns/header_words.h"

#include <string.h>

gboolean refnet_header_word_is_number(const char *word, gint64 least, gint64 most) {
  char *end;
  const gint64 number = g_ascii_strtoll(word, &end, 10);
  return end != word && *end == '\0' && number >= least && number <= most;
}

gboolean refnet_header_word_is_full_year(const char *word) {
  return refnet_header_word_is_number(word, 1990, 2099);
}

gboolean refnet_header_word_is_short_year(const char *word) {
  return strlen(word) == 2 && refnet_header_word_is_number(word, 0, 99);
}

gboolean refnet_header_word_is_marked_year(const char *word) {
  return (g_str_has_prefix(word, "fy") || g_str_has_prefix(word, "cy")) &&
         (refnet_header_word_is_full_year(word + 2) || refnet_header_word_is_short_year(word + 2));
}
