/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whom an organization refers to and who refers to it: in a sentence, on a map, partner by partner.
 */
#include "base/order.h"
#include "present/description/description.h"
#include "present/wording/words.h"
#include "report/one/sections.h"
#include "report/one/subject.h"

enum { NAMES = 3, PARTNERS = 40 };

/* ---- its partners ---------------------------------------------------------------------------- */

typedef struct {
  guint32 vertex;
  gboolean sends, receives; /* the organization to it, from it */
  guint64 sent, received;   /* referrals */
  RefnetDate latest;
} Partner;

/* Is there an arc, and what went along it? */
static gboolean look_along(const RefnetNetwork *network, guint32 from, guint32 to,
                           guint64 *referrals, RefnetDate *latest) {
  guint64 arc = refnet_network_find_arc(network, from, to);
  if (arc == G_MAXUINT64)
    return FALSE;
  *referrals = network->arc_count[arc];
  *latest = MAX(*latest, refnet_network_arc_date(network, arc));
  return TRUE;
}

/* Most referrals first. */
static gint compare_partners(gconstpointer a, gconstpointer b) {
  const Partner *x = a, *y = b;
  guint64 of_x = x->sent + x->received, of_y = y->sent + y->received;
  return of_x != of_y ? (of_x > of_y ? -1 : 1) : refnet_order(x->vertex, y->vertex);
}

static GArray *partners_in_order(const RefnetReportResults *results) {
  const RefnetNetwork *network = results->network;
  GArray *ordered = g_array_new(FALSE, FALSE, sizeof(Partner));
  for (guint64 i = network->tie_start[results->subject];
       i < network->tie_start[results->subject + 1]; i++) {
    Partner partner = {.vertex = network->neighbor[i], .latest = REFNET_DATE_UNKNOWN};
    partner.sends =
        look_along(network, results->subject, partner.vertex, &partner.sent, &partner.latest);
    partner.receives =
        look_along(network, partner.vertex, results->subject, &partner.received, &partner.latest);
    g_array_append_val(ordered, partner);
  }
  g_array_sort(ordered, compare_partners);
  return ordered;
}

/* ---- which way ------------------------------------------------------------------------------- */

static GArray *one_way(const RefnetReportResults *results, gboolean outward) {
  g_autoptr(GArray) all = partners_in_order(results);
  GArray *found = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint i = 0; i < all->len && !results->network->undirected; i++) {
    const Partner *partner = &g_array_index(all, Partner, i);
    if (partner->sends == outward && partner->receives == !outward)
      g_array_append_val(found, partner->vertex);
  }
  return found;
}

GArray *refnet_report_one_way_partners(const RefnetReportResults *results) {
  GArray *found = one_way(results, TRUE);
  g_autoptr(GArray) senders = one_way(results, FALSE);
  g_array_append_vals(found, senders->data, senders->len);
  return found;
}

char *refnet_report_one_ties_sentence(const RefnetReportResults *results) {
  g_autoptr(GArray) all = partners_in_order(results);
  const char *label = refnet_report_one_label(results);
  guint to = 0, from = 0, both = 0;
  for (guint i = 0; i < all->len; i++) {
    const Partner *partner = &g_array_index(all, Partner, i);
    to += partner->sends;
    from += partner->receives;
    both += partner->sends && partner->receives;
  }
  if (results->network->ties == 0)
    return g_strdup("Who refers to whom is not recorded in these sheets at all.");
  if (all->len == 0)
    return g_strdup_printf("No relationship of %s is recorded, which may only mean that none was "
                           "written down.",
                           label);
  g_autofree char *ties = refnet_words_count(all->len, "relationship", "relationships");
  if (results->network->undirected)
    return g_strdup_printf("%s has %s recorded.", label, ties);
  g_autofree char *out = refnet_words_count(to, "organisation", "organisations");
  g_autofree char *in = refnet_words_count(from, "organisation refers", "organisations refer");
  g_autofree char *mutual = refnet_words_count(both, "goes", "go");
  return g_strdup_printf("%s has %s recorded: it refers to %s, and %s to it; %s both ways.", label,
                         ties, to ? out : "nobody", from ? in : "nobody refers",
                         both ? mutual : "none go");
}

static char *names_of(const RefnetReportResults *results, const GArray *vertices) {
  RefnetIndexList list = {(guint32 *)(gpointer)vertices->data, vertices->len};
  return refnet_words_vertices(results->network, list, NAMES);
}

