/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A dataset written anew: each file is read once more, and its sound rows go out corrected. */
#include "model/check/fix_cells.h"
#include "model/columns/no_name.h"
#include "model/columns/numbered_columns.h"
#include "model/columns/words.h"
#include "model/dataset/rejects.h"
#include "table/csv_cell.h"

#include <string.h>

/* One file on its way from the old to the new one. */
typedef struct {
  const RefnetStore *store;
  const RefnetSheet *sheet;
  RefnetOutput *output, *log;
  guint64 *corrections;
  guint next_left_out;            /* in sheet->left_out, whose lines rise */
  GHashTable *by_line;            /* organizations by line; NULL: services stay as they are */
  char *above[REFNET_FIELDS_MAX]; /* by field: the organization that a row above names, or NULL */
  gint services;                  /* column of the services; the number of columns: one is added */
} Rewriting;

/* ---- the log --------------------------------------------------------------------------------- */

static void put_next(RefnetOutput *output, const char *text) {
  refnet_output_puts(output, ",");
  refnet_csv_put(output, text != NULL ? text : "");
}

/* `field`, `before` and `after` may be NULL. */
static void log_at(Rewriting *rewriting, RefnetRowLocation place, const char *field,
                   const char *before, const char *after, const char *reason) {
  refnet_csv_put(rewriting->log, place.file);
  refnet_output_printf(rewriting->log, ",%" G_GUINT64_FORMAT, place.line);
  put_next(rewriting->log, field);
  put_next(rewriting->log, before);
  put_next(rewriting->log, after);
  put_next(rewriting->log, reason);
  refnet_output_puts(rewriting->log, "\n");
  (*rewriting->corrections)++;
}

static void log_correction(Rewriting *rewriting, guint64 line, const char *field,
                           const char *before, const char *after, const char *reason) {
  log_at(rewriting, refnet_sheet_place(rewriting->sheet, line), field, before, after, reason);
}

/* ---- header ---------------------------------------------------------------------------------- */

static const RefnetField *field_of(const Rewriting *rewriting, guint column) {
  guint field = rewriting->sheet->field_of[column];
  return field != REFNET_NO_FIELD ? &refnet_file_fields(rewriting->sheet->file)->fields[field]
                                  : NULL;
}

/* Would the header of a column that is no field be taken for one of the new file? */
static gboolean would_be_field(const Rewriting *rewriting, const char *header) {
  const RefnetFileFields *file = refnet_file_fields(rewriting->sheet->file);
  g_autofree char *folded = refnet_text_fold_header(header);
  for (guint i = 0; i < file->field_count; i++)
    if (refnet_field_fit(&file->fields[i], folded) == 0 ||
        refnet_numbers_field(&file->fields[i], folded))
      return TRUE;
  return FALSE;
}

static char *new_header(const Rewriting *rewriting, guint column) {
  const RefnetField *field = field_of(rewriting, column);
  const char *header = rewriting->sheet->headers[column];
  const RefnetSheet *sheet = rewriting->sheet;
  if (sheet->last_name >= 0 && (gint)column == sheet->column[REFNET_CONTACT_NAME])
    return g_strdup(header); /* the last name stands in another column */
  if (field != NULL && refnet_sheet_is_numbered(sheet, sheet->field_of[column]))
    return g_strdup(header); /* it is one of several that hold the list */
  if (field != NULL && sheet->per_year > 1 &&
      sheet->field_of[column] == refnet_file_figure_of_period(sheet->file))
    return g_strdup_printf("%s per %s", field->name, refnet_word_of_period(sheet->per_year));
  if (field != NULL)
    return g_strdup(field->name);
  return would_be_field(rewriting, header) ? g_strconcat(header, " (not used)", NULL)
                                           : g_strdup(header);
}

static gboolean rewrite_header(const RefnetRow *header, gpointer data, GError **error) {
  Rewriting *rewriting = data;
  const RefnetSheet *sheet = rewriting->sheet;
  (void)error;
  for (guint c = 0; c < sheet->column_count; c++) {
    g_autofree char *name = new_header(rewriting, c);
    refnet_output_puts(rewriting->output, c > 0 ? "," : "");
    refnet_csv_put(rewriting->output, name);
    if (strcmp(name, sheet->headers[c]) != 0)
      log_correction(rewriting, header->line, name, sheet->headers[c], name,
                     "header changed to the name that refnet gives the column");
  }
  if (rewriting->services == (gint)sheet->column_count)
    refnet_output_puts(rewriting->output, ",services");
  refnet_output_puts(rewriting->output, "\n");
  return TRUE;
}

/* ---- rows ------------------------------------------------------------------------------------ */

/* Why the row is left out; NULL: it is not. */
static const char *reason_left_out(Rewriting *rewriting, guint64 line) {
  const GArray *rows = rewriting->sheet->left_out;
  if (rows == NULL || rewriting->next_left_out >= rows->len)
    return NULL;
  const RefnetLeftOut *row = &g_array_index(rows, RefnetLeftOut, rewriting->next_left_out);
  if (row->line != line)
    return NULL;
  rewriting->next_left_out++;
  return row->merged ? "row left out, because an earlier row says the same"
                     : "row left out; rejected.csv has it with the reason";
}

