/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A dataset to begin with: every file with all of its columns, and what is known already. */
#include "exchange/start/starter.h"

#include <string.h>

#include "base/shell_word.h"
#include "exchange/start/name_file.h"
#include "exchange/start/starter_file.h"
#include "exchange/workbook/workbook_writer.h"
#include "present/wording/words.h"
#include "table/csv_cell.h"

/* ---- rows ------------------------------------------------------------------------------------ */

/* A file, or a sheet of the workbook, while it is written: what is known goes into the cells of a
 * row by their fields. */
typedef struct {
  const RefnetFileHelp *help;
  RefnetOutput *output;           /* NULL: into the workbook */
  RefnetWorkbookWriter *workbook; /* NULL: into the file */
  guint64 rows;                   /* below the header */
} Sheet;

static void put_cells(const Sheet *sheet, const char *const *cells) {
  guint count = sheet->help->field_count;
  if (sheet->workbook) {
    refnet_workbook_writer_row(sheet->workbook, cells, count);
    return;
  }
  for (guint i = 0; i < count; i++) {
    refnet_output_puts(sheet->output, i > 0 ? "," : "");
    refnet_csv_put(sheet->output, cells[i]);
  }
  refnet_output_puts(sheet->output, "\n");
}

static void put_header(const Sheet *sheet) {
  const RefnetFileFields *file = refnet_file_fields(sheet->help->file);
  g_autofree const char **cells = g_new(const char *, sheet->help->field_count);
  for (guint i = 0; i < sheet->help->field_count; i++)
    cells[i] = file->fields[sheet->help->fields[i].field].name;
  put_cells(sheet, cells);
}

/* A row with two cells filled. */
static void put_row(Sheet *sheet, guint field, const char *text, guint other_field,
                    const char *other) {
  g_autofree const char **cells = g_new(const char *, sheet->help->field_count);
  for (guint i = 0; i < sheet->help->field_count; i++) {
    guint at = sheet->help->fields[i].field;
    cells[i] = at == field ? text : other && at == other_field ? other : "";
  }
  put_cells(sheet, cells);
  sheet->rows++;
}

static void put_names(Sheet *sheet, guint field, const RefnetNameList *names) {
  for (guint32 i = 0; names && i < refnet_name_list_length(names); i++)
    put_row(sheet, field, refnet_name_list_name(names, i), 0, NULL);
}

static void put_needs(Sheet *sheet, const RefnetStarter *starter) {
  for (guint a = 0; starter->areas[a]; a++)
    for (guint s = 0; starter->services[s]; s++)
      put_row(sheet, REFNET_NEED_AREA, starter->areas[a], REFNET_NEED_SERVICE,
              starter->services[s]);
}

static void put_rows(Sheet *sheet, const RefnetStarter *starter, const RefnetNameList *names) {
  if (sheet->help->file == REFNET_FILE_ORGANIZATIONS)
    put_names(sheet, REFNET_ORGANIZATION_NAME, names);
  else if (sheet->help->file == REFNET_FILE_RESPONDENTS)
    put_names(sheet, REFNET_RESPONDENT_ORGANIZATION, names);
  else if (sheet->help->file == REFNET_FILE_NEEDS && starter->services && starter->areas)
    put_needs(sheet, starter);
  else if (sheet->help->file == REFNET_FILE_AREAS)
    for (guint a = 0; starter->areas && starter->areas[a]; a++)
      put_row(sheet, REFNET_AREA_AREA, starter->areas[a], 0, NULL);
}

static gboolean write_file(const RefnetStarter *starter, const RefnetFileHelp *help,
                           const RefnetNameList *names, RefnetImportReport *report,
                           GError **error) {
  const char *file = refnet_file_fields(help->file)->file;
  g_autoptr(RefnetOutput) output = refnet_starter_open(starter, file, error);
  Sheet sheet = {.help = help, .output = output};
  if (output == NULL)
    return FALSE;
  refnet_starter_begin_csv(output);
  put_header(&sheet);
  put_rows(&sheet, starter, names);
  refnet_import_report_written(report, file, sheet.rows);
  return refnet_output_commit(output, error);
}

/* The sheet of "organizations.csv" is called "Organizations". */
static void write_sheet(const RefnetStarter *starter, const RefnetFileHelp *help,
                        const RefnetNameList *names, RefnetWorkbookWriter *workbook,
                        RefnetImportReport *report) {
  const char *file = refnet_file_fields(help->file)->file;
  g_autofree char *name = refnet_words_capital(g_strndup(file, strcspn(file, ".")));
  g_autofree char *told = g_strdup_printf(REFNET_STARTER_WORKBOOK ", sheet %s", name);
  Sheet sheet = {.help = help, .workbook = workbook};
  refnet_workbook_writer_sheet(workbook, name);
  put_header(&sheet);
  put_rows(&sheet, starter, names);
  refnet_import_report_written(report, told, sheet.rows);
}

