/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The older of two datasets that are compared. */
#ifndef REFNET_CLI_SESSION_OLDER_H
#define REFNET_CLI_SESSION_OLDER_H

#include "cli/session/session.h"

/* The older dataset and its network, filtered as the newer. */
typedef struct {
  RefnetNetwork *network; /* of the session's other dataset */
  RefnetDate as_of;       /* ages in it count up to then */
} Older;

/* The network of what the open session has beside its dataset, filtered as that. */
RefnetNetwork *refnet_cli_network_beside(const Session *session, GError **error);
/* That as the older of both. Its ages count to --old-as-of, else to as long before `as_of` as its
 * records end before the newer's, so that a year of silence is not counted against it. */
gboolean refnet_cli_older_open(Older *older, const Session *session, RefnetDate as_of,
                               GError **error);
void refnet_cli_older_clear(Older *older);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Older, refnet_cli_older_clear)

#endif
