/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lists of links, however large, with a header or without: read once, written as they come. */
#include "exchange/networks/endpoints.h"
#include "exchange/networks/network_text.h"
#include "exchange/files/text_file.h"
#include "exchange/networks/tie_writer.h"
#include "table/dialect.h"

#include <string.h>

typedef struct {
  const RefnetImport *import;
  const char *label;
  guint file; /* in the report */
  guint fields;
  gint columns[REFNET_TIE_FIELDS]; /* from 0, or −1 */
  gint way;                        /* the column that says directed or undirected, or −1 */
  gboolean given;                  /* --fields was: there is no header */
  gboolean begun, blanks;          /* columns known; blanks divide cells */
  char **first;                    /* a first row that may be a header; NULL: decided */
  guint64 first_line;
  RefnetEndpoints *endpoints;
  RefnetTieWriter *writer;
  guint64 used;
  GError *failure;
} EdgeList;

/* ---- columns -------------------------------------------------------------------------------- */

static const char *field_name(guint field) {
  return refnet_file_fields(REFNET_FILE_REFERRALS)->fields[field].name;
}

static gint find_field(const char *name) {
  g_autofree char *folded = refnet_text_fold_header(name);
  for (guint f = 0; f < REFNET_TIE_FIELDS; f++) {
    g_autofree char *known = refnet_text_fold_header(field_name(f));
    if (strcmp(known, folded) == 0)
      return (gint)f;
  }
  return -1;
}

/* --fields from,to,count,…: names that are no fields of a referral are columns to leave out. */
static gboolean take_fields(EdgeList *list, const char *fields, GError **error) {
  g_auto(GStrv) names = g_strsplit(fields, ",", -1);
  for (gint c = 0; names[c] != NULL; c++) {
    gint field = find_field(names[c]);
    if (field >= 0)
      list->columns[field] = c;
  }
  list->given = TRUE;
  if (list->columns[REFNET_REFERRAL_FROM] >= 0 && list->columns[REFNET_REFERRAL_TO] >= 0)
    return TRUE;
  g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                      "--fields names the columns in order, from and to among them: "
                      "--fields from,to,count");
  return FALSE;
}

/* The header that --column says the field has, folded; NULL: it says nothing. */
static char *override_of(const EdgeList *list, guint field) {
  for (gsize i = 0; list->import->columns != NULL && list->import->columns[i] != NULL; i++) {
    const char *equals = strchr(list->import->columns[i], '=');
    gsize length = equals != NULL ? (gsize)(equals - list->import->columns[i]) : 0;
    if (length == strlen(field_name(field)) &&
        strncmp(list->import->columns[i], field_name(field), length) == 0)
      return refnet_text_fold_header(equals + 1);
  }
  return NULL;
}

static gint find_column(const EdgeList *list, char **headers, guint field) {
  const RefnetField *wanted = &refnet_file_fields(REFNET_FILE_REFERRALS)->fields[field];
  g_autofree char *override = override_of(list, field);
  guint best = G_MAXUINT;
  gint column = -1;
  for (gint c = 0; headers[c] != NULL; c++) {
    g_autofree char *folded = refnet_text_fold_header(headers[c]);
    guint fit = override != NULL ? (strcmp(folded, override) == 0 ? 0 : G_MAXUINT)
                                 : refnet_field_fit(wanted, folded);
    if (field == REFNET_REFERRAL_DATE && fit == G_MAXUINT && strcmp(folded, "latest") == 0)
      fit = G_MAXUINT - 1;
    if (fit < best) {
      best = fit;
      column = c;
    }
  }
  return column;
}

/* Is the row a header? Then the columns are known. */
static gboolean match_header(EdgeList *list, char **cells) {
  for (guint f = 0; f < REFNET_TIE_FIELDS; f++)
    list->columns[f] = find_column(list, cells, f);
  if (list->columns[REFNET_REFERRAL_FROM] < 0 || list->columns[REFNET_REFERRAL_TO] < 0)
    return FALSE;
  for (gint c = 0; cells[c] != NULL; c++) {
    g_autofree char *folded = refnet_text_fold_header(cells[c]);
    if (strcmp(folded, "type") == 0 || strcmp(folded, "direction") == 0)
      list->way = c;
  }
  return TRUE;
}

