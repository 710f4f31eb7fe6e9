/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The evidence of each finding that opened or closed, and of each contact that came or went, in a
 * sentence or two. */
#include "present/compare/change_words.h"

#include "present/gaps/gap_sentences.h"
#include "present/wording/words.h"

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

/* Why a finding about a service that nobody offers there now is none. */
static void append_unasked(GString *text, const RefnetChanges *changes, const RefnetGapMove *move) {
  gboolean has_needs = changes->networks[REFNET_NOW]->dataset->has_needs;
  if (move->providers[REFNET_THEN] > 0)
    g_string_append_printf(text, " Nobody is listed there any more, %s.",
                           has_needs ? "and needs.csv names no need for it" : "nor elsewhere");
  else
    g_string_append_printf(text, " Still nobody is listed there, %s.",
                           has_needs ? "but needs.csv names no need for it"
                                     : "and nobody elsewhere any more");
}

/* "Job training in Orchard Flats. Then: none found. Now: one provider (Trade Shop)." */
static char *closed_reason(const RefnetChanges *changes, const RefnetGapMove *move) {
  g_autofree char *cell = cell_words(changes, move);
  GString *text = g_string_new(refnet_words_capital(cell));
  for (guint side = REFNET_THEN; side <= REFNET_NOW; side++) {
    g_string_append_printf(text, ". %s: ", refnet_change_side_heading(changes, side));
    append_state(text, changes, move, side);
  }
  g_string_append_c(text, '.');
  if (move->need_is_new)
    g_string_append(text, " The newer needs.csv does not ask for it.");
  else if (!move->other && move->providers[REFNET_NOW] == 0)
    append_unasked(text, changes, move);
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
  GString *text = g_string_new(refnet_change_side_heading(changes, REFNET_THEN));
  g_string_append(text, ": ");
  append_state(text, changes, move, REFNET_THEN);
  if (move->need_is_new)
    g_string_append(text, ", and no need for it in needs.csv");
  g_string_append_printf(text, ". %s: %s", refnet_change_side_heading(changes, REFNET_NOW),
                         finding);
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

static char *would_leave_reason(const RefnetContactChange *change, const char *who,
                                const char *successor) {
  if (successor)
    return g_strdup_printf("%s would hand over to %s.", who, successor);
  return g_strdup_printf(
      "%s would be gone, and no successor is named.%s", who,
      change->others_left ? "" : " Nobody else would be listed there: ask whom to call.");
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
  if (changes->is_scenario)
    return would_leave_reason(change, who, successor);
  if (successor)
    return g_strdup_printf("%s left on %s and handed over to %s.", who, date, successor);
  return g_strdup_printf("%s left on %s, and no successor is named.%s", who, date, rest);
}
