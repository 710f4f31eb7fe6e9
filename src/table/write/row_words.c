/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "table/write/row_words.h"

#include "table/write/format.h"

static gboolean is_name(const RefnetColumn *column) {
  return column->type == REFNET_VALUE_TEXT || column->type == REFNET_VALUE_TEXTS;
}

char *refnet_row_name(const RefnetColumn *columns, const RefnetValue *values) {
  GString *name = g_string_new(NULL);
  for (guint i = 0; columns[i].key; i++) {
    if (!is_name(&columns[i]) || !refnet_column_is_visible(&columns[i]))
      continue;
    g_autofree char *text = refnet_value_for_people(&columns[i], &values[i]);
    if (*text)
      g_string_append_printf(name, "%s%s", name->len > 0 ? " · " : "", text);
  }
  return g_string_free(name, FALSE);
}

char *refnet_row_figures(const RefnetColumn *columns, const RefnetValue *values) {
  GString *figures = g_string_new(NULL);
  for (guint i = 0; columns[i].key; i++) {
    if (is_name(&columns[i]) || !refnet_column_is_visible(&columns[i]))
      continue;
    g_autofree char *text = refnet_value_for_people(&columns[i], &values[i]);
    g_autofree char *heading = g_utf8_strdown(columns[i].heading, -1);
    if (*text && !g_str_equal(text, "n/a"))
      g_string_append_printf(figures, "%s%s: %s", figures->len > 0 ? "; " : "", heading, text);
  }
  return g_string_free(figures, FALSE);
}
