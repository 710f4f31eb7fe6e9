/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/columns/recognize.h"
#include "model/columns/header_row.h"
#include "model/columns/words.h"

#include <string.h>

/* What a table's name counts beside its headers. */
enum {
  CALLED_SO = 1000, /* it is called as the file is … */
  MENTIONS_IT = 500 /* … or has such a word in it */
};

/* Words that tables are called by, folded, the file's own first. */
static const char *const table_words[REFNET_FILES] = {
    [REFNET_FILE_ORGANIZATIONS] = "organizations organization organisations organisation agencies "
                                  "agency orgs partners members providers partnerlist agencylist "
                                  "memberlist nodes vertices",
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

/* "tblReferral": tables of Access are called so. */
static const char *without_prefix(const char *name) {
  return g_ascii_strncasecmp(name, "tbl", 3) == 0 ? name + 3 : name;
}

static guint score_name(const char *called, RefnetFile file) {
  const char *name = without_prefix(called);
  g_autofree char *whole = refnet_text_fold_header(name);
  if (refnet_word_is_among(whole, table_words[file]))
    return CALLED_SO;
  g_autofree char *slug = refnet_text_slug(name);
  g_auto(GStrv) words = g_strsplit(slug, "-", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (refnet_word_is_among(words[i], table_words[file]))
      return MENTIONS_IT;
  return 0;
}

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

/* ---- headers --------------------------------------------------------------------------------- */

static GStrv headers_of(const RefnetFilledCell *cells, gsize length) {
  g_autofree const char **texts = g_new(const char *, length + 1);
  for (gsize i = 0; i < length; i++)
    texts[i] = cells[i].text;
  return refnet_header_row(texts, length);
}

/* Has the row nothing below a header of the row above that the file needs? That one would be lost,
 * and its column. */
static gboolean leaves_out(RefnetCellGrid *grid, const RefnetFilledCell *cells, gsize length,
                           RefnetFile file) {
  const RefnetFileFields *fields = refnet_file_fields(file);
  gsize all;
  const RefnetFilledCell *first = refnet_cell_grid_cells(grid, &all);
  for (const RefnetFilledCell *above = cells; above > first && above[-1].row + 1 == cells[0].row;) {
    above--;
    gboolean is_there = FALSE;
    for (gsize i = 0; i < length; i++)
      is_there |= cells[i].column == above->column;
    g_autofree char *header = refnet_text_fold_header(above->text);
    for (guint f = 0; f < fields->field_count && !is_there; f++)
      if (fields->fields[f].required && refnet_field_fit(&fields->fields[f], header) != G_MAXUINT)
        return TRUE;
  }
  return FALSE;
}

/* `filled`: the most cells of a row above, which titles have fewer of than the header. A row of
 * many cells below others in which "Provider" stands is no header. */
static void try_row(RefnetTableGuess *candidate, const guint *named, const RefnetFilledCell *cells,
                    gsize length, gsize filled, const char *const *columns) {
  g_auto(GStrv) headers = headers_of(cells, length);
  const gboolean are_people =
      refnet_header_row_lists_people(headers) && !refnet_header_row_lists_services(headers);
  for (guint f = 0; f < REFNET_FILES; f++) {
    RefnetTableReading *reading = &candidate->readings[f];
    gboolean is_next = cells[0].row == reading->header_row + 1; /* below merged headings, perhaps */
    if ((f == REFNET_FILE_ORGANIZATIONS && are_people) ||
        (is_next && leaves_out(candidate->grid, cells, length, (RefnetFile)f)))
      continue;
    guint score = reading->score == 0 || is_next
                      ? refnet_header_row_score(headers, (RefnetFile)f, columns)
                      : 0;
    if (score > 0 && named[f] + score > reading->score &&
        ((named[f] > 0 && (length > filled || is_next)) ||
         refnet_header_row_convinces(headers, (RefnetFile)f, score)))
      *reading = (RefnetTableReading){named[f] + score, cells[0].row};
  }
}

/* A table called after a file without a header that fits: its first row with two cells is taken for
 * the header, so that what it lacks can be told. */
static void assume_header(RefnetTableGuess *candidate, const guint *named,
                          const RefnetFilledCell *cells, gsize length) {
  gsize i = 0;
  while (i + 1 < length && cells[i].row != cells[i + 1].row)
    i++;
  for (guint f = 0; f < REFNET_FILES && length > 0; f++)
    if (candidate->readings[f].score == 0 && named[f] == CALLED_SO &&
        (f != REFNET_FILE_ORGANIZATIONS || candidate->readings[REFNET_FILE_CONTACTS].score == 0))
      candidate->readings[f] = (RefnetTableReading){named[f], cells[i + 1 < length ? i : 0].row};
}

static void look_at(RefnetTableGuess *candidate, const char *const *columns) {
  guint named[REFNET_FILES];
  gsize length;
  const RefnetFilledCell *cells = refnet_cell_grid_cells(candidate->grid, &length);
  for (guint f = 0; f < REFNET_FILES; f++)
    named[f] = score_name(candidate->name, (RefnetFile)f);
  gsize begin = 0, filled = 0;
  for (guint rows = 0; rows < REFNET_HEADER_WITHIN && begin < length; rows++) {
    gsize end = begin;
    while (end < length && cells[end].row == cells[begin].row)
      end++;
    try_row(candidate, named, cells + begin, end - begin, filled, columns);
    filled = MAX(filled, end - begin);
    begin = end;
  }
  assume_header(candidate, named, cells, length);
}

/* ---- choosing -------------------------------------------------------------------------------- */

/* The best pair of a table and a file, both still free; FALSE: none is left. Of equals the earlier
 * table, the earlier file. `aside`: of those, too, that their names set aside. */
static gboolean choose_next(GArray *candidates, gboolean *taken, gboolean aside) {
  RefnetTableGuess *best = NULL;
  guint best_file = 0;
  for (guint i = 0; i < candidates->len; i++) {
    RefnetTableGuess *candidate = &g_array_index(candidates, RefnetTableGuess, i);
    gboolean is_free = candidate->file < 0 && (aside || !is_set_aside(candidate->name));
    for (guint f = 0; is_free && f < REFNET_FILES; f++) {
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

guint refnet_table_guess_best(const RefnetTableGuess *candidate) {
  guint best = REFNET_FILES;
  for (guint f = 0; f < REFNET_FILES; f++)
    if (candidate->readings[f].score > (best < REFNET_FILES ? candidate->readings[best].score : 0))
      best = f;
  return best;
}

/* A table may be second best as something else than what it is: what a better one is already should
 * not make contacts of a second list of organizations. */
static void keep_to_best(GArray *candidates) {
  for (guint i = 0; i < candidates->len; i++) {
    RefnetTableGuess *candidate = &g_array_index(candidates, RefnetTableGuess, i);
    guint best = refnet_table_guess_best(candidate);
    for (guint f = 0; f < REFNET_FILES; f++)
      if (best < REFNET_FILES && candidate->readings[f].score < candidate->readings[best].score)
        candidate->readings[f].score = 0;
  }
}

/* ---- joining --------------------------------------------------------------------------------- */

gboolean refnet_table_guess_has_header(const RefnetTableGuess *guess, RefnetFile file) {
  return guess->readings[file].score > refnet_table_guess_named(guess, file);
}

static void join_rest(GArray *candidates, const gboolean *taken) {
  for (guint i = 0; i < candidates->len; i++) {
    RefnetTableGuess *candidate = &g_array_index(candidates, RefnetTableGuess, i);
    guint best = refnet_table_guess_best(candidate);
    if (candidate->file >= 0 || best == REFNET_FILES || !taken[best] ||
        !refnet_table_guess_has_header(candidate, (RefnetFile)best) ||
        is_set_aside(candidate->name))
      continue;
    candidate->file = (gint)best;
    candidate->joins = TRUE;
  }
}

/* ---- all tables ------------------------------------------------------------------------------ */

RefnetTableGuess refnet_table_guess(const char *name, const char *label, RefnetCellGrid *grid,
                                    gboolean hidden) {
  return (RefnetTableGuess){
      .name = name, .label = label, .grid = grid, .hidden = hidden, .file = -1};
}

void refnet_tables_recognize(GArray *guesses, const char *const *columns) {
  gboolean taken[REFNET_FILES] = {FALSE};
  for (guint i = 0; i < guesses->len; i++) {
    RefnetTableGuess *guess = &g_array_index(guesses, RefnetTableGuess, i);
    if (!guess->hidden)
      look_at(guess, columns);
  }
  keep_to_best(guesses);
  while (choose_next(guesses, taken, FALSE))
    ;
  while (choose_next(guesses, taken, TRUE))
    ;
  join_rest(guesses, taken);
}

RefnetTableGuess *refnet_table_guess_chosen(const GArray *guesses, RefnetFile file) {
  for (guint i = 0; i < guesses->len; i++) {
    RefnetTableGuess *guess = &g_array_index(guesses, RefnetTableGuess, i);
    if (guess->file == (gint)file && !guess->joins)
      return guess;
  }
  return NULL;
}

guint refnet_table_guess_named(const RefnetTableGuess *guess, RefnetFile file) {
  return score_name(guess->name, file);
}

/* Is it a list of journeys, of letters, of who came or who helps, by its name or a header? */
static gboolean is_of_another(const char *name, char *const *headers) {
  g_autofree char *slug = refnet_text_slug(name);
  g_auto(GStrv) words = g_strsplit(slug, "-", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (refnet_word_is_among(words[i], "mileage travel expenses survey sign signin volunteer "
                                       "volunteers donor donors"))
      return TRUE;
  return refnet_header_row_has_word(
      headers, "miles mileage odometer kilometers kilometres subject signature");
}

const RefnetFilledCell *refnet_table_guess_header(const RefnetTableGuess *guess, RefnetFile file,
                                                  gsize *length) {
  gsize all, begin = 0, end;
  const RefnetFilledCell *cells = refnet_cell_grid_cells(guess->grid, &all);
  while (begin < all && cells[begin].row < guess->readings[file].header_row)
    begin++;
  for (end = begin; end < all && cells[end].row == cells[begin].row;)
    end++;
  *length = end - begin;
  return cells + begin;
}

/* Surveys and sign-in sheets have people and organizations, too, and then their questions. */
static gboolean could_only_be(const RefnetTableGuess *guess, RefnetFile file,
                              char *const *headers) {
  if (is_of_another(guess->name, headers))
    return FALSE;
  if (file == REFNET_FILE_ORGANIZATIONS)
    return refnet_header_row_is_of_organizations(headers);
  return file == REFNET_FILE_REFERRALS ||
         2 * refnet_header_row_known(headers, file) > g_strv_length((GStrv)headers);
}

gboolean refnet_table_guess_is_sure(const RefnetTableGuess *guess, RefnetFile file) {
  const gboolean named = refnet_table_guess_named(guess, file) > 0;
  gsize length;
  const RefnetFilledCell *cells = refnet_table_guess_header(guess, file, &length);
  g_auto(GStrv) headers = headers_of(cells, length);
  if (file == REFNET_FILE_ORGANIZATIONS && named)
    return !refnet_header_row_lists_people(headers);
  if (!refnet_table_guess_has_header(guess, file))
    return FALSE;
  return (named && file != REFNET_FILE_RESPONDENTS) || could_only_be(guess, file, headers);
}

char *refnet_file_content(RefnetFile file) {
  const char *name = refnet_file_fields(file)->file;
  return file == REFNET_FILE_ORGANIZATIONS ? g_strdup("organisations")
                                           : g_strndup(name, strcspn(name, "."));
}
