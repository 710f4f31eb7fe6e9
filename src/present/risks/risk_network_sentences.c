/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/risks/risk_network_sentences.h"

#include <math.h>

#include "present/risks/risk_sentences.h"
#include "present/wording/words.h"

enum { NAMES_IN_A_SENTENCE = 4, INTRODUCTIONS_NAMED = 3 };

/* ---- what may be lost ------------------------------------------------------------------------ */

static void append_unknown_ties(GString *text, const RefnetRisks *risks) {
  if (risks->ties_unknown == 0)
    return;
  g_autofree char *unknown =
      refnet_words_count(risks->ties_unknown, "relationship has", "relationships have");
  g_string_append_printf(text, "%s no listed contact at an end and could not be assessed.",
                         refnet_words_capital(unknown));
}

static void append_already_without(GString *text, const RefnetRisks *risks) {
  if (risks->ties_already_lost == 0)
    return;
  g_autofree char *without =
      refnet_words_count(risks->ties_already_lost, "relationship is", "relationships are");
  g_string_append_printf(text,
                         " %s already without a contact: everybody listed at an end has left.",
                         refnet_words_capital(without));
}

static void append_expected(GString *text, const RefnetRisks *risks) {
  g_autofree char *assessed =
      refnet_words_count(risks->ties_assessed, "relationship", "relationships");
  g_autofree char *expected = refnet_words_figure(risks->expected_ties_lost);
  g_autofree char *assumption = refnet_risk_turnover_words(risks->turnover);
  g_string_append_printf(text,
                         "%sOf %s assessed, %s on average can be expected to have no listed "
                         "contact at an end in a year if nobody is introduced (%s)",
                         text->len > 0 ? " " : "", assessed, expected, assumption);
  if (isfinite(risks->p90_ties_lost)) {
    guint64 at_most = (guint64)risks->p90_ties_lost;
    g_autofree char *p90 = at_most > 0 ? refnet_words_number(at_most) : g_strdup("none");
    g_string_append_printf(text, "; in nine years of ten, %s%s", p90,
                           at_most > 0 ? " at most" : "");
  }
  g_string_append_c(text, '.');
}

char *refnet_risk_sentence_whole(const RefnetRisks *risks) {
  if (risks->tie_count == 0)
    return g_strdup("No relationships are recorded, so there is nothing to assess.");
  if (risks->ties_assessed == 0)
    return g_strdup("No relationship has a listed contact at both ends, so none could be assessed. "
                    "Fill contacts.csv.");
  GString *text = g_string_new(NULL);
  append_unknown_ties(text, risks);
  append_expected(text, risks);
  append_already_without(text, risks);
  return g_string_free(text, FALSE);
}

char *refnet_risk_sentence_closed(const RefnetRisks *risks) {
  const RefnetNetwork *network = risks->network;
  g_autoptr(GArray) closed = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint32 v = 0; v < network->vertices; v++)
    if (refnet_network_organization(network, v)->closed && refnet_network_degree(network, v) > 0)
      g_array_append_val(closed, v);
  if (closed->len == 0)
    return NULL;
  RefnetIndexList vertices = {(const guint32 *)(gpointer)closed->data, closed->len};
  g_autofree char *names = refnet_words_vertices(network, vertices, NAMES_IN_A_SENTENCE);
  gboolean is_one = closed->len == 1;
  return g_strdup_printf("%s %s listed as closed. %s relationships count here as they are "
                         "recorded, but no contact is looked for there.",
                         names, is_one ? "is" : "are", is_one ? "Its" : "Their");
}

char *refnet_risk_sentence_repeated(const RefnetRisks *risks) {
  gboolean is_one = risks->rows_repeated == 1;
  if (risks->rows_repeated == 0)
    return NULL;
  g_autofree char *rows =
      refnet_words_count(risks->rows_repeated, "row that surely repeats another counts",
                         "rows that surely repeat others count");
  return refnet_words_capital(g_strdup_printf(
      "%s as %s own here: relationships and contacts are split between %s. See refnet duplicates, "
      "and put them together with refnet merge.",
      rows, is_one ? "an organisation of its" : "organisations of their",
      is_one ? "the two" : "the rows"));
}

static guint32 first_contact_of(const RefnetDataset *dataset, guint32 person) {
  guint32 contact = 0;
  while (contact < dataset->contact_count && dataset->contacts[contact].person != person)
    contact++;
  return contact;
}

