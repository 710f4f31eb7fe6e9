/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One row made of several, cell by cell. */
#include "model/merge/combine.h"

#include <string.h>

#include "model/check/fix_cells.h"
#include "model/columns/lists.h"
#include "model/columns/words.h"

/* ---- rows ------------------------------------------------------------------------------------ */

RefnetMergeRow *refnet_merge_row_new(const RefnetRow *row, guint columns, guint32 organization) {
  RefnetMergeRow *copy = g_new0(RefnetMergeRow, 1);
  copy->line = row->line;
  copy->organization = organization;
  copy->cells = g_new0(char *, columns + 1);
  for (guint c = 0; c < columns; c++)
    copy->cells[c] = g_strdup(c < row->fields ? row->cells[c] : "");
  return copy;
}

guint refnet_merge_row_filled(const RefnetMergeRow *row, guint columns) {
  guint filled = 0;
  for (guint c = 0; c < columns; c++)
    filled += *row->cells[c] != '\0';
  return filled;
}

static void free_row(gpointer data) {
  RefnetMergeRow *row = data;
  g_strfreev(row->cells);
  g_free(row);
}

RefnetRowSet *refnet_row_set_new(void) {
  RefnetRowSet *set = g_new0(RefnetRowSet, 1);
  set->rows = g_ptr_array_new_with_free_func(free_row);
  set->changes = g_array_new(FALSE, FALSE, sizeof(RefnetCellChange));
  return set;
}

void refnet_row_set_free(RefnetRowSet *set) {
  if (set == NULL)
    return;
  g_ptr_array_free(set->rows, TRUE);
  g_array_free(set->changes, TRUE);
  for (guint c = 0; c < set->cell_count; c++)
    g_free(set->cells[c]);
  g_free(set->cells);
  g_free(set);
}

/* ---- cells ----------------------------------------------------------------------------------- */

typedef struct {
  RefnetRowSet *set;
  const RefnetStore *store;
  const RefnetSheet *sheet;
  const RefnetMergeRow *kept, *other; /* being compared */
  guint column;
  const RefnetField *field; /* NULL: a column of the user's own */
  char *text;               /* combined so far; owned */
} Combining;

static void note(Combining *combining, RefnetCellChangeKind kind) {
  RefnetCellChange change = {kind, combining->column, combining->other->organization,
                             combining->kept->cells[combining->column],
                             combining->other->cells[combining->column]};
  g_array_append_val(combining->set->changes, change);
}

static void take(Combining *combining, RefnetCellChangeKind kind, char *text) {
  if (strcmp(text, combining->text) == 0) {
    g_free(text);
    return;
  }
  g_free(combining->text);
  combining->text = text;
  note(combining, kind);
}

static gboolean is_field(const Combining *combining, RefnetFile file, guint field) {
  return combining->sheet->file == file &&
         combining->sheet->field_of[combining->column] == field;
}

static gboolean folds_equal(const char *a, const char *b) {
  g_autofree char *fold_a = refnet_text_fold(a), *fold_b = refnet_text_fold(b);
  return strcmp(fold_a, fold_b) == 0;
}

static gboolean list_has(char *const *parts, const char *text) {
  for (guint i = 0; parts[i] != NULL; i++)
    if (folds_equal(parts[i], text))
      return TRUE;
  return FALSE;
}

/* The cell as a list separated by ;. */
static char *as_list(const Combining *combining, const char *text) {
  char *fixed = refnet_fix_cell(combining->store, combining->sheet, combining->field, text);
  return fixed != NULL ? fixed : g_strdup(text);
}

/* `list` and what `theirs` has more. */
static char *join_lists(const char *list, const char *theirs) {
  g_auto(GStrv) mine = refnet_list_split(list, ";|");
  g_auto(GStrv) parts = refnet_list_split(theirs, ";|");
  GString *joined = g_string_new(list);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!list_has(mine, parts[i]))
      g_string_append_printf(joined, "%s%s", joined->len > 0 ? ";" : "", parts[i]);
  return g_string_free(joined, FALSE);
}

static void combine_lists(Combining *combining, const char *theirs) {
  g_autofree char *list = as_list(combining, combining->text);
  g_autofree char *other = as_list(combining, theirs);
  g_autofree char *joined = join_lists(list, other);
  /* What adds nothing leaves the cell as it is written. */
  if (strcmp(joined, list) != 0)
    take(combining, REFNET_CHANGE_COMBINED, g_steal_pointer(&joined));
}

