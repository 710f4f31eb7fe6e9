/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Each sector a block of rows, near the sectors it works with. */
#include <math.h>
#include <string.h>

#include "draw/layout/layout.h"

/* A place for one organization with its name, in units; what its sector's name wants; what is left
 * free around a block. */
#define CELL_WIDTH 1.0
#define CELL_HEIGHT 0.42
#define NARROWEST 1.55
#define MARGIN 0.22
#define HEADING 0.34
/* Width of a block by its height, and of all blocks together. */
#define BLOCK_SHAPE 1.4
#define PAGE_SHAPE 1.6
/* Room that blocks get, by what they take: more until none overlap. */
#define FEWEST_ROOM 1.25
#define MORE_ROOM 1.12
#define ATTEMPTS 30
/* Within a block, exchanges that shorten ties. */
#define ROUNDS 6
#define MOST_EXCHANGED 80

typedef struct {
  guint32 first, count; /* in by_sector */
  guint32 columns;
  double width, height;
} Block;

typedef struct {
  const RefnetNetwork *network;
  RefnetLayout *layout;
  guint32 *by_sector; /* placed vertices */
  Block *blocks;
  guint32 block_count;
  RefnetPoint *middle; /* of each block */
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

static void shape_block(Block *block) {
  double columns = sqrt(block->count * CELL_HEIGHT * BLOCK_SHAPE / CELL_WIDTH);
  block->columns = (guint32)CLAMP(round(columns), 1, block->count);
  guint32 rows = (block->count + block->columns - 1) / block->columns;
  block->width = MAX(block->columns * CELL_WIDTH, NARROWEST) + 2 * MARGIN;
  block->height = rows * CELL_HEIGHT + 2 * MARGIN + HEADING;
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
      sectors->blocks[sectors->block_count++] = (Block){.first = i};
    sectors->blocks[sectors->block_count - 1].count++;
  }
  for (guint32 b = 0; b < sectors->block_count; b++)
    shape_block(&sectors->blocks[b]);
}

/* ---- where blocks go ------------------------------------------------------------------------- */

/* The middle of its members in a drawing without sectors. */
static gboolean find_middles(Sectors *sectors, const RefnetMapOptions *options, GError **error) {
  g_autoptr(RefnetLayout) free_layout = refnet_layout_prepare(sectors->network, error);
  if (!free_layout || !refnet_lay_out_stress(sectors->network, options, free_layout, error))
    return FALSE;
  for (guint32 b = 0; b < sectors->block_count; b++) {
    const Block *block = &sectors->blocks[b];
    RefnetPoint sum = {0, 0};
    for (guint32 i = 0; i < block->count; i++) {
      RefnetPoint at = free_layout->unit[sectors->by_sector[block->first + i]];
      sum.x += at.x / block->count;
      sum.y += at.y / block->count;
    }
    sectors->middle[b] = sum;
  }
  return TRUE;
}

/* Stretches the middles over the area. */
static void spread_middles(const Sectors *sectors, RefnetBox area, RefnetPoint *at) {
  RefnetBox box = {sectors->middle[0].x, sectors->middle[0].y, 0, 0};
  for (guint32 b = 1; b < sectors->block_count; b++)
    box = refnet_box_union(box, (RefnetBox){sectors->middle[b].x, sectors->middle[b].y, 0, 0});
  for (guint32 b = 0; b < sectors->block_count; b++) {
    double x = box.width > 0 ? (sectors->middle[b].x - box.x) / box.width : 0.5;
    double y = box.height > 0 ? (sectors->middle[b].y - box.y) / box.height : 0.5;
    at[b] = (RefnetPoint){area.x + x * area.width, area.y + y * area.height};
  }
}

static gboolean blocks_overlap(const Sectors *sectors, const RefnetFootprint *footprints,
                               const RefnetPoint *at) {
  for (guint32 a = 0; a < sectors->block_count; a++)
    for (guint32 b = 0; b < a; b++)
      if (refnet_box_overlaps(refnet_box_grow(refnet_footprint_at(footprints[a], at[a]), -1e-4),
                              refnet_footprint_at(footprints[b], at[b])))
        return TRUE;
  return FALSE;
}

