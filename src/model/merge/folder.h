/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The files of a folder that a merge, or undoing one, takes along unchanged. */
#ifndef REFNET_MODEL_MERGE_FOLDER_H
#define REFNET_MODEL_MERGE_FOLDER_H

#include <refnet/model.h>

G_BEGIN_DECLS

/* The names of the regular files in the folder, bytewise; g_strfreev. REFNET_ERROR_INPUT: there is
 * no such folder. */
char **refnet_folder_files(const char *folder, GError **error);

/* Copies a file byte for byte to where `path` puts the name `as`. */
gboolean refnet_folder_copy(const char *folder, const char *name, const char *as,
                            RefnetPathFunc path, gpointer data, GError **error);

/* The log of a merge makes room for that of the next: "log.csv" becomes "log-before.csv", and that
 * "log-before-before.csv". NULL: the name is no log's. Caller frees. */
char *refnet_log_name_later(const char *name);
/* The other way round; NULL also for "log.csv" itself. Caller frees. */
char *refnet_log_name_earlier(const char *name);

G_END_DECLS

#endif
