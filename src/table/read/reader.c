/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reading a table: each physical line goes through libcsv, a broken row is rejected, and reading
 * resumes at the line after the one where that row began. */
#include "table/read/reader.h"

#include <csv.h>

#include "table/dialect.h"
#include "table/read/grid.h"
#include "table/read/quotes.h"
#include "table/read/rows.h"

typedef struct {
  RefnetSource *source;
  RefnetLines *lines;
  RefnetRows *rows;
  RefnetRawRow *cells; /* of the row being read */
  RefnetQuotes quotes;
  struct csv_parser parser;
  gboolean headerless;
  char given;         /* delimiter that the caller or a sep= line says; 0: none */
  char delimiter;     /* 0: no row was begun yet */
  gboolean told;      /* something tells the delimiter */
  gboolean row_open;  /* the last line taken ended inside a quoted cell */
  gboolean row_ended; /* libcsv delivered the end of the row */
  gsize row_bytes;    /* fed since the row began */
} Reader;

/* ---- libcsv ---------------------------------------------------------------------------------- */

static void on_cell(void *text, size_t length, void *data) {
  Reader *reader = data;
  refnet_raw_row_add(reader->cells, text, length);
}

static void on_row_end(int end, void *data) {
  (void)end;
  Reader *reader = data;
  reader->row_ended = TRUE;
}

/* Rows are bounded by RefnetLines, cells by their rows: libcsv's buffer needs no cap of its own. */
static void start_parser(Reader *reader) {
  csv_init(&reader->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
  csv_set_delim(&reader->parser, (unsigned char)reader->delimiter);
}

/* After an error libcsv takes nothing more, and its csv_fini would deliver a junk row. */
static void restart_parser(Reader *reader) {
  csv_free(&reader->parser);
  start_parser(reader);
}

/* FALSE: libcsv stopped inside the line. The last line of a file may lack its end. libcsv lets its
 * buffer grow by a fixed step; a step as large as the row keeps the copying linear. */
static gboolean parse(Reader *reader, const RefnetLine *line) {
  const gsize bytes = line->length + line->end_length;
  csv_set_blk_size(&reader->parser, MAX(reader->row_bytes, 4096));
  if (csv_parse(&reader->parser, line->text, bytes, on_cell, on_row_end, reader) != bytes)
    return FALSE;
  if (line->end_length == 0)
    csv_fini(&reader->parser, on_cell, on_row_end, reader);
  return TRUE;
}

/* ---- Rejecting ------------------------------------------------------------------------------- */

static void resume(Reader *reader) {
  restart_parser(reader);
  refnet_lines_resume(reader->lines);
  reader->row_open = FALSE;
}

/* Rejects the row for the quote of its open cell. */
static gboolean reject_quote(Reader *reader, const char *kind, const char *trouble,
                             GError **error) {
  const RefnetQuotes *quotes = &reader->quotes;
  g_autofree char *column = refnet_rows_describe_column(reader->rows, quotes->cell + 1);
  g_autofree char *line = quotes->opened == refnet_rows_line(reader->rows)
                              ? g_strdup("")
                              : g_strdup_printf(" on line %" G_GUINT64_FORMAT, quotes->opened);
  const gboolean ok = refnet_rows_reject(
      reader->rows, kind, quotes->cell + 1, "close the quote or remove it",
      g_strdup_printf("the quote that opens in %s%s %s", column, line, trouble), error);
  resume(reader);
  return ok;
}

static gboolean reject_stray_quote(Reader *reader, guint cell, GError **error) {
  g_autofree char *column = refnet_rows_describe_column(reader->rows, cell + 1);
  if (reader->parser.quoted)
    return refnet_rows_reject(
        reader->rows, "stray-quote", cell + 1, "write a quote inside a quoted cell twice",
        g_strdup_printf("text follows the quote that closes %s", column), error);
  return refnet_rows_reject(
      reader->rows, "stray-quote", cell + 1,
      "put the whole cell in quotes and write each quote inside it twice",
      g_strdup_printf("there is a quote inside %s, which does not begin with one", column), error);
}

/* libcsv refused the line, or had no memory for it. */
static gboolean reject_line(Reader *reader, GError **error) {
  if (csv_error(&reader->parser) != CSV_EPARSE) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INTERNAL,
                "no memory for the row at line %" G_GUINT64_FORMAT, refnet_rows_line(reader->rows));
    return FALSE;
  }
  const guint cell = refnet_raw_row_count(reader->cells);
  if (reader->row_open && cell == reader->quotes.cell)
    return reject_quote(reader, "unclosed-quote", "is never closed", error);
  const gboolean ok = reject_stray_quote(reader, cell, error);
  resume(reader);
  return ok;
}

