/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Soft TF–IDF, and what the words that are left over on either side mean: a slip, a word more, or
 * another branch. */
#include "analysis/records/names.h"

#include <math.h>
#include <string.h>

#define CLOSE_AT .65 /* soft TF–IDF from which names with words of their own are close */
#define KIN_AT .4    /* … and from which they are branches rather than strangers */

typedef struct {
  const guint32 *words;
  guint32 length, tail;
  gboolean used[REFNET_NAME_WORDS]; /* found in the other name, or nothing to find */
} Side;

typedef struct {
  const RefnetFolded *rows;
  Side sides[2];
  double dot; /* Σ likeness · weight · weight */
  gboolean proper_matched;
} Alignment;

static const RefnetRowWord *word_at(const Alignment *alignment, guint side, guint32 i) {
  return &alignment->rows->words[alignment->sides[side].words[i]];
}

static void match(Alignment *alignment, guint32 i, guint32 k, double likeness) {
  const RefnetRowWord *a = word_at(alignment, 0, i), *b = word_at(alignment, 1, k);
  alignment->sides[0].used[i] = alignment->sides[1].used[k] = TRUE;
  alignment->dot += likeness * a->weight * b->weight;
  alignment->proper_matched |= a->kind == REFNET_WORD_PROPER || a->kind == REFNET_WORD_COMMON ||
                               b->kind == REFNET_WORD_PROPER || a->kind == REFNET_WORD_NUMBER;
}

static void begin(Alignment *alignment, guint side, const RefnetRowName *name) {
  Side *s = &alignment->sides[side];
  s->words = &alignment->rows->name_words[name->first];
  s->length = name->length;
  s->tail = name->tail;
  for (guint32 i = 0; i < s->length; i++)
    s->used[i] = word_at(alignment, side, i)->kind == REFNET_WORD_FILLER;
}

static void match_equal(Alignment *alignment) {
  const Side *a = &alignment->sides[0], *b = &alignment->sides[1];
  for (guint32 i = 0; i < a->length; i++)
    for (guint32 k = 0; !a->used[i] && k < b->length; k++)
      if (!b->used[k] && a->words[i] == b->words[k])
        match(alignment, i, k, 1);
}

/* ---- initials and words in one ------------------------------------------------------------------
 */

