/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/survey/people.h"

#include "exchange/questions/titles.h"
#include "exchange/survey/names.h"

#include <string.h>

/* ---- contacts -------------------------------------------------------------------------------- */

/* "Ann Li <ann@elm.example>" without its address, which is returned; "": it has none. */
static char *take_email(char *person) {
  static const char around[] = " ,<>()[]";
  char *at = strchr(person, '@');
  if (at == NULL)
    return g_strdup("");
  char *start = at, *end = at + strcspn(at, around);
  while (start > person && strchr(around, start[-1]) == NULL)
    start--;
  char *email = g_strndup(start, (gsize)(end - start));
  memset(start, ' ', (gsize)(end - start));
  return email;
}

/* Without what is left of the signs around an address. */
static void trim_person(char *person) {
  static const char litter[] = " ,<>()[]:-";
  gsize length = strlen(person);
  while (length > 0 && strchr(litter, person[length - 1]) != NULL)
    person[--length] = '\0';
  gsize front = strspn(person, litter);
  memmove(person, person + front, length - MIN(front, length) + 1);
}

/* The person's name; NULL: the text names nobody. Caller frees. */
static char *add_person(RefnetSurveyReading *survey, guint32 organization, const char *text) {
  g_autofree char *person = g_strdup(text);
  g_autofree char *email = take_email(person);
  if (*email != '\0')
    trim_person(person);
  g_strstrip(person);
  const char *name = *person != '\0' ? person : email;
  if (*name == '\0' || refnet_survey_is_none(name))
    return NULL;
  const RefnetContactWays ways = {.email = email, .phone = "", .role = ""};
  refnet_contact_list_add(survey->contacts, organization, name, ways, REFNET_DATE_UNKNOWN);
  return g_strdup(name);
}

void refnet_survey_take_contacts(RefnetSurveyReading *survey, guint row, guint column) {
  const char *cell = refnet_survey_cell(survey, row, column);
  guint32 partner = survey->partner[column], respondent = survey->respondent[row];
  if (refnet_answer_is_plain(cell)) {
    refnet_survey_report(survey, REFNET_SEVERITY_WARNING, "no-person", row, column,
                         "write the name of the person",
                         g_strdup("the cell names nobody, so no contact was taken from it"));
    return;
  }
  g_auto(GStrv) persons = g_strsplit_set(cell, ";|", -1);
  for (gsize i = 0; persons[i] != NULL; i++) {
    g_autofree char *name = add_person(survey, partner, persons[i]);
    if (name != NULL && partner != respondent)
      refnet_survey_links_contact(survey->links, respondent, partner, name);
  }
}

/* ---- nominations ----------------------------------------------------------------------------- */

static char *note_of(const RefnetSurveyReading *survey, guint column) {
  return g_strdup_printf("answer to: %s", survey->header->columns[column].title);
}

void refnet_survey_nominate(RefnetSurveyReading *survey, guint row, guint column, const char *name,
                            RefnetDate date) {
  const char *meant = refnet_name_list_suggest(survey->names, name);
  g_autofree char *shown = refnet_text_display(name, 60);
  g_autofree char *suggestion =
      meant != NULL ? g_strdup_printf("; did you mean \"%s\"?", meant) : g_strdup("");
  g_autofree char *note = note_of(survey, column);
  refnet_survey_links_nominate(survey->links, name, survey->respondent[row], date, note);
  refnet_survey_report(
      survey, REFNET_SEVERITY_WARNING, "unknown-name", row, column,
      "where it is a partner, add it to the organisations",
      g_strdup_printf("\"%s\" is none of the partners and was put into nominations.csv%s", shown,
                      suggestion));
}

static void note_like_name(const RefnetSurveyReading *survey, guint row, guint column,
                           const char *name) {
  const char *meant = refnet_name_list_suggest(survey->names, name);
  if (meant == NULL)
    return;
  g_autofree char *shown = refnet_text_display(name, 60);
  g_autofree char *shown_meant = refnet_text_display(meant, 60);
  refnet_survey_report(
      survey, REFNET_SEVERITY_NOTE, "similar-name", row, column,
      "where it is the same, write the name the same way",
      g_strdup_printf("\"%s\" was named as one to meet; did you mean \"%s\"?", shown, shown_meant));
}

void refnet_survey_take_nominees(RefnetSurveyReading *survey, guint row, guint column,
                                 RefnetDate date) {
  g_autofree char *note = note_of(survey, column);
  g_autoptr(GArray) parts =
      refnet_name_list_split(survey->names, refnet_survey_cell(survey, row, column));
  for (guint i = 0; i < parts->len; i++) {
    const RefnetNamePart *part = &g_array_index(parts, RefnetNamePart, i);
    gboolean is_known = part->organization != REFNET_NONE;
    if (refnet_survey_is_none(part->text) || refnet_answer_is_plain(part->text))
      continue;
    if (is_known && part->organization == survey->respondent[row]) {
      survey->themselves++;
      continue;
    }
    const char *name =
        is_known ? refnet_roster_reference(survey->roster, part->organization) : part->text;
    refnet_survey_links_nominate(survey->links, name, survey->respondent[row], date, note);
    if (part->loosely)
      refnet_survey_note_loose_name(survey, row, column, part->text, part->organization);
    else if (!is_known)
      note_like_name(survey, row, column, part->text);
  }
}
