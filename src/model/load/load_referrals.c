/* SPDX-License-Identifier: GPL-2.0-or-later */
/* referrals.csv: one array a column, made when a cell of it is first filled. */
#include "base/memory.h"
#include "model/load/cells.h"
#include "model/load/load.h"
#include "model/columns/answer_words.h"
#include "model/columns/words.h"
#include "model/load/referral_answers.h"
#include "model/load/referral_figures.h"

#include <string.h>

/* ---- columns --------------------------------------------------------------------------------- */

static gboolean grow(gpointer *column, gsize rows, gsize capacity, gsize size) {
  if (*column == NULL)
    return TRUE;
  gpointer grown = refnet_memory_try_new(capacity, size);
  if (grown == NULL)
    return FALSE;
  memcpy(grown, *column, rows * size);
  g_free(*column);
  *column = grown;
  return TRUE;
}

#define GROW(column)                                                                               \
  do {                                                                                             \
    if (!grow((gpointer *)&columns->column, columns->rows, capacity, sizeof *columns->column))     \
      return FALSE;                                                                                \
  } while (0)

static gboolean set_capacity(RefnetReferralColumns *columns, gsize capacity) {
  GROW(from);
  GROW(to);
  GROW(service);
  GROW(count);
  GROW(from_contact);
  GROW(to_contact);
  GROW(reported_by);
  GROW(accepted);
  GROW(completed);
  GROW(date);
  GROW(renewal);
  GROW(frequency);
  GROW(basis);
  GROW(agreement);
  GROW(outcome);
  columns->capacity = capacity;
  return TRUE;
}

/* Room that is made at once needs neither be copied nor cleared again and again. */
static gboolean make_room(const RefnetReading *reading, RefnetReferralColumns *columns) {
  if (columns->rows < columns->capacity)
    return TRUE;
  return columns->rows < G_MAXUINT32 - 1 &&
         set_capacity(columns, MAX(columns->capacity * 2, refnet_reading_expected_rows(reading)));
}

/* Most rows stand on the line after the one before. */
static gboolean note_line(RefnetReferralColumns *columns, guint32 line) {
  const gsize runs = columns->lines.length;
  const guint32 row = (guint32)columns->rows;
  if (runs > 0) {
    const RefnetLineRun *last = refnet_array_at(&columns->lines, RefnetLineRun, runs - 1);
    if (line - last->line == row - last->row)
      return TRUE;
  }
  RefnetLineRun *added = refnet_array_append(&columns->lines);
  if (added == NULL)
    return FALSE;
  *added = (RefnetLineRun){row, line};
  return TRUE;
}

/* Sets a column's value in the row being added; a column begins to exist with its first value that
 * is not `blank`, and then holds that for the rows before. */
#define DEFINE_SET(name, type)                                                                     \
  static gboolean set_##name(const RefnetReferralColumns *columns, type **column, type value,      \
                             type blank) {                                                         \
    if (*column == NULL) {                                                                         \
      if (value == blank)                                                                          \
        return TRUE;                                                                               \
      *column = refnet_memory_try_new(columns->capacity, sizeof(type));                            \
      if (*column == NULL)                                                                         \
        return FALSE;                                                                              \
      for (gsize i = 0; i < columns->rows; i++)                                                    \
        (*column)[i] = blank;                                                                      \
    }                                                                                              \
    (*column)[columns->rows] = value;                                                              \
    return TRUE;                                                                                   \
  }
DEFINE_SET(index, guint32)
DEFINE_SET(figure, gint32)
DEFINE_SET(word, guint8)

/* ---- cells ----------------------------------------------------------------------------------- */

/* "Often", "Rarely" and other steps of a scale are read as surveys' answers are. */
static gboolean read_step(const char *text, RefnetFrequency *frequency) {
  RefnetAnswer answer;
  if (!refnet_answer_read_words(text, &answer) || answer.kind == REFNET_ANSWER_BLANK)
    return FALSE;
  *frequency = answer.kind == REFNET_ANSWER_NO ? REFNET_FREQUENCY_NEVER : answer.frequency;
  return *frequency != REFNET_FREQUENCY_UNKNOWN;
}

