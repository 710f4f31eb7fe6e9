/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Overlap removal by pushing, with a grid that finds who is near. */
#include "draw/layout/overlap.h"

#include <math.h>
#include <string.h>

/* Pushing everything apart once is a round; crowds get fewer. */
#define MOST_ROUNDS 400
#define FEWEST_ROUNDS 60
#define PUSHES 2e6
/* Up to so many, what still overlaps then is given a place one by one. */
#define SEARCH_LIMIT 1000
#define RING_STEP 6.0
#define RING_PLACES 24

RefnetBox refnet_footprint_at(RefnetFootprint footprint, RefnetPoint middle) {
  return (RefnetBox){middle.x - footprint.left, middle.y - footprint.up,
                     footprint.left + footprint.right, footprint.up + footprint.down};
}

/* Cells somewhat larger than most footprints; a footprint is listed in every cell it covers. */
typedef struct {
  RefnetBox area;
  double cell_width, cell_height;
  guint32 columns, rows;
  guint32 *first;        /* start of each cell in members, columns · rows + 1 */
  GArray *members;       /* guint32 */
  const gboolean *fixed; /* by vertex; NULL: none is */
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

/* How deep the footprints lie in each other, both sides; not positive: they don't overlap. */
static RefnetPoint overlap_of(RefnetBox a, RefnetBox b) {
  RefnetPoint from = box_middle(a), to = box_middle(b);
  return (RefnetPoint){(a.width + b.width) / 2 - fabs(to.x - from.x),
                       (a.height + b.height) / 2 - fabs(to.y - from.y)};
}

static gboolean is_fixed(const gboolean *fixed, guint32 v) {
  return fixed && fixed[v];
}

/* Moves v and w apart along x, or along y, as far as the area lets them. The smaller one goes
 * farther: hubs keep their places, and what is around them makes room. Fixed ones don't move. */
static void move_apart(const Grid *grid, const RefnetFootprint *footprints, guint32 v, guint32 w,
                       gboolean along_x, RefnetPoint *positions) {
  RefnetBox a = refnet_footprint_at(footprints[v], positions[v]);
  RefnetBox b = refnet_footprint_at(footprints[w], positions[w]);
  RefnetPoint from = box_middle(a), to = box_middle(b), overlap = overlap_of(a, b);
  double apart = along_x ? to.x - from.x : to.y - from.y;
  double step = (along_x ? overlap.x : overlap.y) + 0.1;
  double share = is_fixed(grid->fixed, v) ? 0
                 : is_fixed(grid->fixed, w)
                     ? 1
                     : b.width * b.height / (a.width * a.height + b.width * b.height);
  /* The order of the vertices tells two apart that lie on one point. */
  if (apart < 0 || (apart == 0 && v > w))
    step = -step;
  *(along_x ? &positions[v].x : &positions[v].y) -= step * share;
  *(along_x ? &positions[w].x : &positions[w].y) += step * (1 - share);
  if (share > 0)
    keep_inside(footprints[v], grid->area, &positions[v]);
  if (share < 1)
    keep_inside(footprints[w], grid->area, &positions[w]);
}

/* Pushes along the shorter side of the overlap and, where the rim of the area stands against that,
 * along the other. TRUE when they overlapped. */
static gboolean push(const Grid *grid, const RefnetFootprint *footprints, guint32 v, guint32 w,
                     RefnetPoint *positions) {
  gboolean pushed = FALSE;
  gboolean along_x = FALSE;
  for (int attempt = 0; attempt < 3; attempt++) {
    RefnetPoint overlap = overlap_of(refnet_footprint_at(footprints[v], positions[v]),
                                     refnet_footprint_at(footprints[w], positions[w]));
    if (overlap.x <= 1e-6 || overlap.y <= 1e-6)
      return pushed;
    /* The second attempt goes the same way: the one that could not move leaves the rest to the
     * other. */
    along_x = attempt == 0 ? overlap.x < overlap.y : attempt == 1 ? along_x : !along_x;
    move_apart(grid, footprints, v, w, along_x, positions);
    pushed = TRUE;
  }
  return pushed;
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
        if (w != v && !(is_fixed(grid->fixed, v) && is_fixed(grid->fixed, w)))
          pushed |= push(grid, footprints, v, w, positions);
      }
    }
  return pushed;
}

