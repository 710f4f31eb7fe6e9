/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Overlap removal by pushing, with a grid that finds who is near. */
#include "draw/overlap.h"

#include <math.h>
#include <string.h>

#define ROUNDS 400

RefnetBox refnet_footprint_at(RefnetFootprint footprint, RefnetPoint middle) {
  return (RefnetBox){middle.x - footprint.left, middle.y - footprint.up,
                     footprint.left + footprint.right, footprint.up + footprint.down};
}

/* Cells somewhat larger than most footprints; a footprint is listed in every cell it covers. */
typedef struct {
  RefnetBox area;
  double cell_width, cell_height;
  guint32 columns, rows;
  guint32 *first;   /* start of each cell in members, columns · rows + 1 */
  GArray *members;  /* guint32 */
} Grid;

/* The cells a box covers, both ends included. */
typedef struct {
  guint32 left, right, top, bottom;
} Cells;

static void clear_grid(Grid *grid) {
  g_free(grid->first);
  g_array_unref(grid->members);
}

static gboolean make_grid(Grid *grid, const guint32 *vertices, guint32 count,
                          const RefnetFootprint *footprints, RefnetBox area) {
  double width = 1, height = 1;
  for (guint32 i = 0; i < count; i++) {
    RefnetBox box = refnet_footprint_at(footprints[vertices[i]], (RefnetPoint){0, 0});
    width += 1.5 * box.width / count;
    height += 1.5 * box.height / count;
  }
  *grid = (Grid){.area = area, .cell_width = width, .cell_height = height};
  grid->columns = (guint32)CLAMP(ceil(area.width / width), 1, 1000);
  grid->rows = (guint32)CLAMP(ceil(area.height / height), 1, 1000);
  grid->first = g_try_malloc0_n((gsize)grid->columns * grid->rows + 1, sizeof *grid->first);
  grid->members = g_array_new(FALSE, FALSE, sizeof(guint32));
  return grid->first != NULL;
}

static guint32 cell_index(double offset, double size, guint32 cells) {
  return (guint32)CLAMP(floor(offset / size), 0, cells - 1);
}

static Cells cells_of(const Grid *grid, RefnetBox box) {
  double x = box.x - grid->area.x, y = box.y - grid->area.y;
  return (Cells){cell_index(x, grid->cell_width, grid->columns),
                 cell_index(x + box.width, grid->cell_width, grid->columns),
                 cell_index(y, grid->cell_height, grid->rows),
                 cell_index(y + box.height, grid->cell_height, grid->rows)};
}

static RefnetPoint box_middle(RefnetBox box) {
  return (RefnetPoint){box.x + box.width / 2, box.y + box.height / 2};
}

/* Counting sort of the footprints by cell. */
static void fill_grid(Grid *grid, const guint32 *vertices, guint32 count,
                      const RefnetFootprint *footprints, const RefnetPoint *positions) {
  guint32 cells = grid->columns * grid->rows;
  memset(grid->first, 0, ((gsize)cells + 1) * sizeof *grid->first);
  for (int pass = 0; pass < 2; pass++) {
    for (guint32 i = count; i-- > 0;) {
      guint32 v = vertices[i];
      Cells covered = cells_of(grid, refnet_footprint_at(footprints[v], positions[v]));
      for (guint32 row = covered.top; row <= covered.bottom; row++)
        for (guint32 column = covered.left; column <= covered.right; column++) {
          guint32 *first = &grid->first[row * grid->columns + column];
          if (pass == 0)
            (*first)++;
          else
            g_array_index(grid->members, guint32, --*first) = v;
        }
    }
    if (pass > 0)
      continue;
    for (guint32 cell = 1; cell <= cells; cell++)
      grid->first[cell] += grid->first[cell - 1];
    g_array_set_size(grid->members, grid->first[cells]);
  }
}

static void keep_inside(RefnetFootprint footprint, RefnetBox area, RefnetPoint *at) {
  double left = area.x + footprint.left, right = area.x + area.width - footprint.right;
  double top = area.y + footprint.up, bottom = area.y + area.height - footprint.down;
  at->x = left <= right ? CLAMP(at->x, left, right) : (left + right) / 2;
  at->y = top <= bottom ? CLAMP(at->y, top, bottom) : (top + bottom) / 2;
}

/* Moves both along the shorter side of the overlap, the smaller one farther: hubs keep their places, and
 * what is around them makes room. TRUE when they overlapped. */
static gboolean push(const RefnetFootprint *footprints, guint32 v, guint32 w,
                     RefnetPoint *positions) {
  RefnetBox a = refnet_footprint_at(footprints[v], positions[v]);
  RefnetBox b = refnet_footprint_at(footprints[w], positions[w]);
  RefnetPoint from = box_middle(a), to = box_middle(b);
  double dx = to.x - from.x, dy = to.y - from.y;
  double x = (a.width + b.width) / 2 - fabs(dx), y = (a.height + b.height) / 2 - fabs(dy);
  if (x <= 1e-6 || y <= 1e-6)
    return FALSE;
  /* The order of the vertices tells two apart that lie on one point. */
  double step = MIN(x, y) + 0.1, weight_a = a.width * a.height, weight_b = b.width * b.height;
  double share = weight_b / (weight_a + weight_b);
  if (x < y) {
    step = dx < 0 || (dx == 0 && v > w) ? -step : step;
    positions[v].x -= step * share;
    positions[w].x += step * (1 - share);
  } else {
    step = dy < 0 || (dy == 0 && v > w) ? -step : step;
    positions[v].y -= step * share;
    positions[w].y += step * (1 - share);
  }
  return TRUE;
}

static gboolean push_from(const Grid *grid, const RefnetFootprint *footprints, guint32 v,
                          RefnetPoint *positions) {
  Cells covered = cells_of(grid, refnet_footprint_at(footprints[v], positions[v]));
  gboolean pushed = FALSE;
  for (guint32 row = covered.top; row <= covered.bottom; row++)
    for (guint32 column = covered.left; column <= covered.right; column++) {
      guint32 cell = row * grid->columns + column;
      for (guint32 i = grid->first[cell]; i < grid->first[cell + 1]; i++) {
        guint32 w = g_array_index(grid->members, guint32, i);
        if (w != v)
          pushed |= push(footprints, v, w, positions);
      }
    }
  return pushed;
}

gboolean refnet_overlap_remove(const guint32 *vertices, guint32 count,
                               const RefnetFootprint *footprints, RefnetBox area,
                               RefnetPoint *positions) {
  Grid grid;
  gboolean have_memory = make_grid(&grid, vertices, count, footprints, area);
  gboolean pushed = TRUE;
  for (guint i = 0; have_memory && i < count; i++)
    keep_inside(footprints[vertices[i]], area, &positions[vertices[i]]);
  for (int round = 0; have_memory && pushed && round < ROUNDS; round++) {
    pushed = FALSE;
    fill_grid(&grid, vertices, count, footprints, positions);
    for (guint32 i = 0; i < count; i++)
      pushed |= push_from(&grid, footprints, vertices[i], positions);
    for (guint32 i = 0; i < count; i++)
      keep_inside(footprints[vertices[i]], area, &positions[vertices[i]]);
  }
  clear_grid(&grid);
  return have_memory;
}
