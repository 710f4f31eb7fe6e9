/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/networks/link_rows.h"

#include "model/columns/answer_words.h"
#include "model/columns/rough_count.h"
#include "model/columns/words.h"

gboolean refnet_link_rows_begin(RefnetLinkRows *rows) {
  guint fields = 0;
  for (guint f = 0; f < REFNET_TIE_FIELDS; f++)
    fields |= rows->columns.at[f] >= 0 ? 1u << f : 0;
  if (rows->columns.answers >= 0)
    fields |= 1u << REFNET_REFERRAL_FREQUENCY;
  if (rows->columns.spans.length > 0)
    fields |= 1u << REFNET_REFERRAL_COUNT;
  rows->writer = refnet_tie_writer_open(rows->import, fields, &rows->failure);
  return rows->writer != NULL;
}

static void fail(RefnetLinkRows *rows) {
  if (rows->failure == NULL)
    rows->failure =
        g_error_new_literal(REFNET_ERROR, REFNET_ERROR_INTERNAL, "out of memory for the names");
}

static void diagnose(const RefnetLinkRows *rows, RefnetSeverity severity, guint64 line, gint column,
                     const char *kind, const char *why, const char *fix) {
  RefnetDiagnostic where = {.kind = kind,
                            .severity = severity,
                            .file = rows->label,
                            .line = line,
                            .column = (guint)(column + 1),
                            .in_sheet = rows->in_sheet,
                            .contact = REFNET_NONE};
  refnet_diagnostics_add(refnet_import_report_diagnostics(rows->import->report), &where, fix, "%s",
                         why);
}

static void reject(const RefnetLinkRows *rows, guint64 line, gint column, const char *kind,
                   const char *why, const char *fix) {
  diagnose(rows, REFNET_SEVERITY_ERROR, line, column, kind, why, fix);
  refnet_import_report_rejected(rows->import->report, rows->file, 1, why);
}

static gboolean goes_both_ways(const RefnetLinkRows *rows, const RefnetRow *row) {
  const char *way = refnet_link_rows_cell(row, rows->columns.way);
  return way != NULL &&
         (g_ascii_strcasecmp(way, "undirected") == 0 || g_ascii_strcasecmp(way, "mutual") == 0 ||
          g_ascii_strcasecmp(way, "both") == 0);
}

static gboolean is_count(const char *text) {
  double number;
  guint64 count;
  if (text == NULL || (refnet_count_parse(text, &count) && count < G_MAXUINT32))
    return TRUE;
  return refnet_number_parse(text, &number) && number >= 0 && number < (double)G_MAXUINT32;
}

/* The row counts all the same. */
static void warn_of_odd(const RefnetLinkRows *rows, guint64 line, gint column) {
  diagnose(rows, REFNET_SEVERITY_WARNING, line, column, "odd-count",
           "what stands here is no number, and adds nothing to the count",
           "write how many referrals there were, or leave the cell blank");
}

/* A count that is an estimate or a word, as loading reads it; `digits` holds what it becomes. */
static void take_rough_count(RefnetLinkRows *rows, const RefnetRow *row, RefnetTie *tie,
                             char digits[static 24]) {
  const char *text = tie->cells[REFNET_REFERRAL_COUNT];
  RefnetFrequency frequency;
  guint64 count;
  if (is_count(text))
    return;
  if (!refnet_rough_count_parse(text, &count, &frequency)) {
    if (rows->columns.spans.length == 1) {
      tie->cells[REFNET_REFERRAL_COUNT] = NULL;
      warn_of_odd(rows, row->line, (gint)rows->columns.spans.columns[0]);
    }
    return;
  }
  g_snprintf(digits, 24, "%" G_GUINT64_FORMAT, count);
  tie->cells[REFNET_REFERRAL_COUNT] = digits;
  rows->rough++;
  if (tie->cells[REFNET_REFERRAL_FREQUENCY] == NULL && frequency != REFNET_FREQUENCY_UNKNOWN)
    tie->cells[REFNET_REFERRAL_FREQUENCY] = refnet_word_of_frequency(frequency);
}

/* A count that stands in several columns; `digits` holds their sum. FALSE: it is too many with
 * *column. */
static gboolean add_up(RefnetLinkRows *rows, const RefnetRow *row, RefnetTie *tie,
                       char digits[static 24], gint *column) {
  guint64 sum;
  guint wrong = 0;
  const RefnetSpansStatus status = refnet_spans_add_up(&rows->columns.spans, row, &sum, &wrong);
  *column = (gint)wrong;
  if (status == REFNET_SPANS_TOO_MANY)
    return FALSE;
  rows->rough += status == REFNET_SPANS_ESTIMATE;
  if (status == REFNET_SPANS_ODD)
    warn_of_odd(rows, row->line, *column);
  if (status != REFNET_SPANS_BLANK) {
    g_snprintf(digits, 24, "%" G_GUINT64_FORMAT, sum);
    tie->cells[REFNET_REFERRAL_COUNT] = digits;
  }
  return TRUE;
}

