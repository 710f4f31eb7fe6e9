/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/session.h"

gboolean refnet_cli_who_else(Session *session, GError **error) {
  RefnetWording wording = refnet_session_wording(session);
  if (!refnet_session_open(session, error))
    return FALSE;
  guint32 vertex;
  if (!refnet_session_find(session, session->arguments[1], &vertex, error))
    return FALSE;
  RefnetWhoElseOptions options = {
      .top = (guint32)MIN(session->options.top, G_MAXUINT32),
      .prefer = (RefnetPreference)session->options.prefer,
      .as_of = wording.as_of,
  };
  g_autoptr(RefnetWhoElse) who_else =
      refnet_who_else_new(session->network, vertex, &options, error);
  if (!who_else)
    return FALSE;
  g_autoptr(RefnetDescription) description = refnet_describe_who_else(who_else, &wording);
  return refnet_session_present(session, description, error);
}
