/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Every analysis once, with the settings that its command has by itself. */
#include "report/telling/results.h"

#include <string.h>

#include "base/order.h"

enum {
  DRAWS = 2000, /* simulated years */
  KEY_PLAYERS = 3,
  MOST_FOR_KEY_PLAYERS = 1000, /* organizations */
  MEETINGS = 12
};

static gboolean run_risks(RefnetReportResults *results, GError **error) {
  const RefnetReportOptions *options = results->options;
  RefnetRiskOptions risk_options = {
      .turnover = options->turnover,
      .turnovers = options->turnovers,
      .turnover_count = options->turnover_count,
      .seed = options->seed,
      .draws = DRAWS,
      .as_of = options->wording.as_of,
      .key_players =
          results->subject == REFNET_NONE && results->network->vertices <= MOST_FOR_KEY_PLAYERS
              ? KEY_PLAYERS
              : 0,
      .repeated_rows = TRUE,
  };
  results->risks = refnet_risks_new(results->network, &risk_options, error);
  return results->risks != NULL;
}

static gboolean run_check_ins(RefnetReportResults *results, GError **error) {
  RefnetCheckInOptions check = {
      .as_of = results->options->wording.as_of,
      .cadence = REFNET_REPORT_CADENCE,
      .check_in_days = REFNET_REPORT_DUE_DAYS,
      .renewal_days = REFNET_REPORT_DUE_DAYS,
  };
  results->check_ins = refnet_check_ins_new(results->network, &check, error);
  return results->check_ins != NULL;
}

static const RefnetNetwork *network_of_meetings(const RefnetReportResults *results) {
  const RefnetNetwork *network = results->options->who_network;
  return network ? network : results->network;
}

/* Too many members are no error here: the report says that it leaves them out. */
static gboolean run_ties(RefnetReportResults *results, const RefnetWhoElseOptions *ask,
                         GError **error) {
  g_autoptr(GError) trouble = NULL;
  results->ties = refnet_ties_to_make_new(network_of_meetings(results), ask, &trouble);
  if (results->ties || g_error_matches(trouble, REFNET_ERROR, REFNET_ERROR_USAGE))
    return TRUE;
  g_propagate_error(error, g_steal_pointer(&trouble));
  return FALSE;
}

/* What `refnet who-else` asks with the same filters: coalitions say whose members ask. */
static gboolean run_who_else(RefnetReportResults *results, GError **error) {
  const RefnetFilter *chosen = results->options->who_chosen;
  RefnetFilter candidates = chosen ? *chosen : (RefnetFilter)REFNET_FILTER_INIT;
  RefnetWhoElseOptions ask = {.as_of = results->options->wording.as_of,
                              .coalitions = candidates.coalitions,
                              .candidates = &candidates,
                              .seed = results->options->seed};
  candidates.coalitions = NULL;
  results->who_else = refnet_who_else_coalition(network_of_meetings(results), &ask, error);
  if (!results->who_else)
    return FALSE;
  results->plan =
      refnet_meeting_plan_new(results->who_else, MEETINGS, results->options->wording.as_of, error);
  return results->plan && run_ties(results, &ask, error);
}

static gboolean run_changes(RefnetReportResults *results, GError **error) {
  const RefnetReportOptions *options = results->options;
  if (!options->older)
    return TRUE;
  const RefnetCompareOptions compare = {
      .as_of = {options->older_as_of, options->wording.as_of},
      .seed = options->seed,
  };
  results->changes = refnet_changes_new(options->older, results->network, &compare, error);
  return results->changes != NULL;
}

/* Whom one organization should meet. */
static gboolean run_who_else_of_one(RefnetReportResults *results, GError **error) {
  const RefnetNetwork *network = network_of_meetings(results);
  const guint32 asker = network->vertex[results->network->organization[results->subject]];
  RefnetWhoElseOptions ask = {.as_of = results->options->wording.as_of,
                              .candidates = results->options->who_chosen,
                              .past = results->options->who_past,
                              .seed = results->options->seed};
  results->who_else = refnet_who_else_new(network, asker, &ask, error);
  return results->who_else != NULL;
}

