/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two cells made one, by what they hold. */
#include "model/merge/combine_cells.h"

#include <string.h>

#include "model/check/fix_cells.h"
#include "model/columns/lists.h"
#include "model/columns/words.h"

gboolean refnet_merge_cell_is_blank(const RefnetSheet *sheet, guint column, const char *text) {
  const guint field = sheet->field_of[column];
  return *text == '\0' ||
         (field != REFNET_NO_FIELD &&
          refnet_word_is_blank(text, &refnet_file_fields(sheet->file)->fields[field]));
}

const char *refnet_merge_row_said(const RefnetMergeRow *row, const RefnetSheet *sheet,
                                  guint field) {
  const gint column = sheet->column[field];
  return column < 0 || refnet_merge_cell_is_blank(sheet, (guint)column, row->cells[column])
             ? ""
             : row->cells[column];
}

static void note(RefnetCombining *combining, RefnetCellChangeKind kind) {
  RefnetCellChange change = {kind, combining->column, combining->other->organization,
                             combining->kept->cells[combining->column],
                             combining->other->cells[combining->column]};
  g_array_append_val(combining->changes, change);
}

static void take(RefnetCombining *combining, RefnetCellChangeKind kind, char *text) {
  if (strcmp(text, combining->text) == 0) {
    g_free(text);
    return;
  }
  g_free(combining->text);
  combining->text = text;
  note(combining, kind);
}

gboolean refnet_combining_is_field(const RefnetCombining *combining, RefnetFile file, guint field) {
  return combining->sheet->file == file && combining->sheet->field_of[combining->column] == field;
}

gboolean refnet_merge_texts_equal(const char *a, const char *b) {
  g_autofree char *fold_a = refnet_text_fold(a), *fold_b = refnet_text_fold(b);
  return strcmp(fold_a, fold_b) == 0;
}

static gboolean list_has(char *const *parts, const char *text) {
  for (guint i = 0; parts[i] != NULL; i++)
    if (refnet_merge_texts_equal(parts[i], text))
      return TRUE;
  return FALSE;
}

/* The cell as a list separated by ;. */
static char *as_list(const RefnetCombining *combining, const char *text) {
  char *fixed = refnet_fix_cell(combining->store, combining->sheet, combining->field, text);
  return fixed != NULL ? fixed : g_strdup(text);
}

/* `list` and what `theirs` has more. */
char *refnet_merge_lists(const char *list, const char *theirs) {
  g_auto(GStrv) mine = refnet_list_split(list, ";|");
  g_auto(GStrv) parts = refnet_list_split(theirs, ";|");
  GString *joined = g_string_new(list);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!list_has(mine, parts[i]))
      g_string_append_printf(joined, "%s%s", joined->len > 0 ? ";" : "", parts[i]);
  return g_string_free(joined, FALSE);
}

static void combine_lists(RefnetCombining *combining, const char *theirs) {
  g_autofree char *list = as_list(combining, combining->text);
  g_autofree char *other = as_list(combining, theirs);
  g_autofree char *joined = refnet_merge_lists(list, other);
  /* What adds nothing leaves the cell as it is written. */
  if (strcmp(joined, list) != 0)
    take(combining, REFNET_CHANGE_COMBINED, g_steal_pointer(&joined));
}

/* +1: the later of two dates counts, −1: the earlier, 0: neither is better. */
static int better_date(const RefnetCombining *combining) {
  if (refnet_combining_is_field(combining, REFNET_FILE_CONTACTS, REFNET_CONTACT_FIRST_CONTACT))
    return -1;
  return refnet_combining_is_field(combining, REFNET_FILE_ORGANIZATIONS,
                                   REFNET_ORGANIZATION_VERIFIED) ||
         refnet_combining_is_field(combining, REFNET_FILE_CONTACTS, REFNET_CONTACT_LAST_CONTACT) ||
         refnet_combining_is_field(combining, REFNET_FILE_RESPONDENTS, REFNET_RESPONDENT_DATE);
}