/* The services of a row whose flags were read, as a list. */
static char *list_services(const Rewriting *rewriting, guint64 line) {
  const RefnetDataset *dataset = &rewriting->store->dataset;
  gpointer organization = g_hash_table_lookup(rewriting->by_line, GSIZE_TO_POINTER((gsize)line));
  GString *list = g_string_new(NULL);
  if (organization != NULL) {
    RefnetIndexList services = ((const RefnetOrganization *)organization)->services;
    for (guint32 i = 0; i < services.length; i++)
      g_string_append_printf(list, "%s%s", i > 0 ? ";" : "",
                             dataset->services.names[services.items[i]]);
  }
  return g_string_free(list, FALSE);
}

static void rewrite_services(Rewriting *rewriting, const RefnetRow *row, const char *before) {
  g_autofree char *services = list_services(rewriting, row->line);
  refnet_csv_put(rewriting->output, services);
  if (strcmp(before, services) != 0)
    log_correction(rewriting, row->line, "services", before, services,
                   "services listed in one cell, from the columns with yes or no");
}

/* As rows are read: only an organization that must be listed is looked for above. */
static gboolean may_repeat_above(const RefnetField *field) {
  return field != NULL && field->type == REFNET_CELL_ORGANIZATION && field->required &&
         field != &refnet_file_fields(REFNET_FILE_NOMINATIONS)->fields[REFNET_NOMINATION_NOMINATED];
}

/* An organization may be called "Above", or '"'. */
static gboolean repeats_above(const Rewriting *rewriting, const char *text) {
  guint32 organization;
  return refnet_word_repeats_above(text) &&
         refnet_resolver_find(rewriting->store->resolver, text, &organization) ==
             REFNET_RESOLVED_UNKNOWN;
}

/* "Same as above" is written out: another row may come to stand above. */
static void note_names(Rewriting *rewriting, const RefnetRow *row) {
  for (guint c = 0; c < rewriting->sheet->column_count; c++) {
    const RefnetField *field = field_of(rewriting, c);
    if (!may_repeat_above(field) || *row->cells[c] == '\0' ||
        refnet_word_is_blank(row->cells[c], field) || repeats_above(rewriting, row->cells[c]))
      continue;
    g_free(rewriting->above[rewriting->sheet->field_of[c]]);
    rewriting->above[rewriting->sheet->field_of[c]] = g_strdup(row->cells[c]);
  }
}

/* What the cell comes to say; NULL: it stays. Caller frees. */
static char *corrected(const Rewriting *rewriting, const RefnetField *field, const char *text) {
  const RefnetSheet *sheet = rewriting->sheet;
  const char *above = rewriting->above[field - refnet_file_fields(sheet->file)->fields];
  if (above == NULL || !repeats_above(rewriting, text))
    return refnet_fix_cell(rewriting->store, sheet, field, text);
  char *fixed = refnet_fix_cell(rewriting->store, sheet, field, above);
  return fixed != NULL ? fixed : g_strdup(above);
}

static void rewrite_cell(Rewriting *rewriting, const RefnetRow *row, guint column) {
  const RefnetField *field = field_of(rewriting, column);
  const char *text = row->cells[column];
  if ((gint)column == rewriting->services) {
    rewrite_services(rewriting, row, text);
    return;
  }
  g_autofree char *fixed = field != NULL ? corrected(rewriting, field, text) : NULL;
  refnet_csv_put(rewriting->output, fixed != NULL ? fixed : text);
  if (fixed != NULL)
    log_correction(rewriting, row->line, field->name, text, fixed, refnet_fix_reason(field));
}

static RefnetRowFate rewrite_row(const RefnetRow *row, gpointer data) {
  Rewriting *rewriting = data;
  const char *reason = reason_left_out(rewriting, row->line);
  note_names(rewriting, row);
  if (reason != NULL) {
    log_correction(rewriting, row->line, NULL, NULL, NULL, reason);
    return REFNET_ROW_REJECTED;
  }
  for (guint c = 0; c < rewriting->sheet->column_count; c++) {
    refnet_output_puts(rewriting->output, c > 0 ? "," : "");
    rewrite_cell(rewriting, row, c);
  }
  if (rewriting->services == (gint)rewriting->sheet->column_count) {
    refnet_output_puts(rewriting->output, ",");
    rewrite_services(rewriting, row, "");
  }
  refnet_output_puts(rewriting->output, "\n");
  return REFNET_ROW_KEPT;
}

static void log_broken_at(RefnetRowLocation place, gpointer data) {
  log_at(data, place, NULL, NULL, NULL,
         "row left out, because it could not be read; rejected.csv has its text");
}

