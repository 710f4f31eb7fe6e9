/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lists of links, however large, with a header or without: read once, written as they come. */
#include "base/gravest.h"
#include "exchange/files/text_file.h"
#include "exchange/networks/link_head.h"
#include "exchange/networks/link_rows.h"
#include "exchange/networks/network_text.h"
#include "exchange/workbook/tables.h"

typedef struct {
  RefnetLinkRows rows;
  RefnetCellGrid *cells;  /* of a workbook's sheet; NULL: a file of text */
  gboolean given;         /* --fields was: there is no header */
  gboolean has_header;    /* one that names the columns was read */
  gboolean has_nodes;     /* so that no link at all is a network, too */
  gboolean begun, blanks; /* columns known; blanks divide cells */
  guint64 header_line;    /* titles stand above it; 0: not known */
  char **first;           /* a first row that may be a header; NULL: decided */
  guint64 first_line;
} EdgeList;

static gboolean take_fields(EdgeList *list, const char *fields, GError **error) {
  list->given = fields != NULL;
  if (fields == NULL || refnet_link_columns_from_fields(&list->rows.columns, fields))
    return TRUE;
  g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                      "--fields names the columns in order, from and to among them: "
                      "--fields from,to,count");
  return FALSE;
}

static gboolean is_number(const char *text) {
  double number;
  return text != NULL && refnet_number_parse(text, &number);
}

static void say_columns(const EdgeList *list, char **headers, guint width) {
  refnet_import_report_say(list->rows.import->report,
                           refnet_link_columns_sentence(&list->rows.columns, headers, width));
}

/* ---- rows ------------------------------------------------------------------------------------ */

static gboolean open_writer(EdgeList *list) {
  list->begun = TRUE;
  return refnet_link_rows_begin(&list->rows);
}

static void take_first_as_link(EdgeList *list) {
  const RefnetRow row = {.cells = (const char *const *)list->first,
                         .fields = g_strv_length(list->first),
                         .line = list->first_line};
  refnet_link_rows_take(&list->rows, &row);
}

/* The first row is a header when it is known as one, or when its third cell is no number and the
 * next row's is. */
static void decide(EdgeList *list, const RefnetRow *next) {
  g_auto(GStrv) first = g_steal_pointer(&list->first);
  guint width = g_strv_length(first);
  gboolean third = width > 2 && is_number(first[2]);
  gboolean next_third = next != NULL && is_number(refnet_link_rows_cell(next, 2));
  gboolean header = width > 2 && !third && next_third;
  refnet_link_columns_first(&list->rows.columns, third || (header && next_third));
  say_columns(list, header ? first : NULL, width);
  if (!open_writer(list) || header)
    return;
  list->first = g_steal_pointer(&first);
  take_first_as_link(list);
  g_clear_pointer(&list->first, g_strfreev);
}

static void begin(EdgeList *list, const RefnetRow *row) {
  g_auto(GStrv) cells = g_new0(char *, row->fields + 1);
  for (guint c = 0; c < row->fields; c++)
    cells[c] = g_strdup(row->cells[c]);
  if (list->given) {
    say_columns(list, NULL, row->fields);
    if (open_writer(list))
      refnet_link_rows_take(&list->rows, row);
  } else if (!refnet_link_columns_check(cells, list->rows.import->columns, &list->rows.failure)) {
    list->begun = TRUE;
  } else if (refnet_link_columns_from_header(&list->rows.columns, cells,
                                             list->rows.import->columns)) {
    list->has_header = TRUE;
    say_columns(list, cells, row->fields);
    open_writer(list);
  } else {
    list->first = g_steal_pointer(&cells);
    list->first_line = row->line;
    list->begun = TRUE;
  }
}

/* "# made by hand": a row that begins so, unless a header says which cells are the ends of a link
 * and both are filled, for names may begin so, too. */
static gboolean is_comment(const EdgeList *list, const RefnetRow *row) {
  const gint from = list->rows.columns.at[REFNET_REFERRAL_FROM],
             to = list->rows.columns.at[REFNET_REFERRAL_TO];
  if (row->fields == 0 || (row->cells[0][0] != '#' && row->cells[0][0] != '%'))
    return FALSE;
  return !list->has_header || refnet_link_rows_cell(row, from) == NULL ||
         refnet_link_rows_cell(row, to) == NULL;
}

/* Runs of blanks divide cells as one does. */
static guint without_blank_cells(const RefnetRow *row, const char **cells) {
  guint kept = 0;
  for (guint c = 0; c < row->fields; c++)
    if (*row->cells[c] != '\0')
      cells[kept++] = row->cells[c];
  return kept;
}

