/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The ground from the back to the front. */
#include "draw/ground/ground_draw.h"

#include <math.h>

#include "draw/ground/ground_gather.h"
#include "draw/network/ties.h"
#include "draw/signs/discs.h"
#include "present/wording/words.h"

#define HALO 2.0
#define AREA_RGB 0x2F6B4F

static void add_owners(const RefnetGroundPage *page, RefnetScene *scene) {
  for (guint32 v = 0; v < page->network->vertices; v++) {
    const RefnetOrganization *organization = refnet_network_organization(page->network, v);
    const char *group = refnet_encoding_look(page->a.encoding, v).name;
    guint32 ties = refnet_network_degree(page->network, v);
    g_autofree char *name = refnet_text_display(organization->name, 0);
    g_autofree char *counted = refnet_words_tally(ties, "relationship", "relationships");
    g_autofree char *title =
        g_strdup_printf("%s%s%s, %s", name, group ? " — " : "", group ? group : "", counted);
    refnet_scene_add_owner(scene, organization->id, title);
  }
}

static void draw_line(RefnetScene *scene, RefnetPoint from, RefnetPoint to, guint32 rgb,
                      double width) {
  RefnetPrimitive *line = refnet_scene_add_line(scene, REFNET_PART_LEADER, from, to);
  line->stroke = refnet_color(rgb, 1);
  line->stroke_width = width;
}

static void draw_leader(RefnetScene *scene, RefnetPoint from, RefnetPoint to) {
  draw_line(scene, from, to, 0xFFFFFF, 3);
  draw_line(scene, from, to, REFNET_INK, .9);
}

static void draw_leaders(const RefnetGroundPage *page, RefnetScene *scene) {
  for (guint32 v = 0; v < page->network->vertices; v++) {
    if (refnet_ground_has_moved(page, v)) {
      draw_line(scene, page->true_point[v], page->a.position[v], REFNET_MUTED_INK, .8);
      refnet_scene_add_disc(scene, REFNET_PART_LEADER, page->true_point[v], 1.4)->fill =
          refnet_color(REFNET_INK, 1);
    }
    if (page->a.place[v].placed && page->a.place[v].leader)
      draw_leader(scene, page->a.position[v], page->a.place[v].anchor);
  }
}

static void draw_label(const RefnetTextBlock *text, const RefnetLabelPlace *place,
                       RefnetScene *scene, guint32 owner, guint32 rgb, double halo) {
  RefnetTextStyle style = {.part = REFNET_PART_LABEL,
                           .owner = owner,
                           .color = refnet_color(rgb, 1),
                           .align = place->lean < .25   ? REFNET_ALIGN_LEFT
                                    : place->lean > .75 ? REFNET_ALIGN_RIGHT
                                                        : REFNET_ALIGN_CENTER,
                           .halo = halo};
  if (place->placed)
    refnet_text_block_draw(text, scene, place->box.x, place->box.y, &style);
}

/* A small cross at the place of an area, and its name. */
static void draw_areas(const RefnetGroundPage *page, RefnetScene *scene) {
  const RefnetDataset *dataset = page->network->dataset;
  for (guint32 i = 0; i < page->area_count; i++) {
    const RefnetLabelPlace *label = &page->area_label[i];
    RefnetPoint at = page->area_point[i], home = refnet_ground_area_true_point(page, i);
    const double arm = 3;
    if (!label->placed)
      continue;
    g_autofree char *name = refnet_text_display(dataset->areas[page->areas[i]].name, 0);
    guint32 owner = refnet_scene_add_owner(scene, dataset->areas[page->areas[i]].key, name);
    refnet_scene_class_owner(scene, owner, "area");
    if (hypot(at.x - home.x, at.y - home.y) > 3)
      draw_line(scene, home, at, AREA_RGB, .8);
    if (label->leader)
      draw_leader(scene, at, label->anchor);
    RefnetPoint ends[] = {
        {at.x - arm, at.y}, {at.x + arm, at.y}, {at.x, at.y - arm}, {at.x, at.y + arm}};
    for (gsize k = 0; k < G_N_ELEMENTS(ends); k += 2) {
      RefnetPrimitive *stroke =
          refnet_scene_add_line(scene, REFNET_PART_GROUND, ends[k], ends[k + 1]);
      stroke->stroke = refnet_color(AREA_RGB, 1);
      stroke->stroke_width = 1.2;
    }
    draw_label(&page->area_name[i], label, scene, owner, AREA_RGB, HALO);
  }
}

RefnetScene *refnet_ground_draw(const RefnetGroundPage *page) {
  const RefnetArrangement *a = &page->a;
  RefnetScene *scene = refnet_frame_draw(&a->frame);
  add_owners(page, scene);
  refnet_apart_draw(&page->apart, scene, page->apart_at.x, page->apart_at.y);
  refnet_ties_draw(a, scene);
  draw_leaders(page, scene);
  for (guint32 v = 0; v < page->network->vertices; v++) {
    if (refnet_ground_is_marker(page, v))
      continue;
    RefnetGroup look = refnet_encoding_look(a->encoding, v);
    refnet_disc_draw(&look, scene, REFNET_PART_NODE, v, a->position[v], a->radius[v],
                     a->ringed[v] ? REFNET_RIM_RING : REFNET_RIM_PLAIN);
  }
  draw_areas(page, scene);
  for (guint32 v = 0; v < page->network->vertices; v++)
    if (refnet_ground_is_marker(page, v))
      refnet_ground_gather_draw(page, v, scene);
  for (guint32 v = 0; v < page->network->vertices; v++)
    draw_label(&a->label[v], &a->place[v], scene, v, a->number[v] ? REFNET_MUTED_INK : REFNET_INK,
               refnet_ground_is_placed(page, v) ? HALO : 0);
  refnet_legend_draw(a->legend, scene, a->legend_at.x, a->legend_at.y);
  RefnetScaleBar bar = refnet_ground_scale_bar(page);
  refnet_scale_bar_draw(&bar, (RefnetPoint){page->bar.x, page->bar.y}, scene);
  return scene;
}
