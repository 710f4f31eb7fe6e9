/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What stands before the data of a DL file: a header of words, then labels. */
#include "exchange/networks/ucinet.h"

#include "exchange/files/text_file.h"
#include "exchange/networks/vertex_names.h"

#include <string.h>

#define SEPARATORS " \t\n,="

const char *refnet_ucinet_line(const RefnetUcinet *ucinet, guint index) {
  return g_array_index(ucinet->lines, char *, index);
}

gboolean refnet_ucinet_refuse(const RefnetUcinet *ucinet, const char *why, GError **error) {
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT, "%s:%" G_GUINT64_FORMAT ": %s",
              ucinet->label,
              ucinet->lines->len == 0 ? 1
                                      : g_array_index(ucinet->numbers, guint64,
                                                      MIN(ucinet->at, ucinet->lines->len - 1)),
              why);
  return FALSE;
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

static gboolean take_format(RefnetUcinet *ucinet, const char *value, GError **error) {
  static const struct {
    const char *name;
    RefnetUcinetFormat format;
  } formats[] = {
      {"fullmatrix", REFNET_UCINET_FULL_MATRIX}, {"fm", REFNET_UCINET_FULL_MATRIX},
      {"lowerhalf", REFNET_UCINET_LOWER_HALF},   {"upperhalf", REFNET_UCINET_UPPER_HALF},
      {"edgelist", REFNET_UCINET_EDGE_LIST},     {"edgelist1", REFNET_UCINET_EDGE_LIST},
      {"nodelist1", REFNET_UCINET_NODE_LIST},    {"nodelist1b", REFNET_UCINET_NUMBERED_NODE_LIST}};
  for (gsize i = 0; i < G_N_ELEMENTS(formats); i++)
    if (g_ascii_strcasecmp(value, formats[i].name) == 0) {
      ucinet->format = formats[i].format;
      return TRUE;
    }
  return refnet_ucinet_refuse(
      ucinet,
      "of UCINET's formats fullmatrix, lowerhalf, upperhalf, edgelist1, nodelist1 and nodelist1b "
      "are read",
      error);
}

static gboolean take_word(RefnetUcinet *ucinet, const char *key, const char *value,
                          GError **error) {
  guint64 number = 0;
  gboolean is_number = value != NULL && g_ascii_string_to_unsigned(
                                            value, 10, 0, REFNET_VERTICES_MOST, &number, NULL);
  if (g_ascii_strcasecmp(key, "n") == 0 || g_ascii_strcasecmp(key, "nr") == 0 ||
      g_ascii_strcasecmp(key, "nc") == 0) {
    if (!is_number || number == 0 || (ucinet->vertices > 0 && ucinet->vertices != number))
      return refnet_ucinet_refuse(
          ucinet, "n is not how many organisations there are, the same in rows and columns", error);
    ucinet->vertices = (guint)number;
  } else if (g_ascii_strcasecmp(key, "nm") == 0) {
    ucinet->matrices = is_number && number > 0 ? (guint)number : 1;
  } else if (g_ascii_strcasecmp(key, "format") == 0 && value != NULL) {
    return take_format(ucinet, value, error);
  } else if (g_ascii_strcasecmp(key, "diagonal") == 0 && value != NULL) {
    ucinet->no_diagonal = g_ascii_strcasecmp(value, "absent") == 0;
  }
  return TRUE;
}

static gboolean read_header(RefnetUcinet *ucinet, GError **error) {
  ucinet->matrices = 1;
  for (; ucinet->at < ucinet->lines->len && !is_section(refnet_ucinet_line(ucinet, ucinet->at));
       ucinet->at++) {
    g_auto(GStrv) words = refnet_text_tokens(refnet_ucinet_line(ucinet, ucinet->at), SEPARATORS);
    for (gsize i = 0; words[i] != NULL; i++)
      if (!take_word(ucinet, words[i], words[i + 1], error))
        return FALSE;
    refnet_import_report_ignored(ucinet->import->report, ucinet->file, 1, "the file's header");
  }
  if (ucinet->vertices == 0)
    return refnet_ucinet_refuse(
        ucinet, "the header doesn't say n=, how many organisations there are", error);
  g_ptr_array_set_size(ucinet->names, 0);
  return TRUE;
}

/* ---- sections on one line -------------------------------------------------------------------- */

/* Where in the line the words stand, which are the first group of the pattern. */
static gboolean find_words(const GRegex *pattern, const char *line, GRegexMatchFlags where,
                           gint *start, gint *end) {
  g_autoptr(GMatchInfo) match = NULL;
  return g_regex_match(pattern, line, where, &match) &&
         g_match_info_fetch_pos(match, 1, start, end);
}

static void append_line(GArray *lines, GArray *numbers, const char *text, gsize length,
                        guint64 number) {
  char *line = g_strstrip(g_strndup(text, length));
  if (*line == '\0') {
    g_free(line);
    return;
  }
  g_array_append_val(lines, line);
  g_array_append_val(numbers, number);
}

