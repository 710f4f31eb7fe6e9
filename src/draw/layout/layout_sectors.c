/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Each sector a block of rows, near the sectors it works with. */
#include <math.h>
#include <string.h>

#include "draw/layout/blocks.h"

/* A place for one organization with its name, in units; what its sector's name wants; what is left
 * free around a block. */
#define CELL_WIDTH 1.0
#define CELL_HEIGHT 0.42
#define NARROWEST 1.55
#define MARGIN 0.22
#define HEADING 0.34
/* Width of a block by its height. */
#define BLOCK_SHAPE 1.4
/* Within a block, exchanges that shorten ties. */
#define ROUNDS 6
#define MOST_EXCHANGED 80

typedef struct {
  const RefnetNetwork *network;
  RefnetLayout *layout;
  guint32 *by_sector; /* placed vertices */
  RefnetBlock *blocks;
  guint32 block_count;
} Sectors;

/* Unknown ones are a sector, too. */
static guint32 sector_of(const RefnetNetwork *network, guint32 v) {
  guint32 sector = refnet_network_organization(network, v)->sector;
  return sector == REFNET_NONE ? network->dataset->sectors.length : sector;
}

static gint compare_sector(gconstpointer left, gconstpointer right, gpointer data) {
  const RefnetNetwork *network = data;
  guint32 v = *(const guint32 *)left, w = *(const guint32 *)right;
  guint32 of_v = sector_of(network, v), of_w = sector_of(network, w);
  if (of_v != of_w)
    return of_v < of_w ? -1 : 1;
  guint32 ties_v = refnet_network_degree(network, v), ties_w = refnet_network_degree(network, w);
  if (ties_v != ties_w)
    return ties_v > ties_w ? -1 : 1;
  return (v > w) - (v < w);
}

static guint32 columns_of(const RefnetBlock *block) {
  double columns = sqrt(block->count * CELL_HEIGHT * BLOCK_SHAPE / CELL_WIDTH);
  return (guint32)CLAMP(round(columns), 1, block->count);
}

static void shape_block(const Sectors *sectors, RefnetBlock *block) {
  const RefnetVocabulary *names = &sectors->network->dataset->sectors;
  guint32 sector = sector_of(sectors->network, sectors->by_sector[block->first]);
  guint32 columns = columns_of(block), rows = (block->count + columns - 1) / columns;
  block->width = MAX(columns * CELL_WIDTH, NARROWEST) + 2 * MARGIN;
  block->height = rows * CELL_HEIGHT + 2 * MARGIN + HEADING;
  block->gap = MARGIN / 4;
  block->heading = HEADING;
  block->name = g_strdup(sector < names->length ? names->names[sector] : "sector not given");
}

static void list_blocks(Sectors *sectors) {
  guint32 placed = sectors->layout->placed;
  memcpy(sectors->by_sector, sectors->layout->member, placed * sizeof *sectors->by_sector);
  g_qsort_with_data(sectors->by_sector, (gint)placed, sizeof *sectors->by_sector, compare_sector,
                    (gpointer)sectors->network);
  for (guint32 i = 0; i < placed; i++) {
    guint32 v = sectors->by_sector[i];
    if (i == 0 ||
        sector_of(sectors->network, v) != sector_of(sectors->network, sectors->by_sector[i - 1]))
      sectors->blocks[sectors->block_count++] = (RefnetBlock){.first = i};
    sectors->blocks[sectors->block_count - 1].count++;
  }
  for (guint32 b = 0; b < sectors->block_count; b++)
    shape_block(sectors, &sectors->blocks[b]);
}

/* ---- who goes where in a block --------------------------------------------------------------- */

static RefnetPoint cell_middle(const Sectors *sectors, guint32 b, guint32 cell) {
  const RefnetBlock *block = &sectors->blocks[b];
  guint32 columns = columns_of(block);
  double left = block->middle.x - columns * CELL_WIDTH / 2;
  double top = block->middle.y - block->height / 2 + MARGIN + HEADING;
  return (RefnetPoint){left + (cell % columns + 0.5) * CELL_WIDTH,
                       top + (cell / columns + 0.5) * CELL_HEIGHT};
}

static double length_of_ties(const Sectors *sectors, guint32 v, guint32 without, RefnetPoint at) {
  const RefnetNetwork *network = sectors->network;
  double length = 0;
  for (guint64 i = network->tie_start[v]; i < network->tie_start[v + 1]; i++) {
    RefnetPoint other = sectors->layout->unit[network->neighbor[i]];
    if (network->neighbor[i] != without)
      length += hypot(at.x - other.x, at.y - other.y);
  }
  return length;
}

static gboolean exchange_if_shorter(const Sectors *sectors, guint32 v, guint32 w) {
  RefnetPoint *unit = sectors->layout->unit, at_v = unit[v], at_w = unit[w];
  double now = length_of_ties(sectors, v, w, at_v) + length_of_ties(sectors, w, v, at_w);
  double then = length_of_ties(sectors, v, w, at_w) + length_of_ties(sectors, w, v, at_v);
  if (then >= now - 1e-9)
    return FALSE;
  unit[v] = at_w;
  unit[w] = at_v;
  return TRUE;
}

static gboolean shorten_in_block(const Sectors *sectors, const RefnetBlock *block) {
  gboolean shortened = FALSE;
  if (block->count > MOST_EXCHANGED)
    return FALSE;
  for (guint32 i = 0; i < block->count; i++)
    for (guint32 k = 0; k < i; k++)
      shortened |= exchange_if_shorter(sectors, sectors->by_sector[block->first + i],
                                       sectors->by_sector[block->first + k]);
  return shortened;
}

static void fill_blocks(Sectors *sectors) {
  for (guint32 b = 0; b < sectors->block_count; b++)
    for (guint32 i = 0; i < sectors->blocks[b].count; i++)
      sectors->layout->unit[sectors->by_sector[sectors->blocks[b].first + i]] =
          cell_middle(sectors, b, i);
  gboolean shortened = TRUE;
  for (int round = 0; shortened && round < ROUNDS; round++) {
    shortened = FALSE;
    for (guint32 b = 0; b < sectors->block_count; b++)
      shortened |= shorten_in_block(sectors, &sectors->blocks[b]);
  }
}

gboolean refnet_lay_out_sectors(const RefnetNetwork *network, const RefnetMapOptions *options,
                                RefnetLayout *layout, GError **error) {
  gsize n = layout->placed, most = (gsize)network->dataset->sectors.length + 1;
  Sectors sectors = {.network = network, .layout = layout};
  sectors.by_sector = layout->panel_member = g_try_malloc_n(n + 1, sizeof *sectors.by_sector);
  g_autofree RefnetBlock *blocks = sectors.blocks = g_try_malloc0_n(most + 1, sizeof *blocks);
  if (!sectors.by_sector || !blocks) {
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INTERNAL,
                        "not enough memory to lay out the map");
    return FALSE;
  }
  list_blocks(&sectors);
  gboolean done = refnet_blocks_wish(network, options->seed, sectors.by_sector, blocks,
                                     sectors.block_count, error) &&
                  refnet_blocks_push_apart(blocks, sectors.block_count, error);
  if (done)
    fill_blocks(&sectors);
  refnet_blocks_write(blocks, sectors.block_count, layout);
  layout->room_beside = 2;
  layout->longest_unit = 190;
  layout->most_stretch = 1.6;
  layout->keeps_form = TRUE;
  return done;
}
