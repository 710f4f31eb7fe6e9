/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A dataset is the same whether its rows are parsed in a thread of their own or not, spoiled as it
 * may be. That every cut between batches gives the same is tested where tables are read. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "unit/support.h"

enum { ORGANIZATIONS = 300, ROWS = 4000, WIDE = 120 };

static void spoil(GString *text, RefnetRandom *random) {
  static const char *const splinters[] = {"\"",   "\n",  "\r\n", ",", "\xE9",
                                          "\"\n", ",\"", " ",    "\t"};
  const gsize at = refnet_random_below(random, text->len);
  if (refnet_random_below(random, 3) == 0)
    g_string_erase(text, (gssize)at,
                   (gssize)MIN(1 + refnet_random_below(random, 30), text->len - at));
  else
    g_string_insert(text, (gssize)at,
                    splinters[refnet_random_below(random, G_N_ELEMENTS(splinters))]);
}

/* An export of many columns in Windows-1252. */
static GString *random_organizations(void) {
  GString *text = g_string_new("id,name,sector,services,areas");
  for (guint i = 0; i < WIDE; i++)
    g_string_append_printf(text, ",Extra %u", i);
  for (guint i = 0; i < ORGANIZATIONS; i++) {
    g_string_append_printf(text, "\r\norg-%u,Caf\xE9 %u,health,\"food; meals\",East", i, i);
    for (guint k = 0; k < WIDE; k++)
      g_string_append_printf(text, ",%s", (i + k) % 7 == 0 ? "d\xE9j\xE0 vu" : "x");
  }
  return text;
}

static GString *random_referrals(RefnetRandom *random) {
  GString *text = g_string_new("from,to,service,count,date,to contact\n");
  for (guint i = 0; i < ROWS; i++)
    g_string_append_printf(
        text, "org-%u,%s%u,%s,%u,2026-01-%02u,%s\n",
        (guint)refnet_random_below(random, ORGANIZATIONS), i % 3 == 0 ? "CAF\xC9 " : "org-",
        (guint)refnet_random_below(random, ORGANIZATIONS + 2),
        i % 5 == 0 ? "\"two\nlines\"" : "meals", i % 4, 1 + i % 33, i % 50 == 0 ? "Ann" : "");
  return text;
}

static char *describe(const char *folder, guint threads) {
  const RefnetLoadOptions options = {.as_of = REFNET_DATE_UNKNOWN, .threads = threads};
  g_autoptr(GError) error = NULL;
  g_autoptr(RefnetDataset) dataset = refnet_dataset_load(folder, &options, &error);
  if (dataset == NULL)
    return g_strdup(error->message);
  GString *text = g_string_new(NULL);
  for (guint32 i = 0; i < dataset->file_count; i++) {
    const RefnetRowCount *rows = &dataset->files[i].rows;
    assert_int_equal(rows->read, rows->kept + rows->merged + rows->rejected);
    g_string_append_printf(text, "%s %d %d %d\n", dataset->files[i].file, (int)rows->read,
                           (int)rows->kept, (int)rows->merged);
  }
  for (gsize i = 0; i < refnet_diagnostics_length(dataset->diagnostics); i++) {
    const RefnetDiagnostic *found = refnet_diagnostics_at(dataset->diagnostics, i);
    g_autofree char *place = refnet_diagnostic_location(found);
    g_string_append_printf(text, "%s %s %s\n", found->kind, place, found->message);
  }
  g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, FALSE, NULL);
  for (guint64 a = 0; a < network->arcs; a++)
    g_string_append_printf(text, "%u %u %d %d\n", network->arc_from[a], network->arc_to[a],
                           (int)network->arc_count[a], refnet_network_arc_date(network, a));
  for (guint64 i = 0; i < network->row_start[network->arcs]; i++)
    g_string_append_printf(text, "%u ", network->rows[i]);
  for (guint64 i = 0; i < network->arcs; i++)
    g_string_append_printf(text, "%u ", network->in_arc[i]);
  for (guint64 i = 0; i < 2 * network->ties; i++)
    g_string_append_printf(text, "%u-%u ", network->neighbor[i], network->tie_of[i]);
  return g_string_free(text, FALSE);
}

static void test_same_in_two_threads(void **state) {
  (void)state;
  RefnetRandom random;
  refnet_random_seed(&random, 4);
  for (guint round = 0; round < 12; round++) {
    GString *organizations = random_organizations(), *referrals = random_referrals(&random);
    for (guint i = 0; i < round; i++) {
      spoil(referrals, &random);
      if (round > 6)
        spoil(organizations, &random);
    }
    g_autofree char *folder = support_write_folder(NULL, "organizations.csv", organizations->str,
                                                   "referrals.csv", referrals->str, NULL);
    g_autofree char *one = describe(folder, 1), *two = describe(folder, 2);
    assert_string_equal(one, two);
    assert_true(strlen(one) > 1000 || round > 6);
    g_string_free(organizations, TRUE);
    g_string_free(referrals, TRUE);
    support_remove_folder(folder);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_same_in_two_threads)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