static gboolean is_number(const char *text) {
  double number;
  return text != NULL && refnet_number_parse(text, &number);
}

/* Without a header: from, to and, where the third column is a number, the count. */
static void take_first_columns(EdgeList *list, gboolean third_is_number) {
  for (guint f = 0; f < REFNET_TIE_FIELDS; f++)
    list->columns[f] = -1;
  list->columns[REFNET_REFERRAL_FROM] = 0;
  list->columns[REFNET_REFERRAL_TO] = 1;
  list->columns[REFNET_REFERRAL_COUNT] = third_is_number ? 2 : -1;
}

static void say_columns(const EdgeList *list, char **headers, guint width) {
  g_autoptr(GString) read = g_string_new(NULL);
  g_autoptr(GString) left = g_string_new(NULL);
  for (guint c = 0; c < width; c++) {
    const char *field = (gint)c == list->way ? "direction" : NULL;
    for (guint f = 0; f < REFNET_TIE_FIELDS; f++)
      if (list->columns[f] == (gint)c)
        field = field_name(f);
    g_autofree char *shown = headers != NULL ? refnet_text_display(headers[c], 40) : NULL;
    g_autofree char *column =
        shown != NULL ? g_strdup_printf("\"%s\"", shown) : g_strdup_printf("column %u", c + 1);
    if (field != NULL)
      g_string_append_printf(read, "%s%s %sas %s", read->len > 0 ? ", " : "", column,
                             read->len > 0 ? "" : "was read ", field);
    else if (shown == NULL || *shown != '\0')
      g_string_append_printf(left, "%s%s", left->len > 0 ? ", " : "", column);
  }
  refnet_import_report_say(list->import->report,
                           g_strdup_printf("%s %s%s%s.",
                                           headers != NULL ? "By its header" : "Without a header",
                                           read->str, left->len > 0 ? "; left out: " : "",
                                           left->str));
}

/* ---- rows ----------------------------------------------------------------------------------- */

static void fail(EdgeList *list) {
  if (list->failure == NULL)
    list->failure =
        g_error_new_literal(REFNET_ERROR, REFNET_ERROR_INTERNAL, "out of memory for the names");
}

static void reject(EdgeList *list, guint64 line, gint column, const char *kind, const char *why,
                   const char *fix) {
  RefnetDiagnostic where = {.kind = kind,
                            .severity = REFNET_SEVERITY_ERROR,
                            .file = list->label,
                            .line = line,
                            .column = (guint)(column + 1),
                            .contact = REFNET_NONE};
  refnet_diagnostics_add(refnet_import_report_diagnostics(list->import->report), &where, fix, "%s",
                         why);
  refnet_import_report_rejected(list->import->report, list->file, 1, why);
}

static const char *cell_at(const RefnetRow *row, gint column) {
  return column >= 0 && (guint)column < row->fields && *row->cells[column] != '\0'
             ? row->cells[column]
             : NULL;
}

static gboolean goes_both_ways(const EdgeList *list, const RefnetRow *row) {
  const char *way = cell_at(row, list->way);
  return way != NULL && (g_ascii_strcasecmp(way, "undirected") == 0 ||
                         g_ascii_strcasecmp(way, "mutual") == 0 ||
                         g_ascii_strcasecmp(way, "both") == 0);
}

static gboolean is_count(const char *text) {
  double number;
  guint64 count;
  if (text == NULL || (refnet_count_parse(text, &count) && count < G_MAXUINT32))
    return TRUE;
  return refnet_number_parse(text, &number) && number >= 0 && number < (double)G_MAXUINT32;
}

