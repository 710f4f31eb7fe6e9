/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rounds of dividing, projecting and labeling, until names have room. */
#include "draw/ground/ground_arrange.h"

#include <math.h>
#include <string.h>

#include "draw/ground/ground_division.h"
#include "draw/ground/ground_names.h"
#include "draw/labels/label_boxes.h"
#include "draw/labels/label_room.h"
#include "draw/scene/no_memory.h"

#define FEW 30             /* organizations: discs need no room for numbers */
#define REACH 140.0        /* points that a leader may be long */
#define MOST_DISTORTED .12 /* of the width of the map, on average */
#define CALLED_OUT .06     /* share of the names that may stand farther away */
#define ROUNDS 4
#define MOST_MOVED 300 /* to make room for names */
#define HEAVY 2.0      /* of an area's name; an organization's is below */

/* ---- discs ----------------------------------------------------------------------------------- */

/* That of a marker is in the middle of those it stands for. */
static void find_true_points(RefnetGroundPage *page) {
  guint32 n = page->network->vertices;
  memset(page->true_point, 0, n * sizeof *page->true_point);
  for (guint32 v = 0; v < n; v++) {
    if (!refnet_ground_is_placed(page, v))
      continue;
    RefnetPoint point = refnet_projection_point(&page->projection, page->place[v]);
    guint32 head = page->head[v];
    page->true_point[head].x += point.x / page->members[head];
    page->true_point[head].y += point.y / page->members[head];
  }
}

static gboolean project(RefnetGroundPage *page, GError **error) {
  RefnetArrangement *a = &page->a;
  guint32 n = page->network->vertices, count = 0;
  double beside = MIN(7 * a->scales.label.size, a->drawing.width / 6);
  double above = MIN((a->scales.is_slide ? 1 : 3) * a->scales.label.size, a->drawing.height / 8);
  RefnetBox inner = {a->drawing.x + beside, a->drawing.y + above, a->drawing.width - 2 * beside,
                     a->drawing.height - 2 * above};
  g_autofree guint32 *placed = g_new(guint32, (gsize)n + 1);
  g_autofree RefnetFootprint *room = g_new0(RefnetFootprint, (gsize)n + 1);
  /* Room for a number beside each disc. */
  double pad = a->scales.is_slide ? 0.5 : n > FEW ? a->scales.number.size * .5 : 2;
  refnet_projection_fit(&page->projection, page->place, n, NULL, 0, inner);
  find_true_points(page);
  for (guint32 v = 0; v < n; v++) {
    double half = a->radius[v] + pad;
    room[v] = (RefnetFootprint){half, half, half, half};
    if (!refnet_ground_is_drawn(page, v))
      continue;
    a->position[v] = page->true_point[v];
    placed[count++] = v;
  }
  for (guint32 i = 0; i < page->area_count; i++)
    page->area_point[i] = refnet_ground_area_true_point(page, i);
  refnet_places_fan_out(placed, count, a->position);
  if (!refnet_overlap_remove(placed, count, room, NULL, a->drawing, a->position))
    return refnet_draw_no_memory(error);
  return TRUE;
}

/* ---- labels ---------------------------------------------------------------------------------- */

/* Discs of organizations, then marks of areas, and the names of both. */
typedef struct {
  RefnetLabelDisc *discs;
  guint32 disc_count;
  RefnetLabelLine *lines;
  gsize line_count;
  RefnetLabelRequest *requests;
  RefnetLabelPlace *places;
  guint32 *owner; /* of a request: a vertex, or n and the number of an area */
  guint32 count;
} Crowd;

static void crowd_clear(Crowd *crowd) {
  g_free(crowd->discs);
  g_free(crowd->lines);
  g_free(crowd->requests);
  g_free(crowd->places);
  g_free(crowd->owner);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Crowd, crowd_clear)

static void ask(Crowd *crowd, guint32 owner, guint32 disc, const RefnetTextBlock *text,
                double weight, guint8 side, RefnetLabelPlace place) {
  crowd->requests[crowd->count] = (RefnetLabelRequest){
      .disc = disc, .width = text->width, .height = text->height, .weight = weight, .side = side};
  crowd->places[crowd->count] = place;
  crowd->owner[crowd->count++] = owner;
}

static void add_areas(const RefnetGroundPage *page, Crowd *crowd) {
  guint32 n = page->network->vertices;
  for (guint32 i = 0; i < page->area_count; i++) {
    RefnetPoint point = page->area_point[i];
    RefnetBox spot = {point.x - 4, point.y - 4, 8, 8};
    if (!refnet_box_inside(spot, page->a.drawing))
      continue;
    crowd->discs[crowd->disc_count] = (RefnetLabelDisc){point, 3};
    ask(crowd, n + i, crowd->disc_count++, &page->area_name[i], HEAVY, page->area_side[i],
        page->area_label[i]);
  }
}

