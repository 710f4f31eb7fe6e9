/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which values there are: list cells are read once all files are, for only then is it known whether
 * a comma separates known values or belongs to a name. */
#include "model/load/cells.h"
#include "model/columns/lists.h"
#include "model/columns/words.h"
#include "model/load/load.h"

#include <string.h>

static const RefnetValuesKind values_of_list[REFNET_LISTS] = {
    [REFNET_LIST_SERVICES] = REFNET_VALUES_SERVICES,
    [REFNET_LIST_AREAS] = REFNET_VALUES_AREAS,
    [REFNET_LIST_POPULATIONS] = REFNET_VALUES_POPULATIONS,
    [REFNET_LIST_LANGUAGES] = REFNET_VALUES_LANGUAGES,
    [REFNET_LIST_OFFERS] = REFNET_VALUES_RESOURCES,
    [REFNET_LIST_SEEKS] = REFNET_VALUES_RESOURCES,
    [REFNET_LIST_COALITIONS] = REFNET_VALUES_COALITIONS,
};

/* One list cell and where it stands. */
typedef struct {
  RefnetValuesKind kind;
  const char *text; /* NULL: blank */
  RefnetFile file;
  guint field;
  guint32 line;
  guint place; /* among the columns of the list, from 0 */
} ListCell;
typedef gboolean (*ListCellFunc)(RefnetLoader *loader, const ListCell *cell);

/* One by one, where several columns hold the list. */
static gboolean visit_cells(RefnetLoader *loader, const ListCell *cells, ListCellFunc visit) {
  if (cells->text == NULL || strstr(cells->text, REFNET_CELLS_APART) == NULL)
    return cells->text == NULL || visit(loader, cells);
  g_auto(GStrv) texts = g_strsplit(cells->text, REFNET_CELLS_APART, -1);
  ListCell cell = *cells;
  gboolean ok = TRUE;
  for (; ok && texts[cell.place] != NULL; cell.place++) {
    cell.text = texts[cell.place];
    ok = *cell.text == '\0' || visit(loader, &cell);
  }
  return ok;
}

static void report_cell(const RefnetLoader *loader, const ListCell *cell, RefnetKind kind,
                        const char *fix, const char *message) {
  const RefnetSheet *sheet = &loader->store->sheets[cell->file];
  guint column = (guint)sheet->column[cell->field];
  for (guint left = cell->place; left > 0; left -= sheet->field_of[column] == cell->field)
    column++;
  refnet_sheet_report_column(sheet, loader->store->dataset.diagnostics, kind, cell->line, column,
                             fix, "%s", message);
}

static gboolean for_organization_cells(RefnetLoader *loader, ListCellFunc visit) {
  gboolean ok = TRUE;
  for (guint i = 0; ok && i < REFNET_LISTS; i++)
    for (gsize v = 0; ok && v < loader->list_texts[i].length; v++) {
      ListCell cell = {
          values_of_list[i],         *refnet_array_at(&loader->list_texts[i], const char *, v),
          REFNET_FILE_ORGANIZATIONS, refnet_field_of_list[i],
          loader->sorted[v].line,    0};
      ok = visit_cells(loader, &cell, visit);
    }
  return ok;
}

static gboolean for_service_cells(RefnetLoader *loader, ListCellFunc visit) {
  gboolean ok = TRUE;
  for (gsize i = 0; ok && i < loader->service_rows.length; i++) {
    const RefnetServiceRow *row = refnet_array_at(&loader->service_rows, RefnetServiceRow, i);
    ListCell cells[] = {
        {REFNET_VALUES_SERVICES, row->services, REFNET_FILE_SERVICES, REFNET_SERVICE_SERVICE,
         row->line, 0},
        {REFNET_VALUES_AREAS, row->areas, REFNET_FILE_SERVICES, REFNET_SERVICE_AREA, row->line, 0},
        {REFNET_VALUES_POPULATIONS, row->populations, REFNET_FILE_SERVICES,
         REFNET_SERVICE_POPULATION, row->line, 0},
    };
    for (guint c = 0; ok && c < G_N_ELEMENTS(cells); c++)
      ok = visit_cells(loader, &cells[c], visit);
  }
  return ok;
}

static gboolean for_area_cells(RefnetLoader *loader, ListCellFunc visit) {
  gboolean ok = TRUE;
  for (gsize i = 0; ok && i < loader->area_rows.length; i++) {
    const RefnetAreaRow *row = refnet_array_at(&loader->area_rows, RefnetAreaRow, i);
    ListCell cell = {REFNET_VALUES_AREAS,   row->neighbors, REFNET_FILE_AREAS,
                     REFNET_AREA_NEIGHBORS, row->line,      0};
    ok = visit_cells(loader, &cell, visit);
  }
  return ok;
}

