/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From rows of referrals to arcs and ties: sorting puts the rows of one arc side by side, sorting
 * again turns arcs round, and merging both directions gives the ties. What belongs to one vertex is
 * always handled together, since at national size jumping about in memory is what takes time. */
#include "base/memory.h"
#include "model/entries.h"
#include "model/filter.h"
#include "model/graph.h"
#include "model/referral_rows.h"

#include <string.h>

/* A network while it is being built: the same arrays, writable. */
typedef struct {
  RefnetNetwork *network;
  guint32 *organization, *vertex;
  guint64 *out_start, *arc_count, *in_start, *tie_start;
  guint32 *arc_from, *arc_to, *rows, *row_start, *in_arc, *tie_a, *tie_b, *tie_of, *neighbor;
  RefnetDate *arc_date;
  guint8 *arc_frequency;
  RefnetEntry *entries; /* from, to and row; then to, from and arc */
} Builder;

static gpointer try_zeroed(gsize length, gsize size) {
  gpointer memory = g_try_malloc0_n(MAX(length, 1), size);
  refnet_memory_prefer_large_pages(memory, length * size);
  return memory;
}

/* Sets `field` of the builder and the network to `length` new items, zeroed. */
#define ALLOCATE(builder, field, length)                                                           \
  (((builder)->field = try_zeroed((length), sizeof *(builder)->field)) != NULL &&                  \
   ((builder)->network->field = (builder)->field, TRUE))

/* Counts become where each group starts; one more entry than groups. */
static void add_up(guint64 *counts, gsize groups) {
  guint64 sum = 0;
  for (gsize i = 0; i <= groups; i++) {
    guint64 count = counts[i];
    counts[i] = sum;
    sum += count;
  }
}

/* ---- vertices ------------------------------------------------------------------------------- */

static gboolean number_vertices(Builder *builder, const guint8 *kept) {
  RefnetNetwork *network = builder->network;
  guint32 organizations = network->dataset->organization_count;
  if (!ALLOCATE(builder, organization, organizations) || !ALLOCATE(builder, vertex, organizations))
    return FALSE;
  for (guint32 v = 0; v < organizations; v++) {
    builder->vertex[v] = kept[v] ? network->vertices : REFNET_NONE;
    if (kept[v])
      builder->organization[network->vertices++] = v;
  }
  return TRUE;
}

/* ---- arcs ----------------------------------------------------------------------------------- */

/* The rows that make arcs of the view, by from, to, row: `length` entries. Self-referrals and counts
 * of 0 make none. */
static gboolean collect_rows(Builder *builder, const RefnetRowFilter *filter, gsize *length) {
  const RefnetReferrals *referrals = &builder->network->dataset->referrals;
  const gboolean filtered = filter->bases != 0 || filter->since != REFNET_DATE_UNKNOWN ||
                            filter->until != REFNET_DATE_UNKNOWN;
  builder->entries = g_try_new(RefnetEntry, referrals->rows + 1);
  *length = 0;
  if (builder->entries == NULL)
    return FALSE;
  refnet_memory_prefer_large_pages(builder->entries, referrals->rows * sizeof *builder->entries);
  for (gsize row = 0; row < referrals->rows; row++) {
    guint32 from = builder->vertex[referrals->from[row]], to = builder->vertex[referrals->to[row]];
    if (from != to && from != REFNET_NONE && to != REFNET_NONE &&
        refnet_row_count(referrals, row) > 0 &&
        (!filtered || refnet_row_passes(filter, referrals, row)))
      builder->entries[(*length)++] = (RefnetEntry){from, to, (guint32)row};
  }
  return refnet_entries_sort(builder->entries, *length, builder->network->vertices,
                             builder->network->vertices);
}

static guint64 add_counts(const RefnetReferrals *referrals, const RefnetEntry *entries,
                          gsize length) {
  guint64 sum = 0;
  for (gsize i = 0; i < length; i++)
    sum += refnet_row_count(referrals, entries[i].item);
  return sum;
}

/* How many entries from `start` on belong to one arc. */
static gsize run_length(const RefnetEntry *entries, gsize start, gsize length) {
  gsize end = start + 1;
  while (end < length && entries[end].first == entries[start].first &&
         entries[end].second == entries[start].second)
    end++;
  return end - start;
}

