/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/commands/commands.h"

gboolean refnet_cli_summary(Session *session, GError **error) {
  RefnetWording wording = refnet_session_wording(session);
  if (!refnet_session_open(session, error))
    return FALSE;
  g_autoptr(RefnetSummary) summary =
      refnet_summary_new(session->network, session->options.seed, error);
  if (!summary)
    return FALSE;
  g_autoptr(RefnetDescription) description = refnet_describe_summary(summary, &wording);
  return refnet_session_present(session, description, error);
}
