/* SPDX-License-Identifier: GPL-2.0-or-later */
/* People on their way into contacts.csv, one row for each at one organization. */
#ifndef REFNET_EXCHANGE_NAMES_CONTACT_LIST_H
#define REFNET_EXCHANGE_NAMES_CONTACT_LIST_H

#include "exchange/names/roster.h"

G_BEGIN_DECLS

typedef struct RefnetContactList RefnetContactList;

/* How to reach somebody, and what for; "": not known. */
typedef struct {
  const char *email, *phone, *role;
} RefnetContactWays;

/* `roster` is borrowed. */
RefnetContactList *refnet_contact_list_new(RefnetRoster *roster);
void refnet_contact_list_free(RefnetContactList *list);

/* Adds the person, or, where the organization has one whose name folds alike, what is new. `met`, a
 * day on which the person was seen, may be unknown. O(length). */
void refnet_contact_list_add(RefnetContactList *list, guint32 organization, const char *name,
                             RefnetContactWays ways, RefnetDate met);
guint refnet_contact_list_length(const RefnetContactList *list);
/* Organizations at which somebody is listed. O(people). */
guint refnet_contact_list_organizations(const RefnetContactList *list);
/* Writes contacts.csv by organization and name, phones and roles where any are known; nothing where
 * nobody is listed. O(n log n). */
gboolean refnet_contact_list_write(const RefnetContactList *list, const RefnetImport *import,
                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetContactList, refnet_contact_list_free)

G_END_DECLS

#endif
