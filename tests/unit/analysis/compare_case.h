/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two datasets, compared, and what changed in a line of text. Include after <cmocka.h>. */
#ifndef TESTS_COMPARE_CASE_H
#define TESTS_COMPARE_CASE_H

#include <refnet/analysis.h>

#include "unit/support.h"

#define PLACES "area,name\nnorth,North\nsouth,South\n"

typedef struct {
  RefnetDataset *datasets[REFNET_SIDES];
  RefnetNetwork *networks[REFNET_SIDES];
  RefnetChanges *changes;
} Pair;

enum { DAY = 20000 };

static inline void compare(Pair *pair, RefnetDataset *then, RefnetDataset *now) {
  g_autoptr(GError) error = NULL;
  const RefnetCompareOptions options = {.as_of = {DAY, DAY}, .seed = 1};
  assert_non_null(then);
  assert_non_null(now);
  pair->datasets[REFNET_THEN] = then;
  pair->datasets[REFNET_NOW] = now;
  for (guint side = 0; side < REFNET_SIDES; side++)
    pair->networks[side] = refnet_network_new(pair->datasets[side], NULL, FALSE, &error);
  pair->changes =
      refnet_changes_new(pair->networks[REFNET_THEN], pair->networks[REFNET_NOW], &options, &error);
  assert_null(error);
  assert_non_null(pair->changes);
}

static inline void pair_clear(Pair *pair) {
  refnet_changes_free(pair->changes);
  for (guint side = 0; side < REFNET_SIDES; side++) {
    refnet_network_free(pair->networks[side]);
    refnet_dataset_free(pair->datasets[side]);
  }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Pair, pair_clear)

static inline const char *name_of(const Pair *pair, guint32 compared) {
  return refnet_changes_organization(pair->changes, compared, REFNET_NOW)->name;
}

/* "listed Elm;renamed Oak": kinds and names, as people would write them. */
static inline char *moves_of(const Pair *pair) {
  static const char *const kinds[] = {"listed", "reopened", "entered", "unlisted",
                                      "closed", "left",     "joined",  "renamed"};
  GString *text = g_string_new(NULL);
  for (gsize i = 0; i < pair->changes->move_count; i++)
    g_string_append_printf(text, "%s%s %s", i ? ";" : "", kinds[pair->changes->moves[i].kind],
                           name_of(pair, pair->changes->moves[i].compared));
  return g_string_free(text, FALSE);
}

static inline char *ties_of(const Pair *pair) {
  static const char *const kinds[] = {"added",    "removed", "unsaid then", "unsaid now",
                                      "stronger", "weaker",  "steady"};
  GString *text = g_string_new(NULL);
  for (gsize i = 0; i < pair->changes->tie_count; i++) {
    const RefnetTieChange *tie = &pair->changes->ties[i];
    g_string_append_printf(text, "%s%s %s-%s%s%s%s", i ? ";" : "", kinds[tie->kind],
                           name_of(pair, tie->a), name_of(pair, tie->b),
                           tie->clearly ? " clearly" : "", tie->two_way ? " two-way" : "",
                           tie->one_way ? " one-way" : "");
  }
  return g_string_free(text, FALSE);
}

static inline void assert_moves(const Pair *pair, const char *expected) {
  g_autofree char *moves = moves_of(pair);
  assert_string_equal(moves, expected);
}

static inline void assert_ties(const Pair *pair, const char *expected) {
  g_autofree char *ties = ties_of(pair);
  assert_string_equal(ties, expected);
}

#endif
