/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A directory of services from one input: a line "== services.csv" begins that file, and so on; the
 * first byte chooses the options. Whatever is imported is a dataset without errors; else there is
 * an error. */
#include <refnet/exchange.h>

#include <stdint.h>

#include "fuzz/many_files.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const names[] = {"organizations.csv",
                                    "services.csv",
                                    "locations.csv",
                                    "services_at_location.csv",
                                    "addresses.csv",
                                    "contacts.csv",
                                    "phones.csv",
                                    "service_areas.csv",
                                    "taxonomy_terms.csv",
                                    "taxonomies.csv",
                                    "attributes.csv",
                                    "service_attributes.csv",
                                    "languages.csv",
                                    "eligibility.csv",
                                    "programs.csv",
                                    "organization_identifiers.csv",
                                    "areas.csv",
                                    "mail_addresses.csv",
                                    NULL};

static char *path_in(const char *name, gpointer folder) {
  return g_build_filename(folder, name, NULL);
}

static void check_made(const char *folder) {
  g_autoptr(GError) error = NULL;
  g_autoptr(RefnetDataset) dataset = refnet_dataset_load(folder, NULL, &error);
  require(dataset != NULL);
  require(refnet_diagnostics_count(dataset->diagnostics, REFNET_SEVERITY_ERROR) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  g_autofree char *folder = g_dir_make_tmp("refnet-fuzz-XXXXXX", NULL);
  g_autofree char *made = g_dir_make_tmp("refnet-fuzz-XXXXXX", NULL);
  require(folder != NULL && made != NULL);
  guint choice = size > 0 ? data[0] : 0;
  many_files_write(folder, names, (const char *)data + (size > 0), size - (size > 0));
  g_autoptr(RefnetImportReport) report = refnet_import_report_new("hsds", folder, made);
  const RefnetImport import = {
      .source = folder, .path = path_in, .path_data = made, .report = report};
  const RefnetDirectoryOptions options = {.taxonomy_level = choice % 4,
                                          .area_from = (RefnetAreaFrom)(choice / 4 % 5),
                                          .inactive = choice / 20 % 2 == 1};
  g_autoptr(GError) error = NULL;
  gboolean ok = refnet_import_hsds(&import, &options, &error);
  require(ok == (error == NULL));
  if (ok)
    check_made(made);
  many_files_remove(folder);
  many_files_remove(made);
  return 0;
}
