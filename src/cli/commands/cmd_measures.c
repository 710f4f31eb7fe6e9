/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/commands/commands.h"

/* Asked for with --missing only. */
static RefnetRankIntervals *rank_intervals(const CliOptions *options,
                                           const RefnetMeasures *measures, GError **error) {
  return refnet_rank_intervals_new(measures, options->sort ? options->sort : "degree",
                                   options->missing, REFNET_RANK_DRAWS, error);
}

gboolean refnet_cli_measures(Session *session, GError **error) {
  const CliOptions *options = &session->options;
  RefnetWording wording = refnet_session_wording(session);
  if (!refnet_session_open(session, error))
    return FALSE;
  RefnetMeasureOptions how = {
      .seed = options->seed,
      .weights = (RefnetWeights)options->weights,
      .sources = (guint32)options->sources,
  };
  g_autoptr(RefnetMeasures) measures = refnet_measures_measure(session->network, &how, error);
  g_autoptr(RefnetRankIntervals) intervals = NULL;
  if (!measures)
    return FALSE;
  if (options->missing > 0 && !(intervals = rank_intervals(options, measures, error)))
    return FALSE;
  measures->intervals = intervals;
  g_autoptr(RefnetDescription) description =
      refnet_describe_measures(measures, options->sort, &wording, error);
  return description && refnet_session_present(session, description, error);
}
