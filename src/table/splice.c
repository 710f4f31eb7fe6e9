/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finding rows and cells in the bytes of a table, and writing the bytes with some of them replaced.
 */
#include "table/splice.h"

#include <string.h>

#include "table/csv_cell.h"
#include "table/dialect.h"
#include "table/encoding.h"

/* Offsets are in bytes of the old file. */
typedef struct {
  gsize from, to;
  char *text; /* in the file's encoding; owned */
  gsize length;
} Change;

typedef struct {
  gsize from, to;
} Range;

struct RefnetSplicer {
  GMappedFile *file;
  const guint8 *bytes;
  gsize length;
  gsize width; /* bytes of a unit: 1, in UTF-16 2 */
  RefnetEncoding encoding;
  gboolean is_windows_1252;
  char delimiter;
  const char *line_end; /* as most files have it: that of the first line */
  guint64 line;         /* that begins at … */
  gsize line_start;     /* … this offset */
  Range row;            /* with its line end */
  gsize row_text_end;   /* without it */
  GArray *cells;        /* Range; of the row */
  guint written_cells;  /* cells of the row, those appended included */
  GArray *changes;      /* Change, rising */
  gboolean has_new_rows;
  gsize told;   /* changes whose place in the new file is known … */
  gint64 shift; /* … and by how much they moved what follows */
};

/* ---- units ----------------------------------------------------------------------------------- */

/* The character at `at` where it is ASCII; else something that is none of a table's own characters.
 */
static guint unit_at(const RefnetSplicer *splicer, gsize at) {
  if (splicer->width == 1)
    return splicer->bytes[at];
  guint first = splicer->bytes[at], second = splicer->bytes[at + 1];
  return splicer->encoding == REFNET_ENCODING_UTF16_BE ? first << 8 | second : second << 8 | first;
}

static gboolean is_end(const RefnetSplicer *splicer, gsize at) {
  return at + splicer->width > splicer->length;
}

/* Length of the line end at `at`; 0: there is none. */
static gsize line_end_at(const RefnetSplicer *splicer, gsize at) {
  guint unit = unit_at(splicer, at);
  if (unit == '\n')
    return splicer->width;
  if (unit != '\r')
    return 0;
  gsize next = at + splicer->width;
  return !is_end(splicer, next) && unit_at(splicer, next) == '\n' ? 2 * splicer->width
                                                                  : splicer->width;
}

/* Where the line that begins at `start` ends; *end_length: of its line end. */
static gsize find_line_end(const RefnetSplicer *splicer, gsize start, gsize *end_length) {
  gsize at = start;
  for (; !is_end(splicer, at); at += splicer->width)
    if ((*end_length = line_end_at(splicer, at)) > 0)
      return at;
  *end_length = 0;
  return splicer->length;
}

/* ---- opening --------------------------------------------------------------------------------- */

/* The line's text with every character beyond ASCII as '?', which is enough to see its delimiters.
 */
static char *narrow(const RefnetSplicer *splicer, gsize from, gsize to) {
  GString *text = g_string_new(NULL);
  for (gsize at = from; at + splicer->width <= to; at += splicer->width) {
    guint unit = unit_at(splicer, at);
    g_string_append_c(text, unit > 0 && unit < 128 ? (char)unit : '?');
  }
  return g_string_free(text, FALSE);
}

static const char *line_end_text(const RefnetSplicer *splicer, gsize at, gsize end_length) {
  if (end_length == 0)
    return "\n";
  if (end_length == 2 * splicer->width)
    return "\r\n";
  return unit_at(splicer, at) == '\r' ? "\r" : "\n";
}

static void learn_dialect(RefnetSplicer *splicer, char delimiter, guint64 header_line) {
  gsize start = splicer->line_start;
  guint64 number = 1;
  splicer->delimiter = delimiter;
  splicer->line_end = "\n";
  for (; start < splicer->length; number++) {
    const gboolean first = number == 1;
    gsize end_length, end = find_line_end(splicer, start, &end_length);
    g_autofree char *line = narrow(splicer, start, end);
    char declared = first ? refnet_dialect_from_sep_line(line, strlen(line)) : 0;
    if (first)
      splicer->line_end = line_end_text(splicer, end, end_length);
    if (declared != 0 && splicer->delimiter == 0)
      splicer->delimiter = declared;
    if (declared == 0 && number >= header_line && line[strspn(line, " \t")] != '\0') {
      if (splicer->delimiter == 0)
        splicer->delimiter = refnet_dialect_from_header(line, strlen(line));
      break;
    }
    start = end + end_length;
  }
  if (splicer->delimiter == 0)
    splicer->delimiter = ',';
}

