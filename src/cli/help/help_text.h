/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What help and the manual page both tell. */
#ifndef REFNET_CLI_HELP_HELP_TEXT_H
#define REFNET_CLI_HELP_HELP_TEXT_H

typedef struct {
  const char *term, *meaning;
} HelpRow;

/* Ended by a NULL term. */
extern const HelpRow refnet_help_files[], refnet_help_exit_codes[], refnet_help_environment[],
    refnet_help_measures[];

#endif
