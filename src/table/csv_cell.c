/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Quotes where a cell needs them, and an apostrophe where a spreadsheet would take it for a
 * formula. */
#include "table/csv_cell.h"

#include <csv.h>
#include <string.h>

/* Spreadsheets drop blanks in front; some read the full-width signs of East Asian keyboards, too.
 */
static gboolean opens_formula(const char *text) {
  static const gunichar signs[] = {'=', '+', '-', '@', 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20};
  if (*text && strchr("\t\r\n", *text))
    return TRUE;
  while (g_unichar_isspace(g_utf8_get_char(text)))
    text = g_utf8_next_char(text);
  gunichar first = g_utf8_get_char(text);
  for (gsize i = 0; i < G_N_ELEMENTS(signs); i++)
    if (first == signs[i])
      return TRUE;
  return FALSE;
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

void refnet_csv_put(RefnetOutput *output, const char *text) {
  if (strpbrk(text, ",\"\r\n") || has_edge_blank(text))
    write_quoted(output, text);
  else
    refnet_output_puts(output, text);
}

void refnet_csv_put_safe(RefnetOutput *output, const char *text) {
  g_autofree char *shown = harmless(text);
  double number;
  gboolean is_formula = opens_formula(shown) && !refnet_number_parse(shown, &number);
  g_autofree char *cell = g_strconcat(is_formula ? "'" : "", shown, NULL);
  refnet_csv_put(output, cell);
}
