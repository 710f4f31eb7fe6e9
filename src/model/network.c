/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From rows of referrals to arcs and ties: two counting sorts put the rows of one arc side by side,
 * a third turns arcs round, and merging both directions gives the ties. */
#include "model/filter.h"
#include "model/graph.h"

#include <string.h>

typedef struct {
  guint32 from, to; /* organizations */
} RowEnds;

/* A network while it is being built: the same arrays, writable. */
typedef struct {
  RefnetNetwork *network;
  guint32 *organization, *vertex;
  guint64 *out_start, *arc_count, *in_start, *in_arc, *row_start, *tie_start, *tie_of;
  guint32 *arc_from, *arc_to, *rows, *tie_a, *tie_b, *neighbor;
  RefnetDate *arc_date;
  guint8 *arc_frequency;
  RowEnds *ends;    /* of rows, in their order: for making arcs only */
  guint32 *in_from; /* whom the arcs of in_arc come from: for merging only */
} Builder;

/* Sets `field` of the builder and the network to `length` new items, zeroed. */
#define ALLOCATE(builder, field, length)                                                           \
  (((builder)->field = g_try_malloc0_n(MAX((length), 1), sizeof *(builder)->field)) != NULL &&     \
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

/* Does the row make an arc of the view? Self-referrals and counts of 0 do not. */
static gboolean makes_arc(const Builder *builder, const RefnetRowFilter *filter, gsize row) {
  const RefnetReferrals *referrals = &builder->network->dataset->referrals;
  guint32 from = referrals->from[row], to = referrals->to[row];
  return from != to && builder->vertex[from] != REFNET_NONE && builder->vertex[to] != REFNET_NONE &&
         refnet_referral_count(referrals, row) > 0 && refnet_row_passes(filter, referrals, row);
}

/* Stable counting sort of rows by the vertex at one end. */
static void sort_rows(const Builder *builder, const guint32 *ends, const guint32 *rows,
                      gsize length, guint64 *start, guint32 *sorted) {
  guint32 vertices = builder->network->vertices;
  memset(start, 0, ((gsize)vertices + 1) * sizeof *start);
  for (gsize i = 0; i < length; i++)
    start[builder->vertex[ends[rows[i]]]]++;
  add_up(start, vertices);
  for (gsize i = 0; i < length; i++)
    sorted[start[builder->vertex[ends[rows[i]]]]++] = rows[i];
}

/* The rows that make arcs, by from, to, row. */
static gboolean order_rows(Builder *builder, const RefnetRowFilter *filter, gsize *length) {
  const RefnetReferrals *referrals = &builder->network->dataset->referrals;
  *length = 0;
  for (gsize row = 0; row < referrals->rows; row++)
    *length += makes_arc(builder, filter, row);
  g_autofree guint32 *spare = g_try_new(guint32, *length + 1);
  g_autofree guint64 *start = g_try_new(guint64, (gsize)builder->network->vertices + 1);
  if (spare == NULL || start == NULL || !ALLOCATE(builder, rows, *length))
    return FALSE;
  gsize found = 0;
  for (gsize row = 0; row < referrals->rows; row++)
    if (makes_arc(builder, filter, row))
      builder->rows[found++] = (guint32)row;
  sort_rows(builder, referrals->to, builder->rows, *length, start, spare);
  sort_rows(builder, referrals->from, spare, *length, start, builder->rows);
  return TRUE;
}

static guint64 add_counts(const RefnetReferrals *referrals, const guint32 *rows, gsize length) {
  guint64 sum = 0;
  for (gsize i = 0; i < length; i++)
    sum += refnet_referral_count(referrals, rows[i]);
  return sum;
}

/* Both ends of the rows in their order, so that telling arcs apart jumps about in memory but once.
 */
static gboolean gather_ends(Builder *builder, gsize length) {
  const RefnetReferrals *referrals = &builder->network->dataset->referrals;
  builder->ends = g_try_new(RowEnds, length + 1);
  if (builder->ends == NULL)
    return FALSE;
  for (gsize i = 0; i < length; i++) {
    guint32 row = builder->rows[i];
    builder->ends[i] = (RowEnds){referrals->from[row], referrals->to[row]};
  }
  return TRUE;
}

/* How many rows from `start` on belong to one arc. */
static gsize run_length(const Builder *builder, gsize start, gsize length) {
  const RowEnds *ends = builder->ends;
  gsize end = start + 1;
  while (end < length && ends[end].from == ends[start].from && ends[end].to == ends[start].to)
    end++;
  return end - start;
}

/* Drops the rows of arcs with fewer referrals than `min_count`; counts the arcs left. */
static gsize drop_small_arcs(Builder *builder, gsize length, guint64 min_count) {
  const RefnetReferrals *referrals = &builder->network->dataset->referrals;
  gsize kept = 0;
  for (gsize start = 0, run; start < length; start += run) {
    run = run_length(builder, start, length);
    if (min_count > 0 && add_counts(referrals, builder->rows + start, run) < min_count)
      continue;
    if (kept < start) {
      memmove(builder->rows + kept, builder->rows + start, run * sizeof *builder->rows);
      memmove(builder->ends + kept, builder->ends + start, run * sizeof *builder->ends);
    }
    kept += run;
    builder->network->arcs++;
  }
  return kept;
}

static void fill_arc(Builder *builder, guint64 arc, gsize start, gsize length) {
  const RefnetReferrals *referrals = &builder->network->dataset->referrals;
  const guint32 *rows = builder->rows + start;
  builder->row_start[arc] = start;
  builder->arc_from[arc] = builder->vertex[builder->ends[start].from];
  builder->arc_to[arc] = builder->vertex[builder->ends[start].to];
  builder->arc_count[arc] = add_counts(referrals, rows, length);
  builder->arc_date[arc] = REFNET_DATE_UNKNOWN;
  for (gsize i = 0; i < length; i++) {
    builder->arc_date[arc] = MAX(builder->arc_date[arc], refnet_referral_date(referrals, rows[i]));
    if (referrals->frequency != NULL)
      builder->arc_frequency[arc] = MAX(builder->arc_frequency[arc], referrals->frequency[rows[i]]);
  }
  builder->out_start[builder->arc_from[arc]]++;
}

static gboolean make_arcs(Builder *builder, const RefnetRowFilter *filter, guint64 min_count) {
  RefnetNetwork *network = builder->network;
  gsize length;
  if (!order_rows(builder, filter, &length) || !gather_ends(builder, length))
    return FALSE;
  length = drop_small_arcs(builder, length, min_count);
  gsize arcs = network->arcs;
  if (!ALLOCATE(builder, row_start, arcs + 1) || !ALLOCATE(builder, arc_from, arcs) ||
      !ALLOCATE(builder, arc_to, arcs) || !ALLOCATE(builder, arc_count, arcs) ||
      !ALLOCATE(builder, arc_date, arcs) || !ALLOCATE(builder, arc_frequency, arcs) ||
      !ALLOCATE(builder, out_start, (gsize)network->vertices + 1))
    return FALSE;
  guint64 arc = 0;
  for (gsize start = 0, run; start < length; start += run) {
    run = run_length(builder, start, length);
    fill_arc(builder, arc++, start, run);
  }
  g_clear_pointer(&builder->ends, g_free);
  builder->row_start[arcs] = length;
  add_up(builder->out_start, network->vertices);
  return TRUE;
}

static gboolean turn_arcs(Builder *builder) {
  RefnetNetwork *network = builder->network;
  g_autofree guint64 *next = g_try_new(guint64, (gsize)network->vertices + 1);
  builder->in_from = g_try_new(guint32, network->arcs + 1);
  if (next == NULL || builder->in_from == NULL ||
      !ALLOCATE(builder, in_start, (gsize)network->vertices + 1) ||
      !ALLOCATE(builder, in_arc, network->arcs))
    return FALSE;
  for (guint64 a = 0; a < network->arcs; a++)
    builder->in_start[builder->arc_to[a]]++;
  add_up(builder->in_start, network->vertices);
  memcpy(next, builder->in_start, ((gsize)network->vertices + 1) * sizeof *next);
  for (guint64 a = 0; a < network->arcs; a++) {
    guint64 place = next[builder->arc_to[a]]++;
    builder->in_arc[place] = a;
    builder->in_from[place] = builder->arc_from[a];
  }
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
    guint32 from = in < in_end ? builder->in_from[in] : REFNET_NONE;
    guint32 least = MIN(to, from);
    out += to == least;
    in += from == least;
    if (into != NULL)
      into[count] = least;
    count++;
  }
  return count;
}

