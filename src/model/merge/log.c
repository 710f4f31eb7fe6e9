/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Writing the log. Bytes are percent-encoded, so that no spreadsheet changes them on the way. */
#include "model/merge/log.h"

#include <string.h>

#include "table/csv_cell.h"

/* A cell may be a mebibyte long, and a byte becomes three characters at most. */
#define BYTES_A_ROW ((gsize)256 << 10)

const char *refnet_merge_log_header(RefnetLogColumn column) {
  static const char *const headers[] = {"file",  "line",   "organization", "field",  "before",
                                        "after", "change", "at",           "length", "bytes"};
  return headers[column];
}

void refnet_log_entry_clear(RefnetLogEntry *entry) {
  g_free(entry->before);
  g_free(entry->after);
  g_free(entry->change);
}

void refnet_merge_log_begin(RefnetOutput *log) {
  for (guint c = 0; c < REFNET_LOG_COLUMNS; c++) {
    refnet_output_puts(log, c > 0 ? "," : "");
    refnet_output_puts(log, refnet_merge_log_header((RefnetLogColumn)c));
  }
  refnet_output_puts(log, "\n");
}

static void put(RefnetOutput *log, const char *text) {
  refnet_output_puts(log, ",");
  refnet_csv_put(log, text != NULL ? text : "");
}

static void put_number(RefnetOutput *log, guint64 number) {
  refnet_output_printf(log, ",%" G_GUINT64_FORMAT, number);
}

static void put_bytes(RefnetOutput *log, const guint8 *bytes, gsize length) {
  static const char digits[] = "0123456789ABCDEF";
  g_autoptr(GString) text = g_string_sized_new(length + 1);
  for (gsize i = 0; i < length; i++) {
    if (g_ascii_isalnum(bytes[i]))
      g_string_append_c(text, (char)bytes[i]);
    else
      g_string_append_printf(text, "%%%c%c", digits[bytes[i] >> 4], digits[bytes[i] & 15]);
  }
  put(log, text->str);
}

static void put_words(RefnetOutput *log, const char *file, const RefnetLogEntry *entry) {
  refnet_csv_put(log, file);
  put_number(log, entry->line);
  put(log, entry->organization);
  put(log, entry->field);
  put(log, entry->before);
  put(log, entry->after);
  put(log, entry->change);
}

/* A long piece takes several rows: the rest follows where the first was put. */
static void put_entry(RefnetOutput *log, const char *file, const RefnetLogEntry *entry,
                      const RefnetSplice *splice) {
  gsize done = 0;
  do {
    gsize piece = MIN(splice->old_length - done, BYTES_A_ROW);
    put_words(log, file, entry);
    put_number(log, done == 0 ? splice->at : splice->at + splice->length);
    put_number(log, done == 0 ? splice->length : 0);
    put_bytes(log, splice->bytes + done, piece);
    refnet_output_puts(log, "\n");
    done += piece;
  } while (done < splice->old_length);
}

static void put_whole(RefnetOutput *log, const char *file, const RefnetSplicer *splicer) {
  gsize length;
  const guint8 *bytes = refnet_splicer_bytes(splicer, &length);
  g_autofree char *sum = g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, length);
  refnet_csv_put(log, file);
  refnet_output_printf(log, ",0,,,%" G_GSIZE_FORMAT ",%s," REFNET_MERGE_LOG_WHOLE ",,,\n", length,
                       sum);
}

void refnet_merge_log_file(RefnetOutput *log, const char *file, const GArray *entries,
                           RefnetSplicer *splicer) {
  put_whole(log, file, splicer);
  for (guint i = 0; i < entries->len; i++) {
    const RefnetLogEntry *entry = &g_array_index(entries, RefnetLogEntry, i);
    if (entry->has_splice) {
      RefnetSplice splice = refnet_splicer_change(splicer, entry->splice);
      put_entry(log, file, entry, &splice);
    } else {
      put_words(log, file, entry);
      refnet_output_puts(log, ",,,\n");
    }
  }
}

guint8 *refnet_merge_log_decode(const char *cell, gsize *length) {
  g_autofree guint8 *bytes = g_malloc(strlen(cell) + 1);
  *length = 0;
  for (; *cell != '\0'; cell++) {
    int high, low;
    if (g_ascii_isalnum(*cell)) {
      bytes[(*length)++] = (guint8)*cell;
    } else if (*cell == '%' && (high = g_ascii_xdigit_value(cell[1])) >= 0 &&
               (low = g_ascii_xdigit_value(cell[2])) >= 0) {
      bytes[(*length)++] = (guint8)(high << 4 | low);
      cell += 2;
    } else {
      return NULL;
    }
  }
  return g_steal_pointer(&bytes);
}
