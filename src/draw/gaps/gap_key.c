/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Dots and their explanation. */
#include "draw/gaps/gap_key.h"

#include <math.h>

#include "draw/gaps/gap_marks.h"
#include "draw/page/side.h"
#include "present/gaps/gap_sentences.h"
#include "present/wording/words.h"

#define MOST_SERVICES_LISTED 12
#define SYMBOL .48 /* of a dot's radius */

/* ---- dots ------------------------------------------------------------------------------------ */

/* What is written in a dot: the number of gaps, or which service of several. */
static char *dot_figure(const RefnetGapKey *key, const RefnetGapDot *dot) {
  if (!key->places->is_each && key->scales->is_slide)
    return NULL; /* few dots have room for letters of that size */
  if (!key->places->is_each)
    return refnet_words_digits(dot->gaps);
  if (key->table->service_count < 2)
    return NULL;
  for (guint32 s = 0; s < key->table->service_count; s++)
    if (key->table->services[s] == dot->service)
      return g_strdup_printf("%u", s + 1);
  return NULL;
}

static void draw_disc(RefnetScene *scene, RefnetPart part, guint32 owner, RefnetGapStatus status,
                      RefnetPoint middle, double radius) {
  RefnetPrimitive *disc = refnet_scene_add_disc(scene, part, middle, radius);
  disc->owner = owner;
  disc->fill = refnet_gap_fill(status);
  disc->stroke = refnet_color(REFNET_MUTED_INK, 1);
  disc->stroke_width = .8;
}

/* The figure stands below the symbol. */
static void draw_symbol_and_figure(const RefnetGapKey *key, RefnetScene *scene, guint32 owner,
                                   const RefnetGapDot *dot, RefnetPoint middle,
                                   const char *figure) {
  RefnetColor ink = refnet_gap_ink(dot->status);
  RefnetTextBlock block;
  RefnetTextStyle style = {.part = REFNET_PART_FIGURE, .owner = owner, .color = ink};
  RefnetFont font = {CLAMP(dot->radius * .72, key->least_letters, key->scales->label.size * 1.25),
                     TRUE};
  refnet_typesetter_wrap(key->typesetter, figure, font, 1000, 1, &block);
  double symbol = MIN(dot->radius * .3, 7), top = middle.y - (2 * symbol + block.height) / 2;
  refnet_gap_symbol_draw(dot->status, scene, REFNET_PART_MARK, owner,
                         (RefnetPoint){middle.x, top + symbol}, symbol, ink);
  refnet_text_block_draw(&block, scene, middle.x - block.width / 2, top + 2 * symbol, &style);
  refnet_text_block_clear(&block);
}

void refnet_gap_clear_draw(RefnetScene *scene, RefnetPart part, guint32 owner, RefnetPoint middle,
                           double radius) {
  RefnetPrimitive *disc = refnet_scene_add_disc(scene, part, middle, radius);
  disc->owner = owner;
  disc->fill = refnet_color(0xFFFFFF, 1);
  disc->stroke = refnet_color(REFNET_MUTED_INK, 1);
  disc->stroke_width = 1.2;
}

void refnet_gap_dot_draw(const RefnetGapKey *key, RefnetScene *scene, guint32 owner,
                         const RefnetGapDot *dot, RefnetPoint middle) {
  g_autofree char *figure = dot_figure(key, dot);
  draw_disc(scene, REFNET_PART_GAP, owner, dot->status, middle, dot->radius);
  if (figure && dot->radius >= key->least_letters * 9 / 8)
    draw_symbol_and_figure(key, scene, owner, dot, middle, figure);
  else
    refnet_gap_symbol_draw(dot->status, scene, REFNET_PART_MARK, owner, middle,
                           dot->radius * SYMBOL, refnet_gap_ink(dot->status));
}

/* ---- the column of explanations -------------------------------------------------------------- */

static void explain_status(RefnetScene *scene, RefnetGapStatus status, RefnetPoint middle,
                           double radius) {
  draw_disc(scene, REFNET_PART_LEGEND, REFNET_NONE, status, middle, radius);
  refnet_gap_symbol_draw(status, scene, REFNET_PART_LEGEND, REFNET_NONE, middle, radius * SYMBOL,
                         refnet_gap_ink(status));
}

