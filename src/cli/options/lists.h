/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Options that hold lists. */
#ifndef REFNET_CLI_OPTIONS_LISTS_H
#define REFNET_CLI_OPTIONS_LISTS_H

#include <glib.h>

/* The parts of `text` between any of `separators`, trimmed, each once, blank ones left out; caller
 * frees with g_strfreev. */
char **refnet_cli_split_list(const char *text, const char *separators);
/* Items of cells like "food pantry;transport", all in one list, each once; `cells` NULL: none.
 * Caller frees with g_strfreev. */
char **refnet_cli_split_lists(char **cells);

#endif
