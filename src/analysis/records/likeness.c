/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How alike two words are: Jaro–Winkler, kept to what slips of the pen and short forms explain. */
#include "analysis/records/words.h"

#include <string.h>

enum { LONGEST = 64 }; /* letters of a text that are looked at */

/* ---- Jaro–Winkler ---------------------------------------------------------------------------- */

typedef struct {
  gunichar letters[LONGEST];
  gsize length;
} Text;

static void read_text(const char *utf8, Text *text) {
  text->length = 0;
  for (; *utf8 && text->length < LONGEST; utf8 = g_utf8_next_char(utf8))
    text->letters[text->length++] = g_utf8_get_char(utf8);
}

/* Letters in common no further apart than half the longer text, and how many of them are out of
 * order, twice counted. */
static gsize count_common(const Text *a, const Text *b, gsize *swapped) {
  gboolean used[LONGEST] = {FALSE};
  gunichar common[LONGEST];
  gsize longer = MAX(a->length, b->length);
  gsize reach = longer > 3 ? longer / 2 - 1 : 0;
  gsize count = 0, next = 0;
  for (gsize i = 0; i < a->length; i++)
    for (gsize k = i > reach ? i - reach : 0; k < MIN(b->length, i + reach + 1); k++)
      if (!used[k] && a->letters[i] == b->letters[k]) {
        used[k] = TRUE;
        common[count++] = a->letters[i];
        break;
      }
  *swapped = 0;
  for (gsize k = 0; k < b->length; k++)
    if (used[k])
      *swapped += b->letters[k] != common[next++];
  return count;
}

static double jaro_winkler(const Text *a, const Text *b) {
  if (a->length == 0 || b->length == 0)
    return a->length == b->length;
  gsize swapped, prefix = 0;
  double common = (double)count_common(a, b, &swapped);
  if (common == 0)
    return 0;
  double jaro = (common / (double)a->length + common / (double)b->length +
                 (common - (double)swapped / 2) / common) /
                3;
  while (prefix < MIN(4, MIN(a->length, b->length)) && a->letters[prefix] == b->letters[prefix])
    prefix++;
  return jaro + (double)prefix * .1 * (1 - jaro);
}

double refnet_jaro_winkler(const char *a, const char *b) {
  Text first, second;
  read_text(a, &first);
  read_text(b, &second);
  return jaro_winkler(&first, &second);
}

/* ---- words ----------------------------------------------------------------------------------- */

gsize refnet_word_letters(const char *word) {
  const gunichar first_ideograph = 0x2E80; /* and syllables */
  gsize letters = 0;
  for (; *word; word = g_utf8_next_char(word), letters++)
    if (g_utf8_get_char(word) >= first_ideograph)
      return 0;
  return letters;
}

static guint allowed_slips(gsize length) {
  return length < 4 ? 0 : length < 9 ? 1 : length < 13 ? 2 : REFNET_MOST_SLIPS;
}

/* The letters of the short form stand in the word in this order, from its first to its last: dept,
 * bldg. */
static gboolean is_skeleton(const char *shorter, const char *longer) {
  const char *p = longer;
  for (const char *s = shorter; *s; s++, p++)
    if (!(p = strchr(p, *s)))
      return FALSE;
  return shorter[0] == longer[0] && !strpbrk(shorter + 1, "aiouy") &&
         shorter[strlen(shorter) - 1] == longer[strlen(longer) - 1];
}

static gboolean is_short_for(const char *a, const char *b) {
  gsize first = refnet_word_letters(a), second = refnet_word_letters(b);
  const char *shorter = first < second ? a : b, *longer = first < second ? b : a;
  gsize length = MIN(first, second), rest = MAX(first, second) - length;
  if (length < 3 || rest < 3)
    return FALSE;
  return (length >= 4 && g_str_has_prefix(longer, shorter)) ||
         (length <= 5 && is_skeleton(shorter, longer));
}

double refnet_words_likeness(const char *a, const char *b) {
  if (is_short_for(a, b))
    return .9;
  gsize first = refnet_word_letters(a) + 1, second = refnet_word_letters(b) + 1;
  guint limit = MIN(allowed_slips(first), allowed_slips(second));
  if (limit == 0 || MAX(first, second) - MIN(first, second) > limit ||
      refnet_text_distance(a, b, limit) > limit || refnet_words_opposed(a, b))
    return 0;
  return refnet_jaro_winkler(a, b);
}

guint32 refnet_word_sound(const char *word) {
  /*                           abcdefghijklmnopqrstuvwxyz */
  static const char sounds[] = "01230120022455012623010202";
  guint32 code = 0;
  guint digits = 0;
  char last = 0;
  if (!g_ascii_isalpha(word[0]))
    return 0;
  for (const char *p = word; *p && digits < 4; p++) {
    if (!g_ascii_isalpha(*p))
      continue;
    char sound = sounds[g_ascii_tolower(*p) - 'a'];
    if (p == word) {
      code = (guint32)g_ascii_tolower(*p);
    } else if (sound != '0' && sound != last) {
      code = code * 8 + (guint32)(sound - '0');
      digits++;
    }
    if (!strchr("hw", g_ascii_tolower(*p)))
      last = sound;
  }
  return code;
}
