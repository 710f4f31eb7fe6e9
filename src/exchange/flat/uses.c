/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/flat/uses.h"

#include "exchange/flat/hmis.h"
#include "exchange/workbook/tables.h"
#include "model/columns/numbered_columns.h"
#include "model/columns/words.h"

#include <string.h>

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

/* ---- columns --------------------------------------------------------------------------------- */

static void choose_fields(RefnetFlatTable *flat) {
  for (guint f = 0; f < REFNET_FIELDS_MAX; f++)
    flat->field_column[f] = refnet_grid_find_field(flat->grid, REFNET_FILE_ORGANIZATIONS, f);
}

/* What a program is called serves as its service where nothing else says that. */
static void choose_programs(RefnetFlatTable *flat) {
  const guint program =
      refnet_flat_program_column(flat->grid, flat->field_column[REFNET_ORGANIZATION_NAME]);
  flat->has_programs = program != G_MAXUINT;
  if (flat->field_column[REFNET_ORGANIZATION_SERVICES] != G_MAXUINT || program == G_MAXUINT)
    return;
  flat->field_column[REFNET_ORGANIZATION_SERVICES] = program;
  flat->field_of[program] = REFNET_ORGANIZATION_SERVICES;
}

static gboolean is_another_field(const RefnetFlatTable *flat, guint column, guint field) {
  for (guint f = 0; f < REFNET_FIELDS_MAX; f++)
    if (f != field && flat->field_column[f] == column)
      return TRUE;
  return FALSE;
}

