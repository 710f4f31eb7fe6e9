/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Large pages: an array of 100 MB in small ones is 25,000 page faults when it is first filled, and
 * looking up addresses takes longer than the memory itself when it is entered at random places. */
#include "base/memory.h"

#include <refnet/base.h>
#include <stdint.h>
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