/* Rows that could not be parsed; the others were logged when they came. */
static void log_broken(const RefnetRow *row, const char *text, gsize length, gpointer data) {
  const Rewriting *rewriting = data;
  (void)text;
  (void)length;
  if (row->cells == NULL)
    log_broken_at(refnet_sheet_place(rewriting->sheet, row->line), data);
}

/* ---- files ----------------------------------------------------------------------------------- */

static RefnetOutput *open_file(const char *name, RefnetPathFunc path, gpointer data,
                               GError **error) {
  g_autofree char *target = path(name, data);
  RefnetOutput *output = refnet_output_open(target, error);
  if (output != NULL)
    refnet_output_mark_utf8(output);
  return output;
}

static GHashTable *organizations_by_line(const RefnetDataset *dataset) {
  GHashTable *by_line = g_hash_table_new(NULL, NULL);
  for (guint32 v = 0; v < dataset->organization_count; v++)
    g_hash_table_insert(by_line, GSIZE_TO_POINTER((gsize)dataset->organizations[v].line),
                        (gpointer)&dataset->organizations[v]);
  return by_line;
}

static gboolean rewrite_file(Rewriting *rewriting, GError **error) {
  const RefnetSheet *sheet = rewriting->sheet;
  RefnetTableOptions options = {.label = sheet->label,
                                .delimiter = rewriting->store->delimiter,
                                .header_line = sheet->header_line,
                                .grid = sheet->grid,
                                .is_list = refnet_sheet_lists,
                                .is_list_data = sheet};
  const RefnetRowHandler handler = {
      .header = rewrite_header, .row = rewrite_row, .data = rewriting, .rejected = log_broken};
  RefnetRowCount count;
  g_autoptr(RefnetDiagnostics) told_before = refnet_diagnostics_new();
  g_autoptr(GHashTable) by_line = NULL;
  rewriting->services = -1;
  if (sheet->file == REFNET_FILE_ORGANIZATIONS && rewriting->store->has_flags) {
    gint column = sheet->column[REFNET_ORGANIZATION_SERVICES];
    rewriting->by_line = by_line = organizations_by_line(&rewriting->store->dataset);
    rewriting->services = column >= 0 ? column : (gint)sheet->column_count;
  }
  /* What could not be parsed in files that were joined is not in the table they make. */
  if (sheet->sources != NULL && rewriting->store->rejects != NULL)
    refnet_rejects_each_unparsed(rewriting->store->rejects, sheet, log_broken_at, rewriting);
  const gboolean ok =
      refnet_table_read(sheet->path, &options, &handler, &count, told_before, error) &&
      refnet_output_commit(rewriting->output, error);
  for (guint f = 0; f < REFNET_FIELDS_MAX; f++)
    g_free(rewriting->above[f]);
  return ok;
}

/* Where referrals alone named them. */
static gboolean write_taken(const RefnetDataset *dataset, RefnetPathFunc path, gpointer data,
                            GError **error) {
  g_autoptr(RefnetOutput) output = open_file("organizations.csv", path, data, error);
  if (output == NULL)
    return FALSE;
  refnet_output_puts(output, "id,name\n");
  for (guint32 v = 0; v < dataset->organization_count; v++) {
    refnet_csv_put(output, dataset->organizations[v].id);
    refnet_output_puts(output, ",");
    refnet_csv_put(output, dataset->organizations[v].name);
    refnet_output_puts(output, "\n");
  }
  return refnet_output_commit(output, error);
}

static gboolean write_rejected(const RefnetDataset *dataset, RefnetPathFunc path, gpointer data,
                               GError **error) {
  g_autoptr(RefnetOutput) output = open_file("rejected.csv", path, data, error);
  if (output == NULL)
    return FALSE;
  refnet_dataset_write_rejects(dataset, output);
  return refnet_output_commit(output, error);
}

gboolean refnet_dataset_write_fixed(const RefnetDataset *dataset, RefnetPathFunc path,
                                    gpointer data, guint64 *corrections, GError **error) {
  const RefnetStore *store = refnet_store_of(dataset);
  g_autoptr(RefnetOutput) log = open_file("log.csv", path, data, error);
  *corrections = 0;
  if (log == NULL)
    return FALSE;
  refnet_output_puts(log, "file,line,field,before,after,correction\n");
  for (guint i = 0; i < REFNET_FILES; i++) {
    const RefnetSheet *sheet = &store->sheets[i];
    if (!sheet->present)
      continue;
    g_autoptr(RefnetOutput) output =
        open_file(refnet_file_fields((RefnetFile)i)->file, path, data, error);
    Rewriting rewriting = {
        .store = store, .sheet = sheet, .output = output, .log = log, .corrections = corrections};
    if (output == NULL || !rewrite_file(&rewriting, error))
      return FALSE;
  }
  if (!store->sheets[REFNET_FILE_ORGANIZATIONS].present && !write_taken(dataset, path, data, error))
    return FALSE;
  return write_rejected(dataset, path, data, error) && refnet_output_commit(log, error);
}
