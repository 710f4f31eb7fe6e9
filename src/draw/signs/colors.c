/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The sets: Okabe & Ito, "Color Universal Design", 2008, in an order whose first few differ most;
 * Tol, "Colour Schemes", 2021; Brewer, ColorBrewer 2.0; viridis of van der Walt & Smith, 2015. */
#include "draw/signs/colors.h"

static const RefnetColorSet sets[] = {
    {"okabe-ito",
     FALSE,
     8,
     {0x56B4E9, 0xE69F00, 0x009E73, 0xCC79A7, 0x0072B2, 0xD55E00, 0xF0E442, 0x000000}},
    {"tol-bright", FALSE, 6, {0x4477AA, 0xEE6677, 0x228833, 0xCCBB44, 0x66CCEE, 0xAA3377}},
    {"tol-muted",
     FALSE,
     9,
     {0xCC6677, 0x332288, 0xDDCC77, 0x117733, 0x88CCEE, 0x882255, 0x44AA99, 0x999933, 0xAA4499}},
    {"set2", FALSE, 7, {0x66C2A5, 0xFC8D62, 0x8DA0CB, 0xE78AC3, 0xA6D854, 0xFFD92F, 0xE5C494}},
    {"viridis", TRUE, 5, {0xFDE725, 0x5DC863, 0x21908C, 0x3B528B, 0x440154}},
    {"blues", TRUE, 5, {0xEFF3FF, 0xBDD7E7, 0x6BAED6, 0x3182BD, 0x08519C}},
    {"oranges", TRUE, 5, {0xFEEDDE, 0xFDBE85, 0xFD8D3C, 0xE6550D, 0xA63603}},
};

/* Four shades: more would not be told apart, so that groups differ by form as well. */
static const RefnetColorSet gray_groups = {
    "gray", FALSE, 4, {0xD4D4D4, 0x4D4D4D, 0x9A9A9A, 0x111111}};
static const RefnetColorSet gray_figures = {
    "gray", TRUE, 5, {0xF0F0F0, 0xC8C8C8, 0x969696, 0x5A5A5A, 0x1E1E1E}};

static void refuse(const char *name, gboolean is_sequential, GError **error) {
  g_autoptr(GString) list = g_string_new(NULL);
  const char *nearest = NULL;
  guint least = 3;
  g_autofree char *valid = g_utf8_make_valid(name, -1);
  g_autofree char *shown = refnet_text_display(valid, 60);
  for (gsize i = 0; i < G_N_ELEMENTS(sets); i++) {
    if (sets[i].is_sequential != is_sequential)
      continue;
    g_string_append_printf(list, "%s%s", list->len ? ", " : "", sets[i].name);
    guint distance = refnet_text_distance(sets[i].name, valid, 3);
    if (distance < least) {
      least = distance;
      nearest = sets[i].name;
    }
  }
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
              "--palette takes %s for %s, not \"%s\"%s%s%s", list->str,
              is_sequential ? "figures" : "groups", shown, nearest ? "; did you mean \"" : "",
              nearest ? nearest : "", nearest ? "\"?" : "");
}

const RefnetColorSet *refnet_colors_find(const char *name, gboolean is_sequential, GError **error) {
  for (gsize i = 0; i < G_N_ELEMENTS(sets); i++)
    if (sets[i].is_sequential == is_sequential && (!name || g_str_equal(sets[i].name, name)))
      return &sets[i];
  refuse(name, is_sequential, error);
  return NULL;
}

const RefnetColorSet *refnet_colors_gray(gboolean is_sequential) {
  return is_sequential ? &gray_figures : &gray_groups;
}

guint32 refnet_colors_darker(guint32 rgb) {
  guint32 red = rgb >> 16 & 0xFF, green = rgb >> 8 & 0xFF, blue = rgb & 0xFF;
  return (red * 56 / 100) << 16 | (green * 56 / 100) << 8 | blue * 56 / 100;
}

/* By the luma of Rec. 709. */
guint32 refnet_colors_on(guint32 rgb) {
  guint32 luma = (rgb >> 16 & 0xFF) * 21 + (rgb >> 8 & 0xFF) * 72 + (rgb & 0xFF) * 7;
  return luma > 15500 ? 0x111827 : 0xFFFFFF;
}
