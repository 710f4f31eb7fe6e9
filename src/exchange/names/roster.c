/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/names/roster.h"

#include "base/order.h"
#include "exchange/names/exported_people.h"
#include "exchange/names/measured_columns.h"
#include "exchange/names/roster_details.h"
#include "exchange/names/spellings.h"
#include "exchange/workbook/tables.h"
#include "model/columns/fields.h"
#include "model/columns/lists.h"
#include "model/columns/words.h"

#include <string.h>

struct RefnetRoster {
  RefnetGrid *grid; /* of the table; NULL: none was given */
  guint *columns;   /* of it, by field of organizations.csv, or G_MAXUINT */
  GArray *written;  /* guint: of its columns, those that go along besides the names */
  RefnetNameList *names;
  GArray *row_of; /* guint: by listed organization, the row of the table */
  RefnetSpellings *spellings;
  RefnetRosterDetails *details;
};

/* ---- the table ------------------------------------------------------------------------------- */

static void find_columns(RefnetRoster *roster) {
  const RefnetFileFields *fields = refnet_file_fields(REFNET_FILE_ORGANIZATIONS);
  roster->columns = g_new(guint, fields->field_count);
  for (guint f = 0; f < fields->field_count; f++) {
    guint best = G_MAXUINT;
    roster->columns[f] = G_MAXUINT;
    for (guint c = 0; c < roster->grid->width; c++) {
      g_autofree char *header = refnet_text_fold_header(refnet_grid_cell(roster->grid, 0, c));
      guint fit = refnet_field_fit(&fields->fields[f], header);
      if (fit < best) {
        best = fit;
        roster->columns[f] = c;
      }
    }
  }
}

/* A column that repeats another one, as Gephi and Kumu want it. */
static gboolean is_repetition(const RefnetRoster *roster, const char *header) {
  static const struct {
    const char *header;
    guint field;
  } repetitions[] = {{"label", REFNET_ORGANIZATION_NAME},
                     {"type", REFNET_ORGANIZATION_SECTOR},
                     {"tags", REFNET_ORGANIZATION_SERVICES}};
  g_autofree char *folded = refnet_text_fold_header(header);
  for (gsize i = 0; i < G_N_ELEMENTS(repetitions); i++) {
    guint column = roster->columns[repetitions[i].field];
    if (strcmp(folded, repetitions[i].header) == 0 && column != G_MAXUINT &&
        strcmp(refnet_grid_cell(roster->grid, 0, column), header) != 0)
      return TRUE;
  }
  return FALSE;
}

/* Between columns that were left out nothing may stand. */
static gboolean is_empty(const RefnetGrid *grid, guint column) {
  for (guint r = 0; r < grid->rows; r++)
    if (*refnet_grid_cell(grid, r, column) != '\0')
      return FALSE;
  return TRUE;
}

static void choose_columns(RefnetRoster *roster) {
  g_autofree const char **headers = g_new0(const char *, roster->grid->width + 1);
  for (guint c = 0; c < roster->grid->width; c++)
    headers[c] = refnet_grid_cell(roster->grid, 0, c);
  gboolean measured = refnet_columns_are_measured(headers);
  for (guint c = 0; c < roster->grid->width; c++)
    if (c != roster->columns[REFNET_ORGANIZATION_NAME] &&
        c != roster->columns[REFNET_ORGANIZATION_ALTERNATE_NAMES] && !is_empty(roster->grid, c) &&
        !is_repetition(roster, headers[c]) && !(measured && refnet_column_is_measure(headers[c])))
      g_array_append_val(roster->written, c);
}

static const char *cell_of(const RefnetRoster *roster, guint row, guint field) {
  guint column = roster->columns[field];
  return column == G_MAXUINT ? "" : refnet_grid_cell(roster->grid, row, column);
}

/* What the row calls the organization; in a table of nodes that says no name, its id, by which
 * links mean it. "": nothing. */
static const char *name_of(const RefnetRoster *roster, guint row) {
  const RefnetField *field =
      &refnet_file_fields(REFNET_FILE_ORGANIZATIONS)->fields[REFNET_ORGANIZATION_NAME];
  const char *name = cell_of(roster, row, REFNET_ORGANIZATION_NAME);
  const char *id = cell_of(roster, row, REFNET_ORGANIZATION_ID);
  if (*name != '\0' && !refnet_word_is_blank(name, field))
    return name;
  return refnet_word_is_blank(id, field) ? "" : id;
}