static guint8 read_frequency(const RefnetReading *reading) {
  const char *text = refnet_cell_text(reading, REFNET_REFERRAL_FREQUENCY);
  RefnetFrequency frequency = REFNET_FREQUENCY_UNKNOWN;
  if (text != NULL && !refnet_word_frequency(text, &frequency) && !read_step(text, &frequency))
    refnet_cell_refuse(reading, REFNET_KIND_UNKNOWN_FREQUENCY, REFNET_REFERRAL_FREQUENCY,
                       "is none of the known frequencies and was read as unknown",
                       "write daily, weekly, monthly, quarterly, yearly or never");
  return (guint8)frequency;
}

static guint8 read_basis(const RefnetReading *reading) {
  const char *text = refnet_cell_text(reading, REFNET_REFERRAL_BASIS);
  RefnetBasis basis = REFNET_BASIS_UNKNOWN;
  if (text != NULL && !refnet_word_basis(text, &basis))
    refnet_cell_refuse(reading, REFNET_KIND_UNKNOWN_BASIS, REFNET_REFERRAL_BASIS,
                       "is none of the known bases and was read as unknown",
                       "write declared, observed or inferred");
  return (guint8)basis;
}

static guint8 read_agreement(const RefnetReading *reading) {
  const char *answered = refnet_cell_answered(reading, REFNET_REFERRAL_AGREEMENT);
  const char *text =
      answered != NULL ? answered : refnet_cell_text(reading, REFNET_REFERRAL_AGREEMENT);
  RefnetAgreement agreement = REFNET_AGREEMENT_UNKNOWN;
  if (text != NULL && !refnet_word_agreement(text, &agreement))
    refnet_cell_refuse(reading, REFNET_KIND_UNKNOWN_AGREEMENT, REFNET_REFERRAL_AGREEMENT,
                       "is none of the known agreements and was read as unknown",
                       "write none, informal or formal");
  return (guint8)agreement;
}

static guint8 read_outcome(const RefnetReading *reading) {
  const char *text = refnet_cell_text(reading, REFNET_REFERRAL_STATUS);
  RefnetOutcome outcome = REFNET_OUTCOME_UNKNOWN;
  if (text != NULL && !refnet_word_outcome(text, &outcome))
    refnet_cell_refuse(reading, REFNET_KIND_UNKNOWN_STATUS, REFNET_REFERRAL_STATUS,
                       "is none of the known outcomes and says nothing",
                       "write filled, unfilled or pending");
  return (guint8)outcome;
}

/* The cell may hold a person's name, so it is not quoted. */
static guint32 read_reporter(const RefnetReading *reading) {
  const RefnetInternerKey key = refnet_cell_key(reading, REFNET_REFERRAL_REPORTED_BY);
  guint32 organization = REFNET_NONE;
  if (key.text != NULL && !refnet_resolution_is_one(refnet_cell_resolve(
                              reading, REFNET_REFERRAL_REPORTED_BY, &key, &organization)))
    refnet_cell_report(reading, REFNET_KIND_UNKNOWN_REPORTER, REFNET_REFERRAL_REPORTED_BY,
                       "write the organisation's name or id as in organizations.csv",
                       "the reporter is not one organisation of the dataset and was read as "
                       "unknown");
  return organization;
}

/* ---- optional columns ------------------------------------------------------------------------ */

/* The row being added; FALSE: memory ran out. */
typedef gboolean (*TakeFunc)(RefnetReading *reading, RefnetReferralColumns *columns);

static gboolean take_parts(RefnetReading *reading, RefnetReferralColumns *columns) {
  const guint32 count = columns->count != NULL ? columns->count[columns->rows] : 1;
  const gint32 accepted = refnet_referral_read_part(reading, REFNET_REFERRAL_ACCEPTED, count);
  const gint32 completed = refnet_referral_read_part(reading, REFNET_REFERRAL_COMPLETED, count);
  refnet_referral_check_parts(reading, count, accepted, completed);
  return set_figure(columns, &columns->accepted, accepted, -1) &&
         set_figure(columns, &columns->completed, completed, -1);
}

