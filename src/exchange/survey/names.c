/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/questions/titles.h"
#include "exchange/survey/names.h"

#include <string.h>

static guint32 find_or_add(RefnetSurveyReading *survey, const char *text) {
  gboolean loosely;
  guint32 found = refnet_name_list_find(survey->names, text, &loosely);
  if (found == REFNET_NONE)
    return refnet_name_list_add(survey->names, text);
  refnet_roster_met(survey->roster, found, text);
  return found;
}

typedef struct {
  const char *text;
  guint64 times;
} Spelling;

/* The spelling met most often first, so that it becomes the name. */
static int compare_spellings(gconstpointer a, gconstpointer b) {
  const Spelling *x = a, *y = b;
  if (x->times != y->times)
    return x->times > y->times ? -1 : 1;
  return strcmp(x->text, y->text);
}

/* Takes the table: text → times. */
static void add_spellings(RefnetSurveyReading *survey, GHashTable *times) {
  g_autoptr(GArray) spellings = g_array_new(FALSE, FALSE, sizeof(Spelling));
  GHashTableIter iter;
  gpointer key, value;
  g_hash_table_iter_init(&iter, times);
  while (g_hash_table_iter_next(&iter, &key, &value)) {
    Spelling spelling = {key, GPOINTER_TO_SIZE(value)};
    g_array_append_val(spellings, spelling);
  }
  g_array_sort(spellings, compare_spellings);
  for (guint i = 0; i < spellings->len; i++)
    find_or_add(survey, g_array_index(spellings, Spelling, i).text);
  g_hash_table_unref(times);
}

static void count_spelling(GHashTable *times, const char *text) {
  gsize count = GPOINTER_TO_SIZE(g_hash_table_lookup(times, text));
  g_hash_table_replace(times, g_strdup(text), GSIZE_TO_POINTER(count + 1));
}

