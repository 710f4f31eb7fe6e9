/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One table of organizations with a column a service and yes or no below it; or, in a folder, with
 * a table of categories and one that says who has which. */
#include "exchange/files/sheet_writer.h"
#include "exchange/networks/flat_people.h"
#include "exchange/workbook/tables.h"
#include "model/columns/fields.h"
#include "model/columns/words.h"

#include <string.h>

typedef enum { KEPT, SERVICE, POPULATION, LISTED, PERSON, DROPPED } Use;

typedef struct {
  const RefnetImport *import;
  RefnetGrid *grid; /* of organizations */
  guint field_column[REFNET_FIELDS_MAX]; /* or G_MAXUINT */
  Use *uses;                             /* by column */
  char **values;                         /* by column: the service or population that it stands for */
  RefnetFlatPeople people;
  gboolean has_people;
  const char **written;                  /* by row: the id or name of who is written; NULL */
  GHashTable *ids;                       /* of rows written */
  GHashTable *more;                      /* id → GString of services from the table of categories */
} Flat;

static guint find_field(const RefnetGrid *grid, RefnetFile file, guint field) {
  guint best = G_MAXUINT, column = G_MAXUINT;
  for (guint c = 0; c < grid->width; c++) {
    g_autofree char *header = refnet_text_fold_header(refnet_grid_cell(grid, 0, c));
    guint fit = refnet_field_fit(&refnet_file_fields(file)->fields[field], header);
    if (fit < best) {
      best = fit;
      column = c;
    }
  }
  return column;
}

/* ---- flags ----------------------------------------------------------------------------------- */

static gboolean holds_flags(const RefnetGrid *grid, guint column) {
  guint yes = 0;
  for (guint r = 1; r < grid->rows; r++) {
    const char *cell = refnet_grid_cell(grid, r, column);
    RefnetTri answer;
    if (*cell != '\0' && !refnet_word_answer(cell, &answer))
      return FALSE;
    yes += *cell != '\0' && answer == REFNET_TRI_YES;
  }
  return yes > 0;
}

/* "serves_preg_females" as "preg females", "residential_offered" as "residential"; underscores are
 * blanks. */
static char *value_of_header(const char *header, gboolean *is_population) {
  char *value = g_strdelimit(g_strdup(header), "_;|", ' ');
  *is_population = g_ascii_strncasecmp(value, "serves ", 7) == 0;
  if (*is_population)
    memmove(value, value + 7, strlen(value + 7) + 1);
  gsize length = strlen(value);
  if (length > 8 && g_ascii_strcasecmp(value + length - 8, " offered") == 0)
    value[length - 8] = '\0';
  return g_strstrip(value);
}

static void choose_uses(Flat *flat) {
  for (guint f = 0; f < REFNET_FIELDS_MAX; f++)
    flat->field_column[f] = find_field(flat->grid, REFNET_FILE_ORGANIZATIONS, f);
  flat->has_people = refnet_flat_people_find(&flat->people, flat->grid);
  for (guint c = 0; c < flat->grid->width; c++) {
    const char *header = refnet_grid_cell(flat->grid, 0, c);
    gboolean is_field = FALSE, is_population;
    for (guint f = 0; f < REFNET_FIELDS_MAX; f++)
      is_field |= flat->field_column[f] == c;
    flat->uses[c] = *header == '\0' ? DROPPED : KEPT;
    if (c == flat->field_column[REFNET_ORGANIZATION_SERVICES] ||
        c == flat->field_column[REFNET_ORGANIZATION_POPULATIONS])
      flat->uses[c] = LISTED;
    else if (!is_field && flat->has_people && refnet_flat_people_has(&flat->people, c))
      flat->uses[c] = PERSON;
    if (flat->uses[c] == PERSON)
      flat->values[c] = g_strdup(header);
    if (is_field || flat->uses[c] == PERSON || *header == '\0' || !holds_flags(flat->grid, c))
      continue;
    flat->values[c] = value_of_header(header, &is_population);
    flat->uses[c] = is_population ? POPULATION : SERVICE;
  }
}

static void say_uses(const Flat *flat, Use use, const char *what, const char *as) {
  g_autoptr(GString) list = g_string_new(NULL);
  for (guint c = 0; c < flat->grid->width; c++)
    if (flat->uses[c] == use) {
      g_autofree char *shown = refnet_text_display(flat->values[c], 40);
      g_string_append_printf(list, "%s\"%s\"", list->len > 0 ? ", " : "", shown);
    }
  if (list->len > 0)
    refnet_import_report_say(flat->import->report,
                             g_strdup_printf("%s, read as %s: %s.", what, as, list->str));
}

