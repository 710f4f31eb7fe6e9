/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/session/older.h"

static RefnetDate choose_as_of(const Session *session, RefnetDate as_of) {
  RefnetDate then = refnet_dataset_last_date(session->other, as_of);
  RefnetDate now = refnet_dataset_last_date(session->dataset, as_of);
  if (session->options.old_as_of != REFNET_DATE_UNKNOWN)
    return session->options.old_as_of;
  if (then == REFNET_DATE_UNKNOWN || now == REFNET_DATE_UNKNOWN || then > now)
    return as_of;
  return as_of - (now - then);
}

RefnetNetwork *refnet_cli_network_beside(const Session *session, GError **error) {
  RefnetFilter filter = session->options.filter;
  filter.beside = session->dataset;
  RefnetNetwork *network =
      refnet_network_new(session->other, &filter, session->options.undirected, error);
  if (!network)
    g_prefix_error(error, "in %s: ", session->other->name);
  return network;
}

gboolean refnet_cli_older_open(Older *older, const Session *session, RefnetDate as_of,
                               GError **error) {
  older->as_of = choose_as_of(session, as_of);
  older->network = refnet_cli_network_beside(session, error);
  return older->network != NULL;
}

void refnet_cli_older_clear(Older *older) {
  g_clear_pointer(&older->network, refnet_network_free);
}
