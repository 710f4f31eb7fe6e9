/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The files of a dataset in a folder: by their names, else by what is in them. */
#ifndef REFNET_MODEL_LOAD_FOLDER_H
#define REFNET_MODEL_LOAD_FOLDER_H

#include "model/load/loader.h"

G_BEGIN_DECLS

/* Finds the files of a dataset in the folder `path`, whatever the case of their names. Where there
 * is no organizations.csv, other tables are taken for what their names and headers say, as the
 * sheets of a workbook are, and that is reported; so are tables that are not read. FALSE: the
 * folder can't be listed (REFNET_ERROR_IO), or isn't there, holds no organizations, or two tables
 * that could be one file and can't be joined (REFNET_ERROR_INPUT). */
gboolean refnet_use_folder(RefnetLoader *loader, const char *path, GError **error);

G_END_DECLS

#endif
