/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Overlap of services, found through the cells that two providers share. */
#include "analysis/duplicates/services.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/memory.h"
#include "analysis/result.h"
#include "base/order.h"

#define LEAST_OVERLAP 0.5  /* half of what the smaller one lists */
#define MOST_PROVIDERS 100 /* in a cell that makes pairs */

/* What a provider lists in one area × service. No populations: not known for whom. */
typedef struct {
  guint32 provider, service, area;
  RefnetIndexList populations;
} Listing;

typedef struct {
  RefnetServiceField *field;
  Listing *listings; /* by provider, service, area */
  guint32 length;
  guint32 *start;   /* by provider: vertices + 1 */
  guint64 *size;    /* by provider: its cells */
  guint32 *by_cell; /* listings by service, area, provider */
  guint32 *place;   /* of a listing in by_cell */
  guint32 *until;   /* place after the last of its cell; of a crowded one, its own */
  RefnetServiceOverlap *overlaps;
  gsize overlap_count, capacity;
} Search;

static void search_clear(Search *search) {
  g_free(search->listings);
  g_free(search->start);
  g_free(search->size);
  g_free(search->by_cell);
  g_free(search->place);
  g_free(search->until);
  g_free(search->overlaps);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Search, search_clear)

/* ---- listings -------------------------------------------------------------------------------- */

static int compare_listings(const void *a, const void *b) {
  const Listing *first = a, *second = b;
  int order = refnet_order(first->service, second->service);
  return order ? order : refnet_order(first->area, second->area);
}

static gboolean same_cell(const Listing *a, const Listing *b) {
  return a->service == b->service && a->area == b->area;
}

/* The values in both lists (in either, if `either`), into `items`, which has room for all or is
 * NULL to count only. */
static guint32 combine(RefnetIndexList a, RefnetIndexList b, gboolean either, guint32 *items) {
  guint32 i = 0, k = 0, length = 0;
  while (i < a.length || k < b.length) {
    gboolean from_a = k == b.length || (i < a.length && a.items[i] <= b.items[k]);
    gboolean from_b = i == a.length || (k < b.length && b.items[k] <= a.items[i]);
    if (either || (from_a && from_b)) {
      if (items)
        items[length] = from_a ? a.items[i] : b.items[k];
      length++;
    }
    i += from_a;
    k += from_b;
  }
  return length;
}

/* Two rows about one cell: for the populations of both, for anybody if one doesn't say. */
static gboolean merge_listings(Listing *into, const Listing *other, RefnetPool *pool) {
  if (into->populations.length == 0 || other->populations.length == 0 ||
      into->populations.items == other->populations.items) {
    into->populations.length = MIN(into->populations.length, other->populations.length);
    return TRUE;
  }
  guint32 most = into->populations.length + other->populations.length;
  g_autofree guint32 *items = g_new(guint32, most);
  guint32 length = combine(into->populations, other->populations, TRUE, items);
  return refnet_result_list(pool, items, length, &into->populations);
}

/* One listing a cell among those of one provider, from `first` on. */
static gboolean merge_repeats(Search *search, guint32 first) {
  guint32 kept = first;
  if (search->length > first + 1)
    qsort(&search->listings[first], search->length - first, sizeof *search->listings,
          compare_listings);
  for (guint32 i = first; i < search->length; i++) {
    Listing *last = kept > first ? &search->listings[kept - 1] : NULL;
    if (!last || !same_cell(last, &search->listings[i]))
      search->listings[kept++] = search->listings[i];
    else if (!merge_listings(last, &search->listings[i], search->field->pool))
      return FALSE;
  }
  search->length = kept;
  return TRUE;
}

static gboolean list_provider(Search *search, guint32 provider) {
  const RefnetDataset *dataset = search->field->network->dataset;
  const RefnetProviders *providers = search->field->providers;
  guint32 first = search->length;
  for (guint32 m = providers->member_start[provider]; m < providers->member_start[provider + 1];
       m++) {
    guint32 organization = search->field->network->organization[providers->members[m]];
    for (guint32 o = dataset->offer_start[organization]; o < dataset->offer_start[organization + 1];
         o++) {
      const RefnetOffer *offer = &dataset->offers[o];
      for (guint32 k = 0; k < offer->areas.length; k++)
        search->listings[search->length++] =
            (Listing){provider, offer->service, offer->areas.items[k], offer->populations};
    }
  }
  return merge_repeats(search, first);
}