static gboolean take_service(RefnetReading *reading, RefnetReferralColumns *columns) {
  return set_index(columns, &columns->service,
                   refnet_cell_value(reading, REFNET_REFERRAL_SERVICE, REFNET_VALUES_SERVICES),
                   REFNET_NONE);
}

static gboolean take_from_contact(RefnetReading *reading, RefnetReferralColumns *columns) {
  const guint32 contact =
      refnet_cell_contact(reading, REFNET_REFERRAL_FROM_CONTACT, columns->from[columns->rows]);
  return set_index(columns, &columns->from_contact, contact, REFNET_NONE);
}

static gboolean take_to_contact(RefnetReading *reading, RefnetReferralColumns *columns) {
  const guint32 contact =
      refnet_cell_contact(reading, REFNET_REFERRAL_TO_CONTACT, columns->to[columns->rows]);
  return set_index(columns, &columns->to_contact, contact, REFNET_NONE);
}

static gboolean take_date(RefnetReading *reading, RefnetReferralColumns *columns) {
  return set_figure(columns, &columns->date, refnet_cell_date(reading, REFNET_REFERRAL_DATE),
                    REFNET_DATE_UNKNOWN);
}

static gboolean take_renewal(RefnetReading *reading, RefnetReferralColumns *columns) {
  return set_figure(columns, &columns->renewal, refnet_cell_date(reading, REFNET_REFERRAL_RENEWAL),
                    REFNET_DATE_UNKNOWN);
}

static gboolean take_reporter(RefnetReading *reading, RefnetReferralColumns *columns) {
  return set_index(columns, &columns->reported_by, read_reporter(reading), REFNET_NONE);
}

static gboolean take_frequency(RefnetReading *reading, RefnetReferralColumns *columns) {
  return set_word(columns, &columns->frequency, read_frequency(reading), 0);
}

static gboolean take_basis(RefnetReading *reading, RefnetReferralColumns *columns) {
  return set_word(columns, &columns->basis, read_basis(reading), 0);
}

static gboolean take_agreement(RefnetReading *reading, RefnetReferralColumns *columns) {
  return set_word(columns, &columns->agreement, read_agreement(reading), 0);
}

static gboolean take_outcome(RefnetReading *reading, RefnetReferralColumns *columns) {
  return set_word(columns, &columns->outcome, read_outcome(reading), 0);
}

static const struct {
  guint field, other; /* either column has to be there */
  TakeFunc take;
} optional[] = {
    {REFNET_REFERRAL_ACCEPTED, REFNET_REFERRAL_COMPLETED, take_parts},
    {REFNET_REFERRAL_SERVICE, REFNET_REFERRAL_SERVICE, take_service},
    {REFNET_REFERRAL_FROM_CONTACT, REFNET_REFERRAL_FROM_CONTACT, take_from_contact},
    {REFNET_REFERRAL_TO_CONTACT, REFNET_REFERRAL_TO_CONTACT, take_to_contact},
    {REFNET_REFERRAL_DATE, REFNET_REFERRAL_DATE, take_date},
    {REFNET_REFERRAL_RENEWAL, REFNET_REFERRAL_RENEWAL, take_renewal},
    {REFNET_REFERRAL_REPORTED_BY, REFNET_REFERRAL_REPORTED_BY, take_reporter},
    {REFNET_REFERRAL_FREQUENCY, REFNET_REFERRAL_FREQUENCY, take_frequency},
    {REFNET_REFERRAL_BASIS, REFNET_REFERRAL_BASIS, take_basis},
    {REFNET_REFERRAL_AGREEMENT, REFNET_REFERRAL_AGREEMENT, take_agreement},
    {REFNET_REFERRAL_STATUS, REFNET_REFERRAL_STATUS, take_outcome},
};

