/* SPDX-License-Identifier: GPL-2.0-or-later */
/* usage: match_records DATASET PAIRS
 *
 * How well rows that are one organization are found, and what it costs. PAIRS has two ids a line;
 * the rest of the dataset's rows are all different. Prints pairs found surely and with those to
 * review, beside two baselines on the same rows: equal phone numbers, and Jaro–Winkler on name,
 * address and city at the threshold that suits it best on this very list. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <refnet/analysis.h>

#include "analysis/records/blocks.h"
#include "analysis/records/evidence.h"
#include "analysis/records/keys.h"

typedef struct {
  const RefnetDataset *dataset;
  GHashTable *gold;  /* of pair keys */
  GHashTable *found; /* of pair keys */
  guint64 compared, gold_compared;
} Bench;

static gint64 *pair_key(guint32 a, guint32 b) {
  gint64 *key = g_new(gint64, 1);
  *key = (gint64)((guint64)MIN(a, b) << 32 | MAX(a, b));
  return key;
}

static GHashTable *pair_set(void) {
  return g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
}

static gboolean has_pair(GHashTable *set, guint32 a, guint32 b) {
  g_autofree gint64 *key = pair_key(a, b);
  return g_hash_table_contains(set, key);
}

static gboolean read_gold(Bench *bench, const char *path) {
  g_autofree char *text = NULL;
  if (!g_file_get_contents(path, &text, NULL, NULL))
    return FALSE;
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (guint i = 0; lines[i]; i++) {
    g_auto(GStrv) ids = g_strsplit(lines[i], " ", 2);
    if (!ids[0] || !ids[1])
      continue;
    guint32 a = refnet_dataset_find(bench->dataset, ids[0], NULL);
    guint32 b = refnet_dataset_find(bench->dataset, ids[1], NULL);
    if (a != REFNET_NONE && b != REFNET_NONE)
      g_hash_table_add(bench->gold, pair_key(a, b));
  }
  return TRUE;
}

static double print_score(const Bench *bench, const char *label) {
  guint64 right = 0, found = g_hash_table_size(bench->found);
  guint64 gold = g_hash_table_size(bench->gold);
  GHashTableIter pairs;
  gpointer key;
  g_hash_table_iter_init(&pairs, bench->found);
  while (g_hash_table_iter_next(&pairs, &key, NULL))
    right += g_hash_table_contains(bench->gold, key);
  double precision = found > 0 ? (double)right / (double)found : 0;
  double recall = gold > 0 ? (double)right / (double)gold : 0;
  double f1 = right > 0 ? 2 * precision * recall / (precision + recall) : 0;
  if (label)
    printf("  %-44s precision %.3f  recall %.3f  F1 %.3f\n", label, precision, recall, f1);
  return f1;
}

/* ---- refnet -------------------------------------------------------------------------------------
 */

static void take_groups(Bench *bench, const RefnetSameRecords *same, gboolean with_reviews) {
  g_hash_table_remove_all(bench->found);
  for (gsize i = 0; i < same->length; i++) {
    const RefnetRecordGroup *group = &same->groups[i];
    if (group->decision == REFNET_DECISION_REVIEW && !with_reviews)
      continue;
    for (guint32 a = 0; a < group->organizations.length; a++)
      for (guint32 b = a + 1; b < group->organizations.length; b++)
        g_hash_table_add(bench->found,
                         pair_key(group->organizations.items[a], group->organizations.items[b]));
  }
}

static void show_errors(const Bench *bench, const RefnetSameRecords *same) {
  GHashTableIter pairs;
  gpointer key;
  GHashTable *sets[] = {bench->gold, bench->found};
  (void)same;
  for (guint i = 0; i < 2; i++) {
    g_hash_table_iter_init(&pairs, sets[i]);
    while (g_hash_table_iter_next(&pairs, &key, NULL)) {
      if (g_hash_table_contains(sets[!i], key))
        continue;
      guint64 pair = (guint64) * (gint64 *)key;
      const RefnetOrganization *a = &bench->dataset->organizations[pair >> 32];
      const RefnetOrganization *b = &bench->dataset->organizations[pair & G_MAXUINT32];
      printf("%s: %s | %s | %s | %s  --  %s | %s | %s | %s\n", i ? "WRONG" : "MISSED", a->name,
             a->details->address, a->details->city, a->details->phone, b->name, b->details->address,
             b->details->city, b->details->phone);
    }
  }
}

static gboolean count_pair(guint32 a, guint32 b, gpointer data) {
  Bench *bench = data;
  bench->compared++;
  bench->gold_compared += has_pair(bench->gold, a, b);
  return TRUE;
}

