/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Everything known of one organization on a page, and the rows it comes from. */
#include "present/description/description.h"
#include "present/wording/places.h"
#include "base/order.h"
#include "present/network/roles.h"
#include "present/risks/risk_sentences.h"
#include "present/who_else/suggestion_sentences.h"
#include "present/wording/privacy.h"
#include "present/wording/words.h"

#include <math.h>

static const RefnetColumn field_columns[] = {
    {"id", "Id", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"name", "Name", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"alternate_names", "Also known as", REFNET_VALUE_TEXTS, 0, 0, NULL},
    {"source", "From row", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"sector", "Sector", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"status", "Status", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"partnership", "Partnership", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"coalitions", "Coalitions", REFNET_VALUE_TEXTS, 0, 0, NULL},
    {"areas", "Areas", REFNET_VALUE_TEXTS, 0, 0, NULL},
    {"populations", "Serves", REFNET_VALUE_TEXTS, 0, 0, NULL},
    {"languages", "Languages", REFNET_VALUE_TEXTS, 0, 0, NULL},
    {"offers", "Offers partners", REFNET_VALUE_TEXTS, 0, 0, NULL},
    {"seeks", "Seeks", REFNET_VALUE_TEXTS, 0, 0, NULL},
    {"address", "Address", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"city", "City", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"phone", "Phone", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"email", "E-mail", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"website", "Website", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"parent", "Part of", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"funding_end", "Funding listed to", REFNET_VALUE_DATE, 0, 0, NULL},
    {"verified", "Last verified", REFNET_VALUE_DATE, 0, 0, NULL},
    {"in_degree", "Organisations that refer to it", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"out_degree", "Organisations it refers to", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"degree", "Relationships", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"degree_rank", "Rank by relationships", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"in_strength", "Referrals received", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"out_strength", "Referrals sent", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"betweenness", "Betweenness", REFNET_VALUE_REAL, 1, 0, NULL},
    {"betweenness_rank", "Rank by betweenness", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"harmonic_closeness", "Closeness", REFNET_VALUE_REAL, 3, 0, NULL},
    {"harmonic_closeness_rank", "Rank by closeness", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"reach", "Share within two steps", REFNET_VALUE_REAL, 3, 0, NULL},
    {"clustering", "Partners tied to one another", REFNET_VALUE_REAL, 3, 0, NULL},
    {"constraint", "Constraint", REFNET_VALUE_REAL, 3, 0, NULL},
    {"coreness", "Core", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"community", "Community", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"role", "Role", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"role_word", "Role", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"role_reason", "Why", REFNET_VALUE_TEXT, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn service_columns[] = {
    {"service", "SERVICE", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"areas", "AREAS", REFNET_VALUE_TEXTS, 0, 0, NULL},
    {"populations", "FOR", REFNET_VALUE_TEXTS, 0, 0, NULL},
    {"capacity", "CAPACITY A YEAR", REFNET_VALUE_REAL, 0, 0, NULL},
    {"source", "FROM ROW", REFNET_VALUE_TEXT, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn tie_columns[] = {
    {"id", "ID", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"label", "PARTNER", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"sent", "SENT", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"received", "RECEIVED", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"latest", "LATEST", REFNET_VALUE_DATE, 0, 0, NULL},
    {"rows", "LINES OF REFERRALS.CSV", REFNET_VALUE_TEXT, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn contact_columns[] = {
    {"contact", "CONTACT", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"role", "ROLE", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"last_contact", "LAST CONTACT", REFNET_VALUE_DATE, 0, 0, NULL},
    {"left", "LEFT", REFNET_VALUE_DATE, 0, 0, NULL},
    {"source", "FROM ROW", REFNET_VALUE_TEXT, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn finding_columns[] = {
    {"reason", "FINDING", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn suggestion_columns[] = {
    {"id", "ID", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"name", "ORGANISATION", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"score", "SCORE", REFNET_VALUE_REAL, 2, REFNET_COLUMN_DETAIL, NULL},
    {"reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetOrganization *subject(const RefnetProfile *profile) {
  return refnet_network_organization(profile->network, profile->vertex);
}

static char *row_of(const RefnetDataset *dataset, const char *file, guint32 line) {
  return line > 0 ? refnet_place_of_row(dataset, file, line) : NULL;
}

/* ---- fields ---------------------------------------------------------------------------------- */

static char **copy_texts(RefnetTextList list) {
  char **texts = g_new0(char *, list.length + 1);
  for (guint32 i = 0; i < list.length; i++)
    texts[i] = g_strdup(list.items[i]);
  return texts;
}

static char **value_texts(const RefnetVocabulary *vocabulary, RefnetIndexList values) {
  char **texts = g_new0(char *, values.length + 1);
  for (guint32 i = 0; i < values.length; i++)
    texts[i] = g_strdup(vocabulary->names[values.items[i]]);
  return texts;
}

static char **area_texts(const RefnetDataset *dataset, RefnetIndexList areas) {
  char **texts = g_new0(char *, areas.length + 1);
  for (guint32 i = 0; i < areas.length; i++)
    texts[i] = g_strdup(dataset->areas[areas.items[i]].name);
  return texts;
}

static const char *value_or_null(const RefnetVocabulary *vocabulary, guint32 value) {
  return value == REFNET_NONE ? NULL : vocabulary->names[value];
}

static void fill_description(RefnetCells *cells, const RefnetDataset *dataset,
                             const RefnetOrganization *organization, gboolean show_people) {
  refnet_cells_text(cells, organization->id);
  refnet_cells_text(cells, organization->name);
  refnet_cells_take_texts(cells, copy_texts(organization->details->alternate_names));
  refnet_cells_take_text(cells, row_of(dataset, "organizations.csv", organization->line));
  refnet_cells_text(cells, value_or_null(&dataset->sectors, organization->sector));
  refnet_cells_text(cells, organization->details->status);
  refnet_cells_text(cells,
                    value_or_null(&dataset->partnerships, organization->details->partnership));
  refnet_cells_take_texts(cells,
                          value_texts(&dataset->coalitions, organization->details->coalitions));
  refnet_cells_take_texts(cells, area_texts(dataset, organization->areas));
  refnet_cells_take_texts(cells, value_texts(&dataset->populations, organization->populations));
  refnet_cells_take_texts(cells,
                          value_texts(&dataset->languages, organization->details->languages));
  refnet_cells_take_texts(cells, value_texts(&dataset->resources, organization->details->offers));
  refnet_cells_take_texts(cells, value_texts(&dataset->resources, organization->details->seeks));
  refnet_cells_text(cells, organization->details->address);
  refnet_cells_text(cells, organization->details->city);
  refnet_cells_text(cells, organization->details->phone);
  refnet_cells_text(cells,
                    refnet_without_contact(dataset, organization->details->email, show_people));
  refnet_cells_text(cells, organization->details->website);
  refnet_cells_text(cells,
                    refnet_without_contact(dataset, organization->details->parent, show_people));
  refnet_cells_date(cells, organization->details->funding_end);
  refnet_cells_date(cells, organization->details->verified);
}

/* 1 + how many stand higher: equal figures share a rank. 0: nobody has any, so nobody is first. */
static gint64 degree_rank(const RefnetMeasures *measures, guint32 vertex) {
  guint32 own = measures->vertices[vertex].degree;
  gint64 rank = 1;
  for (guint32 v = 0; v < measures->network->vertices; v++)
    rank += measures->vertices[v].degree > own;
  return own == 0 && rank == 1 ? 0 : rank;
}

/* Of a figure that is a real number: rounding does not part ranks. 0: undefined, or as above. */
static gint64 rank_of(const RefnetMeasures *measures, guint32 vertex, gsize field) {
  double own = G_STRUCT_MEMBER(double, &measures->vertices[vertex], field);
  gint64 rank = isnan(own) ? 0 : 1;
  for (guint32 v = 0; v < measures->network->vertices; v++)
    rank += G_STRUCT_MEMBER(double, &measures->vertices[v], field) >
            own + 1e-9 * MAX(fabs(own), 1e-3);
  return own == 0 && rank == 1 ? 0 : rank;
}

static void fill_rank(RefnetCells *cells, gint64 rank) {
  if (rank > 0)
    refnet_cells_integer(cells, rank);
  else
    refnet_cells_null(cells);
}

static void fill_measures(RefnetCells *cells, const RefnetMeasures *measures, guint32 vertex) {
  const RefnetVertexMeasures *measure = &measures->vertices[vertex];
  refnet_cells_integer(cells, measure->in_degree);
  refnet_cells_integer(cells, measure->out_degree);
  refnet_cells_integer(cells, measure->degree);
  fill_rank(cells, degree_rank(measures, vertex));
  refnet_cells_integer(cells, (gint64)measure->in_strength);
  refnet_cells_integer(cells, (gint64)measure->out_strength);
  refnet_cells_real(cells, measure->betweenness);
  fill_rank(cells,
            rank_of(measures, vertex, G_STRUCT_OFFSET(RefnetVertexMeasures, betweenness)));
  refnet_cells_real(cells, measure->harmonic_closeness);
  fill_rank(cells,
            rank_of(measures, vertex, G_STRUCT_OFFSET(RefnetVertexMeasures, harmonic_closeness)));
  refnet_cells_real(cells, measure->reach);
  refnet_cells_real(cells, measure->clustering);
  refnet_cells_real(cells, measure->constraint);
  refnet_cells_integer(cells, measure->coreness);
  refnet_cells_integer(cells, measure->community);
  refnet_cells_text(cells, refnet_role_key(measure->role));
  refnet_cells_text(cells, measure->role == REFNET_ROLE_NONE ? "none in particular"
                                                             : refnet_role_word(measure->role));
  refnet_cells_take_text(cells, refnet_role_sentence(measures, vertex));
}

/* ---- lists ----------------------------------------------------------------------------------- */

static void fill_service(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetProfile *profile = description->result;
  const RefnetDataset *dataset = description->dataset;
  guint32 organization = profile->network->organization[profile->vertex];
  const RefnetOffer *offer = &dataset->offers[dataset->offer_start[organization] + index];
  refnet_cells_text(cells, dataset->services.names[offer->service]);
  refnet_cells_take_texts(cells, area_texts(dataset, offer->areas));
  refnet_cells_take_texts(cells, value_texts(&dataset->populations, offer->populations));
  refnet_cells_real(cells, offer->capacity);
  refnet_cells_take_text(cells, offer->line
                                    ? row_of(dataset, "services.csv", offer->line)
                                    : row_of(dataset, "organizations.csv", subject(profile)->line));
}

static void collect_lines(GArray *lines, const RefnetNetwork *network, guint64 arc) {
  const RefnetReferrals *referrals = &network->dataset->referrals;
  if (arc == G_MAXUINT64 || referrals->line_runs == 0)
    return;
  for (guint64 i = network->row_start[arc]; i < network->row_start[arc + 1]; i++) {
    const guint32 line = refnet_referral_line(referrals, network->rows[i]);
    g_array_append_val(lines, line);
  }
}

/* The rows of both directions, in the order of the file. */
static char *lines_of_tie(const RefnetNetwork *network, guint64 sent, guint64 received) {
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(guint32));
  GString *text = g_string_new(NULL);
  collect_lines(lines, network, sent);
  collect_lines(lines, network, received);
  refnet_sort_number_array(lines);
  const char *sheet = NULL;
  for (guint i = 0; i < lines->len; i++) {
    RefnetRowLocation place = refnet_dataset_place(network->dataset, "referrals.csv",
                                             g_array_index(lines, guint32, i));
    if (place.line == 0)
      continue;
    if (place.workbook != NULL && g_strcmp0(sheet, place.file) != 0)
      g_string_append_printf(text, "%s%s: ", text->len > 0 ? "; " : "", place.file);
    else if (text->len > 0)
      g_string_append(text, ", ");
    g_string_append_printf(text, "%" G_GUINT64_FORMAT, place.line);
    sheet = place.file;
  }
  return g_string_free(text, FALSE);
}

static void fill_tie(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetProfile *profile = description->result;
  const RefnetNetwork *network = profile->network;
  guint32 partner = network->neighbor[network->tie_start[profile->vertex] + index];
  guint64 sent = refnet_network_find_arc(network, profile->vertex, partner);
  guint64 received = refnet_network_find_arc(network, partner, profile->vertex);
  RefnetDate sent_date =
      sent == G_MAXUINT64 ? REFNET_DATE_UNKNOWN : refnet_network_arc_date(network, sent);
  RefnetDate received_date =
      received == G_MAXUINT64 ? REFNET_DATE_UNKNOWN : refnet_network_arc_date(network, received);
  refnet_cells_text(cells, refnet_network_organization(network, partner)->id);
  refnet_cells_text(cells, refnet_network_label(network, partner));
  refnet_cells_integer(cells, sent == G_MAXUINT64 ? 0 : (gint64)network->arc_count[sent]);
  refnet_cells_integer(cells, received == G_MAXUINT64 ? 0 : (gint64)network->arc_count[received]);
  refnet_cells_date(cells, MAX(sent_date, received_date));
  refnet_cells_take_text(cells, lines_of_tie(network, sent, received));
}

static void fill_contact(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetProfile *profile = description->result;
  const RefnetDataset *dataset = description->dataset;
  guint32 organization = profile->network->organization[profile->vertex];
  guint32 contact = dataset->contact_start[organization] + (guint32)index;
  const RefnetContact *who = &dataset->contacts[contact];
  refnet_cells_take_text(cells,
                         refnet_words_contact(dataset, contact, description->wording.show_people));
  refnet_cells_text(cells, who->role);
  refnet_cells_date(cells, who->last_contact);
  refnet_cells_date(cells, who->left);
  if (who->line > 0) {
    refnet_cells_take_text(cells, row_of(dataset, "contacts.csv", who->line));
  } else {
    g_autofree char *referrals = refnet_place_file(dataset, "referrals.csv");
    refnet_cells_take_text(cells, g_strdup_printf("named in %s", referrals));
  }
}

/* NULL when nothing rests on it. */
static const RefnetOrganizationRisk *find_risk(const RefnetProfile *profile) {
  for (guint32 i = 0; i < profile->risks->organization_count; i++) {
    const RefnetOrganizationRisk *risk = &profile->risks->organizations[i];
    if (risk->vertex == profile->vertex)
      return refnet_risk_is_finding(profile->risks, risk) ? risk : NULL;
  }
  return NULL;
}

static void fill_finding(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetProfile *profile = description->result;
  (void)index;
  refnet_cells_take_text(cells,
                         refnet_risk_sentence_organization(profile->risks, find_risk(profile)));
}

static void fill_suggestion(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetProfile *profile = description->result;
  const RefnetSuggestion *suggestion = &profile->who_else->suggestions[index];
  const RefnetOrganization *candidate =
      refnet_network_organization(profile->network, suggestion->vertex);
  refnet_cells_text(cells, candidate->id);
  refnet_cells_text(cells, candidate->name);
  refnet_cells_real(cells, suggestion->score);
  refnet_cells_take_text(cells, refnet_suggestion_sentence(profile->who_else, suggestion,
                                                           &description->wording));
}

static void add_lists_of_rows(RefnetDescription *description, const RefnetProfile *profile) {
  const RefnetDataset *dataset = description->dataset;
  guint32 organization = profile->network->organization[profile->vertex];
  refnet_description_add_list(description, &(RefnetListing){
                                               .key = "services",
                                               .heading = "Services",
                                               .columns = service_columns,
                                               .fill = fill_service,
                                               .length = dataset->offer_start[organization + 1] -
                                                         dataset->offer_start[organization],
                                               .shown = 40,
                                               .empty = "Lists no services: unknown, so ask.",
                                           });
  refnet_description_add_list(
      description, &(RefnetListing){
                       .key = "ties",
                       .heading = "Relationships",
                       .columns = tie_columns,
                       .fill = fill_tie,
                       .length = refnet_network_degree(profile->network, profile->vertex),
                       .shown = 40,
                       .empty = "No relationships recorded.",
                   });
  refnet_description_add_list(description, &(RefnetListing){
                                               .key = "contacts",
                                               .heading = "Contacts",
                                               .columns = contact_columns,
                                               .fill = fill_contact,
                                               .length = dataset->contact_start[organization + 1] -
                                                         dataset->contact_start[organization],
                                               .shown = 40,
                                               .empty = "Our list names nobody here.",
                                           });
}

static void add_lists_of_findings(RefnetDescription *description, const RefnetProfile *profile) {
  gsize findings = find_risk(profile) ? 1 : 0;
  refnet_description_add_list(description, &(RefnetListing){
                                               .key = "findings",
                                               .heading = "What rests on it",
                                               .columns = finding_columns,
                                               .fill = fill_finding,
                                               .length = findings,
                                               .findings = findings,
                                           });
  refnet_description_add_list(description, &(RefnetListing){
                                               .key = "suggestions",
                                               .heading = "Whom it might meet next",
                                               .columns = suggestion_columns,
                                               .fill = fill_suggestion,
                                               .length = profile->who_else->suggestion_count,
                                               .shown = 3,
                                           });
}

RefnetDescription *refnet_describe_profile(const RefnetProfile *profile,
                                           const RefnetWording *wording) {
  const RefnetNetwork *network = profile->network;
  RefnetDescription *description =
      refnet_description_new(wording, profile, network->dataset, network);
  RefnetCells *cells = refnet_description_fields(description, field_columns);
  description->fields_first = TRUE;
  fill_description(cells, network->dataset, subject(profile), wording->show_people);
  fill_measures(cells, profile->measures, profile->vertex);
  add_lists_of_rows(description, profile);
  add_lists_of_findings(description, profile);
  return description;
}