/* Its rank among thousands is worth no hours. */
static gboolean run_measures(RefnetReportResults *results, GError **error) {
  gboolean is_large = results->network->vertices > REFNET_MAP_READABLE;
  const RefnetMeasureOptions measure = {.seed = results->options->seed,
                                        .sources = is_large ? REFNET_SAMPLED_SOURCES : 0};
  results->measures = refnet_measures_measure(results->network, &measure, error);
  return results->measures != NULL;
}

static void add_rows(GArray *rows, guint32 organization, const RefnetRecordGroup *group) {
  gboolean has_it = FALSE;
  for (guint32 i = 0; i < group->organizations.length; i++)
    has_it |= group->organizations.items[i] == organization;
  if (has_it && group->decision == REFNET_DECISION_MERGE)
    g_array_append_vals(rows, group->organizations.items, group->organizations.length);
}

static void find_rows(RefnetReportResults *results) {
  const guint32 organization = results->network->organization[results->subject];
  results->rows = g_array_new(FALSE, FALSE, sizeof(guint32));
  g_array_append_val(results->rows, organization);
  for (gsize i = 0; i < results->duplicates->record_count; i++)
    add_rows(results->rows, organization, &results->duplicates->records[i]);
}

static void find_areas(RefnetReportResults *results) {
  const RefnetDataset *dataset = results->dataset;
  const guint32 one = results->network->organization[results->subject];
  GArray *areas = g_array_new(FALSE, FALSE, sizeof(guint32));
  RefnetIndexList listed = dataset->organizations[one].areas;
  g_array_append_vals(areas, listed.items, listed.length);
  for (guint32 i = dataset->offer_start[one]; i < dataset->offer_start[one + 1]; i++)
    g_array_append_vals(areas, dataset->offers[i].areas.items, dataset->offers[i].areas.length);
  g_array_set_size(areas,
                   (guint)refnet_sort_distinct((guint32 *)(gpointer)areas->data, areas->len));
  results->areas = areas;
}

static gboolean run_gaps(RefnetReportResults *results, GError **error) {
  const RefnetNetwork *network = results->options->gap_network;
  results->gaps =
      refnet_gaps_new(network ? network : results->network, &results->gap_options, error);
  return results->gaps != NULL;
}

static gboolean run_for_one(RefnetReportResults *results, GError **error) {
  const RefnetNetwork *network = results->network;
  results->duplicates = refnet_duplicates_new(network, NULL, error);
  if (!results->duplicates)
    return FALSE;
  find_rows(results);
  find_areas(results);
  return run_measures(results, error) && run_gaps(results, error) && run_risks(results, error) &&
         run_check_ins(results, error) && run_who_else_of_one(results, error);
}

static gboolean run_all(RefnetReportResults *results, GError **error) {
  const RefnetNetwork *network = results->network;
  return (results->summary = refnet_summary_new(network, results->options->seed, error)) &&
         run_gaps(results, error) &&
         (results->duplicates = refnet_duplicates_new(network, NULL, error)) &&
         run_risks(results, error) && run_check_ins(results, error) &&
         run_who_else(results, error) && run_changes(results, error);
}

gboolean refnet_report_results_init(RefnetReportResults *results, const RefnetNetwork *network,
                                    const RefnetReportOptions *options, GError **error) {
  *results = (RefnetReportResults){
      .network = network,
      .dataset = network->dataset,
      .options = options,
      .subject = options->organization ? *options->organization : REFNET_NONE,
      .gap_options = {.areas = options->gap_areas,
                      .services = options->gap_services,
                      .populations = options->gap_populations,
                      .as_of = options->wording.as_of},
  };
  if (results->subject == REFNET_NONE ? run_all(results, error) : run_for_one(results, error))
    return TRUE;
  refnet_report_results_clear(results);
  return FALSE;
}

void refnet_report_results_clear(RefnetReportResults *results) {
  refnet_summary_free(results->summary);
  refnet_measures_free(results->measures);
  g_clear_pointer(&results->rows, g_array_unref);
  g_clear_pointer(&results->areas, g_array_unref);
  refnet_gaps_free(results->gaps);
  refnet_duplicates_free(results->duplicates);
  refnet_risks_free(results->risks);
  refnet_check_ins_free(results->check_ins);
  refnet_changes_free(results->changes);
  refnet_ties_to_make_free(results->ties);
  refnet_meeting_plan_free(results->plan);
  refnet_who_else_free(results->who_else);
  memset(results, 0, sizeof *results);
}
