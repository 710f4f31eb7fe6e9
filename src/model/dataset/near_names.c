/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/dataset/near_names.h"

#include <string.h>

enum { INITIALS_LEAST = 2, INITIALS_MOST = 10, LETTERS_MOST = 400 };

/* How many edits apart two names of this many characters may be and still be meant as one: of one
 * or two characters an edit leaves too little. */
static guint tolerance_of(gsize characters) {
  return characters <= 2 ? 0 : characters <= 4 ? 1 : characters <= 10 ? 2 : 3;
}

/* ---- words ----------------------------------------------------------------------------------- */

static const struct {
  const char *written, *meant; /* "": left out */
  gboolean surely;             /* and nothing else is ever meant */
} short_forms[] = {
    {"saint", "st", TRUE},
    {"sainte", "st", FALSE},
    {"ste", "st", FALSE},
    {"mt", "mount", TRUE},
    {"ft", "fort", TRUE},
    {"ctr", "center", TRUE},
    {"centre", "center", TRUE},
    {"assn", "association", TRUE},
    {"assoc", "association", FALSE},
    {"dept", "department", TRUE},
    {"svc", "services", TRUE},
    {"svcs", "services", TRUE},
    {"service", "services", TRUE},
    {"comm", "community", FALSE},
    {"co", "", FALSE},
    {"hosp", "hospital", TRUE},
    {"univ", "university", TRUE},
    {"and", "", TRUE},
    {"the", "", FALSE},
    {"inc", "", FALSE},
    {"llc", "", FALSE},
    {"ltd", "", FALSE},
    {"corp", "", FALSE},
    {"incorporated", "", FALSE},
    {"organisation", "organization", TRUE},
};

/* The word is at `word`, of `length` bytes. */
static const char *meant_by(const char *word, gsize length, gboolean surely) {
  for (gsize i = 0; i < G_N_ELEMENTS(short_forms); i++)
    if (strlen(short_forms[i].written) == length && (short_forms[i].surely || !surely) &&
        strncmp(short_forms[i].written, word, length) == 0)
      return short_forms[i].meant;
  return NULL;
}

static gboolean ends_word(char c) {
  return strchr(" -/,;:.&()[]\"*", c) != NULL;
}

static char *without_apostrophes(const char *word, gsize length) {
  char *bare = g_malloc(length + 1), *to = bare;
  for (gsize i = 0; i < length; i++)
    if (word[i] != '\'')
      *to++ = word[i];
  *to = '\0';
  return bare;
}

/* The words as they are meant, with a blank between; without what is in brackets at the end. */
static char *plain_words(const char *fold) {
  GString *words = g_string_new(NULL);
  const char *bracket = strchr(fold, '(');
  const char *end = bracket != NULL && bracket > fold ? bracket : fold + strlen(fold);
  while (fold < end) {
    gsize length = 0;
    while (fold + length < end && !ends_word(fold[length]))
      length++;
    g_autofree char *bare = without_apostrophes(fold, length);
    const char *meant = meant_by(bare, strlen(bare), FALSE);
    if (*(meant != NULL ? meant : bare) != '\0')
      g_string_append_printf(words, "%s%s", words->len > 0 ? " " : "",
                             meant != NULL ? meant : bare);
    fold += length + 1;
  }
  return g_string_free(words, FALSE);
}

/* ---- initials -------------------------------------------------------------------------------- */

