/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/session.h"

#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/emptied.h"
#include "cli/envelope.h"
#include "cli/progress.h"
#include "cli/source.h"
#include <refnet/exchange.h>

enum { MESSAGES_SHOWN = 5, LEAST_WIDTH = 60, MOST_WIDTH = 120 };

void refnet_session_dispose(Session *session) {
  g_clear_pointer(&session->network, refnet_network_free);
  g_clear_pointer(&session->dataset, refnet_dataset_free);
  g_clear_pointer(&session->other, refnet_dataset_free);
  g_clear_pointer(&session->survey, refnet_cli_survey_files_free);
  refnet_cli_options_dispose(&session->options);
}

/* ---- reading --------------------------------------------------------------------------------- */

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

static RefnetRowCount total_rows(const RefnetDataset *dataset) {
  RefnetRowCount total = {0};
  for (guint32 i = 0; i < dataset->file_count; i++) {
    total.read += dataset->files[i].rows.read;
    total.kept += dataset->files[i].rows.kept;
    total.merged += dataset->files[i].rows.merged;
    total.rejected += dataset->files[i].rows.rejected;
  }
  return total;
}

static void tell_accounting(const RefnetDataset *dataset) {
  RefnetRowCount total = total_rows(dataset);
  refnet_cli_tell(g_strdup_printf("%s: %" G_GUINT64_FORMAT " %s read = %" G_GUINT64_FORMAT
                                  " kept + %" G_GUINT64_FORMAT " merged + %" G_GUINT64_FORMAT
                                  " rejected",
                                  dataset->name, total.read, total.read == 1 ? "row" : "rows",
                                  total.kept, total.merged, total.rejected));
  guint64 taken = refnet_diagnostics_count_kind(dataset->diagnostics, "taken-organization");
  if (taken > 0)
    refnet_cli_tell(g_strdup_printf(
        "no file lists the organisations: %" G_GUINT64_FORMAT " taken from the referrals", taken));
}

static void tell_message(const Session *session, const RefnetDataset *dataset,
                         const RefnetDiagnostic *diagnostic) {
  g_autofree char *location = refnet_diagnostic_location(diagnostic);
  g_autofree char *message =
      refnet_describe_diagnostic(dataset, diagnostic, session->options.show_people);
  const char *between = diagnostic->fix == NULL ? "" : g_str_has_suffix(message, "?") ? " " : "; ";
  refnet_cli_tell(g_strdup_printf("%s: %s%s%s", location, message, between,
                                  diagnostic->fix ? diagnostic->fix : ""));
}

/* What is read together ought not to go unnoticed. */
static void tell_joined_sheets(const Session *session) {
  const RefnetDiagnostics *diagnostics = session->dataset->diagnostics;
  for (gsize i = 0; i < refnet_diagnostics_length(diagnostics); i++) {
    const RefnetDiagnostic *diagnostic = refnet_diagnostics_at(diagnostics, i);
    if (g_str_equal(diagnostic->kind, REFNET_JOINED_SHEET))
      tell_message(session, session->dataset, diagnostic);
  }
}

/* The worst few; `check` has them all. */
static void tell_messages(const Session *session, const RefnetDataset *dataset) {
  const RefnetDiagnostics *diagnostics = dataset->diagnostics;
  guint64 serious = refnet_diagnostics_count(diagnostics, REFNET_SEVERITY_ERROR) +
                    refnet_diagnostics_count(diagnostics, REFNET_SEVERITY_WARNING);
  guint64 told = 0;
  for (gsize i = 0; i < refnet_diagnostics_length(diagnostics) && told < MESSAGES_SHOWN; i++) {
    const RefnetDiagnostic *diagnostic = refnet_diagnostics_at(diagnostics, i);
    if (diagnostic->severity == REFNET_SEVERITY_NOTE)
      continue;
    tell_message(session, dataset, diagnostic);
    told++;
  }
  if (serious > told)
    refnet_cli_tell(g_strdup_printf(
        "and %" G_GUINT64_FORMAT " more; run refnet check to see them all", serious - told));
  else if (told > 0)
    refnet_cli_tell(g_strdup("run refnet check to see all that is worth mending"));
}

