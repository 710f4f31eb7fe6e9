/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/session.h"

static gboolean read_options(const Session *session, RefnetMatchOptions *match,
                             RefnetDecisions **decisions, GError **error) {
  const CliOptions *options = &session->options;
  *match = (RefnetMatchOptions){.merge_at = options->merge_at,
                                .review_at = MIN(options->review_at, options->merge_at),
                                .expected = options->expected};
  if (!options->decisions)
    return TRUE;
  *decisions = refnet_decisions_load(session->dataset, options->decisions, error);
  match->decisions = *decisions;
  return *decisions != NULL;
}

static gboolean write_review(Session *session, const RefnetDuplicates *duplicates,
                             const RefnetWording *wording, GError **error) {
  g_autoptr(RefnetDescription) description = refnet_describe_record_pairs(duplicates, wording);
  g_autoptr(RefnetOutput) output = refnet_session_output(session, session->options.review, error);
  RefnetEnvelope envelope = {.command = session->command->name, .network = session->network};
  RefnetWriteOptions write = {.format = REFNET_FORMAT_CSV};
  return output && refnet_description_write(description, &envelope, &write, output, error) &&
         refnet_session_commit(session, output, error);
}

gboolean refnet_cli_duplicates(Session *session, GError **error) {
  RefnetWording wording = refnet_session_wording(session);
  RefnetMatchOptions match;
  g_autoptr(RefnetDecisions) decisions = NULL;
  if (!refnet_session_open(session, error) || !read_options(session, &match, &decisions, error))
    return FALSE;
  g_autoptr(RefnetDuplicates) duplicates = refnet_duplicates_new(session->network, &match, error);
  if (!duplicates ||
      (session->options.review && !write_review(session, duplicates, &wording, error)))
    return FALSE;
  g_autoptr(RefnetDescription) description = refnet_describe_duplicates(duplicates, &wording);
  return refnet_session_present(session, description, error);
}
