/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Bodies of discs and labels. */
#include "draw/labels/label_crowd.h"

#include "draw/labels/label_candidates.h"

/* Points around every disc and label: half of what has to be between them, and a hair. */
#define CLEAR (REFNET_LABEL_CLEARANCE / 2 + 0.1)
/* And between labels side by side, where room is not short. */
#define CLEAR_BESIDE (REFNET_LABEL_WORD_GAP / 2 + 0.1)

RefnetBox refnet_label_crowd_box(const RefnetLabelCrowd *crowd, guint32 label, guint position) {
  const RefnetLabelRequest *request = &crowd->room->requests[label];
  RefnetLabelDisc disc = crowd->room->discs[request->disc];
  RefnetBox box = refnet_label_box_beside(disc, request, position, 0);
  double beside = crowd->room->has_room ? CLEAR_BESIDE : CLEAR;
  return (RefnetBox){box.x - beside, box.y - CLEAR, box.width + 2 * beside, box.height + 2 * CLEAR};
}

void refnet_label_crowd_set_disc(RefnetLabelCrowd *crowd, guint32 d) {
  RefnetLabelDisc disc = crowd->room->discs[d];
  RefnetLabelBody *body = &crowd->bodies[d];
  body->count = 1;
  body->weight = 1;
  body->boxes[0] = body->both =
      refnet_box_grow((RefnetBox){disc.middle.x, disc.middle.y, 0, 0}, disc.radius + CLEAR);
}

void refnet_label_crowd_set(RefnetLabelCrowd *crowd) {
  for (guint32 d = 0; d < crowd->room->disc_count; d++)
    refnet_label_crowd_set_disc(crowd, d);
  for (guint32 label = 0; label < crowd->room->count; label++) {
    const RefnetLabelRequest *request = &crowd->room->requests[label];
    RefnetLabelBody *body = &crowd->bodies[request->disc];
    body->count = 2;
    body->weight = request->weight;
    body->boxes[1] = refnet_label_crowd_box(crowd, label, request->side - 1);
    body->both = refnet_box_union(body->boxes[0], body->boxes[1]);
  }
}

static void move_box(RefnetBox *box, RefnetPoint by) {
  box->x += by.x;
  box->y += by.y;
}

gboolean refnet_label_crowd_is_fixed(const RefnetLabelCrowd *crowd, guint32 d) {
  return crowd->room->fixed && crowd->room->fixed[d];
}

void refnet_label_crowd_move(RefnetLabelCrowd *crowd, guint32 d, RefnetPoint by) {
  RefnetLabelBody *body = &crowd->bodies[d];
  if (refnet_label_crowd_is_fixed(crowd, d))
    return;
  for (guint i = 0; i < body->count; i++)
    move_box(&body->boxes[i], by);
  move_box(&body->both, by);
  crowd->room->discs[d].middle.x += by.x;
  crowd->room->discs[d].middle.y += by.y;
}

void refnet_label_crowd_keep_inside(RefnetLabelCrowd *crowd, guint32 d) {
  RefnetBox box = crowd->bodies[d].both, area = crowd->room->area;
  RefnetPoint by = {MAX(area.x - box.x, 0) - MAX(box.x + box.width - area.x - area.width, 0),
                    MAX(area.y - box.y, 0) - MAX(box.y + box.height - area.y - area.height, 0)};
  if (by.x != 0 || by.y != 0)
    refnet_label_crowd_move(crowd, d, by);
}

double refnet_label_outside(RefnetBox box, RefnetBox area) {
  return MAX(area.x - box.x, 0) + MAX(box.x + box.width - area.x - area.width, 0) +
         MAX(area.y - box.y, 0) + MAX(box.y + box.height - area.y - area.height, 0);
}
