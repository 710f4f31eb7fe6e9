/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The format people read in a terminal: aligned columns, sentences wrapped beneath their row.
 * Widths come from the first rows; the rest streams with them. */
#include "table/write/format.h"

#include <string.h>

enum {
  ROWS_MEASURED = 1000,
  GUTTER = 2,
  PROSE_INDENT = 4,
  WIDEST_TEXT = 56,    /* columns of a text cell with others after it, where the page has room */
  NARROWEST_TEXT = 12, /* and where it has none */
  LEAST_ROOM = 20      /* for wrapped text, however narrow the page */
};

/* What stands last on the page: a heading's part follows it without a blank line. */
typedef enum { NOTHING, HEADING, PART } LastWritten;

typedef struct {
  RefnetOutput *output;
  gsize width;
  LastWritten last;
  const RefnetColumn *columns;
  guint column_count;
  gboolean has_cells;   /* of the open list's rows */
  gboolean after_prose; /* what was said of a row stands last */
  gsize *column_width;
  gboolean *shown; /* by column */
  GPtrArray *rows; /* of GStrv: rows kept back until the widths are known; NULL once they are */
} TableState;

static gpointer open_document(RefnetOutput *output, gsize width) {
  TableState *state = g_new0(TableState, 1);
  state->output = output;
  state->width = width;
  return state;
}

static void begin_part(TableState *state, LastWritten part) {
  if (state->last == PART || (state->last == HEADING && part == HEADING))
    refnet_output_puts(state->output, "\n");
  state->last = part;
}

static void pad(RefnetOutput *output, gsize count) {
  for (; count > 0; count--)
    refnet_output_puts(output, " ");
}

static gsize character_width(const char *at) {
  char character[8] = {0};
  memcpy(character, at, (gsize)(g_utf8_next_char(at) - at));
  return refnet_text_width(character);
}

/* ---- wrapping -------------------------------------------------------------------------------- */

/* Where the line that begins at `text` ends: after the last word that fits in `room` columns. A
 * word too long for any line is cut; "51 %" stays together. */
static const char *line_end(const char *text, gsize room) {
  const char *last_blank = NULL;
  gsize used = 0;
  for (const char *at = text; *at; at = g_utf8_next_char(at)) {
    used += character_width(at);
    if (*at == ' ' && at[1] != '%')
      last_blank = at;
    else if (used > room && at > text)
      return last_blank ? last_blank : at;
  }
  return text + strlen(text);
}

/* Prints `text` in lines that begin at column `indent`; the first goes on from column `at`. */
static void put_wrapped(const TableState *state, const char *text, gsize indent, gsize at) {
  gsize room = MAX(state->width, indent + LEAST_ROOM) - indent;
  text += strspn(text, " ");
  do {
    const char *end = line_end(text, room);
    gsize length = (gsize)(end - text);
    while (length > 0 && text[length - 1] == ' ')
      length--;
    pad(state->output, length > 0 ? indent - at : 0);
    refnet_output_write(state->output, text, length);
    refnet_output_puts(state->output, "\n");
    text = end + strspn(end, " ");
    at = 0;
  } while (*text);
}

static void write_text(gpointer data, const char *text) {
  TableState *state = data;
  g_autofree char *shown = refnet_text_display(text, 0);
  begin_part(state, PART);
  put_wrapped(state, shown, 0, 0);
}

static void write_heading(gpointer data, const char *text) {
  TableState *state = data;
  g_autofree char *shown = refnet_text_display(text, 0);
  begin_part(state, HEADING);
  refnet_output_printf(state->output, "%s\n", shown);
  for (gsize i = refnet_text_width(shown); i > 0; i--)
    refnet_output_puts(state->output, "-");
  refnet_output_puts(state->output, "\n");
}

/* ---- fields ---------------------------------------------------------------------------------- */

static gsize widest_heading(const RefnetColumn *columns) {
  gsize widest = 0;
  for (; columns->key; columns++)
    if (refnet_column_is_visible(columns))
      widest = MAX(widest, refnet_text_width(columns->heading));
  return widest;
}

