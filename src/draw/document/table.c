/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tables: how wide columns are, rows as strips, column headings that are repeated. */
#include "draw/document/table.h"

#include "draw/document/columns.h"
#include "draw/document/prose.h"
#include "draw/signs/scales.h"

#define GUTTER 14 /* between columns, but all together at most this share of the page: */
#define WIDEST_GUTTERS 0.3
#define PADDING 3.5 /* above and below the lines of a row */
#define AFTER 8
#define THICK 0.9
#define THIN 0.4
/* No word makes a column wider than this share of the page. */
#define WIDEST_WORD 0.34
/* A row higher than this share of a page is cut between its lines. */
#define HIGHEST_ROW 0.5
/* Letters are at most about this many times their size wide. */
#define WIDEST_LETTER 1.4

struct RefnetTableSetting {
  char *caption;
  char **headings; /* printable; one a column */
  gboolean *is_number;
  guint count;
  gboolean terms;
  GPtrArray *cells;  /* printable, row after row */
  GHashTable *links; /* from a cell's number to the URI it leads to */
  double *left, *width;
  guint block; /* of all its rows */
};

RefnetTableSetting *refnet_table_setting_new(const char *caption,
                                             const RefnetDocumentColumn *columns, guint count,
                                             gboolean terms) {
  RefnetTableSetting *table = g_new0(RefnetTableSetting, 1);
  table->caption = g_strdup(caption);
  table->headings = g_new0(char *, count + 1);
  table->is_number = g_new0(gboolean, count);
  table->left = g_new0(double, count);
  table->width = g_new0(double, count);
  table->count = count;
  table->terms = terms;
  table->cells = g_ptr_array_new_with_free_func(g_free);
  table->links = g_hash_table_new_full(NULL, NULL, NULL, g_free);
  for (guint c = 0; c < count; c++) {
    table->headings[c] = refnet_lines_printable(columns[c].heading ? columns[c].heading : "");
    table->is_number[c] = columns[c].is_number;
  }
  return table;
}

void refnet_table_setting_free(RefnetTableSetting *table) {
  if (!table)
    return;
  g_free(table->caption);
  g_strfreev(table->headings);
  g_free(table->is_number);
  g_free(table->left);
  g_free(table->width);
  g_ptr_array_unref(table->cells);
  g_hash_table_unref(table->links);
  g_free(table);
}

void refnet_table_setting_add(RefnetTableSetting *table, const char *const *cells) {
  for (guint c = 0; c < table->count; c++)
    g_ptr_array_add(table->cells, refnet_lines_printable(cells[c] ? cells[c] : ""));
}

void refnet_table_setting_link(RefnetTableSetting *table, const char *uri) {
  g_hash_table_insert(table->links, GUINT_TO_POINTER(table->cells->len - 1), g_strdup(uri));
}

static RefnetType type_of(const RefnetTableSetting *table, guint column) {
  return table->terms && column == 0 ? REFNET_TYPE_TERM : REFNET_TYPE_CELL;
}

/* ---- columns --------------------------------------------------------------------------------- */

static glong longest_word(const char *text) {
  glong longest = 0, word = 0;
  for (; *text; text = g_utf8_next_char(text)) {
    word = *text == ' ' ? 0 : word + 1;
    longest = MAX(longest, word);
  }
  return longest;
}

/* Widens the need to that of `text`, which is measured only where it could be wider. */
static void widen(RefnetTypesetter *typesetter, const char *text, RefnetType type,
                  gboolean is_whole, RefnetColumnNeed *need) {
  double letter = refnet_type_style(type)->font.size * WIDEST_LETTER;
  if ((double)g_utf8_strlen(text, -1) * letter > need->natural) {
    double width = refnet_lines_width(typesetter, text, type);
    need->natural = MAX(need->natural, width);
  }
  if (is_whole) {
    need->least = need->natural;
  } else if ((double)longest_word(text) * letter > need->least) {
    double width = refnet_lines_widest_word(typesetter, text, type);
    need->least = MAX(need->least, width);
  }
}

