/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The rows that are known of one organization, and what the analyses find of it. */
#include "present/overview/profile_lists.h"

#include "base/order.h"
#include "present/risks/risk_sentences.h"
#include "present/who_else/suggestion_sentences.h"
#include "present/wording/places.h"
#include "present/wording/words.h"

static const RefnetColumn service_columns[] = {
    {"service", "SERVICE", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"areas", "AREAS", REFNET_VALUE_TEXTS, 0, 0, NULL},
    {"populations", "FOR", REFNET_VALUE_TEXTS, 0, 0, NULL},
    {"capacity", "CAPACITY A YEAR", REFNET_VALUE_REAL, 0, 0, NULL},
    {"source", "FROM ROW", REFNET_VALUE_TEXT, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

/* People see figures, or words where nobody counted. */
#define TIE_COLUMNS(figure_flags, word_flags, rows_heading)                                        \
  {                                                                                                \
    {"id", "ID", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},                                \
        {"label", "PARTNER", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},                \
        {"sent", "SENT", REFNET_VALUE_INTEGER, 0, figure_flags, NULL},                             \
        {"received", "RECEIVED", REFNET_VALUE_INTEGER, 0, figure_flags, NULL},                     \
        {"sent_words", "SENDS", REFNET_VALUE_TEXT, 0, word_flags, NULL},                           \
        {"received_words", "RECEIVES", REFNET_VALUE_TEXT, 0, word_flags, NULL},                    \
        {"latest", "LATEST", REFNET_VALUE_DATE, 0, 0, NULL},                                       \
        {"rows", rows_heading, REFNET_VALUE_TEXT, 0, 0, NULL}, {                                   \
      NULL, NULL, 0, 0, 0, NULL                                                                    \
    }                                                                                              \
  }
#define UNCOUNTED_AND_COUNTED(rows_heading)                                                        \
  {                                                                                                \
    TIE_COLUMNS(REFNET_COLUMN_DETAIL, REFNET_COLUMN_TABLE_ONLY, rows_heading),                     \
        TIE_COLUMNS(0, REFNET_COLUMN_TABLE_ONLY | REFNET_COLUMN_DETAIL, rows_heading)              \
  }

/* What referrals are read from, and whether they are counted. Sheets are named in the cells. */
enum { OWN_FILE, OTHER_FILE, SHEETS, SOURCES };
static const RefnetColumn tie_columns[SOURCES][2][9] = {
    [OWN_FILE] = UNCOUNTED_AND_COUNTED("LINES OF REFERRALS.CSV"),
    [OTHER_FILE] = UNCOUNTED_AND_COUNTED("LINES OF REFERRALS"),
    [SHEETS] = UNCOUNTED_AND_COUNTED("ROWS OF REFERRALS"),
};

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

static char *row_of(const RefnetDataset *dataset, const char *file, guint32 line) {
  return line > 0 ? refnet_place_of_row(dataset, file, line) : NULL;
}

static void fill_service(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetProfile *profile = description->result;
  const RefnetDataset *dataset = description->dataset;
  guint32 organization = profile->network->organization[profile->vertex];
  const RefnetOffer *offer = &dataset->offers[dataset->offer_start[organization] + index];
  refnet_cells_text(cells, dataset->services.names[offer->service]);
  refnet_cells_area_names(cells, dataset, offer->areas);
  refnet_cells_values(cells, &dataset->populations, offer->populations);
  refnet_cells_real(cells, offer->capacity);
  refnet_cells_take_text(cells, offer->line ? row_of(dataset, "services.csv", offer->line)
                                            : row_of(dataset, "organizations.csv",
                                                     dataset->organizations[organization].line));
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
    RefnetRowLocation place =
        refnet_dataset_place(network->dataset, "referrals.csv", g_array_index(lines, guint32, i));
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
  refnet_cells_text(cells, refnet_words_uncounted(network, sent));
  refnet_cells_text(cells, refnet_words_uncounted(network, received));
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

static const RefnetColumn *columns_of_ties(const RefnetNetwork *network) {
  const RefnetRowLocation place = refnet_dataset_place(network->dataset, "referrals.csv", 0);
  const guint source = place.workbook != NULL                                 ? SHEETS
                       : g_ascii_strcasecmp(place.file, "referrals.csv") == 0 ? OWN_FILE
                                                                              : OTHER_FILE;
  return tie_columns[source][refnet_words_have_counts(network)];
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
      refnet_network_organization(profile->who_else->network, suggestion->vertex);
  refnet_cells_text(cells, candidate->id);
  refnet_cells_text(cells, candidate->name);
  refnet_cells_real(cells, suggestion->score);
  refnet_cells_take_text(
      cells, refnet_suggestion_sentence(profile->who_else, suggestion, &description->wording));
}

void refnet_profile_list_rows(RefnetDescription *description, const RefnetProfile *profile) {
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
                       .columns = columns_of_ties(profile->network),
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

void refnet_profile_list_findings(RefnetDescription *description, const RefnetProfile *profile) {
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
