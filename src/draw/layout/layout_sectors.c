/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Each sector a block of rows, near the sectors it works with. */
#include <math.h>
#include <string.h>

#include "draw/layout/blocks.h"
#include "draw/scene/no_memory.h"
#include "present/wording/words.h"

/* A place for one organization with its name, in units; what its sector's name wants; what is left
 * free around a block. */
#define CELL_WIDTH 1.0
#define CELL_HEIGHT 0.42
#define NARROWEST 1.55
#define MARGIN 0.22
#define HEADING 0.34
/* Width by height of a block as it would like to be; points of a unit where there is room. */
#define BLOCK_SHAPE 1.4
#define UNIT 130.0
/* Of a page, the shares that blocks have of its width and height, beside legend and key. */
#define WIDE 0.6
#define HIGH 0.62
/* In points what blocks need at least: a letter of a name, what is beside it; a line of it, a disc,
 * and what is around these. */
#define LETTER 8.6
#define BESIDE 14.0
#define LINE 15.0
#define DISC 14.0
/* Of the room, what discs are thought to take at most: of very many they are smaller. */
#define MOST_FOR_DISCS 0.5
/* Blocks on any page. */
#define MOST_BLOCKS 48
#define TWO_LINES 12 /* letters that a name in one line may have */
#define LONGEST 24.0 /* letters of a line that no block is made wider for */
/* Of sizing blocks by what their names need. */
#define PASSES 3
/* Within a block, exchanges that shorten ties. */
#define ROUNDS 6
#define MOST_EXCHANGED 80

typedef struct {
  const RefnetNetwork *network;
  RefnetLayout *layout;
  guint32 *by_sector; /* placed vertices */
  guint32 *size;      /* by sector: of placed vertices; unknown ones are a sector, too */
  gboolean *is_other; /* by sector: too small for a block of its own on this page */
  guint32 others;     /* how many are */
  RefnetBlock *blocks;
  guint32 block_count;
  double shape; /* width by height of all blocks */
  double unit;  /* points */
  double disc;  /* points that one takes in a row */
} Sectors;

static guint32 sector_of(const RefnetNetwork *network, guint32 v) {
  guint32 sector = refnet_network_organization(network, v)->sector;
  return sector == REFNET_NONE ? network->dataset->sectors.length : sector;
}

/* The sector whose block v lies in; one past the last: that of the others. */
static guint32 block_sector(const Sectors *sectors, guint32 v) {
  guint32 sector = sector_of(sectors->network, v);
  return sectors->is_other[sector] ? sectors->network->dataset->sectors.length + 1 : sector;
}

static char *name_of(const Sectors *sectors, guint32 sector) {
  const RefnetVocabulary *names = &sectors->network->dataset->sectors;
  if (sector > names->length)
    return refnet_words_tally(sectors->others, "smaller sector", "smaller sectors");
  return g_strdup(sector < names->length ? names->names[sector] : "sector not known");
}

/* ---- which sectors have a block of their own ------------------------------------------------- */

/* In points: what a name and that many rows of discs below it take. */
typedef struct {
  double width, height;
} Need;

/* In two lines where the name is long, without breaking a word. */
static Need need_of(const Sectors *sectors, const char *name, guint32 count) {
  g_auto(GStrv) words = g_strsplit(name, " ", -1);
  double letters = g_utf8_strlen(name, -1), longest = 0;
  for (guint i = 0; words[i]; i++)
    longest = MAX(longest, g_utf8_strlen(words[i], -1));
  double lines = letters > TWO_LINES && words[1] ? 2 : 1;
  double width = LETTER * MAX(MIN(MAX(longest, letters / lines + 1), LONGEST), 4) + BESIDE;
  return (Need){width, lines * LINE + ceil(count * sectors->disc / width) * sectors->disc + BESIDE};
}

static double least_area(const Sectors *sectors, const char *name, guint32 count) {
  Need need = need_of(sectors, name, count);
  return need.width * need.height;
}

