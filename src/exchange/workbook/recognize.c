/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/workbook/recognize.h"

#include <string.h>

enum {
  OWN_NAME = 3,     /* what a header counts that is a field's own name … */
  SYNONYM = 2,      /* … another name for it … */
  MAPPED = 6,       /* … or what --column says is one */
  CALLED_SO = 1000, /* the sheet is called as the file is … */
  MENTIONS_IT = 500 /* … or its name has such a word in it */
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

/* ---- names ----------------------------------------------------------------------------------- */

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

/* ---- headers --------------------------------------------------------------------------------- */

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

/* A list of people has no column of services; a list of organizations may have one of contacts. */
static gboolean lists_services(const RefnetFilledCell *cells, gsize length) {
  const RefnetField *services =
      &refnet_file_fields(REFNET_FILE_ORGANIZATIONS)->fields[REFNET_ORGANIZATION_SERVICES];
  for (gsize i = 0; i < length; i++) {
    g_autofree char *header = refnet_text_fold_header(cells[i].text);
    if (refnet_field_fit(services, header) != G_MAXUINT)
      return TRUE;
  }
  return FALSE;
}

/* Of a sheet that nobody named, half of the headers or more have to be known, and two at least. */
static gboolean is_convincing(guint score, const RefnetFilledCell *cells, gsize length,
                              RefnetFile file) {
  return score >= 2 * SYNONYM && score * 2 >= length * SYNONYM &&
         !(file == REFNET_FILE_CONTACTS && lists_services(cells, length));
}

guint refnet_header_score(const RefnetFilledCell *cells, gsize length, RefnetFile file,
                          const char *const *columns) {
  guint score = score_header(cells, length, file, columns);
  return is_convincing(score, cells, length, file) ? score : 0;
}

gboolean refnet_header_names_required(const RefnetFilledCell *cells, gsize length, RefnetFile file,
                                      const char *const *columns) {
  return score_header(cells, length, file, columns) > 0;
}

static void try_row(RefnetSheetGuess *candidate, const guint *named, const RefnetFilledCell *cells,
                    gsize length, const char *const *columns) {
  for (guint f = 0; f < REFNET_FILES; f++) {
    RefnetSheetReading *reading = &candidate->readings[f];
    gboolean is_next = cells[0].row == reading->header_row + 1; /* below merged headings, perhaps */
    guint score =
        reading->score == 0 || is_next ? score_header(cells, length, (RefnetFile)f, columns) : 0;
    if (score > 0 && named[f] + score > reading->score &&
        (named[f] > 0 || is_convincing(score, cells, length, (RefnetFile)f)))
      *reading = (RefnetSheetReading){named[f] + score, cells[0].row};
  }
}

/* A sheet called after a file without a header that fits: its first row with two cells is taken for
 * the header, so that what it lacks can be told. */
static void assume_header(RefnetSheetGuess *candidate, const guint *named,
                          const RefnetFilledCell *cells, gsize length) {
  gsize i = 0;
  while (i + 1 < length && cells[i].row != cells[i + 1].row)
    i++;
  for (guint f = 0; f < REFNET_FILES && length > 0; f++)
    if (candidate->readings[f].score == 0 && named[f] == CALLED_SO)
      candidate->readings[f] = (RefnetSheetReading){named[f], cells[i + 1 < length ? i : 0].row};
}

static void look_at(RefnetSheetGuess *candidate, const char *const *columns) {
  guint named[REFNET_FILES];
  gsize length;
  const RefnetFilledCell *cells = refnet_cell_grid_cells(candidate->sheet->grid, &length);
  for (guint f = 0; f < REFNET_FILES; f++)
    named[f] = score_name(candidate->sheet->name, (RefnetFile)f);
  gsize begin = 0;
  for (guint rows = 0; rows < REFNET_HEADER_WITHIN && begin < length; rows++) {
    gsize end = begin;
    while (end < length && cells[end].row == cells[begin].row)
      end++;
    try_row(candidate, named, cells + begin, end - begin, columns);
    begin = end;
  }
  assume_header(candidate, named, cells, length);
}

/* ---- choosing -------------------------------------------------------------------------------- */

/* The best pair of a sheet and a file, both still free; FALSE: none is left. Of equals the earlier
 * sheet, the earlier file. */
static gboolean choose_next(GArray *candidates, gboolean *taken) {
  RefnetSheetGuess *best = NULL;
  guint best_file = 0;
  for (guint i = 0; i < candidates->len; i++) {
    RefnetSheetGuess *candidate = &g_array_index(candidates, RefnetSheetGuess, i);
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

guint refnet_sheet_guess_best(const RefnetSheetGuess *candidate) {
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
    RefnetSheetGuess *candidate = &g_array_index(candidates, RefnetSheetGuess, i);
    guint best = refnet_sheet_guess_best(candidate);
    for (guint f = 0; f < REFNET_FILES; f++)
      if (best < REFNET_FILES && candidate->readings[f].score < candidate->readings[best].score)
        candidate->readings[f].score = 0;
  }
}

/* ---- joining --------------------------------------------------------------------------------- */

/* "Referrals (old)", "Copy of Agencies": what is in it stands elsewhere, too. */
static gboolean is_set_aside(const char *name) {
  static const char *const words[] = {"old",      "copy",  "backup",   "archive",
                                      "archived", "draft", "example",  "sample",
                                      "template", "test",  "original", NULL};
  g_autofree char *slug = refnet_text_slug(name);
  g_auto(GStrv) parts = g_strsplit(slug, "-", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (g_strv_contains(words, parts[i]))
      return TRUE;
  return FALSE;
}

/* A header was found, not only assumed from the sheet's name. */
static gboolean has_header(const RefnetSheetGuess *candidate, guint file) {
  return candidate->readings[file].score > score_name(candidate->sheet->name, (RefnetFile)file);
}

static void join_rest(GArray *candidates, const gboolean *taken) {
  for (guint i = 0; i < candidates->len; i++) {
    RefnetSheetGuess *candidate = &g_array_index(candidates, RefnetSheetGuess, i);
    guint best = refnet_sheet_guess_best(candidate);
    if (candidate->file >= 0 || best == REFNET_FILES || !taken[best] ||
        !has_header(candidate, best) || is_set_aside(candidate->sheet->name))
      continue;
    candidate->file = (gint)best;
    candidate->joins = TRUE;
  }
}

/* ---- all sheets ------------------------------------------------------------------------------ */

GArray *refnet_workbook_recognize(const RefnetWorkbook *workbook, const char *const *columns) {
  GArray *candidates = g_array_new(FALSE, TRUE, sizeof(RefnetSheetGuess));
  gboolean taken[REFNET_FILES] = {FALSE};
  for (guint i = 0; i < workbook->sheets->len; i++) {
    RefnetSheetGuess candidate = {.sheet = g_ptr_array_index(workbook->sheets, i), .file = -1};
    if (!candidate.sheet->hidden)
      look_at(&candidate, columns);
    g_array_append_val(candidates, candidate);
  }
  keep_to_best(candidates);
  while (choose_next(candidates, taken))
    ;
  join_rest(candidates, taken);
  return candidates;
}

char *refnet_file_content(RefnetFile file) {
  const char *name = refnet_file_fields(file)->file;
  return file == REFNET_FILE_ORGANIZATIONS ? g_strdup("organisations")
                                           : g_strndup(name, strcspn(name, "."));
}
