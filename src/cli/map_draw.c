/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Each kind of map: its analysis, then its picture. */
#include "cli/map_kinds.h"

RefnetMap *refnet_cli_draw_network(Session *session, const RefnetMapOptions *options,
                                   GError **error) {
  g_autoptr(RefnetMeasures) measures =
      refnet_measures_new(session->network, session->options.seed, error);
  return measures ? refnet_map_new(session->network, measures, options, error) : NULL;
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

RefnetMap *refnet_cli_draw_gaps(Session *session, const RefnetMapOptions *options,
                                GError **error) {
  return draw_gaps(session, refnet_map_new_gaps, options, error);
}

RefnetMap *refnet_cli_draw_gap_map(Session *session, const RefnetMapOptions *options,
                                   GError **error) {
  return draw_gaps(session, refnet_map_new_gap_map, options, error);
}

/* Nothing is simulated: the map shows no figure that is. */
RefnetMap *refnet_cli_draw_risks(Session *session, const RefnetMapOptions *options,
                                 GError **error) {
  RefnetRiskOptions risk_options = {.turnover = REFNET_DEFAULT_TURNOVER,
                                    .seed = options->seed,
                                    .as_of = options->as_of};
  const char *without = session->options.without;
  guint32 person =
      without ? refnet_dataset_find_person(session->dataset, without, error) : REFNET_NONE;
  if (without && person == REFNET_NONE)
    return NULL;
  g_autoptr(RefnetRisks) risks = refnet_risks_new(session->network, &risk_options, error);
  if (!risks)
    return NULL;
  return without ? refnet_map_new_departure(risks, person, session->options.show_people, options,
                                            error)
                 : refnet_map_new_risks(risks, options, error);
}
