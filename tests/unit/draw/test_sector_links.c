/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Links between sectors add up, however few groups they are gathered into. */

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "draw/charts/sector_links.h"
#include "unit/support.h"

static RefnetDataset *load(void) {
  GError *error = NULL;
  RefnetDataset *dataset =
      support_load(&error, "organizations.csv",
                   "id,name,sector\na,A,health\nb,B,health\nc,C,food\nd,D,law\ne,E,\n",
                   "referrals.csv", "from,to\na,b\na,c\nc,a\nb,c\nd,e\ne,a\nc,d\n", NULL);
  assert_null(error);
  return dataset;
}

static void check(gboolean undirected, guint32 most, guint32 groups) {
  RefnetDataset *dataset = load();
  GError *error = NULL;
  RefnetNetwork *network = refnet_network_new(dataset, NULL, undirected, &error);
  RefnetSummary *summary = refnet_summary_new(network, 1, &error);
  assert_null(error);
  RefnetSectorLinks *links = refnet_sector_links_new(summary, most);
  guint64 out = 0, in = 0;
  guint32 organizations = 0;
  assert_int_equal(links->count, groups);
  for (guint32 g = 0; g < links->count; g++) {
    out += links->groups[g].out;
    in += links->groups[g].in;
    organizations += links->groups[g].organizations;
    for (guint32 h = 0; undirected && h < g; h++)
      assert_int_equal(refnet_sector_links_at(links, g, h), refnet_sector_links_at(links, h, g));
  }
  assert_int_equal(organizations, network->vertices);
  assert_int_equal(out, in);
  assert_int_equal(links->within + links->between, undirected ? network->ties : network->arcs);
  assert_int_equal(out, undirected ? 2 * links->between : links->between);
  assert_string_equal(links->groups[links->count - 1].name, "Sector not known");
  assert_false(links->groups[links->count - 1].is_sector);
  refnet_sector_links_free(links);
  refnet_summary_free(summary);
  refnet_network_free(network);
  refnet_dataset_free(dataset);
}

static void test_all_shown(void **state) {
  (void)state;
  check(FALSE, 10, 4);
  check(TRUE, 10, 4);
  check(FALSE, 3, 4);
}

static void test_others_together(void **state) {
  (void)state;
  check(FALSE, 2, 3);
  check(TRUE, 2, 3);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_all_shown),
      cmocka_unit_test(test_others_together),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
