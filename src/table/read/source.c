/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Opening a table and delivering its bytes: the head is looked at first, then all is streamed. */
#include "table/read/source.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "table/encoding.h"

#define RAW_BYTES 65536

struct RefnetSource {
  char *label;
  RefnetReadFunc read; /* NULL: a file or memory */
  gpointer stream;
  int file; /* -1: no file */
  const guint8 *bytes;
  gsize bytes_left;
  gsize chunk;
  RefnetEncodingGuess guess;
  RefnetUtf16 utf16;
  gboolean ended;
  guint64 done, total; /* bytes read, and in all (0: not known) */
  gsize head_start, head_end;
  guint8 head[REFNET_ENCODING_HEAD];
  guint8 raw[RAW_BYTES]; /* UTF-16 before it is decoded */
};

/* ---- Raw bytes ------------------------------------------------------------------------------- */

static gssize read_file(RefnetSource *source, void *out, gsize capacity, GError **error) {
  gssize got;
  do
    got = read(source->file, out, capacity);
  while (got < 0 && errno == EINTR);
  if (got < 0)
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_IO, "%s cannot be read: %s", source->label,
                g_strerror(errno));
  return got;
}

static gssize read_counted(RefnetSource *source, void *out, gsize capacity, GError **error) {
  gssize got = source->read != NULL ? source->read(source->stream, out, capacity, error)
                                    : read_file(source, out, capacity, error);
  source->done += (guint64)MAX(got, 0);
  return got;
}

static gssize read_memory(RefnetSource *source, void *out, gsize capacity) {
  gsize take = MIN(capacity, source->bytes_left);
  if (source->chunk > 0)
    take = MIN(take, source->chunk);
  if (take > 0)
    memcpy(out, source->bytes, take);
  source->bytes += take;
  source->bytes_left -= take;
  return (gssize)take;
}

static gssize read_input(RefnetSource *source, void *out, gsize capacity, GError **error) {
  if (source->file >= 0 || source->read != NULL)
    return read_counted(source, out, capacity, error);
  return read_memory(source, out, capacity);
}

static gssize read_raw(RefnetSource *source, void *out, gsize capacity, GError **error) {
  const gsize waiting = source->head_end - source->head_start;
  if (waiting > 0) {
    const gsize take = MIN(capacity, waiting);
    memcpy(out, source->head + source->head_start, take);
    source->head_start += take;
    return (gssize)take;
  }
  return read_input(source, out, capacity, error);
}

/* ---- Opening --------------------------------------------------------------------------------- */

static gboolean fill_head(RefnetSource *source, GError **error) {
  while (source->head_end < sizeof source->head) {
    guint8 *const to = source->head + source->head_end;
    const gsize room = sizeof source->head - source->head_end;
    const gssize got = read_input(source, to, room, error);
    if (got < 0)
      return FALSE;
    if (got == 0)
      break;
    source->head_end += (gsize)got;
  }
  return TRUE;
}

static gboolean begin(RefnetSource *source, GError **error) {
  if (!fill_head(source, error))
    return FALSE;
  source->guess = refnet_encoding_detect(source->head, source->head_end);
  if (source->guess.what != NULL) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT, "%s looks like %s, not like CSV: %s",
                source->label, source->guess.what, source->guess.fix);
    return FALSE;
  }
  source->head_start = source->guess.mark;
  source->utf16.big_endian = source->guess.encoding == REFNET_ENCODING_UTF16_BE;
  return TRUE;
}

static gboolean open_file(RefnetSource *source, const char *path, GError **error) {
  source->file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (source->file < 0) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_IO, "%s cannot be opened: %s", source->label,
                g_strerror(errno));
    return FALSE;
  }
  struct stat status = {0};
  if (fstat(source->file, &status) == 0 && S_ISDIR(status.st_mode)) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                "%s is a folder, not a file: put the table itself in its place", source->label);
    return FALSE;
  }
  if (S_ISREG(status.st_mode))
    source->total = (guint64)status.st_size;
  return TRUE;
}

RefnetSource *refnet_source_open(const char *path, const char *label, GError **error) {
  g_autoptr(RefnetSource) source = g_new0(RefnetSource, 1);
  source->label = g_strdup(label);
  source->file = -1;
  if (!open_file(source, path, error) || !begin(source, error))
    return NULL;
  return g_steal_pointer(&source);
}

RefnetSource *refnet_source_from_bytes(const void *bytes, gsize length, gsize chunk,
                                       const char *label, GError **error) {
  g_autoptr(RefnetSource) source = g_new0(RefnetSource, 1);
  source->label = g_strdup(label);
  source->file = -1;
  source->bytes = bytes;
  source->bytes_left = length;
  source->chunk = chunk;
  if (!begin(source, error))
    return NULL;
  return g_steal_pointer(&source);
}

RefnetSource *refnet_source_from_stream(RefnetReadFunc read_stream, gpointer stream,
                                        const char *label, GError **error) {
  g_autoptr(RefnetSource) source = g_new0(RefnetSource, 1);
  source->label = g_strdup(label);
  source->file = -1;
  source->read = read_stream;
  source->stream = stream;
  if (!begin(source, error))
    return NULL;
  return g_steal_pointer(&source);
}

void refnet_source_free(RefnetSource *source) {
  if (source == NULL)
    return;
  if (source->file >= 0)
    close(source->file);
  g_free(source->label);
  g_free(source);
}

/* ---- Reading --------------------------------------------------------------------------------- */

static gssize read_utf16(RefnetSource *source, char *out, gsize capacity, GError **error) {
  gsize wanted = sizeof source->raw;
  while (REFNET_UTF16_ROOM(wanted) > capacity)
    wanted /= 2;
  while (!source->ended) {
    const gssize got = read_raw(source, source->raw, wanted, error);
    if (got < 0)
      return -1;
    source->ended = got == 0;
    const gsize decoded =
        refnet_utf16_decode(&source->utf16, source->raw, (gsize)got, source->ended, out);
    if (decoded > 0)
      return (gssize)decoded;
  }
  return 0;
}

gssize refnet_source_read(RefnetSource *source, char *out, gsize capacity, GError **error) {
  if (source->guess.encoding == REFNET_ENCODING_UTF8)
    return read_raw(source, out, capacity, error);
  return read_utf16(source, out, capacity, error);
}

guint64 refnet_source_done(const RefnetSource *source) {
  return source->done;
}

guint64 refnet_source_total(const RefnetSource *source) {
  return source->total;
}

gboolean refnet_source_is_guessed_utf16(const RefnetSource *source) {
  return source->guess.encoding != REFNET_ENCODING_UTF8 && source->guess.mark == 0;
}

guint64 refnet_source_damaged(const RefnetSource *source) {
  return source->utf16.damaged;
}
