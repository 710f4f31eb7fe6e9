/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Dates as people write them in sheets, read only where there is one reading. */
#include "base/date_pieces.h"

#include <refnet/base.h>
#include <string.h>

/* ---- Ways to write a day --------------------------------------------------------------------- */

static RefnetDateStatus accept(RefnetDate day, RefnetDateReading *reading) {
  reading->first = reading->last = day;
  return day != REFNET_DATE_UNKNOWN ? REFNET_DATE_OK : REFNET_DATE_IMPOSSIBLE;
}

/* `year_first`: what it is where the first number is the year's, or unknown. */
static RefnetDateStatus accept_in_order(int first, int second, int year, RefnetDate year_first,
                                        RefnetDateOrder order, RefnetDateReading *reading) {
  const RefnetDate readings[] = {refnet_date_from_ymd(year, first, second),
                                 refnet_date_from_ymd(year, second, first), year_first};
  RefnetDate only = REFNET_DATE_UNKNOWN;
  if (order == REFNET_DATE_ORDER_MDY)
    return accept(readings[0], reading);
  if (order == REFNET_DATE_ORDER_DMY)
    return accept(readings[1], reading);
  for (gsize i = 0; i < G_N_ELEMENTS(readings); i++) {
    if (readings[i] == REFNET_DATE_UNKNOWN)
      continue;
    if (only != REFNET_DATE_UNKNOWN && only != readings[i])
      return REFNET_DATE_AMBIGUOUS;
    only = readings[i];
  }
  return accept(only, reading);
}

/* 2026-02-14, 2026/2/14, 2026.02.14 */
static RefnetDateStatus parse_year_first(const char *text, RefnetDateReading *reading) {
  int year, month, day;
  if (!refnet_date_read_digits(&text, 4, 4, &year) || *text == '\0' || strchr("-/.", *text) == NULL)
    return REFNET_DATE_NOT_A_DATE;
  char separator = *text++;
  if (!refnet_date_read_digits(&text, 1, 2, &month) ||
      !refnet_date_read_character(&text, separator) ||
      !refnet_date_read_digits(&text, 1, 2, &day) || !refnet_date_only_time_left(text))
    return REFNET_DATE_NOT_A_DATE;
  return accept(refnet_date_from_ymd(year, month, day), reading);
}

/* 14/02/2026, 2/14/26, 14-02-2026; with points the day is first, as wherever points are used.
 * 14-02-26 could begin with the year, as ISO 8601 once allowed. */
static RefnetDateStatus parse_year_last(const char *text, RefnetDateOrder order,
                                        RefnetDateReading *reading) {
  int first, second, year;
  const char *start = text;
  if (!refnet_date_read_digits(&text, 1, 2, &first) || *text == '\0' ||
      strchr("-/.", *text) == NULL)
    return REFNET_DATE_NOT_A_DATE;
  gboolean may_be_year = text - start == 2 && *text == '-';
  char separator = *text++;
  if (!refnet_date_read_digits(&text, 1, 2, &second) ||
      !refnet_date_read_character(&text, separator) ||
      !refnet_date_read_year(&text, &year, &reading->short_year) ||
      !refnet_date_only_time_left(text))
    return REFNET_DATE_NOT_A_DATE;
  may_be_year &= reading->short_year;
  return accept_in_order(first, second, year,
                         may_be_year ? refnet_date_from_ymd(2000 + first, second, year % 100)
                                     : REFNET_DATE_UNKNOWN,
                         separator == '.' ? REFNET_DATE_ORDER_DMY : order, reading);
}

static void skip_between_words(const char **text) {
  refnet_date_skip_blanks(text);
  if (**text != '\0' && strchr(",-/", **text) != NULL)
    (*text)++;
  refnet_date_skip_blanks(text);
}

/* 14 February 2026, 14-Feb-26, 14th Feb. 2026 */
static RefnetDateStatus parse_day_and_name(const char *text, RefnetDateReading *reading) {
  int year, month, day;
  if (!refnet_date_read_digits(&text, 1, 2, &day))
    return REFNET_DATE_NOT_A_DATE;
  refnet_date_skip_ordinal_ending(&text);
  refnet_date_read_character(&text, '.');
  skip_between_words(&text);
  if (!refnet_date_read_month_name(&text, &month))
    return REFNET_DATE_NOT_A_DATE;
  skip_between_words(&text);
  if (!refnet_date_read_year(&text, &year, &reading->short_year) ||
      !refnet_date_only_time_left(text))
    return REFNET_DATE_NOT_A_DATE;
  return accept(refnet_date_from_ymd(year, month, day), reading);
}

