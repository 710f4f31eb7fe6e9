/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A 64-bit hash of bytes: the same on every machine and in every run. */
#ifndef REFNET_BASE_HASH_H
#define REFNET_BASE_HASH_H

#include <glib.h>

G_BEGIN_DECLS

/* Hash of the `length` bytes at `bytes`, for tables and for suffixes of made ids. Spreads well and
 * depends on every bit, but is not meant to withstand somebody who computes collisions. O(length).
 */
guint64 refnet_hash_bytes(const void *bytes, gsize length);

G_END_DECLS

#endif
