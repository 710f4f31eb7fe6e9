/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The network: the map, the figures that say most, and who stands in the middle. */
#include <math.h>

#include "base/order.h"
#include "present/description/description.h"
#include "present/wording/words.h"
#include "report/whole/sections.h"

enum { MOST_CENTRAL = 10, SECTORS = 30 };

/* ---- the map --------------------------------------------------------------------------------- */

static RefnetMap *draw(const RefnetReport *report, const RefnetMapOptions *options,
                       GError **error) {
  const RefnetNetwork *network = report->results.network;
  if (refnet_map_is_readable(network))
    return refnet_map_new(network, NULL, options, error);
  const RefnetMeasureOptions sampled = {.seed = options->seed, .sources = REFNET_SAMPLED_SOURCES};
  g_autoptr(RefnetMeasures) measures = refnet_measures_measure(network, &sampled, error);
  return measures ? refnet_map_new_communities(network, measures, options, error) : NULL;
}

static gboolean show_map(const RefnetReport *report, GError **error) {
  const RefnetNetwork *network = report->results.network;
  gboolean is_whole = refnet_map_is_readable(network);
  g_autofree char *size = refnet_words_count(network->vertices, "organisation", "organisations");
  g_autofree char *ties = refnet_words_count(network->ties, "relationship", "relationships");
  g_autofree char *alternative = g_strdup_printf(
      "A map of %s and %s. The table below it names those with most relationships.", size, ties);
  return refnet_report_show(
      report, draw, REFNET_SHAPE_NETWORK,
      is_whole ? "Who refers to whom" : "The network by its communities",
      is_whole ? "Each disc is an organisation, larger the more relationships it has; an arrow "
                 "leads from who refers to whom they refer to. Nearness on the page means working "
                 "with the same others, not distance."
               : "Each disc is a group of organisations that work together more than with others; "
                 "lines are relationships between the groups.",
      alternative, error);
}

/* ---- figures --------------------------------------------------------------------------------- */

typedef struct {
  RefnetReportFigure figures[6];
  guint count;
} Figures;

/* Takes `value` and `meaning`. */
static void add_figure(Figures *figures, const char *label, char *value, char *meaning) {
  figures->figures[figures->count++] =
      (RefnetReportFigure){.label = label, .value = value, .meaning = meaning};
}

static char *decimal(double value) {
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  return g_strdup(g_ascii_formatd(text, sizeof text, "%.1f", value));
}

static void add_connection(Figures *figures, const RefnetSummary *summary) {
  guint32 isolates = summary->isolates;
  g_autofree char *alone = refnet_words_count(isolates, "organisation has", "organisations have");
  add_figure(figures, "can reach one another",
             refnet_words_share(summary->largest_component, summary->organizations),
             isolates == 0 ? g_strdup("Nobody is without a recorded relationship.")
                           : g_strdup_printf("%s no relationship recorded, which may only mean "
                                             "that none was written down.",
                                             refnet_words_capital(alone)));
}

static void add_figures(Figures *figures, const RefnetSummary *summary) {
  double each = 2 * (double)summary->ties / summary->organizations;
  add_figure(figures, "relationships on average", decimal(each),
             g_strdup("Partners of an organisation: others it refers to or that refer to it."));
  guint64 both = summary->arcs - summary->ties;
  if (!summary->network->undirected)
    add_figure(figures, "relationships go both ways", refnet_words_share(both, summary->ties),
               both == summary->ties
                   ? NULL
                   : g_strdup("In the others referrals are recorded one way only; a conversation "
                              "may show what could come back."));
  add_connection(figures, summary);
  if (summary->average_distance > 0)
    add_figure(figures, "steps apart on average", decimal(summary->average_distance),
               g_strdup("Relationships between two organisations, along the shortest way."));
  /* Whoever has no relationship is a community of one, and no group. */
  guint32 groups = summary->communities - summary->isolates;
  if (summary->community_runs > 0 && groups > 1)
    add_figure(figures, "groups", g_strdup_printf("%u", groups),
               g_strdup("Organisations that work with one another more than with the rest; between "
                        "groups, introductions help most."));
  if (isfinite(summary->ei_index))
    add_figure(figures, "of relationships cross sectors",
               refnet_words_percent((1 + summary->ei_index) / 2),
               g_strdup("Where both sectors are recorded."));
}

