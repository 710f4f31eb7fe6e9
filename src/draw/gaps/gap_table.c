/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows, columns and cells of the table of service gaps. */
#include "draw/gaps/gap_table.h"

#include <math.h>

#include "analysis/supply/choice.h"
#include "analysis/supply/demand.h"
#include "analysis/supply/places.h"

/* ---- rows and columns ------------------------------------------------------------------------ */

/* Rows, or columns, as they are chosen. */
typedef struct {
  guint32 most;
  guint32 *items;
  const RefnetGapTotal **totals; /* of each item */
  guint32 count, left_out;
} Listing;

static void list_item(Listing *listing, guint32 item, const RefnetGapTotal *total) {
  if (listing->count == listing->most) {
    listing->left_out++;
    return;
  }
  listing->totals[listing->count] = total;
  listing->items[listing->count++] = item;
}

/* Those with a finding in the order of their totals, then the others that are wanted. */
static void list_items(Listing *listing, const RefnetGapTotal *totals, gsize total_count,
                       guint8 *wanted, guint32 length) {
  for (gsize i = 0; i < total_count; i++) {
    wanted[totals[i].index] = FALSE;
    list_item(listing, totals[i].index, &totals[i]);
  }
  for (guint32 i = 0; i < length; i++)
    if (wanted[i])
      list_item(listing, i, NULL);
}

static void list_services(RefnetGapTable *table, const RefnetGaps *gaps, const RefnetChoice *chosen,
                          guint32 most) {
  const RefnetDataset *dataset = gaps->network->dataset;
  g_autofree guint8 *wanted = g_new0(guint8, (gsize)dataset->services.length + 1);
  for (guint32 i = 0; i < dataset->offer_count; i++)
    wanted[dataset->offers[i].service] |= refnet_chosen(chosen, dataset->offers[i].service);
  for (guint32 i = 0; i < dataset->need_count; i++)
    wanted[dataset->needs[i].service] |= refnet_chosen(chosen, dataset->needs[i].service);
  Listing listing = {.most = most, .items = table->services, .totals = table->service_totals};
  list_items(&listing, gaps->services, gaps->service_total_count, wanted, dataset->services.length);
  table->service_count = listing.count;
  table->services_left_out = listing.left_out;
}

static gboolean list_areas(RefnetGapTable *table, const RefnetGaps *gaps,
                           const RefnetChoice *chosen, guint32 most, GError **error) {
  const RefnetDataset *dataset = gaps->network->dataset;
  g_autofree guint8 *wanted = refnet_areas_with_parts(dataset, error);
  if (!wanted)
    return FALSE;
  for (guint32 area = 0; area < dataset->area_count; area++)
    wanted[area] = !wanted[area] && refnet_chosen(chosen, area);
  Listing listing = {.most = most, .items = table->areas, .totals = table->area_totals};
  list_items(&listing, gaps->areas, gaps->area_total_count, wanted, dataset->area_count);
  table->area_count = listing.count;
  table->areas_left_out = listing.left_out;
  return TRUE;
}

static gboolean list_both(RefnetGapTable *table, const RefnetGaps *gaps,
                          const RefnetGapOptions *options, guint32 most_services,
                          guint32 most_areas, GError **error) {
  const RefnetDataset *dataset = gaps->network->dataset;
  g_autofree RefnetChoice *services = NULL, *areas = NULL;
  if (!refnet_choose_values(options->services, &dataset->services, "service", &services, error) ||
      !refnet_choose_areas(options->areas, dataset, &areas, error))
    return FALSE;
  list_services(table, gaps, services, most_services);
  return list_areas(table, gaps, areas, most_areas, error);
}

/* ---- cells ----------------------------------------------------------------------------------- */

/* Position of each value among `items`, REFNET_NONE for those not shown. */
static guint32 *positions(const guint32 *items, guint32 count, guint32 length) {
  guint32 *position = g_new(guint32, (gsize)length + 1);
  for (guint32 i = 0; i < length; i++)
    position[i] = REFNET_NONE;
  for (guint32 i = 0; i < count; i++)
    position[items[i]] = i;
  return position;
}

