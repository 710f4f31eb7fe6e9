/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Service gaps on the ground while they are put on a page. */
#ifndef REFNET_DRAW_GAPS_GAP_GROUND_H
#define REFNET_DRAW_GAPS_GAP_GROUND_H

#include "draw/gaps/gap_key.h"
#include "draw/gaps/gap_places.h"
#include "draw/labels/label_field.h"
#include "draw/layout/geography.h"
#include "draw/page/apart.h"
#include "draw/page/frame.h"
#include "draw/page/scale_bar.h"

G_BEGIN_DECLS

typedef struct {
  const RefnetGaps *gaps;
  const RefnetDataset *dataset;
  const RefnetGapTable *table;
  RefnetGapPlaces *places;
  gboolean is_chosen;           /* services were */
  RefnetTypesetter *typesetter; /* borrowed */
  guint64 seed;
  RefnetUnits units; /* of distances */
  RefnetScales scales;
  RefnetFrame frame;
  RefnetApart apart;
  RefnetBox map; /* where places may lie */
  RefnetPoint apart_at, side_at;
  RefnetBox bar;        /* where the scale bar stands */
  gboolean bar_has_row; /* below the map: no corner of it is clear */
  RefnetGapKey key;
  RefnetProjection projection;
  RefnetPlace *providers; /* of the services shown, by organization */
  /* By place. */
  RefnetPoint *true_point, *point;
  gboolean *is_named;
  RefnetTextBlock *name;
  RefnetLabelPlace *label;
} RefnetGapGround;

/* Frees what the page holds; gaps, table and typesetter are the caller's. */
void refnet_gap_ground_clear(RefnetGapGround *page);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetGapGround, refnet_gap_ground_clear)

/* Whether a place lies on the map, and not apart. */
gboolean refnet_gap_ground_is_placed(const RefnetGapGround *page, guint32 place);

/* Whether it is drawn at all: a slide has no room for those apart. */
gboolean refnet_gap_ground_is_drawn(const RefnetGapGround *page, guint32 place);

/* Finds who provides the services shown and has coordinates of its own; others would lie on the
 * names of their areas. */
void refnet_gap_ground_find_providers(RefnetGapGround *page);

/* Sets `point` to where an organization is drawn as a provider; FALSE when it is none, or lies
 * outside of what the areas take up: it would shrink them. */
gboolean refnet_gap_ground_provider(const RefnetGapGround *page, guint32 organization,
                                    RefnetPoint *point);

RefnetScaleBar refnet_gap_ground_scale_bar(const RefnetGapGround *page);

/* Counts, for the key, the providers drawn. */
void refnet_gap_ground_count_providers(RefnetGapGround *page);

/* Lines between the places of areas that are neighbors, each pair once: RefnetLabelLine. Notes for
 * the key whether there are any. Free with g_array_unref. */
GArray *refnet_gap_ground_neighbors(RefnetGapGround *page);

G_END_DECLS

#endif