static void take_link(EdgeList *list, const RefnetRow *row) {
  RefnetTie tie = {.both_ways = goes_both_ways(list, row)};
  const gint from = list->columns[REFNET_REFERRAL_FROM], to = list->columns[REFNET_REFERRAL_TO];
  for (guint f = 0; f < REFNET_TIE_FIELDS; f++)
    tie.cells[f] = cell_at(row, list->columns[f]);
  if (tie.cells[REFNET_REFERRAL_FROM] == NULL || tie.cells[REFNET_REFERRAL_TO] == NULL) {
    reject(list, row->line, tie.cells[REFNET_REFERRAL_FROM] == NULL ? from : to, "blank-required",
           "an end of the link is blank", "fill in both ends");
    return;
  }
  if (!is_count(tie.cells[REFNET_REFERRAL_COUNT])) {
    reject(list, row->line, list->columns[REFNET_REFERRAL_COUNT], "bad-count",
           "the count is no number from 0 to 4294967294",
           "mend the count, or leave its column out with --fields");
    return;
  }
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
    fields |= list->columns[f] >= 0 ? 1u << f : 0;
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
  take_first_columns(list, third || (header && next_third));
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
  } else if (match_header(list, cells)) {
    say_columns(list, cells, row->fields);
    open_writer(list);
  } else {
    list->first = g_steal_pointer(&cells);
    list->first_line = row->line;
    list->begun = TRUE;
  }
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
  if (row->fields > 0 && strchr("#%", row->cells[0][0]) != NULL && row->cells[0][0] != '\0') {
    refnet_import_report_ignored(list->import->report, list->file, 1, "a comment");
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

/* ---- the file ------------------------------------------------------------------------------- */

/* The first line that says something, neither blank nor a comment. */
static char *first_line(const char *head) {
  g_auto(GStrv) lines = g_strsplit_set(head, "\r\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++) {
    const char *line = g_strchug(lines[i]);
    if (*line != '\0' && *line != '#' && *line != '%' && !g_str_has_prefix(line, "sep="))
      return g_strdup(line);
  }
  return g_strdup("");
}

/* What divides the cells of that line; 0: unknown. */
static char find_delimiter(const char *head) {
  g_autofree char *line = first_line(head);
  if (strpbrk(line, ",;\t") == NULL)
    return strchr(line, ' ') != NULL ? ' ' : 0;
  return refnet_dialect_from_header(line, strlen(line));
}

static void refuse_all(const EdgeList *list, GError **error) {
  RefnetDiagnostics *diagnostics = refnet_import_report_diagnostics(list->import->report);
  g_autofree char *where = refnet_diagnostics_length(diagnostics) > 0
                               ? refnet_diagnostic_location(refnet_diagnostics_at(diagnostics, 0))
                               : g_strdup(list->label);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "%s: no row could be read as a link%s%s; say with --fields which columns are from and "
              "to",
              where, refnet_diagnostics_length(diagnostics) > 0 ? ": " : "",
              refnet_diagnostics_length(diagnostics) > 0
                  ? refnet_diagnostics_at(diagnostics, 0)->message
                  : "");
}

static gboolean read_rows(EdgeList *list, const char *path, char delimiter, GError **error) {
  RefnetTableOptions options = {.label = list->label,
                                .delimiter = delimiter,
                                .progress = list->import->progress,
                                .progress_data = list->import->progress_data};
  RefnetDiagnostics *diagnostics = refnet_import_report_diagnostics(list->import->report);
  RefnetRowCount count;
  gboolean ok;
  if (refnet_packed_is(path)) {
    g_autoptr(RefnetPacked) packed = refnet_packed_open(path, list->label, error);
    ok = packed != NULL && refnet_table_read_stream(refnet_packed_read, packed, &options, NULL,
                                                    take_row, list, &count, diagnostics, error);
  } else {
    ok = refnet_table_read(path, &options, NULL, take_row, list, &count, diagnostics, error);
  }
  if (!ok)
    return FALSE;
  if (list->first != NULL && list->failure == NULL)
    decide(list, NULL);
  refnet_import_report_rejected(list->import->report, list->file, count.rejected,
                                "the row cannot be read");
  if (list->failure != NULL)
    g_propagate_error(error, g_steal_pointer(&list->failure));
  else if (list->writer == NULL)
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT, "%s is empty: there are no links in it",
                list->label);
  else if (list->used == 0)
    refuse_all(list, error);
  else
    return TRUE;
  return FALSE;
}

