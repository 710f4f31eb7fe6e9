/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rounds of dividing, projecting and naming; dots shrink until names have room. */
#include "draw/gaps/gap_ground_layout.h"

#include <math.h>

#include "draw/gaps/gap_ground_names.h"
#include "draw/labels/label_boxes.h"
#include "draw/layout/overlap.h"
#include "draw/scene/no_memory.h"

#define SIDE_WIDTH 19.0 /* in letters of the legend's size */
#define SIDE_WIDTH_ON_SLIDE 14.0
#define NAME_WIDTH 12.0   /* likewise, of the label's */
#define NAMED_ON_SLIDE 10 /* areas: those with most unmet need */
#define UNIT_ON_SLIDE .75
#define REACH 120.0 /* of a leader */
#define ROUNDS 12
#define SHRINK .88        /* of the dots from round to round, while names find no room */
#define LONG_REACH_FROM 5 /* the round from which leaders may be longer */
#define AROUND_BAR 6.0    /* points to dots */
#define MARGIN .06        /* of the map's sides, around the outermost places */

/* ---- sharing the page ------------------------------------------------------------------------ */

static const char *area_name(const RefnetGapGround *page, guint32 place) {
  return page->dataset->areas[page->places->places[place].area].name;
}

static void set_names(RefnetGapGround *page) {
  RefnetFont font = {page->scales.label.size * 1.05, TRUE};
  for (guint32 i = 0; i < page->places->count; i++) {
    g_autofree char *name = refnet_text_display(area_name(page, i), 0);
    refnet_text_block_clear(&page->name[i]);
    refnet_typesetter_wrap(page->typesetter, name, font, NAME_WIDTH * font.size, REFNET_TEXT_LINES,
                           &page->name[i]);
  }
}

static void choose_named(RefnetGapGround *page) {
  guint32 named = page->scales.is_slide ? NAMED_ON_SLIDE : page->table->area_count;
  for (guint32 i = 0; i < page->places->count; i++)
    for (guint32 rank = 0; rank < MIN(named, page->table->area_count); rank++)
      page->is_named[i] |= page->table->areas[rank] == page->places->places[i].area;
}

static void measure_apart(RefnetGapGround *page, double width) {
  double disc = 0, label = 0, row = page->scales.label.size * 1.6;
  for (guint32 i = 0; i < page->places->count; i++) {
    if (refnet_gap_ground_is_placed(page, i))
      continue;
    disc = MAX(disc, 2 * page->places->places[i].radius);
    label = MAX(label, page->name[i].width);
    row = MAX(row, page->name[i].height + 4);
  }
  const RefnetApartContent content = {
      .heading = "Without a position: areas.csv has no latitude and longitude for them",
      .count = page->scales.is_slide ? 0 : page->places->unplaced,
      .disc_width = disc,
      .label_width = label,
      .row_height = MAX(row, disc + 4)};
  refnet_apart_measure(&page->apart, &content, width, &page->scales, page->typesetter);
}

static void divide_page(RefnetGapGround *page) {
  RefnetBox body = refnet_frame_body(&page->frame);
  double bar = page->bar_has_row ? refnet_scale_bar_height(&page->scales) + 8 : 0;
  double side = page->scales.is_slide ? SIDE_WIDTH_ON_SLIDE : SIDE_WIDTH;
  page->key.width = MIN(side * page->scales.legend.size, body.width * .4);
  page->key.height = body.height;
  page->side_at = (RefnetPoint){body.x + body.width - page->key.width, body.y};
  page->map = body;
  page->map.width = body.width - page->key.width - page->scales.margin;
  measure_apart(page, page->map.width);
  double taken = page->apart.height > 0 ? page->apart.height + 10 : 0;
  page->apart_at = (RefnetPoint){body.x, body.y + body.height - page->apart.height};
  page->map.height = MAX(body.height - taken - bar, 60);
  page->bar = (RefnetBox){body.x, page->map.y + page->map.height + 4, 0, 0};
}

