/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What organizations say of themselves, field by field, while an import collects it. */
#ifndef REFNET_EXCHANGE_NAMES_ROSTER_DETAILS_H
#define REFNET_EXCHANGE_NAMES_ROSTER_DETAILS_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct RefnetRosterDetails RefnetRosterDetails;

RefnetRosterDetails *refnet_roster_details_new(void);
void refnet_roster_details_free(RefnetRosterDetails *details);

/* A value of a field of organizations.csv; one that differs in its spelling only is no other. */
void refnet_roster_details_add(RefnetRosterDetails *details, guint32 organization, guint field,
                               const char *value);
/* Does any organization have a value there? */
gboolean refnet_roster_details_has(const RefnetRosterDetails *details, guint field);
/* The cell of all values, in order; "": there are none. Caller frees. */
char *refnet_roster_details_cell(const RefnetRosterDetails *details, guint32 organization,
                                 guint field);

G_END_DECLS

#endif
