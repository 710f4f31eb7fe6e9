/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/risks/risk_sentences.h"

#include <math.h>

#include "present/wording/words.h"

enum { NAMES_IN_A_SENTENCE = 4 };

/* ---- organisations --------------------------------------------------------------------------- */

static void append_sentence(GString *text, char *sentence) {
  g_string_append_printf(text, "%s%s", text->len ? " " : "", sentence);
  g_free(sentence);
}

/* The lists of those cut off are empty where they would be too long; how many there are is known.
 */
static char *cut_off_in_words(const RefnetRisks *risks, const RefnetOrganizationRisk *risk) {
  if (risk->cut_off.length > 0)
    return refnet_words_vertices(risks->network, risk->cut_off, NAMES_IN_A_SENTENCE);
  return refnet_words_capital(
      refnet_words_count(risk->cut_off_count, "organisation", "organisations"));
}

static gboolean is_closed(const RefnetRisks *risks, const RefnetOrganizationRisk *risk) {
  return refnet_network_organization(risks->network, risk->vertex)->closed;
}

static char *only_link_sentence(const RefnetRisks *risks, const RefnetOrganizationRisk *risk) {
  g_autofree char *cut_off = cut_off_in_words(risks, risk);
  return g_strdup_printf("%s %s no recorded route to %s except through %s%s", cut_off,
                         risk->cut_off_count == 1 ? "has" : "have",
                         refnet_words_rest(risks->network, risk->cut_off_count, 1),
                         refnet_network_label(risks->network, risk->vertex),
                         is_closed(risks, risk)
                             ? ", which is listed as closed. Ask whom they work with now."
                             : ". That shows its importance, not a fault.");
}

static char *contacts_sentence(const RefnetRisks *risks, const RefnetOrganizationRisk *risk) {
  const char *label = refnet_network_label(risks->network, risk->vertex);
  guint32 degree = refnet_network_degree(risks->network, risk->vertex);
  g_autofree char *ties = refnet_words_count(degree, "relationship rests", "relationships rest");
  g_autofree char *recorded = refnet_words_count(degree, "relationship", "relationships");
  refnet_words_capital(ties);
  if (risk->flags & REFNET_RISK_ALL_CONTACTS_LEFT)
    return g_strdup_printf("%s our list names at %s has left; its %s %s no listed contact. Ask who "
                           "took over.",
                           risk->contacts_left == 1 ? "The one person" : "Everybody", label,
                           recorded, degree == 1 ? "has" : "have");
  if (risk->flags & REFNET_RISK_NO_CONTACT)
    return g_strdup_printf(
        "Our list names nobody at %s, so its %s could not be assessed. Ask whom to call there.",
        label, recorded);
  return g_strdup_printf("Our list names one person at %s; others may exist. %s on that name. Ask "
                         "who else to include.",
                         label, ties);
}

static char *single_neighbor_sentence(const RefnetRisks *risks,
                                      const RefnetOrganizationRisk *risk) {
  const RefnetNetwork *network = risks->network;
  guint32 neighbor = network->neighbor[network->tie_start[risk->vertex]];
  return g_strdup_printf(
      "%s is reached through one organisation only, %s%s.",
      refnet_network_label(network, risk->vertex), refnet_network_label(network, neighbor),
      refnet_network_organization(network, neighbor)->closed ? ", which is listed as closed" : "");
}

static char *funding_sentence(const RefnetRisks *risks, const RefnetOrganizationRisk *risk) {
  const RefnetOrganization *organization =
      refnet_network_organization(risks->network, risk->vertex);
  g_autofree char *date = refnet_date_words(organization->details->funding_end);
  return g_strdup_printf("Funding of %s is listed to %s.", refnet_organization_label(organization),
                         date);
}

static const char *when_received(const RefnetOrganizationRisk *risk) {
  return risk->received_undated == 0               ? "in the last year"
         : risk->received_undated < risk->received ? "in the last year or without a date"
                                                   : "without a date";
}

