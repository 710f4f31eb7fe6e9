/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/who_else/suggestion_sentences.h"

#include <math.h>
#include <string.h>

#include "present/who_else/path_sentences.h"
#include "present/wording/privacy.h"
#include "present/wording/words.h"

enum { NAMES_IN_A_REASON = 3, GAPS_IN_A_SENTENCE = 3 };

/* ---- reasons --------------------------------------------------------------------------------- */

char *refnet_reason_names(const RefnetDataset *dataset, const RefnetReason *reason,
                          RefnetUnits units) {
  switch (reason->kind) {
  case REFNET_REASON_COMMON_PARTNERS:
  case REFNET_REASON_INDIRECT_PARTNERS:
  case REFNET_REASON_NOMINATED:
  case REFNET_REASON_REACH:
  case REFNET_REASON_NEW_GROUP:
  case REFNET_REASON_MEMBER_PARTNERS:
    return refnet_words_organizations(dataset, reason->items, NAMES_IN_A_REASON);
  case REFNET_REASON_COMPLEMENTARY:
  case REFNET_REASON_SHARED_SERVICE:
    return refnet_words_values(&dataset->services, reason->items, NAMES_IN_A_REASON);
  case REFNET_REASON_SHARED_AREA:
  case REFNET_REASON_NEW_SERVICE:
  case REFNET_REASON_MORE_CAPACITY:
  case REFNET_REASON_SECOND_PROVIDER:
    return refnet_words_areas(dataset, reason->items, NAMES_IN_A_REASON);
  case REFNET_REASON_SHARED_POPULATION:
    return refnet_words_values(&dataset->populations, reason->items, NAMES_IN_A_REASON);
  case REFNET_REASON_OFFERS_MATCH:
  case REFNET_REASON_SEEKS_MATCH:
    return refnet_words_values(&dataset->resources, reason->items, NAMES_IN_A_REASON);
  case REFNET_REASON_NEW_SECTOR:
  case REFNET_REASON_SECTORS:
    return g_strdup(dataset->sectors.names[reason->subject]);
  case REFNET_REASON_NEAR:
    return refnet_distance_words(reason->value, units);
  case REFNET_REASON_RENEW:
    return refnet_date_words(reason->date);
  case REFNET_REASON_MET:
    return refnet_date_words(dataset->meetings[reason->subject].date);
  }
  return NULL;
}

/* "was named by three partners (A, B and C)"; for one, the name says it. */
static char *nominated_clause(const RefnetReason *reason, const char *names) {
  g_autofree char *count = refnet_words_count(reason->items.length, "partner", "partners");
  return reason->items.length == 1 ? g_strdup_printf("was named by %s", names)
                                   : g_strdup_printf("was named by %s (%s)", count, names);
}

static char *met_clause(const RefnetDataset *dataset, const RefnetReason *reason,
                        const char *date) {
  const char *next_step = dataset->meetings[reason->subject].next_step;
  /* Notes name people; these are read out. */
  gboolean is_told = next_step && !refnet_mentions_contact(dataset, next_step);
  return is_told ? g_strdup_printf("was last met on %s (next step agreed: %s)", date, next_step)
                 : g_strdup_printf("was last met on %s", date);
}

static char *reach_clause(const RefnetReason *reason, const char *names) {
  g_autofree char *count =
      refnet_words_count(reason->items.length, "organisation", "organisations");
  return reason->items.length == 1
             ? g_strdup_printf("works with %s, with whom no member does", names)
             : g_strdup_printf("works with %s that no member works with (%s)", count, names);
}

static char *members_clause(const RefnetReason *reason, const char *names) {
  g_autofree char *count = refnet_words_number(reason->items.length);
  return reason->items.length == 1
             ? g_strdup_printf("already works with one member (%s)", names)
             : g_strdup_printf("already works with %s members (%s)", count, names);
}

