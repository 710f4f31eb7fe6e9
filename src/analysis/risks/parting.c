/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Searches go out from all ends of the lost ties at once and become one where they meet, or where
 * they come to organizations whose way to the middle of the component is as it was: in a tree of
 * shortest ways that is seen at once. What is left when all but one have come to an end is the rest
 * of the component, which need not be looked at. */
#include "analysis/risks/parting.h"

#include "analysis/memory.h"

enum { FIRST_BUDGET = 32 /* ends of ties a search may look at in the first round */ };

/* What is known of one part, from one end or from several that have met. */
typedef struct {
  guint32 joined;      /* the group it has become part of; its own number: none */
  guint32 first, last; /* vertices still to be looked around; REFNET_NONE: none, it is complete */
  guint32 size;
  guint64 steps;
} Group;

struct RefnetParting {
  const RefnetNetwork *network;
  const guint8 *lost;
  guint32 *up;    /* by vertex: the tie on the way to the middle; REFNET_NONE: it is the middle */
  guint32 *group; /* by vertex: whose it is, or REFNET_NONE */
  guint32 *next;  /* by vertex: the next to be looked around in its group */
  GArray *seen;   /* of guint32: vertices that have a group */
  GArray *groups; /* of Group */
  guint32 open;   /* groups that are not complete */
  guint32 middle; /* a group from which a way leads to the middle; REFNET_NONE: none yet */
  guint64 steps;
};

/* ---- ways to the middle ---------------------------------------------------------------------- */

static guint32 other_end(const RefnetNetwork *network, guint32 tie, guint32 vertex) {
  return network->tie_a[tie] ^ network->tie_b[tie] ^ vertex;
}

/* Breadth first from `root`; `queue` is room for all vertices, `group` marks who was met. */
static void grow_tree(RefnetParting *parting, guint32 root, guint32 *queue) {
  const RefnetNetwork *network = parting->network;
  guint32 length = 0;
  parting->group[root] = 0;
  queue[length++] = root;
  for (guint32 k = 0; k < length; k++)
    for (guint64 i = network->tie_start[queue[k]]; i < network->tie_start[queue[k] + 1]; i++) {
      guint32 neighbor = network->neighbor[i];
      if (parting->group[neighbor] != REFNET_NONE || parting->lost[network->tie_of[i]])
        continue;
      parting->group[neighbor] = 0;
      parting->up[neighbor] = network->tie_of[i];
      queue[length++] = neighbor;
    }
}

/* From who has most ties first, for then ways in the largest component are short. */
static void grow_trees(RefnetParting *parting) {
  const RefnetNetwork *network = parting->network;
  guint32 most = 0;
  for (guint32 v = 0; v < network->vertices; v++) {
    parting->group[v] = parting->up[v] = REFNET_NONE;
    if (refnet_network_degree(network, v) > refnet_network_degree(network, most))
      most = v;
  }
  if (network->vertices > 0)
    grow_tree(parting, most, parting->next);
  for (guint32 v = 0; v < network->vertices; v++)
    if (parting->group[v] == REFNET_NONE)
      grow_tree(parting, v, parting->next);
  for (guint32 v = 0; v < network->vertices; v++)
    parting->group[v] = REFNET_NONE;
}

static gboolean has_its_way(const RefnetParting *parting, guint32 vertex) {
  guint32 tie;
  while ((tie = parting->up[vertex]) != REFNET_NONE && !parting->lost[tie])
    vertex = other_end(parting->network, tie, vertex);
  return tie == REFNET_NONE;
}

RefnetParting *refnet_parting_new(const RefnetNetwork *network, const guint8 *lost,
                                  GError **error) {
  g_autoptr(RefnetParting) parting = g_new0(RefnetParting, 1);
  *parting = (RefnetParting){.network = network, .lost = lost, .middle = REFNET_NONE};
  if (!(parting->up = REFNET_TRY_ARRAY(guint32, network->vertices, error)) ||
      !(parting->group = REFNET_TRY_ARRAY(guint32, network->vertices, error)) ||
      !(parting->next = REFNET_TRY_ARRAY(guint32, network->vertices, error)))
    return NULL;
  grow_trees(parting);
  parting->seen = g_array_new(FALSE, FALSE, sizeof(guint32));
  parting->groups = g_array_new(FALSE, FALSE, sizeof(Group));
  return g_steal_pointer(&parting);
}

void refnet_parting_free(RefnetParting *parting) {
  if (!parting)
    return;
  g_free(parting->up);
  g_free(parting->group);
  g_free(parting->next);
  g_clear_pointer(&parting->seen, g_array_unref);
  g_clear_pointer(&parting->groups, g_array_unref);
  g_free(parting);
}

guint64 refnet_parting_steps(const RefnetParting *parting) {
  return parting->steps;
}

/* ---- groups ---------------------------------------------------------------------------------- */

static Group *group_at(const RefnetParting *parting, guint32 number) {
  return &g_array_index(parting->groups, Group, number);
}

static gboolean is_one(const RefnetParting *parting, guint32 number) {
  return group_at(parting, number)->joined == number;
}

/* The group that this one has become part of, shortening the way there. */
static guint32 group_now(const RefnetParting *parting, guint32 number) {
  while (!is_one(parting, number)) {
    Group *group = group_at(parting, number);
    group->joined = group_at(parting, group->joined)->joined;
    number = group->joined;
  }
  return number;
}

