/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/questions/header.h"

#include "exchange/questions/sentences.h"
#include "model/columns/words.h"

#include <string.h>

/* A question that other columns share is not longer, and a title of many dividers costs no more. */
enum { HEADER_ROWS_MOST = 12, QUESTION_BYTES_MOST = 1000 };

static guint filled(const RefnetGrid *grid, guint row) {
  guint count = 0;
  for (guint c = 0; c < grid->width; c++)
    count += *refnet_grid_cell(grid, row, c) != '\0';
  return count;
}

/* ---- which rows ------------------------------------------------------------------------------ */

/* Rows with one cell above a wide one are a caption or instructions. */
static guint skip_caption(const RefnetGrid *grid, RefnetSurveyHeader *header) {
  guint top = 0, end = MIN(grid->rows, (guint)HEADER_ROWS_MOST);
  while (top < end && filled(grid, top) <= 1)
    top++;
  if (top >= end || (top > 0 && filled(grid, top) < 2))
    top = 0;
  g_autoptr(GString) caption = g_string_new(NULL);
  for (guint r = 0; r < top; r++)
    for (guint c = 0; c < grid->width; c++)
      if (*refnet_grid_cell(grid, r, c) != '\0')
        g_string_append_printf(caption, "%s%s", caption->len > 0 ? " " : "",
                               refnet_grid_cell(grid, r, c));
  header->caption = g_string_free(g_steal_pointer(&caption), FALSE);
  header->skipped = top;
  return top;
}

/* The row in which Qualtrics says {"ImportId":…} of every column; G_MAXUINT: there is none. */
static guint find_import_row(const RefnetGrid *grid, guint top) {
  for (guint r = top; r < MIN(grid->rows, top + 4); r++) {
    guint ids = 0;
    for (guint c = 0; c < grid->width; c++)
      ids += strstr(refnet_grid_cell(grid, r, c), "\"ImportId\"") != NULL;
    if (ids > 0 && 2 * ids >= filled(grid, r))
      return r;
  }
  return G_MAXUINT;
}

static gboolean is_answer(const char *text) {
  double number;
  RefnetTri tri;
  RefnetFrequency frequency;
  return refnet_number_parse(text, &number) || refnet_word_answer(text, &tri) ||
         refnet_word_frequency(text, &frequency);
}

static gboolean says_response(const char *text) {
  g_autofree char *folded = refnet_text_fold_header(text);
  return g_str_equal(folded, "response") || g_str_equal(folded, "openendedresponse");
}

/* Questions stand over labels: below the blanks beside a question are labels, none of them like an
 * answer, and the first column is no answer either. */
static gboolean has_labels_below(const RefnetGrid *grid, guint top) {
  guint beside = 0;
  if (top + 1 >= grid->rows)
    return FALSE;
  const char *corner = refnet_grid_cell(grid, top + 1, 0);
  const char *above_corner = refnet_grid_cell(grid, top, 0);
  if (*corner != '\0' && *above_corner != '\0' && !says_response(corner) &&
      strcmp(corner, above_corner) != 0)
    return FALSE;
  for (guint c = 1; c < grid->width; c++) {
    const char *above = refnet_grid_cell(grid, top, c), *below = refnet_grid_cell(grid, top + 1, c);
    if (*below != '\0' && is_answer(below))
      return FALSE;
    beside += *above == '\0' && *below != '\0';
  }
  return beside > 0;
}

/* Qualtrics without the third row: codes of questions over their texts. */
static gboolean is_code(const char *text) {
  if (*text != 'Q' && *text != 'q')
    return FALSE;
  gsize digits = strspn(text + 1, "0123456789");
  return digits > 0 && (text[1 + digits] == '\0' || text[1 + digits] == '_');
}

