/* SPDX-License-Identifier: GPL-2.0-or-later */
/* usage: everyone FOLDER [TOP]
 * Suggestions for every organization of a dataset after loading, beside asking for 20 of them one
 * by one; exit 1 when the two differ for any of these. Then what it takes to tell of one with
 * reasons. Beside it the ends of all paths of two and three ties: what a walk without bounds would
 * have to add up, at about a nanosecond each. */
#include <refnet/analysis.h>

#include <math.h>
#include <stdlib.h>
#include <time.h>

enum { ASKED = 20 };

static gboolean is_same(const RefnetEveryone *everyone, guint32 vertex, const RefnetWhoElse *one) {
  const RefnetRanked *ranked = everyone->ranked + everyone->start[vertex];
  if (everyone->start[vertex + 1] - everyone->start[vertex] != one->suggestion_count)
    return FALSE;
  for (guint32 i = 0; i < one->suggestion_count; i++)
    if (ranked[i].vertex != one->suggestions[i].vertex ||
        !(fabs(ranked[i].score - one->suggestions[i].score) <= 1e-9))
      return FALSE;
  return TRUE;
}

/* Reasons and introductions of some, after the search. */
static void measure_telling(const RefnetEveryone *everyone) {
  enum { EVERY = 50 };
  gint64 begin = g_get_monotonic_time();
  guint64 told = 0;
  for (guint32 v = 0; v < everyone->network->vertices; v += EVERY)
    for (guint32 i = 0; i < everyone->start[v + 1] - everyone->start[v]; i++, told++)
      refnet_who_else_free(refnet_everyone_answer(everyone, v, i, NULL));
  g_print("reasons and introductions: %.1f us each\n",
          (double)(g_get_monotonic_time() - begin) / (double)MAX(told, 1));
}

static double ties_of(const RefnetNetwork *network, guint32 vertex) {
  return (double)(network->tie_start[vertex + 1] - network->tie_start[vertex]);
}

static void count_paths(const RefnetNetwork *network) {
  double two = 0, three = 0;
  for (guint32 z = 0; z < network->vertices; z++) {
    two += ties_of(network, z) * ties_of(network, z);
    for (guint64 i = network->tie_start[z]; i < network->tie_start[z + 1]; i++)
      three += ties_of(network, z) * ties_of(network, network->neighbor[i]);
  }
  g_print("paths of two ties: %.3g, of three: %.3g\n", two, three);
}

static gboolean measure(const RefnetNetwork *network, guint32 top, GError **error) {
  const RefnetWhoElseOptions options = {.top = top, .as_of = refnet_date_from_ymd(2026, 9, 30)};
  gint64 begin = g_get_monotonic_time(), asking = 0, slowest = 0;
  clock_t worked = clock();
  gboolean same = TRUE;
  g_autoptr(RefnetEveryone) everyone = refnet_who_else_everyone(network, &options, error);
  if (!everyone)
    return FALSE;
  double seconds = (double)(g_get_monotonic_time() - begin) / 1e6;
  worked = clock() - worked;
  for (guint32 i = 0; i < ASKED; i++) {
    guint32 vertex = (guint32)((guint64)i * network->vertices / ASKED);
    begin = g_get_monotonic_time();
    g_autoptr(RefnetWhoElse) one = refnet_who_else_new(network, vertex, &options, error);
    gint64 took = g_get_monotonic_time() - begin;
    asking += took;
    slowest = MAX(slowest, took);
    same = same && one && is_same(everyone, vertex, one);
  }
  double each = (double)asking / 1e6 / ASKED;
  g_print("%u organisations, the first %u for each: %.3f s (%.3f s of processor time); one by one "
          "%.4f s each, %.4f s at most, %.0f times as long; %s\n",
          network->vertices, top, seconds, (double)worked / CLOCKS_PER_SEC, each,
          (double)slowest / 1e6, each * network->vertices / seconds,
          same ? "the same" : "NOT THE SAME");
  if (network->vertices >= 100000)
    g_print("target at 100,000 organisations: 0.5 s in two threads, 0.05 s for one\n");
  measure_telling(everyone);
  count_paths(network);
  return same;
}

int main(int argc, char **argv) {
  g_autoptr(GError) error = NULL;
  if (argc < 2 || argc > 3)
    return 2;
  RefnetLoadOptions load = {.as_of = REFNET_DATE_UNKNOWN};
  g_autoptr(RefnetDataset) dataset = refnet_dataset_load(argv[1], &load, &error);
  g_autoptr(RefnetNetwork) network =
      dataset != NULL ? refnet_network_new(dataset, NULL, FALSE, &error) : NULL;
  guint32 top = argc > 2 ? (guint32)g_ascii_strtoull(argv[2], NULL, 10) : 10;
  if (network != NULL && measure(network, top, &error))
    return EXIT_SUCCESS;
  if (error != NULL)
    g_printerr("%s\n", error->message);
  return EXIT_FAILURE;
}
