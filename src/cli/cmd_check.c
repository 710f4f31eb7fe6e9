/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/session.h"

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
  if (!refnet_session_present(session, description, error))
    return FALSE;
  if (session->options.strict && rejected_rows(session->dataset) > 0)
    session->exit_status = 3;
  else
    session->exit_status = has_findings(session->dataset) ? 1 : 0;
  return TRUE;
}
