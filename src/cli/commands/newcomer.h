/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An organization that is not in the data, as options describe it. */
#ifndef REFNET_CLI_COMMANDS_NEWCOMER_H
#define REFNET_CLI_COMMANDS_NEWCOMER_H

#include "cli/session/session.h"

/* Is one described? By its sector alone none is, for --sector also chooses whom to suggest. */
gboolean refnet_cli_newcomer_is_described(const CliOptions *options);
/* Whom it should meet; the caller's to free. Groups and a sector that nobody in the data has are
 * told on stderr and left out, as new; an area must be known. REFNET_ERROR_USAGE: it is not, or too
 * little is said. */
RefnetWhoElse *refnet_cli_newcomer_ask(const Session *session, const RefnetWhoElseOptions *ask,
                                       GError **error);

#endif
