/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The evidence of each organization and relationship that changed, in a sentence or two. */
#include "present/compare/change_words.h"

#include "present/duplicates/evidence_sentences.h"
#include "present/wording/words.h"

static const char *dataset_name(const RefnetChanges *changes, guint side) {
  return changes->networks[side]->dataset->name;
}

/* What the sides are called within a sentence. */
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
      g_string_append_printf(
          text, " %s %s, %s %s.", refnet_change_side_heading(changes, REFNET_THEN),
          frequency_words(tie->frequency[REFNET_THEN]), when(changes, REFNET_NOW),
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
  else if (tie->clearly && changes->caveats & REFNET_CAVEAT_SPAN)
    g_string_append_printf(text, "%s referrals between %s are recorded, over unlike spans of time.",
                           tie->kind == REFNET_TIE_STRONGER ? "More" : "Fewer", pair);
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
