/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a coalition lead reads aloud: what works, then what to look at. */
#include "present/compare/change_words.h"

#include <math.h>

#include "present/wording/words.h"

enum { NAMED = 3 };

static void say(RefnetDescription *description, char *sentence) {
  refnet_description_say(description, refnet_words_capital(sentence));
}

/* The first few of a list, and how many more: "A and B, C and D, and three others". */
static char *name_some(GPtrArray *names, guint64 count) {
  if (count <= names->len)
    return refnet_words_list((const char *const *)names->pdata, names->len, 0);
  g_autofree char *rest = refnet_words_count(count - names->len, "other", "others");
  g_ptr_array_add(names, g_steal_pointer(&rest));
  return refnet_words_list((const char *const *)names->pdata, names->len, 0);
}

/* ---- relationships --------------------------------------------------------------------------- */

typedef gboolean (*TieFunc)(const RefnetTieChange *tie);

static gboolean is_two_way(const RefnetTieChange *tie) {
  return tie->two_way;
}
static gboolean is_one_way(const RefnetTieChange *tie) {
  return tie->one_way;
}
static gboolean is_new(const RefnetTieChange *tie) {
  return tie->kind == REFNET_TIE_ADDED;
}
static gboolean is_gone(const RefnetTieChange *tie) {
  return tie->kind == REFNET_TIE_REMOVED;
}
static gboolean is_unsaid(const RefnetTieChange *tie) {
  return tie->kind == REFNET_TIE_UNSAID_NOW;
}
static gboolean is_clearly_stronger(const RefnetTieChange *tie) {
  return tie->kind == REFNET_TIE_STRONGER && tie->clearly;
}
static gboolean is_clearly_weaker(const RefnetTieChange *tie) {
  return tie->kind == REFNET_TIE_WEAKER && tie->clearly;
}

static guint64 count_ties(const RefnetChanges *changes, TieFunc matches) {
  guint64 count = 0;
  for (gsize i = 0; i < changes->tie_count; i++)
    count += matches(&changes->ties[i]);
  return count;
}

/* "Five relationships became two-way: Elm Clinic and Ride Together, …"; `since` goes before the
 * colon. */
static void say_ties_since(RefnetDescription *description, const RefnetChanges *changes,
                           TieFunc matches, const char *singular, const char *plural,
                           const char *since) {
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  guint64 count = count_ties(changes, matches);
  if (count == 0)
    return;
  for (gsize i = 0; i < changes->tie_count && names->len < NAMED; i++)
    if (matches(&changes->ties[i]))
      g_ptr_array_add(names, g_strdup_printf("%s with %s",
                                             refnet_change_label(changes, changes->ties[i].a),
                                             refnet_change_label(changes, changes->ties[i].b)));
  g_autofree char *number = refnet_words_count(count, singular, plural);
  g_autofree char *list = name_some(names, count);
  say(description, g_strdup_printf("%s%s%s: %s.", number, *since ? " " : "", since, list));
}

static void say_ties(RefnetDescription *description, const RefnetChanges *changes, TieFunc matches,
                     const char *singular, const char *plural) {
  g_autofree char *since = refnet_change_since(changes);
  say_ties_since(description, changes, matches, singular, plural, since);
}

static guint64 count_absent(const RefnetChanges *changes) {
  guint64 count = 0;
  for (gsize i = 0; i < changes->tie_count; i++)
    count += is_gone(&changes->ties[i]) && changes->ties[i].absent != REFNET_NONE;
  return count;
}

static void say_absent(RefnetDescription *description, const RefnetChanges *changes) {
  guint64 absent = count_absent(changes), gone = changes->tie_counts[REFNET_TIE_REMOVED];
  if (absent == 0)
    return;
  g_autofree char *share = refnet_words_share(absent, gone);
  say(description, gone == 1 ? g_strdup("It has an end that is not among the organisations now.")
                   : absent == gone
                       ? g_strdup("Each of these has an end that is not among the "
                                  "organisations now.")
                       : g_strdup_printf("Of these, %s %s an end that is not among "
                                         "the organisations now.",
                                         share, refnet_words_in_number(absent, "has", "have")));
}

/* ---- services -------------------------------------------------------------------------------- */

gboolean refnet_change_is_better(const RefnetGapMove *move) {
  guint32 now = move->providers[REFNET_NOW], then = move->providers[REFNET_THEN];
  gboolean is_of_group = move->gap->status == REFNET_GAP_POPULATION;
  return move->side == REFNET_THEN && !move->need_is_new &&
         (!is_of_group || move->group_is_served) &&
         (move->other ? now > then : now > 0 && now >= then);
}

static gboolean is_worse(const RefnetGapMove *move) {
  guint32 now = move->providers[REFNET_NOW], then = move->providers[REFNET_THEN];
  return move->side == REFNET_NOW && !move->need_is_new &&
         (move->other ? now < then : then > 0 && now <= then);
}

