/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/commands/commands.h"

enum { PATHS_SHOWN = 3 };

gboolean refnet_cli_path(Session *session, GError **error) {
  RefnetWording wording = refnet_session_wording(session);
  const CliOptions *options = &session->options;
  guint32 from, to;
  if (!refnet_session_open(session, error) ||
      !refnet_session_find(session, session->arguments[1], &from, error) ||
      !refnet_session_find(session, session->arguments[2], &to, error))
    return FALSE;
  guint64 top = options->all ? G_MAXUINT32 : options->top ? options->top : PATHS_SHOWN;
  g_autoptr(RefnetPaths) paths =
      refnet_paths_new(session->network, from, to, (guint32)options->steps,
                       (guint32)MIN(top, G_MAXUINT32), wording.as_of, error);
  if (!paths)
    return FALSE;
  g_autoptr(RefnetDescription) description = refnet_describe_paths(paths, &wording);
  return refnet_session_present(session, description, error);
}