/* The table of a folder that has one of the names, whatever their letters; NULL: none. */
static char *find_table(const char *folder, const char *const *wanted) {
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  const char *name;
  char *found = NULL;
  while (dir != NULL && (name = g_dir_read_name(dir)) != NULL)
    for (gsize i = 0; wanted[i] != NULL; i++)
      if (g_ascii_strcasecmp(name, wanted[i]) == 0 &&
          (found == NULL || strcmp(name, strrchr(found, G_DIR_SEPARATOR) + 1) < 0)) {
        g_free(found);
        found = g_build_filename(folder, name, NULL);
      }
  return found;
}

static gboolean read_folder(const RefnetImport *import, const RefnetEdgeListOptions *options,
                            GError **error) {
  static const char *const nodes[] = {"nodes.csv", "elements.csv", "vertices.csv", NULL};
  static const char *const edges[] = {"edges.csv", "connections.csv", "links.csv", NULL};
  g_autofree char *links = find_table(import->source, edges);
  g_autofree char *names = find_table(import->source, nodes);
  if (links == NULL) {
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                        "the folder has neither edges.csv nor connections.csv; give the file with the "
                        "links itself");
    return FALSE;
  }
  const char *given = options->organizations != NULL ? options->organizations : names;
  g_autoptr(RefnetRoster) roster = given != NULL ? refnet_roster_new(import, given, error) : NULL;
  return (given == NULL || roster != NULL) &&
         refnet_edge_list_read(import, links, options->fields, roster, error);
}

static gboolean is_ucinet(const char *line) {
  return g_ascii_strncasecmp(line, "dl", 2) == 0 && (line[2] == '\0' || line[2] == ' ');
}

gboolean refnet_import_edge_list(const RefnetImport *import, const RefnetEdgeListOptions *options,
                                 GError **error) {
  if (g_file_test(import->source, G_FILE_TEST_IS_DIR))
    return read_folder(import, options, error);
  g_autofree char *head = refnet_text_file_head(import->source);
  g_autofree char *line = first_line(head);
  if (*line == '*')
    return refnet_pajek_read(import, import->source, error);
  if (is_ucinet(line))
    return refnet_ucinet_read(import, import->source, options->matrix, error);
  g_autoptr(RefnetRoster) roster =
      options->organizations != NULL ? refnet_roster_new(import, options->organizations, error)
                                     : NULL;
  return (options->organizations == NULL || roster != NULL) &&
         refnet_edge_list_read(import, import->source, options->fields, roster, error);
}

gboolean refnet_edge_list_read(const RefnetImport *import, const char *path, const char *fields,
                               RefnetRoster *roster, GError **error) {
  g_autofree char *name = g_path_get_basename(path), *label = g_utf8_make_valid(name, -1);
  g_autofree char *head = refnet_text_file_head(path);
  g_autoptr(RefnetEndpoints) endpoints = refnet_endpoints_new(roster);
  EdgeList list = {.import = import,
                   .label = label,
                   .file = refnet_import_report_file(import->report, label),
                   .way = -1,
                   .endpoints = endpoints};
  for (guint f = 0; f < REFNET_TIE_FIELDS; f++)
    list.columns[f] = -1;
  char delimiter = import->delimiter != 0 ? import->delimiter : find_delimiter(head);
  list.blanks = delimiter == ' ';
  gboolean ok = (fields == NULL || take_fields(&list, fields, error)) &&
                read_rows(&list, path, delimiter, error) &&
                refnet_tie_writer_close(list.writer, error) &&
                refnet_endpoints_write(endpoints, import, error);
  refnet_tie_writer_free(list.writer);
  g_strfreev(list.first);
  g_clear_error(&list.failure);
  return ok;
}
