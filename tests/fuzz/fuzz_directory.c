/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A directory of services from one input: a line "== services.csv" begins that file, and so on; the
 * first byte chooses the options. Whatever is imported is a dataset without errors; else there is
 * an error. */
#include <refnet/exchange.h>

#include <glib/gstdio.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define MARKER "== "

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const names[] = {
    "organizations.csv",  "services.csv",      "locations.csv",  "services_at_location.csv",
    "addresses.csv",      "contacts.csv",      "phones.csv",     "service_areas.csv",
    "taxonomy_terms.csv", "taxonomies.csv",    "attributes.csv", "service_attributes.csv",
    "languages.csv",      "eligibility.csv",   "programs.csv",   "organization_identifiers.csv",
    "areas.csv",          "mail_addresses.csv"};

static void require(gboolean holds) {
  if (!holds)
    abort();
}

static const char *marked_file(const char *line, gsize length) {
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    if (length == strlen(MARKER) + strlen(names[i]) && memcmp(line, MARKER, strlen(MARKER)) == 0 &&
        memcmp(line + strlen(MARKER), names[i], strlen(names[i])) == 0)
      return names[i];
  return NULL;
}

static void write_file(const char *folder, const char *name, const char *bytes, gsize length) {
  if (name == NULL)
    return;
  g_autofree char *path = g_build_filename(folder, name, NULL);
  require(
      g_file_set_contents_full(path, bytes, (gssize)length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void write_files(const char *folder, const char *data, gsize size) {
  const char *name = NULL, *end = data + size, *begin = data;
  for (const char *line = data; line < end;) {
    const char *newline = memchr(line, '\n', (gsize)(end - line));
    const char *next = newline != NULL ? newline + 1 : end;
    const char *marked = marked_file(line, (gsize)((newline != NULL ? newline : end) - line));
    if (marked != NULL) {
      write_file(folder, name, begin, (gsize)(line - begin));
      name = marked;
      begin = next;
    }
    line = next;
  }
  write_file(folder, name, begin, (gsize)(end - begin));
}

static void remove_files(const char *folder) {
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *path = g_build_filename(folder, names[i], NULL);
    g_remove(path);
  }
  g_rmdir(folder);
}

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
  write_files(folder, (const char *)data + (size > 0), size - (size > 0));
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
  remove_files(folder);
  remove_files(made);
  return 0;
}
