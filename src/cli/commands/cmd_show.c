/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/commands/commands.h"

static gboolean present_profile(Session *session, const RefnetProfile *profile,
                                const RefnetWording *wording, GError **error) {
  g_autoptr(RefnetDescription) description = refnet_describe_profile(profile, wording);
  return refnet_session_present(session, description, error);
}

gboolean refnet_cli_show(Session *session, GError **error) {
  RefnetWording wording = refnet_session_wording(session);
  guint32 vertex;
  if (!refnet_session_open(session, error) ||
      !refnet_session_find(session, session->arguments[1], &vertex, error))
    return FALSE;
  const RefnetNetwork *network = session->network;
  RefnetRiskOptions risk = {.turnover = REFNET_DEFAULT_TURNOVER,
                            .seed = session->options.seed,
                            .draws = (guint32)session->options.draws,
                            .as_of = wording.as_of};
  g_autoptr(RefnetNetwork) past = NULL;
  if (!refnet_session_past(session, &session->options.filter, &past, error))
    return FALSE;
  RefnetWhoElseOptions who = {.as_of = wording.as_of, .past = past, .seed = session->options.seed};
  g_autoptr(RefnetMeasures) measures = refnet_measures_new(network, session->options.seed, error);
  g_autoptr(RefnetRisks) risks = measures ? refnet_risks_new(network, &risk, error) : NULL;
  g_autoptr(RefnetWhoElse) who_else =
      risks ? refnet_who_else_new(network, vertex, &who, error) : NULL;
  if (!who_else)
    return FALSE;
  RefnetProfile profile = {network, vertex, measures, risks, who_else};
  return present_profile(session, &profile, &wording, error);
}
