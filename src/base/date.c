/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Dates as people write them in sheets, read only where there is one reading. */
#include <refnet/base.h>

#include <string.h>

#define FIRST_YEAR 1
#define LAST_YEAR 9999

static const char *const month_names[] = {"January",   "February", "March",    "April",
                                          "May",       "June",     "July",     "August",
                                          "September", "October",  "November", "December"};

/* ---- The calendar ---------------------------------------------------------------------------- */

static gboolean is_leap(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int days_in_month(int year, int month) {
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return days[month - 1] + (month == 2 && is_leap(year));
}

/* Years counted from March put the leap day last: day of year (153 m + 2) / 5 + d - 1, m = 0 in
 * March; 719468 days lie between 1 March of year 0 and 1970-01-01. */
static RefnetDate days_since_epoch(int year, int month, int day) {
  int march_year = year - (month <= 2);
  int march_month = month > 2 ? month - 3 : month + 9;
  int day_of_year = (153 * march_month + 2) / 5 + day - 1;
  return march_year * 365 + march_year / 4 - march_year / 100 + march_year / 400 + day_of_year -
         719468;
}

RefnetDate refnet_date_from_ymd(int year, int month, int day) {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 ||
      day > days_in_month(year, month))
    return REFNET_DATE_UNKNOWN;
  return days_since_epoch(year, month, day);
}

static gboolean to_ymd(RefnetDate date, int *year, int *month, int *day) {
  if (date < days_since_epoch(FIRST_YEAR, 1, 1) || date > days_since_epoch(LAST_YEAR, 12, 31))
    return FALSE;
  /* The mean year is 365.2425 days, so the guess is off by one at most. */
  *year = (int)((gint64)date * 10000 / 3652425) + 1970;
  while (days_since_epoch(*year, 1, 1) > date)
    (*year)--;
  while (*year < LAST_YEAR && days_since_epoch(*year + 1, 1, 1) <= date)
    (*year)++;
  *month = 1;
  while (*month < 12 && days_since_epoch(*year, *month + 1, 1) <= date)
    (*month)++;
  *day = date - days_since_epoch(*year, *month, 1) + 1;
  return TRUE;
}

RefnetDate refnet_date_add_months(RefnetDate date, int months) {
  int year, month, day;
  if (!to_ymd(date, &year, &month, &day) || months < -12 * LAST_YEAR || months > 12 * LAST_YEAR)
    return REFNET_DATE_UNKNOWN;
  int in_months = 12 * year + month - 1 + months;
  if (in_months < 12 * FIRST_YEAR)
    return REFNET_DATE_UNKNOWN;
  year = in_months / 12;
  month = in_months % 12 + 1;
  return refnet_date_from_ymd(year, month, MIN(day, days_in_month(year, month)));
}

char *refnet_date_iso(RefnetDate date) {
  int year, month, day;
  if (!to_ymd(date, &year, &month, &day))
    return NULL;
  return g_strdup_printf("%04d-%02d-%02d", year, month, day);
}

char *refnet_date_words(RefnetDate date) {
  int year, month, day;
  if (!to_ymd(date, &year, &month, &day))
    return NULL;
  return g_strdup_printf("%d %s %d", day, month_names[month - 1], year);
}

/* ---- Pieces of a written date: each moves *text on only when it returns TRUE ----------------- */

static void skip_blanks(const char **text) {
  while (g_ascii_isspace(**text))
    (*text)++;
}

static gboolean read_digits(const char **text, int least, int most, int *value) {
  int digits = 0, number = 0;
  for (; g_ascii_isdigit((*text)[digits]); digits++) {
    if (digits == most)
      return FALSE;
    number = number * 10 + ((*text)[digits] - '0');
  }
  if (digits < least)
    return FALSE;
  *text += digits;
  *value = number;
  return TRUE;
}

static gboolean read_character(const char **text, char wanted) {
  if (**text != wanted)
    return FALSE;
  (*text)++;
  return TRUE;
}

