/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analysis/records/alignment.h"

#include <math.h>
#include <string.h>

static const RefnetRowWord *word_at(const RefnetAlignment *alignment, guint side, guint32 i) {
  return &alignment->rows->words[alignment->sides[side].words[i]];
}

static void match(RefnetAlignment *alignment, guint32 i, guint32 k, double likeness) {
  const RefnetRowWord *a = word_at(alignment, 0, i), *b = word_at(alignment, 1, k);
  alignment->sides[0].used[i] = alignment->sides[1].used[k] = TRUE;
  alignment->dot += likeness * a->weight * b->weight;
  alignment->proper_matched |= a->kind == REFNET_WORD_PROPER || a->kind == REFNET_WORD_COMMON ||
                               b->kind == REFNET_WORD_PROPER || a->kind == REFNET_WORD_NUMBER;
}

static void begin(RefnetAlignment *alignment, guint side, const RefnetRowName *name) {
  RefnetAlignedName *s = &alignment->sides[side];
  s->words = &alignment->rows->name_words[name->first];
  s->length = name->length;
  s->tail = name->tail;
  for (guint32 i = 0; i < s->length; i++)
    s->used[i] = word_at(alignment, side, i)->kind == REFNET_WORD_FILLER;
}

static void match_equal(RefnetAlignment *alignment) {
  const RefnetAlignedName *a = &alignment->sides[0], *b = &alignment->sides[1];
  for (guint32 i = 0; i < a->length; i++)
    for (guint32 k = 0; !a->used[i] && k < b->length; k++)
      if (!b->used[k] && a->words[i] == b->words[k])
        match(alignment, i, k, 1);
}

/* ---- initials and words in one --------------------------------------------------------------- */

/* Marks the words first … end − 1 of `side` as what the word `i` of the other side stands for. */
static void match_run(RefnetAlignment *alignment, guint side, guint32 i, guint32 first, guint32 end,
                      double likeness) {
  double sum = 0;
  for (guint32 k = first; k < end; k++) {
    const RefnetRowWord *word = word_at(alignment, side, k);
    alignment->sides[side].used[k] = TRUE;
    sum += (double)word->weight * word->weight;
  }
  alignment->sides[!side].used[i] = TRUE;
  alignment->dot += likeness * sqrt(sum) * word_at(alignment, !side, i)->weight;
  alignment->proper_matched = TRUE;
}

/* "1" was "first" or "one" before it was folded. */
static gboolean begins(const RefnetRowWord *word, char letter) {
  static const char *const of_numbers[] = {"z", "fo", "st", "t", "f", "f", "s", "s", "e", "n", "t"};
  if (word->text[0] == letter)
    return TRUE;
  guint64 number = G_N_ELEMENTS(of_numbers);
  return word->kind == REFNET_WORD_NUMBER &&
         g_ascii_string_to_unsigned(word->text, 10, 0, G_N_ELEMENTS(of_numbers) - 1, &number,
                                    NULL) &&
         strchr(of_numbers[number], letter) != NULL;
}

/* Where the run of unmatched words from `first` on ends whose initials are `letters`, with or
 * without fillers; 0 when there is none. */
static guint32 initials_run(const RefnetAlignment *alignment, guint side, guint32 first,
                            const char *letters) {
  const RefnetAlignedName *s = &alignment->sides[side];
  guint32 k = first;
  for (; *letters && k < s->length; k++) {
    const RefnetRowWord *word = word_at(alignment, side, k);
    gboolean filler = word->kind == REFNET_WORD_FILLER;
    if (begins(word, *letters) && (filler || !s->used[k]))
      letters++;
    else if (!filler)
      return 0;
  }
  return *letters ? 0 : k;
}

static gboolean may_be_initials(const RefnetRowWord *word) {
  gsize length = strlen(word->text);
  return length >= 2 && length <= 8 && word->kind != REFNET_WORD_NUMBER &&
         word->kind != REFNET_WORD_COMPASS;
}

static void match_initials(RefnetAlignment *alignment, guint side) {
  const RefnetAlignedName *spelled = &alignment->sides[side],
                          *short_form = &alignment->sides[!side];
  for (guint32 i = 0; i < short_form->length; i++) {
    const RefnetRowWord *word = word_at(alignment, !side, i);
    if (short_form->used[i] || !may_be_initials(word))
      continue;
    for (guint32 first = 0; first < spelled->length && !short_form->used[i]; first++) {
      guint32 end = initials_run(alignment, side, first, word->text);
      if (end <= first + 1)
        continue;
      match_run(alignment, side, i, first, end, .95);
      alignment->with_initials = TRUE;
    }
  }
}

