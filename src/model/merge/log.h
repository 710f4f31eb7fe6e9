/* SPDX-License-Identifier: GPL-2.0-or-later */
/* log.csv of a merge: what was changed and why, for people, and with it the bytes that stood there,
 * from which the merge can be undone. */
#ifndef REFNET_MODEL_MERGE_LOG_H
#define REFNET_MODEL_MERGE_LOG_H

#include "table/splice.h"

#include <refnet/model.h>

G_BEGIN_DECLS

#define REFNET_MERGE_LOG "log.csv"
/* Of the row that says what a file was before. */
#define REFNET_MERGE_LOG_WHOLE "the file before merging: its bytes and SHA-256"

/* The columns of the log. */
typedef enum {
  REFNET_LOG_FILE,
  REFNET_LOG_LINE, /* in the old file; 0: the file as a whole */
  REFNET_LOG_ORGANIZATION,
  REFNET_LOG_FIELD,
  REFNET_LOG_BEFORE,
  REFNET_LOG_AFTER,
  REFNET_LOG_CHANGE,
  REFNET_LOG_AT, /* blank: nothing in the file was changed */
  REFNET_LOG_LENGTH,
  REFNET_LOG_BYTES, /* percent-encoded */
  REFNET_LOG_COLUMNS
} RefnetLogColumn;

const char *refnet_merge_log_header(RefnetLogColumn column);

/* One thing that a merge did; `change` in words. All texts may be NULL but that. */
typedef struct {
  guint64 line;
  const char *organization, *field;
  char *before, *after, *change; /* owned */
  gboolean has_splice;
  gsize splice; /* number of the change in the file */
} RefnetLogEntry;

void refnet_log_entry_clear(RefnetLogEntry *entry);

/* Writes the row of headers. */
void refnet_merge_log_begin(RefnetOutput *log);
/* The entries of one file, in the order of its changes, and what the file was before. O(entries).
 */
void refnet_merge_log_file(RefnetOutput *log, const char *file, const GArray *entries,
                           RefnetSplicer *splicer);

/* The bytes of a percent-encoded cell; NULL: it is none. Caller frees. */
guint8 *refnet_merge_log_decode(const char *cell, gsize *length);

G_END_DECLS

#endif
