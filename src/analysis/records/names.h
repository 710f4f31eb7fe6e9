/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two names beside each other, word by word. */
#ifndef REFNET_ANALYSIS_RECORDS_NAMES_H
#define REFNET_ANALYSIS_RECORDS_NAMES_H

#include "analysis/records/folded.h"

G_BEGIN_DECLS

/* From the same to nothing in common. */
typedef enum {
  REFNET_NAMES_SAME,     /* the same words in any order */
  REFNET_NAMES_SPELT,    /* the same but for slips, short forms, words written as one, the town */
  REFNET_NAMES_NEAR,     /* … and initials and generic words */
  REFNET_NAMES_MISSPELT, /* … and words that are further from what was meant */
  REFNET_NAMES_WITHIN,   /* one has all words of the other, and more */
  REFNET_NAMES_CLOSE,    /* much in common, each with a word of its own */
  REFNET_NAMES_KIN,      /* differ in a number, a compass point or the name of a part: branches,
                            chapters, programs, and bodies beside a body */
  REFNET_NAMES_DIFFERENT,
} RefnetNamesLevel;

typedef struct {
  RefnetNamesLevel level;
  double likeness; /* soft TF–IDF, 0 to 1 (Cohen, Ravikumar & Fienberg 2003) */
} RefnetNamesComparison;

/* Compares name `a` of row `row_a` with name `b` of row `row_b`; the same whichever comes first.
 * O(words² of the names), and letters² for words that differ. */
RefnetNamesComparison refnet_names_compare(const RefnetFolded *rows, guint32 row_a, guint32 a,
                                           guint32 row_b, guint32 b);

/* TRUE: names of the same words have them in the same order, fillers aside. */
gboolean refnet_names_in_order(const RefnetFolded *rows, guint32 a, guint32 b);

/* The initials of a name's words, fillers left out; "" for fewer than two. `size` bytes at
 * `initials`. */
void refnet_names_initials(const RefnetFolded *rows, guint32 name, char *initials, gsize size);

G_END_DECLS

#endif
