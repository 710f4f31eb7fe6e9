/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One way to write what cells say in many. */
#ifndef REFNET_MODEL_CHECK_FIX_CELLS_H
#define REFNET_MODEL_CHECK_FIX_CELLS_H

#include "model/dataset/store.h"

G_BEGIN_DECLS

/* The cell of `field`, in `sheet`, as refnet would write it, when that is certain and differs from
 * `text`; else NULL. Caller frees. */
char *refnet_fix_cell(const RefnetStore *store, const RefnetSheet *sheet, const RefnetField *field,
                      const char *text);
/* What such a correction did, e.g. "date written as YYYY-MM-DD"; static. */
const char *refnet_fix_reason(const RefnetField *field);

G_END_DECLS

#endif
