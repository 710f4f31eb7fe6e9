/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where the sheets of a dataset come from: single files, tables of a workbook. A folder: folder.h.
 */
#ifndef REFNET_MODEL_LOAD_SOURCES_H
#define REFNET_MODEL_LOAD_SOURCES_H

#include "model/load/loader.h"

G_BEGIN_DECLS

/* Each file stands for one sheet. REFNET_ERROR_USAGE when there are neither organizations nor
 * referrals among them; the same holds below. */
gboolean refnet_use_files(RefnetStore *store, const RefnetFiles *files, GError **error);
/* `count` tables, of which the first for a sheet counts; their grids are referenced. */
gboolean refnet_use_sheets(RefnetStore *store, const RefnetSheetTable *tables, gsize count,
                           GError **error);

G_END_DECLS

#endif
