/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/networks/gexf_list.h"

#include <string.h>

char *refnet_gexf_list_cell(const char *value) {
  g_autofree char *trimmed = g_strstrip(g_strdup(value));
  const gsize length = strlen(trimmed);
  const gboolean is_bracketed = length >= 2 && trimmed[0] == '[' && trimmed[length - 1] == ']';
  GString *cell = g_string_sized_new(length);
  if (is_bracketed)
    trimmed[length - 1] = '\0';
  char quote = '\0';
  for (const char *at = trimmed + is_bracketed; *at != '\0'; at++) {
    const gboolean is_gap = quote == '\0' && (*at == '|' || *at == ';' || *at == ',');
    if (quote != '\0' ? *at == quote : *at == '"')
      quote = quote == '\0' ? *at : '\0';
    else if (is_gap)
      g_string_append_c(cell, ';');
    else if (*at != ' ' || (cell->len > 0 && cell->str[cell->len - 1] != ';'))
      g_string_append_c(cell, *at);
  }
  return g_string_free(cell, FALSE);
}
