/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who serves an area, whatever it offers there. */
#ifndef REFNET_ANALYSIS_SUPPLY_SERVING_H
#define REFNET_ANALYSIS_SUPPLY_SERVING_H

#include "analysis/supply/providers.h"

G_BEGIN_DECLS

/* A provider serves the areas it lists, those of its offers, and all that these lie in. */
typedef struct {
  const RefnetProviders *providers;
  guint8 *with_parts;                      /* by area */
  guint32 *count;                          /* by area: providers that serve it */
  guint32 *count_blank;                    /* of those, services unknown */
  guint32 without_services, without_areas; /* providers */
} RefnetServing;

/* O(areas of all providers and their offers). */
RefnetServing *refnet_serving_new(const RefnetProviders *providers, GError **error);
void refnet_serving_free(RefnetServing *serving);

/* Does the provider serve the area? O(its rows and offers, log areas each). */
gboolean refnet_serving_has(const RefnetServing *serving, guint32 provider, guint32 area);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetServing, refnet_serving_free)

G_END_DECLS

#endif