/* What it would add where members leave a service open. */
static char *gap_clause(const RefnetReason *reason, const char *service, const char *areas,
                        const char *people_term) {
  g_autofree char *people = refnet_words_people_a_year(reason->whole, "", people_term);
  g_autofree char *added = refnet_words_people(reason->value);
  const char *need = refnet_words_is_one_person(reason->whole) ? "needs" : "need";
  g_autofree char *places = round(reason->value) < round(reason->whole)
                                ? g_strdup_printf(", and it would add places for %s of them", added)
                                : g_strdup("");
  if (reason->kind == REFNET_REASON_SECOND_PROVIDER)
    return g_strdup_printf("offers %s in %s, where one member does", service, areas);
  if (isnan(reason->whole))
    return g_strdup_printf("offers %s in %s, where no member does", service, areas);
  if (reason->kind == REFNET_REASON_NEW_SERVICE)
    return g_strdup_printf("offers %s in %s, where no member does (%s %s it there%s)", service,
                           areas, people, need, places);
  return g_strdup_printf("offers %s in %s, where %s %s it beyond what members can serve%s", service,
                         areas, people, need, places);
}

static char *sectors_clause(const RefnetReason *reason, const char *sector) {
  g_autofree char *share = refnet_words_share(reason->ties, reason->pairs);
  return g_strdup_printf("is in the sector %s (%s such pairs with your sector work together, more "
                         "than is usual here)",
                         sector, share);
}

static char *plain_clause(const RefnetReason *reason, const char *names) {
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
      [REFNET_REASON_RENEW] = {"worked with you before (last recorded referral: ", ")"},
      [REFNET_REASON_NEW_SECTOR] = {"is in the sector ", ", which has no member yet"},
      [REFNET_REASON_NEW_GROUP] = {"belongs to a group that works together more than with others (",
                                   "), none of them a member"},
  };
  return g_strconcat(around[reason->kind][0], names, around[reason->kind][1], NULL);
}

/* A clause that goes on from the candidate's name: "it …". */
static char *reason_clause(const RefnetDataset *dataset, const RefnetReason *reason,
                           const RefnetWording *wording) {
  g_autofree char *names = refnet_reason_names(dataset, reason, wording->units);
  switch (reason->kind) {
  case REFNET_REASON_NOMINATED:
    return nominated_clause(reason, names);
  case REFNET_REASON_MET:
    return met_clause(dataset, reason, names);
  case REFNET_REASON_REACH:
    return reach_clause(reason, names);
  case REFNET_REASON_MEMBER_PARTNERS:
    return members_clause(reason, names);
  case REFNET_REASON_SECTORS:
    return sectors_clause(reason, names);
  case REFNET_REASON_NEW_SERVICE:
  case REFNET_REASON_MORE_CAPACITY:
  case REFNET_REASON_SECOND_PROVIDER:
    return gap_clause(reason, dataset->services.names[reason->subject], names,
                      wording->people_term);
  default:
    return plain_clause(reason, names);
  }
}

char *refnet_suggestion_reason(const RefnetDataset *dataset, const RefnetReason *reason,
                               const RefnetWording *wording) {
  g_autofree char *clause = reason_clause(dataset, reason, wording);
  return g_strdup_printf("It %s.", clause);
}

static gboolean is_gap(const RefnetReason *reason) {
  return reason->kind == REFNET_REASON_NEW_SERVICE || reason->kind == REFNET_REASON_MORE_CAPACITY ||
         reason->kind == REFNET_REASON_SECOND_PROVIDER;
}

/* Two services left open in the same areas, about which there is nothing else to say. */
static gboolean is_same_gap(const RefnetReason *a, const RefnetReason *b) {
  return is_gap(a) && a->kind == b->kind && isnan(a->whole) && isnan(b->whole) &&
         a->items.length == b->items.length &&
         memcmp(a->items.items, b->items.items, a->items.length * sizeof *a->items.items) == 0;
}

/* How many reasons from the first on are the same gap, told in one clause. */
static guint32 count_same_gaps(const RefnetReason *reasons, guint32 length) {
  guint32 same = 1;
  while (same < length && is_same_gap(&reasons[0], &reasons[same]))
    same++;
  return same;
}

/* "offers pantry, rides and two others in East, where no member does" */
static char *same_gaps_clause(const RefnetDataset *dataset, const RefnetReason *reasons,
                              guint32 length) {
  g_autofree guint32 *services = g_new(guint32, length);
  for (guint32 i = 0; i < length; i++)
    services[i] = reasons[i].subject;
  g_autofree char *names = refnet_words_values(
      &dataset->services, (RefnetIndexList){services, length}, NAMES_IN_A_REASON);
  g_autofree char *areas = refnet_words_areas(dataset, reasons->items, NAMES_IN_A_REASON);
  return gap_clause(reasons, names, areas, NULL);
}

