/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Contacts that stand beside their organizations in one table, or whose organizations stand beside
 * them. */
#ifndef REFNET_EXCHANGE_FLAT_PEOPLE_H
#define REFNET_EXCHANGE_FLAT_PEOPLE_H

#include "exchange/files/grid.h"

G_BEGIN_DECLS

enum { REFNET_FLAT_PEOPLE_NAME = 0, REFNET_FLAT_PEOPLE_ID = 5, REFNET_FLAT_PEOPLE_FIELDS = 7 };

enum { REFNET_FLAT_PEOPLE_FURTHER = 3 };

/* Columns of a person's name, role, e-mail, phone, last contact, id and last name, or G_MAXUINT. */
typedef struct {
  guint column[REFNET_FLAT_PEOPLE_FIELDS];
  guint further[REFNET_FLAT_PEOPLE_FURTHER][REFNET_FLAT_PEOPLE_FIELDS]; /* of a second contact … */
  guint further_count;
  guint organization; /* of a list of people, the column of their organizations; else G_MAXUINT */
} RefnetFlatPeople;

/* Is the column one of yes and no, with a yes? O(rows). */
gboolean refnet_flat_holds_flags(const RefnetGrid *grid, guint column);

/* Finds them by their headers: beside organizations "Contact Person", "Contact Email" …, also of
 * several, as "Contact 2" or "Secondary Contact", or "Name" and "Title" or "Email" behind "Agency
 * Name"; else, in a list of people, "First Name" and "Last Name" beside "Organization", or, where
 * no column holds yes and no, "Name" and "Email", "Phone" or "Role" beside it. FALSE: the table
 * names no people. O(cells). */
gboolean refnet_flat_people_find(RefnetFlatPeople *people, const RefnetGrid *grid);
gboolean refnet_flat_people_has(const RefnetFlatPeople *people, guint column);

/* The first row whose id stands beside another name further up; 0: none. O(rows). */
guint refnet_flat_find_clash(const RefnetGrid *grid, guint ids, guint names);

/* Writes contacts.csv: for each row in which `organizations` is not NULL but the id or name of one,
 * a row for each name in the contact's cell, which ; or | divide. Nothing where nobody is named. */
gboolean refnet_flat_people_write(const RefnetFlatPeople *people, const RefnetGrid *grid,
                                  const RefnetImport *import, const char *const *organizations,
                                  GError **error);

G_END_DECLS

#endif
