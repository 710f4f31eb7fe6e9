/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One file of a dataset as it was read: which column holds which field, and where its rows stand.
 */
#ifndef REFNET_MODEL_DATASET_SHEET_H
#define REFNET_MODEL_DATASET_SHEET_H

#include "base/pool.h"
#include "model/columns/dates.h"
#include "model/columns/span_columns.h"
#include "model/dataset/kinds.h"

#include <refnet/model.h>

G_BEGIN_DECLS

#define REFNET_NO_FIELD G_MAXUINT

/* A row that was read and not kept. */
typedef struct {
  guint64 line;
  gboolean merged; /* else rejected */
} RefnetLeftOut;

/* Dates that needed a guess to be read: how many there are, and the first. */
typedef struct {
  guint64 count, line;
  guint field;
} RefnetGuessed;

/* A file whose rows are some of a table's. */
typedef struct {
  const char *path;
  guint64 header_line;
  gboolean has_rows_above; /* titles, remarks */
} RefnetSheetSource;

typedef struct {
  RefnetFile file;
  gboolean present;
  const char *path;          /* of the file; NULL: not present, or … */
  RefnetCellGrid *grid;      /* … in memory, while that may be read again; owned */
  gboolean in_sheet;         /* of a workbook */
  const char *label;         /* the file's name as the folder spells it */
  const char *workbook;      /* the name of the file that it is in; NULL: not a workbook's */
  gboolean is_made;          /* out of something called `label`; its lines mean nothing to people */
  RefnetSheetPart *parts;    /* tables that were joined, in the order of lines; NULL: it is one */
  RefnetRowCount *part_rows; /* theirs */
  guint part_count;
  const RefnetSheetSource *sources; /* of the parts, where these are files; NULL: they are not */
  guint64 header_line;
  guint column_count;
  const char **headers;           /* as the file spells them; blank: "" */
  guint *field_of;                /* field of a column, or REFNET_NO_FIELD */
  gint column[REFNET_FIELDS_MAX]; /* column of a field, from 0, or −1 */
  guint32 numbered;  /* bits of the fields whose lists stand in more columns than that */
  double per_year;   /* 12 below "Capacity per month"; 0: the header says no period */
  gint answers;      /* column that says whether there are referrals, or −1 */
  gint last_name;    /* column of last names beside that of the name, or −1 */
  RefnetSpans spans; /* columns whose sum is the count; one: column[] has it, too */
  GArray *shifts;    /* private: where spreadsheet rows and lines part */
  RefnetRowCount rows;
  GArray *left_out;           /* RefnetLeftOut, lines rising; NULL: nobody asks */
  RefnetDateOrder date_order; /* by which dates that could be two were read */
  gboolean order_sought;      /* by looking at all dates of the file */
  RefnetGuessed guessed[REFNET_DATE_GUESSES];
  gboolean has_unknown_words; /* "N/A" in place of a blank, and the first was reported */
} RefnetSheet;

void refnet_sheet_init(RefnetSheet *sheet, RefnetFile file);
void refnet_sheet_clear(RefnetSheet *sheet);

/* Finds the column of every field: `overrides` ("FIELD=HEADER" or "FILE.FIELD=HEADER", NULL or
 * NULL-terminated) first, then the field's own name, then synonyms, the leftmost of equals. Columns
 * that lost, have no meaning or nearly one are reported. REFNET_ERROR_INPUT when a required column
 * is missing. O(columns · synonyms). */
gboolean refnet_sheet_match(RefnetSheet *sheet, const RefnetRow *header,
                            const char *const *overrides, RefnetPool *pool,
                            RefnetDiagnostics *diagnostics, GError **error);

/* How many fields the row, of which only the cells are looked at, names, and whether all that the
 * file requires are among them. O(cells · synonyms). */
guint refnet_sheet_fields_named(const RefnetSheet *sheet, const RefnetRow *row,
                                const char *const *overrides, gboolean *has_required);

/* REFNET_ERROR_USAGE when an override, each of which was checked, names a header that none of the
 * sheets has. */
gboolean refnet_sheets_check_overrides(const RefnetSheet *sheets, const char *const *overrides,
                                       GError **error);

/* Remembers at which line a spreadsheet row begins. */
void refnet_sheet_note_row(RefnetSheet *sheet, const RefnetRow *row);

/* Do several columns hold the field's list? They are those that have it in field_of. */
gboolean refnet_sheet_is_numbered(const RefnetSheet *sheet, guint field);

/* Does a column of this header hold a list, as far as the header alone tells? O(synonyms). */
gboolean refnet_header_lists(RefnetFile file, const char *header, const char *const *overrides);
/* Does a column of `data`, a sheet whose columns were matched? A RefnetListHeaderFunc. */
gboolean refnet_sheet_lists(const char *header, gconstpointer data);

/* Where people find the line. */
RefnetRowLocation refnet_sheet_place(const RefnetSheet *sheet, guint64 line);
/* The same in a sentence about the row on line `beside`: "line 5", "row 5" of a workbook, "row 5 of
 * sheet Members" where that is another sheet; and "on line 5", "in row 5". Caller frees. */
char *refnet_sheet_name_row(const RefnetSheet *sheet, guint64 line, guint64 beside);
char *refnet_sheet_at_row(const RefnetSheet *sheet, guint64 line, guint64 beside);
/* Counts a row with its sheet. */
void refnet_sheet_count(RefnetSheet *sheet, guint64 line, RefnetRowFate fate);

/* A diagnostic about a cell: `line` 0 is the whole file; `field` REFNET_NO_FIELD the whole row;
 * `contact` is whom `{person}` in the message stands for, or REFNET_NONE. */
void refnet_sheet_report(const RefnetSheet *sheet, RefnetDiagnostics *diagnostics, RefnetKind kind,
                         guint64 line, guint field, guint32 contact, const char *fix,
                         const char *message, ...) G_GNUC_PRINTF(8, 9);

/* The same about a column that is no field, from 0. */
void refnet_sheet_report_column(const RefnetSheet *sheet, RefnetDiagnostics *diagnostics,
                                RefnetKind kind, guint64 line, guint column, const char *fix,
                                const char *message, ...) G_GNUC_PRINTF(7, 8);

/* That the header stands on the line, below rows that are left out. */
void refnet_sheet_report_rows_above(const RefnetSheet *sheet, RefnetDiagnostics *diagnostics,
                                    guint64 line);

G_END_DECLS

#endif
