/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/commands/commands.h"
#include "cli/commands/turnover.h"

enum { MOST_FOR_KEY_PLAYERS = 10000 /* organizations, unless asked for */ };

static gboolean present_handover(Session *session, const RefnetWording *wording, GError **error) {
  guint32 person = refnet_dataset_find_person(session->dataset, session->options.handover, error);
  if (person == REFNET_NONE)
    return FALSE;
  g_autoptr(RefnetHandover) handover =
      refnet_handover_new(session->network, person, wording->as_of, error);
  if (!handover)
    return FALSE;
  g_autoptr(RefnetDescription) description = refnet_describe_handover(handover, wording);
  refnet_session_withhold_name(session, &session->options.handover);
  return refnet_session_present(session, description, error);
}

static guint32 key_players(const Session *session) {
  gboolean is_wanted = refnet_cli_option_given(&session->options, "key-players") ||
                       session->network->vertices <= MOST_FOR_KEY_PLAYERS;
  return is_wanted ? (guint32)session->options.key_players : 0;
}

gboolean refnet_cli_risks(Session *session, GError **error) {
  RefnetWording wording = refnet_session_wording(session);
  if (!refnet_session_open(session, error))
    return FALSE;
  if (session->options.handover)
    return present_handover(session, &wording, error);
  g_autofree RefnetTurnover *turnovers = NULL;
  RefnetRiskOptions options = {
      .turnover = REFNET_DEFAULT_TURNOVER,
      .seed = session->options.seed,
      .draws = (guint32)session->options.draws,
      .as_of = wording.as_of,
      .key_players = key_players(session),
      .repeated_rows = TRUE,
  };
  if (!refnet_cli_turnover(session, &options, &turnovers, error))
    return FALSE;
  g_autoptr(RefnetRisks) risks = refnet_risks_new(session->network, &options, error);
  if (!risks)
    return FALSE;
  g_autoptr(RefnetDescription) description = refnet_describe_risks(risks, &wording);
  return refnet_session_present(session, description, error);
}