/* Drops the rows of arcs with fewer referrals than `min_count`; counts the arcs left. */
static gsize drop_small_arcs(Builder *builder, gsize length, guint64 min_count) {
  const RefnetReferrals *referrals = &builder->network->dataset->referrals;
  RefnetEntry *entries = builder->entries;
  gsize kept = 0;
  for (gsize start = 0, run; start < length; start += run) {
    run = run_length(entries, start, length);
    if (min_count > 0 && add_counts(referrals, entries + start, run) < min_count)
      continue;
    if (kept < start)
      memmove(entries + kept, entries + start, run * sizeof *entries);
    kept += run;
    builder->network->arcs++;
  }
  return kept;
}

/* Rows of one organization are all over the file: by the time one is looked at, it should be there.
 */
static void fetch_ahead(const RefnetReferrals *referrals, const RefnetEntry *entries, gsize i,
                        gsize length) {
#ifdef __GNUC__
  enum { AHEAD = 24 };
  if (i + AHEAD >= length)
    return;
  const guint32 row = entries[i + AHEAD].item;
  if (referrals->count != NULL)
    __builtin_prefetch(&referrals->count[row]);
  if (referrals->date != NULL)
    __builtin_prefetch(&referrals->date[row]);
  if (referrals->frequency != NULL)
    __builtin_prefetch(&referrals->frequency[row]);
#endif
}

static void fill_arcs(Builder *builder, gsize length) {
  const RefnetReferrals *referrals = &builder->network->dataset->referrals;
  const RefnetEntry *entries = builder->entries;
  gsize arc = 0;
  for (gsize i = 0; i < length; i++) {
    const guint32 row = entries[i].item;
    fetch_ahead(referrals, entries, i, length);
    if (i == 0 || entries[i].first != entries[i - 1].first ||
        entries[i].second != entries[i - 1].second) {
      arc += i > 0;
      builder->row_start[arc] = (guint32)i;
      builder->arc_from[arc] = entries[i].first;
      builder->arc_to[arc] = entries[i].second;
      builder->arc_date[arc] = REFNET_DATE_UNKNOWN;
      builder->out_start[entries[i].first]++;
    }
    builder->rows[i] = row;
    builder->arc_count[arc] += refnet_row_count(referrals, row);
    builder->arc_date[arc] = MAX(builder->arc_date[arc], refnet_row_date(referrals, row));
    if (referrals->frequency != NULL)
      builder->arc_frequency[arc] = MAX(builder->arc_frequency[arc], referrals->frequency[row]);
  }
}

static gboolean make_arcs(Builder *builder, const RefnetRowFilter *filter, guint64 min_count) {
  RefnetNetwork *network = builder->network;
  gsize length;
  if (!collect_rows(builder, filter, &length))
    return FALSE;
  length = drop_small_arcs(builder, length, min_count);
  gsize arcs = network->arcs;
  if (!ALLOCATE(builder, row_start, arcs + 1) || !ALLOCATE(builder, rows, length) ||
      !ALLOCATE(builder, arc_from, arcs) || !ALLOCATE(builder, arc_to, arcs) ||
      !ALLOCATE(builder, arc_count, arcs) || !ALLOCATE(builder, arc_date, arcs) ||
      !ALLOCATE(builder, arc_frequency, arcs) ||
      !ALLOCATE(builder, out_start, (gsize)network->vertices + 1))
    return FALSE;
  fill_arcs(builder, length);
  builder->row_start[arcs] = (guint32)length;
  add_up(builder->out_start, network->vertices);
  return TRUE;
}

/* The entries become the arcs by to, then from. */
static gboolean turn_arcs(Builder *builder) {
  RefnetNetwork *network = builder->network;
  RefnetEntry *entries = builder->entries;
  if (!ALLOCATE(builder, in_start, (gsize)network->vertices + 1) ||
      !ALLOCATE(builder, in_arc, network->arcs))
    return FALSE;
  for (guint64 a = 0; a < network->arcs; a++)
    entries[a] = (RefnetEntry){builder->arc_to[a], builder->arc_from[a], (guint32)a};
  if (!refnet_entries_sort(entries, network->arcs, network->vertices, 1))
    return FALSE;
  for (guint64 i = 0; i < network->arcs; i++) {
    builder->in_start[entries[i].first]++;
    builder->in_arc[i] = entries[i].item;
  }
  add_up(builder->in_start, network->vertices);
  return TRUE;
}

