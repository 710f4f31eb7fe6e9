/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analysis/duplicates/service_groups.h"

#include <stdlib.h>

#include "analysis/memory.h"
#include "analysis/result.h"
#include "base/order.h"

enum { LEAST_ORGANIZATIONS = 3 };

/* A provider lists the service at hand in an area. No populations: not known for whom. */
typedef struct {
  guint32 area, provider;
  RefnetIndexList populations;
} Listing;

/* The providers of one area, each once, rising, and whom all of them serve there. */
typedef struct {
  guint32 area, length;
  const guint32 *providers;
  RefnetIndexList populations;
  gboolean for_anybody; /* one doesn't say for whom */
} Cell;

typedef struct {
  const RefnetServiceField *field;
  Listing *listings;
  gsize length, capacity; /* of the service at hand */
  guint32 *members;       /* providers of its listings */
  Cell *cells;            /* of the service at hand: room for each listing */
  guint32 *in;            /* by provider: the last group it was put in, from 1 */
  guint32 *met;           /* by provider: the last one it was met from, from 1 */
  RefnetServiceGroup *groups;
  gsize group_count, group_capacity;
} Search;

static void search_clear(Search *search) {
  g_free(search->listings);
  g_free(search->members);
  g_free(search->cells);
  g_free(search->in);
  g_free(search->met);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Search, search_clear)

static int compare_listings(const void *a, const void *b) {
  const Listing *first = a, *second = b;
  int order = refnet_order(first->area, second->area);
  return order ? order : refnet_order(first->provider, second->provider);
}

static int compare_numbers(const guint32 *a, guint32 a_length, const guint32 *b, guint32 b_length) {
  int order = refnet_order(a_length, b_length);
  for (guint32 i = 0; order == 0 && i < a_length; i++)
    order = refnet_order(a[i], b[i]);
  return order;
}

/* 0: the same providers for the same people, which makes them one group. */
static int compare_kinds(const Cell *a, const Cell *b) {
  int order = compare_numbers(a->providers, a->length, b->providers, b->length);
  if (!order)
    order = refnet_order(a->for_anybody, b->for_anybody);
  return order ? order
               : compare_numbers(a->populations.items, a->populations.length, b->populations.items,
                                 b->populations.length);
}

static int compare_cells(const void *a, const void *b) {
  const Cell *first = a, *second = b;
  int order = compare_kinds(first, second);
  return order ? order : refnet_order(first->area, second->area);
}

/* ---- one service ----------------------------------------------------------------------------- */

static gboolean collect_listings(Search *search, guint32 service) {
  const RefnetDataset *dataset = search->field->network->dataset;
  const RefnetProviders *providers = search->field->providers;
  search->length = 0;
  for (guint32 i = providers->offer_start[service]; i < providers->offer_start[service + 1]; i++) {
    guint32 provider = refnet_providers_of_offer(providers, providers->offers[i]);
    const RefnetOffer *offer = &dataset->offers[providers->offers[i]];
    for (guint32 k = 0; k < offer->areas.length; k++) {
      gpointer array = search->listings;
      if (!refnet_result_grow(&array, search->length, &search->capacity, sizeof(Listing)))
        return FALSE;
      search->listings = array;
      search->listings[search->length++] =
          (Listing){offer->areas.items[k], provider, offer->populations};
    }
  }
  if (search->length > 1)
    qsort(search->listings, search->length, sizeof(Listing), compare_listings);
  return TRUE;
}

/* The populations that as many providers named as there are. */
static gboolean list_populations(const Search *search, GArray *named, guint32 providers,
                                 RefnetIndexList *list) {
  guint kept = 0;
  refnet_sort_number_array(named);
  for (guint first = 0, end; first < named->len; first = end) {
    guint32 population = g_array_index(named, guint32, first);
    for (end = first; end < named->len && g_array_index(named, guint32, end) == population; end++)
      ;
    if (end - first == providers)
      g_array_index(named, guint32, kept++) = population;
  }
  return refnet_result_list(search->field->pool, (const guint32 *)(gconstpointer)named->data, kept,
                            list);
}

/* Whom all serve there, from the listings of the one area. */
static gboolean find_populations(const Search *search, const Listing *listings, gsize length,
                                 Cell *cell) {
  g_autoptr(GArray) named = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (gsize first = 0, end; first < length; first = end) {
    guint before = named->len;
    for (end = first; end < length && listings[end].provider == listings[first].provider; end++) {
      RefnetIndexList own = listings[end].populations;
      cell->for_anybody |= own.length == 0;
      g_array_append_vals(named, own.items, own.length);
    }
    guint32 *of_one = (guint32 *)(gpointer)named->data + before;
    g_array_set_size(named, before + (guint)refnet_sort_distinct(of_one, named->len - before));
  }
  if (cell->for_anybody)
    g_array_set_size(named, 0);
  return list_populations(search, named, cell->length, &cell->populations);
}

/* Areas with enough providers, those of one group next to each other. */
static gboolean find_cells(Search *search, gsize *count) {
  g_free(search->members);
  g_free(search->cells);
  search->members = g_try_new(guint32, MAX(search->length, 1));
  search->cells = g_try_new(Cell, MAX(search->length, 1));
  *count = 0;
  if (!search->members || !search->cells)
    return FALSE;
  guint32 *next = search->members;
  for (gsize first = 0, end; first < search->length; first = end) {
    guint32 area = search->listings[first].area, *members = next;
    for (end = first; end < search->length && search->listings[end].area == area; end++)
      if (next == members || next[-1] != search->listings[end].provider)
        *next++ = search->listings[end].provider;
    Cell cell = {.area = area, .length = (guint32)(next - members), .providers = members};
    if (cell.length < LEAST_ORGANIZATIONS)
      continue;
    if (!find_populations(search, &search->listings[first], end - first, &cell))
      return FALSE;
    search->cells[(*count)++] = cell;
  }
  if (*count > 1)
    qsort(search->cells, *count, sizeof(Cell), compare_cells);
  return TRUE;
}

