/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The organizations that a list of links names, however many there are. */
#ifndef REFNET_EXCHANGE_NETWORKS_ENDPOINTS_H
#define REFNET_EXCHANGE_NETWORKS_ENDPOINTS_H

#include "exchange/names/roster.h"

G_BEGIN_DECLS

typedef struct RefnetEndpoints RefnetEndpoints;

/* `roster` (borrowed; NULL: none) is whom names may mean; others are added to it. */
RefnetEndpoints *refnet_endpoints_new(RefnetRoster *roster);
void refnet_endpoints_free(RefnetEndpoints *endpoints);

/* How referrals.csv calls the organization that the file calls `text`, in which markup is read as
 * what it means; valid as long as the
 * endpoints. NULL: memory ran out. O(length). */
const char *refnet_endpoints_add(RefnetEndpoints *endpoints, const char *text);

/* "“Elm” could be e1 or e2": whom of the roster the text could mean, by what stands for them in
 * referrals.csv; NULL: at most one. Caller frees. O(length). */
char *refnet_endpoints_doubt(RefnetEndpoints *endpoints, const char *text);

/* Writes organizations.csv: names that fold alike once, as they are written most often, ordered by
 * name; and contacts.csv where the roster names people. O(n log n). */
gboolean refnet_endpoints_write(const RefnetEndpoints *endpoints, const RefnetImport *import,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetEndpoints, refnet_endpoints_free)

G_END_DECLS

#endif
