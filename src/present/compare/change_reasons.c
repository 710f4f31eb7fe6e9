/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The evidence of each thing that changed, in a sentence or two. */
#include "present/compare/change_words.h"

#include <math.h>

#include "present/duplicates/evidence_sentences.h"
#include "present/gaps/gap_sentences.h"
#include "present/wording/words.h"

static const char *dataset_name(const RefnetChanges *changes, guint side) {
  return changes->networks[side]->dataset->name;
}

/* What the sides are called at the beginning of a sentence, and within one. */
static const char *heading_of(const RefnetChanges *changes, guint side) {
  static const char *const words[][REFNET_SIDES] = {{"Then", "Now"}, {"Now", "In this case"}};
  return words[changes->is_scenario][side];
}

static const char *when(const RefnetChanges *changes, guint side) {
  static const char *const words[][REFNET_SIDES] = {{"then", "now"}, {"now", "in this case"}};
  return words[changes->is_scenario][side];
}

/* ---- organizations --------------------------------------------------------------------------- */

static const RefnetOrganization *row_of(const RefnetChanges *changes,
                                        const RefnetOrganizationChange *move) {
  return &changes->networks[move->side]->dataset->organizations[move->row];
}

static void append_possible(GString *text, const RefnetChanges *changes,
                            const RefnetOrganizationChange *move) {
  if (move->link == REFNET_NONE)
    return;
  const RefnetRecordLinks *links = changes->links[move->side];
  const RefnetRecordLink *link = &links->links[move->link];
  g_autofree char *percent = refnet_words_percent(link->probability);
  g_string_append_printf(text, " It may be %s, which is in the other list only (%s)",
                         links->other->organizations[link->other].name, percent);
  refnet_evidence_append(text, link->evidence, link->evidence_count);
  g_string_append(text, ". If so, give it the same id.");
}

static char *renamed_reason(const RefnetChanges *changes, guint32 compared) {
  static const char *const how[] = {
      [REFNET_SAME_BY_ID] = "the id is the same",
      [REFNET_SAME_BY_NAME] = "the name is the same",
      [REFNET_SAME_BY_OTHER_NAME] = "one list has the other's name among its other names",
      [REFNET_SAME_BY_RECORD] = NULL,
      [REFNET_SAME_BY_NOTHING] = NULL,
  };
  const RefnetComparedOrganization *entry = &changes->organizations[compared];
  const char *then = refnet_changes_organization(changes, compared, REFNET_THEN)->name;
  const char *now = refnet_changes_organization(changes, compared, REFNET_NOW)->name;
  GString *text = g_string_new(NULL);
  g_string_printf(text, "%s is called %s now", then, now);
  if (how[entry->by]) {
    g_string_append_printf(text, ": %s.", how[entry->by]);
  } else if (entry->link != REFNET_NONE) {
    const RefnetRecordLink *link = &changes->links[REFNET_NOW]->links[entry->link];
    g_autofree char *percent = refnet_words_percent(link->probability);
    g_string_append_printf(text, " (%s)", percent);
    refnet_evidence_append(text, link->evidence, link->evidence_count);
    g_string_append(text, ". Please confirm.");
  }
  return g_string_free(text, FALSE);
}

static char *joined_reason(const RefnetChanges *changes, const RefnetOrganizationChange *move) {
  const char *name = row_of(changes, move)->name;
  const RefnetOrganization *whole =
      refnet_changes_organization(changes, move->compared, !move->side);
  if (changes->is_scenario)
    return g_strdup_printf("%s would be part of %s.", name, whole->name);
  return g_strdup_printf("%s (%s) of %s is %s (%s) of %s: two rows of one list are one "
                         "organisation of the other.",
                         name, row_of(changes, move)->id, dataset_name(changes, move->side),
                         whole->name, whole->id, dataset_name(changes, !move->side));
}

