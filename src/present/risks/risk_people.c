/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The list of people whose relationships nobody else holds, and cells that other lists have, too.
 */
#include "present/risks/risk_people.h"

#include "present/risks/risk_sentences.h"
#include "present/wording/words.h"

const RefnetColumn refnet_risk_pair_columns[] = {{"from", "FROM", REFNET_VALUE_TEXT, 0, 0, NULL},
                                                 {"to", "TO", REFNET_VALUE_TEXT, 0, 0, NULL},
                                                 {NULL, NULL, 0, 0, 0, NULL}};
enum { PAIR_COLUMNS = 2 };

const RefnetColumn refnet_risk_cell_columns[] = {
    {"area", "AREA", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"service", "SERVICE", REFNET_VALUE_TEXT, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};
enum { CELL_COLUMNS = 2 };

static const RefnetColumn people_columns[] = {
    {"contact", "CONTACT", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"organizations", "ORGANISATIONS", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_DETAIL, NULL},
    {"ties_left_without_contact", "RELATIONSHIPS", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"importance", "IMPORTANCE", REFNET_VALUE_REAL, 2, 0, NULL},
    {"ties", "RELATIONSHIPS", REFNET_VALUE_RECORDS, 0, REFNET_COLUMN_DETAIL,
     refnet_risk_pair_columns},
    {"cut_off", "CUT OFF", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_DETAIL, NULL},
    {"unreachable", "UNREACHABLE", REFNET_VALUE_RECORDS, 0, REFNET_COLUMN_DETAIL,
     refnet_risk_cell_columns},
    {"reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const char *id_at(const RefnetNetwork *network, guint32 vertex) {
  return refnet_network_organization(network, vertex)->id;
}

char **refnet_risk_vertex_ids(const RefnetNetwork *network, RefnetIndexList vertices) {
  char **ids = g_new0(char *, vertices.length + 1);
  for (guint32 i = 0; i < vertices.length; i++)
    ids[i] = g_strdup(id_at(network, vertices.items[i]));
  return ids;
}

void refnet_risk_fill_cut_off(RefnetCells *cells, const RefnetNetwork *network,
                              RefnetIndexList cut_off, guint32 count) {
  if (count > 0 && cut_off.length == 0)
    refnet_cells_null(cells);
  else
    refnet_cells_take_texts(cells, refnet_risk_vertex_ids(network, cut_off));
}

void refnet_risk_fill_cells(RefnetCells *cells, const RefnetDataset *dataset,
                            const RefnetCell *places, guint32 count) {
  RefnetValue *nested = refnet_cells_records(cells, count, CELL_COLUMNS);
  for (guint32 i = 0; i < count; i++, nested += CELL_COLUMNS) {
    nested[0].text = dataset->areas[places[i].area].key;
    nested[1].text = dataset->services.names[places[i].service];
  }
}

static void fill_pairs(RefnetCells *cells, const RefnetNetwork *network, const guint64 *ties,
                       guint32 length) {
  RefnetValue *pairs = refnet_cells_records(cells, length, PAIR_COLUMNS);
  for (guint32 i = 0; i < length; i++, pairs += PAIR_COLUMNS) {
    pairs[0].text = id_at(network, network->tie_a[ties[i]]);
    pairs[1].text = id_at(network, network->tie_b[ties[i]]);
  }
}

static void fill_person(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetRisks *risks = description->result;
  const RefnetPersonRisk *risk = &risks->people[index];
  gboolean show = description->wording.show_people;
  refnet_cells_take_text(cells,
                         refnet_words_contact(description->dataset, risk->contacts.items[0], show));
  refnet_cells_organization_ids(cells, description->dataset, risk->organizations);
  refnet_cells_integer(cells, risk->ties_left_without_contact);
  refnet_cells_real(cells, risk->importance);
  fill_pairs(cells, risks->network, risk->ties, risk->ties_left_without_contact);
  refnet_risk_fill_cut_off(cells, risks->network, risk->cut_off, risk->cut_off_count);
  refnet_risk_fill_cells(cells, description->dataset, risk->unreachable, risk->unreachable_count);
  refnet_cells_take_text(cells, refnet_risk_sentence_person(risks, risk, show));
}

static GArray *notable_people(const RefnetRisks *risks) {
  GArray *notable = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint32 i = 0; i < risks->people_count; i++)
    if (risks->people[i].ties_left_without_contact > 0 &&
        !refnet_risk_is_out_of_office(risks, &risks->people[i]))
      g_array_append_val(notable, i);
  return notable;
}

static const char *why_no_people(const RefnetRisks *risks) {
  if (risks->people_count > 0)
    return "Colleagues are listed for every relationship that people here hold.";
  if (risks->network->ties == 0)
    return "No relationships are recorded that people could hold. Fill referrals.csv.";
  return "No contacts are listed, so nothing can be said of people. Fill contacts.csv.";
}

void refnet_risk_add_people(RefnetDescription *description, const RefnetRisks *risks,
                            const char *key, const char *heading) {
  refnet_description_add_list(description, &(RefnetListing){
                                               .key = key,
                                               .heading = heading,
                                               .columns = people_columns,
                                               .fill = fill_person,
                                               .length = risks->people_count,
                                               .notable = notable_people(risks),
                                               .empty = why_no_people(risks),
                                           });
}
