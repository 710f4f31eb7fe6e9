/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Dates: the calendar against GLib's, and every way of writing that is read or refused. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <refnet/base.h>

#define UNKNOWN REFNET_DATE_ORDER_UNKNOWN
#define MDY REFNET_DATE_ORDER_MDY
#define DMY REFNET_DATE_ORDER_DMY

static void assert_read_in(RefnetDateOrder order, const char *text, const char *iso) {
  RefnetDate date;
  RefnetDateStatus status = refnet_date_parse(text, order, &date);
  if (status != REFNET_DATE_OK)
    fail_msg("'%s' was refused (%d)", text, status);
  g_autofree char *read = refnet_date_iso(date);
  assert_string_equal(read, iso);
}

static void assert_refused_in(RefnetDateOrder order, const char *text, RefnetDateStatus expected) {
  RefnetDate date = 5;
  RefnetDateStatus status = refnet_date_parse(text, order, &date);
  if (status != expected)
    fail_msg("'%s' gave %d, not %d", text, status, expected);
  assert_int_equal(date, REFNET_DATE_UNKNOWN);
}

static void calendar_agrees_with_glib(void **state) {
  (void)state;
  g_autoptr(GDate) reference = g_date_new_dmy(1, 1, 1);
  g_autoptr(GDate) epoch = g_date_new_dmy(1, 1, 1970);
  gint32 day = g_date_days_between(epoch, reference);
  for (; g_date_get_year(reference) <= 9999; day += 13, g_date_add_days(reference, 13)) {
    int y = g_date_get_year(reference), m = (int)g_date_get_month(reference),
        d = g_date_get_day(reference);
    assert_int_equal(refnet_date_from_ymd(y, m, d), day);
    char expected[32];
    g_snprintf(expected, sizeof expected, "%04d-%02d-%02d", y, m, d);
    g_autofree char *iso = refnet_date_iso(day);
    assert_string_equal(iso, expected);
  }
}

static void edges_of_the_calendar(void **state) {
  (void)state;
  assert_int_equal(refnet_date_from_ymd(1970, 1, 1), 0);
  assert_int_equal(refnet_date_from_ymd(1969, 12, 31), -1);
  assert_int_not_equal(refnet_date_from_ymd(2000, 2, 29), REFNET_DATE_UNKNOWN);
  assert_int_not_equal(refnet_date_from_ymd(2024, 2, 29), REFNET_DATE_UNKNOWN);
  static const int impossible[][3] = {
      {1900, 2, 29}, {2026, 2, 29}, {2026, 4, 31},    {2026, 13, 1},       {2026, 0, 1},
      {2026, 1, 0},  {2026, 1, 32}, {0, 1, 1},        {10000, 1, 1},       {-2026, 1, 1},
      {2026, -1, 1}, {2026, 1, -1}, {G_MAXINT, 1, 1}, {2026, G_MAXINT, 1}, {2026, 1, G_MININT}};
  for (gsize i = 0; i < G_N_ELEMENTS(impossible); i++)
    assert_int_equal(refnet_date_from_ymd(impossible[i][0], impossible[i][1], impossible[i][2]),
                     REFNET_DATE_UNKNOWN);
  RefnetDate first = refnet_date_from_ymd(1, 1, 1), last = refnet_date_from_ymd(9999, 12, 31);
  g_autofree char *first_iso = refnet_date_iso(first), *last_iso = refnet_date_iso(last);
  assert_string_equal(first_iso, "0001-01-01");
  assert_string_equal(last_iso, "9999-12-31");
  assert_null(refnet_date_iso(first - 1));
  assert_null(refnet_date_iso(last + 1));
  assert_null(refnet_date_iso(REFNET_DATE_UNKNOWN));
  assert_null(refnet_date_words(REFNET_DATE_UNKNOWN));
  assert_null(refnet_date_iso(G_MAXINT32));
}

static void words(void **state) {
  (void)state;
  g_autofree char *text = refnet_date_words(refnet_date_from_ymd(2026, 2, 14));
  assert_string_equal(text, "14 February 2026");
  g_autofree char *single = refnet_date_words(refnet_date_from_ymd(2026, 12, 1));
  assert_string_equal(single, "1 December 2026");
}

