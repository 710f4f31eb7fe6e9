/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/upkeep/check_in_sentences.h"

#include "present/wording/words.h"

static const struct {
  const char *key;
  const char *title; /* before the organisation's name, … */
  const char *joint; /* … and between it and the partner's */
} kinds[REFNET_DUE_KINDS] = {
    [REFNET_DUE_CHECK_IN] = {"check_in", "Check in with ", NULL},
    [REFNET_DUE_RENEWAL] = {"renewal", "Renew agreement: ", " and "},
    [REFNET_DUE_FUNDING] = {"funding", "Funding ends: ", NULL},
    [REFNET_DUE_SUCCESSOR] = {"successor", "Ask who took over at ", NULL},
    [REFNET_DUE_RECIPROCITY] = {"reciprocity", "Talk about referrals both ways: ", " and "},
};

const char *refnet_due_key(RefnetDueKind kind) {
  return kinds[kind].key;
}

static const char *label_at(const RefnetCheckIns *check_ins, guint32 vertex) {
  return refnet_network_label(check_ins->network, vertex);
}

char *refnet_due_title(const RefnetCheckIns *check_ins, const RefnetDue *due) {
  const char *label = label_at(check_ins, due->vertex);
  if (due->partner == REFNET_NONE)
    return g_strconcat(kinds[due->kind].title, label, NULL);
  return g_strconcat(kinds[due->kind].title, label, kinds[due->kind].joint,
                     label_at(check_ins, due->partner), NULL);
}

/* "today", "in 15 days", "one day ago". */
static char *distance_in_words(RefnetDate date, RefnetDate as_of) {
  gint64 days = (gint64)date - as_of;
  g_autofree char *count = refnet_words_count((guint64)ABS(days), "day", "days");
  if (days == 0)
    return g_strdup("today");
  return days > 0 ? g_strdup_printf("in %s", count) : g_strdup_printf("%s ago", count);
}

/* "on 15 October 2026, in 15 days". */
static char *date_in_words(RefnetDate date, RefnetDate as_of) {
  g_autofree char *words = refnet_date_words(date);
  g_autofree char *distance = distance_in_words(date, as_of);
  return g_strdup_printf("on %s, %s", words, distance);
}

static char *check_in_sentence(const RefnetCheckIns *check_ins, const RefnetDue *due,
                               gboolean show_people) {
  g_autofree char *who =
      refnet_words_contact(check_ins->network->dataset, due->contact, show_people);
  g_autofree char *last = refnet_date_words(due->last);
  g_autofree char *ago = distance_in_words(due->last, check_ins->as_of);
  g_autofree char *day = refnet_date_words(due->due);
  gboolean is_ahead = due->due > check_ins->as_of;
  return g_strdup_printf("A check-in with %s is due%s%s%s: last recorded contact %s, %s. If you've "
                         "spoken since, add the date.",
                         who, is_ahead ? " on " : "", is_ahead ? day : "",
                         due->first_half_year ? ", monthly in the first half-year" : "", last, ago);
}

static char *renewal_sentence(const RefnetCheckIns *check_ins, const RefnetDue *due) {
  g_autofree char *when = date_in_words(due->due, check_ins->as_of);
  gboolean is_past = due->due < check_ins->as_of;
  return g_strdup_printf("The agreement on referrals from %s to %s %s up for renewal %s.%s",
                         label_at(check_ins, due->vertex), label_at(check_ins, due->partner),
                         is_past ? "was" : "is", when,
                         is_past ? " If it has been renewed, add the new date." : "");
}

static char *funding_sentence(const RefnetCheckIns *check_ins, const RefnetDue *due) {
  g_autofree char *day = refnet_date_words(due->due);
  g_autofree char *distance = distance_in_words(due->due, check_ins->as_of);
  return g_strdup_printf("Funding of %s is listed to %s, %s. Ask what is planned after that.",
                         label_at(check_ins, due->vertex), day, distance);
}

static char *successor_sentence(const RefnetCheckIns *check_ins, const RefnetDue *due,
                                gboolean show_people) {
  const char *label = label_at(check_ins, due->vertex);
  g_autofree char *who =
      refnet_words_contact(check_ins->network->dataset, due->contact, show_people);
  g_autofree char *when = date_in_words(due->due, check_ins->as_of);
  g_autofree char *ties = refnet_words_count(due->count, "relationship", "relationships");
  char *text =
      g_strdup_printf("%s left %s, and no successor is listed; %s has %s on record. Ask who "
                      "took over.",
                      who, when, label, ties);
  return refnet_words_capital(text);
}

/* Links without counts have a frequency at most, or only say that there is one: neither says how
 * many referrals were made. */
static char *referrals_in_words(const RefnetCheckIns *check_ins, const RefnetDue *due) {
  const RefnetDataset *dataset = check_ins->network->dataset;
  if ((!dataset->referrals.count && dataset->referrals.frequency) ||
      !refnet_words_are_counted(dataset, due->count, due->last))
    return g_strdup("");
  g_autofree char *count = refnet_words_count(due->count, "referral", "referrals");
  g_autofree char *last = refnet_date_words(due->last);
  return g_strdup_printf(" (%s%s%s)", count, last ? ", the latest on " : "", last ? last : "");
}

static char *reciprocity_sentence(const RefnetCheckIns *check_ins, const RefnetDue *due) {
  const char *from = label_at(check_ins, due->vertex), *to = label_at(check_ins, due->partner);
  g_autofree char *referrals = referrals_in_words(check_ins, due);
  g_autofree char *silent =
      due->partner_silent
          ? g_strdup_printf(" %s did not answer the survey, so referrals back may be unrecorded.",
                            to)
          : g_strdup("");
  return g_strdup_printf(
      "%s refers to %s%s; no referral back is recorded.%s A conversation may show "
      "what each could send the other.",
      from, to, referrals, silent);
}

char *refnet_due_sentence(const RefnetCheckIns *check_ins, const RefnetDue *due,
                          gboolean show_people) {
  switch (due->kind) {
  case REFNET_DUE_CHECK_IN:
    return check_in_sentence(check_ins, due, show_people);
  case REFNET_DUE_RENEWAL:
    return renewal_sentence(check_ins, due);
  case REFNET_DUE_FUNDING:
    return funding_sentence(check_ins, due);
  case REFNET_DUE_SUCCESSOR:
    return successor_sentence(check_ins, due, show_people);
  case REFNET_DUE_RECIPROCITY:
    break;
  }
  return reciprocity_sentence(check_ins, due);
}
