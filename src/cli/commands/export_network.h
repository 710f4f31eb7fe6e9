/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The network into a file of another program, or into a folder of several. */
#ifndef REFNET_CLI_COMMANDS_EXPORT_NETWORK_H
#define REFNET_CLI_COMMANDS_EXPORT_NETWORK_H

#include "cli/session/session.h"

#include <refnet/exchange.h>

typedef struct {
  const char *name; /* in the folder */
  gboolean (*write)(const RefnetExport *export, RefnetOutput *output, GError **error);
} NetworkFile;

enum { NETWORK_FILES_MOST = 2 };

/* Opens the dataset, measures the network and writes `files` (those with a writer): the first where
 * -o says or to standard output, several into the folder that -o names. */
gboolean refnet_cli_export_network(Session *session, const NetworkFile *files, GError **error);

#endif
