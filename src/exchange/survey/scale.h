/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the answers to one question of a survey mean: yes and no, how often, how many. */
#ifndef REFNET_EXCHANGE_SURVEY_SCALE_H
#define REFNET_EXCHANGE_SURVEY_SCALE_H

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

/* The stronger of two answers: yes before no before none; then the more often, then the more. */
int refnet_answer_compare(const RefnetAnswer *a, const RefnetAnswer *b);

/* Is the text an answer on some scale, a number among them, rather than prose or a name? O(length).
 */
gboolean refnet_answer_is_plain(const char *text);

typedef struct RefnetScale RefnetScale;

/* `question` may tell counts ("How many …") from codes. */
RefnetScale *refnet_scale_new(const char *question);
void refnet_scale_free(RefnetScale *scale);

/* Adds an answer that was given; blank ones count, too. */
void refnet_scale_see(RefnetScale *scale, const char *text);
/* Decides, when all were seen, what numbers mean. `codes` (NULL: none) is what the user says of
 * them: "1=never,2=monthly,Sort of=yearly", or "count". REFNET_ERROR_USAGE: that cannot be read. */
gboolean refnet_scale_settle(RefnetScale *scale, const char *codes, GError **error);
RefnetAnswer refnet_scale_read(const RefnetScale *scale, const char *text);

/* "“Weekly” as weekly (12), “0” as never (30); 14 are blank"; strongest first; NULL: no
 * answers. Caller frees. */
char *refnet_scale_explain(const RefnetScale *scale);
/* A warning where the meaning of numbers was guessed; NULL: it wasn't. Static. */
const char *refnet_scale_doubt(const RefnetScale *scale);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetScale, refnet_scale_free)

G_END_DECLS

#endif