/* The others are counted, not named: looking for a person's place reads all contacts. */
static char *people_in_words(const RefnetRisks *risks, gboolean show_people) {
  const RefnetDataset *dataset = risks->network->dataset;
  RefnetIndexList people = risks->truck_factor_people;
  guint32 named = MIN(people.length, NAMES_IN_A_SENTENCE);
  g_autofree const char **names = g_new0(const char *, (gsize)people.length + 1);
  g_auto(GStrv) owned = g_new0(char *, (gsize)named + 1);
  for (guint32 i = 0; i < named; i++)
    names[i] = owned[i] =
        refnet_words_contact(dataset, first_contact_of(dataset, people.items[i]), show_people);
  return refnet_words_list(names, people.length, NAMES_IN_A_SENTENCE);
}

/* How many of these people are listed at closed organisations only. */
static guint32 count_out_of_office(const RefnetRisks *risks, RefnetIndexList people) {
  g_autofree gboolean *is_one = g_new0(gboolean, risks->network->dataset->person_count);
  guint32 count = 0;
  for (guint32 i = 0; i < people.length; i++)
    is_one[people.items[i]] = TRUE;
  for (guint32 i = 0; i < risks->people_count; i++)
    count +=
        is_one[risks->people[i].person] && refnet_risk_is_out_of_office(risks, &risks->people[i]);
  return count;
}

/* How to spread the relationships that few people hold. */
static void append_spreading(GString *text, const RefnetRisks *risks) {
  guint32 people = risks->truck_factor_people.length;
  guint32 closed = count_out_of_office(risks, risks->truck_factor_people);
  if (closed < people)
    g_string_append(text, " Asking who else to include would spread them.");
  if (closed == 0)
    return;
  g_autofree char *some = refnet_words_count(closed, "of them is", "of them are");
  const char *all = people == 1 ? "That person is" : "They are";
  g_string_append_printf(text,
                         " %s listed only at closed organisations: ask their partners whom they "
                         "work with now.",
                         closed == people ? all : refnet_words_capital(some));
}

char *refnet_risk_sentence_truck_factor(const RefnetRisks *risks, gboolean show_people) {
  if (!risks->truck_factor_known || risks->truck_factor_people.length == 0)
    return NULL;
  g_autofree char *count = refnet_words_number(risks->truck_factor);
  g_autofree char *names = people_in_words(risks, show_people);
  gboolean one = risks->truck_factor == 1;
  GString *text = g_string_new(NULL);
  g_string_append_printf(
      text, "%s%s %s more than half of the relationships that could be assessed: %s.",
      one ? "" : "These ", one ? "One" : count, one ? "person holds" : "people hold", names);
  append_spreading(text, risks);
  return g_string_free(text, FALSE);
}

char *refnet_risk_sentence_single_contacts(const RefnetRisks *risks) {
  guint32 listed = 0, single = 0;
  for (guint32 i = 0; i < risks->organization_count; i++) {
    listed += risks->organizations[i].contacts > 0;
    single += risks->organizations[i].contacts == 1;
  }
  if (listed < 2 || (double)single <= 0.8 * listed)
    return NULL;
  g_autofree char *share = refnet_words_share(single, listed);
  return g_strdup_printf(
      "At %s organisations with a listed contact our list names one person only, "
      "so much of what follows may come from how contacts were listed.",
      share);
}

/* ---- introductions --------------------------------------------------------------------------- */

char *refnet_risk_sentence_introduction(const RefnetRisks *risks,
                                        const RefnetIntroduction *introduction) {
  g_autofree char *ties = refnet_words_count(introduction->ties, "partner", "partners");
  g_autofree char *drop = refnet_words_figure(introduction->drop);
  g_autofree char *expected = refnet_words_figure(introduction->expected_ties_lost);
  return g_strdup_printf(
      "%s at %s, introduced to %s, would leave %s relationships expected to have "
      "no listed contact in a year, %s fewer.",
      introduction->contacts == 1 ? "A second contact" : "One more contact",
      refnet_network_label(risks->network, introduction->vertex), ties, expected, drop);
}

/* How many of the first `count` introductions are at the place of number i; 0 when an earlier one
 * is. */
static guint32 introductions_there(const RefnetRisks *risks, guint32 count, guint32 i) {
  guint32 there = 0, vertex = risks->introductions[i].vertex;
  for (guint32 k = 0; k < i; k++)
    if (risks->introductions[k].vertex == vertex)
      return 0;
  for (guint32 k = i; k < count; k++)
    there += risks->introductions[k].vertex == vertex;
  return there;
}