static void print_blocking(Bench *bench) {
  g_autoptr(RefnetFolded) rows = refnet_folded_new(bench->dataset, NULL, NULL);
  double n = bench->dataset->organization_count;
  refnet_blocks_pairs(rows, REFNET_BLOCKS_ALL, NULL, count_pair, bench, NULL);
  printf("  %-44s %.4f of the pairs, %.4f of those sought (%" G_GUINT64_FORMAT " compared)\n",
         "refnet compares", (double)bench->compared / (n * (n - 1) / 2),
         (double)bench->gold_compared / MAX(g_hash_table_size(bench->gold), 1), bench->compared);
}

static gboolean run(Bench *bench) {
  g_autoptr(RefnetNetwork) network = refnet_network_new(bench->dataset, NULL, FALSE, NULL);
  gint64 start = g_get_monotonic_time();
  g_autoptr(RefnetSameRecords) same = refnet_same_records_new(network, NULL, NULL);
  double seconds = (double)(g_get_monotonic_time() - start) / 1e6;
  if (!same)
    return FALSE;
  printf("%u rows, %u pairs sought, refnet takes %.2f s\n", bench->dataset->organization_count,
         g_hash_table_size(bench->gold), seconds);
  take_groups(bench, same, FALSE);
  print_score(bench, "refnet, to be merged");
  if (g_getenv("REFNET_BENCH_ERRORS"))
    show_errors(bench, same);
  take_groups(bench, same, TRUE);
  print_score(bench, "refnet, with those to review");
  if (g_getenv("REFNET_BENCH_ERRORS"))
    show_errors(bench, same);
  return TRUE;
}

/* ---- baselines ----------------------------------------------------------------------------------
 */

static void print_phones(Bench *bench) {
  guint32 rows = bench->dataset->organization_count;
  g_autofree guint64 *numbers = g_new0(guint64, rows);
  guint32 known = 0;
  for (guint32 v = 0; v < rows; v++)
    known += refnet_key_phones(bench->dataset->organizations[v].details->phone, &numbers[v], 1);
  g_hash_table_remove_all(bench->found);
  for (guint32 a = 0; a < rows; a++)
    for (guint32 b = a + 1; b < rows; b++)
      if (numbers[a] != 0 && numbers[a] == numbers[b])
        g_hash_table_add(bench->found, pair_key(a, b));
  if (known > 0)
    print_score(bench, "equal phone number");
}

static char *whole_text(const RefnetOrganization *row) {
  g_autofree char *joined =
      g_strdup_printf("%s %s %s", row->name, row->details->address ? row->details->address : "",
                      row->details->city ? row->details->city : "");
  return refnet_text_fold(joined);
}

static void print_jaro_winkler(Bench *bench) {
  enum { STEPS = 40 };
  guint32 rows = bench->dataset->organization_count;
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GPtrArray) levels = g_ptr_array_new_with_free_func((GDestroyNotify)g_hash_table_unref);
  for (guint32 v = 0; v < rows; v++)
    g_ptr_array_add(texts, whole_text(&bench->dataset->organizations[v]));
  for (guint i = 0; i < STEPS; i++)
    g_ptr_array_add(levels, pair_set());
  for (guint32 a = 0; a < rows; a++)
    for (guint32 b = a + 1; b < rows; b++) {
      double likeness = refnet_jaro_winkler(texts->pdata[a], texts->pdata[b]);
      for (guint i = 0; i < STEPS; i++)
        if (likeness >= .8 + .005 * i)
          g_hash_table_add(levels->pdata[i], pair_key(a, b));
    }
  GHashTable *own = bench->found;
  double best = -1;
  guint best_level = 0;
  for (guint i = 0; i < STEPS; i++) {
    bench->found = levels->pdata[i];
    double f1 = print_score(bench, NULL);
    if (f1 > best) {
      best = f1;
      best_level = i;
    }
  }
  g_autofree char *label =
      g_strdup_printf("Jaro-Winkler on name, address, city, at %.3f", .8 + .005 * best_level);
  bench->found = levels->pdata[best_level];
  print_score(bench, label);
  bench->found = own;
}

int main(int argc, char **argv) {
  if (argc != 3)
    return 2;
  g_autoptr(RefnetDataset) dataset = refnet_dataset_load(argv[1], NULL, NULL);
  Bench bench = {.dataset = dataset, .gold = pair_set(), .found = pair_set()};
  gboolean ok = dataset && read_gold(&bench, argv[2]) && run(&bench);
  if (ok)
    print_blocking(&bench);
  if (ok && dataset->organization_count <= 2000) { /* the baselines look at every pair */
    print_phones(&bench);
    print_jaro_winkler(&bench);
  }
  g_hash_table_unref(bench.gold);
  g_hash_table_unref(bench.found);
  return !ok;
}
