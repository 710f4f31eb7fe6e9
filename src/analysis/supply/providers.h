/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who counts as a provider: the organizations of a view that are not closed, rows that surely are
 * one organization taken together, and what they offer, service by service. */
#ifndef REFNET_ANALYSIS_SUPPLY_PROVIDERS_H
#define REFNET_ANALYSIS_SUPPLY_PROVIDERS_H

#include <refnet/model.h>

G_BEGIN_DECLS

/* A provider is named by its first vertex. */
typedef struct {
  const RefnetNetwork *network;
  guint32 *provider; /* of a vertex; REFNET_NONE: closed */
  guint32 *members;  /* vertices by provider, rising: member_start[p] … member_start[p+1] − 1 */
  guint32 *member_start; /* vertices + 1 */
  guint32 *offers;       /* offers of all providers by service, then provider, then row */
  guint32 *offer_start;  /* by service: services + 1 */
} RefnetProviders;

/* What to do about doubtful records, and how many it befell. */
typedef struct {
  gboolean merge_possible; /* rows that are probably one organization are taken together, too */
  gboolean drop_stale;     /* rows verified before `since` are left out; not those without a date */
  RefnetDate since;
  guint32 merged, dropped, undated;
} RefnetDoubts;

/* O(vertices + offers), and what it takes to find records that are one organization. */
RefnetProviders *refnet_providers_new(const RefnetNetwork *network, GError **error);
/* The same, decided otherwise about doubtful records; counts are filled in. NULL: as above. */
RefnetProviders *refnet_providers_new_doubting(const RefnetNetwork *network, RefnetDoubts *doubts,
                                               GError **error);
void refnet_providers_free(RefnetProviders *providers);

/* Vertices of its rows, rising. O(1). */
static inline RefnetIndexList refnet_providers_rows(const RefnetProviders *providers,
                                                    guint32 provider) {
  guint32 first = providers->member_start[provider];
  return (RefnetIndexList){&providers->members[first],
                           providers->member_start[provider + 1] - first};
}

/* The provider behind an offer of `providers->offers`. O(1). */
guint32 refnet_providers_of_offer(const RefnetProviders *providers, guint32 offer);

static inline gboolean refnet_coordinates_known(double latitude, double longitude) {
  return latitude == latitude && longitude == longitude; /* neither is NaN */
}

/* The first of the provider's rows that has coordinates, or NULL. O(rows). */
const RefnetOrganization *refnet_providers_seat(const RefnetProviders *providers, guint32 provider);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetProviders, refnet_providers_free)

G_END_DECLS

#endif
