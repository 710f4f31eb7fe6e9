/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/load/date_guesses.h"

/* ---- day or month first ---------------------------------------------------------------------- */

typedef struct {
  const RefnetSheet *sheet;
  RefnetDateOrderSigns signs;
} OrderSearch;

static gboolean is_date(RefnetCellType type) {
  return type == REFNET_CELL_DATE || type == REFNET_CELL_LAST_DAY;
}

static RefnetRowFate note_dates(const RefnetRow *row, gpointer data) {
  OrderSearch *search = data;
  const RefnetFileFields *file = refnet_file_fields(search->sheet->file);
  for (guint f = 0; f < file->field_count; f++) {
    gint column = search->sheet->column[f];
    if (!is_date(file->fields[f].type) || column < 0 || (guint)column >= row->fields)
      continue;
    g_autofree char *alone = refnet_date_between_words(row->cells[column]);
    refnet_date_order_note(&search->signs, alone != NULL ? alone : row->cells[column]);
  }
  return REFNET_ROW_KEPT;
}

gboolean refnet_find_date_order(const RefnetReading *reading) {
  RefnetSheet *sheet = reading->sheet;
  const RefnetTableOptions options = {.label = sheet->label,
                                      .delimiter = reading->loader->options->delimiter,
                                      .grid = sheet->grid,
                                      .header_line = sheet->header_line,
                                      .threads = 1};
  g_autoptr(RefnetDiagnostics) unheard = refnet_diagnostics_new();
  RefnetRowCount count;
  OrderSearch search = {.sheet = sheet};
  const RefnetRowHandler handler = {.row = note_dates, .data = &search};
  gboolean again = sheet->grid != NULL || g_file_test(sheet->path, G_FILE_TEST_IS_REGULAR);
  if (!sheet->order_sought && again && sheet->date_order == REFNET_DATE_ORDER_UNKNOWN &&
      refnet_table_read(sheet->path, &options, &handler, &count, unheard, NULL))
    sheet->date_order = refnet_date_order_of(&search.signs);
  sheet->order_sought = TRUE;
  return sheet->date_order != REFNET_DATE_ORDER_UNKNOWN;
}

/* ---- what is said ---------------------------------------------------------------------------- */

static const struct {
  RefnetKind kind;
  const char *one, *several, *fix;
} told[REFNET_DATE_GUESSES] = {
    [REFNET_DATE_FROM_SERIAL] = {REFNET_KIND_SERIAL_DATE,
                                 "the date is a number, read as the day that spreadsheets mean by "
                                 "it",
                                 "dates are numbers, read as the days that spreadsheets mean by "
                                 "them",
                                 "give the column the format of a date before you save the sheet"},
    [REFNET_DATE_FROM_SHORT_YEAR] = {REFNET_KIND_SHORT_YEAR,
                                     "the date has a year of two digits, read as one from 1969 to "
                                     "2068",
                                     "dates have years of two digits, read as 1969 to 2068",
                                     "write years with four digits"},
    [REFNET_DATE_FROM_PERIOD] =
        {REFNET_KIND_PERIOD_FOR_DATE,
         "the date is a whole month, quarter, season (spring from March) or year, read as its "
         "first day, or its last where something ends",
         "dates are whole months, quarters, seasons (spring from March) or years, read as their "
         "first day, or their last where something ends",
         "write YYYY-MM-DD where you know the day"},
    [REFNET_DATE_FROM_WORDS] = {REFNET_KIND_DATE_WITH_WORDS,
                                "words stand beside the date, which was read without them",
                                "dates have words beside them and were read without",
                                "write YYYY-MM-DD, and what else there is to say in a column of "
                                "its own"},
    [REFNET_DATE_FROM_ORDER] = {REFNET_KIND_DATE_ORDER_TOLD, "the date could be two",
                                "dates could be two", NULL},
};

static void report_guess(const RefnetReading *reading, RefnetDateGuess guess) {
  const RefnetSheet *sheet = reading->sheet;
  const RefnetGuessed *guessed = &sheet->guessed[guess];
  gboolean month_first = sheet->date_order == REFNET_DATE_ORDER_MDY;
  const char *fix = told[guess].fix, *how = "";
  if (guess == REFNET_DATE_FROM_ORDER) {
    fix = month_first ? "say --date-order dmy if the day comes first"
                      : "say --date-order mdy if the month comes first";
    how = month_first ? "; the month was read first, as other dates of the file have it"
                      : "; the day was read first, as other dates of the file have it";
  }
  g_autofree char *message = guessed->count == 1
                                 ? g_strconcat(told[guess].one, how, NULL)
                                 : g_strdup_printf("%" G_GUINT64_FORMAT " %s, this one first%s",
                                                   guessed->count, told[guess].several, how);
  refnet_sheet_report(sheet, reading->loader->store->dataset.diagnostics, told[guess].kind,
                      guessed->line, guessed->field, REFNET_NONE, fix, "%s", message);
}

void refnet_report_date_guesses(const RefnetReading *reading) {
  for (guint guess = 0; guess < REFNET_DATE_GUESSES; guess++)
    if (reading->sheet->guessed[guess].count > 0)
      report_guess(reading, (RefnetDateGuess)guess);
}
