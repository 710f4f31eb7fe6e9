/* SPDX-License-Identifier: GPL-2.0-or-later */
/* areas.csv: areas, the names by which other files may call them, and which lie within which. */
#include "model/load/cells.h"
#include "model/load/load.h"

#include <math.h>

static RefnetRowFate take(RefnetReading *reading) {
  RefnetLoader *loader = reading->loader;
  if (!refnet_cell_require(reading, REFNET_AREA_AREA))
    return REFNET_ROW_REJECTED;
  if (refnet_reading_is_repeat(reading))
    return REFNET_ROW_MERGED;
  const char *key = refnet_cell_text(reading, REFNET_AREA_AREA);
  guint32 known = refnet_values_find(loader->values[REFNET_VALUES_AREAS], key);
  if (known == REFNET_VALUE_ALL) {
    refnet_cell_refuse(reading, REFNET_KIND_RESERVED_AREA, REFNET_AREA_AREA, "means every area",
                       "give the area a name of its own, or remove the row");
    return REFNET_ROW_REJECTED;
  }
  if (known != REFNET_NONE) {
    g_autofree char *place = refnet_sheet_at_row(
        reading->sheet, refnet_array_at(&loader->area_rows, RefnetAreaRow, known)->line,
        reading->row->line);
    g_autofree char *message = g_strdup_printf("is described already %s", place);
    refnet_cell_refuse(reading, REFNET_KIND_DUPLICATE_AREA, REFNET_AREA_AREA, message,
                       "make the two rows one");
    return REFNET_ROW_REJECTED;
  }
  RefnetAreaRow *row = refnet_array_append(&loader->area_rows);
  if (row == NULL) {
    refnet_loader_out_of_memory(loader);
    return REFNET_ROW_REJECTED;
  }
  row->value = refnet_cell_value(reading, REFNET_AREA_AREA, REFNET_VALUES_AREAS);
  refnet_values_prefer(loader->values[REFNET_VALUES_AREAS], row->value, key);
  row->name = refnet_cell_copy(reading, REFNET_AREA_NAME);
  row->neighbors = refnet_cell_keep(reading, REFNET_AREA_NEIGHBORS);
  row->within = refnet_cell_keep(reading, REFNET_AREA_WITHIN);
  row->within_value = REFNET_NONE;
  refnet_cell_place(reading, REFNET_AREA_LATITUDE, REFNET_AREA_LONGITUDE, &row->latitude,
                    &row->longitude);
  row->population = refnet_cell_amount(reading, REFNET_AREA_POPULATION);
  row->line = (guint32)reading->row->line;
  return REFNET_ROW_KEPT;
}

/* A name that one area alone has may stand for it in other files. */
static void alias_names(RefnetLoader *loader) {
  g_autoptr(GHashTable) users = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (int pass = 0; pass < 2; pass++)
    for (gsize i = 0; i < loader->area_rows.length; i++) {
      const RefnetAreaRow *row = refnet_array_at(&loader->area_rows, RefnetAreaRow, i);
      if (row->name == NULL)
        continue;
      char *fold = refnet_text_fold_value(row->name);
      guint count = GPOINTER_TO_UINT(g_hash_table_lookup(users, fold));
      if (pass == 1 && count == 1)
        refnet_values_alias(loader->values[REFNET_VALUES_AREAS], row->name, row->value);
      if (pass == 0)
        g_hash_table_replace(users, fold, GUINT_TO_POINTER(count + 1));
      else
        g_free(fold);
    }
}

/* Rows and areas being collected have the same numbers as long as no other file was read. */
static guint32 within_of(const RefnetLoader *loader, guint32 value) {
  if (value >= loader->area_rows.length)
    return REFNET_NONE;
  return refnet_array_at(&loader->area_rows, RefnetAreaRow, value)->within_value;
}

/* Marks the areas of which each lies within the next in a circle. Every area is walked from once:
 * `walk` numbers the walk that first came by. */
static gboolean *find_cycles(const RefnetLoader *loader) {
  guint32 length = (guint32)loader->area_rows.length;
  gboolean *on_cycle = g_try_new0(gboolean, (gsize)length + 1);
  g_autofree guint32 *walk = g_try_new0(guint32, (gsize)length + 1);
  for (guint32 i = 0; on_cycle != NULL && walk != NULL && i < length; i++) {
    guint32 at = i;
    for (; at < length && walk[at] == 0; at = within_of(loader, at))
      walk[at] = i + 1;
    if (at >= length || walk[at] != i + 1)
      continue;
    for (; !on_cycle[at]; at = within_of(loader, at))
      on_cycle[at] = TRUE;
  }
  if (walk == NULL)
    g_clear_pointer(&on_cycle, g_free);
  return on_cycle;
}

static gboolean resolve_within(RefnetLoader *loader) {
  RefnetValues *areas = loader->values[REFNET_VALUES_AREAS];
  for (gsize i = 0; i < loader->area_rows.length; i++) {
    RefnetAreaRow *row = refnet_array_at(&loader->area_rows, RefnetAreaRow, i);
    guint32 value = row->within != NULL ? refnet_values_add(areas, row->within) : REFNET_NONE;
    if (row->within != NULL && value == REFNET_NONE)
      return FALSE;
    row->within_value = value == REFNET_VALUE_ALL ? REFNET_NONE : value;
  }
  return TRUE;
}

