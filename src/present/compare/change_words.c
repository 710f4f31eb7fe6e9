/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/compare/change_words.h"

#include <math.h>

#include "present/wording/words.h"

enum { NAMED = 3 };
enum { LEAST_DAYS_OF_A_YEAR = 330, MOST_DAYS_OF_A_YEAR = 400 };

char *refnet_change_since(const RefnetChanges *changes) {
  gint64 days = (gint64)changes->as_of[REFNET_NOW] - changes->as_of[REFNET_THEN];
  if (days >= LEAST_DAYS_OF_A_YEAR && days <= MOST_DAYS_OF_A_YEAR)
    return g_strdup("since last year");
  g_autofree char *date = refnet_date_words(changes->as_of[REFNET_THEN]);
  return days > 0 ? g_strdup_printf("since %s", date) : g_strdup("since the older list");
}

const char *refnet_change_label(const RefnetChanges *changes, guint32 compared) {
  return refnet_organization_label(refnet_changes_organization(changes, compared, REFNET_NOW));
}

const char *refnet_change_side_heading(const RefnetChanges *changes, guint side) {
  static const char *const words[][REFNET_SIDES] = {{"Then", "Now"}, {"Now", "In this case"}};
  return words[changes->is_scenario][side];
}

guint refnet_change_side_of(const RefnetContactChange *change) {
  return change->kind == REFNET_PERSON_UNLISTED || change->kind == REFNET_PERSON_MOVED ? REFNET_THEN
                                                                                       : REFNET_NOW;
}

char *refnet_change_pair(const RefnetChanges *changes, const RefnetTieChange *tie) {
  return g_strdup_printf("%s and %s", refnet_change_label(changes, tie->a),
                         refnet_change_label(changes, tie->b));
}

static char *figure_text(double value, int decimals) {
  char text[G_ASCII_DTOSTR_BUF_SIZE], format[8];
  if (isnan(value))
    return g_strdup("n/a");
  if (decimals == 0)
    return value >= 0 ? refnet_words_figure(round(value)) : g_strdup_printf("%.0f", value);
  g_snprintf(format, sizeof format, "%%.%df", decimals);
  return g_strdup(g_ascii_formatd(text, sizeof text, format, value + 0.0));
}

char *refnet_change_from_to(const double value[REFNET_SIDES], int decimals) {
  g_autofree char *then = figure_text(value[REFNET_THEN], decimals);
  g_autofree char *now = figure_text(value[REFNET_NOW], decimals);
  return g_strdup_printf("from %s to %s", then, now);
}

/* ---- what findings are about ------------------------------------------------------------------
 */

/* The array holds names of `names`, which own them. */
static GPtrArray *each_once(const GPtrArray *names) {
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  GPtrArray *once = g_ptr_array_new();
  for (guint i = 0; i < names->len; i++)
    if (g_hash_table_add(seen, names->pdata[i]))
      g_ptr_array_add(once, names->pdata[i]);
  return once;
}

char *refnet_change_list_once(const GPtrArray *names) {
  g_autoptr(GPtrArray) once = each_once(names);
  return refnet_words_list((const char *const *)once->pdata, once->len, NAMED);
}

char *refnet_change_name_findings(const char *findings, const GPtrArray *names) {
  g_autoptr(GPtrArray) once = each_once(names);
  g_autofree char *list = refnet_words_list((const char *const *)once->pdata, once->len, NAMED);
  return g_strdup_printf("%s%s %s.", findings, once->len == names->len ? ":" : "; they are about",
                         list);
}

/* ---- figures --------------------------------------------------------------------------------- */

