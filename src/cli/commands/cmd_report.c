/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <refnet/report.h>

#include "cli/commands/commands.h"
#include "cli/commands/turnover.h"
#include "cli/options/page_size.h"
#include "cli/session/envelope.h"
#include "cli/session/older.h"
#include "cli/terminal/tell.h"

/* "gaps,agenda", as often as it was given, one by one; NULL: not given. Caller frees. */
static char **split_sections(char **lists) {
  if (!lists)
    return NULL;
  GPtrArray *ids = g_ptr_array_new();
  for (guint i = 0; lists[i]; i++) {
    g_auto(GStrv) parts = g_strsplit_set(lists[i], ",;", -1);
    for (guint k = 0; parts[k]; k++)
      if (*g_strstrip(parts[k]))
        g_ptr_array_add(ids, g_ascii_strdown(parts[k], -1));
  }
  g_ptr_array_add(ids, NULL);
  return (char **)g_ptr_array_free(ids, FALSE);
}

static gboolean check_sections(const CliOptions *options, char **ids, GError **error) {
  if (!options->report.sections || ids[0])
    return refnet_report_check_sections((const char *const *)ids,
                                        options->report.organization != NULL, error);
  g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                      "--sections names no section; leave it out for all");
  return FALSE;
}

/* --format, else what the name of the file says. */
static gboolean choose_format(const CliOptions *options, RefnetReportFormat *format,
                              GError **error) {
  gboolean has_name = options->output && !g_str_equal(options->output, "-");
  *format = (RefnetReportFormat)options->report.format;
  return refnet_cli_option_given(options, "format") || !has_name ||
         refnet_report_format(options->output, format, error);
}

/* All 0 where no size is given. */
static gboolean choose_page(const CliOptions *options, RefnetReportFormat format, PageSize *page,
                            GError **error) {
  *page = (PageSize){0};
  if (!options->report.size)
    return TRUE;
  if (format == REFNET_REPORT_PDF)
    return refnet_page_size_parse(options->report.size, TRUE, page, error);
  g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                      "--size is that of the pages of a PDF: give -o a name that ends in .pdf");
  return FALSE;
}

/* What changed is about the whole network. */
static gboolean check_subject(const CliOptions *options, GError **error) {
  if (!options->report.organization || !options->report.compare_with)
    return TRUE;
  g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                      "--compare-with and --organization exclude each other: what changed is about "
                      "the whole network");
  return FALSE;
}

/* The vertex of --organization; REFNET_NONE without it. */
static gboolean find_subject(Session *session, guint32 *subject, GError **error) {
  const char *name = session->options.report.organization;
  *subject = REFNET_NONE;
  return !name || refnet_session_find(session, name, subject, error);
}

/* The network without what chooses among gaps, NULL where nothing does. */
static gboolean open_for_gaps(const Session *session, RefnetNetwork **network, GError **error) {
  RefnetFilter filter = session->options.filter;
  *network = NULL;
  if (!filter.areas && !filter.services && !filter.populations)
    return TRUE;
  filter.areas = filter.services = filter.populations = NULL;
  *network = refnet_network_new(session->dataset, &filter, session->options.undirected, error);
  return *network != NULL;
}

/* Suggestions are looked for as in `refnet who-else`, where these lists choose among them. */
typedef struct {
  RefnetFilter chosen;
  RefnetNetwork *network, *past; /* NULL: the network of the report, no past */
} Meetings;

static void clear_meetings(Meetings *meetings) {
  refnet_network_free(meetings->network);
  refnet_network_free(meetings->past);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Meetings, clear_meetings)

