/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/columns/dates.h"
#include "model/columns/estimate.h"
#include "model/columns/words.h"

#include <math.h>
#include <string.h>

/* A day as spreadsheets number them, from 1 on 1 January 1900, with the 29 February 1900 that they
 * wrongly have. Five digits in a column of dates are nothing else; the time of day is dropped.
 * FALSE: not such a number, or not between 1954 and 2119. */
static gboolean parse_serial(const char *text, RefnetDate *date) {
  enum { LEAST = 20000, MOST = 80000, SERIAL_OF_1970 = 25569 };
  double serial;
  if (strspn(text, "0123456789") != 5 || !refnet_number_parse(text, &serial) ||
      strpbrk(text, "eE") != NULL || serial < LEAST || serial > MOST)
    return FALSE;
  *date = (RefnetDate)floor(serial) - SERIAL_OF_1970;
  return TRUE;
}

/* Where words begin behind a date: "3/2/2026 – call back", "5/14/26 (left vm)". */
static gsize length_of_date(const char *text) {
  static const char *const signs[] = {" (", " - ", " – ", " — ", "; ", ": "};
  gsize length = strlen(text);
  for (gsize i = 0; i < G_N_ELEMENTS(signs); i++) {
    const char *sign = strstr(text, signs[i]);
    if (sign != NULL)
      length = MIN(length, (gsize)(sign - text));
  }
  const gsize day = strspn(text, "0123456789/.-");
  return text[day] == ' ' && g_ascii_isalpha(text[day + 1]) ? MIN(length, day) : length;
}

/* Words that hold no other time: a second date makes a span, and "present" another end of one. */
static gboolean only_remark(const char *words) {
  g_autofree char *slug = refnet_text_slug(words);
  return words[strcspn(words, "0123456789")] == '\0' &&
         !refnet_word_is_among(slug, "present now ongoing current currently today to-date") &&
         refnet_date_unread_time(words) == REFNET_UNREAD_OTHER;
}

char *refnet_date_between_words(const char *text) {
  const char *start = refnet_estimate_skip_about(text);
  const gsize length = length_of_date(start);
  const gboolean has_words = start > text || start[length] != '\0';
  return has_words && only_remark(start + length) ? g_strndup(start, length) : NULL;
}

/* A day or a month between words. FALSE: it is not that. */
static gboolean read_between_words(const char *text, RefnetDateOrder order,
                                   RefnetDateReading *reading, RefnetDateStatus *status) {
  enum { LONGEST_MONTH = 31 };
  g_autofree char *alone = refnet_date_between_words(text);
  if (alone == NULL)
    return FALSE;
  const RefnetDateStatus read = refnet_date_read(alone, order, reading);
  if (read != REFNET_DATE_AMBIGUOUS &&
      (read != REFNET_DATE_OK || reading->last - reading->first >= LONGEST_MONTH))
    return FALSE;
  *status = read;
  return TRUE;
}

RefnetDateStatus refnet_date_cell_read(const RefnetField *field, const char *text,
                                       RefnetDateOrder order, RefnetDate *date, guint *guesses) {
  RefnetDateReading reading;
  RefnetDateStatus status = refnet_date_read(text, order, &reading);
  *guesses = 0;
  if (status == REFNET_DATE_NOT_A_DATE && read_between_words(text, order, &reading, &status))
    *guesses = 1 << REFNET_DATE_FROM_WORDS;
  if (status == REFNET_DATE_NOT_A_DATE && parse_serial(text, date)) {
    *guesses = 1 << REFNET_DATE_FROM_SERIAL;
    return REFNET_DATE_OK;
  }
  *date = field->type == REFNET_CELL_LAST_DAY ? reading.last : reading.first;
  if (status != REFNET_DATE_OK)
    return status;
  if (reading.short_year)
    *guesses |= 1 << REFNET_DATE_FROM_SHORT_YEAR;
  if (reading.first != reading.last)
    *guesses |= 1 << REFNET_DATE_FROM_PERIOD;
  return status;
}

/* ---- times that are not read ----------------------------------------------------------------- */

/* 202526 and 20252026 of "2025-26" and "2025/2026". */
static gboolean are_two_years(const char *digits) {
  const gsize length = strlen(digits);
  if ((length != 6 && length != 8) || strspn(digits, "0123456789") != length)
    return FALSE;
  g_autofree char *first = g_strndup(digits, 4);
  const guint64 next = g_ascii_strtoull(first, NULL, 10) + 1;
  return g_ascii_strtoull(digits + 4, NULL, 10) == (length == 6 ? next % 100 : next);
}

/* "Grant #4421" is none. */
static gboolean begins_as_year(const char *folded) {
  static const char *const beginnings[] = {
      "fy",     "sfy",        "ffy",          "q1fy",      "q2fy",       "q3fy",       "q4fy",
      "fiscal", "schoolyear", "academicyear", "grantyear", "budgetyear", "programyear"};
  for (gsize i = 0; i < G_N_ELEMENTS(beginnings); i++)
    if (g_str_has_prefix(folded, beginnings[i]))
      return TRUE;
  return FALSE;
}

RefnetUnreadTime refnet_date_unread_time(const char *text) {
  g_autofree char *folded = refnet_text_fold_header(text);
  const char *digits = folded + strcspn(folded, "0123456789");
  if (*digits == '\0')
    return REFNET_UNREAD_OTHER;
  if (strstr(folded, "winter") != NULL)
    return REFNET_UNREAD_WINTER;
  return begins_as_year(folded) || (strpbrk(text, "-/\xe2") != NULL && are_two_years(digits))
             ? REFNET_UNREAD_YEAR
             : REFNET_UNREAD_OTHER;
}