/* ---- where pushing got stuck ----------------------------------------------------------------- */

typedef struct {
  const guint32 *vertices;
  guint32 count;
  const RefnetFootprint *footprints;
  const gboolean *fixed;
  RefnetBox area;
  RefnetPoint *positions;
} Crowd;

/* A vertex whose footprint meets that of v, were v at `at`; REFNET_NONE when there is none. */
static guint32 who_overlaps(const Crowd *crowd, guint32 v, RefnetPoint at) {
  RefnetBox box = refnet_footprint_at(crowd->footprints[v], at);
  for (guint32 i = 0; i < crowd->count; i++) {
    guint32 w = crowd->vertices[i];
    RefnetPoint overlap =
        overlap_of(box, refnet_footprint_at(crowd->footprints[w], crowd->positions[w]));
    if (w != v && overlap.x > 1e-6 && overlap.y > 1e-6 &&
        !(is_fixed(crowd->fixed, v) && is_fixed(crowd->fixed, w)))
      return w;
  }
  return REFNET_NONE;
}

/* Moves v to the nearest free place, looked for in rings; FALSE when there is none. */
static gboolean move_to_free(Crowd *crowd, guint32 v) {
  RefnetPoint from = crowd->positions[v];
  double farthest = hypot(crowd->area.width, crowd->area.height);
  for (double distance = RING_STEP; distance < farthest; distance += RING_STEP)
    for (int step = 0; step < RING_PLACES; step++) {
      double angle = 2 * G_PI * step / RING_PLACES;
      RefnetPoint at = {from.x + distance * cos(angle), from.y + distance * sin(angle)};
      keep_inside(crowd->footprints[v], crowd->area, &at);
      if (who_overlaps(crowd, v, at) == REFNET_NONE) {
        crowd->positions[v] = at;
        return TRUE;
      }
    }
  return FALSE;
}

static double size_of(RefnetFootprint footprint) {
  return (footprint.left + footprint.right) * (footprint.up + footprint.down);
}

static gboolean gives_way(const Crowd *crowd, guint32 v, guint32 w) {
  if (crowd->fixed && crowd->fixed[v] != crowd->fixed[w])
    return crowd->fixed[w];
  return size_of(crowd->footprints[v]) < size_of(crowd->footprints[w]);
}

/* Of two that still overlap, the smaller one moves to where there is room. */
static void find_room(Crowd *crowd) {
  gboolean room = TRUE;
  for (guint32 i = 0; i < crowd->count && room; i++) {
    guint32 v = crowd->vertices[i], w;
    while (room && (w = who_overlaps(crowd, v, crowd->positions[v])) != REFNET_NONE)
      room = move_to_free(crowd, gives_way(crowd, v, w) ? v : w);
  }
}

gboolean refnet_overlap_remove(const guint32 *vertices, guint32 count,
                               const RefnetFootprint *footprints, const gboolean *fixed,
                               RefnetBox area, RefnetPoint *positions) {
  Grid grid;
  gboolean have_memory = make_grid(&grid, vertices, count, footprints, area);
  grid.fixed = fixed;
  gboolean pushed = TRUE;
  int rounds = (int)CLAMP(PUSHES / MAX(count, 1), FEWEST_ROUNDS, MOST_ROUNDS);
  for (guint32 i = 0; have_memory && i < count; i++)
    if (!is_fixed(fixed, vertices[i]))
      keep_inside(footprints[vertices[i]], area, &positions[vertices[i]]);
  for (int round = 0; have_memory && pushed && round < rounds; round++) {
    pushed = FALSE;
    fill_grid(&grid, vertices, count, footprints, positions);
    for (guint32 i = 0; i < count; i++)
      pushed |= push_from(&grid, footprints, vertices[i], positions);
  }
  Crowd crowd = {vertices, count, footprints, fixed, area, positions};
  if (have_memory && pushed && count <= SEARCH_LIMIT)
    find_room(&crowd);
  clear_grid(&grid);
  return have_memory;
}
