/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lists of links, however large, with a header or without: read once, written as they come. */
#include "exchange/files/text_file.h"
#include "exchange/networks/endpoints.h"
#include "exchange/networks/link_columns.h"
#include "exchange/networks/link_head.h"
#include "exchange/networks/network_text.h"
#include "exchange/networks/tie_writer.h"
#include "exchange/workbook/tables.h"
#include "model/columns/answer_words.h"
#include "model/columns/rough_count.h"
#include "model/columns/words.h"
#include "present/wording/words.h"

#include <string.h>

typedef struct {
  const RefnetImport *import;
  const char *label;
  RefnetCellGrid *cells; /* of a workbook's sheet; NULL: a file of text */
  guint file;            /* in the report */
  RefnetLinkColumns columns;
  gboolean given;         /* --fields was: there is no header */
  gboolean has_header;    /* one that names the columns was read */
  gboolean begun, blanks; /* columns known; blanks divide cells */
  guint64 header_line;    /* titles stand above it; 0: not known */
  char **first;           /* a first row that may be a header; NULL: decided */
  guint64 first_line;
  RefnetEndpoints *endpoints;
  RefnetTieWriter *writer;
  guint64 used, rough; /* links; those whose count is an estimate or a word … */
  guint64 odd;         /* … or in a column that counts by its header alone, and no number */
  GError *failure;
} EdgeList;

static gboolean take_fields(EdgeList *list, const char *fields, GError **error) {
  list->given = fields != NULL;
  if (fields == NULL || refnet_link_columns_from_fields(&list->columns, fields))
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
  refnet_import_report_say(list->import->report,
                           refnet_link_columns_sentence(&list->columns, headers, width));
}

/* ---- rows ------------------------------------------------------------------------------------ */

static void fail(EdgeList *list) {
  if (list->failure == NULL)
    list->failure =
        g_error_new_literal(REFNET_ERROR, REFNET_ERROR_INTERNAL, "out of memory for the names");
}

static void diagnose(EdgeList *list, guint64 line, gint column, const char *kind, const char *why,
                     const char *fix) {
  RefnetDiagnostic where = {.kind = kind,
                            .severity = REFNET_SEVERITY_ERROR,
                            .file = list->label,
                            .line = line,
                            .column = (guint)(column + 1),
                            .in_sheet = list->cells != NULL,
                            .contact = REFNET_NONE};
  refnet_diagnostics_add(refnet_import_report_diagnostics(list->import->report), &where, fix, "%s",
                         why);
}

static void reject(EdgeList *list, guint64 line, gint column, const char *kind, const char *why,
                   const char *fix) {
  diagnose(list, line, column, kind, why, fix);
  refnet_import_report_rejected(list->import->report, list->file, 1, why);
}

static const char *cell_at(const RefnetRow *row, gint column) {
  return column >= 0 && (guint)column < row->fields && *row->cells[column] != '\0'
             ? row->cells[column]
             : NULL;
}

static gboolean goes_both_ways(const EdgeList *list, const RefnetRow *row) {
  const char *way = cell_at(row, list->columns.way);
  return way != NULL &&
         (g_ascii_strcasecmp(way, "undirected") == 0 || g_ascii_strcasecmp(way, "mutual") == 0 ||
          g_ascii_strcasecmp(way, "both") == 0);
}

static gboolean is_count(const char *text) {
  double number;
  guint64 count;
  if (text == NULL || (refnet_count_parse(text, &count) && count < G_MAXUINT32))
    return TRUE;
  return refnet_number_parse(text, &number) && number >= 0 && number < (double)G_MAXUINT32;
}

/* A count that is an estimate or a word, as loading reads it; `digits` holds what it becomes. */
static void take_rough_count(EdgeList *list, RefnetTie *tie, char digits[static 24]) {
  const char *text = tie->cells[REFNET_REFERRAL_COUNT];
  RefnetFrequency frequency;
  guint64 count;
  if (is_count(text))
    return;
  if (!refnet_rough_count_parse(text, &count, &frequency)) {
    if (list->columns.spans.length == 1) {
      tie->cells[REFNET_REFERRAL_COUNT] = NULL;
      list->odd++;
    }
    return;
  }
  g_snprintf(digits, 24, "%" G_GUINT64_FORMAT, count);
  tie->cells[REFNET_REFERRAL_COUNT] = digits;
  list->rough++;
  if (tie->cells[REFNET_REFERRAL_FREQUENCY] == NULL && frequency != REFNET_FREQUENCY_UNKNOWN)
    tie->cells[REFNET_REFERRAL_FREQUENCY] = refnet_word_of_frequency(frequency);
}

/* A count that stands in several columns; `digits` holds their sum. FALSE: it is too many with
 * *column. */
