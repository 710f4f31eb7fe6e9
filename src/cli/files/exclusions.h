/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Files that name organizations to leave out. */
#ifndef REFNET_CLI_FILES_EXCLUSIONS_H
#define REFNET_CLI_FILES_EXCLUSIONS_H

#include <refnet/model.h>

/* The organizations (numbers, as guint32) that a file names: one a line, or in a CSV file's column
 * id, name or organization. `path` NULL: none. A name that is not in the dataset is said on stderr
 * and counts for nothing. REFNET_ERROR_IO or _INPUT when the file cannot be read. */
GArray *refnet_exclusions_read(const RefnetDataset *dataset, const char *path, GError **error);

#endif
