/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/session.h"

gboolean refnet_cli_gaps(Session *session, GError **error) {
  RefnetWording wording = refnet_session_wording(session);
  if (!refnet_session_open(session, error))
    return FALSE;
  RefnetGapOptions options = {
      .areas = session->options.areas,
      .services = session->options.services,
      .populations = session->options.populations,
      .as_of = wording.as_of,
  };
  g_autoptr(RefnetGaps) gaps = refnet_gaps_new(session->network, &options, error);
  if (!gaps)
    return FALSE;
  g_autoptr(RefnetDescription) description = refnet_describe_gaps(gaps, &wording);
  return refnet_session_present(session, description, error);
}
