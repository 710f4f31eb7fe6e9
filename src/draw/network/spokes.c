/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The ellipse on which names at right angles to it are as whole and as large as can be. */
#include "draw/network/spokes.h"

#include <math.h>

/* Of fewer, names read better from left to right. */
#define FEWEST 40
/* Points between a disc and its name, and between neighbors. */
#define GAP 4.0
#define APART 2.0
/* In letters: the widest lines, and the narrowest that still tell who is meant. */
#define WIDEST 22.0
#define NARROWEST 7.0
#define NARROWEST_CUT 10.0
/* What a second line of all names is worth avoiding, as a share of the ellipse. */
#define LINE_COST 0.14
/* Of the shorter side of the drawing, what names may take at each end. */
#define MOST_FOR_NAMES 0.34
/* Height of a line in its letters, and what lines of several words lose at their ends. */
#define LINE 1.17
#define RAGGED 1.15
/* One side of the ellipse to the other: as it looks well, and at most. */
#define STRETCH 1.45
#define MOST_STRETCH 3.0
/* Points of the ellipse that its length is added up over. */
#define STEPS 4096
/* Steps in which names give up the room kept free for them around discs. */
#define YIELDS 10
/* Share of the way that a line bends, and of that a line through the middle. */
#define BENT 0.24

typedef struct {
  RefnetFont font;
  double width;     /* that names are wrapped to */
  guint most_lines; /* of a name */
  double reach;     /* from the ellipse to the farthest end of a name */
  double need;      /* of the ellipse's length */
  double lines;     /* of a name, on average */
  double rx, ry;
} Ring;

/* ---- what names need ------------------------------------------------------------------------- */

/* 0: more lines than a label has. */
static guint lines_of(double whole, double width, guint most) {
  guint lines = whole <= width ? 1 : (guint)ceil(RAGGED * whole / width);
  return lines <= most ? lines : 0;
}

/* FALSE when a name would have to be cut and must not be. */
static gboolean measure(const RefnetArrangement *a, const double *whole, gboolean may_cut,
                        Ring *ring) {
  double share = ring->font.size / a->scales.label.size;
  ring->need = ring->reach = ring->lines = 0;
  for (guint32 i = 0; i < a->layout->placed; i++) {
    double radius = a->radius[a->layout->around[i]], name = whole[i] * share;
    guint lines = lines_of(name, ring->width, ring->most_lines);
    if (lines == 0 && !may_cut)
      return FALSE;
    lines = lines ? lines : ring->most_lines;
    ring->lines += (double)lines / a->layout->placed;
    ring->need += MAX(2 * radius, lines * LINE * ring->font.size) + APART;
    ring->reach = MAX(ring->reach, radius + GAP + MIN(name, ring->width));
  }
  return TRUE;
}

/* ---- the ellipse ----------------------------------------------------------------------------- */

/* Its length, after Ramanujan (1914). */
static double length_of(double rx, double ry) {
  double h = (rx - ry) * (rx - ry) / ((rx + ry) * (rx + ry));
  return G_PI * (rx + ry) * (1 + 3 * h / (10 + sqrt(4 - 3 * h)));
}

/* The largest in the drawing with names around it; FALSE when it is too short for them. */
static gboolean fit(const RefnetArrangement *a, Ring *ring) {
  double most_x = a->drawing.width / 2 - ring->reach, most_y = a->drawing.height / 2 - ring->reach;
  double most = MIN(most_x, most_y);
  if (most < ring->reach / 2 ||
      ring->reach > MOST_FOR_NAMES * MIN(a->drawing.width, a->drawing.height))
    return FALSE;
  for (double stretch = STRETCH; stretch <= MOST_STRETCH; stretch += 0.05) {
    ring->rx = MIN(most_x, most * stretch);
    ring->ry = MIN(most_y, most * stretch);
    if (length_of(ring->rx, ring->ry) >= ring->need)
      return TRUE;
  }
  return FALSE;
}