static void free_change(gpointer change) {
  g_free(((Change *)change)->text);
}

RefnetSplicer *refnet_splicer_open(const char *path, const char *label, char delimiter,
                                   guint64 header_line, GError **error) {
  g_autoptr(GError) failure = NULL;
  g_autoptr(RefnetSplicer) splicer = g_new0(RefnetSplicer, 1);
  splicer->file = g_mapped_file_new(path, FALSE, &failure);
  if (splicer->file == NULL) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_IO, "%s cannot be read again: %s", label,
                failure->message);
    return NULL;
  }
  splicer->bytes = (const guint8 *)g_mapped_file_get_contents(splicer->file);
  splicer->length = g_mapped_file_get_length(splicer->file);
  gsize head = MIN(splicer->length, REFNET_ENCODING_HEAD);
  RefnetEncodingGuess guess = refnet_encoding_detect(splicer->bytes, head);
  splicer->encoding = guess.encoding;
  splicer->width = guess.encoding == REFNET_ENCODING_UTF8 ? 1 : 2;
  splicer->is_windows_1252 =
      splicer->width == 1 &&
      !g_utf8_validate_len((const char *)splicer->bytes, splicer->length, NULL);
  splicer->line = 1;
  splicer->line_start = guess.mark;
  splicer->cells = g_array_new(FALSE, FALSE, sizeof(Range));
  splicer->changes = g_array_new(FALSE, FALSE, sizeof(Change));
  g_array_set_clear_func(splicer->changes, free_change);
  learn_dialect(splicer, delimiter, header_line);
  return g_steal_pointer(&splicer);
}

void refnet_splicer_free(RefnetSplicer *splicer) {
  if (splicer == NULL)
    return;
  g_clear_pointer(&splicer->file, g_mapped_file_unref);
  if (splicer->cells != NULL)
    g_array_free(splicer->cells, TRUE);
  if (splicer->changes != NULL)
    g_array_free(splicer->changes, TRUE);
  g_free(splicer);
}

/* ---- rows ------------------------------------------------------------------------------------ */

static void add_cell(RefnetSplicer *splicer, gsize from, gsize to) {
  Range cell = {from, to};
  g_array_append_val(splicer->cells, cell);
}

/* Every quote opens or closes, one doubled inside a cell does both: in a sound row that is enough.
 */
static void find_cells(RefnetSplicer *splicer) {
  gsize at = splicer->row.from, cell = at, end_length = 0;
  gboolean quoted = FALSE;
  g_array_set_size(splicer->cells, 0);
  for (; !is_end(splicer, at); at += splicer->width) {
    guint unit = unit_at(splicer, at);
    if (unit == '"') {
      quoted = !quoted;
    } else if (!quoted && unit == (guchar)splicer->delimiter) {
      add_cell(splicer, cell, at);
      cell = at + splicer->width;
    } else if (!quoted && (end_length = line_end_at(splicer, at)) > 0) {
      break;
    }
  }
  splicer->row_text_end = end_length > 0 ? at : splicer->length;
  splicer->row.to = splicer->row_text_end + end_length;
  add_cell(splicer, cell, splicer->row_text_end);
  splicer->written_cells = splicer->cells->len;
}

gboolean refnet_splicer_seek(RefnetSplicer *splicer, guint64 line) {
  while (splicer->line < line && splicer->line_start < splicer->length) {
    gsize end_length, end = find_line_end(splicer, splicer->line_start, &end_length);
    splicer->line_start = end + end_length;
    splicer->line++;
  }
  if (splicer->line != line || splicer->line_start >= splicer->length)
    return FALSE;
  splicer->row.from = splicer->line_start;
  find_cells(splicer);
  return TRUE;
}

/* ---- changes --------------------------------------------------------------------------------- */

static void put_quoted(const RefnetSplicer *splicer, GString *out, const char *cell) {
  g_autofree char *disarmed = refnet_csv_disarm(cell);
  const char *text = disarmed;
  gsize length = strlen(text);
  const char special[] = {splicer->delimiter, '"', '\r', '\n', '\0'};
  gboolean has_edge_blank =
      length > 0 && (g_ascii_isspace(text[0]) || g_ascii_isspace(text[length - 1]));
  if (strpbrk(text, special) == NULL && !has_edge_blank) {
    g_string_append(out, text);
    return;
  }
  g_string_append_c(out, '"');
  for (; *text != '\0'; text++)
    g_string_append_len(out, *text == '"' ? "\"\"" : text, *text == '"' ? 2 : 1);
  g_string_append_c(out, '"');
}

