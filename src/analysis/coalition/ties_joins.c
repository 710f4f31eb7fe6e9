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

/* What is being joined, parts in the order of find_parts(). */
typedef struct {
  RefnetTieSearch *search;
  const GArray *parts;
  const PartMembers *members;
  guint8 *joined;  /* by part */
  Pair *best;      /* by part: who would best join it to those joined to `together` */
  double together; /* organizations that are joined, or will be */
  double in_touch; /* ordered pairs of organizations in one part, with the joins so far */
} Joining;

static const Part *part_at(const Joining *joining, guint place) {
  return &g_array_index(joining->parts, Part, place);
}

/* Whether a member of the part just joined fits one of the waiting part better. */
static void look_between(Joining *joining, guint joined, guint waiting) {
  const RefnetTieSearch *search = joining->search;
  const PartMembers *members = joining->members;
  guint32 from = part_at(joining, joined)->number, to = part_at(joining, waiting)->number;
  for (guint32 i = members->start[from]; i < members->start[from + 1]; i++)
    for (guint32 k = members->start[to]; k < members->start[to + 1]; k++) {
      Pair pair = {.a = members->member[i], .b = members->member[k]};
      guint32 a = search->member[pair.a], b = search->member[pair.b];
      pair.fit = refnet_tie_fit(search, pair.a, pair.b);
      if (refnet_tie_is_about_chosen(search, a, b) && !refnet_ties_are_one(search, a, b) &&
          is_better_pair(&pair, &joining->best[waiting]))
        joining->best[waiting] = pair;
    }
}

static void take_part(Joining *joining, guint place) {
  joining->joined[place] = TRUE;
  joining->together += part_at(joining, place)->size;
  for (guint i = 0; i < joining->parts->len && part_at(joining, i)->members > 0; i++)
    if (!joining->joined[i])
      look_between(joining, place, i);
}

static void add_join(Joining *joining, guint place) {
  RefnetTieSearch *search = joining->search;
  const Part *part = part_at(joining, place);
  double pairs = 2 * joining->together * part->size;
  RefnetTieToMake tie = {.from = search->member[joining->best[place].a],
                         .to = search->member[joining->best[place].b],
                         .kind = REFNET_TIE_JOIN,
                         .score = pairs / pairs_of(search->network->vertices),
                         .part_from = (guint32)joining->together,
                         .part_to = part->size};
  joining->in_touch += pairs;
  g_array_append_val(search->ties, tie);
}

/* The first part that a tie may join to those joined; REFNET_NONE: there is none. */
static guint next_part(const Joining *joining) {
  for (guint i = 0; i < joining->parts->len; i++)
    if (!joining->joined[i] && joining->best[i].a != REFNET_NONE)
      return i;
  return REFNET_NONE;
}

/* Where nobody may join a part to those before it, it is where the next ones are joined. */
static void join_parts(Joining *joining) {
  for (guint first = 0; first < joining->parts->len && part_at(joining, first)->members > 0;
       first++) {
    if (joining->joined[first])
      continue;
    joining->together = 0;
    take_part(joining, first);
    for (guint next; (next = next_part(joining)) != REFNET_NONE;) {
      add_join(joining, next);
      take_part(joining, next);
    }
  }
}

static double fragmentation_of(const Joining *joining) {
  double n = joining->search->network->vertices;
  return n > 1 ? 1 - joining->in_touch / pairs_of(n) : NAN;
}

static gboolean joining_init(Joining *joining, GError **error) {
  guint parts = joining->parts->len;
  if (!(joining->joined = REFNET_TRY_ARRAY(guint8, parts, error)) ||
      !(joining->best = REFNET_TRY_ARRAY(Pair, parts, error)))
    return FALSE;
  for (guint i = 0; i < parts; i++) {
    joining->best[i].a = REFNET_NONE;
    joining->in_touch += pairs_of(part_at(joining, i)->size);
  }
  return TRUE;
}

static void joining_clear(Joining *joining) {
  g_free(joining->joined);
  g_free(joining->best);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Joining, joining_clear)

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
  g_auto(Joining) joining = {.search = search, .parts = parts, .members = &members};
  if (!joining_init(&joining, error))
    return FALSE;
  search->result->ties.fragmentation = fragmentation_of(&joining);
  join_parts(&joining);
  search->result->ties.fragmentation_after = fragmentation_of(&joining);
  return TRUE;
}
