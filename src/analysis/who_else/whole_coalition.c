/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whom a whole coalition should meet next: one organization after the other, each for what it adds
 * to the members and to those chosen before. */
#include <refnet/analysis.h>

#include <math.h>

#include "analysis/memory.h"
#include "analysis/network/communities.h"
#include "analysis/result.h"
#include "analysis/who_else/coalition.h"
#include "analysis/who_else/coalition_gaps.h"
#include "analysis/who_else/path.h"
#include "analysis/who_else/score.h"
#include "analysis/who_else/suggestions.h"

enum { MOST_FOR_GROUPS = 20000 }; /* organizations; communities take runs of Leiden */

typedef struct {
  const RefnetNetwork *network;
  const RefnetWhoElseOptions *options;
  RefnetCoalition coalition;
  RefnetProviders *providers;
  guint8 *member, *candidate; /* by provider */
  RefnetCoverage coverage;    /* cells: open needs, then sectors, then organizations to reach */
  GArray *open;               /* of RefnetOpenCell */
  GArray *sectors, *reach;    /* of guint32: sectors and vertices of the cells that follow */
  guint32 *community;         /* by vertex; NULL: not looked at */
  guint8 *has_member;         /* by community */
  RefnetNamed named;
  guint32 *met;
  RefnetWhoElseResult *result;
} Search;

static void search_clear(Search *search) {
  refnet_coalition_clear(&search->coalition);
  refnet_providers_free(search->providers);
  g_free(search->member);
  g_free(search->candidate);
  refnet_coverage_clear(&search->coverage);
  g_clear_pointer(&search->open, g_array_unref);
  g_clear_pointer(&search->sectors, g_array_unref);
  g_clear_pointer(&search->reach, g_array_unref);
  g_free(search->community);
  g_free(search->has_member);
  refnet_named_clear(&search->named);
  g_free(search->met);
  refnet_who_else_free(search->result ? &search->result->who_else : NULL);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Search, search_clear)

/* ---- who is on which side -------------------------------------------------------------------- */

/* Rows that are one organization are members together, and one candidate. */
static gboolean mark_sides(Search *search, GError **error) {
  const RefnetNetwork *network = search->network;
  g_autofree guint8 *allowed = refnet_who_else_allowed(network, search->options, error);
  if (!allowed || !(search->providers = refnet_providers_new(network, error)) ||
      !(search->member = REFNET_TRY_ARRAY(guint8, network->vertices, error)) ||
      !(search->candidate = REFNET_TRY_ARRAY(guint8, network->vertices, error)))
    return FALSE;
  for (guint32 v = 0; v < network->vertices; v++) {
    guint32 provider = search->providers->provider[v];
    if (provider == REFNET_NONE)
      continue;
    search->member[provider] |= search->coalition.member[v];
    search->candidate[provider] |= allowed[v];
  }
  for (guint32 v = 0; v < network->vertices; v++) {
    search->candidate[v] &= !search->member[v];
    search->result->who_else.candidates += search->candidate[v];
  }
  return TRUE;
}

static gboolean is_member(const Search *search, guint32 vertex) {
  guint32 provider = search->providers->provider[vertex];
  return provider != REFNET_NONE && search->member[provider];
}

static gboolean works_with_member(const Search *search, guint32 vertex) {
  const RefnetNetwork *network = search->network;
  for (guint64 i = network->tie_start[vertex]; i < network->tie_start[vertex + 1]; i++)
    if (is_member(search, network->neighbor[i]))
      return TRUE;
  return FALSE;
}

/* ---- what there is to add -------------------------------------------------------------------- */

typedef void (*RowFunc)(Search *search, guint32 provider, guint32 vertex, const guint32 *cell_of);

/* Every row of every candidate. */
static void for_each_row(Search *search, const guint32 *cell_of, RowFunc visit) {
  const RefnetProviders *providers = search->providers;
  for (guint32 p = 0; p < search->network->vertices; p++)
    for (guint32 m = providers->member_start[p]; m < providers->member_start[p + 1]; m++)
      if (search->candidate[p])
        visit(search, p, providers->members[m], cell_of);
}

