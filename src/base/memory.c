/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Large pages: an array of 100 MB in small ones is 25,000 page faults when it is first filled, and
 * looking up addresses takes longer than the memory itself when it is entered at random places. */
#include "base/memory.h"

#include <refnet/base.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

#define PAGE ((uintptr_t)4096)

void refnet_memory_prefer_large_pages(gpointer memory, gsize bytes) {
#ifdef MADV_HUGEPAGE
  uintptr_t start = ((uintptr_t)memory + PAGE - 1) & ~(PAGE - 1);
  uintptr_t end = ((uintptr_t)memory + bytes) & ~(PAGE - 1);
  if (memory != NULL && bytes >= REFNET_LARGE_PAGE && end > start)
    madvise((void *)start, end - start, MADV_HUGEPAGE);
#endif
}

gboolean refnet_set_out_of_memory(GError **error) {
  g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INTERNAL, "out of memory");
  return FALSE;
}

/* An array that begins or ends inside a large page has small ones there: with those of 4 MB, as a
 * million rows need, that is half of each. */
gpointer refnet_memory_try_new(gsize length, gsize size) {
  void *memory;
  if (size > 0 && length > (G_MAXSIZE - REFNET_LARGE_PAGE) / size)
    return NULL;
  gsize bytes = length * size;
  if (bytes < REFNET_LARGE_PAGE)
    return g_try_malloc(MAX(bytes, 1));
  bytes = (bytes + REFNET_LARGE_PAGE - 1) & ~(REFNET_LARGE_PAGE - 1);
  if (posix_memalign(&memory, REFNET_LARGE_PAGE, bytes) != 0)
    return NULL;
  refnet_memory_prefer_large_pages(memory, bytes);
  return memory;
}
