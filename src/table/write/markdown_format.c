/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The Markdown format, in GitHub's dialect: pipe tables for figures; where rows carry a sentence, a
 * numbered list, since a sentence reads badly in a cell. */
#include "table/write/format.h"

#include <string.h>

#include "table/write/markdown.h"
#include "table/write/row_words.h"

typedef struct {
  RefnetOutput *output;
  const RefnetColumn *columns;
  gboolean has_prose; /* of the open list */
  gboolean anything_written;
  guint64 row;
} MarkdownState;

static gpointer open_document(RefnetOutput *output, gsize width) {
  MarkdownState *state = g_new0(MarkdownState, 1);
  (void)width;
  state->output = output;
  return state;
}

static void blank_line(MarkdownState *state) {
  if (state->anything_written)
    refnet_output_puts(state->output, "\n");
  state->anything_written = TRUE;
}

/* ---- escaping -------------------------------------------------------------------------------- */

/* A line that begins like this begins a list, a rule or a heading. */
static gboolean opens_block(const char *line) {
  const char *after = line + strspn(line, "0123456789");
  gboolean is_numbered = after > line && (*after == '.' || *after == ')');
  return *line == '-' || *line == '+' || *line == '=' ||
         (is_numbered && (after[1] == ' ' || after[1] == '\0'));
}

static void append_escaped(GString *escaped, const char *text, const char *at) {
  static const char *const entities[] = {['<'] = "&lt;", ['>'] = "&gt;", ['&'] = "&amp;"};
  gboolean is_entity = (guchar)*at < G_N_ELEMENTS(entities) && entities[(guchar)*at];
  gboolean is_address = g_str_has_prefix(at, "://") ||
                        (*at == '.' && at >= text + 3 && !g_ascii_strncasecmp(at - 3, "www", 3));
  if (is_entity)
    g_string_append(escaped, entities[(guchar)*at]);
  else if (is_address || strchr("\\`*_[]|~$", *at))
    g_string_append_printf(escaped, "\\%c", *at);
  else
    g_string_append_c(escaped, *at);
  /* GitHub makes links of addresses, of @names and of #numbers, escaped or not. */
  if (*at == '@' || *at == '#')
    g_string_append(escaped, "<!-- -->");
}

char *refnet_markdown_escape(const char *text) {
  g_autofree char *shown = refnet_text_display(text, 0);
  g_strstrip(shown);
  GString *escaped = g_string_new(NULL);
  const char *at = shown;
  if (opens_block(shown)) {
    for (; g_ascii_isdigit(*at); at++)
      g_string_append_c(escaped, *at);
    g_string_append_c(escaped, '\\');
  }
  for (; *at; at++)
    append_escaped(escaped, shown, at);
  return g_string_free(escaped, FALSE);
}

static char *cell_text(const RefnetColumn *column, const RefnetValue *value) {
  g_autofree char *text = refnet_value_for_people(column, value);
  return refnet_column_is_number(column) ? g_steal_pointer(&text) : refnet_markdown_escape(text);
}

/* ---- words and fields ------------------------------------------------------------------------ */

static void write_text(gpointer data, const char *text) {
  MarkdownState *state = data;
  g_autofree char *escaped = refnet_markdown_escape(text);
  blank_line(state);
  refnet_output_printf(state->output, "%s\n", escaped);
}

static void write_heading(gpointer data, const char *text) {
  MarkdownState *state = data;
  g_autofree char *escaped = refnet_markdown_escape(text);
  blank_line(state);
  refnet_output_printf(state->output, "## %s\n", escaped);
}

static gboolean are_numbers(const RefnetColumn *columns) {
  for (; columns->key; columns++)
    if (refnet_column_is_visible(columns) && !refnet_column_is_number(columns))
      return FALSE;
  return TRUE;
}

