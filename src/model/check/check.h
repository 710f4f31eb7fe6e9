/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The parts of refnet_dataset_check. Each adds its findings to the dataset's diagnostics. */
#ifndef REFNET_MODEL_CHECK_CHECK_H
#define REFNET_MODEL_CHECK_CHECK_H

#include "model/dataset/store.h"

G_BEGIN_DECLS

/* A finding about organizations, `message` taken as it is: in their own file, or, where they were
 * taken from the referrals, about that file as a whole. */
void refnet_check_report_organization(const RefnetStore *store, RefnetKind kind, guint32 line,
                                      guint field, const char *fix, const char *message);
/* Organizations without services, areas, contacts or relationships, and equal or nearly equal
 * names. */
void refnet_check_organizations(const RefnetStore *store, RefnetDate as_of);
/* What the organization of that name seems to be, if it is none: "a total"; NULL: it may be one. */
const char *refnet_check_other_than_organization(const RefnetStore *store, const char *name);
/* Services that organizations list and that their rows in services.csv leave out. O(offers ·
 * services of one organization). */
void refnet_check_services(const RefnetStore *store);
/* Organizations that are their own parent, directly or through others. */
void refnet_check_parents(const RefnetStore *store);
/* Coordinates far from all others, or that would be near them if written another way. */
void refnet_check_places(const RefnetStore *store);
/* Totals, remarks and other words among the organizations, columns that mean nothing, figures read
 * as names. */
void refnet_check_sheet(const RefnetStore *store);
/* Values that differ by a letter, and areas that areas.csv does not list. */
void refnet_check_values(const RefnetStore *store);
/* Contacts whose successor is nobody in contacts.csv. */
void refnet_check_successors(const RefnetStore *store);
/* Dates after as_of of what is said to have happened, and dates of one row that contradict. */
void refnet_check_dates(const RefnetStore *store, RefnetDate as_of);

G_END_DECLS

#endif
