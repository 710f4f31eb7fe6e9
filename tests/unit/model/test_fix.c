/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rejected rows written out, and datasets written anew. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "unit/support.h"

static char *read_file(const char *folder, const char *name) {
  g_autofree char *path = g_build_filename(folder, name, NULL);
  char *text = NULL;
  g_file_get_contents(path, &text, NULL, NULL);
  return text;
}

static char *path_in(const char *name, gpointer folder) {
  return g_build_filename(folder, name, NULL);
}

static void assert_file(const char *folder, const char *name, const char *expected) {
  g_autofree char *text = read_file(folder, name);
  assert_string_equal(text, expected);
}

static RefnetDataset *load_keeping(const char *folder) {
  RefnetLoadOptions options = {.keep_rejects = TRUE, .as_of = REFNET_DATE_UNKNOWN};
  GError *error = NULL;
  RefnetDataset *dataset = refnet_dataset_load(folder, &options, &error);
  if (dataset == NULL)
    fail_msg("%s", error->message);
  return dataset;
}

#define ORGANIZATIONS                                                                              \
  "Agency Name;id;Type;services;verified;capacity;note\n"                                          \
  "Elm;e;health;food|Meals;3 March 2026;1 200;=1+1\nOak;o;Health;\"meals, FOOD\";45321;7;\n"       \
  "Oak;o;Health;\"meals, FOOD\";45321;7;\nBay;b;Health;meals;soon;;\n"
#define REFERRALS                                                                                  \
  "Source,Target,count,date\nelm,OAK,1,\nElm,o,2,31/12/2025\nNobody,Elm,1,\nElm,Bay,\"x\"y,\n"     \
  "Elm,Bay,1,2026-01-05\n=cmd,Elm,1,\n"

static void test_rejects(void **state) {
  (void)state;
  g_autofree char *folder = support_write_folder(NULL, "organizations.csv", ORGANIZATIONS,
                                                 "referrals.csv", REFERRALS, NULL);
  g_autoptr(RefnetDataset) dataset = load_keeping(folder);
  g_autofree char *path = g_build_filename(folder, "rejects.csv", NULL);
  g_autoptr(RefnetOutput) output = refnet_output_open(path, NULL);
  refnet_dataset_write_rejects(dataset, output);
  assert_true(refnet_output_commit(output, NULL));
  assert_file(
      folder, "rejects.csv",
      "file,line,reason,fix,Source,Target,count,date,unparsed text\r\n"
      "referrals.csv,4,\"no organisation is called \"\"Nobody\"\"\",\"write the name as in "
      "organizations.csv, or add the organisation there\",Nobody,Elm,1,,\r\n"
      "referrals.csv,5,\"text follows the quote that closes column 3 (\"\"count\"\")\",write a "
      "quote inside a quoted cell twice,,,,,\"Elm,Bay,\"\"x\"\"y,\"\r\n"
      "referrals.csv,7,\"no organisation is called \"\"=cmd\"\"\",\"write the name as in "
      "organizations.csv, or add the organisation there\",'=cmd,Elm,1,,\r\n");
  support_remove_folder(folder);
}

static void test_no_rejects(void **state) {
  (void)state;
  g_autofree char *folder = support_write_folder(NULL, "organizations.csv", "name\nA\n", NULL);
  g_autoptr(RefnetDataset) dataset = load_keeping(folder);
  g_autofree char *path = g_build_filename(folder, "rejects.csv", NULL);
  g_autoptr(RefnetOutput) output = refnet_output_open(path, NULL);
  refnet_dataset_write_rejects(dataset, output);
  assert_true(refnet_output_commit(output, NULL));
  assert_file(folder, "rejects.csv", "file,line,reason,fix\r\n");
  support_remove_folder(folder);
}