static void write_fields(gpointer data, const RefnetColumn *columns, const RefnetValue *values) {
  TableState *state = data;
  gsize indent = widest_heading(columns) + GUTTER;
  if (!refnet_columns_are_visible(columns))
    return;
  begin_part(state, PART);
  for (guint i = 0; columns[i].key; i++) {
    if (!refnet_column_is_visible(&columns[i]))
      continue;
    g_autofree char *value = refnet_field_for_people(&columns[i], &values[i]);
    g_autofree char *shown = refnet_text_display(value, 0);
    refnet_output_puts(state->output, columns[i].heading);
    put_wrapped(state, shown, indent, refnet_text_width(columns[i].heading));
  }
}

/* ---- lists ----------------------------------------------------------------------------------- */

static void begin_list(gpointer data, const char *key, const RefnetColumn *columns) {
  TableState *state = data;
  (void)key;
  state->columns = columns;
  for (state->column_count = 0; columns[state->column_count].key;)
    state->column_count++;
  state->has_cells = refnet_columns_are_visible(columns);
  state->after_prose = FALSE;
  state->column_width = g_new0(gsize, state->column_count + 1);
  state->shown = g_new0(gboolean, state->column_count + 1);
  for (guint i = 0; i < state->column_count; i++)
    state->shown[i] = refnet_column_is_visible(&columns[i]);
  state->rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
}

static char **row_texts(const TableState *state, const RefnetValue *values) {
  char **texts = g_new0(char *, state->column_count + 1);
  for (guint i = 0; i < state->column_count; i++) {
    g_autofree char *text = refnet_value_for_people(&state->columns[i], &values[i]);
    texts[i] = refnet_text_display(text, 0);
  }
  return texts;
}

/* `text`, or as much of it as fits before "…". */
static char *cut_to_width(const char *text, gsize width) {
  if (refnet_text_width(text) <= width)
    return g_strdup(text);
  const char *end = text;
  for (gsize used = character_width(end); used < width; used += character_width(end))
    end = g_utf8_next_char(end);
  g_autofree char *kept = g_strndup(text, (gsize)(end - text));
  return g_strconcat(g_strchomp(kept), "…", NULL);
}

static void append_blanks(GString *line, gsize count) {
  for (; count > 0; count--)
    g_string_append_c(line, ' ');
}

static void append_cell(GString *line, const char *text, gsize width, gboolean is_number) {
  g_autofree char *cell = is_number ? g_strdup(text) : cut_to_width(text, width);
  gsize used = refnet_text_width(cell);
  gsize gap = width > used ? width - used : 0;
  append_blanks(line, is_number ? gap : 0);
  g_string_append(line, cell);
  append_blanks(line, (is_number ? 0 : gap) + GUTTER);
}

static void print_cells(const TableState *state, const char *const *cells) {
  GString *line = g_string_new(NULL);
  for (guint i = 0; i < state->column_count; i++)
    if (state->shown[i])
      append_cell(line, cells[i], state->column_width[i],
                  refnet_column_is_number(&state->columns[i]));
  g_autofree char *text = g_string_free(line, FALSE);
  refnet_output_printf(state->output, "%s\n", g_strchomp(text));
}

/* A blank line parts what is said of a row from the next row. */
static void print_row(TableState *state, const char *const *cells) {
  if (state->after_prose)
    refnet_output_puts(state->output, "\n");
  if (state->has_cells)
    print_cells(state, cells);
  state->after_prose = FALSE;
  for (guint i = 0; i < state->column_count; i++)
    if ((state->columns[i].flags & REFNET_COLUMN_PROSE) && *cells[i]) {
      put_wrapped(state, cells[i], state->has_cells ? PROSE_INDENT : 0, 0);
      state->after_prose = TRUE;
    }
}

static void print_header(const TableState *state) {
  g_autofree const char **headings = g_new0(const char *, state->column_count + 1);
  for (guint i = 0; i < state->column_count; i++)
    headings[i] = state->columns[i].heading;
  print_cells(state, headings);
}

