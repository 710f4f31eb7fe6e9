/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A legend while it is made: rows of entries, for the files that list, draw and arrange them. */
#ifndef REFNET_DRAW_PAGE_LEGEND_PARTS_H
#define REFNET_DRAW_PAGE_LEGEND_PARTS_H

#include "draw/page/legend_content.h"

G_BEGIN_DECLS

/* What stands beside the words of a row, or in their place. */
typedef enum {
  REFNET_LEGEND_TEXT,
  REFNET_LEGEND_GROUP,
  REFNET_LEGEND_GROUND,
  REFNET_LEGEND_FORM,
  REFNET_LEGEND_NUMBER, /* of the key */
  REFNET_LEGEND_SIZES,
  REFNET_LEGEND_UNKNOWN_SIZE,
  REFNET_LEGEND_WIDTHS,
  REFNET_LEGEND_RANGE, /* the least and the most of sizes or widths: on a slide */
  REFNET_LEGEND_ARROW,
  REFNET_LEGEND_RING,
  REFNET_LEGEND_HATCHED,
  REFNET_LEGEND_LINE, /* a look of relationships */
  REFNET_LEGEND_SIGNS
} RefnetLegendSign;

/* What a range is of. */
enum { REFNET_RANGE_OF_SIZES, REFNET_RANGE_OF_WIDTHS };
enum { REFNET_ARROW_ONE_WAY, REFNET_ARROW_TWO_WAY, REFNET_ARROW_APART };

/* What a slide does without before its drawing loses a column to the legend. */
typedef enum {
  REFNET_SPARE_WAYS = 1,     /* arrows but the plain one */
  REFNET_SPARE_NOTE = 2,     /* who is not named */
  REFNET_SPARE_WIDTHS = 4,   /* of lines */
  REFNET_SPARE_PLAIN_WAY = 8 /* the plain arrow */
} RefnetLegendSpare;

typedef struct {
  RefnetLegendSign sign;
  double height, space_before; /* the space is dropped at the top of a column */
  guint keep;    /* rows after this one that stay in its column, where a column holds them */
  double indent; /* of the text */
  RefnetTextBlock text;
  RefnetTextBlock figure; /* at the right of an entry, or the number before one */
  gboolean is_strong;     /* dark as an entry, though words alone */
  guint spare;            /* of RefnetLegendSpare: why a slide may do without it; 0: it may not */
  guint index;            /* which group, range, arrow or look */
  double width;           /* of the column it stands in */
} RefnetLegendRow;

struct RefnetLegend {
  RefnetTypesetter *typesetter;
  RefnetLegendContent content;
  GArray *rows; /* RefnetLegendRow */
  double height;
  GArray *columns; /* double: their widths */
};

double refnet_legend_line_height(const RefnetLegend *legend);
/* Where symbols of entries stand. */
double refnet_legend_symbol_width(const RefnetLegend *legend);
/* Of the sign for a ring, which may be higher than its text. */
double refnet_legend_ring_radius(const RefnetLegend *legend);
/* The widest an entry's text may be before it is broken into two lines. */
double refnet_legend_widest_text(const RefnetLegend *legend);
/* A figure that discs stand for; caller frees. */
char *refnet_legend_size_text(double size);

/* Each appends a row and returns it; the pointer holds until the next is added. `text` may be NULL.
 */
RefnetLegendRow *refnet_legend_add_row(RefnetLegend *legend, RefnetLegendSign sign,
                                       const char *text, RefnetFont font, double indent);
void refnet_legend_add_heading(RefnetLegend *legend, const char *text);
/* "text: count" beside a symbol. */
RefnetLegendRow *refnet_legend_add_counted(RefnetLegend *legend, RefnetLegendSign sign,
                                           const char *text, guint64 count);

/* Each appends the rows that explain its part of the content, none where there is nothing. */
void refnet_legend_list_groups(RefnetLegend *legend);
void refnet_legend_list_grounds(RefnetLegend *legend);
void refnet_legend_list_communities(RefnetLegend *legend);
void refnet_legend_list_sizes(RefnetLegend *legend);
void refnet_legend_list_relationships(RefnetLegend *legend);
void refnet_legend_list_key(RefnetLegend *legend);
void refnet_legend_list_note(RefnetLegend *legend);
void refnet_legend_list_story(RefnetLegend *legend);
void refnet_legend_list_risks(RefnetLegend *legend);
void refnet_legend_list_departure(RefnetLegend *legend);

/* Draws the row with its upper left corner at (x, y). */
void refnet_legend_draw_row(const RefnetLegend *legend, const RefnetLegendRow *row,
                            RefnetScene *scene, double x, double y);

G_END_DECLS

#endif
