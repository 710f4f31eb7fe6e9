/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Quotes where a cell needs them, and an apostrophe where a spreadsheet would take it for a
 * formula. */
#include "table/csv_cell.h"

#include <csv.h>
#include <string.h>

/* Some spreadsheets read the full-width signs of East Asian keyboards, too. */
static gboolean begins_with_sign(const char *text) {
  static const char *const signs[] = {
      "=", "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
  for (gsize i = 0; i < G_N_ELEMENTS(signs); i++)
    if (g_str_has_prefix(text, signs[i]))
      return TRUE;
  return FALSE;
}

/* Spreadsheets drop blanks in front. */
static gboolean opens_formula(const char *text) {
  if (*text && strchr("\t\r\n", *text))
    return TRUE;
  while (g_unichar_isspace(g_utf8_get_char(text)))
    text = g_utf8_next_char(text);
  return begins_with_sign(text);
}

/* What the reader takes an apostrophe from. */
static gboolean is_disarmed(const char *text) {
  gsize apostrophes = strspn(text, "'");
  return apostrophes > 0 && begins_with_sign(text + apostrophes);
}

const char *refnet_csv_take(const char *text) {
  return *text == '\'' && is_disarmed(text) ? text + 1 : text;
}

/* Valid UTF-8, and of controls only those that a quoted cell may hold. */
static char *harmless(const char *text) {
  GString *kept = g_string_new(NULL);
  while (*text) {
    gsize length = strcspn(text, "\t\n\r");
    g_autofree char *part = g_strndup(text, length);
    g_autofree char *shown = refnet_text_display(part, 0);
    g_string_append(kept, shown);
    for (text += length; *text && strchr("\t\n\r", *text); text++)
      g_string_append_c(kept, *text);
  }
  return g_string_free(kept, FALSE);
}

static void write_quoted(RefnetOutput *output, const char *text) {
  gsize length = strlen(text);
  gsize size = csv_write(NULL, 0, text, length);
  g_autofree char *quoted = g_malloc(size);
  csv_write(quoted, size, text, length);
  refnet_output_write(output, quoted, size);
}

static gboolean has_edge_blank(const char *text) {
  return *text && (g_ascii_isspace(*text) || g_ascii_isspace(text[strlen(text) - 1]));
}

/* Nearly every cell there is. */
static gboolean is_ordinary(const char *text) {
  if (!g_ascii_isalnum(*text))
    return *text == '\0';
  for (; *text != '\0'; text++)
    if (*text < ' ' || *text > '~' || *text == ',' || *text == '"')
      return FALSE;
  return text[-1] != ' ';
}

char *refnet_csv_disarm(const char *text) {
  double number;
  gboolean is_formula =
      is_disarmed(text) || (opens_formula(text) && !refnet_number_parse(text, &number));
  return g_strconcat(is_formula ? "'" : "", text, NULL);
}

void refnet_csv_put(RefnetOutput *output, const char *text) {
  if (is_ordinary(text)) {
    refnet_output_puts(output, text);
    return;
  }
  g_autofree char *shown = harmless(text);
  g_autofree char *cell = refnet_csv_disarm(shown);
  if (strpbrk(cell, ",\"\r\n") || has_edge_blank(cell))
    write_quoted(output, cell);
  else
    refnet_output_puts(output, cell);
}
