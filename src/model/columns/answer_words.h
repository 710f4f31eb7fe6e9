/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An answer to whether, or how often, one organization refers to another, and words for it. */
#ifndef REFNET_MODEL_COLUMNS_ANSWER_WORDS_H
#define REFNET_MODEL_COLUMNS_ANSWER_WORDS_H

#include <refnet/model.h>

G_BEGIN_DECLS

typedef enum {
  REFNET_ANSWER_BLANK,   /* or "don't know": unknown */
  REFNET_ANSWER_STRANGE, /* says something that is not understood */
  REFNET_ANSWER_NO,
  REFNET_ANSWER_YES, /* `frequency` and `count` say more where they are known */
} RefnetAnswerKind;

typedef struct {
  RefnetAnswerKind kind;
  RefnetFrequency frequency; /* REFNET_FREQUENCY_UNKNOWN: a plain yes */
  guint64 count;             /* 0: not known */
} RefnetAnswer;

/* What the text says in words: "yes", "Rarely", "3 - Monthly", "No, but we would like to". FALSE:
 * it is a number, or not understood. O(length · words). */
gboolean refnet_answer_read_words(const char *text, RefnetAnswer *answer);

/* Is the text an answer on some scale, a number among them, rather than prose or a name? O(length).
 */
gboolean refnet_answer_is_plain(const char *text);

G_END_DECLS

#endif
