/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/options/page_size.h"

#include <refnet/base.h>
#include <string.h>

#define MM (72 / 25.4)
#define PAPER_TEXT 8.0
#define SLIDE_TEXT 18.0

/* Lying on their sides. Larger ones are read from farther away. */
static const struct {
  const char *name;
  PageSize size;
} sizes[] = {
    {"a4", {297 * MM, 210 * MM, PAPER_TEXT}}, {"a3", {420 * MM, 297 * MM, 9}},
    {"a2", {594 * MM, 420 * MM, 10}},         {"a1", {841 * MM, 594 * MM, 11}},
    {"a0", {1189 * MM, 841 * MM, 12}},        {"letter", {792, 612, PAPER_TEXT}},
    {"legal", {1008, 612, PAPER_TEXT}},       {"tabloid", {1224, 792, 9}},
    {"slide", {960, 540, SLIDE_TEXT}},
};

static const struct {
  const char *name;
  double points;
} units[] = {{"pt", 1}, {"mm", MM}, {"cm", 10 * MM}, {"in", 72}, {"", 1}};

/* "1200x900", "42x29.7cm". */
static gboolean parse_sides(const char *text, PageSize *size) {
  g_autofree char *sides = g_ascii_strdown(text, -1);
  double unit = 1;
  for (gsize i = 0; i < G_N_ELEMENTS(units); i++)
    if (g_str_has_suffix(sides, units[i].name)) {
      unit = units[i].points;
      sides[strlen(sides) - strlen(units[i].name)] = '\0';
      break;
    }
  g_auto(GStrv) parts = g_strsplit(sides, "x", 0);
  double width, height;
  if (g_strv_length(parts) != 2 || !refnet_number_parse(parts[0], &width) ||
      !refnet_number_parse(parts[1], &height) || !(width > 0 && height > 0))
    return FALSE;
  *size = (PageSize){width * unit, height * unit, PAPER_TEXT};
  return TRUE;
}

static void refuse(const char *text, GError **error) {
  g_autoptr(GString) names = g_string_new(NULL);
  g_autofree char *valid = g_utf8_make_valid(text, -1);
  g_autofree char *shown = refnet_text_display(valid, 60);
  const char *nearest = NULL;
  guint least = 3;
  for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
    g_string_append_printf(names, "%s, ", sizes[i].name);
    guint distance = refnet_text_distance(sizes[i].name, valid, 3);
    if (distance < least) {
      least = distance;
      nearest = sizes[i].name;
    }
  }
  g_set_error(
      error, REFNET_ERROR, REFNET_ERROR_USAGE,
      "--size takes %sor WIDTHxHEIGHT in points or with mm, cm or in, such as 42x29.7cm, not "
      "\"%s\"%s%s%s",
      names->str, shown, nearest ? "; did you mean \"" : "", nearest ? nearest : "",
      nearest ? "\"?" : "");
}

gboolean refnet_page_size_parse(const char *text, gboolean portrait, PageSize *size,
                                GError **error) {
  gboolean found = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS(sizes) && !found; i++)
    if (g_ascii_strcasecmp(sizes[i].name, text) == 0) {
      *size = sizes[i].size;
      found = TRUE;
    }
  if (!found && !parse_sides(text, size)) {
    refuse(text, error);
    return FALSE;
  }
  if (portrait && size->width > size->height) {
    double width = size->width;
    size->width = size->height;
    size->height = width;
  }
  return TRUE;
}