/* Blocks pushed apart in an area that grows until all fit. FALSE: memory ran out. */
static gboolean place_blocks(Sectors *sectors) {
  /* Pushing knows points, not units. */
  const double points = 100;
  guint32 count = sectors->block_count;
  g_autofree RefnetFootprint *footprints = g_new(RefnetFootprint, (gsize)count + 1);
  g_autofree guint32 *numbers = g_new(guint32, (gsize)count + 1);
  g_autofree RefnetPoint *at = g_new(RefnetPoint, (gsize)count + 1);
  double taken = 0, widest = 0, highest = 0;
  for (guint32 b = 0; b < count; b++) {
    double half = sectors->blocks[b].width / 2 * points,
           up = sectors->blocks[b].height / 2 * points;
    footprints[b] = (RefnetFootprint){half, half, up, up};
    numbers[b] = b;
    taken += 4 * half * up;
    widest = MAX(widest, 2 * half);
    highest = MAX(highest, 2 * up);
  }
  double room = FEWEST_ROOM;
  for (int attempt = 0; attempt < ATTEMPTS; attempt++, room *= MORE_ROOM) {
    RefnetBox area = {0, 0, MAX(sqrt(taken * room * PAGE_SHAPE), widest),
                      MAX(sqrt(taken * room / PAGE_SHAPE), highest)};
    spread_middles(sectors, area, at);
    if (!refnet_overlap_remove(numbers, count, footprints, NULL, area, at))
      return FALSE;
    if (!blocks_overlap(sectors, footprints, at))
      break;
  }
  for (guint32 b = 0; b < count; b++)
    sectors->middle[b] = (RefnetPoint){at[b].x / points, at[b].y / points};
  return TRUE;
}

/* ---- who goes where in a block --------------------------------------------------------------- */

static RefnetPoint cell_middle(const Sectors *sectors, guint32 b, guint32 cell) {
  const Block *block = &sectors->blocks[b];
  double left = sectors->middle[b].x - block->columns * CELL_WIDTH / 2;
  double top = sectors->middle[b].y - block->height / 2 + MARGIN + HEADING;
  return (RefnetPoint){left + (cell % block->columns + 0.5) * CELL_WIDTH,
                       top + (cell / block->columns + 0.5) * CELL_HEIGHT};
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

static gboolean shorten_in_block(const Sectors *sectors, const Block *block) {
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

static void write_panels(const Sectors *sectors) {
  const RefnetVocabulary *names = &sectors->network->dataset->sectors;
  for (guint32 b = 0; b < sectors->block_count; b++) {
    const Block *block = &sectors->blocks[b];
    RefnetPoint middle = sectors->middle[b];
    guint32 sector = sector_of(sectors->network, sectors->by_sector[block->first]);
    double gap = MARGIN / 4;
    sectors->layout->panels[b] =
        (RefnetPanel){.name = sector < names->length ? names->names[sector] : "sector not given",
                      .box = refnet_box_grow((RefnetBox){middle.x - block->width / 2,
                                                         middle.y - block->height / 2, block->width,
                                                         block->height},
                                             -gap)};
  }
  sectors->layout->panel_count = sectors->block_count;
}

gboolean refnet_lay_out_sectors(const RefnetNetwork *network, const RefnetMapOptions *options,
                                RefnetLayout *layout, GError **error) {
  gsize n = layout->placed, most = (gsize)network->dataset->sectors.length + 1;
  Sectors sectors = {.network = network, .layout = layout};
  g_autofree guint32 *by_sector = sectors.by_sector = g_try_malloc_n(n + 1, sizeof *by_sector);
  g_autofree Block *blocks = sectors.blocks = g_try_malloc0_n(most + 1, sizeof *blocks);
  g_autofree RefnetPoint *middle = sectors.middle = g_try_malloc0_n(most + 1, sizeof *middle);
  layout->panels = g_try_malloc0_n(most + 1, sizeof *layout->panels);
  gboolean have_memory = by_sector && blocks && middle && layout->panels;
  if (have_memory) {
    list_blocks(&sectors);
    if (!find_middles(&sectors, options, error))
      return FALSE;
    have_memory = place_blocks(&sectors);
  }
  if (!have_memory) {
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INTERNAL,
                        "not enough memory to lay out the map");
    return FALSE;
  }
  fill_blocks(&sectors);
  write_panels(&sectors);
  layout->room_beside = 8;
  layout->room_above = 5;
  layout->longest_unit = 190;
  layout->most_stretch = 1.6;
  layout->keeps_form = TRUE;
  return TRUE;
}
