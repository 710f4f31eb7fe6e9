/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/networks/other_formats.h"

#include "exchange/files/text_file.h"

#include <string.h>

#include <refnet/base.h>

#define AS_GRAPHML                                                                                 \
  "save the network as GraphML in the program that made it, and read that with refnet import "     \
  "graphml"

enum { LINES_LOOKED_AT = 50, LEAST_NAMES = 3, MOST_COLUMNS_OF_A_LIST = 20 };

/* ---- formats that say what they are ---------------------------------------------------------- */

/* "digraph coalition {", perhaps below a comment. */
static gboolean is_dot(const char *head) {
  const char *text = head + strspn(head, " \t\r\n");
  if (g_str_has_prefix(text, "/*")) {
    const char *end = strstr(text, "*/");
    text = end != NULL ? end + 2 : "";
  }
  text += strspn(text, " \t\r\n");
  gsize word = strcspn(text, " \t\r\n{");
  g_autofree char *first = g_ascii_strdown(text, (gssize)word);
  const char *brace = strchr(text, '{');
  return brace != NULL && memchr(text, '\n', (gsize)(brace - text)) == NULL &&
         (g_str_equal(first, "digraph") || g_str_equal(first, "graph") ||
          g_str_equal(first, "strict"));
}

static gboolean is_json(const char *head) {
  const char *text = head + strspn(head, " \t\r\n");
  const char *next = *text != '\0' ? text + 1 + strspn(text + 1, " \t\r\n") : text;
  return (*text == '{' && *next == '"') || (*text == '[' && (*next == '{' || *next == '['));
}

/* ---- tables ---------------------------------------------------------------------------------- */

static gboolean is_number(const char *text) {
  double number;
  return refnet_number_parse(text, &number);
}

static gboolean has_cell(char **cells, const char *wanted) {
  for (guint c = 0; cells[c] != NULL; c++)
    if (g_ascii_strcasecmp(cells[c], wanted) == 0)
      return TRUE;
  return FALSE;
}

/* Cytoscape's table of edges has both ends in one column: "Elm Clinic (refers) Oak House". */
static gboolean is_cytoscape_table(const GPtrArray *rows) {
  char **first = rows->len > 0 ? g_ptr_array_index(rows, 0) : NULL;
  return first != NULL && has_cell(first, "shared name") && has_cell(first, "interaction");
}

/* Who, one word for how, and to whom, as in Cytoscape's SIF: the word is the same in all rows, and
 * begins none. A column of numbers behind it would make it the one that all refer to. */
static gboolean is_sif(const GPtrArray *rows) {
  enum { LEAST_ROWS = 2 };
  const char *word = NULL;
  for (guint r = 0; r < rows->len; r++) {
    char **cells = g_ptr_array_index(rows, r);
    guint width = g_strv_length(cells);
    if (width == 1)
      continue;
    if (width < 3 || *cells[1] == '\0' || is_number(cells[1]) || is_number(cells[2]) ||
        (word != NULL && strcmp(word, cells[1]) != 0) || g_ascii_isupper(*cells[1]))
      return FALSE;
    word = cells[1];
  }
  return word != NULL && rows->len >= LEAST_ROWS;
}

static gboolean are_numbers(char **cells, guint width) {
  for (guint c = 0; c < width; c++)
    if (cells[c] == NULL || !is_number(cells[c]))
      return FALSE;
  return cells[width] == NULL;
}

/* As many rows of numbers as names above them, and no names beside them. Of a wide one only the
 * first rows are here, and the last of these in part. */
static gboolean is_bare_matrix(const GPtrArray *rows) {
  char **names = rows->len > 0 ? g_ptr_array_index(rows, 0) : NULL;
  guint width = names != NULL ? g_strv_length(names) : 0;
  const gboolean is_whole = rows->len == width + 1;
  if (width < LEAST_NAMES || rows->len < LEAST_NAMES ||
      (!is_whole && width <= MOST_COLUMNS_OF_A_LIST))
    return FALSE;
  for (guint c = 0; c < width; c++)
    if (*names[c] == '\0' || is_number(names[c]))
      return FALSE;
  const guint end = is_whole ? rows->len : rows->len - 1;
  for (guint r = 1; r < end; r++)
    if (!are_numbers(g_ptr_array_index(rows, r), width))
      return FALSE;
  return TRUE;
}

/* Cells of a line that blanks divide, what is in quotes as one, up to what networkx adds in braces.
 */
static guint count_words(const char *line) {
  guint count = 0;
  for (const char *word = line + strspn(line, " "); *word != '\0' && *word != '{';
       word += strspn(word, " ")) {
    const char *quote = *word == '"' ? strchr(word + 1, '"') : NULL;
    word = quote != NULL ? quote + 1 : word + strcspn(word, " ");
    count++;
  }
  return count;
}

/* With blanks between the columns, names of several words fall apart: more of them in one line than
 * in another, and too many for two ends and a figure. */
static gboolean has_names_of_words(const char *head) {
  guint least = G_MAXUINT, most = 0;
  g_auto(GStrv) lines = g_strsplit_set(head, "\r\n", LINES_LOOKED_AT);
  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++) {
    guint words = count_words(lines[i]);
    if (words == 0 || strchr("#%", *lines[i]) != NULL)
      continue;
    least = MIN(least, words);
    most = MAX(most, words);
  }
  return most > LEAST_NAMES && least < most;
}

const char *refnet_other_format(const char *head, char delimiter) {
  if (is_dot(head))
    return "a network of Graphviz, in DOT; " AS_GRAPHML;
  if (is_json(head))
    return "JSON; " AS_GRAPHML;
  if (delimiter == ' ')
    return has_names_of_words(head)
               ? "a list with blanks between its columns and names of several words, which fall "
                 "apart; put tabs or commas between the columns"
               : NULL;
  g_autoptr(GPtrArray) rows = refnet_text_file_head_rows(head, LINES_LOOKED_AT);
  if (is_cytoscape_table(rows))
    return "Cytoscape's table of edges, which has both ends of a link in one column; " AS_GRAPHML;
  if (is_sif(rows))
    return "a list with the same word between the two ends of all links; say with --fields "
           "which columns are from and to: --fields from,how,to or the like";
  if (is_bare_matrix(rows))
    return "a matrix with names above, and none beside; write the names into its first column, "
           "too, and read it with refnet import survey";
  return NULL;
}
