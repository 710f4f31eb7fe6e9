/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/flat/groups.h"

#include "exchange/files/sheet_writer.h"

#include <string.h>

static const char *cell_of(const RefnetGrid *grid, guint row, guint column) {
  return column != G_MAXUINT ? refnet_grid_cell(grid, row, column) : "";
}

static gboolean have_one_name(const RefnetGrid *grid, guint row, guint other, guint column) {
  g_autofree char *a = refnet_text_fold(cell_of(grid, row, column));
  g_autofree char *b = refnet_text_fold(cell_of(grid, other, column));
  return strcmp(a, b) == 0;
}

guint refnet_flat_program_column(const RefnetGrid *grid, guint name_column) {
  static const char *const headers[] = {"programname", "program", "projectname", "project",
                                        "programtitle"};
  for (gsize h = 0; h < G_N_ELEMENTS(headers); h++)
    for (guint c = 0; c < grid->width; c++) {
      g_autofree char *header = refnet_text_fold_header(refnet_grid_cell(grid, 0, c));
      if (c != name_column && strcmp(header, headers[h]) == 0)
        return c;
    }
  return G_MAXUINT;
}

RefnetFlatGroups refnet_flat_groups_find(const RefnetGrid *grid, guint id_column, guint name_column,
                                         gboolean by_name) {
  RefnetFlatGroups groups = {g_new0(RefnetRowPlace, (gsize)grid->rows + 1),
                             g_new0(guint, (gsize)grid->rows + 1), 0};
  const gboolean by_id = id_column != G_MAXUINT;
  g_autoptr(GHashTable) firsts =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL); /* id or name → first row */
  g_autofree guint *lasts = g_new0(guint, (gsize)grid->rows + 1);   /* by first row */
  for (guint r = 1; r < grid->rows && (by_id || by_name); r++) {
    g_autofree char *key = by_id ? g_strdup(cell_of(grid, r, id_column))
                                 : refnet_text_fold(cell_of(grid, r, name_column));
    if (*key == '\0' || *cell_of(grid, r, name_column) == '\0')
      continue;
    guint first = GPOINTER_TO_UINT(g_hash_table_lookup(firsts, key));
    if (first == 0) {
      g_hash_table_insert(firsts, g_steal_pointer(&key), GUINT_TO_POINTER(r));
      lasts[r] = r;
    } else if (have_one_name(grid, r, first, name_column)) {
      groups.places[r] = REFNET_ROW_FURTHER;
      groups.next[lasts[first]] = r;
      lasts[first] = r;
      groups.further++;
    } else {
      groups.places[r] = REFNET_ROW_OF_ANOTHER;
    }
  }
  return groups;
}

void refnet_flat_groups_clear(RefnetFlatGroups *groups) {
  g_free(groups->places);
  g_free(groups->next);
}

char *refnet_flat_group_cell(const RefnetGrid *grid, guint row, const guint *next, guint column,
                             gboolean is_list) {
  if (next == NULL || next[row] == 0)
    return g_strdup(refnet_grid_cell(grid, row, column));
  g_autoptr(GString) cell = g_string_new(NULL);
  for (; row != 0 && (is_list || cell->len == 0); row = next[row]) {
    const char *text = refnet_grid_cell(grid, row, column);
    if (*text != '\0')
      g_string_append_printf(cell, "%s%s", cell->len > 0 ? ";" : "", text);
  }
  return is_list ? refnet_list_cell_once(cell->str) : g_strdup(cell->str);
}
