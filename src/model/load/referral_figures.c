/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/load/referral_figures.h"

#include "model/columns/figures.h"
#include "model/columns/rough_count.h"
#include "model/columns/words.h"
#include "model/load/cells.h"

#include <string.h>

typedef enum { WHOLE, TOO_LARGE, NOT_WHOLE } WholeStatus;

/* Digits alone that no number has room for are a whole number, too. */
static WholeStatus read_whole(const char *text, guint64 most, guint64 *value) {
  if (refnet_count_parse(text, value) || refnet_count_parse_comma(text, value))
    return *value <= most ? WHOLE : TOO_LARGE;
  return text[strspn(text, "0123456789")] == '\0' ? TOO_LARGE : NOT_WHOLE;
}

static void report_rough_count(const RefnetReading *reading, RefnetReferralCount count) {
  g_autofree char *message =
      count.frequency != REFNET_FREQUENCY_UNKNOWN
          ? g_strdup_printf("was read as %s, not as a count",
                            refnet_word_of_frequency(count.frequency))
          : g_strdup_printf("was read as %u%s", count.count,
                            count.count == 0 ? ", which makes no relationship" : "");
  refnet_cell_refuse(reading, REFNET_KIND_APPROXIMATE_COUNT, REFNET_REFERRAL_COUNT, message,
                     "write a whole number if another one is meant");
}

static void report_part(const RefnetReading *reading, guint column, const char *is, guint32 sum) {
  g_autofree char *shown = refnet_text_display(reading->row->cells[column], REFNET_CELL_SHOWN);
  refnet_sheet_report_column(reading->sheet, reading->loader->store->dataset.diagnostics,
                             REFNET_KIND_APPROXIMATE_COUNT, reading->row->line, column,
                             "write a whole number if another one is meant",
                             "\"%s\" is %s; the count of the row was read as %u", shown, is, sum);
}

/* The count of a row that has it in parts; all of them blank: one. */
static gboolean add_up(const RefnetReading *reading, RefnetReferralCount *count) {
  const RefnetSheet *sheet = reading->sheet;
  guint64 sum;
  guint column;
  const RefnetSpansStatus status = refnet_spans_add_up(&sheet->spans, reading->row, &sum, &column);
  if (status != REFNET_SPANS_TOO_MANY) {
    count->count = status == REFNET_SPANS_BLANK ? 1 : (guint32)sum;
    if (status >= REFNET_SPANS_ESTIMATE)
      report_part(reading, column,
                  status == REFNET_SPANS_ODD ? "not a whole number from 0 up" : "an estimate",
                  count->count);
    return TRUE;
  }
  g_autofree char *shown = refnet_text_display(reading->row->cells[column], REFNET_CELL_SHOWN);
  refnet_sheet_report_column(sheet, reading->loader->store->dataset.diagnostics,
                             REFNET_KIND_BAD_COUNT, reading->row->line, column,
                             "write how many referrals were made, or leave the cell blank",
                             "with \"%s\" the row has more referrals than one row can count, "
                             "4,294,967,294",
                             shown);
  return FALSE;
}

gboolean refnet_referral_read_count(const RefnetReading *reading, RefnetReferralCount *count) {
  const char *text = refnet_cell_text(reading, REFNET_REFERRAL_COUNT);
  guint64 value = 1;
  WholeStatus status = text != NULL ? read_whole(text, G_MAXUINT32 - 1, &value) : WHOLE;
  *count = (RefnetReferralCount){(guint32)value, REFNET_FREQUENCY_UNKNOWN};
  if (reading->sheet->spans.length > 1)
    return add_up(reading, count);
  if (status == NOT_WHOLE && refnet_rough_count_parse(text, &value, &count->frequency)) {
    status = value < G_MAXUINT32 ? WHOLE : TOO_LARGE;
    count->count = (guint32)value;
    if (status == WHOLE)
      report_rough_count(reading, *count);
  }
  if (status == NOT_WHOLE && reading->sheet->spans.length == 1) {
    report_part(reading, reading->sheet->spans.columns[0], "not a whole number from 0 up",
                count->count);
    return TRUE;
  }
  if (status != WHOLE)
    refnet_cell_refuse(reading, REFNET_KIND_BAD_COUNT, REFNET_REFERRAL_COUNT,
                       status == TOO_LARGE
                           ? "is more referrals than one row can count, 4,294,967,294"
                           : "is not a whole number from 0 up",
                       "write how many referrals were made, or leave the cell blank for one");
  return status == WHOLE;
}

/* A list with a row for each referral says yes or no; of several, yes may mean any of them. */
static gboolean read_answer(const char *text, guint32 count, guint64 *value) {
  RefnetTri answer;
  if (!refnet_word_answer(text, &answer) || (answer == REFNET_TRI_YES && count != 1))
    return FALSE;
  *value = answer == REFNET_TRI_YES;
  return TRUE;
}

gint32 refnet_referral_read_part(const RefnetReading *reading, guint field, guint32 count) {
  const char *text = refnet_cell_text(reading, field);
  guint64 value;
  if (text == NULL)
    return -1;
  WholeStatus status = read_whole(text, G_MAXINT32, &value);
  if (status == WHOLE || (status == NOT_WHOLE && read_answer(text, count, &value)))
    return (gint32)value;
  refnet_cell_refuse(reading, REFNET_KIND_BAD_NUMBER, field,
                     status == TOO_LARGE
                         ? "is more than one row can count, 2,147,483,647, and was read as unknown"
                         : "is not a whole number from 0 up and was read as unknown",
                     "correct the figure, or leave the cell blank");
  return -1;
}

void refnet_referral_check_parts(const RefnetReading *reading, guint32 count, gint32 accepted,
                                 gint32 completed) {
  if (accepted >= 0 && (guint32)accepted > count)
    refnet_cell_report(reading, REFNET_KIND_ACCEPTED_EXCEEDS_COUNT, REFNET_REFERRAL_ACCEPTED,
                       "correct one of the two figures", "%d accepted is more than the %u referred",
                       accepted, count);
  if (completed >= 0 && (guint32)completed > count)
    refnet_cell_report(reading, REFNET_KIND_COMPLETED_EXCEEDS_ACCEPTED, REFNET_REFERRAL_COMPLETED,
                       "correct one of the two figures",
                       "%d completed is more than the %u referred", completed, count);
  else if (completed >= 0 && accepted >= 0 && completed > accepted)
    refnet_cell_report(reading, REFNET_KIND_COMPLETED_EXCEEDS_ACCEPTED, REFNET_REFERRAL_COMPLETED,
                       "correct one of the two figures",
                       "%d completed is more than the %d accepted", completed, accepted);
}
