/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A plain list of organisations, to begin a dataset with. */
#ifndef REFNET_EXCHANGE_START_NAME_FILE_H
#define REFNET_EXCHANGE_START_NAME_FILE_H

#include "exchange/names/name_list.h"
#include <refnet/exchange.h>

G_BEGIN_DECLS

/* Lines and rows that gave no name. */
typedef struct {
  guint64 repeated;   /* of names that stood there before */
  guint64 unnamed;    /* "N/A" and the like, and totals */
  guint64 unreadable; /* broken rows of a table … */
  guint64 first_line; /* … and the line of the first */
} RefnetNamesLeftOut;

/* The names in the file at `path`: one a line, commas and all, bullets in front left out; or, in a
 * table whose first row says so, the column of names. REFNET_ERROR_IO, _INPUT: it can't be read, or
 * names nobody. O(bytes). */
RefnetNameList *refnet_name_file_read(const char *path, RefnetNamesLeftOut *left_out,
                                      GError **error);

G_END_DECLS

#endif
