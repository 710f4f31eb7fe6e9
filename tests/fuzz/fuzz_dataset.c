/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A whole dataset from one input: a line "== organizations.csv" begins that file, and so on. It is
 * loaded and checked, its network built and its files written anew; the rows have to add up, and
 * messages to be text. Then its referrals are read by themselves. */
#include <refnet/model.h>

#include <stdint.h>

#include "fuzz/many_files.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const names[] = {"organizations.csv",
                                    "services.csv",
                                    "referrals.csv",
                                    "contacts.csv",
                                    "needs.csv",
                                    "areas.csv",
                                    "respondents.csv",
                                    "nominations.csv",
                                    "meetings.csv",
                                    "categories.csv",
                                    NULL};

static void check_diagnostics(const RefnetDataset *dataset) {
  for (gsize i = 0; i < refnet_diagnostics_length(dataset->diagnostics); i++) {
    const RefnetDiagnostic *diagnostic = refnet_diagnostics_at(dataset->diagnostics, i);
    require(g_utf8_validate(diagnostic->message, -1, NULL));
    require(diagnostic->contact == REFNET_NONE || diagnostic->contact < dataset->contact_count);
    for (const char *at = diagnostic->message; *at != '\0'; at = g_utf8_next_char(at))
      require(!g_unichar_iscntrl(g_utf8_get_char(at)));
  }
}

static void use(RefnetDataset *dataset) {
  guint64 rejected = 0;
  for (guint32 i = 0; i < dataset->file_count; i++) {
    RefnetRowCount rows = dataset->files[i].rows;
    require(rows.read == rows.kept + rows.merged + rows.rejected);
    rejected += rows.rejected;
  }
  require(refnet_diagnostics_count(dataset->diagnostics, REFNET_SEVERITY_ERROR) == rejected);
  for (guint32 v = 1; v < dataset->organization_count; v++)
    require(strcmp(dataset->organizations[v - 1].id, dataset->organizations[v].id) < 0);
  refnet_dataset_check(dataset, 20000);
  check_diagnostics(dataset);
  g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, FALSE, NULL);
  require(network != NULL && network->ties <= network->arcs);
}

static char *path_of_fixed(const char *name, gpointer folder) {
  return g_build_filename(folder, name, NULL);
}

static void write_anew(const RefnetDataset *dataset) {
  g_autofree char *folder = g_dir_make_tmp("refnet-fuzz-XXXXXX", NULL);
  guint64 corrections;
  require(folder != NULL &&
          refnet_dataset_write_fixed(dataset, path_of_fixed, folder, &corrections, NULL));
  many_files_remove(folder);
}

static void read_referrals_alone(const char *folder) {
  g_autofree char *path = g_build_filename(folder, "referrals.csv", NULL);
  const RefnetFiles files = {.referrals = path};
  g_autoptr(GError) error = NULL;
  g_autoptr(RefnetDataset) dataset = refnet_dataset_load_files(&files, NULL, &error);
  require((dataset == NULL) == (error != NULL));
  if (dataset != NULL)
    use(dataset);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  g_autofree char *folder = g_dir_make_tmp("refnet-fuzz-XXXXXX", NULL);
  require(folder != NULL);
  many_files_write(folder, names, (const char *)data, size);
  g_autoptr(GError) error = NULL;
  const RefnetLoadOptions options = {.as_of = REFNET_DATE_UNKNOWN, .keep_rejects = TRUE};
  g_autoptr(RefnetDataset) dataset = refnet_dataset_load(folder, &options, &error);
  require((dataset == NULL) == (error != NULL));
  if (dataset != NULL) {
    use(dataset);
    write_anew(dataset);
  }
  read_referrals_alone(folder);
  many_files_remove(folder);
  return 0;
}
