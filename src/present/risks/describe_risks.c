/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What rests on one person or one organisation. */
#include <math.h>

#include "present/description/description.h"
#include "present/risks/risk_people.h"
#include "present/risks/risk_network_sentences.h"
#include "present/risks/risk_sentences.h"

static const RefnetColumn field_columns[] = {
    {"turnover", "Yearly turnover assumed", REFNET_VALUE_REAL, 2, 0, NULL},
    {"ties_assessed", "Relationships assessed", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"ties_unknown", "Relationships without a listed contact at an end", REFNET_VALUE_INTEGER, 0, 0,
     NULL},
    {"expected_ties_lost", "Expected without one in a year", REFNET_VALUE_REAL, 1, 0, NULL},
    {"p90_ties_lost", "In nine years of ten, at most", REFNET_VALUE_REAL, 0, 0, NULL},
    {"truck_factor", "People who hold more than half of the assessed", REFNET_VALUE_INTEGER, 0, 0,
     NULL},
    {"vertex_connectivity", "Organisations that hold the largest part together", REFNET_VALUE_REAL,
     0, REFNET_COLUMN_DETAIL, NULL},
    {"fragmentation", "Share of pairs without a route", REFNET_VALUE_REAL, 3, REFNET_COLUMN_DETAIL,
     NULL},
    {"articulation_organizations", "Only links", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_DETAIL, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn organization_columns[] = {
    {"id", "ID", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"label", "ORGANISATION", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"contacts", "CONTACTS", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"articulation", "ONLY LINK", REFNET_VALUE_BOOLEAN, 0, 0, NULL},
    {"cut_off", "CUT OFF", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_DETAIL, NULL},
    {"expected_ties_lost", "EXPECTED WITHOUT CONTACT", REFNET_VALUE_REAL, 1, 0, NULL},
    {"received", "RECEIVED", REFNET_VALUE_REAL, 0, REFNET_COLUMN_DETAIL, NULL},
    {"capacity", "CAPACITY", REFNET_VALUE_REAL, 0, REFNET_COLUMN_DETAIL, NULL},
    {"flags", "FLAGS", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_DETAIL, NULL},
    {"reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn tie_columns[] = {
    {"from", "FROM", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"to", "TO", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"from_label", "ORGANISATION", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"to_label", "AND", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"contacts_from", "CONTACTS", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"contacts_to", "CONTACTS", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"probability", "CHANCE", REFNET_VALUE_REAL, 2, 0, NULL},
    {"bridge", "BRIDGE", REFNET_VALUE_BOOLEAN, 0, 0, NULL},
    {"reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn introduction_columns[] = {
    {"organization", "ID", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"label", "ORGANISATION", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"contacts", "CONTACTS", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"ties", "RELATIONSHIPS", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"drop", "FEWER", REFNET_VALUE_REAL, 1, 0, NULL},
    {"expected_ties_lost", "THEN", REFNET_VALUE_REAL, 1, 0, NULL},
    {"reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn missing_columns[] = {
    {"organization", "ID", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"label", "ORGANISATION", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"ties_without_contact", "NOBODY LISTED", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"ties_all_left", "EVERYBODY LEFT", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn key_columns[] = {
    {"kind", "KIND", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"organizations", "IDS", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_DETAIL, NULL},
    {"value", "VALUE", REFNET_VALUE_REAL, 3, REFNET_COLUMN_DETAIL, NULL},
    {"reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn loss_columns[] = {
    {"ties_lost", "RELATIONSHIPS", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"share", "YEARS WITH AT MOST THAT MANY", REFNET_VALUE_REAL, 3, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const struct {
  guint flag;
  const char *key;
} flag_keys[] = {
    {REFNET_RISK_SINGLE_CONTACT, "single_contact"},
    {REFNET_RISK_NO_CONTACT, "no_contact"},
    {REFNET_RISK_ALL_CONTACTS_LEFT, "all_contacts_left"},
    {REFNET_RISK_ARTICULATION, "articulation"},
    {REFNET_RISK_SINGLE_NEIGHBOR, "single_neighbor"},
    {REFNET_RISK_FUNDING_ENDS, "funding_ends"},
    {REFNET_RISK_OVER_CAPACITY, "over_capacity"},
};

static const char *id_at(const RefnetNetwork *network, guint32 vertex) {
  return refnet_network_organization(network, vertex)->id;
}

static char **flag_texts(guint flags) {
  char **texts = g_new0(char *, G_N_ELEMENTS(flag_keys) + 1);
  for (gsize i = 0, length = 0; i < G_N_ELEMENTS(flag_keys); i++)
    if (flags & flag_keys[i].flag)
      texts[length++] = g_strdup(flag_keys[i].key);
  return texts;
}

static void fill_organization(const RefnetDescription *description, gsize index,
                              RefnetCells *cells) {
  const RefnetRisks *risks = description->result;
  const RefnetOrganizationRisk *risk = &risks->organizations[index];
  refnet_cells_text(cells, id_at(risks->network, risk->vertex));
  refnet_cells_text(cells, refnet_network_label(risks->network, risk->vertex));
  refnet_cells_integer(cells, risk->contacts);
  refnet_cells_boolean(cells, risk->articulation);
  refnet_risk_fill_cut_off(cells, risks->network, risk->cut_off, risk->cut_off_count);
  refnet_cells_real(cells, risk->ties_assessed > 0 ? risk->expected_ties_lost : NAN);
  refnet_cells_real(cells, risk->received);
  refnet_cells_real(cells, risk->capacity);
  refnet_cells_take_texts(cells, flag_texts(risk->flags));
  refnet_cells_take_text(cells, refnet_risk_sentence_organization(risks, risk));
}

static void fill_tie(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetRisks *risks = description->result;
  const RefnetNetwork *network = risks->network;
  const RefnetTieRisk *risk = &risks->ties[index];
  guint32 a = network->tie_a[risk->tie], b = network->tie_b[risk->tie];
  refnet_cells_text(cells, id_at(network, a));
  refnet_cells_text(cells, id_at(network, b));
  refnet_cells_text(cells, refnet_network_label(network, a));
  refnet_cells_text(cells, refnet_network_label(network, b));
  refnet_cells_integer(cells, risk->contacts_from);
  refnet_cells_integer(cells, risk->contacts_to);
  refnet_cells_real(cells, risk->probability);
  refnet_cells_boolean(cells, risk->bridge);
  refnet_cells_take_text(cells, refnet_risk_sentence_tie(risks, risk));
}

static void fill_bridge(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetRisks *risks = description->result;
  refnet_cells_text(cells, id_at(risks->network, risks->bridges[index].a));
  refnet_cells_text(cells, id_at(risks->network, risks->bridges[index].b));
}

static void fill_introduction(const RefnetDescription *description, gsize index,
                              RefnetCells *cells) {
  const RefnetRisks *risks = description->result;
  const RefnetIntroduction *introduction = &risks->introductions[index];
  refnet_cells_text(cells, id_at(risks->network, introduction->vertex));
  refnet_cells_text(cells, refnet_network_label(risks->network, introduction->vertex));
  refnet_cells_integer(cells, introduction->contacts);
  refnet_cells_integer(cells, introduction->ties);
  refnet_cells_real(cells, introduction->drop);
  refnet_cells_real(cells, introduction->expected_ties_lost);
  refnet_cells_take_text(cells, refnet_risk_sentence_introduction(risks, introduction));
}

static void fill_missing(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetRisks *risks = description->result;
  const RefnetMissingContact *missing = &risks->missing[index];
  refnet_cells_text(cells, id_at(risks->network, missing->vertex));
  refnet_cells_text(cells, refnet_network_label(risks->network, missing->vertex));
  refnet_cells_integer(cells, missing->ties_without);
  refnet_cells_integer(cells, missing->ties_left);
  refnet_cells_take_text(cells, refnet_risk_sentence_missing(risks, missing));
}

static void fill_key_set(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetRisks *risks = description->result;
  const RefnetKeySet *set = &risks->key_sets[index];
  refnet_cells_text(cells, set->kind == REFNET_KEY_REACH ? "reach" : "fragmentation");
  refnet_cells_take_texts(cells, refnet_risk_vertex_ids(risks->network, set->vertices));
  refnet_cells_real(cells, set->value);
  refnet_cells_take_text(cells, refnet_risk_sentence_key_set(risks, set));
}

static void fill_loss(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetRisks *risks = description->result;
  refnet_cells_integer(cells, (gint64)risks->losses[index].ties_lost);
  refnet_cells_real(cells, risks->losses[index].share);
}

static void fill_fields(RefnetCells *cells, const RefnetRisks *risks) {
  refnet_cells_real(cells, risks->turnover);
  refnet_cells_integer(cells, (gint64)risks->ties_assessed);
  refnet_cells_integer(cells, (gint64)risks->ties_unknown);
  refnet_cells_real(cells, risks->expected_ties_lost);
  refnet_cells_real(cells, risks->p90_ties_lost);
  if (risks->truck_factor_known)
    refnet_cells_integer(cells, risks->truck_factor);
  else
    refnet_cells_null(cells);
  refnet_cells_real(cells, risks->vertex_connectivity);
  refnet_cells_real(cells, risks->fragmentation);
  refnet_cells_take_texts(cells, refnet_risk_vertex_ids(risks->network, risks->articulation));
}

/* ---- lists ----------------------------------------------------------------------------------- */

static GArray *notable_organizations(const RefnetRisks *risks) {
  GArray *notable = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint32 i = 0; i < risks->organization_count; i++)
    if (refnet_risk_is_finding(risks, &risks->organizations[i]))
      g_array_append_val(notable, i);
  return notable;
}

static void add_organizations(RefnetDescription *description, const RefnetRisks *risks) {
  GArray *notable = notable_organizations(risks);
  refnet_description_add_list(
      description, &(RefnetListing){
                       .key = "organizations",
                       .heading = "What rests on one organisation or one name",
                       .columns = organization_columns,
                       .fill = fill_organization,
                       .length = risks->organization_count,
                       .notable = notable,
                       .findings = notable->len,
                       .empty = risks->network->dataset->contact_count > 0
                                    ? "No organisation is an only link or has one listed contact, "
                                      "as far as our data tell."
                                    : "No organisation is an only link, as far as our data tell.",
                   });
}

static void add_introductions(RefnetDescription *description, const RefnetRisks *risks) {
  refnet_description_add_list(description,
                              &(RefnetListing){
                                  .key = "introductions",
                                  .heading = "One more contact where, and what is then expected",
                                  .columns = introduction_columns,
                                  .fill = fill_introduction,
                                  .length = risks->introduction_count,
                              });
  refnet_description_add_list(description, &(RefnetListing){
                                               .key = "missing_contacts",
                                               .heading = "Relationships without a listed contact",
                                               .columns = missing_columns,
                                               .fill = fill_missing,
                                               .length = risks->missing_count,
                                           });
}

/* Does a set say more than the one before it, by half a percent at least? */
static gboolean adds(const RefnetRisks *risks, guint32 index) {
  const RefnetKeySet *set = &risks->key_sets[index];
  gboolean is_smallest = index == 0 || set->kind != set[-1].kind;
  double before = !is_smallest                    ? set[-1].value
                  : set->kind == REFNET_KEY_REACH ? 0
                                                  : risks->fragmentation;
  return set->value >= before + .005;
}

/* People see of each kind the largest set to which every member adds something. */
static gboolean is_telling(const RefnetRisks *risks, guint32 index) {
  const RefnetKeySet *set = &risks->key_sets[index];
  gboolean is_largest = index + 1 == risks->key_set_count || set->kind != set[1].kind;
  for (guint32 i = 0; i < set->vertices.length; i++)
    if (!adds(risks, index - i))
      return FALSE;
  return is_largest || !adds(risks, index + 1);
}

static void add_key_players(RefnetDescription *description, const RefnetRisks *risks) {
  GArray *notable = g_array_new(FALSE, FALSE, sizeof(guint32));
  guint32 count = risks->network->ties > 0 ? risks->key_set_count : 0;
  for (guint32 i = 0; i < count; i++)
    if (is_telling(risks, i))
      g_array_append_val(notable, i);
  refnet_description_add_list(description, &(RefnetListing){
                                               .key = "key_players",
                                               .heading = "Organisations the network leans on",
                                               .columns = key_columns,
                                               .fill = fill_key_set,
                                               .length = count,
                                               .notable = notable,
                                           });
}

static void add_distribution(RefnetDescription *description, const RefnetRisks *risks) {
  refnet_description_add_list(description, &(RefnetListing){
                                               .key = "distribution",
                                               .heading = "Simulated years",
                                               .columns = loss_columns,
                                               .fill = fill_loss,
                                               .length = risks->loss_count,
                                               .programs_only = TRUE,
                                           });
}

static void add_link_lists(RefnetDescription *description, const RefnetRisks *risks) {
  refnet_description_add_list(description,
                              &(RefnetListing){
                                  .key = "ties",
                                  .heading = "Relationships and how many people hold them",
                                  .columns = tie_columns,
                                  .fill = fill_tie,
                                  .length = risks->tie_count,
                                  .programs_only = TRUE,
                              });
  refnet_description_add_list(description, &(RefnetListing){
                                               .key = "bridges",
                                               .heading = "Relationships that alone join two parts",
                                               .columns = refnet_risk_pair_columns,
                                               .fill = fill_bridge,
                                               .length = risks->bridge_count,
                                               .programs_only = TRUE,
                                           });
}

static void say(RefnetDescription *description, char *sentence) {
  if (sentence)
    refnet_description_say(description, sentence);
}

RefnetDescription *refnet_describe_risks(const RefnetRisks *risks, const RefnetWording *wording) {
  RefnetDescription *description =
      refnet_description_new(wording, risks, risks->network->dataset, risks->network);
  fill_fields(refnet_description_fields(description, field_columns), risks);
  say(description, refnet_risk_sentence_single_contacts(risks));
  say(description, refnet_risk_sentence_whole(risks));
  say(description, refnet_risk_sentence_introductions(risks));
  say(description, refnet_risk_sentence_closed(risks));
  say(description, refnet_risk_sentence_repeated(risks));
  say(description, refnet_risk_sentence_turnover(risks));
  say(description, refnet_risk_sentence_truck_factor(risks, wording->show_people));
  add_organizations(description, risks);
  refnet_risk_add_people(description, risks, "people",
                         "People whose relationships nobody else holds");
  add_introductions(description, risks);
  add_key_players(description, risks);
  add_distribution(description, risks);
  add_link_lists(description, risks);
  return description;
}
