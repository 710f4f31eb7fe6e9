/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Soft TF–IDF, and what the words that are left over on either side mean: a slip, a word more, or
 * another branch. */
#include "analysis/records/names.h"

#include "analysis/records/alignment.h"

#include <math.h>
#include <string.h>

#define CLOSE_AT .65 /* soft TF–IDF from which names with words of their own are close */
#define KIN_AT .4    /* … and from which they are branches rather than strangers */

static RefnetNamesLevel judge(const RefnetAlignment *alignment, double likeness) {
  const guint tells_apart =
      1u << REFNET_WORD_NUMBER | 1u << REFNET_WORD_COMPASS | 1u << REFNET_WORD_UNIT;
  const guint generic = 1u << REFNET_WORD_GENERIC;
  guint a = refnet_alignment_left_over(alignment, 0), b = refnet_alignment_left_over(alignment, 1),
        either = a | b;
  gboolean one_sided = a == 0 || b == 0;
  if (either == 0 && alignment->misspelt)
    return REFNET_NAMES_MISSPELT;
  if (!alignment->proper_matched && either != 0)
    return REFNET_NAMES_DIFFERENT;
  if (either & tells_apart)
    return one_sided || likeness >= KIN_AT ? REFNET_NAMES_KIN : REFNET_NAMES_DIFFERENT;
  if ((either & ~generic) == 0)
    return alignment->cut_off                         ? REFNET_NAMES_WITHIN
           : alignment->misspelt                      ? REFNET_NAMES_MISSPELT
           : either == 0 && !alignment->with_initials ? REFNET_NAMES_SPELT
                                                      : REFNET_NAMES_NEAR;
  if (one_sided)
    return refnet_alignment_left_is_tail(alignment, a == 0) ? REFNET_NAMES_KIN
                                                            : REFNET_NAMES_WITHIN;
  return likeness >= CLOSE_AT ? REFNET_NAMES_CLOSE : REFNET_NAMES_DIFFERENT;
}

RefnetNamesComparison refnet_names_compare(const RefnetFolded *rows, guint32 row_a, guint32 a,
                                           guint32 row_b, guint32 b) {
  const RefnetRowName *first = &rows->names[a], *second = &rows->names[b];
  if (first->key == second->key)
    return (RefnetNamesComparison){REFNET_NAMES_SAME, 1};
  if (a > b) /* the order of equal choices must not depend on the caller's */
    return refnet_names_compare(rows, row_b, b, row_a, a);
  RefnetAlignment alignment;
  refnet_alignment_find(&alignment, rows, row_a, first, row_b, second);
  double norm = (double)first->norm * second->norm;
  double likeness = norm > 0 ? MIN(alignment.dot / norm, 1) : 0;
  return (RefnetNamesComparison){judge(&alignment, likeness), likeness};
}

/* The next word of the name at or after *place that is no filler; REFNET_NONE: there is none. */
static guint32 next_word(const RefnetFolded *rows, guint32 name, guint32 *place) {
  const RefnetRowName *n = &rows->names[name];
  while (*place < n->length) {
    guint32 word = rows->name_words[n->first + (*place)++];
    if (rows->words[word].kind != REFNET_WORD_FILLER)
      return word;
  }
  return REFNET_NONE;
}

gboolean refnet_names_in_order(const RefnetFolded *rows, guint32 a, guint32 b) {
  guint32 at_a = 0, at_b = 0, word;
  do {
    word = next_word(rows, a, &at_a);
    if (word != next_word(rows, b, &at_b))
      return FALSE;
  } while (word != REFNET_NONE);
  return TRUE;
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
