/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What --column says of headers: "FIELD=HEADER", or "TABLE.FIELD=HEADER" of one table alone. */
#ifndef REFNET_MODEL_COLUMNS_OVERRIDES_H
#define REFNET_MODEL_COLUMNS_OVERRIDES_H

#include "model/columns/fields.h"

G_BEGIN_DECLS

/* The header that an override gives to a field of `table` ("services", or "services.csv"), inside
 * `override`; NULL: it speaks of another. */
const char *refnet_override_header(const char *override, const char *table, const char *field);

/* Is the header, folded or not, the one that is wanted? Those of signs alone, such as "#", are
 * compared as they are. */
gboolean refnet_header_is(const char *header, const char *wanted);

/* Is it the one that one of `overrides`, NULL or ended by NULL, gives to the field? O(length of
 * all). */
gboolean refnet_overrides_give(const char *const *overrides, RefnetFile file, guint field,
                               const char *header);

/* REFNET_ERROR_USAGE when one is not of the form FIELD=HEADER or names no field of a dataset. */
gboolean refnet_overrides_check(const char *const *overrides, GError **error);

/* Sets REFNET_ERROR_USAGE, that the override is of no use and `why`. FALSE, always. */
gboolean refnet_override_refuse(const char *override, const char *why, GError **error);

G_END_DECLS

#endif