static void year_first(void **state) {
  (void)state;
  static const char *const same[] = {"2026-02-14",
                                     "2026/02/14",
                                     "2026.02.14",
                                     "2026-2-14",
                                     " 2026-02-14 ",
                                     "2026-02-14T09:30",
                                     "2026-02-14T09:30:00Z",
                                     "2026-02-14 09:30:15.250",
                                     "2026-02-14 9:30 PM",
                                     "2026-02-14T00:00:00+01:00",
                                     "2026-02-14T00:00:00-0500"};
  for (gsize i = 0; i < G_N_ELEMENTS(same); i++) {
    assert_read_in(UNKNOWN, same[i], "2026-02-14");
    assert_read_in(DMY, same[i], "2026-02-14");
  }
}

static void day_or_month_first(void **state) {
  (void)state;
  assert_read_in(UNKNOWN, "25/03/2026", "2026-03-25");
  assert_read_in(UNKNOWN, "3/25/2026", "2026-03-25");
  assert_read_in(UNKNOWN, "05/05/2026", "2026-05-05");
  assert_refused_in(UNKNOWN, "04/03/2026", REFNET_DATE_AMBIGUOUS);
  assert_refused_in(UNKNOWN, "4-3-2026", REFNET_DATE_AMBIGUOUS);
  assert_read_in(MDY, "04/03/2026", "2026-04-03");
  assert_read_in(DMY, "04/03/2026", "2026-03-04");
  assert_read_in(MDY, "3/4/2026 12:00:00 AM", "2026-03-04");
  assert_read_in(MDY, "3/4/2026, 9:05:00 PM", "2026-03-04");
  assert_refused_in(MDY, "25/03/2026", REFNET_DATE_IMPOSSIBLE);
  assert_refused_in(DMY, "03/25/2026", REFNET_DATE_IMPOSSIBLE);
  assert_read_in(UNKNOWN, "4.3.2026", "2026-03-04");
  assert_read_in(MDY, "14.02.2026", "2026-02-14");
  assert_refused_in(UNKNOWN, "2.14.2026", REFNET_DATE_IMPOSSIBLE);
  assert_read_in(UNKNOWN, "14-02-2026", "2026-02-14");
}

static void month_names(void **state) {
  (void)state;
  static const char *const same[] = {
      "14 February 2026",   "14 Feb 2026",         "14-Feb-2026",      "14 FEB. 2026",
      "14th february 2026", "Feb 14, 2026",        "February 14 2026", "feb. 14, 2026",
      "14. Feb 2026",       "February 14th, 2026", "Feb-14-2026",      "14 Feb 2026 10:00",
      "14 Feb, 2026"};
  for (gsize i = 0; i < G_N_ELEMENTS(same); i++)
    assert_read_in(UNKNOWN, same[i], "2026-02-14");
  assert_read_in(UNKNOWN, "1 Sept 2026", "2026-09-01");
  assert_read_in(UNKNOWN, "May 1, 2026", "2026-05-01");
}

static void impossible_days(void **state) {
  (void)state;
  static const char *const texts[] = {"2026-02-31",       "31 February 2026", "Feb 30, 2026",
                                      "29/02/1900",       "2026-13-01",       "0000-01-01",
                                      "31/31/2026",       "00/00/2026",       "2026-02-00T10:00",
                                      "29 February 2025", "31.04.2026"};
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
    assert_refused_in(UNKNOWN, texts[i], REFNET_DATE_IMPOSSIBLE);
}

static void not_dates(void **state) {
  (void)state;
  static const char *const texts[] = {"soon",
                                      "2026-02/14",
                                      "20260214",
                                      "02026-02-14",
                                      "2026-02-14x",
                                      "2026-02-14 noon",
                                      "12026-1-1",
                                      "2026-02-14T",
                                      "2026-02-14T25:00",
                                      "2026-02-14T9",
                                      "2026-02-14 10:61",
                                      "1/1/20260",
                                      "14 Febr 2026",
                                      "14 Jan Feb 2026",
                                      "Feb 14",
                                      "-1/2/2026",
                                      "2026--02-14",
                                      "+2026-02-14",
                                      "2026-02-14,",
                                      "46067",
                                      "1/2/2026/3",
                                      "9999999999999999",
                                      "14th",
                                      "\xD9\xA1/\xD9\xA2/2026",
                                      "Feb 142026",
                                      "2026-02-14Z10:00",
                                      "/",
                                      "-",
                                      ".",
                                      "T10:00"};
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
    assert_refused_in(UNKNOWN, texts[i], REFNET_DATE_NOT_A_DATE);
}

