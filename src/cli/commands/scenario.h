/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The steps of what-if, from the command line and from files, in the order given. */
#ifndef REFNET_CLI_COMMANDS_SCENARIO_H
#define REFNET_CLI_COMMANDS_SCENARIO_H

#include "cli/options/options.h"
#include <refnet/analysis.h>

/* A step as it was written; NULL: its kind takes no such name, or none was given. */
typedef struct {
  RefnetEditKind kind;
  char *text; /* how messages call it */
  char *organization, *other, *person, *service, *area;
} ScenarioStep;

typedef struct {
  GPtrArray *steps; /* of ScenarioStep */
  GArray *edits; /* of RefnetEdit: the same about a dataset; NULL: not yet. Texts are the steps' */
} Scenario;

void refnet_cli_scenario_clear(Scenario *scenario);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Scenario, refnet_cli_scenario_clear)

/* Reads the steps. REFNET_ERROR_USAGE says what a step lacks; _INPUT and _IO are about a file of
 * steps. */
gboolean refnet_cli_scenario_read(const CliOptions *options, Scenario *scenario, GError **error);
/* The services that somebody begins to offer, which may be new: NULL-terminated; the caller frees
 * the array, not the names. */
const char **refnet_cli_scenario_services(const Scenario *scenario);
/* Finds in the dataset what the steps name. REFNET_ERROR_USAGE: the step and the nearest name. */
gboolean refnet_cli_scenario_resolve(Scenario *scenario, const RefnetDataset *dataset,
                                     GError **error);

#endif
