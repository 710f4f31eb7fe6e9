/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/networks/link_head.h"

#include "exchange/files/text_file.h"
#include "exchange/networks/link_columns.h"
#include "exchange/networks/other_formats.h"
#include "model/columns/one_column.h"
#include "table/dialect.h"

#include <string.h>

#include <refnet/base.h>

enum { LINES_LOOKED_AT = 50, LEAST_NAMES = 3, LEAST_ROWS = 2 };

/* ---- the header ------------------------------------------------------------------------------ */

static guint count_filled(char **cells) {
  guint filled = 0;
  for (guint c = 0; cells != NULL && cells[c] != NULL; c++)
    filled += *cells[c] != '\0';
  return filled;
}

/* The cells of one line by itself; NULL: it is blank or a comment. */
static char **cells_of_line(const char *line) {
  if (strchr("#%", *line) != NULL)
    return NULL;
  g_autoptr(GPtrArray) rows = refnet_text_file_head_rows(line, 1);
  return rows->len > 0 ? g_strdupv(g_ptr_array_index(rows, 0)) : NULL;
}

/* The first line that names both ends and has more cells than all those above it; NULL: none has.
 */
static const char *find_header(char **lines, const char *const *overrides, guint64 *number) {
  guint most = 0, seen = 0;
  RefnetLinkColumns columns;
  for (guint i = 0; lines[i] != NULL && seen < LINES_LOOKED_AT; i++) {
    g_auto(GStrv) cells = cells_of_line(lines[i]);
    const guint filled = count_filled(cells);
    if (filled > most && refnet_link_columns_from_header(&columns, cells, overrides)) {
      *number = most > 0 ? i + 1 : 0;
      return lines[i];
    }
    most = MAX(most, filled);
    seen += filled > 0;
  }
  return NULL;
}

static gboolean names_more(const RefnetLinkColumns *columns) {
  for (guint f = 0; f < REFNET_TIE_FIELDS; f++)
    if (f != REFNET_REFERRAL_FROM && f != REFNET_REFERRAL_TO && columns->at[f] >= 0)
      return TRUE;
  return FALSE;
}

/* A log of one's own referrals says to whom and when, but not who refers. */
static void find_lone_end(char **lines, const char *const *overrides, RefnetLinkHead *found) {
  for (guint i = 0; lines[i] != NULL && i < LINES_LOOKED_AT && found->lone_end == NULL; i++) {
    RefnetLinkColumns columns;
    g_auto(GStrv) cells = cells_of_line(lines[i]);
    if (cells == NULL || refnet_link_columns_from_header(&columns, cells, overrides) ||
        !names_more(&columns))
      continue;
    const gint from = columns.at[REFNET_REFERRAL_FROM], to = columns.at[REFNET_REFERRAL_TO];
    found->lacks_from = from < 0;
    if (from >= 0 || to >= 0)
      found->lone_end = g_strdup(cells[MAX(from, to)]);
  }
}

/* Physical lines, of whatever end. */
static char **split_lines(const char *head) {
  g_autoptr(GString) text = g_string_new(head);
  g_string_replace(text, "\r\n", "\n", 0);
  g_strdelimit(text->str, "\r", '\n');
  return g_strsplit(text->str, "\n", -1);
}

static char delimiter_of(const char *line) {
  if (strpbrk(line, ",;\t") == NULL)
    return strchr(line, ' ') != NULL ? ' ' : 0;
  return refnet_dialect_from_header(line, strlen(line));
}

/* No list of links has one column only; without a comma blanks would divide it. */
static const char *advice_on_one_column(const char *head, const char *first) {
  g_autoptr(GPtrArray) rows = refnet_text_file_head_rows(head, 1);
  char **cells = rows->len > 0 ? g_ptr_array_index(rows, 0) : NULL;
  if (strpbrk(first, ",;\t") == NULL && strchr(first, '|') != NULL)
    return refnet_one_column_advice(first);
  return cells != NULL && g_strv_length(cells) == 1 ? refnet_one_column_advice(cells[0]) : NULL;
}

/* ---- matrices -------------------------------------------------------------------------------- */

static GHashTable *names_above(char **cells) {
  GHashTable *names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint c = 1; cells[0] != NULL && cells[c] != NULL; c++)
    if (*cells[c] != '\0')
      g_hash_table_add(names, refnet_text_fold(cells[c]));
  return names;
}

/* Names, and beside them a corner that is blank, or a title where each name is there once. */
static gboolean is_top(char **cells, guint names) {
  double number;
  const gboolean is_titled =
      count_filled(cells) == names + 1 && !refnet_number_parse(cells[0], &number);
  return names >= LEAST_NAMES && (*cells[0] == '\0' || is_titled);
}