static void cover_sector(Search *search, guint32 provider, guint32 vertex, const guint32 *cell_of) {
  guint32 sector = refnet_network_organization(search->network, vertex)->sector;
  if (sector != REFNET_NONE && cell_of[sector] != REFNET_NONE)
    refnet_coverage_add_entry(&search->coverage, provider, cell_of[sector], 1);
}

static void add_sectors(Search *search) {
  const RefnetNetwork *network = search->network;
  guint32 sectors = network->dataset->sectors.length;
  g_autofree guint8 *present = g_new0(guint8, sectors + 1);
  g_autofree guint32 *cell_of = g_new(guint32, sectors + 1);
  for (guint32 v = 0; v < network->vertices; v++) {
    guint32 sector = refnet_network_organization(network, v)->sector;
    if (sector != REFNET_NONE && is_member(search, v))
      present[sector] = TRUE;
  }
  for (guint32 s = 0; s < sectors; s++) {
    cell_of[s] = present[s] ? REFNET_NONE : refnet_coverage_add_cell(&search->coverage, 1);
    if (!present[s])
      g_array_append_val(search->sectors, s);
  }
  for_each_row(search, cell_of, cover_sector);
}

static void cover_partners(Search *search, guint32 provider, guint32 vertex,
                           const guint32 *cell_of) {
  const RefnetNetwork *network = search->network;
  for (guint64 i = network->tie_start[vertex]; i < network->tie_start[vertex + 1]; i++) {
    guint32 partner = network->neighbor[i];
    if (cell_of[partner] != REFNET_NONE && search->providers->provider[partner] != provider)
      refnet_coverage_add_entry(&search->coverage, provider, cell_of[partner], 1);
  }
}

static gboolean add_reach(Search *search, GError **error) {
  const RefnetNetwork *network = search->network;
  g_autofree guint32 *cell_of = REFNET_TRY_ARRAY(guint32, network->vertices, error);
  if (!cell_of)
    return FALSE;
  for (guint32 v = 0; v < network->vertices; v++) {
    gboolean apart = search->providers->provider[v] == v && !is_member(search, v) &&
                     !works_with_member(search, v);
    cell_of[v] = apart ? refnet_coverage_add_cell(&search->coverage, 1) : REFNET_NONE;
    if (apart)
      g_array_append_val(search->reach, v);
  }
  for_each_row(search, cell_of, cover_partners);
  return TRUE;
}

/* ---- the objective --------------------------------------------------------------------------- */

enum { GAPS, SECTORS, REACH, PARTS };

static guint part_of(const Search *search, guint32 cell) {
  return cell < search->open->len                          ? GAPS
         : cell < search->open->len + search->sectors->len ? SECTORS
                                                           : REACH;
}

/* By objective: what counts, and what decides between equals. */
static const struct {
  guint first, second;
} parts_of[] = {[REFNET_OBJECTIVE_GAPS] = {GAPS, REACH},
                [REFNET_OBJECTIVE_REACH] = {REACH, GAPS},
                [REFNET_OBJECTIVE_SECTORS] = {SECTORS, GAPS},
                [REFNET_OBJECTIVE_BALANCE] = {PARTS, PARTS}};

static void set_goals(Search *search) {
  GArray *cells = search->coverage.cells;
  RefnetObjective objective = search->options->objective;
  double total[PARTS] = {0};
  for (guint32 c = 0; c < cells->len; c++)
    total[part_of(search, c)] += g_array_index(cells, RefnetCoverCell, c).weight;
  for (guint32 c = 0; c < cells->len; c++) {
    RefnetCoverCell *cell = &g_array_index(cells, RefnetCoverCell, c);
    guint part = part_of(search, c);
    if (objective == REFNET_OBJECTIVE_BALANCE)
      cell->goal[0] = cell->weight / total[part] / PARTS;
    else if (part == parts_of[objective].first)
      cell->goal[0] = cell->weight;
    else if (part == parts_of[objective].second)
      cell->goal[1] = cell->weight;
    search->result->who_else.open += cell->goal[0];
  }
}

static gboolean list_cells(Search *search, GError **error) {
  RefnetCoalitionSides sides = {search->providers, search->member, search->candidate};
  search->open = g_array_new(FALSE, FALSE, sizeof(RefnetOpenCell));
  search->sectors = g_array_new(FALSE, FALSE, sizeof(guint32));
  search->reach = g_array_new(FALSE, FALSE, sizeof(guint32));
  refnet_coverage_init(&search->coverage);
  if (!refnet_coalition_gaps_add(&sides, &search->coverage, search->open, error))
    return FALSE;
  add_sectors(search);
  if (!add_reach(search, error))
    return FALSE;
  set_goals(search);
  refnet_coverage_begin(&search->coverage);
  return TRUE;
}

