/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Files of a folder whose rows belong to one table: a log a year. */
#ifndef REFNET_MODEL_LOAD_JOINED_FILES_H
#define REFNET_MODEL_LOAD_JOINED_FILES_H

#include "model/columns/recognize.h"
#include "model/load/loader.h"

G_BEGIN_DECLS

/* Whether the guesses (RefnetTableGuess *), all told to be `file`, have the same headers in the
 * same order. O(cells of the headers). */
gboolean refnet_have_one_header(const GPtrArray *guesses, RefnetFile file);

/* Makes the sheet of `file` that of the guesses' tables, which are called `names`, in the same
 * order, in the folder; they are read when it is. REFNET_ERROR_INTERNAL: memory ran out. */
gboolean refnet_join_files(RefnetStore *store, RefnetFile file, const GPtrArray *guesses,
                           const char *folder, const GPtrArray *names, GError **error);

/* Reads the files of such a sheet, one below the other, into its grid, and says what is wrong with
 * their rows; of other sheets nothing happens. As refnet_table_read. Memory: that of the cells. */
gboolean refnet_read_joined_files(RefnetLoader *loader, RefnetSheet *sheet, GError **error);

G_END_DECLS

#endif
