/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Output files that are whole or absent: a temporary beside the target, renamed when all is well.
 */
#include <refnet/base.h>

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER_SIZE ((gsize)64 * 1024)
#define MOST_LINKS 40

struct RefnetOutput {
  char *name;            /* as messages put it: quoted, or "standard output" */
  char *target;          /* what the temporary is renamed to; NULL when written straight */
  char *temporary;       /* NULL when written straight, or once renamed */
  int file;              /* -1 once closed */
  int failure;           /* errno of the first failure; 0: none */
  gboolean marks;        /* a byte-order mark is wanted … */
  gboolean beyond_ascii; /* … and has a reason */
  gsize filled;
  char buffer[BUFFER_SIZE];
};

static const char *reason(const RefnetOutput *output, int failure) {
  if (failure == EISDIR)
    return "it is a folder";
  if (failure == ENOENT)
    return g_str_equal(output->name, "''") ? "give the name of a file"
                                           : "there is no such folder; make it first";
  return g_strerror(failure);
}

static void set_error(GError **error, const RefnetOutput *output, int failure) {
  if (failure == EPIPE)
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_CLOSED_PIPE,
                "the reader of %s closed it before everything was written", output->name);
  else
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_IO, "cannot write %s: %s", output->name,
                reason(output, failure));
}

/* ---- Opening --------------------------------------------------------------------------------- */

/* The descriptor that a name like /dev/stdout stands for; -1: another kind of name. To open such a
 * name anew would start over at the beginning of the file behind it. */
static int descriptor_of_name(const char *path) {
  static const char *const folders[] = {"/dev/fd/", "/proc/self/fd/"};
  if (strcmp(path, "/dev/stdout") == 0)
    return STDOUT_FILENO;
  if (strcmp(path, "/dev/stderr") == 0)
    return STDERR_FILENO;
  for (gsize i = 0; i < G_N_ELEMENTS(folders); i++) {
    guint64 number;
    if (g_str_has_prefix(path, folders[i]) &&
        g_ascii_string_to_unsigned(path + strlen(folders[i]), 10, 0, INT_MAX, &number, NULL))
      return (int)number;
  }
  return -1;
}

static char *beside(const char *path, const char *name) {
  if (g_path_is_absolute(name))
    return g_strdup(name);
  g_autofree char *folder = g_path_get_dirname(path);
  return g_build_filename(folder, name, NULL);
}

/* Where a chain of symbolic links ends, whether or not there is anything; NULL with errno set. */
static char *end_of_links(const char *path) {
  g_autofree char *end = g_strdup(path);
  for (int links = 0; links < MOST_LINKS; links++) {
    char name[PATH_MAX];
    ssize_t length = readlink(end, name, sizeof name - 1);
    if (length < 0)
      return g_steal_pointer(&end);
    name[length] = '\0';
    char *next = beside(end, name);
    g_free(end);
    end = next;
  }
  errno = ELOOP;
  return NULL;
}

/* A template without the target's name: that one may be as long as a name can be. */
static gboolean create_temporary(RefnetOutput *output, int mode) {
  output->temporary = beside(output->target, ".refnet-XXXXXX");
  output->file = g_mkstemp_full(output->temporary, O_RDWR | O_CLOEXEC, mode);
  if (output->file >= 0)
    return TRUE;
  output->failure = errno;
  g_clear_pointer(&output->temporary, g_free);
  return FALSE;
}

/* `why` nothing was found there; a link to nowhere is an invitation like no link. */
static void open_absent(RefnetOutput *output, const char *path, int why) {
  output->failure = why;
  if (why != ENOENT || *path == '\0')
    return;
  output->target = end_of_links(path);
  output->failure = output->target == NULL ? errno : 0;
  if (output->failure == 0)
    create_temporary(output, 0666);
}

/* The owner is kept where that is allowed; the mode always. */
static void open_replacement(RefnetOutput *output, const char *path, const struct stat *old) {
  output->target = end_of_links(path);
  if (output->target == NULL || access(output->target, W_OK) != 0)
    output->failure = errno;
  if (output->failure != 0 || !create_temporary(output, 0600))
    return;
  gboolean same_owner = fchown(output->file, old->st_uid, old->st_gid) == 0;
  mode_t mode = old->st_mode & (same_owner ? 07777 : 0777);
  if (fchmod(output->file, mode) != 0)
    output->failure = errno;
}

static int duplicate(int file) {
  return fcntl(file, F_DUPFD_CLOEXEC, 0);
}

static void open_straight(RefnetOutput *output, int file) {
  output->file = file;
  if (file < 0)
    output->failure = errno;
}

static void open_path(RefnetOutput *output, const char *path) {
  int descriptor = descriptor_of_name(path);
  struct stat old;
  if (descriptor >= 0)
    open_straight(output, duplicate(descriptor));
  else if (stat(path, &old) != 0)
    open_absent(output, path, errno);
  else if (S_ISDIR(old.st_mode))
    output->failure = EISDIR;
  else if (S_ISREG(old.st_mode))
    open_replacement(output, path, &old);
  else
    open_straight(output, open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC));
}

