/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What people decided about rows that may be one organization, as they filled it in. */
#include "model/dataset/store.h"

#include <stdlib.h>
#include <string.h>

#define TOLD 5 /* problems that the error spells out */
#define WORD_SHOWN 40

enum { COLUMN_DECISION, COLUMN_ID_1, COLUMN_ID_2, COLUMN_NAME_1, COLUMN_NAME_2, COLUMNS };
#define NEEDED COLUMN_NAME_1 /* columns that the file must have */
static const char *const column_names[COLUMNS] = {"decision", "id_1", "id_2", "name_1", "name_2"};

typedef struct {
  const RefnetDataset *dataset;
  const char *label;
  guint column[COLUMNS]; /* REFNET_NONE: there is none */
  GArray *pairs;         /* RefnetDecidedPair */
  gsize merged;
  GString *problems;
  guint64 problem_count;
} Reading;

static void complain(Reading *reading, guint64 line, const char *format, ...) G_GNUC_PRINTF(3, 4);
static void complain(Reading *reading, guint64 line, const char *format, ...) {
  if (reading->problem_count++ >= TOLD)
    return;
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *text = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  g_string_append_printf(reading->problems, "%s%s:%" G_GUINT64_FORMAT ": %s",
                         reading->problems->len > 0 ? "; " : "", reading->label, line, text);
}

static gboolean take_header(const RefnetRow *header, gpointer data, GError **error) {
  Reading *reading = data;
  for (guint wanted = 0; wanted < COLUMNS; wanted++) {
    g_autofree char *name = refnet_text_fold_header(column_names[wanted]);
    guint i = 0;
    for (; i < header->fields; i++) {
      g_autofree char *folded = refnet_text_fold_header(header->cells[i]);
      if (strcmp(folded, name) == 0)
        break;
    }
    reading->column[wanted] = i < header->fields ? i : REFNET_NONE;
    if (i == header->fields && wanted < NEEDED) {
      g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                  "%s has no column \"%s\"; it needs decision, id_1 and id_2, as refnet duplicates "
                  "--review writes them",
                  reading->label, column_names[wanted]);
      return FALSE;
    }
  }
  return TRUE;
}

static const char *cell(const Reading *reading, const RefnetRow *row, guint column) {
  guint at = reading->column[column];
  return at < row->fields ? row->cells[at] : "";
}

/* By its id, else by its name: a merge takes the id away, and keeps the name as another one of the
 * row that is left. */
static guint32 find_organization(Reading *reading, const RefnetRow *row, guint id, guint name) {
  g_autoptr(GError) error = NULL;
  guint32 organization = refnet_dataset_find(reading->dataset, cell(reading, row, id), &error);
  if (organization == REFNET_NONE && *cell(reading, row, name))
    organization = refnet_dataset_find(reading->dataset, cell(reading, row, name), NULL);
  if (organization == REFNET_NONE)
    complain(reading, row->line, "%s: %s", column_names[id], error->message);
  return organization;
}

/* FALSE for a word that decides nothing. */
static gboolean read_word(const char *text, gboolean *same) {
  g_autofree char *folded = refnet_text_fold(text);
  *same = strcmp(folded, "same") == 0;
  return *same || strcmp(folded, "different") == 0;
}

/* Two that are one organization, as a merge may have made them. */
static RefnetRowFate take_merged(Reading *reading, const RefnetRow *row, gboolean same) {
  const char *first = cell(reading, row, COLUMN_ID_1), *second = cell(reading, row, COLUMN_ID_2);
  gboolean is_twice_the_same = strcmp(first, second) == 0;
  reading->merged += same && !is_twice_the_same;
  if (same)
    return REFNET_ROW_KEPT;
  g_autofree char *shown = refnet_text_display(first, WORD_SHOWN);
  g_autofree char *other = refnet_text_display(second, WORD_SHOWN);
  complain(reading, row->line,
           "%s and %s are different here, but one organisation in the data; clear the decision, or "
           "take back what made them one",
           shown, other);
  return REFNET_ROW_REJECTED;
}

static RefnetRowFate take_row(const RefnetRow *row, gpointer data) {
  Reading *reading = data;
  const char *word = cell(reading, row, COLUMN_DECISION);
  RefnetDecidedPair pair = {.line = (guint32)row->line};
  if (!*word)
    return REFNET_ROW_KEPT;
  if (!read_word(word, &pair.same)) {
    g_autofree char *shown = refnet_text_display(word, WORD_SHOWN);
    complain(reading, row->line, "decision is \"%s\"; write same, different or nothing", shown);
    return REFNET_ROW_REJECTED;
  }
  guint32 a = find_organization(reading, row, COLUMN_ID_1, COLUMN_NAME_1);
  guint32 b = find_organization(reading, row, COLUMN_ID_2, COLUMN_NAME_2);
  if (a == REFNET_NONE || b == REFNET_NONE)
    return REFNET_ROW_REJECTED;
  if (a == b)
    return take_merged(reading, row, pair.same);
  pair.organizations[0] = MIN(a, b);
  pair.organizations[1] = MAX(a, b);
  g_array_append_val(reading->pairs, pair);
  return REFNET_ROW_KEPT;
}

