/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/options/lists.h"

char **refnet_cli_split_lists(char **cells) {
  GPtrArray *items = g_ptr_array_new();
  for (guint i = 0; cells && cells[i]; i++) {
    g_auto(GStrv) parts = g_strsplit_set(cells[i], ";|", -1);
    for (guint k = 0; parts[k]; k++)
      if (*g_strstrip(parts[k]) &&
          !g_ptr_array_find_with_equal_func(items, parts[k], g_str_equal, NULL))
        g_ptr_array_add(items, g_strdup(parts[k]));
  }
  g_ptr_array_add(items, NULL);
  return (char **)g_ptr_array_free(items, FALSE);
}
