/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/markup.h"

#define REPLACEMENT "\357\277\275"

/* What stands in place of the character; NULL: itself. */
static const char *instead_of(gunichar c) {
  switch (c) {
  case '&':
    return "&amp;";
  case '<':
    return "&lt;";
  case '>':
    return "&gt;";
  case '"':
    return "&quot;";
  case '\'':
    return "&#39;";
  default:
    break;
  }
  gboolean is_control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  gboolean is_noncharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  /* They turn round what follows, markup of ours included. */
  gboolean is_override = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return is_control || is_noncharacter || is_override ? REPLACEMENT : NULL;
}

void refnet_markup_append(GString *markup, const char *text) {
  g_autofree char *valid = g_utf8_validate(text, -1, NULL) ? NULL : g_utf8_make_valid(text, -1);
  for (const char *at = valid ? valid : text; *at; at = g_utf8_next_char(at)) {
    const char *instead = instead_of(g_utf8_get_char(at));
    if (instead)
      g_string_append(markup, instead);
    else
      g_string_append_len(markup, at, g_utf8_next_char(at) - at);
  }
}
