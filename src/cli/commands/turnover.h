/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What --turnover says. */
#ifndef REFNET_CLI_COMMANDS_TURNOVER_H
#define REFNET_CLI_COMMANDS_TURNOVER_H

#include "cli/session/session.h"

/* Sets the turnover of `risk` from "SHARE" and "NAME=SHARE", NAME being a sector or an organization
 * of the loaded dataset; the array behind risk->turnovers is the caller's. REFNET_ERROR_USAGE names
 * what is neither. */
gboolean refnet_cli_turnover(const Session *session, RefnetRiskOptions *risk,
                             RefnetTurnover **turnovers, GError **error);

#endif
