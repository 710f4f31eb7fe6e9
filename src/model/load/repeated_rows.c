/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/load/repeated_rows.h"

#include "table/read/grid.h"

/* The rows of one table that an earlier one has, too. */
typedef struct {
  guint rows, repeated;
  guint64 line;  /* of the first such row */
  guint earlier; /* and the table that has it */
} Repeats;

typedef struct {
  const RefnetSheet *sheet;
  GHashTable *seen; /* row as one text → number of the first table that has it, from 1 */
  Repeats *repeats; /* by table */
  guint part;
} Search;

static guint part_at(const Search *search, guint64 line) {
  guint part = search->part;
  while (part + 1 < search->sheet->part_count && search->sheet->parts[part + 1].before < line)
    part++;
  return part;
}

static void see_row(Search *search, guint64 line, const char *row) {
  search->part = part_at(search, line);
  Repeats *repeats = &search->repeats[search->part];
  const guint seen = GPOINTER_TO_UINT(g_hash_table_lookup(search->seen, row));
  repeats->rows++;
  if (seen == 0) {
    g_hash_table_insert(search->seen, g_strdup(row), GUINT_TO_POINTER(search->part + 1));
  } else if (seen - 1 < search->part) {
    if (repeats->repeated++ == 0) {
      repeats->line = line;
      repeats->earlier = seen - 1;
    }
  }
}

static void see_rows(Search *search) {
  gsize length;
  const RefnetFilledCell *cells = refnet_cell_grid_cells(search->sheet->grid, &length);
  g_autoptr(GString) row = g_string_new(NULL);
  for (gsize i = 0; i < length; i++) {
    if (cells[i].row <= search->sheet->header_line)
      continue;
    g_string_append_printf(row, "%u\x1f%s\x1e", cells[i].column, cells[i].text);
    if (i + 1 < length && cells[i + 1].row == cells[i].row)
      continue;
    see_row(search, cells[i].row, row->str);
    g_string_truncate(row, 0);
  }
}

static void report_repeats(const RefnetStore *store, const RefnetSheet *sheet,
                           const Repeats *repeats) {
  /* Two months may have a row or two that say the same. */
  if (repeats->repeated < 2 || 2 * repeats->repeated <= repeats->rows)
    return;
  g_autofree char *share = repeats->repeated == repeats->rows
                               ? g_strdup_printf("all %u rows", repeats->rows)
                               : g_strdup_printf("%u of %u rows", repeats->repeated, repeats->rows);
  refnet_sheet_report(sheet, store->dataset.diagnostics, REFNET_KIND_REPEATED_ROWS, repeats->line,
                      REFNET_NO_FIELD, REFNET_NONE,
                      "take one of the two away if they tell of the same referrals",
                      "%s stand just so in %s, too, so their referrals count twice", share,
                      sheet->parts[repeats->earlier].label);
}

void refnet_report_repeated_rows(const RefnetStore *store) {
  const RefnetSheet *sheet = &store->sheets[REFNET_FILE_REFERRALS];
  if (sheet->part_count < 2 || sheet->grid == NULL)
    return;
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autofree Repeats *repeats = g_new0(Repeats, sheet->part_count);
  Search search = {.sheet = sheet, .seen = seen, .repeats = repeats};
  see_rows(&search);
  for (guint p = 1; p < sheet->part_count; p++)
    report_repeats(store, sheet, &repeats[p]);
}