/* TRUE: an end could be several of the organizations that were given, and the link is rejected. */
static gboolean reject_doubt(RefnetLinkRows *rows, const RefnetRow *row, const RefnetTie *tie) {
  static const guint ends[] = {REFNET_REFERRAL_FROM, REFNET_REFERRAL_TO};
  for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
    g_autofree char *doubt = refnet_endpoints_doubt(rows->endpoints, tie->cells[ends[i]]);
    if (doubt == NULL)
      continue;
    diagnose(rows, REFNET_SEVERITY_ERROR, row->line, rows->columns.at[ends[i]],
             "ambiguous-organization", doubt, "use the id");
    refnet_import_report_rejected(rows->import->report, rows->file, 1,
                                  "an end of the link could be several organisations");
    return TRUE;
  }
  return FALSE;
}

/* A no becomes the frequency never. FALSE: the row says nothing, neither there nor by a count. */
static gboolean take_answer(RefnetLinkRows *rows, const RefnetRow *row, RefnetTie *tie) {
  const char *text = refnet_link_rows_cell(row, rows->columns.answers);
  RefnetAnswer answer = {REFNET_ANSWER_BLANK, REFNET_FREQUENCY_UNKNOWN, 0};
  RefnetTri tri;
  if (rows->columns.answers < 0)
    return TRUE;
  if (text != NULL && refnet_word_answer(text, &tri))
    answer.kind = tri == REFNET_TRI_NO ? REFNET_ANSWER_NO : REFNET_ANSWER_YES;
  else if (text != NULL && !refnet_answer_read_words(text, &answer))
    answer.kind = REFNET_ANSWER_STRANGE;
  if (answer.kind == REFNET_ANSWER_NO)
    answer.frequency = REFNET_FREQUENCY_NEVER;
  if (answer.frequency != REFNET_FREQUENCY_UNKNOWN)
    tie->cells[REFNET_REFERRAL_FREQUENCY] = refnet_word_of_frequency(answer.frequency);
  if (answer.kind != REFNET_ANSWER_BLANK || tie->cells[REFNET_REFERRAL_COUNT] != NULL)
    return TRUE;
  refnet_import_report_ignored(rows->import->report, rows->file, 1,
                               "it does not say whether there are referrals");
  return FALSE;
}

/* NULL: nobody is named there. */
static const char *end_at(const RefnetLinkRows *rows, const RefnetRow *row, guint field) {
  const char *name = refnet_link_rows_cell(row, rows->columns.at[field]);
  const RefnetField *described = &refnet_file_fields(REFNET_FILE_REFERRALS)->fields[field];
  return name != NULL && !refnet_word_is_blank(name, described) ? name : NULL;
}

void refnet_link_rows_take(RefnetLinkRows *rows, const RefnetRow *row) {
  RefnetTie tie = {.both_ways = goes_both_ways(rows, row)};
  char digits[24];
  const gint from = rows->columns.at[REFNET_REFERRAL_FROM],
             to = rows->columns.at[REFNET_REFERRAL_TO];
  for (guint f = 0; f < REFNET_TIE_FIELDS; f++)
    tie.cells[f] = refnet_link_rows_cell(row, rows->columns.at[f]);
  tie.cells[REFNET_REFERRAL_FROM] = end_at(rows, row, REFNET_REFERRAL_FROM);
  tie.cells[REFNET_REFERRAL_TO] = end_at(rows, row, REFNET_REFERRAL_TO);
  if (tie.cells[REFNET_REFERRAL_FROM] == NULL || tie.cells[REFNET_REFERRAL_TO] == NULL) {
    reject(rows, row->line, tie.cells[REFNET_REFERRAL_FROM] == NULL ? from : to, "blank-required",
           "an end of the link is blank or not known", "fill in both ends");
    return;
  }
  take_rough_count(rows, row, &tie, digits);
  gint count = rows->columns.at[REFNET_REFERRAL_COUNT];
  if ((rows->columns.spans.length > 1 && !add_up(rows, row, &tie, digits, &count)) ||
      !is_count(tie.cells[REFNET_REFERRAL_COUNT])) {
    reject(rows, row->line, count, "bad-count", "the count is no number from 0 to 4294967294",
           "mend the count, or leave its column out with --fields");
    return;
  }
  if (reject_doubt(rows, row, &tie) || !take_answer(rows, row, &tie))
    return;
  tie.cells[REFNET_REFERRAL_FROM] =
      refnet_endpoints_add(rows->endpoints, tie.cells[REFNET_REFERRAL_FROM]);
  tie.cells[REFNET_REFERRAL_TO] =
      refnet_endpoints_add(rows->endpoints, tie.cells[REFNET_REFERRAL_TO]);
  if (tie.cells[REFNET_REFERRAL_FROM] == NULL || tie.cells[REFNET_REFERRAL_TO] == NULL) {
    fail(rows);
  } else {
    refnet_tie_writer_add(rows->writer, &tie);
    rows->used++;
    refnet_import_report_used(rows->import->report, rows->file, 1);
  }
}

void refnet_link_rows_say_counts(const RefnetLinkRows *rows) {
  if (rows->rough > 0)
    refnet_import_report_say(
        rows->import->report,
        g_strdup_printf("%" G_GUINT64_FORMAT " %s as close as %s: a range by its middle, "
                        "\"weekly\" as 1.",
                        rows->rough,
                        rows->rough == 1 ? "count is an estimate or a word, and was read"
                                         : "counts are estimates or words, and were read",
                        rows->rough == 1 ? "it gets" : "they get"));
}
