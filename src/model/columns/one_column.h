/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tables all of whose columns were read as one. */
#ifndef REFNET_MODEL_COLUMNS_ONE_COLUMN_H
#define REFNET_MODEL_COLUMNS_ONE_COLUMN_H

#include <glib.h>

G_BEGIN_DECLS

/* What to do where one column holds what should be many, by its first cell: with strokes between,
 * or as rows that a program has put into quotes as a whole. NULL: it does not. Static. */
const char *refnet_one_column_advice(const char *cell);

G_END_DECLS

#endif