/* More of a kind than diagnostics keep: each still has its reason. */
static void test_many_rejects(void **state) {
  (void)state;
  g_autoptr(GString) rows = g_string_new("from,to\n");
  for (int i = 0; i < 150; i++)
    g_string_append_printf(rows, "A,Nobody %d\n", i);
  g_autofree char *folder = support_write_folder(NULL, "organizations.csv", "name\nA\n",
                                                 "referrals.csv", rows->str, NULL);
  g_autoptr(RefnetDataset) dataset = load_keeping(folder);
  g_autofree char *path = g_build_filename(folder, "rejects.csv", NULL);
  g_autoptr(RefnetOutput) output = refnet_output_open(path, NULL);
  refnet_dataset_write_rejects(dataset, output);
  assert_true(refnet_output_commit(output, NULL));
  g_autofree char *text = read_file(folder, "rejects.csv");
  g_auto(GStrv) lines = g_strsplit(text, "\r\n", -1);
  assert_int_equal(g_strv_length(lines), 152);
  assert_non_null(strstr(lines[150], "\"\"Nobody 149\"\" names no organisation"));
  support_remove_folder(folder);
}

static void test_fixed(void **state) {
  (void)state;
  g_autofree char *folder = support_write_folder(NULL, "organizations.csv", ORGANIZATIONS,
                                                 "referrals.csv", REFERRALS, NULL);
  g_autofree char *fixed = g_dir_make_tmp("refnet-test-XXXXXX", NULL);
  g_autoptr(RefnetDataset) dataset = load_keeping(folder);
  GError *error = NULL;
  guint64 corrections = 0;
  assert_true(refnet_dataset_write_fixed(dataset, path_in, fixed, &corrections, &error));
  assert_file(fixed, "organizations.csv",
              "name,id,sector,services,verified,capacity,note\n"
              "Elm,e,Health,FOOD;meals,2026-03-03,1200,'=1+1\n"
              "Oak,o,Health,meals;FOOD,2024-01-30,7,\nBay,b,Health,meals,soon,,\n");
  assert_file(fixed, "referrals.csv",
              "from,to,count,date\nElm,Oak,1,\nElm,o,2,2025-12-31\nElm,Bay,1,2026-01-05\n");
  g_autofree char *log = read_file(fixed, "log.csv");
  assert_non_null(
      strstr(log, "organizations.csv,1,name,Agency Name,name,header changed to the name that "
                  "refnet gives the column\n"));
  assert_non_null(strstr(log, "referrals.csv,2,from,elm,Elm,organisation called as in "
                              "organizations.csv\n"));
  assert_non_null(strstr(log, "organizations.csv,3,verified,45321,2024-01-30,date written"));
  assert_non_null(strstr(log, "referrals.csv,4,,,,row left out; rejected.csv has it with the "
                              "reason\n"));
  assert_non_null(strstr(log, "organizations.csv,4,,,,\"row left out, because an earlier row says "
                              "the same\"\n"));
  assert_non_null(strstr(log, "referrals.csv,5,,,,\"row left out, because it could not be read"));
  g_auto(GStrv) lines = g_strsplit(log, "\n", -1);
  assert_int_equal(g_strv_length(lines) - 2, corrections);
  support_remove_folder(folder);
  support_remove_folder(fixed);
}

static RefnetNetwork *network_of(const RefnetDataset *dataset) {
  return refnet_network_new(dataset, NULL, FALSE, NULL);
}

/* Nothing is left to be left out, and the network is the same; a second time nothing changes. */
static void test_fixed_is_sound(void **state) {
  (void)state;
  g_autofree char *folder = support_write_folder(NULL, "organizations.csv", ORGANIZATIONS,
                                                 "referrals.csv", REFERRALS, NULL);
  g_autofree char *fixed = g_dir_make_tmp("refnet-test-XXXXXX", NULL);
  g_autofree char *again = g_dir_make_tmp("refnet-test-XXXXXX", NULL);
  guint64 corrections = 0;
  g_autoptr(RefnetDataset) old = load_keeping(folder);
  assert_true(refnet_dataset_write_fixed(old, path_in, fixed, &corrections, NULL));
  g_autoptr(RefnetDataset) new = load_keeping(fixed);
  assert_int_equal(refnet_diagnostics_count(new->diagnostics, REFNET_SEVERITY_ERROR), 0);
  g_autoptr(RefnetNetwork) x = network_of(old);
  g_autoptr(RefnetNetwork) y = network_of(new);
  assert_int_equal(x->arcs, y->arcs);
  assert_memory_equal(x->arc_from, y->arc_from, x->arcs * sizeof *x->arc_from);
  assert_memory_equal(x->arc_count, y->arc_count, x->arcs * sizeof *x->arc_count);
  for (guint64 arc = 0; arc < x->arcs; arc++)
    assert_int_equal(refnet_network_arc_date(x, arc), refnet_network_arc_date(y, arc));
  assert_true(refnet_dataset_write_fixed(new, path_in, again, &corrections, NULL));
  assert_int_equal(corrections, 0);
  support_remove_folder(folder);
  support_remove_folder(fixed);
  support_remove_folder(again);
}

