/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The way back from a merge: what log.csv says stood there, put back. */
#include "base/gravest.h"
#include "model/merge/folder.h"
#include "model/merge/log.h"

#include <string.h>

/* One change: `length` bytes at `at` of the merged file were `bytes`. */
typedef struct {
  guint64 at, length;
  GBytes *bytes;
} Restoring;

/* What the log says of one file. */
typedef struct {
  GArray *changes; /* Restoring, rising */
  char *sum;       /* SHA-256 of the file before */
} FileLog;

typedef struct {
  GHashTable *files;                /* name → FileLog */
  gint columns[REFNET_LOG_COLUMNS]; /* where the log has them */
  guint64 bad_line;                 /* first row that makes no sense; 0: none */
} LogReading;

static void clear_change(gpointer change) {
  g_clear_pointer(&((Restoring *)change)->bytes, g_bytes_unref);
}

static void free_file_log(gpointer data) {
  FileLog *file = data;
  g_array_free(file->changes, TRUE);
  g_free(file->sum);
  g_free(file);
}

/* ---- reading the log ------------------------------------------------------------------------- */

static gboolean no_log(GError **error) {
  g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                      "log.csv is not that of a merge: give the folder that refnet merge wrote");
  return FALSE;
}

static gboolean read_header(const RefnetRow *header, gpointer data, GError **error) {
  LogReading *reading = data;
  for (guint k = 0; k < REFNET_LOG_COLUMNS; k++) {
    reading->columns[k] = -1;
    for (guint c = 0; c < header->fields; c++)
      if (strcmp(header->cells[c], refnet_merge_log_header((RefnetLogColumn)k)) == 0)
        reading->columns[k] = (gint)c;
    if (reading->columns[k] < 0)
      return no_log(error);
  }
  return TRUE;
}

static FileLog *log_of(LogReading *reading, const char *name) {
  FileLog *file = g_hash_table_lookup(reading->files, name);
  if (file != NULL)
    return file;
  file = g_new0(FileLog, 1);
  file->changes = g_array_new(FALSE, FALSE, sizeof(Restoring));
  g_array_set_clear_func(file->changes, clear_change);
  g_hash_table_insert(reading->files, g_strdup(name), file);
  return file;
}

static const char *cell(const LogReading *reading, const RefnetRow *row, RefnetLogColumn column) {
  return row->cells[reading->columns[column]];
}

static gboolean take_change(const LogReading *reading, const RefnetRow *row, FileLog *file) {
  Restoring change = {0, 0, NULL};
  gsize length;
  if (!refnet_count_parse(cell(reading, row, REFNET_LOG_AT), &change.at) ||
      !refnet_count_parse(cell(reading, row, REFNET_LOG_LENGTH), &change.length))
    return FALSE;
  guint8 *bytes = refnet_merge_log_decode(cell(reading, row, REFNET_LOG_BYTES), &length);
  if (bytes == NULL)
    return FALSE;
  change.bytes = g_bytes_new_take(bytes, length);
  g_array_append_val(file->changes, change);
  return TRUE;
}

static RefnetRowFate read_row(const RefnetRow *row, gpointer data) {
  LogReading *reading = data;
  FileLog *file = log_of(reading, cell(reading, row, REFNET_LOG_FILE));
  gboolean ok = TRUE;
  if (strcmp(cell(reading, row, REFNET_LOG_CHANGE), REFNET_MERGE_LOG_WHOLE) == 0) {
    g_free(file->sum);
    file->sum = g_strdup(cell(reading, row, REFNET_LOG_AFTER));
  } else if (*cell(reading, row, REFNET_LOG_AT) != '\0') {
    ok = take_change(reading, row, file);
  }
  if (!ok && reading->bad_line == 0)
    reading->bad_line = row->line;
  return REFNET_ROW_KEPT;
}

static gboolean read_log(const char *folder, LogReading *reading, GError **error) {
  g_autofree char *path = g_build_filename(folder, REFNET_MERGE_LOG, NULL);
  RefnetTableOptions options = {.label = REFNET_MERGE_LOG, .delimiter = ','};
  const RefnetRowHandler handler = {.header = read_header, .row = read_row, .data = reading};
  g_autoptr(RefnetDiagnostics) diagnostics = refnet_diagnostics_new();
  RefnetRowCount count;
  if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                        "there is no log.csv: give the folder that refnet merge wrote");
    return FALSE;
  }
  if (!refnet_table_read(path, &options, &handler, &count, diagnostics, error))
    return FALSE;
  guint64 line = reading->bad_line;
  if (line == 0 && count.rejected > 0)
    line = refnet_diagnostics_gravest(diagnostics)->line;
  if (line > 0)
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                "log.csv:%" G_GUINT64_FORMAT ": this row was changed after the merge, so that it "
                "can't be undone; take the files from before the merge",
                line);
  return line == 0;
}