/* A month in full or by its first three letters, "Sept" too; a point may follow. */
static gboolean read_month_name(const char **text, int *month) {
  gsize letters = 0;
  while (g_ascii_isalpha((*text)[letters]))
    letters++;
  for (int i = 0; i < 12; i++) {
    gboolean whole = letters == strlen(month_names[i]);
    gboolean shortened = letters == 3 || (letters == 4 && i == 8);
    if (!(whole || shortened) || g_ascii_strncasecmp(*text, month_names[i], letters) != 0)
      continue;
    *text += letters;
    read_character(text, '.');
    *month = i + 1;
    return TRUE;
  }
  return FALSE;
}

static void skip_ordinal_ending(const char **text) {
  static const char *const endings[] = {"st", "nd", "rd", "th"};
  for (gsize i = 0; i < G_N_ELEMENTS(endings); i++)
    if (g_ascii_strncasecmp(*text, endings[i], 2) == 0 && !g_ascii_isalpha((*text)[2])) {
      *text += 2;
      return;
    }
}

/* "Z", "+01:00", "-0500"; none of them moves the day as it was written. */
static gboolean skip_time_zone(const char **text) {
  int hours, minutes;
  if (read_character(text, 'Z') || read_character(text, 'z'))
    return TRUE;
  if (!read_character(text, '+') && !read_character(text, '-'))
    return TRUE;
  if (!read_digits(text, 2, 2, &hours) && !read_digits(text, 4, 4, &hours))
    return FALSE;
  return !read_character(text, ':') || read_digits(text, 2, 2, &minutes);
}

static void skip_half_of_day(const char **text) {
  const char *after = *text;
  skip_blanks(&after);
  if (g_ascii_strncasecmp(after, "am", 2) == 0 || g_ascii_strncasecmp(after, "pm", 2) == 0)
    *text = after + 2;
}

/* 9:30, 09:30:15.250 PM, 00:00:00Z; TRUE when it is a time of the day. */
static gboolean skip_clock(const char **text) {
  int hours, minutes, seconds = 0;
  if (!read_digits(text, 1, 2, &hours) || !read_character(text, ':') ||
      !read_digits(text, 2, 2, &minutes))
    return FALSE;
  if (read_character(text, ':')) {
    if (!read_digits(text, 2, 2, &seconds))
      return FALSE;
    if (read_character(text, '.') || read_character(text, ','))
      while (g_ascii_isdigit(**text))
        (*text)++;
  }
  skip_half_of_day(text);
  skip_blanks(text);
  return hours < 24 && minutes < 60 && seconds <= 60 && skip_time_zone(text);
}

/* What may stand after the date: nothing, or a time of the day. */
static gboolean only_time_left(const char *text) {
  gboolean marked = *text == 'T' || *text == 't' || *text == ',';
  if (*text != '\0' && !marked && !g_ascii_isspace(*text))
    return FALSE;
  text += marked;
  skip_blanks(&text);
  if (*text == '\0')
    return !marked;
  if (!skip_clock(&text))
    return FALSE;
  skip_blanks(&text);
  return *text == '\0';
}

/* ---- Ways to write a date -------------------------------------------------------------------- */

static RefnetDateStatus accept(RefnetDate reading, RefnetDate *date) {
  *date = reading;
  return reading != REFNET_DATE_UNKNOWN ? REFNET_DATE_OK : REFNET_DATE_IMPOSSIBLE;
}

static RefnetDateStatus accept_in_order(int first, int second, int year, RefnetDateOrder order,
                                        RefnetDate *date) {
  RefnetDate day_first = refnet_date_from_ymd(year, second, first);
  RefnetDate month_first = refnet_date_from_ymd(year, first, second);
  if (order == REFNET_DATE_ORDER_DMY)
    return accept(day_first, date);
  if (order == REFNET_DATE_ORDER_MDY)
    return accept(month_first, date);
  if (day_first == REFNET_DATE_UNKNOWN || day_first == month_first)
    return accept(month_first, date);
  if (month_first == REFNET_DATE_UNKNOWN)
    return accept(day_first, date);
  return REFNET_DATE_AMBIGUOUS;
}

