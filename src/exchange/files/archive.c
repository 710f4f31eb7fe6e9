/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/files/archive.h"

#include "base/memory.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

enum { FILES_MOST = 10000, BLOCK_BYTES = 65536, RATIO_MOST = 250 };
#define UNSUSPICIOUS_BYTES ((guint64)64 << 20)
#define BYTES_MOST ((guint64)1 << 30)

struct RefnetArchive {
  struct archive *reader;
  char *shown;  /* the path, for messages */
  guint64 size; /* of the archive itself */
  guint64 unpacked;
  guint files;
  char *name; /* of the file at hand */
};

/* ---- errors ---------------------------------------------------------------------------------- */

static gboolean refuse(const RefnetArchive *archive, const char *why, GError **error) {
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT, "\"%s\" is not read: %s", archive->shown,
              why);
  return FALSE;
}

static gboolean refuse_file(const RefnetArchive *archive, const char *name, const char *why,
                            GError **error) {
  g_autofree char *valid = g_utf8_make_valid(name, -1);
  g_autofree char *safe = refnet_text_display(valid, 60);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT, "\"%s\" is not read: its file \"%s\" %s",
              archive->shown, safe, why);
  return FALSE;
}

static gboolean refuse_damaged(const RefnetArchive *archive, GError **error) {
  const char *cause = archive_error_string(archive->reader);
  g_autofree char *valid = g_utf8_make_valid(cause != NULL ? cause : "no cause given", -1);
  g_autofree char *why = g_strdup_printf("the zip is damaged (%s); ask for it again", valid);
  return refuse(archive, why, error);
}

/* ---- opening --------------------------------------------------------------------------------- */

/* As errno says. */
static gboolean fail_to_open(const RefnetArchive *archive, GError **error) {
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_IO, "\"%s\" cannot be opened: %s", archive->shown,
              g_strerror(errno));
  return FALSE;
}

static gboolean measure(RefnetArchive *archive, const char *path, GError **error) {
  GStatBuf status;
  if (g_stat(path, &status) != 0)
    return fail_to_open(archive, error);
  if (!S_ISREG(status.st_mode))
    return refuse(archive, "it is no file", error);
  archive->size = (guint64)status.st_size;
  return TRUE;
}

/* Told by the first bytes. Old Excel workbooks, and new ones with a password, are OLE files. */
static gboolean check_kind(const RefnetArchive *archive, const char *path, GError **error) {
  static const char zip[] = "PK", ole[] = "\320\317\021\340\241\261\032\341";
  char bytes[sizeof ole - 1] = "";
  FILE *file = g_fopen(path, "rbe");
  if (file == NULL)
    return fail_to_open(archive, error);
  size_t got = fread(bytes, 1, sizeof bytes, file);
  fclose(file);
  if (got == sizeof bytes && memcmp(bytes, ole, sizeof bytes) == 0)
    return refuse(archive,
                  "it is an old Excel workbook (.xls), or one with a password; save it as .xlsx "
                  "without a password",
                  error);
  if (got < strlen(zip) || memcmp(bytes, zip, strlen(zip)) != 0)
    return refuse(archive, "it is neither a folder nor a zip", error);
  return TRUE;
}

RefnetArchive *refnet_archive_open(const char *path, GError **error) {
  g_autoptr(RefnetArchive) archive = g_new0(RefnetArchive, 1);
  g_autofree char *displayed = g_filename_display_name(path);
  archive->shown = refnet_text_display(displayed, 0);
  if (!measure(archive, path, error) || !check_kind(archive, path, error))
    return NULL;
  archive->reader = archive_read_new();
  if (archive->reader == NULL) {
    refnet_set_out_of_memory(error);
    return NULL;
  }
  archive_read_support_format_zip_seekable(archive->reader);
  if (archive_read_open_filename(archive->reader, path, BLOCK_BYTES) != ARCHIVE_OK) {
    refuse_damaged(archive, error);
    return NULL;
  }
  return g_steal_pointer(&archive);
}

void refnet_archive_free(RefnetArchive *archive) {
  if (archive == NULL)
    return;
  if (archive->reader != NULL)
    archive_read_free(archive->reader);
  g_free(archive->shown);
  g_free(archive->name);
  g_free(archive);
}

/* ---- files ----------------------------------------------------------------------------------- */

static gboolean is_absolute(const char *name) {
  return *name == '/' || *name == '\\' || (g_ascii_isalpha(*name) && name[1] == ':');
}

static gboolean leads_out(const char *name) {
  g_auto(GStrv) parts = g_strsplit_set(name, "/\\", -1);
  return g_strv_contains((const char *const *)parts, "..");
}

static gboolean check_entry(RefnetArchive *archive, struct archive_entry *entry, const char *name,
                            GError **error) {
  if (++archive->files > FILES_MOST)
    return refuse(archive, "it holds more than 10,000 files", error);
  if (is_absolute(name))
    return refuse_file(archive, name, "has an absolute name, which no package needs", error);
  if (leads_out(name))
    return refuse_file(archive, name, "leads out of the archive", error);
  if (archive_entry_hardlink(entry) != NULL || archive_entry_symlink(entry) != NULL ||
      archive_entry_filetype(entry) == AE_IFLNK)
    return refuse_file(archive, name, "is a link, which may lead anywhere", error);
  if (archive_entry_is_data_encrypted(entry) || archive_entry_is_metadata_encrypted(entry))
    return refuse_file(archive, name, "is encrypted; save it without a password", error);
  return TRUE;
}

/* Names that are no UTF-8 are taken byte by byte. */
static const char *name_of(struct archive_entry *entry) {
  const char *name = archive_entry_pathname_utf8(entry);
  return name != NULL ? name : archive_entry_pathname(entry);
}

const char *refnet_archive_next(RefnetArchive *archive, GError **error) {
  for (;;) {
    struct archive_entry *entry;
    int status = archive_read_next_header(archive->reader, &entry);
    if (status == ARCHIVE_EOF)
      return NULL;
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) {
      refuse_damaged(archive, error);
      return NULL;
    }
    const char *name = name_of(entry);
    if (name == NULL) {
      refuse(archive, "one of its files has no name", error);
      return NULL;
    }
    if (!check_entry(archive, entry, name, error))
      return NULL;
    if (archive_entry_filetype(entry) == AE_IFDIR)
      continue;
    g_free(archive->name);
    archive->name = g_strdup(name);
    return archive->name;
  }
}

static gboolean check_unpacked(RefnetArchive *archive, GError **error) {
  if (archive->unpacked > BYTES_MOST)
    return refuse(archive, "it unpacks to more than 1 GiB", error);
  if (archive->unpacked > UNSUSPICIOUS_BYTES && archive->unpacked / RATIO_MOST > archive->size)
    return refuse(archive, "it unpacks to over 250 times its size, as a zip bomb does", error);
  return TRUE;
}

gssize refnet_archive_read(gpointer stream, void *bytes, gsize capacity, GError **error) {
  RefnetArchive *archive = stream;
  la_ssize_t got = archive_read_data(archive->reader, bytes, capacity);
  if (got < 0) {
    refuse_damaged(archive, error);
    return -1;
  }
  archive->unpacked += (guint64)got;
  return check_unpacked(archive, error) ? (gssize)got : -1;
}
