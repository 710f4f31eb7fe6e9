/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What communities are called, and where that stands. */
#include "draw/atlas/overview_parts.h"

#include <math.h>
#include <string.h>

#include "draw/labels/label_boxes.h"
#include "draw/labels/label_room.h"
#include "draw/labels/labels.h"
#include "present/wording/words.h"

/* In letters of a label: a name's line, while places are looked for. */
#define NAME_WIDTH 15.0
#define NAME_WIDTH_ON_SLIDE 11.5
#define MOST_WIDTH 30.0 /* where nothing else is there */
#define REACH 200.0
/* In lines crossed: what a name costs that is left out, and a label away from its disc. */
#define NAME_LEFT_OUT 3.0
#define LED_AWAY 2.0

/* ---- what labels say ------------------------------------------------------------------------- */

/* One block of lines set apart: how many they are, then the first names. */
static void set_label(RefnetOverview *overview, guint32 k, guint lines, double width) {
  const RefnetCommunity *community = &overview->communities->items[k];
  RefnetTextBlock *label = &overview->label[k];
  RefnetFont font = overview->scales.label;
  refnet_text_block_clear(label);
  label->font = font;
  label->width = label->height = 0;
  g_autofree char *size = refnet_words_tally(community->size, "organisation", "organisations");
  for (guint i = 0; i < MIN(lines, REFNET_TEXT_LINES) && i <= community->size; i++) {
    RefnetTextBlock line;
    const char *text = i == 0 ? size : overview->names[community->member[i - 1]];
    refnet_typesetter_wrap(overview->typesetter, text, font, width * font.size, 1, &line);
    if (line.line_count == 0)
      continue;
    label->lines[label->line_count++] = line.lines[0];
    label->width = MAX(label->width, line.width);
    label->height += line.height;
  }
}

static double usual_width(const RefnetOverview *overview) {
  return overview->scales.is_slide ? NAME_WIDTH_ON_SLIDE : NAME_WIDTH;
}

void refnet_overview_set_labels(RefnetOverview *overview, guint lines) {
  overview->most_lines = lines;
  for (guint32 k = 0; k < overview->count; k++)
    set_label(overview, k, lines, usual_width(overview));
}

/* ---- labels ---------------------------------------------------------------------------------- */

/* Both edges of a wide line: a label crosses neither where it keeps clear of all of it. */
static void add_edges(const RefnetOverview *overview, const RefnetDrawnArc *tie,
                      RefnetLabelLine *lines) {
  RefnetPoint from = overview->position[tie->from], to = overview->position[tie->to];
  double length = MAX(hypot(to.x - from.x, to.y - from.y), 1e-9);
  double half = refnet_overview_line_width(overview, tie->count) / 2;
  RefnetPoint aside = {-(to.y - from.y) / length * half, (to.x - from.x) / length * half};
  lines[0] =
      (RefnetLabelLine){{from.x + aside.x, from.y + aside.y}, {to.x + aside.x, to.y + aside.y}};
  lines[1] =
      (RefnetLabelLine){{from.x - aside.x, from.y - aside.y}, {to.x - aside.x, to.y - aside.y}};
}

static RefnetLabelField make_field(const RefnetOverview *overview) {
  RefnetLabelDisc *discs = g_new(RefnetLabelDisc, (gsize)overview->count + 1);
  RefnetLabelLine *lines = g_new(RefnetLabelLine, 2 * (gsize)overview->lines->len + 1);
  for (guint32 k = 0; k < overview->count; k++)
    discs[k] = (RefnetLabelDisc){overview->position[k], overview->radius[k]};
  for (guint i = 0; i < overview->lines->len; i++)
    add_edges(overview, &g_array_index(overview->lines, RefnetDrawnArc, i), &lines[2 * (gsize)i]);
  return (RefnetLabelField){.area = overview->drawing,
                            .discs = discs,
                            .disc_count = overview->count,
                            .lines = lines,
                            .line_count = 2 * (gsize)overview->lines->len};
}