static void years_of_two_digits(void **state) {
  (void)state;
  static const char *const same[] = {"3/25/26", "25/3/26",   "25.3.26",    "25-Mar-26",
                                     "3-25-26", "25 Mar 26", "Mar 25, 26", "3/25/26 9:30 AM"};
  for (gsize i = 0; i < G_N_ELEMENTS(same); i++)
    assert_read_in(UNKNOWN, same[i], "2026-03-25");
  assert_read_in(MDY, "3/4/26", "2026-03-04");
  assert_read_in(DMY, "3/4/26", "2026-04-03");
  assert_read_in(UNKNOWN, "1/13/68", "2068-01-13");
  assert_read_in(UNKNOWN, "1/13/69", "1969-01-13");
  assert_refused_in(UNKNOWN, "3/4/26", REFNET_DATE_AMBIGUOUS);
  /* The year may stand in front. */
  assert_refused_in(UNKNOWN, "26-03-04", REFNET_DATE_AMBIGUOUS);
  assert_refused_in(UNKNOWN, "14-02-26", REFNET_DATE_AMBIGUOUS);
  assert_read_in(DMY, "14-02-26", "2026-02-14");
  assert_read_in(UNKNOWN, "02-25-35", "2035-02-25");
  assert_refused_in(UNKNOWN, "2/30/26", REFNET_DATE_IMPOSSIBLE);
  RefnetDateReading reading;
  assert_int_equal(refnet_date_read("3/25/26", UNKNOWN, &reading), REFNET_DATE_OK);
  assert_true(reading.short_year);
  assert_int_equal(refnet_date_read("3/25/2026", UNKNOWN, &reading), REFNET_DATE_OK);
  assert_false(reading.short_year);
}

static void longer_times(void **state) {
  (void)state;
  static const struct {
    const char *text, *first, *last;
  } periods[] = {{"March 2026", "2026-03-01", "2026-03-31"},
                 {"Mar-26", "2026-03-01", "2026-03-31"},
                 {"Mar. '26", "2026-03-01", "2026-03-31"},
                 {"February, 2024", "2024-02-01", "2024-02-29"},
                 {"2026-12", "2026-12-01", "2026-12-31"},
                 {"04/2026", "2026-04-01", "2026-04-30"},
                 {"Q1 2026", "2026-01-01", "2026-03-31"},
                 {"1Q26", "2026-01-01", "2026-03-31"},
                 {"2026-Q4", "2026-10-01", "2026-12-31"},
                 {"3rd quarter 2025", "2025-07-01", "2025-09-30"},
                 {"Quarter 2, 2026", "2026-04-01", "2026-06-30"},
                 {"q2/26", "2026-04-01", "2026-06-30"},
                 {"Fall 2025", "2025-09-01", "2025-11-30"},
                 {"Autumn, '25", "2025-09-01", "2025-11-30"},
                 {"spring 26", "2026-03-01", "2026-05-31"},
                 {"2026 Summer", "2026-06-01", "2026-08-31"},
                 {" 2025 ", "2025-01-01", "2025-12-31"}};
  for (gsize i = 0; i < G_N_ELEMENTS(periods); i++) {
    RefnetDateReading reading;
    if (refnet_date_read(periods[i].text, UNKNOWN, &reading) != REFNET_DATE_OK)
      fail_msg("'%s' was refused", periods[i].text);
    g_autofree char *first = refnet_date_iso(reading.first);
    g_autofree char *last = refnet_date_iso(reading.last);
    assert_string_equal(first, periods[i].first);
    assert_string_equal(last, periods[i].last);
    assert_refused_in(UNKNOWN, periods[i].text, REFNET_DATE_NOT_A_DATE);
  }
  static const char *const none[] = {
      "Mar 26",     "26-Mar", "2025-26",        "Q5 2026", "Q 2026",       "Winter 2026",
      "Falls 2025", "Spring", "FY26",           "1899",    "2101",         "13/2026",
      "00/2026",    "March",  "Quarterly 2026", "2026Q",   "March 2026 x", "December 9999"};
  for (gsize i = 0; i < G_N_ELEMENTS(none); i++) {
    RefnetDateReading reading;
    if (refnet_date_read(none[i], UNKNOWN, &reading) != REFNET_DATE_NOT_A_DATE)
      fail_msg("'%s' was read", none[i]);
    assert_int_equal(reading.first, REFNET_DATE_UNKNOWN);
  }
}

