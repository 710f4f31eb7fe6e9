/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Messages for people, beside the result. */
#ifndef REFNET_CLI_TERMINAL_TELL_H
#define REFNET_CLI_TERMINAL_TELL_H

/* A line on stderr, harmless to a terminal; takes `text`. */
void refnet_cli_tell(char *text);

#endif
