/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/description/units.h"

static gboolean is_distance(const RefnetColumn *column) {
  return (column->flags & REFNET_COLUMN_DISTANCE) != 0;
}

RefnetColumn *refnet_columns_in_units(const RefnetColumn *columns, RefnetUnits units) {
  guint count = 0, distances = 0;
  for (; columns[count].key; count++)
    distances += is_distance(&columns[count]);
  if (units == REFNET_UNITS_KM || distances == 0)
    return NULL;
  RefnetColumn *copy = g_memdup2(columns, (count + 1) * sizeof *columns);
  for (guint i = 0; i < count; i++)
    if (is_distance(&copy[i]))
      copy[i].heading = "MILES";
  return copy;
}

void refnet_cells_in_units(RefnetCells *cells, RefnetUnits units) {
  for (guint i = 0; cells->columns[i].key; i++)
    if (is_distance(&cells->columns[i]) && !cells->values[i].is_null)
      cells->values[i].real = refnet_distance_from_km(cells->values[i].real, units);
}
