/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A grid of lists. */
#include "draw/labels/occupancy.h"

#include <math.h>

#define MOST_CELLS 400 /* along a side */
/* Points to either side of a line, so that rounding loses no cell it touches. */
#define LINE_SLACK 0.5
#define WORD 64

struct RefnetOccupancy {
  RefnetBox area;
  guint32 columns, rows;
  GArray **cells; /* guint32; NULL: nothing there */
  GArray *found;  /* guint64: a bit for each item, all 0 but while they are listed */
};

typedef struct {
  guint32 left, right, top, bottom; /* both ends included */
} Cells;

RefnetOccupancy *refnet_occupancy_new(RefnetBox area, double cell) {
  RefnetOccupancy *occupancy = g_new0(RefnetOccupancy, 1);
  occupancy->area = area;
  occupancy->columns = (guint32)CLAMP(ceil(area.width / cell), 1, MOST_CELLS);
  occupancy->rows = (guint32)CLAMP(ceil(area.height / cell), 1, MOST_CELLS);
  occupancy->cells = g_new0(GArray *, (gsize)occupancy->columns * occupancy->rows);
  occupancy->found = g_array_new(FALSE, TRUE, sizeof(guint64));
  return occupancy;
}

void refnet_occupancy_free(RefnetOccupancy *occupancy) {
  if (!occupancy)
    return;
  for (guint32 i = 0; i < occupancy->columns * occupancy->rows; i++)
    if (occupancy->cells[i])
      g_array_unref(occupancy->cells[i]);
  g_free(occupancy->cells);
  g_array_unref(occupancy->found);
  g_free(occupancy);
}

static guint32 cell_at(double offset, double length, guint32 cells) {
  return (guint32)CLAMP(floor(offset / MAX(length, 1e-9) * cells), 0, cells - 1);
}

static Cells cells_of(const RefnetOccupancy *occupancy, RefnetBox box) {
  RefnetBox area = occupancy->area;
  double x = box.x - area.x, y = box.y - area.y;
  return (Cells){cell_at(x, area.width, occupancy->columns),
                 cell_at(x + box.width, area.width, occupancy->columns),
                 cell_at(y, area.height, occupancy->rows),
                 cell_at(y + box.height, area.height, occupancy->rows)};
}

static void add_to_cells(RefnetOccupancy *occupancy, Cells covered, guint32 item) {
  if (item / WORD >= occupancy->found->len)
    g_array_set_size(occupancy->found, item / WORD + 1);
  for (guint32 row = covered.top; row <= covered.bottom; row++)
    for (guint32 column = covered.left; column <= covered.right; column++) {
      GArray **cell = &occupancy->cells[row * occupancy->columns + column];
      if (!*cell)
        *cell = g_array_new(FALSE, FALSE, sizeof(guint32));
      g_array_append_val(*cell, item);
    }
}

void refnet_occupancy_add(RefnetOccupancy *occupancy, RefnetBox box, guint32 item) {
  add_to_cells(occupancy, cells_of(occupancy, box), item);
}

/* Row by row, the cells between where the line comes in and where it leaves. */
void refnet_occupancy_add_line(RefnetOccupancy *occupancy, RefnetPoint from, RefnetPoint to,
                               guint32 item) {
  RefnetBox box = {MIN(from.x, to.x), MIN(from.y, to.y), fabs(to.x - from.x), fabs(to.y - from.y)};
  Cells all = cells_of(occupancy, box);
  double height = occupancy->area.height / occupancy->rows;
  for (guint32 row = all.top; row <= all.bottom; row++) {
    double above = occupancy->area.y + row * height;
    double top = row == all.top ? box.y : above;
    double bottom = row == all.bottom ? box.y + box.height : above + height;
    double share = to.y != from.y ? (top - from.y) / (to.y - from.y) : 0;
    double other = to.y != from.y ? (bottom - from.y) / (to.y - from.y) : 1;
    double enter = from.x + share * (to.x - from.x), leave = from.x + other * (to.x - from.x);
    Cells part = cells_of(occupancy, (RefnetBox){MIN(enter, leave) - LINE_SLACK, box.y,
                                                 fabs(leave - enter) + 2 * LINE_SLACK, 0});
    part.top = part.bottom = row;
    add_to_cells(occupancy, part, item);
  }
}

void refnet_occupancy_clear(RefnetOccupancy *occupancy) {
  for (guint32 i = 0; i < occupancy->columns * occupancy->rows; i++)
    if (occupancy->cells[i])
      g_array_set_size(occupancy->cells[i], 0);
}

gboolean refnet_occupancy_any(const RefnetOccupancy *occupancy, RefnetBox box, RefnetMeets meets,
                              gconstpointer data) {
  Cells covered = cells_of(occupancy, box);
  for (guint32 row = covered.top; row <= covered.bottom; row++)
    for (guint32 column = covered.left; column <= covered.right; column++) {
      const GArray *cell = occupancy->cells[row * occupancy->columns + column];
      for (guint i = 0; cell && i < cell->len; i++)
        if (meets(g_array_index(cell, guint32, i), data))
          return TRUE;
    }
  return FALSE;
}

void refnet_occupancy_list(RefnetOccupancy *occupancy, RefnetBox box, GArray *items) {
  Cells covered = cells_of(occupancy, box);
  guint64 *found = (guint64 *)(gpointer)occupancy->found->data;
  for (guint32 row = covered.top; row <= covered.bottom; row++)
    for (guint32 column = covered.left; column <= covered.right; column++) {
      const GArray *cell = occupancy->cells[row * occupancy->columns + column];
      for (guint i = 0; cell && i < cell->len; i++) {
        guint32 item = g_array_index(cell, guint32, i);
        found[item / WORD] |= (guint64)1 << item % WORD;
      }
    }
  g_array_set_size(items, 0);
  for (guint i = 0; i < occupancy->found->len; i++)
    for (; found[i]; found[i] &= found[i] - 1) {
      guint32 item = i * WORD + (guint32)__builtin_ctzll(found[i]);
      g_array_append_val(items, item);
    }
}