static void explain_statuses(const RefnetGapKey *key, RefnetSide *side) {
  const RefnetGapPlaces *places = key->places;
  double radius = key->scales->legend.size * .62;
  refnet_side_heading(side, key->scales->is_slide ? "Gaps" : "Gaps, one service in one area each");
  for (guint i = 0; i < REFNET_GAP_STATUSES; i++) {
    RefnetGapStatus status = refnet_gap_gravity[i];
    if (places->statuses[status] == 0)
      continue;
    g_autofree char *words = refnet_words_capital(g_strdup(refnet_gap_status_words(status)));
    g_autofree char *figure = refnet_words_figure(places->statuses[status]);
    RefnetBox box = refnet_side_entry(side, words, figure);
    if (side->scene)
      explain_status(side->scene, status, (RefnetPoint){box.x + radius, box.y + box.height / 2},
                     radius);
  }
  if (places->clear > 0) {
    g_autofree char *figure = refnet_words_digits(places->clear);
    RefnetBox box = refnet_side_entry(
        side, key->scales->is_slide ? "No finding" : "Area without a finding", figure);
    if (side->scene)
      refnet_gap_clear_draw(side->scene, REFNET_PART_LEGEND, REFNET_NONE,
                            (RefnetPoint){box.x + radius, box.y + box.height / 2}, radius * .7);
  }
}

/* Three dots with what they stand for below them. */
static void draw_sizes(const RefnetGapKey *key, RefnetSide *side) {
  const RefnetGapPlaces *places = key->places;
  RefnetTextStyle style = {
      .part = REFNET_PART_LEGEND, .owner = REFNET_NONE, .color = refnet_color(REFNET_INK, 1)};
  double least = places->knows_unmet ? 0 : 1;
  double samples[] = {least, round((least + places->most) / 2), places->most}, last = -1;
  double line = key->scales->legend.size * 1.5;
  RefnetBox room = refnet_side_room(side, 2 * places->largest + line + 4);
  for (gsize i = 0; i < G_N_ELEMENTS(samples) && side->scene; i++) {
    if (samples[i] == last)
      continue;
    last = samples[i];
    double radius = refnet_gap_places_radius(places, samples[i]);
    RefnetPoint middle = {room.x + room.width * ((double)i + .5) / 3, room.y + places->largest + 2};
    refnet_gap_clear_draw(side->scene, REFNET_PART_LEGEND, REFNET_NONE, middle, radius);
    g_autofree char *figure = refnet_words_figure(samples[i]);
    RefnetTextBlock block;
    refnet_typesetter_wrap(key->typesetter, figure, key->scales->legend, 1000, 1, &block);
    refnet_text_block_draw(&block, side->scene, middle.x - block.width / 2,
                           middle.y + places->largest + 3, &style);
    refnet_text_block_clear(&block);
  }
}

static void explain_sizes(const RefnetGapKey *key, RefnetSide *side) {
  const RefnetGapPlaces *places = key->places;
  if (!(places->most > 0))
    return;
  refnet_side_heading(side, places->knows_unmet ? "Dot size: unmet, people a year"
                                                : "Dot size: number of gaps");
  draw_sizes(key, side);
  if (places->knows_unmet)
    refnet_side_text(side, "Smallest: none, or not known.");
  if (!places->is_each)
    refnet_side_text(side, "Figure in a dot: how many services.");
}

static void explain_services(const RefnetGapKey *key, RefnetSide *side) {
  guint32 count = key->table->service_count;
  if (!key->places->is_each || count < 2)
    return;
  refnet_side_heading(side, "Figure in a dot: service");
  for (guint32 s = 0; s < MIN(count, MOST_SERVICES_LISTED); s++) {
    g_autofree char *name = g_strdup_printf(
        "%u  %s", s + 1, key->gaps->network->dataset->services.names[key->table->services[s]]);
    refnet_side_text(side, name);
  }
}

static void explain_providers(const RefnetGapKey *key, RefnetSide *side) {
  if (key->provider_count == 0)
    return;
  g_autofree char *figure = refnet_words_digits(key->provider_count);
  RefnetBox box = refnet_side_entry(
      side, key->is_chosen ? "Provider listed at an address" : "Organisation at its address",
      figure);
  if (!side->scene)
    return;
  RefnetPrimitive *dot = refnet_scene_add_disc(
      side->scene, REFNET_PART_LEGEND,
      (RefnetPoint){box.x + key->scales->legend.size * .62, box.y + box.height / 2}, 3);
  dot->fill = refnet_color(REFNET_GAP_PROVIDER_RGB, .7);
}

