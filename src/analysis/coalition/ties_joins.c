/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ties that join parts of the network which nothing recorded joins. */
#include "analysis/coalition/ties_search.h"

#include <math.h>

#include "analysis/memory.h"

typedef struct {
  guint32 number, size, members;
} Part;

static int compare_parts(gconstpointer a, gconstpointer b) {
  const Part *first = a, *second = b;
  if ((first->members > 0) != (second->members > 0))
    return first->members > 0 ? -1 : 1;
  if (first->size != second->size)
    return first->size > second->size ? -1 : 1;
  return first->number < second->number ? -1 : 1;
}

static void spread(const RefnetNetwork *network, guint32 first, guint32 number, guint32 *part_of,
                   guint32 *queue) {
  guint32 length = 0;
  part_of[first] = number;
  queue[length++] = first;
  for (guint32 at = 0; at < length; at++)
    for (guint64 i = network->tie_start[queue[at]]; i < network->tie_start[queue[at] + 1]; i++)
      if (part_of[network->neighbor[i]] == REFNET_NONE) {
        part_of[network->neighbor[i]] = number;
        queue[length++] = network->neighbor[i];
      }
}

/* Parts by whether they have a member, then size; `part_of` by vertex. */
static GArray *find_parts(const RefnetTieSearch *search, guint32 *part_of, guint32 *queue) {
  const RefnetNetwork *network = search->network;
  GArray *parts = g_array_new(FALSE, FALSE, sizeof(Part));
  for (guint32 v = 0; v < network->vertices; v++)
    part_of[v] = REFNET_NONE;
  for (guint32 v = 0; v < network->vertices; v++) {
    Part part = {.number = parts->len};
    if (part_of[v] != REFNET_NONE)
      continue;
    spread(network, v, part.number, part_of, queue);
    g_array_append_val(parts, part);
  }
  for (guint32 v = 0; v < network->vertices; v++) {
    Part *part = &g_array_index(parts, Part, part_of[v]);
    part->size++;
    part->members += search->place[v] != REFNET_NONE;
  }
  g_array_sort(parts, compare_parts);
  return parts;
}

static double pairs_of(double size) {
  return size * (size - 1);
}

/* Members, by place in the search, in order of their parts: those of part p are
 * member[start[p]] … */
typedef struct {
  guint32 *start, *member;
} PartMembers;

static void part_members_clear(PartMembers *members) {
  g_free(members->start);
  g_free(members->member);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(PartMembers, part_members_clear)

static gboolean part_members_init(PartMembers *members, const RefnetTieSearch *search,
                                  const guint32 *part_of, guint parts, GError **error) {
  g_autofree guint32 *next = REFNET_TRY_ARRAY(guint32, parts, error);
  if (!next || !(members->start = REFNET_TRY_ARRAY(guint32, (guint64)parts + 1, error)) ||
      !(members->member = REFNET_TRY_ARRAY(guint32, search->members, error)))
    return FALSE;
  for (guint32 m = 0; m < search->members; m++)
    members->start[part_of[search->member[m]] + 1]++;
  for (guint p = 0; p < parts; p++) {
    next[p] = members->start[p];
    members->start[p + 1] += members->start[p];
  }
  for (guint32 m = 0; m < search->members; m++)
    members->member[next[part_of[search->member[m]]]++] = m;
  return TRUE;
}

/* Two members, by place. */
typedef struct {
  guint32 a, b;
  double fit;
} Pair;

static gboolean is_better_pair(const Pair *pair, const Pair *than) {
  if (than->a == REFNET_NONE || pair->fit != than->fit)
    return than->a == REFNET_NONE || pair->fit > than->fit;
  return pair->a != than->a ? pair->a < than->a : pair->b < than->b;
}

/* The two members, one of a part joined already and one of the next, who fit best. */
static Pair best_between(const RefnetTieSearch *search, const GArray *joined,
                         const PartMembers *members, guint32 next) {
  Pair best = {.a = REFNET_NONE};
  for (guint i = 0; i < joined->len; i++)
    for (guint32 k = members->start[next]; k < members->start[next + 1]; k++) {
      Pair pair = {.a = g_array_index(joined, guint32, i), .b = members->member[k]};
      pair.fit = refnet_tie_fit(search, pair.a, pair.b);
      if (!refnet_ties_are_one(search, search->member[pair.a], search->member[pair.b]) &&
          is_better_pair(&pair, &best))
        best = pair;
    }
  return best;
}

/* Joins the next part to `together` organizations that are, or will be. */
static void join(RefnetTieSearch *search, const Part *part, double together, const Pair *pair) {
  RefnetTiesToMake *result = &search->result->ties;
  double n = search->network->vertices;
  if (pair->a == REFNET_NONE)
    return;
  RefnetTieToMake tie = {.from = search->member[pair->a],
                         .to = search->member[pair->b],
                         .kind = REFNET_TIE_JOIN,
                         .score = 2 * together * part->size / pairs_of(n),
                         .part_from = (guint32)together,
                         .part_to = part->size};
  if (!refnet_tie_is_about_chosen(search, tie.from, tie.to))
    return;
  result->fragmentation_after -= tie.score;
  g_array_append_val(search->ties, tie);
}

static void measure_fragmentation(RefnetTieSearch *search, const GArray *parts) {
  RefnetTiesToMake *result = &search->result->ties;
  double n = search->network->vertices, apart = 0;
  for (guint i = 0; i < parts->len; i++)
    apart += pairs_of(g_array_index(parts, Part, i).size);
  result->fragmentation = n > 1 ? 1 - apart / pairs_of(n) : NAN;
  result->fragmentation_after = result->fragmentation;
}

static void join_parts(RefnetTieSearch *search, const GArray *parts, const PartMembers *members) {
  g_autoptr(GArray) joined = g_array_new(FALSE, FALSE, sizeof(guint32));
  double together = 0;
  for (guint i = 0; i < parts->len && g_array_index(parts, Part, i).members > 0; i++) {
    const Part *part = &g_array_index(parts, Part, i);
    if (i > 0) {
      Pair pair = best_between(search, joined, members, part->number);
      join(search, part, together, &pair);
    }
    g_array_append_vals(joined, &members->member[members->start[part->number]],
                        members->start[part->number + 1] - members->start[part->number]);
    together += part->size;
  }
}

gboolean refnet_ties_add_joins(RefnetTieSearch *search, GError **error) {
  guint64 vertices = search->network->vertices;
  g_autofree guint32 *part_of = REFNET_TRY_ARRAY(guint32, vertices, error);
  g_autofree guint32 *queue = part_of ? REFNET_TRY_ARRAY(guint32, vertices, error) : NULL;
  if (!queue)
    return FALSE;
  g_autoptr(GArray) parts = find_parts(search, part_of, queue);
  g_auto(PartMembers) members = {0};
  if (!part_members_init(&members, search, part_of, parts->len, error))
    return FALSE;
  measure_fragmentation(search, parts);
  join_parts(search, parts, &members);
  return TRUE;
}
