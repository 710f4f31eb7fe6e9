/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The generator against published values, and its ranges. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <refnet/base.h>

#define U(x) G_GUINT64_CONSTANT(x)

/* The reference output for state {1, 2, 3, 4}, as other implementations test themselves with it. */
static void published_sequence(void **state) {
  (void)state;
  RefnetRandom random = {{1, 2, 3, 4}};
  static const guint64 expected[] = {U(11520),
                                     U(0),
                                     U(1509978240),
                                     U(1215971899390074240),
                                     U(1216172134540287360),
                                     U(607988272756665600),
                                     U(16172922978634559625),
                                     U(8476171486693032832),
                                     U(10595114339597558777),
                                     U(2904607092377533576)};
  for (gsize i = 0; i < G_N_ELEMENTS(expected); i++)
    assert_true(refnet_random_next(&random) == expected[i]);
}

/* splitmix64 from 0: its published first outputs are the state. */
static void published_seeding(void **state) {
  (void)state;
  RefnetRandom random;
  refnet_random_seed(&random, 0);
  assert_true(random.state[0] == U(0xE220A8397B1DCDAF));
  assert_true(random.state[1] == U(0x6E789E6AA1B965F4));
  assert_true(random.state[2] == U(0x06C45D188009454F));
  assert_true(random.state[3] == U(0xF88BB8A8724C81EC));
}

static void same_seed_same_numbers(void **state) {
  (void)state;
  RefnetRandom a, b, other;
  refnet_random_seed(&a, 42);
  refnet_random_seed(&b, 42);
  refnet_random_seed(&other, 43);
  guint same = 0;
  for (int i = 0; i < 100; i++) {
    guint64 number = refnet_random_next(&a);
    assert_true(number == refnet_random_next(&b));
    same += number == refnet_random_next(&other);
  }
  assert_int_equal(same, 0);
}

static void units_fill_the_interval(void **state) {
  (void)state;
  RefnetRandom random;
  refnet_random_seed(&random, 1);
  double sum = 0, least = 1, most = 0;
  for (int i = 0; i < 100000; i++) {
    double unit = refnet_random_unit(&random);
    assert_true(unit >= 0 && unit < 1);
    sum += unit;
    least = MIN(least, unit);
    most = MAX(most, unit);
  }
  assert_true(sum > 49500 && sum < 50500);
  assert_true(least < .001 && most > .999);
}

static void bounds_hold_and_all_values_come_up_alike(void **state) {
  (void)state;
  RefnetRandom random;
  refnet_random_seed(&random, 5);
  guint seen[7] = {0};
  for (int i = 0; i < 70000; i++)
    seen[refnet_random_below(&random, 7)]++;
  for (gsize i = 0; i < G_N_ELEMENTS(seen); i++)
    assert_in_range(seen[i], 9600, 10400);
  for (int i = 0; i < 100; i++) {
    assert_true(refnet_random_below(&random, 1) == 0);
    assert_true(refnet_random_below(&random, U(1) << 63) < U(1) << 63);
    assert_true(refnet_random_below(&random, G_MAXUINT64) < G_MAXUINT64);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(published_sequence),
      cmocka_unit_test(published_seeding),
      cmocka_unit_test(same_seed_same_numbers),
      cmocka_unit_test(units_fill_the_interval),
      cmocka_unit_test(bounds_hold_and_all_values_come_up_alike),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
