/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A plain list of organisations, to begin a dataset with. */
#ifndef REFNET_EXCHANGE_START_NAME_FILE_H
#define REFNET_EXCHANGE_START_NAME_FILE_H

#include "exchange/names/name_list.h"
#include <refnet/exchange.h>

G_BEGIN_DECLS

/* The names in the file at `path`: one a line, commas and all, bullets in front left out; or, in a
 * table whose first row says so, the column of names. `*repeated` are names left out because they
 * stood there before. REFNET_ERROR_IO, _INPUT: it can't be read, or names nobody. O(bytes). */
RefnetNameList *refnet_name_file_read(const char *path, guint64 *repeated, GError **error);

G_END_DECLS

#endif
