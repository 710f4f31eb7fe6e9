/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A command: what it takes, what help says of it, and the function that runs it. */
#ifndef REFNET_CLI_SESSION_COMMAND_H
#define REFNET_CLI_SESSION_COMMAND_H

#include "cli/options/options.h"

struct Session;

typedef struct Command {
  const char *name;
  const char *arguments; /* as usage shows them */
  guint least_arguments, most_arguments;
  OptionGroups options; /* groups */
  gboolean (*run)(struct Session *session, GError **error);
  const char *summary;     /* one line, the user's question */
  const char *description; /* a paragraph for help and the manual page */
  const char *lists;       /* what --list may name; NULL: one list */
  const char *example;
} Command;

#endif
