/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What becomes of a component when some of its ties go, against labelling all parts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analysis/risks/parting.h"
#include "unit/analysis/network_support.h"

enum { ROUNDS = 400, MOST = 120 };

/* The part of the component that is larger than all others, or REFNET_NONE. */
static guint32 largest_part(const guint32 *before, const guint32 *after, guint32 length,
                            guint32 component) {
  guint32 largest = REFNET_NONE, size = 0;
  for (guint32 v = 0; v < length; v++) {
    guint32 part = support_count_label(after, length, v);
    if (before[v] != component || after[v] != v || part < size)
      continue;
    largest = part == size ? REFNET_NONE : v;
    size = part;
  }
  return largest;
}

static int by_number(gconstpointer a, gconstpointer b) {
  guint32 first = *(const guint32 *)a, second = *(const guint32 *)b;
  return (first > second) - (first < second);
}

/* Loses some ties of the component of the first of them; returns how many are cut off. */
static guint32 lose_some(RefnetParting *parting, const RefnetNetwork *network, guint8 *lost,
                         const guint32 *before, RefnetRandom *random) {
  guint32 after[MOST], wanted = (guint32)refnet_random_below(random, 12), component = REFNET_NONE;
  g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(guint32));
  g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(guint32));
  g_autoptr(GArray) taken = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint32 i = 0; i < wanted; i++) {
    guint32 tie = (guint32)refnet_random_below(random, network->ties);
    component = component == REFNET_NONE && !lost[tie] ? before[network->tie_a[tie]] : component;
    if (lost[tie] || before[network->tie_a[tie]] != component)
      continue;
    lost[tie] = TRUE;
    g_array_append_val(taken, tie);
    g_array_append_val(ends, network->tie_a[tie]);
    g_array_append_val(ends, network->tie_b[tie]);
  }
  if (component == REFNET_NONE)
    return 0;
  support_label_parts(network, lost, after);
  guint32 kept = largest_part(before, after, network->vertices, component), at = 0;
  refnet_parting_find(parting, ends, support_count_label(before, network->vertices, component),
                      found);
  g_array_sort(found, by_number);
  for (guint32 v = 0; v < network->vertices; v++)
    if (before[v] == component && after[v] != kept) {
      assert_true(at < found->len);
      assert_int_equal(g_array_index(found, guint32, at++), v);
    }
  assert_int_equal(at, found->len);
  for (guint i = 0; i < taken->len; i++)
    lost[g_array_index(taken, guint32, i)] = FALSE;
  return found->len;
}

static void equal_to_labels(void **state) {
  (void)state;
  guint32 cut_off = 0, wholes = 0;
  for (guint64 seed = 0; seed < ROUNDS; seed++) {
    RefnetRandom random;
    refnet_random_seed(&random, seed);
    guint32 n = 2 + (guint32)refnet_random_below(&random, MOST - 2), before[MOST];
    g_autoptr(SupportNetwork) support = support_network_new(n);
    support_add_random_arcs(support, &random, n + (guint32)refnet_random_below(&random, 2 * n),
                            seed % 2 == 0);
    const RefnetNetwork *network = support_build(support, FALSE);
    if (network->ties == 0)
      continue;
    g_autofree guint8 *lost = g_new0(guint8, network->ties);
    for (guint64 t = 0; t < network->ties; t++)
      lost[t] = refnet_random_below(&random, 10) == 0;
    support_label_parts(network, lost, before);
    g_autoptr(RefnetParting) parting = refnet_parting_new(network, lost, NULL);
    for (guint i = 0; i < 20; i++) {
      guint32 length = lose_some(parting, network, lost, before, &random);
      cut_off += length > 0;
      wholes += length == 0;
    }
  }
  assert_true(cut_off > ROUNDS && wholes > ROUNDS);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(equal_to_labels)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