static gboolean for_all_cells(RefnetLoader *loader, ListCellFunc visit) {
  return for_organization_cells(loader, visit) && for_service_cells(loader, visit) &&
         for_area_cells(loader, visit);
}

/* ---- commas ---------------------------------------------------------------------------------- */

static gboolean has_loose_comma(const char *text) {
  return strchr(text, ',') != NULL && !refnet_list_is_separated(text);
}

static gboolean is_known(const RefnetLoader *loader, RefnetValuesKind kind, const char *text) {
  guint32 value = refnet_values_find(loader->values[kind], text);
  return value == REFNET_VALUE_ALL || value < loader->known[kind];
}

static gboolean all_known(const RefnetLoader *loader, RefnetValuesKind kind, char **parts) {
  for (guint i = 0; parts[i] != NULL; i++)
    if (!is_known(loader, kind, parts[i]))
      return FALSE;
  return parts[0] != NULL;
}

/* "-; food" lists food. "NA" among others may be initials. */
static char **without_unknown(char **parts) {
  guint kept = 0;
  for (guint i = 0; parts[i] != NULL; i++) {
    if (refnet_word_is_unknown(parts[i]) && g_ascii_strcasecmp(parts[i], "na") != 0)
      g_free(parts[i]);
    else
      parts[kept++] = parts[i];
  }
  parts[kept] = NULL;
  return parts;
}

/* The values in one cell, as written; g_strfreev. */
static char **parts_of_one(const RefnetLoader *loader, RefnetValuesKind kind, const char *text) {
  if (!has_loose_comma(text) || is_known(loader, kind, text))
    return without_unknown(refnet_list_split(text, ";|"));
  char **parts = refnet_list_split(text, ",");
  if (all_known(loader, kind, parts))
    return parts;
  g_strfreev(parts);
  return refnet_list_split(text, "");
}

/* The same where several columns may hold the list. */
static char **cell_parts(const RefnetLoader *loader, RefnetValuesKind kind, const char *text) {
  if (strstr(text, REFNET_CELLS_APART) == NULL)
    return parts_of_one(loader, kind, text);
  g_auto(GStrv) texts = g_strsplit(text, REFNET_CELLS_APART, -1);
  GPtrArray *all = g_ptr_array_new();
  for (guint i = 0; texts[i] != NULL; i++) {
    g_autofree char **parts = parts_of_one(loader, kind, texts[i]);
    for (guint p = 0; parts[p] != NULL; p++)
      g_ptr_array_add(all, parts[p]);
  }
  g_ptr_array_add(all, NULL);
  return (char **)g_ptr_array_free(all, FALSE);
}

/* What "all of Bay County" is all of; NULL: it is no such text. */
static const char *whole_of(RefnetValuesKind kind, const char *text) {
  static const char *const beginnings[] = {"all of ", "entire ", "whole ", "throughout "};
  if (kind != REFNET_VALUES_AREAS || strchr(text, ',') != NULL)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS(beginnings); i++) {
    const gsize length = strlen(beginnings[i]);
    if (g_ascii_strncasecmp(text, beginnings[i], length) != 0)
      continue;
    text += length;
    return text + (g_ascii_strncasecmp(text, "the ", 4) == 0 ? 4 : 0);
  }
  return NULL;
}

/* Those that are all of something wait until it is known whether that is an area. */
static gboolean add_values(RefnetLoader *loader, RefnetValuesKind kind, char **parts) {
  for (guint i = 0; parts[i] != NULL; i++)
    if (whole_of(kind, parts[i]) == NULL &&
        refnet_values_add(loader->values[kind], parts[i]) == REFNET_NONE)
      return FALSE;
  return TRUE;
}

static gboolean collect_plain(RefnetLoader *loader, const ListCell *cell) {
  if (has_loose_comma(cell->text))
    return TRUE;
  g_auto(GStrv) parts = without_unknown(refnet_list_split(cell->text, ";|"));
  return add_values(loader, cell->kind, parts);
}

