/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Organizations that lose their route to the rest of the network when a person's ties go. Nearly
 * always these ties meet at one organization: the depth-first forest then tells what parts there
 * without walking through the network. */
#include "analysis/risks/departures.h"

#include <string.h>

#include "analysis/memory.h"
#include "analysis/network/structure.h"
#include "analysis/result.h"
#include "analysis/risks/parting.h"
#include "base/order.h"

enum { MOST_ENTRIES = 4000000 /* in all lists together, as for organizations */ };
#define MOST_STEPS G_GUINT64_CONSTANT(400000000) /* of searches through the network, in all */

/* A part of a component: a subtree below the organization, or what else there is without it. */
typedef struct {
  guint32 child; /* REFNET_NONE: what else there is */
  guint32 size;
  guint32 ties; /* to the organization, that stay */
} Part;

typedef struct {
  const RefnetHolders *holders;
  RefnetStructure *structure; /* of the ties not lost already */
  guint8 *lost;               /* by tie: lost already, or the person's */
  GArray *parts;              /* of Part, by where the subtree begins; the last has no child */
  RefnetParting *parting;
  GArray *ends;  /* of guint32: for the parting */
  GArray *found; /* of guint32: who is cut off */
} Search;

static void clear(Search *search) {
  refnet_structure_free(search->structure);
  g_free(search->lost);
  refnet_parting_free(search->parting);
  g_clear_pointer(&search->parts, g_array_unref);
  g_clear_pointer(&search->ends, g_array_unref);
  g_clear_pointer(&search->found, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Search, clear)

static void set_lost(Search *search, const RefnetPersonRisk *person, guint8 lost) {
  for (guint32 i = 0; i < person->ties_left_without_contact; i++)
    search->lost[person->ties[i]] = lost;
}

/* The organization that all the ties have in common; REFNET_NONE: there is none. */
static guint32 meeting_point(const RefnetNetwork *network, const RefnetPersonRisk *person) {
  guint32 candidates[] = {network->tie_a[person->ties[0]], network->tie_b[person->ties[0]]};
  for (guint c = 0; c < G_N_ELEMENTS(candidates); c++) {
    guint32 i = 1;
    while (i < person->ties_left_without_contact &&
           (network->tie_a[person->ties[i]] == candidates[c] ||
            network->tie_b[person->ties[i]] == candidates[c]))
      i++;
    if (i == person->ties_left_without_contact)
      return candidates[c];
  }
  return REFNET_NONE;
}

/* The largest of some sizes; `alone` is FALSE when another is as large. */
typedef struct {
  guint32 size, number;
  gboolean alone;
} Largest;

static void consider(Largest *largest, guint32 size, guint32 number) {
  if (size == largest->size)
    largest->alone = FALSE;
  else if (size > largest->size)
    *largest = (Largest){size, number, TRUE};
}

/* ---- ties that meet -------------------------------------------------------------------------- */

static int by_beginning(gconstpointer left, gconstpointer right, gpointer data) {
  const RefnetStructure *structure = data;
  const Part *a = left, *b = right;
  if (a->child == REFNET_NONE || b->child == REFNET_NONE)
    return (a->child == REFNET_NONE) - (b->child == REFNET_NONE);
  return structure->entered[a->child] < structure->entered[b->child] ? -1 : 1;
}

static void list_parts(Search *search, guint32 vertex) {
  const RefnetStructure *structure = search->structure;
  const RefnetNetwork *network = structure->network;
  Part rest = {REFNET_NONE, refnet_structure_component_size(structure, vertex) - 1, 0};
  g_array_set_size(search->parts, 0);
  for (guint64 i = network->tie_start[vertex]; i < network->tie_start[vertex + 1]; i++) {
    guint32 child = network->neighbor[i];
    if (!refnet_structure_separates(structure, vertex, child))
      continue;
    Part part = {child, structure->end[child] - structure->entered[child], 0};
    g_array_append_val(search->parts, part);
    rest.size -= part.size;
  }
  g_array_append_val(search->parts, rest);
  g_array_sort_with_data(search->parts, by_beginning, (gpointer)structure);
}

static Part *part_of(const Search *search, guint32 vertex) {
  const RefnetStructure *structure = search->structure;
  Part *parts = (Part *)(gpointer)search->parts->data;
  guint low = 0, high = search->parts->len - 1; /* the last is found by not finding another */
  while (low < high) {
    guint middle = (low + high) / 2;
    if (structure->end[parts[middle].child] <= structure->entered[vertex])
      low = middle + 1;
    else
      high = middle;
  }
  gboolean is_inside = parts[low].child != REFNET_NONE &&
                       structure->entered[vertex] >= structure->entered[parts[low].child];
  return is_inside ? &parts[low] : &parts[search->parts->len - 1];
}

static void append_slice(GArray *found, const RefnetStructure *structure, guint32 from,
                         guint32 to) {
  if (to > from)
    g_array_append_vals(found, structure->order + from, to - from);
}

/* The component but for the vertex and the subtrees that are parts of their own. */
static void append_rest(const Search *search, guint32 vertex) {
  const RefnetStructure *structure = search->structure;
  guint32 root = structure->root[vertex], here = structure->entered[vertex];
  append_slice(search->found, structure, structure->entered[root], here);
  guint32 from = here + 1;
  for (guint i = 0; i + 1 < search->parts->len; i++) {
    guint32 child = g_array_index(search->parts, Part, i).child;
    append_slice(search->found, structure, from, structure->entered[child]);
    from = structure->end[child];
  }
  append_slice(search->found, structure, from, structure->end[root]);
}

/* All but the part numbered `kept` (parts->len: the organization's own; REFNET_NONE: none is). */
static void append_others(const Search *search, guint32 vertex, guint32 kept) {
  guint own = search->parts->len;
  if (kept != own)
    g_array_append_val(search->found, vertex);
  for (guint i = 0; i < search->parts->len; i++) {
    const Part *part = &g_array_index(search->parts, Part, i);
    if (part->size == 0 || (part->ties > 0 ? own : i) == kept)
      continue;
    if (part->child == REFNET_NONE)
      append_rest(search, vertex);
    else
      append_slice(search->found, search->structure, search->structure->entered[part->child],
                   search->structure->end[part->child]);
  }
}

static gboolean keeps_a_tie(const Search *search, guint32 vertex) {
  const RefnetNetwork *network = search->holders->network;
  guint64 i = network->tie_start[vertex];
  while (i < network->tie_start[vertex + 1] && search->lost[network->tie_of[i]])
    i++;
  return i < network->tie_start[vertex + 1];
}

static void part_at(Search *search, guint32 vertex) {
  const RefnetNetwork *network = search->holders->network;
  if (!search->structure->articulation[vertex] && keeps_a_tie(search, vertex))
    return;
  list_parts(search, vertex);
  for (guint64 i = network->tie_start[vertex]; i < network->tie_start[vertex + 1]; i++)
    if (!search->lost[network->tie_of[i]])
      part_of(search, network->neighbor[i])->ties++;
  guint32 own = 1;
  gboolean is_parted = FALSE;
  Largest largest = {0, REFNET_NONE, FALSE};
  for (guint i = 0; i < search->parts->len; i++) {
    const Part *part = &g_array_index(search->parts, Part, i);
    own += part->ties > 0 ? part->size : 0;
    if (part->ties > 0 || part->size == 0)
      continue;
    is_parted = TRUE;
    consider(&largest, part->size, i);
  }
  consider(&largest, own, search->parts->len);
  if (is_parted)
    append_others(search, vertex, largest.alone ? largest.number : REFNET_NONE);
}

/* ---- ties that don't meet -------------------------------------------------------------------- */

/* An end of a tie that goes, and its component. */
typedef struct {
  guint32 root, vertex;
} End;

static int by_component(const void *left, const void *right) {
  const End *a = left, *b = right;
  if (a->root != b->root)
    return a->root < b->root ? -1 : 1;
  return a->vertex < b->vertex ? -1 : a->vertex > b->vertex;
}

/* The ends of the person's ties, those in one component one after the other. */
static GArray *list_ends(const Search *search, const RefnetPersonRisk *person) {
  const RefnetStructure *structure = search->structure;
  const RefnetNetwork *network = structure->network;
  GArray *ends = g_array_new(FALSE, FALSE, sizeof(End));
  for (guint32 i = 0; i < person->ties_left_without_contact; i++) {
    const guint32 pair[] = {network->tie_a[person->ties[i]], network->tie_b[person->ties[i]]};
    for (guint k = 0; k < G_N_ELEMENTS(pair); k++) {
      End end = {structure->root[pair[k]], pair[k]};
      g_array_append_val(ends, end);
    }
  }
  g_array_sort(ends, by_component);
  return ends;
}

static void part_components(Search *search, const RefnetPersonRisk *person) {
  g_autoptr(GArray) ends = list_ends(search, person);
  for (guint i = 0; i < ends->len;) {
    guint32 root = g_array_index(ends, End, i).root;
    g_array_set_size(search->ends, 0);
    for (; i < ends->len && g_array_index(ends, End, i).root == root; i++)
      g_array_append_val(search->ends, g_array_index(ends, End, i).vertex);
    refnet_parting_find(search->parting, search->ends,
                        refnet_structure_component_size(search->structure, root), search->found);
  }
}

/* ---- the whole ------------------------------------------------------------------------------- */

/* Finds who is cut off, and says so in the person's row: REFNET_NONE when it would take too long.
 */
static void look_at(Search *search, RefnetPersonRisk *person) {
  g_array_set_size(search->found, 0);
  person->cut_off_count = 0;
  if (person->ties_left_without_contact == 0)
    return;
  guint32 vertex = meeting_point(search->holders->network, person);
  if (vertex == REFNET_NONE && refnet_parting_steps(search->parting) > MOST_STEPS) {
    person->cut_off_count = REFNET_NONE;
    return;
  }
  set_lost(search, person, TRUE);
  if (vertex != REFNET_NONE)
    part_at(search, vertex);
  else
    part_components(search, person);
  set_lost(search, person, FALSE);
  refnet_sort_number_array(search->found);
  person->cut_off_count = search->found->len;
}

static gboolean prepare(Search *search, GError **error) {
  const RefnetNetwork *network = search->holders->network;
  if (!(search->lost = REFNET_TRY_ARRAY(guint8, network->ties, error)) ||
      !(search->parting = refnet_parting_new(network, search->lost, error)))
    return FALSE;
  for (guint64 t = 0; t < network->ties; t++)
    search->lost[t] = refnet_holders_state(search->holders, t) == REFNET_TIE_LOST;
  search->parts = g_array_new(FALSE, FALSE, sizeof(Part));
  search->ends = g_array_new(FALSE, FALSE, sizeof(guint32));
  search->found = g_array_new(FALSE, FALSE, sizeof(guint32));
  search->structure = refnet_structure_without(network, search->lost, NULL, error);
  return search->structure != NULL;
}

gboolean refnet_cut_off_find(const RefnetHolders *holders, RefnetPersonRisk *people, guint32 count,
                             RefnetPool *pool, GError **error) {
  g_auto(Search) search = {.holders = holders};
  guint64 entries = 0;
  if (!prepare(&search, error))
    return FALSE;
  for (guint32 i = 0; i < count; i++) {
    look_at(&search, &people[i]);
    entries += search.found->len;
    if (search.found->len > 0 && entries <= MOST_ENTRIES &&
        !refnet_result_list(pool, (const guint32 *)(gpointer)search.found->data, search.found->len,
                            &people[i].cut_off))
      return refnet_result_no_memory(error);
  }
  for (guint32 i = 0; i < count && entries > MOST_ENTRIES; i++)
    people[i].cut_off = (RefnetIndexList){NULL, 0};
  return TRUE;
}