static const RefnetFigureWords figures[] = {
    {"organizations", "Organisations", 0, REFNET_FIGURE_NETWORK, {NULL, NULL}},
    {"arcs", "Referral links, each way counted", 0, REFNET_FIGURE_NETWORK, {NULL, NULL}},
    {"ties", "Relationships", 0, REFNET_FIGURE_NETWORK, {NULL, NULL}},
    {"two_way_ties",
     "Two-way relationships",
     0,
     REFNET_FIGURE_NETWORK,
     {"fewer relationships run both ways", "more relationships run both ways"}},
    {"referrals", "Referrals", 0, REFNET_FIGURE_REFERRALS, {NULL, NULL}},
    {"isolates",
     "Organisations without a relationship",
     0,
     REFNET_FIGURE_NETWORK,
     {"fewer stand alone", "more stand alone, or were not asked"}},
    {"components", "Separate parts", 0, REFNET_FIGURE_NETWORK, {NULL, NULL}},
    {"largest_component_share",
     "Share in the largest part",
     2,
     REFNET_FIGURE_NETWORK,
     {NULL, NULL}},
    {"density", "Density of referral links", 3, REFNET_FIGURE_NETWORK, {NULL, NULL}},
    {"tie_density", "Density of relationships", 3, REFNET_FIGURE_NETWORK, {NULL, NULL}},
    {"reciprocity", "Reciprocity of referral links", 3, REFNET_FIGURE_NETWORK, {NULL, NULL}},
    {"dyad_reciprocity",
     "Share of relationships that are two-way",
     2,
     REFNET_FIGURE_NETWORK,
     {"a smaller share refers both ways", "a larger share refers both ways"}},
    {"ties_per_organization",
     "Relationships per organisation",
     1,
     REFNET_FIGURE_NETWORK,
     {"organisations have fewer partners on average",
      "organisations have more partners on average"}},
    {"transitivity",
     "Transitivity",
     3,
     REFNET_FIGURE_NETWORK,
     {"partners of one organisation know each other less often",
      "partners of one organisation know each other more often"}},
    {"degree_centralization",
     "Degree centralisation",
     3,
     REFNET_FIGURE_NETWORK,
     {"less depends on a few organisations", "more depends on a few organisations"}},
    {"average_distance",
     "Average distance",
     2,
     REFNET_FIGURE_NETWORK,
     {"a shorter way from one to another", "a longer way from one to another"}},
    {"communities", "Communities", 0, REFNET_FIGURE_NETWORK, {NULL, NULL}},
    {"modularity", "Modularity", 3, REFNET_FIGURE_NETWORK, {NULL, NULL}},
    {"ei_index",
     "E-I index by sector",
     3,
     REFNET_FIGURE_NETWORK,
     {"fewer relationships cross sectors", "more relationships cross sectors"}},
    {"contacts", "Contacts listed who have not left", 0, REFNET_FIGURE_CONTACTS, {NULL, NULL}},
    {"contacts_per_organization",
     "Contacts per organisation",
     2,
     REFNET_FIGURE_CONTACTS,
     {NULL, NULL}},
    {"single_contact_organizations",
     "Organisations with one listed contact",
     0,
     REFNET_FIGURE_CONTACTS,
     {NULL, NULL}},
    {"organizations_without_contact",
     "Organisations without a listed contact",
     0,
     REFNET_FIGURE_CONTACTS,
     {NULL, NULL}},
    {"ties_on_one_person",
     "Relationships that rest on one person at an end",
     0,
     REFNET_FIGURE_CONTACTS,
     {NULL, NULL}},
    {"ties_without_contact",
     "Relationships whose contacts have all left",
     0,
     REFNET_FIGURE_CONTACTS,
     {NULL, NULL}},
    {"expected_ties_lost",
     "Relationships expected without a contact in a year",
     1,
     REFNET_FIGURE_CONTACTS,
     {NULL, NULL}},
    {"expected_share_lost",
     "The same as a share",
     2,
     REFNET_FIGURE_CONTACTS,
     {"relationships rest on more people", "relationships rest on fewer people"}},
    {"truck_factor",
     "People who hold half of the relationships",
     0,
     REFNET_FIGURE_CONTACTS,
     {"half of them rest on fewer people", "half of them rest on more people"}},
    {"articulation_organizations",
     "Organisations that are an only link",
     0,
     REFNET_FIGURE_NETWORK,
     {"fewer are the only link of others", "more are the only link of others"}},
    {"contacts_in_touch",
     "Contacts in touch within half a year",
     2,
     REFNET_FIGURE_CONTACTS,
     {"fewer check-ins were kept up, or written down", "more check-ins were kept up"}},
    {"gaps_absent", "Services with none found, by area", 0, REFNET_FIGURE_SERVICES, {NULL, NULL}},
    {"gaps_fragile", "Services with one provider", 0, REFNET_FIGURE_SERVICES, {NULL, NULL}},
    {"gaps_population", "Services with none for a group", 0, REFNET_FIGURE_SERVICES, {NULL, NULL}},
    {"gaps_strained", "Services with need above capacity", 0, REFNET_FIGURE_SERVICES, {NULL, NULL}},
    {"gaps_unreachable",
     "Services without a referral route",
     0,
     REFNET_FIGURE_SERVICES,
     {NULL, NULL}},
    {"gaps_failing", "Services often unfilled", 0, REFNET_FIGURE_SERVICES, {NULL, NULL}},
    {"unmet", "People a year above capacity", 0, REFNET_FIGURE_SERVICES, {NULL, NULL}},
    {"check_ins_due", "Check-ins due already", 0, REFNET_FIGURE_CONTACTS, {NULL, NULL}},
};

