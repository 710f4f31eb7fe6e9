/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where a line of phrases is broken. */
#include "draw/page/phrases.h"

#include <string.h>

#define DOT " ·"

/* The two lines that a break after the dot at `dot` gives. */
typedef struct {
  char *first, *second;
} Halves;

static Halves halves_at(const char *text, const char *dot) {
  const char *after = dot + strlen(DOT);
  return (Halves){g_strndup(text, (gsize)(after - text)), g_strdup(after + 1)};
}

static void halves_clear(Halves *halves) {
  g_free(halves->first);
  g_free(halves->second);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Halves, halves_clear)

/* The dot after which both lines are as short as may be, no longer than `width`; NULL: none. */
static const char *find_break(RefnetTypesetter *typesetter, const char *text, RefnetFont font,
                              double width) {
  const char *best = NULL;
  for (const char *dot = strstr(text, DOT " "); dot; dot = strstr(dot + 1, DOT " ")) {
    g_auto(Halves) halves = halves_at(text, dot);
    double longer = MAX(refnet_typesetter_width(typesetter, halves.first, font),
                        refnet_typesetter_width(typesetter, halves.second, font));
    if (longer > width)
      continue;
    width = longer;
    best = dot;
  }
  return best;
}

void refnet_phrases_wrap(RefnetTypesetter *typesetter, const char *text, RefnetFont font,
                         double width, RefnetTextBlock *block) {
  gboolean fits = refnet_typesetter_width(typesetter, text, font) <= width;
  const char *dot = fits ? NULL : find_break(typesetter, text, font, width);
  if (!dot) {
    refnet_typesetter_wrap(typesetter, text, font, width, 2, block);
    return;
  }
  g_auto(Halves) halves = halves_at(text, dot);
  RefnetTextBlock second;
  refnet_typesetter_wrap(typesetter, halves.first, font, width, 1, block);
  refnet_typesetter_wrap(typesetter, halves.second, font, width, 1, &second);
  block->lines[block->line_count++] = second.lines[0];
  block->width = MAX(block->width, second.width);
  block->height += second.height;
}
