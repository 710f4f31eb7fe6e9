/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The network as a matrix: rows refer to columns, in groups, darker the more referrals. */
#ifndef REFNET_DRAW_CHARTS_MATRIX_H
#define REFNET_DRAW_CHARTS_MATRIX_H

#include <refnet/draw.h>

#include "draw/page/frame.h"
#include "draw/page/legend.h"
#include "draw/signs/encoding.h"

G_BEGIN_DECLS

/* Points of a group's color beside the cells. */
#define REFNET_MATRIX_STRIP 6.0
/* Points from the color, and the sign on it, to labels. */
#define REFNET_MATRIX_LABEL_GAP 7.0
/* So many organizations are named; more are numbered. */
#define REFNET_MATRIX_NAMED 60

typedef struct {
  const RefnetNetwork *whole;   /* borrowed */
  const RefnetNetwork *network; /* what is drawn: all of it, or a part */
  RefnetTypesetter *typesetter; /* borrowed */
  RefnetScales scales;
  RefnetFrame frame;
  RefnetEncoding *encoding;
  RefnetLegend *legend;
  char **names;   /* by vertex */
  guint32 *order; /* vertices, top to bottom */
  guint32 *rank;  /* by vertex, in the order */
  const char **key;
  gboolean is_counted; /* referrals were; else all cells are alike */
  guint64 most, least; /* referrals of an arc */
  double cell, letter, label_width, label_height, total_width;
  RefnetPoint cells_at, legend_at;
  gboolean has_no_key;       /* for want of room */
  gboolean columns_numbered; /* as the rows are, beside their names */
} RefnetMatrix;

guint32 refnet_matrix_size(const RefnetMatrix *matrix);
/* Whether there are names or numbers at all; whether margins count what rows and columns have. */
gboolean refnet_matrix_is_labeled(const RefnetMatrix *matrix);
gboolean refnet_matrix_has_totals(const RefnetMatrix *matrix);
/* Whether the column has a label: of numbers on a slide, every other one, which leaves room for
 * more rows. */
gboolean refnet_matrix_has_column_label(const RefnetMatrix *matrix, guint32 place);
/* The vertex in the whole network. */
guint32 refnet_matrix_in_whole(const RefnetMatrix *matrix, guint32 vertex);
/* The group that the vertex is colored by. */
guint refnet_matrix_group(const RefnetMatrix *matrix, guint32 vertex);

/* By group, groups beside those they have most links with, then by relationships, most first.
 * O(n log n + ties + groups⁴ · moves). */
void refnet_matrix_set_order(RefnetMatrix *matrix);
/* The fewest and most referrals of an arc. O(arcs). */
void refnet_matrix_find_extremes(RefnetMatrix *matrix);
/* The largest cells that the page has room for; letters go by them, and labels take room, too. */
void refnet_matrix_arrange(RefnetMatrix *matrix);

RefnetFont refnet_matrix_letters(const RefnetMatrix *matrix);
/* Sets what stands beside a row, or above a column, of the order; the block is the caller's to
 * clear. */
void refnet_matrix_wrap_label(const RefnetMatrix *matrix, guint32 place, gboolean of_column,
                              RefnetTextBlock *block);

/* The arranged matrix with everything around it. O(n² + arcs). */
RefnetScene *refnet_matrix_draw(const RefnetMatrix *matrix);

G_END_DECLS

#endif
