/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/load/folder_told.h"

#include <string.h>

static void report(RefnetStore *store, RefnetKind kind, const char *file, const char *fix,
                   const char *message) {
  const RefnetDiagnostic where = {.kind = refnet_kind_info(kind)->word,
                                  .severity = refnet_kind_info(kind)->severity,
                                  .file = file,
                                  .contact = REFNET_NONE};
  refnet_diagnostics_add(store->dataset.diagnostics, &where, fix, "%s", message);
}

void refnet_folder_tell_taken(RefnetStore *store, const RefnetTableGuess *guess, const char *with) {
  const RefnetFile file = (RefnetFile)guess->file;
  const gboolean named = refnet_table_guess_named(guess, file) > 0;
  g_autofree char *what = refnet_file_content(file);
  g_autofree char *why =
      with != NULL ? g_strdup_printf(", together with %s: their columns are the same", with)
                   : g_strdup_printf(": %s", !named ? "the names of its columns say so"
                                             : refnet_table_guess_has_header(guess, file)
                                                 ? "its name and those of its columns say so"
                                                 : "its name says so");
  g_autofree char *message = g_strdup_printf("read as %s%s", what, why);
  g_autofree char *fix =
      with != NULL ? g_strdup("take it out of the folder if its rows don't belong to the dataset")
                   : g_strdup_printf("name it %s to settle it, or take it out of the folder",
                                     refnet_file_fields(file)->file);
  report(store, REFNET_KIND_RECOGNIZED_FILE, guess->label, fix, message);
}

/* The dataset's file that the name of an unread one is nearly, and that is not there. */
static const char *nearly_meant(const RefnetStore *store, const char *name) {
  for (guint i = 0; i < REFNET_FILES; i++) {
    const char *file = refnet_file_fields((RefnetFile)i)->file;
    if (!store->sheets[i].present && refnet_text_distance(file, name, 2) <= 2)
      return file;
  }
  return NULL;
}

/* The file that is missing and that the name, nearly, or name and header say the table is; NULL:
 * none. Directories have tables of areas and of terms that are another thing. */
static const char *meant_file(const RefnetStore *store, const RefnetTableGuess *guess,
                              const char *name) {
  const guint best = refnet_table_guess_best(guess);
  const char *meant = nearly_meant(store, name);
  if (best == REFNET_FILE_AREAS || best == REFNET_FILE_CATEGORIES)
    return meant;
  if (meant == NULL && best < REFNET_FILES && !store->sheets[best].present &&
      refnet_table_guess_named(guess, (RefnetFile)best) > 0 &&
      refnet_table_guess_has_header(guess, (RefnetFile)best))
    meant = refnet_file_fields((RefnetFile)best)->file;
  return meant;
}

/* How many of the files that are not read seem to be `meant`. */
static guint count_meant(const RefnetStore *store, const GPtrArray *tables, const GArray *guesses,
                         const char *meant) {
  guint count = 0;
  for (guint i = 0; i < tables->len; i++) {
    const RefnetFolderTable *table = g_ptr_array_index(tables, i);
    g_autofree char *lower = g_ascii_strdown(table->name, -1);
    count += g_strcmp0(meant_file(store, &g_array_index(guesses, RefnetTableGuess, i), lower),
                       meant) == 0;
  }
  return count;
}

void refnet_folder_tell_left(RefnetStore *store, const GPtrArray *tables, const GArray *guesses,
                             guint place) {
  const RefnetFolderTable *table = g_ptr_array_index(tables, place);
  const RefnetTableGuess *guess = &g_array_index(guesses, RefnetTableGuess, place);
  g_autofree char *lower = g_ascii_strdown(table->name, -1);
  const char *meant = meant_file(store, guess, lower);
  if (meant == NULL) {
    report(store, REFNET_KIND_UNUSED_FILE, guess->label,
           g_str_equal(lower, "survey.csv") ? "bring its answers in with refnet import survey"
                                            : NULL,
           "the file is not read: its name is none of the dataset's");
    return;
  }
  g_autofree char *message = g_strdup_printf("the file is not read; did you mean \"%s\"?", meant);
  report(store, REFNET_KIND_SIMILAR_FILE, guess->label,
         count_meant(store, tables, guesses, meant) == 1
             ? "rename the file"
             : "put its rows and those of the others that are meant into one file of this name",
         message);
}

/* The file that the table's name, most surely, says it is; REFNET_FILES: none. */
static guint called_file(const RefnetTableGuess *guess) {
  guint called = REFNET_FILES, most = 0;
  for (guint f = 0; f < REFNET_FILES; f++) {
    const guint named = refnet_table_guess_named(guess, (RefnetFile)f);
    if (named > most)
      called = f;
    most = MAX(most, named);
  }
  return called;
}

static void report_unknown(RefnetStore *store, const RefnetTableGuess *guess) {
  const guint called = called_file(guess);
  gsize cells;
  refnet_cell_grid_cells(guess->grid, &cells);
  g_autofree char *what =
      called < REFNET_FILES ? refnet_file_content((RefnetFile)called) : g_strdup("");
  g_autofree char *message =
      cells == 0 ? g_strdup("the file is not read: it is empty, or not a table")
      : called < REFNET_FILES
          ? g_strdup_printf("the file is not read: its name says %s, but its columns don't", what)
          : g_strdup("the file is not read: neither its name nor its columns say what it holds");
  report(store, REFNET_KIND_UNUSED_FILE, guess->label,
         cells == 0 ? NULL
                    : "if it belongs to the dataset, name it after one of its files, such as "
                      "referrals.csv; answers to a survey go with --organizations FILE --referrals "
                      "FILE, in place of the folder",
         message);
}

void refnet_folder_tell_copy(RefnetStore *store, const RefnetTableGuess *guess,
                             const char *copied) {
  g_autofree char *message = g_strdup_printf("the file is not read: it is a copy of %s", copied);
  report(store, REFNET_KIND_SECOND_FILE, guess->label, "take one of the two out of the folder",
         message);
}

void refnet_folder_tell_not_taken(RefnetStore *store, const RefnetTableGuess *guess) {
  const guint best = refnet_table_guess_best(guess);
  if (best >= REFNET_FILES || !store->sheets[best].present ||
      !refnet_table_guess_is_sure(guess, (RefnetFile)best)) {
    report_unknown(store, guess);
    return;
  }
  g_autofree char *what = refnet_file_content((RefnetFile)best);
  g_autofree char *message =
      g_strdup_printf("the file is not read: it looks like %s, but these are read from %s", what,
                      store->sheets[best].label);
  report(store, REFNET_KIND_SECOND_FILE, guess->label,
         "if its rows belong to the dataset, put them into that file", message);
}
