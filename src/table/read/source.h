/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The bytes of a table, from a file or from memory, as a stream in which ASCII is ASCII. */
#ifndef REFNET_TABLE_READ_SOURCE_H
#define REFNET_TABLE_READ_SOURCE_H

#include <refnet/table.h>

G_BEGIN_DECLS

/* UTF-16 has become UTF-8, a byte order mark is gone; whether the rest is UTF-8 is seen cell by
 * cell. */
typedef struct RefnetSource RefnetSource;

/* `label` names the file in errors; it is copied. NULL with *error set: cannot be opened
 * (REFNET_ERROR_IO), or is a folder or no table at all (REFNET_ERROR_INPUT). */
RefnetSource *refnet_source_open(const char *path, const char *label, GError **error);

/* `length` bytes at `bytes`, borrowed, delivered at most `chunk` at a time (0: no limit). */
RefnetSource *refnet_source_from_bytes(const void *bytes, gsize length, gsize chunk,
                                       const char *label, GError **error);

/* What `read` delivers of `stream`, which must outlive the source. */
RefnetSource *refnet_source_from_stream(RefnetReadFunc read, gpointer stream, const char *label,
                                        GError **error);

void refnet_source_free(RefnetSource *source);

/* Up to `capacity` (at least 64) next bytes into `out`; 0 at the end, -1 with *error set
 * (REFNET_ERROR_IO). */
gssize refnet_source_read(RefnetSource *source, char *out, gsize capacity, GError **error);

/* Bytes read so far of a file or stream, and in all; 0: not known. */
guint64 refnet_source_done(const RefnetSource *source);
guint64 refnet_source_total(const RefnetSource *source);
/* Whether the file is UTF-16 that does not say so by a byte order mark. */
gboolean refnet_source_is_guessed_utf16(const RefnetSource *source);
/* Halves of UTF-16 characters that were read as U+FFFD so far. */
guint64 refnet_source_damaged(const RefnetSource *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetSource, refnet_source_free)

G_END_DECLS

#endif
