/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Organizations without a recorded relationship: rows of discs with their labels, below the
 * drawing. */
#ifndef REFNET_DRAW_PAGE_ISOLATES_H
#define REFNET_DRAW_PAGE_ISOLATES_H

#include "draw/scene/text.h"
#include "draw/signs/scales.h"

G_BEGIN_DECLS

/* Those of one sector or area, which follow each other. */
typedef struct {
  char *name; /* owned by who made it */
  guint32 first, count;
} RefnetIsolateGroup;

/* A grid of equal cells, a disc with its label to the right in each, under a heading. */
typedef struct {
  guint32 count;
  guint32 columns, rows;
  double padding; /* at its rim */
  double heading_height, cell_width, cell_height;
  double radius;
  double width, height; /* of the whole band; 0 when count is 0 */
  /* Where nobody has a relationship: columns of groups, each under its name; NULL: rows. */
  const RefnetIsolateGroup *groups; /* borrowed */
  guint32 group_count;
  const char *grouped_by; /* "sector" */
  double least_height;    /* of such a group */
  double beside;          /* of groups as rows of discs: what their names take left of these */
} RefnetIsolates;

/* Room for `count` isolates of at most `radius` whose widest label is `label_width` (0: no labels)
 * in a band of `width`. */
RefnetIsolates refnet_isolates_measure(const RefnetScales *scales, guint32 count, double radius,
                                       double label_width, double width);
/* How wide labels may be for that many to lie in a band of `width` that is at most `height` high;
 * 0 or less: there is no room for any. */
double refnet_isolates_label_width(const RefnetScales *scales, guint32 count, double radius,
                                   double width, double height);
/* The width of the widest name of a group with its count, set in `font`. */
double refnet_isolates_widest_group(RefnetTypesetter *typesetter, RefnetFont font,
                                    const RefnetIsolateGroup *groups, guint32 group_count);
/* The same in groups, whose names take a cell each; a column each where `height` allows that. */
RefnetIsolates refnet_isolates_measure_groups(const RefnetScales *scales,
                                              const RefnetIsolateGroup *groups, guint32 group_count,
                                              double radius, double label_width, double width,
                                              double height);
/* Groups of so many that nobody can be named, as rows of discs beside the group's name, each of
 * them as large as `height` allows. FALSE where there are too many groups. */
gboolean refnet_isolates_measure_chart(RefnetIsolates *isolates, RefnetTypesetter *typesetter,
                                       const RefnetScales *scales, const RefnetIsolateGroup *groups,
                                       guint32 group_count, double width, double height);
/* Spreads the rows over up to `height` points, where the page has nothing else to show. */
void refnet_isolates_spread(RefnetIsolates *isolates, double height);

/* The middle of the disc of isolate i, the band's upper left corner at (x, y). */
RefnetPoint refnet_isolates_middle(const RefnetIsolates *isolates, guint32 i, double x, double y);
/* Adds the band's ground and heading. */
void refnet_isolates_draw_band(const RefnetIsolates *isolates, RefnetTypesetter *typesetter,
                               const RefnetScales *scales, RefnetScene *scene, double x, double y);

G_END_DECLS

#endif
