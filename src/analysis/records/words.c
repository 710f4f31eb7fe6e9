/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The taking apart of names and towns. */
#include "analysis/records/words.h"

#include <string.h>

static gboolean is_apostrophe(gunichar c) {
  const gunichar undecodable = 0xFFFD; /* mostly stands where a curly apostrophe stood */
  return c == '\'' || c == '`' || c == 0x2018 || c == 0x2019 || c == 0x02BC || c == undecodable;
}

static gboolean belongs_to_word(gunichar c) {
  return g_unichar_isalnum(c) || g_unichar_ismark(c);
}

GPtrArray *refnet_words_split(const char *text) {
  g_autofree char *folded = refnet_text_fold(text);
  GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GString) word = g_string_new(NULL);
  for (const char *p = folded;; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    if (belongs_to_word(c)) {
      g_string_append_unichar(word, c);
      continue;
    }
    if (is_apostrophe(c) && word->len > 0)
      continue;
    if (word->len > 0)
      g_ptr_array_add(words, g_strdup(word->str));
    g_string_truncate(word, 0);
    if (c == '&' || c == '+')
      g_ptr_array_add(words, g_strdup("and"));
    if (c == 0)
      return words;
  }
}

static gboolean is_single(const char *word, gboolean or_digit) {
  gunichar c = g_utf8_get_char(word);
  return *word && !*g_utf8_next_char(word) &&
         (g_unichar_isalpha(c) || (or_digit && g_ascii_isdigit(*word)));
}

/* "y m c a" → "ymca", "4 h" → "4h": runs of two and more single letters become one word, and such
 * as begin with a digit. */
static void join_initials(GPtrArray *words) {
  for (guint i = 0; i + 1 < words->len; i++) {
    guint end = i;
    gboolean or_digits = g_ascii_isdigit(*(const char *)words->pdata[i]);
    while (end < words->len && is_single(words->pdata[end], or_digits))
      end++;
    if (end < i + 2)
      continue;
    g_autoptr(GString) joined = g_string_new(NULL);
    for (guint k = i; k < end; k++)
      g_string_append(joined, words->pdata[k]);
    g_free(words->pdata[i]);
    words->pdata[i] = g_strdup(joined->str);
    g_ptr_array_remove_range(words, i + 1, end - i - 1);
  }
}

/* The letters of word `at` begin the words first … end − 1, itself aside, one each; fillers may be
 * passed over. */
static gboolean begin_words(const GPtrArray *words, guint at, guint first, guint end,
                            gboolean with_fillers) {
  const char *letters = words->pdata[at];
  for (guint i = first; i < end; i++) {
    if (i == at)
      continue;
    const char *word = words->pdata[i];
    gboolean begins = *letters && word[0] == *letters;
    if (begins && (with_fillers || !refnet_word_is_filler(word)))
      letters++;
    else if (!refnet_word_is_filler(word))
      return FALSE;
  }
  return !*letters;
}

/* How far from their words initials may stand: eight letters with fillers between. */
enum { FARTHEST = 20 };

/* The word at `i` are the initials of words right before or behind it, or of all others. */
static gboolean says_again(const GPtrArray *words, guint i) {
  const char *letters = words->pdata[i];
  gsize length = strlen(letters);
  if (length < 2 || length > 8 || length >= words->len || strpbrk(letters, "0123456789"))
    return FALSE;
  guint least = i > FARTHEST ? i - FARTHEST : 0, most = MIN(words->len, i + FARTHEST);
  for (guint with_fillers = 0; with_fillers < 2; with_fillers++) {
    if (words->len > 2 && begin_words(words, i, 0, words->len, with_fillers))
      return TRUE;
    for (guint first = least; first + 2 <= i; first++)
      if (begin_words(words, i, first, i, with_fillers))
        return TRUE;
    for (guint end = i + 3; end <= most; end++)
      if (begin_words(words, i, i + 1, end, with_fillers))
        return TRUE;
  }
  return FALSE;
}

/* "Housing Finance Agency (HFA)" and "NAMI: National Alliance on Mental Illness" say it twice. */
static void drop_own_initials(GPtrArray *words) {
  for (guint i = 0; i < words->len; i++)
    if (says_again(words, i))
      g_ptr_array_remove_index(words, i--);
}

static void drop_legal_forms(GPtrArray *words) {
  while (words->len > 1) {
    if (words->len > 3 && strcmp(words->pdata[words->len - 3], "501") == 0 &&
        strcmp(words->pdata[words->len - 2], "c") == 0)
      g_ptr_array_remove_range(words, words->len - 3, 3);
    else if (refnet_word_is_legal_form(words->pdata[words->len - 1]))
      g_ptr_array_remove_index(words, words->len - 1);
    else
      return;
  }
}

/* Both "Mary's" and "Marys" are Mary; "ministries" are a ministry. */
static void cut_plural(char *word) {
  gsize length = strlen(word);
  if (length > 4 && g_str_has_suffix(word, "ies"))
    memcpy(word + length - 3, "y", 2);
  else if (length > 3 && word[length - 1] == 's' && !strchr("siu", word[length - 2]))
    word[length - 1] = '\0';
}

/* A longer text is no name; comparing each word with each takes the square. */
enum { WORDS_MOST = 100 };

GPtrArray *refnet_words_of_name(const char *name) {
  GPtrArray *words = refnet_words_split(name);
  if (words->len > WORDS_MOST)
    g_ptr_array_set_size(words, WORDS_MOST);
  join_initials(words);
  drop_legal_forms(words);
  drop_own_initials(words);
  for (guint i = 0; i < words->len; i++) {
    cut_plural(words->pdata[i]);
    const char *key = refnet_word_in_name(words->pdata[i]);
    if (key == words->pdata[i])
      continue;
    g_free(words->pdata[i]);
    words->pdata[i] = g_strdup(key);
  }
  if (words->len == 0)
    g_ptr_array_add(words, refnet_text_fold(name));
  return words;
}

/* Counted from behind, for what stands before may be initials of the rest, and dropped. */
guint refnet_words_before_tail(const char *name, guint words) {
  static const char *const dividers[] = {",",    ":",   "/",   "|",  " - ",
                                         " -- ", " – ", " — ", "- ", NULL};
  const char *tail = NULL;
  const char *first = name + strlen(name);
  for (guint i = 0; dividers[i]; i++) {
    const char *at = strstr(name, dividers[i]);
    if (!at || at == name || at >= first)
      continue;
    first = at;
    tail = at + strlen(dividers[i]);
  }
  g_autoptr(GPtrArray) any = refnet_words_split(tail ? tail : "");
  while (any->len > 0 && refnet_word_is_legal_form(any->pdata[any->len - 1]))
    g_ptr_array_set_size(any, (gint)any->len - 1);
  if (any->len == 0)
    return words;
  g_autoptr(GPtrArray) behind = refnet_words_of_name(tail);
  return behind->len < words ? words - behind->len : words;
}

char *refnet_words_of_town(const char *city) {
  if (!city)
    return NULL;
  g_autoptr(GPtrArray) words = refnet_words_split(city);
  g_autoptr(GString) key = g_string_new(NULL);
  for (guint i = 0; i < words->len; i++) {
    cut_plural(words->pdata[i]);
    const char *word = refnet_word_in_town(words->pdata[i]);
    if (*word && key->len > 0)
      g_string_append_c(key, ' ');
    g_string_append(key, word);
  }
  return key->len > 0 ? g_strdup(key->str) : refnet_text_fold(city);
}
