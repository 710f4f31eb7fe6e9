/* SPDX-License-Identifier: GPL-2.0-or-later */
/* services.csv, and what each organization offers: its rows there, else its list of services. */
#include "model/load/cells.h"
#include "model/load/load.h"

#include <math.h>

static RefnetRowFate take(RefnetReading *reading) {
  guint32 organization = refnet_cell_organization(reading, REFNET_SERVICE_ORGANIZATION);
  if (organization == REFNET_NONE || !refnet_cell_require(reading, REFNET_SERVICE_SERVICE))
    return REFNET_ROW_REJECTED;
  if (refnet_reading_is_repeat(reading))
    return REFNET_ROW_MERGED;
  RefnetServiceRow *row = refnet_array_append(&reading->loader->service_rows);
  if (row == NULL) {
    refnet_loader_out_of_memory(reading->loader);
    return REFNET_ROW_REJECTED;
  }
  row->organization = organization;
  row->services = refnet_cell_keep(reading, REFNET_SERVICE_SERVICE);
  row->areas = refnet_cell_keep(reading, REFNET_SERVICE_AREA);
  row->populations = refnet_cell_keep(reading, REFNET_SERVICE_POPULATION);
  row->capacity = refnet_cell_yearly(reading, REFNET_SERVICE_CAPACITY, REFNET_SERVICE_PERIOD);
  row->line = (guint32)reading->row->line;
  return REFNET_ROW_KEPT;
}

const RefnetFileLoader refnet_load_services = {REFNET_FILE_SERVICES, NULL, take, NULL, NULL};

/* ---- lists of organizations ------------------------------------------------------------------ */

/* NULL: memory ran out. */
static RefnetIndexList *list_of(RefnetLoader *loader, RefnetOrganization *organization,
                                RefnetListKind kind) {
  if (kind == REFNET_LIST_SERVICES)
    return &organization->services;
  if (kind == REFNET_LIST_AREAS)
    return &organization->areas;
  if (kind == REFNET_LIST_POPULATIONS)
    return &organization->populations;
  RefnetOrganizationDetails *details = refnet_loader_details(loader, organization);
  if (details == NULL)
    return NULL;
  if (kind == REFNET_LIST_LANGUAGES)
    return &details->languages;
  if (kind == REFNET_LIST_OFFERS)
    return &details->offers;
  return kind == REFNET_LIST_SEEKS ? &details->seeks : &details->coalitions;
}

static RefnetValuesKind values_of(RefnetListKind kind) {
  switch (kind) {
  case REFNET_LIST_SERVICES:
    return REFNET_VALUES_SERVICES;
  case REFNET_LIST_POPULATIONS:
    return REFNET_VALUES_POPULATIONS;
  case REFNET_LIST_LANGUAGES:
    return REFNET_VALUES_LANGUAGES;
  case REFNET_LIST_COALITIONS:
    return REFNET_VALUES_COALITIONS;
  default:
    return REFNET_VALUES_RESOURCES;
  }
}

/* Texts are interned, and few of them are the only one of their kind: equal ones share a list. At
 * 10^6 organizations with a service and an area each that took 0.3 s off reading, and 30 MB. */
static gboolean fill_list(RefnetLoader *loader, RefnetListKind kind, const char *text,
                          GHashTable *known, RefnetIndexList *list) {
  const RefnetIndexList *same = g_hash_table_lookup(known, text);
  if (same != NULL) {
    *list = *same;
    return TRUE;
  }
  g_hash_table_insert(known, (gpointer)text, list);
  return kind == REFNET_LIST_AREAS ? refnet_loader_areas(loader, text, list)
                                   : refnet_loader_list(loader, values_of(kind), text, list);
}

static gboolean fill_lists_of(RefnetLoader *loader, RefnetListKind kind) {
  g_autoptr(GHashTable) known = g_hash_table_new(g_direct_hash, g_direct_equal);
  for (gsize v = 0; v < loader->list_texts[kind].length; v++) {
    const char *text = *refnet_array_at(&loader->list_texts[kind], const char *, v);
    if (text == NULL)
      continue;
    RefnetIndexList *list = list_of(loader, &loader->sorted[v], kind);
    if (list == NULL || !fill_list(loader, kind, text, known, list))
      return FALSE;
  }
  return TRUE;
}

