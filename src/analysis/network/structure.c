/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Articulation organizations, whom each would cut off, and bridges, from one depth-first search. */
#include "analysis/network/structure.h"

#include <string.h>

#include "analysis/memory.h"
#include "base/order.h"

/* ---- the search ------------------------------------------------------------------------------ */

typedef struct {
  RefnetStructure *forest;
  guint64 *cursor; /* by vertex: where to go on in its neighbors */
  guint32 length;  /* of forest->order */
  const guint8 *ties_out, *vertices_out;
} Search;

static gboolean is_out(const Search *search, guint64 place) {
  const RefnetNetwork *network = search->forest->network;
  return (search->ties_out && search->ties_out[network->tie_of[place]]) ||
         (search->vertices_out && search->vertices_out[network->neighbor[place]]);
}

static void enter(Search *search, guint32 vertex, guint32 parent, guint32 root) {
  RefnetStructure *forest = search->forest;
  forest->order[search->length] = vertex;
  forest->entered[vertex] = forest->lowest[vertex] = search->length++;
  forest->parent[vertex] = parent;
  forest->root[vertex] = root;
  search->cursor[vertex] = forest->network->tie_start[vertex];
}

static void leave(Search *search, guint32 vertex) {
  RefnetStructure *forest = search->forest;
  guint32 parent = forest->parent[vertex];
  forest->end[vertex] = search->length;
  if (parent != REFNET_NONE)
    forest->lowest[parent] = MIN(forest->lowest[parent], forest->lowest[vertex]);
}

static void search_component(Search *search, guint32 root) {
  RefnetStructure *forest = search->forest;
  const RefnetNetwork *network = forest->network;
  enter(search, root, REFNET_NONE, root);
  for (guint32 v = root; v != REFNET_NONE;) {
    if (search->cursor[v] == network->tie_start[v + 1]) {
      leave(search, v);
      v = forest->parent[v];
      continue;
    }
    guint64 place = search->cursor[v]++;
    guint32 w = network->neighbor[place];
    if (is_out(search, place))
      continue;
    if (forest->entered[w] == REFNET_NONE) {
      enter(search, w, v, root);
      v = w;
    } else if (w != forest->parent[v]) {
      forest->lowest[v] = MIN(forest->lowest[v], forest->entered[w]);
    }
  }
}

/* ---- what falls apart without a vertex ------------------------------------------------------- */

/* The parts that remain of a vertex's component without it: subtrees of some of its children, and
 * the rest of the component above. */
typedef struct {
  guint32 parts, others; /* others: vertices in all parts */
  guint32 largest, of_that_size;
  guint32 largest_child; /* REFNET_NONE: the rest is the largest */
} Parting;

gboolean refnet_structure_separates(const RefnetStructure *forest, guint32 vertex, guint32 child) {
  return forest->entered[child] != REFNET_NONE && forest->parent[child] == vertex &&
         forest->lowest[child] >= forest->entered[vertex];
}

static guint32 subtree_size(const RefnetStructure *forest, guint32 vertex) {
  return forest->end[vertex] - forest->entered[vertex];
}

static void add_part(guint32 size, guint32 child, gpointer data) {
  Parting *parting = data;
  if (size == 0)
    return;
  parting->parts++;
  if (size == parting->largest) {
    parting->of_that_size++;
  } else if (size > parting->largest) {
    parting->largest = size;
    parting->of_that_size = 1;
    parting->largest_child = child;
  }
}

typedef void (*PartFunc)(guint32 size, guint32 child, gpointer data);

/* The subtrees of some children, then the rest above (child REFNET_NONE; size 0 for a root). */
static void for_each_part(const RefnetStructure *forest, guint32 vertex, PartFunc visit,
                          gpointer data) {
  const RefnetNetwork *network = forest->network;
  guint32 rest = subtree_size(forest, forest->root[vertex]) - 1;
  for (guint64 e = network->tie_start[vertex]; e < network->tie_start[vertex + 1]; e++) {
    guint32 child = network->neighbor[e];
    if (!refnet_structure_separates(forest, vertex, child))
      continue;
    visit(subtree_size(forest, child), child, data);
    rest -= subtree_size(forest, child);
  }
  visit(rest, REFNET_NONE, data);
}

static Parting part_at(const RefnetStructure *forest, guint32 vertex) {
  Parting parting = {.others = subtree_size(forest, forest->root[vertex]) - 1};
  for_each_part(forest, vertex, add_part, &parting);
  return parting;
}

guint32 refnet_structure_component_size(const RefnetStructure *structure, guint32 vertex) {
  return subtree_size(structure, structure->root[vertex]);
}

typedef struct {
  RefnetPartFunc visit;
  gpointer data;
} Visitor;

static void visit_size(guint32 size, guint32 child, gpointer data) {
  const Visitor *visitor = data;
  (void)child;
  if (size > 0)
    visitor->visit(size, visitor->data);
}

void refnet_structure_parts(const RefnetStructure *structure, guint32 vertex, RefnetPartFunc visit,
                            gpointer data) {
  Visitor visitor = {visit, data};
  for_each_part(structure, vertex, visit_size, &visitor);
}

