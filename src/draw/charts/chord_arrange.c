/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A chord diagram on its page: the rim shared by links, labels beside it. */
#include <math.h>

#include "draw/charts/chord.h"

#define SIDE_WIDTH 19.0 /* in letters of the legend's size */
#define NAME_WIDTH 15.0 /* likewise, of the label's */
#define GAP .022        /* between sectors, radians */
#define LEAST .03       /* of the rim for a sector without links, radians */
#define BETWEEN_LABELS 3.0

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

/* ---- labels ---------------------------------------------------------------------------------- */

static RefnetFont detail_font(const RefnetChord *chord) {
  return (RefnetFont){chord->scales.label.size * (chord->scales.is_slide ? 1 : .92), FALSE};
}

static RefnetFont name_font(const RefnetChord *chord) {
  return (RefnetFont){chord->scales.label.size * (chord->scales.is_slide ? 1 : 1.1), TRUE};
}

static void set_labels(RefnetChord *chord, guint lines, gboolean has_details) {
  RefnetFont bold = name_font(chord);
  RefnetFont plain = detail_font(chord);
  double beside = MAX(chord->drawing.width / 2 - chord->radius - 22, NAME_WIDTH * plain.size);
  for (guint32 g = 0; g < refnet_chord_groups(chord); g++) {
    refnet_text_block_clear(&chord->name[g]);
    refnet_text_block_clear(&chord->detail[g]);
    double width = NAME_WIDTH * bold.size;
    refnet_typesetter_wrap(chord->typesetter, chord->links->groups[g].name, bold, width, lines,
                           &chord->name[g]);
    g_autofree char *detail = refnet_chord_detail(chord, g);
    if (has_details)
      refnet_typesetter_wrap(chord->typesetter, detail, plain, beside, 2, &chord->detail[g]);
    chord->label[g].width = MAX(chord->name[g].width, chord->detail[g].width);
    chord->label[g].height = chord->name[g].height + chord->detail[g].height;
  }
}

/* The sectors of one side from the top down. */
static guint32 list_side(const RefnetChord *chord, gboolean right, guint32 *order) {
  guint32 count = 0;
  for (guint32 i = 0; i < refnet_chord_groups(chord); i++) {
    guint32 g = right ? i : refnet_chord_groups(chord) - 1 - i;
    if (refnet_chord_is_right(chord, g) == right)
      order[count++] = g;
  }
  return count;
}

/* Each as near to its sector as the others leave room for; FALSE when the side is too short. */
static gboolean place_side(RefnetChord *chord, gboolean right) {
  g_autofree guint32 *order = g_new(guint32, (gsize)refnet_chord_groups(chord) + 1);
  guint32 count = list_side(chord, right, order);
  double top = chord->drawing.y, bottom = chord->drawing.y + chord->drawing.height;
  for (guint32 i = 0; i < count; i++) {
    RefnetBox *label = &chord->label[order[i]];
    double y = refnet_chord_point(chord, chord->radius + REFNET_CHORD_RIM,
                                  refnet_chord_angle(chord, order[i]))
                   .y;
    label->y = MAX(y - label->height / 2, top);
    top = label->y + label->height + BETWEEN_LABELS;
  }
  for (guint32 i = count; i-- > 0;) {
    RefnetBox *label = &chord->label[order[i]];
    label->y = MIN(label->y, bottom - label->height);
    bottom = label->y - BETWEEN_LABELS;
  }
  return count == 0 || bottom >= chord->drawing.y - BETWEEN_LABELS - .01;
}

/* Beside the circle at its height. */
static void place_across(RefnetChord *chord) {
  double clear = chord->radius + 12;
  for (guint32 g = 0; g < refnet_chord_groups(chord); g++) {
    RefnetBox *label = &chord->label[g];
    double nearest = CLAMP(chord->middle.y, label->y, label->y + label->height) - chord->middle.y;
    double half = fabs(nearest) < clear ? sqrt(clear * clear - nearest * nearest) : 0;
    label->x = refnet_chord_is_right(chord, g) ? chord->middle.x + half + 6
                                               : chord->middle.x - half - 6 - label->width;
  }
}

/* In one line: what stands below names; on a slide, where nothing does, the names. */
static double widest_label(const RefnetChord *chord) {
  double widest = 0;
  for (guint32 g = 0; g < refnet_chord_groups(chord); g++) {
    g_autofree char *detail = refnet_chord_detail(chord, g);
    widest =
        MAX(widest, chord->scales.is_slide
                        ? refnet_typesetter_width(chord->typesetter, chord->links->groups[g].name,
                                                  name_font(chord))
                        : refnet_typesetter_width(chord->typesetter, detail, detail_font(chord)));
  }
  return widest;
}

void refnet_chord_arrange(RefnetChord *chord) {
  RefnetBox body = refnet_frame_body(&chord->frame);
  static const struct {
    guint lines;
    gboolean has_details;
  } tries[] = {{2, TRUE}, {1, TRUE}, {1, FALSE}};
  chord->side_width =
      MIN(SIDE_WIDTH * chord->scales.legend.size, body.width * (chord->scales.is_slide ? .19 : .4));
  chord->drawing = body;
  chord->drawing.width = body.width - chord->side_width - chord->scales.margin;
  chord->middle = (RefnetPoint){chord->drawing.x + chord->drawing.width / 2,
                                chord->drawing.y + chord->drawing.height / 2};
  double most = chord->drawing.height / 2 - 6, half = chord->drawing.width / 2;
  chord->radius = CLAMP(half - widest_label(chord) - 24, MIN(most, half) * .75, most);
  share_rim(chord);
  for (gsize i = chord->scales.is_slide ? 2 : 0; i < G_N_ELEMENTS(tries); i++) {
    set_labels(chord, tries[i].lines, tries[i].has_details);
    gboolean right = place_side(chord, TRUE), left = place_side(chord, FALSE);
    if (right && left)
      break;
  }
  place_across(chord);
}
