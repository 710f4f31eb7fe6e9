/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One table of organizations with a column a service and yes or no below it. */
#include "exchange/files/sheet_writer.h"
#include "exchange/flat/categorized.h"
#include "exchange/flat/groups.h"
#include "exchange/flat/hmis.h"
#include "exchange/flat/people.h"
#include "exchange/workbook/tables.h"
#include "model/columns/fields.h"
#include "model/columns/no_name.h"
#include "model/columns/numbered_columns.h"
#include "model/columns/one_column.h"
#include "model/columns/words.h"

#include <string.h>

typedef enum { KEPT, SERVICE, POPULATION, LISTED, PERSON, PERSONAL, UNNAMED } Use;

typedef struct {
  const RefnetImport *import;
  RefnetGrid *grid;                      /* of organizations */
  guint field_column[REFNET_FIELDS_MAX]; /* or G_MAXUINT */
  guint *field_of; /* by column: the field whose list it holds, or G_MAXUINT */
  Use *uses;       /* by column */
  char **values;   /* by column: the service or population that it stands for; of one that is kept:
                    * that it might have been one */
  RefnetFlatPeople people;
  gboolean has_people, has_programs;
  gboolean lists_people; /* a row a person, whose organization stands beside them */
  const char **written;  /* by row: the id or name of who is written; NULL */
  RefnetFlatGroups groups;
  GHashTable *more; /* id → GString of services from the table of categories */
} Flat;

/* ---- flags ----------------------------------------------------------------------------------- */

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

/* "v254", "Q12_3", "pleaseindicatespecialtrainingadd": what a survey program calls a column says
 * nothing of what is offered. */
static gboolean names_no_service(const char *header) {
  static const char *const beginnings[] = {"pleaseindicate", "pleaseselect", "pleasecheck",
                                           "pleasespecify", "pleaselist"};
  g_autofree char *folded = refnet_text_fold_header(header);
  for (gsize i = 0; i < G_N_ELEMENTS(beginnings); i++)
    if (g_str_has_prefix(folded, beginnings[i]))
      return TRUE;
  const gsize letters = strcspn(folded, "0123456789");
  const gboolean is_numbered =
      folded[letters] != '\0' && folded[letters + strspn(folded + letters, "0123456789")] == '\0';
  g_autofree char *word = g_strndup(folded, letters);
  return is_numbered && refnet_word_is_among(word, "v q var question field item col column");
}

static void choose_fields(Flat *flat) {
  for (guint f = 0; f < REFNET_FIELDS_MAX; f++)
    flat->field_column[f] = refnet_grid_find_field(flat->grid, REFNET_FILE_ORGANIZATIONS, f);
}

/* What a program is called serves as its service where nothing else says that. */
static void choose_programs(Flat *flat) {
  const guint program =
      refnet_flat_program_column(flat->grid, flat->field_column[REFNET_ORGANIZATION_NAME]);
  flat->has_programs = program != G_MAXUINT;
  if (flat->field_column[REFNET_ORGANIZATION_SERVICES] != G_MAXUINT || program == G_MAXUINT)
    return;
  flat->field_column[REFNET_ORGANIZATION_SERVICES] = program;
  flat->field_of[program] = REFNET_ORGANIZATION_SERVICES;
}

static gboolean is_another_field(const Flat *flat, guint column, guint field) {
  for (guint f = 0; f < REFNET_FIELDS_MAX; f++)
    if (f != field && flat->field_column[f] == column)
      return TRUE;
  return FALSE;
}

static void say_list(const Flat *flat, const RefnetField *field, const gboolean *are) {
  g_autoptr(GString) headers = g_string_new(NULL);
  for (guint c = 0; c < flat->grid->width; c++)
    if (are[c]) {
      g_autofree char *shown = refnet_text_display(refnet_grid_cell(flat->grid, 0, c), 40);
      g_string_append_printf(headers, "%s\"%s\"", headers->len > 0 ? ", " : "", shown);
    }
  refnet_import_report_say(
      flat->import->report,
      g_strdup_printf("Columns read as one list of %s: %s.", field->name, headers->str));
}