static char *capacity_sentence(const RefnetRisks *risks, const RefnetOrganizationRisk *risk) {
  g_autofree char *received = refnet_words_people(risk->received);
  /* Rounded, it could be as many as were received. */
  g_autofree char *room = risk->capacity == round(risk->capacity)
                              ? refnet_words_people(risk->capacity)
                              : refnet_words_figure(risk->capacity);
  return g_strdup_printf("%s referral%s to %s %s recorded %s; it lists room for %s a year.",
                         refnet_words_capital(received), risk->received == 1 ? "" : "s",
                         refnet_network_label(risks->network, risk->vertex),
                         risk->received == 1 ? "is" : "are", when_received(risk), room);
}

static char *closed_sentence(const RefnetRisks *risks, const RefnetOrganizationRisk *risk) {
  gboolean has_ties = refnet_network_degree(risks->network, risk->vertex) > 0;
  return g_strdup_printf("%s is listed as closed.%s",
                         refnet_network_label(risks->network, risk->vertex),
                         has_ties ? " Ask its partners whom they work with now." : "");
}

static gboolean is_only_link(const RefnetOrganizationRisk *risk) {
  return (risk->flags & REFNET_RISK_ARTICULATION) && risk->cut_off_count > 0;
}

gboolean refnet_risk_is_finding(const RefnetRisks *risks, const RefnetOrganizationRisk *risk) {
  const guint about_contacts = REFNET_RISK_SINGLE_CONTACT | REFNET_RISK_ALL_CONTACTS_LEFT;
  gboolean has_ties = refnet_network_degree(risks->network, risk->vertex) > 0;
  if (is_closed(risks, risk))
    return is_only_link(risk);
  return is_only_link(risk) || (has_ties && (risk->flags & about_contacts)) ||
         (risk->flags &
          (REFNET_RISK_SINGLE_NEIGHBOR | REFNET_RISK_FUNDING_ENDS | REFNET_RISK_OVER_CAPACITY));
}

char *refnet_risk_sentence_organization(const RefnetRisks *risks,
                                        const RefnetOrganizationRisk *risk) {
  const guint about_contacts =
      REFNET_RISK_SINGLE_CONTACT | REFNET_RISK_NO_CONTACT | REFNET_RISK_ALL_CONTACTS_LEFT;
  if (is_closed(risks, risk))
    return is_only_link(risk) ? only_link_sentence(risks, risk) : closed_sentence(risks, risk);
  GString *text = g_string_new(NULL);
  if (is_only_link(risk))
    append_sentence(text, only_link_sentence(risks, risk));
  if ((risk->flags & about_contacts) && refnet_network_degree(risks->network, risk->vertex) > 0)
    append_sentence(text, contacts_sentence(risks, risk));
  if (risk->flags & REFNET_RISK_SINGLE_NEIGHBOR)
    append_sentence(text, single_neighbor_sentence(risks, risk));
  if (risk->flags & REFNET_RISK_FUNDING_ENDS)
    append_sentence(text, funding_sentence(risks, risk));
  if (risk->flags & REFNET_RISK_OVER_CAPACITY)
    append_sentence(text, capacity_sentence(risks, risk));
  return g_string_free(text, FALSE);
}

/* ---- relationships --------------------------------------------------------------------------- */

static char *end_in_words(guint32 contacts, const char *label) {
  g_autofree char *people = refnet_words_count(contacts, "listed person", "listed people");
  return g_strdup_printf("%s at %s", people, label);
}

static char *unknown_tie_sentence(const RefnetRisks *risks, const RefnetTieRisk *risk) {
  const RefnetNetwork *network = risks->network;
  const char *a = refnet_network_label(network, network->tie_a[risk->tie]);
  const char *b = refnet_network_label(network, network->tie_b[risk->tie]);
  gboolean a_missing = risk->contacts_from == 0, b_missing = risk->contacts_to == 0;
  return g_strdup_printf("No contact is listed at %s%s%s, so this relationship could not be "
                         "assessed.",
                         a_missing ? a : b, a_missing && b_missing ? " and " : "",
                         a_missing && b_missing ? b : "");
}

