/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is added to a tagged PDF, however its bytes arrive. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "draw/output/pdf_structure.h"

#include <string.h>

static const char file[] =
    "%PDF-1.5\n"
    "1 0 obj\n<< /Length 60 >>\nstream\n   /S /Figure\n9 0 obj\nxx\nendstream\nendobj\n"
    "2 0 obj\n<< /Type /StructElem\n   /S /Figure\n   /P 4 0 R\n   /K 0\n>>\nendobj\n"
    "3 0 obj\n<< /Type /StructElem\n   /S /TH\n   /P 2 0 R\n   /K 1\n>>\nendobj\n"
    "4 0 obj\n<< /Type /StructTreeRoot\n   /ParentTree 7 0 R\n   /K [ 2 0 R ]\n>>\n"
    "endobj\n"
    "5 0 obj\n<< /Type /Catalog\n   /Pages 8 0 R\n   /StructTreeRoot 4 0 R\n>>\nendobj\n"
    "xref\n0 1\n0000000000 65535 f \n"
    "trailer\n<< /Size 6\n   /Root 5 0 R\n   /Info 1 0 R\n>>\nstartxref\n500\n%%EOF\n";

/* The update when the file comes in pieces of `step` bytes. */
static char *update_of(const char *text, gsize step, const char *alternative) {
  RefnetPdfStructure *structure = refnet_pdf_structure_new();
  if (alternative)
    refnet_pdf_structure_add_picture(structure, alternative);
  for (gsize at = 0; at < strlen(text); at += step)
    refnet_pdf_structure_look(structure, (const unsigned char *)text + at,
                              MIN(step, strlen(text) - at));
  char *update = refnet_pdf_structure_update(structure);
  refnet_pdf_structure_free(structure);
  return update;
}

static void assert_has(const char *text, const char *part) {
  if (!strstr(text, part))
    fail_msg("\"%s\" is not in:\n%s", part, text);
}

static void test_update(void **state) {
  (void)state;
  g_autofree char *update = update_of(file, sizeof file, "\xC3\x84 <b>)");
  assert_has(update, "2 0 obj\n<< /Type /StructElem\n   /S /Figure\n   /Alt "
                     "<FEFF00C40020003C0062003E0029>\n   /P 6 0 R\n   /K 0\n>>\nendobj\n");
  assert_has(update, "   /S /TH\n   /A << /O /Table /Scope /Column >>\n   /P 2 0 R\n");
  assert_has(update, "4 0 obj\n<< /Type /StructTreeRoot\n   /ParentTree 7 0 R\n   /K 6 0 R\n>>\n");
  assert_has(update,
             "6 0 obj\n<< /Type /StructElem\n   /S /Document\n   /P 4 0 R\n   /K [ 2 0 R ]\n"
             ">>\nendobj\n");
  assert_has(update, "/Lang (en-GB)\n   /MarkInfo << /Marked true >>");
  assert_has(update, "trailer\n<< /Size 7\n   /Root 5 0 R\n   /Info 1 0 R\n   /Prev 500\n>>\n");
  assert_null(strstr(update, "\n1 0 obj"));
}

static void test_any_pieces(void **state) {
  (void)state;
  g_autofree char *whole = update_of(file, sizeof file, "A map");
  for (gsize step = 1; step < 70; step++) {
    g_autofree char *pieces = update_of(file, step, "A map");
    assert_string_equal(pieces, whole);
  }
}

/* Where objects are packed, or nothing is tagged, nothing is added. */
static void test_other_files(void **state) {
  (void)state;
  static const char *const others[] = {"", "%PDF-1.5\nstartxref\n12\n%%EOF\n",
                                       "5 0 obj\n<< /Type /Catalog\n>>\nendobj\ntrailer\n<< /Size "
                                       "6\n   /Root 5 0 R\n>>\nstartxref\n9\n"};
  for (guint i = 0; i < G_N_ELEMENTS(others); i++) {
    g_autofree char *update = update_of(others[i], 7, NULL);
    assert_string_equal(update, "");
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_update),
      cmocka_unit_test(test_any_pieces),
      cmocka_unit_test(test_other_files),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
