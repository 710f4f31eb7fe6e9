/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Diagnostics: counting, keeping a hundred of a kind, order, locations. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/diagnostics.h"

#include <string.h>

static RefnetDiagnostic at(const char *kind, RefnetSeverity severity, const char *file,
                           guint64 line, guint column) {
  return (RefnetDiagnostic){.kind = kind,
                            .severity = severity,
                            .file = file,
                            .line = line,
                            .column = column,
                            .contact = REFNET_NONE};
}

static void none_found(void **state) {
  (void)state;
  g_autoptr(RefnetDiagnostics) diagnostics = refnet_diagnostics_new();
  refnet_diagnostics_sort(diagnostics);
  assert_int_equal(refnet_diagnostics_length(diagnostics), 0);
  assert_int_equal(refnet_diagnostics_count(diagnostics, REFNET_SEVERITY_ERROR), 0);
  assert_int_equal(refnet_diagnostics_count_kind(diagnostics, "bad-date"), 0);
  refnet_diagnostics_free(NULL);
}

static void one_is_kept_as_given(void **state) {
  (void)state;
  g_autoptr(RefnetDiagnostics) diagnostics = refnet_diagnostics_new();
  char file[] = "referrals.csv", field[] = "Referring Agency", fix[] = "add it";
  RefnetDiagnostic where = at("unknown-organization", REFNET_SEVERITY_ERROR, file, 14, 2);
  where.field = field;
  where.record = 12;
  where.contact = 3;
  where.message = NULL;
  refnet_diagnostics_add(diagnostics, &where, fix, "'%s' is not listed (%d%%)", "Elm", 5);
  memset(file, 'x', sizeof file - 1);
  memset(field, 'x', sizeof field - 1);
  memset(fix, 'x', sizeof fix - 1);
  const RefnetDiagnostic *kept = refnet_diagnostics_at(diagnostics, 0);
  assert_string_equal(kept->file, "referrals.csv");
  assert_string_equal(kept->field, "Referring Agency");
  assert_string_equal(kept->message, "'Elm' is not listed (5%)");
  assert_string_equal(kept->fix, "add it");
  assert_int_equal(kept->record, 12);
  assert_int_equal(kept->contact, 3);
}

static void contacts_get_their_new_numbers(void **state) {
  (void)state;
  static const guint32 number[] = {7, 9};
  g_autoptr(RefnetDiagnostics) diagnostics = refnet_diagnostics_new();
  RefnetDiagnostic where = at("left", REFNET_SEVERITY_NOTE, "a.csv", 2, 1);
  const guint32 contacts[] = {1, REFNET_NONE, 0};
  for (guint i = 0; i < G_N_ELEMENTS(contacts); i++) {
    where.contact = contacts[i];
    refnet_diagnostics_add(diagnostics, &where, NULL, "{person} left");
  }
  refnet_diagnostics_renumber_contacts(diagnostics, number);
  assert_int_equal(refnet_diagnostics_at(diagnostics, 0)->contact, 9);
  assert_int_equal(refnet_diagnostics_at(diagnostics, 1)->contact, REFNET_NONE);
  assert_int_equal(refnet_diagnostics_at(diagnostics, 2)->contact, 7);
}

static void a_hundred_of_a_kind_are_kept_and_all_counted(void **state) {
  (void)state;
  g_autoptr(RefnetDiagnostics) diagnostics = refnet_diagnostics_new();
  for (guint i = 1; i <= 250; i++) {
    RefnetDiagnostic date = at("bad-date", REFNET_SEVERITY_WARNING, "a.csv", i, 1);
    refnet_diagnostics_add(diagnostics, &date, NULL, "row %u", i);
  }
  RefnetDiagnostic other = at("bad-count", REFNET_SEVERITY_ERROR, "a.csv", 300, 1);
  refnet_diagnostics_add(diagnostics, &other, NULL, "bad");
  assert_int_equal(refnet_diagnostics_length(diagnostics), 101);
  assert_string_equal(refnet_diagnostics_at(diagnostics, 99)->message, "row 100");
  assert_int_equal(refnet_diagnostics_count_kind(diagnostics, "bad-date"), 250);
  assert_int_equal(refnet_diagnostics_count(diagnostics, REFNET_SEVERITY_WARNING), 250);
  assert_int_equal(refnet_diagnostics_count(diagnostics, REFNET_SEVERITY_ERROR), 1);
  assert_int_equal(refnet_diagnostics_count(diagnostics, REFNET_SEVERITY_NOTE), 0);
}

