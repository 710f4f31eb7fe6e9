/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ties that join parts of the network which nothing recorded joins. */
#include "analysis/who_else/ties_search.h"

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

/* The two members, one of a part joined already and one of the next, who fit best. */
static RefnetTieToMake best_between(const RefnetTieSearch *search, const guint32 *part_of,
                                    const guint8 *joined, guint32 next) {
  RefnetTieToMake best = {.from = REFNET_NONE, .kind = REFNET_TIE_JOIN};
  double best_fit = -1;
  for (guint32 a = 0; a < search->members; a++)
    for (guint32 b = 0; b < search->members; b++) {
      guint32 x = search->member[a], y = search->member[b];
      if (!joined[part_of[x]] || part_of[y] != next || refnet_ties_are_one(search, x, y))
        continue;
      double fit = refnet_tie_fit(search, a, b);
      if (best.from != REFNET_NONE && !(fit > best_fit))
        continue;
      best.from = x;
      best.to = y;
      best_fit = fit;
    }
  return best;
}

static void join_parts(RefnetTieSearch *search, const GArray *parts, const guint32 *part_of,
                       guint8 *joined) {
  double n = search->network->vertices, together = 0, apart = 0;
  RefnetTiesToMake *result = &search->result->ties;
  for (guint i = 0; i < parts->len; i++)
    apart += pairs_of(g_array_index(parts, Part, i).size);
  result->fragmentation = n > 1 ? 1 - apart / pairs_of(n) : NAN;
  result->fragmentation_after = result->fragmentation;
  for (guint i = 0; i < parts->len && g_array_index(parts, Part, i).members > 0; i++) {
    const Part *part = &g_array_index(parts, Part, i);
    if (i > 0) {
      RefnetTieToMake tie = best_between(search, part_of, joined, part->number);
      tie.score = 2 * together * part->size / pairs_of(n);
      tie.part_from = (guint32)together;
      tie.part_to = part->size;
      if (tie.from != REFNET_NONE && refnet_tie_is_about_chosen(search, tie.from, tie.to)) {
        result->fragmentation_after -= tie.score;
        g_array_append_val(search->ties, tie);
      }
    }
    joined[part->number] = TRUE;
    together += part->size;
  }
}

gboolean refnet_ties_add_joins(RefnetTieSearch *search, GError **error) {
  guint64 vertices = search->network->vertices;
  g_autofree guint32 *part_of = REFNET_TRY_ARRAY(guint32, vertices, error);
  g_autofree guint32 *queue = part_of ? REFNET_TRY_ARRAY(guint32, vertices, error) : NULL;
  g_autofree guint8 *joined = queue ? REFNET_TRY_ARRAY(guint8, vertices, error) : NULL;
  if (!joined)
    return FALSE;
  g_autoptr(GArray) parts = find_parts(search, part_of, queue);
  join_parts(search, parts, part_of, joined);
  return TRUE;
}
