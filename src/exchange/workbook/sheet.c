/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/workbook/sheet.h"

#include <string.h>

#include "base/memory.h"
#include "model/columns/fields.h"
#include "model/columns/words.h"
#include "table/read/grid.h"

#define TEXT_BYTES_MOST ((guint64)1 << 30)
enum { ROWS_MOST = 1048576, COLUMNS_MOST = 16384, ATTRIBUTE_BYTES = 64, MERGED_MOST = 100000 };
/* Cells looked at to fill merged ones; they would overlap in a sheet with more. */
#define MERGED_CELLS_MOST ((gsize)1 << 26)

/* A block of cells that show as one. */
typedef struct {
  guint32 first_row, last_row, first_column, last_column;
} Merged;

typedef struct {
  RefnetWorkbookSheet *sheet;
  const RefnetWorkbookParts *parts;
  guint64 *text_bytes;
  GArray *merged;      /* Merged */
  guint32 row, column; /* of the cell at hand, from 1; the last one's between cells */
  char type[ATTRIBUTE_BYTES];
  guint64 style;
  gboolean in_cell, in_value, in_phonetic, has_formula;
  GString *value;
} Sheet;

/* ---- places ---------------------------------------------------------------------------------- */

/* Reads "BC14" at *text; leaves *text behind it. FALSE: it is no place in a sheet. */
static gboolean parse_place(const char **text, guint32 *row, guint32 *column) {
  guint64 letters = 0, number = 0;
  const char *at = *text;
  for (; g_ascii_isalpha(*at) && letters <= COLUMNS_MOST; at++)
    letters = letters * 26 + (guint64)(g_ascii_toupper(*at) - 'A' + 1);
  for (; g_ascii_isdigit(*at) && number <= ROWS_MOST; at++)
    number = number * 10 + (guint64)(*at - '0');
  *text = at;
  *row = (guint32)number;
  *column = (guint32)letters;
  return number >= 1 && number <= ROWS_MOST && letters >= 1 && letters <= COLUMNS_MOST;
}

static gboolean refuse_place(const Sheet *sheet, const char *what, const char *place,
                             GError **error) {
  g_autofree char *shown = refnet_text_display(place, 30);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT, "%s is damaged: %s \"%s\" is no place in it",
              sheet->sheet->label, what, shown);
  return FALSE;
}

static gboolean start_row(Sheet *sheet, const RefnetXmlAttributes *attributes, GError **error) {
  char place[ATTRIBUTE_BYTES];
  sheet->column = 0;
  if (!refnet_xml_attribute_into(attributes, "r", place, sizeof place)) {
    sheet->row++;
    return sheet->row <= ROWS_MOST || refuse_place(sheet, "row", "1048577", error);
  }
  guint64 row = g_ascii_strtoull(place, NULL, 10);
  if (row < 1 || row > ROWS_MOST)
    return refuse_place(sheet, "row", place, error);
  sheet->row = (guint32)row;
  return TRUE;
}

static gboolean start_cell(Sheet *sheet, const RefnetXmlAttributes *attributes, GError **error) {
  char place[ATTRIBUTE_BYTES], style[ATTRIBUTE_BYTES];
  const char *at = place;
  if (!refnet_xml_attribute_into(attributes, "r", place, sizeof place))
    sheet->column++;
  else if (!parse_place(&at, &sheet->row, &sheet->column) || *at != '\0')
    return refuse_place(sheet, "cell", place, error);
  if (sheet->column > COLUMNS_MOST || sheet->row == 0)
    return refuse_place(sheet, "cell", "XFE1", error);
  refnet_xml_attribute_into(attributes, "t", sheet->type, sizeof sheet->type);
  refnet_xml_attribute_into(attributes, "s", style, sizeof style);
  sheet->style = g_ascii_strtoull(style, NULL, 10);
  sheet->in_cell = TRUE;
  sheet->has_formula = FALSE;
  g_string_truncate(sheet->value, 0);
  return TRUE;
}

static void take_merged(Sheet *sheet, const RefnetXmlAttributes *attributes) {
  char range[ATTRIBUTE_BYTES];
  const char *at = range;
  Merged merged;
  refnet_xml_attribute_into(attributes, "ref", range, sizeof range);
  if (parse_place(&at, &merged.first_row, &merged.first_column) && *at++ == ':' &&
      parse_place(&at, &merged.last_row, &merged.last_column) && sheet->merged->len < MERGED_MOST)
    g_array_append_val(sheet->merged, merged);
}

/* ---- values ---------------------------------------------------------------------------------- */

static gboolean add_value(Sheet *sheet, const char *text, GError **error) {
  *sheet->text_bytes += strlen(text);
  if (*sheet->text_bytes > TEXT_BYTES_MOST) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                "%s is not read: the workbook's cells hold more than 1 GiB of text",
                sheet->sheet->label);
    return FALSE;
  }
  if (refnet_cell_grid_add(sheet->sheet->grid, sheet->row, sheet->column, text))
    return TRUE;
  return refnet_set_out_of_memory(error);
}

