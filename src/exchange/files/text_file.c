/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/files/text_file.h"

#include "table/encoding.h"
#include "table/read/grid.h"

#include <string.h>

enum { HEAD_BYTES = 8192 };

struct RefnetTextFile {
  char *label;
  RefnetPacked *packed; /* NULL: it isn't */
  RefnetSource *source;
  RefnetLines *lines;
  char *line;
};

static RefnetSource *open_source(const char *path, const char *label, RefnetPacked **packed,
                                 GError **error) {
  if (!refnet_packed_is(path))
    return refnet_source_open(path, label, error);
  *packed = refnet_packed_open(path, label, error);
  return *packed != NULL ? refnet_source_from_stream(refnet_packed_read, *packed, label, error)
                         : NULL;
}

RefnetTextFile *refnet_text_file_open(const char *path, const char *label, GError **error) {
  g_autoptr(RefnetTextFile) file = g_new0(RefnetTextFile, 1);
  file->label = g_strdup(label);
  file->source = open_source(path, label, &file->packed, error);
  if (file->source == NULL)
    return NULL;
  file->lines = refnet_lines_new(file->source);
  return g_steal_pointer(&file);
}

void refnet_text_file_free(RefnetTextFile *file) {
  if (file == NULL)
    return;
  g_clear_pointer(&file->lines, refnet_lines_free);
  refnet_source_free(file->source);
  refnet_packed_free(file->packed);
  g_free(file->line);
  g_free(file->label);
  g_free(file);
}

static char *clean(const RefnetLine *line) {
  g_autofree char *text = g_utf8_validate(line->text, (gssize)line->length, NULL)
                              ? g_strndup(line->text, line->length)
                              : refnet_windows_1252_decode(line->text, line->length);
  return refnet_text_clean(text);
}

const char *refnet_text_file_line(RefnetTextFile *file, guint64 *number, GError **error) {
  RefnetLine line;
  refnet_lines_begin_row(file->lines);
  switch (refnet_lines_next(file->lines, &line, error)) {
  case REFNET_LINES_LINE:
    break;
  case REFNET_LINES_TOO_LARGE:
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                "%s: line %" G_GUINT64_FORMAT
                " is larger than 16 MiB; look whether it is the file that you mean",
                file->label, refnet_lines_number(file->lines));
    return NULL;
  case REFNET_LINES_END:
  case REFNET_LINES_FAILED:
    return NULL;
  }
  g_free(file->line);
  file->line = clean(&line);
  *number = line.number;
  return file->line;
}

char *refnet_text_file_head(const char *path) {
  RefnetPacked *packed = NULL;
  char *head = g_malloc0(HEAD_BYTES + 1);
  gsize length = 0;
  if (!g_file_test(path, G_FILE_TEST_IS_REGULAR))
    return head;
  RefnetSource *source = open_source(path, "", &packed, NULL);
  while (source != NULL && length + 64 <= HEAD_BYTES) {
    gssize got = refnet_source_read(source, head + length, HEAD_BYTES - length, NULL);
    if (got <= 0)
      break;
    length += (gsize)got;
  }
  refnet_source_free(source);
  refnet_packed_free(packed);
  return head;
}

static void append_quoted(GString *head, const char *text) {
  g_string_append_c(head, '"');
  for (; *text != '\0'; text++) {
    if (*text == '"')
      g_string_append_c(head, '"');
    g_string_append_c(head, strchr("\r\n", *text) != NULL ? ' ' : *text);
  }
  g_string_append_c(head, '"');
}

/* Blank cells stand before, and behind up to the width. */
static void append_row(GString *head, const RefnetFilledCell *first, const RefnetFilledCell *end,
                       guint32 width) {
  guint32 column = 1;
  for (const RefnetFilledCell *cell = first; cell < end; cell++) {
    for (; column < cell->column; column++)
      g_string_append_c(head, ',');
    if (strpbrk(cell->text, "\",;\t\r\n") != NULL)
      append_quoted(head, cell->text);
    else
      g_string_append(head, cell->text);
  }
  for (; column < width; column++)
    g_string_append_c(head, ',');
}

