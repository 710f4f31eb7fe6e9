/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/questions/choices.h"

#include "exchange/questions/titles.h"
#include "model/columns/answer_words.h"
#include "model/columns/words.h"

#include <string.h>

/* A choice of more words is a sentence. */
enum { WORDS_OF_CHOICE = 10 };

/* ---- one cell -------------------------------------------------------------------------------- */

static gboolean says_nothing(const char *choice) {
  RefnetTri answer;
  return *choice == '\0' || refnet_survey_is_none(choice) || refnet_word_answer(choice, &answer);
}

/* Programs put a comma and a blank between choices; one within brackets belongs to a choice, if
 * the bracket is closed before another divider. */
char **refnet_survey_split_choices(const char *cell) {
  GPtrArray *choices = g_ptr_array_new();
  guint depth = 0;
  const char *start = cell, *next = cell;
  for (const char *at = cell;; at++) {
    const gboolean is_divider = *at == '\0' || strchr(";|\n", *at) != NULL;
    if (next <= at && *at != '\0')
      next = at + 1 + strcspn(at + 1, ");|\n");
    depth += *at == '(' && *next == ')';
    depth -= *at == ')' && depth > 0;
    if (!is_divider && !(*at == ',' && at[1] == ' ' && depth == 0))
      continue;
    char *choice = g_strstrip(g_strndup(start, (gsize)(at - start)));
    if (says_nothing(choice))
      g_free(choice);
    else
      g_ptr_array_add(choices, choice);
    if (*at == '\0')
      break;
    start = at + 1;
    depth = 0;
  }
  g_ptr_array_add(choices, NULL);
  return (char **)g_ptr_array_free(choices, FALSE);
}

/* ---- a column -------------------------------------------------------------------------------- */

/* "Yes", "No - only by phone", "Sometimes", "3". */
static gboolean is_answer(const char *cell, gboolean may_be_number) {
  double number;
  if (refnet_number_parse(cell, &number))
    return !may_be_number;
  g_autofree char *folded = refnet_text_fold(cell);
  folded[strcspn(folded, " ,.;:-(!/")] = '\0';
  return refnet_answer_is_plain(cell) || refnet_word_is_among(folded, "yes no not");
}

/* "I love it", "Mostly downtown. It depends." */
static gboolean is_sentence(const char *choice) {
  static const char pronouns[] = "i im we weve our us my it its they them their you your";
  g_auto(GStrv) words = g_strsplit_set(choice, " \t", -1);
  gsize length = 0;
  gboolean has_pronoun = FALSE;
  for (gsize i = 0; words[i] != NULL; i++) {
    g_autofree char *folded = refnet_text_fold_header(words[i]);
    length += *folded != '\0';
    has_pronoun |= refnet_word_is_among(folded, pronouns);
  }
  return has_pronoun || length > WORDS_OF_CHOICE || strstr(choice, ". ") != NULL;
}

/* Of the choices in `cell`, is one a sentence that nobody else has? */
static gboolean has_own_sentence(const char *cell, GHashTable *times) {
  g_auto(GStrv) choices = refnet_survey_split_choices(cell);
  for (gsize i = 0; choices[i] != NULL; i++)
    if (GPOINTER_TO_UINT(g_hash_table_lookup(times, choices[i])) == 1 && is_sentence(choices[i]))
      return TRUE;
  return FALSE;
}

static GHashTable *count_choices(const RefnetGrid *grid, guint first_row, guint column) {
  GHashTable *times = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint r = first_row; r < grid->rows; r++) {
    g_auto(GStrv) choices = refnet_survey_split_choices(refnet_grid_cell(grid, r, column));
    for (gsize i = 0; choices[i] != NULL; i++) {
      guint before = GPOINTER_TO_UINT(g_hash_table_lookup(times, choices[i]));
      g_hash_table_replace(times, g_strdup(choices[i]), GUINT_TO_POINTER(before + 1));
    }
  }
  return times;
}

gboolean refnet_survey_lists_choices(const RefnetGrid *grid, guint first_row, guint column,
                                     gboolean may_be_numbers) {
  g_autoptr(GHashTable) times = count_choices(grid, first_row, column);
  guint filled = 0, answers = 0, sentences = 0;
  for (guint r = first_row; r < grid->rows; r++) {
    const char *cell = refnet_grid_cell(grid, r, column);
    if (*cell == '\0' || refnet_survey_is_none(cell))
      continue;
    filled++;
    if (is_answer(cell, may_be_numbers))
      answers++;
    else
      sentences += has_own_sentence(cell, times);
  }
  return filled == 0 || 2 * (answers + sentences) < filled;
}