static gboolean is_free(const RefnetAlignment *alignment, guint side, guint32 i) {
  return !alignment->sides[side].used[i] || word_at(alignment, side, i)->kind == REFNET_WORD_FILLER;
}

/* "day care" and "daycare", "le marais" and "lemarais". */
static void match_compounds(RefnetAlignment *alignment, guint side) {
  const RefnetAlignedName *apart = &alignment->sides[side], *joined = &alignment->sides[!side];
  for (guint32 k = 0; k + 1 < apart->length; k++) {
    if (!is_free(alignment, side, k) || !is_free(alignment, side, k + 1))
      continue;
    const char *first = word_at(alignment, side, k)->text;
    const char *second = word_at(alignment, side, k + 1)->text;
    gsize length = strlen(first);
    for (guint32 i = 0; i < joined->length; i++) {
      const char *whole = word_at(alignment, !side, i)->text;
      if (joined->used[i] || strncmp(whole, first, length) != 0)
        continue;
      const char *rest = whole + length;
      if (strcmp(rest, second) != 0 && (*rest != 's' || strcmp(rest + 1, second) != 0))
        continue; /* nor with the "s" that was cut off: "womensshelter" */
      match_run(alignment, side, i, k, k + 2, 1);
      break;
    }
  }
}

/* ---- slips ----------------------------------------------------------------------------------- */

#define LIKE_ITS_KEY .9 /* as short forms are */

static gboolean is_in_tables(const RefnetRowWord *word) {
  return word->kind != REFNET_WORD_PROPER && word->kind != REFNET_WORD_COMMON;
}

/* Each slip changes at most two of the letters that are in a word: a cheap test before the dear
 * one.
 */
static gboolean may_be_slips(guint32 letters_a, guint32 letters_b, guint limit) {
  guint changed = 0;
  for (guint32 rest = letters_a ^ letters_b; rest && changed <= 2 * limit; rest &= rest - 1)
    changed++;
  return changed <= 2 * limit;
}

static gboolean within_slips(const char *a, guint32 letters_a, const char *b, guint32 letters_b,
                             guint limit) {
  return may_be_slips(letters_a, letters_b, limit) && refnet_text_distance(a, b, limit) <= limit &&
         !refnet_words_opposed(a, b);
}

/* "northren", where "northern" is folded to what it means. */
static gboolean is_slip_of_key(const RefnetRowWord *slip, const RefnetRowWord *meant) {
  return slip->names == 1 && !is_in_tables(slip) &&
         refnet_word_is_slip_of_key(slip->text, meant->text);
}

/* A slip makes a word that nobody else writes: that one may be further from what was meant, and
 * even stand for a compass point. 0 where it isn't. */
static double misspelt(const RefnetRowWord *a, const RefnetRowWord *b) {
  const RefnetRowWord *slip = a->names < b->names || is_in_tables(b) ? a : b;
  const RefnetRowWord *meant = slip == a ? b : a;
  if (is_slip_of_key(a, b) || is_slip_of_key(b, a))
    return LIKE_ITS_KEY;
  if (slip->names > 1 || is_in_tables(slip) || meant->kind == REFNET_WORD_NUMBER)
    return 0;
  gsize shorter = MIN(refnet_word_letters(a->text), refnet_word_letters(b->text));
  if (shorter < 5)
    return 0;
  guint limit = meant->kind == REFNET_WORD_COMPASS ? 1 : shorter < 8 ? 2 : 3;
  return within_slips(a->text, a->letters, b->text, b->letters, limit)
             ? refnet_jaro_winkler(a->text, b->text)
             : 0;
}

static double likeness_at(const RefnetAlignment *alignment, guint32 i, guint32 k,
                          gboolean far_off) {
  const RefnetRowWord *a = word_at(alignment, 0, i), *b = word_at(alignment, 1, k);
  if (alignment->sides[0].used[i] || alignment->sides[1].used[k])
    return 0;
  if (far_off)
    return misspelt(a, b);
  gboolean may_be_short = a->text[0] == b->text[0];
  if (a->kind >= REFNET_WORD_COMPASS || b->kind >= REFNET_WORD_COMPASS ||
      (!may_be_short && !may_be_slips(a->letters, b->letters, REFNET_MOST_SLIPS)))
    return 0;
  return refnet_words_likeness(a->text, b->text);
}

