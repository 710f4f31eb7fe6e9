/* SPDX-License-Identifier: GPL-2.0-or-later */
/* UCINET's DL files: numbers and names behind the head. They are small and read whole. */
#include "exchange/files/text_file.h"
#include "exchange/networks/network_text.h"
#include "exchange/networks/ucinet.h"
#include "exchange/networks/vertex_names.h"

#include <string.h>

#define BYTES_MOST ((gsize)256 << 20)

/* ---- lines ----------------------------------------------------------------------------------- */

static void free_line(gpointer line) {
  g_free(*(char **)line);
}

static void reject(RefnetUcinet *ucinet, const char *why, const char *fix) {
  RefnetDiagnostic where = {.kind = "bad-line",
                            .severity = REFNET_SEVERITY_ERROR,
                            .file = ucinet->label,
                            .line = g_array_index(ucinet->numbers, guint64, ucinet->at),
                            .contact = REFNET_NONE};
  refnet_diagnostics_add(refnet_import_report_diagnostics(ucinet->import->report), &where, fix,
                         "%s", why);
  refnet_import_report_rejected(ucinet->import->report, ucinet->file, 1, why);
}

static void use_line(RefnetUcinet *ucinet) {
  refnet_import_report_used(ucinet->import->report, ucinet->file, 1);
}

/* ---- data ------------------------------------------------------------------------------------ */

/* The vertex that a label stands for, a new one where there is room; NULL: there is none. */
static const char *labelled_vertex(RefnetUcinet *ucinet, const char *text) {
  char *fold = refnet_text_fold(text);
  guint known = GPOINTER_TO_UINT(g_hash_table_lookup(ucinet->by_fold, fold));
  if (known > 0 || ucinet->names->len >= ucinet->vertices) {
    g_free(fold);
    return known > 0 ? g_ptr_array_index(ucinet->names, known - 1) : NULL;
  }
  g_autofree char *label = refnet_text_clean(text);
  g_ptr_array_add(ucinet->names, refnet_vertex_name(label, ucinet->names->len + 1));
  g_hash_table_insert(ucinet->by_fold, fold, GUINT_TO_POINTER(ucinet->names->len));
  return g_ptr_array_index(ucinet->names, ucinet->names->len - 1);
}

/* The same of a label or, where labels are not embedded, a number. */
static const char *vertex(RefnetUcinet *ucinet, const char *text) {
  guint64 number;
  if (ucinet->embedded)
    return labelled_vertex(ucinet, text);
  if (!g_ascii_string_to_unsigned(text, 10, 1, ucinet->names->len, &number, NULL))
    return NULL;
  return g_ptr_array_index(ucinet->names, number - 1);
}

static gboolean put_link(RefnetUcinet *ucinet, const char *from, const char *to, const char *value,
                         gboolean both_ways) {
  RefnetTie tie = {.both_ways = both_ways};
  double number;
  tie.cells[REFNET_REFERRAL_FROM] = from;
  tie.cells[REFNET_REFERRAL_TO] = to;
  tie.cells[REFNET_REFERRAL_COUNT] = value;
  if (value != NULL && (!refnet_number_parse(value, &number) || number < 0))
    return FALSE;
  if (value != NULL && number == 0)
    return from != NULL && to != NULL;
  return from != NULL && to != NULL &&
         refnet_tie_writer_add(ucinet->writer, &tie) != REFNET_TIE_BAD_COUNT;
}

static void complete_names(RefnetUcinet *ucinet) {
  if (!ucinet->embedded)
    g_ptr_array_set_size(ucinet->names, (gint)ucinet->vertices);
  refnet_vertex_names_complete(ucinet->names);
}

/* Embedded labels stand in the data; others are all known before it. */
static void begin_names(RefnetUcinet *ucinet) {
  if (ucinet->embedded)
    g_ptr_array_set_size(ucinet->names, 0);
  else
    complete_names(ucinet);
}

static gboolean are_vertices(RefnetUcinet *ucinet, char **words, guint length) {
  for (guint i = 0; i < length; i++)
    if (vertex(ucinet, words[i]) == NULL)
      return FALSE;
  return length > 0;
}

/* "A B 3" */
static gboolean take_edge(RefnetUcinet *ucinet, char **words, guint length) {
  return length >= 2 && length <= 3 && are_vertices(ucinet, words, 2) &&
         put_link(ucinet, vertex(ucinet, words[0]), vertex(ucinet, words[1]), words[2], FALSE);
}

/* "A B C": from the first to each of the others, of which there may be none. */
static gboolean take_node(RefnetUcinet *ucinet, char **words, guint length) {
  if (!are_vertices(ucinet, words, length))
    return FALSE;
  for (guint i = 1; i < length; i++)
    put_link(ucinet, vertex(ucinet, words[0]), vertex(ucinet, words[i]), NULL, FALSE);
  return TRUE;
}

