/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Help and the manual page, made from the tables of commands and options. */
#ifndef REFNET_CLI_HELP_HELP_H
#define REFNET_CLI_HELP_HELP_H

#include "cli/session/command.h"

void refnet_help_overview(RefnetOutput *output);
void refnet_help_command(RefnetOutput *output, const Command *command);
/* The manual page refnet(1) in troff. */
void refnet_help_manual(RefnetOutput *output);

#endif
