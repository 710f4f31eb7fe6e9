/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analysis/coalition/cells.h"

#include "analysis/memory.h"

/* ---- what there is to add -------------------------------------------------------------------- */

/* The cells while they are listed. */
typedef struct {
  RefnetCoalitionCells *cells;
  const RefnetCoalitionSides *sides;
  const RefnetNetwork *network;
} Listing;

typedef void (*RowFunc)(Listing *listing, guint32 provider, guint32 vertex, const guint32 *cell_of);

/* Every row of every candidate. */
static void for_each_row(Listing *listing, const guint32 *cell_of, RowFunc visit) {
  const RefnetProviders *providers = listing->sides->providers;
  for (guint32 p = 0; p < listing->network->vertices; p++)
    for (guint32 m = providers->member_start[p]; m < providers->member_start[p + 1]; m++)
      if (listing->sides->candidate[p])
        visit(listing, p, providers->members[m], cell_of);
}

static void cover_sector(Listing *listing, guint32 provider, guint32 vertex,
                         const guint32 *cell_of) {
  guint32 sector = refnet_network_organization(listing->network, vertex)->sector;
  if (sector != REFNET_NONE && cell_of[sector] != REFNET_NONE)
    refnet_coverage_add_entry(&listing->cells->coverage, provider, cell_of[sector], 1);
}

static void add_sectors(Listing *listing) {
  const RefnetNetwork *network = listing->network;
  guint32 sectors = network->dataset->sectors.length;
  g_autofree guint8 *present = g_new0(guint8, sectors + 1);
  g_autofree guint32 *cell_of = g_new(guint32, sectors + 1);
  for (guint32 v = 0; v < network->vertices; v++) {
    guint32 sector = refnet_network_organization(network, v)->sector;
    if (sector != REFNET_NONE && refnet_coalition_is_member(listing->sides, v))
      present[sector] = TRUE;
  }
  for (guint32 s = 0; s < sectors; s++) {
    cell_of[s] = present[s] ? REFNET_NONE : refnet_coverage_add_cell(&listing->cells->coverage, 1);
    if (!present[s])
      g_array_append_val(listing->cells->sectors, s);
  }
  for_each_row(listing, cell_of, cover_sector);
}

static void cover_partners(Listing *listing, guint32 provider, guint32 vertex,
                           const guint32 *cell_of) {
  const RefnetNetwork *network = listing->network;
  for (guint64 i = network->tie_start[vertex]; i < network->tie_start[vertex + 1]; i++) {
    guint32 partner = listing->sides->providers->provider[network->neighbor[i]];
    if (partner != REFNET_NONE && partner != provider && cell_of[partner] != REFNET_NONE)
      refnet_coverage_add_entry(&listing->cells->coverage, provider, cell_of[partner], 1);
  }
}

/* Of rows that are one organization, the first stands for all. */
static gboolean is_apart(const RefnetCoalitionSides *sides, guint32 vertex) {
  return sides->providers->provider[vertex] == vertex && !sides->member[vertex] &&
         !refnet_coalition_is_beside_member(sides, vertex);
}

static gboolean add_reach(Listing *listing, GError **error) {
  const RefnetNetwork *network = listing->network;
  g_autofree guint32 *cell_of = REFNET_TRY_ARRAY(guint32, network->vertices, error);
  if (!cell_of)
    return FALSE;
  for (guint32 v = 0; v < network->vertices; v++) {
    gboolean apart = is_apart(listing->sides, v);
    cell_of[v] = apart ? refnet_coverage_add_cell(&listing->cells->coverage, 1) : REFNET_NONE;
    if (apart)
      g_array_append_val(listing->cells->reach, v);
  }
  for_each_row(listing, cell_of, cover_partners);
  return TRUE;
}

/* ---- the objective --------------------------------------------------------------------------- */

RefnetCoalitionPart refnet_coalition_part_of(const RefnetCoalitionCells *cells, guint32 cell,
                                             guint32 *item) {
  guint32 after_open = cell - cells->open->len;
  if (cell < cells->open->len) {
    *item = cell;
    return REFNET_PART_GAPS;
  }
  if (after_open < cells->sectors->len) {
    *item = g_array_index(cells->sectors, guint32, after_open);
    return REFNET_PART_SECTORS;
  }
  *item = g_array_index(cells->reach, guint32, after_open - cells->sectors->len);
  return REFNET_PART_REACH;
}

/* By objective: what counts, and what decides between equals. */
static const struct {
  RefnetCoalitionPart first, second;
} parts_of[] = {[REFNET_OBJECTIVE_GAPS] = {REFNET_PART_GAPS, REFNET_PART_REACH},
                [REFNET_OBJECTIVE_REACH] = {REFNET_PART_REACH, REFNET_PART_GAPS},
                [REFNET_OBJECTIVE_SECTORS] = {REFNET_PART_SECTORS, REFNET_PART_GAPS},
                [REFNET_OBJECTIVE_BALANCE] = {REFNET_COALITION_PARTS, REFNET_COALITION_PARTS}};

RefnetCoalitionPart refnet_coalition_asked_for(RefnetObjective objective) {
  RefnetCoalitionPart part = parts_of[objective].first;
  return part == REFNET_COALITION_PARTS ? REFNET_PART_GAPS : part;
}

static void set_goals(RefnetCoalitionCells *coalition, RefnetObjective objective) {
  GArray *cells = coalition->coverage.cells;
  double total[REFNET_COALITION_PARTS] = {0};
  guint32 item;
  for (guint32 c = 0; c < cells->len; c++)
    total[refnet_coalition_part_of(coalition, c, &item)] +=
        g_array_index(cells, RefnetCoverCell, c).weight;
  for (guint32 c = 0; c < cells->len; c++) {
    RefnetCoverCell *cell = &g_array_index(cells, RefnetCoverCell, c);
    RefnetCoalitionPart part = refnet_coalition_part_of(coalition, c, &item);
    if (objective == REFNET_OBJECTIVE_BALANCE)
      cell->goal[0] = cell->weight / total[part] / REFNET_COALITION_PARTS;
    else if (part == parts_of[objective].first)
      cell->goal[0] = cell->weight;
    else if (part == parts_of[objective].second)
      cell->goal[1] = cell->weight;
    coalition->goal += cell->goal[0];
  }
}

/* ---- all of it ------------------------------------------------------------------------------- */

gboolean refnet_coalition_cells_init(RefnetCoalitionCells *cells, const RefnetCoalitionSides *sides,
                                     RefnetObjective objective, GError **error) {
  Listing listing = {cells, sides, sides->providers->network};
  cells->open = g_array_new(FALSE, FALSE, sizeof(RefnetOpenCell));
  cells->sectors = g_array_new(FALSE, FALSE, sizeof(guint32));
  cells->reach = g_array_new(FALSE, FALSE, sizeof(guint32));
  refnet_coverage_init(&cells->coverage);
  if (!refnet_coalition_gaps_add(sides, &cells->coverage, cells->open, error))
    return FALSE;
  add_sectors(&listing);
  if (!add_reach(&listing, error))
    return FALSE;
  set_goals(cells, objective);
  refnet_coverage_begin(&cells->coverage);
  return TRUE;
}

void refnet_coalition_cells_clear(RefnetCoalitionCells *cells) {
  refnet_coverage_clear(&cells->coverage);
  g_clear_pointer(&cells->open, g_array_unref);
  g_clear_pointer(&cells->sectors, g_array_unref);
  g_clear_pointer(&cells->reach, g_array_unref);
}