/* "one more contact at A, B and C", "two more contacts at A and one at B". */
static char *introduction_places(const RefnetRisks *risks, guint32 count) {
  g_autoptr(GPtrArray) places = g_ptr_array_new_with_free_func(g_free);
  gboolean is_one_each = TRUE;
  for (guint32 i = 0; i < count; i++)
    is_one_each &= introductions_there(risks, count, i) == 1;
  for (guint32 i = 0; i < count; i++) {
    guint32 there = introductions_there(risks, count, i);
    g_autofree char *number = refnet_words_number(there);
    const char *what = i > 0 ? "" : there == 1 ? " more contact" : " more contacts";
    const char *label = refnet_network_label(risks->network, risks->introductions[i].vertex);
    if (there > 0)
      g_ptr_array_add(places, is_one_each && i > 0
                                  ? g_strdup(label)
                                  : g_strdup_printf("%s%s at %s", number, what, label));
  }
  return refnet_words_list((const char *const *)places->pdata, places->len, 0);
}

char *refnet_risk_sentence_introductions(const RefnetRisks *risks) {
  guint32 count = MIN(risks->introduction_count, INTRODUCTIONS_NAMED);
  if (count == 0)
    return NULL;
  g_autofree char *number = refnet_words_count(count, "introduction", "introductions");
  g_autofree char *where = introduction_places(risks, count);
  g_autofree char *before = refnet_words_figure(risks->expected_ties_lost);
  g_autofree char *after = refnet_words_figure(risks->introductions[count - 1].expected_ties_lost);
  return g_strdup_printf("%s, of %s, would bring that from %s to %s.", refnet_words_capital(number),
                         where, before, after);
}

char *refnet_risk_sentence_turnover(const RefnetRisks *risks) {
  if (risks->turnover_unread == 0)
    return NULL;
  g_autofree char *cells = refnet_words_count(risks->turnover_unread, "cell", "cells");
  char *text =
      g_strdup_printf("%s of the turnover column could not be used: write a share from 0 to "
                      "1, or a percentage.",
                      cells);
  return refnet_words_capital(text);
}

/* ---- key players ----------------------------------------------------------------------------- */

/* "Elm Clinic and Oak House are listed as closed"; NULL when none of these is. */
static char *closed_in_words(const RefnetNetwork *network, RefnetIndexList vertices) {
  g_autoptr(GArray) closed = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint32 i = 0; i < vertices.length; i++)
    if (refnet_network_organization(network, vertices.items[i])->closed)
      g_array_append_val(closed, vertices.items[i]);
  RefnetIndexList list = {(const guint32 *)(gpointer)closed->data, closed->len};
  g_autofree char *names = closed->len ? refnet_words_vertices(network, list, 0) : NULL;
  return names ? g_strdup_printf("%s %s listed as closed", names, closed->len == 1 ? "is" : "are")
               : NULL;
}

/* How near the others are: 1 when all of them are partners. */
static char *nearness(const RefnetKeySet *set) {
  gboolean is_one = set->vertices.length == 1;
  if (set->value > 1 - 1e-9)
    return g_strdup_printf("everybody else works with %s", is_one ? "it" : "one of them");
  g_autofree char *share = refnet_words_percent(set->value);
  return g_strdup_printf("%s, where 100 %% would mean that everybody else works with %s", share,
                         is_one ? "it" : "one of them");
}

char *refnet_risk_sentence_key_set(const RefnetRisks *risks, const RefnetKeySet *set) {
  g_autofree char *names = refnet_words_vertices(risks->network, set->vertices, 0);
  g_autofree char *closed = closed_in_words(risks->network, set->vertices);
  g_autofree char *share = refnet_words_percent(set->value);
  g_autofree char *now = refnet_words_percent(risks->fragmentation);
  g_autofree char *near = nearness(set);
  if (set->kind == REFNET_KEY_REACH)
    return g_strdup_printf("News told to %s reaches the others soonest: %s.", names, near);
  g_autofree char *without =
      g_strdup_printf("Without %s, %s of pairs of organisations would have no recorded route (now "
                      "%s).",
                      names, share, now);
  if (closed)
    return g_strdup_printf("%s %s: ask the partners whom they work with now.", without, closed);
  return g_strdup_printf("%s That shows %s importance, not a fault.", without,
                         set->vertices.length == 1 ? "its" : "their");
}
