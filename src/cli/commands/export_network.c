/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/commands/export_network.h"

#include "cli/files/folder.h"
#include "cli/session/envelope.h"

/* What the file says of itself, where its format has room for that. */
static char *note_of(const Session *session) {
  const CliOptions *options = &session->options;
  g_autofree char *as_of = refnet_date_iso(refnet_cli_as_of(options));
  g_autofree char *filters = refnet_filter_sentence(options, session->network);
  return g_strdup_printf("%s as of %s, by refnet %s%s%s", session->dataset->name, as_of,
                         REFNET_VERSION, filters ? ". " : ".", filters ? filters : "");
}

static gboolean write_file(Session *session, const NetworkFile *file, const RefnetExport *export,
                           const char *path, GError **error) {
  g_autoptr(RefnetOutput) output = refnet_session_output(session, path, error);
  return output && file->write(export, output, error) &&
         refnet_session_commit(session, output, error);
}

static gboolean write_folder(Session *session, const NetworkFile *files, const RefnetExport *export,
                             GError **error) {
  g_autoptr(Folder) folder =
      refnet_cli_folder_open(session->options.output, session->options.force, error);
  for (guint i = 0; folder && i < NETWORK_FILES_MOST; i++) {
    g_autofree char *path = refnet_cli_folder_file(folder, files[i].name);
    if (!write_file(session, &files[i], export, path, error))
      return FALSE;
  }
  return folder && refnet_cli_folder_commit(folder, error);
}

static gboolean is_folder(const NetworkFile *files) {
  return files[1].write != NULL;
}

gboolean refnet_cli_export_network(Session *session, const NetworkFile *files, GError **error) {
  const CliOptions *options = &session->options;
  if (is_folder(files) && !options->output) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                "%s is a folder of %s and %s: say where with -o DIR", options->export_format,
                files[0].name, files[1].name);
    return FALSE;
  }
  if (!refnet_session_open(session, error))
    return FALSE;
  g_autoptr(RefnetMeasures) measures = refnet_measures_new(session->network, options->seed, error);
  if (!measures)
    return FALSE;
  g_autofree char *note = note_of(session);
  RefnetExport export = {.network = session->network,
                         .measures = measures,
                         .note = note,
                         .show_people = options->show_people};
  return is_folder(files) ? write_folder(session, files, &export, error)
                          : write_file(session, &files[0], &export, options->output, error);
}
