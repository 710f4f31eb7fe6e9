/* SPDX-License-Identifier: GPL-2.0-or-later */
/* usage: network FOLDER
 * Reads a dataset and finds components, articulation organizations, bridges, PageRank and
 * communities. Prints the seconds without communities, those of one run of Leiden, and those of the
 * communities that refnet shows, the best of so many runs and what they agree on. */
#include <refnet/analysis.h>

#include <stdlib.h>

#include "analysis/communities/communities.h"
#include "analysis/communities/leiden.h"
#include "analysis/network/algorithms.h"
#include "analysis/network/structure.h"

static double seconds_since(gint64 begin) {
  return (double)(g_get_monotonic_time() - begin) / 1e6;
}

static gboolean find_structure(const RefnetNetwork *network, GError **error) {
  g_autofree guint32 *component = g_new(guint32, network->vertices);
  g_autofree double *pagerank = g_new(double, network->vertices);
  guint32 count;
  g_autoptr(RefnetStructure) structure = refnet_structure_new(network, error);
  return structure && refnet_algorithm_components(network, component, &count, error) &&
         refnet_algorithm_pagerank(network, pagerank, error);
}

static gboolean run_once(const RefnetNetwork *network, GError **error) {
  g_autofree guint32 *community = g_new(guint32, network->vertices);
  RefnetPartition partition = {.community = community};
  g_autoptr(RefnetLeiden) leiden = refnet_leiden_new(network, error);
  return leiden && refnet_leiden_run(leiden, 1, &partition, error);
}

static gboolean run_all(const RefnetNetwork *network, GError **error) {
  g_autofree guint32 *community = g_new(guint32, network->vertices);
  guint32 count;
  double modularity;
  return refnet_communities(network, 1, community, &count, &modularity, error);
}

static gboolean measure(const char *folder, GError **error) {
  RefnetLoadOptions options = {.as_of = REFNET_DATE_UNKNOWN};
  gint64 begin = g_get_monotonic_time();
  g_autoptr(RefnetDataset) dataset = refnet_dataset_load(folder, &options, error);
  g_autoptr(RefnetNetwork) network =
      dataset ? refnet_network_new(dataset, NULL, FALSE, error) : NULL;
  if (!network || !find_structure(network, error))
    return FALSE;
  double base = seconds_since(begin);
  begin = g_get_monotonic_time();
  if (!run_once(network, error))
    return FALSE;
  double once = seconds_since(begin);
  begin = g_get_monotonic_time();
  if (!run_all(network, error))
    return FALSE;
  g_print("%.4f %.4f %.4f %u\n", base, once, seconds_since(begin), refnet_community_runs(network));
  return TRUE;
}

int main(int argc, char **argv) {
  g_autoptr(GError) error = NULL;
  if (argc != 2)
    return 2;
  if (measure(argv[1], &error))
    return EXIT_SUCCESS;
  g_printerr("%s\n", error->message);
  return EXIT_FAILURE;
}
