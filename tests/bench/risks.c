/* SPDX-License-Identifier: GPL-2.0-or-later */
/* usage: risks FOLDER [TIMES]
 * What rests on few people: seconds for all exact findings of a dataset after loading, the best of
 * so many times, and what it has in it. */
#include <refnet/analysis.h>

#include <stdlib.h>
#include <time.h>

static gboolean measure(const RefnetNetwork *network, guint64 times, GError **error) {
  const RefnetRiskOptions options = {.turnover = REFNET_DEFAULT_TURNOVER,
                                     .as_of = refnet_date_from_ymd(2026, 9, 30)};
  gint64 best = G_MAXINT64;
  clock_t worked = 0;
  g_autoptr(RefnetRisks) risks = NULL;
  for (guint64 i = 0; i < times; i++) {
    g_clear_pointer(&risks, refnet_risks_free);
    gint64 begin = g_get_monotonic_time();
    clock_t worked_before = clock();
    if (!(risks = refnet_risks_new(network, &options, error)))
      return FALSE;
    if (g_get_monotonic_time() - begin < best) {
      best = g_get_monotonic_time() - begin;
      worked = clock() - worked_before;
    }
  }
  g_print("%.3f s (%.3f s of processor time): %u organisations, %u contacts, %" G_GUINT64_FORMAT
          " relationships; expected to "
          "have no contact %.3f, %u people hold half, %u only links, %u bridges\n",
          (double)best / 1e6, (double)worked / CLOCKS_PER_SEC, network->vertices,
          network->dataset->contact_count, network->ties, risks->expected_ties_lost,
          risks->truck_factor, risks->articulation.length, risks->bridge_count);
  return TRUE;
}

int main(int argc, char **argv) {
  g_autoptr(GError) error = NULL;
  if (argc < 2 || argc > 3)
    return 2;
  RefnetLoadOptions load = {.as_of = REFNET_DATE_UNKNOWN};
  g_autoptr(RefnetDataset) dataset = refnet_dataset_load(argv[1], &load, &error);
  g_autoptr(RefnetNetwork) network =
      dataset != NULL ? refnet_network_new(dataset, NULL, FALSE, &error) : NULL;
  if (network != NULL &&
      measure(network, argc > 2 ? g_ascii_strtoull(argv[2], NULL, 10) : 3, &error))
    return EXIT_SUCCESS;
  g_printerr("%s\n", error->message);
  return EXIT_FAILURE;
}