static void sorted_by_severity_kind_file_line_column(void **state) {
  (void)state;
  g_autoptr(RefnetDiagnostics) diagnostics = refnet_diagnostics_new();
  const RefnetDiagnostic unsorted[] = {at("b", REFNET_SEVERITY_NOTE, "a.csv", 1, 1),
                                       at("b", REFNET_SEVERITY_ERROR, "b.csv", 1, 1),
                                       at("b", REFNET_SEVERITY_ERROR, "a.csv", 10, 2),
                                       at("b", REFNET_SEVERITY_ERROR, "a.csv", 10, 1),
                                       at("b", REFNET_SEVERITY_ERROR, "a.csv", 9, 7),
                                       at("c", REFNET_SEVERITY_ERROR, "a.csv", 1, 1),
                                       at("a", REFNET_SEVERITY_WARNING, "a.csv", 1, 1),
                                       at("b", REFNET_SEVERITY_ERROR, NULL, 0, 0),
                                       at("b", REFNET_SEVERITY_ERROR, "a.csv", 9, 7)};
  static const int expected[] = {7, 4, 8, 3, 2, 1, 5, 6, 0};
  for (guint i = 0; i < G_N_ELEMENTS(unsorted); i++)
    refnet_diagnostics_add(diagnostics, &unsorted[i], NULL, "%u", i);
  refnet_diagnostics_sort(diagnostics);
  for (guint i = 0; i < G_N_ELEMENTS(expected); i++) {
    g_autofree char *message = g_strdup_printf("%d", expected[i]);
    assert_string_equal(refnet_diagnostics_at(diagnostics, i)->message, message);
  }
}

static void assert_location(RefnetDiagnostic where, const char *expected) {
  g_autofree char *location = refnet_diagnostic_location(&where);
  assert_string_equal(location, expected);
}

static void locations(void **state) {
  (void)state;
  assert_location(at("k", REFNET_SEVERITY_NOTE, "referrals.csv", 14, 2), "referrals.csv:14:2");
  assert_location(at("k", REFNET_SEVERITY_NOTE, "referrals.csv", 14, 0), "referrals.csv:14");
  assert_location(at("k", REFNET_SEVERITY_NOTE, "referrals.csv", 0, 0), "referrals.csv");
  assert_location(at("k", REFNET_SEVERITY_NOTE, NULL, 0, 0), "dataset");
  assert_location(at("k", REFNET_SEVERITY_NOTE, "r.csv", G_MAXUINT64, 0),
                  "r.csv:18446744073709551615");
}

static void count_watched(const RefnetDiagnostic *diagnostic, gpointer data) {
  assert_string_equal(diagnostic->fix, "mend it");
  assert_true(g_str_has_prefix(diagnostic->message, "number "));
  (*(guint *)data)++;
}

/* All are seen, also those that are not kept. */
static void test_watched(void **state) {
  (void)state;
  g_autoptr(RefnetDiagnostics) diagnostics = refnet_diagnostics_new();
  RefnetDiagnostic where = {
      .kind = "planted", .severity = REFNET_SEVERITY_ERROR, .contact = REFNET_NONE};
  guint watched = 0;
  refnet_diagnostics_watch(diagnostics, count_watched, &watched);
  for (guint i = 0; i < 150; i++)
    refnet_diagnostics_add(diagnostics, &where, "mend it", "number %u", i);
  refnet_diagnostics_watch(diagnostics, NULL, NULL);
  refnet_diagnostics_add(diagnostics, &where, NULL, "unseen");
  assert_int_equal(watched, 150);
  assert_int_equal(refnet_diagnostics_length(diagnostics), 100);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_watched),
      cmocka_unit_test(none_found),
      cmocka_unit_test(one_is_kept_as_given),
      cmocka_unit_test(contacts_get_their_new_numbers),
      cmocka_unit_test(a_hundred_of_a_kind_are_kept_and_all_counted),
      cmocka_unit_test(sorted_by_severity_kind_file_line_column),
      cmocka_unit_test(locations),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
