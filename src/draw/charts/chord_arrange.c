/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A chord diagram on its page: the rim shared by links, the explanations, and how large the circle
 * can be beside its labels. */
#include <math.h>

#include "draw/charts/chord.h"

#define SIDE_WIDTH 19.0 /* in letters of the legend's size */
#define GAP .022        /* between sectors, radians */
#define LEAST .03       /* of the rim for a sector without links, radians */
#define UPRIGHT 1.1     /* height to width of a page on which the legend goes below */
#define LEAST_LETTER 8.0
#define SHARE_BESIDE_PARTS .76   /* of the largest radius, where names are cut */
#define LEAST_SHARE_ON_SLIDE .76 /* of it, there: rather fewer sectors */

/* ---- on the rim ------------------------------------------------------------------------------ */

static guint64 links_of(const RefnetChord *chord, guint32 group) {
  guint64 links = 0;
  for (guint32 other = 0; other < refnet_chord_groups(chord); other++)
    links += refnet_chord_pair_links(chord, group, other);
  return links;
}

/* Bands leave a sector in the order in which their other ends follow against the clock, so that
 * they don't cross on the way out; links within it come first. */
static void share_rim(RefnetChord *chord) {
  guint32 n = refnet_chord_groups(chord);
  guint64 total = 0;
  for (guint32 g = 0; g < n; g++)
    total += links_of(chord, g);
  double gap = n > 1 ? GAP : 0, least = n > 1 ? LEAST : 0;
  chord->per_link = (2 * G_PI - n * (gap + least)) / (double)MAX(total, 1);
  double at = gap / 2;
  for (guint32 g = 0; g < n; g++) {
    chord->begin[g] = at;
    at += least / 2;
    for (guint32 k = 0; k < n; k++) {
      guint32 other = (g + n - k) % n;
      chord->offset[(gsize)g * n + other] = at;
      at += (double)refnet_chord_pair_links(chord, g, other) * chord->per_link;
    }
    at += least / 2;
    if (total == 0)
      at += (2 * G_PI - n * (gap + least)) / n;
    chord->end[g] = at;
    at += gap;
  }
}

/* ---- the page -------------------------------------------------------------------------------- */

static void put_legend_below(RefnetChord *chord, RefnetBox body) {
  chord->legend = body;
  chord->legend.height = refnet_chord_explain(chord, NULL) - body.y;
  chord->legend.y = body.y + body.height - chord->legend.height;
  chord->drawing = body;
  chord->drawing.height = MAX(body.height - chord->legend.height - chord->scales.margin, 40);
}

static void put_legend_beside(RefnetChord *chord, RefnetBox body) {
  chord->legend = body;
  chord->legend.width =
      MIN(SIDE_WIDTH * chord->scales.legend.size, body.width * (chord->scales.is_slide ? .19 : .4));
  chord->legend.x = body.x + body.width - chord->legend.width;
  chord->drawing = body;
  chord->drawing.width = body.width - chord->legend.width - chord->scales.margin;
}

static void divide(RefnetChord *chord) {
  RefnetBox body = refnet_frame_body(&chord->frame);
  chord->is_above_legend = body.height > UPRIGHT * body.width;
  (chord->is_above_legend ? put_legend_below : put_legend_beside)(chord, body);
  chord->middle = (RefnetPoint){chord->drawing.x + chord->drawing.width / 2,
                                chord->drawing.y + chord->drawing.height / 2};
}

/* ---- the circle ------------------------------------------------------------------------------ */

/* Of a circle beside which labels are in one line, as far as it need not be too small for that. */
static double largest_radius(const RefnetChord *chord) {
  double most = chord->drawing.height / 2 - 6, half = chord->drawing.width / 2;
  return CLAMP(half - refnet_chord_widest_label(chord) - 24, MIN(most, half) * .75, most);
}

/* The largest letters, then circle, with which all labels are whole and find their places. */
static gboolean find_room(RefnetChord *chord, double least, RefnetChordLabels labels) {
  static const double letters[] = {1, .9, .8, .7, .6}, shares[] = {1, .88, .76, .66, .58};
  double largest = chord->scales.label.size;
  for (gsize i = 0; i < G_N_ELEMENTS(letters); i++) {
    if (i > 0 && chord->letter <= least)
      return FALSE;
    chord->letter = MAX(largest * letters[i], MIN(largest, least));
    double radius = largest_radius(chord);
    for (gsize k = 0; k < G_N_ELEMENTS(shares); k++) {
      if (chord->scales.is_slide && shares[k] < LEAST_SHARE_ON_SLIDE)
        break;
      chord->radius = radius * shares[k];
      if (refnet_chord_set_labels(chord, REFNET_TEXT_LINES, labels) &&
          refnet_chord_place_labels(chord))
        return TRUE;
    }
  }
  return FALSE;
}

/* Names cut, in the least letters; FALSE with some that read alike where that is not to be helped,
 * and on slides, where fewer sectors with their whole names are better. */
static gboolean find_room_for_parts(RefnetChord *chord, double least) {
  chord->letter = MIN(chord->scales.label.size, least);
  chord->radius = largest_radius(chord) * SHARE_BESIDE_PARTS;
  for (guint lines = REFNET_TEXT_LINES; lines > 0; lines--)
    if (refnet_chord_set_labels(chord, lines, REFNET_CHORD_CUT) && refnet_chord_place_labels(chord))
      return !chord->scales.is_slide;
  refnet_chord_set_labels(chord, REFNET_TEXT_LINES, REFNET_CHORD_CUT);
  if (!refnet_chord_place_labels(chord)) {
    refnet_chord_set_labels(chord, 1, REFNET_CHORD_CUT);
    refnet_chord_place_labels(chord);
  }
  return FALSE;
}

gboolean refnet_chord_arrange(RefnetChord *chord) {
  double most = chord->scales.label.size, least = MAX(chord->least_letter, LEAST_LETTER);
  if (!chord->scales.is_slide)
    least /= REFNET_CHORD_NAME_SIZE;
  double good = MAX(most * .8, least);
  divide(chord);
  share_rim(chord);
  return (!chord->scales.is_slide && find_room(chord, good, REFNET_CHORD_WHOLE_WITH_DETAILS)) ||
         find_room(chord, good, REFNET_CHORD_WHOLE) ||
         find_room(chord, least, REFNET_CHORD_WHOLE) || find_room_for_parts(chord, least);
}