static gboolean open_for_meetings(const Session *session, Meetings *meetings, GError **error) {
  RefnetFilter filter = session->options.filter;
  RefnetFilter *chosen = &meetings->chosen;
  chosen->areas = g_steal_pointer(&filter.areas);
  chosen->services = g_steal_pointer(&filter.services);
  chosen->populations = g_steal_pointer(&filter.populations);
  chosen->sectors = g_steal_pointer(&filter.sectors);
  chosen->partnerships = g_steal_pointer(&filter.partnerships);
  chosen->coalitions = g_steal_pointer(&filter.coalitions);
  gboolean chooses = chosen->areas || chosen->services || chosen->populations || chosen->sectors ||
                     chosen->partnerships || chosen->coalitions;
  if (chooses && !(meetings->network = refnet_network_new(session->dataset, &filter,
                                                          session->options.undirected, error)))
    return FALSE;
  return refnet_session_past(session, &filter, &meetings->past, error);
}

static gboolean write_report(Session *session, RefnetReportFormat format,
                             const RefnetReportOptions *options, GError **error) {
  g_autoptr(RefnetOutput) output = refnet_session_output(session, session->options.output, error);
  return output && refnet_report_write(session->network, format, options, output, error) &&
         refnet_session_commit(session, output, error);
}

/* What the data and the words of the command line say of the report; the rest is filled in. */
static void fill_options(const Session *session, const RefnetRiskOptions *risk, const Older *older,
                         RefnetReportOptions *options) {
  const CliOptions *given = &session->options;
  options->title = given->title;
  options->top = (guint32)MIN(given->top, G_MAXUINT32);
  options->all = given->all;
  options->no_maps = given->report.no_maps;
  options->turnover = risk->turnover;
  options->turnovers = risk->turnovers;
  options->turnover_count = risk->turnover_count;
  options->wording = refnet_session_wording(session);
  options->older = older->network;
  options->older_as_of = older->as_of;
  options->version = REFNET_VERSION;
  options->seed = given->seed;
}

gboolean refnet_cli_report(Session *session, GError **error) {
  const CliOptions *given = &session->options;
  RefnetReportFormat format;
  PageSize page;
  g_auto(GStrv) sections = split_sections(given->report.sections);
  guint32 subject;
  session->beside = given->report.compare_with;
  if (!choose_format(given, &format, error) || !choose_page(given, format, &page, error) ||
      !check_sections(given, sections, error) || !check_subject(given, error) ||
      !refnet_session_open(session, error) || !find_subject(session, &subject, error))
    return FALSE;
  RefnetDate as_of = refnet_cli_as_of(given);
  g_auto(Older) older = {0};
  g_autoptr(RefnetNetwork) for_gaps = NULL;
  g_auto(Meetings) meetings = {.chosen = REFNET_FILTER_INIT};
  g_autofree RefnetTurnover *turnovers = NULL;
  RefnetRiskOptions risk = {.turnover = REFNET_DEFAULT_TURNOVER};
  if ((given->report.compare_with && !refnet_cli_older_open(&older, session, as_of, error)) ||
      !open_for_gaps(session, &for_gaps, error) || !open_for_meetings(session, &meetings, error) ||
      !refnet_cli_turnover(session, &risk, &turnovers, error))
    return FALSE;
  refnet_dataset_check(session->dataset, as_of);
  refnet_diagnostics_sort(session->dataset->diagnostics);
  g_autofree char *filters = refnet_filter_sentence(given, session->network), *missing = NULL;
  RefnetReportOptions options = {.organization = subject == REFNET_NONE ? NULL : &subject,
                                 .sections = (const char *const *)sections,
                                 .filters = filters,
                                 .gap_areas = given->filter.areas,
                                 .gap_services = given->filter.services,
                                 .gap_populations = given->filter.populations,
                                 .gap_network = for_gaps,
                                 .who_chosen = &meetings.chosen,
                                 .who_network = meetings.network,
                                 .who_past = meetings.past,
                                 .page_width = page.width,
                                 .page_height = page.height,
                                 .missing_letters = &missing};
  fill_options(session, &risk, &older, &options);
  if (!write_report(session, format, &options, error))
    return FALSE;
  if (missing && !given->quiet)
    refnet_cli_tell(g_steal_pointer(&missing));
  return TRUE;
}
