/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "table/read/listed_lines.h"

#include <string.h>

#include <refnet/base.h>

/* Past "•", "- " or "2) " at the beginning of a clean line. */
static const char *after_mark(const char *line) {
  static const char *const marks[] = {"•", "·", "▪", "◦", "‣", "●", "○", "■", "- ", "– ", "* "};
  const gsize digits = strspn(line, "0123456789");
  const char *rest = line;
  for (gsize i = 0; i < G_N_ELEMENTS(marks); i++)
    if (g_str_has_prefix(line, marks[i]))
      rest = line + strlen(marks[i]);
  if (digits > 0 && digits <= 2 && strchr(".)", line[digits]) != NULL && line[digits + 1] == ' ')
    rest = line + digits + 1;
  return rest + strspn(rest, " ");
}

static gboolean ends_in_divider(const char *line) {
  const gsize length = strlen(line);
  return length > 0 && strchr(",;|", line[length - 1]) != NULL;
}

/* The lines that say something, clean. */
static GPtrArray *clean_lines(const char *text) {
  GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
  g_auto(GStrv) parts = g_strsplit_set(text, "\r\n", -1);
  for (guint i = 0; parts[i] != NULL; i++) {
    char *line = refnet_text_clean(parts[i]);
    if (*line != '\0')
      g_ptr_array_add(lines, line);
    else
      g_free(line);
  }
  return lines;
}

char *refnet_listed_lines(const char *text) {
  g_autoptr(GPtrArray) lines = clean_lines(text);
  for (guint i = 0; i + 1 < lines->len; i++)
    if (ends_in_divider(g_ptr_array_index(lines, i)))
      return refnet_text_clean(text);
  if (lines->len < 2)
    return refnet_text_clean(text);
  GString *list = g_string_new(NULL);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf(list, "%s%s", i > 0 ? "; " : "",
                           after_mark(g_ptr_array_index(lines, i)));
  return g_string_free(list, FALSE);
}

char *refnet_kept_lines(const char *text) {
  g_autoptr(GPtrArray) lines = clean_lines(text);
  g_ptr_array_add(lines, NULL);
  return g_strjoinv("\n", (char **)lines->pdata);
}
