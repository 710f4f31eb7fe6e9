/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What would go with each organization if it closed, without playing every closing through. */
#include <math.h>
#include <stdlib.h>

#include <refnet/analysis.h>

#include "analysis/memory.h"
#include "analysis/supply/demand.h"
#include "analysis/supply/providers.h"
#include "base/order.h"

/* ---- who offers what, and who else ----------------------------------------------------------- */

/* A row that offers a service in an area; then, of these, one after which at most one provider is
 * left there. */
typedef struct {
  RefnetCell cell;
  guint32 provider, vertex;
  gboolean is_alone; /* none is left */
} Supply;

static int compare_cells(const Supply *x, const Supply *y) {
  int order = refnet_order(x->cell.service, y->cell.service);
  return order ? order : refnet_order(x->cell.area, y->cell.area);
}

static int compare_supplies(const void *left, const void *right) {
  const Supply *x = left, *y = right;
  int order = compare_cells(x, y);
  if (order == 0)
    order = refnet_order(x->provider, y->provider);
  return order ? order : refnet_order(x->vertex, y->vertex);
}

static int compare_holders(const void *left, const void *right) {
  const Supply *x = left, *y = right;
  int order = refnet_order(x->vertex, y->vertex);
  if (order == 0)
    order = refnet_order(y->is_alone, x->is_alone);
  return order ? order : compare_cells(x, y);
}

/* All rows that offer something somewhere, each once in a cell; *length of them. */
static Supply *list_supplies(const RefnetProviders *providers, gsize *length, GError **error) {
  const RefnetNetwork *network = providers->network;
  const RefnetOffer *offers = network->dataset->offers;
  guint32 offer_count = providers->offer_start[network->dataset->services.length];
  guint64 most = 0;
  for (guint32 i = 0; i < offer_count; i++)
    most += offers[providers->offers[i]].areas.length;
  Supply *supplies = REFNET_TRY_ARRAY(Supply, most, error);
  gsize count = 0;
  for (guint32 i = 0; supplies && i < offer_count; i++) {
    const RefnetOffer *offer = &offers[providers->offers[i]];
    guint32 provider = refnet_providers_of_offer(providers, providers->offers[i]);
    for (guint32 k = 0; k < offer->areas.length; k++)
      supplies[count++] = (Supply){{offer->areas.items[k], offer->service},
                                   provider,
                                   network->vertex[offer->organization],
                                   FALSE};
  }
  if (count > 1)
    qsort(supplies, count, sizeof *supplies, compare_supplies);
  *length = 0;
  for (gsize i = 0; i < count; i++)
    if (*length == 0 || compare_supplies(&supplies[*length - 1], &supplies[i]) != 0)
      supplies[(*length)++] = supplies[i];
  return supplies;
}

static gsize end_of_cell(const Supply *supplies, gsize start, gsize length) {
  gsize end = start + 1;
  while (end < length && compare_cells(&supplies[start], &supplies[end]) == 0)
    end++;
  return end;
}

static gsize end_of_provider(const Supply *supplies, gsize start, gsize end) {
  gsize next = start + 1;
  while (next < end && supplies[next].provider == supplies[start].provider)
    next++;
  return next;
}

/* Keeps, in place, the rows after which at most one provider is left in the cell: another row of
 * the same provider would go on. Returns how many. */
static gsize keep_holders(Supply *supplies, gsize length) {
  gsize kept = 0;
  for (gsize start = 0, end; start < length; start = end) {
    guint32 providers = 0;
    end = end_of_cell(supplies, start, length);
    for (gsize i = start; i < end; i = end_of_provider(supplies, i, end))
      providers++;
    for (gsize i = start, next; i < end && providers <= 2; i = next) {
      next = end_of_provider(supplies, i, end);
      if (next - i > 1)
        continue;
      supplies[kept] = supplies[i];
      supplies[kept++].is_alone = providers == 1;
    }
  }
  return kept;
}

/* ---- each closing ---------------------------------------------------------------------------- */

static gboolean is_open(const RefnetNetwork *network, guint32 vertex) {
  return !refnet_network_organization(network, vertex)->closed;
}

/* place[v] gets where the closing of each vertex is. */
static gboolean list_closings(RefnetClosings *closings, guint32 *place, GError **error) {
  const RefnetNetwork *network = closings->network;
  if (!(closings->closings = REFNET_TRY_ARRAY(RefnetClosing, network->vertices, error)))
    return FALSE;
  for (guint32 v = 0; v < network->vertices; v++) {
    if (!is_open(network, v))
      continue;
    RefnetClosing closing = {.vertex = v, .ties = refnet_network_degree(network, v), .need = NAN};
    for (guint64 i = network->in_start[v]; i < network->in_start[v + 1]; i++)
      closing.referrals += network->arc_count[network->in_arc[i]];
    closings->without_services +=
        !refnet_dataset_services_known(network->dataset, network->organization[v]);
    place[v] = closings->count;
    closings->closings[closings->count++] = closing;
  }
  return TRUE;
}

