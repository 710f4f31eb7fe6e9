/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The older of two datasets that are compared. */
#ifndef REFNET_CLI_OLDER_H
#define REFNET_CLI_OLDER_H

#include "cli/session.h"

/* The older dataset and its network, filtered as the newer. */
typedef struct {
  RefnetDataset *dataset;
  RefnetNetwork *network;
  RefnetDate as_of; /* ages in it count up to then */
} Older;

/* Loads the folder or file at `path` beside the session's dataset, which is open. Its ages count to
 * --old-as-of, else to as long before `as_of` as its records end before the newer's, so that a year
 * of silence is not counted against it. */
gboolean refnet_cli_older_open(Older *older, const Session *session, const char *path,
                               RefnetDate as_of, GError **error);
/* Puts "in NAME: " before what makes one of two datasets unusable: their files are called alike. */
void refnet_cli_say_which(const char *path, GError **error);
void refnet_cli_older_clear(Older *older);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Older, refnet_cli_older_clear)

#endif
