/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What stands beside a chord diagram. */
#include <math.h>

#include "draw/charts/chord.h"
#include "draw/page/side.h"
#include "present/words.h"

#define MOST_LISTED 8

static void list_busiest(const RefnetChord *chord, RefnetSide *side, const GArray *bands) {
  guint listed = 0;
  for (guint i = 0; i < bands->len && listed < MOST_LISTED; i++) {
    const RefnetBand *band = &g_array_index(bands, RefnetBand, i);
    if (band->a == band->b)
      continue;
    guint64 there = refnet_sector_links_at(chord->links, band->a, band->b);
    guint64 back = refnet_sector_links_at(chord->links, band->b, band->a);
    const RefnetSectorGroup *a = &chord->links->groups[band->a],
                            *b = &chord->links->groups[band->b];
    gboolean turned = back > there && !chord->undirected;
    g_autofree char *words =
        g_strdup_printf("%s %s %s", turned ? b->name : a->name, chord->undirected ? "–" : "→",
                        turned ? a->name : b->name);
    g_autofree char *figure =
        chord->undirected ? g_strdup_printf("%" G_GUINT64_FORMAT, there)
                          : g_strdup_printf("%" G_GUINT64_FORMAT " (back %" G_GUINT64_FORMAT ")",
                                            MAX(there, back), MIN(there, back));
    if (listed++ == 0)
      refnet_side_heading(side, chord->undirected ? "Most relationships between two"
                                                  : "Most referral links between two");
    RefnetBox box = refnet_side_entry(side, words, figure);
    if (!side->scene)
      continue;
    RefnetBox swatch = {box.x, box.y + box.height / 2 - 5, 16, 10};
    refnet_scene_add_rectangle(side->scene, REFNET_PART_LEGEND, swatch)->fill =
        refnet_chord_color(chord, there >= back ? band->a : band->b);
  }
}

static void explain_mixing(const RefnetChord *chord, RefnetSide *side) {
  const RefnetSummary *summary = chord->summary;
  guint64 all = chord->links->within + chord->links->between;
  char index[G_ASCII_DTOSTR_BUF_SIZE], expected[G_ASCII_DTOSTR_BUF_SIZE];
  refnet_side_heading(side, "Within or between sectors");
  g_autofree char *share = refnet_words_share(chord->links->within, all);
  g_autofree char *within = g_strdup_printf("%s %s lie within a sector or group.", share,
                                            chord->undirected ? "relationships" : "referral links");
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

void refnet_chord_explain(const RefnetChord *chord, RefnetScene *scene, const GArray *bands) {
  RefnetSide side = {.typesetter = chord->typesetter,
                     .scales = &chord->scales,
                     .scene = scene,
                     .x = chord->drawing.x + chord->drawing.width + chord->scales.margin,
                     .y = chord->drawing.y,
                     .width = chord->side_width};
  if (chord->scales.is_slide) {
    refnet_side_heading(&side, "Bands");
    refnet_side_text(&side, chord->undirected ? "as wide as the relationships between two sectors"
                                              : "as wide as the referral links between two "
                                                "sectors, coloured as who refers more");
    return;
  }
  refnet_side_heading(&side, "Bands");
  refnet_side_text(&side, chord->undirected
                              ? "As wide as the relationships between two sectors are many; a bump "
                                "on the rim: those within one."
                              : "As wide as the referral links between two sectors are many, both "
                                "ways added up, in the colour of the one that refers more. A bump "
                                "on the rim: links within a sector.");
  list_busiest(chord, &side, bands);
  explain_mixing(chord, &side);
}
