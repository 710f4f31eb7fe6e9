/* SPDX-License-Identifier: GPL-2.0-or-later */
/* UCINET's DL files: a header of words, then labels and numbers. They are small and read whole. */
#include "exchange/networks/network_text.h"
#include "exchange/files/text_file.h"
#include "exchange/networks/tie_writer.h"
#include "exchange/networks/vertex_names.h"

#include <string.h>

#define BYTES_MOST ((gsize)256 << 20)
#define SEPARATORS " \t\n,="

typedef enum { FULL_MATRIX, EDGE_LIST, NODE_LIST } Format;

typedef struct {
  const RefnetImport *import;
  const char *label;
  guint file;
  GArray *lines; /* char *, owned */
  GArray *numbers;
  guint at; /* the next line */
  guint vertices, matrices;
  Format format;
  gboolean embedded;
  GPtrArray *names;
  GHashTable *by_fold; /* of embedded labels: fold → number + 1 */
  GPtrArray *matrix_names;
  RefnetTieWriter *writer;
} Ucinet;

static void free_line(gpointer line) {
  g_free(*(char **)line);
}

static const char *line_at(const Ucinet *ucinet, guint index) {
  return g_array_index(ucinet->lines, char *, index);
}

static gboolean refuse(const Ucinet *ucinet, const char *why, GError **error) {
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT, "%s:%" G_GUINT64_FORMAT ": %s",
              ucinet->label,
              ucinet->lines->len == 0
                  ? 1
                  : g_array_index(ucinet->numbers, guint64,
                                  MIN(ucinet->at, ucinet->lines->len - 1)),
              why);
  return FALSE;
}

static void reject(Ucinet *ucinet, const char *why, const char *fix) {
  RefnetDiagnostic where = {.kind = "bad-line",
                            .severity = REFNET_SEVERITY_ERROR,
                            .file = ucinet->label,
                            .line = g_array_index(ucinet->numbers, guint64, ucinet->at),
                            .contact = REFNET_NONE};
  refnet_diagnostics_add(refnet_import_report_diagnostics(ucinet->import->report), &where, fix,
                         "%s", why);
  refnet_import_report_rejected(ucinet->import->report, ucinet->file, 1, why);
}

static void use_line(Ucinet *ucinet) {
  refnet_import_report_used(ucinet->import->report, ucinet->file, 1);
}

/* ---- the header ------------------------------------------------------------------------------ */

/* Is it the line that a section begins with ("labels:", "data:")? */
static gboolean begins(const char *line, const char *section) {
  g_autofree char *folded = refnet_text_fold(line);
  return g_str_has_prefix(folded, section);
}

static gboolean is_section(const char *line) {
  return begins(line, "data:") || begins(line, "labels:") || begins(line, "row labels") ||
         begins(line, "column labels") || begins(line, "col labels") ||
         begins(line, "matrix labels") || begins(line, "labels embedded") ||
         begins(line, "level labels");
}

static gboolean take_word(Ucinet *ucinet, const char *key, const char *value, GError **error) {
  guint64 number = 0;
  gboolean is_number = value != NULL && g_ascii_string_to_unsigned(value, 10, 0,
                                                                   REFNET_VERTICES_MOST, &number,
                                                                   NULL);
  if (g_ascii_strcasecmp(key, "n") == 0 || g_ascii_strcasecmp(key, "nr") == 0 ||
      g_ascii_strcasecmp(key, "nc") == 0) {
    if (!is_number || number == 0 || (ucinet->vertices > 0 && ucinet->vertices != number))
      return refuse(
          ucinet, "n is not how many organisations there are, the same in rows and columns", error);
    ucinet->vertices = (guint)number;
  } else if (g_ascii_strcasecmp(key, "nm") == 0) {
    ucinet->matrices = is_number && number > 0 ? (guint)number : 1;
  } else if (g_ascii_strcasecmp(key, "format") == 0 && value != NULL) {
    if (g_ascii_strncasecmp(value, "edgelist1", 9) == 0)
      ucinet->format = EDGE_LIST;
    else if (g_ascii_strncasecmp(value, "nodelist1", 9) == 0)
      ucinet->format = NODE_LIST;
    else if (g_ascii_strcasecmp(value, "fullmatrix") != 0 && g_ascii_strcasecmp(value, "fm") != 0)
      return refuse(ucinet, "of UCINET's formats fullmatrix, edgelist1 and nodelist1 are read",
                    error);
  }
  return TRUE;
}

static gboolean read_header(Ucinet *ucinet, GError **error) {
  ucinet->matrices = 1;
  for (; ucinet->at < ucinet->lines->len && !is_section(line_at(ucinet, ucinet->at));
       ucinet->at++) {
    g_auto(GStrv) words = refnet_text_tokens(line_at(ucinet, ucinet->at), SEPARATORS);
    for (gsize i = 0; words[i] != NULL; i++)
      if (!take_word(ucinet, words[i], words[i + 1], error))
        return FALSE;
    refnet_import_report_ignored(ucinet->import->report, ucinet->file, 1, "the file's header");
  }
  if (ucinet->vertices == 0)
    return refuse(ucinet, "the header doesn't say n=, how many organisations there are", error);
  g_ptr_array_set_size(ucinet->names, 0);
  return TRUE;
}

