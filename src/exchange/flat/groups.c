/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/flat/groups.h"

#include "exchange/files/sheet_writer.h"
#include "model/columns/fields.h"
#include "model/columns/words.h"

#include <string.h>

static const guint place_fields[] = {REFNET_ORGANIZATION_ADDRESS, REFNET_ORGANIZATION_CITY,
                                     REFNET_ORGANIZATION_POSTAL_CODE};

typedef struct {
  GHashTable *rows; /* id or name → first row of the organization */
  guint *lasts;     /* by first row */
} Firsts;

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

/* Does the row name another place than earlier ones of its name? `known`: name and field → cell. */
static gboolean is_elsewhere(const RefnetGrid *grid, guint row, const guint *columns,
                             const char *name, GHashTable *known) {
  gboolean differs = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS(place_fields); i++) {
    g_autofree char *cell = refnet_text_slug(cell_of(grid, row, columns[place_fields[i]]));
    g_autofree char *key = g_strdup_printf("%zu %s", i, name);
    const char *const before = g_hash_table_lookup(known, key);
    if (before != NULL)
      differs |= *cell != '\0' && strcmp(cell, before) != 0;
    else if (*cell != '\0')
      g_hash_table_insert(known, g_steal_pointer(&key), g_steal_pointer(&cell));
  }
  return differs;
}

/* The names that stand for several places, folded. */
static GHashTable *find_chains(const RefnetGrid *grid, const guint *columns) {
  GHashTable *chains = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  for (guint r = 1; r < grid->rows; r++) {
    g_autofree char *name = refnet_text_fold(cell_of(grid, r, columns[REFNET_ORGANIZATION_NAME]));
    if (is_elsewhere(grid, r, columns, name, known))
      g_hash_table_add(chains, g_steal_pointer(&name));
  }
  return chains;
}

static char *id_at_place(const RefnetGrid *grid, guint row, const guint *columns) {
  g_autoptr(GString) text = g_string_new(cell_of(grid, row, columns[REFNET_ORGANIZATION_NAME]));
  for (gsize i = 0; i < G_N_ELEMENTS(place_fields); i++)
    g_string_append_printf(text, " %s", cell_of(grid, row, columns[place_fields[i]]));
  return refnet_text_slug(text->str);
}

static void add_row(RefnetFlatGroups *groups, const RefnetGrid *grid, guint row, guint name_column,
                    const char *key, Firsts *firsts) {
  const guint first = GPOINTER_TO_UINT(g_hash_table_lookup(firsts->rows, key));
  if (first == 0) {
    g_hash_table_insert(firsts->rows, (gpointer)key, GUINT_TO_POINTER(row));
    firsts->lasts[row] = row;
  } else if (have_one_name(grid, row, first, name_column)) {
    groups->places[row] = REFNET_ROW_FURTHER;
    groups->next[firsts->lasts[first]] = row;
    firsts->lasts[first] = row;
    groups->further++;
  } else {
    groups->places[row] = REFNET_ROW_OF_ANOTHER;
  }
}

static void add_rows(RefnetFlatGroups *groups, const RefnetGrid *grid, guint name_column,
                     GPtrArray *keys) {
  g_autoptr(GHashTable) rows = g_hash_table_new(g_str_hash, g_str_equal);
  g_autofree guint *lasts = g_new0(guint, (gsize)grid->rows + 1);
  Firsts firsts = {rows, lasts};
  for (guint r = 1; r < grid->rows; r++) {
    const char *const key = g_ptr_array_index(keys, r);
    if (*key != '\0' && *cell_of(grid, r, name_column) != '\0' &&
        groups->places[r] != REFNET_ROW_ENDED)
      add_row(groups, grid, r, name_column, key, &firsts);
  }
}

static gboolean is_closed(const RefnetGrid *grid, guint row, guint status_column) {
  gboolean closed = FALSE;
  return refnet_word_closed(cell_of(grid, row, status_column), &closed) && closed;
}

/* A programme that ended closes no organization that goes on with another. */
static void mark_ended(RefnetFlatGroups *groups, const RefnetGrid *grid, GPtrArray *keys,
                       guint status_column) {
  g_autoptr(GHashTable) open = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint r = 1; r < grid->rows; r++)
    if (!is_closed(grid, r, status_column))
      g_hash_table_add(open, g_ptr_array_index(keys, r));
  for (guint r = 1; r < grid->rows; r++) {
    const char *const key = g_ptr_array_index(keys, r);
    if (*key != '\0' && is_closed(grid, r, status_column) && g_hash_table_contains(open, key))
      groups->places[r] = REFNET_ROW_ENDED;
  }
}

/* By row what rows of one organization have in common: the id, else the name, of a name that stands
 * for several places with the place. */
static GPtrArray *list_keys(RefnetFlatGroups *groups, const RefnetGrid *grid, const guint *columns,
                            GHashTable *chains) {
  const guint id_column = columns[REFNET_ORGANIZATION_ID];
  GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);
  for (guint r = 0; r < grid->rows; r++) {
    char *key = id_column != G_MAXUINT
                    ? g_strdup(cell_of(grid, r, id_column))
                    : refnet_text_fold(cell_of(grid, r, columns[REFNET_ORGANIZATION_NAME]));
    if (*key != '\0' && g_hash_table_contains(chains, key)) {
      g_free(key);
      key = g_strdup(groups->ids[r] = id_at_place(grid, r, columns));
    }
    g_ptr_array_add(keys, key);
  }
  return keys;
}

RefnetFlatGroups refnet_flat_groups_find(const RefnetGrid *grid, const guint *columns,
                                         RefnetRowsOfOne rows_of_one) {
  const gsize rows = (gsize)grid->rows + 1;
  const gboolean by_id = columns[REFNET_ORGANIZATION_ID] != G_MAXUINT;
  RefnetFlatGroups groups = {.places = g_new0(RefnetRowPlace, rows),
                             .next = g_new0(guint, rows),
                             .ids = g_new0(char *, rows)};
  if (!by_id && rows_of_one == REFNET_ROWS_STAY_APART)
    return groups;
  g_autoptr(GHashTable) chains = by_id || rows_of_one != REFNET_ROWS_OF_A_NAME_AND_PLACE
                                     ? g_hash_table_new(g_str_hash, g_str_equal)
                                     : find_chains(grid, columns);
  groups.apart = g_hash_table_size(chains);
  g_autoptr(GPtrArray) keys = list_keys(&groups, grid, columns, chains);
  if (rows_of_one != REFNET_ROWS_OF_A_NAME_PEOPLE)
    mark_ended(&groups, grid, keys, columns[REFNET_ORGANIZATION_STATUS]);
  add_rows(&groups, grid, columns[REFNET_ORGANIZATION_NAME], keys);
  return groups;
}

void refnet_flat_groups_clear(RefnetFlatGroups *groups, guint rows) {
  for (guint r = 0; groups->ids != NULL && r < rows; r++)
    g_free(groups->ids[r]);
  g_free(groups->ids);
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
