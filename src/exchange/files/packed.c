/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/files/packed.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { BLOCK = 1 << 18, GROWTH_MOST = 500 };
/* Below this much a file may grow as it likes. */
#define FREELY_GROWN ((gint64)64 << 20)

struct RefnetPacked {
  struct archive *archive;
  char *label;
  gint64 unpacked;
};

gboolean refnet_packed_is(const char *path) {
  static const struct {
    const char *bytes;
    gsize length;
  } signatures[] = {{"\x1f\x8b", 2},
                    {"\x28\xb5\x2f\xfd", 4},
                    {"BZh", 3},
                    {"\xfd"
                     "7zXZ",
                     5}};
  char head[8] = {0};
  FILE *file = fopen(path, "rbe");
  gsize length = file != NULL ? fread(head, 1, sizeof head, file) : 0;
  if (file != NULL)
    fclose(file);
  for (gsize i = 0; i < G_N_ELEMENTS(signatures); i++)
    if (length >= signatures[i].length &&
        memcmp(head, signatures[i].bytes, signatures[i].length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean fail(RefnetPacked *packed, RefnetErrorCode code, GError **error) {
  const char *cause = archive_error_string(packed->archive);
  g_set_error(error, REFNET_ERROR, (int)code, "%s cannot be unpacked: %s", packed->label,
              cause != NULL ? cause : "it is damaged");
  return FALSE;
}

static gboolean open_archive(RefnetPacked *packed, const char *path, GError **error) {
  struct archive_entry *entry;
  archive_read_support_filter_gzip(packed->archive);
  archive_read_support_filter_zstd(packed->archive);
  archive_read_support_filter_bzip2(packed->archive);
  archive_read_support_filter_xz(packed->archive);
  archive_read_support_format_raw(packed->archive);
  archive_read_support_format_empty(packed->archive);
  if (archive_read_open_filename(packed->archive, path, BLOCK) != ARCHIVE_OK)
    return fail(packed, g_access(path, R_OK) == 0 ? REFNET_ERROR_INPUT : REFNET_ERROR_IO, error);
  int status = archive_read_next_header(packed->archive, &entry);
  return status == ARCHIVE_OK || status == ARCHIVE_WARN || status == ARCHIVE_EOF ||
         fail(packed, REFNET_ERROR_INPUT, error);
}

RefnetPacked *refnet_packed_open(const char *path, const char *label, GError **error) {
  g_autoptr(RefnetPacked) packed = g_new0(RefnetPacked, 1);
  packed->label = g_strdup(label);
  packed->archive = archive_read_new();
  if (packed->archive == NULL) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INTERNAL, "no memory to unpack %s", label);
    return NULL;
  }
  return open_archive(packed, path, error) ? g_steal_pointer(&packed) : NULL;
}

void refnet_packed_free(RefnetPacked *packed) {
  if (packed == NULL)
    return;
  archive_read_free(packed->archive);
  g_free(packed->label);
  g_free(packed);
}

gssize refnet_packed_read(gpointer data, void *buffer, gsize capacity, GError **error) {
  RefnetPacked *packed = data;
  la_ssize_t got = archive_read_data(packed->archive, buffer, capacity);
  if (got < 0) {
    fail(packed, REFNET_ERROR_INPUT, error);
    return -1;
  }
  packed->unpacked += got;
  gint64 read = archive_filter_bytes(packed->archive, -1);
  if (packed->unpacked > FREELY_GROWN && packed->unpacked / GROWTH_MOST > read) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                "%s unpacks to over %d times its size, which no table does; unpack it yourself and "
                "look what is in it",
                packed->label, GROWTH_MOST);
    return -1;
  }
  return got;
}