static void test_values_are_listed_once(void **state) {
  (void)state;
  g_autofree char *folder =
      support_write_folder(NULL, "organizations.csv",
                           "name,services\nA,Follow-up;meals;follow up;Meals\nB,Follow-up\n", NULL);
  g_autoptr(RefnetDataset) dataset = load_keeping(folder);
  guint64 corrections = 0;
  assert_true(refnet_dataset_write_fixed(dataset, path_in, folder, &corrections, NULL));
  assert_file(folder, "organizations.csv", "name,services\nA,Follow-up;Meals\nB,Follow-up\n");
  assert_int_equal(corrections, 1);
  support_remove_folder(folder);
}

/* Mended figures say the same when they are read again. */
static void test_counts_stay_what_they_are(void **state) {
  (void)state;
  g_autofree char *folder =
      support_write_folder(NULL, "organizations.csv", "name\nA\nB\n", "referrals.csv",
                           "from,to,count,accepted,completed\nA,B,\"1,250\",99999999999999999999,"
                           "\"1,000\"\nB,A,9,1e0,2.5\n",
                           NULL);
  g_autoptr(RefnetDataset) dataset = load_keeping(folder);
  guint64 corrections = 0;
  assert_true(refnet_dataset_write_fixed(dataset, path_in, folder, &corrections, NULL));
  assert_file(
      folder, "referrals.csv",
      "from,to,count,accepted,completed\nA,B,1250,99999999999999999999,1000\nB,A,9,1e0,2.5\n");
  assert_int_equal(corrections, 2);
  support_remove_folder(folder);
}

static void test_fixed_flags_and_edges(void **state) {
  (void)state;
  g_autofree char *folder = support_write_folder(
      NULL, "flags.csv", "name,Meals,Beds\nA,1,0\nB,1,1\n", "edges.csv", "from,to\nX,Y\n", NULL);
  g_autofree char *flags = g_build_filename(folder, "flags.csv", NULL);
  g_autofree char *edges = g_build_filename(folder, "edges.csv", NULL);
  RefnetLoadOptions options = {.keep_rejects = TRUE, .service_columns = "Meals..Beds"};
  RefnetFiles files = {.organizations = flags};
  guint64 corrections;
  g_autoptr(RefnetDataset) flagged = refnet_dataset_load_files(&files, &options, NULL);
  assert_true(refnet_dataset_write_fixed(flagged, path_in, folder, &corrections, NULL));
  assert_file(folder, "organizations.csv",
              "name,Meals,Beds,services\nA,1,0,Meals\nB,1,1,Beds;Meals\n");
  RefnetFiles alone = {.referrals = edges};
  RefnetLoadOptions keeping = {.keep_rejects = TRUE};
  g_autoptr(RefnetDataset) taken = refnet_dataset_load_files(&alone, &keeping, NULL);
  assert_true(refnet_dataset_write_fixed(taken, path_in, folder, &corrections, NULL));
  assert_file(folder, "organizations.csv", "id,name\nx,X\ny,Y\n");
  assert_file(folder, "referrals.csv", "from,to\nX,Y\n");
  support_remove_folder(folder);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_rejects),
      cmocka_unit_test(test_no_rejects),
      cmocka_unit_test(test_many_rejects),
      cmocka_unit_test(test_fixed),
      cmocka_unit_test(test_fixed_is_sound),
      cmocka_unit_test(test_values_are_listed_once),
      cmocka_unit_test(test_counts_stay_what_they_are),
      cmocka_unit_test(test_fixed_flags_and_edges),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
