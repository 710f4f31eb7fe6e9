/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where the connected organizations of a network lie on the page: one interface, a file a layout.
 */
#ifndef REFNET_DRAW_LAYOUT_LAYOUT_H
#define REFNET_DRAW_LAYOUT_LAYOUT_H

#include <refnet/draw.h>

#include "draw/layout/overlap.h"
#include "draw/scene/scene.h"

G_BEGIN_DECLS

/* Up to so many connected organizations every one is named. */
#define REFNET_ALL_NAMED 300

/* Does the map of so many organizations, of a network and nothing else, show them by community? */
gboolean refnet_layout_is_by_community(const RefnetMapOptions *options, guint32 organizations);

/* Communities of fewer have no panel of their own, nor have those beyond the largest. */
#define REFNET_LAYOUT_FEWEST_IN_COMMUNITY 4
#define REFNET_LAYOUT_MOST_COMMUNITIES 48

/* Positions in units of the layout's own, y downwards, in parts that are packed beside each other:
 * the components, or the whole as one part. */
typedef struct {
  guint32 part_count; /* largest first, then by smallest vertex */
  guint32 *start;     /* members of part c: member[start[c]] … member[start[c + 1] − 1] */
  guint32 *member;    /* vertices, rising within a part */
  guint32 placed;     /* members of all: vertices with a tie */
  RefnetPoint *unit;  /* by vertex; (0, 0) for those without a tie */

  /* How it may be put on the page. */
  double longest_unit;            /* points that a unit may be long at most */
  double most_stretch;            /* of one side against the other; 1: shapes mean something */
  gboolean keeps_form;            /* discs alone push each other: labels take what room is left */
  double room_beside, room_above; /* what names outside the form want, in letters of their size */
  double pad;                     /* points between discs pushed apart that keep their form */
  gboolean is_page; /* units are points of a page: kept where they are if they lie on this one */
  guint32 *around;  /* the placed vertices clockwise from the right; NULL: not on a circle */
  gboolean *fixed;  /* by vertex: others give way to it; NULL: none is */
  /* Panels behind groups of organizations, in units; NULL: none. */
  struct RefnetPanel *panels;
  guint32 panel_count;
  guint32 *panel_member; /* the placed vertices, panel by panel; NULL without panels */
} RefnetLayout;

/* A group drawn on a ground of its own, with its name above. */
typedef struct RefnetPanel {
  char *name, *brief; /* the brief one, or NULL, where there is no room for the other */
  RefnetBox box;
  double heading;       /* of its height, what the name wants */
  double written;       /* points that the name takes once it is set; 0: not yet */
  guint32 first, count; /* of panel_member */
} RefnetPanel;

/* Everything zero but room for `network`, all connected vertices as one part. NULL with
 * REFNET_ERROR_INTERNAL when memory runs out. */
RefnetLayout *refnet_layout_prepare(const RefnetNetwork *network, GError **error);

/* Rings around the one at distance 0, by distance on ties; everybody is connected to it. As
 * refnet_lay_out_stress, and O(n log n). */
RefnetLayout *refnet_layout_rings(const RefnetNetwork *network, const guint32 *distance,
                                  const RefnetMapOptions *options, GError **error);

/* Each community of the measures a block of its own, for low stress within; the smallest share one.
 * As refnet_lay_out_stress. */
RefnetLayout *refnet_layout_communities(const RefnetNetwork *network,
                                        const RefnetMeasures *measures,
                                        const RefnetMapOptions *options, GError **error);

/* Each fills in a prepared layout and returns FALSE with *error set when it cannot. */
typedef gboolean (*RefnetLayOut)(const RefnetNetwork *network, const RefnetMapOptions *options,
                                 RefnetLayout *layout, GError **error);
/* Every component for low stress, see stress.h. */
gboolean refnet_lay_out_stress(const RefnetNetwork *network, const RefnetMapOptions *options,
                               RefnetLayout *layout, GError **error);
/* On an ellipse, in an order of few crossings: depth first, then circular sifting (Baur & Brandes
 * 2004). O(n log n + m), and n Σ degree² for each round of sifting as long as that is affordable.
 */
gboolean refnet_lay_out_circle(const RefnetNetwork *network, const RefnetMapOptions *options,
                               RefnetLayout *layout, GError **error);
/* Each sector a block of its own; blocks near those they refer to. */
gboolean refnet_lay_out_sectors(const RefnetNetwork *network, const RefnetMapOptions *options,
                                RefnetLayout *layout, GError **error);
/* By latitude and longitude, else those of the areas served; REFNET_ERROR_USAGE when nobody's are
 * known. Organizations without stand near those they refer to. O(n + m). */
gboolean refnet_lay_out_geo(const RefnetNetwork *network, const RefnetMapOptions *options,
                            RefnetLayout *layout, GError **error);
/* Who refers above whom is referred to: layers by the longest way down, after the fewest links that
 * run in circles are turned (Eades, Lin & Smyth 1993), each ordered by barycenters (Sugiyama,
 * Tagawa & Toda 1981). REFNET_ERROR_USAGE for an undirected network. O(sweeps · (n log n + m)). */
gboolean refnet_lay_out_layers(const RefnetNetwork *network, const RefnetMapOptions *options,
                               RefnetLayout *layout, GError **error);
/* Where options->positions says; the others near those they refer to. O(rounds · (n + m)). */
gboolean refnet_lay_out_given(const RefnetNetwork *network, const RefnetMapOptions *options,
                              RefnetLayout *layout, GError **error);

/* The layout that the options ask for. */
RefnetLayout *refnet_layout_new(const RefnetNetwork *network, const RefnetMapOptions *options,
                                GError **error);
void refnet_layout_free(RefnetLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetLayout, refnet_layout_free)

/* Packs the parts into `area` at the largest common scale at which their footprints stay in it, and
 * pushes overlapping footprints apart; with panels, these fill the area and nobody leaves theirs.
 * Writes the positions of the placed vertices, in points.
 * FALSE with REFNET_ERROR_INTERNAL: memory. */
gboolean refnet_layout_fit(const RefnetLayout *layout, const RefnetFootprint *footprints,
                           RefnetBox area, RefnetPoint *positions, GError **error);

/* The place of the panel when the layout is fitted to `area`. O(panels). */
RefnetBox refnet_layout_panel_box(const RefnetLayout *layout, RefnetBox area, guint32 panel);
/* Positions within the panels, as refnet_layout_fit. FALSE: memory ran out. */
gboolean refnet_layout_fit_panels(const RefnetLayout *layout, const RefnetFootprint *footprints,
                                  RefnetBox area, RefnetPoint *positions);

G_END_DECLS

#endif
