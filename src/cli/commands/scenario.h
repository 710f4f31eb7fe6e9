/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The steps of what-if, from the command line and from files, in the order given. */
#ifndef REFNET_CLI_COMMANDS_SCENARIO_H
#define REFNET_CLI_COMMANDS_SCENARIO_H

#include "cli/session/session.h"

/* RefnetEdit; their texts are texts'. */
typedef struct {
  GArray *edits;
  GPtrArray *texts;
} Scenario;

void refnet_cli_scenario_clear(Scenario *scenario);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Scenario, refnet_cli_scenario_clear)

/* Reads the steps about the loaded dataset. REFNET_ERROR_USAGE names the step and the nearest name;
 * _INPUT and _IO are about a file of steps. */
gboolean refnet_cli_scenario_read(const Session *session, Scenario *scenario, GError **error);

#endif
