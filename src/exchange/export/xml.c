/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/export/xml.h"

/* XML 1.0 §2.2: no other control characters, no U+FFFE, U+FFFF. */
static gboolean is_allowed(gunichar c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

/* Blanks as references: in an attribute they would be read as spaces, a CR anywhere as a LF. */
static const char *reference(gunichar c) {
  switch (c) {
  case '&':
    return "&amp;";
  case '<':
    return "&lt;";
  case '>':
    return "&gt;";
  case '"':
    return "&quot;";
  case '\t':
    return "&#9;";
  case '\n':
    return "&#10;";
  case '\r':
    return "&#13;";
  default:
    return is_allowed(c) ? NULL : "\xEF\xBF\xBD";
  }
}

void refnet_xml_puts(RefnetOutput *output, const char *text) {
  g_autofree char *valid = g_utf8_make_valid(text, -1);
  const char *unwritten = valid;
  for (const char *at = valid; *at; at = g_utf8_next_char(at)) {
    const char *instead = reference(g_utf8_get_char(at));
    if (!instead)
      continue;
    refnet_output_write(output, unwritten, (gsize)(at - unwritten));
    refnet_output_puts(output, instead);
    unwritten = g_utf8_next_char(at);
  }
  refnet_output_puts(output, unwritten);
}