static gboolean collect_listings(Search *search, GError **error) {
  const RefnetDataset *dataset = search->field->network->dataset;
  const RefnetProviders *providers = search->field->providers;
  guint32 offers = providers->offer_start[dataset->services.length];
  guint64 most = 0;
  for (guint32 i = 0; i < offers; i++)
    most += dataset->offers[providers->offers[i]].areas.length;
  if (most >= G_MAXUINT32)
    return refnet_result_no_memory(error);
  if (!(search->listings = REFNET_TRY_ARRAY(Listing, most, error)) ||
      !(search->start =
            REFNET_TRY_ARRAY(guint32, (guint64)search->field->network->vertices + 1, error)))
    return FALSE;
  for (guint32 v = 0; v < search->field->network->vertices; v++) {
    if (!list_provider(search, v))
      return refnet_result_no_memory(error);
    search->start[v + 1] = search->length;
  }
  return TRUE;
}

/* One pass of a counting sort, which keeps the order within a key: `from` by service or area to
 * `to`. */
static gboolean sort_pass(const Search *search, gboolean by_service, const guint32 *from,
                          guint32 *to, GError **error) {
  const RefnetDataset *dataset = search->field->network->dataset;
  guint32 keys = by_service ? dataset->services.length : dataset->area_count;
  g_autofree guint32 *next = REFNET_TRY_ARRAY(guint32, (guint64)keys + 1, error);
  if (!next)
    return FALSE;
  for (guint32 i = 0; i < search->length; i++)
    next[(by_service ? search->listings[i].service : search->listings[i].area) + 1]++;
  for (guint32 key = 0; key < keys; key++)
    next[key + 1] += next[key];
  for (guint32 i = 0; i < search->length; i++) {
    const Listing *listing = &search->listings[from[i]];
    to[next[by_service ? listing->service : listing->area]++] = from[i];
  }
  return TRUE;
}

/* Finds where each cell ends in by_cell. */
static void bound_cells(Search *search) {
  for (guint32 first = 0, end; first < search->length; first = end) {
    const Listing *listing = &search->listings[search->by_cell[first]];
    end = first + 1;
    while (end < search->length && same_cell(listing, &search->listings[search->by_cell[end]]))
      end++;
    for (guint32 i = first; i < end; i++) {
      search->place[search->by_cell[i]] = i;
      search->until[i] = end - first <= MOST_PROVIDERS ? end : i;
    }
  }
}

static gboolean index_cells(Search *search, GError **error) {
  if (!(search->by_cell = REFNET_TRY_ARRAY(guint32, search->length, error)) ||
      !(search->place = REFNET_TRY_ARRAY(guint32, search->length, error)) ||
      !(search->until = REFNET_TRY_ARRAY(guint32, search->length, error)))
    return FALSE;
  for (guint32 i = 0; i < search->length; i++)
    search->by_cell[i] = i;
  if (!sort_pass(search, FALSE, search->by_cell, search->place, error) ||
      !sort_pass(search, TRUE, search->place, search->by_cell, error))
    return FALSE;
  bound_cells(search);
  return TRUE;
}

/* ---- two providers --------------------------------------------------------------------------- */

/* Cells of area × service × population; one where nobody says for whom. */
static guint32 weight(const Listing *listing) {
  return MAX(listing->populations.length, 1);
}

static gboolean count_sizes(Search *search, GError **error) {
  if (!(search->size = REFNET_TRY_ARRAY(guint64, search->field->network->vertices, error)))
    return FALSE;
  for (guint32 i = 0; i < search->length; i++)
    search->size[search->listings[i].provider] += weight(&search->listings[i]);
  return TRUE;
}

/* What two providers share. The lists are filled only for pairs that are reported. */
typedef struct {
  guint64 matched[2];   /* cells of each that the other lists, too */
  gboolean for_anybody; /* a shared cell doesn't say for whom on a side */
  GArray *cells;        /* RefnetCell by service, area; NULL: count only */
  GArray *populations;  /* guint32: of both, a cell after the other */
  GArray *lengths;      /* guint32: how many of them, by cell */
} Sharing;

