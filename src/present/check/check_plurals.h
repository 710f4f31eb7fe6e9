/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What `check` says of several findings of one kind, and what to do about them. */
#ifndef REFNET_PRESENT_CHECK_CHECK_PLURALS_H
#define REFNET_PRESENT_CHECK_CHECK_PLURALS_H

#include <glib.h>

/* "organisations list no services", to follow their number; NULL: the kind has no such words. */
const char *refnet_check_said_of_several(const char *kind);
/* "list their services, separated by ;"; NULL: what is said of one finding does for several. */
const char *refnet_check_fix_of_several(const char *kind);

#endif
