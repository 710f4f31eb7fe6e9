/* SPDX-License-Identifier: GPL-2.0-or-later */
/* "Did you mean …?" of commands and options. */
#ifndef REFNET_CLI_OPTIONS_NEAREST_H
#define REFNET_CLI_OPTIONS_NEAREST_H

#include <glib.h>

/* The one of `names`, which end with NULL, that begins with the word, else that is at most two
 * edits from it; the first of equals. NULL: none. O(length of all · |word|). */
const char *refnet_cli_nearest(const char *const *names, const char *word);

#endif
