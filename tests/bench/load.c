/* SPDX-License-Identifier: GPL-2.0-or-later */
/* usage: load FOLDER [THREADS]
 * From CSV to a network; prints seconds, MiB at the peak, arcs and ties. */
#include <refnet/model.h>

#include <stdlib.h>
#include <sys/resource.h>

int main(int argc, char **argv) {
  g_autoptr(GError) error = NULL;
  if (argc < 2 || argc > 3)
    return 2;
  RefnetLoadOptions options = {.threads = argc > 2 ? (guint)g_ascii_strtoull(argv[2], NULL, 10) : 0,
                               .as_of = REFNET_DATE_UNKNOWN};
  gint64 begin = g_get_monotonic_time();
  g_autoptr(RefnetDataset) dataset = refnet_dataset_load(argv[1], &options, &error);
  gint64 loaded = g_get_monotonic_time();
  g_autoptr(RefnetNetwork) network =
      dataset != NULL ? refnet_network_new(dataset, NULL, FALSE, &error) : NULL;
  if (network == NULL) {
    g_printerr("%s\n", error->message);
    return EXIT_FAILURE;
  }
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  g_print("%.3f %ld %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " (read %.3f s)\n",
          (double)(g_get_monotonic_time() - begin) / 1e6, usage.ru_maxrss / 1024, network->arcs,
          network->ties, (double)(loaded - begin) / 1e6);
  return EXIT_SUCCESS;
}
