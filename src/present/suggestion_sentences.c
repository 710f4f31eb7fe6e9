/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/suggestion_sentences.h"

#include "present/words.h"

enum { NAMES_IN_A_REASON = 3 };

/* ---- reasons --------------------------------------------------------------------------------------- */

/* The names of what makes the reason true. */
static char *names_of(const RefnetDataset *dataset, const RefnetReason *reason) {
  switch (reason->kind) {
  case REFNET_REASON_COMMON_PARTNERS:
  case REFNET_REASON_INDIRECT_PARTNERS:
  case REFNET_REASON_NOMINATED:
    return refnet_words_organizations(dataset, reason->items, NAMES_IN_A_REASON);
  case REFNET_REASON_COMPLEMENTARY:
  case REFNET_REASON_SHARED_SERVICE:
    return refnet_words_values(&dataset->services, reason->items, NAMES_IN_A_REASON);
  case REFNET_REASON_SHARED_AREA:
    return refnet_words_areas(dataset, reason->items, NAMES_IN_A_REASON);
  case REFNET_REASON_SHARED_POPULATION:
    return refnet_words_values(&dataset->populations, reason->items, NAMES_IN_A_REASON);
  case REFNET_REASON_OFFERS_MATCH:
  case REFNET_REASON_SEEKS_MATCH:
    return refnet_words_values(&dataset->resources, reason->items, NAMES_IN_A_REASON);
  case REFNET_REASON_NEAR:
    break;
  }
  return refnet_words_km(reason->value);
}

/* "was named by three partners (A, B and C)"; for one, the name says it. */
static char *nominated_clause(const RefnetReason *reason, const char *names) {
  g_autofree char *count = refnet_words_count(reason->items.length, "partner", "partners");
  return reason->items.length == 1 ? g_strdup_printf("was named by %s", names)
                                   : g_strdup_printf("was named by %s (%s)", count, names);
}

/* A clause that goes on from the candidate's name: "it …". */
static char *reason_clause(const RefnetDataset *dataset, const RefnetReason *reason) {
  static const char *const around[][2] = {
      [REFNET_REASON_COMMON_PARTNERS] = {"works with ", ", as you do"},
      [REFNET_REASON_COMPLEMENTARY] = {"offers ", ", which you don't list"},
      [REFNET_REASON_SHARED_AREA] = {"serves ", ", as you do"},
      [REFNET_REASON_SHARED_POPULATION] = {"serves ", ", as you do"},
      [REFNET_REASON_NEAR] = {"is ", " away"},
      [REFNET_REASON_OFFERS_MATCH] = {"offers ", ", which you seek"},
      [REFNET_REASON_SEEKS_MATCH] = {"seeks ", ", which you offer"},
      [REFNET_REASON_SHARED_SERVICE] = {"offers ", ", as you do"},
      [REFNET_REASON_INDIRECT_PARTNERS] = {"works with partners of ", ", with whom you work"},
  };
  g_autofree char *names = names_of(dataset, reason);
  if (reason->kind == REFNET_REASON_NOMINATED)
    return nominated_clause(reason, names);
  return g_strconcat(around[reason->kind][0], names, around[reason->kind][1], NULL);
}

char *refnet_suggestion_reason(const RefnetDataset *dataset, const RefnetReason *reason) {
  g_autofree char *clause = reason_clause(dataset, reason);
  return g_strdup_printf("It %s.", clause);
}

/* Clauses hold commas, so semicolons part them. */
static void append_reasons(GString *text, const RefnetDataset *dataset,
                           const RefnetSuggestion *suggestion) {
  for (guint32 i = 0; i < suggestion->reason_count; i++) {
    g_autofree char *clause = reason_clause(dataset, &suggestion->reasons[i]);
    gboolean is_last = i > 0 && i + 1 == suggestion->reason_count;
    g_string_append_printf(text, "%s%s%s", i == 0 ? ": it " : "; ", is_last ? "and " : "", clause);
  }
}

/* ---- introductions --------------------------------------------------------------------------------- */

static const char *step_label(const RefnetNetwork *network, const RefnetStep *step) {
  return refnet_organization_label(refnet_network_organization(network, step->vertex));
}

/* "Elm Clinic works with you both; ask whether it would introduce you (start with contact 1 of 2 at
 * Elm Clinic)." */
static void append_introduction(GString *text, const RefnetNetwork *network, const RefnetPath *path,
                                gboolean show_people) {
  if (path->length < 3) {
    g_string_append(text, " We have no recorded route of three steps or fewer for an introduction.");
    return;
  }
  const RefnetStep *first = &path->steps[1];
  const char *label = step_label(network, first);
  if (path->length == 3)
    g_string_append_printf(text, " %s works with you both; ask whether it would introduce you",
                           label);
  else
    g_string_append_printf(text, " %s works with you and with %s, a partner of %s; ask for an "
                                 "introduction that way",
                           label, step_label(network, &path->steps[2]),
                           step_label(network, &path->steps[3]));
  if (first->contact != REFNET_NONE) {
    g_autofree char *contact = refnet_words_contact(network->dataset, first->contact, show_people);
    g_string_append_printf(text, " (start with %s)", contact);
  }
  g_string_append_c(text, '.');
}

char *refnet_suggestion_sentence(const RefnetNetwork *network, const RefnetSuggestion *suggestion,
                                 gboolean show_people) {
  const RefnetOrganization *candidate = refnet_network_organization(network, suggestion->vertex);
  GString *text = g_string_new(NULL);
  g_string_printf(text, "Consider meeting %s", refnet_organization_label(candidate));
  append_reasons(text, network->dataset, suggestion);
  g_string_append_c(text, '.');
  append_introduction(text, network, &suggestion->introduction, show_people);
  return g_string_free(text, FALSE);
}
