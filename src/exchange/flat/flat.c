/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One table of organizations with a column a service and yes or no below it. */
#include "exchange/files/sheet_writer.h"
#include "exchange/flat/categorized.h"
#include "exchange/flat/hmis.h"
#include "exchange/flat/uses.h"
#include "exchange/workbook/tables.h"
#include "model/columns/no_name.h"
#include "model/columns/one_column.h"
#include "model/columns/words.h"

#include <string.h>

/* ---- cells ----------------------------------------------------------------------------------- */

static const char *field_cell(const RefnetFlatTable *flat, guint row, guint field) {
  guint column = flat->field_column[field];
  return column != G_MAXUINT ? refnet_grid_cell(flat->grid, row, column) : "";
}

static gboolean is_list(const RefnetFlatTable *flat, guint column) {
  return flat->field_of[column] != G_MAXUINT;
}

/* Of all columns of the list, in the row, or in all of the organization, as `next` says. */
static char *list_cell(const RefnetFlatTable *flat, guint row, const guint *next, guint field) {
  g_autoptr(GString) list = g_string_new(NULL);
  guint cells = 0;
  for (guint c = 0; c < flat->grid->width; c++) {
    g_autofree char *cell =
        flat->field_of[c] == field ? refnet_flat_group_cell(flat->grid, row, next, c, TRUE) : NULL;
    if (cell == NULL || *cell == '\0')
      continue;
    g_string_append_printf(list, "%s%s", cells > 0 ? ";" : "", cell);
    cells++;
  }
  return cells > 1 ? refnet_list_cell_once(list->str) : g_strdup(list->str);
}

static gboolean is_yes(const RefnetFlatTable *flat, guint row, const guint *next, guint column) {
  RefnetTri answer = REFNET_TRI_UNKNOWN;
  for (; row != 0 && answer != REFNET_TRI_YES; row = next != NULL ? next[row] : 0)
    if (!refnet_word_answer(refnet_grid_cell(flat->grid, row, column), &answer))
      answer = REFNET_TRI_UNKNOWN;
  return answer == REFNET_TRI_YES;
}

/* Contacts have to be told whose they are, which a name that several rows have does not. */
static RefnetRowsOfOne rows_of_one(const RefnetFlatTable *flat) {
  if (flat->lists_people)
    return REFNET_ROWS_OF_A_NAME_PEOPLE;
  if (flat->has_programs)
    return REFNET_ROWS_OF_A_NAME;
  return flat->has_people ? REFNET_ROWS_OF_A_NAME_AND_PLACE : REFNET_ROWS_STAY_APART;
}

static void say_chains(const RefnetFlatTable *flat) {
  const guint names = flat->groups.apart;
  if (names > 0)
    refnet_import_report_say(
        flat->import->report,
        g_strdup_printf("%u %s with different addresses: taken for an organisation at each, with "
                        "an id that says where.",
                        names, names == 1 ? "name stands" : "names stand"));
}

static void say_groups(const RefnetFlatTable *flat) {
  guint further = flat->groups.further;
  const gboolean by_id = flat->field_column[REFNET_ORGANIZATION_ID] != G_MAXUINT;
  if (flat->lists_people)
    refnet_import_report_say(flat->import->report,
                             g_strdup("The table is a list of people, who became contacts; their "
                                      "organisations are those named beside them, each once."));
  else if (further > 0)
    refnet_import_report_say(
        flat->import->report,
        g_strdup_printf("%u %s the %sname of an earlier one and %s put together with it; lists are "
                        "joined, services.csv says which service is where, and of other cells the "
                        "first that is filled counts.",
                        further, further == 1 ? "row has" : "rows have", by_id ? "id and the " : "",
                        further == 1 ? "was" : "were"));
}

/* ---- writing --------------------------------------------------------------------------------- */

/* What is listed, what is flagged, and for services what the table of categories has, each once: in
 * the row, or in all of the organization, as `next` says. */