/* Large ellipses are good, and so are names in one line, which are read fastest. */
static double worth_of(const Ring *ring) {
  return MIN(ring->rx, ring->ry) * (1 - LINE_COST * (ring->lines - 1));
}

/* Names that are cut keep as many letters as can be. */
static gboolean try_cut(const RefnetArrangement *a, const double *whole, Ring *ring) {
  Ring best = *ring;
  double most = 0;
  for (double letters = WIDEST; letters >= NARROWEST_CUT; letters -= 1)
    for (guint lines = 1; lines <= REFNET_TEXT_LINES; lines++) {
      ring->width = letters * ring->font.size;
      ring->most_lines = lines;
      if (letters * lines <= most || !measure(a, whole, TRUE, ring) || !fit(a, ring))
        continue;
      best = *ring;
      most = letters * lines;
    }
  *ring = best;
  return most > 0;
}

static gboolean try_whole(const RefnetArrangement *a, const double *whole, Ring *ring) {
  Ring best = *ring;
  double worth = 0;
  ring->most_lines = REFNET_TEXT_LINES;
  for (double letters = WIDEST; letters >= NARROWEST; letters -= 1) {
    ring->width = letters * ring->font.size;
    if (!measure(a, whole, FALSE, ring) || !fit(a, ring) || worth_of(ring) <= worth)
      continue;
    best = *ring;
    worth = worth_of(ring);
  }
  *ring = best;
  return worth > 0;
}

/* In letters as labels have them, else as small as others on the page. */
static gboolean find_ring(const RefnetArrangement *a, const double *whole, Ring *ring) {
  const double sizes[] = {a->scales.label.size, a->scales.number.size, a->scales.key.size};
  ring->font = a->scales.label;
  for (int may_cut = FALSE; may_cut <= TRUE; may_cut++)
    for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
      ring->font.size = sizes[i];
      if (i > 0 && sizes[i] >= sizes[i - 1])
        continue;
      if ((may_cut ? try_cut : try_whole)(a, whole, ring))
        return TRUE;
    }
  return FALSE;
}

/* ---- on it ----------------------------------------------------------------------------------- */

/* Along the way out of the ellipse, from left to right on either side. */
static void place_name(RefnetArrangement *a, guint32 v, RefnetPoint out) {
  const RefnetTextBlock *label = &a->label[v];
  RefnetPoint at = a->position[v];
  gboolean is_left = out.x < -1e-9;
  double from = a->radius[v] + GAP + (is_left ? label->width : 0);
  RefnetLabelPlace *place = &a->place[v];
  *place = (RefnetLabelPlace){.placed = TRUE, .turned = TRUE, .lean = is_left ? 1 : 0};
  place->angle = is_left ? atan2(-out.y, -out.x) : atan2(out.y, out.x);
  place->begin = (RefnetPoint){at.x + out.x * from, at.y + out.y * from};
  RefnetBox box = {place->begin.x, place->begin.y - label->height / 2, label->width, label->height};
  place->box = refnet_box_turn(box, place->begin, place->angle);
}

/* Of the way around. */
static double share_of(const RefnetArrangement *a, guint32 v, gboolean has_names) {
  return MAX(2 * a->radius[v], has_names ? a->label[v].height : 0) + APART;
}

static double all_shares(const RefnetArrangement *a, gboolean has_names) {
  double all = 0;
  for (guint32 i = 0; i < a->layout->placed; i++)
    all += share_of(a, a->layout->around[i], has_names);
  return all;
}

