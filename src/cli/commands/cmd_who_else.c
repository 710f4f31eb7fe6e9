/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/commands/commands.h"
#include "cli/commands/newcomer.h"
#include "cli/files/exclusions.h"
#include "cli/options/lists.h"

#include <refnet/exchange.h>

#include "present/description/description.h"

/* ---- who may be suggested -------------------------------------------------------------------- */

/* --coalition of those who ask for themselves, and --sector of a newcomer, choose nobody. */
static RefnetFilter chosen_of(const Session *session) {
  RefnetFilter chosen = session->options.candidates;
  if (refnet_cli_newcomer_is_described(&session->options))
    chosen.sectors = NULL;
  else if (!session->arguments[1] && !session->options.everyone)
    chosen.coalitions = NULL;
  return chosen;
}

/* Which organisations were looked at, as the other commands say of theirs. */
static void say_who_may_be(RefnetDescription *description, const RefnetFilter *chosen) {
  const struct {
    const char *what;
    char **values;
  } lists[] = {{"area", chosen->areas},
               {"service", chosen->services},
               {"population", chosen->populations},
               {"sector", chosen->sectors},
               {"partnership", chosen->partnerships},
               {"coalition", chosen->coalitions}};
  GString *sentence = g_string_new(NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(lists); i++) {
    g_autofree char *values = lists[i].values ? g_strjoinv(" or ", lists[i].values) : NULL;
    if (values)
      g_string_append_printf(sentence, "%s%s %s",
                             sentence->len ? "; " : "Suggested are only those of ", lists[i].what,
                             values);
  }
  if (sentence->len > 0)
    refnet_description_say(description, g_string_free(g_string_append_c(sentence, '.'), FALSE));
  else
    g_string_free(sentence, TRUE);
}

/* ---- an organization in the data, the whole coalition ---------------------------------------- */

static RefnetWhoElse *ask_for_organization(Session *session, const RefnetWhoElseOptions *options,
                                           GError **error) {
  guint32 vertex;
  g_autoptr(RefnetNetwork) past = NULL;
  if (!refnet_session_find(session, session->arguments[1], &vertex, error) ||
      !refnet_session_past(session, &session->options.filter, &past, error))
    return NULL;
  RefnetWhoElseOptions asked = *options;
  asked.past = past;
  return refnet_who_else_new(session->network, vertex, &asked, error);
}

static RefnetWhoElse *ask_for_coalition(Session *session, const RefnetWhoElseOptions *options,
                                        GError **error) {
  const RefnetFilter candidates = chosen_of(session);
  RefnetWhoElseOptions asked = *options;
  asked.coalitions = session->options.candidates.coalitions;
  asked.candidates = &candidates;
  return refnet_who_else_coalition(session->network, &asked, error);
}

/* ---- the command ----------------------------------------------------------------------------- */

static RefnetWhoElse *ask_for_newcomer(const Session *session, const RefnetWhoElseOptions *options,
                                       GError **error) {
  const RefnetFilter candidates = chosen_of(session);
  RefnetWhoElseOptions asked = *options;
  asked.candidates = &candidates;
  return refnet_cli_newcomer_ask(session, &asked, error);
}

static RefnetWhoElse *ask(Session *session, const RefnetWhoElseOptions *options, GError **error) {
  gboolean newcomer = refnet_cli_newcomer_is_described(&session->options);
  if (newcomer && session->arguments[1]) {
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                        "ORG and a description of a new organisation (--services, --areas, "
                        "--populations, --name) exclude each other");
    return NULL;
  }
  if (newcomer)
    return ask_for_newcomer(session, options, error);
  return session->arguments[1] ? ask_for_organization(session, options, error)
                               : ask_for_coalition(session, options, error);
}

static gboolean write_calendar(Session *session, const RefnetMeetingPlan *plan,
                               const RefnetWording *wording, GError **error) {
  g_autoptr(RefnetOutput) output = refnet_session_output(session, session->options.calendar, error);
  if (!output)
    return FALSE;
  refnet_meeting_plan_write_calendar(plan, wording, output);
  return refnet_session_commit(session, output, error);
}

static gboolean present_plan(Session *session, const RefnetWhoElse *who_else,
                             const RefnetWording *wording, GError **error) {
  const CliOptions *options = &session->options;
  guint32 most = options->all ? G_MAXUINT32 : (guint32)MIN(options->top, G_MAXUINT32);
  g_autoptr(RefnetMeetingPlan) plan =
      refnet_meeting_plan_new(who_else, most, wording->as_of, error);
  if (!plan)
    return FALSE;
  if (options->calendar)
    return write_calendar(session, plan, wording, error);
  g_autoptr(RefnetDescription) description = refnet_describe_plan(plan, wording);
  const RefnetFilter chosen = chosen_of(session);
  say_who_may_be(description, &chosen);
  return refnet_session_present(session, description, error);
}

/* In the table the hint stands in place of suggestions. */
static void tell_hint(const CliOptions *options, const RefnetWhoElse *who_else) {
  gboolean for_programs = options->format == REFNET_FORMAT_JSON ||
                          options->format == REFNET_FORMAT_CSV || options->calendar;
  if (for_programs && refnet_who_else_hint(who_else))
    refnet_cli_tell(g_strdup(refnet_who_else_hint(who_else)));
}

