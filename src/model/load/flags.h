/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sheets with a column for each service and yes or no below it. */
#ifndef REFNET_MODEL_LOAD_FLAGS_H
#define REFNET_MODEL_LOAD_FLAGS_H

#include "model/load/loader.h"

G_BEGIN_DECLS

/* Finds the columns that the option service_columns names, which then are no fields, and makes each
 * a known service. REFNET_ERROR_USAGE when the option cannot be read or names no such columns. */
gboolean refnet_flags_find(RefnetLoader *loader, RefnetSheet *sheet, GError **error);
gboolean refnet_flags_have(const RefnetFlags *flags, guint column);
/* The services of the row being read, flagged or listed, as the text of a list cell that lasts as
 * long as the dataset is being loaded; NULL: none. */
const char *refnet_flags_services(RefnetReading *reading);

G_END_DECLS

#endif
