/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A network: its vertices, from which arcs.c and ties.c make the rest, and what is asked of it. */
#include "model/network/builder.h"
#include "model/network/graph.h"
#include "model/dataset/referral_rows.h"

#include <string.h>

/* ---- vertices -------------------------------------------------------------------------------- */

static gboolean number_vertices(RefnetBuilder *builder, const guint8 *kept) {
  RefnetNetwork *network = builder->network;
  guint32 organizations = network->dataset->organization_count;
  if (!REFNET_ALLOCATE(builder, organization, organizations) ||
      !REFNET_ALLOCATE(builder, vertex, organizations))
    return FALSE;
  for (guint32 v = 0; v < organizations; v++) {
    builder->vertex[v] = kept[v] ? network->vertices : REFNET_NONE;
    if (kept[v])
      builder->organization[network->vertices++] = v;
  }
  return TRUE;
}

/* ---- the whole ------------------------------------------------------------------------------- */

/* Where a second thread costs more than it gains. */
#define ROWS_FOR_TWO_THREADS ((gsize)1 << 17)

static guint choose_threads(const RefnetDataset *dataset) {
  if (dataset->threads > 0)
    return dataset->threads;
  return dataset->referrals.rows >= ROWS_FOR_TWO_THREADS && g_get_num_processors() > 1 ? 2 : 1;
}

static RefnetBuilder begin(const RefnetDataset *dataset) {
  RefnetBuilder builder = {.network = g_new0(RefnetNetwork, 1), .threads = choose_threads(dataset)};
  builder.network->dataset = dataset;
  return builder;
}

static RefnetNetwork *finish(RefnetBuilder *builder, gboolean has_arcs) {
  gboolean ok = has_arcs && refnet_build_ties(builder);
  refnet_entries_clear(&builder->sorted);
  if (ok)
    return builder->network;
  refnet_network_free(builder->network);
  return NULL;
}

static RefnetNetwork *build(const RefnetDataset *dataset, const guint8 *kept,
                            const RefnetRowFilter *rows, guint64 min_count) {
  RefnetBuilder builder = begin(dataset);
  return finish(&builder,
                number_vertices(&builder, kept) && refnet_build_arcs(&builder, rows, min_count));
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

RefnetNetwork *refnet_network_part(const RefnetNetwork *whole, const guint8 *kept, GError **error) {
  const guint32 organizations = whole->dataset->organization_count;
  g_autofree guint8 *both = g_try_malloc0((gsize)organizations + 1);
  for (guint32 v = 0; both != NULL && v < whole->vertices; v++)
    both[whole->organization[v]] = kept[whole->organization[v]] != 0;
  RefnetBuilder builder = begin(whole->dataset);
  RefnetNetwork *part = finish(&builder, both != NULL && number_vertices(&builder, both) &&
                                             refnet_build_arcs_of(&builder, whole));
  if (part == NULL) {
    refnet_set_out_of_memory(error);
    return NULL;
  }
  part->undirected = whole->undirected;
  part->filtered_out = whole->filtered_out + (whole->vertices - part->vertices);
  part->filtered_unknown = whole->filtered_unknown;
  return part;
}

void refnet_network_free(RefnetNetwork *network) {
  if (network == NULL)
    return;
  refnet_graph_free(network->graph);
  const void *const arrays[] = {
      network->organization, network->vertex,    network->out_start,     network->arc_from,
      network->arc_to,       network->arc_count, network->arc_frequency, network->in_start,
      network->in_arc,       network->row_start, network->rows,          network->tie_a,
      network->tie_b,        network->tie_start, network->neighbor,      network->tie_of};
  for (gsize i = 0; i < G_N_ELEMENTS(arrays); i++)
    g_free((gpointer)arrays[i]);
  g_free(network);
}

/* ---- questions ------------------------------------------------------------------------------- */

RefnetDate refnet_network_arc_date(const RefnetNetwork *network, guint64 arc) {
  RefnetDate latest = REFNET_DATE_UNKNOWN;
  for (guint32 i = network->row_start[arc]; i < network->row_start[arc + 1]; i++)
    latest = MAX(latest, refnet_row_date(&network->dataset->referrals, network->rows[i]));
  return latest;
}

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
  gboolean a_has_fewer = refnet_network_degree(network, a) <= refnet_network_degree(network, b);
  guint32 few = a_has_fewer ? a : b, many = a_has_fewer ? b : a;
  guint64 found =
      search(network->neighbor, network->tie_start[few], network->tie_start[few + 1], many);
  return found != G_MAXUINT64 ? network->tie_of[found] : G_MAXUINT64;
}

guint32 refnet_network_degree(const RefnetNetwork *network, guint32 vertex) {
  return (guint32)(network->tie_start[vertex + 1] - network->tie_start[vertex]);
}

const RefnetOrganization *refnet_network_organization(const RefnetNetwork *network,
                                                      guint32 vertex) {
  return &network->dataset->organizations[network->organization[vertex]];
}

const char *refnet_network_label(const RefnetNetwork *network, guint32 vertex) {
  return refnet_organization_label(refnet_network_organization(network, vertex));
}