static RefnetDateOrder order_of(const char *const *texts) {
  RefnetDateOrderSigns signs = {0};
  for (; *texts != NULL; texts++)
    refnet_date_order_note(&signs, *texts);
  return refnet_date_order_of(&signs);
}

static void order_is_told_by_other_dates(void **state) {
  (void)state;
  static const char *const month_first[] = {"3/4/26", "3/25/26", "2026-01-01", "soon", "", NULL};
  static const char *const day_first[] = {"25/03/2026", "03/04/2026", "5.6.2026", NULL};
  static const char *const both[] = {"25/03/2026", "03/25/2026", NULL};
  static const char *const neither[] = {"3/4/26", "5/5/26", "14-02-26", "31/31/2026", NULL};
  assert_int_equal(order_of(month_first), MDY);
  assert_int_equal(order_of(day_first), DMY);
  assert_int_equal(order_of(both), UNKNOWN);
  assert_int_equal(order_of(neither), UNKNOWN);
}

static void blanks(void **state) {
  (void)state;
  assert_refused_in(UNKNOWN, "", REFNET_DATE_BLANK);
  assert_refused_in(UNKNOWN, " \t", REFNET_DATE_BLANK);
  assert_refused_in(UNKNOWN, NULL, REFNET_DATE_BLANK);
}

static void every_date_survives_both_spellings(void **state) {
  (void)state;
  RefnetRandom random;
  refnet_random_seed(&random, 3);
  RefnetDate first = refnet_date_from_ymd(1000, 1, 1), last = refnet_date_from_ymd(9999, 12, 31);
  for (int i = 0; i < 20000; i++) {
    RefnetDate date = first + (RefnetDate)refnet_random_below(&random, (guint64)(last - first + 1));
    g_autofree char *iso = refnet_date_iso(date), *in_words = refnet_date_words(date);
    assert_read_in(UNKNOWN, iso, iso);
    assert_read_in(UNKNOWN, in_words, iso);
  }
}

static void assert_months_later(const char *from, int months, const char *expected) {
  RefnetDate date;
  assert_int_equal(refnet_date_parse(from, UNKNOWN, &date), REFNET_DATE_OK);
  g_autofree char *later = refnet_date_iso(refnet_date_add_months(date, months));
  if (g_strcmp0(later, expected) != 0)
    fail_msg("%s and %d months is %s, expected %s", from, months, later, expected);
}

static void months_are_added_by_the_calendar(void **state) {
  (void)state;
  assert_months_later("2026-01-31", 1, "2026-02-28");
  assert_months_later("2024-01-31", 1, "2024-02-29");
  assert_months_later("2026-11-30", 3, "2027-02-28");
  assert_months_later("2026-12-01", 1, "2027-01-01");
  assert_months_later("2026-06-15", 0, "2026-06-15");
  assert_months_later("2026-03-31", -1, "2026-02-28");
  assert_months_later("0001-01-01", -1, NULL);
  assert_months_later("9999-12-01", 1, NULL);
  assert_int_equal(refnet_date_add_months(REFNET_DATE_UNKNOWN, 1), REFNET_DATE_UNKNOWN);
  assert_int_equal(refnet_date_add_months(0, G_MAXINT), REFNET_DATE_UNKNOWN);
  assert_int_equal(refnet_date_add_months(0, G_MININT), REFNET_DATE_UNKNOWN);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(calendar_agrees_with_glib),
      cmocka_unit_test(edges_of_the_calendar),
      cmocka_unit_test(words),
      cmocka_unit_test(year_first),
      cmocka_unit_test(day_or_month_first),
      cmocka_unit_test(month_names),
      cmocka_unit_test(impossible_days),
      cmocka_unit_test(not_dates),
      cmocka_unit_test(years_of_two_digits),
      cmocka_unit_test(longer_times),
      cmocka_unit_test(order_is_told_by_other_dates),
      cmocka_unit_test(blanks),
      cmocka_unit_test(every_date_survives_both_spellings),
      cmocka_unit_test(months_are_added_by_the_calendar),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