/* Marks the words first … end − 1 of `side` as what the word `i` of the other side stands for. */
static void match_run(Alignment *alignment, guint side, guint32 i, guint32 first, guint32 end,
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

/* Where the run of unmatched words from `first` on ends whose initials are `letters`, with or
 * without fillers; 0 when there is none. */
static guint32 initials_run(const Alignment *alignment, guint side, guint32 first,
                            const char *letters) {
  const Side *s = &alignment->sides[side];
  guint32 k = first;
  for (; *letters && k < s->length; k++) {
    const RefnetRowWord *word = word_at(alignment, side, k);
    gboolean filler = word->kind == REFNET_WORD_FILLER;
    if (word->text[0] == *letters && (filler || !s->used[k]))
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

static void match_initials(Alignment *alignment, guint side) {
  const Side *spelled = &alignment->sides[side], *short_form = &alignment->sides[!side];
  for (guint32 i = 0; i < short_form->length; i++) {
    const RefnetRowWord *word = word_at(alignment, !side, i);
    if (short_form->used[i] || !may_be_initials(word))
      continue;
    for (guint32 first = 0; first < spelled->length && !short_form->used[i]; first++) {
      guint32 end = initials_run(alignment, side, first, word->text);
      if (end > first + 1)
        match_run(alignment, side, i, first, end, .95);
    }
  }
}

/* "day care" and "daycare", "bel air" and "belair". */
static void match_compounds(Alignment *alignment, guint side) {
  const Side *apart = &alignment->sides[side], *joined = &alignment->sides[!side];
  for (guint32 k = 0; k + 1 < apart->length; k++) {
    if (apart->used[k] || apart->used[k + 1])
      continue;
    const char *first = word_at(alignment, side, k)->text;
    const char *second = word_at(alignment, side, k + 1)->text;
    gsize length = strlen(first);
    for (guint32 i = 0; i < joined->length; i++) {
      const char *whole = word_at(alignment, !side, i)->text;
      if (joined->used[i] || strncmp(whole, first, length) != 0 ||
          strcmp(whole + length, second) != 0)
        continue;
      match_run(alignment, side, i, k, k + 2, 1);
      break;
    }
  }
}

/* ---- slips --------------------------------------------------------------------------------------
 */

static double likeness_at(const Alignment *alignment, guint32 i, guint32 k) {
  const RefnetRowWord *a = word_at(alignment, 0, i), *b = word_at(alignment, 1, k);
  if (alignment->sides[0].used[i] || alignment->sides[1].used[k] ||
      a->kind >= REFNET_WORD_COMPASS || b->kind >= REFNET_WORD_COMPASS)
    return 0;
  return refnet_words_likeness(a->text, b->text);
}

/* A slip in a filler makes a word of it: "fopr". */
static void pass_over_fillers(Alignment *alignment, guint side) {
  Side *s = &alignment->sides[side];
  const Side *other = &alignment->sides[!side];
  for (guint32 i = 0; i < s->length; i++)
    for (guint32 k = 0; !s->used[i] && k < other->length; k++) {
      const RefnetRowWord *filler = word_at(alignment, !side, k);
      s->used[i] = filler->kind == REFNET_WORD_FILLER && strlen(filler->text) >= 3 &&
                   refnet_text_distance(filler->text, word_at(alignment, side, i)->text, 1) <= 1;
    }
}

/* The likest pair first. */
static void match_alike(Alignment *alignment) {
  for (;;) {
    double best = 0;
    guint32 best_i = 0, best_k = 0;
    for (guint32 i = 0; i < alignment->sides[0].length; i++)
      for (guint32 k = 0; k < alignment->sides[1].length; k++) {
        double likeness = likeness_at(alignment, i, k);
        if (likeness > best) {
          best = likeness;
          best_i = i;
          best_k = k;
        }
      }
    if (best == 0)
      return;
    match(alignment, best_i, best_k, best);
  }
}

/* ---- what is left over --------------------------------------------------------------------------
 */

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
static void pass_over_town(Alignment *alignment, guint side, guint32 own_town, guint32 other_town) {
  Side *s = &alignment->sides[side];
  for (guint32 i = 0; i < s->length; i++) {
    const char *text = word_at(alignment, side, i)->text;
    if (!s->used[i] && (is_in_town(alignment->rows, other_town, text) ||
                        (other_town == REFNET_NONE && own_town != REFNET_NONE &&
                         is_in_town(alignment->rows, own_town, text))))
      s->used[i] = TRUE;
  }
}

/* Kinds of words left over on a side, as bits. */
static guint left_over(const Alignment *alignment, guint side) {
  guint kinds = 0;
  for (guint32 i = 0; i < alignment->sides[side].length; i++)
    if (!alignment->sides[side].used[i])
      kinds |= 1u << word_at(alignment, side, i)->kind;
  return kinds;
}

/* All that is left over on the side stands behind its divider. */
static gboolean left_over_is_tail(const Alignment *alignment, guint side) {
  const Side *s = &alignment->sides[side];
  for (guint32 i = 0; i < s->tail; i++)
    if (!s->used[i])
      return FALSE;
  return TRUE;
}

static RefnetNamesLevel judge(const Alignment *alignment, double likeness) {
  const guint tells_apart =
      1u << REFNET_WORD_NUMBER | 1u << REFNET_WORD_COMPASS | 1u << REFNET_WORD_UNIT;
  const guint generic = 1u << REFNET_WORD_GENERIC, common = 1u << REFNET_WORD_COMMON;
  guint a = left_over(alignment, 0), b = left_over(alignment, 1), either = a | b;
  gboolean one_sided = a == 0 || b == 0;
  if (!alignment->proper_matched && either != 0)
    return REFNET_NAMES_DIFFERENT;
  if (either & tells_apart)
    return one_sided || likeness >= KIN_AT ? REFNET_NAMES_KIN : REFNET_NAMES_DIFFERENT;
  if ((either & ~generic) == 0 || (one_sided && (either & ~(generic | common)) == 0))
    return REFNET_NAMES_NEAR;
  if (one_sided)
    return left_over_is_tail(alignment, a == 0) ? REFNET_NAMES_KIN : REFNET_NAMES_WITHIN;
  return likeness >= CLOSE_AT ? REFNET_NAMES_CLOSE : REFNET_NAMES_DIFFERENT;
}

/* ---- the whole ----------------------------------------------------------------------------------
 */

static gboolean any_left(const Alignment *alignment) {
  return left_over(alignment, 0) != 0 && left_over(alignment, 1) != 0;
}

RefnetNamesComparison refnet_names_compare(const RefnetFolded *rows, guint32 row_a, guint32 a,
                                           guint32 row_b, guint32 b) {
  const RefnetRowName *first = &rows->names[a], *second = &rows->names[b];
  if (first->key == second->key)
    return (RefnetNamesComparison){REFNET_NAMES_SAME, 1};
  if (a > b) /* the order of equal choices must not depend on the caller's */
    return refnet_names_compare(rows, row_b, b, row_a, a);
  Alignment alignment = {.rows = rows};
  begin(&alignment, 0, first);
  begin(&alignment, 1, second);
  match_equal(&alignment);
  if (any_left(&alignment)) {
    for (guint side = 0; side < 2; side++) {
      match_compounds(&alignment, side);
      match_initials(&alignment, side);
    }
    match_alike(&alignment);
  }
  pass_over_fillers(&alignment, 0);
  pass_over_fillers(&alignment, 1);
  pass_over_town(&alignment, 0, rows->rows[row_a].town, rows->rows[row_b].town);
  pass_over_town(&alignment, 1, rows->rows[row_b].town, rows->rows[row_a].town);
  double norm = (double)first->norm * second->norm;
  double likeness = norm > 0 ? MIN(alignment.dot / norm, 1) : 0;
  return (RefnetNamesComparison){judge(&alignment, likeness), likeness};
}

void refnet_names_initials(const RefnetFolded *rows, guint32 name, char *initials, gsize size) {
  const RefnetRowName *n = &rows->names[name];
  gsize length = 0;
  for (guint32 i = 0; i < n->length && length + 1 < size; i++) {
    const RefnetRowWord *word = &rows->words[rows->name_words[n->first + i]];
    if (word->kind != REFNET_WORD_FILLER && (guchar)word->text[0] < 0x80)
      initials[length++] = word->text[0];
  }
  initials[length > 1 ? length : 0] = '\0';
}