/* One clause a reason, but many services in a few words. */
static GPtrArray *clauses_of(const RefnetDataset *dataset, const RefnetSuggestion *suggestion,
                             const RefnetWording *wording) {
  GPtrArray *clauses = g_ptr_array_new_with_free_func(g_free);
  guint32 gaps = 0, other_gaps = 0;
  guint after_gaps = 0;
  for (guint32 i = 0, same; i < suggestion->reason_count; i += same) {
    const RefnetReason *reason = &suggestion->reasons[i];
    same = count_same_gaps(reason, suggestion->reason_count - i);
    gaps += is_gap(reason);
    if (is_gap(reason) && gaps > GAPS_IN_A_SENTENCE)
      other_gaps += same;
    else
      g_ptr_array_add(clauses, same > 1 ? same_gaps_clause(dataset, reason, same)
                                        : reason_clause(dataset, reason, wording));
    after_gaps = is_gap(reason) ? clauses->len : after_gaps;
  }
  if (other_gaps > 0) {
    g_autofree char *count = refnet_words_count(other_gaps, "other service", "other services");
    g_ptr_array_insert(clauses, (gint)after_gaps,
                       g_strdup_printf("offers %s that members leave open", count));
  }
  return clauses;
}

/* Clauses hold commas, so semicolons part them. */
static void append_reasons(GString *text, const RefnetDataset *dataset,
                           const RefnetSuggestion *suggestion, const RefnetWording *wording) {
  g_autoptr(GPtrArray) clauses = clauses_of(dataset, suggestion, wording);
  for (guint i = 0; i < clauses->len; i++) {
    gboolean is_last = i > 0 && i + 1 == clauses->len;
    g_string_append_printf(text, "%s%s%s", i == 0 ? ": it " : "; ", is_last ? "and " : "",
                           (const char *)clauses->pdata[i]);
  }
}

/* ---- introductions --------------------------------------------------------------------------- */

static const char *step_label(const RefnetNetwork *network, const RefnetStep *step) {
  return refnet_network_label(network, step->vertex);
}

/* "Elm Clinic works with you both; ask whether it would introduce you (start with contact 1 of 2 at
 * Elm Clinic)." */
static void append_own_way(GString *text, const RefnetNetwork *network, const RefnetPath *path) {
  const char *label = step_label(network, &path->steps[1]);
  if (path->length == 3)
    g_string_append_printf(text, " %s works with you both; ask whether it would introduce you",
                           label);
  else
    g_string_append_printf(text,
                           " %s works with you and with %s, a partner of %s; ask for an "
                           "introduction that way",
                           label, step_label(network, &path->steps[2]),
                           step_label(network, &path->steps[3]));
}

/* The same from a member of the coalition. */
static void append_way_of_member(GString *text, const RefnetNetwork *network,
                                 const RefnetPath *path) {
  const char *member = step_label(network, &path->steps[0]);
  const char *next = step_label(network, &path->steps[1]);
  if (path->length == 2)
    g_string_append_printf(text, " %s, a member, works with it; ask for an introduction", member);
  else if (path->length == 3)
    g_string_append_printf(text,
                           " %s, a member, works with %s, and %s works with it; ask for an "
                           "introduction that way",
                           member, next, next);
  else
    g_string_append_printf(text,
                           " %s, a member, works with %s, a partner of %s, which works with "
                           "it; ask for an introduction that way",
                           member, next, step_label(network, &path->steps[2]));
}

static void append_introduction(GString *text, const RefnetWhoElse *who_else,
                                const RefnetPath *path, gboolean show_people) {
  gboolean coalition = who_else->asked_by == REFNET_ASKED_BY_COALITION;
  const RefnetNetwork *network = who_else->network;
  if (path->length < (coalition ? 2 : 3)) {
    g_string_append_printf(text, " We have no recorded route of three steps or fewer %s.",
                           coalition ? "from a member" : "for an introduction");
    return;
  }
  if (coalition)
    append_way_of_member(text, network, path);
  else
    append_own_way(text, network, path);
  if (path->steps[1].contact != REFNET_NONE) {
    g_autofree char *contact =
        refnet_words_contact(network->dataset, path->steps[1].contact, show_people);
    g_string_append_printf(text, path->length == 2 ? " to %s" : " (start with %s)", contact);
  }
  g_string_append_c(text, '.');
  if (path->length > 2) {
    g_autofree char *weakest = refnet_path_weakest(network, path);
    g_string_append_printf(text, " %s", weakest);
  }
}