static void show_figures(const RefnetReport *report) {
  Figures figures = {.count = 0};
  add_figures(&figures, report->results.summary);
  report->format->figures(report->state, figures.figures, figures.count);
  for (guint i = 0; i < figures.count; i++) {
    g_free((gpointer)figures.figures[i].value);
    g_free((gpointer)figures.figures[i].meaning);
  }
}

/* ---- who has most relationships -------------------------------------------------------------- */

static const RefnetColumn central_columns[] = {
    {"label", "Organisation", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"sector", "Sector", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"degree", "Relationships", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"sent", "Refers to", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"received", "Referred to by", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static gint compare_degrees(gconstpointer a, gconstpointer b, gpointer data) {
  guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;
  guint32 of_x = refnet_network_degree(data, x), of_y = refnet_network_degree(data, y);
  return of_x != of_y ? refnet_order(of_y, of_x) : refnet_order(x, y);
}

static void set_vertex(const RefnetReport *report, guint32 vertex, RefnetCells *cells) {
  const RefnetNetwork *network = report->results.network;
  const RefnetOrganization *organization = refnet_network_organization(network, vertex);
  const RefnetVocabulary *sectors = &network->dataset->sectors;
  refnet_cells_text(cells, refnet_organization_label(organization));
  refnet_cells_text(
      cells, organization->sector == REFNET_NONE ? NULL : sectors->names[organization->sector]);
  refnet_cells_integer(cells, refnet_network_degree(network, vertex));
  refnet_cells_integer(cells,
                       (gint64)(network->out_start[vertex + 1] - network->out_start[vertex]));
  refnet_cells_integer(cells, (gint64)(network->in_start[vertex + 1] - network->in_start[vertex]));
  report->format->row(report->state, cells->values);
  refnet_cells_clear(cells);
}

static void show_central(const RefnetReport *report) {
  const RefnetNetwork *network = report->results.network;
  g_autoptr(GArray) order = g_array_sized_new(FALSE, FALSE, sizeof(guint32), network->vertices);
  for (guint32 v = 0; v < network->vertices; v++)
    g_array_append_val(order, v);
  g_array_sort_with_data(order, compare_degrees, (gpointer)network);
  RefnetCells cells;
  refnet_cells_init(&cells, central_columns);
  report->format->table_begin(report->state, "Organisations with most relationships",
                              central_columns);
  for (guint i = 0; i < MIN(order->len, MOST_CENTRAL); i++)
    set_vertex(report, g_array_index(order, guint32, i), &cells);
  report->format->table_end(report->state);
  refnet_cells_dispose(&cells);
}

gboolean refnet_report_network(const RefnetReport *report, GError **error) {
  const RefnetReportResults *results = &report->results;
  g_autoptr(RefnetDescription) summary =
      refnet_describe_summary(results->summary, &results->options->wording);
  if (results->network->ties == 0) {
    refnet_report_say_lead(report, g_strdup("No referrals between these organisations are "
                                            "recorded. Fill referrals.csv with who refers to whom "
                                            "(from, to) to see the network here."));
  } else {
    refnet_report_say_lead(report, g_strdup(g_ptr_array_index(summary->introduction, 0)));
    if (!show_map(report, error))
      return FALSE;
    show_figures(report);
    show_central(report);
  }
  /* The map's legend has them. */
  if (results->dataset->sectors.length > 0 &&
      (results->network->ties == 0 || !refnet_report_shows_maps(report)))
    refnet_report_say_table(report, summary,
                            &(RefnetReportList){.key = "sectors", .most = SECTORS});
  return TRUE;
}