static gboolean read_date(const RefnetCombining *combining, const char *text, RefnetDate *date) {
  guint guesses;
  return refnet_date_cell_read(combining->field, text, combining->sheet->date_order, date,
                               &guesses) == REFNET_DATE_OK;
}

static void combine_dates(RefnetCombining *combining, const char *theirs) {
  RefnetDate mine, other;
  int better = better_date(combining);
  gboolean are_read =
      read_date(combining, combining->text, &mine) && read_date(combining, theirs, &other);
  if (are_read && mine == other)
    return;
  if (better == 0 || !are_read)
    note(combining, REFNET_CHANGE_CONFLICT);
  else if ((other > mine) == (better > 0))
    take(combining, REFNET_CHANGE_COMBINED, g_strdup(theirs));
}

/* Of degrees the more exact ones; other figures that differ are two. */
static void combine_figures(RefnetCombining *combining, const char *theirs) {
  double mine, other;
  gboolean are_degrees = combining->field->type == REFNET_CELL_DEGREES;
  if (refnet_number_parse(combining->text, &mine) && refnet_number_parse(theirs, &other) &&
      mine == other)
    return;
  if (are_degrees && g_str_has_prefix(theirs, combining->text))
    take(combining, REFNET_CHANGE_COMBINED, g_strdup(theirs));
  else if (!are_degrees || !g_str_has_prefix(combining->text, theirs))
    note(combining, REFNET_CHANGE_CONFLICT);
}

/* FALSE: they are no answers. */
static gboolean combine_answers(RefnetCombining *combining, const char *theirs) {
  RefnetTri mine, other;
  if (!refnet_word_answer(combining->text, &mine) || !refnet_word_answer(theirs, &other))
    return FALSE;
  if (mine == REFNET_TRI_NO && other == REFNET_TRI_YES)
    take(combining, REFNET_CHANGE_COMBINED, g_strdup(theirs));
  return TRUE;
}

static char *digits_of(const char *text) {
  GString *digits = g_string_new(NULL);
  for (; *text != '\0'; text++)
    if (g_ascii_isdigit(*text))
      g_string_append_c(digits, *text);
  return g_string_free(digits, FALSE);
}

/* The same number in another notation, or with a code in front; the longer stays. FALSE: another.
 */
static gboolean combine_phones(RefnetCombining *combining, const char *theirs) {
  if (!refnet_combining_is_field(combining, REFNET_FILE_ORGANIZATIONS, REFNET_ORGANIZATION_PHONE) &&
      !refnet_combining_is_field(combining, REFNET_FILE_CONTACTS, REFNET_CONTACT_PHONE))
    return FALSE;
  g_autofree char *mine = digits_of(combining->text), *other = digits_of(theirs);
  if (*mine == '\0' || *other == '\0')
    return FALSE;
  if (g_str_has_suffix(other, mine) && strlen(other) > strlen(mine))
    take(combining, REFNET_CHANGE_COMBINED, g_strdup(theirs));
  return g_str_has_suffix(other, mine) || g_str_has_suffix(mine, other);
}

static gboolean is_within_word(const char *text, const char *at) {
  return at > text && *at != '\0' && g_unichar_isalnum(g_utf8_get_char(at)) &&
         g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(at)));
}

/* Has the text the other's words? "inactive" has not "active"; an e-mail address is one word. */
static gboolean has_words(const char *text, const char *words) {
  gsize length = strlen(words);
  if (strchr(text, '@') != NULL && strpbrk(text, " ,;") == NULL)
    return strcmp(text, words) == 0;
  for (const char *at = strstr(text, words); at != NULL && *at != '\0'; at = strstr(at + 1, words))
    if (!is_within_word(text, at) && !is_within_word(text, at + length))
      return TRUE;
  return FALSE;
}

