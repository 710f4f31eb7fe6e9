/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A folder that appears whole or not at all: written as PATH.tmp, renamed at the end. */
#ifndef REFNET_CLI_FILES_FOLDER_H
#define REFNET_CLI_FILES_FOLDER_H

#include <refnet/base.h>

typedef struct Folder Folder;

/* REFNET_ERROR_USAGE when there is a file at `path`, or a folder that is not empty and not `force`;
 * REFNET_ERROR_IO when it cannot be made. */
Folder *refnet_cli_folder_open(const char *path, gboolean force, GError **error);
/* The path to write the file `name` to; caller frees. */
char *refnet_cli_folder_file(const Folder *folder, const char *name);
/* Puts everything in its place. Where the folder was not empty, files of other names stay. */
gboolean refnet_cli_folder_commit(Folder *folder, GError **error);
/* Frees; what was not committed is removed. */
void refnet_cli_folder_free(Folder *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Folder, refnet_cli_folder_free)

#endif