static void keep_populations(Sharing *sharing, RefnetIndexList a, RefnetIndexList b) {
  guint first = sharing->populations->len;
  g_array_set_size(sharing->populations, first + MIN(a.length, b.length));
  guint32 *both = (guint32 *)(gpointer)sharing->populations->data + first;
  g_array_set_size(sharing->populations, first + combine(a, b, FALSE, both));
}

/* The cells, each with those of the populations that are its own. */
static RefnetSharedCell *list_shared_cells(const Sharing *sharing) {
  const guint32 *items = (const guint32 *)(gconstpointer)sharing->populations->data;
  RefnetSharedCell *cells = g_new(RefnetSharedCell, sharing->cells->len);
  for (guint i = 0; i < sharing->cells->len; i++) {
    guint32 length = g_array_index(sharing->lengths, guint32, i);
    cells[i] = (RefnetSharedCell){g_array_index(sharing->cells, RefnetCell, i), {items, length}};
    items += length;
  }
  return cells;
}

static void share_cell(Sharing *sharing, const Listing *a, const Listing *b) {
  gboolean for_anybody = a->populations.length == 0 || b->populations.length == 0;
  guint32 common = for_anybody ? 0 : combine(a->populations, b->populations, FALSE, NULL);
  if (!for_anybody && common == 0)
    return;
  sharing->for_anybody |= for_anybody;
  sharing->matched[0] += for_anybody ? weight(a) : common;
  sharing->matched[1] += for_anybody ? weight(b) : common;
  if (!sharing->cells)
    return;
  RefnetCell cell = {a->area, a->service};
  g_array_append_val(sharing->cells, cell);
  if (!for_anybody)
    keep_populations(sharing, a->populations, b->populations);
  g_array_append_val(sharing->lengths, common);
}

static void compare_providers(const Search *search, guint32 a, guint32 b, Sharing *sharing) {
  const Listing *first = &search->listings[search->start[a]];
  const Listing *second = &search->listings[search->start[b]];
  const Listing *first_end = &search->listings[search->start[a + 1]];
  const Listing *second_end = &search->listings[search->start[b + 1]];
  while (first < first_end && second < second_end) {
    int order = compare_listings(first, second);
    if (order == 0)
      share_cell(sharing, first, second);
    first += order <= 0;
    second += order >= 0;
  }
}

/* |C_a ∩ C_b| / min(|C_a|, |C_b|), the cells in common counted as the smaller side lists them. */
static double overlap_of(const Search *search, guint32 a, guint32 b, const Sharing *sharing) {
  double of_a = sharing->matched[0] / (double)search->size[a];
  double of_b = sharing->matched[1] / (double)search->size[b];
  if (search->size[a] == search->size[b])
    return MAX(of_a, of_b);
  return search->size[a] < search->size[b] ? of_a : of_b;
}

/* ---- what is said of a pair ------------------------------------------------------------------ */

/* The populations that both name, rising; none where a side doesn't say. They are no longer by cell
 * then. */
static gboolean list_populations(const Sharing *sharing, RefnetPool *pool, RefnetIndexList *list) {
  guint32 *items = (guint32 *)(gpointer)sharing->populations->data;
  gsize length = sharing->for_anybody ? 0 : sharing->populations->len;
  return refnet_result_list(pool, items, (guint32)refnet_sort_distinct(items, length), list);
}

static gboolean fill_overlap(Search *search, guint32 a, guint32 b, Sharing *sharing,
                             RefnetServiceOverlap *overlap) {
  compare_providers(search, a, b, sharing);
  g_autofree RefnetSharedCell *cells = list_shared_cells(sharing);
  overlap->shared_count = sharing->cells->len;
  overlap->shared = refnet_result_copy(search->field->pool, sharing->cells->data,
                                       sharing->cells->len * sizeof(RefnetCell));
  return overlap->shared &&
         refnet_service_field_judge(search->field, cells, overlap->shared_count,
                                    (const guint32[]){a, b}, 2, sharing->for_anybody,
                                    &overlap->together) &&
         list_populations(sharing, search->field->pool, &overlap->populations) &&
         refnet_service_field_relate(search->field, a, b, overlap);
}