static void note_findings(RefnetGapTable *table, const RefnetGaps *gaps) {
  const RefnetDataset *dataset = gaps->network->dataset;
  g_autofree guint32 *row =
      positions(table->services, table->service_count, dataset->services.length);
  g_autofree guint32 *column = positions(table->areas, table->area_count, dataset->area_count);
  for (gsize i = 0; i < gaps->cell_count; i++) {
    guint32 r = row[gaps->cells[i].service], c = column[gaps->cells[i].area];
    if (r != REFNET_NONE && c != REFNET_NONE)
      table->squares[(gsize)r * table->area_count + c].statuses |= 1u << gaps->cells[i].status;
  }
}

static gboolean note_demand(RefnetGapTable *table, const RefnetDataset *dataset, GError **error) {
  g_autoptr(RefnetDemand) demand = refnet_demand_new(dataset, error);
  if (!demand)
    return FALSE;
  for (guint32 r = 0; r < table->service_count; r++)
    for (guint32 c = 0; c < table->area_count; c++)
      table->squares[(gsize)r * table->area_count + c].demand =
          refnet_demand_in(demand, table->areas[c], table->services[r]).people;
  return TRUE;
}

static void count_cells(RefnetGapTable *table) {
  gsize length = (gsize)table->service_count * table->area_count;
  for (gsize i = 0; i < length; i++) {
    table->clear += table->squares[i].statuses == 0;
    table->has_demand |= !isnan(table->squares[i].demand);
    for (guint s = 0; s < REFNET_GAP_STATUSES; s++)
      table->cells[s] += (table->squares[i].statuses >> s) & 1;
  }
}

/* ---- public ---------------------------------------------------------------------------------- */

static RefnetGapTable *allocate(guint32 services, guint32 areas) {
  RefnetGapTable *table = g_new0(RefnetGapTable, 1);
  table->services = g_new0(guint32, (gsize)services + 1);
  table->areas = g_new0(guint32, (gsize)areas + 1);
  table->service_totals = g_new0(const RefnetGapTotal *, (gsize)services + 1);
  table->area_totals = g_new0(const RefnetGapTotal *, (gsize)areas + 1);
  return table;
}

RefnetGapTable *refnet_gap_table_new(const RefnetGaps *gaps, const RefnetGapOptions *options,
                                     guint32 most_services, guint32 most_areas, GError **error) {
  g_autoptr(RefnetGapTable) table = allocate(most_services, most_areas);
  if (!list_both(table, gaps, options, most_services, most_areas, error))
    return NULL;
  table->squares = g_new0(RefnetGapSquare, (gsize)table->service_count * table->area_count + 1);
  note_findings(table, gaps);
  if (!note_demand(table, gaps->network->dataset, error))
    return NULL;
  count_cells(table);
  return g_steal_pointer(&table);
}

RefnetGapTable *refnet_gap_table_part(const RefnetGapTable *table, guint32 first_service,
                                      guint32 services, guint32 first_area, guint32 areas) {
  RefnetGapTable *part = allocate(services, areas);
  part->service_count = services;
  part->area_count = areas;
  part->services_left_out = table->services_left_out + table->service_count - services;
  part->areas_left_out = table->areas_left_out + table->area_count - areas;
  part->squares = g_new0(RefnetGapSquare, (gsize)services * areas + 1);
  for (guint32 r = 0; r < services; r++) {
    part->services[r] = table->services[first_service + r];
    part->service_totals[r] = table->service_totals[first_service + r];
    for (guint32 c = 0; c < areas; c++)
      part->squares[(gsize)r * areas + c] =
          *refnet_gap_table_at(table, first_service + r, first_area + c);
  }
  for (guint32 c = 0; c < areas; c++) {
    part->areas[c] = table->areas[first_area + c];
    part->area_totals[c] = table->area_totals[first_area + c];
  }
  count_cells(part);
  return part;
}

void refnet_gap_table_free(RefnetGapTable *table) {
  if (!table)
    return;
  g_free(table->services);
  g_free(table->areas);
  g_free(table->service_totals);
  g_free(table->area_totals);
  g_free(table->squares);
  g_free(table);
}

const RefnetGapSquare *refnet_gap_table_at(const RefnetGapTable *table, guint32 row,
                                           guint32 column) {
  return &table->squares[(gsize)row * table->area_count + column];
}
