/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the parts of an overview share: its lines, its texts, its legend. */
#ifndef REFNET_DRAW_ATLAS_OVERVIEW_PARTS_H
#define REFNET_DRAW_ATLAS_OVERVIEW_PARTS_H

#include "draw/atlas/communities.h"
#include "draw/labels/labels.h"
#include "draw/layout/layout.h"
#include "draw/page/frame.h"
#include "draw/scene/text.h"

G_BEGIN_DECLS

#define REFNET_OVERVIEW_THICKEST 9.0
#define REFNET_OVERVIEW_HALO 2.5 /* points around letters */

/* Arrays are by community. */
typedef struct {
  const RefnetCommunities *communities;
  RefnetTypesetter *typesetter;
  guint32 count;    /* of communities drawn: the largest */
  guint first_page; /* of an atlas that has a community; 0: there is none */
  RefnetScales scales;
  RefnetFrame frame;
  RefnetBox drawing;
  double legend_width, largest_radius;
  char **names; /* by vertex */
  double *radius;
  RefnetPoint *position;
  guint8 *side; /* kept free for its label, as in RefnetLabelRequest */
  RefnetTextBlock *label;
  guint most_lines; /* of a label */
  RefnetLabelPlace *place;
  RefnetBox *figures; /* of lines that have their count beside them */
  guint32 figure_count;
  GArray *lines;    /* RefnetDrawnArc that are drawn, strongest first */
  guint64 most;     /* ties of one line */
  guint64 left_out; /* ties between two whose line is not drawn, and how many ties it has at most */
  guint64 left_out_most;
} RefnetOverview;

/* The radius of a community's disc; the width of a line of so many ties. */
double refnet_overview_radius(const RefnetOverview *overview, guint32 size);
double refnet_overview_line_width(const RefnetOverview *overview, guint64 ties);

/* The strongest ties of each community, and those that hold everything together (RefnetDrawnArc).
 * O(ties log ties). */
GArray *refnet_overview_backbone(const RefnetOverview *overview);
/* Sets `lines`, and what is left out where all work with all. O(ties log ties). */
void refnet_overview_choose_lines(RefnetOverview *overview);

/* What labels say in so many lines at most. */
void refnet_overview_set_labels(RefnetOverview *overview, guint lines);
/* Places them beside the discs; those of the layout may move within the area where that leaves less
 * in the way of names: of some ways the best. O(ways · (discs · lines)). */
void refnet_overview_place_labels(RefnetOverview *overview, const RefnetLayout *layout,
                                  RefnetBox area, guint64 seed);

/* One line of text at a point: `lean` 0 has its upper left corner there, 0.5 its middle. */
void refnet_overview_draw_text(const RefnetOverview *overview, RefnetScene *scene, const char *text,
                               RefnetFont font, RefnetPoint at, double lean, RefnetTextStyle style);
/* The counts of ties on their lines, each away from names and other lines as far as may be; none
 * where there is no room. O(lines · (lines + discs)). */
void refnet_overview_draw_figures(RefnetOverview *overview, RefnetScene *scene);
/* Lines with their counts, discs and labels. */
void refnet_overview_draw_communities(RefnetOverview *overview, RefnetScene *scene);
void refnet_overview_draw_legend(const RefnetOverview *overview, RefnetScene *scene);

G_END_DECLS

#endif