char *refnet_change_reason_organization(const RefnetChanges *changes,
                                        const RefnetOrganizationChange *move) {
  const char *name = refnet_organization_label(row_of(changes, move));
  GString *text;
  switch (move->kind) {
  case REFNET_CHANGE_RENAMED:
    return renamed_reason(changes, move->compared);
  case REFNET_CHANGE_JOINED:
    return joined_reason(changes, move);
  case REFNET_CHANGE_REOPENED:
    return g_strdup_printf("%s was listed as closed and is not now.", name);
  case REFNET_CHANGE_CLOSED:
    return g_strdup_printf(
        changes->is_scenario ? "%s would be closed." : "%s is listed as closed now.", name);
  case REFNET_CHANGE_ENTERED:
    return g_strdup_printf("%s is in both lists, but only now among what the filters leave.", name);
  case REFNET_CHANGE_LEFT:
    return g_strdup_printf("%s is in both lists, but no longer among what the filters leave.",
                           name);
  case REFNET_CHANGE_LISTED:
  case REFNET_CHANGE_UNLISTED:
    break;
  }
  text = g_string_new(NULL);
  if (move->kind == REFNET_CHANGE_LISTED)
    g_string_printf(text,
                    "%s is not in %s; whether it is new or was not listed then, the data "
                    "don't say.",
                    name, dataset_name(changes, REFNET_THEN));
  else
    g_string_printf(text,
                    "%s is not in %s; that may be an end, or a row left out: ask, and list it "
                    "as closed if it is.",
                    name, dataset_name(changes, REFNET_NOW));
  append_possible(text, changes, move);
  return g_string_free(text, FALSE);
}

/* ---- relationships --------------------------------------------------------------------------- */

static const char *frequency_words(guint8 frequency) {
  static const char *const words[] = {"unknown", "never",  "yearly", "quarterly",
                                      "monthly", "weekly", "daily"};
  return frequency < G_N_ELEMENTS(words) ? words[frequency] : words[0];
}

static void append_referrals(GString *text, const RefnetChanges *changes,
                             const RefnetTieChange *tie) {
  const guint64 *referrals = tie->referrals;
  if (!changes->counted) {
    if (tie->frequency[REFNET_THEN] && tie->frequency[REFNET_NOW])
      g_string_append_printf(text, " %s %s, %s %s.", heading_of(changes, REFNET_THEN),
                             frequency_words(tie->frequency[REFNET_THEN]),
                             when(changes, REFNET_NOW),
                             frequency_words(tie->frequency[REFNET_NOW]));
    return;
  }
  g_autofree char *then = refnet_words_count(referrals[REFNET_THEN], "referral", "referrals");
  g_autofree char *now = refnet_words_number(referrals[REFNET_NOW]);
  gboolean is_doubtful = referrals[REFNET_THEN] != referrals[REFNET_NOW] && !tie->clearly &&
                         !tie->two_way && !tie->one_way;
  g_string_append_printf(
      text, " %s %s, %s %s%s.", refnet_words_capital(then), when(changes, REFNET_THEN), now,
      when(changes, REFNET_NOW),
      is_doubtful && !changes->is_scenario ? ", which chance alone may bring about" : "");
}

static void append_silent(GString *text, const RefnetChanges *changes, const RefnetTieChange *tie,
                          const char *when) {
  g_string_append_printf(text, " %s, who reported it, did not answer %s: ask before concluding.",
                         refnet_change_label(changes, tie->silent), when);
}

static void append_direction(GString *text, const RefnetChanges *changes,
                             const RefnetTieChange *tie) {
  g_autofree char *pair = refnet_change_pair(changes, tie);
  if (tie->two_way)
    g_string_append_printf(text, "%s refer to each other now; then, only one way was recorded.",
                           pair);
  else if (tie->one_way)
    g_string_append_printf(text, "%s referred to each other; only one way is recorded now.", pair);
  else if (tie->clearly)
    g_string_append_printf(text, "%s refer clearly %s.", pair,
                           tie->kind == REFNET_TIE_STRONGER ? "more" : "less");
  else
    g_string_append_printf(text, "%s are in touch as before.", pair);
}

