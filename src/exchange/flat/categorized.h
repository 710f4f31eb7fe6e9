/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Organizations whose services stand in other tables: a folder with a table of organizations, one
 * of categories, and one that says who has which. */
#ifndef REFNET_EXCHANGE_FLAT_CATEGORIZED_H
#define REFNET_EXCHANGE_FLAT_CATEGORIZED_H

#include "exchange/files/grid.h"

G_BEGIN_DECLS

typedef struct {
  RefnetGrid *organizations;
  GHashTable *services; /* an organization's id → GString of its categories, for a cell of a list;
                           NULL: no tables say so */
  GPtrArray *grids;     /* all tables that were read */
} RefnetCategorized;

/* Reads the CSV files of the folder that is imported; which is which shows in their columns.
 * REFNET_ERROR_INPUT: none has a column of organizations' names. O(cells). */
RefnetCategorized *refnet_categorized_read(const RefnetImport *import, GError **error);
void refnet_categorized_free(RefnetCategorized *tables);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetCategorized, refnet_categorized_free)

G_END_DECLS

#endif