/* ---- writing --------------------------------------------------------------------------------- */

/* What is listed, what is flagged, and for services what the table of categories has. */
static char *list_values(const Flat *flat, guint row, Use use, guint field) {
  GString *list = g_string_new(NULL);
  guint listed = flat->field_column[field], id = flat->field_column[REFNET_ORGANIZATION_ID];
  if (listed != G_MAXUINT)
    g_string_append(list, refnet_grid_cell(flat->grid, row, listed));
  for (guint c = 0; c < flat->grid->width; c++) {
    const char *cell = refnet_grid_cell(flat->grid, row, c);
    RefnetTri answer;
    if (flat->uses[c] == use && *cell != '\0' && refnet_word_answer(cell, &answer) &&
        answer == REFNET_TRI_YES)
      refnet_list_cell_add(list, flat->values[c]);
  }
  GString *more = use == SERVICE && flat->more != NULL && id != G_MAXUINT
                      ? g_hash_table_lookup(flat->more, refnet_grid_cell(flat->grid, row, id))
                      : NULL;
  if (more != NULL)
    g_string_append_printf(list, "%s%s", list->len > 0 ? ";" : "", more->str);
  return g_string_free(list, FALSE);
}

static void write_row(const Flat *flat, guint row, RefnetSheetWriter *writer, const char **cells) {
  g_autofree char *services = list_values(flat, row, SERVICE, REFNET_ORGANIZATION_SERVICES);
  g_autofree char *populations =
      list_values(flat, row, POPULATION, REFNET_ORGANIZATION_POPULATIONS);
  guint at = 0;
  for (guint c = 0; c < flat->grid->width; c++)
    if (flat->uses[c] == KEPT)
      cells[at++] = refnet_grid_cell(flat->grid, row, c);
  cells[at++] = services;
  cells[at] = populations;
  refnet_sheet_writer_row(writer, cells);
}

static void reject_row(const Flat *flat, guint row, guint file, guint column, const char *kind,
                       const char *why, const char *fix) {
  refnet_import_report_rejected(flat->import->report, file, 1, why);
  refnet_grid_report(flat->grid, flat->import, REFNET_SEVERITY_ERROR, kind, row, column,
                     refnet_grid_cell(flat->grid, 0, column), fix, "%s", why);
}

/* Whether the row was used. */
static gboolean take_row(const Flat *flat, guint row, guint file, RefnetSheetWriter *writer,
                         const char **cells) {
  guint name = flat->field_column[REFNET_ORGANIZATION_NAME];
  guint id_column = flat->field_column[REFNET_ORGANIZATION_ID];
  const char *id = id_column != G_MAXUINT ? refnet_grid_cell(flat->grid, row, id_column) : "";
  if (*refnet_grid_cell(flat->grid, row, name) == '\0') {
    reject_row(flat, row, file, name, "blank-required", "the row has no name",
               "fill in the organisation's name");
    return FALSE;
  }
  if (*id != '\0' && !g_hash_table_add(flat->ids, (gpointer)id)) {
    reject_row(flat, row, file, id_column, "duplicate-id", "the row's id is an earlier one's",
               "give each organisation an id of its own");
    return FALSE;
  }
  write_row(flat, row, writer, cells);
  flat->written[row] = *id != '\0' ? id : refnet_grid_cell(flat->grid, row, name);
  refnet_import_report_used(flat->import->report, file, 1);
  return TRUE;
}

static gboolean write_organizations(const Flat *flat, GError **error) {
  g_autofree const char **columns = g_new0(const char *, flat->grid->width + 3);
  g_autofree const char **cells = g_new0(const char *, flat->grid->width + 3);
  guint file = refnet_import_report_file(flat->import->report, flat->grid->label), at = 0;
  for (guint c = 0; c < flat->grid->width; c++)
    if (flat->uses[c] == KEPT)
      columns[at++] = refnet_grid_cell(flat->grid, 0, c);
  columns[at++] = "services";
  columns[at] = "populations";
  g_autoptr(RefnetSheetWriter) writer =
      refnet_sheet_writer_open(flat->import, REFNET_FILE_ORGANIZATIONS, columns, error);
  if (writer == NULL)
    return FALSE;
  gboolean any = FALSE;
  for (guint r = 1; r < flat->grid->rows; r++)
    any |= take_row(flat, r, file, writer, cells);
  if (!any) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                "%s has no organisation that could be used; nothing was written",
                flat->grid->label);
    return FALSE;
  }
  refnet_import_report_rejected(flat->import->report, file, flat->grid->broken,
                                "the row cannot be read");
  return refnet_sheet_writer_close(writer, error);
}

