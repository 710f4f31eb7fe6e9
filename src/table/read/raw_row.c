/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One row's cells in one block of memory, reused from row to row. */
#include "table/read/raw_row.h"

#include <string.h>

#include <refnet/base.h>

#include "table/csv_cell.h"
#include "table/encoding.h"
#include "table/read/listed_lines.h"
#include "table/read/plain.h"

/* Cell i is text[starts[i] … starts[i] + lengths[i]), with a NUL behind it. */
struct RefnetRawRow {
  char *text;
  gsize used, capacity;
  guint count;
  gsize longest;
  guint first_nul;
  guint decoded, first_decoded;
  GPtrArray *replaced; /* cells whose cleaning made a new text */
  guint32 starts[REFNET_CELLS_MAX];
  guint32 lengths[REFNET_CELLS_MAX];
  const char *cleaned[REFNET_CELLS_MAX];
};

RefnetRawRow *refnet_raw_row_new(void) {
  RefnetRawRow *row = g_new0(RefnetRawRow, 1);
  row->replaced = g_ptr_array_new_with_free_func(g_free);
  return row;
}

void refnet_raw_row_free(RefnetRawRow *row) {
  if (row == NULL)
    return;
  g_ptr_array_unref(row->replaced);
  g_free(row->text);
  g_free(row);
}

/* ---- Collecting ------------------------------------------------------------------------------ */

void refnet_raw_row_clear(RefnetRawRow *row) {
  row->used = 0;
  row->count = 0;
  row->longest = 0;
  row->first_nul = REFNET_CELLS_MAX;
  row->decoded = 0;
  if (row->replaced->len > 0)
    g_ptr_array_set_size(row->replaced, 0);
}

/* Each cell but the last ends in a delimiter that gives room to its NUL. */
gboolean refnet_raw_row_reserve(RefnetRawRow *row, gsize bytes) {
  if (bytes < row->capacity)
    return TRUE;
  const gsize capacity = MAX(bytes + 1, row->capacity * 2);
  char *const text = g_try_realloc(row->text, capacity);
  if (text == NULL)
    return FALSE;
  row->text = text;
  row->capacity = capacity;
  return TRUE;
}

void refnet_raw_row_add(RefnetRawRow *row, const char *text, gsize length) {
  const guint i = row->count++;
  if (i >= REFNET_CELLS_MAX)
    return;
  memcpy(row->text + row->used, text, length);
  row->text[row->used + length] = '\0';
  row->starts[i] = (guint32)row->used;
  row->lengths[i] = (guint32)length;
  row->used += length + 1;
  row->longest = MAX(row->longest, length);
}

guint refnet_raw_row_count(const RefnetRawRow *row) {
  return row->count;
}

guint refnet_raw_row_find_longer(const RefnetRawRow *row, gsize length) {
  if (row->longest <= length)
    return REFNET_CELLS_MAX;
  guint i = 0;
  while (row->lengths[i] <= length)
    i++;
  return i;
}

/* ---- Cleaning -------------------------------------------------------------------------------- */

static gboolean is_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

static const char *replace(RefnetRawRow *row, char *text) {
  g_ptr_array_add(row->replaced, text);
  return text;
}

typedef char *(*CleanFunc)(const char *text);

static const char *clean_text(RefnetRawRow *row, guint i, const char *text, gsize length,
                              CleanFunc cleaned) {
  if (g_utf8_validate_len(text, length, NULL))
    return replace(row, cleaned(text));
  if (memchr(text, '\0', length) != NULL) {
    row->first_nul = MIN(row->first_nul, i);
    return text;
  }
  if (row->decoded++ == 0)
    row->first_decoded = i;
  g_autofree char *decoded = refnet_windows_1252_decode(text, length);
  return replace(row, cleaned(decoded));
}

static const char *clean(RefnetRawRow *row, guint i, CleanFunc cleaned) {
  char *text = row->text + row->starts[i];
  gsize length = row->lengths[i];
  while (length > 0 && is_blank(text[length - 1]))
    length--;
  text[length] = '\0';
  while (length > 0 && is_blank(text[0])) {
    text++;
    length--;
  }
  return refnet_csv_take(refnet_plain_is(text, length) ? text
                                                       : clean_text(row, i, text, length, cleaned));
}

const char **refnet_raw_row_clean(RefnetRawRow *row, const gboolean *lists, guint width,
                                  gboolean keeps_lines) {
  const guint stored = MIN(row->count, REFNET_CELLS_MAX);
  const CleanFunc usual = keeps_lines ? refnet_kept_lines : refnet_text_clean;
  for (guint i = 0; i < stored; i++)
    row->cleaned[i] =
        clean(row, i, lists != NULL && i < width && lists[i] ? refnet_listed_lines : usual);
  return row->cleaned;
}

guint refnet_raw_row_with_nul(const RefnetRawRow *row) {
  return row->first_nul;
}

guint refnet_raw_row_decoded(const RefnetRawRow *row, guint *first) {
  *first = row->first_decoded;
  return row->decoded;
}
