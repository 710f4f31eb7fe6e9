/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analysis/who_else/coalition_ways.h"

#include "analysis/who_else/path.h"

typedef struct {
  const RefnetNetwork *network;
  const RefnetCoalitionSides *sides;
  const guint8 *member; /* by vertex */
  RefnetDate as_of;
} Ways;

/* Whether both lead through or from the same organization, on the way to or from `vertex`. */
static gboolean is_shared(const RefnetPath *a, const RefnetPath *b, guint32 vertex) {
  for (guint32 i = 0; i < a->length; i++)
    for (guint32 k = 0; k < b->length; k++)
      if (a->steps[i].vertex == b->steps[k].vertex && a->steps[i].vertex != vertex)
        return TRUE;
  return FALSE;
}

/* The member from whom the way is warmest, of those that share nobody with `other` (length 0: of
 * all). */
static guint32 nearest_member(const Ways *ways, const RefnetPathFinder *finder, guint32 vertex,
                              guint32 ties, const RefnetPath *other) {
  const RefnetNetwork *network = ways->network;
  guint32 best = REFNET_NONE;
  double strength = -1;
  for (guint32 v = 0; v < network->vertices; v++) {
    if (!ways->member[v] || v == vertex ||
        (ties == 1 && refnet_network_find_tie(network, vertex, v) == G_MAXUINT64))
      continue;
    RefnetPath path = refnet_path_finder_best(finder, v, ties);
    if (path.length > 0 && path.strength > strength && !is_shared(&path, other, vertex)) {
      strength = path.strength;
      best = v;
    }
    g_free(path.steps);
  }
  return best;
}

static gboolean find_way(const Ways *ways, guint32 member, guint32 vertex, guint32 ties,
                         RefnetPath *way, GError **error) {
  if (member == REFNET_NONE)
    return TRUE;
  g_autoptr(RefnetPathFinder) finder =
      refnet_path_finder_new(ways->network, member, ways->as_of, error);
  if (finder)
    *way = refnet_path_finder_best(finder, vertex, ties);
  return finder != NULL;
}

gboolean refnet_coalition_introduce(const RefnetCoalitionSides *sides,
                                   const RefnetCoalition *coalition, RefnetDate as_of,
                                   RefnetSuggestion *suggestion, GError **error) {
  const Ways ways = {sides->providers->network, sides, coalition->member, as_of};
  guint32 vertex = suggestion->vertex;
  guint32 ties = refnet_coalition_works_with_member(sides, vertex) ? 1 : REFNET_PATH_MAX_TIES;
  g_autoptr(RefnetPathFinder) back =
      refnet_path_finder_new(ways.network, vertex, ways.as_of, error);
  if (!back)
    return FALSE;
  RefnetPath *way = &suggestion->introduction, *other = &suggestion->alternative;
  guint32 member = nearest_member(&ways, back, vertex, ties, way);
  if (!find_way(&ways, member, vertex, ties, way, error) ||
      !find_way(&ways, nearest_member(&ways, back, vertex, ties, way), vertex, ties, other, error))
    return FALSE;
  if (is_shared(way, other, vertex)) { /* of two ways as warm, there and back may differ */
    g_free(other->steps);
    *other = (RefnetPath){0};
  }
  return TRUE;
}
