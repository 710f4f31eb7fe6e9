/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Communities as discs, their ties as lines with figures. */
#include "draw/atlas/overview_parts.h"

#include <math.h>

#include "draw/labels/label_boxes.h"
#include "present/wording/words.h"

#define HALO 2.5
/* Of a line, how far apart the places for its figure are, and how many there are to each side. */
#define STEP .03
#define FARTHEST_STEP 12
/* In letters of a figure: nearer to a name it reads as part of it. */
#define NEAR 0.8
/* What a place for a figure costs, in other lines below it. */
#define NEAR_TEXT 2.0
#define STEP_AWAY 0.1

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

/* Is there room for a figure? */
static gboolean is_free(const RefnetOverview *overview, RefnetBox box) {
  RefnetBox wide = refnet_box_grow(box, 2);
  for (guint32 k = 0; k < overview->count; k++)
    if (refnet_box_meets_disc(wide, overview->position[k], overview->radius[k]) ||
        (overview->place[k].placed && refnet_box_overlaps(wide, overview->place[k].box)))
      return FALSE;
  for (guint32 i = 0; i < overview->figure_count; i++)
    if (refnet_box_overlaps(wide, overview->figures[i]))
      return FALSE;
  return refnet_box_inside(box, overview->drawing);
}

static gboolean is_beneath(const RefnetOverview *overview, const RefnetDrawnArc *tie,
                           RefnetBox box) {
  RefnetLabelLine line = {overview->position[tie->from], overview->position[tie->to]};
  double half = refnet_overview_line_width(overview, tie->count) / 2;
  return refnet_label_meets_line(refnet_box_grow(box, half), line);
}

/* What makes it doubtful which line the figure belongs to, or whether it belongs to a name. */
static double figure_cost(const RefnetOverview *overview, const RefnetDrawnArc *tie,
                          RefnetBox box) {
  RefnetBox wide = refnet_box_grow(box, NEAR * overview->scales.number.size);
  double cost = 0;
  for (guint i = 0; i < overview->lines->len; i++) {
    const RefnetDrawnArc *other = &g_array_index(overview->lines, RefnetDrawnArc, i);
    cost += other != tie && is_beneath(overview, other, box);
  }
  for (guint32 k = 0; k < overview->count; k++)
    if (overview->place[k].placed && refnet_box_overlaps(wide, overview->place[k].box))
      cost += NEAR_TEXT;
  for (guint32 i = 0; i < overview->figure_count; i++)
    if (refnet_box_overlaps(wide, overview->figures[i]))
      cost += NEAR_TEXT;
  return cost;
}

/* Where on its line, near the middle, the figure says best what it counts; FALSE: nowhere. */
static gboolean place_figure(const RefnetOverview *overview, const RefnetDrawnArc *tie,
                             const RefnetTextBlock *block, RefnetBox *place) {
  RefnetPoint from = overview->position[tie->from], to = overview->position[tie->to];
  double least = INFINITY;
  for (int step = 0; step <= 2 * FARTHEST_STEP; step++) {
    int away = (step + 1) / 2;
    double share = .5 + (step % 2 ? -STEP : STEP) * away;
    RefnetBox box = {from.x + (to.x - from.x) * share - block->width / 2,
                     from.y + (to.y - from.y) * share - block->height / 2, block->width,
                     block->height};
    if (!is_free(overview, box))
      continue;
    double cost = figure_cost(overview, tie, box) + STEP_AWAY * away;
    if (cost < least) {
      least = cost;
      *place = box;
    }
  }
  return least < INFINITY;
}

/* The count of a tie on its line, where there is room. */
static void draw_figure(RefnetOverview *overview, const RefnetDrawnArc *tie, RefnetScene *scene) {
  RefnetTextBlock block;
  RefnetTextStyle style = {.part = REFNET_PART_FIGURE,
                           .owner = REFNET_NONE,
                           .color = refnet_color(REFNET_MUTED_INK, 1),
                           .halo = HALO};
  RefnetBox box;
  g_autofree char *text = refnet_words_digits(tie->count);
  refnet_typesetter_wrap(overview->typesetter, text, overview->scales.number, 1000, 1, &block);
  if (place_figure(overview, tie, &block, &box)) {
    refnet_text_block_draw(&block, scene, box.x, box.y, &style);
    overview->figures[overview->figure_count++] = box;
  }
  refnet_text_block_clear(&block);
}

static void draw_figures(RefnetOverview *overview, RefnetScene *scene) {
  overview->figures = g_new0(RefnetBox, (gsize)overview->lines->len + 1);
  for (guint i = 0; i < overview->lines->len; i++)
    draw_figure(overview, &g_array_index(overview->lines, RefnetDrawnArc, i), scene);
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
                           .halo = HALO};
  if (place->placed)
    refnet_text_block_draw(&overview->label[k], scene, place->box.x, place->box.y, &style);
}

void refnet_overview_draw_communities(RefnetOverview *overview, RefnetScene *scene) {
  add_owners(overview, scene);
  draw_lines(overview, scene);
  draw_figures(overview, scene);
  for (guint32 k = 0; k < overview->count; k++)
    draw_disc(overview, k, scene);
  for (guint32 k = 0; k < overview->count; k++)
    draw_label(overview, k, scene);
}
