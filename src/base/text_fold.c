/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text for comparing: two spellings that a reader takes for the same name become the same bytes. */
#include <refnet/base.h>

#include <string.h>

#include "base/text_normalize.h"

#define GREEK_IOTA_BELOW 0x345

/* ---- Punctuation ----------------------------------------------------------------------------- */

static gboolean is_single_quote(gunichar c) {
  return (c >= 0x2018 && c <= 0x201B) || c == 0x2032 || c == 0x2039 || c == 0x203A || c == '`' ||
         c == 0xB4 || c == 0x2B9 || c == 0x2BB || c == 0x2BC || c == 0x55A || c == 0x5F3;
}

static gboolean is_double_quote(gunichar c) {
  return (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0x2033 ||
         (c >= 0x301D && c <= 0x301F) || c == 0x5F4;
}

static gboolean is_dash(gunichar c) {
  return (c >= 0x2010 && c <= 0x2015) || c == 0x2043 || c == 0x2212 || c == 0x2E3A || c == 0x2E3B;
}

static gunichar plain_punctuation(gunichar c) {
  if (is_single_quote(c))
    return '\'';
  if (is_double_quote(c))
    return '"';
  if (is_dash(c))
    return '-';
  return c == 0x2044 ? '/' : c;
}

/* Trademark signs, joiners and variation selectors, the stretching of Arabic words: decoration. */
static gboolean is_decoration(gunichar c) {
  return c == 0xA9 || c == 0xAE || c == 0x2120 || c == 0x2122 || c == 0x200C || c == 0x200D ||
         c == 0x34F || c == 0x640 || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

static char *plain_text(const char *text) {
  GString *plain = g_string_sized_new(strlen(text));
  for (; *text != '\0'; text = g_utf8_next_char(text)) {
    gunichar c = g_utf8_get_char(text);
    if (!is_decoration(c))
      g_string_append_unichar(plain, plain_punctuation(c));
  }
  return g_string_free(plain, FALSE);
}

/* ---- Letters --------------------------------------------------------------------------------- */

/* Latin letters that Unicode does not take apart, as they are written where the keyboard lacks
 * them. Lower case: they come after case folding. */
static const char *plain_letter(gunichar c) {
  switch (c) {
  case 0xE6: /* æ */
    return "ae";
  case 0xF0:  /* ð */
  case 0x111: /* đ */
    return "d";
  case 0xF8: /* ø */
    return "o";
  case 0xFE: /* þ */
    return "th";
  case 0x127: /* ħ */
    return "h";
  case 0x131: /* ı */
    return "i";
  case 0x142: /* ł */
    return "l";
  case 0x153: /* œ */
    return "oe";
  case 0x167: /* ŧ */
    return "t";
  default:
    return NULL;
  }
}

static gboolean does_without_accents(GUnicodeScript script) {
  return script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_GREEK ||
         script == G_UNICODE_SCRIPT_CYRILLIC || script == G_UNICODE_SCRIPT_COMMON;
}

/* An accent over a Latin, Greek or Cyrillic letter is often left out, so it does not tell names
 * apart. In other scripts marks are vowels and other sounds: without them different names would
 * become one. `base` is what the mark stands on, 0 at the beginning. */
static gboolean is_accent(gunichar c, gunichar base) {
  if (!g_unichar_ismark(c))
    return FALSE;
  if (c == GREEK_IOTA_BELOW)
    return TRUE;
  GUnicodeScript script = g_unichar_get_script(c);
  if (script != G_UNICODE_SCRIPT_INHERITED)
    return does_without_accents(script);
  return base == 0 || does_without_accents(g_unichar_get_script(base));
}

/* `text` is taken apart (NFKD), so that accents stand by themselves. */
static char *drop_accents(const char *text) {
  GString *bare = g_string_sized_new(strlen(text));
  gunichar base = 0;
  for (; *text != '\0'; text = g_utf8_next_char(text)) {
    gunichar c = g_utf8_get_char(text);
    if (is_accent(c, base))
      continue;
    if (!g_unichar_ismark(c))
      base = c;
    g_string_append_unichar(bare, c);
  }
  return g_string_free(bare, FALSE);
}

static char *replace_letters(const char *text) {
  GString *replaced = g_string_sized_new(strlen(text));
  for (; *text != '\0'; text = g_utf8_next_char(text)) {
    const char *plain = plain_letter(g_utf8_get_char(text));
    if (plain != NULL)
      g_string_append(replaced, plain);
    else
      g_string_append_len(replaced, text, g_utf8_next_char(text) - text);
  }
  return g_string_free(replaced, FALSE);
}

/* Lower case first: GLib's case folding alone swaps the two cases of Cherokee, and makes two
 * characters of the Turkish I with a point. */
static char *fold_case(const char *text) {
  GString *lower = g_string_sized_new(strlen(text));
  for (; *text != '\0'; text = g_utf8_next_char(text))
    g_string_append_unichar(lower, g_unichar_tolower(g_utf8_get_char(text)));
  char *folded = g_utf8_casefold(lower->str, -1);
  g_string_free(lower, TRUE);
  return folded;
}

/* Accents go before the case does: case folding would make a letter of the Greek iota below. */
static char *fold_letters(const char *text) {
  g_autofree char *apart = refnet_text_normalize(text, G_NORMALIZE_NFKD);
  g_autofree char *bare = drop_accents(apart);
  g_autofree char *lower = fold_case(bare);
  g_autofree char *replaced = replace_letters(lower);
  return refnet_text_normalize(replaced, G_NORMALIZE_NFKC);
}

/* Lower-cases in place; FALSE, with `text` as it was up to there, when it is not all ASCII. */
static gboolean fold_ascii(char *text) {
  for (; *text != '\0'; text++) {
    if ((guchar)*text >= 0x80)
      return FALSE;
    *text = *text == '`' ? '\'' : g_ascii_tolower(*text);
  }
  return TRUE;
}

char *refnet_text_fold(const char *text) {
  char *clean = refnet_text_clean(text);
  if (fold_ascii(clean))
    return clean;
  g_autofree char *owned = clean;
  g_autofree char *plain = plain_text(owned);
  g_autofree char *letters = fold_letters(plain);
  /* Taking characters apart can bring up quotes, dashes and blanks that were hidden in them. */
  g_autofree char *plain_again = plain_text(letters);
  return refnet_text_clean(plain_again);
}

/* ---- Words ----------------------------------------------------------------------------------- */

/* The letters and digits of `text`, with `gap` for whatever stands between them. A mark goes with
 * the letter it stands on; decoration is no gap. */
static char *join_words(const char *text, const char *gap) {
  g_autoptr(GString) words = g_string_sized_new(strlen(text));
  gboolean in_word = FALSE;
  for (; *text != '\0'; text = g_utf8_next_char(text)) {
    gunichar c = g_utf8_get_char(text);
    if (is_decoration(c))
      continue;
    gboolean was_in_word = in_word;
    in_word = g_unichar_isalnum(c) || (was_in_word && g_unichar_ismark(c));
    if (!in_word)
      continue;
    if (!was_in_word && words->len > 0)
      g_string_append(words, gap);
    g_string_append_unichar(words, c);
  }
  return refnet_text_normalize(words->str, G_NORMALIZE_NFC);
}

/* Words that headers often have, and that are no longer in American spelling. */
static void spell_as_american(char *folded) {
  static const struct {
    const char *british, *american;
  } spellings[] = {{"organis", "organiz"},
                   {"programme", "program"},
                   {"neighbour", "neighbor"},
                   {"centre", "center"}};
  for (gsize i = 0; i < G_N_ELEMENTS(spellings); i++) {
    const gsize from = strlen(spellings[i].british), to = strlen(spellings[i].american);
    for (char *at = folded; (at = strstr(at, spellings[i].british)) != NULL; at += to) {
      memcpy(at, spellings[i].american, to);
      memmove(at + to, at + from, strlen(at + from) + 1);
    }
  }
}

char *refnet_text_fold_header(const char *text) {
  g_autofree char *fold = refnet_text_fold(text);
  char *header = join_words(fold, "");
  spell_as_american(header);
  return header;
}

static gboolean is_decimal_point(const char *fold, const char *at) {
  return at > fold && g_ascii_isdigit(at[-1]) && g_ascii_isdigit(at[1]);
}

char *refnet_text_fold_value(const char *text) {
  char *fold = refnet_text_fold(text);
  if (strpbrk(fold, "-/_&'.") == NULL)
    return fold;
  GString *value = g_string_sized_new(strlen(fold));
  for (const char *at = fold; *at != '\0'; at++) {
    if (*at == '\'' || (*at == '.' && !is_decimal_point(fold, at)))
      continue;
    gboolean is_gap = strchr(" -/_&", *at) != NULL;
    if (!is_gap)
      g_string_append_c(value, *at);
    else if (value->len > 0 && value->str[value->len - 1] != ' ')
      g_string_append_c(value, ' ');
    if (*at == '&')
      g_string_append(value, "and ");
  }
  g_strchomp(value->str);
  /* Marks that stood on what is left out now stand on what is before it. */
  char *result = refnet_text_fold(value->str);
  g_string_free(value, TRUE);
  if (*result != '\0') {
    g_free(fold);
    return result;
  }
  g_free(result);
  return fold;
}

gboolean refnet_text_is_same_value(const char *a, const char *b) {
  g_autofree char *fold_a = refnet_text_fold_value(a), *fold_b = refnet_text_fold_value(b);
  return strcmp(fold_a, fold_b) == 0;
}

char *refnet_text_slug(const char *text) {
  g_autofree char *clean = refnet_text_clean(text);
  g_autofree char *lower = fold_case(clean);
  char *slug = join_words(lower, "-");
  if (*slug != '\0')
    return slug;
  g_free(slug);
  return g_strdup("unnamed");
}
