/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The calendar, and dates as refnet writes them. */
#include "base/month_names.h"

#include <refnet/base.h>

#define FIRST_YEAR 1
#define LAST_YEAR 9999

const char *const refnet_month_names[12] = {"January",   "February", "March",    "April",
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
  return g_strdup_printf("%d %s %d", day, refnet_month_names[month - 1], year);
}
