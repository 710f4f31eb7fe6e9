/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Every folder of tests/invalid is loaded and checked; what is said must be its diagnostics.txt, a
 * line a diagnostic, or the one line of the error that stops. A file `path` in the folder names
 * what is loaded in its place. REFNET_UPDATE=1 writes the files anew: read the difference. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "unit/support.h"

#define FOLDER "tests/invalid"

static int compare_names(gconstpointer a, gconstpointer b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *list_cases(void) {
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GDir) dir = g_dir_open(FOLDER, 0, NULL);
  const char *name;
  while (dir != NULL && (name = g_dir_read_name(dir)) != NULL)
    if (*name != '.')
      g_ptr_array_add(names, g_strdup(name));
  g_ptr_array_sort(names, compare_names);
  return names;
}

static char *dataset_path(const char *name) {
  g_autofree char *file = g_build_filename(FOLDER, name, "path", NULL);
  g_autofree char *inner = NULL;
  if (!g_file_get_contents(file, &inner, NULL, NULL))
    return g_build_filename(FOLDER, name, NULL);
  return g_build_filename(FOLDER, name, g_strstrip(inner), NULL);
}

static char *describe(const RefnetDataset *dataset) {
  static const char *const severities[] = {"note", "warning", "error"};
  GString *text = g_string_new(NULL);
  for (gsize i = 0; i < refnet_diagnostics_length(dataset->diagnostics); i++) {
    const RefnetDiagnostic *diagnostic = refnet_diagnostics_at(dataset->diagnostics, i);
    g_autofree char *location = refnet_diagnostic_location(diagnostic);
    g_string_append_printf(text, "%s %s %s %s", severities[diagnostic->severity], diagnostic->kind,
                           location, diagnostic->message);
    if (diagnostic->fix != NULL)
      g_string_append_printf(text, " \xe2\x80\x94 %s", diagnostic->fix);
    g_string_append_c(text, '\n');
  }
  return g_string_free(text, FALSE);
}

/* What loading and checking says, and whether the rows add up. */
static char *say(const char *path) {
  RefnetLoadOptions options = {.as_of = refnet_date_from_ymd(2026, 6, 1)};
  g_autoptr(GError) error = NULL;
  g_autoptr(RefnetDataset) dataset = refnet_dataset_load(path, &options, &error);
  if (dataset == NULL) {
    assert_non_null(error);
    return g_strdup_printf("fatal %s\n", error->message);
  }
  assert_null(error);
  guint64 rejected = 0;
  for (guint32 i = 0; i < dataset->file_count; i++) {
    RefnetRowCount rows = dataset->files[i].rows;
    assert_int_equal(rows.read, rows.kept + rows.merged + rows.rejected);
    rejected += rows.rejected;
  }
  assert_int_equal(refnet_diagnostics_count(dataset->diagnostics, REFNET_SEVERITY_ERROR), rejected);
  refnet_dataset_check(dataset, options.as_of);
  refnet_diagnostics_sort(dataset->diagnostics);
  return describe(dataset);
}

static void check_safe(const char *text) {
  assert_true(g_utf8_validate(text, -1, NULL));
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at))
    assert_true(*at == '\n' || !g_unichar_iscntrl(g_utf8_get_char(at)));
}

static void test_case(void **state) {
  const char *name = *state;
  g_autofree char *path = dataset_path(name);
  g_autofree char *file = g_build_filename(FOLDER, name, "diagnostics.txt", NULL);
  g_autofree char *expected = NULL;
  g_autofree char *said = say(path);
  check_safe(said);
  if (g_getenv("REFNET_UPDATE") != NULL)
    assert_true(g_file_set_contents(file, said, -1, NULL));
  assert_true(g_file_get_contents(file, &expected, NULL, NULL));
  assert_string_equal(said, expected);
}

int main(void) {
  g_autoptr(GPtrArray) names = list_cases();
  g_autofree struct CMUnitTest *tests = g_new0(struct CMUnitTest, names->len + 1);
  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index(names, i);
    tests[i] = (struct CMUnitTest){name, test_case, NULL, NULL, (void *)(uintptr_t)name};
  }
  return _cmocka_run_group_tests("invalid", tests, names->len, NULL, NULL);
}