/* ---- groups ---------------------------------------------------------------------------------- */

static gboolean find_groups(Search *search, GError **error) {
  const RefnetNetwork *network = search->network;
  guint32 count;
  double modularity;
  if (network->vertices > MOST_FOR_GROUPS || network->ties == 0)
    return TRUE;
  search->community = REFNET_TRY_ARRAY(guint32, network->vertices, error);
  if (!search->community || !refnet_communities(network, search->options->seed, search->community,
                                                &count, &modularity, error))
    return FALSE;
  search->has_member = g_new0(guint8, (gsize)count + 1);
  for (guint32 v = 0; v < network->vertices; v++)
    search->has_member[search->community[v]] |= is_member(search, v);
  return TRUE;
}

/* ---- reasons --------------------------------------------------------------------------------- */

/* Reasons of one suggestion while they are put together. */
typedef struct {
  Search *search;
  guint32 vertex;
  gboolean complete; /* FALSE: memory ran out */
} Telling;

static void tell(Telling *telling, RefnetReason reason, const GArray *items) {
  telling->complete &= refnet_who_else_result_tell(
      telling->search->result, &reason, (const guint32 *)(gconstpointer)items->data, items->len);
}

/* Open needs of one service that it would fill and nobody before it does. */
typedef struct {
  guint32 service;
  RefnetReasonKind kind;
  double gain, whole;
  guint32 first, last; /* its cells are among these entries */
} Filled;

static int compare_filled(gconstpointer a, gconstpointer b) {
  const Filled *first = a, *second = b;
  if (first->gain != second->gain)
    return first->gain > second->gain ? -1 : 1;
  if (first->service != second->service)
    return first->service < second->service ? -1 : 1;
  return (first->kind > second->kind) - (first->kind < second->kind);
}

static const RefnetOpenCell *open_cell(const Search *search, const RefnetCoverEntry *entry) {
  return entry->cell < search->open->len ? &g_array_index(search->open, RefnetOpenCell, entry->cell)
                                         : NULL;
}

static const RefnetCoverCell *cell_of(const Search *search, const RefnetCoverEntry *entry) {
  return &g_array_index(search->coverage.cells, RefnetCoverCell, entry->cell);
}

static void add_filled(GArray *filled, const Search *search, const RefnetCoverEntry *entry,
                       guint32 at) {
  const RefnetOpenCell *open = open_cell(search, entry);
  const RefnetCoverCell *cell = cell_of(search, entry);
  Filled *known = NULL;
  for (guint i = filled->len; i-- > 0 && !known;)
    if (g_array_index(filled, Filled, i).service == open->service &&
        g_array_index(filled, Filled, i).kind == open->kind)
      known = &g_array_index(filled, Filled, i);
  if (!known) {
    Filled more = {.service = open->service, .kind = open->kind, .first = at};
    g_array_append_val(filled, more);
    known = &g_array_index(filled, Filled, filled->len - 1);
  }
  known->last = at;
  known->gain += cell->weight * cell->left * entry->share;
  known->whole += cell->weight;
}

static gboolean adds(const Search *search, const RefnetCoverEntry *entry) {
  const RefnetCoverCell *cell = cell_of(search, entry);
  return cell->left * entry->share > 1e-9;
}

static void tell_filled(Telling *telling, const RefnetCoverEntry *entries, const Filled *filled) {
  const Search *search = telling->search;
  gboolean people = search->result->who_else.has_needs;
  g_autoptr(GArray) areas = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint32 i = filled->first; i <= filled->last; i++) {
    const RefnetOpenCell *open = open_cell(search, &entries[i]);
    if (open->service == filled->service && open->kind == filled->kind && adds(search, &entries[i]))
      g_array_append_val(areas, open->area);
  }
  tell(telling,
       (RefnetReason){.kind = filled->kind,
                      .subject = filled->service,
                      .value = people ? filled->gain : NAN,
                      .whole = people ? filled->whole : NAN},
       areas);
}

