/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/files/cell_lines.h"

#include <string.h>

#include "model/dataset/sheet.h"
#include "table/read/listed_lines.h"

/* Where a header may stand. */
enum { HEADER_ROWS = 5 };

typedef struct {
  const char **cells;
  guint rows, width;
  RefnetPool *pool;
} Table;

static const char **cell_at(const Table *table, guint row, guint column) {
  return &table->cells[(gsize)row * table->width + column];
}

static gboolean has_lines(const char *cell) {
  return strchr(cell, '\n') != NULL;
}

static gboolean any_has_lines(const Table *table, guint column) {
  for (guint r = 0; r < table->rows; r++)
    if (has_lines(*cell_at(table, r, column)))
      return TRUE;
  return FALSE;
}

static gboolean is_called_a_list(const Table *table, guint column) {
  for (guint r = 0; r < MIN(table->rows, HEADER_ROWS); r++)
    if (refnet_header_lists(REFNET_FILE_ORGANIZATIONS, *cell_at(table, r, column), NULL))
      return TRUE;
  return FALSE;
}

/* In how many rows each line stands, by its folded text; one that a row has twice counts twice. */
static GHashTable *count_lines(const Table *table, guint column) {
  GHashTable *counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint r = 0; r < table->rows; r++) {
    g_auto(GStrv) lines = g_strsplit(*cell_at(table, r, column), "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
      char *folded = refnet_text_fold(lines[i]);
      guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, folded));
      g_hash_table_insert(counts, folded, GUINT_TO_POINTER(count + 1));
    }
  }
  return counts;
}

static gboolean lines_recur(const Table *table, guint column) {
  g_autoptr(GHashTable) counts = count_lines(table, column);
  guint64 all = 0, recurring = 0;
  for (guint r = 1; r < table->rows; r++) {
    const char *cell = *cell_at(table, r, column);
    if (!has_lines(cell))
      continue;
    g_auto(GStrv) lines = g_strsplit(cell, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++, all++) {
      g_autofree char *folded = refnet_text_fold(lines[i]);
      recurring += GPOINTER_TO_UINT(g_hash_table_lookup(counts, folded)) > 1;
    }
  }
  return 2 * recurring > all;
}

static gboolean join_column(const Table *table, guint column) {
  const gboolean lists = is_called_a_list(table, column) || lines_recur(table, column);
  for (guint r = 0; r < table->rows; r++) {
    const char **cell = cell_at(table, r, column);
    if (!has_lines(*cell))
      continue;
    g_autofree char *joined =
        lists && r > 0 ? refnet_listed_lines(*cell) : refnet_text_clean(*cell);
    *cell = refnet_pool_intern(table->pool, joined);
    if (*cell == NULL)
      return FALSE;
  }
  return TRUE;
}

gboolean refnet_cell_lines_join(const char **cells, guint rows, guint width, RefnetPool *pool) {
  const Table table = {cells, rows, width, pool};
  for (guint c = 0; c < width; c++)
    if (any_has_lines(&table, c) && !join_column(&table, c))
      return FALSE;
  return TRUE;
}
