/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes read as a table: the reading ends, every row is accounted for, lines only go forward,
 * cells are clean, and the size of the chunks in which the bytes arrive changes nothing. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "table/read/reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct {
  guint fields;
  guint64 line, record;
  guint rows, digest;
} Seen;

static void check(gboolean holds) {
  if (!holds)
    abort();
}

static void look_at(Seen *seen, const RefnetRow *row) {
  check(row->line > seen->line && row->record > seen->record);
  seen->line = row->line;
  seen->record = row->record;
  for (guint i = 0; i < row->fields; i++) {
    check(g_utf8_validate(row->cells[i], -1, NULL));
    g_autofree char *clean = refnet_text_clean(row->cells[i]);
    check(strcmp(clean, row->cells[i]) == 0);
    seen->digest = seen->digest * 31 + g_str_hash(row->cells[i]);
  }
}

static gboolean on_header(const RefnetRow *header, gpointer data, GError **error) {
  (void)error;
  Seen *seen = data;
  check(header->fields > 0 && *header->cells[header->fields - 1] != '\0');
  seen->fields = header->fields;
  look_at(seen, header);
  return TRUE;
}

static RefnetRowFate on_row(const RefnetRow *row, gpointer data) {
  Seen *seen = data;
  check(row->fields == seen->fields);
  look_at(seen, row);
  seen->rows++;
  return seen->digest % 3 == 0 ? REFNET_ROW_MERGED : REFNET_ROW_KEPT;
}

static Seen read_once(const uint8_t *data, size_t size, gsize chunk, gsize *diagnosed) {
  static const RefnetTableOptions options = {.label = "fuzz.csv"};
  g_autoptr(RefnetDiagnostics) diagnostics = refnet_diagnostics_new();
  g_autoptr(GError) error = NULL;
  Seen seen = {0};
  const RefnetRowHandler handler = {.header = on_header, .row = on_row, .data = &seen};
  RefnetRowCount count;
  const gboolean ok =
      refnet_table_read_bytes(data, size, chunk, &options, &handler, &count, diagnostics, &error);
  check(ok == (error == NULL));
  check(count.read == count.kept + count.merged + count.rejected);
  check(count.kept + count.merged == seen.rows);
  check(count.rejected == refnet_diagnostics_count(diagnostics, REFNET_SEVERITY_ERROR));
  *diagnosed = refnet_diagnostics_length(diagnostics);
  return seen;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  gsize diagnosed, diagnosed_in_chunks;
  const Seen whole = read_once(data, size, 0, &diagnosed);
  const gsize chunk = size > 0 ? 1 + data[size / 2] % 7 : 1;
  const Seen pieces = read_once(data, size, chunk, &diagnosed_in_chunks);
  check(whole.rows == pieces.rows && whole.digest == pieces.digest && whole.line == pieces.line);
  check(diagnosed == diagnosed_in_chunks);
  return 0;
}