/* "2 B C": how many, then who, of the organization whose row it is. */
static gboolean take_numbered_node(RefnetUcinet *ucinet, guint row, char **words, guint length) {
  guint64 count;
  if (row >= ucinet->names->len ||
      !g_ascii_string_to_unsigned(words[0], 10, length - 1, length - 1, &count, NULL) ||
      (count > 0 && !are_vertices(ucinet, words + 1, length - 1)))
    return FALSE;
  for (guint i = 1; i < length; i++)
    put_link(ucinet, g_ptr_array_index(ucinet->names, row), vertex(ucinet, words[i]), NULL, FALSE);
  return TRUE;
}

static gboolean take_link_line(RefnetUcinet *ucinet, guint row, char **words, guint length) {
  switch (ucinet->format) {
  case REFNET_UCINET_EDGE_LIST:
    return take_edge(ucinet, words, length);
  case REFNET_UCINET_NUMBERED_NODE_LIST:
    return length > 0 && take_numbered_node(ucinet, row, words, length);
  default:
    return take_node(ucinet, words, length);
  }
}

static void read_links(RefnetUcinet *ucinet) {
  begin_names(ucinet);
  for (guint row = 0; ucinet->at < ucinet->lines->len; ucinet->at++, row++) {
    g_auto(GStrv) words = refnet_text_tokens(refnet_ucinet_line(ucinet, ucinet->at), " \t,");
    if (take_link_line(ucinet, row, words, g_strv_length(words)))
      use_line(ucinet);
    else
      reject(ucinet, "the line doesn't name organisations of the file, with a value from 0 on",
             "look at n and at the labels");
  }
}

/* Which of the matrices is read. */
static gboolean choose_matrix(RefnetUcinet *ucinet, const char *wanted, guint *chosen,
                              GError **error) {
  *chosen = 0;
  for (guint i = 0; wanted != NULL && i < ucinet->matrix_names->len; i++) {
    g_autofree char *name = refnet_text_fold(g_ptr_array_index(ucinet->matrix_names, i));
    g_autofree char *fold = refnet_text_fold(wanted);
    *chosen = i;
    if (strcmp(name, fold) == 0)
      return TRUE;
  }
  if (wanted != NULL)
    return refnet_ucinet_refuse(ucinet, "no matrix of the file has the name given with --question",
                                error);
  if (ucinet->matrices > 1)
    refnet_import_report_say(
        ucinet->import->report,
        g_strdup_printf("The file has %u matrices; the first%s%s%s was read. Choose another by its "
                        "label with --question.",
                        ucinet->matrices, ucinet->matrix_names->len > 0 ? ", " : "",
                        ucinet->matrix_names->len > 0
                            ? (const char *)g_ptr_array_index(ucinet->matrix_names, 0)
                            : "",
                        ucinet->matrix_names->len > 0 ? "," : ""));
  return TRUE;
}

typedef struct {
  guint matrix, row, column; /* of the next value */
  guint organization;        /* whose row it is */
  gboolean label;            /* the next word is the label of a row */
} Cursor;

static gboolean is_half(const RefnetUcinet *ucinet) {
  return ucinet->format == REFNET_UCINET_LOWER_HALF || ucinet->format == REFNET_UCINET_UPPER_HALF;
}

/* Is there a value at the cursor? */
static gboolean is_filled(const RefnetUcinet *ucinet, const Cursor *cursor) {
  return !(ucinet->no_diagonal && cursor->column == cursor->row) &&
         !(ucinet->format == REFNET_UCINET_LOWER_HALF && cursor->column > cursor->row) &&
         !(ucinet->format == REFNET_UCINET_UPPER_HALF && cursor->column < cursor->row);
}

static void step(const RefnetUcinet *ucinet, Cursor *cursor) {
  if (++cursor->column < ucinet->vertices)
    return;
  cursor->column = 0;
  cursor->label = ucinet->embedded;
  if (++cursor->row == ucinet->vertices) {
    cursor->row = 0;
    cursor->matrix++;
  }
  cursor->organization = cursor->row;
}

/* To where the next value belongs, if the cursor is not there. */
static void go_on(const RefnetUcinet *ucinet, Cursor *cursor) {
  while (cursor->matrix < ucinet->matrices && !is_filled(ucinet, cursor))
    step(ucinet, cursor);
}

/* FALSE: it is no value. */
static gboolean take_value(RefnetUcinet *ucinet, Cursor *cursor, guint chosen, const char *value) {
  gboolean known = strcmp(value, ".") != 0 && g_ascii_strcasecmp(value, "na") != 0;
  gboolean ok = cursor->matrix != chosen || !known ||
                put_link(ucinet, g_ptr_array_index(ucinet->names, cursor->organization),
                         g_ptr_array_index(ucinet->names, cursor->column), value,
                         is_half(ucinet) && cursor->row != cursor->column);
  step(ucinet, cursor);
  go_on(ucinet, cursor);
  return ok;
}

/* Rows may come in another order than columns. FALSE: no column is called so. */
static gboolean take_row_label(RefnetUcinet *ucinet, Cursor *cursor, const char *label) {
  g_autofree char *fold = refnet_text_fold(label);
  guint known = GPOINTER_TO_UINT(g_hash_table_lookup(ucinet->by_fold, fold));
  cursor->label = FALSE;
  cursor->organization = known - 1;
  return known > 0;
}

