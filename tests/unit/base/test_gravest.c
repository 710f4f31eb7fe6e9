/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is named of a file that cannot be used. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include "base/gravest.h"

static void add(RefnetDiagnostics *diagnostics, RefnetSeverity severity, guint64 line,
                const char *fix) {
  const RefnetDiagnostic where = {
      .kind = "odd", .severity = severity, .file = "a.csv", .line = line, .contact = REFNET_NONE};
  refnet_diagnostics_add(diagnostics, &where, fix, "it is odd");
}

static void test_none(void **state) {
  g_autoptr(RefnetDiagnostics) diagnostics = refnet_diagnostics_new();
  (void)state;
  assert_null(refnet_diagnostics_gravest(diagnostics));
}

static void test_first_error_before_warnings(void **state) {
  g_autoptr(RefnetDiagnostics) diagnostics = refnet_diagnostics_new();
  g_autoptr(GError) error = NULL;
  (void)state;
  add(diagnostics, REFNET_SEVERITY_WARNING, 2, NULL);
  assert_int_equal(refnet_diagnostics_gravest(diagnostics)->line, 2);
  add(diagnostics, REFNET_SEVERITY_ERROR, 3, "mend it");
  add(diagnostics, REFNET_SEVERITY_ERROR, 4, NULL);
  assert_false(refnet_refuse_gravest(diagnostics, &error));
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_INPUT));
  assert_string_equal(error->message, "a.csv:3: it is odd; mend it");
  g_autofree char *without_fix = refnet_diagnostic_sentence(refnet_diagnostics_at(diagnostics, 2));
  assert_string_equal(without_fix, "a.csv:4: it is odd");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_none),
      cmocka_unit_test(test_first_error_before_warnings),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
