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

/* `text` with an ellipsis in place of all but `kept` of the pieces between the cuts: the last ones
 * left out, or those in the middle. Caller frees. */
static char *leave_out(const char *text, const GArray *cuts, guint kept, gboolean keeps_end) {
  guint tail = keeps_end ? kept / 2 : 0;
  if (cuts->len == 0)
    return g_strdup(ELLIPSIS);
  g_autofree char *first = g_strndup(text, g_array_index(cuts, gsize, kept - tail));
  g_autofree char *last = g_strdup(text + g_array_index(cuts, gsize, cuts->len - 1 - tail));
  return g_strconcat(g_strchomp(first), ELLIPSIS, g_strchug(last), NULL);
}

char *refnet_text_cut(RefnetTypesetter *typesetter, const char *text, RefnetFont font,
                      gboolean right_to_left, double width, gboolean keeps_end) {
  if (width_toward(typesetter, text, font, right_to_left) <= width)
    return g_strdup(text);
  g_autoptr(PangoLayout) layout =
      refnet_typesetter_layout_toward(typesetter, text, font, right_to_left);
  g_autoptr(GArray) cuts = list_cuts(layout);
  guint fits = 0, too_long = MAX(cuts->len, 1);
  while (too_long - fits > 1) {
    guint middle = fits + (too_long - fits) / 2;
    g_autofree char *cut = leave_out(text, cuts, middle, keeps_end);
    if (width_toward(typesetter, cut, font, right_to_left) <= width)
      fits = middle;
    else
      too_long = middle;
  }
  return leave_out(text, cuts, fits, keeps_end);
}
