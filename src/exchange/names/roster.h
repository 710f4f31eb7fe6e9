/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The organizations of an import: those of a table that is given along, and those that turn up. */
#ifndef REFNET_EXCHANGE_NAMES_ROSTER_H
#define REFNET_EXCHANGE_NAMES_ROSTER_H

#include "exchange/files/grid.h"
#include "exchange/names/name_list.h"
#include <refnet/exchange.h>

G_BEGIN_DECLS

typedef struct RefnetRoster RefnetRoster;

/* With the table at `path`, as organizations.csv is written; NULL: empty. REFNET_ERROR_INPUT, _IO:
 * it cannot be read or has no names. O(cells). */
RefnetRoster *refnet_roster_new(const RefnetImport *import, const char *path, GError **error);
/* The same with a table that was read already, which is freed with the roster. */
RefnetRoster *refnet_roster_from_grid(const RefnetImport *import, RefnetGrid *grid, GError **error);
void refnet_roster_free(RefnetRoster *roster);

/* All names, to be added to: those of the table come first. Borrowed. */
RefnetNameList *refnet_roster_names(RefnetRoster *roster);
/* Says once in the report that several organizations have one name, by which the first of them is
 * found. O(n). */
void refnet_roster_say_namesakes(const RefnetRoster *roster, RefnetImportReport *report);
/* How many of them the table has. */
guint32 refnet_roster_listed(const RefnetRoster *roster);
/* Another spelling of the name was met; it becomes an alternate name. */
void refnet_roster_met(RefnetRoster *roster, guint32 organization, const char *spelling);

/* The organization says this of itself, for a field of organizations.csv: one of several values
 * where that is a list. What the table has in the field is kept instead. */
void refnet_roster_describe(RefnetRoster *roster, guint32 organization, guint field,
                            const char *value);

/* How the other files of the dataset call the organization: by the id that the table gives, else by
 * name. */
const char *refnet_roster_reference(const RefnetRoster *roster, guint32 organization);

/* Organizations by name, bytewise; caller frees. */
guint32 *refnet_roster_order(const RefnetRoster *roster);
/* Writes contacts.csv where the table is an export of refnet's that names people; their columns are
 * then left out of organizations.csv. */
gboolean refnet_roster_write_people(RefnetRoster *roster, const RefnetImport *import,
                                    GError **error);
/* Writes organizations.csv, in that order. REFNET_ERROR_INPUT: there are none. */
gboolean refnet_roster_write(const RefnetRoster *roster, const RefnetImport *import,
                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetRoster, refnet_roster_free)

G_END_DECLS

#endif