const RefnetFigureWords *refnet_figure_words(const char *key) {
  for (gsize i = 0; i < G_N_ELEMENTS(figures); i++)
    if (g_str_equal(figures[i].key, key))
      return &figures[i];
  return NULL;
}

/* The sign of what people would read as a change. */
static int direction(const double value[REFNET_SIDES], int decimals) {
  double step = .5 * pow(10, -decimals), change = value[REFNET_NOW] - value[REFNET_THEN];
  return isnan(change) || fabs(change) < step ? 0 : change > 0 ? 1 : -1;
}

static gboolean is_measured(const double value[REFNET_SIDES]) {
  return !isnan(value[REFNET_THEN]) && !isnan(value[REFNET_NOW]);
}

static gboolean fell_apart(const RefnetChanges *changes) {
  return changes->summaries[REFNET_NOW]->components > changes->summaries[REFNET_THEN]->components;
}

/* NULL: the change is too small to be read, good nor bad by itself, or not what it looks like. */
static const char *meaning_of(const RefnetChanges *changes, const RefnetFigureWords *words,
                              int way) {
  const char *meaning = way == 0 ? NULL : words->meaning[way > 0];
  /* Who is out of reach has no distance. */
  if (way < 0 && g_str_equal(words->key, "average_distance") && fell_apart(changes))
    return NULL;
  if (!changes->is_scenario)
    return meaning;
  /* Nobody calls or asks anybody in a scenario. */
  if (g_str_equal(words->key, "contacts_in_touch"))
    return NULL;
  return way > 0 && g_str_equal(words->key, "isolates") ? "more stand alone" : meaning;
}

char *refnet_change_reason_figure(const RefnetChanges *changes,
                                  const RefnetComparedFigure *figure) {
  const RefnetFigureWords *words = refnet_figure_words(figure->key);
  gboolean has_other_members =
      (changes->caveats & REFNET_CAVEAT_BOUNDARY) != 0 ||
      (changes->is_scenario &&
       changes->networks[REFNET_NOW]->vertices != changes->networks[REFNET_THEN]->vertices);
  gboolean is_shared = has_other_members && is_measured(figure->shared);
  const double *value = is_shared ? figure->shared : figure->value;
  int way = direction(value, words->decimals);
  const char *meaning = meaning_of(changes, words, way);
  if (!is_measured(figure->value))
    return NULL;
  if (g_str_equal(figure->key, "organizations"))
    is_shared = FALSE;
  /* Less may only be what those had of it who close. */
  if (changes->is_scenario && has_other_members && !is_shared && way < 0)
    return NULL;
  if (!is_shared)
    return meaning ? refnet_words_capital(g_strdup_printf("%s.", meaning)) : NULL;
  if (changes->is_scenario && way == 0) /* what goes with those who close needs no words */
    return NULL;
  g_autofree char *from_to = refnet_change_from_to(value, words->decimals);
  return g_strdup_printf("Among the organisations %s%s%s%s%s.",
                         changes->is_scenario ? "that stay" : "in both lists",
                         way == 0 ? ": " : " ", way == 0 ? "as before" : from_to,
                         meaning ? ": " : "", meaning ? meaning : "");
}
