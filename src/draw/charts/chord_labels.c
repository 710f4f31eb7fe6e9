/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Labels of a chord diagram: names, with figures below them where there is room, beside the circle.
 */
#include <math.h>
#include <string.h>

#include "draw/charts/chord.h"

#define NAME_WIDTH 15.0 /* in letters of the label's size */
#define BETWEEN_LABELS 3.0
#define BESIDE_RING 22.0 /* from the circle to the farthest a label may begin */
/* How far above and below the circle labels stand: of the radius, or in letters. */
#define BEYOND_RING .35
#define BEYOND_RING_LETTERS 5.5

/* ---- what they say --------------------------------------------------------------------------- */

static RefnetFont detail_font(const RefnetChord *chord) {
  double size = chord->letter * (chord->scales.is_slide ? 1 : .92);
  return (RefnetFont){MAX(size, chord->least_letter), FALSE};
}

static RefnetFont name_font(const RefnetChord *chord) {
  double size = chord->letter * (chord->scales.is_slide ? 1 : REFNET_CHORD_NAME_SIZE);
  return (RefnetFont){MAX(size, chord->least_letter), TRUE};
}

static gboolean is_of_words(gunichar c) {
  GUnicodeScript script = g_unichar_get_script(c);
  return g_unichar_isalpha(c) &&
         (script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_GREEK ||
          script == G_UNICODE_SCRIPT_CYRILLIC);
}

/* Is all of the text there, and no word of a script with spaces broken? */
static gboolean is_whole(const RefnetTextBlock *block, const char *text) {
  const char *at = text;
  for (guint i = 0; i < block->line_count; i++) {
    if (i > 0 && !g_ascii_isspace(*at) && is_of_words(g_utf8_get_char(at)) &&
        is_of_words(g_utf8_get_char(g_utf8_prev_char(at))))
      return FALSE;
    while (i > 0 && g_ascii_isspace(*at))
      at++;
    if (!g_str_has_prefix(at, block->lines[i].text))
      return FALSE;
    at += strlen(block->lines[i].text);
  }
  return *at == '\0';
}

static gboolean reads_alike(const RefnetTextBlock *a, const RefnetTextBlock *b) {
  if (a->line_count != b->line_count)
    return FALSE;
  for (guint i = 0; i < a->line_count; i++)
    if (!g_str_equal(a->lines[i].text, b->lines[i].text))
      return FALSE;
  return TRUE;
}

/* Have different names become the same by being cut? */
static gboolean are_confused(const RefnetChord *chord) {
  const RefnetSectorGroup *groups = chord->links->groups;
  for (guint32 a = 0; a < refnet_chord_groups(chord); a++)
    for (guint32 b = a + 1; b < refnet_chord_groups(chord); b++)
      if (reads_alike(&chord->name[a], &chord->name[b]) &&
          !g_str_equal(groups[a].name, groups[b].name))
        return TRUE;
  return FALSE;
}

gboolean refnet_chord_set_labels(RefnetChord *chord, guint lines, RefnetChordLabels labels) {
  const gboolean may_cut = labels == REFNET_CHORD_CUT;
  const gboolean has_details = labels == REFNET_CHORD_WHOLE_WITH_DETAILS;
  RefnetFont bold = name_font(chord), plain = detail_font(chord);
  double beside = MAX(chord->drawing.width / 2 - chord->radius - BESIDE_RING, plain.size);
  for (guint32 g = 0; g < refnet_chord_groups(chord); g++) {
    refnet_text_block_clear(&chord->name[g]);
    refnet_text_block_clear(&chord->detail[g]);
    g_autofree char *name = refnet_chord_name(chord, g);
    refnet_typesetter_wrap(chord->typesetter, name, bold, MIN(beside, NAME_WIDTH * bold.size),
                           lines, &chord->name[g]);
    if (!may_cut && !is_whole(&chord->name[g], name))
      return FALSE;
    g_autofree char *detail = refnet_chord_detail(chord, g);
    if (has_details)
      refnet_typesetter_wrap(chord->typesetter, detail, plain, beside, 2, &chord->detail[g]);
    if (has_details && !is_whole(&chord->detail[g], detail))
      return FALSE;
    chord->label[g].width = MAX(chord->name[g].width, chord->detail[g].width);
    chord->label[g].height = chord->name[g].height + chord->detail[g].height;
  }
  return !may_cut || !are_confused(chord);
}

double refnet_chord_widest_label(const RefnetChord *chord) {
  double widest = 0;
  for (guint32 g = 0; g < refnet_chord_groups(chord); g++) {
    g_autofree char *detail = refnet_chord_detail(chord, g), *name = refnet_chord_name(chord, g);
    widest =
        MAX(widest, chord->scales.is_slide
                        ? refnet_typesetter_width(chord->typesetter, name, name_font(chord))
                        : refnet_typesetter_width(chord->typesetter, detail, detail_font(chord)));
  }
  return widest;
}

/* ---- where they stand ------------------------------------------------------------------------ */

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

/* FALSE when the side is too short. */
static gboolean place_side(RefnetChord *chord, gboolean right) {
  g_autofree guint32 *order = g_new(guint32, (gsize)refnet_chord_groups(chord) + 1);
  guint32 count = list_side(chord, right, order);
  double beyond = MAX(chord->radius * BEYOND_RING, chord->letter * BEYOND_RING_LETTERS);
  double reach = MIN(chord->radius + beyond, chord->drawing.height / 2);
  double first = chord->middle.y - reach, top = first, bottom = chord->middle.y + reach;
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
  return count == 0 || bottom >= first - BETWEEN_LABELS - .01;
}

/* Where a label begins, or at the left of the circle ends: beside the circle at its height; above
 * and below it beside the middle of its sector, so that no line to it runs through another. */
static double side_of_label(const RefnetChord *chord, guint32 g) {
  const RefnetBox *label = &chord->label[g];
  double clear = chord->radius + 12, way = refnet_chord_is_right(chord, g) ? 1 : -1;
  double nearest = CLAMP(chord->middle.y, label->y, label->y + label->height) - chord->middle.y;
  if (fabs(nearest) < clear)
    return chord->middle.x + way * (sqrt(clear * clear - nearest * nearest) + 6);
  double across = fabs(chord->radius * sin(refnet_chord_angle(chord, g)));
  double most = chord->drawing.width / 2 - label->width;
  return chord->middle.x + way * MAX(6, MIN(across + 4, most));
}

static void place_across(RefnetChord *chord) {
  for (guint32 g = 0; g < refnet_chord_groups(chord); g++) {
    RefnetBox *label = &chord->label[g];
    label->x = side_of_label(chord, g) - (refnet_chord_is_right(chord, g) ? 0 : label->width);
  }
}

gboolean refnet_chord_place_labels(RefnetChord *chord) {
  gboolean right = place_side(chord, TRUE), left = place_side(chord, FALSE);
  place_across(chord);
  return right && left;
}
