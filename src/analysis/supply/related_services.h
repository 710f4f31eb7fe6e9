/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Services that are related: named so by the user, or often offered by the same organizations. */
#ifndef REFNET_ANALYSIS_SUPPLY_RELATED_SERVICES_H
#define REFNET_ANALYSIS_SUPPLY_RELATED_SERVICES_H

#include "analysis/supply/providers.h"

G_BEGIN_DECLS

#define REFNET_RELATED_MOST 3

typedef struct {
  const RefnetProviders *providers;
  guint32 *services;       /* of each provider, rising: services[start[p]] … */
  guint32 *start;          /* vertices + 1 */
  guint32 *provider_count; /* by service */
  guint32 *together;       /* by service: providers that offer it with the one at hand */
  guint32 *met;            /* services met */
  GArray *pairs; /* named by the user, of both directions, sorted; NULL: none were named */
} RefnetRelatedServices;

/* `pairs`: NULL, or names of services in pairs, NULL-terminated; names that the dataset doesn't
 * have are passed over. O(offers log offers). */
RefnetRelatedServices *refnet_related_services_new(const RefnetProviders *providers,
                                                   const char *const *pairs, GError **error);
void refnet_related_services_free(RefnetRelatedServices *related);

/* Fills `services` with those most related to `service`: by pairs where such were given, else by
 * the share of providers that offer both among those that offer either (Jaccard), at least two and
 * a fifth; equal shares by name. Returns how many. O(services of the service's providers). */
guint32 refnet_related_services_of(RefnetRelatedServices *related, guint32 service,
                                   guint32 services[REFNET_RELATED_MOST]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetRelatedServices, refnet_related_services_free)

G_END_DECLS

#endif
