/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The rules by which a parsed row is kept, rejected or passed over. */
#include "table/read/rows.h"

#include <string.h>

#include "table/read/plain.h"

#define SAVE_AS_UTF8 "save the file as CSV UTF-8"

typedef struct {
  guint64 cells; /* how many, in rows that were handed on */
  RefnetDiagnostic first;
} Tally;

/* A column whose header is blank: its cells are left out. */
typedef struct {
  guint column; /* from 0 */
  guint64 cells;
} Unnamed;

struct RefnetRows {
  RefnetRowsSetup setup;
  guint64 line, record;
  GStrv names;     /* the header's cells, `width` of them; NULL: not yet read */
  guint width;     /* columns of the header as written */
  guint named;     /* … without the blank ones at its end */
  gboolean *lists; /* by column: its cells list things; NULL: none does */
  guint64 header_line, header_record;
  GArray *unnamed; /* Unnamed */
  Tally decoded;
};

RefnetRows *refnet_rows_new(const RefnetRowsSetup *setup) {
  RefnetRows *rows = g_new0(RefnetRows, 1);
  rows->setup = *setup;
  rows->unnamed = g_array_new(FALSE, FALSE, sizeof(Unnamed));
  if (setup->headerless)
    rows->names = g_new0(char *, 1);
  return rows;
}

void refnet_rows_free(RefnetRows *rows) {
  if (rows == NULL)
    return;
  g_array_unref(rows->unnamed);
  g_strfreev(rows->names);
  g_free(rows->lists);
  g_free(rows);
}

void refnet_rows_begin(RefnetRows *rows, guint64 line) {
  rows->line = line;
  rows->record++;
}

guint64 refnet_rows_line(const RefnetRows *rows) {
  return rows->line;
}

gboolean refnet_rows_have_header(const RefnetRows *rows) {
  return rows->names != NULL;
}

/* ---- Saying so ------------------------------------------------------------------------------- */

static const char *column_name(const RefnetRows *rows, guint column) {
  const gboolean named = rows->names != NULL && column > 0 && column <= rows->width;
  return named && *rows->names[column - 1] != '\0' ? rows->names[column - 1] : NULL;
}

char *refnet_rows_describe_column(const RefnetRows *rows, guint column) {
  const char *const name = column_name(rows, column);
  if (name == NULL)
    return g_strdup_printf("column %u", column);
  return g_strdup_printf("column %u (\"%s\")", column, name);
}

static RefnetDiagnostic at(const RefnetRows *rows, const char *kind, RefnetSeverity severity,
                           guint column) {
  return (RefnetDiagnostic){.kind = kind,
                            .severity = severity,
                            .file = rows->setup.label,
                            .line = rows->line,
                            .record = rows->record == rows->line ? 0 : rows->record,
                            .column = column,
                            .field = column_name(rows, column),
                            .in_sheet = rows->setup.is_grid,
                            .contact = REFNET_NONE};
}

/* ---- Passing on ------------------------------------------------------------------------------ */

static gboolean pass_on(RefnetRows *rows) {
  const RefnetSource *source = rows->setup.source;
  return refnet_relay_pass(rows->setup.relay, source != NULL ? refnet_source_done(source) : 0);
}

/* A batch with room for a row of so many bytes and what is to be said about it. */
static RefnetBatch *find_room(RefnetRows *rows, gsize bytes, GError **error) {
  if (refnet_batch_is_full(refnet_relay_batch(rows->setup.relay), bytes) && !pass_on(rows))
    return NULL;
  RefnetBatch *batch = refnet_relay_batch(rows->setup.relay);
  if (refnet_batch_reserve(batch, bytes))
    return batch;
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INTERNAL,
              "no memory for the row at line %" G_GUINT64_FORMAT, rows->line);
  return NULL;
}

/* `message` is taken over. */
static RefnetItem *add_told(RefnetBatch *batch, RefnetItemKind kind, const RefnetDiagnostic *where,
                            const char *fix, char *message) {
  RefnetItem *item = refnet_batch_add(batch, kind);
  item->diagnostic = g_memdup2(where, sizeof *where);
  item->diagnostic->fix = (char *)fix;
  item->diagnostic->message = message;
  return item;
}

