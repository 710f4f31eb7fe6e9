/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/network/measure_cells.h"

#include "present/network/roles.h"

/* All of it for programs; for people what fits a page, and the measure they sort by. */
const RefnetColumn refnet_measure_columns[] = {
    {"id", "ID", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"name", "ORGANISATION", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"label", "ORGANISATION", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"in_degree", "IN", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"out_degree", "OUT", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"degree", "TIES", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"in_strength", "RECEIVED", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"out_strength", "SENT", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"betweenness", "BETWEENNESS", REFNET_VALUE_REAL, 1, 0, NULL},
    {"betweenness_normalized", "NORMALISED", REFNET_VALUE_REAL, 3, REFNET_COLUMN_DETAIL, NULL},
    {"betweenness_error", "STANDARD ERROR", REFNET_VALUE_REAL, 1, REFNET_COLUMN_DETAIL, NULL},
    {"harmonic_closeness", "CLOSENESS", REFNET_VALUE_REAL, 3, REFNET_COLUMN_DETAIL, NULL},
    {"closeness_error", "STANDARD ERROR", REFNET_VALUE_REAL, 4, REFNET_COLUMN_DETAIL, NULL},
    {"pagerank", "PAGERANK", REFNET_VALUE_REAL, 3, REFNET_COLUMN_DETAIL, NULL},
    {"coreness", "CORE", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"clustering", "CLUSTERING", REFNET_VALUE_REAL, 3, REFNET_COLUMN_DETAIL, NULL},
    {"constraint", "CONSTRAINT", REFNET_VALUE_REAL, 3, REFNET_COLUMN_DETAIL, NULL},
    {"effective_size", "EFFECTIVE SIZE", REFNET_VALUE_REAL, 1, REFNET_COLUMN_DETAIL, NULL},
    {"reach", "REACH", REFNET_VALUE_REAL, 3, REFNET_COLUMN_DETAIL, NULL},
    {"reach_efficiency", "REACH EFFICIENCY", REFNET_VALUE_REAL, 3, REFNET_COLUMN_DETAIL, NULL},
    {"community", "COMMUNITY", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"articulation", "ONLY LINK", REFNET_VALUE_BOOLEAN, 0, REFNET_COLUMN_DETAIL, NULL},
    {"role", "ROLE", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"role_word", "ROLE", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

const gsize refnet_measure_columns_size = sizeof refnet_measure_columns;

void refnet_measure_cells(RefnetCells *cells, const RefnetMeasures *measures, guint32 vertex) {
  const RefnetOrganization *organization = refnet_network_organization(measures->network, vertex);
  const RefnetVertexMeasures *measure = &measures->vertices[vertex];
  refnet_cells_text(cells, organization->id);
  refnet_cells_text(cells, organization->name);
  refnet_cells_text(cells, refnet_organization_label(organization));
  refnet_cells_integer(cells, measure->in_degree);
  refnet_cells_integer(cells, measure->out_degree);
  refnet_cells_integer(cells, measure->degree);
  refnet_cells_integer(cells, (gint64)measure->in_strength);
  refnet_cells_integer(cells, (gint64)measure->out_strength);
  refnet_cells_real(cells, measure->betweenness);
  refnet_cells_real(cells, measure->betweenness_normalized);
  refnet_cells_real(cells, measure->betweenness_error);
  refnet_cells_real(cells, measure->harmonic_closeness);
  refnet_cells_real(cells, measure->closeness_error);
  refnet_cells_real(cells, measure->pagerank);
  refnet_cells_integer(cells, measure->coreness);
  refnet_cells_real(cells, measure->clustering);
  refnet_cells_real(cells, measure->constraint);
  refnet_cells_real(cells, measure->effective_size);
  refnet_cells_real(cells, measure->reach);
  refnet_cells_real(cells, measure->reach_efficiency);
  refnet_cells_integer(cells, measure->community);
  refnet_cells_boolean(cells, measure->articulation);
  refnet_cells_text(cells, refnet_role_key(measure->role));
  refnet_cells_text(cells, refnet_role_word(measure->role));
}
