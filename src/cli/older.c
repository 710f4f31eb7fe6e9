/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/older.h"

void refnet_cli_older_clear(Older *older) {
  g_clear_pointer(&older->network, refnet_network_free);
  g_clear_pointer(&older->dataset, refnet_dataset_free);
}

static RefnetDate choose_as_of(const Session *session, const RefnetDataset *older,
                               RefnetDate as_of) {
  RefnetDate then = refnet_dataset_last_date(older, as_of);
  RefnetDate now = refnet_dataset_last_date(session->dataset, as_of);
  if (session->options.old_as_of != REFNET_DATE_UNKNOWN)
    return session->options.old_as_of;
  if (then == REFNET_DATE_UNKNOWN || now == REFNET_DATE_UNKNOWN || then > now)
    return as_of;
  return as_of - (now - then);
}

void refnet_cli_say_which(const char *path, GError **error) {
  g_autofree char *name = g_filename_display_basename(path);
  if (g_error_matches(*error, REFNET_ERROR, REFNET_ERROR_INPUT))
    g_prefix_error(error, "in %s: ", name);
}

gboolean refnet_cli_older_open(Older *older, const Session *session, const char *path,
                               RefnetDate as_of, GError **error) {
  const CliOptions *options = &session->options;
  if (!(older->dataset = refnet_session_load_other(session, path, error))) {
    refnet_cli_say_which(path, error);
    return FALSE;
  }
  older->as_of = choose_as_of(session, older->dataset, as_of);
  older->network = refnet_network_new(older->dataset, &options->filter, options->undirected, error);
  if (!older->network)
    g_prefix_error(error, "in %s: ", older->dataset->name);
  return older->network != NULL;
}
