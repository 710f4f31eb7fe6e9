/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which organizations and which referral rows a view shows. */
#ifndef REFNET_MODEL_DATASET_FILTER_H
#define REFNET_MODEL_DATASET_FILTER_H

#include <refnet/model.h>

G_BEGIN_DECLS

/* What became of the organizations. */
typedef struct {
  guint8 *kept;    /* by organization; g_free */
  guint32 out;     /* do not match */
  guint32 unknown; /* of those, blank in a filtered field */
} RefnetFiltered;

/* Looks at every organization: those that match all given lists of `filter` (NULL: all) are kept.
 * REFNET_ERROR_USAGE when a value is not in the dataset. O(organizations · values wanted). */
gboolean refnet_filter_organizations(const RefnetDataset *dataset, const RefnetFilter *filter,
                                     RefnetFiltered *filtered, GError **error);

/* Which referral rows count: a set of RefnetBasis bits (0: any) and a span of dates. */
typedef struct {
  guint bases;
  RefnetDate since, until; /* UNKNOWN: open */
} RefnetRowFilter;

/* What `filter` (NULL: nothing) says of rows. REFNET_ERROR_USAGE: no such basis, or a span that
 * ends before it begins. */
gboolean refnet_filter_rows(const RefnetFilter *filter, RefnetRowFilter *rows, GError **error);
/* Whether a row counts; in a span only one with a date does. O(1). */
gboolean refnet_row_passes(const RefnetRowFilter *filter, const RefnetReferrals *referrals,
                           gsize row);

G_END_DECLS

#endif
