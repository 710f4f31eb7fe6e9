/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows that are one organisation, within a list or in another; services listed twice. */
#include "cli/commands/commands.h"

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

/* ---- another list ---------------------------------------------------------------------------- */

/* Decisions are about rows of one list, as is the file for them. */
static gboolean refuse_decisions(const CliOptions *options, GError **error) {
  if (!options->review && !options->decisions)
    return TRUE;
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
              "--%s is about the rows of one list and --against about two; for a file to fill in "
              "give --format csv -o FILE",
              options->review ? "review" : "decisions");
  return FALSE;
}

static gboolean present_against(Session *session, const RefnetMatchOptions *match, GError **error) {
  RefnetWording wording = refnet_session_wording(session);
  g_autoptr(RefnetDataset) other =
      refnet_session_load_list(session, session->options.against, error);
  g_autoptr(RefnetRecordLinks) links =
      other ? refnet_record_links_new(session->network, other, match, error) : NULL;
  if (!links)
    return FALSE;
  g_autoptr(RefnetDescription) description = refnet_describe_record_links(links, &wording);
  return refnet_session_present(session, description, error);
}

gboolean refnet_cli_duplicates(Session *session, GError **error) {
  RefnetWording wording = refnet_session_wording(session);
  RefnetMatchOptions match;
  g_autoptr(RefnetDecisions) decisions = NULL;
  const char *against = session->options.against;
  if ((against && !refuse_decisions(&session->options, error)) ||
      !refnet_session_open(session, error) || !read_options(session, &match, &decisions, error))
    return FALSE;
  if (against)
    return present_against(session, &match, error);
  g_autoptr(RefnetDuplicates) duplicates = refnet_duplicates_new(session->network, &match, error);
  if (!duplicates ||
      (session->options.review && !write_review(session, duplicates, &wording, error)))
    return FALSE;
  g_autoptr(RefnetDescription) description = refnet_describe_duplicates(duplicates, &wording);
  return refnet_session_present(session, description, error);
}
