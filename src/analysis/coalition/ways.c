/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analysis/coalition/ways.h"

#include "analysis/paths/path.h"

typedef struct {
  const RefnetCoalitionSides *sides;
  RefnetPathFinder *finder;
  guint32 provider; /* to be met, at any of its rows */
  guint32 ties;     /* of a way at most */
} Ways;

/* Whether both lead through or from the same organization, on the way to or from the provider. */
static gboolean is_shared(const Ways *ways, const RefnetPath *a, const RefnetPath *b) {
  const guint32 *provider = ways->sides->providers->provider;
  for (guint32 i = 0; i < a->length; i++)
    for (guint32 k = 0; k < b->length; k++)
      if (a->steps[i].vertex == b->steps[k].vertex &&
          provider[a->steps[i].vertex] != ways->provider)
        return TRUE;
  return FALSE;
}

/* A row of a member, and one of the provider. */
typedef struct {
  guint32 from, to;
  double strength;
} Ends;

/* Looks for a member from whom the way to the row is warmer than that between `best`, and shares
 * nobody with `other` (of length 0: whatever the way). */
static void look_for_member(const Ways *ways, guint32 row, const RefnetPath *other, Ends *best) {
  const RefnetNetwork *network = ways->sides->providers->network;
  refnet_path_finder_turn_to(ways->finder, row);
  for (guint32 v = 0; v < network->vertices; v++) {
    if (!refnet_coalition_is_member(ways->sides, v) ||
        (ways->ties == 1 && refnet_network_find_tie(network, row, v) == G_MAXUINT64))
      continue;
    RefnetPath path = refnet_path_best(ways->finder, v, ways->ties);
    if (path.length > 0 && path.strength > best->strength && !is_shared(ways, &path, other))
      *best = (Ends){.from = v, .to = row, .strength = path.strength};
    g_free(path.steps);
  }
}

/* The warmest way that shares nobody with `other`. */
static RefnetPath find_way(const Ways *ways, const RefnetPath *other) {
  RefnetIndexList rows = refnet_providers_rows(ways->sides->providers, ways->provider);
  Ends best = {.from = REFNET_NONE, .strength = -1};
  for (guint32 i = 0; i < rows.length; i++)
    look_for_member(ways, rows.items[i], other, &best);
  if (best.from == REFNET_NONE)
    return (RefnetPath){0};
  refnet_path_finder_turn_to(ways->finder, best.from);
  return refnet_path_best(ways->finder, best.to, ways->ties);
}

gboolean refnet_coalition_introduce(const RefnetCoalitionSides *sides, RefnetDate as_of,
                                    RefnetSuggestion *suggestion, GError **error) {
  gboolean beside = refnet_coalition_is_beside_member(sides, suggestion->vertex);
  g_autoptr(RefnetStrongTies) strong =
      refnet_strong_ties_new(sides->providers->network, as_of, error);
  g_autoptr(RefnetPathFinder) finder = strong ? refnet_path_finder_new(strong, error) : NULL;
  if (!finder)
    return FALSE;
  const Ways ways = {sides, finder, suggestion->vertex, beside ? 1 : REFNET_PATH_MAX_TIES};
  RefnetPath *way = &suggestion->introduction, *other = &suggestion->alternative;
  *way = find_way(&ways, &(RefnetPath){0});
  if (way->length > 0)
    *other = find_way(&ways, way);
  if (is_shared(&ways, way, other)) { /* of two ways as warm, there and back may differ */
    g_free(other->steps);
    *other = (RefnetPath){0};
  }
  return TRUE;
}