static RefnetColumnNeed need_of(const RefnetTableSetting *table, RefnetTypesetter *typesetter,
                                guint column) {
  RefnetColumnNeed heading = {0, 0}, need = {0, 0};
  widen(typesetter, table->headings[column], REFNET_TYPE_COLUMN, FALSE, &heading);
  for (guint i = column; i < table->cells->len; i += table->count)
    widen(typesetter, g_ptr_array_index(table->cells, i), type_of(table, column),
          table->is_number[column], &need);
  need.least = MAX(need.least, heading.least);
  /* A heading may take two lines rather than make its column wide. */
  need.natural = MAX(need.natural, MAX(heading.least, heading.natural * 0.55));
  return need;
}

static void place_columns(RefnetTableSetting *table, const RefnetGalley *galley) {
  g_autofree RefnetColumnNeed *needs = g_new(RefnetColumnNeed, table->count);
  double gaps = MAX(table->count - 1.0, 1);
  double gutter = MIN(GUTTER, galley->width * WIDEST_GUTTERS / gaps);
  for (guint c = 0; c < table->count; c++) {
    needs[c] = need_of(table, galley->typesetter, c);
    needs[c].least = MIN(needs[c].least + 0.1, galley->width * WIDEST_WORD);
    needs[c].natural += 0.1;
  }
  refnet_columns_share(needs, table->count, galley->width - gutter * (table->count - 1.0),
                       table->width);
  for (guint c = 1; c < table->count; c++)
    table->left[c] = table->left[c - 1] + table->width[c - 1] + gutter;
}

static double table_width(const RefnetTableSetting *table) {
  return table->left[table->count - 1] + table->width[table->count - 1];
}

/* ---- rows ------------------------------------------------------------------------------------ */

/* The lines of each cell of a row, how many the most has, and how far they are apart: further than
 * usual where letters of a script are high. */
typedef struct {
  gboolean is_heading;
  guint first;      /* number of its first cell in the table */
  GPtrArray *cells; /* of GArray of RefnetTextLine */
  guint most;
  double leading;
} Row;

static double highest_line(const GArray *lines) {
  double highest = 0;
  for (guint i = 0; i < lines->len; i++) {
    const RefnetTextLine *line = &g_array_index(lines, RefnetTextLine, i);
    highest = MAX(highest, line->ascent + line->descent);
  }
  return highest;
}

static RefnetType type_in_row(const RefnetTableSetting *table, const Row *row, guint column) {
  return row->is_heading ? REFNET_TYPE_COLUMN : type_of(table, column);
}

static Row break_row(const RefnetTableSetting *table, RefnetGalley *galley, char *const *texts,
                     gboolean is_heading) {
  Row row = {.is_heading = is_heading,
             .cells = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref)};
  for (guint c = 0; c < table->count; c++) {
    RefnetType type = type_in_row(table, &row, c);
    row.leading = MAX(row.leading, refnet_type_style(type)->leading);
    GArray *lines = refnet_lines_break(galley->typesetter, texts[c], type, table->width[c] + 0.2);
    g_ptr_array_add(row.cells, lines);
    row.most = MAX(row.most, lines->len);
    row.leading = MAX(row.leading, highest_line(lines));
  }
  return row;
}

/* From the first line to before `end`. */
typedef struct {
  guint first, end;
} Lines;

/* The first of the lines at y. */
static void set_cell(const RefnetTableSetting *table, RefnetGalley *galley, const Row *row,
                     guint column, Lines part, double y) {
  const GArray *lines = g_ptr_array_index(row->cells, column);
  RefnetType type = type_in_row(table, row, column);
  for (guint i = part.first; i < MIN(part.end, lines->len); i++) {
    const RefnetTextLine *line = &g_array_index(lines, RefnetTextLine, i);
    double slack = MAX(table->width[column] - line->width, 0);
    gboolean from_right = table->is_number[column] || (line->right_to_left && lines->len > 1);
    if (*line->text)
      refnet_galley_add_line(galley, line, type, table->left[column] + (from_right ? slack : 0),
                             y + (i - part.first) * row->leading);
  }
}

