/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/dataset/report_columns.h"
#include "model/columns/answer_column.h"
#include "model/columns/count_header.h"

#include <string.h>

#define CHARACTERS_TOLD 40
#define NEARLY 1 /* edits between a header and the name of a field it may have meant */

static gboolean is_span(const RefnetSheet *sheet, guint column) {
  for (guint i = 0; i < sheet->spans.length; i++)
    if (sheet->spans.columns[i] == column)
      return TRUE;
  return FALSE;
}

static void report_header(const RefnetSheet *sheet, RefnetDiagnostics *diagnostics, RefnetKind kind,
                          guint column, const char *fix, const char *message) {
  refnet_sheet_report_column(sheet, diagnostics, kind, sheet->header_line, column, fix, "%s",
                             message);
}

/* "Connected" beside "% connected" does not, where neither is a field. */
static gboolean repeats_header(const RefnetSheet *sheet, const RefnetColumnMatch *matches,
                               guint column) {
  for (guint c = 0; c < column; c++)
    if (strcmp(matches[c].folded, matches[column].folded) == 0 &&
        (sheet->field_of[c] != REFNET_NO_FIELD ||
         strcmp(sheet->headers[c], sheet->headers[column]) == 0))
      return TRUE;
  return FALSE;
}

/* The figure of a file that counts something, where it has no column; NULL: it has, or none does.
 */
static const char *missing_count(const RefnetSheet *sheet) {
  const RefnetFileFields *file = refnet_file_fields(sheet->file);
  const guint field = sheet->file == REFNET_FILE_REFERRALS ? (guint)REFNET_REFERRAL_COUNT
                      : sheet->file == REFNET_FILE_NEEDS   ? (guint)REFNET_NEED_DEMAND
                                                           : REFNET_NO_FIELD;
  return field != REFNET_NO_FIELD && sheet->column[field] < 0 && sheet->spans.length == 0
             ? file->fields[field].name
             : NULL;
}

/* A field without a column whose name is nearly the header, or that this may mean. */
static const char *nearly_meant(const RefnetSheet *sheet, const char *header, const char *folded) {
  const RefnetFileFields *file = refnet_file_fields(sheet->file);
  if (refnet_header_after_how_many(header) != NULL && missing_count(sheet) != NULL)
    return missing_count(sheet);
  for (guint i = 0; strlen(folded) > 3 && i < file->field_count; i++) {
    g_autofree char *name = refnet_text_fold_header(file->fields[i].name);
    if (sheet->column[i] < 0 && refnet_text_distance(name, folded, NEARLY) <= NEARLY)
      return file->fields[i].name;
  }
  return NULL;
}

/* Nobody said which of two columns has the names of the organizations, and this one may. */
static gboolean could_be_name(const RefnetSheet *sheet, const RefnetColumnMatch *matches,
                              guint column) {
  return sheet->file == REFNET_FILE_ORGANIZATIONS &&
         matches[column].field == REFNET_ORGANIZATION_NAME &&
         matches[sheet->column[REFNET_ORGANIZATION_NAME]].fit > 0;
}

static void report_unmatched(const RefnetSheet *sheet, const RefnetColumnMatch *matches,
                             guint column, RefnetDiagnostics *diagnostics) {
  const RefnetColumnMatch *match = &matches[column];
  g_autofree char *header = refnet_text_display(sheet->headers[column], CHARACTERS_TOLD);
  const char *kept = sheet->file == REFNET_FILE_ORGANIZATIONS ? "kept as an attribute" : "not used";
  const char *meant = nearly_meant(sheet, sheet->headers[column], match->folded);
  g_autofree char *message = NULL, *fix = NULL;
  if (match->field != REFNET_NO_FIELD) {
    const char *field = refnet_file_fields(sheet->file)->fields[match->field].name;
    g_autofree char *chosen =
        refnet_text_display(sheet->headers[sheet->column[match->field]], CHARACTERS_TOLD);
    message = g_strdup_printf("column \"%s\" is %s: %s is read from column \"%s\"", header, kept,
                              field, chosen);
    fix = g_strdup_printf("say --column %s=HEADER if the other one is meant", field);
    report_header(sheet, diagnostics,
                  could_be_name(sheet, matches, column) ? REFNET_KIND_SECOND_NAME
                                                        : REFNET_KIND_SECOND_COLUMN,
                  column, fix, message);
  } else if (meant != NULL) {
    message = g_strdup_printf("column \"%s\" is %s; did you mean \"%s\"?", header, kept, meant);
    fix = g_strdup_printf("rename the column, or say --column %s=HEADER", meant);
    report_header(sheet, diagnostics, REFNET_KIND_SIMILAR_COLUMN, column, fix, message);
  } else if (sheet->file == REFNET_FILE_REFERRALS &&
             refnet_header_asks_for_link_back(sheet->headers[column])) {
    message = g_strdup_printf(
        "column \"%s\" is not used: it seems to ask for referrals the other way round", header);
    report_header(sheet, diagnostics, REFNET_KIND_ANSWERS_NOT_USED, column,
                  "read the file with refnet import survey, which takes both directions", message);
  } else if (sheet->file != REFNET_FILE_ORGANIZATIONS) {
    message = g_strdup_printf("column \"%s\" is not used", header);
    report_header(sheet, diagnostics, REFNET_KIND_UNUSED_COLUMN, column, NULL, message);
  }
}

