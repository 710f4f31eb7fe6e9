/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows of needs.csv by service and area. */
#ifndef REFNET_ANALYSIS_SUPPLY_DEMAND_H
#define REFNET_ANALYSIS_SUPPLY_DEMAND_H

#include "analysis/supply/choice.h"

G_BEGIN_DECLS

typedef struct {
  const RefnetDataset *dataset;
  guint32 *rows;  /* of needs, by service, then area */
  guint32 *start; /* by service: rows[start[s]] … rows[start[s+1] − 1] */
} RefnetDemand;

/* O(rows log rows); NULL with REFNET_ERROR_INTERNAL when memory ran out. */
RefnetDemand *refnet_demand_new(const RefnetDataset *dataset, GError **error);
void refnet_demand_free(RefnetDemand *demand);

/* Rows of needs.csv about one service in one area, taken together. */
typedef struct {
  guint32 population; /* the only one they name, or REFNET_NONE */
  double people;      /* a year; NaN: blank, or no row */
  gboolean partial;   /* some row is blank: there may be more */
  gboolean chosen;    /* some row counts under the chosen populations */
} RefnetCellDemand;

/* Rows first … last − 1 of `demand->rows`. One without a population is the total; without such a
 * row the others add up to it, and where it is blank they are a part of it. Blank figures add
 * nothing; a cell of blanks, or of blanks and zeros, has an unknown demand. Where populations were
 * chosen (not NULL), only their rows count; a total says nothing about them but that their demand
 * is unknown. O(rows). */
RefnetCellDemand refnet_demand_add_up(const RefnetDemand *demand, guint32 first, guint32 last,
                                      const RefnetChoice *populations);

/* All rows about the service in the area, by the same rule. O(log rows + rows of the cell). */
RefnetCellDemand refnet_demand_in(const RefnetDemand *demand, guint32 area, guint32 service);

/* What the populations that are in both lists need of the service in the area; an empty list says
 * nothing. Where rows name them all, these rows; else the total, where there is one. Where other
 * rows name populations and no total is known, those who are named are a part of them. `population`
 * and `chosen` are those of all rows. O(log rows + rows of the cell · length of the lists). */
RefnetCellDemand refnet_demand_of(const RefnetDemand *demand, guint32 area, guint32 service,
                                  RefnetIndexList a, RefnetIndexList b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetDemand, refnet_demand_free)

G_END_DECLS

#endif
