/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Everything known of one organization on a page, and the rows it comes from. */
#include "present/description/description.h"
#include "present/network/roles.h"
#include "present/overview/profile_lists.h"
#include "present/wording/places.h"
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
    {"in_strength", "Referrals received", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"out_strength", "Referrals sent", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"received_words", "Referrals received", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"sent_words", "Referrals sent", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
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

/* ---- fields ---------------------------------------------------------------------------------- */

static char **copy_texts(RefnetTextList list) {
  char **texts = g_new0(char *, list.length + 1);
  for (guint32 i = 0; i < list.length; i++)
    texts[i] = g_strdup(list.items[i]);
  return texts;
}

static void fill_description(RefnetCells *cells, const RefnetDataset *dataset,
                             const RefnetOrganization *organization, gboolean show_people) {
  refnet_cells_text(cells, organization->id);
  refnet_cells_text(cells, organization->name);
  refnet_cells_take_texts(cells, copy_texts(organization->details->alternate_names));
  refnet_cells_take_text(cells,
                         organization->line > 0
                             ? refnet_place_of_row(dataset, "organizations.csv", organization->line)
                             : NULL);
  refnet_cells_value(cells, &dataset->sectors, organization->sector);
  refnet_cells_text(cells, organization->details->status);
  refnet_cells_value(cells, &dataset->partnerships, organization->details->partnership);
  refnet_cells_values(cells, &dataset->coalitions, organization->details->coalitions);
  refnet_cells_area_names(cells, dataset, organization->areas);
  refnet_cells_values(cells, &dataset->populations, organization->populations);
  refnet_cells_values(cells, &dataset->languages, organization->details->languages);
  refnet_cells_values(cells, &dataset->resources, organization->details->offers);
  refnet_cells_values(cells, &dataset->resources, organization->details->seeks);
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
    rank +=
        G_STRUCT_MEMBER(double, &measures->vertices[v], field) > own + 1e-9 * MAX(fabs(own), 1e-3);
  return own == 0 && rank == 1 ? 0 : rank;
}

static void fill_rank(RefnetCells *cells, gint64 rank) {
  if (rank > 0)
    refnet_cells_integer(cells, rank);
  else
    refnet_cells_null(cells);
}

/* Where nobody counted, a link is taken for one referral: no figure for people. */
static char *strength_words(gboolean is_counted, guint64 strength) {
  return is_counted ? refnet_words_digits(strength) : g_strdup("not counted");
}

static void fill_measures(RefnetCells *cells, const RefnetMeasures *measures, guint32 vertex) {
  const RefnetVertexMeasures *measure = &measures->vertices[vertex];
  refnet_cells_integer(cells, measure->in_degree);
  refnet_cells_integer(cells, measure->out_degree);
  refnet_cells_integer(cells, measure->degree);
  fill_rank(cells, degree_rank(measures, vertex));
  refnet_cells_integer(cells, (gint64)measure->in_strength);
  refnet_cells_integer(cells, (gint64)measure->out_strength);
  gboolean is_counted = refnet_words_have_counts(measures->network);
  refnet_cells_take_text(cells, strength_words(is_counted, measure->in_strength));
  refnet_cells_take_text(cells, strength_words(is_counted, measure->out_strength));
  refnet_cells_real(cells, measure->betweenness);
  fill_rank(cells, rank_of(measures, vertex, G_STRUCT_OFFSET(RefnetVertexMeasures, betweenness)));
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

RefnetDescription *refnet_describe_profile(const RefnetProfile *profile,
                                           const RefnetWording *wording) {
  const RefnetNetwork *network = profile->network;
  RefnetDescription *description =
      refnet_description_new(wording, profile, network->dataset, network);
  RefnetCells *cells = refnet_description_fields(description, field_columns);
  description->fields_first = TRUE;
  fill_description(cells, network->dataset, refnet_network_organization(network, profile->vertex),
                   wording->show_people);
  fill_measures(cells, profile->measures, profile->vertex);
  refnet_profile_list_rows(description, profile);
  refnet_profile_list_findings(description, profile);
  return description;
}
