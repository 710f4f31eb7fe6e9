/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text through pango: layouts that measure the same everywhere, and blocks put into a scene. */
#include "draw/scene/text.h"

#include <pango/pangocairo.h>
#include <string.h>

struct RefnetTypesetter {
  PangoFontMap *map;
  PangoContext *contexts[2]; /* of text from left to right, and from right to left */
  GHashTable *told_by_end;   /* names that begin like another, and end otherwise; NULL: none */
  gint *map_is_gone;         /* shared with the map, which sets it as the last thing of its life */
};

/* Pango looks for fonts in threads of its own, which may hold the map a little longer than we do.
 */
#define LONGEST_WAIT_MICROSECONDS 2000000
#define WAIT_MICROSECONDS 200
/* Names with so many first letters in common may read alike once they are cut. */
#define ALIKE 12
/* With so many last letters in common, too, they may read alike without their middles. */
#define END 8

static void note_map_is_gone(gpointer map_is_gone) {
  g_atomic_int_set((gint *)map_is_gone, TRUE);
  g_atomic_rc_box_release(map_is_gone);
}

static void release_map(RefnetTypesetter *typesetter) {
  g_object_set_data_full(G_OBJECT(typesetter->map), "refnet-map-is-gone",
                         g_atomic_rc_box_acquire(typesetter->map_is_gone), note_map_is_gone);
  g_object_unref(typesetter->map);
  for (int waited = 0; waited < LONGEST_WAIT_MICROSECONDS; waited += WAIT_MICROSECONDS) {
    if (g_atomic_int_get(typesetter->map_is_gone))
      break;
    g_usleep(WAIT_MICROSECONDS);
  }
}

static void set_unhinted(PangoContext *context) {
  cairo_font_options_t *options = cairo_font_options_create();
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(context, FALSE);
}

RefnetTypesetter *refnet_typesetter_new(GError **error) {
  RefnetTypesetter *typesetter = g_new0(RefnetTypesetter, 1);
  typesetter->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
  if (!typesetter->map) {
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INTERNAL,
                        "pictures need pango with freetype fonts, which this machine lacks");
    g_free(typesetter);
    return NULL;
  }
  typesetter->map_is_gone = g_atomic_rc_box_new0(gint);
  pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(typesetter->map), 72);
  for (int i = 0; i < 2; i++) {
    PangoContext *context = typesetter->contexts[i] =
        pango_font_map_create_context(typesetter->map);
    /* The user's locale must not choose the fonts. */
    pango_context_set_language(context, pango_language_from_string("en"));
    pango_context_set_base_dir(context, i ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    set_unhinted(context);
  }
  return typesetter;
}

void refnet_typesetter_free(RefnetTypesetter *typesetter) {
  if (!typesetter)
    return;
  for (int i = 0; i < 2; i++)
    g_object_unref(typesetter->contexts[i]);
  release_map(typesetter);
  g_clear_pointer(&typesetter->told_by_end, g_hash_table_unref);
  g_atomic_rc_box_release(typesetter->map_is_gone);
  g_free(typesetter);
}

/* Longer ones are only ever cut. */
#define LONGEST_TOLD_APART 1000

/* A name, and how much of it the one most like it has, of those that begin like it. */
typedef struct {
  const char *name;
  char *begin, *backwards;
  glong same_begin, same_end; /* letters */
} Alike;

static void clear_alike(gpointer data) {
  g_free(((Alike *)data)->begin);
  g_free(((Alike *)data)->backwards);
}

static GArray *list_names(char *const *names) {
  GArray *all = g_array_new(FALSE, FALSE, sizeof(Alike));
  g_array_set_clear_func(all, clear_alike);
  for (gsize i = 0; names[i]; i++) {
    if (strlen(names[i]) > LONGEST_TOLD_APART || g_utf8_strlen(names[i], -1) <= ALIKE)
      continue;
    Alike alike = {.name = names[i],
                   .begin = g_utf8_substring(names[i], 0, ALIKE),
                   .backwards = g_utf8_strreverse(names[i], -1)};
    g_array_append_val(all, alike);
  }
  return all;
}

static gint compare_names(gconstpointer left, gconstpointer right) {
  return strcmp(((const Alike *)left)->name, ((const Alike *)right)->name);
}

static gint compare_ends(gconstpointer left, gconstpointer right) {
  const Alike *a = left, *b = right;
  int order = strcmp(a->begin, b->begin);
  return order ? order : strcmp(a->backwards, b->backwards);
}

/* How many letters both begin with. */
static glong count_common(const char *a, const char *b) {
  glong count = 0;
  for (; *a != '\0' && g_utf8_get_char(a) == g_utf8_get_char(b); count++) {
    a = g_utf8_next_char(a);
    b = g_utf8_next_char(b);
  }
  return count;
}

/* In order, those most alike are neighbors. */
static void compare_neighbors(GArray *all) {
  g_array_sort(all, compare_names);
  for (guint i = 1; i < all->len; i++) {
    Alike *a = &g_array_index(all, Alike, i - 1), *b = a + 1;
    glong common = count_common(a->name, b->name);
    a->same_begin = MAX(a->same_begin, common);
    b->same_begin = common;
  }
  g_array_sort(all, compare_ends);
  for (guint i = 1; i < all->len; i++) {
    Alike *a = &g_array_index(all, Alike, i - 1), *b = a + 1;
    glong common = strcmp(a->begin, b->begin) == 0 ? count_common(a->backwards, b->backwards) : 0;
    a->same_end = MAX(a->same_end, common);
    b->same_end = common;
  }
}