static char *cell_name(const RefnetChanges *changes, const RefnetGapMove *move) {
  const RefnetDataset *dataset = changes->networks[move->side]->dataset;
  return g_strdup_printf("%s in %s", dataset->services.names[move->gap->service],
                         dataset->areas[move->gap->area].name);
}

/* Where nobody offers the service any more and nothing asks for it, there is no finding now. */
static gboolean is_lost(const RefnetGapMove *move) {
  return move->side == REFNET_THEN && !move->other && !move->need_is_new &&
         move->providers[REFNET_THEN] > 0 && move->providers[REFNET_NOW] == 0;
}

/* Where the findings that match are, one name each. Caller frees. */
static GPtrArray *name_cells(const RefnetChanges *changes,
                             gboolean (*matches)(const RefnetGapMove *)) {
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  for (gsize i = 0; i < changes->gap_count; i++)
    if (matches(&changes->gaps[i]))
      g_ptr_array_add(names, cell_name(changes, &changes->gaps[i]));
  return names;
}

static void say_gaps(RefnetDescription *description, const RefnetChanges *changes,
                     gboolean (*matches)(const RefnetGapMove *), const char *singular,
                     const char *plural) {
  g_autoptr(GPtrArray) names = name_cells(changes, matches);
  if (names->len == 0)
    return;
  g_autofree char *number = refnet_words_count(names->len, singular, plural);
  g_autofree char *since = refnet_change_since(changes);
  g_autofree char *findings = g_strdup_printf("%s %s", number, since);
  say(description, refnet_change_name_findings(findings, names));
}

static void say_lost(RefnetDescription *description, const RefnetChanges *changes) {
  g_autoptr(GPtrArray) names = name_cells(changes, is_lost);
  if (names->len == 0)
    return;
  g_autofree char *list = refnet_change_list_once(names);
  say(description, g_strdup_printf("Nobody is listed now, where somebody was then, for %s.", list));
}

static void say_new_needs(RefnetDescription *description, const RefnetChanges *changes) {
  guint64 count = 0;
  for (gsize i = 0; i < changes->gap_count; i++)
    count += changes->gaps[i].side == REFNET_NOW && changes->gaps[i].need_is_new;
  if (count == 0)
    return;
  g_autofree char *number = refnet_words_count(count, "further finding is", "further findings are");
  say(description, g_strdup_printf("%s about needs that needs.csv did not list then: the need may "
                                   "be older than its row.",
                                   number));
}

/* ---- people ---------------------------------------------------------------------------------- */

static guint64 count_people(const RefnetChanges *changes, RefnetContactChangeKind kind,
                            gboolean handed_over) {
  guint64 count = 0;
  for (gsize i = 0; i < changes->people_count; i++)
    count += changes->people[i].kind == kind &&
             (!handed_over || changes->people[i].successor != REFNET_NONE);
  return count;
}

static void say_contacts(RefnetDescription *description, const RefnetChanges *changes,
                         gboolean up) {
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  guint64 count = 0;
  for (gsize i = 0; i < changes->risk_count; i++) {
    const RefnetRiskMove *move = &changes->risks[i];
    if (!((up ? move->up : move->down) & REFNET_MOVE_CONTACTS))
      continue;
    count++;
    if (names->len < NAMED)
      g_ptr_array_add(names, g_strdup(refnet_change_label(changes, move->compared)));
  }
  if (count == 0)
    return;
  g_autofree char *number =
      up ? refnet_words_count(count,
                              "organisation has one listed contact, or none left, where "
                              "there were more",
                              "organisations have one listed contact, or none left, where there "
                              "were more")
         : refnet_words_count(count, "organisation no longer rests on one listed contact",
                              "organisations no longer rest on one listed contact");
  g_autofree char *list = name_some(names, count);
  say(description, g_strdup_printf("%s: %s.", number, list));
}

static void say_handovers(RefnetDescription *description, const RefnetChanges *changes) {
  guint64 left = count_people(changes, REFNET_PERSON_LEFT, FALSE);
  guint64 handed_over = count_people(changes, REFNET_PERSON_LEFT, TRUE);
  if (handed_over == 0)
    return;
  g_autofree char *share = refnet_words_share(handed_over, left);
  say(description,
      g_strdup_printf("Of the contacts who left, %s handed over to a successor who is listed.",
                      share));
}

/* Of those at organizations of both views. */
static guint64 count_moved(const RefnetChanges *changes) {
  guint64 count = 0;
  for (gsize i = 0; i < changes->people_count; i++) {
    const guint32 *vertex = changes->organizations[changes->people[i].compared].vertex;
    count += changes->people[i].kind == REFNET_PERSON_MOVED && vertex[REFNET_THEN] != REFNET_NONE &&
             vertex[REFNET_NOW] != REFNET_NONE;
  }
  return count;
}