/* ---- who is in touch ------------------------------------------------------------------------- */

/* The other members of the group at hand that a provider has ties to, each once. */
static guint32 count_partners(const Search *search, guint32 provider, guint32 mark) {
  const RefnetNetwork *network = search->field->network;
  const RefnetProviders *providers = search->field->providers;
  guint32 partners = 0;
  for (guint32 m = providers->member_start[provider]; m < providers->member_start[provider + 1];
       m++) {
    guint32 vertex = providers->members[m];
    for (guint64 i = network->tie_start[vertex]; i < network->tie_start[vertex + 1]; i++) {
      guint32 other = providers->provider[network->neighbor[i]];
      if (other == REFNET_NONE || other == provider || search->in[other] != mark ||
          search->met[other] == provider + 1)
        continue;
      search->met[other] = provider + 1;
      partners++;
    }
  }
  return partners;
}

static void count_ties(Search *search, const Cell *cell, RefnetServiceGroup *group) {
  guint32 mark = (guint32)search->group_count + 1;
  for (guint32 i = 0; i < cell->length; i++) {
    search->in[cell->providers[i]] = mark;
    search->met[cell->providers[i]] = 0;
  }
  for (guint32 i = 0; i < cell->length; i++) {
    guint32 partners = count_partners(search, cell->providers[i], mark);
    group->in_touch += partners > 0;
    group->ties += partners;
  }
  group->ties /= 2; /* each was met from both ends */
}

/* ---- one group ------------------------------------------------------------------------------- */

/* They list nobody in common: rather neighbors than an overlap. */
static gboolean serve_apart(const RefnetServiceGroup *group) {
  return !group->for_anybody && group->populations.length == 0;
}

static gboolean judge(const Search *search, const Cell *cells, RefnetServiceGroup *group) {
  g_autofree RefnetSharedCell *shared = g_new(RefnetSharedCell, group->areas.length);
  for (guint32 i = 0; i < group->areas.length; i++)
    shared[i] = (RefnetSharedCell){{group->areas.items[i], group->service}, group->populations};
  gboolean unclear = group->for_anybody || serve_apart(group);
  return refnet_service_field_judge(search->field, shared, group->areas.length, cells->providers,
                                    cells->length, unclear, &group->together);
}

/* A group of `length` cells with the same providers for the same people. */
static gboolean add_group(Search *search, guint32 service, const Cell *cells, guint32 length) {
  RefnetServiceGroup group = {
      .service = service, .populations = cells->populations, .for_anybody = cells->for_anybody};
  RefnetPool *pool = search->field->pool;
  g_autofree guint32 *areas = g_try_new(guint32, length);
  g_autofree guint32 *organizations = g_try_new(guint32, cells->length);
  gpointer array = search->groups;
  if (!areas || !organizations ||
      !refnet_result_grow(&array, search->group_count, &search->group_capacity, sizeof group))
    return FALSE;
  search->groups = array;
  for (guint32 i = 0; i < length; i++)
    areas[i] = cells[i].area;
  for (guint32 i = 0; i < cells->length; i++)
    organizations[i] = search->field->network->organization[cells->providers[i]];
  if (!refnet_result_list(pool, areas, length, &group.areas) ||
      !refnet_result_list(pool, organizations, cells->length, &group.organizations))
    return FALSE;
  count_ties(search, cells, &group);
  if (!judge(search, cells, &group))
    return FALSE;
  search->groups[search->group_count++] = group;
  return TRUE;
}

static gboolean look_at_service(Search *search, guint32 service) {
  gsize count;
  if (!collect_listings(search, service) || !find_cells(search, &count))
    return FALSE;
  for (gsize first = 0, end; first < count; first = end) {
    end = first + 1;
    while (end < count && compare_kinds(&search->cells[first], &search->cells[end]) == 0)
      end++;
    if (!add_group(search, service, &search->cells[first], (guint32)(end - first)))
      return FALSE;
  }
  return TRUE;
}

/* ---- all ------------------------------------------------------------------------------------- */

static int compare_groups(const void *a, const void *b) {
  const RefnetServiceGroup *first = a, *second = b;
  int order = refnet_order(serve_apart(first), serve_apart(second));
  if (!order)
    order = refnet_shared_supply_order(&first->together, &second->together);
  if (!order)
    order = refnet_order(second->organizations.length, first->organizations.length);
  if (!order)
    order = refnet_order(first->in_touch, second->in_touch);
  if (!order)
    order = refnet_order(first->service, second->service);
  return order ? order : refnet_order(first->areas.items[0], second->areas.items[0]);
}

gboolean refnet_service_groups(const RefnetServiceField *field, RefnetServiceGroup **groups,
                               gsize *length, GError **error) {
  const RefnetNetwork *network = field->network;
  g_auto(Search) search = {.field = field};
  if (!(search.in = REFNET_TRY_ARRAY(guint32, network->vertices, error)) ||
      !(search.met = REFNET_TRY_ARRAY(guint32, network->vertices, error)))
    return FALSE;
  gboolean complete = TRUE;
  for (guint32 s = 0; complete && s < network->dataset->services.length; s++)
    complete = look_at_service(&search, s);
  if (search.group_count > 1)
    qsort(search.groups, search.group_count, sizeof *search.groups, compare_groups);
  *groups = search.groups;
  *length = search.group_count;
  return complete || refnet_result_no_memory(error);
}
