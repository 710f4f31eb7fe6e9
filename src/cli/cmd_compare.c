/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/session.h"

/* The older dataset and its network, filtered as the newer. */
typedef struct {
  RefnetDataset *dataset;
  RefnetNetwork *network;
} Older;

static void older_clear(Older *older) {
  g_clear_pointer(&older->network, refnet_network_free);
  g_clear_pointer(&older->dataset, refnet_dataset_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Older, older_clear)

static gboolean open_older(const Session *session, const char *path, Older *older, GError **error) {
  const CliOptions *options = &session->options;
  if (!(older->dataset = refnet_session_load_other(session, path, error)))
    return FALSE;
  older->network = refnet_network_new(older->dataset, &options->filter, options->undirected, error);
  if (!older->network)
    g_prefix_error(error, "in %s: ", older->dataset->name);
  return older->network != NULL;
}

/* As long before the newer's date as its records end before the newer's, so that a year of silence
 * is not counted against the older. */
static RefnetDate older_as_of(const Session *session, const RefnetDataset *older,
                              RefnetDate as_of) {
  RefnetDate then = refnet_dataset_last_date(older, as_of);
  RefnetDate now = refnet_dataset_last_date(session->dataset, as_of);
  if (session->options.old_as_of != REFNET_DATE_UNKNOWN)
    return session->options.old_as_of;
  if (then == REFNET_DATE_UNKNOWN || now == REFNET_DATE_UNKNOWN || then > now)
    return as_of;
  return as_of - (now - then);
}

gboolean refnet_cli_compare(Session *session, GError **error) {
  RefnetWording wording = refnet_session_wording(session);
  g_auto(Older) older = {0};
  char *path = session->arguments[0];
  /* What is described is the newer. */
  session->arguments[0] = session->arguments[1];
  session->arguments[1] = path;
  if (!refnet_session_open(session, error) || !open_older(session, path, &older, error))
    return FALSE;
  const RefnetCompareOptions options = {
      .as_of = {older_as_of(session, older.dataset, wording.as_of), wording.as_of},
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
