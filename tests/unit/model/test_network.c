/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Arcs and ties: 0, 1, 2 organizations, then random ones against tables of everything. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "unit/support.h"

static RefnetNetwork *network_of(const RefnetDataset *dataset) {
  g_autoptr(GError) error = NULL;
  RefnetNetwork *network = refnet_network_new(dataset, NULL, FALSE, &error);
  assert_null(error);
  return network;
}

static void test_smallest(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) one = support_load(NULL, "organizations.csv", "id,name\na,A\n",
                                              "referrals.csv", "from,to\na,a\n", NULL);
  g_autoptr(RefnetNetwork) network = network_of(one);
  assert_int_equal(network->vertices, 1);
  assert_int_equal(network->arcs, 0);
  assert_int_equal(network->ties, 0);
  assert_int_equal(refnet_network_degree(network, 0), 0);
  assert_int_equal(refnet_network_find_arc(network, 0, 0), G_MAXUINT64);
}

static void test_both_directions_are_one_tie(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv", "id,name\nb,B\na,A\n", "referrals.csv",
      "from,to,count,date,frequency\na,b,2,2026-01-01,weekly\nb,a,,,\na,b,3,2025-01-01,daily\n"
      "a,b,0,2026-05-05,daily\nb,b,4,,\na,b,,,never\n",
      NULL);
  g_autoptr(RefnetNetwork) network = network_of(dataset);
  assert_int_equal(network->arcs, 2);
  assert_int_equal(network->ties, 1);
  guint64 arc = refnet_network_find_arc(network, 0, 1);
  assert_int_equal(arc, 0);
  assert_int_equal(network->arc_count[arc], 5);
  assert_int_equal(refnet_network_arc_date(network, arc), refnet_date_from_ymd(2026, 1, 1));
  assert_int_equal(network->arc_frequency[arc], REFNET_FREQUENCY_DAILY);
  assert_int_equal(network->row_start[1] - network->row_start[0], 2);
  assert_int_equal(network->rows[0], 0);
  assert_int_equal(network->rows[1], 2);
  assert_int_equal(refnet_network_arc_date(network, 1), REFNET_DATE_UNKNOWN);
  assert_int_equal(refnet_network_find_tie(network, 1, 0), 0);
  assert_string_equal(refnet_network_organization(network, 1)->id, "b");
}

static void test_no_rows(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(NULL, "organizations.csv", "name\nA\nB\n", NULL);
  char *nowhere[] = {(char *)"x", NULL};
  RefnetFilter filter = {
      .areas = nowhere, .since = REFNET_DATE_UNKNOWN, .until = REFNET_DATE_UNKNOWN};
  g_autoptr(GError) error = NULL;
  assert_null(refnet_network_new(dataset, &filter, FALSE, &error));
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_USAGE));
}

/* ---- against a table of all pairs ------------------------------------------------------------ */

enum { MOST = 40 };

typedef struct {
  guint64 count[MOST][MOST];
  RefnetDate date[MOST][MOST];
  guint32 rows[MOST][MOST];
} Table;

static char *random_rows(RefnetRandom *random, guint32 n, guint32 rows, Table *table) {
  GString *text = g_string_new("from,to,count,date\n");
  memset(table, 0, sizeof *table);
  for (guint32 a = 0; a < MOST; a++)
    for (guint32 b = 0; b < MOST; b++)
      table->date[a][b] = REFNET_DATE_UNKNOWN;
  for (guint32 i = 0; i < rows; i++) {
    guint32 from = (guint32)refnet_random_below(random, n);
    guint32 to = (guint32)refnet_random_below(random, n);
    guint32 count = (guint32)refnet_random_below(random, 4);
    RefnetDate date =
        refnet_date_from_ymd(2026, 1, 1) + (RefnetDate)refnet_random_below(random, 99);
    gboolean dated = refnet_random_below(random, 2) == 0;
    g_autofree char *iso = dated ? refnet_date_iso(date) : g_strdup("");
    g_string_append_printf(text, "o%02u,o%02u,%u,%s\n", from, to, count, iso);
    if (from == to || count == 0)
      continue;
    table->count[from][to] += count;
    table->rows[from][to]++;
    if (dated)
      table->date[from][to] = MAX(table->date[from][to], date);
  }
  return g_string_free(text, FALSE);
}