/* ---- widths ---------------------------------------------------------------------------------- */

static gboolean is_last(const TableState *state, guint column) {
  while (++column < state->column_count)
    if (state->shown[column])
      return FALSE;
  return TRUE;
}

static gsize measure_column(const TableState *state, guint column) {
  gsize heading = refnet_text_width(state->columns[column].heading), widest = 0;
  for (guint row = 0; row < state->rows->len; row++) {
    char **cells = g_ptr_array_index(state->rows, row);
    widest = MAX(widest, refnet_text_width(cells[column]));
  }
  if (!refnet_column_is_number(&state->columns[column]))
    widest = MIN(widest, is_last(state, column) ? state->width : WIDEST_TEXT);
  return MAX(heading, widest);
}

/* The widest text column that may still give way; the number of columns when there is none. */
static guint widest_text(const TableState *state) {
  guint widest = state->column_count;
  for (guint i = 0; i < state->column_count; i++) {
    const RefnetColumn *column = &state->columns[i];
    gsize least = MAX(NARROWEST_TEXT, refnet_text_width(column->heading));
    if (state->shown[i] && !refnet_column_is_number(column) && state->column_width[i] > least &&
        (widest == state->column_count || state->column_width[i] > state->column_width[widest]))
      widest = i;
  }
  return widest;
}

/* Numbers stay whole, so a narrow page may still be too narrow. */
static void fit_page(TableState *state, gsize total) {
  while (total > state->width) {
    guint column = widest_text(state);
    if (column == state->column_count)
      return;
    state->column_width[column]--;
    total--;
  }
}

static void measure(TableState *state) {
  gsize total = 0;
  for (guint i = 0; i < state->column_count; i++) {
    if (!state->shown[i])
      continue;
    state->column_width[i] = measure_column(state, i);
    total += state->column_width[i] + (total > 0 ? GUTTER : 0);
  }
  fit_page(state, total);
}

static void print_measured_rows(TableState *state) {
  measure(state);
  if (state->rows->len > 0)
    begin_part(state, PART);
  if (state->rows->len > 0 && state->has_cells)
    print_header(state);
  for (guint row = 0; row < state->rows->len; row++)
    print_row(state, g_ptr_array_index(state->rows, row));
  g_clear_pointer(&state->rows, g_ptr_array_unref);
}

static void write_row(gpointer data, const RefnetValue *values) {
  TableState *state = data;
  char **cells = row_texts(state, values);
  if (state->rows) {
    g_ptr_array_add(state->rows, cells);
    if (state->rows->len == ROWS_MEASURED)
      print_measured_rows(state);
    return;
  }
  print_row(state, (const char *const *)cells);
  g_strfreev(cells);
}

/* What nobody knows of any row says nothing. The first column stays, for the rows' sake. */
static void hide_unknown(TableState *state) {
  gboolean is_first = TRUE;
  for (guint i = 0; i < state->column_count; i++) {
    gboolean is_known = !state->shown[i] || is_first;
    is_first = is_first && !state->shown[i];
    for (guint row = 0; row < state->rows->len && !is_known; row++) {
      const char *const *cells = g_ptr_array_index(state->rows, row);
      is_known = *cells[i] && !g_str_equal(cells[i], "n/a");
    }
    state->shown[i] = state->shown[i] && is_known;
  }
}

static void end_list(gpointer data) {
  TableState *state = data;
  if (state->rows) {
    hide_unknown(state);
    print_measured_rows(state);
  }
  g_clear_pointer(&state->column_width, g_free);
  g_clear_pointer(&state->shown, g_free);
}

static gboolean close_document(gpointer state, GError **error) {
  (void)error;
  g_free(state);
  return TRUE;
}

const RefnetFormatWriter refnet_write_table = {
    .open = open_document,
    .text = write_text,
    .heading = write_heading,
    .fields = write_fields,
    .list_begin = begin_list,
    .row = write_row,
    .list_end = end_list,
    .close = close_document,
};
