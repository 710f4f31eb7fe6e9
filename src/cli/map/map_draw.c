/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Each kind of map: its analysis, then its picture. */
#include "cli/map/map_kinds.h"
#include "cli/session/older.h"
#include "present/wording/words.h"

enum { EGO_STEPS = 2, PATH_STEPS = 3 };

static void tell_communities(const Session *session) {
  const RefnetNetwork *network = session->network;
  g_autofree char *organizations = refnet_words_digits(network->vertices);
  g_autofree char *relationships = refnet_words_digits(network->ties);
  if (session->options.quiet)
    return;
  if (refnet_map_is_readable(network))
    refnet_cli_tell(g_strdup_printf(
        "%s organisations are too many to see each of them on a slide: it has their communities; "
        "--layout stress draws them all the same",
        organizations));
  else if (network->vertices <= REFNET_MAP_READABLE)
    refnet_cli_tell(g_strdup_printf(
        "%s relationships are too many to see each of them: the map has their communities; "
        "--min-count leaves out the weaker ones",
        relationships));
  else
    refnet_cli_tell(g_strdup_printf(
        "%s organisations are too many to see each of them: the map has their communities; --split "
        "community -o atlas.pdf draws each on a page of its own",
        organizations));
}

/* Positions can be kept of organisations that are drawn. */
static gboolean shows_each(const Session *session, const RefnetMapOptions *options) {
  const RefnetNetwork *network = session->network;
  return refnet_map_shows_each(options, network) || network->ties == 0 ||
         (session->options.save_positions && refnet_map_is_readable(network));
}

/* Whole, by its communities when it is too large for that, or page by page. */
RefnetMap *refnet_cli_draw_network(Session *session, const RefnetMapOptions *options,
                                   GError **error) {
  g_autoptr(RefnetMeasures) measures =
      refnet_measures_new(session->network, session->options.seed, error);
  if (!measures)
    return NULL;
  if (session->options.split)
    return refnet_map_new_atlas(session->network, measures, options, error);
  if (shows_each(session, options))
    return refnet_map_new_indexed(session->network, measures, options, error);
  tell_communities(session);
  return refnet_map_new_communities(session->network, measures, options, error);
}

RefnetMap *refnet_cli_draw_communities(Session *session, const RefnetMapOptions *options,
                                       GError **error) {
  g_autoptr(RefnetMeasures) measures =
      refnet_measures_new(session->network, session->options.seed, error);
  return measures ? refnet_map_new_communities(session->network, measures, options, error) : NULL;
}

RefnetMap *refnet_cli_draw_ego(Session *session, const RefnetMapOptions *options, GError **error) {
  const CliOptions *given = &session->options;
  guint64 steps = given->map.steps ? given->map.steps : EGO_STEPS;
  guint32 ego;
  if (!given->map.ego) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                "--kind ego needs the organisation in the middle: --ego ORG");
    return NULL;
  }
  if (!refnet_session_find(session, given->map.ego, &ego, error))
    return NULL;
  g_autoptr(RefnetMeasures) measures = refnet_measures_new(session->network, given->seed, error);
  return measures
             ? refnet_map_new_ego(session->network, measures, ego, (guint32)steps, options, error)
             : NULL;
}

RefnetMap *refnet_cli_draw_path(Session *session, const RefnetMapOptions *options, GError **error) {
  const CliOptions *given = &session->options;
  guint32 from, to, steps = given->map.steps ? (guint32)given->map.steps : PATH_STEPS;
  if (steps > PATH_STEPS) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                "--steps takes 1 to %d with --kind path: longer introductions do not work",
                PATH_STEPS);
    return NULL;
  }
  if (!refnet_session_find(session, session->arguments[1], &from, error) ||
      !refnet_session_find(session, session->arguments[2], &to, error))
    return NULL;
  g_autoptr(RefnetPaths) paths =
      refnet_paths_new(session->network, from, to, steps, 2, options->as_of, error);
  g_autoptr(RefnetMeasures) measures =
      paths ? refnet_measures_new(session->network, given->seed, error) : NULL;
  return measures ? refnet_map_new_path(paths, measures, options, error) : NULL;
}