static RefnetLabelRequest request_of(const RefnetOverview *overview, guint32 k) {
  return (RefnetLabelRequest){.disc = k,
                              .width = overview->label[k].width,
                              .height = overview->label[k].height,
                              .weight = 1 + overview->radius[k] / overview->largest_radius,
                              .side = overview->side[k]};
}

/* How much is in the way of names, in lines crossed: lines under labels, other discs as near, names
 * left out, labels away from their discs. */
static double trouble_of(const RefnetOverview *overview, const RefnetLabelField *field) {
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(RefnetLabelLine));
  double trouble = 0;
  g_array_append_vals(lines, field->lines, (guint)field->line_count);
  for (guint32 k = 0; k < overview->count; k++) {
    guint wanted = MIN(overview->most_lines, overview->communities->items[k].size + 1);
    const RefnetLabelPlace *place = &overview->place[k];
    if (!place->placed) {
      trouble += NAME_LEFT_OUT * wanted;
      continue;
    }
    trouble += refnet_label_line_cost(lines, place->box) +
               refnet_label_box_cost(field, k, place->box) + (place->leader ? LED_AWAY : 0) +
               NAME_LEFT_OUT * (wanted - MIN(wanted, overview->label[k].line_count));
  }
  return trouble;
}

/* Returns how much is in their way. */
static double place_labels(RefnetOverview *overview, guint64 seed) {
  RefnetLabelField field = make_field(overview);
  g_autofree RefnetLabelRequest *requests = g_new0(RefnetLabelRequest, (gsize)overview->count + 1);
  for (guint lines = overview->most_lines; lines > 0; lines--) {
    gboolean complete = TRUE;
    for (guint32 k = 0; k < overview->count; k++) {
      if (!overview->place[k].placed)
        set_label(overview, k, lines, usual_width(overview));
      requests[k] = request_of(overview, k);
    }
    refnet_labels_place(&field, requests, overview->count, REACH, seed, overview->place);
    for (guint32 k = 0; k < overview->count; k++)
      complete &= overview->place[k].placed;
    if (complete)
      break;
  }
  double trouble = trouble_of(overview, &field);
  g_free((RefnetLabelDisc *)field.discs);
  g_free((RefnetLabelLine *)field.lines);
  return trouble;
}

/* ---- names in full --------------------------------------------------------------------------- */

static gboolean is_cut(const RefnetTextBlock *label) {
  for (guint i = 0; i < label->line_count; i++)
    if (strstr(label->lines[i].text, "…") != NULL)
      return TRUE;
  return FALSE;
}

static gboolean is_clear_of_labels(const RefnetOverview *overview, guint32 k, RefnetBox box) {
  for (guint32 other = 0; other < overview->count; other++)
    if (other != k && overview->place[other].placed &&
        refnet_label_too_near(overview->place[other].box, box, REFNET_LABEL_CLEARANCE))
      return FALSE;
  return box.x >= overview->drawing.x &&
         box.x + box.width <= overview->drawing.x + overview->drawing.width;
}

/* Sets a label as wide as its names are where that is no more in the way of anything. */
static void widen(RefnetOverview *overview, const RefnetLabelField *field, const GArray *lines,
                  guint32 k) {
  const RefnetTextBlock *label = &overview->label[k];
  RefnetLabelPlace *place = &overview->place[k];
  RefnetBox box = place->box;
  set_label(overview, k, label->line_count, MOST_WIDTH);
  box.x += (box.width - label->width) * place->lean;
  box.width = label->width;
  if (is_clear_of_labels(overview, k, box) &&
      refnet_label_line_cost(lines, box) <= refnet_label_line_cost(lines, place->box) &&
      refnet_label_box_cost(field, k, box) <= refnet_label_box_cost(field, k, place->box))
    place->box = box;
  else
    set_label(overview, k, label->line_count, usual_width(overview));
}