/* With the labels of those who are labeled so, or have one by now. */
static void fill_crowd(const RefnetGroundPage *page, RefnetLabeled labeled, Crowd *crowd) {
  const RefnetArrangement *a = &page->a;
  guint32 n = page->network->vertices;
  gsize most = (gsize)n + page->area_count + 1;
  crowd->discs = g_new(RefnetLabelDisc, most);
  crowd->lines = g_new(RefnetLabelLine, a->network->ties + 1);
  crowd->requests = g_new0(RefnetLabelRequest, most);
  crowd->places = g_new0(RefnetLabelPlace, most);
  crowd->owner = g_new(guint32, most);
  for (guint32 v = 0; v < n; v++) {
    if (!refnet_ground_is_drawn(page, v))
      continue;
    crowd->discs[crowd->disc_count] = (RefnetLabelDisc){a->position[v], a->radius[v]};
    if (a->labeled[v] == labeled || a->place[v].placed)
      ask(crowd, v, crowd->disc_count, &a->label[v],
          1 + MIN(refnet_ground_names_importance(page, v) / MAX(a->scales.most_ties, 1), 1) * .9,
          a->side[v], a->place[v]);
    crowd->disc_count++;
  }
  add_areas(page, crowd);
  for (guint64 t = 0; t < a->network->ties; t++)
    crowd->lines[crowd->line_count++] =
        (RefnetLabelLine){a->position[a->network->tie_a[t]], a->position[a->network->tie_b[t]]};
}

/* Returns how many organizations' labels found no room. */
static guint32 place_labels(RefnetGroundPage *page, RefnetLabeled labeled, double reach,
                            gboolean cross) {
  guint32 n = page->network->vertices, missing = 0;
  g_auto(Crowd) crowd = {.count = 0};
  fill_crowd(page, labeled, &crowd);
  RefnetLabelField field = {.area = page->a.drawing,
                            .discs = crowd.discs,
                            .disc_count = crowd.disc_count,
                            .lines = crowd.lines,
                            .line_count = crowd.line_count,
                            .taken = &page->bar,
                            .taken_count = 1,
                            .most_crossed = cross ? REFNET_NONE : 0};
  refnet_labels_place(&field, crowd.requests, crowd.count, reach, page->a.seed, crowd.places);
  for (guint32 i = 0; i < crowd.count; i++) {
    if (crowd.owner[i] >= n) {
      page->area_label[crowd.owner[i] - n] = crowd.places[i];
      continue;
    }
    page->a.place[crowd.owner[i]] = crowd.places[i];
    missing += !crowd.places[i].placed;
  }
  return missing;
}

static RefnetLabelEnds *ends_of_ties(const RefnetGroundPage *page, const guint32 *disc_of) {
  const RefnetNetwork *network = page->a.network;
  RefnetLabelEnds *ends = g_new(RefnetLabelEnds, network->ties + 1);
  for (guint64 t = 0; t < network->ties; t++)
    ends[t] = (RefnetLabelEnds){disc_of[network->tie_a[t]], disc_of[network->tie_b[t]]};
  return ends;
}

/* Whether most would lie so far from their places that this were no map any more. */
static gboolean is_distorted(const RefnetGroundPage *page, const Crowd *crowd) {
  double moved = 0;
  guint32 disc = 0;
  for (guint32 v = 0; v < page->network->vertices; v++)
    if (refnet_ground_is_drawn(page, v)) {
      RefnetPoint to = crowd->discs[disc++].middle, from = page->true_point[v];
      moved += hypot(to.x - from.x, to.y - from.y);
    }
  return moved > MOST_DISTORTED * disc * page->a.drawing.width;
}

/* Where many lie close together, discs and areas move aside so that they can be named. */
static void make_room(RefnetGroundPage *page) {
  RefnetArrangement *a = &page->a;
  guint32 n = page->network->vertices, placed = 0;
  g_auto(Crowd) crowd = {.count = 0};
  g_autofree guint32 *disc_of = g_new0(guint32, (gsize)n + 1);
  memset(a->place, 0, n * sizeof *a->place);
  memset(page->area_label, 0, page->area_count * sizeof *page->area_label);
  fill_crowd(page, REFNET_LABELED_NAME, &crowd);
  for (guint32 v = 0; v < n; v++)
    if (refnet_ground_is_drawn(page, v))
      disc_of[v] = placed++;
  g_autofree RefnetLabelEnds *ends = ends_of_ties(page, disc_of);
  RefnetLabelRoom room = {.area = a->drawing,
                          .discs = crowd.discs,
                          .disc_count = crowd.disc_count,
                          .ends = ends,
                          .line_count = a->network->ties,
                          .requests = crowd.requests,
                          .count = crowd.count};
  refnet_labels_make_room(&room);
  if (is_distorted(page, &crowd))
    return;
  for (guint32 v = 0; v < n; v++)
    if (refnet_ground_is_drawn(page, v))
      a->position[v] = crowd.discs[disc_of[v]].middle;
  for (guint32 i = 0; i < crowd.count; i++) {
    guint32 owner = crowd.owner[i];
    *(owner < n ? &a->side[owner] : &page->area_side[owner - n]) = crowd.requests[i].side;
    if (owner >= n)
      page->area_point[owner - n] = crowd.discs[crowd.requests[i].disc].middle;
  }
}