static gboolean add_overlap(Search *search, guint32 a, guint32 b, double share) {
  g_autoptr(GArray) cells = g_array_new(FALSE, FALSE, sizeof(RefnetCell));
  g_autoptr(GArray) populations = g_array_new(FALSE, FALSE, sizeof(guint32));
  g_autoptr(GArray) lengths = g_array_new(FALSE, FALSE, sizeof(guint32));
  Sharing sharing = {.cells = cells, .populations = populations, .lengths = lengths};
  RefnetServiceOverlap overlap = {.organizations = {search->field->network->organization[a],
                                                    search->field->network->organization[b]},
                                  .overlap = share};
  gpointer array = search->overlaps;
  if (!fill_overlap(search, a, b, &sharing, &overlap) ||
      !refnet_result_grow(&array, search->overlap_count, &search->capacity, sizeof overlap))
    return FALSE;
  search->overlaps = array;
  search->overlaps[search->overlap_count++] = overlap;
  return TRUE;
}

static gboolean look_at_pair(Search *search, guint32 a, guint32 b) {
  Sharing sharing = {0};
  compare_providers(search, a, b, &sharing);
  double share = overlap_of(search, a, b, &sharing);
  return share < LEAST_OVERLAP || add_overlap(search, a, b, share);
}

/* ---- the search ------------------------------------------------------------------------------ */

/* Looks once at every later provider that shares an uncrowded cell with this one. */
static gboolean look_from(Search *search, guint32 provider, guint32 *seen) {
  for (guint32 i = search->start[provider]; i < search->start[provider + 1]; i++) {
    guint32 until = search->until[search->place[i]];
    for (guint32 k = search->place[i] + 1; k < until; k++) {
      guint32 other = search->listings[search->by_cell[k]].provider;
      if (seen[other] == provider)
        continue;
      seen[other] = provider;
      if (!look_at_pair(search, provider, other))
        return FALSE;
    }
  }
  return TRUE;
}

static int compare_overlaps(const void *a, const void *b) {
  const RefnetServiceOverlap *first = a, *second = b;
  int order = refnet_shared_supply_order(&first->together, &second->together);
  if (!order)
    order = refnet_order(second->shared_count, first->shared_count);
  if (!order)
    order = (first->overlap < second->overlap) - (first->overlap > second->overlap);
  if (!order)
    order = refnet_order(first->organizations[0], second->organizations[0]);
  return order ? order : refnet_order(first->organizations[1], second->organizations[1]);
}

static gboolean search_all(Search *search, GError **error) {
  const guint32 vertices = search->field->network->vertices;
  g_autofree guint32 *seen = REFNET_TRY_ARRAY(guint32, vertices, error);
  if (!seen)
    return FALSE;
  for (guint32 v = 0; v < vertices; v++)
    seen[v] = REFNET_NONE;
  for (guint32 v = 0; v < vertices; v++)
    if (!look_from(search, v, seen))
      return refnet_result_no_memory(error);
  return TRUE;
}

/* Communities are looked for only once a pair is found that they say something about. */
static gboolean find_communities(Search *search, GError **error) {
  const guint32 *vertex = search->field->network->vertex;
  if (search->overlap_count == 0)
    return TRUE;
  if (!refnet_service_field_find_communities(search->field, error))
    return FALSE;
  for (gsize i = 0; i < search->overlap_count; i++) {
    RefnetServiceOverlap *overlap = &search->overlaps[i];
    overlap->one_community = refnet_service_field_one_community(
        search->field, vertex[overlap->organizations[0]], vertex[overlap->organizations[1]]);
  }
  return TRUE;
}

gboolean refnet_service_overlaps(RefnetServiceField *field, RefnetServiceOverlap **overlaps,
                                 gsize *length, GError **error) {
  g_auto(Search) search = {.field = field};
  if (!collect_listings(&search, error) || !count_sizes(&search, error) ||
      !index_cells(&search, error) || !search_all(&search, error) ||
      !find_communities(&search, error))
    return FALSE;
  if (search.overlap_count > 1)
    qsort(search.overlaps, search.overlap_count, sizeof *search.overlaps, compare_overlaps);
  *overlaps = g_steal_pointer(&search.overlaps);
  *length = search.overlap_count;
  return TRUE;
}
