/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is said of the tables of a folder: as what they are read, or why they are not. */
#ifndef REFNET_MODEL_LOAD_FOLDER_TOLD_H
#define REFNET_MODEL_LOAD_FOLDER_TOLD_H

#include "model/columns/recognize.h"
#include "model/load/folder_table.h"
#include "model/load/loader.h"

G_BEGIN_DECLS

/* That the table is read; `with`: a file of the same columns that it is read together with, or
 * NULL. */
void refnet_folder_tell_taken(RefnetStore *store, const RefnetTableGuess *guess, const char *with);

/* That the table at `place` is not read, beside files of the right names; `tables`
 * (RefnetFolderTable *) and `guesses` (RefnetTableGuess) are all there are. O(tables²). */
void refnet_folder_tell_left(RefnetStore *store, const GPtrArray *tables, const GArray *guesses,
                             guint place);

/* That it is not read, for it is a copy of the file `copied`. */
void refnet_folder_tell_copy(RefnetStore *store, const RefnetTableGuess *guess, const char *copied);

/* That it is not read, where files were told by what is in them. */
void refnet_folder_tell_not_taken(RefnetStore *store, const RefnetTableGuess *guess);

G_END_DECLS

#endif
