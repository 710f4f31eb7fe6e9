/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What organizations can be told apart by, where services.csv says what they offer and where. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "draw/signs/facets.h"
#include "unit/support.h"

static const char *group_at(const RefnetFacet *facet, guint32 vertex) {
  return facet->group[vertex] == REFNET_NONE ? NULL : facet->names[facet->group[vertex]];
}

static void check(const RefnetNetwork *network, const char *name, const char *const expected[5]) {
  g_autoptr(RefnetFacet) facet =
      refnet_facet_new(network, NULL, name, REFNET_FACET_GROUPS, "color-by", FALSE, NULL);
  assert_non_null(facet);
  for (guint32 v = 0; v < 5; v++)
    if (expected[v])
      assert_string_equal(group_at(facet, v), expected[v]);
    else
      assert_null(group_at(facet, v));
}

static void test_columns_of_services(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv",
                   "name,services,areas,populations\nA,,,\nB,shelter,West,adults\nC,,,\nD,legal "
                   "aid,East,\nE,,,\n",
                   "services.csv",
                   "organization,service,area,population\nA,food,East,youth\nC,food,East,\nC,"
                   "shelter,West,youth\n"
                   "D,food,West,\n",
                   NULL);
  g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, FALSE, NULL);
  check(network, "service", (const char *const[]){"food", "shelter", "Several", "food", NULL});
  check(network, "area", (const char *const[]){"East", "West", "Several", "East", NULL});
  check(network, "population", (const char *const[]){"youth", "adults", "youth", NULL, NULL});
}

static void test_spellings_of_an_attribute(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv",
                   "name,tier\nA,Follow-up\nB,follow up\nC,Follow/Up\nD,Followup\nE,\n", NULL);
  g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, FALSE, NULL);
  check(network, "tier",
        (const char *const[]){"Follow-up", "Follow-up", "Follow-up", "Followup", NULL});
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_columns_of_services),
                                     cmocka_unit_test(test_spellings_of_an_attribute)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
