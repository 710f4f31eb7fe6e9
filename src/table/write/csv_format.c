/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The CSV format of a document: a header and the rows of one list. Text that a spreadsheet would
 * take for a formula gets an apostrophe in front. */
#include "table/csv_cell.h"
#include "table/write/format.h"

#include <string.h>

typedef struct {
  RefnetOutput *output;
  const RefnetColumn *columns;
  guint column_count; /* written ones */
} CsvState;

static gpointer open_document(RefnetOutput *output, gsize width) {
  CsvState *state = g_new0(CsvState, 1);
  (void)width;
  state->output = output;
  return state;
}

/* ---- cells ----------------------------------------------------------------------------------- */

static gboolean holds_text(const RefnetColumn *column) {
  return column->type == REFNET_VALUE_TEXT || column->type == REFNET_VALUE_TEXTS ||
         column->type == REFNET_VALUE_RECORDS;
}

static void write_value(RefnetOutput *output, const RefnetColumn *column,
                        const RefnetValue *value) {
  g_autofree char *text = refnet_value_for_programs(column, value);
  if (holds_text(column))
    refnet_csv_put(output, text);
  else
    refnet_output_puts(output, text);
}

/* ---- parts ----------------------------------------------------------------------------------- */

static gboolean is_written(const RefnetColumn *column) {
  return !(column->flags & REFNET_COLUMN_TABLE_ONLY);
}

static void begin_list(gpointer data, const char *key, const RefnetColumn *columns) {
  CsvState *state = data;
  (void)key;
  state->columns = columns;
  state->column_count = 0;
  for (const RefnetColumn *column = columns; column->key; column++) {
    if (!is_written(column))
      continue;
    refnet_output_puts(state->output, state->column_count++ ? "," : "");
    refnet_csv_put(state->output, column->key);
  }
  refnet_output_puts(state->output, "\n");
}

/* The one cell of a row is never written as an empty line: readers skip those. */
static gboolean would_be_empty_line(const CsvState *state, const RefnetColumn *column,
                                    const RefnetValue *value) {
  g_autofree char *text =
      state->column_count == 1 ? refnet_value_for_programs(column, value) : NULL;
  return text && *text == '\0';
}

static void write_row(gpointer data, const RefnetValue *values) {
  CsvState *state = data;
  const char *separator = "";
  for (guint i = 0; state->columns[i].key; i++) {
    const RefnetColumn *column = &state->columns[i];
    if (!is_written(column))
      continue;
    refnet_output_puts(state->output, separator);
    if (would_be_empty_line(state, column, &values[i]))
      refnet_output_puts(state->output, "\"\"");
    else
      write_value(state->output, column, &values[i]);
    separator = ",";
  }
  refnet_output_puts(state->output, "\n");
}

static void end_list(gpointer data) {
  (void)data;
}

static void write_fields(gpointer data, const RefnetColumn *columns, const RefnetValue *values) {
  CsvState *state = data;
  refnet_output_puts(state->output, "key,value\n");
  for (guint i = 0; columns[i].key; i++) {
    if (!is_written(&columns[i]))
      continue;
    refnet_csv_put(state->output, columns[i].key);
    refnet_output_puts(state->output, ",");
    write_value(state->output, &columns[i], &values[i]);
    refnet_output_puts(state->output, "\n");
  }
}

static gboolean close_document(gpointer state, GError **error) {
  (void)error;
  g_free(state);
  return TRUE;
}

const RefnetFormatWriter refnet_write_csv = {
    .open = open_document,
    .fields = write_fields,
    .list_begin = begin_list,
    .row = write_row,
    .list_end = end_list,
    .close = close_document,
};
