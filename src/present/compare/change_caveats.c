/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What makes two lists hard to compare, before the findings that it weakens. */
#include "present/compare/change_words.h"

#include "present/wording/words.h"

#define DAYS_OF_A_MONTH (365.25 / 12)

static void say_sides(RefnetDescription *description, const RefnetChanges *changes) {
  g_autofree char *then = refnet_date_words(changes->as_of[REFNET_THEN]);
  g_autofree char *now = refnet_date_words(changes->as_of[REFNET_NOW]);
  refnet_description_say(description,
                         g_strdup_printf("Then: %s, as of %s. Now: %s, as of %s.",
                                         changes->networks[REFNET_THEN]->dataset->name, then,
                                         changes->networks[REFNET_NOW]->dataset->name, now));
}

static char *answers(const RefnetChanges *changes, guint side) {
  if (changes->asked[side] == 0)
    return g_strdup("who answered is not known");
  g_autofree char *share = refnet_words_share(changes->answered[side], changes->asked[side]);
  return g_strdup_printf("%s organisations answered", share);
}

static void say_response(RefnetDescription *description, const RefnetChanges *changes) {
  g_autofree char *then = answers(changes, REFNET_THEN);
  g_autofree char *now = answers(changes, REFNET_NOW);
  refnet_description_say(
      description, g_strdup_printf("Then %s, now %s: relationships may seem to come or go with the "
                                   "answers.",
                                   then, now));
}

/* Organizations of a side that the other lacks. */
static char *only_here(const RefnetChanges *changes, guint side) {
  guint32 count = changes->networks[side]->vertices - changes->shared;
  return count == 0 ? g_strdup("none") : refnet_words_number(count);
}

static void say_boundary(RefnetDescription *description, const RefnetChanges *changes) {
  g_autofree char *shared =
      refnet_words_count(changes->shared, "organisation is", "organisations are");
  g_autofree char *then = only_here(changes, REFNET_THEN);
  g_autofree char *now = only_here(changes, REFNET_NOW);
  refnet_description_say(
      description,
      refnet_words_capital(g_strdup_printf(
          "%s in both lists, %s only in the older and %s only in the newer: shares and densities "
          "change by that alone, so they are also given among those in both.",
          shared, then, now)));
}

static char *months(const RefnetChanges *changes, guint side) {
  double days = (double)changes->last[side] - changes->first[side] + 1;
  return refnet_words_count((guint64)(days / DAYS_OF_A_MONTH + .5), "month", "months");
}

static void say_span(RefnetDescription *description, const RefnetChanges *changes) {
  g_autofree char *then = months(changes, REFNET_THEN), *now = months(changes, REFNET_NOW);
  refnet_description_say(description,
                         g_strdup_printf("The referrals then are of %s, those now of %s: their "
                                         "numbers are not like for like.",
                                         then, now));
}

static void say_overlap(RefnetDescription *description, const RefnetChanges *changes) {
  g_autofree char *rows = refnet_words_count(changes->referrals_in_both, "row of referrals stands",
                                             "rows of referrals stand");
  refnet_description_say(description, refnet_words_capital(g_strdup_printf(
                                          "%s in both lists: so much of the two is the same, and "
                                          "changes may look smaller than they are.",
                                          rows)));
}

static void say_lists(RefnetDescription *description, const RefnetChanges *changes) {
  static const struct {
    guint caveat;
    const char *sentence;
  } said[] = {
      {REFNET_CAVEAT_STRANGERS,
       "Hardly any organisation is in both lists: are these two years of one network? Where ids "
       "and names changed, refnet duplicates --against shows who may be whom."},
      {REFNET_CAVEAT_ORDER,
       "The referrals of the older list go on after those of the newer: are they the right way "
       "round? It is refnet compare OLD NEW."},
      {REFNET_CAVEAT_UNDATED,
       "The referrals of one list have no dates, so whether both are of as long a time is not "
       "known."},
      {REFNET_CAVEAT_NEEDS,
       "Only one of the lists says what is needed (needs.csv): gaps may seem to open or close by "
       "that alone."},
      {REFNET_CAVEAT_CONTACTS,
       "Only one of the lists has contacts: what rests on one person cannot be compared."},
      {REFNET_CAVEAT_SERVICES,
       "Other shares of the organisations list no services: gaps may seem to open or close by "
       "that alone."},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(said); i++)
    if (changes->caveats & said[i].caveat)
      refnet_description_say(description, g_strdup(said[i].sentence));
}

static void say_renumbered(RefnetDescription *description, const RefnetChanges *changes) {
  g_autofree char *ids = refnet_words_count(changes->renumbered, "id stands", "ids stand");
  refnet_description_say(
      description, refnet_words_capital(g_strdup_printf(
                       "%s for another organisation now than then, so names were followed. Ids "
                       "that stay make comparing surer.",
                       ids)));
}

void refnet_change_say_caveats(RefnetDescription *description, const RefnetChanges *changes) {
  say_sides(description, changes);
  if (changes->caveats & REFNET_CAVEAT_RESPONSE)
    say_response(description, changes);
  if (changes->caveats & REFNET_CAVEAT_BOUNDARY)
    say_boundary(description, changes);
  if (changes->caveats & REFNET_CAVEAT_SPAN)
    say_span(description, changes);
  if (changes->caveats & REFNET_CAVEAT_OVERLAP)
    say_overlap(description, changes);
  say_lists(description, changes);
  if (changes->renumbered > 0)
    say_renumbered(description, changes);
}
