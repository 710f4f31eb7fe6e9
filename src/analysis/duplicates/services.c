/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Overlap of services, found through the cells that two providers share. */
#include "analysis/duplicates/services.h"

#include <stdlib.h>

#include "analysis/duplicates/service_listings.h"
#include "analysis/memory.h"
#include "analysis/result.h"
#include "base/order.h"

#define LEAST_OVERLAP 0.5 /* half of what the smaller one lists */

typedef struct {
  RefnetServiceField *field;
  RefnetServiceListings listings;
  guint64 *size; /* by provider: its cells */
  RefnetServiceOverlap *overlaps;
  gsize overlap_count, capacity;
} Search;

static void search_clear(Search *search) {
  refnet_service_listings_clear(&search->listings);
  g_free(search->size);
  g_free(search->overlaps);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Search, search_clear)

/* ---- two providers --------------------------------------------------------------------------- */

/* Cells of area × service × population; one where nobody says for whom. */
static guint32 weight(const RefnetServiceListing *listing) {
  return MAX(listing->populations.length, 1);
}

static gboolean count_sizes(Search *search, GError **error) {
  if (!(search->size = REFNET_TRY_ARRAY(guint64, search->field->network->vertices, error)))
    return FALSE;
  const RefnetServiceListing *items = search->listings.items;
  for (guint32 i = 0; i < search->listings.length; i++)
    search->size[items[i].provider] += weight(&items[i]);
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

/* The values in both lists, rising, into `items`, which has room for the shorter list or is NULL to
 * count only. */
static guint32 list_common(RefnetIndexList a, RefnetIndexList b, guint32 *items) {
  guint32 length = 0;
  for (guint32 i = 0, k = 0; i < a.length && k < b.length;) {
    const guint32 of_a = a.items[i], of_b = b.items[k];
    if (of_a == of_b && items)
      items[length] = of_a;
    length += of_a == of_b;
    i += of_a <= of_b;
    k += of_b <= of_a;
  }
  return length;
}

static void keep_populations(Sharing *sharing, RefnetIndexList a, RefnetIndexList b) {
  guint first = sharing->populations->len;
  g_array_set_size(sharing->populations, first + MIN(a.length, b.length));
  guint32 *both = (guint32 *)(gpointer)sharing->populations->data + first;
  g_array_set_size(sharing->populations, first + list_common(a, b, both));
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

static void share_cell(Sharing *sharing, const RefnetServiceListing *a,
                       const RefnetServiceListing *b) {
  gboolean for_anybody = a->populations.length == 0 || b->populations.length == 0;
  guint32 common = for_anybody ? 0 : list_common(a->populations, b->populations, NULL);
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
  const RefnetServiceListing *items = search->listings.items;
  const guint32 *start = search->listings.start;
  const RefnetServiceListing *first = &items[start[a]], *first_end = &items[start[a + 1]];
  const RefnetServiceListing *second = &items[start[b]], *second_end = &items[start[b + 1]];
  while (first < first_end && second < second_end) {
    int order = refnet_service_listing_order(first, second);
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
  const RefnetServiceListings *listings = &search->listings;
  for (guint32 i = listings->start[provider]; i < listings->start[provider + 1]; i++) {
    guint32 until = listings->until[listings->place[i]];
    for (guint32 k = listings->place[i] + 1; k < until; k++) {
      guint32 other = listings->items[listings->by_cell[k]].provider;
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
  if (!refnet_service_listings_init(&search.listings, field, error) ||
      !count_sizes(&search, error) || !search_all(&search, error) ||
      !find_communities(&search, error))
    return FALSE;
  if (search.overlap_count > 1)
    qsort(search.overlaps, search.overlap_count, sizeof *search.overlaps, compare_overlaps);
  *overlaps = g_steal_pointer(&search.overlaps);
  *length = search.overlap_count;
  return TRUE;
}
