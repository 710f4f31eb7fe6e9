/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The column of a list of links that says whether, or how often, there are referrals. */
#ifndef REFNET_MODEL_LOAD_REFERRAL_ANSWERS_H
#define REFNET_MODEL_LOAD_REFERRAL_ANSWERS_H

#include "model/load/loader.h"

G_BEGIN_DECLS

/* Notes what the row being added answers; does nothing without such a column. FALSE: memory ran
 * out. */
gboolean refnet_referral_answers_note(RefnetReading *reading);

/* Reads the answers as those to one question of a survey: a no becomes the frequency never, "often"
 * a frequency, and a row without an answer or a figure makes no relationship. What was read is
 * reported. A column that hardly has answers is not used. */
gboolean refnet_referral_answers_finish(RefnetLoader *loader, GError **error);

G_END_DECLS

#endif