static void add_trouble(Sheet *sheet, const char *value) {
  static const char *const errors[] = {"#N/A",  "#REF!",  "#VALUE!", "#NAME?", "#DIV/0!",
                                       "#NUM!", "#NULL!", "#SPILL!", "#CALC!"};
  RefnetWorkbookTrouble trouble = {sheet->row, sheet->column, NULL};
  for (gsize i = 0; value != NULL && i < G_N_ELEMENTS(errors); i++)
    if (g_str_equal(errors[i], value))
      trouble.error = errors[i];
  if (value != NULL && trouble.error == NULL)
    trouble.error = "an error";
  g_array_append_val(sheet->sheet->troubles, trouble);
}

/* A day as ISO 8601 has it, without a time of midnight. */
static gboolean add_iso_date(Sheet *sheet, GError **error) {
  char *time = strchr(sheet->value->str, 'T');
  if (time != NULL && strncmp(time, "T00:00:00", 9) == 0)
    g_string_truncate(sheet->value, (gsize)(time - sheet->value->str));
  return add_value(sheet, sheet->value->str, error);
}

static gboolean add_number(Sheet *sheet, GError **error) {
  char *end;
  double number = g_ascii_strtod(sheet->value->str, &end);
  if (end == sheet->value->str || *end != '\0')
    return add_value(sheet, sheet->value->str, error);
  RefnetCellFormat format = refnet_workbook_parts_format(sheet->parts, sheet->style);
  g_autofree char *text = refnet_cell_format_text(&format, number, sheet->parts->from_1904);
  return add_value(sheet, text, error);
}

static gboolean end_cell(Sheet *sheet, GError **error) {
  const char *type = sheet->type, *value = sheet->value->str;
  sheet->in_cell = FALSE;
  if (*value == '\0') {
    /* A formula that gives an empty text says so by its type. */
    if (sheet->has_formula && !g_str_equal(type, "str"))
      add_trouble(sheet, NULL);
    return TRUE;
  }
  if (g_str_equal(type, "e")) {
    add_trouble(sheet, value);
    return TRUE;
  }
  if (g_str_equal(type, "s")) {
    const char *shared =
        refnet_workbook_parts_text(sheet->parts, g_ascii_strtoull(value, NULL, 10));
    return shared == NULL || add_value(sheet, shared, error);
  }
  if (g_str_equal(type, "b"))
    return add_value(sheet, g_str_equal(value, "1") || g_str_equal(value, "true") ? "yes" : "no",
                     error);
  if (g_str_equal(type, "d"))
    return add_iso_date(sheet, error);
  if (g_str_equal(type, "str") || g_str_equal(type, "inlineStr")) {
    refnet_workbook_unescape(sheet->value, 0);
    return add_value(sheet, sheet->value->str, error);
  }
  return add_number(sheet, error);
}

/* ---- elements -------------------------------------------------------------------------------- */

static gboolean on_start(const char *name, const RefnetXmlAttributes *attributes, gpointer data,
                         GError **error) {
  Sheet *sheet = data;
  if (g_str_equal(name, "row"))
    return start_row(sheet, attributes, error);
  if (g_str_equal(name, "c"))
    return start_cell(sheet, attributes, error);
  if (g_str_equal(name, "mergeCell"))
    take_merged(sheet, attributes);
  if (!sheet->in_cell)
    return TRUE;
  sheet->has_formula |= g_str_equal(name, "f");
  sheet->in_phonetic |= g_str_equal(name, "rPh");
  if (g_str_equal(name, "v") || g_str_equal(name, "t"))
    sheet->in_value = TRUE;
  return TRUE;
}

static gboolean on_end(const char *name, gpointer data, GError **error) {
  Sheet *sheet = data;
  if (g_str_equal(name, "v") || g_str_equal(name, "t"))
    sheet->in_value = FALSE;
  else if (g_str_equal(name, "rPh"))
    sheet->in_phonetic = FALSE;
  else if (g_str_equal(name, "c"))
    return end_cell(sheet, error);
  return TRUE;
}

static gboolean on_text(const char *text, gsize length, gpointer data, GError **error) {
  Sheet *sheet = data;
  (void)error;
  if (sheet->in_value && !sheet->in_phonetic)
    g_string_append_len(sheet->value, text, (gssize)length);
  return TRUE;
}

/* ---- merged cells ---------------------------------------------------------------------------- */

