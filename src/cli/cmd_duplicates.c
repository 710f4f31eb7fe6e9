/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/session.h"

gboolean refnet_cli_duplicates(Session *session, GError **error) {
  RefnetWording wording = refnet_session_wording(session);
  if (!refnet_session_open(session, error))
    return FALSE;
  g_autoptr(RefnetDuplicates) duplicates = refnet_duplicates_new(session->network, NULL, error);
  if (!duplicates)
    return FALSE;
  g_autoptr(RefnetDescription) description = refnet_describe_duplicates(duplicates, &wording);
  return refnet_session_present(session, description, error);
}
