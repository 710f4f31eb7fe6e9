/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rejected rows, kept as they were and written under the headers of their files, so that a person
 * can mend them and put them back. */
#include "model/dataset/rejects.h"
#include "base/pool.h"
#include "base/array.h"
#include "table/csv_cell.h"

#include <string.h>

typedef struct {
  const RefnetSheet *sheet;
  RefnetRowLocation place;
  const char *reason, *fix; /* fix: or NULL */
  const char *const *cells; /* one for each column of the sheet; NULL: not parsed */
  const char *text;         /* NULL: parsed */
} Reject;

struct RefnetRejects {
  RefnetPool *pool;
  RefnetArray rows;         /* Reject */
  const char *reason, *fix; /* of the row that may be rejected next */
  guint64 reason_line;
};

RefnetRejects *refnet_rejects_new(void) {
  RefnetRejects *rejects = g_new0(RefnetRejects, 1);
  rejects->pool = refnet_pool_new();
  rejects->rows = REFNET_ARRAY(Reject);
  return rejects;
}

void refnet_rejects_free(RefnetRejects *rejects) {
  if (rejects == NULL)
    return;
  refnet_array_clear(&rejects->rows);
  refnet_pool_free(rejects->pool);
  g_free(rejects);
}

/* ---- collecting ------------------------------------------------------------------------------ */

void refnet_rejects_note(RefnetRejects *rejects, const RefnetDiagnostic *diagnostic) {
  if (diagnostic->severity != REFNET_SEVERITY_ERROR)
    return;
  rejects->reason = refnet_pool_intern(rejects->pool, diagnostic->message);
  rejects->fix = refnet_pool_intern(rejects->pool, diagnostic->fix);
  rejects->reason_line = diagnostic->line;
}

static const char *const *copy_cells(RefnetRejects *rejects, const RefnetRow *row) {
  const char **cells = refnet_pool_alloc(rejects->pool, row->fields * sizeof *cells, 0);
  for (guint c = 0; cells != NULL && c < row->fields; c++)
    if ((cells[c] = refnet_pool_intern(rejects->pool, row->cells[c])) == NULL)
      return NULL;
  return cells;
}

static const char *copy_text(RefnetRejects *rejects, const char *text, gsize length) {
  g_autofree char *valid = g_utf8_make_valid(text != NULL ? text : "", (gssize)length);
  return refnet_pool_intern(rejects->pool, valid);
}

gboolean refnet_rejects_add(RefnetRejects *rejects, const RefnetSheet *sheet, const RefnetRow *row,
                            const char *text, gsize length) {
  Reject *reject = refnet_array_append(&rejects->rows);
  if (reject == NULL)
    return FALSE;
  *reject = (Reject){.sheet = sheet, .place = refnet_sheet_place(sheet, row->line)};
  if (rejects->reason_line == reject->place.line) {
    reject->reason = rejects->reason;
    reject->fix = rejects->fix;
  }
  if (row->cells != NULL)
    reject->cells = copy_cells(rejects, row);
  else
    reject->text = copy_text(rejects, text, length);
  return reject->cells != NULL || reject->text != NULL;
}

void refnet_rejects_forget(RefnetRejects *rejects) {
  rejects->rows.length = 0;
}

static const Reject *at(const RefnetRejects *rejects, gsize i) {
  return refnet_array_at(&rejects->rows, Reject, i);
}

void refnet_rejects_each_unparsed(const RefnetRejects *rejects, const RefnetSheet *sheet,
                                  RefnetRejectPlaceFunc call, gpointer data) {
  for (gsize i = 0; i < rejects->rows.length; i++)
    if (at(rejects, i)->sheet == sheet && at(rejects, i)->cells == NULL)
      call(at(rejects, i)->place, data);
}

/* ---- writing --------------------------------------------------------------------------------- */

static void add_headers(GPtrArray *headers, const RefnetSheet *sheet) {
  for (guint c = 0; c < sheet->column_count; c++)
    if (*sheet->headers[c] != '\0' &&
        !g_ptr_array_find_with_equal_func(headers, sheet->headers[c], g_str_equal, NULL))
      g_ptr_array_add(headers, (gpointer)sheet->headers[c]);
}

/* The headers of all files with rejected rows, each once. */
static GPtrArray *collect_headers(const RefnetRejects *rejects) {
  GPtrArray *headers = g_ptr_array_new();
  for (gsize i = 0; i < rejects->rows.length; i++)
    if (i == 0 || at(rejects, i)->sheet != at(rejects, i - 1)->sheet)
      add_headers(headers, at(rejects, i)->sheet);
  return headers;
}

static const char *cell_under(const Reject *reject, const char *header) {
  for (guint c = 0; reject->cells != NULL && c < reject->sheet->column_count; c++)
    if (strcmp(reject->sheet->headers[c], header) == 0)
      return reject->cells[c];
  return "";
}

static void put_next(RefnetOutput *output, const char *text) {
  refnet_output_puts(output, ",");
  refnet_csv_put(output, text != NULL ? text : "");
}

static void write_reject(RefnetOutput *output, const Reject *reject, const GPtrArray *headers,
                         gboolean has_text) {
  refnet_csv_put(output, reject->place.file);
  refnet_output_printf(output, ",%" G_GUINT64_FORMAT, reject->place.line);
  put_next(output, reject->reason);
  put_next(output, reject->fix);
  for (guint h = 0; h < headers->len; h++)
    put_next(output, cell_under(reject, g_ptr_array_index(headers, h)));
  if (has_text)
    put_next(output, reject->text);
  refnet_output_puts(output, "\r\n");
}

void refnet_rejects_write(const RefnetRejects *rejects, RefnetOutput *output) {
  g_autoptr(GPtrArray) headers = collect_headers(rejects);
  gboolean has_text = FALSE;
  for (gsize i = 0; i < rejects->rows.length; i++)
    has_text |= at(rejects, i)->text != NULL;
  refnet_output_puts(output, "file,line,reason,fix");
  for (guint h = 0; h < headers->len; h++)
    put_next(output, g_ptr_array_index(headers, h));
  refnet_output_puts(output, has_text ? ",unparsed text\r\n" : "\r\n");
  for (gsize i = 0; i < rejects->rows.length; i++)
    write_reject(output, at(rejects, i), headers, has_text);
}
