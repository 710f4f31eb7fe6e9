/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Links between sectors as a chord diagram: sectors on a rim, a band between each two that refer.
 */
#ifndef REFNET_DRAW_CHARTS_CHORD_H
#define REFNET_DRAW_CHARTS_CHORD_H

#include "draw/charts/sector_links.h"
#include "draw/page/frame.h"
#include "draw/scene/text.h"
#include "draw/signs/colors.h"
#include "draw/signs/scales.h"

G_BEGIN_DECLS

/* Points from the outer to the inner side of the rim. */
#define REFNET_CHORD_RIM 16.0
/* Of names, to the letters of labels; not on a slide. */
#define REFNET_CHORD_NAME_SIZE 1.1

typedef struct {
  const RefnetSummary *summary;
  RefnetSectorLinks *links;
  RefnetTypesetter *typesetter; /* borrowed */
  RefnetScales scales;
  RefnetFrame frame;
  const RefnetColorSet *colors;
  gboolean undirected;
  RefnetBox drawing, legend;
  gboolean is_above_legend;    /* else beside it */
  double letter, least_letter; /* of labels */
  RefnetPoint middle;
  double radius;
  /* By group: where it begins and ends on the rim, radians clockwise from the top. */
  double *begin, *end;
  double *offset; /* by group and target: where the band to it begins */
  double per_link;
  RefnetTextBlock *name, *detail;
  RefnetBox *label;
} RefnetChord;

/* Links between two groups, or within one. */
typedef struct {
  guint32 a, b;
  guint64 links;
} RefnetBand;

guint32 refnet_chord_groups(const RefnetChord *chord);
/* Links between two groups, both ways; a = b: within it. */
guint64 refnet_chord_pair_links(const RefnetChord *chord, guint32 a, guint32 b);
/* All bands with links, busiest first; caller unrefs. O(groups² log groups). */
GArray *refnet_chord_bands(const RefnetChord *chord);
/* Colors come again, paler, when they are used up. */
RefnetColor refnet_chord_color(const RefnetChord *chord, guint32 group);
/* The group's name as other maps have it, with a capital; caller frees. */
char *refnet_chord_name(const RefnetChord *chord, guint32 group);
/* How many organizations and links the group has, in words; caller frees. */
char *refnet_chord_detail(const RefnetChord *chord, guint32 group);

/* The angle of the group's middle. */
double refnet_chord_angle(const RefnetChord *chord, guint32 group);
/* Does its label stand at the right of the circle? */
gboolean refnet_chord_is_right(const RefnetChord *chord, guint32 group);
RefnetPoint refnet_chord_point(const RefnetChord *chord, double radius, double angle);

typedef enum {
  REFNET_CHORD_WHOLE_WITH_DETAILS, /* names, and below them how many are meant */
  REFNET_CHORD_WHOLE,              /* names alone */
  REFNET_CHORD_CUT                 /* names alone, cut where they are too long */
} RefnetChordLabels;

/* Sets the labels in letters of `letter` points for the circle's radius, names in at most `lines`
 * lines. FALSE when those that must be whole are not, or when two of the others read alike. */
gboolean refnet_chord_set_labels(RefnetChord *chord, guint lines, RefnetChordLabels labels);
/* In one line: what stands below names; on a slide, where nothing does, the names. */
double refnet_chord_widest_label(const RefnetChord *chord);
/* Each beside its sector as near as the others leave room for; FALSE when there is too little. */
gboolean refnet_chord_place_labels(RefnetChord *chord);

/* Divides the page, shares the rim among the groups and finds places for their labels: in one size,
 * as large as they can be whole, cut where they cannot. FALSE when there is no room for so many
 * groups. */
gboolean refnet_chord_arrange(RefnetChord *chord);
/* The arranged diagram with everything around it. */
RefnetScene *refnet_chord_draw(const RefnetChord *chord);
/* Says in the legend's box what bands mean, which are busiest as far as there is room, and how
 * links mix; without a scene it only measures. Returns where it ends. */
double refnet_chord_explain(const RefnetChord *chord, RefnetScene *scene);

G_END_DECLS

#endif
