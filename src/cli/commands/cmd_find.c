/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/commands/commands.h"

gboolean refnet_cli_find(Session *session, GError **error) {
  RefnetWording wording = refnet_session_wording(session);
  const CliOptions *options = &session->options;
  RefnetFindOptions request = {
      .service = session->arguments[1],
      .area = options->find_area,
      .population = options->find_population,
      .language = options->find_language,
      .from = REFNET_NONE,
  };
  if (!refnet_session_open(session, error) ||
      (options->find_from &&
       !refnet_session_find(session, options->find_from, &request.from, error)))
    return FALSE;
  g_autoptr(RefnetFind) find = refnet_find_new(session->network, &request, error);
  if (!find)
    return FALSE;
  g_autoptr(RefnetDescription) description = refnet_describe_find(find, &wording);
  return refnet_session_present(session, description, error);
}