static GHashTable *new_spellings(void) {
  return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

/* Is the column about one partner: how often, or who is known there? */
static gboolean has_partner(const RefnetSurveyReading *survey, guint column) {
  return refnet_survey_is_used_as(survey, column, REFNET_SURVEY_PARTNER) ||
         survey->layout->columns[column].role == REFNET_SURVEY_CONTACT;
}

static void name_partners(RefnetSurveyReading *survey) {
  GHashTable *labels = new_spellings();
  for (guint c = 0; c < survey->layout->width; c++)
    if (has_partner(survey, c)) {
      count_spelling(labels, refnet_survey_partner_label(survey, c));
      survey->closed = TRUE;
    }
  add_spellings(survey, labels);
  for (guint c = 0; c < survey->layout->width; c++) {
    gboolean loosely;
    survey->partner[c] = REFNET_NONE;
    if (!has_partner(survey, c))
      continue;
    survey->partner[c] =
        refnet_name_list_find(survey->names, refnet_survey_partner_label(survey, c), &loosely);
    if (survey->layout->columns[c].role == REFNET_SURVEY_PARTNER)
      refnet_survey_links_asked(survey->links, survey->partner[c]);
  }
}

/* A name that nobody is asked about becomes an organization; one like another may be a slip. */
static void report_new_name(const RefnetSurveyReading *survey, guint row, guint column,
                            const char *name, gboolean answers) {
  const char *meant = refnet_name_list_suggest(survey->names, name);
  g_autofree char *shown = refnet_text_display(name, 60);
  g_autofree char *shown_meant = meant != NULL ? refnet_text_display(meant, 60) : NULL;
  if (meant != NULL)
    refnet_survey_report(
        survey, REFNET_SEVERITY_WARNING, "similar-name", row, column,
        "write the name the same way everywhere, or give the right names with "
        "--organizations",
        g_strdup_printf("\"%s\" was taken as an organisation of its own; did you mean "
                        "\"%s\"?",
                        shown, shown_meant));
  else if (!answers)
    refnet_survey_report(
        survey, REFNET_SEVERITY_NOTE, "taken-name", row, column, NULL,
        g_strdup_printf("\"%s\" did not answer itself and was taken as an organisation", shown));
}

void refnet_survey_note_loose_name(const RefnetSurveyReading *survey, guint row, guint column,
                                   const char *name, guint32 organization) {
  g_autofree char *shown = refnet_text_display(name, 60);
  g_autofree char *taken =
      refnet_text_display(refnet_name_list_name(survey->names, organization), 60);
  refnet_survey_report(survey, REFNET_SEVERITY_NOTE, "loose-name", row, column, NULL,
                       g_strdup_printf("\"%s\" was read as \"%s\"", shown, taken));
}

static void name_respondents(RefnetSurveyReading *survey) {
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  GHashTable *times = new_spellings();
  guint column = survey->layout->respondent;
  for (guint r = survey->header->first_row; r < survey->grid->rows; r++)
    if (*refnet_survey_respondent(survey, r) != '\0')
      count_spelling(times, refnet_survey_respondent(survey, r));
  for (guint r = survey->header->first_row; r < survey->grid->rows; r++) {
    const char *name = refnet_survey_respondent(survey, r);
    gboolean loosely;
    if (*name != '\0' && g_hash_table_add(seen, (gpointer)name) &&
        refnet_name_list_find(survey->names, name, &loosely) == REFNET_NONE)
      report_new_name(survey, r, column, name, TRUE);
  }
  add_spellings(survey, times);
  g_hash_table_remove_all(seen);
  for (guint r = 0; r < survey->grid->rows; r++) {
    gboolean loosely = FALSE;
    const char *name = r < survey->header->first_row ? "" : refnet_survey_respondent(survey, r);
    survey->respondent[r] =
        *name == '\0' ? REFNET_NONE : refnet_name_list_find(survey->names, name, &loosely);
    if (loosely && g_hash_table_add(seen, (gpointer)name))
      refnet_survey_note_loose_name(survey, r, column, name, survey->respondent[r]);
  }
}

/* A partner a row, whose name may have commas. */
static void name_paired(RefnetSurveyReading *survey) {
  const guint column = survey->layout->paired;
  GHashTable *times = new_spellings();
  for (guint r = survey->header->first_row; column != G_MAXUINT && r < survey->grid->rows; r++) {
    const char *name = refnet_survey_cell(survey, r, column);
    gboolean loosely = FALSE;
    if (*name == '\0' || survey->respondent[r] == REFNET_NONE || refnet_survey_is_none(name))
      continue;
    const guint32 found = refnet_name_list_find(survey->names, name, &loosely);
    const gboolean is_first = g_hash_table_lookup(times, name) == NULL;
    if (found == REFNET_NONE && is_first)
      report_new_name(survey, r, column, name, FALSE);
    else if (loosely && is_first)
      refnet_survey_note_loose_name(survey, r, column, name, found);
    count_spelling(times, name);
  }
  add_spellings(survey, times);
}

/* Where no partners were given, whoever is listed is one: names that nobody else has come last. */
static void name_listed(RefnetSurveyReading *survey) {
  GHashTable *times = new_spellings();
  for (guint c = 0; c < survey->layout->width && !survey->closed; c++)
    for (guint r = survey->header->first_row;
         refnet_survey_is_used_as(survey, c, REFNET_SURVEY_LIST) && r < survey->grid->rows; r++) {
      g_autoptr(GArray) parts =
          refnet_name_list_split(survey->names, refnet_survey_cell(survey, r, c));
      for (guint i = 0; i < parts->len; i++) {
        const RefnetNamePart *part = &g_array_index(parts, RefnetNamePart, i);
        if (part->organization != REFNET_NONE || refnet_survey_is_none(part->text))
          continue;
        if (g_hash_table_lookup(times, part->text) == NULL)
          report_new_name(survey, r, c, part->text, FALSE);
        count_spelling(times, part->text);
      }
    }
  add_spellings(survey, times);
}

void refnet_survey_find_names(RefnetSurveyReading *survey) {
  survey->closed = refnet_roster_listed(survey->roster) > 0;
  name_partners(survey);
  name_respondents(survey);
  name_listed(survey);
  name_paired(survey);
}
