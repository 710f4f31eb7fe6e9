/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A new dataset, for those who start from nothing. */
#include "cli/commands/commands.h"
#include "cli/files/folder.h"
#include "cli/options/lists.h"
#include <refnet/exchange.h>

static char *path_in_folder(const char *name, gpointer folder) {
  return refnet_cli_folder_file(folder, name);
}

static gboolean check_options(const CliOptions *options, GError **error) {
  const char *trouble = NULL;
  if (options->init.services && !options->init.areas)
    trouble = "--services lists what is needed in each area; say which with --areas";
  else if (options->init.survey && !options->init.names)
    trouble = "--survey asks organisations about one another; name them in a file: --from-names "
              "FILE";
  if (trouble)
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE, trouble);
  return trouble == NULL;
}

gboolean refnet_cli_init(Session *session, GError **error) {
  const CliOptions *options = &session->options;
  const char *directory = session->arguments[0];
  if (!check_options(options, error))
    return FALSE;
  g_auto(GStrv) services = refnet_cli_split_lists(options->init.services);
  g_auto(GStrv) areas = refnet_cli_split_lists(options->init.areas);
  g_autoptr(Folder) folder = refnet_cli_folder_open(directory, options->force, error);
  if (folder == NULL)
    return FALSE;
  RefnetStarter starter = {.names = options->init.names,
                           .services = (const char *const *)services,
                           .areas = (const char *const *)areas,
                           .survey = options->init.survey,
                           .workbook = options->init.workbook,
                           .directory = directory,
                           .path = path_in_folder,
                           .path_data = folder};
  g_autoptr(RefnetImportReport) report = refnet_import_report_new("new", "", directory);
  if (!refnet_starter_write(&starter, report, error) || !refnet_cli_folder_commit(folder, error))
    return FALSE;
  RefnetWording wording = refnet_session_wording(session);
  g_autoptr(RefnetDescription) description = refnet_describe_start(report, &wording);
  return refnet_session_present(session, description, error);
}