/* The strongest way may be longer than one through a partner of both, whom people then miss. */
static void append_shorter_way(GString *text, const RefnetDataset *dataset,
                               const RefnetSuggestion *suggestion) {
  for (guint32 i = 0; i < suggestion->reason_count; i++) {
    const RefnetReason *reason = &suggestion->reasons[i];
    if (reason->kind != REFNET_REASON_COMMON_PARTNERS)
      continue;
    g_autofree char *names = refnet_words_organizations(dataset, reason->items, 1);
    g_string_append_printf(
        text, " More or later referrals are recorded that way than through %s alone.", names);
  }
}

/* " Another way is through Cove and Dell." */
static void append_alternative(GString *text, const RefnetWhoElse *who_else,
                               const RefnetPath *path) {
  guint32 first = who_else->asked_by == REFNET_ASKED_BY_COALITION ? 0 : 1;
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (guint32 i = first; i + 1 < path->length; i++)
    g_ptr_array_add(names, (gpointer)step_label(who_else->network, &path->steps[i]));
  if (names->len == 0)
    return;
  g_autofree char *list = refnet_words_list((const char *const *)names->pdata, names->len, 0);
  g_string_append_printf(text, " Another way is through %s.", list);
}

char *refnet_suggestion_sentence(const RefnetWhoElse *who_else, const RefnetSuggestion *suggestion,
                                 const RefnetWording *wording) {
  const RefnetNetwork *network = who_else->network;
  const RefnetOrganization *candidate = refnet_network_organization(network, suggestion->vertex);
  GString *text = g_string_new(NULL);
  g_string_printf(text, "Consider meeting %s", refnet_organization_label(candidate));
  append_reasons(text, network->dataset, suggestion, wording);
  g_string_append_c(text, '.');
  if (who_else->asked_by != REFNET_ASKED_BY_NEWCOMER)
    append_introduction(text, who_else, &suggestion->introduction, wording->show_people);
  if (who_else->asked_by == REFNET_ASKED_BY_ORGANIZATION && suggestion->introduction.length > 3)
    append_shorter_way(text, network->dataset, suggestion);
  append_alternative(text, who_else, &suggestion->alternative);
  return g_string_free(text, FALSE);
}

/* ---- plans ----------------------------------------------------------------------------------- */

static const RefnetSuggestion *planned(const RefnetMeetingPlan *plan,
                                       const RefnetPlannedMeeting *meeting) {
  return &plan->who_else->suggestions[meeting->suggestion];
}

char *refnet_plan_title(const RefnetMeetingPlan *plan, const RefnetPlannedMeeting *meeting) {
  const RefnetNetwork *network = plan->who_else->network;
  return g_strdup_printf("Meet %s", refnet_network_label(network, planned(plan, meeting)->vertex));
}

char *refnet_plan_sentence(const RefnetMeetingPlan *plan, const RefnetPlannedMeeting *meeting,
                           const RefnetWording *wording) {
  const RefnetNetwork *network = plan->who_else->network;
  const RefnetSuggestion *suggestion = planned(plan, meeting);
  gboolean is_introduced = meeting->ask != suggestion->vertex;
  g_autofree char *why =
      suggestion->reason_count > 0
          ? refnet_suggestion_reason(network->dataset, &suggestion->reasons[0], wording)
          : g_strdup("");
  g_autofree char *whom =
      meeting->contact != REFNET_NONE
          ? refnet_words_contact(network->dataset, meeting->contact, wording->show_people)
          : g_strdup_printf("%s (no contact is listed)",
                            refnet_network_label(network, meeting->ask));
  return g_strdup_printf("%s Ask %s%s.", why, whom, is_introduced ? " for an introduction" : "");
}
