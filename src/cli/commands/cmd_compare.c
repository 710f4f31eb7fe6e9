/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/commands/commands.h"
#include "cli/session/older.h"

gboolean refnet_cli_compare(Session *session, GError **error) {
  RefnetWording wording = refnet_session_wording(session);
  g_auto(Older) older = {0};
  char *path = session->arguments[0];
  /* What is described is the newer. */
  session->arguments[0] = session->arguments[1];
  session->arguments[1] = path;
  session->beside = path;
  if (!refnet_session_open(session, error) ||
      !refnet_cli_older_open(&older, session, wording.as_of, error))
    return FALSE;
  const RefnetCompareOptions options = {
      .as_of = {older.as_of, wording.as_of},
      .seed = session->options.seed,
  };
  g_autoptr(RefnetChanges) changes =
      refnet_changes_new(older.network, session->network, &options, error);
  if (!changes)
    return FALSE;
  g_autoptr(RefnetDescription) description = refnet_describe_compare(changes, &wording);
  session->older = older.network;
  gboolean ok = refnet_session_present(session, description, error);
  session->older = NULL;
  return ok;
}