/* ---- restoring ------------------------------------------------------------------------------- */

static gboolean was_changed(const char *name, GError **error) {
  g_autofree char *safe = refnet_text_display(name, 0);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "%s was changed after the merge, so that it can't be undone: what log.csv puts back "
              "no longer gives the old file",
              safe);
  return FALSE;
}

typedef struct {
  RefnetOutput *output;
  GChecksum *sum;
} OldFile;

static void put(OldFile *old, const guint8 *bytes, gsize length) {
  refnet_output_write(old->output, bytes, length);
  g_checksum_update(old->sum, bytes, (gssize)length);
}

/* FALSE: the changes don't fit the file. */
static gboolean put_back(OldFile *old, const FileLog *file, const guint8 *bytes, gsize length) {
  guint64 done = 0;
  for (guint i = 0; i < file->changes->len; i++) {
    const Restoring *change = &g_array_index(file->changes, Restoring, i);
    gsize size;
    const guint8 *piece = g_bytes_get_data(change->bytes, &size);
    if (change->at < done || change->at > length || change->length > length - change->at)
      return FALSE;
    put(old, bytes + done, change->at - done);
    put(old, piece, size);
    done = change->at + change->length;
  }
  put(old, bytes + done, length - done);
  return g_strcmp0(g_checksum_get_string(old->sum), file->sum) == 0;
}

static gboolean restore_file(const char *folder, const char *name, const FileLog *file,
                             RefnetPathFunc path, gpointer data, GError **error) {
  g_autofree char *from = g_build_filename(folder, name, NULL);
  g_autofree char *to = path(name, data);
  GMappedFile *merged = g_mapped_file_new(from, FALSE, NULL);
  if (merged == NULL)
    return was_changed(name, error);
  g_autoptr(RefnetOutput) output = refnet_output_open(to, error);
  g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
  OldFile old = {output, sum};
  gboolean ok = output != NULL;
  if (ok && !put_back(&old, file, (const guint8 *)g_mapped_file_get_contents(merged),
                      g_mapped_file_get_length(merged)))
    ok = was_changed(name, error);
  g_mapped_file_unref(merged);
  return ok && refnet_output_commit(output, error);
}

/* Every file that the log names must still be there. */
static gboolean check_files(GHashTable *files, char *const *names, GError **error) {
  GHashTableIter iter;
  gpointer name;
  g_hash_table_iter_init(&iter, files);
  while (g_hash_table_iter_next(&iter, &name, NULL))
    if (!g_strv_contains((const char *const *)names, name)) {
      g_autofree char *safe = refnet_text_display(name, 0);
      g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                  "log.csv names %s, which is no longer in the folder", safe);
      return FALSE;
    }
  return TRUE;
}

static gboolean restore_all(const char *folder, GHashTable *logs, char *const *names,
                            RefnetPathFunc path, gpointer data, GError **error) {
  for (guint i = 0; names[i] != NULL; i++) {
    const FileLog *file = g_hash_table_lookup(logs, names[i]);
    g_autofree char *earlier = refnet_log_name_earlier(names[i]);
    if (strcmp(names[i], REFNET_MERGE_LOG) == 0)
      continue;
    if (file != NULL ? !restore_file(folder, names[i], file, path, data, error)
                     : !refnet_folder_copy(folder, names[i], earlier != NULL ? earlier : names[i],
                                           path, data, error))
      return FALSE;
  }
  return TRUE;
}

gboolean refnet_merge_undo(const char *merged, RefnetPathFunc path, gpointer data, guint *files,
                           GError **error) {
  g_autoptr(GHashTable) logs =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_file_log);
  LogReading reading = {.files = logs};
  g_auto(GStrv) names = refnet_folder_files(merged, error);
  if (names == NULL || !read_log(merged, &reading, error) || !check_files(logs, names, error) ||
      !restore_all(merged, logs, names, path, data, error))
    return FALSE;
  *files = g_hash_table_size(logs);
  return TRUE;
}
