/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A dataset whose duplicate rows have become one, and the way back. */
#include "cli/commands/commands.h"
#include "cli/files/folder.h"
#include "present/wording/words.h"

static char *path_in_folder(const char *name, gpointer folder) {
  return refnet_cli_folder_file(folder, name);
}

static gboolean require_folder(const CliOptions *options, GError **error) {
  if (options->directory == NULL)
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                        "merge writes a folder: say where with -o DIR");
  return options->directory != NULL;
}

/* ---- merging --------------------------------------------------------------------------------- */

/* The groups that are surely one organisation; borrowed from `records`. */
static RefnetIndexList *groups_to_merge(const RefnetSameRecords *records, gsize *count) {
  RefnetIndexList *groups = g_new(RefnetIndexList, records->length + 1);
  *count = 0;
  for (gsize g = 0; g < records->length; g++)
    if (records->groups[g].decision == REFNET_DECISION_MERGE)
      groups[(*count)++] = records->groups[g].organizations;
  return groups;
}

/* The same file given again is no mistake: what it decides is done. */
static void tell_merged(const CliOptions *options, const RefnetDecisions *decisions) {
  if (options->quiet || !decisions || decisions->merged == 0)
    return;
  g_autofree char *label = g_filename_display_basename(options->decisions);
  g_autofree char *rows = refnet_words_count(decisions->merged, "row is", "rows are");
  refnet_cli_tell(g_strdup_printf("%s: %s about organisations that are one already; there is "
                                  "nothing left to do for %s",
                                  label, rows, decisions->merged == 1 ? "it" : "them"));
}

static RefnetMerge *merge_into(Session *session, Folder *folder, GError **error) {
  const CliOptions *options = &session->options;
  g_autoptr(RefnetDecisions) decisions = NULL;
  if (options->decisions != NULL &&
      !(decisions = refnet_decisions_load(session->dataset, options->decisions, error)))
    return NULL;
  tell_merged(options, decisions);
  RefnetMatchOptions match = REFNET_MATCH_OPTIONS_INIT;
  match.merge_at = options->merge_at;
  match.review_at = MIN(match.review_at, match.merge_at);
  match.decisions = decisions;
  g_autoptr(RefnetSameRecords) records = refnet_same_records_new(session->network, &match, error);
  if (records == NULL)
    return NULL;
  gsize count;
  g_autofree RefnetIndexList *groups = groups_to_merge(records, &count);
  return refnet_dataset_write_merged(session->dataset, groups, count, path_in_folder, folder,
                                     error);
}

static gboolean merge(Session *session, GError **error) {
  const CliOptions *options = &session->options;
  RefnetWording wording = refnet_session_wording(session);
  g_autoptr(Folder) folder = refnet_cli_folder_open(options->directory, options->force, error);
  if (folder == NULL || !refnet_session_open(session, error))
    return FALSE;
  g_autoptr(RefnetMerge) merged = merge_into(session, folder, error);
  if (merged == NULL || !refnet_cli_folder_commit(folder, error))
    return FALSE;
  if (!options->quiet)
    refnet_cli_tell(g_strdup_printf("%s: written, with log.csv, from which refnet merge --undo "
                                    "restores the old files",
                                    options->directory));
  g_autoptr(RefnetDescription) description = refnet_describe_merge(merged, &wording);
  return refnet_session_present(session, description, error);
}

/* ---- undoing --------------------------------------------------------------------------------- */

static gboolean undo(Session *session, GError **error) {
  const CliOptions *options = &session->options;
  guint files;
  g_autoptr(Folder) folder = refnet_cli_folder_open(options->directory, options->force, error);
  if (folder == NULL ||
      !refnet_merge_undo(session->arguments[0], path_in_folder, folder, &files, error) ||
      !refnet_cli_folder_commit(folder, error))
    return FALSE;
  if (!options->quiet)
    refnet_cli_tell(g_strdup_printf("%s: the files as they were before the merge, %u of them "
                                    "changed back",
                                    options->directory, files));
  return TRUE;
}

gboolean refnet_cli_merge(Session *session, GError **error) {
  if (!require_folder(&session->options, error))
    return FALSE;
  return session->options.undo ? undo(session, error) : merge(session, error);
}
