/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Articulation organizations, whom they cut off, and bridges, against removing each in turn. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analysis/network/structure.h"
#include "unit/analysis/network_support.h"

enum { MOST = 24 };

/* Numbers the parts that are left without vertex `gone` or tie `cut`; returns how many there are.
 */
static guint32 find_parts(const RefnetNetwork *network, guint32 gone, guint64 cut, guint32 *part) {
  guint32 parts = 0, stack[MOST], height;
  for (guint32 v = 0; v < network->vertices; v++)
    part[v] = REFNET_NONE;
  for (guint32 root = 0; root < network->vertices; root++) {
    if (root == gone || part[root] != REFNET_NONE)
      continue;
    stack[0] = root;
    part[root] = parts;
    for (height = 1; height > 0;) {
      guint32 v = stack[--height];
      for (guint64 e = network->tie_start[v]; e < network->tie_start[v + 1]; e++) {
        guint32 w = network->neighbor[e];
        if (w == gone || network->tie_of[e] == cut || part[w] != REFNET_NONE)
          continue;
        part[w] = parts;
        stack[height++] = w;
      }
    }
    parts++;
  }
  return parts;
}

/* Marks whom removing v cuts off, straight from the definition. Returns how many. */
static guint32 mark_cut_off(const RefnetNetwork *network, guint32 v, gboolean *marked) {
  guint32 before[MOST], after[MOST], size[MOST] = {0}, largest = 0, same = 0, count = 0, parts = 0;
  find_parts(network, REFNET_NONE, G_MAXUINT64, before);
  find_parts(network, v, G_MAXUINT64, after);
  for (guint32 w = 0; w < network->vertices; w++)
    if (w != v && before[w] == before[v])
      size[after[w]]++;
  for (guint32 p = 0; p < MOST; p++) {
    parts += size[p] > 0;
    if (size[p] > largest) {
      largest = size[p];
      same = 1;
    } else if (size[p] == largest) {
      same++;
    }
  }
  for (guint32 w = 0; w < network->vertices; w++) {
    marked[w] =
        w != v && before[w] == before[v] && parts > 1 && (same > 1 || size[after[w]] < largest);
    count += marked[w];
  }
  return count;
}

static void check_against_removal(const RefnetNetwork *network) {
  g_autoptr(RefnetStructure) structure = refnet_structure_new(network, NULL);
  guint32 part[MOST], cut_off[MOST], bridges = 0;
  guint64 total = 0;
  guint32 parts = find_parts(network, REFNET_NONE, G_MAXUINT64, part);
  for (guint32 v = 0; v < network->vertices; v++) {
    gboolean marked[MOST];
    guint32 count = mark_cut_off(network, v, marked);
    assert_int_equal(structure->articulation[v], count > 0);
    assert_int_equal(structure->cut_off_count[v], count);
    refnet_structure_cut_off(structure, v, cut_off);
    for (guint32 i = 0; i < count; i++) {
      assert_true(marked[cut_off[i]]);
      assert_true(i == 0 || cut_off[i - 1] < cut_off[i]);
    }
    total += count;
  }
  for (guint64 t = 0; t < network->ties; t++) {
    gboolean bridge = find_parts(network, REFNET_NONE, t, part) > parts;
    assert_int_equal(structure->bridge[t], bridge);
    bridges += bridge;
  }
  assert_int_equal(structure->cut_off_total, total);
  assert_int_equal(structure->bridge_count, bridges);
}

static void random_networks(void **state) {
  (void)state;
  for (guint64 seed = 0; seed < 600; seed++) {
    RefnetRandom random;
    refnet_random_seed(&random, seed);
    guint32 n = (guint32)refnet_random_below(&random, MOST + 1);
    g_autoptr(SupportNetwork) support = support_network_new(n);
    support_add_random_arcs(support, &random, (guint32)refnet_random_below(&random, 2 * n + 1),
                            seed % 2);
    check_against_removal(support_build(support, FALSE));
  }
}

static void random_trees(void **state) {
  (void)state;
  for (guint64 seed = 0; seed < 200; seed++) {
    RefnetRandom random;
    refnet_random_seed(&random, seed);
    g_autoptr(SupportNetwork) support = support_network_new(MOST);
    for (guint32 v = 1; v < MOST; v++)
      support_add_arc(support, v, (guint32)refnet_random_below(&random, v));
    check_against_removal(support_build(support, FALSE));
  }
}

/* Without the middle of three, neither of the others is the larger part. */
static void equal_parts_are_all_named(void **state) {
  (void)state;
  g_autoptr(SupportNetwork) support = support_network_new(6);
  support_add_arc(support, 0, 1);
  support_add_arc(support, 1, 2);
  support_add_arc(support, 4, 5);
  g_autoptr(RefnetStructure) structure = refnet_structure_new(support_build(support, FALSE), NULL);
  guint32 cut_off[2];
  assert_int_equal(structure->cut_off_count[1], 2);
  refnet_structure_cut_off(structure, 1, cut_off);
  assert_int_equal(cut_off[0], 0);
  assert_int_equal(cut_off[1], 2);
  assert_int_equal(structure->bridge_count, 3);
}

/* Deep enough to exhaust the stack of a search that called itself. */
static void a_long_path(void **state) {
  (void)state;
  enum { LENGTH = 200000 };
  g_autoptr(SupportNetwork) support = support_network_new(LENGTH);
  for (guint32 v = 0; v + 1 < LENGTH; v++)
    support_add_arc(support, v, v + 1);
  g_autoptr(RefnetStructure) structure = refnet_structure_new(support_build(support, FALSE), NULL);
  assert_int_equal(structure->bridge_count, LENGTH - 1);
  assert_int_equal(structure->cut_off_count[1], 1);
  assert_int_equal(structure->cut_off_count[LENGTH / 2], LENGTH / 2 - 1);
  assert_false(structure->articulation[0]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(random_networks),
      cmocka_unit_test(random_trees),
      cmocka_unit_test(equal_parts_are_all_named),
      cmocka_unit_test(a_long_path),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