static char *scenario_reason(const RefnetChanges *changes, const RefnetTieChange *tie) {
  g_autofree char *pair = refnet_change_pair(changes, tie);
  GString *text = g_string_new(pair);
  if (tie->kind == REFNET_TIE_ADDED)
    g_string_append(text, " would be in touch.");
  else if (tie->kind == REFNET_TIE_REMOVED)
    g_string_append(text, " would no longer be in touch.");
  else if (tie->two_way || tie->one_way)
    g_string_append_printf(text, " would refer %s.", tie->two_way ? "both ways" : "one way only");
  else
    g_string_append(text, " would be in touch as they are.");
  if (tie->ways[REFNET_THEN] && tie->ways[REFNET_NOW])
    append_referrals(text, changes, tie);
  return g_string_free(text, FALSE);
}

char *refnet_change_reason_tie(const RefnetChanges *changes, const RefnetTieChange *tie) {
  if (changes->is_scenario)
    return scenario_reason(changes, tie);
  g_autofree char *pair = refnet_change_pair(changes, tie);
  GString *text = g_string_new(NULL);
  switch (tie->kind) {
  case REFNET_TIE_ADDED:
    g_string_printf(text, "Referrals between %s are recorded now and were not then.", pair);
    if (tie->absent != REFNET_NONE)
      g_string_append_printf(text, " %s was not among the organisations then.",
                             refnet_change_label(changes, tie->absent));
    return g_string_free(text, FALSE);
  case REFNET_TIE_REMOVED:
    g_string_printf(text, "Referrals between %s were recorded then and are not now.", pair);
    if (tie->absent != REFNET_NONE)
      g_string_append_printf(text, " %s is not among the organisations now.",
                             refnet_change_label(changes, tie->absent));
    return g_string_free(text, FALSE);
  case REFNET_TIE_UNSAID_THEN:
    g_string_printf(text, "Referrals between %s are recorded now only.", pair);
    append_silent(text, changes, tie, "then");
    return g_string_free(text, FALSE);
  case REFNET_TIE_UNSAID_NOW:
    g_string_printf(text, "Referrals between %s were recorded then only.", pair);
    append_silent(text, changes, tie, "now");
    return g_string_free(text, FALSE);
  case REFNET_TIE_STRONGER:
  case REFNET_TIE_WEAKER:
  case REFNET_TIE_STEADY:
    break;
  }
  append_direction(text, changes, tie);
  append_referrals(text, changes, tie);
  if (tie->unsaid[REFNET_THEN] || tie->unsaid[REFNET_NOW])
    g_string_append_printf(text, " One way may only be unsaid: %s did not answer %s.",
                           refnet_change_label(changes, tie->silent),
                           tie->unsaid[REFNET_NOW] ? "now" : "then");
  return g_string_free(text, FALSE);
}

/* ---- services -------------------------------------------------------------------------------- */

static char *cell_words(const RefnetChanges *changes, const RefnetGapMove *move) {
  const RefnetDataset *dataset = changes->networks[move->side]->dataset;
  const RefnetGap *gap = move->gap;
  gboolean has_group = gap->status == REFNET_GAP_POPULATION && gap->population != REFNET_NONE;
  return g_strdup_printf(
      "%s%s%s in %s", dataset->services.names[gap->service], has_group ? " for " : "",
      has_group ? dataset->populations.names[gap->population] : "", dataset->areas[gap->area].name);
}

/* " (Trade Shop)" */
static void append_names(GString *text, const RefnetChanges *changes, guint side,
                         const RefnetGap *gap) {
  if (!gap || gap->providers.length == 0)
    return;
  g_autofree char *names =
      refnet_words_organizations(changes->networks[side]->dataset, gap->providers, 2);
  g_string_append_printf(text, " (%s)", names);
}

