/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How a command gets at its data: DATASET and its kin, the filters, an organization by name. */
#include "cli/session/session.h"

#include <string.h>

#include "cli/files/source.h"
#include "cli/session/accounting.h"
#include "cli/session/emptied.h"
#include "cli/session/value_lists.h"
#include "cli/terminal/progress.h"
#include "model/dataset/near_names.h"
#include <refnet/exchange.h>

void refnet_session_dispose(Session *session) {
  g_clear_pointer(&session->network, refnet_network_free);
  g_clear_pointer(&session->dataset, refnet_dataset_free);
  g_clear_pointer(&session->other, refnet_dataset_free);
  g_clear_pointer(&session->survey, refnet_cli_survey_files_free);
  refnet_cli_options_dispose(&session->options);
}

gboolean refnet_session_delimiter(const Session *session, char *delimiter, GError **error) {
  const CliOptions *options = &session->options;
  static const struct {
    const char *name;
    char character;
  } known[] = {{",", ','},    {"comma", ','}, {";", ';'},   {"semicolon", ';'},
               {"tab", '\t'}, {"\t", '\t'},   {"\\t", '\t'}};
  *delimiter = 0;
  if (!options->delimiter)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS(known); i++)
    if (g_str_equal(known[i].name, options->delimiter))
      *delimiter = known[i].character;
  if (*delimiter)
    return TRUE;
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "--delimiter takes comma, semicolon or tab");
  return FALSE;
}

/* A dataset, or the file of organizations alone. */
static RefnetDataset *load_list(const char *path, const RefnetLoadOptions *load, GError **error) {
  gboolean is_file =
      g_file_test(path, G_FILE_TEST_EXISTS) && !g_file_test(path, G_FILE_TEST_IS_DIR);
  const RefnetFiles files = {.organizations = path};
  return is_file && !refnet_workbook_is_one(path) ? refnet_dataset_load_files(&files, load, error)
                                                  : refnet_cli_source_load(path, load, error);
}

/* The dataset goes by the survey, not by the files that it came to. */
static RefnetDataset *load_survey(const Session *session, const RefnetLoadOptions *load,
                                  GError **error) {
  const RefnetFiles files = refnet_cli_survey_files_paths(session->survey, &session->options);
  RefnetDataset *dataset = refnet_workbook_load_files(&files, load, error);
  if (dataset) {
    dataset->path = refnet_cli_survey_files_path(session->survey);
    dataset->name = refnet_cli_survey_files_name(session->survey);
  }
  return dataset;
}

static RefnetDataset *load_dataset(const Session *session, const RefnetLoadOptions *load,
                                   GError **error) {
  const CliOptions *options = &session->options;
  if (session->survey)
    return load_survey(session, load, error);
  if (!refnet_cli_options_name_files(options))
    return refnet_cli_source_load(session->arguments[0], load, error);
  const RefnetFiles files = {
      .organizations = options->files.organizations,
      .services = options->files.services,
      .referrals = options->files.referrals,
      .contacts = options->files.contacts,
      .needs = options->files.needs,
      .areas = options->files.areas,
      .respondents = options->files.respondents,
      .nominations = options->files.nominations,
      .meetings = options->files.meetings,
      .categories = options->files.categories,
  };
  return refnet_cli_source_load_files(&files, load, error);
}

static gboolean write_rejects(Session *session, GError **error) {
  g_autoptr(RefnetOutput) output = refnet_session_output(session, session->options.rejects, error);
  if (output == NULL)
    return FALSE;
  refnet_dataset_write_rejects(session->dataset, output);
  return refnet_session_commit(session, output, error);
}

typedef RefnetDataset *(*LoadPath)(const char *path, const RefnetLoadOptions *load, GError **error);

/* Nobody expects more of a list than its organisations. */
static gboolean is_single_list(const char *path, LoadPath load_other) {
  return load_other == load_list && !g_file_test(path, G_FILE_TEST_IS_DIR);
}

/* `path`: not DATASET but another one, read by `load_other`; or NULL. */
static RefnetDataset *load(const Session *session, const char *path, LoadPath load_other,
                           GError **error) {
  const CliOptions *options = &session->options;
  RefnetLoadOptions wanted = {
      .columns = (const char *const *)options->columns,
      .date_order = (RefnetDateOrder)options->date_order,
      .as_of = refnet_cli_as_of(options),
      .units = (RefnetUnits)options->units,
      .service_columns = options->service_columns,
      .services = path ? NULL : session->services,
      .keep_rejects = options->rejects != NULL || options->fix != NULL,
  };
  if (!refnet_session_delimiter(session, &wanted.delimiter, error))
    return NULL;
  Progress progress = {0};
  if (!options->quiet) {
    wanted.progress = refnet_cli_progress;
    wanted.progress_data = &progress;
  }
  RefnetDataset *dataset =
      path ? load_other(path, &wanted, error) : load_dataset(session, &wanted, error);
  refnet_cli_progress_end(&progress);
  gboolean is_named = path || !(session->survey || refnet_cli_options_name_files(options));
  if (dataset && !options->quiet && is_named && !is_single_list(path, load_other))
    refnet_cli_source_tell(path ? path : session->arguments[0], &wanted);
  if (dataset)
    refnet_diagnostics_sort(dataset->diagnostics);
  return dataset;
}