static void take_column_label(RefnetUcinet *ucinet, const char *label) {
  g_ptr_array_add(ucinet->names, refnet_text_clean(label));
  g_hash_table_insert(ucinet->by_fold, refnet_text_fold(label),
                      GUINT_TO_POINTER(ucinet->names->len));
}

/* With embedded labels a first line has those of the columns. */
static gboolean read_matrix(RefnetUcinet *ucinet, const char *wanted, GError **error) {
  Cursor cursor = {.label = ucinet->embedded};
  guint chosen, columns_left = ucinet->embedded ? ucinet->vertices : 0;
  if (!choose_matrix(ucinet, wanted, &chosen, error))
    return FALSE;
  begin_names(ucinet);
  go_on(ucinet, &cursor);
  for (; ucinet->at < ucinet->lines->len; ucinet->at++) {
    g_auto(GStrv) words = refnet_text_tokens(refnet_ucinet_line(ucinet, ucinet->at), " \t,");
    gboolean ok = TRUE;
    gsize i = 0;
    for (; words[i] != NULL && cursor.matrix < ucinet->matrices; i++) {
      if (columns_left > 0) {
        take_column_label(ucinet, words[i]);
        if (--columns_left == 0)
          refnet_vertex_names_complete(ucinet->names);
      } else if (!cursor.label) {
        ok = take_value(ucinet, &cursor, chosen, words[i]) && ok;
      } else if (!take_row_label(ucinet, &cursor, words[i])) {
        return refnet_ucinet_refuse(ucinet, "the row's label is not among those of the columns",
                                    error);
      }
    }
    if (words[i] != NULL)
      reject(ucinet, "there are more values than n says", "look at n, and at the line");
    else if (ok)
      use_line(ucinet);
    else
      reject(ucinet, "a value of the matrix is no number from 0 on",
             "write 0 where there is no link");
  }
  if (cursor.matrix < ucinet->matrices)
    return refnet_ucinet_refuse(ucinet, "the matrix has fewer values than n says", error);
  return TRUE;
}

/* ---- the file -------------------------------------------------------------------------------- */

static gboolean read_lines(RefnetUcinet *ucinet, RefnetTextFile *file, GError **error) {
  g_autoptr(GError) failure = NULL;
  const char *line;
  guint64 number;
  gsize bytes = 0;
  while ((line = refnet_text_file_line(file, &number, &failure)) != NULL) {
    bytes += strlen(line) + 1;
    if (bytes > BYTES_MOST)
      return refnet_ucinet_refuse(ucinet, "the file is larger than 256 MiB", error);
    if (*line == '\0')
      continue;
    char *copy = g_strdup(line);
    g_array_append_val(ucinet->lines, copy);
    g_array_append_val(ucinet->numbers, number);
  }
  if (failure == NULL)
    return TRUE;
  g_propagate_error(error, g_steal_pointer(&failure));
  return FALSE;
}

static gboolean read_data(RefnetUcinet *ucinet, const char *matrix, GError **error) {
  const gboolean is_matrix = ucinet->format == REFNET_UCINET_FULL_MATRIX || is_half(ucinet);
  if (ucinet->embedded && (is_half(ucinet) || (is_matrix && ucinet->no_diagonal) ||
                           ucinet->format == REFNET_UCINET_NUMBERED_NODE_LIST))
    return refnet_ucinet_refuse(
        ucinet, "in this format labels cannot stand in the data; list them below \"labels:\"",
        error);
  if (is_matrix)
    return read_matrix(ucinet, matrix, error);
  read_links(ucinet);
  complete_names(ucinet);
  return TRUE;
}

gboolean refnet_ucinet_read(const RefnetImport *import, const char *path, const char *matrix,
                            GError **error) {
  g_autofree char *name = g_path_get_basename(path), *label = g_utf8_make_valid(name, -1);
  g_autoptr(RefnetTextFile) file = refnet_text_file_open(path, label, error);
  g_autoptr(RefnetTieWriter) writer =
      file != NULL ? refnet_tie_writer_open(import, 1u << REFNET_REFERRAL_COUNT, error) : NULL;
  if (writer == NULL)
    return FALSE;
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(char *));
  g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(guint64));
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GHashTable) by_fold = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) matrix_names = g_ptr_array_new_with_free_func(g_free);
  g_array_set_clear_func(lines, free_line);
  RefnetUcinet ucinet = {.import = import,
                         .label = label,
                         .file = refnet_import_report_file(import->report, label),
                         .lines = lines,
                         .numbers = numbers,
                         .names = names,
                         .by_fold = by_fold,
                         .matrix_names = matrix_names,
                         .writer = writer};
  return read_lines(&ucinet, file, error) && refnet_ucinet_read_head(&ucinet, error) &&
         read_data(&ucinet, matrix, error) && refnet_tie_writer_close(writer, error) &&
         refnet_vertex_names_write(names, import, error);
}