/* The smallest that has a block, the last of those alike; REFNET_NONE for one or none. */
static guint32 find_smallest(const Sectors *sectors) {
  guint32 smallest = REFNET_NONE, left = 0;
  for (guint32 s = 0; s < sectors->network->dataset->sectors.length; s++) {
    if (sectors->size[s] == 0 || sectors->is_other[s])
      continue;
    left++;
    if (smallest == REFNET_NONE || sectors->size[s] <= sectors->size[smallest])
      smallest = s;
  }
  return left > 1 ? smallest : REFNET_NONE;
}

/* The smallest share one block where there are very many, or not room for the names of all: `room`
 * points², 0: enough. O(sectors²). */
static void join_smallest(Sectors *sectors, double room) {
  guint32 sector_count = sectors->network->dataset->sectors.length, smallest;
  guint32 blocks = 0, joined = 0;
  double taken = 0;
  if (room > 0)
    sectors->disc = MIN(DISC, sqrt(MOST_FOR_DISCS * room / MAX(sectors->layout->placed, 1)));
  for (guint32 s = 0; s <= sector_count; s++) {
    g_autofree char *name = name_of(sectors, s);
    taken += sectors->size[s] > 0 ? least_area(sectors, name, sectors->size[s]) : 0;
    blocks += sectors->size[s] > 0;
  }
  while ((blocks > MOST_BLOCKS || (room > 0 && taken > room)) &&
         (smallest = find_smallest(sectors)) != REFNET_NONE) {
    g_autofree char *name = name_of(sectors, smallest), *other = name_of(sectors, G_MAXUINT32);
    taken -= least_area(sectors, name, sectors->size[smallest]);
    taken -= joined > 0 ? least_area(sectors, other, joined) : 0;
    blocks -= joined > 0;
    joined += sectors->size[smallest];
    taken += least_area(sectors, other, joined);
    sectors->is_other[smallest] = TRUE;
    sectors->others++;
  }
}

/* ---- blocks ---------------------------------------------------------------------------------- */

static gint compare_sector(gconstpointer left, gconstpointer right, gpointer data) {
  const Sectors *sectors = data;
  const RefnetNetwork *network = sectors->network;
  guint32 v = *(const guint32 *)left, w = *(const guint32 *)right;
  guint32 of_v = block_sector(sectors, v), of_w = block_sector(sectors, w);
  if (of_v != of_w)
    return of_v < of_w ? -1 : 1;
  guint32 ties_v = refnet_network_degree(network, v), ties_w = refnet_network_degree(network, w);
  if (ties_v != ties_w)
    return ties_v > ties_w ? -1 : 1;
  return (v > w) - (v < w);
}

/* As large as it would like to be, and as its name needs. */
static void shape_block(const Sectors *sectors, RefnetBlock *block) {
  double wished = sqrt(block->count * CELL_HEIGHT * BLOCK_SHAPE / CELL_WIDTH);
  guint32 columns = (guint32)CLAMP(round(wished), 1, block->count);
  guint32 rows = (block->count + columns - 1) / columns;
  Need need = need_of(sectors, block->name, block->count);
  block->width = MAX(MAX(columns * CELL_WIDTH, NARROWEST), need.width / sectors->unit) + 2 * MARGIN;
  block->height = MAX(rows * CELL_HEIGHT + HEADING, need.height / sectors->unit) + 2 * MARGIN;
  block->gap = MARGIN / 4;
  block->heading = HEADING;
}

