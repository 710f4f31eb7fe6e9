/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of gaps on as many pages as it takes. */
#ifndef REFNET_DRAW_GAPS_GAP_PAGES_H
#define REFNET_DRAW_GAPS_GAP_PAGES_H

#include "draw/gaps/gap_matrix.h"

G_BEGIN_DECLS

/* What each page shows (RefnetGapPart): the first what `page` shows now, the next ones what fits on
 * pages of the same size with letters of the same size, all services of the first areas before
 * those of the next; sixty pages at most. `page` shows any of them afterwards. O(pages ·
 * rows²). */
GArray *refnet_gap_pages_list(RefnetGapMatrix *page);

G_END_DECLS

#endif
