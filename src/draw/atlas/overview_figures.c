/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How many relationships a line stands for, where that is plain to see. */
#include "draw/atlas/overview_parts.h"

#include <math.h>

#include "draw/labels/label_boxes.h"
#include "present/wording/words.h"

/* Of a line, how far apart the places for its figure are, and how many there are to each side. */
#define STEP .03
#define FARTHEST_STEP 12
/* In letters of a figure: nearer to a name it reads as part of it. */
#define NEAR 0.8
/* What a place for a figure costs, in other lines below it. */
#define NEAR_TEXT 2.0
#define STEP_AWAY 0.1

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
                           .halo = REFNET_OVERVIEW_HALO};
  RefnetBox box;
  g_autofree char *text = refnet_words_digits(tie->count);
  refnet_typesetter_wrap(overview->typesetter, text, overview->scales.number, 1000, 1, &block);
  if (place_figure(overview, tie, &block, &box)) {
    refnet_text_block_draw(&block, scene, box.x, box.y, &style);
    overview->figures[overview->figure_count++] = box;
  }
  refnet_text_block_clear(&block);
}

void refnet_overview_draw_figures(RefnetOverview *overview, RefnetScene *scene) {
  overview->figures = g_new0(RefnetBox, (gsize)overview->lines->len + 1);
  for (guint i = 0; i < overview->lines->len; i++)
    draw_figure(overview, &g_array_index(overview->lines, RefnetDrawnArc, i), scene);
}