/* February 14, 2026; Feb 14 2026; Feb. 14th, 2026 */
static RefnetDateStatus parse_name_and_day(const char *text, RefnetDateReading *reading) {
  int year, month, day;
  if (!refnet_date_read_month_name(&text, &month))
    return REFNET_DATE_NOT_A_DATE;
  skip_between_words(&text);
  if (!refnet_date_read_digits(&text, 1, 2, &day))
    return REFNET_DATE_NOT_A_DATE;
  refnet_date_skip_ordinal_ending(&text);
  const char *before = text;
  skip_between_words(&text);
  if (text == before || !refnet_date_read_year(&text, &year, &reading->short_year) ||
      !refnet_date_only_time_left(text))
    return REFNET_DATE_NOT_A_DATE;
  return accept(refnet_date_from_ymd(year, month, day), reading);
}

/* ---- Ways to write a month, a season or a year ---------------------------------------------- */

/* What `text` begins with must be all of it. */
static RefnetDateStatus accept_months(const char *text, int year, int month, int months,
                                      RefnetDateReading *reading) {
  RefnetDate first = refnet_date_from_ymd(year, month, 1);
  RefnetDate next = refnet_date_add_months(first, months);
  refnet_date_skip_blanks(&text);
  if (*text != '\0' || next == REFNET_DATE_UNKNOWN)
    return REFNET_DATE_NOT_A_DATE;
  reading->first = first;
  reading->last = next - 1;
  return REFNET_DATE_OK;
}

/* March 2026, Mar-26, Mar '26; not Mar 26, which may be a day. */
static RefnetDateStatus parse_month_name(const char *text, RefnetDateReading *reading) {
  int year, month;
  if (!refnet_date_read_month_name(&text, &month))
    return REFNET_DATE_NOT_A_DATE;
  gboolean is_joined = *text == '-';
  skip_between_words(&text);
  gboolean is_marked = *text == '\'';
  if (!refnet_date_read_year(&text, &year, &reading->short_year) ||
      (reading->short_year && !is_joined && !is_marked))
    return REFNET_DATE_NOT_A_DATE;
  return accept_months(text, year, month, 1, reading);
}

/* 2026-03, 03/2026 */
static RefnetDateStatus parse_month_number(const char *text, RefnetDateReading *reading) {
  int year, month;
  gboolean begins_with_year = refnet_date_read_digits(&text, 4, 4, &year);
  if ((!begins_with_year && !refnet_date_read_digits(&text, 1, 2, &month)) ||
      (!refnet_date_read_character(&text, '-') && !refnet_date_read_character(&text, '/')) ||
      !(begins_with_year ? refnet_date_read_digits(&text, 1, 2, &month)
                         : refnet_date_read_digits(&text, 4, 4, &year)))
    return REFNET_DATE_NOT_A_DATE;
  return accept_months(text, year, month, 1, reading);
}

static gboolean read_quarter_word(const char **text) {
  static const char *const words[] = {"quarter", "qtr", "q"};
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
    gsize length = strlen(words[i]);
    if (g_ascii_strncasecmp(*text, words[i], length) == 0 && !g_ascii_isalpha((*text)[length])) {
      *text += length;
      return TRUE;
    }
  }
  return FALSE;
}

/* Q1, Quarter 1, 1Q, 1st quarter */
static gboolean read_quarter(const char **text, int *quarter) {
  gboolean ok;
  if (g_ascii_isdigit(**text)) {
    ok = refnet_date_read_digits(text, 1, 1, quarter);
    refnet_date_skip_ordinal_ending(text);
    refnet_date_skip_blanks(text);
    ok = ok && read_quarter_word(text);
  } else {
    ok = read_quarter_word(text);
    refnet_date_skip_blanks(text);
    ok = ok && refnet_date_read_digits(text, 1, 1, quarter);
  }
  return ok && *quarter >= 1 && *quarter <= 4;
}