static gboolean is_small(const char *word, gsize length) {
  static const char *const words[] = {"of", "on", "for", "and", "the", "in", "to", "at", "a"};
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
    if (strlen(words[i]) == length && strncmp(words[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

/* Are `letters` the first ones of the words of `name`, with or without the small ones? */
static gboolean are_initials(const char *letters, gsize length, const char *name) {
  gsize all = 0, large = 0, words = 0;
  gboolean all_fit = TRUE, large_fit = TRUE;
  while (*name != '\0' && *name != '(') {
    gsize width = 0;
    while (name[width] != '\0' && !ends_word(name[width]))
      width++;
    if (width > 0) {
      words++;
      all_fit = all_fit && all < length && letters[all++] == *name;
      if (!is_small(name, width))
        large_fit = large_fit && large < length && letters[large++] == *name;
    }
    name += width + (name[width] != '\0');
  }
  return words >= 2 && ((all_fit && all == length) || (large_fit && large == length));
}

/* One word of a few letters, as short names are. */
static gboolean is_acronym(const char *text, gsize length) {
  if (length < INITIALS_LEAST || length > INITIALS_MOST)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalpha(text[i]))
      return FALSE;
  return TRUE;
}

/* "area agency on aging (aaa)" says itself what it is called for short. */
static gboolean has_in_brackets(const char *name, const char *asked, gsize length) {
  const char *open = strchr(name, '(');
  return open != NULL && strncmp(open + 1, asked, length) == 0 && open[1 + length] == ')';
}

static gboolean is_short_for(const char *text, const char *name) {
  const gsize length = strlen(text);
  return is_acronym(text, length) &&
         (are_initials(text, length, name) || has_in_brackets(name, text, length));
}

/* ---- what tells names apart ------------------------------------------------------------------ */

static gboolean is_legal_form(const char *word) {
  static const char *const forms[] = {"inc", "incorporated", "llc", "llp", "pllc", "ltd"};
  for (gsize i = 0; i < G_N_ELEMENTS(forms); i++)
    if (g_str_equal(forms[i], word))
      return TRUE;
  return FALSE;
}

/* Where the name ends before "(AAA)" that only says its initials. */
static gsize length_before_initials(const char *fold) {
  gsize length = strlen(fold);
  const char *open = strrchr(fold, '(');
  if (open == NULL || open == fold || fold[length - 1] != ')')
    return length;
  g_autofree char *inside = g_strndup(open + 1, (gsize)(fold + length - 1 - (open + 1)));
  return is_acronym(inside, strlen(inside)) && are_initials(inside, strlen(inside), fold)
             ? (gsize)(open - fold)
             : length;
}

/* Runs words together: "food bank" is "foodbank", but "1 2" is not "12". */
static void append_run(GString *plain, const char *word) {
  if (plain->len > 0 && g_ascii_isdigit(plain->str[plain->len - 1]) && g_ascii_isdigit(*word))
    g_string_append_c(plain, ' ');
  g_string_append(plain, word);
}

/* "l.l.c." is one word. */
static void join_letters(char *fold) {
  char *to = fold;
  gsize letters = 0; /* of the word so far */
  for (const char *from = fold; *from != '\0'; from++) {
    if (*from == '.' && letters == 1) {
      letters = 0;
      continue;
    }
    letters = ends_word(*from) ? 0 : letters + 1;
    *to++ = *from;
  }
  *to = '\0';
}

/* The fold without what follows the name: initials in brackets, and the article in "arc, the". */
static char *fold_of_name(const char *name) {
  static const char article[] = ", the";
  char *fold = refnet_text_fold(name);
  fold[length_before_initials(fold)] = '\0';
  g_strchomp(fold);
  if (g_str_has_suffix(fold, article))
    fold[strlen(fold) - strlen(article)] = '\0';
  join_letters(fold);
  return fold;
}

char *refnet_name_plain(const char *name) {
  g_autofree char *fold = fold_of_name(name);
  GString *plain = g_string_new(NULL);
  gsize before_form = 0; /* what is left without the legal form that it ends with */
  for (const char *at = fold; *at != '\0';) {
    gsize length = 0;
    while (at[length] != '\0' && !ends_word(at[length]))
      length++;
    g_autofree char *bare = without_apostrophes(at, length);
    const char *meant = meant_by(bare, strlen(bare), TRUE);
    gboolean is_article = plain->len == 0 && g_str_equal(bare, "the");
    if (!is_article)
      append_run(plain, meant != NULL ? meant : bare);
    if (*bare != '\0' && !is_legal_form(bare))
      before_form = plain->len;
    at += length + (at[length] != '\0');
  }
  return g_string_free(g_string_truncate(plain, before_form), FALSE);
}

/* ---- nearness -------------------------------------------------------------------------------- */

static gboolean begins_with_words(const char *text, const char *beginning) {
  gsize length = strlen(beginning);
  return length > 3 && strncmp(text, beginning, length) == 0 && text[length] == ' ';
}

/* Whether words of `text` are `words`, the last of them perhaps longer. */
static gboolean has_words(const char *text, const char *words) {
  if (strlen(words) < 4)
    return FALSE;
  for (const char *at = strstr(text, words); at != NULL; at = strstr(at + 1, words))
    if (at == text || at[-1] == ' ')
      return TRUE;
  return FALSE;
}

/* Edits, or one more than the tolerance when one is the other with words added at its end, two when
 * what is asked for stands anywhere in it, or G_MAXUINT. */
guint refnet_names_edits(const char *known, const char *asked) {
  const guint tolerance = tolerance_of((gsize)g_utf8_strlen(asked, -1));
  gsize a = strlen(known), b = strlen(asked);
  /* A character takes at most four bytes, so lengths this far apart need too many edits. */
  if ((a > b ? a - b : b - a) <= 4 * (gsize)tolerance) {
    guint distance = refnet_text_distance(known, asked, tolerance);
    if (distance <= tolerance)
      return distance;
  }
  if (begins_with_words(known, asked) || begins_with_words(asked, known))
    return tolerance + 1;
  return has_words(known, asked) ? tolerance + 2 : G_MAXUINT;
}

guint refnet_names_nearness(const char *known, const char *asked) {
  if (is_short_for(asked, known) || is_short_for(known, asked))
    return 1;
  const guint edits = refnet_names_edits(known, asked);
  if (edits <= 1 || strlen(known) > LETTERS_MOST || strlen(asked) > LETTERS_MOST)
    return edits;
  g_autofree char *plain_known = plain_words(known), *plain_asked = plain_words(asked);
  if (*plain_known == '\0' || *plain_asked == '\0')
    return edits;
  const guint plain_edits = refnet_names_edits(plain_known, plain_asked);
  return MIN(edits, plain_edits);
}

guint32 refnet_nearest_name(const char *const *names, guint32 length, const char *text) {
  g_autofree char *asked = refnet_text_fold(text);
  guint best = G_MAXUINT;
  guint32 nearest = REFNET_NONE;
  for (guint32 i = 0; i < length; i++) {
    g_autofree char *known = refnet_text_fold(names[i]);
    const guint distance = refnet_names_nearness(known, asked);
    if (distance < best) {
      best = distance;
      nearest = i;
    }
  }
  return nearest;
}

/* The names, each once; NULL: more than a few. */
static GPtrArray *few_of(const char *const *names, guint32 length) {
  enum { FEW = 8 };
  g_autoptr(GPtrArray) few = g_ptr_array_new();
  for (guint32 i = 0; i < length && few->len <= FEW; i++)
    if (!g_ptr_array_find_with_equal_func(few, names[i], g_str_equal, NULL))
      g_ptr_array_add(few, (gpointer)names[i]);
  return few->len <= FEW ? g_steal_pointer(&few) : NULL;
}

char *refnet_names_advice(const char *const *names, guint32 length, const char *text) {
  enum { CHARACTERS_TOLD = 60 };
  guint32 nearest = refnet_nearest_name(names, length, text);
  if (nearest != REFNET_NONE) {
    g_autofree char *meant = refnet_text_display(names[nearest], CHARACTERS_TOLD);
    return g_strdup_printf("; did you mean \"%s\"?", meant);
  }
  GString *list = g_string_new(NULL);
  g_autoptr(GPtrArray) few = few_of(names, length);
  for (guint i = 0; few && i < few->len; i++) {
    g_autofree char *shown = refnet_text_display(g_ptr_array_index(few, i), CHARACTERS_TOLD);
    const char *before = i == 0 ? "; the data have " : i + 1 < few->len ? ", " : " and ";
    g_string_append_printf(list, "%s\"%s\"", before, shown);
  }
  return g_string_free(list, FALSE);
}

GPtrArray *refnet_area_names(const RefnetDataset *dataset) {
  GPtrArray *names = g_ptr_array_new();
  for (guint32 a = 0; a < dataset->area_count; a++) {
    g_ptr_array_add(names, (gpointer)dataset->areas[a].name);
    g_ptr_array_add(names, (gpointer)dataset->areas[a].key);
  }
  return names;
}
