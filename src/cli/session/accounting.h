/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What every command says of the data it read, before its result. */
#ifndef REFNET_CLI_SESSION_ACCOUNTING_H
#define REFNET_CLI_SESSION_ACCOUNTING_H

#include <refnet/present.h>

/* How many rows were read, and what became of them. */
void refnet_cli_tell_accounting(const RefnetDataset *dataset);
/* What was taken for granted and ought not to go unnoticed: sheets that were read together, a
 * column of answers. */
void refnet_cli_tell_assumptions(const RefnetDataset *dataset, gboolean show_people);
/* The first few errors and warnings, and how to see the rest. The diagnostics are sorted. */
void refnet_cli_tell_messages(const RefnetDataset *dataset, gboolean show_people);
/* For --strict. REFNET_ERROR_INPUT: rows were rejected. */
gboolean refnet_cli_refuse_rejected(const RefnetDataset *dataset, GError **error);

#endif