/* ---- ties ----------------------------------------------------------------------------------- */

/* Merges whom v refers to with who refers to v; both rise. Returns how many there are, written to
 * `into` unless it is NULL. */
static guint64 merge_neighbors(const Builder *builder, guint32 v, guint32 *into) {
  const RefnetNetwork *network = builder->network;
  guint64 out = network->out_start[v], out_end = network->out_start[v + 1];
  guint64 in = network->in_start[v], in_end = network->in_start[v + 1];
  guint64 count = 0;
  while (out < out_end || in < in_end) {
    guint32 to = out < out_end ? network->arc_to[out] : REFNET_NONE;
    guint32 from = in < in_end ? builder->entries[in].second : REFNET_NONE;
    guint32 least = MIN(to, from);
    out += to == least;
    in += from == least;
    if (into != NULL)
      into[count] = least;
    count++;
  }
  return count;
}

static gboolean find_neighbors(Builder *builder) {
  RefnetNetwork *network = builder->network;
  if (!ALLOCATE(builder, tie_start, (gsize)network->vertices + 1))
    return FALSE;
  for (guint32 v = 0; v < network->vertices; v++)
    builder->tie_start[v] = merge_neighbors(builder, v, NULL);
  add_up(builder->tie_start, network->vertices);
  gsize ends = builder->tie_start[network->vertices];
  network->ties = ends / 2;
  if (!ALLOCATE(builder, neighbor, ends))
    return FALSE;
  for (guint32 v = 0; v < network->vertices; v++)
    merge_neighbors(builder, v, builder->neighbor + builder->tie_start[v]);
  g_clear_pointer(&builder->entries, g_free);
  return TRUE;
}

/* Ties are numbered from their smaller end, a; their larger ends meet them in the same order. */
static void number_ties(Builder *builder, guint32 *next_of) {
  RefnetNetwork *network = builder->network;
  guint32 tie = 0;
  for (guint32 v = 0; v < network->vertices; v++) {
    guint64 i = builder->tie_start[v];
    const guint64 end = builder->tie_start[v + 1];
    for (; i < end && builder->neighbor[i] < v; i++)
      builder->tie_of[i] = next_of[builder->neighbor[i]]++;
    next_of[v] = tie;
    for (; i < end; i++) {
      builder->tie_a[tie] = v;
      builder->tie_b[tie] = builder->neighbor[i];
      builder->tie_of[i] = tie++;
    }
  }
}

static gboolean make_ties(Builder *builder) {
  RefnetNetwork *network = builder->network;
  g_autofree guint32 *next_of = g_try_new(guint32, (gsize)network->vertices + 1);
  if (next_of == NULL || !find_neighbors(builder) ||
      !ALLOCATE(builder, tie_of, 2 * (gsize)network->ties) ||
      !ALLOCATE(builder, tie_a, network->ties) || !ALLOCATE(builder, tie_b, network->ties))
    return FALSE;
  number_ties(builder, next_of);
  return TRUE;
}

/* ---- the whole ------------------------------------------------------------------------------ */

static RefnetNetwork *build(const RefnetDataset *dataset, const guint8 *kept,
                            const RefnetRowFilter *rows, guint64 min_count) {
  Builder builder = {.network = g_new0(RefnetNetwork, 1)};
  builder.network->dataset = dataset;
  gboolean ok = number_vertices(&builder, kept) && make_arcs(&builder, rows, min_count) &&
                turn_arcs(&builder) && make_ties(&builder);
  g_free(builder.entries);
  if (ok)
    return builder.network;
  refnet_network_free(builder.network);
  return NULL;
}

/* Visits everything tied to `start`, marking it with `component`; returns how many there are. */
static guint32 visit(const RefnetNetwork *network, guint32 start, guint32 component,
                     guint32 *component_of, guint32 *queue) {
  guint32 head = 0, tail = 0;
  queue[tail++] = start;
  component_of[start] = component;
  while (head < tail) {
    guint32 v = queue[head++];
    for (guint64 i = network->tie_start[v]; i < network->tie_start[v + 1]; i++) {
      guint32 w = network->neighbor[i];
      if (component_of[w] != REFNET_NONE)
        continue;
      component_of[w] = component;
      queue[tail++] = w;
    }
  }
  return tail;
}