/* Most sheets have few of these columns, and national ones many rows. */
static guint find_optional(const RefnetSheet *sheet) {
  guint present = 0;
  for (guint i = 0; i < G_N_ELEMENTS(optional); i++)
    if (sheet->column[optional[i].field] >= 0 || sheet->column[optional[i].other] >= 0)
      present |= 1u << i;
  return present;
}

static gboolean take_optional(RefnetReading *reading, RefnetReferralColumns *columns) {
  gboolean ok = TRUE;
  for (guint left = columns->optional; ok && left != 0; left &= left - 1)
    ok = optional[g_bit_nth_lsf(left, -1)].take(reading, columns);
  return ok;
}

/* A count that says how often in place of how many; what stands in the column of frequencies goes
 * before. */
static gboolean take_how_often(const RefnetReading *reading, RefnetReferralColumns *columns,
                               RefnetFrequency frequency) {
  guint8 said = (guint8)frequency;
  if (reading->sheet->column[REFNET_REFERRAL_FREQUENCY] >= 0 && columns->frequency != NULL &&
      columns->frequency[columns->rows] != REFNET_FREQUENCY_UNKNOWN)
    said = columns->frequency[columns->rows];
  return set_word(columns, &columns->frequency, said, REFNET_FREQUENCY_UNKNOWN);
}

/* ---- rows ------------------------------------------------------------------------------------ */

static RefnetRowFate take(RefnetReading *reading) {
  RefnetReferralColumns *columns = &reading->loader->store->referrals;
  RefnetReferralCount count;
  const RefnetInternerKey *keys = reading->prepared->keys;
  guint32 from = refnet_cell_keyed_organization(reading, REFNET_REFERRAL_FROM, &keys[0]);
  if (from == REFNET_NONE)
    return REFNET_ROW_REJECTED;
  guint32 to = refnet_cell_keyed_organization(reading, REFNET_REFERRAL_TO, &keys[1]);
  if (to == REFNET_NONE || !refnet_referral_read_count(reading, &count))
    return REFNET_ROW_REJECTED;
  if (!make_room(reading, columns) || !note_line(columns, (guint32)reading->row->line)) {
    refnet_loader_out_of_memory(reading->loader);
    return REFNET_ROW_REJECTED;
  }
  columns->from[columns->rows] = from;
  columns->to[columns->rows] = to;
  if (!set_index(columns, &columns->count, count.count, 1) || !take_optional(reading, columns) ||
      !take_how_often(reading, columns, count.frequency) ||
      !refnet_referral_answers_note(reading)) {
    refnet_loader_out_of_memory(reading->loader);
    return REFNET_ROW_REJECTED;
  }
  columns->rows++;
  return REFNET_ROW_KEPT;
}

/* Where there are many organizations, most of the time goes into waiting for their names. */
static void prepare(const RefnetReading *reading) {
  RefnetInternerKey *keys = reading->prepared->keys;
  keys[0] = refnet_cell_key(reading, REFNET_REFERRAL_FROM);
  keys[1] = refnet_cell_key(reading, REFNET_REFERRAL_TO);
  for (guint i = 0; i < 2; i++)
    if (keys[i].text != NULL)
      refnet_resolver_prefetch(reading->loader->store->resolver, &keys[i]);
}

static gboolean start(RefnetReading *reading, GError **error) {
  RefnetReferralColumns *columns = &reading->loader->store->referrals;
  columns->optional = find_optional(reading->sheet);
  columns->capacity = 1024;
  columns->from = g_try_new(guint32, columns->capacity);
  columns->to = g_try_new(guint32, columns->capacity);
  if (columns->from == NULL || columns->to == NULL)
    return refnet_set_out_of_memory(error);
  return TRUE;
}

const RefnetFileLoader refnet_load_referrals = {REFNET_FILE_REFERRALS, start, take,
                                                refnet_referral_answers_finish, prepare};
