/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/files/archive_writer.h"

#include <archive.h>
#include <archive_entry.h>

struct RefnetArchiveWriter {
  RefnetOutput *output;
  struct archive *archive;
  gboolean ok;
};

static la_ssize_t put_bytes(struct archive *archive, void *data, const void *bytes, size_t length) {
  RefnetArchiveWriter *writer = data;
  (void)archive;
  refnet_output_write(writer->output, bytes, length);
  return (la_ssize_t)length;
}

RefnetArchiveWriter *refnet_archive_writer_open(const char *path, GError **error) {
  g_autoptr(RefnetArchiveWriter) writer = g_new0(RefnetArchiveWriter, 1);
  if (!(writer->output = refnet_output_open(path, error)))
    return NULL;
  writer->archive = archive_write_new();
  writer->ok = writer->archive && archive_write_set_format_zip(writer->archive) == ARCHIVE_OK &&
               archive_write_set_bytes_in_last_block(writer->archive, 1) == ARCHIVE_OK &&
               archive_write_open(writer->archive, writer, NULL, put_bytes, NULL) == ARCHIVE_OK;
  return g_steal_pointer(&writer);
}

/* No time is said of a file, for the clock and the time zone would be in the bytes. */
void refnet_archive_writer_add(RefnetArchiveWriter *writer, const char *name, const char *bytes,
                               gsize length) {
  struct archive_entry *entry = writer->ok ? archive_entry_new() : NULL;
  if (entry) {
    archive_entry_set_pathname(entry, name);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, (la_int64_t)length);
    writer->ok = archive_write_header(writer->archive, entry) == ARCHIVE_OK &&
                 archive_write_data(writer->archive, bytes, length) == (la_ssize_t)length &&
                 archive_write_finish_entry(writer->archive) == ARCHIVE_OK;
  }
  writer->ok &= entry != NULL;
  archive_entry_free(entry);
}

gboolean refnet_archive_writer_commit(RefnetArchiveWriter *writer, GError **error) {
  writer->ok = writer->ok && archive_write_close(writer->archive) == ARCHIVE_OK;
  if (!writer->ok) {
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INTERNAL,
                        "the files could not be packed");
    return FALSE;
  }
  return refnet_output_commit(writer->output, error);
}

void refnet_archive_writer_free(RefnetArchiveWriter *writer) {
  if (!writer)
    return;
  if (writer->archive)
    archive_write_free(writer->archive);
  refnet_output_free(writer->output);
  g_free(writer);
}