/* "All of Bay County" is that county where it is an area, else every area there is. */
static gboolean collect_wholes(RefnetLoader *loader, const ListCell *cell) {
  RefnetValues *areas = loader->values[REFNET_VALUES_AREAS];
  if (cell->kind != REFNET_VALUES_AREAS)
    return TRUE;
  g_auto(GStrv) parts = refnet_list_split(cell->text, ";|");
  for (guint i = 0; parts[i] != NULL; i++) {
    const char *whole = whole_of(cell->kind, parts[i]);
    if (whole == NULL || refnet_values_find(areas, parts[i]) != REFNET_NONE)
      continue;
    const guint32 area = refnet_values_find(areas, whole);
    g_autofree char *shown = refnet_text_display(parts[i], REFNET_CELL_SHOWN);
    refnet_values_alias(areas, parts[i], area != REFNET_NONE ? area : REFNET_VALUE_ALL);
    g_autofree char *message =
        g_strdup_printf("\"%s\" was read as %s", shown,
                        area != REFNET_NONE ? "the area of that name" : "every area");
    report_cell(loader, cell, REFNET_KIND_WHOLE_AREA, "write all, or the area's name as elsewhere",
                message);
  }
  return TRUE;
}

/* A part between the commas that is a value by itself elsewhere; NULL: none is. Caller frees. */
static char *known_part(const RefnetLoader *loader, const ListCell *cell) {
  g_auto(GStrv) parts = refnet_list_split(cell->text, ",");
  for (guint i = 0; parts[i] != NULL; i++)
    if (is_known(loader, cell->kind, parts[i]))
      return g_strdup(parts[i]);
  return NULL;
}

/* One value, as far as can be told; a part that is known speaks against it. */
static void report_kept(RefnetLoader *loader, const ListCell *cell, const char *shown) {
  g_autofree char *part = known_part(loader, cell);
  g_autofree char *known = part != NULL ? refnet_text_display(part, REFNET_CELL_SHOWN) : NULL;
  g_autofree char *message =
      known == NULL
          ? g_strdup_printf("\"%s\" was read as one value, for a comma separates nothing", shown)
          : g_strdup_printf("\"%s\" was read as one value, though \"%s\" is one by itself", shown,
                            known);
  report_cell(loader, cell, known == NULL ? REFNET_KIND_COMMA_KEPT : REFNET_KIND_COMMA_UNCLEAR,
              "separate values by ;", message);
}

static gboolean collect_commas(RefnetLoader *loader, const ListCell *cell) {
  if (!has_loose_comma(cell->text))
    return TRUE;
  g_auto(GStrv) parts = cell_parts(loader, cell->kind, cell->text);
  gboolean split = parts[0] != NULL && parts[1] != NULL;
  g_autofree char *shown = refnet_text_display(cell->text, REFNET_CELL_SHOWN);
  g_autofree char *message =
      g_strdup_printf("\"%s\" was split at the commas, for all parts are known values", shown);
  if (split)
    report_cell(loader, cell, REFNET_KIND_COMMA_SPLIT, "separate values by ;", message);
  else if (!is_known(loader, cell->kind, cell->text))
    report_kept(loader, cell, shown);
  return add_values(loader, cell->kind, parts);
}

/* ---- an area without a name ------------------------------------------------------------------ */

static gboolean is_every_area(const RefnetLoader *loader, const ListCell *cell) {
  g_auto(GStrv) parts = cell_parts(loader, cell->kind, cell->text);
  for (guint i = 0; parts[i] != NULL; i++)
    if (refnet_values_find(loader->values[cell->kind], parts[i]) == REFNET_VALUE_ALL)
      return TRUE;
  return FALSE;
}

/* Where all that is said of areas is "countywide", that is one area. */
static gboolean add_whole_area(RefnetLoader *loader, const ListCell *cell) {
  static const char name[] = "the whole area";
  if (cell->kind != REFNET_VALUES_AREAS ||
      refnet_values_length(loader->values[REFNET_VALUES_AREAS]) > 0 || !is_every_area(loader, cell))
    return TRUE;
  g_autofree char *shown = refnet_text_display(cell->text, REFNET_CELL_SHOWN);
  g_autofree char *message = g_strdup_printf(
      "\"%s\" means every area, but no area is named, so all of it is one, called %s", shown, name);
  report_cell(loader, cell, REFNET_KIND_WHOLE_AREA,
              "list the areas in areas.csv to tell them apart", message);
  return refnet_values_add(loader->values[REFNET_VALUES_AREAS], name) != REFNET_NONE;
}

/* ---- services without a cell ----------------------------------------------------------------- */

/* As in a cell, several with commas between them are no new one. */
static gboolean is_list_of_known(const RefnetLoader *loader, const char *text) {
  g_auto(GStrv) parts = parts_of_one(loader, REFNET_VALUES_SERVICES, text);
  return parts[0] != NULL && parts[1] != NULL && all_known(loader, REFNET_VALUES_SERVICES, parts);
}