/* +1: the later of two dates counts, −1: the earlier, 0: neither is better. */
static int better_date(const Combining *combining) {
  if (is_field(combining, REFNET_FILE_CONTACTS, REFNET_CONTACT_FIRST_CONTACT))
    return -1;
  return is_field(combining, REFNET_FILE_ORGANIZATIONS, REFNET_ORGANIZATION_VERIFIED) ||
         is_field(combining, REFNET_FILE_CONTACTS, REFNET_CONTACT_LAST_CONTACT) ||
         is_field(combining, REFNET_FILE_RESPONDENTS, REFNET_RESPONDENT_DATE);
}

static gboolean read_date(const Combining *combining, const char *text, RefnetDate *date) {
  guint guesses;
  return refnet_date_cell_read(combining->field, text, combining->sheet->date_order, date,
                               &guesses) == REFNET_DATE_OK;
}

static void combine_dates(Combining *combining, const char *theirs) {
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
static void combine_figures(Combining *combining, const char *theirs) {
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
static gboolean combine_answers(Combining *combining, const char *theirs) {
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
static gboolean combine_phones(Combining *combining, const char *theirs) {
  if (!is_field(combining, REFNET_FILE_ORGANIZATIONS, REFNET_ORGANIZATION_PHONE) &&
      !is_field(combining, REFNET_FILE_CONTACTS, REFNET_CONTACT_PHONE))
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

static void combine_texts(Combining *combining, const char *theirs) {
  g_autofree char *mine = refnet_text_fold(combining->text), *other = refnet_text_fold(theirs);
  if (has_words(other, mine))
    take(combining, REFNET_CHANGE_COMBINED, g_strdup(theirs));
  else if (!has_words(mine, other))
    note(combining, REFNET_CHANGE_CONFLICT);
}

/* ---- places ---------------------------------------------------------------------------------- */

static const char *cell_of(const Combining *combining, const RefnetMergeRow *row, guint field) {
  gint column = combining->sheet->column[field];
  return column >= 0 ? row->cells[column] : "";
}

static gboolean is_place(const Combining *combining) {
  guint field = combining->sheet->field_of[combining->column];
  return combining->sheet->file == REFNET_FILE_ORGANIZATIONS &&
         field >= REFNET_ORGANIZATION_ADDRESS && field <= REFNET_ORGANIZATION_LONGITUDE;
}

static gboolean differs(const Combining *combining, guint field) {
  const char *mine = cell_of(combining, combining->kept, field);
  const char *theirs = cell_of(combining, combining->other, field);
  return *mine != '\0' && *theirs != '\0' && !folds_equal(mine, theirs);
}

/* Parts of two addresses must not become one that exists nowhere. */
static gboolean may_complete_place(const Combining *combining) {
  gboolean has_point = *cell_of(combining, combining->kept, REFNET_ORGANIZATION_LATITUDE) != '\0' ||
                       *cell_of(combining, combining->kept, REFNET_ORGANIZATION_LONGITUDE) != '\0';
  guint field = combining->sheet->field_of[combining->column];
  gboolean is_point =
      field == REFNET_ORGANIZATION_LATITUDE || field == REFNET_ORGANIZATION_LONGITUDE;
  return !differs(combining, REFNET_ORGANIZATION_ADDRESS) &&
         !differs(combining, REFNET_ORGANIZATION_CITY) &&
         !differs(combining, REFNET_ORGANIZATION_POSTAL_CODE) && !(is_point && has_point);
}

/* ---- a set ----------------------------------------------------------------------------------- */

static gboolean is_name(const Combining *combining) {
  return is_field(combining, REFNET_FILE_ORGANIZATIONS, REFNET_ORGANIZATION_NAME) ||
         is_field(combining, REFNET_FILE_ORGANIZATIONS, REFNET_ORGANIZATION_ID) ||
         is_field(combining, REFNET_FILE_ORGANIZATIONS, REFNET_ORGANIZATION_ALTERNATE_NAMES);
}

/* Whose row it is says the same in all of them. */
static gboolean is_owner(const Combining *combining) {
  return combining->sheet->file != REFNET_FILE_ORGANIZATIONS && combining->field != NULL &&
         combining->field->type == REFNET_CELL_ORGANIZATION;
}

static gboolean is_of_type(const Combining *combining, RefnetCellType type) {
  return combining->field != NULL && combining->field->type == type;
}

static void combine_cell(Combining *combining) {
  const char *theirs = combining->other->cells[combining->column];
  if (*theirs == '\0' || strcmp(theirs, combining->text) == 0)
    return;
  if (*combining->text == '\0') {
    if (!is_place(combining) || may_complete_place(combining))
      take(combining, REFNET_CHANGE_FILLED, g_strdup(theirs));
  } else if (folds_equal(combining->text, theirs)) {
    return;
  } else if (combining->field != NULL && combining->field->list) {
    combine_lists(combining, theirs);
  } else if (is_of_type(combining, REFNET_CELL_DATE) ||
             is_of_type(combining, REFNET_CELL_LAST_DAY)) {
    combine_dates(combining, theirs);
  } else if (is_of_type(combining, REFNET_CELL_FIGURE) ||
             is_of_type(combining, REFNET_CELL_DEGREES)) {
    combine_figures(combining, theirs);
  } else if (!combine_answers(combining, theirs) && !combine_phones(combining, theirs)) {
    combine_texts(combining, theirs);
  }
}

static void combine_column(Combining *combining) {
  RefnetRowSet *set = combining->set;
  guint field = combining->sheet->field_of[combining->column];
  combining->field = field != REFNET_NO_FIELD
                         ? &refnet_file_fields(combining->sheet->file)->fields[field]
                         : NULL;
  if (is_name(combining) || is_owner(combining))
    return;
  combining->text = g_strdup(combining->kept->cells[combining->column]);
  for (guint i = 1; i < set->rows->len; i++) {
    combining->other = g_ptr_array_index(set->rows, i);
    combine_cell(combining);
  }
  if (strcmp(combining->text, combining->kept->cells[combining->column]) != 0)
    set->cells[combining->column] = combining->text;
  else
    g_free(combining->text);
}

/* `names` with the names of row `other` that are not yet there. */
static char *add_names(Combining *combining, const RefnetMergeRow *other, char *names) {
  static const guint fields[] = {REFNET_ORGANIZATION_NAME, REFNET_ORGANIZATION_SHORT_NAME,
                                 REFNET_ORGANIZATION_ALTERNATE_NAMES};
  const char *name = cell_of(combining, combining->kept, REFNET_ORGANIZATION_NAME);
  const char *label = cell_of(combining, combining->kept, REFNET_ORGANIZATION_SHORT_NAME);
  combining->other = other;
  for (guint i = 0; i < G_N_ELEMENTS(fields); i++) {
    gboolean is_list = fields[i] == REFNET_ORGANIZATION_ALTERNATE_NAMES;
    g_auto(GStrv) parts =
        refnet_list_split(cell_of(combining, other, fields[i]), is_list ? ";|" : "");
    for (guint p = 0; parts[p] != NULL; p++) {
      if (folds_equal(parts[p], name) || folds_equal(parts[p], label))
        continue;
      char *longer = join_lists(names, parts[p]);
      g_free(names);
      names = longer;
    }
  }
  return names;
}

/* Other sheets may go on calling the organization by the names of the rows that went into it. */
static void combine_names(Combining *combining) {
  const RefnetSheet *sheet = combining->sheet;
  gint column = sheet->column[REFNET_ORGANIZATION_ALTERNATE_NAMES];
  guint at = column >= 0 ? (guint)column : sheet->column_count;
  const char *before = column >= 0 ? combining->kept->cells[column] : "";
  char *names = g_strdup(before);
  for (guint i = 1; i < combining->set->rows->len; i++) {
    g_autofree char *old = g_strdup(names);
    const RefnetMergeRow *other = g_ptr_array_index(combining->set->rows, i);
    names = add_names(combining, other, names);
    if (strcmp(old, names) == 0)
      continue;
    RefnetCellChange change = {REFNET_CHANGE_COMBINED, at, other->organization, before,
                               cell_of(combining, other, REFNET_ORGANIZATION_NAME)};
    g_array_append_val(combining->set->changes, change);
  }
  if (strcmp(names, before) != 0)
    combining->set->cells[at] = names;
  else
    g_free(names);
}

static gint by_column(gconstpointer a, gconstpointer b) {
  guint x = ((const RefnetCellChange *)a)->column, y = ((const RefnetCellChange *)b)->column;
  return (x > y) - (x < y);
}

void refnet_row_set_combine(RefnetRowSet *set, const RefnetStore *store, const RefnetSheet *sheet) {
  Combining combining = {
      .set = set, .store = store, .sheet = sheet, .kept = g_ptr_array_index(set->rows, 0)};
  set->cell_count = sheet->column_count + 1;
  set->cells = g_new0(char *, set->cell_count);
  for (guint c = 0; c < sheet->column_count; c++) {
    combining.column = c;
    combine_column(&combining);
  }
  if (sheet->file == REFNET_FILE_ORGANIZATIONS)
    combine_names(&combining);
  g_array_sort(set->changes, by_column);
}