static gboolean has_texts_below_codes(const RefnetGrid *grid, guint top) {
  guint codes = 0, divided = 0;
  for (guint c = 0; c < grid->width && top + 1 < grid->rows; c++)
    if (is_code(refnet_grid_cell(grid, top, c))) {
      codes++;
      divided += strchr(refnet_grid_cell(grid, top + 1, c), ' ') != NULL &&
                 !is_answer(refnet_grid_cell(grid, top + 1, c));
    }
  return codes >= 2 && 2 * divided >= codes;
}

/* ---- one row: titles divided into question and label ----------------------------------------- */

static void set_text(char **text, char *value) {
  g_free(*text);
  *text = g_strstrip(value);
}

/* The bracket that the last character of the title closes. */
static const char *find_opening(const char *title, char open, char close) {
  gsize length = strlen(title);
  guint depth = 0;
  for (gsize i = length; i-- > 0;) {
    depth += title[i] == close;
    if (title[i] == open && --depth == 0)
      return title + i;
  }
  return NULL;
}

static void divide_at(RefnetSurveyHeading *heading, gsize question, const char *label,
                      gsize label_length) {
  char *before = g_strndup(heading->title, question);
  for (gsize length = strlen(before); length > 0 && strchr(" :-", before[length - 1]); length--)
    before[length - 1] = '\0';
  set_text(&heading->question, before);
  set_text(&heading->label, g_strndup(label, label_length));
}

/* "Question [Label]" and "Question (choice=Label)". */
static gboolean divide_by_brackets(RefnetSurveyHeading *heading) {
  static const char choice[] = "(choice=";
  gsize length = strlen(heading->title);
  const char *end = heading->title + length;
  const char *open = NULL, *label = NULL;
  if (length > 2 && end[-1] == ']') {
    open = find_opening(heading->title, '[', ']');
    label = open != NULL ? open + 1 : NULL;
  } else if (length > 2 && end[-1] == ')' && (open = strstr(heading->title, choice)) != NULL) {
    label = open + strlen(choice);
  }
  if (open == NULL || label + 1 >= end)
    return FALSE;
  divide_at(heading, (gsize)(open - heading->title), label, (gsize)(end - 1 - label));
  return TRUE;
}

static const char *const dividers[] = {" - ", ": ", " – ", " — ", " | ", " > ", "/"};

typedef void (*DivisionFunc)(const char *title, gsize question, gsize label, gpointer data);

static void each_division(const char *title, DivisionFunc act, gpointer data) {
  for (gsize d = 0; d < G_N_ELEMENTS(dividers); d++) {
    gsize length = strlen(dividers[d]);
    for (const char *at = strstr(title, dividers[d]);
         at != NULL && at - title <= QUESTION_BYTES_MOST; at = strstr(at + length, dividers[d]))
      if (at > title && at[length] != '\0')
        act(title, (gsize)(at - title), (gsize)(at - title) + length, data);
  }
}

static void count_question(const char *title, gsize question, gsize label, gpointer counts) {
  char *before = g_strndup(title, question);
  (void)label;
  guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, before));
  g_hash_table_insert(counts, before, GUINT_TO_POINTER(count + 1));
}

typedef struct {
  GHashTable *counts;
  guint count;
  gsize question, label;
} BestDivision;

/* The question that most columns share; of these the longest. */
static void choose_division(const char *title, gsize question, gsize label, gpointer data) {
  BestDivision *best = data;
  g_autofree char *before = g_strndup(title, question);
  guint count = GPOINTER_TO_UINT(g_hash_table_lookup(best->counts, before));
  if (count >= 2 && (count > best->count || (count == best->count && question > best->question)))
    *best = (BestDivision){best->counts, count, question, label};
}

static void divide_titles(RefnetSurveyHeader *header) {
  g_autoptr(GHashTable) counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint c = 0; c < header->width; c++)
    each_division(header->columns[c].title, count_question, counts);
  for (guint c = 0; c < header->width; c++) {
    RefnetSurveyHeading *heading = &header->columns[c];
    BestDivision best = {counts, 0, 0, 0};
    if (divide_by_brackets(heading))
      continue;
    each_division(heading->title, choose_division, &best);
    if (best.count > 0)
      divide_at(heading, best.question, heading->title + best.label,
                strlen(heading->title + best.label));
  }
}