/* Q1 2026, 1Q26, 2026-Q1: of the calendar's year. */
static RefnetDateStatus parse_quarter(const char *text, RefnetDateReading *reading) {
  int year, quarter;
  gboolean begins_with_year = refnet_date_read_digits(&text, 4, 4, &year);
  if (begins_with_year)
    skip_between_words(&text);
  if (!read_quarter(&text, &quarter))
    return REFNET_DATE_NOT_A_DATE;
  if (!begins_with_year)
    skip_between_words(&text);
  if (!begins_with_year && !refnet_date_read_year(&text, &year, &reading->short_year))
    return REFNET_DATE_NOT_A_DATE;
  return accept_months(text, year, 3 * quarter - 2, 3, reading);
}

/* The first month of a season as the north has it; 0: it is none, or winter, which lies in two
 * years. */
static int read_season(const char **text) {
  static const struct {
    const char *name;
    int month;
  } seasons[] = {{"spring", 3}, {"summer", 6}, {"fall", 9}, {"autumn", 9}};
  for (gsize i = 0; i < G_N_ELEMENTS(seasons); i++) {
    gsize length = strlen(seasons[i].name);
    if (g_ascii_strncasecmp(*text, seasons[i].name, length) == 0 &&
        !g_ascii_isalpha((*text)[length])) {
      *text += length;
      return seasons[i].month;
    }
  }
  return 0;
}

/* Fall 2025, Spring '26, 2025 Summer */
static RefnetDateStatus parse_season(const char *text, RefnetDateReading *reading) {
  int year, month;
  gboolean begins_with_year = refnet_date_read_digits(&text, 4, 4, &year);
  if (begins_with_year)
    skip_between_words(&text);
  month = read_season(&text);
  if (month == 0)
    return REFNET_DATE_NOT_A_DATE;
  if (!begins_with_year)
    skip_between_words(&text);
  if (!begins_with_year && !refnet_date_read_year(&text, &year, &reading->short_year))
    return REFNET_DATE_NOT_A_DATE;
  return accept_months(text, year, month, 3, reading);
}

static RefnetDateStatus parse_year(const char *text, RefnetDateReading *reading) {
  enum { LEAST = 1900, MOST = 2100 };
  int year;
  if (!refnet_date_read_digits(&text, 4, 4, &year) || year < LEAST || year > MOST)
    return REFNET_DATE_NOT_A_DATE;
  return accept_months(text, year, 1, 12, reading);
}

/* ---- All ways -------------------------------------------------------------------------------- */

/* 2026-02-14 and nothing else: how most files have it. */
static gboolean is_iso(const char *text) {
  for (int i = 0; i < 10; i++)
    if (i == 4 || i == 7 ? text[i] != '-' : !g_ascii_isdigit(text[i]))
      return FALSE;
  return text[10] == '\0';
}

static int two_digits(const char *text) {
  return (text[0] - '0') * 10 + (text[1] - '0');
}

RefnetDateStatus refnet_date_read(const char *text, RefnetDateOrder order,
                                  RefnetDateReading *reading) {
  static RefnetDateStatus (*const ways[])(const char *, RefnetDateReading *) = {
      parse_year_first,   parse_day_and_name, parse_name_and_day, parse_month_name,
      parse_month_number, parse_quarter,      parse_season,       parse_year};
  const RefnetDateReading nothing = {REFNET_DATE_UNKNOWN, REFNET_DATE_UNKNOWN, FALSE};
  *reading = nothing;
  if (text != NULL && is_iso(text))
    return accept(refnet_date_from_ymd(two_digits(text) * 100 + two_digits(text + 2),
                                       two_digits(text + 5), two_digits(text + 8)),
                  reading);
  if (text != NULL)
    refnet_date_skip_blanks(&text);
  if (text == NULL || *text == '\0')
    return REFNET_DATE_BLANK;
  RefnetDateStatus status = parse_year_last(text, order, reading);
  for (gsize i = 0; i < G_N_ELEMENTS(ways) && status == REFNET_DATE_NOT_A_DATE; i++) {
    *reading = nothing;
    status = ways[i](text, reading);
  }
  return status;
}

RefnetDateStatus refnet_date_parse(const char *text, RefnetDateOrder order, RefnetDate *date) {
  RefnetDateReading reading;
  RefnetDateStatus status = refnet_date_read(text, order, &reading);
  if (reading.first != reading.last)
    status = REFNET_DATE_NOT_A_DATE;
  *date = status == REFNET_DATE_OK ? reading.first : REFNET_DATE_UNKNOWN;
  return status;
}
