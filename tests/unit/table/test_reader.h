/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads a table in a test and writes down all that came of it, as text that can be compared. */
#ifndef TESTS_UNIT_TABLE_TEST_READER_H
#define TESTS_UNIT_TABLE_TEST_READER_H

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "table/read/reader.h"

typedef struct {
  GString *text;
  const char *merge, *reject; /* first cells of the rows that get these fates; NULL: none */
  gboolean refuse_header;
  guint threads;
} Transcript;

static inline void transcribe_cells(GString *text, const RefnetRow *row) {
  for (guint i = 0; i < row->fields; i++)
    g_string_append_printf(text, "%s%s", i > 0 ? "|" : "", row->cells[i]);
  g_string_append_c(text, '\n');
}

static inline gboolean transcribe_header(const RefnetRow *header, gpointer data, GError **error) {
  Transcript *transcript = data;
  g_string_append(transcript->text, "header ");
  transcribe_cells(transcript->text, header);
  if (transcript->refuse_header)
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT, "refused");
  return !transcript->refuse_header;
}

static inline RefnetRowFate transcribe_row(const RefnetRow *row, gpointer data) {
  Transcript *transcript = data;
  g_string_append_printf(transcript->text, "%" G_GUINT64_FORMAT, row->line);
  if (row->record != row->line)
    g_string_append_printf(transcript->text, "(%" G_GUINT64_FORMAT ")", row->record);
  g_string_append_c(transcript->text, ' ');
  transcribe_cells(transcript->text, row);
  if (transcript->merge != NULL && strcmp(row->cells[0], transcript->merge) == 0)
    return REFNET_ROW_MERGED;
  if (transcript->reject != NULL && strcmp(row->cells[0], transcript->reject) == 0)
    return REFNET_ROW_REJECTED;
  return REFNET_ROW_KEPT;
}

static inline void transcribe_diagnostics(GString *text, const RefnetDiagnostics *diagnostics) {
  static const char *const severities[] = {"note", "warning", "error"};
  for (gsize i = 0; i < refnet_diagnostics_length(diagnostics); i++) {
    const RefnetDiagnostic *found = refnet_diagnostics_at(diagnostics, i);
    g_autofree char *place = refnet_diagnostic_location(found);
    g_string_append_printf(text, "%s %s %s", severities[found->severity], found->kind, place);
    if (found->record != 0)
      g_string_append_printf(text, " (%" G_GUINT64_FORMAT ")", found->record);
    g_string_append_printf(text, " %s: %s; %s\n", found->field != NULL ? found->field : "-",
                           found->message, found->fix);
    assert_int_equal(found->contact, REFNET_NONE);
  }
}

/* The accounting holds whatever the bytes are; each row the reader rejected has one error. */
static inline void check_count(const RefnetRowCount *count, const RefnetDiagnostics *diagnostics,
                               guint64 rejected_by_test) {
  assert_int_equal(count->read, count->kept + count->merged + count->rejected);
  assert_int_equal(count->rejected - rejected_by_test,
                   refnet_diagnostics_count(diagnostics, REFNET_SEVERITY_ERROR));
}

static inline char *transcribe_with(Transcript *transcript, const void *bytes, gsize length,
                                    gsize chunk, char delimiter) {
  g_autoptr(RefnetDiagnostics) diagnostics = refnet_diagnostics_new();
  g_autoptr(GError) error = NULL;
  const RefnetTableOptions options = {
      .label = "t.csv", .delimiter = delimiter, .threads = transcript->threads};
  const RefnetRowHandler handler = {
      .header = transcribe_header, .row = transcribe_row, .data = transcript};
  RefnetRowCount count = {9, 9, 9, 9};
  transcript->text = g_string_new(NULL);
  const gboolean ok = refnet_table_read_bytes(bytes, length, chunk, &options, &handler, &count,
                                              diagnostics, &error);
  assert_true(ok == (error == NULL));
  transcribe_diagnostics(transcript->text, diagnostics);
  if (error != NULL) {
    assert_int_equal(error->domain, REFNET_ERROR);
    g_string_append_printf(transcript->text, "stopped: %s\n", error->message);
  }
  g_string_append_printf(transcript->text,
                         "%" G_GUINT64_FORMAT " = %" G_GUINT64_FORMAT " + %" G_GUINT64_FORMAT
                         " + %" G_GUINT64_FORMAT "\n",
                         count.read, count.kept, count.merged, count.rejected);
  check_count(&count, diagnostics, transcript->reject != NULL ? 1 : 0);
  return g_string_free(transcript->text, FALSE);
}

static inline char *transcribe_bytes(const void *bytes, gsize length, gsize chunk) {
  Transcript transcript = {0};
  return transcribe_with(&transcript, bytes, length, chunk, 0);
}

/* Bytes come, and rows pass from one thread to the other, at most `chunk` bytes at a time. */
static inline char *transcribe_in_two_threads(const void *bytes, gsize length, gsize chunk) {
  Transcript transcript = {.threads = 2};
  return transcribe_with(&transcript, bytes, length, chunk, 0);
}

/* The table `text`, NUL-terminated, has to come out as `expected`. */
static inline void assert_read(const char *text, const char *expected) {
  g_autofree char *found = transcribe_bytes(text, strlen(text), 0);
  assert_string_equal(found, expected);
}

/* The same for a literal with NUL bytes in it. */
#define assert_read_literal(literal, expected)                                                     \
  do {                                                                                             \
    g_autofree char *found_ = transcribe_bytes((literal), sizeof(literal) - 1, 0);                 \
    assert_string_equal(found_, (expected));                                                       \
  } while (0)

#endif