static void judge_vertex(RefnetStructure *structure, guint32 vertex) {
  Parting parting = part_at(structure, vertex);
  if (parting.parts < 2)
    return;
  structure->articulation[vertex] = TRUE;
  structure->cut_off_count[vertex] =
      parting.of_that_size > 1 ? parting.others : parting.others - parting.largest;
  structure->cut_off_total += structure->cut_off_count[vertex];
}

static void judge_parent_tie(RefnetStructure *structure, guint32 vertex) {
  guint32 parent = structure->parent[vertex];
  if (parent == REFNET_NONE || structure->lowest[vertex] <= structure->entered[parent])
    return;
  structure->bridge[refnet_network_find_tie(structure->network, vertex, parent)] = TRUE;
  structure->bridge_count++;
}

/* ---- lists ----------------------------------------------------------------------------------- */

static guint32 *append_slice(const RefnetStructure *forest, guint32 from, guint32 to,
                             guint32 *target) {
  if (to > from)
    memcpy(target, forest->order + from, (to - from) * sizeof *target);
  return target + (to - from);
}

/* The component but for the vertex itself and, unless REFNET_NONE, one child's subtree. */
static void append_component(const RefnetStructure *forest, guint32 vertex, guint32 spared,
                             guint32 *target) {
  guint32 root = forest->root[vertex], here = forest->entered[vertex];
  target = append_slice(forest, forest->entered[root], here, target);
  if (spared == REFNET_NONE) {
    append_slice(forest, here + 1, forest->end[root], target);
  } else {
    target = append_slice(forest, here + 1, forest->entered[spared], target);
    append_slice(forest, forest->end[spared], forest->end[root], target);
  }
}

void refnet_structure_cut_off(const RefnetStructure *structure, guint32 vertex, guint32 *cut_off) {
  const RefnetNetwork *network = structure->network;
  if (!structure->articulation[vertex])
    return;
  Parting parting = part_at(structure, vertex);
  if (parting.of_that_size > 1) {
    append_component(structure, vertex, REFNET_NONE, cut_off);
  } else if (parting.largest_child != REFNET_NONE) {
    append_component(structure, vertex, parting.largest_child, cut_off);
  } else {
    guint32 *target = cut_off;
    for (guint64 e = network->tie_start[vertex]; e < network->tie_start[vertex + 1]; e++) {
      guint32 child = network->neighbor[e];
      if (refnet_structure_separates(structure, vertex, child))
        target = append_slice(structure, structure->entered[child], structure->end[child], target);
    }
  }
  refnet_sort_numbers(cut_off, structure->cut_off_count[vertex]);
}

/* ---- the whole ------------------------------------------------------------------------------- */

static gboolean allocate(RefnetStructure *structure, GError **error) {
  guint32 n = structure->network->vertices;
  return (structure->articulation = REFNET_TRY_ARRAY(guint8, n, error)) &&
         (structure->cut_off_count = REFNET_TRY_ARRAY(guint32, n, error)) &&
         (structure->bridge = REFNET_TRY_ARRAY(guint8, structure->network->ties, error)) &&
         (structure->order = REFNET_TRY_ARRAY(guint32, n, error)) &&
         (structure->entered = REFNET_TRY_ARRAY(guint32, n, error)) &&
         (structure->end = REFNET_TRY_ARRAY(guint32, n, error)) &&
         (structure->lowest = REFNET_TRY_ARRAY(guint32, n, error)) &&
         (structure->parent = REFNET_TRY_ARRAY(guint32, n, error)) &&
         (structure->root = REFNET_TRY_ARRAY(guint32, n, error));
}

RefnetStructure *refnet_structure_without(const RefnetNetwork *network, const guint8 *ties_out,
                                          const guint8 *vertices_out, GError **error) {
  g_autoptr(RefnetStructure) structure = g_new0(RefnetStructure, 1);
  structure->network = network;
  g_autofree guint64 *cursor = REFNET_TRY_ARRAY(guint64, network->vertices, error);
  if (!cursor || !allocate(structure, error))
    return NULL;
  for (guint32 v = 0; v < network->vertices; v++)
    structure->entered[v] = REFNET_NONE;
  Search search = {structure, cursor, 0, ties_out, vertices_out};
  for (guint32 v = 0; v < network->vertices; v++)
    if (structure->entered[v] == REFNET_NONE && !(vertices_out && vertices_out[v]))
      search_component(&search, v);
  for (guint32 v = 0; v < network->vertices; v++) {
    if (structure->entered[v] == REFNET_NONE)
      continue;
    judge_vertex(structure, v);
    judge_parent_tie(structure, v);
  }
  return g_steal_pointer(&structure);
}

RefnetStructure *refnet_structure_new(const RefnetNetwork *network, GError **error) {
  return refnet_structure_without(network, NULL, NULL, error);
}

void refnet_structure_free(RefnetStructure *structure) {
  if (!structure)
    return;
  g_free(structure->articulation);
  g_free(structure->cut_off_count);
  g_free(structure->bridge);
  g_free(structure->order);
  g_free(structure->entered);
  g_free(structure->end);
  g_free(structure->lowest);
  g_free(structure->parent);
  g_free(structure->root);
  g_free(structure);
}
