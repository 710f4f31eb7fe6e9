/* SPDX-License-Identifier: GPL-2.0-or-later */
/* RFC 5545 by the letter: lines of at most 75 octets, no character cut, everything escaped. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "exchange/export/icalendar.h"
#include "unit/table/written.h"

enum { LINE_OCTETS = 75 };

static char *calendar_of(const char *description, RefnetDate date) {
  RefnetCalendarEntry entry = {.uid = "1@refnet",
                               .summary = "Title",
                               .description = description,
                               .category = "x",
                               .date = date};
  Written written = written_begin();
  refnet_icalendar_begin(written.output, "Name");
  refnet_icalendar_entry(written.output, &entry, 0);
  refnet_icalendar_end(written.output);
  return written_end(&written);
}

/* The description as it stands, unfolded. */
static char *description_in(const char *calendar) {
  g_auto(GStrv) folds = g_strsplit(calendar, "\r\n ", -1);
  g_autofree char *unfolded = g_strjoinv("", folds);
  const char *start = strstr(unfolded, "\r\nDESCRIPTION:");
  assert_non_null(start);
  start += strlen("\r\nDESCRIPTION:");
  return g_strndup(start, (gsize)(strstr(start, "\r\n") - start));
}

static void assert_written(const char *description, const char *expected) {
  g_autofree char *calendar = calendar_of(description, 20000);
  g_autofree char *there = description_in(calendar);
  assert_string_equal(there, expected);
}

static void escapes(void **state) {
  (void)state;
  assert_written("plain", "plain");
  assert_written("a, b; c\\d: \"e\"", "a\\, b\\; c\\\\d: \"e\"");
  assert_written("two\nlines\r\n", "two\\nlines\\n");
  assert_written("bell\a and \x7f", "bell and ");
  assert_written("tab\there", "tab\there");
  assert_written("BEGIN:VEVENT", "BEGIN:VEVENT");
  assert_written("", "");
}

static void lines_are_folded_between_characters(void **state) {
  (void)state;
  for (guint length = 0; length < 200; length++) {
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < length; i++)
      g_string_append(text, i % 3 == 0 ? "x" : i % 3 == 1 ? "é" : "🌳");
    g_autofree char *calendar = calendar_of(text->str, 20000);
    g_auto(GStrv) lines = g_strsplit(calendar, "\r\n", -1);
    for (gsize i = 0; lines[i]; i++) {
      assert_true(strlen(lines[i]) <= LINE_OCTETS);
      assert_true(g_utf8_validate(lines[i], -1, NULL));
      assert_null(strpbrk(lines[i], "\r\n"));
    }
    g_autofree char *there = description_in(calendar);
    assert_string_equal(there, text->str);
  }
}

static void events_and_to_dos(void **state) {
  (void)state;
  g_autofree char *event = calendar_of("d", refnet_date_from_ymd(2026, 2, 14));
  assert_string_equal(event, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//refnet//refnet//EN\r\n"
                             "CALSCALE:GREGORIAN\r\nX-WR-CALNAME:Name\r\nBEGIN:VEVENT\r\n"
                             "UID:1@refnet\r\nDTSTAMP:19700101T000000Z\r\n"
                             "DTSTART;VALUE=DATE:20260214\r\nSUMMARY:Title\r\nDESCRIPTION:d\r\n"
                             "CATEGORIES:x\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n"
                             "END:VCALENDAR\r\n");
  g_autofree char *to_do = calendar_of("d", REFNET_DATE_UNKNOWN);
  assert_non_null(strstr(to_do, "BEGIN:VTODO\r\n"));
  assert_null(strstr(to_do, "DTSTART"));
  assert_null(strstr(to_do, "TRANSP"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(escapes),
      cmocka_unit_test(lines_are_folded_between_characters),
      cmocka_unit_test(events_and_to_dos),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