static gboolean add_up(EdgeList *list, const RefnetRow *row, RefnetTie *tie, char digits[static 24],
                       gint *column) {
  guint64 sum;
  guint wrong = 0;
  const RefnetSpansStatus status = refnet_spans_add_up(&list->columns.spans, row, &sum, &wrong);
  *column = (gint)wrong;
  if (status == REFNET_SPANS_TOO_MANY)
    return FALSE;
  list->rough += status == REFNET_SPANS_ESTIMATE;
  list->odd += status == REFNET_SPANS_ODD;
  if (status != REFNET_SPANS_BLANK) {
    g_snprintf(digits, 24, "%" G_GUINT64_FORMAT, sum);
    tie->cells[REFNET_REFERRAL_COUNT] = digits;
  }
  return TRUE;
}

/* TRUE: an end could be several of the organizations that were given, and the link is rejected. */
static gboolean reject_doubt(EdgeList *list, const RefnetRow *row, const RefnetTie *tie) {
  static const guint ends[] = {REFNET_REFERRAL_FROM, REFNET_REFERRAL_TO};
  for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
    g_autofree char *doubt = refnet_endpoints_doubt(list->endpoints, tie->cells[ends[i]]);
    if (doubt == NULL)
      continue;
    diagnose(list, row->line, list->columns.at[ends[i]], "ambiguous-organization", doubt,
             "use the id");
    refnet_import_report_rejected(list->import->report, list->file, 1,
                                  "an end of the link could be several organisations");
    return TRUE;
  }
  return FALSE;
}

/* A no becomes the frequency never. FALSE: the row says nothing, neither there nor by a count. */
static gboolean take_answer(EdgeList *list, const RefnetRow *row, RefnetTie *tie) {
  const char *text = cell_at(row, list->columns.answers);
  RefnetAnswer answer = {REFNET_ANSWER_BLANK, REFNET_FREQUENCY_UNKNOWN, 0};
  RefnetTri tri;
  if (list->columns.answers < 0)
    return TRUE;
  if (text != NULL && refnet_word_answer(text, &tri))
    answer.kind = tri == REFNET_TRI_NO ? REFNET_ANSWER_NO : REFNET_ANSWER_YES;
  else if (text != NULL && !refnet_answer_read_words(text, &answer))
    answer.kind = REFNET_ANSWER_STRANGE;
  if (answer.kind == REFNET_ANSWER_NO)
    answer.frequency = REFNET_FREQUENCY_NEVER;
  if (answer.frequency != REFNET_FREQUENCY_UNKNOWN)
    tie->cells[REFNET_REFERRAL_FREQUENCY] = refnet_word_of_frequency(answer.frequency);
  if (answer.kind != REFNET_ANSWER_BLANK || tie->cells[REFNET_REFERRAL_COUNT] != NULL)
    return TRUE;
  refnet_import_report_ignored(list->import->report, list->file, 1,
                               "it does not say whether there are referrals");
  return FALSE;
}

/* NULL: nobody is named there. */
static const char *end_at(const EdgeList *list, const RefnetRow *row, guint field) {
  const char *name = cell_at(row, list->columns.at[field]);
  const RefnetField *described = &refnet_file_fields(REFNET_FILE_REFERRALS)->fields[field];
  return name != NULL && !refnet_word_is_blank(name, described) ? name : NULL;
}

static void take_link(EdgeList *list, const RefnetRow *row) {
  RefnetTie tie = {.both_ways = goes_both_ways(list, row)};
  char digits[24];
  const gint from = list->columns.at[REFNET_REFERRAL_FROM],
             to = list->columns.at[REFNET_REFERRAL_TO];
  for (guint f = 0; f < REFNET_TIE_FIELDS; f++)
    tie.cells[f] = cell_at(row, list->columns.at[f]);
  tie.cells[REFNET_REFERRAL_FROM] = end_at(list, row, REFNET_REFERRAL_FROM);
  tie.cells[REFNET_REFERRAL_TO] = end_at(list, row, REFNET_REFERRAL_TO);
  if (tie.cells[REFNET_REFERRAL_FROM] == NULL || tie.cells[REFNET_REFERRAL_TO] == NULL) {
    reject(list, row->line, tie.cells[REFNET_REFERRAL_FROM] == NULL ? from : to, "blank-required",
           "an end of the link is blank or not known", "fill in both ends");
    return;
  }
  take_rough_count(list, &tie, digits);
  gint count = list->columns.at[REFNET_REFERRAL_COUNT];
  if ((list->columns.spans.length > 1 && !add_up(list, row, &tie, digits, &count)) ||
      !is_count(tie.cells[REFNET_REFERRAL_COUNT])) {
    reject(list, row->line, count, "bad-count", "the count is no number from 0 to 4294967294",
           "mend the count, or leave its column out with --fields");
    return;
  }
  if (reject_doubt(list, row, &tie) || !take_answer(list, row, &tie))
    return;
  tie.cells[REFNET_REFERRAL_FROM] =
      refnet_endpoints_add(list->endpoints, tie.cells[REFNET_REFERRAL_FROM]);
  tie.cells[REFNET_REFERRAL_TO] =
      refnet_endpoints_add(list->endpoints, tie.cells[REFNET_REFERRAL_TO]);
  if (tie.cells[REFNET_REFERRAL_FROM] == NULL || tie.cells[REFNET_REFERRAL_TO] == NULL) {
    fail(list);
  } else {
    refnet_tie_writer_add(list->writer, &tie);
    list->used++;
    refnet_import_report_used(list->import->report, list->file, 1);
  }
}