static void write_fields(gpointer data, const RefnetColumn *columns, const RefnetValue *values) {
  MarkdownState *state = data;
  if (!refnet_columns_are_visible(columns))
    return;
  blank_line(state);
  refnet_output_printf(state->output, "| | |\n|---|%s|\n", are_numbers(columns) ? "---:" : "---");
  for (guint i = 0; columns[i].key; i++) {
    if (!refnet_column_is_visible(&columns[i]))
      continue;
    g_autofree char *value = refnet_field_for_people(&columns[i], &values[i]);
    g_autofree char *text =
        refnet_column_is_number(&columns[i]) ? g_strdup(value) : refnet_markdown_escape(value);
    refnet_output_printf(state->output, "| %s | %s |\n", columns[i].heading, text);
  }
}

/* ---- lists ----------------------------------------------------------------------------------- */

static void begin_list(gpointer data, const char *key, const RefnetColumn *columns) {
  MarkdownState *state = data;
  (void)key;
  state->columns = columns;
  state->row = 0;
  state->has_prose = refnet_columns_have_prose(columns);
}

static void write_table_header(const MarkdownState *state) {
  for (const RefnetColumn *column = state->columns; column->key; column++)
    if (refnet_column_is_visible(column))
      refnet_output_printf(state->output, "| %s ", column->heading);
  refnet_output_puts(state->output, "|\n");
  for (const RefnetColumn *column = state->columns; column->key; column++)
    if (refnet_column_is_visible(column))
      refnet_output_puts(state->output, refnet_column_is_number(column) ? "|---:" : "|---");
  refnet_output_puts(state->output, "|\n");
}

static void write_table_row(const MarkdownState *state, const RefnetValue *values) {
  for (guint i = 0; state->columns[i].key; i++) {
    if (!refnet_column_is_visible(&state->columns[i]))
      continue;
    g_autofree char *text = cell_text(&state->columns[i], &values[i]);
    refnet_output_printf(state->output, "| %s ", text);
  }
  refnet_output_puts(state->output, "|\n");
}

/* The line before the sentences: "**name** (figures)". */
static gboolean write_row_title(const MarkdownState *state, const RefnetValue *values) {
  g_autofree char *plain_name = refnet_row_name(state->columns, values);
  g_autofree char *plain_figures = refnet_row_figures(state->columns, values);
  g_autofree char *name = refnet_markdown_escape(plain_name);
  g_autofree char *figures = refnet_markdown_escape(plain_figures);
  if (*name)
    refnet_output_printf(state->output, "**%s**", name);
  if (*figures)
    refnet_output_printf(state->output, "%s%s%s", *name ? " (" : "", figures, *name ? ")" : "");
  return *name || *figures;
}

static void write_sentences(const MarkdownState *state, const RefnetValue *values) {
  g_autofree char *number = g_strdup_printf("%" G_GUINT64_FORMAT ". ", state->row);
  refnet_output_puts(state->output, number);
  gboolean needs_break = write_row_title(state, values);
  for (guint i = 0; state->columns[i].key; i++) {
    if (!(state->columns[i].flags & REFNET_COLUMN_PROSE))
      continue;
    g_autofree char *text = cell_text(&state->columns[i], &values[i]);
    if (*text && needs_break)
      refnet_output_printf(state->output, "\\\n%*s", (int)strlen(number), "");
    refnet_output_puts(state->output, text);
    needs_break |= *text != '\0';
  }
  refnet_output_puts(state->output, "\n");
}

static void write_row(gpointer data, const RefnetValue *values) {
  MarkdownState *state = data;
  if (state->row++ == 0) {
    blank_line(state);
    if (!state->has_prose)
      write_table_header(state);
  }
  if (state->has_prose)
    write_sentences(state, values);
  else
    write_table_row(state, values);
}

static void end_list(gpointer data) {
  (void)data;
}

static gboolean close_document(gpointer state, GError **error) {
  (void)error;
  g_free(state);
  return TRUE;
}

const RefnetFormatWriter refnet_write_markdown = {
    .open = open_document,
    .text = write_text,
    .heading = write_heading,
    .fields = write_fields,
    .list_begin = begin_list,
    .row = write_row,
    .list_end = end_list,
    .close = close_document,
};