static void tell_gaps(Telling *telling, const RefnetCoverEntry *entries, guint32 length) {
  const Search *search = telling->search;
  g_autoptr(GArray) filled = g_array_new(FALSE, FALSE, sizeof(Filled));
  for (guint32 i = 0; i < length; i++)
    if (open_cell(search, &entries[i]) && adds(search, &entries[i]))
      add_filled(filled, search, &entries[i], i);
  g_array_sort(filled, compare_filled);
  for (guint i = 0; i < filled->len; i++)
    tell_filled(telling, entries, &g_array_index(filled, Filled, i));
}

static void tell_sector_and_reach(Telling *telling, const RefnetCoverEntry *entries,
                                  guint32 length) {
  const Search *search = telling->search;
  g_autoptr(GArray) none = g_array_new(FALSE, FALSE, sizeof(guint32));
  g_autoptr(GArray) partners = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint32 i = 0; i < length; i++) {
    guint part = part_of(search, entries[i].cell);
    guint32 at = entries[i].cell - search->open->len;
    if (!adds(search, &entries[i]) || part == GAPS)
      continue;
    if (part == SECTORS)
      tell(telling,
           (RefnetReason){.kind = REFNET_REASON_NEW_SECTOR,
                          .subject = g_array_index(search->sectors, guint32, at),
                          .value = 1},
           none);
    else
      g_array_append_val(partners, search->network->organization[g_array_index(
                                       search->reach, guint32, at - search->sectors->len)]);
  }
  if (partners->len > 0)
    tell(telling, (RefnetReason){.kind = REFNET_REASON_REACH, .value = partners->len}, partners);
}

static void tell_group(Telling *telling) {
  const Search *search = telling->search;
  g_autoptr(GArray) group = g_array_new(FALSE, FALSE, sizeof(guint32));
  guint32 community = search->community ? search->community[telling->vertex] : 0;
  if (!search->community || search->has_member[community])
    return;
  for (guint32 v = 0; v < search->network->vertices; v++)
    if (search->community[v] == community)
      g_array_append_val(group, search->network->organization[v]);
  if (group->len > 1)
    tell(telling, (RefnetReason){.kind = REFNET_REASON_NEW_GROUP, .value = group->len}, group);
}

static void tell_what_is_known(Telling *telling) {
  const Search *search = telling->search;
  const RefnetNetwork *network = search->network;
  guint32 v = telling->vertex;
  g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint64 i = network->tie_start[v]; i < network->tie_start[v + 1]; i++)
    if (is_member(search, network->neighbor[i]))
      g_array_append_val(items, network->organization[network->neighbor[i]]);
  if (items->len > 0)
    tell(telling, (RefnetReason){.kind = REFNET_REASON_MEMBER_PARTNERS, .value = items->len},
         items);
  g_array_set_size(items, 0);
  guint32 named = search->named.start[v + 1] - search->named.start[v];
  if (named > 0) {
    g_array_append_vals(items, &search->named.named_by[search->named.start[v]], named);
    tell(telling, (RefnetReason){.kind = REFNET_REASON_NOMINATED, .value = named}, items);
    g_array_set_size(items, 0);
  }
  if (search->met[v] != REFNET_NONE)
    tell(telling, (RefnetReason){.kind = REFNET_REASON_MET, .subject = search->met[v]}, items);
}

/* ---- introductions --------------------------------------------------------------------------- */

/* The member (other than `except`) from whom the way is warmest. */
static guint32 nearest_member(const Search *search, const RefnetPathFinder *finder, guint32 vertex,
                              guint32 ties, guint32 except) {
  const RefnetNetwork *network = search->network;
  guint32 best = REFNET_NONE;
  double strength = -1;
  for (guint32 v = 0; v < network->vertices; v++) {
    if (!search->coalition.member[v] || v == vertex || v == except ||
        (ties == 1 && refnet_network_find_tie(network, vertex, v) == G_MAXUINT64))
      continue;
    RefnetPath path = refnet_path_finder_best(finder, v, ties);
    if (path.length > 0 && path.strength > strength) {
      strength = path.strength;
      best = v;
    }
    g_free(path.steps);
  }
  return best;
}

