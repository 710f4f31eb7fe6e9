/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Several values given as one: --area "Mill Creek, Lakeshore". */
#ifndef REFNET_CLI_SESSION_VALUE_LISTS_H
#define REFNET_CLI_SESSION_VALUE_LISTS_H

#include "cli/options/options.h"

/* In options that take areas, services, groups, sectors, coalitions or kinds of partnership: a text
 * that nothing in the datasets is called, but whose parts between commas, ; or | all are something
 * there, becomes these parts. `other` may be NULL. O(values given · length of the list of areas).
 */
void refnet_cli_spread_values(CliOptions *options, const RefnetDataset *dataset,
                              const RefnetDataset *other);

#endif
