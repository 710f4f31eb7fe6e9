/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One file of a dataset written anew as a merge plan says. */
#ifndef REFNET_MODEL_MERGE_REWRITE_H
#define REFNET_MODEL_MERGE_REWRITE_H

#include "model/merge/plan.h"
#include "table/splice.h"

G_BEGIN_DECLS

/* Makes the changes of one sheet in `splicer`, adds what was done to `entries` (RefnetLogEntry) and
 * counts it. O(bytes of the file). */
gboolean refnet_merge_rewrite(const RefnetMergePlan *plan, const RefnetSheet *sheet,
                              RefnetSplicer *splicer, GArray *entries, RefnetMergeCount *count,
                              GError **error);

G_END_DECLS

#endif
