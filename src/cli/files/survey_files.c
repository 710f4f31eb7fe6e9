/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/files/survey_files.h"

#include "base/shell_word.h"
#include "cli/terminal/tell.h"
#include "present/import/import_report.h"
#include <refnet/exchange.h>

#include <glib/gstdio.h>
#include <string.h>

struct SurveyFiles {
  const char *source;
  char *name, *label, *folder; /* label: the file's name */
  char *organizations, *referrals, *respondents, *nominations, *meetings, *contacts;
};

/* What the import may write. */
static const char *const names[] = {"organizations.csv", "referrals.csv", "respondents.csv",
                                    "nominations.csv",   "meetings.csv",  "contacts.csv"};

static char *path_in_folder(const char *name, gpointer folder) {
  return g_build_filename(folder, name, NULL);
}

static char *find_file(const SurveyFiles *files, const char *name) {
  char *path = g_build_filename(files->folder, name, NULL);
  if (g_file_test(path, G_FILE_TEST_EXISTS))
    return path;
  g_free(path);
  return NULL;
}

static void find_files(SurveyFiles *files) {
  char **paths[] = {&files->organizations, &files->referrals, &files->respondents,
                    &files->nominations,   &files->meetings,  &files->contacts};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    *paths[i] = find_file(files, names[i]);
}

static void tell(const RefnetImportReport *report, const char *source, const char *const *columns) {
  guint64 doubts = refnet_diagnostics_count(report->diagnostics, REFNET_SEVERITY_WARNING) +
                   refnet_diagnostics_count(report->diagnostics, REFNET_SEVERITY_ERROR);
  g_autofree char *word = refnet_shell_word(source);
  refnet_cli_tell(g_strdup_printf("%s was read as a survey; refnet import survey %s -o DIR makes a "
                                  "dataset of it and has options for what is assumed here:",
                                  source, word));
  if (refnet_source_kind(source, columns) == REFNET_SOURCE_FLAT)
    refnet_cli_tell(g_strdup_printf("its columns were taken for partners and yes for a referral; "
                                    "should they be services, refnet import flat %s -o DIR reads "
                                    "them so",
                                    word));
  for (guint i = 0; i < report->sentences->len; i++)
    refnet_cli_tell(g_strdup(g_ptr_array_index(report->sentences, i)));
  if (doubts > 0)
    refnet_cli_tell(g_strdup_printf(
        "%" G_GUINT64_FORMAT " %s worth mending in it; run refnet import survey to see %s", doubts,
        doubts == 1 ? "thing is" : "things are", doubts == 1 ? "it" : "them"));
}

static gboolean import(SurveyFiles *files, const CliOptions *options, char delimiter,
                       GError **error) {
  g_autoptr(RefnetImportReport) report =
      refnet_import_report_new("survey", files->source, files->folder);
  const RefnetImport wanted = {.source = files->source,
                               .sheet = options->import.sheet,
                               .delimiter = delimiter,
                               .date_order = (RefnetDateOrder)options->date_order,
                               .as_of = refnet_cli_as_of(options),
                               .path = path_in_folder,
                               .path_data = files->folder,
                               .report = report};
  const RefnetSurveyOptions survey = {.organizations = options->files.organizations};
  if (!refnet_import_survey(&wanted, &survey, error))
    return FALSE;
  if (!options->quiet)
    tell(report, files->source, (const char *const *)options->columns);
  if (options->strict && refnet_import_report_rejects(report) > 0) {
    g_set_error_literal(
        error, REFNET_ERROR, REFNET_ERROR_INPUT,
        "rows of the survey were rejected and --strict was given; run refnet import "
        "survey to see them");
    return FALSE;
  }
  find_files(files);
  return TRUE;
}

static const char *find_survey(const CliOptions *options) {
  const char *const given[] = {options->files.referrals, options->files.respondents};
  for (gsize i = 0; i < G_N_ELEMENTS(given); i++)
    if (given[i] != NULL && refnet_survey_is_one(given[i], (const char *const *)options->columns))
      return given[i];
  return NULL;
}

gboolean refnet_cli_survey_files_open(const CliOptions *options, char delimiter,
                                      SurveyFiles **opened, GError **error) {
  const char *source = find_survey(options);
  *opened = NULL;
  if (source == NULL)
    return TRUE;
  SurveyFiles *files = g_new0(SurveyFiles, 1);
  files->source = source;
  files->name = g_path_get_basename(source);
  files->label = g_filename_display_basename(source);
  g_autoptr(GError) cause = NULL;
  files->folder = g_dir_make_tmp("refnet-XXXXXX", &cause);
  if (strrchr(files->name, '.') > files->name)
    *strrchr(files->name, '.') = '\0';
  gboolean ok = files->folder != NULL;
  if (!ok)
    g_set_error(
        error, REFNET_ERROR, REFNET_ERROR_IO,
        "no folder can be made for what the survey comes to: %s; say with TMPDIR where there "
        "is room",
        cause->message);
  ok = ok && import(files, options, delimiter, error);
  if (ok)
    *opened = files;
  else
    refnet_cli_survey_files_free(files);
  return ok;
}

RefnetFiles refnet_cli_survey_files_paths(const SurveyFiles *files, const CliOptions *options) {
  gboolean from_respondents = files->source == options->files.respondents;
  return (RefnetFiles){
      .organizations = files->organizations,
      .services = options->files.services,
      .referrals = from_respondents && options->files.referrals != NULL ? options->files.referrals
                                                                        : files->referrals,
      .contacts = options->files.contacts != NULL ? options->files.contacts : files->contacts,
      .needs = options->files.needs,
      .areas = options->files.areas,
      .respondents = !from_respondents && options->files.respondents != NULL
                         ? options->files.respondents
                         : files->respondents,
      .nominations =
          options->files.nominations != NULL ? options->files.nominations : files->nominations,
      .meetings = options->files.meetings != NULL ? options->files.meetings : files->meetings,
      .categories = options->files.categories,
      .made_in = files->folder,
      .made_from = files->label,
  };
}

const char *refnet_cli_survey_files_path(const SurveyFiles *files) {
  return files->source;
}

const char *refnet_cli_survey_files_name(const SurveyFiles *files) {
  return files->name;
}

void refnet_cli_survey_files_free(SurveyFiles *files) {
  if (files == NULL)
    return;
  for (gsize i = 0; files->folder != NULL && i < G_N_ELEMENTS(names); i++) {
    g_autofree char *path = g_build_filename(files->folder, names[i], NULL);
    g_unlink(path);
  }
  if (files->folder != NULL)
    g_rmdir(files->folder);
  g_free(files->organizations);
  g_free(files->referrals);
  g_free(files->respondents);
  g_free(files->nominations);
  g_free(files->meetings);
  g_free(files->contacts);
  g_free(files->folder);
  g_free(files->name);
  g_free(files->label);
  g_free(files);
}
