/* SPDX-License-Identifier: GPL-2.0-or-later */
/* People listed at an organization: who has left it, and whom to ask there. */
#ifndef REFNET_ANALYSIS_RISKS_CONTACTS_H
#define REFNET_ANALYSIS_RISKS_CONTACTS_H

#include <refnet/model.h>

G_BEGIN_DECLS

/* By contact: has the person left that organization on `as_of` (UNKNOWN: by any date)? Who has two
 * places there has left it only when both are left. The array is the caller's; NULL with
 * REFNET_ERROR_INTERNAL without memory. O(contacts). */
guint8 *refnet_contacts_gone(const RefnetDataset *dataset, RefnetDate as_of, GError **error);

/* Whom to ask at the organization of `vertex` on behalf of that of `before` (REFNET_NONE: of
 * nobody): somebody named in a row of their tie, else anybody listed; rather the primary contact,
 * then whoever was in touch last, then the order of the list. Nobody who has left, and not the
 * person `except` (REFNET_NONE: anybody). REFNET_NONE when nobody else is listed. O(rows of the tie
 * + contacts). */
guint32 refnet_contact_to_ask(const RefnetNetwork *network, guint32 before, guint32 vertex,
                              guint32 except, RefnetDate as_of);

G_END_DECLS

#endif
