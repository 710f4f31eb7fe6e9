/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Other people's data as a dataset of our own: a row of the table a format. */
#include "base/shell_word.h"
#include "cli/commands/commands.h"
#include "cli/files/folder.h"
#include "cli/terminal/progress.h"
#include "present/wording/words.h"
#include <refnet/exchange.h>

/* ---- formats --------------------------------------------------------------------------------- */

/* Options that not every format has a use for. */
enum {
  TAXONOMY_LEVEL = 1 << 0,
  AREA_FROM = 1 << 1,
  INCLUDE_INACTIVE = 1 << 2,
  DIRECTION = 1 << 3,
  QUESTION = 1 << 4,
  RESPONDENT = 1 << 5,
  SCALE = 1 << 6,
  FIELDS = 1 << 7,
  ORGANIZATIONS = 1 << 8,
  SHEET = 1 << 9,
  COLUMN = 1 << 10,
  DELIMITER = 1 << 11,
  DATE_ORDER = 1 << 12,
  OF_DIRECTORY = TAXONOMY_LEVEL | AREA_FROM | INCLUDE_INACTIVE | COLUMN | DELIMITER | DATE_ORDER,
  OF_SURVEY =
      DIRECTION | QUESTION | RESPONDENT | SCALE | ORGANIZATIONS | SHEET | DELIMITER | DATE_ORDER,
  OF_EDGE_LIST = QUESTION | FIELDS | ORGANIZATIONS | SHEET | COLUMN | DELIMITER,
  OF_FLAT = SHEET | COLUMN | DELIMITER
};

static const char *const option_names[] = {
    "taxonomy-level", "area-from", "include-inactive", "direction",     "question",
    "respondent",     "scale",     "fields",           "organizations", "sheet",
    "column",         "delimiter", "date-order"};

typedef struct {
  const char *name;
  guint takes; /* of the options above */
  gboolean (*run)(const RefnetImport *import, const CliOptions *options, GError **error);
} ImportFormat;

/* Its table of organizations would do for a directory, and none of the others. */
static gboolean refuse_hmis(const char *source, GError **error) {
  g_autofree char *name = g_filename_display_name(source);
  g_autofree char *shown = refnet_text_display(name, 0);
  g_autofree char *word = refnet_shell_word(shown);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "\"%s\" has the tables of an HMIS, not of a directory; make a dataset of them with "
              "refnet import flat %s -o DIR",
              shown, word);
  return FALSE;
}

static gboolean import_hsds(const RefnetImport *import, const CliOptions *options, GError **error) {
  if (g_file_test(import->source, G_FILE_TEST_IS_DIR) &&
      refnet_source_kind(import->source, NULL) == REFNET_SOURCE_HMIS)
    return refuse_hmis(import->source, error);
  const RefnetDirectoryOptions directory = {.taxonomy_level = (guint)options->import.taxonomy_level,
                                            .area_from = (RefnetAreaFrom)options->import.area_from,
                                            .inactive = options->import.inactive};
  return refnet_import_hsds(import, &directory, error);
}

static gboolean import_survey(const RefnetImport *import, const CliOptions *options,
                              GError **error) {
  const RefnetSurveyOptions survey = {.direction = (RefnetSurveyDirection)options->import.direction,
                                      .question = options->import.question,
                                      .respondent = options->import.respondent,
                                      .codes = options->import.scale,
                                      .organizations = options->import.organizations};
  return refnet_import_survey(import, &survey, error);
}

static gboolean import_edge_list(const RefnetImport *import, const CliOptions *options,
                                 GError **error) {
  const RefnetEdgeListOptions list = {.fields = options->import.fields,
                                      .organizations = options->import.organizations,
                                      .matrix = options->import.question};
  return refnet_import_edge_list(import, &list, error);
}

static gboolean import_graph(const RefnetImport *import, const CliOptions *options,
                             GError **error) {
  (void)options;
  return refnet_import_graph(import, error);
}

static gboolean import_flat(const RefnetImport *import, const CliOptions *options, GError **error) {
  (void)options;
  return refnet_import_flat(import, error);
}

static const ImportFormat formats[] = {
    {"hsds", OF_DIRECTORY, import_hsds},
    {"ohana", OF_DIRECTORY, import_hsds},
    {"survey", OF_SURVEY, import_survey},
    {"edgelist", OF_EDGE_LIST, import_edge_list},
    {"flat", OF_FLAT, import_flat},
    {"graphml", 0, import_graph},
    {"gexf", 0, import_graph},
    {"gml", 0, import_graph},
    {"pajek", QUESTION, import_edge_list},
    {"ucinet", QUESTION, import_edge_list},
};

