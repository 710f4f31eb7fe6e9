/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What people are told of files and columns is what the reader knows; its examples read clean. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "model/columns/field_help.h"
#include "unit/support.h"

static void test_every_field_once(void **state) {
  guint count, seen_files = 0;
  (void)state;
  const RefnetFileHelp *helps = refnet_file_helps(&count);
  assert_int_equal(count, REFNET_FILES - 1); /* categories.csv is not filled in by hand */
  for (guint i = 0; i < count; i++) {
    const RefnetFileFields *file = refnet_file_fields(helps[i].file);
    guint seen = 0;
    assert_int_equal(helps[i].field_count, file->field_count);
    for (guint f = 0; f < helps[i].field_count; f++) {
      const RefnetFieldHelp *help = &helps[i].fields[f];
      assert_true(help->field < file->field_count);
      assert_true(*help->help || *help->example);
      assert_true(!file->fields[help->field].required || *help->example);
      seen |= 1u << help->field;
    }
    assert_int_equal(seen, (1u << file->field_count) - 1);
    seen_files |= 1u << helps[i].file;
  }
  assert_int_equal(seen_files, (1u << REFNET_FILES) - 1 - (1u << REFNET_FILE_CATEGORIES));
}

/* The file with its examples as a row; `more` rows are whom and what these speak of. */
static char *example_file(const RefnetFileHelp *help, const char *more) {
  const RefnetFileFields *file = refnet_file_fields(help->file);
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < help->field_count; i++)
    g_string_append_printf(text, "%s%s", i > 0 ? "," : "",
                           file->fields[help->fields[i].field].name);
  g_string_append_c(text, '\n');
  for (guint i = 0; i < help->field_count; i++)
    g_string_append_printf(text, "%s%s", i > 0 ? "," : "", help->fields[i].example);
  g_string_append_c(text, '\n');
  g_string_append(text, more);
  return g_string_free(text, FALSE);
}

static void test_examples_read_clean(void **state) {
  static const char *const more[REFNET_FILES] = {
      [REFNET_FILE_ORGANIZATIONS] = "Elm Clinic,\nRide Together,\n",
      [REFNET_FILE_SERVICES] = "Harbor Respite House,caregiver support,\n",
      [REFNET_FILE_AREAS] = "Northport,\n"};
  guint count;
  (void)state;
  const RefnetFileHelp *helps = refnet_file_helps(&count);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < count; i++)
    g_ptr_array_add(texts, example_file(&helps[i], more[helps[i].file] ? more[helps[i].file] : ""));
#define FILE_AND_TEXT(i) refnet_file_fields(helps[i].file)->file, (char *)texts->pdata[i]
  GError *error = NULL;
  g_autoptr(RefnetDataset) dataset =
      support_load(&error, FILE_AND_TEXT(0), FILE_AND_TEXT(1), FILE_AND_TEXT(2), FILE_AND_TEXT(3),
                   FILE_AND_TEXT(4), FILE_AND_TEXT(5), FILE_AND_TEXT(6), FILE_AND_TEXT(7),
                   FILE_AND_TEXT(8), NULL);
  assert_null(error);
  refnet_dataset_check(dataset, refnet_date_from_ymd(2026, 9, 30));
  for (gsize i = 0; i < refnet_diagnostics_length(dataset->diagnostics); i++) {
    const RefnetDiagnostic *diagnostic = refnet_diagnostics_at(dataset->diagnostics, i);
    if (diagnostic->line != 2)
      continue; /* of the rows that are there to be spoken of */
    print_error("%s:%u: %s\n", diagnostic->file, (guint)diagnostic->line, diagnostic->message);
    fail();
  }
  assert_int_equal(dataset->organization_count, 3);
  assert_int_equal(dataset->referrals.rows, 1);
  assert_int_equal(dataset->contact_count, 1);
  assert_int_equal(dataset->nomination_count, 1);
  assert_int_equal(dataset->meeting_count, 1);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_every_field_once),
      cmocka_unit_test(test_examples_read_clean),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