/* What the file's encoding cannot say stays UTF-8, which refnet reads cell by cell. */
static char *encode(const RefnetSplicer *splicer, const char *text, gsize *length) {
  const char *encoding = NULL;
  if (splicer->width == 2)
    encoding = splicer->encoding == REFNET_ENCODING_UTF16_BE ? "UTF-16BE" : "UTF-16LE";
  else if (splicer->is_windows_1252)
    encoding = "WINDOWS-1252";
  char *encoded =
      encoding != NULL ? g_convert(text, -1, encoding, "UTF-8", NULL, length, NULL) : NULL;
  if (encoded != NULL)
    return encoded;
  *length = strlen(text);
  return g_strdup(text);
}

/* Takes `text`. */
static gsize replace(RefnetSplicer *splicer, gsize from, gsize to, char *text) {
  Change change = {from, to, NULL, 0};
  g_autofree char *plain = text;
  change.text = encode(splicer, plain, &change.length);
  g_array_append_val(splicer->changes, change);
  return splicer->changes->len - 1;
}

gsize refnet_splicer_set_cell(RefnetSplicer *splicer, guint column, const char *text) {
  GString *cell = g_string_new(NULL);
  if (column < splicer->cells->len) {
    Range range = g_array_index(splicer->cells, Range, column);
    put_quoted(splicer, cell, text);
    return replace(splicer, range.from, range.to, g_string_free(cell, FALSE));
  }
  for (; splicer->written_cells <= column; splicer->written_cells++)
    g_string_append_c(cell, splicer->delimiter);
  put_quoted(splicer, cell, text);
  return replace(splicer, splicer->row_text_end, splicer->row_text_end, g_string_free(cell, FALSE));
}

gsize refnet_splicer_remove_row(RefnetSplicer *splicer) {
  return replace(splicer, splicer->row.from, splicer->row.to, g_strdup(""));
}

/* Does the new file, as far as it is known, end in the middle of a line? */
static gboolean ends_inside_line(const RefnetSplicer *splicer) {
  const GArray *changes = splicer->changes;
  gsize end = splicer->length;
  const Change *last = changes->len > 0 ? &g_array_index(changes, Change, changes->len - 1) : NULL;
  if (last != NULL && last->to == splicer->length) {
    if (last->length > 0)
      return !splicer->has_new_rows;
    end = last->from;
  }
  if (end < splicer->width)
    return FALSE;
  guint unit = unit_at(splicer, end - splicer->width);
  return unit != '\n' && unit != '\r';
}

gsize refnet_splicer_append_row(RefnetSplicer *splicer, const char *const *cells, guint count) {
  GString *row = g_string_new(ends_inside_line(splicer) ? splicer->line_end : NULL);
  for (guint i = 0; i < count; i++) {
    if (i > 0)
      g_string_append_c(row, splicer->delimiter);
    put_quoted(splicer, row, cells[i]);
  }
  g_string_append(row, splicer->line_end);
  splicer->has_new_rows = TRUE;
  return replace(splicer, splicer->length, splicer->length, g_string_free(row, FALSE));
}

/* ---- the new file ---------------------------------------------------------------------------- */

void refnet_splicer_write(const RefnetSplicer *splicer, RefnetOutput *output) {
  gsize done = 0;
  for (guint i = 0; i < splicer->changes->len; i++) {
    const Change *change = &g_array_index(splicer->changes, Change, i);
    refnet_output_write(output, splicer->bytes + done, change->from - done);
    refnet_output_write(output, change->text, change->length);
    done = change->to;
  }
  if (done < splicer->length)
    refnet_output_write(output, splicer->bytes + done, splicer->length - done);
}

RefnetSplice refnet_splicer_change(RefnetSplicer *splicer, gsize index) {
  if (index < splicer->told) {
    splicer->told = 0;
    splicer->shift = 0;
  }
  for (; splicer->told < index; splicer->told++) {
    const Change *before = &g_array_index(splicer->changes, Change, splicer->told);
    splicer->shift += (gint64)before->length - (gint64)(before->to - before->from);
  }
  const Change *change = &g_array_index(splicer->changes, Change, index);
  return (RefnetSplice){(guint64)((gint64)change->from + splicer->shift), change->length,
                        splicer->bytes + change->from, change->to - change->from};
}

gsize refnet_splicer_changes(const RefnetSplicer *splicer) {
  return splicer->changes->len;
}

const guint8 *refnet_splicer_bytes(const RefnetSplicer *splicer, gsize *length) {
  *length = splicer->length;
  return splicer->bytes;
}