/* What was set since the scene had `first` primitives leads somewhere, and looks like it. */
static void link_cell(RefnetGalley *galley, const char *uri, gsize first) {
  for (gsize i = first; i < refnet_scene_length(galley->scene); i++)
    g_array_index(galley->scene->primitives, RefnetPrimitive, i).fill =
        refnet_color(REFNET_DOCUMENT_ACCENT, 1);
  refnet_galley_add_link(galley, uri, first);
}

/* Lines of the row as one strip. */
static void set_row_part(const RefnetTableSetting *table, RefnetGalley *galley, const Row *row,
                         Lines part, gboolean keep) {
  const gboolean is_end = part.end == row->most;
  double above = part.first == 0 ? PADDING : 0, below = is_end ? PADDING : 0;
  double height = above + (part.end - part.first) * row->leading + below;
  RefnetStrip *strip = refnet_galley_begin(galley, "TR", refnet_galley_next_block(galley), 0);
  strip->outer = "Table";
  strip->outer_block = table->block;
  strip->table = table->terms ? REFNET_NONE : galley->tables->len - 1;
  strip->keep = keep;
  for (guint c = 0; c < table->count; c++) {
    gsize first = refnet_scene_length(galley->scene);
    const char *uri = g_hash_table_lookup(table->links, GUINT_TO_POINTER(row->first + c));
    set_cell(table, galley, row, c, part, above);
    refnet_galley_add_part(galley, "TD", first);
    if (uri)
      link_cell(galley, uri, first);
  }
  if (is_end && !table->terms)
    refnet_galley_add_rule(galley, 0, height - THIN, table_width(table), THIN,
                           REFNET_DOCUMENT_RULE);
  refnet_galley_end(galley, height);
}

static void set_row(const RefnetTableSetting *table, RefnetGalley *galley, guint index,
                    gboolean keep) {
  Row row = break_row(table, galley,
                      (char *const *)&table->cells->pdata[(gsize)index * table->count], FALSE);
  row.first = index * table->count;
  gboolean is_cut = row.most * row.leading > galley->height * HIGHEST_ROW;
  guint step = is_cut ? 1 : row.most;
  for (guint from = 0; from < row.most; from += step)
    set_row_part(table, galley, &row, (Lines){from, from + step}, from + step >= row.most && keep);
  g_ptr_array_unref(row.cells);
}

/* Headings stand on the rule below them. */
static void set_headings(const RefnetTableSetting *table, RefnetGalley *galley) {
  Row row = break_row(table, galley, table->headings, TRUE);
  double height = row.most * row.leading + 2 * PADDING;
  guint32 strip_index = galley->strips->len;
  RefnetStrip *strip = refnet_galley_begin(galley, "TR", refnet_galley_next_block(galley),
                                           table->caption ? 2 : AFTER);
  strip->keep = TRUE;
  strip->outer = "Table";
  strip->outer_block = table->block;
  for (guint c = 0; c < table->count; c++) {
    const GArray *lines = g_ptr_array_index(row.cells, c);
    gsize first = refnet_scene_length(galley->scene);
    set_cell(table, galley, &row, c, (Lines){0, lines->len},
             PADDING + (row.most - lines->len) * row.leading);
    refnet_galley_add_part(galley, "TH", first);
  }
  refnet_galley_add_rule(galley, 0, height - THICK, table_width(table), THICK, REFNET_INK);
  refnet_galley_end(galley, height);
  g_array_append_val(galley->tables, strip_index);
  g_ptr_array_unref(row.cells);
}

void refnet_table_setting_finish(RefnetTableSetting *table, RefnetGalley *galley) {
  guint rows = table->count ? table->cells->len / table->count : 0;
  RefnetProse caption = {.type = REFNET_TYPE_CAPTION, .keep = TRUE, .tag = "Caption"};
  if (rows > 0) {
    if (table->caption)
      refnet_prose_set(galley, table->caption, &caption);
    place_columns(table, galley);
    table->block = refnet_galley_next_block(galley);
    if (!table->terms)
      set_headings(table, galley);
    /* Neither the first row nor the last stands alone. */
    for (guint i = 0; i < rows; i++)
      set_row(table, galley, i, i + 1 < rows && (i == 0 || i + 2 == rows));
    galley->after = AFTER + 4;
  }
  refnet_table_setting_free(table);
}
