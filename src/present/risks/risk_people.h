/* SPDX-License-Identifier: GPL-2.0-or-later */
/* People whose relationships nobody else holds, and cells of such lists. */
#ifndef REFNET_PRESENT_RISKS_RISK_PEOPLE_H
#define REFNET_PRESENT_RISKS_RISK_PEOPLE_H

#include "present/description/description.h"

G_BEGIN_DECLS

/* "from" and "to"; "area" and "service" of nested rows that refnet_risk_fill_cells fills. */
extern const RefnetColumn refnet_risk_pair_columns[], refnet_risk_cell_columns[];
void refnet_risk_fill_cells(RefnetCells *cells, const RefnetDataset *dataset,
                            const RefnetCell *places, guint32 count);
/* NULL-terminated, g_strfreev. */
char **refnet_risk_vertex_ids(const RefnetNetwork *network, RefnetIndexList vertices);
/* The ids; `count` says more than the list where that would be too long (null), or was not looked
 * for. */
void refnet_risk_fill_cut_off(RefnetCells *cells, const RefnetNetwork *network,
                              RefnetIndexList cut_off, guint32 count);

/* Adds the list of people, those who hold most alone first. The description is of these risks. */
void refnet_risk_add_people(RefnetDescription *description, const RefnetRisks *risks,
                            const char *key, const char *heading);

G_END_DECLS

#endif
