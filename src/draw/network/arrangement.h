/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where everything on a map lies, before anything is drawn. */
#ifndef REFNET_DRAW_NETWORK_ARRANGEMENT_H
#define REFNET_DRAW_NETWORK_ARRANGEMENT_H

#include <refnet/draw.h>

#include "draw/labels/labels.h"
#include "draw/layout/layout.h"
#include "draw/page/frame.h"
#include "draw/page/hulls.h"
#include "draw/page/isolates.h"
#include "draw/page/legend.h"
#include "draw/page/panels.h"
#include "draw/scene/text.h"
#include "draw/signs/departure.h"
#include "draw/signs/encoding.h"
#include "draw/signs/scales.h"
#include "draw/signs/story.h"

G_BEGIN_DECLS

/* How a vertex is labeled: by name, by a number that the key explains, or not at all. */
typedef enum { REFNET_LABELED_NAME, REFNET_LABELED_NUMBER, REFNET_LABELED_BARE } RefnetLabeled;

/* How a name is broken into lines: as it looks best, as narrow or as wide as can be. */
typedef enum {
  REFNET_NAME_USUAL,
  REFNET_NAME_NARROW,
  REFNET_NAME_WIDE,
  REFNET_NAME_SHAPES
} RefnetNameShape;

/* An ellipse of discs with their names along the lines from its middle. */
typedef struct {
  gboolean is_set;
  RefnetPoint middle;
  double across; /* the middle between its width and its height */
} RefnetSpokes;

/* Arrays are by vertex. */
typedef struct {
  const RefnetNetwork *network;
  const RefnetMeasures *measures;
  const RefnetRisks *risks;         /* NULL: discs say their sector */
  const RefnetStory *story;         /* of another kind than the network; or NULL */
  const RefnetDeparture *departure; /* with risks: as they are when somebody leaves; or NULL */
  RefnetTypesetter *typesetter;     /* borrowed */
  guint64 seed;

  RefnetScales scales;
  RefnetEncoding *encoding;
  RefnetHulls *hulls; /* or NULL */
  RefnetLayout *layout;
  gboolean rings;           /* the layout is in rings, which are drawn */
  gboolean is_by_community; /* it is in panels, one a community */
  char **names;
  gboolean is_bare;   /* nobody is to be named */
  gboolean has_index; /* that lists those who find no room for a name */
  gboolean is_tight;  /* names of all would push discs away from where they belong */
  gboolean grayscale;
  double largest_radius;
  double *radius; /* to the outer rim, ring included */
  gboolean *ringed;
  gboolean *cut_off; /* would lose its route to the rest if one other organization left */
  gboolean *bridge;  /* by tie; NULL without risks */

  RefnetLabeled *labeled;
  RefnetNameShape *shape; /* of its name */
  guint32 *number;        /* in the key, from 1; 0: none */
  GPtrArray *key;         /* names in the order of numbers; borrowed from names */
  guint key_lines;        /* a name in it may take */
  guint key_room;         /* entries it gets room for while names are tried; 0: all */
  char *note;             /* what the key leaves out; NULL: nothing */
  RefnetTextBlock *label;
  RefnetLabelPlace *place;
  guint8 *side;   /* of its disc that is kept free for a label, from 1; 0: none */
  guint32 *panel; /* that it lies in; NULL: the layout has none */

  RefnetSpokes spokes;
  RefnetPanels panels;
  RefnetFrame frame;
  RefnetLegend *legend;
  RefnetIsolates isolates;
  GArray *groups;   /* RefnetIsolateGroup: of isolates, when there is nobody else; else empty */
  guint32 *isolate; /* vertices without a tie, isolates.count of them */
  guint32 isolate_count;
  gboolean is_ungrouped; /* they are not in groups, for want of room */
  double isolate_width;  /* points that their labels may be wide; 0: as wide as others */
  RefnetBox drawing;     /* where connected organizations and their labels go */
  RefnetPoint legend_at, isolates_at;
  RefnetPoint *position;
} RefnetArrangement;

/* Zeroed arrays for the vertices of `a->network`, and an empty key. REFNET_ERROR_INTERNAL when
 * memory runs out. */
gboolean refnet_arrangement_allocate(RefnetArrangement *a, GError **error);
/* Notes who lies in which panel of the layout. REFNET_ERROR_INTERNAL when memory runs out. */
gboolean refnet_arrangement_note_panels(RefnetArrangement *a, GError **error);
/* Frees what it holds, not itself. */
void refnet_arrangement_clear(RefnetArrangement *arrangement);
void refnet_arrangement_free(RefnetArrangement *arrangement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetArrangement, refnet_arrangement_free)

/* The organization of vertex v. */
const RefnetOrganization *refnet_arrangement_organization(const RefnetArrangement *arrangement,
                                                          guint32 v);

/* Whether vertex v has no tie. */
gboolean refnet_arrangement_is_isolate(const RefnetArrangement *a, guint32 v);

/* Whether there are so many that most are discs without a label, and names stand around the crowd.
 */
gboolean refnet_arrangement_is_crowd(const RefnetArrangement *a);
/* Whether lines between panels are in the background. */
gboolean refnet_arrangement_fades_between(const RefnetArrangement *a);
/* Whether the page is a slide of more than can be named there; it has no room for a key either. */
gboolean refnet_arrangement_is_crowded_slide(const RefnetArrangement *a);
/* How those are labeled that have no room for a name: by number, where there is one for a key. */
RefnetLabeled refnet_arrangement_without_name(const RefnetArrangement *a);

/* How much vertex v has to be named, in relationships: its own, and a lift for the only links of
 * others and for what the map is about. */
double refnet_arrangement_importance(const RefnetArrangement *a, guint32 v);

G_END_DECLS

#endif