static gboolean open_writer(EdgeList *list) {
  guint fields = 0;
  for (guint f = 0; f < REFNET_TIE_FIELDS; f++)
    fields |= list->columns.at[f] >= 0 ? 1u << f : 0;
  if (list->columns.answers >= 0)
    fields |= 1u << REFNET_REFERRAL_FREQUENCY;
  if (list->columns.spans.length > 0)
    fields |= 1u << REFNET_REFERRAL_COUNT;
  list->begun = TRUE;
  list->writer = refnet_tie_writer_open(list->import, fields, &list->failure);
  return list->writer != NULL;
}

static void take_first_as_link(EdgeList *list) {
  const RefnetRow row = {.cells = (const char *const *)list->first,
                         .fields = g_strv_length(list->first),
                         .line = list->first_line};
  take_link(list, &row);
}

/* The first row is a header when it is known as one, or when its third cell is no number and the
 * next row's is. */
static void decide(EdgeList *list, const RefnetRow *next) {
  g_auto(GStrv) first = g_steal_pointer(&list->first);
  guint width = g_strv_length(first);
  gboolean third = width > 2 && is_number(first[2]);
  gboolean next_third = next != NULL && is_number(cell_at(next, 2));
  gboolean header = width > 2 && !third && next_third;
  refnet_link_columns_first(&list->columns, third || (header && next_third));
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
      take_link(list, row);
  } else if (!refnet_link_columns_check(cells, list->import->columns, &list->failure)) {
    list->begun = TRUE;
  } else if (refnet_link_columns_from_header(&list->columns, cells, list->import->columns)) {
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
  const gint from = list->columns.at[REFNET_REFERRAL_FROM],
             to = list->columns.at[REFNET_REFERRAL_TO];
  if (row->fields == 0 || (row->cells[0][0] != '#' && row->cells[0][0] != '%'))
    return FALSE;
  return !list->has_header || cell_at(row, from) == NULL || cell_at(row, to) == NULL;
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
  if (list->failure != NULL)
    return REFNET_ROW_REJECTED;
  if (is_comment(list, row)) {
    refnet_import_report_ignored(list->import->report, list->file, 1, "a comment");
    return REFNET_ROW_KEPT;
  }
  if (!list->begun && row->line < list->header_line) {
    refnet_import_report_ignored(list->import->report, list->file, 1, "it stands above the header");
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
  if (list->failure == NULL)
    take_link(list, &dense);
  return REFNET_ROW_KEPT;
}

/* ---- the file -------------------------------------------------------------------------------- */

static gboolean refuse_matrix(const EdgeList *list, GError **error) {
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "%s is a matrix, with names beside and above, not a row a link; refnet import survey "
              "reads it (should it have a row a link, say which columns are from and to with "
              "--fields)",
              list->label);
  return FALSE;
}

static gboolean refuse_lone_end(const EdgeList *list, const RefnetLinkHead *head, GError **error) {
  g_autofree char *shown = refnet_text_display(head->lone_end, 40);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "%s has a column \"%s\" but none that says who %s; add a column \"%s\" with an "
              "organisation in each row%s, or say --column %s=HEADER",
              list->label, shown, head->lacks_from ? "refers" : "is referred to",
              head->lacks_from ? "From" : "To",
              head->lacks_from ? " (your own, in a log of your referrals)" : "",
              head->lacks_from ? "from" : "to");
  return FALSE;
}

static void refuse_all(const EdgeList *list, GError **error) {
  RefnetDiagnostics *diagnostics = refnet_import_report_diagnostics(list->import->report);
  const RefnetDiagnostic *first =
      refnet_diagnostics_length(diagnostics) > 0 ? refnet_diagnostics_at(diagnostics, 0) : NULL;
  g_autofree char *where =
      first != NULL ? refnet_diagnostic_location(first) : g_strdup(list->label);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "%s: no row could be read as a link%s%s; say with --fields which columns are from "
              "and to",
              where, first != NULL ? ": " : "", first != NULL ? first->message : "");
}

