/* SPDX-License-Identifier: GPL-2.0-or-later */
/* usage: match_records DATASET PAIRS
 *
 * How well rows that are one organization are found, and what it costs. PAIRS has two ids a line,
 * and, where the copies were made, what was done to name and other fields, by tabs; the rest of the
 * dataset's rows are all different. Prints pairs found surely and with those to review, by what was
 * done, and wrong ones by the kind of rows that only look alike; beside two baselines on the same
 * rows: equal phone numbers, and Jaro–Winkler on name, address and city at the threshold that suits
 * it best on this very list. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <refnet/analysis.h>

#include "analysis/records/blocks.h"
#include "analysis/records/evidence.h"
#include "analysis/records/keys.h"

typedef struct {
  const RefnetDataset *dataset;
  GHashTable *gold;  /* pair keys: what was done to the copy, as strings */
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
    char **ids = g_strsplit_set(lines[i], " \t", 3);
    if (g_strv_length(ids) < 2) {
      g_strfreev(ids);
      continue;
    }
    guint32 a = refnet_dataset_find(bench->dataset, ids[0], NULL);
    guint32 b = refnet_dataset_find(bench->dataset, ids[1], NULL);
    if (a != REFNET_NONE && b != REFNET_NONE)
      g_hash_table_insert(bench->gold, pair_key(a, b), g_strdup(ids[2] ? ids[2] : ""));
    g_strfreev(ids);
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

/* ---- refnet ---------------------------------------------------------------------------------- */

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

static const char *known(const char *text) {
  return text ? text : "";
}

/* Each pair that is missed or wrong, for whoever wants to know why. */
static void show_errors(const Bench *bench) {
  GHashTableIter pairs;
  gpointer key;
  GHashTable *sets[] = {bench->gold, bench->found};
  for (guint i = 0; i < 2; i++) {
    g_hash_table_iter_init(&pairs, sets[i]);
    while (g_hash_table_iter_next(&pairs, &key, NULL)) {
      if (g_hash_table_contains(sets[!i], key))
        continue;
      guint64 pair = (guint64) * (gint64 *)key;
      const guint32 rows[] = {(guint32)(pair >> 32), (guint32)(pair & G_MAXUINT32)};
      printf("  %s %s\n", i ? "wrong" : "missed",
             i ? "" : (char *)g_hash_table_lookup(bench->gold, key));
      for (guint k = 0; k < 2; k++) {
        const RefnetOrganization *row = &bench->dataset->organizations[rows[k]];
        printf("    %s | %s | %s | %s | %s | %s | %s\n", row->id, row->name,
               known(row->details->address), known(row->details->city), known(row->details->phone),
               known(row->details->website), known(row->details->email));
      }
    }
  }
}

/* ---- by what was done ------------------------------------------------------------------------ */

typedef struct {
  guint sought, merged, found; /* of pairs sought; `merged` and `found` alone of wrong ones */
} Tally;

static Tally *tally_of(GHashTable *tallies, const char *kind) {
  Tally *tally = g_hash_table_lookup(tallies, kind);
  if (!tally)
    g_hash_table_insert(tallies, g_strdup(kind), tally = g_new0(Tally, 1));
  return tally;
}

/* Ids of rows that only look alike are "decoy-KIND-…". */
static char *kind_of_wrong(const Bench *bench, guint64 pair) {
  const guint32 rows[] = {(guint32)(pair >> 32), (guint32)(pair & G_MAXUINT32)};
  for (guint i = 0; i < 2; i++) {
    const char *id = bench->dataset->organizations[rows[i]].id;
    g_auto(GStrv) parts = g_strsplit(id, "-", 3);
    if (strcmp(parts[0], "decoy") == 0 && parts[1])
      return g_strdup_printf("wrong: %s", parts[1]);
  }
  return g_strdup("wrong: rows of the list itself");
}

static void tally_found(const Bench *bench, GHashTable *tallies, gboolean only_merged) {
  GHashTableIter pairs;
  gpointer key;
  g_hash_table_iter_init(&pairs, bench->found);
  while (g_hash_table_iter_next(&pairs, &key, NULL)) {
    const char *done = g_hash_table_lookup(bench->gold, key);
    g_autofree char *wrong = done ? NULL : kind_of_wrong(bench, (guint64) * (gint64 *)key);
    g_auto(GStrv) kinds = g_strsplit(done ? done : wrong, "\t", -1);
    for (guint i = 0; kinds[i]; i++) {
      Tally *tally = tally_of(tallies, kinds[i]);
      tally->merged += only_merged;
      tally->found += !only_merged;
    }
  }
}

static void tally_sought(const Bench *bench, GHashTable *tallies) {
  GHashTableIter pairs;
  gpointer done;
  g_hash_table_iter_init(&pairs, bench->gold);
  while (g_hash_table_iter_next(&pairs, NULL, &done)) {
    g_auto(GStrv) kinds = g_strsplit(done, "\t", -1);
    for (guint i = 0; kinds[i]; i++)
      tally_of(tallies, kinds[i])->sought++;
  }
}

static void print_tallies(GHashTable *tallies) {
  g_autoptr(GList) kinds = g_list_sort(g_hash_table_get_keys(tallies), (GCompareFunc)strcmp);
  for (GList *kind = kinds; kind; kind = kind->next) {
    const Tally *tally = g_hash_table_lookup(tallies, kind->data);
    if (*(char *)kind->data)
      printf("    %-42s %5u sought, %5u merged, %5u with those to review\n", (char *)kind->data,
             tally->sought, tally->merged, tally->found);
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
  g_autoptr(GHashTable) tallies = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  tally_sought(bench, tallies);
  take_groups(bench, same, FALSE);
  tally_found(bench, tallies, TRUE);
  print_score(bench, "refnet, to be merged");
  if (g_getenv("REFNET_BENCH_ERRORS"))
    show_errors(bench);
  take_groups(bench, same, TRUE);
  tally_found(bench, tallies, FALSE);
  print_score(bench, "refnet, with those to review");
  if (g_getenv("REFNET_BENCH_ERRORS"))
    show_errors(bench);
  print_tallies(tallies);
  return TRUE;
}

/* ---- baselines ------------------------------------------------------------------------------- */

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
  Bench bench = {.dataset = dataset,
                 .gold = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free),
                 .found = pair_set()};
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