static RefnetRowFate take_row(const RefnetRow *row, gpointer data) {
  EdgeList *list = data;
  g_autofree const char **cells = NULL;
  RefnetRow dense = *row;
  if (list->rows.failure != NULL)
    return REFNET_ROW_REJECTED;
  if (is_comment(list, row)) {
    refnet_import_report_ignored(list->rows.import->report, list->rows.file, 1, "a comment");
    return REFNET_ROW_KEPT;
  }
  if (!list->begun && row->line < list->header_line) {
    refnet_import_report_ignored(list->rows.import->report, list->rows.file, 1,
                                 "it stands above the header");
    return REFNET_ROW_KEPT;
  }
  if (list->blanks) {
    cells = g_new(const char *, row->fields + 1);
    dense.fields = without_blank_cells(row, cells);
    dense.cells = cells;
  }
  if (!list->begun) {
    begin(list, &dense);
    return REFNET_ROW_KEPT;
  }
  if (list->first != NULL)
    decide(list, &dense);
  if (list->rows.failure == NULL)
    refnet_link_rows_take(&list->rows, &dense);
  return REFNET_ROW_KEPT;
}

/* ---- the file -------------------------------------------------------------------------------- */

static gboolean refuse_matrix(const EdgeList *list, GError **error) {
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "%s is a matrix, with names beside and above, not a row a link; refnet import survey "
              "reads it (should it have a row a link, say which columns are from and to with "
              "--fields)",
              list->rows.label);
  return FALSE;
}

static gboolean refuse_other(const EdgeList *list, const char *what, GError **error) {
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT, "%s is %s", list->rows.label, what);
  return FALSE;
}

static gboolean refuse_one_column(const EdgeList *list, const char *advice, GError **error) {
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT, "%s cannot be read as a list of links: %s",
              list->rows.label, advice);
  return FALSE;
}

static gboolean refuse_lone_end(const EdgeList *list, const RefnetLinkHead *head, GError **error) {
  g_autofree char *shown = refnet_text_display(head->lone_end, 40);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "%s has a column \"%s\" but none that says who %s; add a column \"%s\" with an "
              "organisation in each row%s, or say --column %s=HEADER",
              list->rows.label, shown, head->lacks_from ? "refers" : "is referred to",
              head->lacks_from ? "From" : "To",
              head->lacks_from ? " (your own, in a log of your referrals)" : "",
              head->lacks_from ? "from" : "to");
  return FALSE;
}

static gboolean refuse_both_ends(const EdgeList *list, const RefnetLinkHead *head, GError **error) {
  g_autofree char *shown = refnet_text_display(head->both_ends, 40);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "%s has who refers and who is referred to in column %u (\"%s\"), with an arrow "
              "between; split it in two in a spreadsheet program, and head these From and To",
              list->rows.label, head->both_ends_column, shown);
  return FALSE;
}

static gboolean refuse_dates(const EdgeList *list, const RefnetLinkHead *head, GError **error) {
  g_autofree char *shown = refnet_text_display(head->date, 40);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "%s has no columns called From and To, and dates in column %u (\"%s\"); say "
              "which columns say who refers and who is referred to, with --column from=HEADER and "
              "--column to=HEADER, or, without headers, with --fields date,from,to or the like",
              list->rows.label, head->date_column, shown);
  return FALSE;
}

static void refuse_header_alone(const EdgeList *list, GError **error) {
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "%s has nothing below its header: there are no links in it; give a row for each",
              list->rows.label);
}

static void refuse_all(const EdgeList *list, GError **error) {
  RefnetDiagnostics *diagnostics = refnet_import_report_diagnostics(list->rows.import->report);
  const RefnetDiagnostic *gravest = refnet_diagnostics_gravest(diagnostics);
  g_autofree char *where =
      gravest != NULL ? refnet_diagnostic_location(gravest) : g_strdup(list->rows.label);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "%s: no row could be read as a link%s%s; say with --fields which columns are from "
              "and to",
              where, gravest != NULL ? ": " : "", gravest != NULL ? gravest->message : "");
}

static gboolean read_rows(EdgeList *list, const char *path, char delimiter, GError **error) {
  RefnetTableOptions options = {.label = list->rows.label,
                                .delimiter = delimiter,
                                .grid = list->cells,
                                .progress = list->rows.import->progress,
                                .progress_data = list->rows.import->progress_data};
  const RefnetRowHandler handler = {.row = take_row, .data = list};
  RefnetDiagnostics *diagnostics = refnet_import_report_diagnostics(list->rows.import->report);
  RefnetRowCount count;
  gboolean ok;
  if (list->cells == NULL && refnet_packed_is(path)) {
    g_autoptr(RefnetPacked) packed = refnet_packed_open(path, list->rows.label, error);
    ok = packed != NULL && refnet_table_read_stream(refnet_packed_read, packed, &options, &handler,
                                                    &count, diagnostics, error);
  } else {
    ok = refnet_table_read(list->cells == NULL ? path : NULL, &options, &handler, &count,
                           diagnostics, error);
  }
  if (!ok)
    return FALSE;
  if (list->first != NULL && list->rows.failure == NULL)
    decide(list, NULL);
  refnet_link_rows_say_counts(&list->rows);
  refnet_import_report_rejected(list->rows.import->report, list->rows.file, count.rejected,
                                "the row cannot be read");
  const gboolean header_alone = list->has_header && count.read == 1;
  if (list->rows.failure != NULL)
    g_propagate_error(error, g_steal_pointer(&list->rows.failure));
  else if (list->rows.writer == NULL)
    refnet_grid_refuse_empty(list->rows.import, list->rows.label, "there are no links in it",
                             error);
  else if (header_alone && !list->has_nodes)
    refuse_header_alone(list, error);
  else if (list->rows.used == 0 && !header_alone)
    refuse_all(list, error);
  else
    return TRUE;
  return FALSE;
}

