/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A grid of lists. */
#include "draw/labels/occupancy.h"

#include <math.h>

#define MOST_CELLS 400 /* along a side */

struct RefnetOccupancy {
  RefnetBox area;
  guint32 columns, rows;
  GArray **cells; /* guint32; NULL: nothing there */
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
  return occupancy;
}

void refnet_occupancy_free(RefnetOccupancy *occupancy) {
  if (!occupancy)
    return;
  for (guint32 i = 0; i < occupancy->columns * occupancy->rows; i++)
    if (occupancy->cells[i])
      g_array_unref(occupancy->cells[i]);
  g_free(occupancy->cells);
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

void refnet_occupancy_add(RefnetOccupancy *occupancy, RefnetBox box, guint32 item) {
  Cells covered = cells_of(occupancy, box);
  for (guint32 row = covered.top; row <= covered.bottom; row++)
    for (guint32 column = covered.left; column <= covered.right; column++) {
      GArray **cell = &occupancy->cells[row * occupancy->columns + column];
      if (!*cell)
        *cell = g_array_new(FALSE, FALSE, sizeof(guint32));
      g_array_append_val(*cell, item);
    }
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
