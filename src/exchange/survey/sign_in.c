/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/survey/sign_in.h"

#include "base/order.h"
#include "exchange/files/sheet_writer.h"
#include "exchange/names/contact_list.h"
#include "exchange/names/people_cell.h"
#include "exchange/questions/titles.h"
#include "exchange/survey/sign_in_shape.h"
#include "model/columns/fields.h"
#include "model/columns/no_name.h"
#include "model/columns/words.h"

#include <string.h>

typedef struct {
  guint32 organization;
  RefnetDate date;
  GString *people;
} Meeting;

typedef struct {
  const RefnetImport *import;
  const RefnetGrid *grid;
  RefnetRoster *roster;
  RefnetSignInShape shape;
  RefnetDateOrder order;
  GHashTable *meetings; /* "organization date" → Meeting */
  RefnetContactList *contacts;
  guint file;
} SignIn;

gboolean refnet_sign_in_is(const RefnetGrid *grid, RefnetDateOrder order) {
  RefnetSignInShape shape;
  return refnet_sign_in_shape(grid, order, &shape);
}

/* ---- attendances ----------------------------------------------------------------------------- */

static gboolean was_there(const char *cell) {
  static const char absences[] = "absent a excused e regrets none na ab exc didnotattend apologies";
  RefnetTri answer;
  g_autofree char *folded = refnet_text_fold_header(cell);
  if (*cell == '\0' || refnet_survey_folds_to_one_of(cell, absences))
    return FALSE;
  if (refnet_word_answer(cell, &answer))
    return answer == REFNET_TRI_YES;
  return *folded != '\0';
}

/* What the cell says of who came: names, or how many; NULL: only that somebody did. */
static const char *people_in(const char *cell) {
  static const char ticks[] = "present p attended here in there virtual online zoom inperson";
  RefnetTri answer;
  return refnet_word_answer(cell, &answer) || refnet_survey_folds_to_one_of(cell, ticks) ? NULL
                                                                                         : cell;
}

static void add_meeting(SignIn *sheet, guint32 organization, RefnetDate date, const char *people) {
  g_autofree char *key = g_strdup_printf("%u %d", organization, date);
  Meeting *meeting = g_hash_table_lookup(sheet->meetings, key);
  if (meeting == NULL) {
    meeting = g_new(Meeting, 1);
    *meeting = (Meeting){organization, date, g_string_new(NULL)};
    g_hash_table_insert(sheet->meetings, g_steal_pointer(&key), meeting);
  }
  if (people != NULL && *people != '\0') {
    g_auto(GStrv) known = g_strsplit(meeting->people->str, "; ", -1);
    if (!g_strv_contains((const char *const *)known, people))
      g_string_append_printf(meeting->people, "%s%s", meeting->people->len > 0 ? "; " : "", people);
  }
}

static const char *cell_at(const SignIn *sheet, guint row, guint column) {
  return column == G_MAXUINT ? "" : refnet_grid_cell(sheet->grid, row, column);
}

/* Whom the row names, of several columns; none: nobody. Caller frees with g_strfreev. */
static char **persons_in(const SignIn *sheet, guint row) {
  const char *first = cell_at(sheet, row, sheet->shape.person);
  const char *last = cell_at(sheet, row, sheet->shape.last_name);
  char *person = g_strstrip(g_strdup_printf("%s %s", first, last));
  if (!refnet_person_is_somebody(person)) {
    g_free(person);
    return refnet_people_in_cell(cell_at(sheet, row, sheet->shape.people));
  }
  char **persons = g_new0(char *, 2);
  persons[0] = person;
  return persons;
}

static void add_contacts(SignIn *sheet, guint row, guint32 organization, char **persons,
                         RefnetDate met) {
  gboolean is_one = persons[0] != NULL && persons[1] == NULL;
  const RefnetContactWays ways = {
      .email = is_one ? cell_at(sheet, row, sheet->shape.email) : "",
      .phone = is_one ? cell_at(sheet, row, sheet->shape.phone) : "",
      .role = is_one ? cell_at(sheet, row, sheet->shape.role) : "",
  };
  for (guint i = 0; persons[i] != NULL; i++)
    refnet_contact_list_add(sheet->contacts, organization, persons[i], ways, met);
}

/* `people` says who came where the row names nobody. */
static void take_attendance(SignIn *sheet, guint row, guint32 organization, char **persons,
                            RefnetDate date, const char *people) {
  if (persons[0] == NULL)
    add_meeting(sheet, organization, date, people);
  for (guint i = 0; persons[i] != NULL; i++)
    add_meeting(sheet, organization, date, persons[i]);
  add_contacts(sheet, row, organization, persons, date);
}