static void add_aliases(RefnetRoster *roster, guint32 organization, guint row) {
  static const guint fields[] = {REFNET_ORGANIZATION_SHORT_NAME,
                                 REFNET_ORGANIZATION_ALTERNATE_NAMES};
  for (gsize i = 0; i < G_N_ELEMENTS(fields); i++) {
    g_auto(GStrv) aliases = refnet_list_split(cell_of(roster, row, fields[i]), ";|");
    for (gsize a = 0; aliases[a] != NULL; a++)
      refnet_name_list_alias(roster->names, organization, aliases[a]);
  }
}

/* The id, and what exports for Kumu tell equal names apart by: the name with the id behind it. */
static void add_id(RefnetRoster *roster, guint32 organization, guint row) {
  const char *id = cell_of(roster, row, REFNET_ORGANIZATION_ID);
  g_autofree char *name = g_strdup_printf("%s (%s)", name_of(roster, row), id);
  if (*id == '\0')
    return;
  refnet_name_list_id(roster->names, organization, id);
  refnet_name_list_alias(roster->names, organization, name);
}

static void take_row(RefnetRoster *roster, guint row) {
  refnet_name_list_append(roster->names, name_of(roster, row));
  g_array_append_val(roster->row_of, row);
}

/* The organization above that has the same name, and no other id; FALSE: there is none. */
static gboolean is_repeated(const RefnetRoster *roster, guint row) {
  gboolean loosely;
  const char *id = cell_of(roster, row, REFNET_ORGANIZATION_ID);
  guint32 known = refnet_name_list_find(roster->names, name_of(roster, row), &loosely);
  if (known == REFNET_NONE || loosely)
    return FALSE;
  const char *known_id =
      cell_of(roster, g_array_index(roster->row_of, guint, known), REFNET_ORGANIZATION_ID);
  return *id == '\0' || *known_id == '\0' || strcmp(id, known_id) == 0;
}

static void take_rows(RefnetRoster *roster, const RefnetImport *import) {
  guint file = refnet_import_report_file(import->report, roster->grid->label);
  g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint r = 1; r < roster->grid->rows; r++) {
    const char *name = name_of(roster, r);
    const char *id = cell_of(roster, r, REFNET_ORGANIZATION_ID);
    if (*name == '\0') {
      refnet_import_report_ignored(import->report, file, 1, "the row has no name");
    } else if (g_hash_table_contains(ids, id)) {
      refnet_import_report_ignored(import->report, file, 1,
                                   "an organisation of the same id stands above");
    } else if (is_repeated(roster, r)) {
      refnet_import_report_ignored(import->report, file, 1,
                                   "an organisation of the same name stands above");
    } else {
      take_row(roster, r);
      if (*id != '\0')
        g_hash_table_add(ids, (gpointer)id);
      refnet_import_report_used(import->report, file, 1);
    }
  }
  refnet_import_report_rejected(import->report, file, roster->grid->broken,
                                "the row cannot be read");
  for (guint32 i = 0; i < roster->row_of->len; i++) {
    add_id(roster, i, g_array_index(roster->row_of, guint, i));
    add_aliases(roster, i, g_array_index(roster->row_of, guint, i));
  }
}

static RefnetRoster *empty_roster(void) {
  RefnetRoster *roster = g_new0(RefnetRoster, 1);
  roster->names = refnet_name_list_new();
  roster->row_of = g_array_new(FALSE, FALSE, sizeof(guint));
  roster->written = g_array_new(FALSE, FALSE, sizeof(guint));
  roster->details = refnet_roster_details_new();
  roster->spellings = refnet_spellings_new();
  return roster;
}

RefnetRoster *refnet_roster_from_grid(const RefnetImport *import, RefnetGrid *grid,
                                      GError **error) {
  g_autoptr(RefnetRoster) roster = empty_roster();
  roster->grid = grid;
  find_columns(roster);
  if (roster->columns[REFNET_ORGANIZATION_NAME] == G_MAXUINT) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                "%s has no column of names; call it \"name\" in its first row",
                roster->grid->label);
    return NULL;
  }
  choose_columns(roster);
  take_rows(roster, import);
  return g_steal_pointer(&roster);
}

RefnetRoster *refnet_roster_new(const RefnetImport *import, const char *path, GError **error) {
  if (path == NULL)
    return empty_roster();
  RefnetGrid *grid = refnet_table_grid(import, path, REFNET_FILE_ORGANIZATIONS, NULL, error);
  return grid != NULL ? refnet_roster_from_grid(import, grid, error) : NULL;
}