/* ---- two rows -------------------------------------------------------------------------------- */

static void join_title(RefnetSurveyHeading *heading) {
  set_text(&heading->title,
           *heading->label == '\0'
               ? g_strdup(heading->question)
               : g_strdup_printf("%s%s%s", heading->question,
                                 *heading->question != '\0' ? " - " : "", heading->label));
}

/* A question holds for the columns on its right that have a label and no question of their own. */
static void take_two_rows(RefnetSurveyHeader *header, const RefnetGrid *grid, guint top) {
  const char *question = "";
  for (guint c = 0; c < header->width; c++) {
    RefnetSurveyHeading *heading = &header->columns[c];
    const char *above = refnet_grid_cell(grid, top, c), *below = refnet_grid_cell(grid, top + 1, c);
    if (*above != '\0' || *below == '\0')
      question = above;
    /* A cell merged over both rows says the same in both. */
    gboolean alone = *below == '\0' || says_response(below) || strcmp(above, below) == 0;
    set_text(&heading->question, g_strdup(question));
    set_text(&heading->label, g_strdup(alone ? "" : below));
    join_title(heading);
    if (alone)
      set_text(&heading->question, g_strdup(""));
  }
}

/* ---- the header ------------------------------------------------------------------------------ */

/* Qualtrics writes "Question - Selected Choice" beside "Question - Other - Text". */
static void drop_selected_choice(RefnetSurveyHeading *heading) {
  static const char selected[] = "Selected Choice";
  if (!g_str_has_prefix(heading->label, selected))
    return;
  const char *rest = heading->label + strlen(selected);
  set_text(&heading->label, g_strdup(rest + strspn(rest, " -")));
}

static void take_titles(RefnetSurveyHeader *header, const RefnetGrid *grid, guint row) {
  for (guint c = 0; c < header->width; c++)
    set_text(&header->columns[c].title, g_strdup(refnet_grid_cell(grid, row, c)));
  divide_titles(header);
  refnet_survey_divide_sentences(header->columns, header->width);
}

static void read_header(RefnetSurveyHeader *header, const RefnetGrid *grid) {
  guint top = skip_caption(grid, header);
  guint import_row = find_import_row(grid, top);
  if (import_row != G_MAXUINT && import_row > top) {
    take_titles(header, grid, import_row - 1);
    header->first_row = import_row + 1;
  } else if (has_texts_below_codes(grid, top)) {
    take_titles(header, grid, top + 1);
    header->first_row = top + 2;
  } else if (has_labels_below(grid, top)) {
    take_two_rows(header, grid, top);
    header->first_row = top + 2;
  } else {
    take_titles(header, grid, top);
    header->first_row = top + 1;
  }
}

RefnetSurveyHeader *refnet_survey_header_read(const RefnetGrid *grid) {
  RefnetSurveyHeader *header = g_new0(RefnetSurveyHeader, 1);
  header->width = grid->width;
  header->columns = g_new0(RefnetSurveyHeading, grid->width);
  for (guint c = 0; c < grid->width; c++)
    header->columns[c] = (RefnetSurveyHeading){g_strdup(""), g_strdup(""), g_strdup("")};
  read_header(header, grid);
  for (guint c = 0; c < grid->width; c++)
    drop_selected_choice(&header->columns[c]);
  return header;
}

void refnet_survey_header_free(RefnetSurveyHeader *header) {
  if (header == NULL)
    return;
  for (guint c = 0; c < header->width; c++) {
    g_free(header->columns[c].title);
    g_free(header->columns[c].question);
    g_free(header->columns[c].label);
  }
  g_free(header->columns);
  g_free(header->caption);
  g_free(header);
}