static gboolean fill_lists(RefnetLoader *loader) {
  gboolean ok = TRUE;
  for (guint kind = 0; ok && kind < REFNET_LISTS; kind++)
    ok = fill_lists_of(loader, (RefnetListKind)kind);
  return ok;
}

static void number_values(RefnetLoader *loader) {
  for (guint32 v = 0; v < loader->store->dataset.organization_count; v++) {
    RefnetOrganization *organization = &loader->sorted[v];
    if (organization->sector != REFNET_NONE)
      organization->sector = loader->final[REFNET_VALUES_SECTORS][organization->sector];
    if (organization->details->partnership != REFNET_NONE)
      refnet_loader_details(loader, organization)->partnership =
          loader->final[REFNET_VALUES_PARTNERSHIPS][organization->details->partnership];
  }
}

/* ---- offers ---------------------------------------------------------------------------------- */

static RefnetOffer *add_offer(RefnetArray *offers, guint32 organization, guint32 service) {
  RefnetOffer *offer = refnet_array_append(offers);
  if (offer != NULL) {
    offer->organization = organization;
    offer->service = service;
    offer->capacity = NAN;
  }
  return offer;
}

static gboolean add_listed(RefnetArray *offers, guint32 v, const RefnetOrganization *organization) {
  for (guint32 i = 0; i < organization->services.length; i++) {
    RefnetOffer *offer = add_offer(offers, v, organization->services.items[i]);
    if (offer == NULL)
      return FALSE;
    offer->areas = organization->areas;
    offer->populations = organization->populations;
  }
  return TRUE;
}

static void report_shared_capacity(const RefnetLoader *loader, const RefnetServiceRow *row) {
  const RefnetStore *store = loader->store;
  refnet_sheet_report(&store->sheets[REFNET_FILE_SERVICES], store->dataset.diagnostics,
                      REFNET_KIND_CAPACITY_NOT_USED, row->line, REFNET_SERVICE_CAPACITY,
                      REFNET_NONE, "give each service a row of its own, with its capacity",
                      "the capacity is not used: the services of the row share it");
}

/* A row may name several services; its capacity is then no single one's. */
static gboolean add_row(RefnetLoader *loader, RefnetArray *offers, const RefnetServiceRow *row) {
  const RefnetOrganization *organization = &loader->sorted[row->organization];
  RefnetIndexList services, areas, populations;
  if (!refnet_loader_list(loader, REFNET_VALUES_SERVICES, row->services, &services) ||
      !refnet_loader_areas(loader, row->areas, &areas) ||
      !refnet_loader_list(loader, REFNET_VALUES_POPULATIONS, row->populations, &populations))
    return FALSE;
  if (services.length > 1 && !isnan(row->capacity))
    report_shared_capacity(loader, row);
  for (guint32 i = 0; i < services.length; i++) {
    RefnetOffer *offer = add_offer(offers, row->organization, services.items[i]);
    if (offer == NULL)
      return FALSE;
    offer->areas = row->areas != NULL ? areas : organization->areas;
    offer->populations = row->populations != NULL ? populations : organization->populations;
    offer->capacity = services.length == 1 ? row->capacity : NAN;
    offer->line = row->line;
  }
  return TRUE;
}

static gint compare_lists(RefnetIndexList a, RefnetIndexList b) {
  for (guint32 i = 0; i < a.length && i < b.length; i++)
    if (a.items[i] != b.items[i])
      return a.items[i] < b.items[i] ? -1 : 1;
  return (a.length > b.length) - (a.length < b.length);
}

static gint compare_figures(double a, double b) {
  if (isnan(a) || isnan(b))
    return isnan(a) - isnan(b);
  return (a > b) - (a < b);
}

static gint compare_offers(guint32 a, guint32 b, gconstpointer data) {
  const RefnetOffer *first = &((const RefnetOffer *)data)[a];
  const RefnetOffer *second = &((const RefnetOffer *)data)[b];
  if (first->organization != second->organization)
    return first->organization < second->organization ? -1 : 1;
  if (first->service != second->service)
    return first->service < second->service ? -1 : 1;
  gint order = compare_lists(first->areas, second->areas);
  if (order == 0)
    order = compare_lists(first->populations, second->populations);
  return order != 0 ? order : compare_figures(first->capacity, second->capacity);
}