/* Of a cut in the middle half of the letters stay at the end: so many tell sooner than as many more
 * at the beginning. */
static gboolean is_told_by_end(const Alike *alike) {
  return alike->same_begin >= ALIKE && alike->same_end < MAX(END, alike->same_begin / 2);
}

void refnet_typesetter_tell_apart(RefnetTypesetter *typesetter, char *const *names) {
  g_autoptr(GArray) all = list_names(names);
  compare_neighbors(all);
  g_clear_pointer(&typesetter->told_by_end, g_hash_table_unref);
  typesetter->told_by_end = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < all->len; i++)
    if (is_told_by_end(&g_array_index(all, Alike, i)))
      g_hash_table_add(typesetter->told_by_end, g_strdup(g_array_index(all, Alike, i).name));
}

gboolean refnet_typesetter_tells_by_end(const RefnetTypesetter *typesetter, const char *text) {
  return typesetter->told_by_end && g_hash_table_contains(typesetter->told_by_end, text);
}

/* Scripts that run from right to left come after these letters. */
#define FIRST_OF_RIGHT_TO_LEFT 0x0590

gboolean refnet_text_is_right_to_left(RefnetTypesetter *typesetter, const char *text) {
  const char *at = text;
  while (*at && g_utf8_get_char(at) < FIRST_OF_RIGHT_TO_LEFT)
    at = g_utf8_next_char(at);
  if (!*at)
    return FALSE;
  g_autoptr(PangoLayout) layout = pango_layout_new(typesetter->contexts[0]);
  pango_layout_set_text(layout, text, -1);
  return pango_layout_line_get_resolved_direction(pango_layout_get_line_readonly(layout, 0)) ==
         PANGO_DIRECTION_RTL;
}

PangoLayout *refnet_typesetter_layout(RefnetTypesetter *typesetter, const char *text,
                                      RefnetFont font) {
  return refnet_typesetter_layout_toward(typesetter, text, font,
                                         refnet_text_is_right_to_left(typesetter, text));
}

/* No ligatures: programs that search a PDF or read it aloud stumble over "fi" in one letter. */
static void keep_letters_apart(PangoLayout *layout) {
  PangoAttrList *attributes = pango_attr_list_new();
  pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0,clig=0"));
  pango_layout_set_attributes(layout, attributes);
  pango_attr_list_unref(attributes);
}

PangoLayout *refnet_typesetter_layout_toward(RefnetTypesetter *typesetter, const char *text,
                                             RefnetFont font, gboolean right_to_left) {
  PangoFontDescription *description = pango_font_description_from_string(REFNET_TEXT_FAMILIES);
  pango_font_description_set_size(description, (int)(font.size * PANGO_SCALE + 0.5));
  pango_font_description_set_weight(description,
                                    font.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  PangoLayout *layout = pango_layout_new(typesetter->contexts[right_to_left ? 1 : 0]);
  pango_layout_set_auto_dir(layout, FALSE);
  pango_layout_set_font_description(layout, description);
  pango_font_description_free(description);
  pango_layout_set_single_paragraph_mode(layout, TRUE);
  pango_layout_set_text(layout, text, -1);
  keep_letters_apart(layout);
  return layout;
}

static double layout_width(PangoLayout *layout) {
  PangoRectangle logical;
  pango_layout_get_extents(layout, NULL, &logical);
  return (double)logical.width / PANGO_SCALE;
}

double refnet_typesetter_width(RefnetTypesetter *typesetter, const char *text, RefnetFont font) {
  g_autoptr(PangoLayout) layout = refnet_typesetter_layout(typesetter, text, font);
  return layout_width(layout);
}

/* ---- lines and blocks ------------------------------------------------------------------------ */

void refnet_text_block_clear(RefnetTextBlock *block) {
  for (guint i = 0; i < block->line_count; i++)
    g_free(block->lines[i].text);
  memset(block, 0, sizeof *block);
}

void refnet_text_block_draw(const RefnetTextBlock *block, RefnetScene *scene, double x, double y,
                            const RefnetTextStyle *style) {
  static const double share[] = {
      [REFNET_ALIGN_LEFT] = 0, [REFNET_ALIGN_CENTER] = 0.5, [REFNET_ALIGN_RIGHT] = 1};
  for (guint i = 0; i < block->line_count; i++) {
    const RefnetTextLine *line = &block->lines[i];
    RefnetBox box = {x + (block->width - line->width) * share[style->align], y, line->width,
                     line->ascent + line->descent};
    RefnetPrimitive *primitive =
        refnet_scene_add_text(scene, style->part, line->text, block->font, box, y + line->ascent);
    primitive->owner = style->owner;
    primitive->fill = style->color;
    primitive->halo = style->halo;
    primitive->right_to_left = line->right_to_left;
    primitive->continues = i > 0;
    y += box.height;
  }
}

void refnet_text_block_draw_turned(const RefnetTextBlock *block, RefnetScene *scene, RefnetPoint at,
                                   double radians, const RefnetTextStyle *style) {
  gsize first = refnet_scene_length(scene);
  refnet_text_block_draw(block, scene, at.x, at.y - block->height / 2, style);
  for (gsize i = first; i < refnet_scene_length(scene); i++)
    refnet_scene_turn_text(scene, i, at, radians);
}
