/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows that stand in two of the tables that were put together: of an export up to May, and of one
 * up to June. */
#ifndef REFNET_MODEL_LOAD_REPEATED_ROWS_H
#define REFNET_MODEL_LOAD_REPEATED_ROWS_H

#include "model/dataset/store.h"

G_BEGIN_DECLS

/* Reports tables of referrals most of whose rows an earlier one has, too, just so: they count
 * twice. As long as the cells are there. O(cells). */
void refnet_report_repeated_rows(const RefnetStore *store);

G_END_DECLS

#endif
