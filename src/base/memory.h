/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Advice to the system about large arrays; what is said when they do not fit. */
#ifndef REFNET_BASE_MEMORY_H
#define REFNET_BASE_MEMORY_H

#include <glib.h>

G_BEGIN_DECLS

#define REFNET_LARGE_PAGE ((gsize)2 * 1024 * 1024)

/* Asks for large pages for the `bytes` at `memory`, not yet touched. Does nothing where there are
 * none, or for less than one. */
void refnet_memory_prefer_large_pages(gpointer memory, gsize bytes);

/* `length` items of `size` bytes, not cleared, in whole large pages where there are that many;
 * freed by g_free. NULL when memory ran out. */
gpointer refnet_memory_try_new(gsize length, gsize size);

/* Sets REFNET_ERROR_INTERNAL; returns FALSE. */
gboolean refnet_set_out_of_memory(GError **error);

G_END_DECLS

#endif