static gboolean break_cycles(RefnetLoader *loader) {
  g_autofree gboolean *on_cycle = find_cycles(loader);
  for (gsize i = 0; on_cycle != NULL && i < loader->area_rows.length; i++) {
    RefnetAreaRow *row = refnet_array_at(&loader->area_rows, RefnetAreaRow, i);
    if (!on_cycle[i])
      continue;
    const gboolean is_own = row->within_value == row->value;
    row->within_value = REFNET_NONE;
    g_autofree char *within = refnet_text_display(row->within, REFNET_CELL_SHOWN);
    refnet_sheet_report(&loader->store->sheets[REFNET_FILE_AREAS],
                        loader->store->dataset.diagnostics, REFNET_KIND_AREA_CYCLE, row->line,
                        REFNET_AREA_WITHIN, REFNET_NONE,
                        is_own ? "clear the cell" : "clear the cell of one of the areas",
                        is_own ? "the area is said to lie within \"%s\", which is itself"
                               : "the area is said to lie within \"%s\", which lies within it",
                        within);
  }
  return on_cycle != NULL;
}

static gboolean finish(RefnetLoader *loader, GError **error) {
  alias_names(loader);
  if (!resolve_within(loader) || !break_cycles(loader))
    return refnet_set_out_of_memory(error);
  for (guint32 i = 0; i < refnet_values_length(loader->values[REFNET_VALUES_AREAS]); i++)
    if (refnet_array_append(&loader->divided) == NULL)
      return refnet_set_out_of_memory(error);
  for (gsize i = 0; i < loader->area_rows.length; i++) {
    guint32 above = refnet_array_at(&loader->area_rows, RefnetAreaRow, i)->within_value;
    if (above != REFNET_NONE)
      *refnet_array_at(&loader->divided, guint8, above) = TRUE;
  }
  return TRUE;
}

const RefnetFileLoader refnet_load_areas = {REFNET_FILE_AREAS, NULL, take, finish, NULL};

/* ---- when the areas have their final numbers ------------------------------------------------- */

/* Visits area a's ancestors, itself among them, and in the end the area_count that stands for all.
 */
static guint32 next_above(const RefnetDataset *dataset, guint32 area) {
  return dataset->areas[area].within != REFNET_NONE ? dataset->areas[area].within
                                                    : dataset->area_count;
}

static gboolean spell_out(RefnetStore *store, const guint8 *divided) {
  const RefnetDataset *dataset = &store->dataset;
  guint32 count = dataset->area_count;
  store->leaf_start = refnet_pool_alloc(store->pool, ((gsize)count + 3) * sizeof(guint32), 0);
  if (store->leaf_start == NULL)
    return FALSE;
  guint32 *next = store->leaf_start + 1;
  for (guint32 leaf = 0; leaf < count; leaf++) {
    if (divided[leaf])
      continue;
    for (guint32 a = leaf; a < count; a = next_above(dataset, a))
      next[a + 1]++;
    next[count + 1]++;
  }
  for (guint32 a = 0; a <= count; a++)
    next[a + 1] += next[a];
  store->leaf = refnet_pool_alloc(store->pool, next[count + 1] * sizeof(guint32), 0);
  if (store->leaf == NULL)
    return FALSE;
  for (guint32 leaf = 0; leaf < count; leaf++) {
    if (divided[leaf])
      continue;
    for (guint32 a = leaf; a < count; a = next_above(dataset, a))
      store->leaf[next[a]++] = leaf;
    store->leaf[next[count]++] = leaf;
  }
  return TRUE;
}

static gboolean set_neighbors(RefnetLoader *loader, RefnetArea *areas) {
  const guint32 *final = loader->final[REFNET_VALUES_AREAS];
  for (gsize i = 0; i < loader->area_rows.length; i++) {
    const RefnetAreaRow *row = refnet_array_at(&loader->area_rows, RefnetAreaRow, i);
    if (!refnet_loader_list(loader, REFNET_VALUES_AREAS, row->neighbors,
                            &areas[final[row->value]].neighbors))
      return FALSE;
  }
  return TRUE;
}

static void describe(RefnetLoader *loader, RefnetArea *areas, guint8 *divided) {
  const guint32 *final = loader->final[REFNET_VALUES_AREAS];
  for (gsize i = 0; i < loader->area_rows.length; i++) {
    const RefnetAreaRow *row = refnet_array_at(&loader->area_rows, RefnetAreaRow, i);
    RefnetArea *area = &areas[final[row->value]];
    area->name = row->name != NULL ? row->name : area->key;
    area->latitude = row->latitude;
    area->longitude = row->longitude;
    area->population = row->population;
    area->line = row->line;
    if (row->within_value != REFNET_NONE) {
      area->within = final[row->within_value];
      divided[area->within] = TRUE;
    }
  }
}

gboolean refnet_finish_areas(RefnetLoader *loader, GError **error) {
  RefnetStore *store = loader->store;
  const RefnetVocabulary *keys = &loader->area_keys;
  RefnetArea *areas = refnet_pool_alloc(store->pool, keys->length * sizeof *areas, 0);
  g_autofree guint8 *divided = g_try_new0(guint8, (gsize)keys->length + 1);
  if (areas == NULL || divided == NULL)
    return refnet_set_out_of_memory(error);
  for (guint32 a = 0; a < keys->length; a++)
    areas[a] = (RefnetArea){.key = keys->names[a],
                            .name = keys->names[a],
                            .latitude = NAN,
                            .longitude = NAN,
                            .population = NAN,
                            .within = REFNET_NONE};
  store->dataset.areas = areas;
  store->dataset.area_count = keys->length;
  describe(loader, areas, divided);
  if (!spell_out(store, divided) || !set_neighbors(loader, areas))
    return refnet_set_out_of_memory(error);
  return TRUE;
}
