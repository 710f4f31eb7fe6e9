/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The dots of a map of gaps, and the column that explains them. */
#ifndef REFNET_DRAW_GAPS_GAP_KEY_H
#define REFNET_DRAW_GAPS_GAP_KEY_H

#include "draw/gaps/gap_places.h"
#include "draw/scene/text.h"
#include "draw/signs/scales.h"

G_BEGIN_DECLS

#define REFNET_GAP_LINE_RGB 0xB4BDC6     /* between neighbors */
#define REFNET_GAP_PROVIDER_RGB 0x5B6770 /* of the dot of a provider */

/* What there is to explain; everything is borrowed. */
typedef struct {
  const RefnetGaps *gaps;
  const RefnetGapTable *table;
  const RefnetGapPlaces *places;
  const RefnetScales *scales;
  RefnetTypesetter *typesetter;
  gboolean is_chosen;     /* services were */
  guint32 provider_count; /* on the map */
  gboolean has_neighbors, has_moved;
  double width, height;       /* of the column; on a slide, what has no room in it is left out */
  double least_letters;       /* points */
  guint32 unnamed, not_drawn; /* areas, for want of room or of a place */
} RefnetGapKey;

/* Writes the column from (x, y) down, or only measures it without a scene; returns its height. */
double refnet_gap_key_draw(const RefnetGapKey *key, RefnetScene *scene, double x, double y);

/* A dot of an area: color and symbol, and a figure where it has one and there is room. */
void refnet_gap_dot_draw(const RefnetGapKey *key, RefnetScene *scene, guint32 owner,
                         const RefnetGapDot *dot, RefnetPoint middle);
/* The mark of an area where nothing was found. */
void refnet_gap_clear_draw(RefnetScene *scene, RefnetPart part, guint32 owner, RefnetPoint middle,
                           double radius);

G_END_DECLS

#endif
