/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Columns that refnet itself computed: read back, they would stand beside the new figures. */
#ifndef REFNET_EXCHANGE_NAMES_MEASURED_COLUMNS_H
#define REFNET_EXCHANGE_NAMES_MEASURED_COLUMNS_H

#include <glib.h>

G_BEGIN_DECLS

/* Is it the key of a measure, or the number of contacts? */
gboolean refnet_column_is_measure(const char *key);
/* Do the columns (NULL-terminated) come from an export of refnet's, with all its measures? One
 * alone ("community", "role") may be somebody's own. */
gboolean refnet_columns_are_measured(const char *const *keys);

G_END_DECLS

#endif
