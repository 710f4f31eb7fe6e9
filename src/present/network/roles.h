/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The word of each structural role. */
#ifndef REFNET_PRESENT_NETWORK_ROLES_H
#define REFNET_PRESENT_NETWORK_ROLES_H

#include <refnet/analysis.h>

/* "hub", "broker" … "none", as in JSON and CSV. Static. */
const char *refnet_role_key(RefnetRole role);
/* The same in the words people read; NULL for none. Static. */
const char *refnet_role_word(RefnetRole role);
/* Why the organization has its role, with its own figures; caller frees. */
char *refnet_role_sentence(const RefnetMeasures *measures, guint32 vertex);

#endif