static gboolean find_way(const Search *search, guint32 member, guint32 vertex, guint32 ties,
                         RefnetPath *way, GError **error) {
  if (member == REFNET_NONE)
    return TRUE;
  g_autoptr(RefnetPathFinder) finder =
      refnet_path_finder_new(search->network, member, search->options->as_of, error);
  if (finder)
    *way = refnet_path_finder_best(finder, vertex, ties);
  return finder != NULL;
}

/* Members who work with it come first; the alternative begins at another member. */
static gboolean add_introduction(const Search *search, RefnetSuggestion *suggestion,
                                 GError **error) {
  guint32 vertex = suggestion->vertex;
  guint32 ties = works_with_member(search, vertex) ? 1 : REFNET_PATH_MAX_TIES;
  g_autoptr(RefnetPathFinder) back =
      refnet_path_finder_new(search->network, vertex, search->options->as_of, error);
  if (!back)
    return FALSE;
  guint32 member = nearest_member(search, back, vertex, ties, REFNET_NONE);
  guint32 other =
      member == REFNET_NONE ? member : nearest_member(search, back, vertex, ties, member);
  return find_way(search, member, vertex, ties, &suggestion->introduction, error) &&
         find_way(search, other, vertex, ties, &suggestion->alternative, error);
}

/* ---- the search ------------------------------------------------------------------------------ */

static gboolean suggest(Search *search, guint32 vertex, double gain, GError **error) {
  guint32 length;
  const RefnetCoverEntry *entries = refnet_coverage_of(&search->coverage, vertex, &length);
  RefnetSuggestion *suggestion = refnet_who_else_result_add(search->result, vertex, gain);
  Telling telling = {search, vertex, TRUE};
  if (!suggestion)
    return refnet_result_no_memory(error);
  tell_gaps(&telling, entries, length);
  tell_sector_and_reach(&telling, entries, length);
  tell_group(&telling);
  tell_what_is_known(&telling);
  search->result->who_else.reached += gain;
  return telling.complete ? add_introduction(search, suggestion, error)
                          : refnet_result_no_memory(error);
}

static gboolean list_members(Search *search, GError **error) {
  g_autoptr(GArray) members = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint32 v = 0; v < search->network->vertices; v++)
    if (search->coalition.member[v])
      g_array_append_val(members, v);
  return refnet_result_list(search->result->pool, (const guint32 *)(gpointer)members->data,
                            members->len, &search->result->who_else.members) ||
         refnet_result_no_memory(error);
}

static gboolean prepare(Search *search, GError **error) {
  RefnetWhoElseResult *result = refnet_who_else_result_new(search->network, error);
  search->result = result;
  if (!result || !refnet_coalition_init(&search->coalition, search->network,
                                        search->options->coalitions, error))
    return FALSE;
  result->who_else.asked_by = REFNET_ASKED_BY_COALITION;
  result->who_else.structure_known = TRUE;
  result->who_else.objective = search->options->objective;
  result->who_else.member_rule = search->coalition.rule;
  result->who_else.coalition = search->coalition.coalition;
  result->who_else.has_needs = refnet_needs_known(search->network->dataset);
  return list_members(search, error);
}

static gboolean choose(Search *search, GError **error) {
  guint32 vertex, top = search->options->top;
  double gain;
  if (!mark_sides(search, error) || !list_cells(search, error) || !find_groups(search, error) ||
      !refnet_named_init(&search->named, search->network, error) ||
      !(search->met = refnet_latest_meetings(search->network, search->options->as_of, error)))
    return FALSE;
  for (guint32 k = 0;
       (top == 0 || k < top) && refnet_coverage_best(&search->coverage, &vertex, &gain); k++) {
    if (!suggest(search, vertex, gain, error))
      return FALSE;
    refnet_coverage_take(&search->coverage, vertex);
  }
  return TRUE;
}

RefnetWhoElse *refnet_who_else_coalition(const RefnetNetwork *network,
                                         const RefnetWhoElseOptions *options, GError **error) {
  static const RefnetWhoElseOptions defaults = {.as_of = REFNET_DATE_UNKNOWN};
  g_auto(Search) search = {.network = network, .options = options ? options : &defaults};
  if (!prepare(&search, error) || (search.coalition.count > 0 && !choose(&search, error)))
    return NULL;
  RefnetWhoElse *who_else = &search.result->who_else;
  search.result = NULL;
  return who_else;
}