char *refnet_text_head_of_cells(RefnetCellGrid *cells) {
  gsize length;
  const RefnetFilledCell *cell = refnet_cell_grid_cells(cells, &length), *end = cell + length;
  const guint32 width = refnet_cell_grid_width(cells);
  GString *head = g_string_new(NULL);
  for (guint32 row = 1; cell < end && head->len < HEAD_BYTES; row++) {
    const RefnetFilledCell *first = cell;
    while (cell < end && cell->row == row)
      cell++;
    if (cell > first)
      append_row(head, first, cell, width);
    g_string_append_c(head, '\n');
  }
  return g_string_free(head, FALSE);
}

char *refnet_text_file_first_line(const char *head) {
  g_auto(GStrv) lines = g_strsplit_set(head, "\r\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++) {
    const char *line = g_strchug(lines[i]);
    if (*line != '\0' && *line != '#' && *line != '%' && !g_str_has_prefix(line, "sep="))
      return g_strdup(line);
  }
  return g_strdup("");
}

/* ---- rows of a beginning --------------------------------------------------------------------- */

typedef struct {
  const char *left;
  guint most;
  GPtrArray *rows;
} Head;

static gssize read_head(gpointer stream, void *buffer, gsize capacity, GError **error) {
  Head *head = stream;
  const gsize length = MIN(capacity, strlen(head->left));
  (void)error;
  memcpy(buffer, head->left, length);
  head->left += length;
  return (gssize)length;
}

static RefnetRowFate take_head_row(const RefnetRow *row, gpointer data) {
  Head *head = data;
  if (head->rows->len >= head->most)
    return REFNET_ROW_REJECTED;
  char **cells = g_new0(char *, row->fields + 1);
  for (guint c = 0; c < row->fields; c++)
    cells[c] = g_strdup(row->cells[c]);
  g_ptr_array_add(head->rows, cells);
  return REFNET_ROW_KEPT;
}

GPtrArray *refnet_text_file_head_rows(const char *text, guint most) {
  Head head = {text, most, g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev)};
  const RefnetTableOptions options = {.label = "", .threads = 1};
  const RefnetRowHandler handler = {.row = take_head_row, .data = &head};
  g_autoptr(RefnetDiagnostics) unheard = refnet_diagnostics_new();
  RefnetRowCount count;
  refnet_table_read_stream(read_head, &head, &options, &handler, &count, unheard, NULL);
  return head.rows;
}

/* The quote that ends the text: a separator stands behind it and no backslash before, for names may
 * have quotes in them; else the first. NULL: there is none. */
static const char *closing_quote(const char *text, char quote, const char *separators) {
  for (const char *end = strchr(text, quote); end != NULL; end = strchr(end + 1, quote))
    if ((end[1] == '\0' || strchr(separators, end[1]) != NULL) && (end == text || end[-1] != '\\'))
      return end;
  return strchr(text, quote);
}

static char *without_backslashes(const char *text, gsize length) {
  GString *plain = g_string_new_len(text, (gssize)length);
  g_string_replace(plain, "\\\"", "\"", 0);
  return g_string_free(plain, FALSE);
}

char **refnet_text_tokens(const char *line, const char *separators) {
  GPtrArray *tokens = g_ptr_array_new();
  g_autofree char *between = g_strconcat(separators, " \t", NULL);
  while (*(line += strspn(line, between)) != '\0') {
    char quote = *line == '"' || *line == '\'' ? *line : '\0';
    const char *end = quote != '\0' ? closing_quote(line + 1, quote, between) : NULL;
    if (end == NULL) {
      gsize length = strcspn(line, separators);
      g_ptr_array_add(tokens, g_strchomp(g_strndup(line, length)));
      line += length;
    } else {
      g_ptr_array_add(tokens, without_backslashes(line + 1, (gsize)(end - line - 1)));
      line = end + 1;
    }
  }
  g_ptr_array_add(tokens, NULL);
  return (char **)g_ptr_array_free(tokens, FALSE);
}
