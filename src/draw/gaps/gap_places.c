/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Findings grouped by area, and discs packed close together. */
#include "draw/gaps/gap_places.h"

#include <math.h>
#include <stdlib.h>

#include "base/order.h"

#define MOST_SINGLE_DOTS 12
#define BETWEEN 1.5 /* points between dots */
#define ANGLES 48

/* ---- what was found -------------------------------------------------------------------------- */

typedef struct {
  guint32 area, service;
  RefnetGapStatus status;
  double unmet;
} Finding;

static int compare_findings(const void *left, const void *right) {
  const Finding *a = left, *b = right;
  if (a->area != b->area)
    return a->area < b->area ? -1 : 1;
  if (a->status != b->status)
    return a->status < b->status ? -1 : 1;
  return (a->service > b->service) - (a->service < b->service);
}

static double larger(double a, double b) {
  return isnan(a) || b > a ? b : a;
}

static double sum(double a, double b) {
  return isnan(a) ? b : isnan(b) ? a : a + b;
}

/* A service that several groups miss in an area is one gap there. */
static gsize collect(const RefnetGaps *gaps, Finding *findings) {
  gsize kept = 0;
  for (gsize i = 0; i < gaps->cell_count; i++)
    findings[i] = (Finding){gaps->cells[i].area, gaps->cells[i].service, gaps->cells[i].status,
                            gaps->cells[i].unmet};
  if (gaps->cell_count > 1)
    qsort(findings, gaps->cell_count, sizeof *findings, compare_findings);
  for (gsize i = 0; i < gaps->cell_count; i++) {
    if (kept > 0 && compare_findings(&findings[kept - 1], &findings[i]) == 0)
      findings[kept - 1].unmet = larger(findings[kept - 1].unmet, findings[i].unmet);
    else
      findings[kept++] = findings[i];
  }
  return kept;
}

static guint32 most_of_an_area(const Finding *findings, gsize count) {
  guint32 most = 0, here = 0;
  for (gsize i = 0; i < count; i++) {
    here = i > 0 && findings[i].area == findings[i - 1].area ? here + 1 : 1;
    most = MAX(most, here);
  }
  return most;
}

/* ---- dots ------------------------------------------------------------------------------------ */

static void add_finding(RefnetGapPlace *place, const Finding *finding, gboolean is_each) {
  RefnetGapDot *last = place->dot_count > 0 ? &place->dots[place->dot_count - 1] : NULL;
  if (!last || is_each || last->status != finding->status) {
    last = &place->dots[place->dot_count++];
    *last = (RefnetGapDot){.status = finding->status, .service = finding->service, .unmet = NAN};
  }
  if (last->gaps++ > 0)
    last->service = REFNET_NONE;
  last->unmet = sum(last->unmet, finding->unmet);
  place->unmet = sum(place->unmet, finding->unmet);
  place->gaps++;
}

static void add_area(RefnetGapPlaces *places, guint32 area, RefnetPlace where,
                     const Finding *findings, gsize count) {
  RefnetGapPlace *place = &places->places[places->count++];
  *place = (RefnetGapPlace){.area = area, .place = where, .unmet = NAN};
  place->dots = g_new0(RefnetGapDot, count + 1);
  for (gsize i = 0; i < count; i++) {
    add_finding(place, &findings[i], places->is_each);
    places->statuses[findings[i].status]++;
    places->knows_unmet |= findings[i].unmet > 0;
  }
  places->clear += count == 0;
  places->estimated += where.basis == REFNET_PLACE_ESTIMATED;
  places->unplaced += where.basis == REFNET_PLACE_UNKNOWN;
}

static double value_of(const RefnetGapPlaces *places, const RefnetGapDot *dot) {
  double unmet = isnan(dot->unmet) ? 0 : dot->unmet;
  return places->knows_unmet ? unmet : dot->gaps;
}

static void find_most(RefnetGapPlaces *places) {
  for (guint32 i = 0; i < places->count; i++)
    for (guint32 d = 0; d < places->places[i].dot_count; d++)
      places->most = MAX(places->most, value_of(places, &places->places[i].dots[d]));
}

