/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A network on the ground while it is put on a page: who lies where, and what is named. */
#ifndef REFNET_DRAW_GROUND_GROUND_PAGE_H
#define REFNET_DRAW_GROUND_GROUND_PAGE_H

#include "draw/layout/geography.h"
#include "draw/network/arrangement.h"
#include "draw/page/apart.h"
#include "draw/page/scale_bar.h"

G_BEGIN_DECLS

/* The organizations are those of `network`; what has no place is set apart, below the map. */
typedef struct {
  RefnetArrangement a; /* what ties are drawn from: the network without ties to who lies apart */
  RefnetNetwork shown; /* behind a.network */
  const RefnetNetwork *network;
  guint32 *tie_a, *tie_b; /* of `shown` */
  gboolean names_given;   /* --label none was not */
  RefnetPlace *place;     /* by vertex */
  RefnetPlace *area_place;
  RefnetUnits units; /* of distances */
  guint32 *head;     /* by vertex: whose marker stands for it; itself: it lies alone, or is apart */
  guint32 *members;  /* by head: how many its marker stands for */
  RefnetNetwork *gathered; /* the ties between markers; NULL: everybody lies alone */
  double *far;             /* km, of who lies too far away to be shown; by vertex */
  RefnetPoint *true_point;
  RefnetProjection projection;
  RefnetApart apart;
  RefnetPoint apart_at;
  RefnetBox bar;        /* where the scale bar stands */
  gboolean bar_has_row; /* below the map: no corner of it is clear */
  guint32 apart_count, estimated, unnamed;
  guint key_planned;        /* names in the key before some were left out */
  gboolean is_brief;        /* in notes: who is not named */
  gboolean has_named_again; /* what had become numbers, and too many of them */
  gboolean has_moved;
  guint32 *areas; /* named on the map */
  guint32 area_count;
  RefnetTextBlock *area_name;
  RefnetPoint *area_point; /* on the page, with those around it */
  guint8 *area_side;       /* of it that is kept free for its name; as of discs */
  RefnetLabelPlace *area_label;
} RefnetGroundPage;

/* Frees what the page holds; the page itself and the typesetter are the caller's. */
void refnet_ground_page_clear(RefnetGroundPage *page);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetGroundPage, refnet_ground_page_clear)

/* Whether vertex v lies on the map, and not apart. */
gboolean refnet_ground_is_placed(const RefnetGroundPage *page, guint32 v);

/* Whether vertex v lies on the map and is drawn there: it is alone, or the head of a marker. */
gboolean refnet_ground_is_drawn(const RefnetGroundPage *page, guint32 v);

/* Whether vertex v is the head of a marker that stands for several. */
gboolean refnet_ground_is_marker(const RefnetGroundPage *page, guint32 v);

/* Whether vertex v is drawn on the map, but beside its true place, for want of room. */
gboolean refnet_ground_has_moved(const RefnetGroundPage *page, guint32 v);

RefnetScaleBar refnet_ground_scale_bar(const RefnetGroundPage *page);

/* Where the i-th of the areas named on the map truly lies. */
RefnetPoint refnet_ground_area_true_point(const RefnetGroundPage *page, guint32 i);

G_END_DECLS

#endif