static gboolean reject_too_large(Reader *reader, GError **error) {
  if (reader->row_open)
    return reject_quote(reader, "unclosed-quote", "is not closed within 16 MiB", error);
  refnet_rows_begin(reader->rows, refnet_lines_number(reader->lines));
  return refnet_rows_reject(reader->rows, "row-too-large", 0,
                            "split the row, or look for line ends that are missing",
                            g_strdup("the row is larger than 16 MiB"), error) &&
         refnet_lines_skip(reader->lines, error);
}

/* ---- Lines ----------------------------------------------------------------------------------- */

static gboolean is_blank_line(const RefnetLine *line) {
  gsize i = 0;
  while (i < line->length && (line->text[i] == ' ' || line->text[i] == '\t'))
    i++;
  return i == line->length;
}

/* Excel's sep= line is not a row. */
static gboolean take_sep_line(Reader *reader, const RefnetLine *line) {
  const char declared = refnet_dialect_from_sep_line(line->text, line->length);
  if (declared == 0)
    return FALSE;
  if (reader->given == 0)
    reader->given = declared;
  return TRUE;
}

/* From the header; titles may be above it. */
static void learn_dialect(Reader *reader, const RefnetLine *line) {
  const char delimiter =
      reader->given != 0 ? reader->given : refnet_dialect_from_header(line->text, line->length);
  reader->told = delimiter != 0;
  reader->delimiter = reader->told ? delimiter : ',';
  csv_set_delim(&reader->parser, (unsigned char)reader->delimiter);
  refnet_quotes_learn(&reader->quotes, line, reader->delimiter);
}

/* FALSE: the line is no part of a row. */
static gboolean begin_row(Reader *reader, const RefnetLine *line) {
  if (line->number == 1 && take_sep_line(reader, line))
    return FALSE;
  refnet_rows_begin(reader->rows, line->number);
  if (is_blank_line(line))
    return FALSE;
  if (reader->headerless ? !reader->told : !refnet_rows_have_header(reader->rows))
    learn_dialect(reader, line);
  refnet_raw_row_clear(reader->cells);
  reader->row_bytes = 0;
  return TRUE;
}

/* The row goes on in the next line, inside a quoted cell. */
static void keep_open(Reader *reader, const RefnetLine *line, gboolean opened) {
  if (opened)
    refnet_quotes_open(&reader->quotes, line, refnet_raw_row_count(reader->cells));
  else
    refnet_quotes_pass(&reader->quotes, line);
  reader->row_open = TRUE;
}

static gboolean take_line(Reader *reader, const RefnetLine *line, GError **error) {
  if (!reader->row_open && !begin_row(reader, line))
    return TRUE;
  if (!reader->row_open) {
    gboolean taken;
    const gboolean ok =
        refnet_rows_take_plain(reader->rows, line, reader->delimiter, &taken, error);
    if (taken || !ok)
      return ok;
  }
  reader->row_bytes += line->length + line->end_length;
  reader->row_ended = FALSE;
  if (!refnet_raw_row_reserve(reader->cells, reader->row_bytes))
    return reject_line(reader, error);
  if (!parse(reader, line))
    return reject_line(reader, error);
  const gboolean was_open = reader->row_open;
  const gboolean cell_ended = refnet_raw_row_count(reader->cells) > reader->quotes.cell;
  if (was_open && cell_ended && refnet_rows_have_header(reader->rows) &&
      refnet_quotes_are_suspect(&reader->quotes, line))
    return reject_quote(reader, "suspected-unclosed-quote",
                        "seems not to be closed: the lines after it look like rows", error);
  if (!reader->row_ended) {
    keep_open(reader, line, !was_open || cell_ended);
    return TRUE;
  }
  reader->row_open = FALSE;
  return refnet_rows_take(reader->rows, reader->cells, error);
}

/* ---- Files ----------------------------------------------------------------------------------- */

static gboolean read_all(Reader *reader, GError **error) {
  for (;;) {
    RefnetLine line;
    if (!reader->row_open)
      refnet_lines_begin_row(reader->lines);
    switch (refnet_lines_next(reader->lines, &line, error)) {
    case REFNET_LINES_LINE:
      if (!take_line(reader, &line, error))
        return FALSE;
      break;
    case REFNET_LINES_TOO_LARGE:
      if (!reject_too_large(reader, error))
        return FALSE;
      break;
    case REFNET_LINES_END:
      if (!reader->row_open)
        return TRUE;
      if (!reject_quote(reader, "unclosed-quote", "is never closed", error))
        return FALSE;
      break;
    case REFNET_LINES_FAILED:
      return FALSE;
    }
  }
}

