/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Discs and other forms with their marks, rings and hatching. */
#include "draw/signs/discs.h"

#include <math.h>

#define RING_RGB 0x111827

static void draw_cross(const RefnetGroup *group, RefnetScene *scene, RefnetPart part, guint32 owner,
                       RefnetPoint middle, double arm) {
  for (int sign = -1; sign <= 1; sign += 2) {
    RefnetPoint from = {middle.x - arm, middle.y - sign * arm};
    RefnetPoint to = {middle.x + arm, middle.y + sign * arm};
    RefnetPrimitive *line = refnet_scene_add_line(scene, part, from, to);
    line->owner = owner;
    line->stroke = group->mark;
    line->stroke_width = MAX(0.8, arm / 3);
  }
}

static RefnetPrimitive *add_disc(RefnetScene *scene, RefnetPart part, guint32 owner,
                                 RefnetPoint middle, double radius) {
  RefnetPrimitive *disc = refnet_scene_add_disc(scene, part, middle, radius);
  disc->owner = owner;
  disc->stroke_width = 1;
  return disc;
}

/* Chords of the disc, rising to the right. */
void refnet_disc_hatch(RefnetScene *scene, RefnetPart part, guint32 owner, RefnetPoint middle,
                       double radius) {
  const double step = 3.5;
  for (double off = step * ceil(-radius / step) + step / 2; off < radius; off += step) {
    double half = sqrt(radius * radius - off * off) * G_SQRT2 / 2, aside = off * G_SQRT2 / 2;
    RefnetPoint from = {middle.x + aside - half, middle.y + aside + half};
    RefnetPoint to = {middle.x + aside + half, middle.y + aside - half};
    RefnetPrimitive *line = refnet_scene_add_line(scene, part, from, to);
    line->owner = owner;
    line->stroke = refnet_color(RING_RGB, 0.75);
    line->stroke_width = 0.9;
  }
}

void refnet_disc_draw(const RefnetGroup *group, RefnetScene *scene, RefnetPart part, guint32 owner,
                      RefnetPoint middle, double radius, RefnetRim rim) {
  const gboolean ringed = rim == REFNET_RIM_RING;
  RefnetPart mark_part = part == REFNET_PART_NODE ? REFNET_PART_MARK : part;
  if (ringed) {
    RefnetPrimitive *ring = add_disc(scene, part, owner, middle, radius);
    ring->fill = refnet_color(0xFFFFFF, 1);
    ring->stroke = refnet_color(RING_RGB, 1);
    ring->stroke_width = 1.8;
    radius -= REFNET_RING;
  }
  RefnetPrimitive *disc =
      refnet_form_add(group->form, scene, ringed ? mark_part : part, middle, radius);
  disc->owner = owner;
  disc->stroke_width = 1;
  disc->fill = group->fill;
  disc->stroke = group->outline;
  disc->dash = group->dashed ? 2.5 : 0;
  radius /= refnet_form_reach(group->form);
  if (group->symbol == REFNET_SYMBOL_DOT)
    add_disc(scene, mark_part, owner, middle, radius * 0.4)->fill = group->mark;
  else if (group->symbol == REFNET_SYMBOL_CROSS)
    draw_cross(group, scene, mark_part, owner, middle, radius * 0.45);
}