static void combine_texts(RefnetCombining *combining, const char *theirs) {
  g_autofree char *mine = refnet_text_fold(combining->text), *other = refnet_text_fold(theirs);
  if (has_words(other, mine))
    take(combining, REFNET_CHANGE_COMBINED, g_strdup(theirs));
  else if (!has_words(mine, other))
    note(combining, REFNET_CHANGE_CONFLICT);
}

/* ---- places ---------------------------------------------------------------------------------- */

static gboolean is_place(const RefnetCombining *combining) {
  guint field = combining->sheet->field_of[combining->column];
  return combining->sheet->file == REFNET_FILE_ORGANIZATIONS &&
         field >= REFNET_ORGANIZATION_ADDRESS && field <= REFNET_ORGANIZATION_LONGITUDE;
}

static gboolean differs(const RefnetCombining *combining, guint field) {
  const char *mine = refnet_merge_row_said(combining->kept, combining->sheet, field);
  const char *theirs = refnet_merge_row_said(combining->other, combining->sheet, field);
  return *mine != '\0' && *theirs != '\0' && !refnet_merge_texts_equal(mine, theirs);
}

/* Parts of two addresses must not become one that exists nowhere. */
static gboolean may_complete_place(const RefnetCombining *combining) {
  gboolean has_point = *refnet_merge_row_said(combining->kept, combining->sheet,
                                              REFNET_ORGANIZATION_LATITUDE) != '\0' ||
                       *refnet_merge_row_said(combining->kept, combining->sheet,
                                              REFNET_ORGANIZATION_LONGITUDE) != '\0';
  guint field = combining->sheet->field_of[combining->column];
  gboolean is_point =
      field == REFNET_ORGANIZATION_LATITUDE || field == REFNET_ORGANIZATION_LONGITUDE;
  return !differs(combining, REFNET_ORGANIZATION_ADDRESS) &&
         !differs(combining, REFNET_ORGANIZATION_CITY) &&
         !differs(combining, REFNET_ORGANIZATION_POSTAL_CODE) && !(is_point && has_point);
}

/* A sector, say, of which several spellings are one value. */
static gboolean is_value(const RefnetCombining *combining) {
  return combining->field != NULL && combining->field->type >= REFNET_CELL_SECTOR;
}

static gboolean means_the_same(const RefnetCombining *combining, const char *theirs) {
  return is_value(combining) ? refnet_text_is_same_value(combining->text, theirs)
                             : refnet_merge_texts_equal(combining->text, theirs);
}

static gboolean is_of_type(const RefnetCombining *combining, RefnetCellType type) {
  return combining->field != NULL && combining->field->type == type;
}

/* ---- any cell -------------------------------------------------------------------------------- */

void refnet_combine_cell(RefnetCombining *combining) {
  const char *theirs = combining->other->cells[combining->column];
  if (refnet_merge_cell_is_blank(combining->sheet, combining->column, theirs) ||
      strcmp(theirs, combining->text) == 0)
    return;
  if (refnet_merge_cell_is_blank(combining->sheet, combining->column, combining->text)) {
    if (!is_place(combining) || may_complete_place(combining))
      take(combining, REFNET_CHANGE_FILLED, g_strdup(theirs));
  } else if (means_the_same(combining, theirs)) {
    return;
  } else if (combining->field != NULL && combining->field->list) {
    combine_lists(combining, theirs);
  } else if (is_of_type(combining, REFNET_CELL_DATE) ||
             is_of_type(combining, REFNET_CELL_LAST_DAY)) {
    combine_dates(combining, theirs);
  } else if (is_of_type(combining, REFNET_CELL_FIGURE) ||
             is_of_type(combining, REFNET_CELL_COUNT) ||
             is_of_type(combining, REFNET_CELL_DEGREES)) {
    combine_figures(combining, theirs);
  } else if (!combine_answers(combining, theirs) && !combine_phones(combining, theirs)) {
    combine_texts(combining, theirs);
  }
}