/* ---- labels ---------------------------------------------------------------------------------- */

/* One label a line where there are as many lines as labels are wanted; else divided at commas, or
 * at blanks where there are none. */
static void take_labels(Ucinet *ucinet, guint first, guint end, guint wanted, GPtrArray *labels) {
  gboolean commas = FALSE;
  for (guint i = first; i < end; i++)
    commas |= strchr(line_at(ucinet, i), ',') != NULL;
  for (guint i = first; i < end; i++) {
    g_auto(GStrv) words =
        end - first == wanted && !commas
            ? g_strsplit(line_at(ucinet, i), "\n", 1)
            : refnet_text_tokens(line_at(ucinet, i), commas ? "," : " \t");
    for (gsize w = 0; words[w] != NULL; w++)
      g_ptr_array_add(labels, refnet_text_clean(g_strdelimit(words[w], "\"", ' ')));
  }
}

static void read_section(Ucinet *ucinet) {
  const char *line = line_at(ucinet, ucinet->at);
  g_autofree char *folded = refnet_text_fold(line);
  gboolean matrices = g_str_has_prefix(folded, "matrix"), columns = g_str_has_prefix(folded, "col");
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func(g_free);
  guint first = ++ucinet->at;
  ucinet->embedded |= strstr(folded, "embedded") != NULL;
  while (ucinet->at < ucinet->lines->len && !is_section(line_at(ucinet, ucinet->at)))
    ucinet->at++;
  refnet_import_report_used(ucinet->import->report, ucinet->file, ucinet->at - first);
  refnet_import_report_ignored(ucinet->import->report, ucinet->file, 1, "the file's header");
  take_labels(ucinet, first, ucinet->at, matrices ? ucinet->matrices : ucinet->vertices, labels);
  GPtrArray *into = matrices ? ucinet->matrix_names : ucinet->names;
  for (guint i = 0; i < labels->len && !(columns && ucinet->names->len >= ucinet->vertices); i++)
    g_ptr_array_add(into, g_strdup(g_ptr_array_index(labels, i)));
}

static gboolean read_labels(Ucinet *ucinet, GError **error) {
  while (ucinet->at < ucinet->lines->len && !begins(line_at(ucinet, ucinet->at), "data:"))
    read_section(ucinet);
  if (ucinet->at >= ucinet->lines->len)
    return refuse(ucinet, "the line \"data:\" is missing", error);
  if (ucinet->names->len > ucinet->vertices)
    return refuse(ucinet, "there are more labels than n says", error);
  refnet_import_report_ignored(ucinet->import->report, ucinet->file, 1, "the file's header");
  ucinet->at++;
  return TRUE;
}

/* ---- data ------------------------------------------------------------------------------------ */

/* The vertex that a label stands for, a new one where there is room; NULL: there is none. */
static const char *labelled_vertex(Ucinet *ucinet, const char *text) {
  char *fold = refnet_text_fold(text);
  guint known = GPOINTER_TO_UINT(g_hash_table_lookup(ucinet->by_fold, fold));
  if (known > 0 || ucinet->names->len >= ucinet->vertices) {
    g_free(fold);
    return known > 0 ? g_ptr_array_index(ucinet->names, known - 1) : NULL;
  }
  g_ptr_array_add(ucinet->names, refnet_text_clean(text));
  g_hash_table_insert(ucinet->by_fold, fold, GUINT_TO_POINTER(ucinet->names->len));
  return g_ptr_array_index(ucinet->names, ucinet->names->len - 1);
}

/* The same of a label or, where labels are not embedded, a number. */
static const char *vertex(Ucinet *ucinet, const char *text) {
  guint64 number;
  if (ucinet->embedded)
    return labelled_vertex(ucinet, text);
  if (!g_ascii_string_to_unsigned(text, 10, 1, ucinet->names->len, &number, NULL))
    return NULL;
  return g_ptr_array_index(ucinet->names, number - 1);
}