/* Puts a list of vertices, linked by `next`, behind those to be looked around. */
static void append(RefnetParting *parting, Group *group, guint32 first, guint32 last) {
  if (first == REFNET_NONE)
    return;
  if (group->first == REFNET_NONE)
    group->first = first;
  else
    parting->next[group->last] = first;
  group->last = last;
}

static void join(RefnetParting *parting, guint32 number, guint32 other) {
  Group *group = group_at(parting, number), *joining = group_at(parting, other);
  append(parting, group, joining->first, joining->last);
  group->size += joining->size;
  group->steps += joining->steps;
  joining->joined = number;
  parting->open--;
}

static void add_vertex(RefnetParting *parting, guint32 number, guint32 vertex) {
  Group *group = group_at(parting, number);
  parting->group[vertex] = number;
  parting->next[vertex] = REFNET_NONE;
  append(parting, group, vertex, vertex);
  group->size++;
  g_array_append_val(parting->seen, vertex);
  guint32 middle = parting->middle == REFNET_NONE ? number : group_now(parting, parting->middle);
  if ((middle != number || parting->middle == REFNET_NONE) && has_its_way(parting, vertex)) {
    parting->middle = number;
    if (middle != number)
      join(parting, number, middle);
  }
}

/* ---- searches -------------------------------------------------------------------------------- */

static void look_around_first(RefnetParting *parting, guint32 number) {
  const RefnetNetwork *network = parting->network;
  Group *group = group_at(parting, number);
  guint32 vertex = group->first;
  group->first = parting->next[vertex];
  for (guint64 i = network->tie_start[vertex]; i < network->tie_start[vertex + 1]; i++) {
    guint32 neighbor = network->neighbor[i];
    if (parting->lost[network->tie_of[i]])
      continue;
    if (parting->group[neighbor] == REFNET_NONE) {
      add_vertex(parting, number, neighbor);
      continue;
    }
    guint32 other = group_now(parting, parting->group[neighbor]);
    if (other != number)
      join(parting, number, other);
  }
  group->steps += refnet_network_degree(network, vertex);
  parting->steps += refnet_network_degree(network, vertex);
  parting->open -= group->first == REFNET_NONE;
}

/* Goes on until a step would take the group past the budget: those that wait at an organization
 * with very many ties are mostly met by others before. */
static void search(RefnetParting *parting, guint32 number, guint64 budget) {
  const Group *group = group_at(parting, number);
  while (parting->open > 1 && group->first != REFNET_NONE &&
         group->steps + refnet_network_degree(parting->network, group->first) <= budget)
    look_around_first(parting, number);
}

static void begin(RefnetParting *parting, const GArray *ends) {
  for (guint i = 0; i < ends->len; i++) {
    guint32 vertex = g_array_index(ends, guint32, i);
    if (parting->group[vertex] != REFNET_NONE)
      continue;
    Group group = {parting->groups->len, REFNET_NONE, REFNET_NONE, 0, 0};
    g_array_append_val(parting->groups, group);
    parting->open++;
    add_vertex(parting, group.joined, vertex);
  }
}

/* ---- what comes out -------------------------------------------------------------------------- */

/* The group that is larger than all others; REFNET_NONE: there are several. */
static guint32 largest_group(const RefnetParting *parting) {
  guint32 largest = REFNET_NONE, size = 0;
  for (guint32 g = 0; g < parting->groups->len; g++) {
    const Group *group = group_at(parting, g);
    if (!is_one(parting, g) || group->size < size)
      continue;
    largest = group->size == size ? REFNET_NONE : g;
    size = group->size;
  }
  return largest;
}

/* The one group that is not complete has what the others leave; returns it, or REFNET_NONE. */
static guint32 complete_sizes(RefnetParting *parting, guint32 size) {
  guint32 open = REFNET_NONE;
  for (guint32 g = 0; g < parting->groups->len; g++) {
    if (!is_one(parting, g))
      continue;
    if (group_at(parting, g)->first == REFNET_NONE)
      size -= group_at(parting, g)->size;
    else
      open = g;
  }
  if (open != REFNET_NONE)
    group_at(parting, open)->size = size;
  return open;
}

/* The rest is looked at after all where it is not the largest part. */
static void list_others(RefnetParting *parting, guint32 size, GArray *found) {
  guint32 open = complete_sizes(parting, size), kept = largest_group(parting);
  while (open != REFNET_NONE && open != kept && group_at(parting, open)->first != REFNET_NONE)
    look_around_first(parting, open);
  for (guint i = 0; i < parting->seen->len; i++) {
    guint32 vertex = g_array_index(parting->seen, guint32, i);
    if (group_now(parting, parting->group[vertex]) != kept)
      g_array_append_val(found, vertex);
  }
}

static void forget(RefnetParting *parting) {
  for (guint i = 0; i < parting->seen->len; i++)
    parting->group[g_array_index(parting->seen, guint32, i)] = REFNET_NONE;
  g_array_set_size(parting->seen, 0);
  g_array_set_size(parting->groups, 0);
  parting->open = 0;
  parting->middle = REFNET_NONE;
}

void refnet_parting_find(RefnetParting *parting, const GArray *ends, guint32 size, GArray *found) {
  begin(parting, ends);
  for (guint64 budget = FIRST_BUDGET; parting->open > 1; budget *= 2)
    for (guint32 g = 0; g < parting->groups->len && parting->open > 1; g++)
      if (is_one(parting, g))
        search(parting, g, budget);
  list_others(parting, size, found);
  forget(parting);
}
