/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/options/lists.h"

static void add_parts(GPtrArray *items, const char *text, const char *separators) {
  g_auto(GStrv) parts = g_strsplit_set(text, separators, -1);
  for (guint k = 0; parts[k]; k++)
    if (*g_strstrip(parts[k]) &&
        !g_ptr_array_find_with_equal_func(items, parts[k], g_str_equal, NULL))
      g_ptr_array_add(items, g_strdup(parts[k]));
}

static char **end(GPtrArray *items) {
  g_ptr_array_add(items, NULL);
  return (char **)g_ptr_array_free(items, FALSE);
}

char **refnet_cli_split_list(const char *text, const char *separators) {
  GPtrArray *items = g_ptr_array_new();
  add_parts(items, text, separators);
  return end(items);
}

char **refnet_cli_split_lists(char **cells) {
  GPtrArray *items = g_ptr_array_new();
  for (guint i = 0; cells && cells[i]; i++)
    add_parts(items, cells[i], ";|");
  return end(items);
}