static gboolean remark_utf16(Reader *reader, GError **error) {
  if (refnet_source_is_guessed_utf16(reader->source) &&
      !refnet_rows_remark(
          reader->rows, "utf-16", REFNET_SEVERITY_NOTE, "save the file as CSV UTF-8",
          g_strdup("the file was read as UTF-16, although it does not say so"), error))
    return FALSE;
  const guint64 damaged = refnet_source_damaged(reader->source);
  return damaged == 0 ||
         refnet_rows_remark(
             reader->rows, "damaged-utf-16", REFNET_SEVERITY_WARNING,
             "save the file again as CSV UTF-8",
             g_strdup_printf("%" G_GUINT64_FORMAT " %s cut in half and read as U+FFFD", damaged,
                             damaged == 1 ? "character was" : "characters were"),
             error);
}

/* All rows of the file, as far as the relay is concerned. */
static gboolean fill(gpointer data, GError **error) {
  Reader *reader = data;
  return read_all(reader, error) && refnet_rows_finish(reader->rows, error) &&
         remark_utf16(reader, error);
}

/* Where a second thread costs more than it gains. */
#define BYTES_FOR_TWO_THREADS ((guint64)4 << 20)

static guint choose_threads(const RefnetSource *source, const RefnetTableOptions *options) {
  if (options->threads > 0)
    return options->threads;
  return refnet_source_total(source) >= BYTES_FOR_TWO_THREADS && g_get_num_processors() > 1 ? 2 : 1;
}

static gboolean read_source(RefnetSource *source, gsize batch_bytes, RefnetDelivery *delivery,
                            GError **error) {
  const RefnetTableOptions *options = delivery->options;
  delivery->total = refnet_source_total(source);
  g_autoptr(RefnetLines) lines = refnet_lines_new(source);
  g_autoptr(RefnetRelay) relay = refnet_relay_new(delivery, batch_bytes);
  const RefnetRowsSetup setup = {.label = options->label,
                                 .headerless = delivery->handler->header == NULL,
                                 .header_line = options->header_line,
                                 .keep_rejected = delivery->handler->rejected != NULL,
                                 .source = source,
                                 .lines = lines,
                                 .relay = relay,
                                 .is_list = options->is_list,
                                 .is_list_data = options->is_list_data,
                                 .keeps_lines = options->keeps_lines};
  g_autoptr(RefnetRows) rows = refnet_rows_new(&setup);
  g_autoptr(RefnetRawRow) cells = refnet_raw_row_new();
  Reader reader = {.source = source,
                   .lines = lines,
                   .rows = rows,
                   .cells = cells,
                   .headerless = setup.headerless,
                   .given = options->delimiter};
  start_parser(&reader);
  const gboolean ok =
      refnet_relay_run(relay, fill, &reader, choose_threads(source, options), error);
  csv_free(&reader.parser);
  return ok;
}

gboolean refnet_table_read_bytes(const void *bytes, gsize length, gsize chunk,
                                 const RefnetTableOptions *options, const RefnetRowHandler *handler,
                                 RefnetRowCount *count, RefnetDiagnostics *diagnostics,
                                 GError **error) {
  RefnetDelivery delivery = refnet_delivery_for(options, handler, count, diagnostics);
  g_autoptr(RefnetSource) source =
      refnet_source_from_bytes(bytes, length, chunk, options->label, error);
  return source != NULL &&
         read_source(source, chunk > 0 ? chunk : REFNET_BATCH_BYTES, &delivery, error);
}

gboolean refnet_table_read_stream(RefnetReadFunc read, gpointer stream,
                                  const RefnetTableOptions *options,
                                  const RefnetRowHandler *handler, RefnetRowCount *count,
                                  RefnetDiagnostics *diagnostics, GError **error) {
  RefnetDelivery delivery = refnet_delivery_for(options, handler, count, diagnostics);
  g_autoptr(RefnetSource) source = refnet_source_from_stream(read, stream, options->label, error);
  return source != NULL && read_source(source, REFNET_BATCH_BYTES, &delivery, error);
}

gboolean refnet_table_read(const char *path, const RefnetTableOptions *options,
                           const RefnetRowHandler *handler, RefnetRowCount *count,
                           RefnetDiagnostics *diagnostics, GError **error) {
  RefnetDelivery delivery = refnet_delivery_for(options, handler, count, diagnostics);
  if (options->grid != NULL)
    return refnet_cell_grid_read(&delivery, error);
  g_autoptr(RefnetSource) source = refnet_source_open(path, options->label, error);
  return source != NULL && read_source(source, REFNET_BATCH_BYTES, &delivery, error);
}