RefnetOutput *refnet_output_open(const char *path, GError **error) {
  g_autoptr(RefnetOutput) output = g_new(RefnetOutput, 1);
  memset(output, 0, G_STRUCT_OFFSET(RefnetOutput, buffer));
  output->file = -1;
  if (path == NULL || strcmp(path, "-") == 0) {
    output->name = g_strdup("standard output");
    open_straight(output, duplicate(STDOUT_FILENO));
  } else {
    g_autofree char *shown = refnet_text_display(path, 0);
    output->name = g_strdup_printf("'%s'", shown);
    open_path(output, path);
  }
  if (output->failure == 0)
    return g_steal_pointer(&output);
  set_error(error, output, output->failure);
  return NULL;
}

/* ---- Writing --------------------------------------------------------------------------------- */

/* A descriptor that somebody made non-blocking: wait until it takes more. */
static gboolean wait_for_room(int file) {
  struct pollfd one = {.fd = file, .events = POLLOUT};
  return poll(&one, 1, -1) >= 0 || errno == EINTR;
}

static void write_through(RefnetOutput *output, const char *bytes, gsize length) {
  while (length > 0 && output->failure == 0) {
    ssize_t written = write(output->file, bytes, length);
    if (written >= 0) {
      bytes += written;
      length -= (gsize)written;
    } else if (errno == EAGAIN && wait_for_room(output->file)) {
      continue;
    } else if (errno != EINTR) {
      output->failure = errno;
    }
  }
}

static void flush(RefnetOutput *output) {
  write_through(output, output->buffer, output->filled);
  output->filled = 0;
}

static gboolean is_ascii(const char *bytes, gsize length) {
  for (gsize i = 0; i < length; i++)
    if (!isascii((guchar)bytes[i]))
      return FALSE;
  return TRUE;
}

void refnet_output_write(RefnetOutput *output, const void *bytes, gsize length) {
  if (output->failure != 0)
    return;
  if (output->marks && !output->beyond_ascii)
    output->beyond_ascii = !is_ascii(bytes, length);
  if (length > BUFFER_SIZE - output->filled)
    flush(output);
  if (length >= BUFFER_SIZE) {
    write_through(output, bytes, length);
  } else if (length > 0) {
    memcpy(output->buffer + output->filled, bytes, length);
    output->filled += length;
  }
}

void refnet_output_puts(RefnetOutput *output, const char *text) {
  refnet_output_write(output, text, strlen(text));
}

void refnet_output_printf(RefnetOutput *output, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *text = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  refnet_output_puts(output, text);
}

gboolean refnet_output_ok(const RefnetOutput *output) {
  return output->failure == 0;
}

/* ---- The byte-order mark --------------------------------------------------------------------- */

void refnet_output_mark_utf8(RefnetOutput *output) {
  output->marks = output->temporary != NULL;
}

static gboolean move_block(int file, char *block, gsize length, off_t from, off_t to) {
  for (gsize done = 0; done < length;) {
    const ssize_t got = pread(file, block + done, length - done, from + (off_t)done);
    if (got <= 0)
      return FALSE;
    done += (gsize)got;
  }
  for (gsize done = 0; done < length;) {
    const ssize_t put = pwrite(file, block + done, length - done, to + (off_t)done);
    if (put < 0)
      return FALSE;
    done += (gsize)put;
  }
  return TRUE;
}

/* Everything moves on by three bytes, the last block first. */
static void insert_mark(RefnetOutput *output) {
  static const char mark[] = "\xEF\xBB\xBF";
  const gsize length = strlen(mark);
  off_t left = lseek(output->file, 0, SEEK_END);
  gboolean ok = left >= 0;
  errno = 0;
  while (ok && left > 0) {
    const gsize block = MIN(BUFFER_SIZE, (gsize)left);
    left -= (off_t)block;
    ok = move_block(output->file, output->buffer, block, left, left + (off_t)length);
  }
  if (!ok || pwrite(output->file, mark, length, 0) != (ssize_t)length)
    output->failure = errno != 0 ? errno : EIO;
}

/* ---- The end --------------------------------------------------------------------------------- */

/* A close may be the first to tell of a full disk or quota; an interrupted one is done all the
 * same. */
static void close_file(RefnetOutput *output) {
  if (output->file >= 0 && close(output->file) != 0 && errno != EINTR && output->failure == 0)
    output->failure = errno;
  output->file = -1;
}

gboolean refnet_output_commit(RefnetOutput *output, GError **error) {
  flush(output);
  if (output->failure == 0 && output->marks && output->beyond_ascii)
    insert_mark(output);
  close_file(output);
  if (output->failure == 0 && output->temporary != NULL) {
    if (rename(output->temporary, output->target) == 0)
      g_clear_pointer(&output->temporary, g_free);
    else
      output->failure = errno;
  }
  if (output->failure == 0)
    return TRUE;
  set_error(error, output, output->failure);
  return FALSE;
}

const char *refnet_output_temporary(const RefnetOutput *output) {
  return output->temporary;
}

void refnet_output_free(RefnetOutput *output) {
  if (output == NULL)
    return;
  close_file(output);
  if (output->temporary != NULL)
    g_unlink(output->temporary);
  g_free(output->temporary);
  g_free(output->target);
  g_free(output->name);
  g_free(output);
}
