/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analysis/coalition/reasons.h"

#include <math.h>

#include "analysis/communities/communities.h"
#include "analysis/memory.h"

enum { MOST_FOR_GROUPS = 20000 }; /* organizations; communities take runs of Leiden */

/* ---- what is looked up ----------------------------------------------------------------------- */

static gboolean find_groups(RefnetCoalitionTeller *teller, guint64 seed, GError **error) {
  const RefnetNetwork *network = teller->network;
  guint32 count;
  double modularity;
  if (network->vertices > MOST_FOR_GROUPS || network->ties == 0)
    return TRUE;
  teller->community = REFNET_TRY_ARRAY(guint32, network->vertices, error);
  if (!teller->community ||
      !refnet_communities(network, seed, teller->community, &count, &modularity, error))
    return FALSE;
  teller->has_member = g_new0(guint8, (gsize)count + 1);
  for (guint32 v = 0; v < network->vertices; v++)
    teller->has_member[teller->community[v]] |= refnet_coalition_is_member(teller->sides, v);
  return TRUE;
}

gboolean refnet_coalition_teller_init(RefnetCoalitionTeller *teller,
                                      const RefnetCoalitionSides *sides,
                                      const RefnetCoalitionCells *cells, guint64 seed,
                                      RefnetDate as_of, GError **error) {
  teller->network = sides->providers->network;
  teller->sides = sides;
  teller->cells = cells;
  return find_groups(teller, seed, error) &&
         refnet_named_init(&teller->named, teller->network, error) &&
         (teller->met = refnet_latest_meetings(teller->network, as_of, error)) != NULL;
}

void refnet_coalition_teller_clear(RefnetCoalitionTeller *teller) {
  g_free(teller->community);
  g_free(teller->has_member);
  refnet_named_clear(&teller->named);
  g_free(teller->met);
}

/* ---- telling --------------------------------------------------------------------------------- */

/* Reasons of one suggestion while they are put together. */
typedef struct {
  const RefnetCoalitionTeller *teller;
  RefnetWhoElseResult *result;
  guint32 vertex;    /* a provider's */
  gboolean complete; /* FALSE: memory ran out */
} Telling;

static void tell(Telling *telling, RefnetReason reason, const GArray *items) {
  telling->complete &= refnet_who_else_result_tell(
      telling->result, &reason, (const guint32 *)(gconstpointer)items->data, items->len);
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

static const RefnetOpenCell *open_cell(const RefnetCoalitionTeller *teller,
                                       const RefnetCoverEntry *entry) {
  const GArray *open = teller->cells->open;
  return entry->cell < open->len ? &g_array_index(open, RefnetOpenCell, entry->cell) : NULL;
}

static const RefnetCoverCell *cell_of(const RefnetCoalitionTeller *teller,
                                      const RefnetCoverEntry *entry) {
  return &g_array_index(teller->cells->coverage.cells, RefnetCoverCell, entry->cell);
}

static void add_filled(GArray *filled, const RefnetCoalitionTeller *teller,
                       const RefnetCoverEntry *entry, guint32 at) {
  const RefnetOpenCell *open = open_cell(teller, entry);
  const RefnetCoverCell *cell = cell_of(teller, entry);
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

static gboolean adds(const RefnetCoalitionTeller *teller, const RefnetCoverEntry *entry) {
  const RefnetCoverCell *cell = cell_of(teller, entry);
  return cell->left * entry->share > 1e-9;
}

static void tell_filled(Telling *telling, const RefnetCoverEntry *entries, const Filled *filled) {
  const RefnetCoalitionTeller *teller = telling->teller;
  gboolean people = telling->result->who_else.has_needs;
  g_autoptr(GArray) areas = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint32 i = filled->first; i <= filled->last; i++) {
    const RefnetOpenCell *open = open_cell(teller, &entries[i]);
    if (open->service == filled->service && open->kind == filled->kind && adds(teller, &entries[i]))
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
  const RefnetCoalitionTeller *teller = telling->teller;
  g_autoptr(GArray) filled = g_array_new(FALSE, FALSE, sizeof(Filled));
  for (guint32 i = 0; i < length; i++)
    if (open_cell(teller, &entries[i]) && adds(teller, &entries[i]))
      add_filled(filled, teller, &entries[i], i);
  g_array_sort(filled, compare_filled);
  for (guint i = 0; i < filled->len; i++)
    tell_filled(telling, entries, &g_array_index(filled, Filled, i));
}

static void tell_sector(Telling *telling, const RefnetCoverEntry *entries, guint32 length) {
  const RefnetCoalitionTeller *teller = telling->teller;
  g_autoptr(GArray) none = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint32 i = 0; i < length; i++) {
    guint32 item;
    if (adds(teller, &entries[i]) &&
        refnet_coalition_part_of(teller->cells, entries[i].cell, &item) == REFNET_PART_SECTORS)
      tell(telling, (RefnetReason){.kind = REFNET_REASON_NEW_SECTOR, .subject = item, .value = 1},
           none);
  }
}

static void tell_reach(Telling *telling, const RefnetCoverEntry *entries, guint32 length) {
  const RefnetCoalitionTeller *teller = telling->teller;
  g_autoptr(GArray) partners = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint32 i = 0; i < length; i++) {
    guint32 item;
    if (adds(teller, &entries[i]) &&
        refnet_coalition_part_of(teller->cells, entries[i].cell, &item) == REFNET_PART_REACH)
      g_array_append_val(partners, teller->network->organization[item]);
  }
  if (partners->len > 0)
    tell(telling, (RefnetReason){.kind = REFNET_REASON_REACH, .value = partners->len}, partners);
}