static void say_list(const RefnetFlatTable *flat, const RefnetField *field, const gboolean *are) {
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
static void choose_lists(RefnetFlatTable *flat) {
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

/* Two with one id would not be told apart by it. TRUE: the column is left out. */
static gboolean leave_out_clashing(RefnetFlatTable *flat, guint ids, guint names, const char *who,
                                   const char *fix) {
  const guint row = ids != G_MAXUINT ? refnet_flat_find_clash(flat->grid, ids, names) : 0;
  if (row == 0)
    return FALSE;
  flat->uses[ids] = REFNET_FLAT_CLASHING;
  refnet_grid_report(flat->grid, flat->import,
                     &(RefnetGridProblem){.kind = "duplicate-id",
                                          .severity = REFNET_SEVERITY_WARNING,
                                          .row = row,
                                          .column = ids,
                                          .field = refnet_grid_cell(flat->grid, 0, ids),
                                          .fix = fix},
                     "two %s have this id; the column is left out", who);
  return TRUE;
}

static void check_ids(RefnetFlatTable *flat) {
  RefnetFlatPeople *people = &flat->people;
  const guint of_organizations = flat->field_column[REFNET_ORGANIZATION_ID];
  if (!refnet_flat_people_has(people, of_organizations))
    leave_out_clashing(flat, of_organizations, people->organization, "organisations",
                       "give each organisation an id of its own");
  if (leave_out_clashing(flat, people->column[REFNET_FLAT_PEOPLE_ID],
                         people->column[REFNET_FLAT_PEOPLE_NAME], "people",
                         "give each person an id of their own"))
    people->column[REFNET_FLAT_PEOPLE_ID] = G_MAXUINT;
}

/* In a list of people the organizations are named beside them, and ids and addresses are theirs. */
static void find_people(RefnetFlatTable *flat) {
  static const guint theirs[] = {REFNET_ORGANIZATION_ID, REFNET_ORGANIZATION_EMAIL,
                                 REFNET_ORGANIZATION_PHONE};
  flat->has_people = refnet_flat_people_find(&flat->people, flat->grid);
  flat->lists_people = flat->people.organization != G_MAXUINT;
  if (flat->lists_people) {
    check_ids(flat);
    flat->field_column[REFNET_ORGANIZATION_NAME] = flat->people.organization;
  }
  for (gsize i = 0; i < G_N_ELEMENTS(theirs); i++)
    if (flat->lists_people ||
        (flat->has_people && refnet_flat_people_has(&flat->people, flat->field_column[theirs[i]])))
      flat->field_column[theirs[i]] = G_MAXUINT;
}

static gboolean is_field(const RefnetFlatTable *flat, guint column) {
  return flat->field_of[column] != G_MAXUINT || is_another_field(flat, column, G_MAXUINT);
}

/* What is kept may yet be taken for what its flags, if it holds such, stand for. */
static RefnetFlatUse use_by_header(const RefnetFlatTable *flat, guint column) {
  if (flat->field_of[column] == REFNET_ORGANIZATION_SERVICES ||
      flat->field_of[column] == REFNET_ORGANIZATION_POPULATIONS)
    return REFNET_FLAT_LISTED;
  if (!is_field(flat, column) && flat->has_people && refnet_flat_people_has(&flat->people, column))
    return REFNET_FLAT_PERSON;
  return *refnet_grid_cell(flat->grid, 0, column) == '\0' ? REFNET_FLAT_UNNAMED : REFNET_FLAT_KEPT;
}

static void choose_use(RefnetFlatTable *flat, guint column) {
  const char *header = refnet_grid_cell(flat->grid, 0, column);
  gboolean is_population;
  if (flat->uses[column] == REFNET_FLAT_CLASHING)
    return;
  flat->uses[column] = use_by_header(flat, column);
  if (flat->uses[column] == REFNET_FLAT_PERSON)
    flat->values[column] = g_strdup(header);
  if (flat->uses[column] != REFNET_FLAT_KEPT || is_field(flat, column) ||
      refnet_hmis_is_no_service(header) || !refnet_flat_holds_flags(flat->grid, column))
    return;
  flat->values[column] = value_of_header(header, &is_population);
  if (!names_no_service(header))
    flat->uses[column] = flat->lists_people ? REFNET_FLAT_PERSONAL
                         : is_population    ? REFNET_FLAT_POPULATION
                                            : REFNET_FLAT_SERVICE;
}

void refnet_flat_uses_choose(RefnetFlatTable *flat) {
  choose_fields(flat);
  choose_lists(flat);
  choose_programs(flat);
  find_people(flat);
  for (guint c = 0; c < flat->grid->width; c++)
    choose_use(flat, c);
}

/* ---- what is said of them -------------------------------------------------------------------- */

static void say_uses(const RefnetFlatTable *flat, RefnetFlatUse use, const char *what,
                     const char *as) {
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
static void report_unnamed(const RefnetFlatTable *flat) {
  for (guint c = 0; c < flat->grid->width; c++) {
    guint cells = flat->uses[c] == REFNET_FLAT_UNNAMED ? count_cells(flat->grid, c) : 0;
    if (cells > 0)
      refnet_grid_report(flat->grid, flat->import,
                         &(RefnetGridProblem){.kind = "column-without-header",
                                              .severity = REFNET_SEVERITY_WARNING,
                                              .row = 0,
                                              .column = c,
                                              .fix = "name the column in the header, or empty it"},
                         "column %u has no header; %u %s below it %s left out", c + 1, cells,
                         cells == 1 ? "cell" : "cells", cells == 1 ? "is" : "are");
  }
}

void refnet_flat_uses_say(const RefnetFlatTable *flat) {
  say_uses(flat, REFNET_FLAT_SERVICE, "Columns of yes and no", "services");
  say_uses(flat, REFNET_FLAT_POPULATION, "Columns of yes and no", "groups of people");
  say_uses(flat, REFNET_FLAT_KEPT, "Columns of yes and no whose headers name no service",
           "attributes");
  say_uses(flat, REFNET_FLAT_PERSON, "Columns about people", "contacts");
  say_uses(flat, REFNET_FLAT_PERSONAL, "Columns of yes and no", "said of the people, and left out");
  report_unnamed(flat);
}
