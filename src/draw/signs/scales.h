/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How large things are drawn: the page by the number of organizations, discs by relationships,
 * lines by referrals. The legend and the drawing both ask here, so that they agree. */
#ifndef REFNET_DRAW_SIGNS_SCALES_H
#define REFNET_DRAW_SIGNS_SCALES_H

#include <refnet/model.h>

#include "draw/scene/scene.h"

G_BEGIN_DECLS

/* Of more organizations most are discs without a name. */
#define REFNET_CROWD 600

#define REFNET_INK 0x1F2933
#define REFNET_MUTED_INK 0x56626D

typedef struct {
  double width, height, margin; /* of the page */
  RefnetFont title, subtitle, heading, legend, label, number, key, source;
  double smallest_radius, largest_radius;
  double thinnest_line, thickest_line;
  gboolean is_slide;      /* few large letters, all of one size */
  guint32 most_ties;      /* of one organization */
  guint64 most_referrals; /* of one tie, both directions */
  const char *widths_say; /* what the width of a line stands for; NULL: nothing, all are alike */
} RefnetScales;

/* Margin and fonts of a page, nothing else. */
RefnetScales refnet_scales_for_page(double width, double height);

/* How much a page of that size is larger than the network would have it by itself, in length; but
 * no letters of its map become smaller than `least_text` points. 1 without a size. */
double refnet_scales_zoom(guint32 organizations, double width, double height, double least_text);

/* Letters so large that there is room for few: legends keep to the essential. */
gboolean refnet_scales_is_slide(double least_text);
/* How much larger than its natural size the page of a chart is shown: a slide as its letters have
 * to be, a poster as much as it is wider than 1,600 points; 1 without a size. */
double refnet_scales_page_zoom(double width, double height, double least_text);
/* Makes all letters but the title's one size. */
void refnet_scales_set_slide(RefnetScales *scales);

/* `width` and `height` in points; 0: chosen, 16:9. Widths say referrals where these were counted.
 * O(n + arcs). */
RefnetScales refnet_scales_for(const RefnetNetwork *network, double width, double height);

/* The radius of a disc with `share` of the largest area, 0: the smallest. */
double refnet_scales_radius(const RefnetScales *scales, double share);
/* Grows with the logarithm of the referrals: counts are heavy-tailed, and a few busy ties must not
 * make all others look alike. Where widths say nothing, one width for all. */
double refnet_scales_line_width(const RefnetScales *scales, guint64 referrals);
/* Do the two ways of tie t differ enough to be seen as two lines? O(log degree). */
gboolean refnet_scales_apart(const RefnetScales *scales, const RefnetNetwork *network, guint64 tie);
/* Length of the arrowhead on a line of that width. */
double refnet_scales_arrow_length(double line_width);

/* Referrals of tie t, both directions added up. O(log degree). */
guint64 refnet_scales_referrals(const RefnetNetwork *network, guint64 tie);

G_END_DECLS

#endif
