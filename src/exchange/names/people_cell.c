/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/names/people_cell.h"

#include <refnet/base.h>
#include <string.h>

static char *without_brackets(const char *cell) {
  GString *text = g_string_new(NULL);
  guint depth = 0;
  for (; *cell != '\0'; cell++) {
    depth += *cell == '(';
    if (depth == 0)
      g_string_append_c(text, *cell);
    depth -= depth > 0 && *cell == ')';
  }
  return g_string_free(text, FALSE);
}

static gboolean are_full_names(char **parts) {
  for (guint i = 0; parts[i] != NULL; i++)
    if (strchr(g_strstrip(parts[i]), ' ') == NULL)
      return FALSE;
  return TRUE;
}

/* Each part of `parts`, at `sign` where that leaves full names. */
static char **split_names(char **parts, const char *sign) {
  GStrvBuilder *split = g_strv_builder_new();
  for (guint i = 0; parts[i] != NULL; i++) {
    g_auto(GStrv) names = g_strsplit(parts[i], sign, -1);
    if (are_full_names(names))
      g_strv_builder_addv(split, (const char **)names);
    else
      g_strv_builder_add(split, parts[i]);
  }
  g_strfreev(parts);
  char **all = g_strv_builder_end(split);
  g_strv_builder_unref(split);
  return all;
}

static gboolean is_somebody(const char *name) {
  for (; *name != '\0'; name = g_utf8_next_char(name))
    if (g_unichar_isalpha(g_utf8_get_char(name)))
      return TRUE;
  return FALSE;
}

char **refnet_people_in_cell(const char *cell) {
  static const char *const signs[] = {",", " and ", " & "};
  g_autofree char *text = without_brackets(cell);
  char **names = g_strsplit_set(text, ";|/\n", -1);
  for (gsize i = 0; i < G_N_ELEMENTS(signs); i++)
    names = split_names(names, signs[i]);
  guint kept = 0;
  for (guint i = 0; names[i] != NULL; i++) {
    char *name = g_strstrip(names[i]);
    names[i] = NULL;
    if (is_somebody(name))
      names[kept++] = name;
    else
      g_free(name);
  }
  return names;
}