static gboolean read_list(EdgeList *list, const char *path, const char *fields,
                          RefnetRoster *roster, GError **error) {
  g_autoptr(RefnetEndpoints) endpoints = refnet_endpoints_new(roster);
  g_autofree char *head =
      list->cells == NULL ? refnet_text_file_head(path) : refnet_text_head_of_cells(list->cells);
  g_auto(RefnetLinkHead) found = refnet_link_head_look(head, list->rows.import->columns);
  const char given = list->rows.import->delimiter, delimiter = given != 0 ? given : found.delimiter;
  list->blanks = list->cells == NULL && delimiter == ' ';
  list->rows.endpoints = endpoints;
  list->has_nodes = roster != NULL;
  list->header_line = fields == NULL ? found.header_line : 0;
  list->rows.file = refnet_import_report_file(list->rows.import->report, list->rows.label);
  if (fields == NULL && found.is_matrix)
    return refuse_matrix(list, error);
  if (given == 0 && found.one_column != NULL)
    return refuse_one_column(list, found.one_column, error);
  if (fields == NULL && found.other != NULL)
    return refuse_other(list, found.other, error);
  if (fields == NULL && found.lone_end != NULL)
    return refuse_lone_end(list, &found, error);
  if (fields == NULL && found.both_ends != NULL)
    return refuse_both_ends(list, &found, error);
  if (fields == NULL && found.date != NULL)
    return refuse_dates(list, &found, error);
  gboolean ok = take_fields(list, fields, error) && read_rows(list, path, delimiter, error) &&
                refnet_tie_writer_close(list->rows.writer, error) &&
                refnet_endpoints_write(list->rows.endpoints, list->rows.import, error);
  refnet_tie_writer_free(list->rows.writer);
  g_strfreev(list->first);
  g_clear_error(&list->rows.failure);
  return ok;
}

/* The organizations that the workbook lists beside the links, as those of Kumu and Gephi do. FALSE:
 * they cannot be read; *roster NULL: it lists none. */
static gboolean read_nodes(const RefnetImport *import, const RefnetWorkbookSheet *nodes,
                           RefnetRoster **roster, GError **error) {
  if (nodes == NULL)
    return TRUE;
  RefnetGrid *grid = refnet_grid_from_cells(import, nodes->label, nodes->grid, error);
  *roster = grid != NULL ? refnet_roster_from_grid(import, grid, error) : NULL;
  return *roster != NULL;
}

static gboolean read_workbook(EdgeList *list, const char *path, const char *fields,
                              RefnetRoster *given, GError **error) {
  const RefnetImport *import = list->rows.import;
  g_autoptr(RefnetWorkbook) workbook = refnet_workbook_open(path, error);
  RefnetWorkbookSheet *sheet =
      workbook != NULL ? refnet_workbook_sheet_for(workbook, REFNET_FILE_REFERRALS, import->sheet,
                                                   import->columns, error)
                       : NULL;
  if (sheet == NULL)
    return FALSE;
  RefnetWorkbookSheet *nodes =
      given != NULL
          ? NULL
          : refnet_workbook_sheet_recognized(workbook, REFNET_FILE_ORGANIZATIONS, import->columns);
  if (nodes == sheet)
    nodes = NULL;
  g_autoptr(RefnetRoster) listed = NULL;
  if (!read_nodes(import, nodes, &listed, error))
    return FALSE;
  refnet_workbook_say_sheet(workbook, sheet, nodes, import);
  list->cells = sheet->grid;
  list->rows.in_sheet = TRUE;
  list->rows.label = sheet->label;
  return read_list(list, path, fields, nodes != NULL ? listed : given, error);
}

gboolean refnet_edge_list_read(const RefnetImport *import, const char *path, const char *fields,
                               RefnetRoster *roster, GError **error) {
  g_autofree char *name = g_path_get_basename(path), *label = g_utf8_make_valid(name, -1);
  EdgeList list = {.rows = {.import = import, .label = label}};
  return refnet_workbook_is_one(path) ? read_workbook(&list, path, fields, roster, error)
                                      : read_list(&list, path, fields, roster, error);
}
