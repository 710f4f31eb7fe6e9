/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Cutting a stream into physical lines inside one buffer that keeps the row being read. */
#include "table/read/lines.h"

#include <string.h>

#define BLOCK_BYTES ((gsize)256 << 10)

/* Offsets into the buffer: row <= position <= end; second is the row's second line once its first
 * was taken. No LF lies in [position, next_lf) and no CR in [position, next_cr): a search of a
 * buffer without CR is made once, not once a line. */
struct RefnetLines {
  RefnetSource *source;
  char *buffer;
  gsize capacity;
  gsize row, second, position, end;
  gsize next_lf, next_cr;
  guint64 row_number, number; /* of the row's first line, of the line at position */
  gboolean ended;
};

RefnetLines *refnet_lines_new(RefnetSource *source) {
  RefnetLines *lines = g_new0(RefnetLines, 1);
  lines->source = source;
  lines->number = lines->row_number = 1;
  return lines;
}

void refnet_lines_free(RefnetLines *lines) {
  if (lines == NULL)
    return;
  g_free(lines->buffer);
  g_free(lines);
}

/* ---- Filling --------------------------------------------------------------------------------- */

static gsize minus(gsize offset, gsize gone) {
  return offset > gone ? offset - gone : 0;
}

static void drop_finished_rows(RefnetLines *lines) {
  const gsize gone = lines->row;
  if (gone == 0)
    return;
  memmove(lines->buffer, lines->buffer + gone, lines->end - gone);
  lines->row = 0;
  lines->second = minus(lines->second, gone);
  lines->position -= gone;
  lines->end -= gone;
  lines->next_lf = minus(lines->next_lf, gone);
  lines->next_cr = minus(lines->next_cr, gone);
}

static gboolean make_room(RefnetLines *lines, GError **error) {
  drop_finished_rows(lines);
  if (lines->capacity - lines->end >= BLOCK_BYTES / 2)
    return TRUE;
  const gsize capacity = MAX(lines->capacity * 2, BLOCK_BYTES);
  char *const buffer = g_try_realloc(lines->buffer, capacity);
  if (buffer == NULL) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INTERNAL,
                "no memory for a row of more than %" G_GSIZE_FORMAT " bytes", lines->end);
    return FALSE;
  }
  lines->buffer = buffer;
  lines->capacity = capacity;
  return TRUE;
}

static gboolean fill(RefnetLines *lines, GError **error) {
  if (!make_room(lines, error))
    return FALSE;
  const gssize got = refnet_source_read(lines->source, lines->buffer + lines->end,
                                        lines->capacity - lines->end, error);
  if (got < 0)
    return FALSE;
  lines->ended = got == 0;
  lines->end += (gsize)got;
  return TRUE;
}

/* ---- Cutting --------------------------------------------------------------------------------- */

static gsize find(const RefnetLines *lines, gsize from, char wanted) {
  if (from < lines->position)
    from = lines->position;
  if (from == lines->end || lines->buffer[from] == wanted)
    return from;
  const char *const found = memchr(lines->buffer + from, wanted, lines->end - from);
  return found != NULL ? (gsize)(found - lines->buffer) : lines->end;
}

/* FALSE: more has to be read first. A CR at the very end may be the first half of CR LF. */
static gboolean find_line_end(RefnetLines *lines, gsize *stop, gsize *end_length) {
  lines->next_lf = find(lines, lines->next_lf, '\n');
  lines->next_cr = find(lines, lines->next_cr, '\r');
  *stop = MIN(lines->next_lf, lines->next_cr);
  if (*stop == lines->end) {
    *end_length = 0;
    return lines->ended;
  }
  const gboolean is_last = *stop + 1 == lines->end;
  const gboolean is_cr = lines->buffer[*stop] == '\r';
  *end_length = is_cr && !is_last && lines->buffer[*stop + 1] == '\n' ? 2 : 1;
  return !is_cr || !is_last || lines->ended;
}

static void take(RefnetLines *lines, gsize next) {
  if (lines->position == lines->row)
    lines->second = next;
  lines->position = next;
  lines->number++;
}

RefnetLinesStatus refnet_lines_next(RefnetLines *lines, RefnetLine *line, GError **error) {
  gsize stop, end_length;
  while (!find_line_end(lines, &stop, &end_length)) {
    if (lines->end - lines->row > REFNET_ROW_BYTES_MAX + 2)
      return REFNET_LINES_TOO_LARGE;
    if (!fill(lines, error))
      return REFNET_LINES_FAILED;
  }
  if (lines->position == lines->end)
    return REFNET_LINES_END;
  if (stop + end_length - lines->row > REFNET_ROW_BYTES_MAX)
    return REFNET_LINES_TOO_LARGE;
  *line = (RefnetLine){.text = lines->buffer + lines->position,
                       .length = stop - lines->position,
                       .end_length = end_length,
                       .number = lines->number};
  take(lines, stop + end_length);
  return REFNET_LINES_LINE;
}

/* ---- Rows ------------------------------------------------------------------------------------ */

void refnet_lines_begin_row(RefnetLines *lines) {
  lines->row = lines->second = lines->position;
  lines->row_number = lines->number;
}

void refnet_lines_resume(RefnetLines *lines) {
  if (lines->position > lines->second)
    lines->next_lf = lines->next_cr = lines->position = lines->second;
  lines->number = lines->row_number + 1;
  refnet_lines_begin_row(lines);
}

gboolean refnet_lines_skip(RefnetLines *lines, GError **error) {
  gsize stop, end_length;
  while (!find_line_end(lines, &stop, &end_length)) {
    lines->row = lines->position = stop;
    if (!fill(lines, error))
      return FALSE;
  }
  lines->position = stop + end_length;
  lines->number++;
  refnet_lines_begin_row(lines);
  return TRUE;
}

const char *refnet_lines_first(const RefnetLines *lines, gsize *length) {
  gsize end = lines->second;
  *length = 0;
  if (lines->buffer == NULL || end <= lines->row)
    return NULL;
  while (end > lines->row && (lines->buffer[end - 1] == '\n' || lines->buffer[end - 1] == '\r'))
    end--;
  *length = end - lines->row;
  return lines->buffer + lines->row;
}

guint64 refnet_lines_number(const RefnetLines *lines) {
  return lines->number;
}
