/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/session.h"

gboolean refnet_cli_risks(Session *session, GError **error) {
  RefnetWording wording = refnet_session_wording(session);
  if (!refnet_session_open(session, error))
    return FALSE;
  RefnetRiskOptions options = {
      .turnover = session->options.turnover,
      .seed = session->options.seed,
      .draws = (guint32)session->options.draws,
      .as_of = wording.as_of,
  };
  g_autoptr(RefnetRisks) risks = refnet_risks_new(session->network, &options, error);
  if (!risks)
    return FALSE;
  g_autoptr(RefnetDescription) description = refnet_describe_risks(risks, &wording);
  return refnet_session_present(session, description, error);
}
