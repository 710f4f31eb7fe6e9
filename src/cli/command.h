/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A command: a row of the table in commands.c, and what it is run with. */
#ifndef REFNET_CLI_COMMAND_H
#define REFNET_CLI_COMMAND_H

#include "cli/options.h"

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

extern const Command refnet_cli_commands[];
extern const guint refnet_cli_command_count;

/* The command called `name`; NULL with REFNET_ERROR_USAGE and a suggestion. */
const Command *refnet_cli_command_find(const char *name, GError **error);

gboolean refnet_cli_init(struct Session *session, GError **error);
gboolean refnet_cli_check(struct Session *session, GError **error);
gboolean refnet_cli_summary(struct Session *session, GError **error);
gboolean refnet_cli_measures(struct Session *session, GError **error);
gboolean refnet_cli_show(struct Session *session, GError **error);
gboolean refnet_cli_gaps(struct Session *session, GError **error);
gboolean refnet_cli_find(struct Session *session, GError **error);
gboolean refnet_cli_duplicates(struct Session *session, GError **error);
gboolean refnet_cli_risks(struct Session *session, GError **error);
gboolean refnet_cli_who_else(struct Session *session, GError **error);
gboolean refnet_cli_path(struct Session *session, GError **error);
gboolean refnet_cli_check_ins(struct Session *session, GError **error);
gboolean refnet_cli_compare(struct Session *session, GError **error);
gboolean refnet_cli_what_if(struct Session *session, GError **error);
gboolean refnet_cli_export(struct Session *session, GError **error);
gboolean refnet_cli_import(struct Session *session, GError **error);
gboolean refnet_cli_merge(struct Session *session, GError **error);
gboolean refnet_cli_map(struct Session *session, GError **error);
gboolean refnet_cli_report(struct Session *session, GError **error);

#endif