static char *list_values(const RefnetFlatTable *flat, guint row, const guint *next,
                         RefnetFlatUse use, guint field) {
  g_autoptr(GString) list = g_string_new(NULL);
  const guint id = flat->field_column[REFNET_ORGANIZATION_ID];
  g_autofree char *listed = list_cell(flat, row, next, field);
  g_string_append(list, listed);
  const gsize from = list->len; /* what is only listed stays as it is written */
  for (guint c = 0; c < flat->grid->width; c++)
    if (flat->uses[c] == use && is_yes(flat, row, next, c))
      refnet_list_cell_add(list, flat->values[c]);
  GString *more = use == REFNET_FLAT_SERVICE && flat->more != NULL && id != G_MAXUINT
                      ? g_hash_table_lookup(flat->more, refnet_grid_cell(flat->grid, row, id))
                      : NULL;
  if (more != NULL)
    g_string_append_printf(list, "%s%s", list->len > 0 ? ";" : "", more->str);
  return list->len > from ? refnet_list_cell_once(list->str) : g_strdup(list->str);
}

static void write_row(const RefnetFlatTable *flat, guint row, RefnetSheetWriter *writer,
                      const char **cells) {
  const guint *next = flat->groups.next;
  g_autofree char *services =
      list_values(flat, row, next, REFNET_FLAT_SERVICE, REFNET_ORGANIZATION_SERVICES);
  g_autofree char *populations =
      list_values(flat, row, next, REFNET_FLAT_POPULATION, REFNET_ORGANIZATION_POPULATIONS);
  g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func(g_free);
  guint at = 0;
  if (flat->groups.apart > 0)
    cells[at++] = flat->groups.ids[row] != NULL ? flat->groups.ids[row] : "";
  for (guint c = 0; c < flat->grid->width; c++)
    if (flat->uses[c] == REFNET_FLAT_KEPT) {
      cells[at++] = refnet_flat_group_cell(flat->grid, row, next, c, is_list(flat, c));
      g_ptr_array_add(kept, (gpointer)cells[at - 1]);
    }
  cells[at++] = services;
  cells[at] = populations;
  refnet_sheet_writer_row(writer, cells);
}

static void reject_row(const RefnetFlatTable *flat, guint row, guint file, guint column,
                       const char *kind, const char *why, const char *fix) {
  refnet_import_report_rejected(flat->import->report, file, 1, why);
  refnet_grid_report(flat->grid, flat->import,
                     &(RefnetGridProblem){.kind = kind,
                                          .severity = REFNET_SEVERITY_ERROR,
                                          .row = row,
                                          .column = column,
                                          .field = refnet_grid_cell(flat->grid, 0, column),
                                          .fix = fix},
                     "%s", why);
}

static gboolean names_nobody(const char *name) {
  const RefnetFileFields *file = refnet_file_fields(REFNET_FILE_ORGANIZATIONS);
  return *name == '\0' || refnet_word_is_blank(name, &file->fields[REFNET_ORGANIZATION_NAME]);
}

/* Whether the row was used. */
static gboolean take_row(const RefnetFlatTable *flat, guint row, guint file,
                         RefnetSheetWriter *writer, const char **cells) {
  const char *name = field_cell(flat, row, REFNET_ORGANIZATION_NAME);
  const char *id = field_cell(flat, row, REFNET_ORGANIZATION_ID);
  if (refnet_word_is_total(name)) {
    refnet_import_report_ignored(flat->import->report, file, 1,
                                 "the row is a total, not an organisation");
    return FALSE;
  }
  if (flat->groups.places[row] == REFNET_ROW_ENDED) {
    refnet_import_report_ignored(flat->import->report, file, 1,
                                 "the row is closed, and its organisation goes on in another");
    return FALSE;
  }
  if (names_nobody(name)) {
    reject_row(flat, row, file, flat->field_column[REFNET_ORGANIZATION_NAME], "blank-required",
               "the row has no name", "fill in the organisation's name");
    return FALSE;
  }
  if (flat->groups.places[row] == REFNET_ROW_OF_ANOTHER) {
    reject_row(flat, row, file, flat->field_column[REFNET_ORGANIZATION_ID], "duplicate-id",
               "the row's id is that of another organisation in an earlier one",
               "give each organisation an id of its own");
    return FALSE;
  }
  if (flat->groups.places[row] == REFNET_ROW_FIRST)
    write_row(flat, row, writer, cells);
  const char *const made = flat->groups.ids[row];
  flat->written[row] = made != NULL ? made : *id != '\0' ? id : name;
  refnet_import_report_used(flat->import->report, file, 1);
  return TRUE;
}