/* 2026-02-14, 2026/2/14, 2026.02.14 */
static RefnetDateStatus parse_year_first(const char *text, RefnetDate *date) {
  int year, month, day;
  if (!read_digits(&text, 4, 4, &year) || *text == '\0' || strchr("-/.", *text) == NULL)
    return REFNET_DATE_NOT_A_DATE;
  char separator = *text++;
  if (!read_digits(&text, 1, 2, &month) || !read_character(&text, separator) ||
      !read_digits(&text, 1, 2, &day) || !only_time_left(text))
    return REFNET_DATE_NOT_A_DATE;
  return accept(refnet_date_from_ymd(year, month, day), date);
}

/* 14/02/2026, 2/14/2026, 14-02-2026; with points the day is first, as wherever points are used. */
static RefnetDateStatus parse_year_last(const char *text, RefnetDateOrder order, RefnetDate *date) {
  int first, second, year;
  if (!read_digits(&text, 1, 2, &first) || *text == '\0' || strchr("-/.", *text) == NULL)
    return REFNET_DATE_NOT_A_DATE;
  char separator = *text++;
  if (!read_digits(&text, 1, 2, &second) || !read_character(&text, separator) ||
      !read_digits(&text, 4, 4, &year) || !only_time_left(text))
    return REFNET_DATE_NOT_A_DATE;
  return accept_in_order(first, second, year, separator == '.' ? REFNET_DATE_ORDER_DMY : order,
                         date);
}

static void skip_between_words(const char **text) {
  skip_blanks(text);
  if (**text == ',' || **text == '-')
    (*text)++;
  skip_blanks(text);
}

/* 14 February 2026, 14-Feb-2026, 14th Feb. 2026 */
static RefnetDateStatus parse_day_and_name(const char *text, RefnetDate *date) {
  int year, month, day;
  if (!read_digits(&text, 1, 2, &day))
    return REFNET_DATE_NOT_A_DATE;
  skip_ordinal_ending(&text);
  read_character(&text, '.');
  skip_between_words(&text);
  if (!read_month_name(&text, &month))
    return REFNET_DATE_NOT_A_DATE;
  skip_between_words(&text);
  if (!read_digits(&text, 4, 4, &year) || !only_time_left(text))
    return REFNET_DATE_NOT_A_DATE;
  return accept(refnet_date_from_ymd(year, month, day), date);
}

/* February 14, 2026; Feb 14 2026; Feb. 14th, 2026 */
static RefnetDateStatus parse_name_and_day(const char *text, RefnetDate *date) {
  int year, month, day;
  if (!read_month_name(&text, &month))
    return REFNET_DATE_NOT_A_DATE;
  skip_between_words(&text);
  if (!read_digits(&text, 1, 2, &day))
    return REFNET_DATE_NOT_A_DATE;
  skip_ordinal_ending(&text);
  const char *before = text;
  skip_between_words(&text);
  if (text == before || !read_digits(&text, 4, 4, &year) || !only_time_left(text))
    return REFNET_DATE_NOT_A_DATE;
  return accept(refnet_date_from_ymd(year, month, day), date);
}

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

RefnetDateStatus refnet_date_parse(const char *text, RefnetDateOrder order, RefnetDate *date) {
  *date = REFNET_DATE_UNKNOWN;
  if (text != NULL && is_iso(text))
    return accept(refnet_date_from_ymd(two_digits(text) * 100 + two_digits(text + 2),
                                       two_digits(text + 5), two_digits(text + 8)),
                  date);
  if (text != NULL)
    skip_blanks(&text);
  if (text == NULL || *text == '\0')
    return REFNET_DATE_BLANK;
  RefnetDateStatus status = parse_year_first(text, date);
  if (status == REFNET_DATE_NOT_A_DATE)
    status = parse_year_last(text, order, date);
  if (status == REFNET_DATE_NOT_A_DATE)
    status = parse_day_and_name(text, date);
  if (status == REFNET_DATE_NOT_A_DATE)
    status = parse_name_and_day(text, date);
  return status;
}