/* Most of the rows begin with a name that stands above, too, each with another one: in a list of
 * links several begin with the same. */
static gboolean is_matrix_below(const GPtrArray *rows, guint top) {
  g_autoptr(GHashTable) above = names_above(g_ptr_array_index(rows, top));
  const gboolean headed = is_top(g_ptr_array_index(rows, top), g_hash_table_size(above));
  guint known = 0, below = 0;
  for (guint r = top + 1; r < rows->len; r++) {
    char **cells = g_ptr_array_index(rows, r);
    g_autofree char *name = refnet_text_fold(cells[0] != NULL ? cells[0] : "");
    below++;
    known += g_hash_table_remove(above, name);
  }
  return headed && known >= LEAST_ROWS && 3 * known > 2 * below;
}

static gboolean is_matrix(const char *head) {
  g_autoptr(GPtrArray) rows = refnet_text_file_head_rows(head, LINES_LOOKED_AT);
  for (guint r = 0; r < rows->len; r++)
    if (count_filled(g_ptr_array_index(rows, r)) >= LEAST_NAMES)
      return is_matrix_below(rows, r);
  return FALSE;
}

/* ---- what is no list of links ---------------------------------------------------------------- */

static gboolean has_arrow(const char *cell) {
  static const char *const arrows[] = {"→", "->", "=>", "➔"};
  for (gsize i = 0; i < G_N_ELEMENTS(arrows); i++) {
    const char *arrow = strstr(cell, arrows[i]);
    if (arrow != NULL && arrow > cell && arrow[strlen(arrows[i])] != '\0')
      return TRUE;
  }
  return FALSE;
}

/* Numbers may be names of nodes. */
static gboolean is_date(const char *cell) {
  RefnetDate date;
  const RefnetDateStatus status = refnet_date_parse(cell, REFNET_DATE_ORDER_UNKNOWN, &date);
  return (status == REFNET_DATE_OK || status == REFNET_DATE_AMBIGUOUS) &&
         cell[strspn(cell, "0123456789")] != '\0';
}

/* Most rows below the first have such a cell in the column. */
static gboolean holds(const GPtrArray *rows, guint column, gboolean (*is_such)(const char *)) {
  guint such = 0;
  for (guint r = 1; r < rows->len; r++) {
    char **cells = g_ptr_array_index(rows, r);
    such += g_strv_length(cells) > column && is_such(cells[column]);
  }
  return such > 0 && 2 * such > rows->len - 1;
}

/* Below the first row; there is one. */
static const char *first_such(const GPtrArray *rows, guint column,
                              gboolean (*is_such)(const char *)) {
  for (guint r = 1; r < rows->len; r++) {
    char **cells = g_ptr_array_index(rows, r);
    if (g_strv_length(cells) > column && is_such(cells[column]))
      return cells[column];
  }
  return "";
}

static void look_for_others(const char *head, RefnetLinkHead *found) {
  g_autoptr(GPtrArray) rows = refnet_text_file_head_rows(head, LINES_LOOKED_AT);
  char **first = rows->len > 0 ? g_ptr_array_index(rows, 0) : NULL;
  for (guint c = 0; c < 2 && found->date == NULL; c++)
    if (holds(rows, c, is_date)) {
      found->date = g_strdup(first_such(rows, c, is_date));
      found->date_column = c + 1;
    }
  for (guint c = 0; first != NULL && first[c] != NULL && found->both_ends == NULL; c++)
    if (holds(rows, c, has_arrow)) {
      found->both_ends = g_strdup(first[c]);
      found->both_ends_column = c + 1;
    }
}

/* ---- all of it ------------------------------------------------------------------------------- */

RefnetLinkHead refnet_link_head_look(const char *head, const char *const *overrides) {
  RefnetLinkHead found = {0};
  g_auto(GStrv) lines = split_lines(head);
  const char *header = find_header(lines, overrides, &found.header_line);
  g_autofree char *first = refnet_text_file_first_line(head);
  found.delimiter = delimiter_of(header != NULL ? header : first);
  found.is_matrix = header == NULL && is_matrix(head);
  if (header == NULL)
    found.one_column = advice_on_one_column(head, first);
  if (header == NULL && !found.is_matrix)
    found.other = refnet_other_format(head, found.delimiter);
  if (header == NULL && !found.is_matrix && found.other == NULL) {
    find_lone_end(lines, overrides, &found);
    look_for_others(head, &found);
  }
  return found;
}

void refnet_link_head_clear(RefnetLinkHead *head) {
  g_clear_pointer(&head->lone_end, g_free);
  g_clear_pointer(&head->both_ends, g_free);
  g_clear_pointer(&head->date, g_free);
}
