/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What stands beside a chord diagram. */
#include <math.h>

#include "draw/charts/chord.h"
#include "draw/page/side.h"
#include "present/wording/words.h"

#define MOST_LISTED 8

static void explain_bands(const RefnetChord *chord, RefnetSide *side) {
  if (chord->links->within + chord->links->between == 0)
    return;
  refnet_side_heading(side, "Bands");
  if (chord->scales.is_slide)
    refnet_side_text(side, chord->undirected ? "as wide as the relationships between two sectors"
                                             : "as wide as the referral links between two "
                                               "sectors, coloured as who refers more");
  else
    refnet_side_text(side,
                     chord->undirected
                         ? "As wide as the relationships between two sectors are many; a bump "
                           "on the rim: those within one."
                         : "As wide as the referral links between two sectors are many, both "
                           "ways added up, in the colour of the one that refers more. A bump "
                           "on the rim: links within a sector.");
}

static void add_band(const RefnetChord *chord, RefnetSide *side, const RefnetBand *band,
                     gboolean is_first) {
  guint64 there = refnet_sector_links_at(chord->links, band->a, band->b);
  guint64 back = refnet_sector_links_at(chord->links, band->b, band->a);
  g_autofree char *a = refnet_chord_name(chord, band->a), *b = refnet_chord_name(chord, band->b);
  gboolean turned = back > there && !chord->undirected;
  g_autofree char *words =
      g_strdup_printf("%s %s %s", turned ? b : a, chord->undirected ? "–" : "→", turned ? a : b);
  g_autofree char *most = refnet_words_digits(chord->undirected ? there : MAX(there, back));
  g_autofree char *least = refnet_words_digits(MIN(there, back));
  g_autofree char *figure =
      chord->undirected ? g_strdup(most) : g_strdup_printf("%s (back %s)", most, least);
  if (is_first)
    refnet_side_heading(side, chord->undirected ? "Most relationships between two"
                                                : "Most referral links between two");
  RefnetBox box = refnet_side_entry(side, words, figure);
  if (!side->scene)
    return;
  RefnetBox swatch = {box.x, box.y + box.height / 2 - 5, 16, 10};
  refnet_scene_add_rectangle(side->scene, REFNET_PART_LEGEND, swatch)->fill =
      refnet_chord_color(chord, there >= back ? band->a : band->b);
}

/* As many as there is room for down to `foot`. */
static void list_busiest(const RefnetChord *chord, RefnetSide *side, double foot) {
  g_autoptr(GArray) bands = refnet_chord_bands(chord);
  guint listed = 0;
  for (guint i = 0; i < bands->len && listed < MOST_LISTED; i++) {
    const RefnetBand *band = &g_array_index(bands, RefnetBand, i);
    if (band->a == band->b)
      continue;
    RefnetSide measured = *side;
    measured.scene = NULL;
    add_band(chord, &measured, band, listed == 0);
    if (measured.y > foot + .01)
      return;
    add_band(chord, side, band, listed++ == 0);
  }
}

static void explain_mixing(const RefnetChord *chord, RefnetSide *side) {
  const RefnetSummary *summary = chord->summary;
  guint64 all = chord->links->within + chord->links->between;
  char index[G_ASCII_DTOSTR_BUF_SIZE], expected[G_ASCII_DTOSTR_BUF_SIZE];
  if (all == 0)
    return;
  refnet_side_heading(side, "Within or between sectors");
  g_autofree char *share = refnet_words_share(chord->links->within, all);
  g_autofree char *within =
      g_strdup_printf("%s %s %s within a sector or group.", share,
                      chord->undirected ? "relationships" : "referral links",
                      refnet_words_in_number(chord->links->within, "lies", "lie"));
  refnet_side_text(side, within);
  if (isnan(summary->ei_index))
    return;
  g_ascii_formatd(index, sizeof index, "%.2f", summary->ei_index);
  g_ascii_formatd(expected, sizeof expected, "%.2f", summary->ei_expected);
  g_autofree char *sentence =
      g_strdup_printf("E–I index of relationships: %s, where −1 is all within sectors and +1 all "
                      "between. If sectors played no part, it would be %s.",
                      index, isnan(summary->ei_expected) ? "n/a" : expected);
  refnet_side_text(side, sentence);
}

/* Two columns: how to read it, and the busiest. */
static double explain_below(const RefnetChord *chord, RefnetSide side) {
  double between = 2 * chord->scales.margin;
  side.width = (chord->legend.width - between) / 2;
  RefnetSide right = side;
  right.x += side.width + between;
  explain_bands(chord, &side);
  explain_mixing(chord, &side);
  list_busiest(chord, &right, side.y);
  return side.y;
}

static double explain_beside(const RefnetChord *chord, RefnetSide side) {
  double foot = chord->legend.y + chord->legend.height;
  explain_bands(chord, &side);
  RefnetSide mixing = side;
  mixing.scene = NULL;
  explain_mixing(chord, &mixing);
  double taken = mixing.y - side.y;
  if (side.y + taken > foot + .01)
    return side.y;
  list_busiest(chord, &side, foot - taken);
  explain_mixing(chord, &side);
  return side.y;
}

double refnet_chord_explain(const RefnetChord *chord, RefnetScene *scene) {
  RefnetSide side = {.typesetter = chord->typesetter,
                     .scales = &chord->scales,
                     .scene = scene,
                     .x = chord->legend.x,
                     .y = chord->legend.y,
                     .width = chord->legend.width};
  if (!chord->scales.is_slide)
    return (chord->is_above_legend ? explain_below : explain_beside)(chord, side);
  explain_bands(chord, &side);
  return side.y;
}