static void check_arcs(const RefnetNetwork *network, const Table *table, guint32 n) {
  guint64 arc = 0, in = 0;
  for (guint32 a = 0; a < n; a++) {
    assert_int_equal(network->out_start[a], arc);
    for (guint32 b = 0; b < n; b++) {
      if (table->rows[a][b] == 0) {
        assert_int_equal(refnet_network_find_arc(network, a, b), G_MAXUINT64);
        continue;
      }
      assert_int_equal(refnet_network_find_arc(network, a, b), arc);
      assert_int_equal(network->arc_from[arc], a);
      assert_int_equal(network->arc_to[arc], b);
      assert_int_equal(network->arc_count[arc], table->count[a][b]);
      assert_int_equal(refnet_network_arc_date(network, arc), table->date[a][b]);
      assert_int_equal(network->row_start[arc + 1] - network->row_start[arc], table->rows[a][b]);
      for (guint64 i = network->row_start[arc] + 1; i < network->row_start[arc + 1]; i++)
        assert_true(network->rows[i - 1] < network->rows[i]);
      arc++;
    }
  }
  assert_int_equal(network->arcs, arc);
  for (guint32 b = 0; b < n; b++) {
    assert_int_equal(network->in_start[b], in);
    for (guint32 a = 0; a < n; a++)
      if (table->rows[a][b] > 0)
        assert_int_equal(network->in_arc[in++], refnet_network_find_arc(network, a, b));
  }
}

static void check_ties(const RefnetNetwork *network, const Table *table, guint32 n) {
  guint64 tie = 0, end = 0;
  for (guint32 a = 0; a < n; a++)
    for (guint32 b = a + 1; b < n; b++) {
      if (table->rows[a][b] == 0 && table->rows[b][a] == 0)
        continue;
      assert_int_equal(network->tie_a[tie], a);
      assert_int_equal(network->tie_b[tie], b);
      assert_int_equal(refnet_network_find_tie(network, a, b), tie);
      assert_int_equal(refnet_network_find_tie(network, b, a), tie);
      tie++;
    }
  assert_int_equal(network->ties, tie);
  for (guint32 a = 0; a < n; a++) {
    assert_int_equal(network->tie_start[a], end);
    for (guint32 b = 0; b < n; b++)
      if (table->rows[a][b] > 0 || table->rows[b][a] > 0)
        assert_int_equal(network->neighbor[end++], b);
    assert_int_equal(refnet_network_degree(network, a), end - network->tie_start[a]);
  }
}

static void test_against_tables(void **state) {
  (void)state;
  RefnetRandom random;
  refnet_random_seed(&random, 11);
  Table *table = g_new(Table, 1);
  for (guint32 round = 0; round < 40; round++) {
    guint32 n = 1 + round % MOST, rows = (guint32)refnet_random_below(&random, 6 * n);
    g_autofree char *referrals = random_rows(&random, n, rows, table);
    GString *organizations = g_string_new("id,name\n");
    for (guint32 i = n; i-- > 0;)
      g_string_append_printf(organizations, "o%02u,Name %u\n", i, i);
    g_autoptr(RefnetDataset) dataset = support_load(NULL, "organizations.csv", organizations->str,
                                                    "referrals.csv", referrals, NULL);
    g_string_free(organizations, TRUE);
    g_autoptr(RefnetNetwork) network = network_of(dataset);
    check_arcs(network, table, n);
    check_ties(network, table, n);
  }
  g_free(table);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_smallest),
      cmocka_unit_test(test_both_directions_are_one_tie),
      cmocka_unit_test(test_no_rows),
      cmocka_unit_test(test_against_tables),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