static void say_rough_counts(const EdgeList *list) {
  if (list->rough > 0)
    refnet_import_report_say(
        list->import->report,
        g_strdup_printf("%" G_GUINT64_FORMAT " %s as close as %s: a range by its middle, "
                        "\"weekly\" as 1.",
                        list->rough,
                        list->rough == 1 ? "count is an estimate or a word, and was read"
                                         : "counts are estimates or words, and were read",
                        list->rough == 1 ? "it gets" : "they get"));
  if (list->odd > 0)
    refnet_import_report_say(
        list->import->report,
        refnet_words_capital(refnet_words_count(
            list->odd, "row has something that is no number among its counts, which adds nothing.",
            "rows have something that is no number among their counts, which adds nothing.")));
}

static gboolean read_rows(EdgeList *list, const char *path, char delimiter, GError **error) {
  RefnetTableOptions options = {.label = list->label,
                                .delimiter = delimiter,
                                .grid = list->cells,
                                .progress = list->import->progress,
                                .progress_data = list->import->progress_data};
  RefnetDiagnostics *diagnostics = refnet_import_report_diagnostics(list->import->report);
  RefnetRowCount count;
  gboolean ok;
  if (list->cells == NULL && refnet_packed_is(path)) {
    g_autoptr(RefnetPacked) packed = refnet_packed_open(path, list->label, error);
    ok = packed != NULL && refnet_table_read_stream(refnet_packed_read, packed, &options, NULL,
                                                    take_row, list, &count, diagnostics, error);
  } else {
    ok = refnet_table_read(list->cells == NULL ? path : NULL, &options, NULL, take_row, list,
                           &count, diagnostics, error);
  }
  if (!ok)
    return FALSE;
  if (list->first != NULL && list->failure == NULL)
    decide(list, NULL);
  say_rough_counts(list);
  refnet_import_report_rejected(list->import->report, list->file, count.rejected,
                                "the row cannot be read");
  if (list->failure != NULL)
    g_propagate_error(error, g_steal_pointer(&list->failure));
  else if (list->writer == NULL)
    refnet_grid_refuse_empty(list->import, list->label, "there are no links in it", error);
  else if (list->used == 0)
    refuse_all(list, error);
  else
    return TRUE;
  return FALSE;
}

static gboolean read_list(EdgeList *list, const char *path, const char *fields, GError **error) {
  g_autofree char *head = list->cells == NULL ? refnet_text_file_head(path) : g_strdup("");
  g_auto(RefnetLinkHead) found = refnet_link_head_look(head, list->import->columns);
  const char given = list->import->delimiter, delimiter = given != 0 ? given : found.delimiter;
  list->blanks = list->cells == NULL && delimiter == ' ';
  list->header_line = fields == NULL ? found.header_line : 0;
  list->file = refnet_import_report_file(list->import->report, list->label);
  if (fields == NULL && found.is_matrix)
    return refuse_matrix(list, error);
  if (fields == NULL && found.lone_end != NULL)
    return refuse_lone_end(list, &found, error);
  gboolean ok = take_fields(list, fields, error) && read_rows(list, path, delimiter, error) &&
                refnet_tie_writer_close(list->writer, error) &&
                refnet_endpoints_write(list->endpoints, list->import, error);
  refnet_tie_writer_free(list->writer);
  g_strfreev(list->first);
  g_clear_error(&list->failure);
  return ok;
}

static gboolean read_workbook(EdgeList *list, const char *path, const char *fields,
                              GError **error) {
  g_autoptr(RefnetWorkbook) workbook = refnet_workbook_open(path, error);
  RefnetWorkbookSheet *sheet =
      workbook != NULL ? refnet_workbook_sheet_for(workbook, REFNET_FILE_REFERRALS,
                                                   list->import->sheet, list->import->columns,
                                                   error)
                       : NULL;
  if (sheet == NULL)
    return FALSE;
  refnet_workbook_say_sheet(workbook, sheet, list->import);
  list->cells = sheet->grid;
  list->label = sheet->label;
  return read_list(list, path, fields, error);
}

gboolean refnet_edge_list_read(const RefnetImport *import, const char *path, const char *fields,
                               RefnetRoster *roster, GError **error) {
  g_autofree char *name = g_path_get_basename(path), *label = g_utf8_make_valid(name, -1);
  g_autoptr(RefnetEndpoints) endpoints = refnet_endpoints_new(roster);
  EdgeList list = {.import = import, .label = label, .endpoints = endpoints};
  return refnet_workbook_is_one(path) ? read_workbook(&list, path, fields, error)
                                      : read_list(&list, path, fields, error);
}
