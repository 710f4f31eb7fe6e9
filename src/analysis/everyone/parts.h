/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a tie to a place adds to the scores of others, the most of it first: whoever shares a
 * neighbor with few ties stands at the head of its list, and few of the rest come into question. */
#ifndef REFNET_ANALYSIS_EVERYONE_PARTS_H
#define REFNET_ANALYSIS_EVERYONE_PARTS_H

#include "analysis/everyone/allocation.h"

G_BEGIN_DECLS

typedef struct {
  guint32 place;
  float amount;
} RefnetPart;

/* What one place adds to any y beyond the columns: part[start] …, `length` of them. No part is
 * larger than those before it by more than an eighth of it. */
typedef struct {
  guint32 start, length;
  float first;  /* the largest part, in the list or not */
  float rest;   /* the most for any y that is not in the list */
  float beside; /* and what heavy go-betweens may add to any y, in the list or not */
} RefnetPartList;

typedef struct {
  RefnetPart *part;
  RefnetPartList *list; /* by place */
  double rounded;       /* amounts are right to so many times themselves */
} RefnetParts;

/* Lists of at most `most` parts for each place of the allocation, n · most below 2^32. FALSE with
 * REFNET_ERROR_INTERNAL without memory. In two threads; O(Σ ties² of all that are not heavy). */
gboolean refnet_parts_init(RefnetParts *parts, const RefnetAllocation *allocation, guint32 most,
                           GError **error);
void refnet_parts_clear(RefnetParts *parts);

/* Parts come by levels, eight to each doubling: what follows one in its list is at most this. */
#define REFNET_PARTS_STEP 1.125f

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetParts, refnet_parts_clear)

G_END_DECLS

#endif
