/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The measures of one organization as cells: for the table of measures and for exports. */
#ifndef REFNET_PRESENT_NETWORK_MEASURE_CELLS_H
#define REFNET_PRESENT_NETWORK_MEASURE_CELLS_H

#include "present/description/cells.h"
#include <refnet/analysis.h>

/* id, name, label, then the measures; ended by key NULL. */
extern const RefnetColumn refnet_measure_columns[];
extern const gsize refnet_measure_columns_size; /* in bytes */
enum { REFNET_MEASURE_COLUMNS_FIRST = 3 };      /* the first that is a measure */

/* Fills a row of them. */
void refnet_measure_cells(RefnetCells *cells, const RefnetMeasures *measures, guint32 vertex);

#endif