/* A slip in a filler makes a word of it: "fopr". */
static void pass_over_fillers(RefnetAlignment *alignment, guint side) {
  RefnetAlignedName *s = &alignment->sides[side];
  const RefnetAlignedName *other = &alignment->sides[!side];
  for (guint32 i = 0; i < s->length; i++)
    for (guint32 k = 0; !s->used[i] && k < other->length; k++) {
      const RefnetRowWord *filler = word_at(alignment, !side, k);
      s->used[i] = filler->kind == REFNET_WORD_FILLER && strlen(filler->text) >= 3 &&
                   refnet_text_distance(filler->text, word_at(alignment, side, i)->text, 1) <= 1;
    }
}

/* The likest pair first. TRUE when there was one. */
static gboolean match_alike(RefnetAlignment *alignment, gboolean far_off) {
  for (guint matched = 0;; matched++) {
    double best = 0;
    guint32 best_i = 0, best_k = 0;
    for (guint32 i = 0; i < alignment->sides[0].length; i++)
      for (guint32 k = 0; k < alignment->sides[1].length; k++) {
        double likeness = likeness_at(alignment, i, k, far_off);
        if (likeness > best) {
          best = likeness;
          best_i = i;
          best_k = k;
        }
      }
    if (best == 0)
      return matched > 0;
    match(alignment, best_i, best_k, best);
  }
}

/* Words of a side as one. */
typedef struct {
  char text[96];
  gsize length;
  guint32 letters;
  gboolean unheard_of; /* a word of it is nobody else's */
} Joined;

/* Those left over, or all; FALSE where a number is left over, or they are more than fit. */
static gboolean join_words(const RefnetAlignment *alignment, guint side, gboolean all,
                           Joined *joined) {
  const RefnetAlignedName *s = &alignment->sides[side];
  *joined = (Joined){.length = 0};
  for (guint32 i = 0; i < s->length; i++) {
    const RefnetRowWord *word = word_at(alignment, side, i);
    if (s->used[i] && !all)
      continue;
    if ((word->kind == REFNET_WORD_NUMBER && !s->used[i]) ||
        joined->length + strlen(word->text) >= sizeof joined->text)
      return FALSE;
    joined->length = (gsize)(g_stpcpy(joined->text + joined->length, word->text) - joined->text);
    joined->letters |= word->letters;
    joined->unheard_of |= word->names == 1 && !is_in_tables(word);
  }
  return refnet_word_letters(joined->text) >= 4;
}

static gsize letters_in(const RefnetAlignment *alignment, guint side) {
  gsize letters = 0;
  for (guint32 i = 0; i < alignment->sides[side].length; i++)
    letters += refnet_word_letters(word_at(alignment, side, i)->text);
  return letters;
}

static void use_all(RefnetAlignment *alignment) {
  alignment->proper_matched = TRUE;
  for (guint side = 0; side < 2; side++)
    for (guint32 i = 0; i < alignment->sides[side].length; i++)
      alignment->sides[side].used[i] = TRUE;
}

/* "tea oorm" and "tea room", "frenchrestaurnat": a letter or two of the whole name. */
static gboolean match_joined(RefnetAlignment *alignment) {
  Joined a, b;
  if (!join_words(alignment, 0, FALSE, &a) || !join_words(alignment, 1, FALSE, &b) ||
      !(a.unheard_of || b.unheard_of))
    return FALSE;
  guint limit = MIN(letters_in(alignment, 0), letters_in(alignment, 1)) < 10 ? 1 : 2;
  if (!within_slips(a.text, a.letters, b.text, b.letters, limit))
    return FALSE;
  use_all(alignment);
  return TRUE;
}

/* "Tri-CountyuSenior Center": a letter hit in place of a blank, so that no word has its like. */
static gboolean match_whole(RefnetAlignment *alignment) {
  enum { LEAST_LETTERS = 10 };
  Joined a, b;
  if (alignment->sides[0].length == alignment->sides[1].length ||
      !join_words(alignment, 0, TRUE, &a) || !join_words(alignment, 1, TRUE, &b) ||
      MIN(a.length, b.length) < LEAST_LETTERS ||
      MAX(a.length, b.length) - MIN(a.length, b.length) > 1 || !(a.unheard_of || b.unheard_of) ||
      !within_slips(a.text, a.letters, b.text, b.letters, 1))
    return FALSE;
  use_all(alignment);
  return TRUE;
}

/* ---- names cut off --------------------------------------------------------------------------- */

/* A name that ends within a word of the other, all words before being the same: a field was too
 * short for it. What lies behind is nothing to find. */
