/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Contacts that stand beside their organizations in one table. */
#ifndef REFNET_EXCHANGE_NETWORKS_FLAT_PEOPLE_H
#define REFNET_EXCHANGE_NETWORKS_FLAT_PEOPLE_H

#include "exchange/files/grid.h"

G_BEGIN_DECLS

enum { REFNET_FLAT_PEOPLE_FIELDS = 5 };

/* Columns of a person's name, role, e-mail, phone and last contact, or G_MAXUINT. */
typedef struct {
  guint column[REFNET_FLAT_PEOPLE_FIELDS];
} RefnetFlatPeople;

/* Finds them by their headers ("Contact Person", "Contact Email" …). FALSE: the table has no column
 * for a contact's name. O(columns). */
gboolean refnet_flat_people_find(RefnetFlatPeople *people, const RefnetGrid *grid);
gboolean refnet_flat_people_has(const RefnetFlatPeople *people, guint column);

/* Writes contacts.csv: for each row in which `organizations` is not NULL but the id or name of one,
 * a row for each name in the contact's cell, which ; or | divide. Nothing where nobody is named. */
gboolean refnet_flat_people_write(const RefnetFlatPeople *people, const RefnetGrid *grid,
                                  const RefnetImport *import, const char *const *organizations,
                                  GError **error);

G_END_DECLS

#endif