void refnet_roster_free(RefnetRoster *roster) {
  if (roster == NULL)
    return;
  refnet_grid_free(roster->grid);
  g_free(roster->columns);
  refnet_name_list_free(roster->names);
  g_array_unref(roster->row_of);
  g_array_unref(roster->written);
  refnet_spellings_free(roster->spellings);
  refnet_roster_details_free(roster->details);
  g_free(roster);
}

RefnetNameList *refnet_roster_names(RefnetRoster *roster) {
  return roster->names;
}

void refnet_roster_say_namesakes(const RefnetRoster *roster, RefnetImportReport *report) {
  const char *example = NULL;
  for (guint32 i = 0; i < roster->row_of->len; i++) {
    const char *name = refnet_name_list_name(roster->names, i);
    if (refnet_name_list_namesakes(roster->names, name) != NULL &&
        (example == NULL || strcmp(name, example) < 0))
      example = name;
  }
  if (example == NULL)
    return;
  g_autofree char *shown = refnet_text_display(example, 60);
  refnet_import_report_say(report, g_strdup_printf("Several organisations have the same name, as "
                                                   "\"%s\"; by it the first of them is meant, "
                                                   "by its id each.",
                                                   shown));
}

guint32 refnet_roster_listed(const RefnetRoster *roster) {
  return roster->row_of->len;
}

const char *refnet_roster_reference(const RefnetRoster *roster, guint32 organization) {
  const char *id = "";
  if (organization < roster->row_of->len)
    id =
        cell_of(roster, g_array_index(roster->row_of, guint, organization), REFNET_ORGANIZATION_ID);
  return *id != '\0' ? id : refnet_name_list_name(roster->names, organization);
}

void refnet_roster_met(RefnetRoster *roster, guint32 organization, const char *spelling) {
  refnet_spellings_add(roster->spellings, organization,
                       refnet_name_list_name(roster->names, organization), spelling);
}

void refnet_roster_describe(RefnetRoster *roster, guint32 organization, guint field,
                            const char *value) {
  refnet_roster_details_add(roster->details, organization, field, value);
}

/* ---- people ---------------------------------------------------------------------------------- */

static guint column_headed(const RefnetRoster *roster, const char *folded) {
  for (guint c = 0; roster->grid != NULL && c < roster->grid->width; c++) {
    g_autofree char *header = refnet_text_fold_header(refnet_grid_cell(roster->grid, 0, c));
    if (strcmp(header, folded) == 0)
      return c;
  }
  return G_MAXUINT;
}

static void leave_out_column(RefnetRoster *roster, guint column) {
  for (guint i = roster->written->len; i-- > 0;)
    if (g_array_index(roster->written, guint, i) == column)
      g_array_remove_index(roster->written, i);
}

gboolean refnet_roster_write_people(RefnetRoster *roster, const RefnetImport *import,
                                    GError **error) {
  guint columns[REFNET_EXPORTED_PEOPLE_COLUMNS];
  for (guint c = 0; c < REFNET_EXPORTED_PEOPLE_COLUMNS; c++)
    columns[c] = column_headed(roster, refnet_exported_people_headers[c]);
  if (columns[0] == G_MAXUINT)
    return TRUE;
  g_autoptr(RefnetSheetWriter) writer = refnet_exported_people_open(import, error);
  g_autofree guint32 *order = refnet_roster_order(roster);
  for (guint32 i = 0; writer != NULL && i < refnet_name_list_length(roster->names); i++) {
    const char *cells[REFNET_EXPORTED_PEOPLE_COLUMNS] = {NULL};
    for (guint c = 0; order[i] < roster->row_of->len && c < REFNET_EXPORTED_PEOPLE_COLUMNS; c++)
      cells[c] = refnet_grid_cell(roster->grid, g_array_index(roster->row_of, guint, order[i]),
                                  columns[c]);
    refnet_exported_people_put(writer, refnet_roster_reference(roster, order[i]), cells);
  }
  for (guint c = 0; c < REFNET_EXPORTED_PEOPLE_COLUMNS; c++)
    leave_out_column(roster, columns[c]);
  return writer != NULL && refnet_sheet_writer_close(writer, error);
}

/* ---- writing --------------------------------------------------------------------------------- */

/* Equal names in the order of the table. */
static int compare_names(gconstpointer a, gconstpointer b, gpointer data) {
  const RefnetNameList *names = data;
  const guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;
  const int order = strcmp(refnet_name_list_name(names, x), refnet_name_list_name(names, y));
  return order != 0 ? order : refnet_order(x, y);
}

