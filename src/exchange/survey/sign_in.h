/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sign-in sheets: who came to which meeting. They say who met, not who refers. */
#ifndef REFNET_EXCHANGE_SURVEY_SIGN_IN_H
#define REFNET_EXCHANGE_SURVEY_SIGN_IN_H

#include "exchange/files/grid.h"
#include "exchange/names/roster.h"

G_BEGIN_DECLS

/* Is it a sheet with a row a member and a column a date, or with a row an attendance? O(cells of
 * the first rows). */
gboolean refnet_sign_in_is(const RefnetGrid *grid, RefnetDateOrder order);

/* Writes organizations.csv, meetings.csv and, where the sheet names persons, contacts.csv.
 * REFNET_ERROR_INPUT: the dates lack their year, or nothing names the members. O(cells). */
gboolean refnet_sign_in_import(const RefnetImport *import, const RefnetGrid *grid,
                               RefnetRoster *roster, GError **error);

G_END_DECLS

#endif
