/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/session.h"

gboolean refnet_cli_measures(Session *session, GError **error) {
  RefnetWording wording = refnet_session_wording(session);
  if (!refnet_session_open(session, error))
    return FALSE;
  g_autoptr(RefnetMeasures) measures =
      refnet_measures_new(session->network, session->options.seed, error);
  if (!measures)
    return FALSE;
  g_autoptr(RefnetDescription) description =
      refnet_describe_measures(measures, session->options.sort, &wording, error);
  if (!description)
    return FALSE;
  return refnet_session_present(session, description, error);
}