static gboolean refuse_rejected(const RefnetDataset *dataset, GError **error) {
  guint64 rejected = total_rows(dataset).rejected;
  if (rejected == 0)
    return TRUE;
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "%" G_GUINT64_FORMAT " row%s rejected and --strict was given; mend the data or leave "
              "--strict out",
              rejected, rejected == 1 ? " was" : "s were");
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
    tell_accounting(dataset);
  if (!dataset || (session->options.strict && !refuse_rejected(dataset, error)))
    return NULL;
  return g_steal_pointer(&dataset);
}

RefnetDataset *refnet_session_load_other(const Session *session, const char *path, GError **error) {
  return load_other(session, path, refnet_cli_source_load, error);
}

RefnetDataset *refnet_session_load_list(const Session *session, const char *path, GError **error) {
  RefnetDataset *list = load_other(session, path, load_list, error);
  if (list && !session->options.quiet)
    tell_messages(session, list);
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
  if (!(session->other = refnet_session_load_other(session, session->beside, error))) {
    say_which(session->beside, error);
    return FALSE;
  }
  session->options.filter.beside = session->other;
  return TRUE;
}

gboolean refnet_session_open(Session *session, GError **error) {
  const CliOptions *options = &session->options;
  if (!refnet_session_load(session, error)) {
    if (session->beside)
      say_which(session->arguments[0], error);
    return FALSE;
  }
  if (!options->quiet) {
    tell_accounting(session->dataset);
    tell_joined_sheets(session);
    tell_messages(session, session->dataset);
  }
  if (options->strict && !refuse_rejected(session->dataset, error))
    return FALSE;
  if (session->beside && !open_beside(session, error))
    return FALSE;
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

/* ---- writing --------------------------------------------------------------------------------- */

RefnetWording refnet_session_wording(const Session *session) {
  return (RefnetWording){
      .show_people = session->options.show_people,
      .people_term = session->options.people_term,
      .units = (RefnetUnits)session->options.units,
      .as_of = refnet_cli_as_of(&session->options),
  };
}

/* A terminal's width, within what reads well; a fixed width elsewhere, so that files don't vary. */
static gsize page_width(const CliOptions *options) {
  struct winsize size;
  if (options->output || !isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
    return 0;
  return CLAMP(size.ws_col, LEAST_WIDTH, MOST_WIDTH);
}

RefnetOutput *refnet_session_output(Session *session, const char *path, GError **error) {
  RefnetOutput *output = refnet_output_open(path, error);
  if (output)
    refnet_interrupt_guard(session->interrupt, refnet_output_temporary(output));
  return output;
}

gboolean refnet_session_commit(Session *session, RefnetOutput *output, GError **error) {
  gboolean ok = refnet_output_commit(output, error);
  refnet_interrupt_guard(session->interrupt, NULL);
  return ok;
}

static gboolean write_description(Session *session, const RefnetDescription *description,
                                  const RefnetEnvelope *envelope, GError **error) {
  const CliOptions *options = &session->options;
  RefnetWriteOptions write = {
      .format = (RefnetFormat)options->format,
      .list = options->list,
      .top = (gsize)options->top,
      .all = options->all,
      .width = page_width(options),
  };
  g_autoptr(RefnetOutput) output = refnet_session_output(session, options->output, error);
  return output && refnet_description_write(description, envelope, &write, output, error) &&
         refnet_session_commit(session, output, error);
}

gboolean refnet_session_present(Session *session, const RefnetDescription *description,
                                GError **error) {
  CliOptions *options = &session->options;
  OptionRecord given, filters;
  refnet_option_record_init(&given, options, session->command->options, FALSE);
  refnet_option_record_init(&filters, options, session->command->options, TRUE);
  g_autofree char *filter_sentence = refnet_filter_sentence(options, session->network);
  RefnetEnvelope envelope = {
      .command = session->command->name,
      .version = REFNET_VERSION,
      .as_of = refnet_cli_as_of(options),
      .options = given.columns,
      .option_values = given.values,
      .filters = filters.columns,
      .filter_values = filters.values,
      .network = session->network,
      .older = session->older,
      .filter_sentence = filter_sentence,
  };
  gboolean ok = write_description(session, description, &envelope, error);
  refnet_option_record_dispose(&given);
  refnet_option_record_dispose(&filters);
  if (ok && options->fail_on > 0 && refnet_description_findings(description) >= options->fail_on)
    session->exit_status = 1;
  return ok;
}
