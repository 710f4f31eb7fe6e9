/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gaps on the ground from the back to the front. */
#include "draw/gaps/gap_ground_draw.h"

#include <math.h>

#include "draw/gaps/gap_ground_names.h"
#include "draw/gaps/gap_marks.h"
#include "present/gaps/gap_sentences.h"
#include "present/wording/words.h"

#define HALO 2.0

static void draw_ground(RefnetGapGround *page, RefnetScene *scene) {
  g_autoptr(GArray) lines = refnet_gap_ground_neighbors(page);
  RefnetPoint point;
  for (guint i = 0; i < lines->len; i++) {
    const RefnetLabelLine *between = &g_array_index(lines, RefnetLabelLine, i);
    RefnetPrimitive *line =
        refnet_scene_add_line(scene, REFNET_PART_GROUND, between->from, between->to);
    line->stroke = refnet_color(REFNET_GAP_LINE_RGB, 1);
    line->stroke_width = 1.2;
  }
  for (guint32 o = 0; o < page->dataset->organization_count; o++)
    if (refnet_gap_ground_provider(page, o, &point))
      refnet_scene_add_disc(scene, REFNET_PART_GROUND, point, 2.5)->fill =
          refnet_color(REFNET_GAP_PROVIDER_RGB, .45);
}

static void draw_leader(RefnetScene *scene, RefnetPoint from, RefnetPoint to) {
  static const struct {
    guint32 rgb;
    double width;
  } strokes[] = {{0xFFFFFF, 3}, {REFNET_INK, 1}};
  for (gsize i = 0; i < G_N_ELEMENTS(strokes); i++) {
    RefnetPrimitive *leader = refnet_scene_add_line(scene, REFNET_PART_LEADER, from, to);
    leader->stroke = refnet_color(strokes[i].rgb, 1);
    leader->stroke_width = strokes[i].width;
  }
}

static void draw_leaders(const RefnetGapGround *page, RefnetScene *scene) {
  for (guint32 i = 0; i < page->places->count; i++) {
    RefnetPoint at = page->point[i], from = page->true_point[i];
    if (hypot(at.x - from.x, at.y - from.y) > page->places->places[i].radius) {
      draw_leader(scene, from, refnet_gap_ground_dot_near(page, i, from));
      refnet_scene_add_disc(scene, REFNET_PART_LEADER, from, 2.2)->fill =
          refnet_color(REFNET_INK, 1);
    }
    if (page->label[i].placed && page->label[i].leader)
      draw_leader(scene, refnet_gap_ground_dot_near(page, i, page->label[i].anchor),
                  page->label[i].anchor);
  }
}

static char *title_of(const RefnetGapGround *page, const RefnetGapPlace *place) {
  g_autofree char *name = refnet_text_display(page->dataset->areas[place->area].name, 0);
  GString *title = g_string_new(name);
  guint32 counts[REFNET_GAP_STATUSES] = {0};
  for (guint32 d = 0; d < place->dot_count; d++)
    counts[place->dots[d].status] += place->dots[d].gaps;
  g_string_append(title, place->gaps == 0 ? ": no finding" : ": ");
  for (guint i = 0, first = TRUE; i < REFNET_GAP_STATUSES; i++)
    if (counts[refnet_gap_gravity[i]] > 0) {
      g_autofree char *count = refnet_words_digits(counts[refnet_gap_gravity[i]]);
      g_string_append_printf(title, "%s%s %s", first ? "" : ", ",
                             refnet_gap_status_words(refnet_gap_gravity[i]), count);
      first = FALSE;
    }
  if (place->unmet > 0) {
    g_autofree char *people = refnet_words_figure(place->unmet);
    g_string_append_printf(title, "; unmet: %s a year", people);
  }
  return g_string_free(title, FALSE);
}

static void draw_area(const RefnetGapGround *page, RefnetScene *scene, guint32 i) {
  const RefnetGapPlace *place = &page->places->places[i];
  RefnetPoint at = page->point[i];
  g_autofree char *title = title_of(page, place);
  guint32 owner = refnet_scene_add_owner(scene, page->dataset->areas[place->area].key, title);
  if (place->dot_count == 0) {
    refnet_gap_clear_draw(scene, REFNET_PART_NODE, owner, at, place->radius);
    return;
  }
  /* Unpainted: what a reader points at. */
  refnet_scene_add_disc(scene, REFNET_PART_NODE, at, place->radius)->owner = owner;
  for (guint32 d = 0; d < place->dot_count; d++) {
    const RefnetGapDot *dot = &place->dots[d];
    RefnetPoint middle = {at.x + dot->offset.x, at.y + dot->offset.y};
    refnet_gap_dot_draw(&page->key, scene, owner, dot, middle);
  }
}

static void draw_name(const RefnetGapGround *page, RefnetScene *scene, guint32 i) {
  const RefnetLabelPlace *label = &page->label[i];
  RefnetTextStyle style = {.part = REFNET_PART_LABEL,
                           .owner = i,
                           .color = refnet_color(REFNET_INK, 1),
                           .align = label->lean < .25   ? REFNET_ALIGN_LEFT
                                    : label->lean > .75 ? REFNET_ALIGN_RIGHT
                                                        : REFNET_ALIGN_CENTER,
                           .halo = refnet_gap_ground_is_placed(page, i) ? HALO : 0};
  if (label->placed)
    refnet_text_block_draw(&page->name[i], scene, label->box.x, label->box.y, &style);
}

RefnetScene *refnet_gap_ground_draw(RefnetGapGround *page) {
  RefnetScene *scene = refnet_frame_draw(&page->frame);
  refnet_apart_draw(&page->apart, scene, page->apart_at.x, page->apart_at.y);
  draw_ground(page, scene);
  draw_leaders(page, scene);
  for (guint32 i = 0; i < page->places->count; i++)
    if (refnet_gap_ground_is_drawn(page, i))
      draw_area(page, scene, i);
  for (guint32 i = 0; i < page->places->count; i++)
    draw_name(page, scene, i);
  RefnetScaleBar bar = refnet_gap_ground_scale_bar(page);
  refnet_scale_bar_draw(&bar, (RefnetPoint){page->bar.x, page->bar.y}, scene);
  refnet_gap_key_draw(&page->key, scene, page->side_at.x, page->side_at.y);
  return scene;
}