/* "Service 1", "Service 2" are one list, as where tables are loaded. */
static void choose_lists(Flat *flat) {
  const RefnetFileFields *file = refnet_file_fields(REFNET_FILE_ORGANIZATIONS);
  g_autoptr(GPtrArray) folded = g_ptr_array_new_with_free_func(g_free);
  g_autofree const char **headers = g_new(const char *, flat->grid->width + 1);
  g_autofree gboolean *are = g_new0(gboolean, flat->grid->width + 1);
  for (guint c = 0; c < flat->grid->width; c++)
    g_ptr_array_add(folded, refnet_text_fold_header(refnet_grid_cell(flat->grid, 0, c)));
  for (guint f = 0; f < file->field_count; f++) {
    const guint chosen = flat->field_column[f];
    for (guint c = 0; c < flat->grid->width; c++)
      headers[c] = is_another_field(flat, c, f) ? NULL : g_ptr_array_index(folded, c);
    if (chosen != G_MAXUINT && file->fields[f].list)
      flat->field_of[chosen] = f;
    if (refnet_numbered_columns(REFNET_FILE_ORGANIZATIONS, f, headers, flat->grid->width,
                                chosen != G_MAXUINT ? (gint)chosen : -1, are) == 0)
      continue;
    say_list(flat, &file->fields[f], are);
    for (guint c = flat->grid->width; c-- > 0;)
      if (are[c]) {
        flat->field_of[c] = f;
        flat->field_column[f] = c;
      }
  }
}

/* In a list of people the organizations are named beside them, and ids and addresses are theirs. */
static void find_people(Flat *flat) {
  static const guint theirs[] = {REFNET_ORGANIZATION_ID, REFNET_ORGANIZATION_EMAIL,
                                 REFNET_ORGANIZATION_PHONE};
  flat->has_people = refnet_flat_people_find(&flat->people, flat->grid);
  flat->lists_people = flat->people.organization != G_MAXUINT;
  if (flat->lists_people)
    flat->field_column[REFNET_ORGANIZATION_NAME] = flat->people.organization;
  for (gsize i = 0; i < G_N_ELEMENTS(theirs); i++)
    if (flat->lists_people ||
        (flat->has_people && refnet_flat_people_has(&flat->people, flat->field_column[theirs[i]])))
      flat->field_column[theirs[i]] = G_MAXUINT;
}

static void choose_uses(Flat *flat) {
  choose_fields(flat);
  choose_lists(flat);
  choose_programs(flat);
  find_people(flat);
  for (guint c = 0; c < flat->grid->width; c++) {
    const char *header = refnet_grid_cell(flat->grid, 0, c);
    gboolean is_field = flat->field_of[c] != G_MAXUINT, is_population;
    for (guint f = 0; f < REFNET_FIELDS_MAX; f++)
      is_field |= flat->field_column[f] == c;
    flat->uses[c] = *header == '\0' ? UNNAMED : KEPT;
    if (flat->field_of[c] == REFNET_ORGANIZATION_SERVICES ||
        flat->field_of[c] == REFNET_ORGANIZATION_POPULATIONS)
      flat->uses[c] = LISTED;
    else if (!is_field && flat->has_people && refnet_flat_people_has(&flat->people, c))
      flat->uses[c] = PERSON;
    if (flat->uses[c] == PERSON)
      flat->values[c] = g_strdup(header);
    if (is_field || flat->uses[c] == PERSON || *header == '\0' ||
        refnet_hmis_is_no_service(header) || !refnet_flat_holds_flags(flat->grid, c))
      continue;
    flat->values[c] = value_of_header(header, &is_population);
    if (names_no_service(header))
      continue;
    flat->uses[c] = flat->lists_people ? PERSONAL : is_population ? POPULATION : SERVICE;
  }
}

static void say_uses(const Flat *flat, Use use, const char *what, const char *as) {
  g_autoptr(GString) list = g_string_new(NULL);
  for (guint c = 0; c < flat->grid->width; c++)
    if (flat->uses[c] == use && flat->values[c] != NULL) {
      g_autofree char *shown = refnet_text_display(flat->values[c], 40);
      g_string_append_printf(list, "%s\"%s\"", list->len > 0 ? ", " : "", shown);
    }
  if (list->len > 0)
    refnet_import_report_say(flat->import->report,
                             g_strdup_printf("%s, read as %s: %s.", what, as, list->str));
}

