/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How wide the columns of a table are. */
#ifndef REFNET_DRAW_DOCUMENT_COLUMNS_H
#define REFNET_DRAW_DOCUMENT_COLUMNS_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  double natural; /* of its longest text in one line */
  double least;   /* of its longest word, or of all of a figure */
} RefnetColumnNeed;

/* Shares `room` out. Columns get what they would like where that fits. Else nobody gets less than
 * it needs (unless all need more than there is), and what is beyond goes by the square root of what
 * they would like, which is what makes the rows shortest. O(columns). */
void refnet_columns_share(const RefnetColumnNeed *needs, guint count, double room, double *widths);

G_END_DECLS

#endif