static gboolean remark(RefnetRows *rows, const RefnetDiagnostic *where, const char *fix,
                       char *message, GError **error) {
  RefnetBatch *batch = find_room(rows, 0, error);
  if (batch != NULL)
    add_told(batch, REFNET_ITEM_REMARK, where, fix, message);
  else
    g_free(message);
  return batch != NULL;
}

gboolean refnet_rows_remark(RefnetRows *rows, const char *kind, RefnetSeverity severity,
                            const char *fix, char *message, GError **error) {
  const RefnetDiagnostic where = {.kind = kind,
                                  .severity = severity,
                                  .file = rows->setup.label,
                                  .in_sheet = rows->setup.is_grid,
                                  .contact = REFNET_NONE};
  return remark(rows, &where, fix, message, error);
}

/* ---- Rejecting ------------------------------------------------------------------------------- */

static void keep_first_line(const RefnetRows *rows, RefnetItem *item) {
  const char *text = "";
  if (rows->setup.lines != NULL)
    text = refnet_lines_first(rows->setup.lines, &item->length);
  if (text != NULL)
    item->text = g_strndup(text, item->length);
}

gboolean refnet_rows_reject(RefnetRows *rows, const char *kind, guint column, const char *fix,
                            char *message, GError **error) {
  if (rows->names == NULL) {
    const RefnetDiagnostic header = at(rows, kind, REFNET_SEVERITY_ERROR, 0);
    g_autofree char *location = refnet_diagnostic_location(&header);
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                "%s: the header row cannot be read: %s; %s", location, message, fix);
    g_free(message);
    return FALSE;
  }
  RefnetBatch *batch = find_room(rows, 0, error);
  if (batch == NULL) {
    g_free(message);
    return FALSE;
  }
  const RefnetDiagnostic where = at(rows, kind, REFNET_SEVERITY_ERROR, column);
  RefnetItem *item = add_told(batch, REFNET_ITEM_REJECTED, &where, fix, message);
  item->row = (RefnetRow){.line = rows->line, .record = rows->record};
  if (rows->setup.keep_rejected)
    keep_first_line(rows, item);
  return TRUE;
}

/* ---- Structure ------------------------------------------------------------------------------- */

static gboolean is_blank_row(const char *const *texts, guint length) {
  for (guint i = 0; i < length; i++)
    if (*texts[i] != '\0')
      return FALSE;
  return TRUE;
}

static gboolean reject_too_many(RefnetRows *rows, guint cells, GError **error) {
  return refnet_rows_reject(rows, "too-many-cells", 0, "remove the delimiters that are too many",
                            g_strdup_printf("the row has %u cells, more than the %d refnet reads",
                                            cells, REFNET_CELLS_MAX),
                            error);
}

static gboolean reject_large(RefnetRows *rows, guint cell, GError **error) {
  g_autofree char *column = refnet_rows_describe_column(rows, cell + 1);
  return refnet_rows_reject(rows, "cell-too-large", cell + 1,
                            "shorten the text, or look for a quote that is not closed",
                            g_strdup_printf("the cell in %s is larger than 1 MiB", column), error);
}

static gboolean reject_nul(RefnetRows *rows, guint cell, GError **error) {
  g_autofree char *column = refnet_rows_describe_column(rows, cell + 1);
  return refnet_rows_reject(
      rows, "nul-byte", cell + 1, "retype the cell, or save the file again as CSV UTF-8",
      g_strdup_printf("the cell in %s has a NUL byte, which no text has", column), error);
}

static gboolean reject_long(RefnetRows *rows, guint cells, guint surplus, GError **error) {
  return refnet_rows_reject(
      rows, "long-row", surplus + 1, "put cells that hold the delimiter in quotes",
      g_strdup_printf("the row has %u cells, but the header has %u", cells, rows->width), error);
}

/* The first cell beyond the header that is not blank; `length` or more: none. */
static guint find_surplus(const RefnetRows *rows, const char *const *texts, guint length) {
  guint i = rows->width;
  while (i < length && *texts[i] == '\0')
    i++;
  return i;
}

/* ---- Header ---------------------------------------------------------------------------------- */

