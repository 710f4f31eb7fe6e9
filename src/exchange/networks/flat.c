/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One table of organizations with a column a service and yes or no below it. */
#include "exchange/files/sheet_writer.h"
#include "exchange/networks/categorized.h"
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
    flat->field_column[f] = refnet_grid_find_field(flat->grid, REFNET_FILE_ORGANIZATIONS, f);
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

/* ---- the source ------------------------------------------------------------------------------ */

static gboolean import_folder(const RefnetImport *import, GError **error) {
  g_autoptr(RefnetCategorized) tables = refnet_categorized_read(import, error);
  return tables != NULL && import_grid(import, tables->organizations, tables->services, error);
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
