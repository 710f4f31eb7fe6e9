/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Other people's data as a dataset of our own: a row of the table a format. */
#include "cli/folder.h"
#include "cli/progress.h"
#include "cli/session.h"
#include <refnet/exchange.h>

/* ---- formats --------------------------------------------------------------------------------- */

typedef struct {
  const char *name;
  gboolean (*run)(const RefnetImport *import, const CliOptions *options, GError **error);
} ImportFormat;

static gboolean import_hsds(const RefnetImport *import, const CliOptions *options, GError **error) {
  const RefnetDirectoryOptions directory = {
      .taxonomy_level = (guint)options->import.taxonomy_level,
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
    {"hsds", import_hsds},          {"ohana", import_hsds}, {"survey", import_survey},
    {"edgelist", import_edge_list}, {"flat", import_flat},  {"graphml", import_graph},
    {"gexf", import_graph},         {"gml", import_graph},  {"pajek", import_edge_list},
    {"ucinet", import_edge_list},
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
  if (format == NULL)
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
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                "%" G_GUINT64_FORMAT " row%s rejected and --strict was given; nothing was written",
                rejected, rejected == 1 ? " was" : "s were");
    return FALSE;
  }
  if (!refnet_cli_folder_commit(folder, error))
    return FALSE;
  refnet_diagnostics_sort(refnet_import_report_diagnostics(report));
  RefnetWording wording = refnet_session_wording(session);
  g_autoptr(RefnetDescription) description = refnet_describe_import(report, &wording);
  return refnet_session_present(session, description, error);
}