static void report_left_over(const RefnetSheet *sheet, const RefnetColumnMatch *matches,
                             RefnetDiagnostics *diagnostics) {
  for (guint c = 0; c < sheet->column_count; c++) {
    if (*sheet->headers[c] == '\0' || sheet->field_of[c] != REFNET_NO_FIELD ||
        (gint)c == sheet->answers || (gint)c == sheet->last_name || is_span(sheet, c))
      continue;
    if (!repeats_header(sheet, matches, c)) {
      report_unmatched(sheet, matches, c, diagnostics);
      continue;
    }
    g_autofree char *header = refnet_text_display(sheet->headers[c], CHARACTERS_TOLD);
    g_autofree char *message =
        g_strdup_printf("column \"%s\" is there more than once; the first is used", header);
    report_header(sheet, diagnostics, REFNET_KIND_DUPLICATE_COLUMN, c,
                  "give each column a header of its own", message);
  }
}

static void report_spans(const RefnetSheet *sheet, RefnetDiagnostics *diagnostics) {
  const RefnetSpans *spans = &sheet->spans;
  if (spans->length == 0)
    return;
  g_autofree char *first = refnet_text_display(sheet->headers[spans->columns[0]], CHARACTERS_TOLD);
  g_autofree char *last =
      refnet_text_display(sheet->headers[spans->columns[spans->length - 1]], CHARACTERS_TOLD);
  g_autofree char *message =
      spans->length == 1 ? g_strdup_printf("column \"%s\" is read as the count", first)
                         : g_strdup_printf("the count is the sum of %u columns, \"%s\" to \"%s\"",
                                           spans->length, first, last);
  report_header(sheet, diagnostics, REFNET_KIND_COUNTS_ADDED, spans->columns[0],
                "say --column count=HEADER if one of them is meant", message);
}

/* A header that says a year changes nothing. */
static void report_period(const RefnetSheet *sheet, RefnetDiagnostics *diagnostics) {
  if (sheet->per_year <= 1)
    return;
  const gint column = sheet->column[refnet_file_figure_of_period(sheet->file)];
  g_autofree char *header = refnet_text_display(sheet->headers[column], CHARACTERS_TOLD);
  g_autofree char *message = g_strdup_printf(
      "figures in column \"%s\" are read as %g times as many a year", header, sheet->per_year);
  report_header(sheet, diagnostics, REFNET_KIND_PERIOD_IN_HEADER, (guint)column, NULL, message);
}

/* `services ("Service 1" to "Service 3")`, `areas ("Area", twice)` */
static void tell_numbered(const RefnetSheet *sheet, guint field, GString *told) {
  guint count = 0, last = 0;
  for (guint c = 0; c < sheet->column_count; c++)
    if (sheet->field_of[c] == field) {
      last = c;
      count++;
    }
  g_autofree char *from =
      refnet_text_display(sheet->headers[sheet->column[field]], CHARACTERS_TOLD);
  g_autofree char *to = refnet_text_display(sheet->headers[last], CHARACTERS_TOLD);
  g_string_append_printf(told, "%s%s (\"%s\"", told->len > 0 ? ", " : "",
                         refnet_file_fields(sheet->file)->fields[field].name, from);
  if (strcmp(from, to) != 0)
    g_string_append_printf(told, " %s \"%s\")", count == 2 ? "and" : "to", to);
  else
    g_string_append_printf(told, ", %s)", count == 2 ? "twice" : "several times");
}

static void report_numbered(const RefnetSheet *sheet, RefnetDiagnostics *diagnostics) {
  g_autoptr(GString) told = g_string_new(NULL);
  guint first = 0, lists = 0;
  for (guint i = 0; i < REFNET_FIELDS_MAX; i++) {
    if (!refnet_sheet_is_numbered(sheet, i))
      continue;
    first = lists++ == 0 ? (guint)sheet->column[i] : first;
    tell_numbered(sheet, i, told);
  }
  g_autofree char *message = g_strdup_printf("several columns are read as one list%s: %s",
                                             lists > 1 ? " each" : "", told->str);
  if (lists > 0)
    report_header(sheet, diagnostics, REFNET_KIND_NUMBERED_COLUMNS, first,
                  "say --column FIELD=HEADER if one of them is meant", message);
}

void refnet_sheet_report_columns(const RefnetSheet *sheet, const RefnetColumnMatch *matches,
                                 RefnetDiagnostics *diagnostics) {
  report_left_over(sheet, matches, diagnostics);
  report_spans(sheet, diagnostics);
  report_period(sheet, diagnostics);
  report_numbered(sheet, diagnostics);
}
