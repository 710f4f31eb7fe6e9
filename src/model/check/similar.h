/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Texts that differ by so little that one may be meant for the other. */
#ifndef REFNET_MODEL_CHECK_SIMILAR_H
#define REFNET_MODEL_CHECK_SIMILAR_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  guint32 a, b; /* a < b */
} RefnetPair;

/* The pairs of `texts` that are equal but for blanks and punctuation, or differ by one letter left
 * out, added, changed or swapped with the next. Texts of fewer than five letters, texts that differ
 * in a digit and those that differ in a whole word of one or two letters ("Ward A", "Ward B") don't
 * count. An array of RefnetPair, rising; NULL when memory ran out. Near-linear in the length of all
 * texts together. */
GArray *refnet_similar_pairs(const char *const *texts, guint32 length);

G_END_DECLS

#endif