/* Keeps of `kept` only the largest component, of equal ones that with the smallest id. */
static gboolean keep_largest(const RefnetNetwork *network, RefnetFiltered *filtered) {
  guint32 vertices = network->vertices;
  g_autofree guint32 *component_of = g_try_new(guint32, (gsize)vertices + 1);
  g_autofree guint32 *queue = g_try_new(guint32, (gsize)vertices + 1);
  if (component_of == NULL || queue == NULL)
    return FALSE;
  memset(component_of, 0xff, vertices * sizeof *component_of);
  guint32 largest = 0, size = 0;
  for (guint32 v = 0; v < vertices; v++) {
    if (component_of[v] != REFNET_NONE)
      continue;
    guint32 visited = visit(network, v, v, component_of, queue);
    if (visited > size) {
      size = visited;
      largest = v;
    }
  }
  for (guint32 v = 0; v < vertices; v++)
    filtered->kept[network->organization[v]] = component_of[v] == largest;
  filtered->out += vertices - size;
  return TRUE;
}

RefnetNetwork *refnet_network_new(const RefnetDataset *dataset, const RefnetFilter *filter,
                                  gboolean undirected, GError **error) {
  RefnetFiltered filtered;
  RefnetRowFilter rows;
  if (!refnet_filter_rows(filter, &rows, error) ||
      !refnet_filter_organizations(dataset, filter, &filtered, error))
    return NULL;
  guint64 min_count = filter != NULL ? filter->min_count : 0;
  RefnetNetwork *network = build(dataset, filtered.kept, &rows, min_count);
  if (network != NULL && filter != NULL && filter->largest_component) {
    gboolean ok = keep_largest(network, &filtered);
    refnet_network_free(network);
    network = ok ? build(dataset, filtered.kept, &rows, min_count) : NULL;
  }
  g_free(filtered.kept);
  if (network == NULL) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INTERNAL,
                "out of memory while building the network");
    return NULL;
  }
  network->undirected = undirected;
  network->filtered_out = filtered.out;
  network->filtered_unknown = filtered.unknown;
  return network;
}

void refnet_network_free(RefnetNetwork *network) {
  if (network == NULL)
    return;
  refnet_graph_free(network->graph);
  const void *const arrays[] = {network->organization, network->vertex,        network->out_start,
                                network->arc_from,     network->arc_to,        network->arc_count,
                                network->arc_date,     network->arc_frequency, network->in_start,
                                network->in_arc,       network->row_start,     network->rows,
                                network->tie_a,        network->tie_b,         network->tie_start,
                                network->neighbor,     network->tie_of};
  for (gsize i = 0; i < G_N_ELEMENTS(arrays); i++)
    g_free((gpointer)arrays[i]);
  g_free(network);
}

/* ---- questions ------------------------------------------------------------------------------ */

/* Where `wanted` is among the rising values[low … high), or G_MAXUINT64. */
static guint64 search(const guint32 *values, guint64 low, guint64 high, guint32 wanted) {
  guint64 end = high;
  while (low < high) {
    guint64 middle = low + (high - low) / 2;
    if (values[middle] < wanted)
      low = middle + 1;
    else
      high = middle;
  }
  return low < end && values[low] == wanted ? low : G_MAXUINT64;
}

guint64 refnet_network_find_arc(const RefnetNetwork *network, guint32 from, guint32 to) {
  return search(network->arc_to, network->out_start[from], network->out_start[from + 1], to);
}

guint64 refnet_network_find_tie(const RefnetNetwork *network, guint32 a, guint32 b) {
  guint64 found = search(network->neighbor, network->tie_start[a], network->tie_start[a + 1], b);
  return found != G_MAXUINT64 ? network->tie_of[found] : G_MAXUINT64;
}

guint32 refnet_network_degree(const RefnetNetwork *network, guint32 vertex) {
  return (guint32)(network->tie_start[vertex + 1] - network->tie_start[vertex]);
}

const RefnetOrganization *refnet_network_organization(const RefnetNetwork *network,
                                                      guint32 vertex) {
  return &network->dataset->organizations[network->organization[vertex]];
}
