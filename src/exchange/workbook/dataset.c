/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A workbook as a dataset: which sheet is which file, and in which row its header stands. */
#include "exchange/workbook/workbook.h"
#include "model/fields.h"
#include "table/grid.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum {
  HEADER_WITHIN = 50, /* rows with anything in them among which a header is looked for */
  OWN_NAME = 3,       /* what a header counts that is a field's own name … */
  SYNONYM = 2,        /* … another name for it … */
  MAPPED = 6,         /* … or what --column says is one */
  CALLED_SO = 1000,   /* the sheet is called as the file is … */
  MENTIONS_IT = 500   /* … or its name has such a word in it */
};

/* Words that sheets are called by, folded, the file's own first. */
static const char *const sheet_words[REFNET_FILES] = {
    [REFNET_FILE_ORGANIZATIONS] = "organizations organization organisations organisation agencies "
                                  "agency orgs partners members providers partnerlist agencylist "
                                  "memberlist nodes",
    [REFNET_FILE_SERVICES] = "services service programs servicelist serviceslist",
    [REFNET_FILE_REFERRALS] = "referrals referral edges links ties connections referrallist",
    [REFNET_FILE_CONTACTS] = "contacts contact people staff contactlist",
    [REFNET_FILE_NEEDS] = "needs need demand",
    [REFNET_FILE_AREAS] = "areas area regions neighborhoods neighbourhoods districts",
    [REFNET_FILE_RESPONDENTS] = "respondents respondent responses",
    [REFNET_FILE_NOMINATIONS] = "nominations nomination suggestions",
    [REFNET_FILE_MEETINGS] = "meetings meeting",
    [REFNET_FILE_CATEGORIES] = "categories category taxonomy codes",
};

/* What a sheet would be as one of the files. */
typedef struct {
  guint score; /* 0: it cannot be */
  guint32 header_row;
} Reading;

typedef struct {
  RefnetWorkbookSheet *sheet;
  Reading readings[REFNET_FILES];
  gint file; /* chosen; −1: none */
} Candidate;

/* ---- names ---------------------------------------------------------------------------------- */

static gboolean is_word_of(const char *words, const char *word) {
  g_auto(GStrv) known = g_strsplit(words, " ", -1);
  return g_strv_contains((const char *const *)known, word);
}

