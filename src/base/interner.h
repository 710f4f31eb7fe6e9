/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Texts numbered densely in order of first sight. */
#ifndef REFNET_BASE_INTERNER_H
#define REFNET_BASE_INTERNER_H

#include <refnet/base.h>

#include "base/arena.h"

G_BEGIN_DECLS

/* A set of texts, the first seen numbered 0, the next 1, and so on. The texts are copied into an
 * arena. Open addressing on a 64-bit hash, at most half full: add and find are O(length) on
 * average.
 */
typedef struct RefnetInterner RefnetInterner;

/* `arena` must outlive the interner. */
RefnetInterner *refnet_interner_new(RefnetArena *arena);
/* The texts stay with the arena. NULL is fine. */
void refnet_interner_free(RefnetInterner *interner);

/* The number of the `length` bytes at `text` (NUL bytes count like others), added when new.
 * REFNET_NONE when memory ran out or the length is 4 GiB or more; the interner stays usable. */
guint32 refnet_interner_add(RefnetInterner *interner, const char *text, gsize length);
/* The same, adding nothing: REFNET_NONE when absent. */
guint32 refnet_interner_find(const RefnetInterner *interner, const char *text, gsize length);
/* Makes room for `texts` texts in all, so that adding them moves nothing. FALSE when memory ran
 * out; the interner stays usable. */
gboolean refnet_interner_reserve(RefnetInterner *interner, gsize texts);
/* A text made ready for being looked up, so that its hash is worked out but once. */
typedef struct {
  const char *text; /* NULL: none */
  guint32 length, hash;
} RefnetInternerKey;

/* `length` below 4 GiB; `text` is borrowed. O(length). */
RefnetInternerKey refnet_interner_key(const char *text, gsize length);
/* Asks for the memory that finding the text will look into. O(1). */
void refnet_interner_prefetch(const RefnetInterner *interner, const RefnetInternerKey *key);
/* As refnet_interner_add and _find. */
guint32 refnet_interner_add_key(RefnetInterner *interner, const RefnetInternerKey *key);
guint32 refnet_interner_find_key(const RefnetInterner *interner, const RefnetInternerKey *key);
/* The text with that number, NUL-terminated; NULL when there is none (REFNET_NONE too). O(1). */
const char *refnet_interner_text(const RefnetInterner *interner, guint32 index);
/* How many texts there are. */
guint32 refnet_interner_length(const RefnetInterner *interner);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetInterner, refnet_interner_free)

G_END_DECLS

#endif
