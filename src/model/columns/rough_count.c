/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/columns/rough_count.h"

#include "model/columns/answer_words.h"
#include "model/columns/estimate.h"

gboolean refnet_rough_count_parse(const char *text, guint64 *count, RefnetFrequency *frequency) {
  RefnetAnswer answer;
  double number;
  *frequency = REFNET_FREQUENCY_UNKNOWN;
  if (refnet_number_parse(text, &number))
    return FALSE;
  if (refnet_estimate_parse(text, count))
    return TRUE;
  /* A single letter is a slip as well as a mark. */
  if (text[0] == '\0' || text[1] == '\0' || !refnet_answer_read_words(text, &answer))
    return FALSE;
  *count = answer.kind == REFNET_ANSWER_NO ? 0 : 1;
  *frequency = answer.frequency;
  return TRUE;
}
