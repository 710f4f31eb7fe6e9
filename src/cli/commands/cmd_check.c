/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/commands/commands.h"
#include "cli/files/folder.h"
#include "present/wording/words.h"

/* Errors and warnings are findings; notes are not. */
static gboolean has_findings(const RefnetDataset *dataset) {
  return refnet_diagnostics_count(dataset->diagnostics, REFNET_SEVERITY_ERROR) +
             refnet_diagnostics_count(dataset->diagnostics, REFNET_SEVERITY_WARNING) >
         0;
}

static guint64 rejected_rows(const RefnetDataset *dataset) {
  guint64 rejected = 0;
  for (guint32 i = 0; i < dataset->file_count; i++)
    rejected += dataset->files[i].rows.rejected;
  return rejected;
}

/* What the description then shows, for the caller to free. */
static RefnetDisagreement *add_disagreements(RefnetDescription *description,
                                             const RefnetDataset *dataset, GError **error) {
  gsize length = 0;
  RefnetDisagreement *found = refnet_dataset_disagreements(dataset, &length, error);
  if (found != NULL)
    refnet_description_add_disagreements(description, found, length);
  return found;
}

static char *path_in_folder(const char *name, gpointer folder) {
  return refnet_cli_folder_file(folder, name);
}

static void tell_fixed(const char *folder, guint64 corrections) {
  g_autofree char *tally = refnet_words_tally(corrections, "correction", "corrections");
  if (corrections == 0)
    refnet_cli_tell(g_strdup_printf(
        "%s has a copy of the dataset: there was nothing to correct automatically", folder));
  else
    refnet_cli_tell(g_strdup_printf("%s has the cleaned dataset; its log.csv lists %s %s", folder,
                                    corrections == 1 ? "the" : "all", tally));
}

static gboolean write_fixed(Session *session, GError **error) {
  const CliOptions *options = &session->options;
  guint64 corrections;
  g_autoptr(Folder) folder = refnet_cli_folder_open(options->fix, options->force, error);
  if (folder == NULL ||
      !refnet_dataset_write_fixed(session->dataset, path_in_folder, folder, &corrections, error) ||
      !refnet_cli_folder_commit(folder, error))
    return FALSE;
  if (!options->quiet)
    tell_fixed(options->fix, corrections);
  return TRUE;
}

gboolean refnet_cli_check(Session *session, GError **error) {
  RefnetWording wording = refnet_session_wording(session);
  if (!refnet_session_load(session, error))
    return FALSE;
  refnet_dataset_check(session->dataset, wording.as_of);
  refnet_diagnostics_sort(session->dataset->diagnostics);
  session->network = refnet_network_new(session->dataset, NULL, FALSE, error);
  if (!session->network)
    return FALSE;
  g_autoptr(RefnetDescription) description = refnet_describe_check(session->dataset, &wording);
  g_autofree RefnetDisagreement *disagreements = NULL;
  if (session->options.respondents)
    refnet_description_add_respondents(description);
  if (session->options.disagreements &&
      !(disagreements = add_disagreements(description, session->dataset, error)))
    return FALSE;
  if (session->options.fix != NULL && !write_fixed(session, error))
    return FALSE;
  if (!refnet_session_present(session, description, error))
    return FALSE;
  if (session->options.strict && rejected_rows(session->dataset) > 0)
    session->exit_status = 3;
  else
    session->exit_status = has_findings(session->dataset) ? 1 : 0;
  return TRUE;
}