/* "dl n=3 format=fullmatrix labels: A,B,C" is three lines: sections begin one, and what follows
 * them another. Among labels a section begins at the beginning of a line only. */
static void divide_lines(RefnetUcinet *ucinet) {
  /* The words that begin a section. */
  g_autoptr(GRegex) section = g_regex_new("(?:^|[\\s,;])((?:(?:row|column|col|matrix|level)\\s+)?"
                                          "labels(?:\\s+embedded\\s*:?|\\s*:)|data\\s*:)",
                                          G_REGEX_CASELESS, 0, NULL);
  GArray *lines = g_array_new(FALSE, FALSE, sizeof(char *));
  GArray *numbers = g_array_new(FALSE, FALSE, sizeof(guint64));
  GRegexMatchFlags where = 0;
  gboolean in_data = FALSE;
  for (guint i = 0; i < ucinet->lines->len; i++) {
    const char *line = refnet_ucinet_line(ucinet, i);
    const guint64 number = g_array_index(ucinet->numbers, guint64, i);
    gint start, end;
    while (!in_data && find_words(section, line, where, &start, &end)) {
      append_line(lines, numbers, line, (gsize)start, number);
      append_line(lines, numbers, line + start, (gsize)(end - start), number);
      in_data = g_ascii_strncasecmp(line + start, "data", 4) == 0;
      where = G_REGEX_MATCH_ANCHORED;
      line += end;
    }
    append_line(lines, numbers, line, strlen(line), number);
  }
  g_array_set_size(ucinet->lines, 0);
  g_array_append_vals(ucinet->lines, lines->data, lines->len);
  g_array_set_size(ucinet->numbers, 0);
  g_array_append_vals(ucinet->numbers, numbers->data, numbers->len);
  g_array_unref(lines);
  g_array_unref(numbers);
}

/* ---- labels ---------------------------------------------------------------------------------- */

/* One label a line where there are as many lines as labels are wanted; else divided at commas, or
 * at blanks where there are none. */
static void take_labels(RefnetUcinet *ucinet, guint first, guint end, guint wanted,
                        GPtrArray *labels) {
  gboolean commas = FALSE;
  for (guint i = first; i < end; i++)
    commas |= strchr(refnet_ucinet_line(ucinet, i), ',') != NULL;
  for (guint i = first; i < end; i++) {
    g_auto(GStrv) words =
        end - first == wanted && !commas
            ? g_strsplit(refnet_ucinet_line(ucinet, i), "\n", 1)
            : refnet_text_tokens(refnet_ucinet_line(ucinet, i), commas ? "," : " \t");
    for (gsize w = 0; words[w] != NULL; w++)
      g_ptr_array_add(labels, refnet_text_clean(g_strdelimit(words[w], "\"", ' ')));
  }
}

static void read_section(RefnetUcinet *ucinet) {
  const char *line = refnet_ucinet_line(ucinet, ucinet->at);
  g_autofree char *folded = refnet_text_fold(line);
  gboolean matrices = g_str_has_prefix(folded, "matrix"), columns = g_str_has_prefix(folded, "col");
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func(g_free);
  guint first = ++ucinet->at;
  ucinet->embedded |= strstr(folded, "embedded") != NULL;
  while (ucinet->at < ucinet->lines->len && !is_section(refnet_ucinet_line(ucinet, ucinet->at)))
    ucinet->at++;
  refnet_import_report_used(ucinet->import->report, ucinet->file, ucinet->at - first);
  refnet_import_report_ignored(ucinet->import->report, ucinet->file, 1, "the file's header");
  take_labels(ucinet, first, ucinet->at, matrices ? ucinet->matrices : ucinet->vertices, labels);
  GPtrArray *into = matrices ? ucinet->matrix_names : ucinet->names;
  for (guint i = 0; i < labels->len && !(columns && ucinet->names->len >= ucinet->vertices); i++)
    g_ptr_array_add(into, g_strdup(g_ptr_array_index(labels, i)));
}

static gboolean read_labels(RefnetUcinet *ucinet, GError **error) {
  while (ucinet->at < ucinet->lines->len &&
         !begins(refnet_ucinet_line(ucinet, ucinet->at), "data:"))
    read_section(ucinet);
  if (ucinet->at >= ucinet->lines->len)
    return refnet_ucinet_refuse(ucinet, "the line \"data:\" is missing", error);
  if (ucinet->names->len > ucinet->vertices)
    return refnet_ucinet_refuse(ucinet, "there are more labels than n says", error);
  refnet_import_report_ignored(ucinet->import->report, ucinet->file, 1, "the file's header");
  ucinet->at++;
  return TRUE;
}

gboolean refnet_ucinet_read_head(RefnetUcinet *ucinet, GError **error) {
  divide_lines(ucinet);
  return read_header(ucinet, error) && read_labels(ucinet, error);
}
