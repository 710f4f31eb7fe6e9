/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The options and filters of a run as JSON members and as a sentence. */
#ifndef REFNET_CLI_SESSION_ENVELOPE_H
#define REFNET_CLI_SESSION_ENVELOPE_H

#include "cli/session/session.h"

/* Typed columns and values of some options; values borrow from the options. */
typedef struct {
  RefnetColumn *columns;
  RefnetValue *values;
  GPtrArray *keys; /* owned texts of the columns */
} OptionRecord;

/* The filters that were given, or (`filters` FALSE) every other option that bears on the result of
 * a command that takes `groups` of them. */
void refnet_option_record_init(OptionRecord *record, CliOptions *options, OptionGroups groups,
                               gboolean filters);
void refnet_option_record_dispose(OptionRecord *record);

/* "Only sector health or housing, since 2026-01-01: 24 of 92 organisations; …"; NULL when nothing
 * was filtered; caller frees. */
char *refnet_filter_sentence(const CliOptions *options, const RefnetNetwork *network);

#endif