/* Clockwise from the right, each in the middle of its share of the way around. */
static void place_all(RefnetArrangement *a, const Ring *ring, RefnetBox box, gboolean has_names) {
  RefnetPoint middle = {box.x + box.width / 2, box.y + box.height / 2};
  double way = 0, length = length_of(ring->rx, ring->ry), all = all_shares(a, has_names);
  double before = -share_of(a, a->layout->around[0], has_names) / 2;
  a->spokes = (RefnetSpokes){TRUE, middle, 2 * sqrt(ring->rx * ring->ry)};
  guint step = 0;
  for (guint32 i = 0; i < a->layout->placed; i++) {
    guint32 v = a->layout->around[i];
    double share = share_of(a, v, has_names), wanted = (before + share / 2) / all * length;
    for (; way < wanted && step < STEPS; step++) {
      double turn = 2 * G_PI * (step + 0.5) / STEPS;
      way += hypot(ring->rx * sin(turn), ring->ry * cos(turn)) * 2 * G_PI / STEPS;
    }
    double turn = 2 * G_PI * step / STEPS, x = cos(turn), y = sin(turn);
    a->position[v] = (RefnetPoint){middle.x + ring->rx * x, middle.y + ring->ry * y};
    double slope = hypot(x / ring->rx, y / ring->ry);
    if (has_names)
      place_name(a, v, (RefnetPoint){x / ring->rx / slope, y / ring->ry / slope});
    before += share;
  }
}

static void wrap_names(RefnetArrangement *a, const Ring *ring) {
  for (guint32 i = 0; i < a->layout->placed; i++) {
    guint32 v = a->layout->around[i];
    refnet_text_block_clear(&a->label[v]);
    refnet_typesetter_wrap(a->typesetter, a->names[v], ring->font, ring->width, ring->most_lines,
                           &a->label[v]);
  }
}

static gboolean all_are_named(const RefnetArrangement *a) {
  for (guint32 i = 0; i < a->layout->placed; i++)
    if (a->labeled[a->layout->around[i]] != REFNET_LABELED_NAME)
      return FALSE;
  return TRUE;
}

gboolean refnet_spokes_place(RefnetArrangement *a) {
  Ring ring = {.width = 0};
  if (!a->layout->around || a->layout->placed < FEWEST || !all_are_named(a))
    return FALSE;
  g_autofree double *whole = g_new(double, (gsize)a->layout->placed + 1);
  for (guint32 i = 0; i < a->layout->placed; i++)
    whole[i] =
        refnet_typesetter_width(a->typesetter, a->names[a->layout->around[i]], a->scales.label);
  if (!find_ring(a, whole, &ring))
    return FALSE;
  wrap_names(a, &ring);
  place_all(a, &ring, a->drawing, TRUE);
  return TRUE;
}

/* Puts the discs on the ellipse in the box; FALSE when it is too short for them. */
static gboolean place_discs_in(RefnetArrangement *a, RefnetBox box) {
  double outside = a->largest_radius + GAP;
  Ring ring = {.rx = box.width / 2 - outside, .ry = box.height / 2 - outside};
  if (ring.rx <= 0 || ring.ry <= 0 || length_of(ring.rx, ring.ry) < all_shares(a, FALSE))
    return FALSE;
  place_all(a, &ring, box, FALSE);
  return TRUE;
}

void refnet_spokes_place_discs(RefnetArrangement *a, RefnetBox box) {
  double beside = (a->drawing.width - box.width) / 2, above = (a->drawing.height - box.height) / 2;
  gboolean is_placed = a->spokes.is_set = FALSE;
  if (!a->layout->around || a->layout->placed < FEWEST)
    return;
  for (int left = YIELDS; left >= 0 && !is_placed; left--) {
    double x = beside * left / YIELDS, y = above * left / YIELDS;
    is_placed = place_discs_in(a, (RefnetBox){a->drawing.x + x, a->drawing.y + y,
                                              a->drawing.width - 2 * x, a->drawing.height - 2 * y});
  }
}

double refnet_spokes_bend(const RefnetArrangement *a, RefnetPoint from, RefnetPoint to) {
  double dx = to.x - from.x, dy = to.y - from.y, length = hypot(dx, dy);
  RefnetPoint middle = a->spokes.middle;
  double x = middle.x - (from.x + to.x) / 2, y = middle.y - (from.y + to.y) / 2;
  double left = x * dy - y * dx;
  double bend = BENT * length * MAX(0, 1 - length / a->spokes.across);
  return left < 0 ? -bend : bend;
}
