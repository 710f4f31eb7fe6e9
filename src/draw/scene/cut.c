/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text cut at its end or in its middle, in any script. */
#include "draw/scene/cut.h"

#include <string.h>

#define ELLIPSIS "…"

gboolean refnet_text_joins_next(gunichar c) {
  return c == 0x200D || g_unichar_combining_class(c) == 9; /* viramas */
}

/* The bytes after which text may be cut: never within what is read as one letter. Free with
 * g_array_unref. */
static GArray *list_cuts(PangoLayout *layout) {
  const char *text = pango_layout_get_text(layout), *at = text;
  GArray *cuts = g_array_new(FALSE, FALSE, sizeof(gsize));
  gint count;
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly(layout, &count);
  gunichar before = 0;
  for (gint i = 0; i < count; i++) {
    gsize bytes = (gsize)(at - text);
    if (attributes[i].is_cursor_position && !refnet_text_joins_next(before))
      g_array_append_val(cuts, bytes);
    if (!*at)
      break;
    before = g_utf8_get_char(at);
    at = g_utf8_next_char(at);
  }
  return cuts;
}

static double width_toward(RefnetTypesetter *typesetter, const char *text, RefnetFont font,
                           gboolean right_to_left) {
  g_autoptr(PangoLayout) layout =
      refnet_typesetter_layout_toward(typesetter, text, font, right_to_left);
  PangoRectangle logical;
  pango_layout_get_extents(layout, NULL, &logical);
  return (double)logical.width / PANGO_SCALE;
}

/* A text that is being cut, and the width it has. */
typedef struct {
  RefnetTypesetter *typesetter;
  const char *text;
  RefnetFont font;
  gboolean right_to_left;
  double width;
  GArray *cuts;
} Cutting;

static gsize cut_at(const Cutting *cutting, guint index) {
  return g_array_index(cutting->cuts, gsize, index);
}

/* The text with an ellipsis in place of its bytes from `from` to `to`. Caller frees. */
static char *leave_out(const Cutting *cutting, gsize from, gsize to) {
  g_autofree char *first = g_strndup(cutting->text, from);
  g_autofree char *last = g_strdup(cutting->text + to);
  return g_strconcat(g_strchomp(first), ELLIPSIS, g_strchug(last), NULL);
}

static gboolean fits(const Cutting *cutting, gsize from, gsize to) {
  g_autofree char *cut = leave_out(cutting, from, to);
  return width_toward(cutting->typesetter, cut, cutting->font, cutting->right_to_left) <=
         cutting->width;
}

/* How many of `kept` pieces between the cuts stand behind the ellipsis. */
static guint tail_of(guint kept, gboolean keeps_end) {
  return keeps_end ? kept / 2 : 0;
}

/* The most pieces that fit with those at the end, or with the bytes from `to` on where that is
 * given (G_MAXSIZE: it is not). */
static guint most_pieces(const Cutting *cutting, gboolean keeps_end, gsize to) {
  guint kept = 0, too_many = MAX(cutting->cuts->len, 1), last = cutting->cuts->len - 1;
  while (too_many - kept > 1) {
    guint middle = kept + (too_many - kept) / 2;
    guint tail = to == G_MAXSIZE ? tail_of(middle, keeps_end) : 0;
    gsize end = to == G_MAXSIZE ? cut_at(cutting, last - tail) : to;
    *(fits(cutting, cut_at(cutting, middle - tail), end) ? &kept : &too_many) = middle;
  }
  return kept;
}

/* Where the word begins that has byte `at`. */
static gsize word_at(const char *text, gsize at) {
  while (at > 0 && !g_ascii_isspace(text[at]) && !g_ascii_isspace(text[at - 1]))
    at--;
  return at;
}

/* Bytes *from to *to are left out. The end keeps its first word whole, and the beginning its last
 * one, where that leaves half of what either has. */
static void keep_words(const Cutting *cutting, gsize *from, gsize *to) {
  gsize length = strlen(cutting->text), begin = word_at(cutting->text, *to);
  if (length - begin > 2 * (length - *to))
    return;
  gsize head = cut_at(cutting, most_pieces(cutting, TRUE, begin));
  gsize end = word_at(cutting->text, head);
  if (2 * head < *from)
    return;
  *from = 2 * end >= head ? end : head;
  *to = begin;
}

char *refnet_text_cut(RefnetTypesetter *typesetter, const char *text, RefnetFont font,
                      gboolean right_to_left, double width, gboolean keeps_end) {
  if (width_toward(typesetter, text, font, right_to_left) <= width)
    return g_strdup(text);
  g_autoptr(PangoLayout) layout =
      refnet_typesetter_layout_toward(typesetter, text, font, right_to_left);
  g_autoptr(GArray) cuts = list_cuts(layout);
  if (cuts->len == 0)
    return g_strdup(ELLIPSIS);
  Cutting cutting = {typesetter, text, font, right_to_left, width, cuts};
  guint kept = most_pieces(&cutting, keeps_end, G_MAXSIZE), tail = tail_of(kept, keeps_end);
  gsize from = cut_at(&cutting, kept - tail), to = cut_at(&cutting, cuts->len - 1 - tail);
  if (tail > 0)
    keep_words(&cutting, &from, &to);
  return leave_out(&cutting, from, to);
}
