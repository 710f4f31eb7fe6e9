/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/columns/span_columns.h"
#include "base/month_names.h"
#include "model/columns/count_header.h"
#include "model/columns/header_words.h"
#include "model/columns/rough_count.h"
#include "model/columns/words.h"

#include <string.h>

/* ---- headers --------------------------------------------------------------------------------- */

/* What may stand beside the span and changes nothing. */
static const char beside[] =
    "referrals referral referred refs count counts number num no of in for made sent total";

static gboolean is_month(const char *word) {
  if (strcmp(word, "sept") == 0)
    return TRUE;
  for (guint m = 0; m < 12; m++) {
    const gsize length = strlen(word);
    if ((length == 3 || length == strlen(refnet_month_names[m])) &&
        g_ascii_strncasecmp(word, refnet_month_names[m], length) == 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean is_year(const char *word) {
  return refnet_header_word_is_full_year(word) || refnet_header_word_is_short_year(word);
}

static gboolean is_quarter(const char *word) {
  return *word == 'q' && refnet_header_word_is_number(word + 1, 1, 4);
}

/* "01" of "01/2026" and of "2026-01" */
static gboolean is_month_number(const char *word) {
  return refnet_header_word_is_number(word, 1, 12);
}

/* Of one or two words; `b` may be "". */
static RefnetSpan span_of(const char *a, const char *b) {
  const gboolean alone = *b == '\0';
  if (is_month(a) && (alone || is_year(b)))
    return REFNET_SPAN_MONTH;
  if ((refnet_header_word_is_full_year(a) && (is_month(b) || is_month_number(b))) ||
      (is_month_number(a) && refnet_header_word_is_full_year(b)))
    return REFNET_SPAN_MONTH;
  if ((is_quarter(a) && (alone || is_year(b) || refnet_header_word_is_marked_year(b))) ||
      ((is_year(a) || refnet_header_word_is_marked_year(a)) && is_quarter(b)))
    return REFNET_SPAN_QUARTER;
  if ((refnet_header_word_is_full_year(a) || refnet_header_word_is_marked_year(a)) &&
      (alone || refnet_header_word_is_short_year(b)))
    return REFNET_SPAN_YEAR;
  return (strcmp(a, "fy") == 0 || strcmp(a, "cy") == 0) && is_year(b) ? REFNET_SPAN_YEAR
                                                                      : REFNET_SPAN_NONE;
}

static RefnetSpan span_named(const char *header) {
  g_autofree char *slug = refnet_text_slug(header);
  g_auto(GStrv) words = g_strsplit(slug, "-", -1);
  const char *left[2] = {"", ""};
  guint length = 0;
  for (guint i = 0; words[i] != NULL; i++) {
    if (*words[i] == '\0' || refnet_word_is_among(words[i], beside))
      continue;
    if (length == G_N_ELEMENTS(left))
      return REFNET_SPAN_NONE;
    left[length++] = words[i];
  }
  return length > 0 ? span_of(left[0], left[1]) : REFNET_SPAN_NONE;
}

RefnetSpan refnet_header_span(const char *header) {
  const RefnetSpan span = span_named(header);
  return span == REFNET_SPAN_NONE && refnet_header_counts_referrals(header) ? REFNET_SPAN_ANY
                                                                            : span;
}

/* ---- the columns of a sheet ------------------------------------------------------------------ */

/* "Q5": questions of a survey are numbered, too. */
static gboolean is_question(const char *header) {
  return g_ascii_tolower(*header) == 'q' && refnet_header_word_is_number(header + 1, 5, 999);
}

static gboolean says_total(const char *header) {
  g_autofree char *slug = refnet_text_slug(header);
  g_strdelimit(slug, "-", ' ');
  return refnet_word_is_among("total", slug);
}

void refnet_span_search_see(RefnetSpanSearch *search, const char *header, guint column) {
  const RefnetSpan span = refnet_header_span(header);
  RefnetSpans *spans = &search->kinds[span][says_total(header)];
  search->has_questions |= is_question(header);
  /* "Referrals per month" is not added to "Referrals per year". */
  const guint most = span == REFNET_SPAN_ANY ? 1 : REFNET_SPANS_MOST;
  if (span != REFNET_SPAN_NONE && spans->length < most)
    spans->columns[spans->length++] = column;
}

RefnetSpans refnet_span_search_best(const RefnetSpanSearch *search) {
  const RefnetSpans *best = &search->kinds[REFNET_SPAN_NONE][FALSE];
  for (guint k = REFNET_SPAN_MONTH; k <= REFNET_SPAN_ANY; k++)
    for (guint total = FALSE; total <= TRUE; total++)
      if (search->kinds[k][total].length > best->length &&
          (k != REFNET_SPAN_QUARTER || !search->has_questions))
        best = &search->kinds[k][total];
  return *best;
}

/* ---- rows ------------------------------------------------------------------------------------ */

RefnetSpansStatus refnet_spans_add_up(const RefnetSpans *spans, const RefnetRow *row, guint64 *sum,
                                      guint *column) {
  RefnetSpansStatus status = REFNET_SPANS_BLANK;
  *sum = 0;
  for (guint i = 0; i < spans->length; i++) {
    const guint at = spans->columns[i];
    const char *cell = at < row->fields ? row->cells[at] : "";
    RefnetFrequency frequency;
    guint64 count;
    if (*cell == '\0' || refnet_word_is_unknown(cell))
      continue;
    const RefnetSpansStatus says = refnet_count_parse(cell, &count) ? REFNET_SPANS_SUM
                                   : refnet_rough_count_parse(cell, &count, &frequency)
                                       ? REFNET_SPANS_ESTIMATE
                                       : REFNET_SPANS_ODD;
    *sum += says != REFNET_SPANS_ODD ? MIN(count, G_MAXUINT32) : 0;
    if (says > status || *sum >= G_MAXUINT32)
      *column = at;
    if (*sum >= G_MAXUINT32)
      return REFNET_SPANS_TOO_MANY;
    status = MAX(status, says);
  }
  if (status == REFNET_SPANS_ODD)
    *sum = MAX(*sum, 1);
  return status;
}