/* Away from the rims by the largest cluster and half a name. */
static RefnetBox inner_box(const RefnetGapGround *page) {
  double across = MARGIN * page->map.width, down = MARGIN * page->map.height;
  for (guint32 i = 0; i < page->places->count; i++)
    if (refnet_gap_ground_is_placed(page, i) && page->is_named[i]) {
      double radius = page->places->places[i].radius;
      across = MAX(across, MAX(radius, MIN(page->name[i].width / 2, .1 * page->map.width)) + 3);
      down = MAX(down, radius + page->name[i].height + 6);
    }
  across = MIN(across, page->map.width * .3);
  down = MIN(down, page->map.height * .3);
  return (RefnetBox){page->map.x + across, page->map.y + down, page->map.width - 2 * across,
                     page->map.height - 2 * down};
}

static void project(RefnetGapGround *page) {
  const RefnetGapPlaces *places = page->places;
  g_autofree RefnetPlace *where = g_new0(RefnetPlace, (gsize)places->count + 1);
  g_autofree guint32 *placed = g_new(guint32, (gsize)places->count + 1);
  guint32 count = 0;
  for (guint32 i = 0; i < places->count; i++)
    where[i] = places->places[i].place;
  refnet_projection_fit(&page->projection, where, places->count, NULL, 0, inner_box(page));
  for (guint32 i = 0; i < places->count; i++)
    if (refnet_gap_ground_is_placed(page, i)) {
      page->true_point[i] = page->point[i] = refnet_projection_point(&page->projection, where[i]);
      placed[count++] = i;
    }
  refnet_places_fan_out(placed, count, page->point);
}

/* ---- room for all ---------------------------------------------------------------------------- */

static gboolean push_apart(RefnetGapGround *page, GError **error) {
  const RefnetGapPlaces *places = page->places;
  g_autofree guint32 *placed = g_new(guint32, (gsize)places->count + 1);
  g_autofree RefnetFootprint *room = g_new0(RefnetFootprint, (gsize)places->count + 1);
  guint32 count = 0;
  for (guint32 i = 0; i < places->count; i++) {
    double half = places->places[i].radius + 2;
    room[i] = (RefnetFootprint){half, half, half, half};
    if (refnet_gap_ground_is_placed(page, i))
      placed[count++] = i;
  }
  if (!refnet_overlap_remove(placed, count, room, NULL, page->map, page->point))
    return refnet_draw_no_memory(error);
  page->key.has_moved = FALSE;
  for (guint32 i = 0; i < count; i++) {
    RefnetPoint from = page->true_point[placed[i]], to = page->point[placed[i]];
    page->key.has_moved |= hypot(to.x - from.x, to.y - from.y) > places->places[placed[i]].radius;
  }
  return TRUE;
}

static gboolean is_clear_of_map(RefnetBox bar, gpointer data) {
  RefnetGapGround *page = data;
  RefnetBox room = refnet_box_grow(bar, AROUND_BAR);
  RefnetPoint point;
  for (guint32 i = 0; i < page->places->count; i++)
    if (refnet_gap_ground_is_placed(page, i) &&
        (refnet_box_meets_disc(room, page->point[i], page->places->places[i].radius) ||
         refnet_label_meets_line(room, (RefnetLabelLine){page->point[i], page->true_point[i]})))
      return FALSE;
  for (guint32 o = 0; o < page->dataset->organization_count; o++)
    if (refnet_gap_ground_provider(page, o, &point) && refnet_box_meets_disc(room, point, 0))
      return FALSE;
  g_autoptr(GArray) lines = refnet_gap_ground_neighbors(page);
  for (guint i = 0; i < lines->len; i++)
    if (refnet_label_meets_line(room, g_array_index(lines, RefnetLabelLine, i)))
      return FALSE;
  return TRUE;
}