static void keep_names(RefnetRows *rows, const char *const *texts, guint length) {
  rows->width = MAX(length, MIN(rows->setup.grid_width, REFNET_CELLS_MAX));
  rows->names = g_new0(char *, rows->width + 1);
  for (guint i = 0; i < rows->width; i++) {
    rows->names[i] = g_strdup(i < length ? texts[i] : "");
    if (*rows->names[i] != '\0')
      rows->named = i + 1;
    else
      g_array_append_vals(rows->unnamed, &(Unnamed){i, 0}, 1);
  }
  if (rows->setup.is_list != NULL) {
    rows->lists = g_new0(gboolean, rows->width + 1);
    for (guint i = 0; i < rows->width; i++)
      rows->lists[i] = rows->setup.is_list(rows->names[i], rows->setup.is_list_data);
  }
  rows->header_line = rows->line;
  rows->header_record = rows->record;
}

/* What was put at the end of the batch becomes a row. */
static void commit(const RefnetRows *rows, RefnetBatch *batch, RefnetItemKind kind, guint cells,
                   guint fields) {
  RefnetItem *item = refnet_batch_add(batch, kind);
  item->row = (RefnetRow){.cells = batch->cells + batch->cell_count,
                          .fields = fields,
                          .line = rows->line,
                          .record = rows->record};
  batch->cell_count += MAX(cells, fields);
}

/* The header has to be known to whoever takes the rows after it. */
static gboolean take_header(RefnetRows *rows, RefnetBatch *batch, guint length) {
  keep_names(rows, batch->cells + batch->cell_count, length);
  commit(rows, batch, REFNET_ITEM_HEADER, length, rows->named);
  return pass_on(rows);
}

/* ---- Rows ------------------------------------------------------------------------------------ */

static void leave_out_unnamed(RefnetRows *rows, const char **texts, guint length) {
  for (guint i = 0; i < rows->unnamed->len; i++) {
    Unnamed *column = &g_array_index(rows->unnamed, Unnamed, i);
    if (column->column >= length)
      break;
    if (*texts[column->column] == '\0')
      continue;
    column->cells++;
    texts[column->column] = "";
  }
}

static void complete_short_row(RefnetRows *rows, RefnetBatch *batch, const char **texts,
                               guint length) {
  const RefnetDiagnostic where = at(rows, "short-row", REFNET_SEVERITY_WARNING, length + 1);
  if (!rows->setup.is_grid)
    add_told(batch, REFNET_ITEM_REMARK, &where,
             "look whether a delimiter is missing or the row was cut off",
             g_strdup_printf("the row has %u of %u cells; the rest is taken as blank", length,
                             rows->named));
  for (guint i = length; i < rows->named; i++)
    texts[i] = "";
}

/* The row whose `length` cells are at the end of the batch, `bytes` of text with them. */
static gboolean take_cells(RefnetRows *rows, RefnetBatch *batch, guint length, gsize bytes,
                           GError **error) {
  const char **texts = batch->cells + batch->cell_count;
  if (is_blank_row(texts, length))
    return TRUE;
  const gboolean is_header = rows->names == NULL;
  if (is_header && rows->line < rows->setup.header_line)
    return TRUE;
  const guint surplus =
      is_header || rows->setup.headerless ? length : find_surplus(rows, texts, length);
  if (surplus < length)
    return reject_long(rows, length, surplus, error);
  batch->used += bytes;
  if (is_header)
    return take_header(rows, batch, length);
  if (rows->setup.headerless) {
    commit(rows, batch, REFNET_ITEM_ROW, length, length);
    return TRUE;
  }
  if (rows->unnamed->len > 0)
    leave_out_unnamed(rows, texts, length);
  if (length < rows->named)
    complete_short_row(rows, batch, texts, length);
  commit(rows, batch, REFNET_ITEM_ROW, length, rows->named);
  return TRUE;
}

gboolean refnet_rows_take_plain(RefnetRows *rows, const RefnetLine *line, char delimiter,
                                gboolean *taken, GError **error) {
  *taken = FALSE;
  if (line->length > REFNET_CELL_BYTES_MAX)
    return TRUE;
  RefnetBatch *batch = find_room(rows, line->length, error);
  if (batch == NULL)
    return FALSE;
  const guint length =
      refnet_plain_split(line->text, line->length, delimiter, batch->text + batch->used,
                         batch->cells + batch->cell_count);
  *taken = length > 0;
  return length == 0 || take_cells(rows, batch, length, line->length + 1, error);
}