static const ImportFormat *find_format(const char *name, GError **error) {
  g_autoptr(GString) known = g_string_new(NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(formats); i++) {
    if (g_str_equal(formats[i].name, name))
      return &formats[i];
    g_string_append_printf(known, "%s%s", i > 0 ? ", " : "", formats[i].name);
  }
  g_autofree char *shown = refnet_text_display(name, 60);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "import takes one of %s, not \"%s\"",
              known->str, shown);
  return NULL;
}

/* ---- options --------------------------------------------------------------------------------- */

static guint options_given(const CliOptions *options) {
  const gboolean given[] = {options->import.taxonomy_level > 0,
                            options->import.area_from != REFNET_AREA_FROM_ANY,
                            options->import.inactive,
                            options->import.direction != REFNET_SURVEY_AS_ASKED,
                            options->import.question != NULL,
                            options->import.respondent != NULL,
                            options->import.scale != NULL,
                            options->import.fields != NULL,
                            options->import.organizations != NULL,
                            options->import.sheet != NULL,
                            options->columns != NULL,
                            options->delimiter != NULL,
                            options->date_order != REFNET_DATE_ORDER_UNKNOWN};
  G_STATIC_ASSERT(G_N_ELEMENTS(given) == G_N_ELEMENTS(option_names));
  guint bits = 0;
  for (gsize i = 0; i < G_N_ELEMENTS(given); i++)
    bits |= given[i] ? 1u << i : 0;
  return bits;
}

/* An option that would change nothing is a misunderstanding, and is told. */
static gboolean check_options(const ImportFormat *format, const char *source,
                              const CliOptions *options, GError **error) {
  guint given = options_given(options), useless = given & ~format->takes;
  const char *trouble = NULL;
  if (useless == 0 && given & SHEET && !refnet_workbook_is_one(source))
    trouble = "--sheet names a sheet of a workbook (.xlsx), and the source is none";
  else if (useless == 0 && given & COLUMN && format->run == import_flat &&
           g_file_test(source, G_FILE_TEST_IS_DIR))
    trouble = "import flat takes --column for one table, not for a folder of them";
  if (trouble != NULL)
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE, trouble);
  if (useless == 0)
    return trouble == NULL;
  guint option = (guint)g_bit_nth_lsf(useless, -1);
  g_autoptr(GString) others = g_string_new(NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(formats); i++)
    if (formats[i].takes & 1u << option)
      g_string_append_printf(others, "%s%s", others->len > 0 ? ", " : "", formats[i].name);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
              "import %s has no use for --%s; it is for %s", format->name, option_names[option],
              others->str);
  return FALSE;
}

/* ---- the command ----------------------------------------------------------------------------- */

static char *path_in_folder(const char *name, gpointer folder) {
  return refnet_cli_folder_file(folder, name);
}

static gboolean run_format(const Session *session, const ImportFormat *format, Folder *folder,
                           RefnetImportReport *report, GError **error) {
  const CliOptions *options = &session->options;
  Progress progress = {0};
  RefnetImport import = {.source = session->arguments[1],
                         .sheet = options->import.sheet,
                         .columns = (const char *const *)options->columns,
                         .date_order = (RefnetDateOrder)options->date_order,
                         .as_of = refnet_cli_as_of(options),
                         .path = path_in_folder,
                         .path_data = folder,
                         .report = report,
                         .progress = options->quiet ? NULL : refnet_cli_progress,
                         .progress_data = &progress};
  gboolean ok = refnet_session_delimiter(session, &import.delimiter, error) &&
                format->run(&import, options, error);
  refnet_cli_progress_end(&progress);
  return ok;
}

gboolean refnet_cli_import(Session *session, GError **error) {
  const CliOptions *options = &session->options;
  const ImportFormat *format = find_format(session->arguments[0], error);
  if (format == NULL || !check_options(format, session->arguments[1], options, error))
    return FALSE;
  if (options->directory == NULL) {
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                        "import writes a folder: say where with -o DIR");
    return FALSE;
  }
  g_autoptr(Folder) folder = refnet_cli_folder_open(options->directory, options->force, error);
  g_autoptr(RefnetImportReport) report =
      refnet_import_report_new(format->name, session->arguments[1], options->directory);
  if (folder == NULL || !run_format(session, format, folder, report, error))
    return FALSE;
  guint64 rejected = refnet_import_report_rejects(report);
  if (options->strict && rejected > 0) {
    g_autofree char *rows = refnet_words_tally(rejected, "row was", "rows were");
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                "%s rejected and --strict was given; nothing was written", rows);
    return FALSE;
  }
  if (!refnet_cli_folder_commit(folder, error))
    return FALSE;
  refnet_diagnostics_sort(refnet_import_report_diagnostics(report));
  RefnetWording wording = refnet_session_wording(session);
  g_autoptr(RefnetDescription) description = refnet_describe_import(report, &wording);
  return refnet_session_present(session, description, error);
}