char *refnet_risk_turnover_words(double turnover) {
  g_autofree char *percent = refnet_words_rate(turnover);
  return g_strdup_printf("assuming %s yearly turnover; not a forecast about any person", percent);
}

char *refnet_risk_sentence_tie(const RefnetRisks *risks, const RefnetTieRisk *risk) {
  const RefnetNetwork *network = risks->network;
  const char *label_a = refnet_network_label(network, network->tie_a[risk->tie]);
  const char *label_b = refnet_network_label(network, network->tie_b[risk->tie]);
  if (isnan(risk->probability))
    return unknown_tie_sentence(risks, risk);
  if (risk->already_lost)
    return g_strdup_printf("%s and %s: everybody listed for this relationship at one end has left; "
                           "it is already without a contact.",
                           label_a, label_b);
  g_autofree char *a = end_in_words(risk->contacts_from, label_a);
  g_autofree char *b = end_in_words(risk->contacts_to, label_b);
  g_autofree char *percent = refnet_words_percent(risk->probability);
  g_autofree char *assumption = refnet_risk_turnover_words(risks->turnover);
  char *text = g_strdup_printf("%s and %s hold this relationship. The chance that an end of it has "
                               "no listed contact in a year is %s (%s).%s",
                               a, b, percent, assumption,
                               risk->bridge ? " No other route joins the two sides." : "");
  return refnet_words_capital(text);
}

/* ---- people ---------------------------------------------------------------------------------- */

/* "dental care in Lakeshore, respite care in Eastside and two others". */
static char *cells_in_words(const RefnetDataset *dataset, const RefnetPersonRisk *risk) {
  g_auto(GStrv) texts = g_new0(char *, (gsize)risk->unreachable_count + 1);
  for (guint32 i = 0; i < risk->unreachable_count; i++)
    texts[i] = g_strdup_printf("%s in %s", dataset->services.names[risk->unreachable[i].service],
                               dataset->areas[risk->unreachable[i].area].name);
  return refnet_words_list((const char *const *)texts, risk->unreachable_count,
                           NAMES_IN_A_SENTENCE);
}

/* The other ends of the ties that go, from where the person is. */
static char *partners_in_words(const RefnetRisks *risks, const RefnetPersonRisk *risk) {
  const RefnetNetwork *network = risks->network;
  g_autofree const char **names = g_new0(const char *, (gsize)risk->ties_left_without_contact + 1);
  for (guint32 i = 0; i < risk->ties_left_without_contact; i++) {
    guint32 a = network->tie_a[risk->ties[i]], b = network->tie_b[risk->ties[i]];
    gboolean is_at_a = refnet_list_has(risk->organizations, network->organization[a]);
    names[i] = refnet_network_label(network, is_at_a ? b : a);
  }
  return refnet_words_list(names, risk->ties_left_without_contact, NAMES_IN_A_SENTENCE);
}

/* The list is empty where it would be too long, or where nobody looked. */
static void append_cut_off(GString *text, const RefnetRisks *risks, const RefnetPersonRisk *risk) {
  g_autofree char *who = NULL;
  if (risk->cut_off_count == REFNET_NONE) {
    g_string_append(text, " Who would then lose the route through listed contacts to the rest was "
                          "not worked out: the network is too large to do that for everybody.");
    return;
  }
  if (risk->cut_off.length > 0)
    who = refnet_words_vertices(risks->network, risk->cut_off, NAMES_IN_A_SENTENCE);
  else if (risk->cut_off_count > 0)
    who = refnet_words_capital(
        refnet_words_count(risk->cut_off_count, "organisation", "organisations"));
  if (who)
    g_string_append_printf(text, " %s would have no route through listed contacts to %s.", who,
                           refnet_words_rest(risks->network, risk->cut_off_count, 0));
}

static void append_consequences(GString *text, const RefnetRisks *risks,
                                const RefnetPersonRisk *risk) {
  g_autofree char *partners = partners_in_words(risks, risk);
  g_string_append_printf(text, " %s: %s.",
                         risk->ties_left_without_contact == 1 ? "It is with" : "These are with",
                         partners);
  append_cut_off(text, risks, risk);
  if (risk->unreachable_count > 0) {
    g_autofree char *cells = cells_in_words(risks->network->dataset, risk);
    g_string_append_printf(text,
                           " No recorded referral route of two steps or fewer would then lead from "
                           "others there to %s.",
                           cells);
  }
}