/* "none found", "one provider (Trade Shop)", "need above capacity, with two providers (A and B)";
 * where nothing was found wrong, "three providers listed". */
static void append_state(GString *text, const RefnetChanges *changes, const RefnetGapMove *move,
                         guint side) {
  const RefnetGap *gap = side == move->side ? move->gap : move->other;
  g_autofree char *count = refnet_words_count(move->providers[side], "provider", "providers");
  if (!gap) {
    g_string_append_printf(text, "%s listed", count);
    return;
  }
  g_string_append(text, refnet_gap_status_words(gap->status));
  if (gap->status != REFNET_GAP_ABSENT && gap->status != REFNET_GAP_FRAGILE)
    g_string_append_printf(text, ", with %s", count);
  append_names(text, changes, side, gap);
}

/* "Job training in Orchard Flats. Then: none found. Now: one provider (Trade Shop)." */
static char *closed_reason(const RefnetChanges *changes, const RefnetGapMove *move) {
  g_autofree char *cell = cell_words(changes, move);
  GString *text = g_string_new(refnet_words_capital(cell));
  for (guint side = REFNET_THEN; side <= REFNET_NOW; side++) {
    g_string_append_printf(text, ". %s: ", heading_of(changes, side));
    append_state(text, changes, move, side);
  }
  g_string_append_c(text, '.');
  if (move->need_is_new)
    g_string_append(text, " The newer needs.csv does not ask for it.");
  else if (move->gap->status == REFNET_GAP_POPULATION && !move->other && !move->group_is_served)
    g_string_append(text, " No row names that group there any more, so this is not known to be "
                          "better.");
  return g_string_free(text, FALSE);
}

char *refnet_change_reason_gap(const RefnetDescription *description, const RefnetChanges *changes,
                               const RefnetGapMove *move) {
  if (move->side == REFNET_THEN)
    return closed_reason(changes, move);
  g_autofree char *finding =
      refnet_gap_sentence(description, changes->gap_searches[REFNET_NOW], move->gap);
  GString *text = g_string_new(heading_of(changes, REFNET_THEN));
  g_string_append(text, ": ");
  append_state(text, changes, move, REFNET_THEN);
  if (move->need_is_new)
    g_string_append(text, ", and no need for it in needs.csv");
  g_string_append_printf(text, ". %s: %s", heading_of(changes, REFNET_NOW), finding);
  return g_string_free(text, FALSE);
}

/* ---- what rests on few ----------------------------------------------------------------------- */

static void append_contacts(GString *text, const RefnetRiskMove *move, const char *label) {
  const RefnetOrganizationRisk *then = move->risk[REFNET_THEN], *now = move->risk[REFNET_NOW];
  g_autofree char *old = refnet_words_number(then->contacts);
  g_autofree char *new = refnet_words_number(now->contacts);
  g_string_append_printf(text, "Contacts listed at %s: from %s to %s. ", label,
                         then->contacts ? old : "none", now->contacts ? new : "none");
}

static void append_only_link(GString *text, const RefnetRiskMove *move, const char *label) {
  guint32 then = move->risk[REFNET_THEN]->cut_off_count;
  guint32 now = move->risk[REFNET_NOW]->cut_off_count;
  g_autofree char *old = refnet_words_number(then), *new = refnet_words_number(now);
  g_string_append_printf(text, "Organisations whose only link to the rest is %s: from %s to %s. ",
                         label, then ? old : "none", now ? new : "none");
}

