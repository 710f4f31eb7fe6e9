/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of service gaps as a heat matrix: its measures, and text in its boxes. */
#ifndef REFNET_DRAW_GAPS_GAP_MATRIX_H
#define REFNET_DRAW_GAPS_GAP_MATRIX_H

#include "draw/gaps/gap_table.h"
#include "draw/page/frame.h"
#include "draw/scene/scene.h"
#include "draw/scene/text.h"
#include "draw/signs/scales.h"

G_BEGIN_DECLS

/* In points, at the natural size. */
#define REFNET_GAP_FONT 10.5
#define REFNET_GAP_SPACE 8.0 /* between headings, cells and totals */
#define REFNET_GAP_TOTAL_HEIGHT 22.0
/* Of a cell without a finding. */
#define REFNET_GAP_CLEAR_RGB 0xEDF0F3

/* Rows and columns of the whole table that a page shows. */
typedef struct {
  guint32 first_service, services, first_area, areas;
} RefnetGapPart;

/* What the margins add up. */
typedef enum { REFNET_GAP_TOTAL_CELLS, REFNET_GAP_TOTAL_UNMET } RefnetGapTotalKind;

typedef struct {
  const RefnetGaps *gaps;
  const RefnetDataset *dataset;
  const RefnetGapTable *whole;  /* what there is to show */
  RefnetGapTable *table;        /* what is shown: all of it, or a part; owned */
  RefnetGapPart shown;          /* that part */
  gboolean is_cut;              /* the last page, although not all of it has been shown */
  guint number;                 /* of the page, from 1, where there may be several; else 0 */
  RefnetTypesetter *typesetter; /* borrowed */
  RefnetScales scales;
  RefnetFrame frame;
  double unit;       /* points for one of the natural size */
  double most_label; /* points that the names of services may take; 0: as at the natural size */
  double label_width, column_width, header_height, row_height, total_width;
  guint totals, column_totals; /* shown: cells, and unmet where it is known */
  gboolean is_dense;           /* rows no higher than they must be */
  gboolean is_below;           /* the legend is below the table, not beside it */
  double legend_width, legend_height;
  RefnetPoint cells_at;
} RefnetGapMatrix;

/* Whose a text is and how it looks. */
typedef struct {
  RefnetPart part;
  guint32 owner;
  RefnetColor color;
  RefnetAlign align;
  guint lines; /* at most */
} RefnetGapStyle;

/* The font of a size that is given in points at the natural size. */
RefnetFont refnet_gap_matrix_font(const RefnetGapMatrix *page, double size, gboolean bold);

/* Draws text in a box: vertically in its middle, wrapped or cut to its width. */
void refnet_gap_matrix_text(const RefnetGapMatrix *page, RefnetScene *scene, const char *text,
                            RefnetFont font, RefnetBox box, RefnetGapStyle style);

/* The names of a row's service and of a column's area, borrowed. */
const char *refnet_gap_matrix_service(const RefnetGapMatrix *page, guint32 row);
const char *refnet_gap_matrix_area(const RefnetGapMatrix *page, guint32 column);

/* People in words: counted whole, but a share of one is not nobody. Free with g_free. */
char *refnet_gap_matrix_people(double people);

/* Measures headings and columns at `page->unit`. */
void refnet_gap_matrix_measure(RefnetGapMatrix *page);

/* "2", "1,240"; "–" where there is nothing to add up. Free with g_free. */
char *refnet_gap_matrix_total(const RefnetGapTotal *total, RefnetGapTotalKind kind);
/* The same of everything, also of what found no room. Free with g_free. */
char *refnet_gap_matrix_grand_total(const RefnetGapMatrix *page, RefnetGapTotalKind kind);
/* The words above such figures. */
const char *refnet_gap_matrix_total_name(RefnetGapTotalKind kind);

/* Headings, cells and totals together. */
double refnet_gap_matrix_width(const RefnetGapMatrix *page);
double refnet_gap_matrix_height(const RefnetGapMatrix *page);

/* Where a cell lies; a row or column beyond the last is where totals begin. */
RefnetBox refnet_gap_matrix_cell(const RefnetGapMatrix *page, guint32 row, guint32 column);

G_END_DECLS

#endif