static void report_no_date(const SignIn *sheet, guint row, const char *text) {
  g_autofree char *shown = refnet_text_display(text, 40);
  g_autofree char *date =
      *text != '\0' ? g_strdup_printf("\"%s\" is no date", shown) : g_strdup("the date is blank");
  refnet_grid_report(sheet->grid, sheet->import,
                     &(RefnetGridProblem){.kind = "no-date",
                                          .severity = REFNET_SEVERITY_WARNING,
                                          .row = row,
                                          .column = sheet->shape.date,
                                          .field = refnet_grid_cell(
                                              sheet->grid, sheet->shape.header, sheet->shape.date),
                                          .fix = "write the day of the meeting as 2026-03-14"},
                     "%s, so the row became a contact and no meeting", date);
}

static void take_row(SignIn *sheet, guint row, guint32 organization) {
  g_auto(GStrv) persons = persons_in(sheet, row);
  const char *people = cell_at(sheet, row, sheet->shape.people);
  add_contacts(sheet, row, organization, persons, REFNET_DATE_UNKNOWN);
  if (sheet->shape.held != REFNET_DATE_UNKNOWN) {
    take_attendance(sheet, row, organization, persons, sheet->shape.held, people);
    return;
  }
  if (sheet->shape.date != G_MAXUINT) {
    const char *text = cell_at(sheet, row, sheet->shape.date);
    RefnetDate date = refnet_sign_in_date(text, sheet->order);
    if (date != REFNET_DATE_UNKNOWN)
      take_attendance(sheet, row, organization, persons, date, people);
    else
      report_no_date(sheet, row, text);
    return;
  }
  for (guint c = 0; c < sheet->grid->width; c++) {
    if (c == sheet->shape.organization)
      continue;
    RefnetDate date =
        refnet_sign_in_date(refnet_grid_cell(sheet->grid, sheet->shape.header, c), sheet->order);
    const char *cell = refnet_grid_cell(sheet->grid, row, c);
    if (date != REFNET_DATE_UNKNOWN && was_there(cell))
      take_attendance(sheet, row, organization, persons, date, people_in(cell));
  }
}

/* What stands where the organization should be, and is none. NULL: it may be one. Static. */
static const char *why_no_organization(const char *name) {
  if (refnet_word_is_unknown(name))
    return "they came for no organisation that is named";
  if (refnet_word_is_own_behalf(name))
    return "they came for themselves";
  if (refnet_word_other_than_name(name) != NULL)
    return "totals, remarks and words in place of an organisation";
  return NULL;
}

static void take_rows(SignIn *sheet) {
  RefnetImportReport *report = sheet->import->report;
  RefnetNameList *names = refnet_roster_names(sheet->roster);
  for (guint r = sheet->shape.header + 1; r < sheet->grid->rows; r++) {
    const char *name = cell_at(sheet, r, sheet->shape.organization);
    gboolean loosely;
    if (*name == '\0') {
      refnet_import_report_rejected(report, sheet->file, 1,
                                    "nothing says which organisation it is");
      refnet_grid_report(sheet->grid, sheet->import,
                         &(RefnetGridProblem){.kind = "no-respondent",
                                              .severity = REFNET_SEVERITY_ERROR,
                                              .row = r,
                                              .column = sheet->shape.organization,
                                              .fix = "fill in the organisation"},
                         "the row doesn't say which organisation came");
      continue;
    }
    const char *why = why_no_organization(name);
    if (why != NULL) {
      refnet_import_report_ignored(report, sheet->file, 1, why);
      continue;
    }
    guint32 organization = refnet_name_list_find(names, name, &loosely);
    if (organization == REFNET_NONE)
      organization = refnet_name_list_add(names, name);
    take_row(sheet, r, organization);
    refnet_import_report_used(report, sheet->file, 1);
  }
  refnet_import_report_rejected(report, sheet->file, sheet->grid->broken, "the row cannot be read");
}

/* ---- dates ----------------------------------------------------------------------------------- */

static const char *date_text(const SignIn *sheet, guint index) {
  return sheet->shape.date == G_MAXUINT ? refnet_grid_cell(sheet->grid, sheet->shape.header, index)
                                        : refnet_grid_cell(sheet->grid, index, sheet->shape.date);
}

/* Which of day and month comes first is told from all dates together. FALSE: both ways are possible
 * and mean different days. */
static gboolean settle_order(SignIn *sheet) {
  RefnetDateOrderSigns signs = {0};
  guint end = sheet->shape.date == G_MAXUINT ? sheet->grid->width : sheet->grid->rows;
  sheet->order = sheet->import->date_order;
  if (sheet->order != REFNET_DATE_ORDER_UNKNOWN)
    return TRUE;
  for (guint i = sheet->shape.date == G_MAXUINT ? 0 : 1; i < end; i++)
    refnet_date_order_note(&signs, date_text(sheet, i));
  sheet->order = refnet_date_order_of(&signs);
  return !signs.ambiguous || sheet->order != REFNET_DATE_ORDER_UNKNOWN;
}