RefnetGapPlaces *refnet_gap_places_new(const RefnetGaps *gaps, const RefnetGapTable *table,
                                       gboolean is_each) {
  RefnetGapPlaces *places = g_new0(RefnetGapPlaces, 1);
  g_autofree RefnetPlace *where = refnet_places_of_areas(gaps->network->dataset);
  g_autofree Finding *findings = g_new(Finding, gaps->cell_count + 1);
  g_autofree guint32 *areas = g_memdup2(table->areas, table->area_count * sizeof *areas);
  gsize count = collect(gaps, findings), first = 0;
  places->is_each = is_each && most_of_an_area(findings, count) <= MOST_SINGLE_DOTS;
  places->places = g_new0(RefnetGapPlace, (gsize)table->area_count + 1);
  refnet_sort_numbers(areas, table->area_count);
  for (guint32 i = 0; i < table->area_count; i++) {
    gsize end;
    while (first < count && findings[first].area < areas[i])
      first++;
    for (end = first; end < count && findings[end].area == areas[i]; end++)
      ;
    add_area(places, areas[i], where[areas[i]], findings + first, end - first);
    first = end;
  }
  find_most(places);
  return places;
}

void refnet_gap_places_free(RefnetGapPlaces *places) {
  if (!places)
    return;
  for (guint32 i = 0; i < places->count; i++)
    g_free(places->places[i].dots);
  g_free(places->places);
  g_free(places);
}

/* ---- packing --------------------------------------------------------------------------------- */

double refnet_gap_places_radius(const RefnetGapPlaces *places, double value) {
  double low = places->smallest * places->smallest, high = places->largest * places->largest;
  double share = places->most > 0 ? value / places->most : 0;
  return sqrt(low + (high - low) * CLAMP(share, 0, 1));
}

static gboolean is_clear(const RefnetGapPlace *place, guint32 placed, RefnetPoint at,
                         double radius) {
  for (guint32 i = 0; i < placed; i++) {
    double apart = hypot(at.x - place->dots[i].offset.x, at.y - place->dots[i].offset.y);
    if (apart < radius + place->dots[i].radius + BETWEEN - 1e-6)
      return FALSE;
  }
  return TRUE;
}

/* Beside one of those placed before it, as near to the first as can be. */
static RefnetPoint nearest_spot(const RefnetGapPlace *place, guint32 dot) {
  double radius = place->dots[dot].radius, least = G_MAXDOUBLE;
  RefnetPoint best = {0, 0};
  for (guint32 i = 0; i < dot; i++)
    for (int step = 0; step < ANGLES; step++) {
      double angle = 2 * G_PI * step / ANGLES - G_PI / 2;
      double away = place->dots[i].radius + radius + BETWEEN;
      RefnetPoint at = {place->dots[i].offset.x + away * cos(angle),
                        place->dots[i].offset.y + away * sin(angle)};
      double reach = hypot(at.x, at.y) + radius;
      if (reach < least - 1e-6 && is_clear(place, dot, at, radius)) {
        least = reach;
        best = at;
      }
    }
  return best;
}

/* The offsets count from the middle of the box around the dots. */
static void center(RefnetGapPlace *place) {
  double left = 0, right = 0, top = 0, bottom = 0;
  for (guint32 i = 0; i < place->dot_count; i++) {
    const RefnetGapDot *dot = &place->dots[i];
    left = MIN(left, dot->offset.x - dot->radius);
    right = MAX(right, dot->offset.x + dot->radius);
    top = MIN(top, dot->offset.y - dot->radius);
    bottom = MAX(bottom, dot->offset.y + dot->radius);
  }
  place->radius = 0;
  for (guint32 i = 0; i < place->dot_count; i++) {
    RefnetGapDot *dot = &place->dots[i];
    dot->offset.x -= (left + right) / 2;
    dot->offset.y -= (top + bottom) / 2;
    place->radius = MAX(place->radius, hypot(dot->offset.x, dot->offset.y) + dot->radius);
  }
}

static int compare_dots(const void *left, const void *right) {
  const RefnetGapDot *a = left, *b = right;
  if (a->radius != b->radius)
    return a->radius > b->radius ? -1 : 1;
  if (a->status != b->status)
    return a->status < b->status ? -1 : 1;
  return (a->service > b->service) - (a->service < b->service);
}

static void pack(const RefnetGapPlaces *places, RefnetGapPlace *place) {
  for (guint32 i = 0; i < place->dot_count; i++)
    place->dots[i].radius = refnet_gap_places_radius(places, value_of(places, &place->dots[i]));
  if (place->dot_count > 1)
    qsort(place->dots, place->dot_count, sizeof *place->dots, compare_dots);
  for (guint32 i = 0; i < place->dot_count; i++)
    place->dots[i].offset = i == 0 ? (RefnetPoint){0, 0} : nearest_spot(place, i);
  center(place);
  if (place->dot_count == 0)
    place->radius = places->smallest * .6;
}

void refnet_gap_places_pack(RefnetGapPlaces *places, double smallest, double largest) {
  places->smallest = smallest;
  places->largest = largest;
  for (guint32 i = 0; i < places->count; i++)
    pack(places, &places->places[i]);
}