static gboolean import_grid(const RefnetImport *import, RefnetGrid *grid, GHashTable *more,
                            GError **error) {
  Flat flat = {.import = import,
               .grid = grid,
               .uses = g_new0(Use, grid->width + 1),
               .values = g_new0(char *, grid->width + 1),
               .written = g_new0(const char *, (gsize)grid->rows + 1),
               .ids = g_hash_table_new(g_str_hash, g_str_equal),
               .more = more};
  choose_uses(&flat);
  gboolean ok = flat.field_column[REFNET_ORGANIZATION_NAME] != G_MAXUINT;
  if (!ok)
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                "%s has no column of names; call it \"name\" in its first row", grid->label);
  if (ok) {
    say_uses(&flat, SERVICE, "Columns of yes and no", "services");
    say_uses(&flat, POPULATION, "Columns of yes and no", "groups of people");
    say_uses(&flat, PERSON, "Columns about people", "contacts");
    ok = write_organizations(&flat, error) &&
         (!flat.has_people ||
          refnet_flat_people_write(&flat.people, grid, import, flat.written, error));
  }
  for (guint c = 0; c < grid->width; c++)
    g_free(flat.values[c]);
  g_hash_table_unref(flat.ids);
  g_free(flat.values);
  g_free(flat.uses);
  g_free(flat.written);
  return ok;
}

/* ---- categories ------------------------------------------------------------------------------ */

typedef struct {
  RefnetGrid *organizations, *categories, *joined;
  guint organization, category; /* columns of the joined table */
} Tables;

static void free_text(gpointer text) {
  g_string_free(text, TRUE);
}

/* Names by id. */
static GHashTable *index_rows(const RefnetGrid *grid, guint id, guint name) {
  GHashTable *index = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint r = 1; r < grid->rows; r++)
    if (*refnet_grid_cell(grid, r, id) != '\0' && *refnet_grid_cell(grid, r, name) != '\0')
      g_hash_table_insert(index, (gpointer)refnet_grid_cell(grid, r, id),
                          (gpointer)refnet_grid_cell(grid, r, name));
  return index;
}

static gboolean is_inactive(const RefnetGrid *grid, guint row) {
  for (guint c = 0; c < grid->width; c++) {
    g_autofree char *header = refnet_text_fold_header(refnet_grid_cell(grid, 0, c));
    RefnetTri answer;
    if (strcmp(header, "active") == 0 &&
        refnet_word_answer(refnet_grid_cell(grid, row, c), &answer) && answer == REFNET_TRI_NO)
      return TRUE;
  }
  return FALSE;
}

static void take_pair(const RefnetImport *import, const Tables *tables, guint row,
                      GHashTable *organizations, GHashTable *categories, GHashTable *services) {
  const RefnetGrid *joined = tables->joined;
  guint file = refnet_import_report_file(import->report, joined->label);
  const char *id = refnet_grid_cell(joined, row, tables->organization);
  const char *name =
      g_hash_table_lookup(categories, refnet_grid_cell(joined, row, tables->category));
  if (is_inactive(joined, row)) {
    refnet_import_report_ignored(import->report, file, 1, "not active");
    return;
  }
  if (name == NULL || g_hash_table_lookup(organizations, id) == NULL) {
    refnet_import_report_rejected(import->report, file, 1,
                                  "it names an organisation or a category that isn't there");
    refnet_grid_report(joined, import, REFNET_SEVERITY_ERROR, "dangling-key", row,
                       name == NULL ? tables->category : tables->organization, NULL,
                       "add what is missing, or remove the row",
                       "the row names %s that isn't there",
                       name == NULL ? "a category" : "an organisation");
    return;
  }
  GString *list = g_hash_table_lookup(services, id);
  if (list == NULL) {
    list = g_string_new(NULL);
    g_hash_table_insert(services, (gpointer)id, list);
  }
  refnet_list_cell_add(list, name);
  refnet_import_report_used(import->report, file, 1);
}