static void list_blocks(Sectors *sectors) {
  guint32 placed = sectors->layout->placed;
  memcpy(sectors->by_sector, sectors->layout->member, placed * sizeof *sectors->by_sector);
  g_qsort_with_data(sectors->by_sector, (gint)placed, sizeof *sectors->by_sector, compare_sector,
                    sectors);
  for (guint32 i = 0; i < placed; i++) {
    guint32 v = sectors->by_sector[i];
    if (i == 0 || block_sector(sectors, v) != block_sector(sectors, sectors->by_sector[i - 1]))
      sectors->blocks[sectors->block_count++] = (RefnetBlock){.first = i};
    sectors->blocks[sectors->block_count - 1].count++;
  }
  for (guint32 b = 0; b < sectors->block_count; b++) {
    guint32 sector = block_sector(sectors, sectors->by_sector[sectors->blocks[b].first]);
    sectors->blocks[b].name = name_of(sectors, sector);
  }
}

/* Shapes the blocks; returns the units² that they take. */
static double shape_blocks(Sectors *sectors) {
  double taken = 0;
  for (guint32 b = 0; b < sectors->block_count; b++) {
    shape_block(sectors, &sectors->blocks[b]);
    taken += sectors->blocks[b].width * sectors->blocks[b].height;
  }
  return taken;
}

/* All of the page, each about where it works with most. `room`: points² that it has; 0: enough. */
static void divide_page(Sectors *sectors, double room) {
  double taken = shape_blocks(sectors);
  for (int pass = 0; pass < PASSES && room > 0; pass++) {
    sectors->unit = MIN(sqrt(room / taken), UNIT);
    taken = shape_blocks(sectors);
  }
  refnet_blocks_divide(
      sectors->blocks, sectors->block_count,
      (RefnetBox){0, 0, sqrt(taken * sectors->shape), sqrt(taken / sectors->shape)});
}

/* ---- who goes where in a block --------------------------------------------------------------- */

/* Rows that fill the block, as it has become. */
static RefnetPoint cell_middle(const Sectors *sectors, guint32 b, guint32 cell) {
  const RefnetBlock *block = &sectors->blocks[b];
  double width = block->width - MARGIN, height = block->height - MARGIN - HEADING;
  double wished = sqrt(block->count * width * CELL_HEIGHT / (MAX(height, 1e-9) * CELL_WIDTH));
  guint32 columns = (guint32)CLAMP(round(wished), 1, block->count);
  guint32 rows = (block->count + columns - 1) / columns;
  return (RefnetPoint){block->middle.x - width / 2 + (cell % columns + 0.5) * width / columns,
                       block->middle.y - block->height / 2 + MARGIN / 2 + HEADING +
                           (cell / columns + 0.5) * height / rows};
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
  gsize n = layout->placed, most = (gsize)network->dataset->sectors.length + 2;
  gboolean has_page = options->width > 0 && options->height > 0;
  double width = WIDE * (has_page ? options->width : 16);
  double height = HIGH * (has_page ? options->height : 9);
  Sectors sectors = {
      .network = network, .layout = layout, .shape = width / height, .unit = UNIT, .disc = DISC};
  sectors.by_sector = layout->panel_member = g_try_malloc_n(n + 1, sizeof *sectors.by_sector);
  g_autofree guint32 *size = sectors.size = g_try_malloc0_n(most, sizeof *size);
  g_autofree gboolean *is_other = sectors.is_other = g_try_malloc0_n(most, sizeof *is_other);
  g_autofree RefnetBlock *blocks = sectors.blocks = g_try_malloc0_n(most + 1, sizeof *blocks);
  if (!sectors.by_sector || !size || !is_other || !blocks)
    return refnet_draw_no_memory(error);
  for (guint32 i = 0; i < layout->placed; i++)
    size[sector_of(network, layout->member[i])]++;
  join_smallest(&sectors, has_page ? width * height : 0);
  list_blocks(&sectors);
  gboolean done = refnet_blocks_wish(network, options->seed, sectors.by_sector, blocks,
                                     sectors.block_count, error);
  if (done) {
    divide_page(&sectors, has_page ? width * height : 0);
    fill_blocks(&sectors);
  }
  refnet_blocks_write(blocks, sectors.block_count, layout);
  layout->longest_unit = 190;
  layout->most_stretch = 1.6;
  layout->keeps_form = TRUE;
  return done;
}
