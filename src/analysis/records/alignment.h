/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which word of one name is which word of another. */
#ifndef REFNET_ANALYSIS_RECORDS_ALIGNMENT_H
#define REFNET_ANALYSIS_RECORDS_ALIGNMENT_H

#include "analysis/records/folded.h"

G_BEGIN_DECLS

typedef struct {
  const guint32 *words;
  guint32 length, tail;
  gboolean used[REFNET_NAME_WORDS]; /* found in the other name, or nothing to find */
} RefnetAlignedName;

typedef struct {
  const RefnetFolded *rows;
  RefnetAlignedName sides[2];
  double dot;              /* Σ likeness · weight · weight */
  gboolean proper_matched; /* words in common that set names apart */
  gboolean with_initials;  /* one has initials where the other has words */
  gboolean cut_off;        /* one ends before the other's last word */
  gboolean misspelt;       /* a word is further from what was meant than a slip of the pen */
} RefnetAlignment;

/* Finds each word of name `a` of row `row_a` in name `b` of row `row_b`, the likest first: equal
 * ones, initials for words, two words written as one, slips of the pen, the town of the other row.
 * O(words²) for equal words, words³ and letters² for others. */
void refnet_alignment_find(RefnetAlignment *alignment, const RefnetFolded *rows, guint32 row_a,
                           const RefnetRowName *a, guint32 row_b, const RefnetRowName *b);

/* Kinds of the words that were not found on a side, a bit 1 << kind each. */
guint refnet_alignment_left_over(const RefnetAlignment *alignment, guint side);
/* All that was not found on the side stands behind its divider. */
gboolean refnet_alignment_left_is_tail(const RefnetAlignment *alignment, guint side);

G_END_DECLS

#endif