/* ---- writing --------------------------------------------------------------------------------- */

static int compare_meetings(gconstpointer a, gconstpointer b, gpointer names) {
  const Meeting *x = *(const Meeting *const *)a, *y = *(const Meeting *const *)b;
  int order = strcmp(refnet_name_list_name(names, x->organization),
                     refnet_name_list_name(names, y->organization));
  return order != 0 ? order : (x->date > y->date) - (x->date < y->date);
}

static int compare_texts(gconstpointer a, gconstpointer b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* "B; A" as "A; B", whatever order the rows came in. */
static char *sorted_people(const char *people) {
  g_auto(GStrv) names = g_strsplit(people, "; ", -1);
  qsort(names, g_strv_length(names), sizeof *names, compare_texts);
  return g_strjoinv("; ", names);
}

static gboolean write_meetings(const SignIn *sheet, GError **error) {
  static const char *const columns[] = {"organization", "date", "people", NULL};
  g_autoptr(GPtrArray) all =
      refnet_values_in_order(sheet->meetings, compare_meetings, refnet_roster_names(sheet->roster));
  g_autoptr(RefnetSheetWriter) writer =
      refnet_sheet_writer_open(sheet->import, REFNET_FILE_MEETINGS, columns, error);
  if (writer == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++) {
    const Meeting *meeting = g_ptr_array_index(all, i);
    g_autofree char *date = refnet_date_iso(meeting->date);
    g_autofree char *people = sorted_people(meeting->people->str);
    const char *cells[] = {refnet_roster_reference(sheet->roster, meeting->organization), date,
                           people};
    refnet_sheet_writer_row(writer, cells);
  }
  return refnet_sheet_writer_close(writer, error);
}

static void say_example(const SignIn *sheet) {
  g_autoptr(GPtrArray) all =
      refnet_values_in_order(sheet->meetings, compare_meetings, refnet_roster_names(sheet->roster));
  RefnetImportReport *report = sheet->import->report;
  refnet_import_report_say(
      report, g_strdup("This is a sign-in sheet: it says who met, so it became meetings and "
                       "contacts, and no referrals."));
  if (all->len == 0)
    return;
  const Meeting *meeting = g_ptr_array_index(all, 0);
  g_autofree char *date = refnet_date_words(meeting->date);
  g_autofree char *name = refnet_text_display(
      refnet_name_list_name(refnet_roster_names(sheet->roster), meeting->organization), 60);
  refnet_import_report_say(report, g_strdup_printf("%s came on %s: right?", name, date));
}

/* ---- the sheet ------------------------------------------------------------------------------- */

static void free_meeting(gpointer data) {
  Meeting *meeting = data;
  g_string_free(meeting->people, TRUE);
  g_free(meeting);
}

static gboolean check_columns(const SignIn *sheet, GError **error) {
  if (!sheet->shape.names_no_organization)
    return TRUE;
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "%s is a sign-in sheet that says who came, but not from which organisation; add a "
              "column Organization",
              sheet->grid->label);
  return FALSE;
}

static gboolean check_dates(SignIn *sheet, GError **error) {
  if (sheet->shape.held == REFNET_DATE_UNKNOWN && sheet->shape.date == G_MAXUINT &&
      sheet->shape.dates < sheet->shape.short_dates) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                "%s is a sign-in sheet whose dates have no year; write them as 2026-02-14",
                sheet->grid->label);
    return FALSE;
  }
  if (sheet->shape.held != REFNET_DATE_UNKNOWN ? !sheet->shape.held_is_ambiguous
                                               : settle_order(sheet))
    return TRUE;
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "the dates of %s can be read with the day or with the month first; say which with "
              "--date-order",
              sheet->grid->label);
  return FALSE;
}

gboolean refnet_sign_in_import(const RefnetImport *import, const RefnetGrid *grid,
                               RefnetRoster *roster, GError **error) {
  SignIn sheet = {.import = import,
                  .grid = grid,
                  .roster = roster,
                  .meetings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_meeting),
                  .contacts = refnet_contact_list_new(roster),
                  .file = refnet_import_report_file(import->report, grid->label)};
  gboolean ok = refnet_sign_in_shape(grid, import->date_order, &sheet.shape) &&
                check_columns(&sheet, error) && check_dates(&sheet, error);
  if (ok) {
    take_rows(&sheet);
    say_example(&sheet);
    ok = refnet_roster_write(roster, import, error) && write_meetings(&sheet, error) &&
         refnet_contact_list_write(sheet.contacts, import, error);
  }
  g_hash_table_unref(sheet.meetings);
  refnet_contact_list_free(sheet.contacts);
  return ok;
}