static gsize find_place(const RefnetFilledCell *cells, gsize length, guint32 row, guint32 column) {
  gsize low = 0, high = length;
  while (low < high) {
    gsize middle = low + (high - low) / 2;
    gboolean is_before =
        cells[middle].row < row || (cells[middle].row == row && cells[middle].column < column);
    if (is_before)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The rows of a block of one column that hold anything get what its first cell shows. Returns how
 * many cells were looked at. */
static gsize fill_block(RefnetWorkbookSheet *sheet, const Merged *merged,
                        const RefnetFilledCell *cells, gsize length, GArray *added) {
  gsize at = find_place(cells, length, merged->first_row, merged->first_column);
  if (at == length || cells[at].row != merged->first_row ||
      cells[at].column != merged->first_column)
    return 0;
  const gsize first = at;
  const char *shown = cells[at].text;
  guint32 done = merged->first_row;
  for (; at < length && cells[at].row <= merged->last_row; at++) {
    if (cells[at].row == done)
      continue;
    done = cells[at].row;
    RefnetFilledCell cell = {done, merged->first_column, shown};
    g_array_append_val(added, cell);
    sheet->filled++;
  }
  return at - first;
}

static gboolean fill_merged(Sheet *sheet, GError **error) {
  gsize length, looked_at = 0;
  const RefnetFilledCell *cells = refnet_cell_grid_cells(sheet->sheet->grid, &length);
  g_autoptr(GArray) added = g_array_new(FALSE, FALSE, sizeof(RefnetFilledCell));
  for (guint i = 0; i < sheet->merged->len; i++) {
    const Merged *merged = &g_array_index(sheet->merged, Merged, i);
    if (merged->first_column == merged->last_column)
      looked_at += fill_block(sheet->sheet, merged, cells, length, added);
    if (looked_at > MERGED_CELLS_MOST) {
      g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                  "%s is not read: its merged cells overlap; save the workbook anew from a "
                  "spreadsheet program",
                  sheet->sheet->label);
      return FALSE;
    }
  }
  for (guint i = 0; i < added->len; i++) {
    const RefnetFilledCell *cell = &g_array_index(added, RefnetFilledCell, i);
    sheet->row = cell->row;
    sheet->column = cell->column;
    if (!add_value(sheet, cell->text, error))
      return FALSE;
  }
  return TRUE;
}

/* ---- headings above headers ------------------------------------------------------------------ */

static gboolean is_about_contact(const char *heading) {
  g_autofree char *folded = refnet_text_fold_header(heading);
  return strstr(folded, "contact") != NULL;
}

static gboolean could_be_anybodys(const char *header) {
  g_autofree char *folded = refnet_text_fold_header(header);
  return refnet_word_is_among(folded,
                              "name fullname firstname lastname " REFNET_PERSON_TITLE_HEADERS
                              " " REFNET_PERSON_PHONE_HEADERS " " REFNET_PERSON_EMAIL_HEADERS);
}

/* Below "Main contact", over several columns, "Name" is the contact's. */
static gboolean head_block(RefnetCellGrid *grid, const Merged *merged) {
  gsize length;
  const RefnetFilledCell *cells = refnet_cell_grid_cells(grid, &length);
  const gsize heading = find_place(cells, length, merged->first_row, merged->first_column);
  if (heading == length || cells[heading].row != merged->first_row ||
      cells[heading].column != merged->first_column || !is_about_contact(cells[heading].text))
    return TRUE;
  gsize at = find_place(cells, length, merged->first_row + 1, merged->first_column);
  for (; at < length && cells[at].row == merged->first_row + 1 &&
         cells[at].column <= merged->last_column;
       at++) {
    g_autofree char *whole = g_strconcat("Contact ", cells[at].text, NULL);
    if (could_be_anybodys(cells[at].text) && !refnet_cell_grid_replace(grid, at, whole))
      return FALSE;
  }
  return TRUE;
}

static gboolean head_contacts(const Sheet *sheet, GError **error) {
  for (guint i = 0; i < sheet->merged->len; i++) {
    const Merged *merged = &g_array_index(sheet->merged, Merged, i);
    if (merged->first_row == merged->last_row && merged->first_column < merged->last_column &&
        !head_block(sheet->sheet->grid, merged))
      return refnet_set_out_of_memory(error);
  }
  return TRUE;
}

gboolean refnet_workbook_sheet_read(RefnetWorkbookSheet *sheet, const RefnetWorkbookParts *parts,
                                    RefnetArchive *archive, guint64 *text_bytes, GError **error) {
  static const RefnetXmlHandler handler = {on_start, on_end, on_text};
  g_autoptr(GArray) merged = g_array_new(FALSE, FALSE, sizeof(Merged));
  Sheet reading = {.sheet = sheet,
                   .parts = parts,
                   .text_bytes = text_bytes,
                   .merged = merged,
                   .value = g_string_new(NULL)};
  gboolean ok =
      refnet_xml_read(sheet->label, refnet_archive_read, archive, &handler, &reading, error) &&
      fill_merged(&reading, error) && head_contacts(&reading, error);
  g_string_free(reading.value, TRUE);
  return ok;
}