static guint score_name(const char *name, RefnetFile file) {
  g_autofree char *whole = refnet_text_fold_header(name);
  if (is_word_of(sheet_words[file], whole))
    return CALLED_SO;
  g_autofree char *slug = refnet_text_slug(name);
  g_auto(GStrv) words = g_strsplit(slug, "-", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (is_word_of(sheet_words[file], words[i]))
      return MENTIONS_IT;
  return 0;
}

/* ---- headers -------------------------------------------------------------------------------- */

/* Whether --column gives the folded header to a field. */
static gboolean is_mapped(const char *header, const RefnetField *field,
                          const char *const *columns) {
  for (guint i = 0; columns != NULL && columns[i] != NULL; i++) {
    const char *equals = strchr(columns[i], '=');
    if (equals == NULL || !g_utf8_validate(columns[i], -1, NULL))
      continue;
    g_autofree char *named = g_strndup(columns[i], (gsize)(equals - columns[i]));
    const char *dot = strchr(named, '.');
    g_autofree char *wanted = refnet_text_fold_header(equals + 1);
    if (g_str_equal(dot != NULL ? dot + 1 : named, field->name) && g_str_equal(wanted, header))
      return TRUE;
  }
  return FALSE;
}

/* How well a row serves as the header of the file; 0: a required column is missing. */
static guint score_header(const RefnetFilledCell *cells, gsize length, RefnetFile file,
                          const char *const *columns) {
  const RefnetFileFields *fields = refnet_file_fields(file);
  guint best[REFNET_FIELDS_MAX] = {0}, score = 0;
  for (gsize i = 0; i < length; i++) {
    g_autofree char *header = refnet_text_fold_header(cells[i].text);
    for (guint f = 0; f < fields->field_count; f++) {
      guint fit = refnet_field_fit(&fields->fields[f], header);
      gboolean mapped = is_mapped(header, &fields->fields[f], columns);
      guint worth = mapped ? MAPPED : fit == 0 ? OWN_NAME : fit != G_MAXUINT ? SYNONYM : 0;
      best[f] = MAX(best[f], worth);
    }
  }
  for (guint f = 0; f < fields->field_count; f++) {
    if (fields->fields[f].required && best[f] == 0)
      return 0;
    score += best[f];
  }
  return score;
}

/* Of a sheet that nobody named, half of the headers or more have to be known, and two at least. */
static gboolean is_convincing(guint score, gsize headers) {
  return score >= 2 * SYNONYM && score * 2 >= headers * SYNONYM;
}

static void try_row(Candidate *candidate, const guint *named, const RefnetFilledCell *cells,
                    gsize length, const char *const *columns) {
  for (guint f = 0; f < REFNET_FILES; f++) {
    Reading *reading = &candidate->readings[f];
    guint score = reading->score == 0 ? score_header(cells, length, (RefnetFile)f, columns) : 0;
    if (score > 0 && (named[f] > 0 || is_convincing(score, length)))
      *reading = (Reading){named[f] + score, cells[0].row};
  }
}

/* A sheet called after a file without a header that fits: its first row with two cells is taken for
 * the header, so that what it lacks can be told. */
static void assume_header(Candidate *candidate, const guint *named, const RefnetFilledCell *cells,
                          gsize length) {
  gsize i = 0;
  while (i + 1 < length && cells[i].row != cells[i + 1].row)
    i++;
  for (guint f = 0; f < REFNET_FILES && length > 0; f++)
    if (candidate->readings[f].score == 0 && named[f] == CALLED_SO)
      candidate->readings[f] = (Reading){named[f], cells[i + 1 < length ? i : 0].row};
}

static void look_at(Candidate *candidate, const char *const *columns) {
  guint named[REFNET_FILES];
  gsize length;
  const RefnetFilledCell *cells = refnet_cell_grid_cells(candidate->sheet->grid, &length);
  for (guint f = 0; f < REFNET_FILES; f++)
    named[f] = score_name(candidate->sheet->name, (RefnetFile)f);
  gsize begin = 0;
  for (guint rows = 0; rows < HEADER_WITHIN && begin < length; rows++) {
    gsize end = begin;
    while (end < length && cells[end].row == cells[begin].row)
      end++;
    try_row(candidate, named, cells + begin, end - begin, columns);
    begin = end;
  }
  assume_header(candidate, named, cells, length);
}

/* ---- choosing ------------------------------------------------------------------------------- */

/* The best pair of a sheet and a file, both still free; FALSE: none is left. Of equals the earlier
 * sheet, the earlier file. */
static gboolean choose_next(GArray *candidates, gboolean *taken) {
  Candidate *best = NULL;
  guint best_file = 0;
  for (guint i = 0; i < candidates->len; i++) {
    Candidate *candidate = &g_array_index(candidates, Candidate, i);
    for (guint f = 0; candidate->file < 0 && f < REFNET_FILES; f++) {
      guint score = taken[f] ? 0 : candidate->readings[f].score;
      if (score > (best != NULL ? best->readings[best_file].score : 0)) {
        best = candidate;
        best_file = f;
      }
    }
  }
  if (best == NULL)
    return FALSE;
  best->file = (gint)best_file;
  taken[best_file] = TRUE;
  return TRUE;
}

/* The best of a sheet's readings, chosen or not; REFNET_FILES: it has none. */
static guint best_file(const Candidate *candidate) {
  guint best = REFNET_FILES;
  for (guint f = 0; f < REFNET_FILES; f++)
    if (candidate->readings[f].score > (best < REFNET_FILES ? candidate->readings[best].score : 0))
      best = f;
  return best;
}

/* A sheet may be second best as something else than what it is: what a better one is already should
 * not make contacts of a second list of organizations. */
static void keep_to_best(GArray *candidates) {
  for (guint i = 0; i < candidates->len; i++) {
    Candidate *candidate = &g_array_index(candidates, Candidate, i);
    guint best = best_file(candidate);
    for (guint f = 0; f < REFNET_FILES; f++)
      if (best < REFNET_FILES && candidate->readings[f].score < candidate->readings[best].score)
        candidate->readings[f].score = 0;
  }
}

/* ---- saying so ------------------------------------------------------------------------------ */

static void report(const Candidate *candidate, RefnetSeverity severity, const char *kind,
                   RefnetDiagnostics *diagnostics, const char *fix, const char *message) {
  const RefnetDiagnostic where = {.kind = kind,
                                  .severity = severity,
                                  .file = candidate->sheet->label,
                                  .in_sheet = TRUE,
                                  .contact = REFNET_NONE};
  refnet_diagnostics_add(diagnostics, &where, fix, "%s", message);
}

static const RefnetWorkbookSheet *sheet_read_as(GArray *candidates, guint file) {
  for (guint i = 0; i < candidates->len; i++)
    if (g_array_index(candidates, Candidate, i).file == (gint)file)
      return g_array_index(candidates, Candidate, i).sheet;
  return NULL;
}

static void report_unread(GArray *candidates, const Candidate *candidate,
                          RefnetDiagnostics *diagnostics) {
  guint file = best_file(candidate);
  const RefnetWorkbookSheet *other = file < REFNET_FILES ? sheet_read_as(candidates, file) : NULL;
  if (other == NULL) {
    report(candidate, REFNET_SEVERITY_NOTE, "unused-sheet", diagnostics,
           "if it belongs to the dataset, name it after a file of one, such as Referrals",
           "the sheet is not read: neither its name nor its headers say what it holds");
    return;
  }
  const char *name = refnet_file_fields((RefnetFile)file)->file;
  g_autofree char *what = file == REFNET_FILE_ORGANIZATIONS ? g_strdup("organisations")
                                                            : g_strndup(name, strcspn(name, "."));
  g_autofree char *message = g_strdup_printf(
      "the sheet is not read: it looks like %s, but these are read from %s", what, other->label);
  report(candidate, REFNET_SEVERITY_WARNING, "second-sheet", diagnostics,
         "put the rows of both into one sheet", message);
}

static void report_skipped(const Candidate *candidate, RefnetDiagnostics *diagnostics) {
  gsize length;
  const RefnetFilledCell *cells = refnet_cell_grid_cells(candidate->sheet->grid, &length);
  guint32 header = candidate->readings[candidate->file].header_row;
  if (cells[0].row >= header)
    return;
  g_autofree char *message =
      g_strdup_printf("the header stands in row %u; what is above it is not read", header);
  report(candidate, REFNET_SEVERITY_NOTE, "rows-above-header", diagnostics, NULL, message);
}

static gboolean is_empty(const RefnetWorkbookSheet *sheet) {
  gsize length;
  refnet_cell_grid_cells(sheet->grid, &length);
  return length == 0;
}

static void report_all(GArray *candidates, RefnetDiagnostics *diagnostics) {
  for (guint i = 0; i < candidates->len; i++) {
    const Candidate *candidate = &g_array_index(candidates, Candidate, i);
    if (is_empty(candidate->sheet))
      continue;
    if (candidate->sheet->hidden) {
      report(candidate, REFNET_SEVERITY_NOTE, "hidden-sheet", diagnostics,
             "unhide it if it belongs to the dataset", "the sheet is hidden and is not read");
    } else if (candidate->file < 0) {
      report_unread(candidates, candidate, diagnostics);
    } else {
      report_skipped(candidate, diagnostics);
      refnet_workbook_report(candidate->sheet, candidate->readings[candidate->file].header_row,
                             diagnostics);
    }
  }
}

/* ---- loading -------------------------------------------------------------------------------- */

static GArray *recognize(const RefnetWorkbook *workbook, const char *const *columns) {
  GArray *candidates = g_array_new(FALSE, TRUE, sizeof(Candidate));
  gboolean taken[REFNET_FILES] = {FALSE};
  for (guint i = 0; i < workbook->sheets->len; i++) {
    Candidate candidate = {.sheet = g_ptr_array_index(workbook->sheets, i), .file = -1};
    if (!candidate.sheet->hidden)
      look_at(&candidate, columns);
    g_array_append_val(candidates, candidate);
  }
  keep_to_best(candidates);
  while (choose_next(candidates, taken))
    ;
  return candidates;
}

static gboolean refuse_unrecognized(const RefnetWorkbook *workbook, GError **error) {
  g_autofree char *displayed = g_filename_display_name(workbook->path);
  g_autofree char *shown = refnet_text_display(displayed, 0);
  g_autoptr(GString) names = g_string_new(NULL);
  for (guint i = 0; i < workbook->sheets->len && i < 10; i++) {
    const RefnetWorkbookSheet *sheet = g_ptr_array_index(workbook->sheets, i);
    g_string_append_printf(names, "%s\"%s\"%s", i > 0 ? ", " : "", sheet->name,
                           sheet->hidden ? " (hidden)" : "");
  }
  g_set_error(
      error, REFNET_ERROR, REFNET_ERROR_INPUT,
      "workbook \"%s\" has no sheet that looks like organisations or referrals; its sheets are "
      "%s: name one Organizations, with a column name, or Referrals, with columns from and to",
      shown, names->len > 0 ? names->str : "none");
  return FALSE;
}

RefnetDataset *refnet_workbook_load(const char *path, const RefnetLoadOptions *options,
                                    GError **error) {
  g_autoptr(RefnetWorkbook) workbook = refnet_workbook_open(path, error);
  if (workbook == NULL)
    return NULL;
  g_autoptr(GArray) candidates = recognize(workbook, options != NULL ? options->columns : NULL);
  RefnetSheetTable tables[REFNET_FILES];
  gsize count = 0;
  for (guint i = 0; i < candidates->len; i++) {
    const Candidate *candidate = &g_array_index(candidates, Candidate, i);
    if (candidate->file < 0)
      continue;
    refnet_cell_grid_begin_at(candidate->sheet->grid,
                              candidate->readings[candidate->file].header_row);
    tables[count++] = (RefnetSheetTable){refnet_file_fields((RefnetFile)candidate->file)->file,
                                         candidate->sheet->label, candidate->sheet->grid};
  }
  if (sheet_read_as(candidates, REFNET_FILE_ORGANIZATIONS) == NULL &&
      sheet_read_as(candidates, REFNET_FILE_REFERRALS) == NULL) {
    refuse_unrecognized(workbook, error);
    return NULL;
  }
  RefnetDiagnostics *diagnostics = refnet_diagnostics_new();
  report_all(candidates, diagnostics);
  return refnet_dataset_load_sheets(path, tables, count, diagnostics, options, error);
}

/* By their first bytes; old workbooks and encrypted ones are OLE files. */
gboolean refnet_workbook_is_one(const char *path) {
  static const char zip[] = "PK\003\004", ole[] = "\320\317\021\340\241\261\032\341";
  char bytes[sizeof ole - 1];
  if (!g_file_test(path, G_FILE_TEST_IS_REGULAR))
    return FALSE;
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0)
    return FALSE;
  ssize_t got = read(file, bytes, sizeof bytes);
  close(file);
  return got == (ssize_t)sizeof bytes &&
         (memcmp(bytes, zip, sizeof zip - 1) == 0 || memcmp(bytes, ole, sizeof ole - 1) == 0);
}
