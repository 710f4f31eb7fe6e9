/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A .zip, its files one after the other; the same files give the same bytes. */
#ifndef REFNET_EXCHANGE_FILES_ARCHIVE_WRITER_H
#define REFNET_EXCHANGE_FILES_ARCHIVE_WRITER_H

#include <refnet/base.h>

G_BEGIN_DECLS

typedef struct RefnetArchiveWriter RefnetArchiveWriter;

/* Begins a .zip at `path`, which appears whole or not at all. REFNET_ERROR_IO. */
RefnetArchiveWriter *refnet_archive_writer_open(const char *path, GError **error);
/* Adds a file; a failure shows at the end. O(length). */
void refnet_archive_writer_add(RefnetArchiveWriter *writer, const char *name, const char *bytes,
                               gsize length);
/* Puts the archive in its place. REFNET_ERROR_IO, _INTERNAL. */
gboolean refnet_archive_writer_commit(RefnetArchiveWriter *writer, GError **error);
/* What was not committed is removed. */
void refnet_archive_writer_free(RefnetArchiveWriter *writer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetArchiveWriter, refnet_archive_writer_free)

G_END_DECLS

#endif
