/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Unknown glyphs told as letters, names and packages. */
#include "draw/scene/missing.h"

#include <string.h>

#include "present/wording/words.h"

/* What is listed; the others are counted. */
#define LISTED_NAMES 3
#define LISTED_LETTERS 8
#define NAME_LENGTH 40

RefnetMissing *refnet_missing_new(void) {
  RefnetMissing *missing = g_new0(RefnetMissing, 1);
  missing->letters = g_array_new(FALSE, FALSE, sizeof(gunichar));
  missing->names = g_ptr_array_new_with_free_func(g_free);
  return missing;
}

void refnet_missing_free(RefnetMissing *missing) {
  if (!missing)
    return;
  g_array_unref(missing->letters);
  g_ptr_array_unref(missing->names);
  g_free(missing);
}

/* ---- noting ---------------------------------------------------------------------------------- */

static void note_letter(RefnetMissing *missing, gunichar letter) {
  for (guint i = 0; i < missing->letters->len; i++)
    if (g_array_index(missing->letters, gunichar, i) == letter)
      return;
  g_array_append_val(missing->letters, letter);
}

static void note_name(RefnetMissing *missing, const char *name) {
  if (!g_ptr_array_find_with_equal_func(missing->names, name, g_str_equal, NULL))
    g_ptr_array_add(missing->names, g_strdup(name));
}

/* Pango hides in a glyph that it does not know the letter that it stands for. */
static guint note_line(RefnetMissing *missing, PangoLayoutLine *line) {
  guint count = 0;
  for (GSList *at = line->runs; at; at = at->next) {
    const PangoGlyphString *glyphs = ((const PangoGlyphItem *)at->data)->glyphs;
    for (int i = 0; i < glyphs->num_glyphs; i++) {
      PangoGlyph glyph = glyphs->glyphs[i].glyph;
      if (!(glyph & PANGO_GLYPH_UNKNOWN_FLAG))
        continue;
      note_letter(missing, glyph & ~PANGO_GLYPH_UNKNOWN_FLAG);
      count++;
    }
  }
  return count;
}

/* The whole name, of which the text may be a line. */
static const char *name_of(const RefnetScene *scene, const RefnetPrimitive *text) {
  const char *name =
      text->owner == REFNET_NONE ? NULL : refnet_scene_owner(scene, text->owner)->name;
  return name ? name : text->text;
}

void refnet_missing_note(RefnetMissing *missing, RefnetTypesetter *typesetter,
                         const RefnetScene *scene) {
  for (gsize i = 0; i < refnet_scene_length(scene); i++) {
    const RefnetPrimitive *text = refnet_scene_at(scene, i);
    if (text->shape != REFNET_SHAPE_TEXT)
      continue;
    g_autoptr(PangoLayout) layout =
        refnet_typesetter_layout_toward(typesetter, text->text, text->font, text->right_to_left);
    guint count = note_line(missing, pango_layout_get_line_readonly(layout, 0));
    missing->count += count;
    if (count > 0)
      note_name(missing, name_of(scene, text));
  }
}

void refnet_missing_add(RefnetMissing *missing, const RefnetMissing *other) {
  missing->count += other->count;
  for (guint i = 0; i < other->letters->len; i++)
    note_letter(missing, g_array_index(other->letters, gunichar, i));
  for (guint i = 0; i < other->names->len; i++)
    note_name(missing, g_ptr_array_index(other->names, i));
}

/* ---- telling --------------------------------------------------------------------------------- */

enum { CORE, CJK, EMOJI, PACKAGES };

static int package_of(gunichar letter) {
  switch (g_unichar_get_script(letter)) {
  case G_UNICODE_SCRIPT_HAN:
  case G_UNICODE_SCRIPT_HIRAGANA:
  case G_UNICODE_SCRIPT_KATAKANA:
  case G_UNICODE_SCRIPT_HANGUL:
  case G_UNICODE_SCRIPT_BOPOMOFO:
    return CJK;
  default:
    break;
  }
  if ((letter >= 0x3000 && letter <= 0x303F) || (letter >= 0xFF00 && letter <= 0xFFEF))
    return CJK;
  return letter >= 0x1F000 ? EMOJI : CORE;
}

static char *packages_for(const RefnetMissing *missing) {
  static const char *const names[PACKAGES] = {"fonts-noto-core", "fonts-noto-cjk",
                                              "fonts-noto-color-emoji"};
  gboolean needed[PACKAGES] = {FALSE};
  GString *list = g_string_new(NULL);
  for (guint i = 0; i < missing->letters->len; i++)
    needed[package_of(g_array_index(missing->letters, gunichar, i))] = TRUE;
  for (int p = 0; p < PACKAGES; p++)
    if (needed[p])
      g_string_append_printf(list, "%s%s", list->len > 0 ? " " : "", names[p]);
  return g_string_free(list, FALSE);
}

static void append_names(GString *sentence, const GPtrArray *names) {
  for (guint i = 0; i < names->len && i < LISTED_NAMES; i++) {
    g_autofree char *name = refnet_text_display(g_ptr_array_index(names, i), NAME_LENGTH);
    g_string_append_printf(sentence, "%s\"%s\"", i > 0 ? ", " : "", name);
  }
  if (names->len > LISTED_NAMES)
    g_string_append_printf(sentence, " and %u more", names->len - LISTED_NAMES);
}

/* By itself, in a terminal that may have the fonts. */
static gboolean can_be_shown(gunichar letter) {
  GUnicodeType type = g_unichar_type(letter);
  return g_unichar_isgraph(letter) && !g_unichar_ismark(letter) && type != G_UNICODE_PRIVATE_USE &&
         type != G_UNICODE_UNASSIGNED;
}

static void append_letters(GString *sentence, const GArray *letters) {
  for (guint i = 0; i < letters->len && i < LISTED_LETTERS; i++) {
    gunichar letter = g_array_index(letters, gunichar, i);
    if (can_be_shown(letter))
      g_string_append_unichar(g_string_append_c(sentence, ' '), letter);
    else
      g_string_append_printf(sentence, " U+%04X", letter);
  }
  if (letters->len > LISTED_LETTERS)
    g_string_append_printf(sentence, " and %u more", letters->len - LISTED_LETTERS);
}

char *refnet_missing_sentence(const RefnetMissing *missing) {
  if (missing->count == 0)
    return NULL;
  GString *sentence = g_string_new(NULL);
  g_autofree char *packages = packages_for(missing);
  g_autofree char *count = refnet_words_tally(missing->count, "character", "characters");
  g_string_append_printf(sentence, "%s could not be drawn, in ", count);
  append_names(sentence, missing->names);
  g_string_append_c(sentence, ':');
  append_letters(sentence, missing->letters);
  g_string_append_printf(sentence, "; no font here has them: on Debian and Ubuntu, apt install %s",
                         packages);
  return g_string_free(sentence, FALSE);
}