static GHashTable *join(const RefnetImport *import, const Tables *tables) {
  guint id = find_field(tables->organizations, REFNET_FILE_ORGANIZATIONS, REFNET_ORGANIZATION_ID);
  guint name =
      find_field(tables->organizations, REFNET_FILE_ORGANIZATIONS, REFNET_ORGANIZATION_NAME);
  guint category = find_field(tables->categories, REFNET_FILE_CATEGORIES, REFNET_CATEGORY_CATEGORY);
  guint called = find_field(tables->categories, REFNET_FILE_CATEGORIES, REFNET_CATEGORY_NAME);
  g_autoptr(GHashTable) organizations = index_rows(tables->organizations, id, name);
  g_autoptr(GHashTable) categories = index_rows(tables->categories, category, called);
  GHashTable *services = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_text);
  guint file = refnet_import_report_file(import->report, tables->categories->label);
  refnet_import_report_used(import->report, file, tables->categories->rows - 1);
  refnet_import_report_rejected(import->report, file, tables->categories->broken,
                                "the row cannot be read");
  for (guint r = 1; r < tables->joined->rows; r++)
    take_pair(import, tables, r, organizations, categories, services);
  refnet_import_report_rejected(import->report,
                                refnet_import_report_file(import->report, tables->joined->label),
                                tables->joined->broken, "the row cannot be read");
  return services;
}

/* Which of the tables it is shows in its columns. */
static gboolean sort_table(Tables *tables, RefnetGrid *grid) {
  guint name = find_field(grid, REFNET_FILE_ORGANIZATIONS, REFNET_ORGANIZATION_NAME);
  guint id = find_field(grid, REFNET_FILE_ORGANIZATIONS, REFNET_ORGANIZATION_ID);
  guint category = find_field(grid, REFNET_FILE_CATEGORIES, REFNET_CATEGORY_CATEGORY);
  guint called = find_field(grid, REFNET_FILE_CATEGORIES, REFNET_CATEGORY_NAME);
  RefnetGrid **place = NULL;
  if (id != G_MAXUINT && category != G_MAXUINT && category != id && name == G_MAXUINT) {
    place = &tables->joined;
    tables->organization = id;
    tables->category = category;
  } else if (category != G_MAXUINT && called != G_MAXUINT && called != category &&
             id == G_MAXUINT) {
    place = &tables->categories;
  } else if (name != G_MAXUINT) {
    place = &tables->organizations;
  }
  if (place == NULL || *place != NULL)
    return FALSE;
  *place = grid;
  return TRUE;
}

static int compare_texts(gconstpointer a, gconstpointer b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static gboolean read_tables(const RefnetImport *import, GPtrArray *grids, Tables *tables,
                            GError **error) {
  g_autoptr(GDir) dir = g_dir_open(import->source, 0, error);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  const char *entry;
  while (dir != NULL && (entry = g_dir_read_name(dir)) != NULL)
    if (g_str_has_suffix(entry, ".csv"))
      g_ptr_array_add(names, g_build_filename(import->source, entry, NULL));
  g_ptr_array_sort(names, compare_texts);
  for (guint i = 0; i < names->len; i++) {
    RefnetGrid *grid = refnet_grid_read(import, g_ptr_array_index(names, i), error);
    if (grid == NULL)
      return FALSE;
    g_ptr_array_add(grids, grid);
    if (!sort_table(tables, grid))
      refnet_import_report_ignored(
          import->report, refnet_import_report_file(import->report, grid->label), grid->rows - 1,
          "the table is neither of organisations nor of their categories, or a second one");
  }
  return dir != NULL;
}

static gboolean import_folder(const RefnetImport *import, GError **error) {
  g_autoptr(GPtrArray) grids = g_ptr_array_new_with_free_func((GDestroyNotify)refnet_grid_free);
  Tables tables = {NULL, NULL, NULL, 0, 0};
  if (!read_tables(import, grids, &tables, error)) {
    if (error != NULL && *error != NULL && (*error)->domain != REFNET_ERROR) {
      g_clear_error(error);
      g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_IO, "the folder cannot be read");
    }
    return FALSE;
  }
  if (tables.organizations == NULL) {
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                        "none of the folder's CSV files has a column of organisations' names");
    return FALSE;
  }
  gboolean joins = tables.categories != NULL && tables.joined != NULL &&
                   find_field(tables.organizations, REFNET_FILE_ORGANIZATIONS,
                              REFNET_ORGANIZATION_ID) != G_MAXUINT;
  g_autoptr(GHashTable) services = joins ? join(import, &tables) : NULL;
  return import_grid(import, tables.organizations, services, error);
}

gboolean refnet_import_flat(const RefnetImport *import, GError **error) {
  if (g_file_test(import->source, G_FILE_TEST_IS_DIR))
    return import_folder(import, error);
  g_autoptr(RefnetGrid) grid =
      refnet_table_grid(import, import->source, REFNET_FILE_ORGANIZATIONS, import->sheet, error);
  return grid != NULL &&
         refnet_grid_rename_columns(grid, REFNET_FILE_ORGANIZATIONS, import->columns, error) &&
         import_grid(import, grid, NULL, error);
}