/* Ties are numbered from their smaller end; the larger end meets them in the same order. */
static void number_ties(Builder *builder, guint64 *next) {
  RefnetNetwork *network = builder->network;
  memcpy(next, builder->tie_start, ((gsize)network->vertices + 1) * sizeof *next);
  guint64 tie = 0;
  for (guint32 a = 0; a < network->vertices; a++)
    for (guint64 i = builder->tie_start[a]; i < builder->tie_start[a + 1]; i++) {
      guint32 b = builder->neighbor[i];
      if (b < a)
        continue;
      builder->tie_a[tie] = a;
      builder->tie_b[tie] = b;
      builder->tie_of[i] = tie;
      builder->tie_of[next[b]++] = tie;
      tie++;
    }
}

static gboolean make_ties(Builder *builder) {
  RefnetNetwork *network = builder->network;
  g_autofree guint64 *next = g_try_new(guint64, (gsize)network->vertices + 1);
  if (next == NULL || !ALLOCATE(builder, tie_start, (gsize)network->vertices + 1))
    return FALSE;
  for (guint32 v = 0; v < network->vertices; v++)
    builder->tie_start[v] = merge_neighbors(builder, v, NULL);
  add_up(builder->tie_start, network->vertices);
  gsize ends = builder->tie_start[network->vertices];
  network->ties = ends / 2;
  if (!ALLOCATE(builder, neighbor, ends) || !ALLOCATE(builder, tie_of, ends) ||
      !ALLOCATE(builder, tie_a, network->ties) || !ALLOCATE(builder, tie_b, network->ties))
    return FALSE;
  for (guint32 v = 0; v < network->vertices; v++)
    merge_neighbors(builder, v, builder->neighbor + builder->tie_start[v]);
  number_ties(builder, next);
  return TRUE;
}

/* ---- the whole ------------------------------------------------------------------------------ */

static RefnetNetwork *build(const RefnetDataset *dataset, const guint8 *kept,
                            const RefnetRowFilter *rows, guint64 min_count) {
  Builder builder = {.network = g_new0(RefnetNetwork, 1)};
  builder.network->dataset = dataset;
  gboolean ok = number_vertices(&builder, kept) && make_arcs(&builder, rows, min_count) &&
                turn_arcs(&builder) && make_ties(&builder);
  g_free(builder.ends);
  g_free(builder.in_from);
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