static gboolean put_link(Ucinet *ucinet, const char *from, const char *to, const char *value) {
  RefnetTie tie = {.both_ways = FALSE};
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

static void complete_names(Ucinet *ucinet) {
  if (!ucinet->embedded)
    g_ptr_array_set_size(ucinet->names, (gint)ucinet->vertices);
  refnet_vertex_names_complete(ucinet->names);
}

/* Embedded labels stand in the data; others are all known before it. */
static void begin_names(Ucinet *ucinet) {
  if (ucinet->embedded)
    g_ptr_array_set_size(ucinet->names, 0);
  else
    complete_names(ucinet);
}

static void read_links(Ucinet *ucinet) {
  begin_names(ucinet);
  for (; ucinet->at < ucinet->lines->len; ucinet->at++) {
    g_auto(GStrv) words = refnet_text_tokens(line_at(ucinet, ucinet->at), " \t,");
    guint length = g_strv_length(words);
    gboolean edge = ucinet->format == EDGE_LIST;
    const char *from = length > 0 ? vertex(ucinet, words[0]) : NULL;
    gboolean ok = length > 1 && (!edge || length <= 3);
    guint end = edge ? MIN(length, 2) : length;
    for (guint i = 1; ok && i < end; i++)
      ok = put_link(ucinet, from, vertex(ucinet, words[i]), edge && length > 2 ? words[2] : NULL);
    if (ok)
      use_line(ucinet);
    else
      reject(ucinet, "the line doesn't name organisations of the file, with a value from 0 on",
             "look at n and at the labels");
  }
}

/* Which of the matrices is read. */
static gboolean choose_matrix(Ucinet *ucinet, const char *wanted, guint *chosen, GError **error) {
  *chosen = 0;
  for (guint i = 0; wanted != NULL && i < ucinet->matrix_names->len; i++) {
    g_autofree char *name = refnet_text_fold(g_ptr_array_index(ucinet->matrix_names, i));
    g_autofree char *fold = refnet_text_fold(wanted);
    *chosen = i;
    if (strcmp(name, fold) == 0)
      return TRUE;
  }
  if (wanted != NULL)
    return refuse(ucinet, "no matrix of the file has the name given with --question", error);
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
  gboolean label;            /* the next word is the label of a row */
} Cursor;

static void take_value(Ucinet *ucinet, Cursor *cursor, guint chosen, const char *value) {
  gboolean known = value[0] != '.' && g_ascii_strcasecmp(value, "na") != 0;
  if (cursor->matrix == chosen && known &&
      !put_link(ucinet, g_ptr_array_index(ucinet->names, cursor->row),
                g_ptr_array_index(ucinet->names, cursor->column), value))
    reject(ucinet, "a value of the matrix is no number from 0 on",
           "write 0 where there is no link");
  cursor->column++;
  if (cursor->column < ucinet->vertices)
    return;
  cursor->column = 0;
  cursor->label = ucinet->embedded;
  if (++cursor->row == ucinet->vertices) {
    cursor->row = 0;
    cursor->matrix++;
  }
}

/* With embedded labels a first line has those of the columns. */
static gboolean read_matrix(Ucinet *ucinet, const char *wanted, GError **error) {
  Cursor cursor = {0, 0, 0, ucinet->embedded};
  guint chosen, columns_left = ucinet->embedded ? ucinet->vertices : 0;
  if (!choose_matrix(ucinet, wanted, &chosen, error))
    return FALSE;
  begin_names(ucinet);
  for (; ucinet->at < ucinet->lines->len; ucinet->at++) {
    g_auto(GStrv) words = refnet_text_tokens(line_at(ucinet, ucinet->at), " \t,");
    for (gsize i = 0; words[i] != NULL && cursor.matrix < ucinet->matrices; i++) {
      if (columns_left > 0) {
        g_ptr_array_add(ucinet->names, refnet_text_clean(words[i]));
        if (--columns_left == 0)
          refnet_vertex_names_complete(ucinet->names);
      } else if (cursor.label) {
        cursor.label = FALSE;
      } else {
        take_value(ucinet, &cursor, chosen, words[i]);
      }
    }
    use_line(ucinet);
  }
  if (cursor.matrix < ucinet->matrices)
    return refuse(ucinet, "the matrix has fewer values than n says", error);
  return TRUE;
}

/* ---- the file -------------------------------------------------------------------------------- */

static gboolean read_lines(Ucinet *ucinet, RefnetTextFile *file, GError **error) {
  g_autoptr(GError) failure = NULL;
  const char *line;
  guint64 number;
  gsize bytes = 0;
  while ((line = refnet_text_file_line(file, &number, &failure)) != NULL) {
    bytes += strlen(line) + 1;
    if (bytes > BYTES_MOST)
      return refuse(ucinet, "the file is larger than 256 MiB", error);
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

static gboolean read_data(Ucinet *ucinet, const char *matrix, GError **error) {
  if (ucinet->format == FULL_MATRIX)
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
  Ucinet ucinet = {.import = import,
                   .label = label,
                   .file = refnet_import_report_file(import->report, label),
                   .lines = lines,
                   .numbers = numbers,
                   .names = names,
                   .by_fold = by_fold,
                   .matrix_names = matrix_names,
                   .writer = writer};
  return read_lines(&ucinet, file, error) && read_header(&ucinet, error) &&
         read_labels(&ucinet, error) && read_data(&ucinet, matrix, error) &&
         refnet_tie_writer_close(writer, error) && refnet_vertex_names_write(names, import, error);
}
