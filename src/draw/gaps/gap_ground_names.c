/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Places are found around the circle that holds all dots of an area; from there names move up to
 * the nearest dot. */
#include "draw/gaps/gap_ground_names.h"

#include <math.h>

#include "draw/labels/label_boxes.h"
#include "draw/labels/labels.h"

/* Points between a name and its dot, a step on the way there, and the most steps. */
#define NEAR 3.5
#define STEP 1.0
#define MOST_STEPS 120
/* A name farther away gets a line to its dot. */
#define LONGEST_GAP 6.0

/* ---- dots ------------------------------------------------------------------------------------ */

static guint32 discs_of(const RefnetGapGround *page, guint32 place) {
  return MAX(page->places->places[place].dot_count, 1);
}

static RefnetLabelDisc disc_of(const RefnetGapGround *page, guint32 place, guint32 dot) {
  const RefnetGapPlace *at = &page->places->places[place];
  if (at->dot_count == 0)
    return (RefnetLabelDisc){page->point[place], at->radius};
  return (RefnetLabelDisc){{page->point[place].x + at->dots[dot].offset.x,
                            page->point[place].y + at->dots[dot].offset.y},
                           at->dots[dot].radius};
}

/* The disc of that place which is nearest to the box. */
static RefnetLabelDisc nearest_disc(const RefnetGapGround *page, guint32 place, RefnetBox box) {
  RefnetLabelDisc best = disc_of(page, place, 0);
  for (guint32 d = 1; d < discs_of(page, place); d++) {
    RefnetLabelDisc disc = disc_of(page, place, d);
    if (refnet_label_distance(box, disc.middle) - disc.radius <
        refnet_label_distance(box, best.middle) - best.radius)
      best = disc;
  }
  return best;
}

RefnetPoint refnet_gap_ground_dot_near(const RefnetGapGround *page, guint32 place,
                                       RefnetPoint point) {
  return nearest_disc(page, place, (RefnetBox){point.x, point.y, 0, 0}).middle;
}

/* ---- up to them ------------------------------------------------------------------------------ */

/* Is the box clear of all dots and names, and on the map? */
static gboolean is_free(const RefnetGapGround *page, guint32 place, RefnetBox box) {
  if (!refnet_box_inside(box, page->map) ||
      refnet_label_too_near(box, page->bar, REFNET_LABEL_CLEARANCE))
    return FALSE;
  for (guint32 i = 0; i < page->places->count; i++) {
    if (!refnet_gap_ground_is_placed(page, i))
      continue;
    if (i != place && page->label[i].placed &&
        refnet_label_too_near(box, page->label[i].box, REFNET_LABEL_CLEARANCE))
      return FALSE;
    for (guint32 d = 0; d < discs_of(page, i); d++) {
      RefnetLabelDisc disc = disc_of(page, i, d);
      if (refnet_box_meets_disc(box, disc.middle, disc.radius + REFNET_LABEL_CLEARANCE))
        return FALSE;
    }
  }
  return TRUE;
}

/* One step of the box towards the point, along both axes or one of them; FALSE when all is taken.
 */
static gboolean approach(const RefnetGapGround *page, guint32 place, RefnetPoint to,
                         RefnetBox *box) {
  double x = to.x - CLAMP(to.x, box->x, box->x + box->width);
  double y = to.y - CLAMP(to.y, box->y, box->y + box->height);
  double length = MAX(hypot(x, y), 1e-9);
  const RefnetPoint steps[] = {{x / length, y / length}, {x / length, 0}, {0, y / length}};
  for (gsize i = 0; i < G_N_ELEMENTS(steps); i++) {
    RefnetBox next = *box;
    next.x += STEP * steps[i].x;
    next.y += STEP * steps[i].y;
    if (hypot(steps[i].x, steps[i].y) < .2 || !is_free(page, place, next))
      continue;
    *box = next;
    return TRUE;
  }
  return FALSE;
}

static double gap_to(RefnetLabelDisc disc, RefnetBox box) {
  return refnet_label_distance(box, disc.middle) - disc.radius;
}

