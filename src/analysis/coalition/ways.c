/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analysis/coalition/ways.h"

#include "analysis/paths/path.h"

typedef struct {
  const RefnetNetwork *network;
  const guint8 *member; /* by vertex */
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
static guint32 nearest_member(const Ways *ways, RefnetPathFinder *finder, guint32 vertex,
                              guint32 ties, const RefnetPath *other) {
  const RefnetNetwork *network = ways->network;
  guint32 best = REFNET_NONE;
  double strength = -1;
  for (guint32 v = 0; v < network->vertices; v++) {
    if (!ways->member[v] || v == vertex ||
        (ties == 1 && refnet_network_find_tie(network, vertex, v) == G_MAXUINT64))
      continue;
    RefnetPath path = refnet_path_best(finder, v, ties);
    if (path.length > 0 && path.strength > strength && !is_shared(&path, other, vertex)) {
      strength = path.strength;
      best = v;
    }
    g_free(path.steps);
  }
  return best;
}

static RefnetPath find_way(const Ways *ways, RefnetPathFinder *finder, guint32 vertex, guint32 ties,
                           const RefnetPath *other) {
  refnet_path_finder_turn_to(finder, vertex);
  guint32 member = nearest_member(ways, finder, vertex, ties, other);
  if (member == REFNET_NONE)
    return (RefnetPath){0};
  refnet_path_finder_turn_to(finder, member);
  return refnet_path_best(finder, vertex, ties);
}

gboolean refnet_coalition_introduce(const RefnetCoalitionSides *sides,
                                    const RefnetCoalition *coalition, RefnetDate as_of,
                                    RefnetSuggestion *suggestion, GError **error) {
  const Ways ways = {sides->providers->network, coalition->member};
  guint32 beside = refnet_coalition_row_beside_member(sides, suggestion->vertex);
  guint32 vertex = beside != REFNET_NONE ? beside : suggestion->vertex;
  guint32 ties = beside != REFNET_NONE ? 1 : REFNET_PATH_MAX_TIES;
  g_autoptr(RefnetStrongTies) strong = refnet_strong_ties_new(ways.network, as_of, error);
  g_autoptr(RefnetPathFinder) finder = strong ? refnet_path_finder_new(strong, error) : NULL;
  if (!finder)
    return FALSE;
  RefnetPath *way = &suggestion->introduction, *other = &suggestion->alternative;
  *way = find_way(&ways, finder, vertex, ties, &(RefnetPath){0});
  if (way->length > 0)
    *other = find_way(&ways, finder, vertex, ties, way);
  if (is_shared(way, other, vertex)) { /* of two ways as warm, there and back may differ */
    g_free(other->steps);
    *other = (RefnetPath){0};
  }
  return TRUE;
}