static void widen_labels(RefnetOverview *overview) {
  RefnetLabelField field = make_field(overview);
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(RefnetLabelLine));
  g_array_append_vals(lines, field.lines, (guint)field.line_count);
  for (guint32 k = 0; k < overview->count; k++)
    if (overview->place[k].placed && is_cut(&overview->label[k]))
      widen(overview, &field, lines, k);
  g_free((RefnetLabelDisc *)field.discs);
  g_free((RefnetLabelLine *)field.lines);
}

/* ---- the best of some ways ------------------------------------------------------------------- */

/* How discs may make room: what they leave free beside labels of others, in letters, so that each
 * is seen to belong to its own; and whether labels then stand on the side that was kept free. */
static const struct {
  double around;
  gboolean keeps_sides;
} ways[] = {{0, TRUE}, {0.4, TRUE}, {0, FALSE}, {0.4, FALSE}};

/* Those of the layout move apart so that each label has a side of its disc with few lines below. */
static void make_room(RefnetOverview *overview, const RefnetLayout *layout, RefnetBox area,
                      gsize way) {
  double around = ways[way].around * overview->scales.label.size;
  gsize placed = layout->placed;
  g_autofree RefnetLabelDisc *discs = g_new(RefnetLabelDisc, placed + 1);
  g_autofree RefnetLabelRequest *requests = g_new(RefnetLabelRequest, placed + 1);
  g_autofree RefnetLabelEnds *ends = g_new(RefnetLabelEnds, (gsize)overview->lines->len + 1);
  g_autofree guint32 *disc_of = g_new0(guint32, (gsize)overview->count + 1);
  for (guint32 i = 0; i < placed; i++) {
    guint32 k = layout->member[i];
    disc_of[k] = i;
    discs[i] = (RefnetLabelDisc){overview->position[k], overview->radius[k]};
    requests[i] = request_of(overview, k);
    requests[i].disc = i;
    requests[i].width += around;
    requests[i].height += around;
  }
  for (guint i = 0; i < overview->lines->len; i++) {
    const RefnetDrawnArc *tie = &g_array_index(overview->lines, RefnetDrawnArc, i);
    ends[i] = (RefnetLabelEnds){disc_of[tie->from], disc_of[tie->to]};
  }
  RefnetLabelRoom room = {.area = area,
                          .discs = discs,
                          .disc_count = layout->placed,
                          .ends = ends,
                          .line_count = overview->lines->len,
                          .requests = requests,
                          .count = layout->placed};
  refnet_labels_make_room(&room);
  for (guint32 i = 0; i < placed; i++) {
    overview->position[layout->member[i]] = discs[i].middle;
    overview->side[layout->member[i]] = ways[way].keeps_sides ? requests[i].side : 0;
  }
}

/* G_MAXSIZE: no way, discs stay. */
static double try_way(RefnetOverview *overview, const RefnetLayout *layout, RefnetBox area,
                      const RefnetPoint *position, gsize way, guint64 seed) {
  memcpy(overview->position, position, overview->count * sizeof *position);
  memset(overview->side, 0, overview->count * sizeof *overview->side);
  memset(overview->place, 0, overview->count * sizeof *overview->place);
  if (way != G_MAXSIZE)
    make_room(overview, layout, area, way);
  return place_labels(overview, seed);
}

void refnet_overview_place_labels(RefnetOverview *overview, const RefnetLayout *layout,
                                  RefnetBox area, guint64 seed) {
  g_autofree RefnetPoint *position =
      g_memdup2(overview->position, overview->count * sizeof *position);
  gsize best = G_MAXSIZE;
  double least = try_way(overview, layout, area, position, best, seed);
  for (gsize way = 0; way < G_N_ELEMENTS(ways); way++) {
    double trouble = try_way(overview, layout, area, position, way, seed);
    if (trouble < least) {
      least = trouble;
      best = way;
    }
  }
  try_way(overview, layout, area, position, best, seed);
  widen_labels(overview);
}
