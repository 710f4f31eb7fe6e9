/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The order of contacts, and which of them are one person. */
#ifndef REFNET_MODEL_LOAD_PEOPLE_H
#define REFNET_MODEL_LOAD_PEOPLE_H

#include "model/load/loader.h"

G_BEGIN_DECLS

/* The order of contacts (an array of RefnetPlace): by organization, folded name, id and what else
 * they say, so that the order of rows changes nothing. NULL when memory ran out; caller frees.
 * O(n log n). */
guint32 *refnet_order_places(const RefnetArray *places);
/* Puts them in that order. FALSE when memory ran out. */
gboolean refnet_sort_places(RefnetArray *places);

/* Numbers the people behind sorted contacts in the order of their first contact: one person has one
 * id, or one e-mail together with one folded name, or one folded name within an organization.
 * *count gets how many there are. FALSE when memory ran out. Near-linear. */
gboolean refnet_number_people(RefnetArray *places, guint32 *count);

G_END_DECLS

#endif