static gboolean write_files(const RefnetStarter *starter, const RefnetNameList *names,
                            RefnetImportReport *report, GError **error) {
  guint count;
  const RefnetFileHelp *helps = refnet_file_helps(&count);
  for (guint i = 0; i < count; i++)
    if (!write_file(starter, &helps[i], names, report, error))
      return FALSE;
  return TRUE;
}

static gboolean write_workbook(const RefnetStarter *starter, const RefnetNameList *names,
                               RefnetImportReport *report, GError **error) {
  guint count;
  const RefnetFileHelp *helps = refnet_file_helps(&count);
  g_autofree char *path = starter->path(REFNET_STARTER_WORKBOOK, starter->path_data);
  g_autoptr(RefnetWorkbookWriter) workbook = refnet_workbook_writer_open(path, error);
  for (guint i = 0; workbook && i < count; i++)
    write_sheet(starter, &helps[i], names, workbook, report);
  return workbook && refnet_workbook_writer_commit(workbook, error);
}

/* ---- all of it ------------------------------------------------------------------------------- */

static void say_left_out(const RefnetNamesLeftOut *left_out, RefnetImportReport *report) {
  if (left_out->unnamed > 0)
    refnet_import_report_say(
        report, refnet_words_capital(refnet_words_count(
                    left_out->unnamed, "row that names nobody (\"N/A\", a total) is left out.",
                    "rows that name nobody (\"N/A\", a total) are left out.")));
  if (left_out->unreadable == 0)
    return;
  g_autofree char *rows = refnet_words_count(left_out->unreadable, "row", "rows");
  const gboolean is_one = left_out->unreadable == 1;
  refnet_import_report_say(report, refnet_words_capital(g_strdup_printf(
                                       "%s, %son line %" G_GUINT64_FORMAT
                                       ", cannot be read and %s left out: add the %s by hand.",
                                       rows, is_one ? "" : "the first ", left_out->first_line,
                                       is_one ? "is" : "are", is_one ? "name" : "names")));
}

static void say_names(const RefnetStarter *starter, const RefnetNameList *names,
                      const RefnetNamesLeftOut *left_out, RefnetImportReport *report) {
  g_autofree char *count =
      refnet_words_count(refnet_name_list_length(names), "name is", "names are");
  g_autofree char *repeated =
      refnet_words_count(left_out->repeated, "that stood there twice is left out",
                         "that stood there before are left out");
  char *sentence =
      g_strdup_printf("%s in %s%s%s.", count,
                      starter->workbook ? "the sheets Organizations and Respondents"
                                        : "organizations.csv and respondents.csv",
                      left_out->repeated > 0 ? "; " : "", left_out->repeated > 0 ? repeated : "");
  refnet_import_report_say(report, refnet_words_capital(sentence));
  say_left_out(left_out, report);
}

/* What the command to type calls the dataset. */
static char *dataset_name(const RefnetStarter *starter) {
  g_autofree char *path = starter->workbook
                              ? g_build_filename(starter->directory, REFNET_STARTER_WORKBOOK, NULL)
                              : g_strdup(starter->directory);
  return refnet_shell_word(path);
}

static void say_next(const RefnetStarter *starter, gboolean has_names, RefnetImportReport *report) {
  g_autofree char *shown = dataset_name(starter);
  refnet_import_report_say(
      report, g_strdup_printf("Open %s in a spreadsheet program: %s the columns name, services and "
                              "areas%s are enough to begin with. README.txt explains every %s.",
                              starter->workbook ? REFNET_STARTER_WORKBOOK : "organizations.csv",
                              has_names ? "the names are there;" : "one organisation a row;",
                              starter->workbook ? " of the sheet Organizations" : "",
                              starter->workbook ? "sheet and column" : "file and column"));
  refnet_import_report_say(
      report, g_strdup_printf("Then: refnet check %s. It says what is missing and what it is "
                              "good for.",
                              shown));
}

gboolean refnet_starter_write(const RefnetStarter *starter, RefnetImportReport *report,
                              GError **error) {
  RefnetNamesLeftOut left_out = {0};
  g_autoptr(RefnetNameList) names = NULL;
  if ((starter->names && !(names = refnet_name_file_read(starter->names, &left_out, error))) ||
      !(starter->workbook ? write_workbook : write_files)(starter, names, report, error))
    return FALSE;
  if (names)
    say_names(starter, names, &left_out, report);
  say_next(starter, names != NULL, report);
  if (starter->survey) {
    if (!refnet_survey_form_write(starter, names, error))
      return FALSE;
    refnet_import_report_written(report, "survey.csv", refnet_name_list_length(names));
  }
  return refnet_guide_write(starter, names != NULL, error);
}
