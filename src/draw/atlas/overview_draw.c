/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Communities as discs, their ties as lines. */
#include "draw/atlas/overview_parts.h"
#include "present/wording/words.h"

static void add_owners(const RefnetOverview *overview, RefnetScene *scene) {
  scene->owner_class = "community";
  for (guint32 k = 0; k < overview->count; k++) {
    const RefnetCommunity *community = &overview->communities->items[k];
    g_autofree char *id = g_strdup_printf("community-%u", k + 1);
    g_autofree char *size = refnet_words_digits(community->size);
    g_autofree char *inside = refnet_words_digits(community->inside);
    g_autofree char *outside = refnet_words_digits(community->outside);
    g_autofree char *title =
        g_strdup_printf("Community %u: %s organisations, %s relationships among them, %s with "
                        "others",
                        k + 1, size, inside, outside);
    refnet_scene_add_owner(scene, id, title);
  }
}

static void draw_lines(const RefnetOverview *overview, RefnetScene *scene) {
  for (guint i = overview->lines->len; i-- > 0;) {
    const RefnetDrawnArc *tie = &g_array_index(overview->lines, RefnetDrawnArc, i);
    RefnetPrimitive *line = refnet_scene_add_line(
        scene, REFNET_PART_EDGE, overview->position[tie->from], overview->position[tie->to]);
    line->owner = tie->from;
    line->other = tie->to;
    line->stroke = refnet_color(0x8A97A3, 0.45);
    line->stroke_width = refnet_overview_line_width(overview, tie->count);
  }
}

static void draw_leader(const RefnetOverview *overview, guint32 k, RefnetScene *scene) {
  if (!overview->place[k].placed || !overview->place[k].leader)
    return;
  RefnetPrimitive *leader = refnet_scene_add_line(scene, REFNET_PART_LEADER, overview->position[k],
                                                  overview->place[k].anchor);
  leader->owner = k;
  leader->stroke = refnet_color(REFNET_INK, 1);
  leader->stroke_width = 1;
}

static void draw_disc(const RefnetOverview *overview, guint32 k, RefnetScene *scene) {
  g_autofree char *number = g_strdup_printf("%u", k + 1);
  RefnetTextStyle style = {
      .part = REFNET_PART_MARK, .owner = k, .color = refnet_color(REFNET_INK, 1)};
  double least = overview->scales.is_slide ? overview->scales.number.size : 9;
  RefnetFont font = {CLAMP(overview->radius[k] * 0.8, least, 22), TRUE};
  draw_leader(overview, k, scene);
  RefnetPrimitive *disc =
      refnet_scene_add_disc(scene, REFNET_PART_NODE, overview->position[k], overview->radius[k]);
  disc->owner = k;
  disc->fill = refnet_color(0xBBD9F0, 1);
  disc->stroke = refnet_color(0x2A6F9E, 1);
  disc->stroke_width = 1.2;
  refnet_overview_draw_text(overview, scene, number, font, overview->position[k], 0.5, style);
}

static void draw_label(const RefnetOverview *overview, guint32 k, RefnetScene *scene) {
  const RefnetLabelPlace *place = &overview->place[k];
  RefnetTextStyle style = {.part = REFNET_PART_LABEL,
                           .owner = k,
                           .color = refnet_color(REFNET_INK, 1),
                           .align = place->lean < 0.25   ? REFNET_ALIGN_LEFT
                                    : place->lean > 0.75 ? REFNET_ALIGN_RIGHT
                                                         : REFNET_ALIGN_CENTER,
                           .halo = REFNET_OVERVIEW_HALO};
  if (place->placed)
    refnet_text_block_draw(&overview->label[k], scene, place->box.x, place->box.y, &style);
}

void refnet_overview_draw_communities(RefnetOverview *overview, RefnetScene *scene) {
  add_owners(overview, scene);
  draw_lines(overview, scene);
  refnet_overview_draw_figures(overview, scene);
  for (guint32 k = 0; k < overview->count; k++)
    draw_disc(overview, k, scene);
  for (guint32 k = 0; k < overview->count; k++)
    draw_label(overview, k, scene);
}
