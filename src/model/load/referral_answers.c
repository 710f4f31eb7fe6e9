/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a number means is known only when all answers are, so they wait until the last row. */
#include "model/load/referral_answers.h"

#include "base/memory.h"
#include "model/columns/scale.h"
#include "model/load/cells.h"

typedef struct {
  guint64 yes, no, none, strange;
  gboolean counts;
} Tally;

/* ---- rows ------------------------------------------------------------------------------------ */

static gboolean says_more(const RefnetReading *reading) {
  static const guint fields[] = {REFNET_REFERRAL_COUNT, REFNET_REFERRAL_FREQUENCY,
                                 REFNET_REFERRAL_ACCEPTED, REFNET_REFERRAL_COMPLETED};
  for (gsize i = 0; i < G_N_ELEMENTS(fields); i++)
    if (refnet_cell_text(reading, fields[i]) != NULL)
      return TRUE;
  return FALSE;
}

gboolean refnet_referral_answers_note(RefnetReading *reading) {
  RefnetLoader *loader = reading->loader;
  const gint column = reading->sheet->answers;
  if (column < 0)
    return TRUE;
  const gboolean there = (guint)column < reading->row->fields;
  const char *text = refnet_pool_intern(loader->scratch, there ? reading->row->cells[column] : "");
  RefnetReferralAnswer *answer = refnet_array_append(&loader->answers);
  if (answer == NULL)
    return FALSE;
  *answer = (RefnetReferralAnswer){text != NULL ? text : "", (guint32)reading->row->line,
                                   says_more(reading)};
  return TRUE;
}

/* ---- what they mean -------------------------------------------------------------------------- */

static const RefnetReferralAnswer *answer_at(const RefnetLoader *loader, gsize row) {
  return refnet_array_at(&loader->answers, RefnetReferralAnswer, row);
}

static Tally count_answers(const RefnetLoader *loader, const RefnetScale *scale) {
  Tally tally = {0};
  for (gsize i = 0; i < loader->answers.length; i++) {
    const RefnetAnswer answer = refnet_scale_read(scale, answer_at(loader, i)->text);
    tally.yes += answer.kind == REFNET_ANSWER_YES;
    tally.no += answer.kind == REFNET_ANSWER_NO;
    tally.none += answer.kind == REFNET_ANSWER_BLANK;
    tally.strange += answer.kind == REFNET_ANSWER_STRANGE;
    tally.counts |= answer.count > 0;
  }
  return tally;
}

/* Numbers of referrals have a column of their own; others are no answers. */
static gboolean has_answers(const Tally *tally) {
  const guint64 understood = tally->yes + tally->no;
  return understood > 0 && understood >= tally->strange && !tally->counts;
}

static gboolean make_frequencies(RefnetReferralColumns *columns) {
  if (columns->frequency == NULL)
    columns->frequency = g_try_malloc0(columns->capacity);
  return columns->frequency != NULL;
}

static gboolean make_counts(RefnetReferralColumns *columns) {
  if (columns->count != NULL)
    return TRUE;
  columns->count = refnet_memory_try_new(columns->capacity, sizeof *columns->count);
  for (gsize i = 0; columns->count != NULL && i < columns->rows; i++)
    columns->count[i] = 1;
  return columns->count != NULL;
}

static void report_unclear(const RefnetLoader *loader, const RefnetReferralAnswer *answer) {
  const RefnetSheet *sheet = &loader->store->sheets[REFNET_FILE_REFERRALS];
  g_autofree char *shown = refnet_text_display(answer->text, REFNET_CELL_SHOWN);
  refnet_sheet_report_column(
      sheet, loader->store->dataset.diagnostics, REFNET_KIND_UNCLEAR_ANSWER, answer->line,
      (guint)sheet->answers,
      "write yes, no, or how often: daily, weekly, monthly, quarterly, yearly",
      "\"%s\" is neither a yes nor a no; the row was kept as a referral", shown);
}

