/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Columns of a list of links that each count the referrals of a month, a quarter or a year: "Jan",
 * "Q1 2026", "# Referrals FY25". Together they are the count; where there are none, one that counts
 * referrals of any time is, "Referrals per year". */
#ifndef REFNET_MODEL_COLUMNS_SPAN_COLUMNS_H
#define REFNET_MODEL_COLUMNS_SPAN_COLUMNS_H

#include <refnet/table.h>

G_BEGIN_DECLS

#define REFNET_SPANS_MOST 60 /* five years of months */

typedef struct {
  guint columns[REFNET_SPANS_MOST]; /* from 0, rising */
  guint length;
} RefnetSpans;

typedef enum {
  REFNET_SPAN_NONE,
  REFNET_SPAN_MONTH,
  REFNET_SPAN_QUARTER,
  REFNET_SPAN_YEAR,
  REFNET_SPAN_ANY, /* it counts, but doesn't say of what time */
} RefnetSpan;

/* Of what the column of this header counts referrals, by the header alone. */
RefnetSpan refnet_header_span(const char *header);

/* Notes a column and its span; of several kinds the one with most columns is kept in the end, so
 * that "Q1" is not added to its months, nor "Total 2025" to "2025". */
typedef struct {
  RefnetSpans kinds[REFNET_SPAN_ANY + 1][2]; /* with "total" in the header: [TRUE] */
  gboolean has_questions;                    /* "Q5", so that "Q1" is no quarter */
} RefnetSpanSearch;
void refnet_span_search_see(RefnetSpanSearch *search, const char *header, guint column);
RefnetSpans refnet_span_search_best(const RefnetSpanSearch *search);

typedef enum {
  REFNET_SPANS_BLANK,
  REFNET_SPANS_SUM,
  REFNET_SPANS_ESTIMATE, /* the sum, with an estimate or a word such as "<5" in it */
  REFNET_SPANS_ODD,      /* the sum, 1 or more, but for cells that hold no number, such as "x" */
  REFNET_SPANS_TOO_MANY  /* for one row */
} RefnetSpansStatus;

/* The sum of the row's cells, of which blank ones, dashes and "N/A" add nothing; BLANK: all are so.
 * The headers alone told what the columns are, so that no other cell costs the row. *column is the
 * first that holds what the status says. O(spans). */
RefnetSpansStatus refnet_spans_add_up(const RefnetSpans *spans, const RefnetRow *row, guint64 *sum,
                                      guint *column);

G_END_DECLS

#endif