/* A survey in place of DATASET is one given for its referrals. */
static void take_survey(Session *session) {
  CliOptions *options = &session->options;
  if (!refnet_cli_options_name_files(options) &&
      refnet_source_kind(session->arguments[0], (const char *const *)options->columns) ==
          REFNET_SOURCE_SURVEY)
    options->files.referrals = g_strdup(session->arguments[0]);
}

gboolean refnet_session_load(Session *session, GError **error) {
  char delimiter;
  take_survey(session);
  if (!refnet_session_delimiter(session, &delimiter, error) ||
      !refnet_cli_survey_files_open(&session->options, delimiter, &session->survey, error))
    return FALSE;
  session->dataset = load(session, NULL, NULL, error);
  return session->dataset && (session->options.rejects == NULL || write_rejects(session, error));
}

static RefnetDataset *load_other(const Session *session, const char *path, LoadPath load_path_as,
                                 GError **error) {
  g_autoptr(RefnetDataset) dataset = load(session, path, load_path_as, error);
  if (dataset && !session->options.quiet)
    refnet_cli_tell_accounting(dataset);
  if (!dataset || (session->options.strict && !refnet_cli_refuse_rejected(dataset, error)))
    return NULL;
  return g_steal_pointer(&dataset);
}

RefnetDataset *refnet_session_load_list(const Session *session, const char *path, GError **error) {
  RefnetDataset *list = load_other(session, path, load_list, error);
  if (list && !session->options.quiet)
    refnet_cli_tell_messages(list, session->options.show_people);
  return list;
}

/* Puts "in NAME: " before what makes one of two datasets unusable: their files are called alike. */
static void say_which(const char *path, GError **error) {
  g_autofree char *name = g_filename_display_basename(path);
  if (g_error_matches(*error, REFNET_ERROR, REFNET_ERROR_INPUT))
    g_prefix_error(error, "in %s: ", name);
}

static void tell_missing(const Session *session, const RefnetDataset *dataset,
                         const RefnetDataset *other) {
  g_auto(GStrv) missing = refnet_filter_missing(dataset, &session->options.filter);
  for (guint i = 0; missing[i] && !session->options.quiet; i++)
    refnet_cli_tell(g_strdup_printf("only %s has the %s: in %s nobody matches it", other->name,
                                    missing[i], dataset->name));
}

/* What is compared with it: filters may name values that only one of both has. */
static gboolean open_beside(Session *session, GError **error) {
  if (!(session->other = load_other(session, session->beside, refnet_cli_source_load, error))) {
    say_which(session->beside, error);
    return FALSE;
  }
  session->options.filter.beside = session->other;
  return TRUE;
}

/* A new service may be meant so, or be a slip of the pen. */
static void tell_new_services(const RefnetDataset *dataset) {
  g_autoptr(GPtrArray) known = g_ptr_array_new();
  for (guint32 s = 0; dataset->new_services.length > 0 && s < dataset->services.length; s++)
    if (!refnet_list_has(dataset->new_services, s))
      g_ptr_array_add(known, (gpointer)dataset->services.names[s]);
  for (guint32 i = 0; i < dataset->new_services.length; i++) {
    const char *name = dataset->services.names[dataset->new_services.items[i]];
    g_autofree char *shown = refnet_text_display(name, 60);
    g_autofree char *advice =
        refnet_names_advice((const char *const *)known->pdata, known->len, name);
    refnet_cli_tell(g_strdup_printf("nobody in the data offers or needs \"%s\": it is taken for a "
                                    "new service%s",
                                    shown, advice));
  }
}

gboolean refnet_session_open(Session *session, GError **error) {
  const CliOptions *options = &session->options;
  if (!refnet_session_load(session, error)) {
    if (session->beside)
      say_which(session->arguments[0], error);
    return FALSE;
  }
  if (!options->quiet) {
    refnet_cli_tell_accounting(session->dataset);
    refnet_cli_tell_assumptions(session->dataset, options->show_people);
    refnet_cli_tell_messages(session->dataset, options->show_people);
  }
  tell_new_services(session->dataset);
  if (options->strict && !refnet_cli_refuse_rejected(session->dataset, error))
    return FALSE;
  if (session->beside && !open_beside(session, error))
    return FALSE;
  refnet_cli_spread_values(&session->options, session->dataset, session->other);
  session->network =
      refnet_network_new(session->dataset, &options->filter, options->undirected, error);
  if (session->network && session->other) {
    tell_missing(session, session->dataset, session->other);
    tell_missing(session, session->other, session->dataset);
  }
  g_autofree char *remark =
      session->network ? refnet_cli_emptied(session->network, &options->filter) : NULL;
  if (remark)
    refnet_cli_tell(g_steal_pointer(&remark));
  return session->network != NULL;
}

gboolean refnet_session_past(const Session *session, const RefnetFilter *filter,
                             RefnetNetwork **past, GError **error) {
  RefnetFilter before = *filter;
  before.since = REFNET_DATE_UNKNOWN;
  *past = NULL;
  if (filter->since == REFNET_DATE_UNKNOWN)
    return TRUE;
  *past = refnet_network_new(session->dataset, &before, session->options.undirected, error);
  return *past != NULL;
}

gboolean refnet_session_find(Session *session, const char *text, guint32 *vertex, GError **error) {
  guint32 organization = refnet_dataset_find(session->dataset, text, error);
  if (organization == REFNET_NONE)
    return FALSE;
  *vertex = session->network->vertex[organization];
  if (*vertex != REFNET_NONE)
    return TRUE;
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
              "%s is not among the organisations that the filters leave; widen them",
              session->dataset->organizations[organization].name);
  return FALSE;
}
