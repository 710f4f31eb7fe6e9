/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The lists of what is known of one organization, added to its description. */
#ifndef REFNET_PRESENT_OVERVIEW_PROFILE_LISTS_H
#define REFNET_PRESENT_OVERVIEW_PROFILE_LISTS_H

#include "present/description/description.h"

/* Services, relationships and contacts, with the rows that they come from. */
void refnet_profile_list_rows(RefnetDescription *description, const RefnetProfile *profile);
/* What rests on it, and whom it might meet. */
void refnet_profile_list_findings(RefnetDescription *description, const RefnetProfile *profile);

#endif
