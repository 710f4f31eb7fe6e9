/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Contacts that stand beside their organizations in one table, or whose organizations stand beside
 * them. */
#ifndef REFNET_EXCHANGE_NETWORKS_FLAT_PEOPLE_H
#define REFNET_EXCHANGE_NETWORKS_FLAT_PEOPLE_H

#include "exchange/files/grid.h"

G_BEGIN_DECLS

enum { REFNET_FLAT_PEOPLE_FIELDS = 6 };

/* Columns of a person's name, role, e-mail, phone, last contact and last name, or G_MAXUINT. */
typedef struct {
  guint column[REFNET_FLAT_PEOPLE_FIELDS];
  guint organization; /* of a list of people, the column of their organizations; else G_MAXUINT */
} RefnetFlatPeople;

/* Is the folded header one of half a person's name: "First Name", "Surname"? */
gboolean refnet_header_is_half_name(const char *folded);

/* Finds them by their headers: beside organizations "Contact Person", "Contact Email" …; else, in a
 * list of people, "First Name" and "Last Name", or "Name", "Email" … beside "Organization". FALSE:
 * the table names no people. O(columns). */
gboolean refnet_flat_people_find(RefnetFlatPeople *people, const RefnetGrid *grid);
gboolean refnet_flat_people_has(const RefnetFlatPeople *people, guint column);

/* Writes contacts.csv: for each row in which `organizations` is not NULL but the id or name of one,
 * a row for each name in the contact's cell, which ; or | divide. Nothing where nobody is named. */
gboolean refnet_flat_people_write(const RefnetFlatPeople *people, const RefnetGrid *grid,
                                  const RefnetImport *import, const char *const *organizations,
                                  GError **error);

G_END_DECLS

#endif