static guint count_cells(const RefnetGrid *grid, guint column) {
  guint filled = 0;
  for (guint r = 1; r < grid->rows; r++)
    filled += *refnet_grid_cell(grid, r, column) != '\0';
  return filled;
}

/* As where tables are loaded. */
static void report_unnamed(const Flat *flat) {
  for (guint c = 0; c < flat->grid->width; c++) {
    guint cells = flat->uses[c] == UNNAMED ? count_cells(flat->grid, c) : 0;
    if (cells > 0)
      refnet_grid_report(flat->grid, flat->import, REFNET_SEVERITY_WARNING, "column-without-header",
                         0, c, NULL, "name the column in the header, or empty it",
                         "column %u has no header; %u %s below it %s left out", c + 1, cells,
                         cells == 1 ? "cell" : "cells", cells == 1 ? "is" : "are");
  }
}

/* ---- cells ----------------------------------------------------------------------------------- */

static const char *field_cell(const Flat *flat, guint row, guint field) {
  guint column = flat->field_column[field];
  return column != G_MAXUINT ? refnet_grid_cell(flat->grid, row, column) : "";
}

static gboolean is_list(const Flat *flat, guint column) {
  return flat->field_of[column] != G_MAXUINT;
}

/* Of all columns of the list, in the row, or in all of the organization, as `next` says. */
static char *list_cell(const Flat *flat, guint row, const guint *next, guint field) {
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

static gboolean is_yes(const Flat *flat, guint row, const guint *next, guint column) {
  RefnetTri answer = REFNET_TRI_UNKNOWN;
  for (; row != 0 && answer != REFNET_TRI_YES; row = next != NULL ? next[row] : 0)
    if (!refnet_word_answer(refnet_grid_cell(flat->grid, row, column), &answer))
      answer = REFNET_TRI_UNKNOWN;
  return answer == REFNET_TRI_YES;
}

/* Contacts have to be told whose they are, which a name that several rows have does not. */
static RefnetRowsOfOne rows_of_one(const Flat *flat) {
  if (flat->lists_people)
    return REFNET_ROWS_OF_A_NAME_PEOPLE;
  if (flat->has_programs)
    return REFNET_ROWS_OF_A_NAME;
  return flat->has_people ? REFNET_ROWS_OF_A_NAME_AND_PLACE : REFNET_ROWS_STAY_APART;
}

static void say_chains(const Flat *flat) {
  const guint names = flat->groups.apart;
  if (names > 0)
    refnet_import_report_say(
        flat->import->report,
        g_strdup_printf("%u %s with different addresses: taken for an organisation at each, with "
                        "an id that says where.",
                        names, names == 1 ? "name stands" : "names stand"));
}

static void say_groups(const Flat *flat) {
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
static char *list_values(const Flat *flat, guint row, const guint *next, Use use, guint field) {
  g_autoptr(GString) list = g_string_new(NULL);
  const guint id = flat->field_column[REFNET_ORGANIZATION_ID];
  g_autofree char *listed = list_cell(flat, row, next, field);
  g_string_append(list, listed);
  const gsize from = list->len; /* what is only listed stays as it is written */
  for (guint c = 0; c < flat->grid->width; c++)
    if (flat->uses[c] == use && is_yes(flat, row, next, c))
      refnet_list_cell_add(list, flat->values[c]);
  GString *more = use == SERVICE && flat->more != NULL && id != G_MAXUINT
                      ? g_hash_table_lookup(flat->more, refnet_grid_cell(flat->grid, row, id))
                      : NULL;
  if (more != NULL)
    g_string_append_printf(list, "%s%s", list->len > 0 ? ";" : "", more->str);
  return list->len > from ? refnet_list_cell_once(list->str) : g_strdup(list->str);
}

static void write_row(const Flat *flat, guint row, RefnetSheetWriter *writer, const char **cells) {
  const guint *next = flat->groups.next;
  g_autofree char *services = list_values(flat, row, next, SERVICE, REFNET_ORGANIZATION_SERVICES);
  g_autofree char *populations =
      list_values(flat, row, next, POPULATION, REFNET_ORGANIZATION_POPULATIONS);
  g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func(g_free);
  guint at = 0;
  if (flat->groups.apart > 0)
    cells[at++] = flat->groups.ids[row] != NULL ? flat->groups.ids[row] : "";
  for (guint c = 0; c < flat->grid->width; c++)
    if (flat->uses[c] == KEPT) {
      cells[at++] = refnet_flat_group_cell(flat->grid, row, next, c, is_list(flat, c));
      g_ptr_array_add(kept, (gpointer)cells[at - 1]);
    }
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

static gboolean names_nobody(const char *name) {
  const RefnetFileFields *file = refnet_file_fields(REFNET_FILE_ORGANIZATIONS);
  return *name == '\0' || refnet_word_is_blank(name, &file->fields[REFNET_ORGANIZATION_NAME]);
}

/* Whether the row was used. */
static gboolean take_row(const Flat *flat, guint row, guint file, RefnetSheetWriter *writer,
                         const char **cells) {
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

static gboolean write_organizations(const Flat *flat, GError **error) {
  g_autofree const char **columns = g_new0(const char *, flat->grid->width + 4);
  g_autofree const char **cells = g_new0(const char *, flat->grid->width + 4);
  guint file = refnet_import_report_file(flat->import->report, flat->grid->label), at = 0;
  if (flat->groups.apart > 0)
    columns[at++] = "id";
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

/* Of rows that were put together, which service is where and for whom. */
static gboolean write_services(const Flat *flat, GError **error) {
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
    g_autofree char *services = list_values(flat, r, NULL, SERVICE, REFNET_ORGANIZATION_SERVICES);
    g_autofree char *populations =
        list_values(flat, r, NULL, POPULATION, REFNET_ORGANIZATION_POPULATIONS);
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

static gboolean import_grid(const RefnetImport *import, RefnetGrid *grid, GHashTable *more,
                            GError **error) {
  Flat flat = {.import = import,
               .grid = grid,
               .uses = g_new0(Use, grid->width + 1),
               .values = g_new0(char *, grid->width + 1),
               .field_of = g_new(guint, grid->width + 1),
               .written = g_new0(const char *, (gsize)grid->rows + 1),
               .more = more};
  for (guint c = 0; c < grid->width; c++)
    flat.field_of[c] = G_MAXUINT;
  choose_uses(&flat);
  gboolean ok = flat.field_column[REFNET_ORGANIZATION_NAME] != G_MAXUINT;
  if (!ok)
    refuse_nameless(grid, error);
  if (ok) {
    flat.groups = refnet_flat_groups_find(grid, flat.field_column, rows_of_one(&flat));
    say_groups(&flat);
    say_chains(&flat);
    say_uses(&flat, SERVICE, "Columns of yes and no", "services");
    say_uses(&flat, POPULATION, "Columns of yes and no", "groups of people");
    say_uses(&flat, KEPT, "Columns of yes and no whose headers name no service", "attributes");
    say_uses(&flat, PERSON, "Columns about people", "contacts");
    say_uses(&flat, PERSONAL, "Columns of yes and no", "said of the people, and left out");
    report_unnamed(&flat);
    ok = write_organizations(&flat, error) && write_services(&flat, error) &&
         (!flat.has_people ||
          refnet_flat_people_write(&flat.people, grid, import, flat.written, error));
  }
  for (guint c = 0; c < grid->width; c++)
    g_free(flat.values[c]);
  refnet_flat_groups_clear(&flat.groups, grid->rows);
  g_free(flat.values);
  g_free(flat.uses);
  g_free(flat.field_of);
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
  if (grid == NULL ||
      !refnet_grid_rename_columns(grid, REFNET_FILE_ORGANIZATIONS, import->columns, error))
    return FALSE;
  refnet_hmis_leave_out_deleted(import, grid, G_MAXUINT, NULL);
  return import_grid(import, grid, NULL, error);
}