guint32 *refnet_roster_order(const RefnetRoster *roster) {
  guint32 length = refnet_name_list_length(roster->names);
  guint32 *order = g_new(guint32, (gsize)length + 1);
  for (guint32 i = 0; i < length; i++)
    order[i] = i;
  g_qsort_with_data(order, (gint)length, sizeof *order, compare_names, roster->names);
  return order;
}

/* Those of the table, and those that were met. */
static char *alternate_names(const RefnetRoster *roster, guint32 organization) {
  GString *list = g_string_new(NULL);
  if (organization < roster->row_of->len)
    g_string_append(list, cell_of(roster, g_array_index(roster->row_of, guint, organization),
                                  REFNET_ORGANIZATION_ALTERNATE_NAMES));
  refnet_spellings_list(roster->spellings, organization, list);
  return g_string_free(list, FALSE);
}

/* What a column of the table means; G_MAXUINT: no field. */
static guint field_of(const RefnetRoster *roster, guint column) {
  const guint fields = refnet_file_fields(REFNET_FILE_ORGANIZATIONS)->field_count;
  for (guint f = 0; f < fields; f++)
    if (roster->columns[f] == column)
      return f;
  return G_MAXUINT;
}

/* A field that was described and has no column in the table. */
static gboolean is_new_field(const RefnetRoster *roster, guint field) {
  return refnet_roster_details_has(roster->details, field) &&
         (roster->grid == NULL || roster->columns[field] == G_MAXUINT);
}

static void add_cell(GPtrArray *cells, const RefnetRoster *roster, guint32 organization,
                     guint column) {
  const guint field = field_of(roster, column);
  const char *text =
      organization < roster->row_of->len
          ? refnet_grid_cell(roster->grid, g_array_index(roster->row_of, guint, organization),
                             column)
          : "";
  g_ptr_array_add(cells, *text == '\0' && field != G_MAXUINT
                             ? refnet_roster_details_cell(roster->details, organization, field)
                             : g_strdup(text));
}

/* Name, alternate names, the table's other columns, fields that only the answers have; ended by
 * NULL. */
static GPtrArray *cells_of(const RefnetRoster *roster, guint32 organization) {
  GPtrArray *cells = g_ptr_array_new_with_free_func(g_free);
  g_ptr_array_add(cells, g_strdup(refnet_name_list_name(roster->names, organization)));
  g_ptr_array_add(cells, alternate_names(roster, organization));
  for (guint i = 0; i < roster->written->len; i++)
    add_cell(cells, roster, organization, g_array_index(roster->written, guint, i));
  for (guint f = 0; f < REFNET_FIELDS_MAX; f++)
    if (is_new_field(roster, f))
      g_ptr_array_add(cells, refnet_roster_details_cell(roster->details, organization, f));
  g_ptr_array_add(cells, NULL);
  return cells;
}

static GPtrArray *header_of(const RefnetRoster *roster) {
  GPtrArray *header = g_ptr_array_new();
  g_ptr_array_add(header, (gpointer) "name");
  g_ptr_array_add(header, (gpointer) "alternate_names");
  for (guint i = 0; i < roster->written->len; i++)
    g_ptr_array_add(header, (gpointer)refnet_grid_cell(roster->grid, 0,
                                                       g_array_index(roster->written, guint, i)));
  for (guint f = 0; f < REFNET_FIELDS_MAX; f++)
    if (is_new_field(roster, f))
      g_ptr_array_add(header,
                      (gpointer)refnet_file_fields(REFNET_FILE_ORGANIZATIONS)->fields[f].name);
  g_ptr_array_add(header, NULL);
  return header;
}

gboolean refnet_roster_write(const RefnetRoster *roster, const RefnetImport *import,
                             GError **error) {
  if (refnet_name_list_length(roster->names) == 0) {
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                        "no row names an organisation; nothing was written");
    return FALSE;
  }
  g_autoptr(GPtrArray) header = header_of(roster);
  g_autofree guint32 *order = refnet_roster_order(roster);
  g_autoptr(RefnetSheetWriter) writer = refnet_sheet_writer_open(
      import, REFNET_FILE_ORGANIZATIONS, (const char *const *)(gpointer)header->pdata, error);
  if (writer == NULL)
    return FALSE;
  for (guint32 i = 0; i < refnet_name_list_length(roster->names); i++) {
    g_autoptr(GPtrArray) cells = cells_of(roster, order[i]);
    refnet_sheet_writer_row(writer, (const char *const *)(gpointer)cells->pdata);
  }
  return refnet_sheet_writer_close(writer, error);
}
