/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Service gaps by area, as dots around the place of each. */
#ifndef REFNET_DRAW_GAPS_GAP_PLACES_H
#define REFNET_DRAW_GAPS_GAP_PLACES_H

#include <refnet/analysis.h>

#include "draw/gaps/gap_table.h"
#include "draw/layout/geography.h"

G_BEGIN_DECLS

/* One gap, or all of one status in an area. */
typedef struct {
  RefnetGapStatus status;
  guint32 service; /* REFNET_NONE: of several */
  guint32 gaps;    /* services */
  double unmet;    /* people a year; NaN: unknown */
  double radius;
  RefnetPoint offset; /* of its middle from the area's */
} RefnetGapDot;

typedef struct {
  guint32 area;
  RefnetPlace place;
  RefnetGapDot *dots; /* largest first */
  guint32 dot_count;
  guint32 gaps;  /* of all dots */
  double unmet;  /* likewise; NaN: in none known */
  double radius; /* of the smallest disc around its dots; without a gap, of its mark */
} RefnetGapPlace;

typedef struct {
  RefnetGapPlace *places; /* by area */
  guint32 count;
  gboolean is_each;                      /* each dot is one gap; else a status of an area */
  gboolean knows_unmet;                  /* dots go by it, else by their number of gaps */
  double most;                           /* of what the dots go by */
  double smallest, largest;              /* radius, in points */
  guint32 statuses[REFNET_GAP_STATUSES]; /* gaps of each */
  guint32 clear;                         /* areas without a gap */
  guint32 estimated, unplaced;           /* areas whose place is estimated, or unknown */
} RefnetGapPlaces;

/* The areas of the table and what was found there. `is_each`: a dot for each gap where no area has
 * more than twelve. O(findings · log findings + areas). */
RefnetGapPlaces *refnet_gap_places_new(const RefnetGaps *gaps, const RefnetGapTable *table,
                                       gboolean is_each);
void refnet_gap_places_free(RefnetGapPlaces *places);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetGapPlaces, refnet_gap_places_free)

/* Sizes the dots, area by what they go by, and packs those of each area around its middle. O(areas)
 * times a little. */
void refnet_gap_places_pack(RefnetGapPlaces *places, double smallest, double largest);
/* The radius of a dot of that value. */
double refnet_gap_places_radius(const RefnetGapPlaces *places, double value);

G_END_DECLS

#endif
