/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A .zip that may be hostile: its files one after the other, never unpacked to disk. */
#ifndef REFNET_EXCHANGE_FILES_ARCHIVE_H
#define REFNET_EXCHANGE_FILES_ARCHIVE_H

#include <refnet/base.h>

G_BEGIN_DECLS

typedef struct RefnetArchive RefnetArchive;

/* Opens the file at `path`. REFNET_ERROR_IO: it cannot be read; REFNET_ERROR_INPUT: it is no zip.
 */
RefnetArchive *refnet_archive_open(const char *path, GError **error);
void refnet_archive_free(RefnetArchive *archive);

/* The name of the next file, folders passed over; NULL at the end, or with *error set. Valid until
 * the next call. Refused with REFNET_ERROR_INPUT: absolute names and names that lead out of the
 * archive, links, encrypted files, more than 10,000 files. */
const char *refnet_archive_next(RefnetArchive *archive, GError **error);

/* The next bytes of that file, as a RefnetReadFunc of <refnet/table.h>. Refused with
 * REFNET_ERROR_INPUT: damaged data; more than 1 GiB in all; more than 64 MiB that are over 250
 * times the size of the archive. */
gssize refnet_archive_read(gpointer stream, void *bytes, gsize capacity, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetArchive, refnet_archive_free)

G_END_DECLS

#endif