static gsize count_listed(const RefnetLoader *loader) {
  gsize count = 0;
  for (guint32 v = 0; v < loader->store->dataset.organization_count; v++)
    count += loader->sorted[v].services.length;
  return count;
}

static gboolean collect_offers(RefnetLoader *loader, RefnetArray *offers) {
  guint32 count = loader->store->dataset.organization_count;
  g_autofree guint8 *has_rows = g_try_new0(guint8, (gsize)count + 1);
  gboolean ok = has_rows != NULL &&
                refnet_array_reserve(offers, count_listed(loader) + loader->service_rows.length);
  for (gsize i = 0; ok && i < loader->service_rows.length; i++) {
    const RefnetServiceRow *row = refnet_array_at(&loader->service_rows, RefnetServiceRow, i);
    has_rows[row->organization] = TRUE;
    ok = add_row(loader, offers, row);
  }
  for (guint32 v = 0; ok && v < count; v++)
    if (!has_rows[v])
      ok = add_listed(offers, v, &loader->sorted[v]);
  return ok && offers->length < G_MAXUINT32;
}

/* They come in order unless services.csv has some; from now on they are the store's. */
static gboolean place_offers(RefnetLoader *loader, RefnetArray *offers) {
  RefnetStore *store = loader->store;
  RefnetDataset *dataset = &store->dataset;
  const guint32 length = (guint32)offers->length;
  guint32 *start =
      refnet_pool_alloc(store->pool, ((gsize)dataset->organization_count + 1) * sizeof *start, 0);
  if (start == NULL)
    return FALSE;
  if (!refnet_is_sorted(length, compare_offers, offers->items)) {
    g_autofree guint32 *order = refnet_sorted_order(length, compare_offers, offers->items);
    if (order == NULL || !refnet_array_permute(offers, order))
      return FALSE;
  }
  store->offers = offers->items;
  *offers = REFNET_ARRAY(RefnetOffer);
  for (guint32 i = 0; i < length; i++)
    start[store->offers[i].organization + 1]++;
  for (guint32 v = 0; v < dataset->organization_count; v++)
    start[v + 1] += start[v];
  dataset->offers = store->offers;
  dataset->offer_count = length;
  dataset->offer_start = start;
  return TRUE;
}

/* Why the capacity of an organization with these offers is not that of one of them. */
static const char *unused_capacity(const RefnetOffer *offers, guint32 count) {
  gboolean one_service = TRUE, has_own = FALSE;
  for (guint32 i = 0; i < count; i++) {
    one_service = one_service && offers[i].service == offers[0].service;
    has_own = has_own || !isnan(offers[i].capacity);
  }
  return count == 0     ? "no service is listed"
         : !one_service ? "several services share it"
         : has_own      ? "services.csv has one"
                        : "several rows of services.csv share it";
}

/* An organization's capacity is that of its only offer; of several it is nobody's share. */
static void place_capacities(RefnetLoader *loader) {
  const RefnetDataset *dataset = &loader->store->dataset;
  RefnetOffer *offers = loader->store->offers;
  for (guint32 v = 0; v < dataset->organization_count; v++) {
    const RefnetOrganization *organization = &loader->sorted[v];
    guint32 first = dataset->offer_start[v], count = dataset->offer_start[v + 1] - first;
    if (isnan(organization->details->capacity))
      continue;
    if (count == 1 && isnan(offers[first].capacity)) {
      offers[first].capacity = organization->details->capacity;
      continue;
    }
    refnet_sheet_report(&loader->store->sheets[REFNET_FILE_ORGANIZATIONS], dataset->diagnostics,
                        REFNET_KIND_CAPACITY_NOT_USED, organization->line,
                        REFNET_ORGANIZATION_CAPACITY, REFNET_NONE,
                        "give the capacity of each service in services.csv",
                        "the capacity is not used: %s", unused_capacity(&offers[first], count));
  }
}

gboolean refnet_finish_offers(RefnetLoader *loader, GError **error) {
  RefnetArray offers = REFNET_ARRAY(RefnetOffer);
  number_values(loader);
  gboolean ok =
      fill_lists(loader) && collect_offers(loader, &offers) && place_offers(loader, &offers);
  refnet_array_clear(&offers);
  if (!ok)
    return refnet_set_out_of_memory(error);
  place_capacities(loader);
  return TRUE;
}