static gboolean add_cut_off(RefnetClosings *closings, const guint32 *place, RefnetDate as_of,
                            GError **error) {
  const RefnetRiskOptions options = {.turnover = REFNET_DEFAULT_TURNOVER, .as_of = as_of};
  if (!(closings->risks = refnet_risks_new(closings->network, &options, error)))
    return FALSE;
  for (guint32 i = 0; i < closings->risks->organization_count; i++) {
    const RefnetOrganizationRisk *risk = &closings->risks->organizations[i];
    if (!is_open(closings->network, risk->vertex))
      continue;
    RefnetClosing *closing = &closings->closings[place[risk->vertex]];
    closing->cut_off = risk->cut_off;
    closing->cut_off_count = risk->cut_off_count;
  }
  return TRUE;
}

static void add_need(RefnetClosing *closing, const RefnetDemand *demand, RefnetCell cell) {
  double people = refnet_demand_in(demand, cell.area, cell.service).people;
  if (!isnan(people))
    closing->need = (isnan(closing->need) ? 0 : closing->need) + people;
}

/* `holders` are by vertex, alone first. */
static void add_services(RefnetClosings *closings, const guint32 *place, const Supply *holders,
                         gsize length, const RefnetDemand *demand) {
  for (gsize i = 0; i < length; i++) {
    RefnetClosing *closing = &closings->closings[place[holders[i].vertex]];
    closings->cells[i] = holders[i].cell;
    if (holders[i].is_alone) {
      closing->alone = closing->alone ? closing->alone : &closings->cells[i];
      closing->alone_count++;
      add_need(closing, demand, holders[i].cell);
    } else {
      closing->with_one = closing->with_one ? closing->with_one : &closings->cells[i];
      closing->with_one_count++;
    }
  }
}

static gboolean find_services(RefnetClosings *closings, const guint32 *place, GError **error) {
  g_autoptr(RefnetProviders) providers = refnet_providers_new(closings->network, error);
  g_autoptr(RefnetDemand) demand =
      providers ? refnet_demand_new(closings->network->dataset, error) : NULL;
  gsize length;
  g_autofree Supply *supplies = demand ? list_supplies(providers, &length, error) : NULL;
  if (!supplies)
    return FALSE;
  length = keep_holders(supplies, length);
  if (length > 1)
    qsort(supplies, length, sizeof *supplies, compare_holders);
  if (!(closings->cells = REFNET_TRY_ARRAY(RefnetCell, length, error)))
    return FALSE;
  add_services(closings, place, supplies, length, demand);
  return TRUE;
}

static int compare_closings(const void *left, const void *right) {
  const RefnetClosing *x = left, *y = right;
  const double figures[][2] = {{x->alone_count, y->alone_count},
                               {isnan(x->need) ? 0 : x->need, isnan(y->need) ? 0 : y->need},
                               {x->cut_off_count, y->cut_off_count},
                               {x->with_one_count, y->with_one_count},
                               {x->ties, y->ties},
                               {(double)x->referrals, (double)y->referrals}};
  for (gsize i = 0; i < G_N_ELEMENTS(figures); i++)
    if (figures[i][0] < figures[i][1] || figures[i][0] > figures[i][1])
      return figures[i][0] > figures[i][1] ? -1 : 1;
  return refnet_order(x->vertex, y->vertex);
}

RefnetClosings *refnet_closings_new(const RefnetNetwork *network, RefnetDate as_of,
                                    GError **error) {
  g_autoptr(RefnetClosings) closings = g_new0(RefnetClosings, 1);
  g_autofree guint32 *place = REFNET_TRY_ARRAY(guint32, network->vertices, error);
  closings->network = network;
  if (!place || !list_closings(closings, place, error) ||
      !add_cut_off(closings, place, as_of, error) || !find_services(closings, place, error))
    return NULL;
  if (closings->count > 1)
    qsort(closings->closings, closings->count, sizeof *closings->closings, compare_closings);
  return g_steal_pointer(&closings);
}

void refnet_closings_free(RefnetClosings *closings) {
  if (!closings)
    return;
  refnet_risks_free(closings->risks);
  g_free(closings->closings);
  g_free(closings->cells);
  g_free(closings);
}