static void note_decoded(RefnetRows *rows, const RefnetRawRow *cells) {
  guint first;
  const guint decoded = refnet_raw_row_decoded(cells, &first);
  if (decoded > 0 && rows->decoded.cells == 0)
    rows->decoded.first = at(rows, "windows-1252", REFNET_SEVERITY_WARNING, first + 1);
  rows->decoded.cells += decoded;
}

/* Puts the cells at the end of a batch. */
static RefnetBatch *copy_cells(RefnetRows *rows, const char *const *texts, guint length,
                               gsize *bytes, GError **error) {
  *bytes = 0;
  for (guint i = 0; i < length; i++)
    *bytes += strlen(texts[i]) + 1;
  RefnetBatch *batch = find_room(rows, *bytes, error);
  char *to = batch != NULL ? batch->text + batch->used : NULL;
  for (guint i = 0; batch != NULL && i < length; i++) {
    const gsize size = strlen(texts[i]) + 1;
    batch->cells[batch->cell_count + i] = memcpy(to, texts[i], size);
    to += size;
  }
  return batch;
}

gboolean refnet_rows_take(RefnetRows *rows, RefnetRawRow *cells, GError **error) {
  const guint length = refnet_raw_row_count(cells);
  if (length > REFNET_CELLS_MAX)
    return reject_too_many(rows, length, error);
  const guint large = refnet_raw_row_find_longer(cells, REFNET_CELL_BYTES_MAX);
  if (large < length)
    return reject_large(rows, large, error);
  const char **texts =
      refnet_raw_row_clean(cells, rows->lists, rows->width, rows->setup.keeps_lines);
  const guint nul = refnet_raw_row_with_nul(cells);
  if (nul < length)
    return reject_nul(rows, nul, error);
  if (!is_blank_row(texts, length))
    note_decoded(rows, cells);
  gsize bytes;
  RefnetBatch *batch = copy_cells(rows, texts, length, &bytes, error);
  return batch != NULL && take_cells(rows, batch, length, bytes, error);
}

/* ---- The end --------------------------------------------------------------------------------- */

static gboolean remark_decoded(RefnetRows *rows, GError **error) {
  const Tally *decoded = &rows->decoded;
  if (decoded->cells == 0)
    return TRUE;
  if (decoded->cells == 1)
    return remark(rows, &decoded->first, SAVE_AS_UTF8,
                  g_strdup("a cell is not UTF-8 and was read as Windows-1252"), error);
  return remark(rows, &decoded->first, SAVE_AS_UTF8,
                g_strdup_printf("%" G_GUINT64_FORMAT " cells are not UTF-8 and were read as "
                                "Windows-1252, this one first",
                                decoded->cells),
                error);
}

static gboolean remark_unnamed(RefnetRows *rows, const Unnamed *column, GError **error) {
  if (column->cells == 0)
    return TRUE;
  const RefnetDiagnostic where = {
      .kind = "column-without-header",
      .severity = REFNET_SEVERITY_WARNING,
      .file = rows->setup.label,
      .line = rows->header_line,
      .record = rows->header_record == rows->header_line ? 0 : rows->header_record,
      .column = column->column + 1,
      .in_sheet = rows->setup.is_grid,
      .contact = REFNET_NONE};
  return remark(
      rows, &where, "name the column in the header, or empty it",
      g_strdup_printf("column %u has no header; %" G_GUINT64_FORMAT " %s below it %s left out",
                      column->column + 1, column->cells, column->cells == 1 ? "cell" : "cells",
                      column->cells == 1 ? "is" : "are"),
      error);
}

gboolean refnet_rows_finish(RefnetRows *rows, GError **error) {
  if (rows->names == NULL) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                "%s is empty: put the names of the columns in its first line and a row for each "
                "record below",
                rows->setup.label);
    return FALSE;
  }
  gboolean ok = remark_decoded(rows, error);
  for (guint i = 0; ok && i < rows->unnamed->len; i++)
    ok = remark_unnamed(rows, &g_array_index(rows->unnamed, Unnamed, i), error);
  return ok;
}
