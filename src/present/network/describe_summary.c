/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The whole network in figures, and what they mean. */
#include "present/description/description.h"
#include "present/wording/words.h"

#include <math.h>

static const RefnetColumn field_columns[] = {
    {"organizations", "Organisations", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"arcs", "Referral links, each way counted", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"ties", "Relationships", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"isolates", "Without a relationship recorded", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"components", "Separate parts", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"largest_component", "Organisations in the largest part", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"density", "Density of referral links", REFNET_VALUE_REAL, 3, 0, NULL},
    {"tie_density", "Density of relationships", REFNET_VALUE_REAL, 3, 0, NULL},
    {"reciprocity", "Reciprocity of referral links", REFNET_VALUE_REAL, 3, 0, NULL},
    {"dyad_reciprocity", "Reciprocity of relationships", REFNET_VALUE_REAL, 3, 0, NULL},
    {"transitivity", "Transitivity", REFNET_VALUE_REAL, 3, 0, NULL},
    {"average_clustering", "Average local clustering", REFNET_VALUE_REAL, 3, 0, NULL},
    {"degree_centralization", "Degree centralisation", REFNET_VALUE_REAL, 3, 0, NULL},
    {"betweenness_centralization", "Betweenness centralisation", REFNET_VALUE_REAL, 3, 0, NULL},
    {"degree_assortativity", "Degree assortativity", REFNET_VALUE_REAL, 3, 0, NULL},
    {"average_distance", "Average distance", REFNET_VALUE_REAL, 2, 0, NULL},
    {"average_distance_error", "Its standard error", REFNET_VALUE_REAL, 3, REFNET_COLUMN_DETAIL,
     NULL},
    {"distance_sources", "Organisations distances are measured from", REFNET_VALUE_INTEGER, 0,
     REFNET_COLUMN_DETAIL, NULL},
    {"diameter", "Diameter", REFNET_VALUE_REAL, 0, 0, NULL},
    {"diameter_at_least", "The longest distance found", REFNET_VALUE_INTEGER, 0,
     REFNET_COLUMN_DETAIL, NULL},
    {"communities", "Communities", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"modularity", "Modularity", REFNET_VALUE_REAL, 3, 0, NULL},
    {"community_runs", "Runs that communities are the best of", REFNET_VALUE_INTEGER, 0,
     REFNET_COLUMN_DETAIL, NULL},
    {"ei_index", "E-I index by sector", REFNET_VALUE_REAL, 3, 0, NULL},
    {"ei_expected", "E-I index expected from sector sizes", REFNET_VALUE_REAL, 3, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn sector_columns[] = {
    {"sector", "SECTOR", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"sector_name", "SECTOR", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"organizations", "ORGANISATIONS", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn mixing_columns[] = {
    {"from", "FROM", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"to", "TO", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"from_name", "FROM", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"to_name", "TO", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"arcs", "LINKS", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"referrals", "REFERRALS", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn core_columns[] = {
    {"core", "CORE", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"organizations", "ORGANISATIONS", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"within", "IN IT OR FURTHER IN", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn component_columns[] = {
    {"organizations", "ORGANISATIONS", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"components", "PARTS OF THAT SIZE", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static void fill_fields(RefnetCells *cells, const RefnetSummary *summary) {
  refnet_cells_integer(cells, summary->organizations);
  refnet_cells_integer(cells, (gint64)summary->arcs);
  refnet_cells_integer(cells, (gint64)summary->ties);
  refnet_cells_integer(cells, summary->isolates);
  refnet_cells_integer(cells, summary->components);
  refnet_cells_integer(cells, summary->largest_component);
  refnet_cells_real(cells, summary->density);
  refnet_cells_real(cells, summary->tie_density);
  refnet_cells_real(cells, summary->reciprocity);
  refnet_cells_real(cells, summary->dyad_reciprocity);
  refnet_cells_real(cells, summary->transitivity);
  refnet_cells_real(cells, summary->average_clustering);
  refnet_cells_real(cells, summary->degree_centralization);
  refnet_cells_real(cells, summary->betweenness_centralization);
  refnet_cells_real(cells, summary->degree_assortativity);
  refnet_cells_real(cells, summary->average_distance);
  refnet_cells_real(cells, summary->average_distance_error);
  refnet_cells_integer(cells, summary->distance_sources);
  refnet_cells_real(cells, summary->diameter);
  refnet_cells_integer(cells, summary->diameter_at_least);
  refnet_cells_integer(cells, summary->communities);
  refnet_cells_real(cells, summary->modularity);
  refnet_cells_integer(cells, summary->community_runs);
  refnet_cells_real(cells, summary->ei_index);
  refnet_cells_real(cells, summary->ei_expected);
}

static void fill_sector(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetSummary *summary = description->result;
  const RefnetSectorCount *sector = &summary->sectors[index];
  gboolean known = sector->sector != REFNET_NONE;
  const char *name = known ? description->dataset->sectors.names[sector->sector] : NULL;
  refnet_cells_text(cells, name);
  refnet_cells_text(cells, known ? name : "not recorded");
  refnet_cells_integer(cells, sector->organizations);
}

static const char *sector_name(const RefnetDescription *description, guint32 sector) {
  return sector == REFNET_NONE ? NULL : description->dataset->sectors.names[sector];
}

static void fill_mixing(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetSummary *summary = description->result;
  const RefnetSectorMixing *mixing = &summary->mixing[index];
  const char *from = sector_name(description, mixing->from);
  const char *to = sector_name(description, mixing->to);
  refnet_cells_text(cells, from);
  refnet_cells_text(cells, to);
  refnet_cells_text(cells, from ? from : "not recorded");
  refnet_cells_text(cells, to ? to : "not recorded");
  refnet_cells_integer(cells, (gint64)mixing->arcs);
  refnet_cells_integer(cells, (gint64)mixing->referrals);
}

static void fill_core(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetSummary *summary = description->result;
  refnet_cells_integer(cells, summary->cores[index].core);
  refnet_cells_integer(cells, summary->cores[index].organizations);
  refnet_cells_integer(cells, summary->cores[index].within);
}

static void fill_component(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetSummary *summary = description->result;
  refnet_cells_integer(cells, summary->component_sizes[index].organizations);
  refnet_cells_integer(cells, summary->component_sizes[index].components);
}

static char *size_sentence(const RefnetSummary *summary) {
  g_autofree char *organizations =
      refnet_words_count(summary->organizations, "organisation", "organisations");
  g_autofree char *ties = refnet_words_count(summary->ties, "relationship", "relationships");
  return refnet_words_capital(g_strdup_printf("%s with %s recorded.", organizations, ties));
}

static char *connection_sentence(const RefnetSummary *summary) {
  if (summary->components == 1)
    return g_strdup("All can reach one another.");
  g_autofree char *largest = refnet_words_share(summary->largest_component, summary->organizations);
  if (summary->isolates == 0)
    return g_strdup_printf("The largest part, whose organisations can reach one another, has %s.",
                           largest);
  g_autofree char *isolates = refnet_words_count(summary->isolates, "has", "have");
  return g_strdup_printf(
      "The largest part, whose organisations can reach one another, has %s; %s no "
      "relationships recorded, which may only mean that none were written down.",
      largest, isolates);
}

static void say_connection(RefnetDescription *description, const RefnetSummary *summary) {
  if (summary->organizations == 0)
    return;
  g_autofree char *size = size_sentence(summary);
  g_autofree char *connection = connection_sentence(summary);
  gboolean has_parts = summary->organizations > 1 && summary->ties > 0;
  refnet_description_say(description, has_parts ? g_strjoin(" ", size, connection, NULL)
                                                : g_steal_pointer(&size));
}

static void say_reciprocity(RefnetDescription *description, const RefnetSummary *summary) {
  if (isnan(summary->reciprocity))
    return;
  guint64 answered = (guint64)llround(summary->reciprocity * (double)summary->arcs);
  g_autofree char *share = refnet_words_share(answered, summary->arcs);
  char *said = g_strdup_printf("Of the referral links, %s have one the other way.", share);
  if (answered == 0 || answered == summary->arcs) {
    g_free(said);
    said = g_strdup(answered > 0         ? "Every referral link has one the other way."
                    : summary->arcs == 1 ? "The only referral link has none the other way."
                                         : "No referral link has one the other way.");
  }
  refnet_description_say(description, said);
}

/* What the E-I index and its expectation mean; nothing where it could not be otherwise: all of one
 * sector, or each of its own. */
static void say_sectors(RefnetDescription *description, const RefnetSummary *summary) {
  if (isnan(summary->ei_index) || isnan(summary->ei_expected) ||
      fabs(summary->ei_expected) > 1 - 1e-9)
    return;
  g_autofree char *share = refnet_words_percent((1 + summary->ei_index) / 2);
  g_autofree char *expected = refnet_words_percent((1 + summary->ei_expected) / 2);
  refnet_description_say(
      description, g_strdup_printf("Where both sectors are recorded, %s of relationships join two "
                                   "sectors; if partners were drawn at random, it would be %s.",
                                   share, expected));
}

static void say_sample(RefnetDescription *description, const RefnetSummary *summary) {
  if (isnan(summary->average_distance_error))
    return;
  char error[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *share = refnet_words_share(summary->distance_sources, summary->organizations);
  g_ascii_formatd(error, sizeof error, "%.3f", summary->average_distance_error);
  refnet_description_say(
      description,
      g_strdup_printf("The average distance is estimated from %s organisations, chosen "
                      "at random; its standard error is %s.",
                      share, error));
}

static void say_diameter(RefnetDescription *description, const RefnetSummary *summary) {
  if (!isnan(summary->diameter) || summary->diameter_at_least == 0)
    return;
  refnet_description_say(
      description,
      g_strdup_printf("The longest distance found is %u; whether there is a longer one "
                      "was not worked out, which would take long.",
                      summary->diameter_at_least));
}

static void say_runs(RefnetDescription *description, const RefnetSummary *summary) {
  if (summary->community_runs == 0 || summary->community_runs >= 20)
    return;
  g_autofree char *runs = refnet_words_count(summary->community_runs, "run", "runs");
  refnet_description_say(
      description,
      g_strdup_printf("Communities are the best found in %s; in smaller networks it is 20 or more.",
                      runs));
}

static void add_lists(RefnetDescription *description, const RefnetSummary *summary) {
  const RefnetListing lists[] = {
      {.key = "sectors",
       .heading = "Organisations by sector",
       .columns = sector_columns,
       .fill = fill_sector,
       .length = summary->sector_count,
       .shown = 30},
      {.key = "mixing",
       .heading = "Referral links from sector to sector",
       .columns = mixing_columns,
       .fill = fill_mixing,
       .length = summary->mixing_count,
       .programs_only = TRUE},
      {.key = "cores",
       .heading = "Organisations by core, the innermost first",
       .columns = core_columns,
       .fill = fill_core,
       .length = summary->core_count},
      {.key = "component_sizes",
       .heading = "Separate parts by size",
       .columns = component_columns,
       .fill = fill_component,
       .length = summary->component_size_count},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(lists); i++)
    refnet_description_add_list(description, &lists[i]);
}

RefnetDescription *refnet_describe_summary(const RefnetSummary *summary,
                                           const RefnetWording *wording) {
  RefnetDescription *description =
      refnet_description_new(wording, summary, summary->network->dataset, summary->network);
  fill_fields(refnet_description_fields(description, field_columns), summary);
  description->fields_first = TRUE;
  say_connection(description, summary);
  say_reciprocity(description, summary);
  say_sectors(description, summary);
  say_sample(description, summary);
  say_diameter(description, summary);
  say_runs(description, summary);
  add_lists(description, summary);
  return description;
}