static void apply(RefnetLoader *loader, const RefnetScale *scale) {
  RefnetReferralColumns *columns = &loader->store->referrals;
  for (gsize i = 0; i < loader->answers.length; i++) {
    const RefnetReferralAnswer *given = answer_at(loader, i);
    const RefnetAnswer answer = refnet_scale_read(scale, given->text);
    if (answer.kind == REFNET_ANSWER_STRANGE)
      report_unclear(loader, given);
    else if (answer.kind == REFNET_ANSWER_NO)
      columns->frequency[i] = REFNET_FREQUENCY_NEVER;
    else if (answer.kind == REFNET_ANSWER_BLANK && !given->has_figures)
      columns->count[i] = 0;
    else if (columns->frequency[i] == REFNET_FREQUENCY_UNKNOWN)
      columns->frequency[i] = (guint8)answer.frequency;
  }
}

/* ---- saying so ------------------------------------------------------------------------------- */

static void append_part(GString *list, guint64 rows, const char *what) {
  if (rows > 0)
    g_string_append_printf(list, "%s%" G_GUINT64_FORMAT " %s", list->len > 0 ? ", " : "", rows,
                           what);
}

static void report_read(const RefnetLoader *loader, const RefnetScale *scale, const Tally *tally) {
  const RefnetSheet *sheet = &loader->store->sheets[REFNET_FILE_REFERRALS];
  const char *doubt = refnet_scale_doubt(scale);
  g_autofree char *header = refnet_text_display(sheet->headers[sheet->answers], REFNET_CELL_SHOWN);
  g_autofree char *explained = refnet_scale_explain(scale);
  g_autoptr(GString) parts = g_string_new(NULL);
  append_part(parts, tally->yes, "yes");
  append_part(parts, tally->no, "no");
  append_part(parts, tally->none, "without an answer");
  append_part(parts, tally->strange, "unclear");
  refnet_sheet_report_column(
      sheet, loader->store->dataset.diagnostics, REFNET_KIND_ANSWERS_READ, sheet->header_line,
      (guint)sheet->answers, "rename the column if it means something else",
      "column \"%s\" says whether there are referrals: %s; rows that say no, or nothing, make no "
      "relationship (%s%s%s)",
      header, parts->str, explained != NULL ? explained : "", doubt != NULL ? "; " : "",
      doubt != NULL ? doubt : "");
}

static void report_not_used(const RefnetLoader *loader) {
  const RefnetSheet *sheet = &loader->store->sheets[REFNET_FILE_REFERRALS];
  g_autofree char *header = refnet_text_display(sheet->headers[sheet->answers], REFNET_CELL_SHOWN);
  refnet_sheet_report_column(sheet, loader->store->dataset.diagnostics, REFNET_KIND_UNUSED_COLUMN,
                             sheet->header_line, (guint)sheet->answers, NULL,
                             "column \"%s\" is not used", header);
}

gboolean refnet_referral_answers_finish(RefnetLoader *loader, GError **error) {
  const RefnetSheet *sheet = &loader->store->sheets[REFNET_FILE_REFERRALS];
  if (loader->answers.length == 0)
    return TRUE;
  g_autoptr(RefnetScale) scale = refnet_scale_new(sheet->headers[sheet->answers]);
  for (gsize i = 0; i < loader->answers.length; i++)
    refnet_scale_see(scale, answer_at(loader, i)->text);
  if (!refnet_scale_settle(scale, NULL, error))
    return FALSE;
  const Tally tally = count_answers(loader, scale);
  if (!has_answers(&tally)) {
    report_not_used(loader);
    return TRUE;
  }
  if (!make_frequencies(&loader->store->referrals) ||
      (tally.none > 0 && !make_counts(&loader->store->referrals)))
    return refnet_set_out_of_memory(error);
  apply(loader, scale);
  report_read(loader, scale, &tally);
  return TRUE;
}
