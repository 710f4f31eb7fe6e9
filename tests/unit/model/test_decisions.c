/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Decisions about rows that may be one organization, as people fill them in. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <glib/gstdio.h>
#include <string.h>

#include <refnet/model.h>

#include "unit/support.h"

#define ORGANIZATIONS                                                                              \
  "id,name,alternate_names\na,Ash House,\nb,Birch Home,The Birches\nc,Cedar Court,\n=d,Dogwood,\n"

static RefnetDecisions *load(const char *text, GError **error) {
  g_autoptr(RefnetDataset) dataset = support_load(NULL, "organizations.csv", ORGANIZATIONS, NULL);
  g_autofree char *path = NULL;
  int file = g_file_open_tmp("refnet-decisions-XXXXXX.csv", &path, NULL);
  assert_true(file >= 0 && g_close(file, NULL));
  assert_true(g_file_set_contents(path, text, -1, NULL));
  RefnetDecisions *decisions = refnet_decisions_load(dataset, path, error);
  g_unlink(path);
  return decisions;
}

static void assert_refused(const char *text, const char *part) {
  g_autoptr(GError) error = NULL;
  g_autoptr(RefnetDecisions) decisions = load(text, &error);
  assert_null(decisions);
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_INPUT));
  if (!strstr(error->message, part))
    fail_msg("\"%s\" is not in: %s", part, error->message);
}

static void test_decisions(void **state) {
  (void)state;
  g_autoptr(GError) error = NULL;
  g_autoptr(RefnetDecisions) decisions = load("Decision,id 1,id_2,evidence\n"
                                              "same,b,a,phone\n"
                                              ",a,c,\n"
                                              "DIFFERENT,The Birches,Cedar Court,\n"
                                              "same,a,b,\n"
                                              "same,c,c,\n"
                                              "different,'=d,a,\n",
                                              &error);
  assert_null(error);
  assert_int_equal(decisions->length, 3);
  for (gsize i = 0; i < 3; i++)
    assert_true(decisions->pairs[i].organizations[0] < decisions->pairs[i].organizations[1]);
  assert_false(decisions->pairs[0].same); /* =d comes first */
  assert_true(decisions->pairs[1].same);
  assert_int_equal(decisions->pairs[1].line, 2);
  assert_false(decisions->pairs[2].same);
}

static void test_decisions_that_cannot_be_read(void **state) {
  (void)state;
  assert_refused("decision,id_1,id_2\nsame,a,b\nperhaps,a,c\n", ":3: decision is \"perhaps\"");
  assert_refused("decision,id_1,id_2\nsame,a,x9\n", ":2: id_2: ");
  assert_refused("decision,first,second\nsame,a,b\n", "no column \"id_1\"");
  assert_refused("id_1,id_2\na,b\n", "no column \"decision\"");
  assert_refused("decision,id_1,id_2\nsame,a,b\ndifferent,a,b\n", "the same by other rows");
  assert_refused("decision,id_1,id_2\nsame,a,b\nsame,b,c\ndifferent,a,c\n",
                 ":4: a and c are different here");
  assert_refused("decision,id_1,id_2\nx,a,b\nx,a,b\nx,a,b\nx,a,b\nx,a,b\nx,a,b\n", "and 1 more");
}

/* The rows of a merge are gone, but for their names. */
static void test_decided_again(void **state) {
  (void)state;
  g_autoptr(GError) error = NULL;
  g_autoptr(RefnetDecisions) decisions = load("decision,id_1,name_1,id_2,name_2\n"
                                              "same,b,Birch Home,b2,The Birches\n"
                                              "same,a,Ash House,b2,The Birches\n"
                                              "different,b2,THE BIRCHES,c,Cedar Court\n",
                                              &error);
  assert_null(error);
  assert_int_equal(decisions->merged, 1);
  assert_int_equal(decisions->length, 2);
  assert_refused("decision,id_1,name_1,id_2,name_2\ndifferent,b,Birch Home,b2,The Birches\n",
                 ":2: b and b2 are different here, but one organisation in the data");
  assert_refused("decision,id_1,name_1,id_2,name_2\nsame,b,Birch Home,b2,Bay\n", ":2: id_2: ");
}

static void test_no_decisions(void **state) {
  (void)state;
  g_autoptr(GError) error = NULL;
  g_autoptr(RefnetDecisions) decisions = load("decision,id_1,id_2\n", &error);
  assert_null(error);
  assert_int_equal(decisions->length, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_decisions), cmocka_unit_test(test_decisions_that_cannot_be_read),
      cmocka_unit_test(test_decided_again), cmocka_unit_test(test_no_decisions)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
