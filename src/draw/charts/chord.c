/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a chord diagram is made of: groups, bands, colors, angles. */
#include "draw/charts/chord.h"

#include <math.h>

#include "present/wording/words.h"

#define NO_SECTOR_RGB 0xC3CAD1

guint32 refnet_chord_groups(const RefnetChord *chord) {
  return chord->links->count;
}

guint64 refnet_chord_pair_links(const RefnetChord *chord, guint32 a, guint32 b) {
  return refnet_sector_links_of_pair(chord->links, chord->undirected, a, b);
}

RefnetColor refnet_chord_color(const RefnetChord *chord, guint32 group) {
  if (!chord->links->groups[group].is_sector)
    return refnet_color(NO_SECTOR_RGB, 1);
  RefnetColor color = refnet_color(chord->colors->fills[group % chord->colors->count], 1);
  double pale = MIN(group / chord->colors->count, 2) * .4;
  return (RefnetColor){color.red + (1 - color.red) * pale, color.green + (1 - color.green) * pale,
                       color.blue + (1 - color.blue) * pale, 1};
}

/* The last words of "Other (4 sectors)" and "Sector not known" stay together. */
char *refnet_chord_name(const RefnetChord *chord, guint32 group) {
  char *name = refnet_words_capital(refnet_text_display(chord->links->groups[group].name, 0));
  const char *space = strrchr(name, ' ');
  if (chord->links->groups[group].is_sector || !space)
    return name;
  char *bound = g_strdup_printf("%.*s\302\240%s", (int)(space - name), name, space + 1);
  g_free(name);
  return bound;
}

char *refnet_chord_detail(const RefnetChord *chord, guint32 g) {
  const RefnetSectorGroup *group = &chord->links->groups[g];
  g_autofree char *organizations =
      refnet_words_tally(group->organizations, "organisation", "organisations");
  g_autofree char *out = refnet_words_digits(group->out);
  g_autofree char *within = refnet_words_digits(group->within);
  g_autofree char *in = refnet_words_digits(group->in);
  if (chord->undirected)
    return g_strdup_printf("%s, %s\302\240relationships, %s\302\240within", organizations, out,
                           within);
  return g_strdup_printf("%s, %s\302\240out, %s\302\240in, %s\302\240within", organizations, out,
                         in, within);
}

double refnet_chord_angle(const RefnetChord *chord, guint32 group) {
  return (chord->begin[group] + chord->end[group]) / 2;
}

gboolean refnet_chord_is_right(const RefnetChord *chord, guint32 group) {
  return sin(refnet_chord_angle(chord, group)) >= 0;
}

RefnetPoint refnet_chord_point(const RefnetChord *chord, double radius, double angle) {
  return (RefnetPoint){chord->middle.x + radius * sin(angle),
                       chord->middle.y - radius * cos(angle)};
}

static gint compare_bands(gconstpointer left, gconstpointer right) {
  const RefnetBand *x = left, *y = right;
  if (x->links != y->links)
    return x->links > y->links ? -1 : 1;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return (x->b > y->b) - (x->b < y->b);
}

/* Busiest first. */
GArray *refnet_chord_bands(const RefnetChord *chord) {
  GArray *bands = g_array_new(FALSE, FALSE, sizeof(RefnetBand));
  for (guint32 a = 0; a < refnet_chord_groups(chord); a++)
    for (guint32 b = a; b < refnet_chord_groups(chord); b++) {
      RefnetBand band = {a, b, refnet_chord_pair_links(chord, a, b)};
      if (band.links > 0)
        g_array_append_val(bands, band);
    }
  g_array_sort(bands, compare_bands);
  return bands;
}