RefnetMap *refnet_cli_draw_overlap(Session *session, const RefnetMapOptions *options,
                                   GError **error) {
  g_autoptr(RefnetDuplicates) duplicates = refnet_duplicates_new(session->network, NULL, error);
  return duplicates ? refnet_map_new_overlap(duplicates, options, error) : NULL;
}

RefnetMap *refnet_cli_draw_change(Session *session, const RefnetMapOptions *options,
                                  GError **error) {
  g_autoptr(RefnetNetwork) now = refnet_cli_network_beside(session, error);
  const RefnetCompareOptions compare = {.only_relationships = TRUE};
  g_autoptr(RefnetChanges) changes =
      now ? refnet_changes_new(session->network, now, &compare, error) : NULL;
  return changes ? refnet_map_new_change(changes, options, error) : NULL;
}

RefnetMap *refnet_cli_draw_geo(Session *session, const RefnetMapOptions *options, GError **error) {
  g_autoptr(RefnetMeasures) measures =
      refnet_measures_new(session->network, session->options.seed, error);
  return measures ? refnet_map_new_geo(session->network, measures, options, error) : NULL;
}

RefnetMap *refnet_cli_draw_sectors(Session *session, const RefnetMapOptions *options,
                                   GError **error) {
  g_autoptr(RefnetSummary) summary =
      refnet_summary_new(session->network, session->options.seed, error);
  return summary ? refnet_map_new_sectors(summary, options, error) : NULL;
}

RefnetMap *refnet_cli_draw_matrix(Session *session, const RefnetMapOptions *options,
                                  GError **error) {
  g_autoptr(RefnetMeasures) measures =
      refnet_measures_new(session->network, session->options.seed, error);
  return measures ? refnet_map_new_matrix(session->network, measures, options, error) : NULL;
}

typedef RefnetMap *(*DrawGaps)(const RefnetGaps *gaps, const RefnetGapOptions *gap_options,
                               const RefnetMapOptions *options, GError **error);

static RefnetMap *draw_gaps(Session *session, DrawGaps draw, const RefnetMapOptions *options,
                            GError **error) {
  const RefnetFilter *cells = &session->options.filter;
  RefnetGapOptions gap_options = {
      .areas = cells->areas,
      .services = cells->services,
      .populations = cells->populations,
      .as_of = options->as_of,
  };
  g_autoptr(RefnetGaps) gaps = refnet_gaps_new(session->network, &gap_options, error);
  return gaps ? draw(gaps, &gap_options, options, error) : NULL;
}

RefnetMap *refnet_cli_draw_gaps(Session *session, const RefnetMapOptions *options, GError **error) {
  return draw_gaps(session, refnet_map_new_gaps, options, error);
}

RefnetMap *refnet_cli_draw_gap_map(Session *session, const RefnetMapOptions *options,
                                   GError **error) {
  return draw_gaps(session, refnet_map_new_gap_map, options, error);
}

/* Nothing is simulated: the map shows no figure that is. */
RefnetMap *refnet_cli_draw_risks(Session *session, const RefnetMapOptions *options,
                                 GError **error) {
  RefnetRiskOptions risk_options = {
      .turnover = REFNET_DEFAULT_TURNOVER, .seed = options->seed, .as_of = options->as_of};
  const char *without = session->options.without;
  guint32 person =
      without ? refnet_dataset_find_person(session->dataset, without, error) : REFNET_NONE;
  if (without && person == REFNET_NONE)
    return NULL;
  g_autoptr(RefnetRisks) risks = refnet_risks_new(session->network, &risk_options, error);
  if (!risks)
    return NULL;
  return without
             ? refnet_map_new_departure(risks, person, session->options.show_people, options, error)
             : refnet_map_new_risks(risks, options, error);
}