static gboolean suggest(Session *session, RefnetWhoElseOptions *who_else_options, GError **error) {
  RefnetWording wording = refnet_session_wording(session);
  g_autoptr(RefnetWhoElse) who_else = ask(session, who_else_options, error);
  if (!who_else)
    return FALSE;
  tell_hint(&session->options, who_else);
  if (session->options.plan)
    return present_plan(session, who_else, &wording, error);
  g_autoptr(RefnetDescription) description = refnet_describe_who_else(who_else, &wording);
  const RefnetFilter chosen = chosen_of(session);
  say_who_may_be(description, &chosen);
  return refnet_session_present(session, description, error);
}

static gboolean suggest_ties(Session *session, RefnetWhoElseOptions *options, GError **error) {
  RefnetWording wording = refnet_session_wording(session);
  const RefnetFilter candidates = chosen_of(session);
  options->coalitions = session->options.candidates.coalitions;
  options->candidates = &candidates;
  g_autoptr(RefnetTiesToMake) ties = refnet_ties_to_make_new(session->network, options, error);
  if (!ties)
    return FALSE;
  g_autoptr(RefnetDescription) description = refnet_describe_ties(ties, &wording);
  say_who_may_be(description, &candidates);
  return refnet_session_present(session, description, error);
}

/* A sheet has three for each unless more are asked for. */
static gboolean suggest_to_everyone(Session *session, RefnetWhoElseOptions *options,
                                    GError **error) {
  enum { FOR_EACH = 3 };
  RefnetWording wording = refnet_session_wording(session);
  g_autoptr(RefnetNetwork) past = NULL;
  if (!refnet_session_past(session, &session->options.filter, &past, error))
    return FALSE;
  options->past = past;
  if (options->top == 0 && !session->options.all)
    options->top = FOR_EACH;
  g_autoptr(RefnetEveryone) everyone = refnet_who_else_everyone(session->network, options, error);
  if (!everyone)
    return FALSE;
  g_autoptr(RefnetDescription) description = refnet_describe_everyone(everyone, &wording);
  const RefnetFilter chosen = chosen_of(session);
  say_who_may_be(description, &chosen);
  return refnet_session_present(session, description, error);
}

static gboolean evaluate(Session *session, GError **error) {
  RefnetWording wording = refnet_session_wording(session);
  g_autoptr(RefnetEvaluation) evaluation =
      refnet_evaluation_new(session->network, session->options.seed, error);
  if (!evaluation)
    return FALSE;
  g_autoptr(RefnetDescription) description = refnet_describe_evaluation(evaluation, &wording);
  return refnet_session_present(session, description, error);
}

/* Nothing that chooses suggestions plays a part where known relationships are looked for. */
static gboolean check_evaluation(const CliOptions *options, GError **error) {
  static const char *const choosing[] = {"area",      "service", "population",
                                         "sector",    "exclude", "partnership",
                                         "coalition", "prefer",  "objective"};
  for (gsize i = 0; options->evaluate && i < G_N_ELEMENTS(choosing); i++)
    if (refnet_cli_option_given(options, choosing[i])) {
      g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                  "--evaluate looks for known relationships of all organisations; leave out --%s",
                  choosing[i]);
      return FALSE;
    }
  return TRUE;
}

/* --ties, --everyone and --evaluate are about all organisations; only a plan makes a calendar. */
static gboolean check_kind(const Session *session, GError **error) {
  const CliOptions *options = &session->options;
  gboolean asks_for_one = session->arguments[1] || refnet_cli_newcomer_is_described(options);
  gboolean asks_for_all = !asks_for_one && !options->ties && !options->everyone;
  gboolean is_search = !options->evaluate;
  const char *trouble = NULL;
  if (options->ties + options->evaluate + options->plan + options->everyone > 1)
    trouble = "choose one of --ties, --plan, --everyone and --evaluate";
  else if (asks_for_one && (options->ties || options->evaluate || options->everyone))
    trouble = "--ties, --everyone and --evaluate are about all organisations; leave out the one";
  else if (options->calendar && !options->plan)
    trouble = "--ical writes the calendar of a plan; add --plan";
  else if (is_search && asks_for_all && refnet_cli_option_given(options, "prefer"))
    trouble =
        "--prefer is about whom one organisation would fit: give ORG, --ties or --everyone, or "
        "choose what the coalition looks for with --objective";
  else if (is_search && !asks_for_all && refnet_cli_option_given(options, "objective"))
    trouble = "--objective is what the whole coalition looks for; leave it out, or leave out what "
              "asks for single organisations";
  if (trouble)
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE, trouble);
  return trouble == NULL && check_evaluation(options, error);
}

gboolean refnet_cli_who_else(Session *session, GError **error) {
  const CliOptions *options = &session->options;
  g_autoptr(GArray) excluded = NULL;
  g_auto(GStrv) services = refnet_cli_split_lists(options->newcomer.services);
  session->services = services;
  if (!check_kind(session, error) || !refnet_session_open(session, error) ||
      !(excluded = refnet_exclusions_read(session->dataset, options->exclude, error)))
    return FALSE;
  RefnetWhoElseOptions who_else_options = {
      .top = options->all ? 0 : (guint32)MIN(options->top, G_MAXUINT32),
      .prefer = (RefnetPreference)options->prefer,
      .objective = (RefnetObjective)options->objective,
      .as_of = refnet_cli_as_of(options),
      .candidates = &options->candidates,
      .excluded = (const guint32 *)(gpointer)excluded->data,
      .excluded_count = excluded->len,
      .seed = options->seed,
  };
  if (options->evaluate)
    return evaluate(session, error);
  if (options->everyone)
    return suggest_to_everyone(session, &who_else_options, error);
  return options->ties ? suggest_ties(session, &who_else_options, error)
                       : suggest(session, &who_else_options, error);
}
