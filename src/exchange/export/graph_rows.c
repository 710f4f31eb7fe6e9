/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Organizations and links as rows: what the sheets say, the unknown columns, the measures. */
#include "exchange/export/graph_rows.h"

#include <math.h>
#include <string.h>

#include "base/order.h"
#include "exchange/export/graph_columns.h"
#include "present/description/cells.h"
#include "present/network/measure_cells.h"
#include "present/wording/privacy.h"

struct RefnetGraphRows {
  const RefnetExport *export;
  RefnetGraphColumns *columns; /* of nodes */
  RefnetCells node, measures, edge;
  GArray *services; /* of guint32: of one edge or node */
};

/* ---- columns --------------------------------------------------------------------------------- */

static const RefnetColumn edge_columns[] = {
    {"count", "Referrals", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"services", "Services", REFNET_VALUE_TEXTS, 0, 0, NULL},
    {"latest", "Latest", REFNET_VALUE_DATE, 0, 0, NULL},
    {"frequency", "Frequency", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"two_way", "Two-way", REFNET_VALUE_BOOLEAN, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

RefnetGraphRows *refnet_graph_rows_new(const RefnetExport *export) {
  RefnetGraphRows *rows = g_new0(RefnetGraphRows, 1);
  rows->export = export;
  rows->columns = refnet_graph_columns_new(export);
  rows->services = g_array_new(FALSE, FALSE, sizeof(guint32));
  refnet_cells_init(&rows->node, rows->columns->columns);
  refnet_cells_init(&rows->measures, refnet_measure_columns);
  refnet_cells_init(&rows->edge, edge_columns);
  return rows;
}

void refnet_graph_rows_free(RefnetGraphRows *rows) {
  if (!rows)
    return;
  refnet_cells_dispose(&rows->node);
  refnet_cells_dispose(&rows->measures);
  refnet_cells_dispose(&rows->edge);
  refnet_graph_columns_free(rows->columns);
  g_array_unref(rows->services);
  g_free(rows);
}

const RefnetColumn *refnet_graph_node_columns(const RefnetGraphRows *rows) {
  return rows->columns->columns;
}

const RefnetColumn *refnet_graph_edge_columns(const RefnetGraphRows *rows) {
  (void)rows;
  return edge_columns;
}

/* ---- nodes ----------------------------------------------------------------------------------- */

static void put_texts(RefnetCells *cells, GPtrArray *texts) {
  g_ptr_array_add(texts, NULL);
  refnet_cells_take_texts(cells, (char **)g_ptr_array_free(texts, FALSE));
}

static void put_text_list(RefnetCells *cells, RefnetTextList list) {
  GPtrArray *texts = g_ptr_array_new();
  for (guint32 i = 0; i < list.length; i++)
    g_ptr_array_add(texts, g_strdup(list.items[i]));
  put_texts(cells, texts);
}

static void put_values(RefnetCells *cells, const RefnetVocabulary *vocabulary,
                       const guint32 *values, guint32 length) {
  GPtrArray *texts = g_ptr_array_new();
  for (guint32 i = 0; i < length; i++)
    g_ptr_array_add(texts, g_strdup(vocabulary->names[values[i]]));
  put_texts(cells, texts);
}

static void put_list(RefnetCells *cells, const RefnetVocabulary *vocabulary, RefnetIndexList list) {
  put_values(cells, vocabulary, list.items, list.length);
}

static void put_value(RefnetCells *cells, const RefnetVocabulary *vocabulary, guint32 value) {
  refnet_cells_text(cells, value == REFNET_NONE ? NULL : vocabulary->names[value]);
}

/* The services collected, each once. */
static void put_services(RefnetGraphRows *rows, RefnetCells *cells) {
  guint32 *services = (guint32 *)(void *)rows->services->data;
  guint32 distinct = (guint32)refnet_sort_distinct(services, rows->services->len);
  put_values(cells, &rows->export->network->dataset->services, services, distinct);
}

static void put_offers(RefnetGraphRows *rows, guint32 organization) {
  const RefnetDataset *dataset = rows->export->network->dataset;
  g_array_set_size(rows->services, 0);
  if (dataset->offer_start)
    for (guint32 i = dataset->offer_start[organization]; i < dataset->offer_start[organization + 1];
         i++)
      g_array_append_val(rows->services, dataset->offers[i].service);
  put_services(rows, &rows->node);
}

static void put_areas(RefnetCells *cells, const RefnetDataset *dataset, RefnetIndexList areas) {
  GPtrArray *texts = g_ptr_array_new();
  for (guint32 i = 0; i < areas.length; i++)
    g_ptr_array_add(texts, g_strdup(dataset->areas[areas.items[i]].name));
  put_texts(cells, texts);
}

/* Phones are compared by their digits, the rest without regard to case. */
static gboolean is_same_address(const char *a, const char *b) {
  g_autofree char *first = a ? refnet_text_fold_header(a) : NULL;
  g_autofree char *second = b ? refnet_text_fold_header(b) : NULL;
  return first && second && *first && g_str_equal(first, second);
}

/* NULL instead of an address that is a listed contact's own. */
static const char *without_people(const RefnetGraphRows *rows, guint32 organization,
                                  const char *text) {
  const RefnetDataset *dataset = rows->export->network->dataset;
  if (!text || rows->export->show_people)
    return text;
  for (guint32 c = dataset->contact_start[organization];
       c < dataset->contact_start[organization + 1]; c++)
    if (is_same_address(dataset->contacts[c].email, text) ||
        is_same_address(dataset->contacts[c].phone, text))
      return NULL;
  return text;
}

static void put_names(RefnetCells *cells, const RefnetOrganization *organization) {
  refnet_cells_text(cells, organization->id);
  refnet_cells_text(cells, refnet_organization_label(organization));
  refnet_cells_text(cells, organization->name);
  refnet_cells_text(cells, organization->details->short_name);
  put_text_list(cells, organization->details->alternate_names);
}

static void put_description(RefnetGraphRows *rows, guint32 index) {
  const RefnetDataset *dataset = rows->export->network->dataset;
  const RefnetOrganization *organization = &dataset->organizations[index];
  RefnetCells *cells = &rows->node;
  put_value(cells, &dataset->sectors, organization->sector);
  put_offers(rows, index);
  put_areas(cells, dataset, organization->areas);
  put_list(cells, &dataset->populations, organization->populations);
  put_list(cells, &dataset->languages, organization->details->languages);
  put_list(cells, &dataset->resources, organization->details->offers);
  put_list(cells, &dataset->resources, organization->details->seeks);
  put_value(cells, &dataset->partnerships, organization->details->partnership);
  put_list(cells, &dataset->coalitions, organization->details->coalitions);
  refnet_cells_real(cells, organization->details->capacity);
  refnet_cells_text(cells, organization->details->status);
  refnet_cells_text(cells, organization->details->address);
  refnet_cells_text(cells, organization->details->city);
  refnet_cells_text(cells, organization->details->postal_code);
  refnet_cells_real(cells, organization->details->latitude);
  refnet_cells_real(cells, organization->details->longitude);
  refnet_cells_text(cells, without_people(rows, index, organization->details->phone));
  refnet_cells_text(cells, without_people(rows, index, organization->details->email));
  refnet_cells_text(cells, organization->details->website);
  refnet_cells_text(cells, organization->details->tax_id);
  refnet_cells_text(cells, refnet_without_contact(dataset, organization->details->parent,
                                                  rows->export->show_people));
  refnet_cells_date(cells, organization->details->funding_end);
  refnet_cells_date(cells, organization->details->verified);
}

/* One a contact, blank where it is unknown, so that programs can tell whose it is; of nobody's
 * nothing. */
static void put_contact_texts(RefnetCells *cells, const RefnetDataset *dataset, guint32 first,
                              guint32 end, gsize field) {
  GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
  gboolean any = FALSE;
  for (guint32 c = first; c < end; c++) {
    const char *text = G_STRUCT_MEMBER(const char *, &dataset->contacts[c], field);
    any |= text != NULL;
    g_ptr_array_add(texts, g_strdup(text ? text : ""));
  }
  if (!any)
    g_ptr_array_set_size(texts, 0);
  put_texts(cells, texts);
}

static void put_contacts(RefnetGraphRows *rows, guint32 organization) {
  const RefnetDataset *dataset = rows->export->network->dataset;
  guint32 first = dataset->contact_start[organization];
  guint32 end = dataset->contact_start[organization + 1];
  RefnetCells *cells = &rows->node;
  refnet_cells_integer(cells, end - first);
  if (!rows->export->show_people)
    return;
  put_contact_texts(cells, dataset, first, end, G_STRUCT_OFFSET(RefnetContact, name));
  put_contact_texts(cells, dataset, first, end, G_STRUCT_OFFSET(RefnetContact, email));
  put_contact_texts(cells, dataset, first, end, G_STRUCT_OFFSET(RefnetContact, phone));
}

/* Copies what refnet_measure_cells filled, column by column. */
static void put_measures(RefnetGraphRows *rows, guint32 vertex) {
  refnet_cells_clear(&rows->measures);
  refnet_measure_cells(&rows->measures, rows->export->measures, vertex);
  guint at = rows->columns->end_of_attributes;
  for (guint i = REFNET_MEASURE_COLUMNS_FIRST; refnet_measure_columns[i].key; i++)
    if (!(refnet_measure_columns[i].flags & REFNET_COLUMN_TABLE_ONLY))
      rows->node.values[at++] = rows->measures.values[i];
}

const RefnetValue *refnet_graph_node(RefnetGraphRows *rows, guint32 vertex) {
  const RefnetNetwork *network = rows->export->network;
  guint32 organization = network->organization[vertex];
  refnet_cells_clear(&rows->node);
  put_names(&rows->node, &network->dataset->organizations[organization]);
  put_description(rows, organization);
  put_contacts(rows, organization);
  for (guint i = 0; i < rows->columns->attributes->len; i++) {
    guint attribute = g_array_index(rows->columns->attributes, guint, i);
    refnet_cells_text(&rows->node, network->dataset->attributes[attribute].values[organization]);
  }
  put_measures(rows, vertex);
  return rows->node.values;
}

/* ---- edges ----------------------------------------------------------------------------------- */

guint64 refnet_graph_edges(const RefnetGraphRows *rows) {
  const RefnetNetwork *network = rows->export->network;
  return network->undirected ? network->ties : network->arcs;
}

static const char *frequency_word(RefnetFrequency frequency) {
  static const char *const words[] = {NULL,      "never",  "yearly", "quarterly",
                                      "monthly", "weekly", "daily"};
  return words[frequency];
}

typedef struct {
  guint64 count;
  RefnetDate latest;
  guint8 frequency;
} Link;

static void add_arc(RefnetGraphRows *rows, guint64 arc, Link *link) {
  const RefnetNetwork *network = rows->export->network;
  const guint32 *service = network->dataset->referrals.service;
  if (arc == G_MAXUINT64)
    return;
  link->count += network->arc_count[arc];
  link->latest = MAX(link->latest, refnet_network_arc_date(network, arc));
  link->frequency = MAX(link->frequency, network->arc_frequency[arc]);
  for (guint64 i = network->row_start[arc]; service && i < network->row_start[arc + 1]; i++)
    if (service[network->rows[i]] != REFNET_NONE)
      g_array_append_val(rows->services, service[network->rows[i]]);
}

const RefnetValue *refnet_graph_edge(RefnetGraphRows *rows, guint64 edge, guint32 *from,
                                     guint32 *to) {
  const RefnetNetwork *network = rows->export->network;
  Link link = {.latest = REFNET_DATE_UNKNOWN};
  *from = network->undirected ? network->tie_a[edge] : network->arc_from[edge];
  *to = network->undirected ? network->tie_b[edge] : network->arc_to[edge];
  guint64 there = refnet_network_find_arc(network, *from, *to);
  guint64 back = refnet_network_find_arc(network, *to, *from);
  g_array_set_size(rows->services, 0);
  add_arc(rows, there, &link);
  if (network->undirected)
    add_arc(rows, back, &link);
  refnet_cells_clear(&rows->edge);
  refnet_cells_integer(&rows->edge, (gint64)link.count);
  put_services(rows, &rows->edge);
  refnet_cells_date(&rows->edge, link.latest);
  refnet_cells_text(&rows->edge, frequency_word(link.frequency));
  refnet_cells_boolean(&rows->edge, there != G_MAXUINT64 && back != G_MAXUINT64);
  return rows->edge.values;
}

const char *refnet_graph_id(const RefnetGraphRows *rows, guint32 vertex) {
  return refnet_network_organization(rows->export->network, vertex)->id;
}
