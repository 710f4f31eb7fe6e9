/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Several people in one cell, as sheets of meetings have them. */
#ifndef REFNET_EXCHANGE_NAMES_PEOPLE_CELL_H
#define REFNET_EXCHANGE_NAMES_PEOPLE_CELL_H

#include "exchange/names/person_text.h"

G_BEGIN_DECLS

/* Whether it can be a person's name: "3", "2 staff" and "N/A" can't. O(length). */
gboolean refnet_person_is_somebody(const char *name);
/* "Ann Lee, MD, Bo Ray (intern) and Cy Fox" as three names without titles and what stands in
 * brackets. A comma, a stroke or an "and" parts them only where each part has two words or more,
 * for "Lee, Ann" is one person; a figure and "N/A" are nobody. Caller frees with g_strfreev.
 * O(length).
 */
char **refnet_people_in_cell(const char *cell);

/* The same people (RefnetPersonInCell *) with what stands behind their names: "Ann Lee <a@elm.org>;
 * Bo Ray (intake) 555-111-2222". Caller frees. O(length · people). */
GPtrArray *refnet_persons_in_cell(const char *cell);

G_END_DECLS

#endif
