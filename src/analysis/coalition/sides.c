/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analysis/coalition/sides.h"

#include "analysis/memory.h"
#include "analysis/who_else/suggestions.h"
#include "base/order.h"

void refnet_coalition_sides_clear(RefnetCoalitionSides *sides) {
  refnet_providers_free(sides->providers);
  g_free(sides->member);
  g_free(sides->candidate);
}

gboolean refnet_coalition_sides_init(RefnetCoalitionSides *sides, const RefnetNetwork *network,
                                     const RefnetCoalition *coalition,
                                     const RefnetWhoElseOptions *options, GError **error) {
  g_autofree guint8 *allowed = refnet_who_else_allowed(network, options, error);
  if (!allowed || !(sides->providers = refnet_providers_new(network, error)) ||
      !(sides->member = REFNET_TRY_ARRAY(guint8, network->vertices, error)) ||
      !(sides->candidate = REFNET_TRY_ARRAY(guint8, network->vertices, error)))
    return FALSE;
  for (guint32 v = 0; v < network->vertices; v++) {
    guint32 provider = sides->providers->provider[v];
    if (provider == REFNET_NONE)
      continue;
    sides->member[provider] |= coalition->member[v];
    sides->candidate[provider] |= allowed[v];
  }
  for (guint32 v = 0; v < network->vertices; v++) {
    sides->candidate[v] &= !sides->member[v];
    sides->candidates += sides->candidate[v];
  }
  return TRUE;
}

gboolean refnet_coalition_is_member(const RefnetCoalitionSides *sides, guint32 vertex) {
  guint32 provider = sides->providers->provider[vertex];
  return provider != REFNET_NONE && sides->member[provider];
}

static gboolean works_with_member(const RefnetCoalitionSides *sides, guint32 vertex) {
  const RefnetNetwork *network = sides->providers->network;
  for (guint64 i = network->tie_start[vertex]; i < network->tie_start[vertex + 1]; i++)
    if (refnet_coalition_is_member(sides, network->neighbor[i]))
      return TRUE;
  return FALSE;
}

gboolean refnet_coalition_is_beside_member(const RefnetCoalitionSides *sides, guint32 provider) {
  RefnetIndexList rows = refnet_providers_rows(sides->providers, provider);
  for (guint32 i = 0; i < rows.length; i++)
    if (works_with_member(sides, rows.items[i]))
      return TRUE;
  return FALSE;
}

void refnet_coalition_take_together(const RefnetCoalitionSides *sides, GArray *organizations) {
  const RefnetNetwork *network = sides->providers->network;
  guint32 *items = (guint32 *)(gpointer)organizations->data;
  for (guint i = 0; i < organizations->len; i++) {
    guint32 vertex = network->vertex[items[i]];
    guint32 provider = vertex != REFNET_NONE ? sides->providers->provider[vertex] : REFNET_NONE;
    items[i] = provider != REFNET_NONE ? network->organization[provider] : items[i];
  }
  g_array_set_size(organizations, (guint)refnet_sort_distinct(items, organizations->len));
}
