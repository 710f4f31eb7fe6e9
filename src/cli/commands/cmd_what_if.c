/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/commands/commands.h"
#include "cli/commands/scenario.h"

/* The dataset as the steps would make it, and its network. */
typedef struct {
  RefnetDataset *dataset;
  RefnetNetwork *network;
  guint32 *now_of_then; /* by organization */
} Outcome;

static void outcome_clear(Outcome *outcome) {
  g_clear_pointer(&outcome->network, refnet_network_free);
  g_clear_pointer(&outcome->dataset, refnet_dataset_free);
  g_free(outcome->now_of_then);
}

static const RefnetEdit *steps_of(const Scenario *scenario) {
  return (const RefnetEdit *)(void *)scenario->edits->data;
}

/* Who is whom afterwards: all as they are, but for those that become part of another. */
static void follow_merges(const Scenario *scenario, guint32 *now_of_then, guint32 organizations) {
  for (guint32 o = 0; o < organizations; o++)
    now_of_then[o] = o;
  for (guint i = 0; i < scenario->edits->len; i++) {
    const RefnetEdit *edit = &steps_of(scenario)[i];
    for (guint32 o = 0; o < organizations && edit->kind == REFNET_EDIT_MERGE; o++)
      if (now_of_then[o] == edit->other)
        now_of_then[o] = edit->organization;
  }
}

static gboolean play(const Session *session, const Scenario *scenario, RefnetDate as_of,
                     Outcome *outcome, GError **error) {
  const CliOptions *options = &session->options;
  g_autofree guint8 *out = NULL;
  outcome->dataset = refnet_dataset_edited(session->dataset, steps_of(scenario),
                                           scenario->edits->len, as_of, &out, error);
  g_autoptr(RefnetNetwork) whole =
      outcome->dataset
          ? refnet_network_new(outcome->dataset, &options->filter, options->undirected, error)
          : NULL;
  if (!whole)
    return FALSE;
  guint32 organizations = outcome->dataset->organization_count;
  for (guint32 o = 0; o < organizations; o++)
    out[o] = !out[o];
  outcome->network = refnet_network_part(whole, out, error);
  outcome->now_of_then = g_new(guint32, (gsize)organizations + 1);
  follow_merges(scenario, outcome->now_of_then, organizations);
  return outcome->network != NULL;
}

static void withhold_names(Session *session) {
  char **leave = session->options.scenario.leave;
  for (guint i = 0; leave && leave[i]; i++)
    refnet_session_withhold_name(session, &leave[i]);
}

/* The steps read and played through; without any, the network as it is. */
typedef struct {
  Scenario scenario;
  Outcome outcome;
  RefnetSteps steps;
} Played;

static void played_clear(Played *played) {
  refnet_cli_scenario_clear(&played->scenario);
  outcome_clear(&played->outcome);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Played, played_clear)

static gboolean open_and_play(Session *session, RefnetDate as_of, Played *played, GError **error) {
  if (!refnet_cli_scenario_read(&session->options, &played->scenario, error))
    return FALSE;
  g_autofree const char **services = refnet_cli_scenario_services(&played->scenario);
  session->services = (char *const *)services;
  if (!refnet_session_open(session, error) ||
      !refnet_cli_scenario_resolve(&played->scenario, session->dataset, error) ||
      !play(session, &played->scenario, as_of, &played->outcome, error))
    return FALSE;
  played->steps =
      (RefnetSteps){session->dataset, steps_of(&played->scenario), played->scenario.edits->len};
  return TRUE;
}

/* ---- one after the other --------------------------------------------------------------------- */

static gboolean rank_closings(Session *session, const RefnetNetwork *network,
                              const RefnetSteps *steps, GError **error) {
  const RefnetWording wording = refnet_session_wording(session);
  g_autoptr(RefnetClosings) closings = refnet_closings_new(network, wording.as_of, error);
  g_autoptr(RefnetDescription) description =
      closings ? refnet_describe_closings(closings, steps, &wording) : NULL;
  withhold_names(session);
  return description && refnet_session_present(session, description, error);
}

static gboolean rank_leavings(Session *session, const RefnetNetwork *network,
                              const RefnetSteps *steps, GError **error) {
  const RefnetWording wording = refnet_session_wording(session);
  const RefnetRiskOptions options = {.turnover = REFNET_DEFAULT_TURNOVER, .as_of = wording.as_of};
  g_autoptr(RefnetRisks) risks = refnet_risks_new(network, &options, error);
  g_autoptr(RefnetDescription) description =
      risks ? refnet_describe_leavings(risks, steps, &wording) : NULL;
  withhold_names(session);
  return description && refnet_session_present(session, description, error);
}

static gboolean rank_each(Session *session, GError **error) {
  gboolean (*rank)(Session *, const RefnetNetwork *, const RefnetSteps *, GError **) =
      session->options.scenario.each == 0 ? rank_closings : rank_leavings;
  if (!session->options.scenario.order)
    return refnet_session_open(session, error) && rank(session, session->network, NULL, error);
  g_auto(Played) played = {0};
  return open_and_play(session, refnet_cli_as_of(&session->options), &played, error) &&
         rank(session, played.outcome.network, &played.steps, error);
}

/* ---- steps ----------------------------------------------------------------------------------- */

static gboolean play_steps(Session *session, GError **error) {
  const RefnetWording wording = refnet_session_wording(session);
  g_auto(Played) played = {0};
  if (!open_and_play(session, wording.as_of, &played, error))
    return FALSE;
  const RefnetCompareOptions options = {
      .as_of = {wording.as_of, wording.as_of},
      .seed = session->options.seed,
      .now_of_then = played.outcome.now_of_then,
  };
  g_autoptr(RefnetChanges) changes =
      refnet_changes_new(session->network, played.outcome.network, &options, error);
  if (!changes)
    return FALSE;
  g_autoptr(RefnetDescription) description =
      refnet_describe_what_if(changes, &played.steps, &wording);
  withhold_names(session);
  return refnet_session_present(session, description, error);
}

gboolean refnet_cli_what_if(Session *session, GError **error) {
  return refnet_cli_option_given(&session->options, "each") ? rank_each(session, error)
                                                            : play_steps(session, error);
}
