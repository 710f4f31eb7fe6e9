/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the answers to one question mean, of a survey or a column: yes and no, how often, how many.
 */
#ifndef REFNET_MODEL_COLUMNS_SCALE_H
#define REFNET_MODEL_COLUMNS_SCALE_H

#include "model/columns/answer_words.h"

G_BEGIN_DECLS

/* The stronger of two answers: yes before no before none; then the more often, then the more. */
int refnet_answer_compare(const RefnetAnswer *a, const RefnetAnswer *b);

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