/* Those that no file names go behind the others, from *first on. */
static gboolean add_new_services(RefnetLoader *loader, guint32 *first) {
  RefnetValues *services = loader->values[REFNET_VALUES_SERVICES];
  char *const *names = loader->options->services;
  *first = refnet_values_length(services);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (refnet_values_find(services, names[i]) == REFNET_NONE &&
        !is_list_of_known(loader, names[i]) && refnet_values_add(services, names[i]) == REFNET_NONE)
      return FALSE;
  return TRUE;
}

/* Their final numbers may be sorted: no cell leads to them. */
static gboolean list_new_services(RefnetLoader *loader, guint32 first) {
  RefnetDataset *dataset = &loader->store->dataset;
  return refnet_store_list(loader->store, loader->final[REFNET_VALUES_SERVICES] + first,
                           dataset->services.length - first, &dataset->new_services);
}

/* ---- finishing ------------------------------------------------------------------------------- */

gboolean refnet_finish_values(RefnetLoader *loader, GError **error) {
  RefnetDataset *dataset = &loader->store->dataset;
  RefnetVocabulary areas;
  guint32 first_new;
  RefnetVocabulary *vocabularies[REFNET_VALUES_KINDS] = {
      [REFNET_VALUES_SECTORS] = &dataset->sectors,
      [REFNET_VALUES_SERVICES] = &dataset->services,
      [REFNET_VALUES_POPULATIONS] = &dataset->populations,
      [REFNET_VALUES_LANGUAGES] = &dataset->languages,
      [REFNET_VALUES_RESOURCES] = &dataset->resources,
      [REFNET_VALUES_COALITIONS] = &dataset->coalitions,
      [REFNET_VALUES_PARTNERSHIPS] = &dataset->partnerships,
      [REFNET_VALUES_AREAS] = &areas,
  };
  if (!for_all_cells(loader, collect_plain))
    return refnet_set_out_of_memory(error);
  for_all_cells(loader, collect_wholes);
  for (guint i = 0; i < REFNET_VALUES_KINDS; i++)
    loader->known[i] = refnet_values_length(loader->values[i]);
  if (!for_all_cells(loader, collect_commas) || !for_all_cells(loader, add_whole_area) ||
      !add_new_services(loader, &first_new))
    return refnet_set_out_of_memory(error);
  for (guint i = 0; i < REFNET_VALUES_KINDS; i++) {
    loader->final[i] = refnet_values_finish(loader->values[i], vocabularies[i]);
    if (loader->final[i] == NULL)
      return refnet_set_out_of_memory(error);
  }
  loader->area_keys = areas;
  return list_new_services(loader, first_new) || refnet_set_out_of_memory(error);
}

gboolean refnet_loader_list(RefnetLoader *loader, RefnetValuesKind kind, const char *text,
                            RefnetIndexList *list) {
  *list = (RefnetIndexList){NULL, 0};
  if (text == NULL)
    return TRUE;
  g_auto(GStrv) parts = cell_parts(loader, kind, text);
  guint length = g_strv_length(parts), found = 0;
  g_autofree guint32 *items = g_new(guint32, MAX(length, 1));
  for (guint i = 0; i < length; i++) {
    guint32 value = refnet_values_find(loader->values[kind], parts[i]);
    if (value < refnet_values_length(loader->values[kind]))
      items[found++] = loader->final[kind][value];
  }
  return refnet_store_list(loader->store, items, found, list);
}

gboolean refnet_loader_areas(RefnetLoader *loader, const char *text, RefnetIndexList *list) {
  *list = (RefnetIndexList){NULL, 0};
  if (text == NULL)
    return TRUE;
  const RefnetStore *store = loader->store;
  g_auto(GStrv) parts = cell_parts(loader, REFNET_VALUES_AREAS, text);
  RefnetArray items = REFNET_ARRAY(guint32);
  gboolean ok = TRUE;
  for (guint i = 0; parts[i] != NULL; i++) {
    guint32 value = refnet_values_find(loader->values[REFNET_VALUES_AREAS], parts[i]);
    if (value == REFNET_NONE)
      continue;
    guint32 area = value == REFNET_VALUE_ALL ? store->dataset.area_count
                                             : loader->final[REFNET_VALUES_AREAS][value];
    for (guint32 k = store->leaf_start[area]; ok && k < store->leaf_start[area + 1]; k++) {
      guint32 *added = refnet_array_append(&items);
      ok = added != NULL;
      if (ok)
        *added = store->leaf[k];
    }
  }
  ok = ok && refnet_store_list(loader->store, items.items, items.length, list);
  refnet_array_clear(&items);
  return ok;
}