/* "five left, two moved to another organisation and one is no longer listed" */
static char *leaving_words(guint64 left, guint64 moved, guint64 unlisted) {
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
  if (left > 0)
    g_ptr_array_add(words, refnet_words_count(left, "left", "left"));
  if (moved > 0)
    g_ptr_array_add(words, refnet_words_count(moved, "moved to another organisation",
                                              "moved to another organisation"));
  if (unlisted > 0)
    g_ptr_array_add(words,
                    refnet_words_count(unlisted, "is no longer listed", "are no longer listed"));
  return words->len == 0 ? g_strdup("all are still there")
                         : refnet_words_list((const char *const *)words->pdata, words->len, 0);
}

/* What those are among whom people are followed, where it is not all. */
static const char *at_whom(const RefnetChanges *changes) {
  for (gsize i = 0; i < changes->organization_count; i++) {
    const guint32 *vertex = changes->organizations[i].vertex;
    if (vertex[REFNET_THEN] == REFNET_NONE || vertex[REFNET_NOW] == REFNET_NONE)
      return " at organisations in both lists";
  }
  return "";
}

static void say_turnover(RefnetDescription *description, const RefnetChanges *changes) {
  guint64 left = count_people(changes, REFNET_PERSON_LEFT, FALSE);
  guint64 unlisted = count_people(changes, REFNET_PERSON_UNLISTED, FALSE);
  guint64 fresh = count_people(changes, REFNET_PERSON_NEW, FALSE), moved = count_moved(changes);
  guint64 gone = left + unlisted + moved;
  if (changes->contacts_then == 0 || gone + fresh == 0)
    return;
  g_autofree char *contacts = refnet_words_count(changes->contacts_then, "contact", "contacts");
  g_autofree char *leaving = leaving_words(left, moved, unlisted);
  g_autofree char *new =
      fresh == 0 ? g_strdup("none is new") : refnet_words_count(fresh, "is new", "are new");
  g_autofree char *percent = refnet_words_percent((double)gone / changes->contacts_then);
  g_autofree char *rate = refnet_words_rate(changes->risk_searches[REFNET_NOW]->turnover);
  const char *where = at_whom(changes);
  if (gone == 0)
    say(description,
        g_strdup_printf("Of %s listed then%s, %s; %s.", contacts, where, leaving, new));
  else
    say(description,
        g_strdup_printf("Of %s listed then%s, %s (%s; what is expected of the year ahead assumes "
                        "%s); %s.",
                        contacts, where, leaving, percent, rate, new));
}

/* Shares of contacts in touch, where both sides say when. */
static void say_in_touch(RefnetDescription *description, const RefnetChanges *changes,
                         gboolean better) {
  const RefnetComparedFigure *figure = refnet_changes_figure(changes, "contacts_in_touch");
  double then = figure->value[REFNET_THEN], now = figure->value[REFNET_NOW];
  if (isnan(then) || isnan(now) || fabs(now - then) < .02 || (now > then) != better)
    return;
  g_autofree char *old = refnet_words_percent(then), *new = refnet_words_percent(now);
  say(description,
      g_strdup_printf("Of the contacts with a date, %s were in touch within half a year; then it "
                      "was %s.%s",
                      new, old, better ? "" : " Where people spoke since, add the date."));
}

/* ---- the two parts --------------------------------------------------------------------------- */

void refnet_change_say_what_works(RefnetDescription *description, const RefnetChanges *changes) {
  say_ties(description, changes, is_two_way, "relationship became two-way",
           "relationships became two-way");
  say_ties(description, changes, is_new, "relationship is new", "relationships are new");
  if (!(changes->caveats & (REFNET_CAVEAT_SPAN | REFNET_CAVEAT_UNDATED)))
    say_ties(description, changes, is_clearly_stronger, "relationship carries clearly more",
             "relationships carry clearly more");
  say_gaps(description, changes, refnet_change_is_better, "finding about a service closed or eased",
           "findings about services closed or eased");
  say_contacts(description, changes, FALSE);
  say_handovers(description, changes);
  say_in_touch(description, changes, TRUE);
}

void refnet_change_say_what_to_look_at(RefnetDescription *description,
                                       const RefnetChanges *changes) {
  say_ties_since(description, changes, is_unsaid,
                 "relationship recorded then is not recorded now, but who reported it did not "
                 "answer, so it counts as unknown, not as ended",
                 "relationships recorded then are not recorded now, but who reported them did not "
                 "answer, so they count as unknown, not as ended",
                 "");
  say_ties(description, changes, is_gone, "relationship is no longer recorded",
           "relationships are no longer recorded");
  say_absent(description, changes);
  say_ties(description, changes, is_one_way, "relationship is recorded one way only now",
           "relationships are recorded one way only now");
  if (!(changes->caveats & (REFNET_CAVEAT_SPAN | REFNET_CAVEAT_UNDATED)))
    say_ties(description, changes, is_clearly_weaker, "relationship carries clearly less",
             "relationships carry clearly less");
  say_gaps(description, changes, is_worse, "finding about a service opened or deepened",
           "findings about services opened or deepened");
  say_lost(description, changes);
  say_new_needs(description, changes);
  say_contacts(description, changes, TRUE);
  say_turnover(description, changes);
  say_in_touch(description, changes, FALSE);
}