static RefnetIndexList rows_of(const Telling *telling) {
  return refnet_providers_rows(telling->teller->sides->providers, telling->vertex);
}

static void add_community(const RefnetCoalitionTeller *teller, guint32 community, GArray *group) {
  for (guint32 v = 0; v < teller->network->vertices; v++)
    if (teller->community[v] == community && teller->sides->providers->provider[v] != REFNET_NONE)
      g_array_append_val(group, teller->network->organization[v]);
}

/* Rows of one organization may be in several groups, of which none has a member then. */
static void tell_group(Telling *telling) {
  const RefnetCoalitionTeller *teller = telling->teller;
  g_autoptr(GArray) group = g_array_new(FALSE, FALSE, sizeof(guint32));
  RefnetIndexList rows = rows_of(telling);
  for (guint32 i = 0; i < rows.length && teller->community; i++) {
    guint32 community = teller->community[rows.items[i]];
    if (teller->has_member[community])
      return;
    add_community(teller, community, group);
  }
  refnet_coalition_take_together(teller->sides, group);
  if (group->len > 1)
    tell(telling, (RefnetReason){.kind = REFNET_REASON_NEW_GROUP, .value = group->len}, group);
}

static void tell_member_partners(Telling *telling) {
  const RefnetCoalitionTeller *teller = telling->teller;
  const RefnetNetwork *network = teller->network;
  RefnetIndexList rows = rows_of(telling);
  g_autoptr(GArray) members = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint32 r = 0; r < rows.length; r++)
    for (guint64 i = network->tie_start[rows.items[r]]; i < network->tie_start[rows.items[r] + 1];
         i++)
      if (refnet_coalition_is_member(teller->sides, network->neighbor[i]))
        g_array_append_val(members, network->organization[network->neighbor[i]]);
  refnet_coalition_take_together(teller->sides, members);
  if (members->len > 0)
    tell(telling, (RefnetReason){.kind = REFNET_REASON_MEMBER_PARTNERS, .value = members->len},
         members);
}

static gboolean is_own_row(const Telling *telling, guint32 organization) {
  guint32 vertex = telling->teller->network->vertex[organization];
  return vertex != REFNET_NONE &&
         telling->teller->sides->providers->provider[vertex] == telling->vertex;
}

static void tell_nominations(Telling *telling) {
  const RefnetNamed *named = &telling->teller->named;
  RefnetIndexList rows = rows_of(telling);
  g_autoptr(GArray) by = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint32 r = 0; r < rows.length; r++)
    for (guint32 i = named->start[rows.items[r]]; i < named->start[rows.items[r] + 1]; i++)
      if (!is_own_row(telling, named->named_by[i]))
        g_array_append_val(by, named->named_by[i]);
  refnet_coalition_take_together(telling->teller->sides, by);
  if (by->len > 0)
    tell(telling, (RefnetReason){.kind = REFNET_REASON_NOMINATED, .value = by->len}, by);
}

static void tell_meeting(Telling *telling) {
  const RefnetMeeting *meetings = telling->teller->network->dataset->meetings;
  RefnetIndexList rows = rows_of(telling);
  g_autoptr(GArray) none = g_array_new(FALSE, FALSE, sizeof(guint32));
  guint32 latest = REFNET_NONE;
  for (guint32 i = 0; i < rows.length; i++)
    latest = refnet_later_meeting(meetings, latest, telling->teller->met[rows.items[i]]);
  if (latest != REFNET_NONE)
    tell(telling, (RefnetReason){.kind = REFNET_REASON_MET, .subject = latest}, none);
}

gboolean refnet_coalition_tell(const RefnetCoalitionTeller *teller, guint32 vertex,
                               RefnetWhoElseResult *result) {
  guint32 length;
  const RefnetCoverEntry *entries = refnet_coverage_of(&teller->cells->coverage, vertex, &length);
  Telling telling = {teller, result, vertex, TRUE};
  /* What was asked for comes first. */
  void (*parts[])(Telling *, const RefnetCoverEntry *, guint32) = {
      [REFNET_PART_GAPS] = tell_gaps,
      [REFNET_PART_SECTORS] = tell_sector,
      [REFNET_PART_REACH] = tell_reach,
  };
  RefnetCoalitionPart first = refnet_coalition_asked_for(result->who_else.objective);
  parts[first](&telling, entries, length);
  for (guint part = 0; part < REFNET_COALITION_PARTS; part++)
    if (part != first)
      parts[part](&telling, entries, length);
  tell_group(&telling);
  tell_member_partners(&telling);
  tell_nominations(&telling);
  tell_meeting(&telling);
  return telling.complete;
}