static void explain_line(RefnetSide *side, const char *words, guint32 rgb) {
  RefnetBox box = refnet_side_entry(side, words, NULL);
  if (!side->scene)
    return;
  double y = box.y + box.height / 2;
  RefnetPrimitive *line =
      refnet_scene_add_line(side->scene, REFNET_PART_LEGEND, (RefnetPoint){box.x, y},
                            (RefnetPoint){box.x + box.width - 2, y});
  line->stroke = refnet_color(rgb, 1);
  line->stroke_width = 1.2;
}

static void explain_notes(const RefnetGapKey *key, RefnetSide *side) {
  guint32 silent = key->gaps->organizations_without_services;
  refnet_side_room(side, 6);
  if (key->places->estimated > 0) {
    g_autofree char *share = refnet_words_share(key->places->estimated, key->places->count);
    g_autofree char *note = g_strdup_printf(
        "%s areas %s where %s organisations are on average: areas.csv has no coordinates for "
        "%s.",
        share, key->places->estimated == 1 ? "is drawn" : "are drawn",
        key->places->estimated == 1 ? "its" : "their", key->places->estimated == 1 ? "it" : "them");
    refnet_side_text(side, note);
  }
  if (silent > 0) {
    g_autofree char *who = refnet_words_tally(silent, "organisation lists", "organisations list");
    g_autofree char *note = g_strdup_printf("%s no services; gaps may be overstated.", who);
    refnet_side_text(side, note);
  }
}

/* ---- on a slide ------------------------------------------------------------------------------ */

/* Says it above `bottom`, or not at all. */
static void say_if_room(RefnetSide *side, double bottom, char *text) {
  RefnetSide tried = *side;
  tried.scene = NULL;
  refnet_side_text(&tried, text);
  if (tried.y <= bottom)
    refnet_side_text(side, text);
  g_free(text);
}

static void say_count(RefnetSide *side, double bottom, guint32 count, const char *one,
                      const char *many) {
  if (count > 0)
    say_if_room(side, bottom, refnet_words_tally(count, one, many));
}

/* The colors, then in sentences what there is room for, the weightiest first. */
static void explain_on_slide(const RefnetGapKey *key, RefnetSide *side, double bottom) {
  const RefnetGapPlaces *places = key->places;
  g_autofree char *most = refnet_words_figure(places->most);
  explain_statuses(key, side);
  side->y += key->scales->legend.size * .4;
  say_count(side, bottom, key->unnamed, "area is not named", "areas are not named");
  say_count(side, bottom, key->not_drawn, "area without a place", "areas without a place");
  say_count(side, bottom, key->gaps->organizations_without_services,
            "organisation lists no services", "organisations list no services");
  if (places->most > 0)
    say_if_room(side, bottom,
                places->knows_unmet ? g_strdup_printf("Size: unmet, up to %s a year", most)
                                    : g_strdup("Size: number of gaps"));
  say_count(side, bottom, places->estimated, "place is estimated", "places are estimated");
  if (key->provider_count > 0)
    say_if_room(side, bottom, g_strdup("Small dots: organisations"));
  if (key->has_neighbors)
    say_if_room(side, bottom, g_strdup("Lines: neighbours"));
}

double refnet_gap_key_draw(const RefnetGapKey *key, RefnetScene *scene, double x, double y) {
  RefnetSide side = {.typesetter = key->typesetter,
                     .scales = key->scales,
                     .scene = scene,
                     .x = x,
                     .y = y,
                     .width = key->width};
  if (key->scales->is_slide) {
    explain_on_slide(key, &side, y + key->height);
    return side.y - y;
  }
  explain_statuses(key, &side);
  explain_sizes(key, &side);
  explain_services(key, &side);
  if (key->provider_count > 0 || key->has_neighbors || key->has_moved)
    refnet_side_heading(&side, "Also on the map");
  explain_providers(key, &side);
  if (key->has_neighbors)
    explain_line(&side, "Neighbouring areas", REFNET_GAP_LINE_RGB);
  if (key->has_moved)
    explain_line(&side, "Moved aside for room: the line ends at the place", REFNET_INK);
  explain_notes(key, &side);
  return side.y - y;
}
