/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The command table, and the function of each command: cmd_NAME.c has it. */
#ifndef REFNET_CLI_COMMANDS_COMMANDS_H
#define REFNET_CLI_COMMANDS_COMMANDS_H

#include "cli/session/session.h"

extern const Command refnet_cli_commands[];
extern const guint refnet_cli_command_count;

/* The command called `name`; NULL with REFNET_ERROR_USAGE and a suggestion. */
const Command *refnet_cli_command_find(const char *name, GError **error);

gboolean refnet_cli_init(Session *session, GError **error);
gboolean refnet_cli_check(Session *session, GError **error);
gboolean refnet_cli_summary(Session *session, GError **error);
gboolean refnet_cli_measures(Session *session, GError **error);
gboolean refnet_cli_show(Session *session, GError **error);
gboolean refnet_cli_gaps(Session *session, GError **error);
gboolean refnet_cli_find(Session *session, GError **error);
gboolean refnet_cli_duplicates(Session *session, GError **error);
gboolean refnet_cli_risks(Session *session, GError **error);
gboolean refnet_cli_who_else(Session *session, GError **error);
gboolean refnet_cli_path(Session *session, GError **error);
gboolean refnet_cli_check_ins(Session *session, GError **error);
gboolean refnet_cli_compare(Session *session, GError **error);
gboolean refnet_cli_what_if(Session *session, GError **error);
gboolean refnet_cli_export(Session *session, GError **error);
gboolean refnet_cli_import(Session *session, GError **error);
gboolean refnet_cli_merge(Session *session, GError **error);
gboolean refnet_cli_map(Session *session, GError **error);
gboolean refnet_cli_report(Session *session, GError **error);

#endif