static gboolean are_closed(const RefnetRisks *risks, RefnetIndexList organizations) {
  for (guint32 i = 0; i < organizations.length; i++)
    if (!risks->network->dataset->organizations[organizations.items[i]].closed)
      return FALSE;
  return TRUE;
}

gboolean refnet_risk_is_out_of_office(const RefnetRisks *risks, const RefnetPersonRisk *risk) {
  return are_closed(risks, risk->organizations);
}

static const char *advice_on_leaving(const RefnetRisks *risks, RefnetIndexList at) {
  if (!are_closed(risks, at))
    return ". Introducing a colleague now would help.";
  return at.length == 1 ? ", which is listed as closed. Ask its partners whom they work with now."
                        : ", which are listed as closed. Ask their partners whom they work with "
                          "now.";
}

/* Of the organizations that the person works at, those at an end of a tie that goes. */
static GArray *ends_that_go(const RefnetRisks *risks, const RefnetPersonRisk *risk) {
  const RefnetNetwork *network = risks->network;
  GArray *ends = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint32 i = 0; i < risk->organizations.length; i++) {
    const guint32 organization = risk->organizations.items[i];
    gboolean is_end = FALSE;
    for (guint32 t = 0; t < risk->ties_left_without_contact && !is_end; t++)
      is_end = network->organization[network->tie_a[risk->ties[t]]] == organization ||
               network->organization[network->tie_b[risk->ties[t]]] == organization;
    if (is_end)
      g_array_append_val(ends, organization);
  }
  return ends;
}

char *refnet_risk_sentence_person(const RefnetRisks *risks, const RefnetPersonRisk *risk,
                                  gboolean show_people) {
  const RefnetDataset *dataset = risks->network->dataset;
  g_autofree char *who = refnet_words_contact(dataset, risk->contacts.items[0], show_people);
  g_autofree char *ties =
      refnet_words_count(risk->ties_left_without_contact, "relationship", "relationships");
  g_autofree char *held = refnet_words_number(risk->ties_held);
  if (risk->ties_left_without_contact == 0 && risk->ties_held == 1)
    return g_strdup_printf("If %s left, a colleague is listed for the one relationship held.", who);
  if (risk->ties_left_without_contact == 0)
    return g_strdup_printf("If %s left, colleagues are listed for each of the %s relationships "
                           "held.",
                           who, held);
  g_autoptr(GArray) ends = ends_that_go(risks, risk);
  const RefnetIndexList at = {(const guint32 *)(gpointer)ends->data, ends->len};
  g_autofree char *where = refnet_words_organizations(dataset, at, NAMES_IN_A_SENTENCE);
  GString *text = g_string_new(NULL);
  g_string_append_printf(text,
                         "If %s left without a handover, %s would have no listed contact at %s%s",
                         who, ties, where, advice_on_leaving(risks, at));
  append_consequences(text, risks, risk);
  return g_string_free(text, FALSE);
}

/* ---- whom to ask for ------------------------------------------------------------------------- */

char *refnet_risk_sentence_missing(const RefnetRisks *risks, const RefnetMissingContact *missing) {
  const char *label = refnet_network_label(risks->network, missing->vertex);
  g_autofree char *without =
      refnet_words_count(missing->ties_without, "relationship", "relationships");
  g_autofree char *left = refnet_words_count(missing->ties_left, "relationship", "relationships");
  GString *text = g_string_new(NULL);
  if (missing->ties_without > 0)
    g_string_append_printf(text, "Our list names nobody for %s at %s; ask whom to call there.",
                           without, label);
  if (missing->ties_left > 0)
    g_string_append_printf(text, "%sEverybody listed for %s at %s has left; ask who took over.",
                           text->len ? " " : "", left, label);
  return g_string_free(text, FALSE);
}
