/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Distances in the units that people chose, in tables; those for programs stay in km. */
#ifndef REFNET_PRESENT_DESCRIPTION_UNITS_H
#define REFNET_PRESENT_DESCRIPTION_UNITS_H

#include "present/description/cells.h"

/* The columns with `units` above those of distances; NULL: they are right as they stand. Caller
 * frees. */
RefnetColumn *refnet_columns_in_units(const RefnetColumn *columns, RefnetUnits units);
/* Turns the row's distances, in km, into `units`. */
void refnet_cells_in_units(RefnetCells *cells, RefnetUnits units);

#endif
