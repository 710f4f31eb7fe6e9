/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Files that may be packed (gzip, zstd, bzip2, xz) as a stream of what is in them. */
#ifndef REFNET_EXCHANGE_FILES_PACKED_H
#define REFNET_EXCHANGE_FILES_PACKED_H

#include <refnet/table.h>

G_BEGIN_DECLS

typedef struct RefnetPacked RefnetPacked;

/* Does the file begin as a packed one does? FALSE also where it cannot be read. */
gboolean refnet_packed_is(const char *path);

/* `label` names the file in errors and is copied. REFNET_ERROR_IO: it cannot be opened;
 * REFNET_ERROR_INPUT: it is damaged or not packed in a way that is known here. */
RefnetPacked *refnet_packed_open(const char *path, const char *label, GError **error);
void refnet_packed_free(RefnetPacked *packed);

/* A RefnetReadFunc. What grows more than a table can (over 500 times its packed size) is refused
 * with REFNET_ERROR_INPUT. */
gssize refnet_packed_read(gpointer packed, void *buffer, gsize capacity, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetPacked, refnet_packed_free)

G_END_DECLS

#endif