char *refnet_change_reason_risk(const RefnetChanges *changes, const RefnetRiskMove *move,
                                gboolean up) {
  const char *label = refnet_change_label(changes, move->compared);
  guint kinds = up ? move->up : move->down;
  GString *text = g_string_new(NULL);
  if (kinds & REFNET_MOVE_CONTACTS)
    append_contacts(text, move, label);
  if (kinds & REFNET_MOVE_ONLY_LINK)
    append_only_link(text, move, label);
  if (kinds & REFNET_MOVE_EXPECTED) {
    const double expected[] = {move->risk[REFNET_THEN]->expected_ties_lost,
                               move->risk[REFNET_NOW]->expected_ties_lost};
    g_autofree char *from_to = refnet_change_from_to(expected, 1);
    g_autofree char *rate = refnet_words_rate(changes->risk_searches[REFNET_NOW]->turnover);
    g_string_append_printf(text,
                           "Relationships of %s expected to have no listed contact in a year: %s, "
                           "assuming %s yearly turnover. ",
                           label, from_to, rate);
  }
  if (text->len > 0)
    g_string_truncate(text, text->len - 1);
  return g_string_free(text, FALSE);
}

/* "Contact 1 of 2 at Elm Clinic then moved to Bay Health and is contact 3 of 3 there now" */
static char *moved_reason(const RefnetChanges *changes, const RefnetContactChange *change,
                          const char *successor, gboolean show_people) {
  const RefnetDataset *then = changes->networks[REFNET_THEN]->dataset;
  const RefnetDataset *now = changes->networks[REFNET_NOW]->dataset;
  const char *from = refnet_change_label(changes, change->compared);
  const char *to = refnet_change_label(changes, change->to);
  g_autofree char *place = refnet_words_contact(then, change->contact, FALSE);
  g_autofree char *arrival = refnet_words_contact(now, change->arrival, FALSE);
  GString *text = g_string_new(show_people ? then->contacts[change->contact].name : NULL);
  if (!show_people)
    g_string_append_printf(text, "The person listed then as %s, now as %s,", place, arrival);
  g_string_append_printf(text, " moved from %s to %s", from, to);
  if (successor)
    g_string_append_printf(text, " and handed over to %s", successor);
  g_string_append_printf(text, " (%s).",
                         change->by_id ? "the same contact id" : "the same e-mail and name");
  if (changes->organizations[change->compared].organization[REFNET_NOW] == REFNET_NONE)
    g_string_append_printf(text, " %s itself is no longer listed, or under another name.", from);
  else if (!change->others_left)
    g_string_append_printf(text, " Nobody is listed at %s now: ask whom to call.", from);
  else if (!successor)
    g_string_append_printf(text, " Ask who at %s keeps up these relationships.", from);
  return g_string_free(text, FALSE);
}

char *refnet_change_reason_person(const RefnetChanges *changes, const RefnetContactChange *change,
                                  gboolean show_people) {
  const RefnetDataset *now = changes->networks[REFNET_NOW]->dataset;
  const RefnetDataset *dataset = changes->networks[refnet_change_side_of(change)]->dataset;
  const RefnetContact *contact = &dataset->contacts[change->contact];
  g_autofree char *who = refnet_words_contact(dataset, change->contact, show_people);
  g_autofree char *date = refnet_date_words(contact->left);
  g_autofree char *successor = change->successor == REFNET_NONE
                                   ? NULL
                                   : refnet_words_contact(now, change->successor, show_people);
  refnet_words_capital(who);
  if (change->kind == REFNET_PERSON_MOVED)
    return moved_reason(changes, change, successor, show_people);
  if (change->kind == REFNET_PERSON_NEW)
    return g_strdup_printf("%s is listed now and was not then.", who);
  const char *rest = change->others_left ? "" : " Nobody else is listed there: ask whom to call.";
  if (change->kind == REFNET_PERSON_UNLISTED)
    return g_strdup_printf("%s of the older list is no longer listed; if that person left, say so "
                           "in the column left.%s",
                           who, rest);
  if (successor)
    return g_strdup_printf("%s left on %s and handed over to %s.", who, date, successor);
  return g_strdup_printf("%s left on %s, and no successor is named.%s", who, date, rest);
}