/* Does the line keep clear of the dots of other areas? */
static gboolean is_line_clear(const RefnetGapGround *page, guint32 place, RefnetPoint from,
                              RefnetPoint to) {
  for (guint32 i = 0; i < page->places->count; i++)
    for (guint32 d = 0; i != place && refnet_gap_ground_is_placed(page, i) && d < discs_of(page, i);
         d++) {
      RefnetLabelDisc disc = disc_of(page, i, d);
      if (refnet_point_to_segment(disc.middle, from, to) < disc.radius + REFNET_LABEL_CLEARANCE)
        return FALSE;
    }
  return TRUE;
}

/* Where a line from the nearest dot ends: at the nearest point of the box or, where it would lead
 * over other dots, in the middle of a side. FALSE: it does from anywhere. */
static gboolean find_anchor(const RefnetGapGround *page, guint32 place, RefnetBox box,
                            RefnetPoint *anchor) {
  RefnetLabelDisc disc = nearest_disc(page, place, box);
  double x = box.x + box.width / 2, y = box.y + box.height / 2;
  const RefnetPoint ends[] = {refnet_label_leader(disc, box).to,
                              {disc.middle.x < x ? box.x : box.x + box.width, y},
                              {x, disc.middle.y < y ? box.y : box.y + box.height}};
  for (gsize i = 0; i < G_N_ELEMENTS(ends); i++)
    if (is_line_clear(page, place, disc.middle, ends[i])) {
      *anchor = ends[i];
      return TRUE;
    }
  *anchor = ends[0];
  return FALSE;
}

/* As near as it gets; but not where its line would lead over dots of others, if it need not. */
static void draw_near(RefnetGapGround *page, guint32 place) {
  RefnetLabelPlace *label = &page->label[place];
  RefnetBox box = label->box;
  RefnetLabelDisc disc = nearest_disc(page, place, box);
  gboolean was_clear = find_anchor(page, place, box, &label->anchor);
  for (int step = 0; step < MOST_STEPS && gap_to(disc, box) > NEAR; step++) {
    RefnetPoint anchor;
    if (!approach(page, place, disc.middle, &box))
      break;
    disc = nearest_disc(page, place, box);
    gboolean is_clear = gap_to(disc, box) <= LONGEST_GAP || find_anchor(page, place, box, &anchor);
    if (is_clear || !was_clear)
      label->box = box;
  }
  disc = nearest_disc(page, place, label->box);
  label->leader = gap_to(disc, label->box) > LONGEST_GAP;
  find_anchor(page, place, label->box, &label->anchor);
}

/* ---- all of them ----------------------------------------------------------------------------- */

guint32 refnet_gap_ground_name(RefnetGapGround *page, double reach) {
  guint32 discs = 0, count = 0, missing = 0, all = page->places->count;
  g_autofree RefnetLabelDisc *disc = g_new(RefnetLabelDisc, (gsize)all + 1);
  g_autofree RefnetLabelRequest *requests = g_new0(RefnetLabelRequest, (gsize)all + 1);
  g_autofree RefnetLabelPlace *found = g_new0(RefnetLabelPlace, (gsize)all + 1);
  g_autofree guint32 *place = g_new(guint32, (gsize)all + 1);
  g_autoptr(GArray) lines = refnet_gap_ground_neighbors(page);
  for (guint32 i = 0; i < all; i++) {
    page->label[i].placed = FALSE;
    if (!refnet_gap_ground_is_placed(page, i))
      continue;
    disc[discs++] = (RefnetLabelDisc){page->point[i], page->places->places[i].radius};
    if (!page->is_named[i])
      continue;
    requests[count] = (RefnetLabelRequest){.disc = discs - 1,
                                           .width = page->name[i].width,
                                           .height = page->name[i].height,
                                           .weight = 1};
    place[count++] = i;
  }
  RefnetLabelField field = {.area = page->map,
                            .discs = disc,
                            .disc_count = discs,
                            .lines = (const RefnetLabelLine *)(gpointer)lines->data,
                            .line_count = lines->len,
                            .taken = &page->bar,
                            .taken_count = 1};
  refnet_labels_place(&field, requests, count, reach, page->seed, found);
  for (guint32 i = 0; i < count; i++) {
    page->label[place[i]] = found[i];
    missing += !found[i].placed;
  }
  for (guint32 i = 0; i < count; i++)
    if (page->label[place[i]].placed)
      draw_near(page, place[i]);
  return missing;
}
