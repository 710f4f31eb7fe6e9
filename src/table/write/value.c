/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One cell as text: rounded for people, whole for programs. */
#include "table/write/format.h"

#include <math.h>
#include <string.h>

#include "base/number.h"

gboolean refnet_column_is_number(const RefnetColumn *column) {
  return column->type == REFNET_VALUE_INTEGER || column->type == REFNET_VALUE_REAL;
}

gboolean refnet_column_is_visible(const RefnetColumn *column) {
  return !(column->flags & (REFNET_COLUMN_PROSE | REFNET_COLUMN_DETAIL));
}

gboolean refnet_columns_are_visible(const RefnetColumn *columns) {
  for (; columns->key; columns++)
    if (refnet_column_is_visible(columns))
      return TRUE;
  return FALSE;
}

gboolean refnet_columns_have_prose(const RefnetColumn *columns) {
  for (; columns->key; columns++)
    if (columns->flags & REFNET_COLUMN_PROSE)
      return TRUE;
  return FALSE;
}

static char *join_texts(const RefnetValue *value, const char *separator) {
  GString *joined = g_string_new(NULL);
  for (gsize i = 0; i < value->texts.length; i++)
    g_string_append_printf(joined, "%s%s", i ? separator : "", value->texts.items[i]);
  return g_string_free(joined, FALSE);
}

static char *join_records(const RefnetColumn *columns, const RefnetValue *value) {
  GString *joined = g_string_new(NULL);
  const RefnetValue *cell = value->records.cells;
  for (gsize i = 0; i < value->records.length; i++) {
    g_string_append(joined, i ? "; " : "");
    for (guint k = 0; columns[k].key; k++, cell++) {
      g_autofree char *text = refnet_value_for_programs(&columns[k], cell);
      g_string_append_printf(joined, "%s%s", k ? " / " : "", text);
    }
  }
  return g_string_free(joined, FALSE);
}

static char *real_text(double real, const char *format) {
  char buffer[G_ASCII_DTOSTR_BUF_SIZE + 320];
  return g_strdup(g_ascii_formatd(buffer, sizeof buffer, format, real));
}

/* Takes the number over. */
static char *grouped(char *number) {
  char *text = refnet_number_grouped(number);
  g_free(number);
  return text;
}

static char *real_for_people(const RefnetColumn *column, const RefnetValue *value) {
  char format[16];
  g_snprintf(format, sizeof format, "%%.%df", column->decimals);
  char *text = grouped(real_text(value->real, format));
  gboolean is_zero = strspn(text, "-0.") == strlen(text);
  if (is_zero && *text == '-')
    memmove(text, text + 1, strlen(text));
  return text;
}

static gboolean is_unknown(const RefnetColumn *column, const RefnetValue *value) {
  return value->is_null || (column->type == REFNET_VALUE_REAL && !isfinite(value->real)) ||
         (column->type == REFNET_VALUE_TEXT && !value->text) ||
         (column->type == REFNET_VALUE_DATE && value->date == REFNET_DATE_UNKNOWN);
}

char *refnet_value_for_people(const RefnetColumn *column, const RefnetValue *value) {
  if (is_unknown(column, value))
    return g_strdup(column->type == REFNET_VALUE_TEXT ? "" : "n/a");
  if (column->type == REFNET_VALUE_REAL)
    return real_for_people(column, value);
  if (column->type == REFNET_VALUE_TEXTS)
    return join_texts(value, ", ");
  char *text = refnet_value_for_programs(column, value);
  return column->type == REFNET_VALUE_INTEGER ? grouped(text) : text;
}

char *refnet_field_for_people(const RefnetColumn *column, const RefnetValue *value) {
  g_autofree char *text = refnet_value_for_people(column, value);
  gboolean is_blank =
      *text == '\0' || (column->type == REFNET_VALUE_DATE && is_unknown(column, value));
  return is_blank ? g_strdup("not recorded") : g_steal_pointer(&text);
}

char *refnet_value_for_programs(const RefnetColumn *column, const RefnetValue *value) {
  if (is_unknown(column, value))
    return g_strdup("");
  switch (column->type) {
  case REFNET_VALUE_TEXT:
    return g_strdup(value->text);
  case REFNET_VALUE_INTEGER:
    return g_strdup_printf("%" G_GINT64_FORMAT, value->integer);
  case REFNET_VALUE_REAL:
    return real_text(value->real + 0.0, "%.15g"); /* + 0.0: no "-0" */
  case REFNET_VALUE_BOOLEAN:
    return g_strdup(value->boolean ? "yes" : "no");
  case REFNET_VALUE_DATE:
    return refnet_date_iso(value->date);
  case REFNET_VALUE_TEXTS:
    return join_texts(value, "; ");
  case REFNET_VALUE_RECORDS:
    return join_records(column->columns, value);
  }
  return g_strdup("");
}
