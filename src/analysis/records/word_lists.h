/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is known about words of names beforehand. All words are folded, their plurals cut. */
#ifndef REFNET_ANALYSIS_RECORDS_WORD_LISTS_H
#define REFNET_ANALYSIS_RECORDS_WORD_LISTS_H

#include <refnet/base.h>

G_BEGIN_DECLS

/* What a word does in a name, when one name has it and the other hasn't. */
typedef enum {
  REFNET_WORD_PROPER,  /* sets the name apart */
  REFNET_WORD_FILLER,  /* of, and, the: nothing */
  REFNET_WORD_GENERIC, /* center, services: many names have it, many leave it out */
  REFNET_WORD_COMMON,  /* the same in this very list: cafe among restaurants */
  REFNET_WORD_UNIT,    /* shelter, chapter, foundation: a part of a body, or a body beside it */
  REFNET_WORD_COMPASS, /* north: tells neighbors apart */
  REFNET_WORD_NUMBER   /* 41, 2nd, iv: tells posts and schools apart */
} RefnetWordKind;

/* What such a word does, but COMMON, which only the names of a list tell. O(words known). */
RefnetWordKind refnet_word_kind(const char *word);
gboolean refnet_word_is_filler(const char *word);

/* The word as two people would both write it: short forms spelled out, ordinals as figures. Itself
 * where nothing is known. */
const char *refnet_word_in_name(const char *word);
/* Is the word one slip from a long way to write what both people write as `key`: "northren" from
 * "northern", which is north? O(length of the list). */
gboolean refnet_word_is_slip_of_key(const char *word, const char *key);
/* As refnet_word_in_name, in the name of a town; "" where it is dropped, as "city of" is. */
const char *refnet_word_in_town(const char *word);
/* Eastside and Westside, Lakeside and Lakeview, mother and father: a letter or three apart, and
 * neither a slip of the other. */
gboolean refnet_words_opposed(const char *a, const char *b);
/* Inc, LLC. */
gboolean refnet_word_is_legal_form(const char *word);

G_END_DECLS

#endif