/* Into a corner of the map; FALSE: none is clear. */
static gboolean place_bar(RefnetGapGround *page) {
  RefnetScaleBar bar = refnet_gap_ground_scale_bar(page);
  page->bar = refnet_scale_bar_draw(&bar, (RefnetPoint){0, 0}, NULL);
  return refnet_scale_bar_find_corner(page->map, is_clear_of_map, page, &page->bar);
}

/* Dots of this size, and the scale bar: in a row of its own, which takes height, where it has no
 * corner. */
static gboolean place_dots(RefnetGapGround *page, double unit, GError **error) {
  refnet_gap_places_pack(page->places, 12 * unit, 32 * unit);
  for (;;) {
    divide_page(page);
    project(page);
    if (!push_apart(page, error))
      return FALSE;
    if (page->bar_has_row || place_bar(page))
      return TRUE;
    page->bar_has_row = TRUE;
  }
}

/* Dots shrink until every name finds room, or they are too small to shrink. */
static gboolean arrange(RefnetGapGround *page, GError **error) {
  double unit = page->scales.is_slide ? UNIT_ON_SLIDE : page->scales.width / 1280;
  for (int round = 0; round < ROUNDS; round++, unit *= SHRINK) {
    if (!place_dots(page, unit, error))
      return FALSE;
    double reach = round < LONG_REACH_FROM ? REACH : 2.5 * REACH;
    if (refnet_gap_ground_name(page, reach) == 0 && page->apart.height < page->map.height)
      return TRUE;
  }
  return TRUE;
}

static void arrange_apart(RefnetGapGround *page) {
  guint32 at = 0;
  for (guint32 i = 0; i < page->places->count; i++) {
    if (refnet_gap_ground_is_placed(page, i) || page->scales.is_slide)
      continue;
    RefnetPoint middle =
        refnet_apart_middle(&page->apart, at++, page->apart_at.x, page->apart_at.y);
    const RefnetTextBlock *name = &page->name[i];
    page->point[i] = page->true_point[i] = middle;
    page->label[i] =
        (RefnetLabelPlace){.placed = TRUE,
                           .box = {middle.x + page->apart.disc_width / 2 + REFNET_APART_GAP,
                                   middle.y - name->height / 2, name->width, name->height}};
  }
}

/* ---- all of it ------------------------------------------------------------------------------- */

/* The page grows where the column of explanations needs it, unless its height was asked for. */
static gboolean grow_for_side(RefnetGapGround *page, const RefnetMapOptions *options) {
  double needed = refnet_gap_key_draw(&page->key, NULL, 0, 0),
         body = refnet_frame_body(&page->frame).height;
  if (options->height > 0 || needed <= body)
    return FALSE;
  page->scales.height = ceil(page->scales.height + needed - body);
  return TRUE;
}

gboolean refnet_gap_ground_lay_out(RefnetGapGround *page, const RefnetMapOptions *options,
                                   GError **error) {
  guint32 count = page->places->count;
  page->true_point = g_new0(RefnetPoint, (gsize)count + 1);
  page->point = g_new0(RefnetPoint, (gsize)count + 1);
  page->is_named = g_new0(gboolean, (gsize)count + 1);
  page->name = g_new0(RefnetTextBlock, (gsize)count + 1);
  page->label = g_new0(RefnetLabelPlace, (gsize)count + 1);
  refnet_gap_ground_find_providers(page);
  set_names(page);
  choose_named(page);
  if (!arrange(page, error))
    return FALSE;
  refnet_gap_ground_count_providers(page);
  if (grow_for_side(page, options) && !arrange(page, error))
    return FALSE;
  refnet_gap_ground_count_providers(page);
  arrange_apart(page);
  for (guint32 i = 0; i < count; i++) {
    gboolean is_drawn = refnet_gap_ground_is_drawn(page, i);
    page->key.not_drawn += !is_drawn;
    page->key.unnamed += is_drawn && !page->label[i].placed;
  }
  return TRUE;
}