/* ---- the scale bar --------------------------------------------------------------------------- */

#define AROUND_BAR 8.0 /* points to discs, and to lines, which may be bent */

static gboolean is_clear_of_map(RefnetBox bar, gpointer data) {
  const RefnetGroundPage *page = data;
  const RefnetArrangement *a = &page->a;
  RefnetBox room = refnet_box_grow(bar, AROUND_BAR);
  for (guint32 v = 0; v < page->network->vertices; v++)
    if (refnet_ground_is_drawn(page, v) &&
        (refnet_box_meets_disc(room, a->position[v], a->radius[v]) ||
         refnet_label_meets_line(room, (RefnetLabelLine){a->position[v], page->true_point[v]})))
      return FALSE;
  for (guint32 i = 0; i < page->area_count; i++)
    if (refnet_box_meets_disc(room, page->area_point[i], 0))
      return FALSE;
  for (guint64 t = 0; t < a->network->ties; t++)
    if (refnet_label_meets_line(room, (RefnetLabelLine){a->position[a->network->tie_a[t]],
                                                        a->position[a->network->tie_b[t]]}))
      return FALSE;
  return TRUE;
}

/* Into a corner of the map; FALSE: none is clear. */
static gboolean place_bar(RefnetGroundPage *page) {
  RefnetScaleBar bar = refnet_ground_scale_bar(page);
  page->bar = refnet_scale_bar_draw(&bar, (RefnetPoint){0, 0}, NULL);
  return refnet_scale_bar_find_corner(page->a.drawing, is_clear_of_map, page, &page->bar);
}

/* ---- who lies apart -------------------------------------------------------------------------- */

static void place_apart(RefnetGroundPage *page) {
  guint32 at = 0;
  for (guint32 v = 0; v < page->network->vertices; v++) {
    if (refnet_ground_is_placed(page, v))
      continue;
    const RefnetTextBlock *label = &page->a.label[v];
    RefnetPoint middle =
        refnet_apart_middle(&page->apart, at++, page->apart_at.x, page->apart_at.y);
    page->a.position[v] = middle;
    page->a.place[v] =
        (RefnetLabelPlace){.placed = label->line_count > 0,
                           .box = {middle.x + page->apart.disc_width / 2 + REFNET_APART_GAP,
                                   middle.y - label->height / 2, label->width, label->height}};
  }
}

/* ---- rounds ---------------------------------------------------------------------------------- */

/* Discs, and the scale bar: in a row of its own, which takes height, where it has no corner. */
static gboolean place_discs(RefnetGroundPage *page, GError **error) {
  for (;;) {
    while (!refnet_ground_division_try(page))
      ;
    if (!project(page, error))
      return FALSE;
    if (page->network->vertices <= MOST_MOVED && !page->a.scales.is_slide)
      make_room(page);
    if (page->bar_has_row || place_bar(page))
      return TRUE;
    page->bar_has_row = TRUE;
  }
}

/* Names that find no room turn into numbers; the longer key leaves the map less room, and so on. */
gboolean refnet_ground_arrange(RefnetGroundPage *page, GError **error) {
  guint32 n = page->network->vertices;
  gboolean cross = page->a.scales.is_slide && !page->gathered;
  for (int round = 0; round < ROUNDS; round++) {
    if (!place_discs(page, error))
      return FALSE;
    gboolean had_moved = page->has_moved;
    page->has_moved = FALSE;
    for (guint32 v = 0; v < n; v++)
      page->has_moved |= refnet_ground_has_moved(page, v);
    memset(page->a.place, 0, n * sizeof *page->a.place);
    memset(page->area_label, 0, page->area_count * sizeof *page->area_label);
    guint32 missing = place_labels(page, REFNET_LABELED_NAME, REACH, cross);
    if (missing > 0 && missing <= CALLED_OUT * n)
      missing = place_labels(page, REFNET_LABELED_NAME, page->a.scales.width / 4, TRUE);
    gboolean complete = missing == 0;
    if ((complete && had_moved == page->has_moved) || round + 1 == ROUNDS)
      break;
    refnet_ground_names_replace_unplaced(page);
  }
  if (place_labels(page, REFNET_LABELED_NUMBER, REACH, FALSE) > 0)
    place_labels(page, REFNET_LABELED_NUMBER, page->a.drawing.width, TRUE);
  refnet_ground_division_settle(page);
  place_apart(page);
  for (guint32 v = 0; v < n; v++)
    page->a.position[v] = page->a.position[page->head[v]];
  return TRUE;
}