/* ---- do they agree with each other? ---------------------------------------------------------- */

static guint32 root_of(guint32 *parent, guint32 organization) {
  while (parent[organization] != organization)
    organization = parent[organization] = parent[parent[organization]];
  return organization;
}

/* Two that are decided to be different must not be one by way of others. */
static gboolean check_agreement(Reading *reading) {
  guint32 organizations = reading->dataset->organization_count;
  g_autofree guint32 *parent = g_try_new(guint32, MAX(organizations, 1));
  if (!parent)
    return FALSE;
  for (guint32 v = 0; v < organizations; v++)
    parent[v] = v;
  for (guint i = 0; i < reading->pairs->len; i++) {
    const RefnetDecidedPair *pair = &g_array_index(reading->pairs, RefnetDecidedPair, i);
    if (pair->same)
      parent[root_of(parent, pair->organizations[1])] = root_of(parent, pair->organizations[0]);
  }
  for (guint i = 0; i < reading->pairs->len; i++) {
    const RefnetDecidedPair *pair = &g_array_index(reading->pairs, RefnetDecidedPair, i);
    guint32 a = pair->organizations[0], b = pair->organizations[1];
    if (!pair->same && root_of(parent, a) == root_of(parent, b))
      complain(reading, pair->line, "%s and %s are different here, but the same by other rows",
               reading->dataset->organizations[a].id, reading->dataset->organizations[b].id);
  }
  return TRUE;
}

static int compare_pairs(const void *a, const void *b) {
  const RefnetDecidedPair *first = a, *second = b;
  for (guint i = 0; i < 2; i++)
    if (first->organizations[i] != second->organizations[i])
      return first->organizations[i] < second->organizations[i] ? -1 : 1;
  return (first->line > second->line) - (first->line < second->line);
}

/* In order, each once. */
static void tidy(GArray *pairs) {
  guint kept = 0;
  RefnetDecidedPair *items = (RefnetDecidedPair *)(gpointer)pairs->data;
  if (pairs->len > 1)
    qsort(items, pairs->len, sizeof *items, compare_pairs);
  for (guint i = 0; i < pairs->len; i++) {
    const RefnetDecidedPair *last = kept > 0 ? &items[kept - 1] : NULL;
    gboolean repeated = last && last->organizations[0] == items[i].organizations[0] &&
                        last->organizations[1] == items[i].organizations[1];
    if (!repeated)
      items[kept++] = items[i];
  }
  g_array_set_size(pairs, kept);
}

/* ---- the file -------------------------------------------------------------------------------- */

static gboolean read_file(Reading *reading, const char *path, GError **error) {
  g_autoptr(RefnetDiagnostics) diagnostics = refnet_diagnostics_new();
  RefnetTableOptions options = {.label = reading->label};
  const RefnetRowHandler handler = {.header = take_header, .row = take_row, .data = reading};
  RefnetRowCount count = {0};
  if (!refnet_table_read(path, &options, &handler, &count, diagnostics, error))
    return FALSE;
  for (gsize i = 0; i < refnet_diagnostics_length(diagnostics); i++) {
    const RefnetDiagnostic *diagnostic = refnet_diagnostics_at(diagnostics, i);
    if (diagnostic->severity == REFNET_SEVERITY_ERROR)
      complain(reading, diagnostic->line, "%s", diagnostic->message);
  }
  if (!check_agreement(reading)) {
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INTERNAL, "not enough memory");
    return FALSE;
  }
  if (reading->problem_count == 0)
    return TRUE;
  if (reading->problem_count > TOLD)
    g_string_append_printf(reading->problems, "; and %" G_GUINT64_FORMAT " more",
                           reading->problem_count - TOLD);
  g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INPUT, reading->problems->str);
  return FALSE;
}

RefnetDecisions *refnet_decisions_load(const RefnetDataset *dataset, const char *path,
                                       GError **error) {
  g_autofree char *label = g_filename_display_basename(path);
  Reading reading = {.dataset = dataset,
                     .label = label,
                     .pairs = g_array_new(FALSE, FALSE, sizeof(RefnetDecidedPair)),
                     .problems = g_string_new(NULL)};
  RefnetDecisions *decisions = NULL;
  if (read_file(&reading, path, error)) {
    tidy(reading.pairs);
    decisions = g_new0(RefnetDecisions, 1);
    decisions->length = reading.pairs->len;
    decisions->merged = reading.merged;
    decisions->pairs = (RefnetDecidedPair *)(gpointer)g_array_free(reading.pairs, FALSE);
  } else {
    g_array_unref(reading.pairs);
  }
  g_string_free(reading.problems, TRUE);
  return decisions;
}

void refnet_decisions_free(RefnetDecisions *decisions) {
  if (!decisions)
    return;
  g_free(decisions->pairs);
  g_free(decisions);
}