char *refnet_report_one_way_sentence(const RefnetReportResults *results) {
  g_autoptr(GArray) to = one_way(results, TRUE);
  g_autoptr(GArray) from = one_way(results, FALSE);
  g_autofree char *receivers = names_of(results, to);
  g_autofree char *senders = names_of(results, from);
  const char *label = refnet_report_one_label(results);
  if (to->len == 0 && from->len == 0)
    return NULL;
  g_autofree char *out =
      to->len
          ? g_strdup_printf("%s refers to %s, and no referral back is recorded", label, receivers)
          : NULL;
  g_autofree char *in =
      from->len ? g_strdup_printf("%s refer%s to %s, and no referral back is "
                                  "recorded",
                                  senders, from->len == 1 ? "s" : "", out ? "it" : label)
                : NULL;
  return g_strdup_printf("%s%s%s. A conversation may show what could go the other way.",
                         out ? out : "", out && in ? "; " : "", in ? in : "");
}

/* ---- the map --------------------------------------------------------------------------------- */

static RefnetMap *draw(const RefnetReport *report, const RefnetMapOptions *options,
                       GError **error) {
  const RefnetReportResults *results = &report->results;
  return refnet_map_new_ego(results->network, results->measures, results->subject, 1, options,
                            error);
}

static gboolean show_map(const RefnetReport *report, GError **error) {
  const RefnetReportResults *results = &report->results;
  const char *label = refnet_report_one_label(results);
  g_autofree char *title = g_strdup_printf("%s and whom it works with", label);
  g_autofree char *alternative =
      g_strdup_printf("A map with %s in the middle and those it works with around it. The table "
                      "below it names them, and what goes which way.",
                      label);
  return refnet_report_show(report, draw, REFNET_SHAPE_NETWORK, title,
                            "An arrow leads from who refers to whom they refer to. All around have "
                            "a relationship with the organisation in the middle.",
                            alternative, error);
}

/* ---- partner by partner ---------------------------------------------------------------------- */

static const RefnetColumn counted_columns[] = {
    {"label", "Partner", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"sector", "Sector", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"sent", "Sent there", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"received", "Received from there", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"latest", "Latest", REFNET_VALUE_DATE, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn uncounted_columns[] = {
    {"label", "Partner", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"sector", "Sector", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"sent", "Sends there", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"received", "Receives from there", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"latest", "Latest", REFNET_VALUE_DATE, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

/* How many went each way, or how often where nobody counted. */
static void set_flow(const RefnetReportResults *results, const Partner *partner,
                     RefnetCells *cells) {
  const RefnetNetwork *network = results->network;
  if (cells->columns == counted_columns) {
    refnet_cells_integer(cells, (gint64)partner->sent);
    refnet_cells_integer(cells, (gint64)partner->received);
    return;
  }
  guint64 there = refnet_network_find_arc(network, results->subject, partner->vertex);
  guint64 back = refnet_network_find_arc(network, partner->vertex, results->subject);
  refnet_cells_text(cells, refnet_words_uncounted(network, there));
  refnet_cells_text(cells, refnet_words_uncounted(network, back));
}

static void set_partner(const RefnetReport *report, const Partner *partner, RefnetCells *cells) {
  const RefnetNetwork *network = report->results.network;
  const RefnetOrganization *organization = refnet_network_organization(network, partner->vertex);
  guint32 sector = organization->sector;
  refnet_cells_text(cells, refnet_organization_label(organization));
  refnet_cells_text(cells, sector == REFNET_NONE ? NULL : network->dataset->sectors.names[sector]);
  set_flow(&report->results, partner, cells);
  refnet_cells_date(cells, partner->latest);
  report->format->row(report->state, cells->values);
  refnet_cells_clear(cells);
}

static void list_partners(const RefnetReport *report) {
  const RefnetReportOptions *options = report->results.options;
  g_autoptr(GArray) ordered = partners_in_order(&report->results);
  guint most = options->all ? ordered->len : options->top ? options->top : PARTNERS;
  guint shown = MIN(ordered->len, most);
  const RefnetColumn *columns =
      refnet_words_have_counts(report->results.network) ? counted_columns : uncounted_columns;
  RefnetCells cells;
  refnet_cells_init(&cells, columns);
  report->format->table_begin(report->state, "Referrals on record, partner by partner", columns);
  for (guint i = 0; i < shown; i++)
    set_partner(report, &g_array_index(ordered, Partner, i), &cells);
  report->format->table_end(report->state);
  refnet_cells_dispose(&cells);
  refnet_report_say_rest(report, shown, ordered->len);
}

gboolean refnet_report_one_partners(const RefnetReport *report, GError **error) {
  const RefnetReportResults *results = &report->results;
  refnet_report_say_lead(report, refnet_report_one_ties_sentence(results));
  if (refnet_network_degree(results->network, results->subject) == 0)
    return TRUE;
  if (!show_map(report, error))
    return FALSE;
  refnet_report_say(report, refnet_report_one_way_sentence(results));
  list_partners(report);
  return TRUE;
}
