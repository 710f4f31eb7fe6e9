/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as an Excel workbook; or, where they begin with a line "== xl/workbook.xml", the parts
 * of one, which are zipped here so that what is in them can be searched. The reading ends, rows add
 * up, messages are text. */
#include <refnet/exchange.h>

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define MARKER "== "

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(gboolean holds) {
  if (!holds)
    abort();
}

static void write_part(struct archive *zip, const char *name, const char *bytes, gsize length) {
  struct archive_entry *entry = archive_entry_new();
  archive_entry_set_pathname(entry, name);
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_entry_set_perm(entry, 0600);
  archive_entry_set_size(entry, (la_int64_t)length);
  archive_write_header(zip, entry);
  archive_write_data(zip, bytes, length);
  archive_entry_free(entry);
}

static gboolean is_marked(const char *line, const char *end) {
  return (gsize)(end - line) > strlen(MARKER) && memcmp(line, MARKER, strlen(MARKER)) == 0;
}

/* Each part goes from the line that names it to the next such line. */
static void write_parts(const char *path, const char *data, gsize size) {
  const char *end = data + size;
  struct archive *zip = archive_write_new();
  archive_write_set_format_zip(zip);
  require(archive_write_open_filename(zip, path) == ARCHIVE_OK);
  for (const char *line = data; line < end;) {
    const char *newline = memchr(line, '\n', (gsize)(end - line));
    const char *begin = newline != NULL ? newline + 1 : end, *next = begin;
    while (next < end && !is_marked(next, end)) {
      const char *last = memchr(next, '\n', (gsize)(end - next));
      next = last != NULL ? last + 1 : end;
    }
    g_autofree char *name =
        g_strndup(line + strlen(MARKER), (gsize)(begin - line - strlen(MARKER)));
    g_strchomp(name);
    if (*name != '\0')
      write_part(zip, name, begin, (gsize)(next - begin));
    line = next;
  }
  archive_write_close(zip);
  archive_write_free(zip);
}

static void check_dataset(const RefnetDataset *dataset) {
  for (guint32 i = 0; i < dataset->file_count; i++) {
    RefnetRowCount rows = dataset->files[i].rows;
    require(rows.read == rows.kept + rows.merged + rows.rejected);
  }
  for (gsize i = 0; i < refnet_diagnostics_length(dataset->diagnostics); i++) {
    const RefnetDiagnostic *diagnostic = refnet_diagnostics_at(dataset->diagnostics, i);
    g_autofree char *location = refnet_diagnostic_location(diagnostic);
    require(g_utf8_validate(diagnostic->message, -1, NULL));
    require(g_utf8_validate(location, -1, NULL));
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  g_autofree char *folder = g_dir_make_tmp("refnet-fuzz-XXXXXX", NULL);
  require(folder != NULL);
  g_autofree char *path = g_build_filename(folder, "workbook.xlsx", NULL);
  if (is_marked((const char *)data, (const char *)data + size))
    write_parts(path, (const char *)data, size);
  else
    require(g_file_set_contents(path, (const char *)data, (gssize)size, NULL));
  g_autoptr(GError) error = NULL;
  RefnetDataset *dataset = refnet_workbook_load(path, NULL, &error);
  require((dataset == NULL) == (error != NULL));
  if (dataset != NULL)
    check_dataset(dataset);
  else
    require(g_utf8_validate(error->message, -1, NULL));
  refnet_dataset_free(dataset);
  g_remove(path);
  g_rmdir(folder);
  return 0;
}