static gboolean write_organizations(const RefnetFlatTable *flat, GError **error) {
  g_autofree const char **columns = g_new0(const char *, flat->grid->width + 4);
  g_autofree const char **cells = g_new0(const char *, flat->grid->width + 4);
  guint file = refnet_import_report_file(flat->import->report, flat->grid->label), at = 0;
  if (flat->groups.apart > 0)
    columns[at++] = "id";
  for (guint c = 0; c < flat->grid->width; c++)
    if (flat->uses[c] == REFNET_FLAT_KEPT)
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

/* Of rows that were put together, which service is where and for whom. */
static gboolean write_services(const RefnetFlatTable *flat, GError **error) {
  static const char *const columns[] = {"organization", "service", "area", "population", NULL};
  if (flat->groups.further == 0 || flat->lists_people)
    return TRUE;
  g_autoptr(RefnetSheetWriter) writer =
      refnet_sheet_writer_open(flat->import, REFNET_FILE_SERVICES, columns, error);
  if (writer == NULL)
    return FALSE;
  for (guint r = 1; r < flat->grid->rows; r++) {
    if (flat->written[r] == NULL ||
        (flat->groups.places[r] != REFNET_ROW_FURTHER && flat->groups.next[r] == 0))
      continue;
    g_autofree char *services =
        list_values(flat, r, NULL, REFNET_FLAT_SERVICE, REFNET_ORGANIZATION_SERVICES);
    g_autofree char *populations =
        list_values(flat, r, NULL, REFNET_FLAT_POPULATION, REFNET_ORGANIZATION_POPULATIONS);
    g_autofree char *areas = list_cell(flat, r, NULL, REFNET_ORGANIZATION_AREAS);
    const char *cells[] = {flat->written[r], services, areas, populations};
    if (*services != '\0')
      refnet_sheet_writer_row(writer, cells);
  }
  return refnet_sheet_writer_close(writer, error);
}

static void refuse_nameless(const RefnetGrid *grid, GError **error) {
  const char *advice =
      grid->width == 1 ? refnet_one_column_advice(refnet_grid_cell(grid, 0, 0)) : NULL;
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT, "%s has no column of names; %s", grid->label,
              advice != NULL ? advice
                             : "call it \"name\" in its first row, or say which it is with "
                               "--column name=HEADER");
}

static gboolean write_all(RefnetFlatTable *flat, GError **error) {
  if (flat->field_column[REFNET_ORGANIZATION_NAME] == G_MAXUINT) {
    refuse_nameless(flat->grid, error);
    return FALSE;
  }
  flat->groups = refnet_flat_groups_find(flat->grid, flat->field_column, rows_of_one(flat));
  say_groups(flat);
  say_chains(flat);
  refnet_flat_uses_say(flat);
  return write_organizations(flat, error) && write_services(flat, error) &&
         (!flat->has_people ||
          refnet_flat_people_write(&flat->people, flat->grid, flat->import, flat->written, error));
}

static void clear_table(RefnetFlatTable *flat) {
  for (guint c = 0; c < flat->grid->width; c++)
    g_free(flat->values[c]);
  refnet_flat_groups_clear(&flat->groups, flat->grid->rows);
  g_free(flat->values);
  g_free(flat->uses);
  g_free(flat->field_of);
  g_free(flat->written);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetFlatTable, clear_table)

static gboolean import_grid(const RefnetImport *import, RefnetGrid *grid, GHashTable *more,
                            GError **error) {
  g_auto(RefnetFlatTable) flat = {.import = import,
                                  .grid = grid,
                                  .uses = g_new0(RefnetFlatUse, grid->width + 1),
                                  .values = g_new0(char *, grid->width + 1),
                                  .field_of = g_new(guint, grid->width + 1),
                                  .written = g_new0(const char *, (gsize)grid->rows + 1),
                                  .more = more};
  for (guint c = 0; c < grid->width; c++)
    flat.field_of[c] = G_MAXUINT;
  refnet_flat_uses_choose(&flat);
  return write_all(&flat, error);
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
  if (grid == NULL ||
      !refnet_grid_rename_columns(grid, REFNET_FILE_ORGANIZATIONS, import->columns, error))
    return FALSE;
  refnet_hmis_leave_out_deleted(import, grid, G_MAXUINT, NULL);
  return import_grid(import, grid, NULL, error);
}