static gboolean match_cut_off(RefnetAlignment *alignment, guint side) {
  enum { LEAST_LETTERS = 15 };
  RefnetAlignedName *cut = &alignment->sides[side], *whole = &alignment->sides[!side];
  guint32 last = cut->length - 1;
  gsize letters = 0;
  if (cut->length < 2 || cut->length > whole->length)
    return FALSE;
  for (guint32 i = 0; i < last; i++) {
    if (cut->words[i] != whole->words[i])
      return FALSE;
    letters += strlen(word_at(alignment, side, i)->text) + 1;
  }
  const char *end = word_at(alignment, side, last)->text;
  const char *word = word_at(alignment, !side, last)->text;
  if (letters + strlen(end) < LEAST_LETTERS || !g_str_has_prefix(word, end) ||
      g_ascii_isdigit(end[0]) || strcmp(word, end) == 0)
    return FALSE;
  alignment->proper_matched = TRUE;
  for (guint32 i = 0; i < whole->length; i++)
    whole->used[i] = TRUE;
  cut->used[last] = TRUE;
  alignment->cut_off = whole->length > cut->length;
  return TRUE;
}

/* ---- towns ----------------------------------------------------------------------------------- */

/* The word stands in the key of the town as a word. */
static gboolean is_in_town(const RefnetFolded *rows, guint32 town, const char *word) {
  const char *text = refnet_folded_text(rows, town);
  gsize length = strlen(word);
  for (const char *p = text; p && (p = strstr(p, word)); p += length)
    if ((p == text || p[-1] == ' ') && (p[length] == '\0' || p[length] == ' '))
      return TRUE;
  return FALSE;
}

/* A name with its town behind it, where the other row lies in that town, too. */
static void pass_over_town(RefnetAlignment *alignment, guint side, guint32 own_town,
                           guint32 other_town) {
  RefnetAlignedName *s = &alignment->sides[side];
  for (guint32 i = 0; i < s->length; i++) {
    const char *text = word_at(alignment, side, i)->text;
    if (!s->used[i] && (is_in_town(alignment->rows, other_town, text) ||
                        (other_town == REFNET_NONE && own_town != REFNET_NONE &&
                         is_in_town(alignment->rows, own_town, text))))
      s->used[i] = TRUE;
  }
}

/* ---- the whole ------------------------------------------------------------------------------- */

guint refnet_alignment_left_over(const RefnetAlignment *alignment, guint side) {
  guint kinds = 0;
  for (guint32 i = 0; i < alignment->sides[side].length; i++)
    if (!alignment->sides[side].used[i])
      kinds |= 1u << word_at(alignment, side, i)->kind;
  return kinds;
}

gboolean refnet_alignment_left_is_tail(const RefnetAlignment *alignment, guint side) {
  const RefnetAlignedName *s = &alignment->sides[side];
  for (guint32 i = 0; i < s->tail; i++)
    if (!s->used[i])
      return FALSE;
  return TRUE;
}

static gboolean is_left_on_both(const RefnetAlignment *alignment) {
  return refnet_alignment_left_over(alignment, 0) != 0 &&
         refnet_alignment_left_over(alignment, 1) != 0;
}

static gboolean is_left_on_either(const RefnetAlignment *alignment) {
  return (refnet_alignment_left_over(alignment, 0) | refnet_alignment_left_over(alignment, 1)) != 0;
}

void refnet_alignment_find(RefnetAlignment *alignment, const RefnetFolded *rows, guint32 row_a,
                           const RefnetRowName *a, guint32 row_b, const RefnetRowName *b) {
  *alignment = (RefnetAlignment){.rows = rows};
  begin(alignment, 0, a);
  begin(alignment, 1, b);
  match_equal(alignment);
  if (is_left_on_both(alignment)) {
    for (guint side = 0; side < 2; side++) {
      match_compounds(alignment, side);
      match_initials(alignment, side);
    }
    match_alike(alignment, FALSE);
  }
  pass_over_fillers(alignment, 0);
  pass_over_fillers(alignment, 1);
  pass_over_town(alignment, 0, rows->rows[row_a].town, rows->rows[row_b].town);
  pass_over_town(alignment, 1, rows->rows[row_b].town, rows->rows[row_a].town);
  if (is_left_on_both(alignment) && !match_cut_off(alignment, 0) && !match_cut_off(alignment, 1))
    alignment->misspelt = match_alike(alignment, TRUE) | match_joined(alignment);
  alignment->misspelt |= is_left_on_either(alignment) && match_whole(alignment);
}
