/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Every component laid out alone, for low stress. */
#include "draw/layout/component_graph.h"
#include "draw/layout/layout.h"
#include "draw/layout/stress.h"
#include "draw/scene/no_memory.h"

/* How much one side may be stretched against the other to use the page: it costs stress, which is
 * what makes small maps readable; of a crowd only its outline is seen. */
#define MOST_STRETCH 1.04
#define MOST_STRETCH_OF_CROWD 1.18
#define CROWD 150

typedef struct {
  guint32 first, size, label;
} Component;

static gint compare_components(gconstpointer left, gconstpointer right) {
  const Component *a = left, *b = right;
  if (a->size != b->size)
    return a->size > b->size ? -1 : 1;
  return (a->first > b->first) - (a->first < b->first);
}

static guint32 mark_component(const RefnetNetwork *network, guint32 from, guint32 label,
                              guint32 *labels, guint32 *stack) {
  guint32 size = 0, depth = 0;
  labels[from] = label;
  stack[depth++] = from;
  while (depth > 0) {
    guint32 v = stack[--depth];
    size++;
    for (guint64 i = network->tie_start[v]; i < network->tie_start[v + 1]; i++) {
      guint32 w = network->neighbor[i];
      if (labels[w] != REFNET_NONE)
        continue;
      labels[w] = label;
      stack[depth++] = w;
    }
  }
  return size;
}

/* The components of two or more, in the order of the layout; `labels` by vertex, REFNET_NONE:
 * isolate. */
static GArray *find_components(const RefnetNetwork *network, guint32 *labels, guint32 *stack) {
  GArray *components = g_array_new(FALSE, FALSE, sizeof(Component));
  for (guint32 v = 0; v < network->vertices; v++)
    labels[v] = REFNET_NONE;
  for (guint32 v = 0; v < network->vertices; v++) {
    if (labels[v] != REFNET_NONE || network->tie_start[v] == network->tie_start[v + 1])
      continue;
    Component component = {.first = v, .label = components->len};
    component.size = mark_component(network, v, component.label, labels, stack);
    g_array_append_val(components, component);
  }
  g_array_sort(components, compare_components);
  return components;
}

static void list_members(RefnetLayout *layout, const GArray *components, const guint32 *labels,
                         guint32 vertices) {
  guint32 count = components->len, end = 0;
  g_autofree guint32 *next = g_new(guint32, (gsize)count + 1);
  layout->part_count = count;
  for (guint32 c = 0; c < count; c++) {
    const Component *component = &g_array_index(components, Component, c);
    layout->start[c] = next[component->label] = end;
    end += component->size;
  }
  layout->start[count] = layout->placed = end;
  for (guint32 v = 0; v < vertices; v++)
    if (labels[v] != REFNET_NONE)
      layout->member[next[labels[v]]++] = v;
}

/* ---- each component alone -------------------------------------------------------------------- */

static gboolean lay_out_component(const RefnetNetwork *network, RefnetLayout *layout, guint32 c,
                                  guint64 seed, guint32 *local, GError **error) {
  const guint32 *members = layout->member + layout->start[c];
  guint32 count = layout->start[c + 1] - layout->start[c];
  RefnetComponentGraph graph = {0, NULL, NULL};
  g_autofree RefnetPoint *positions = g_try_malloc_n(count, sizeof *positions);
  gboolean done = FALSE;
  if (positions && refnet_component_graph_of(network, members, count, local, &graph))
    done = refnet_stress_layout(&graph, seed + c, positions, error);
  else
    refnet_draw_no_memory(error);
  for (guint32 i = 0; done && i < count; i++)
    layout->unit[members[i]] = positions[i];
  refnet_component_graph_clear(&graph);
  return done;
}

gboolean refnet_lay_out_stress(const RefnetNetwork *network, const RefnetMapOptions *options,
                               RefnetLayout *layout, GError **error) {
  gsize n = network->vertices;
  g_autofree guint32 *labels = g_try_malloc_n(n + 1, sizeof *labels);
  g_autofree guint32 *scratch = g_try_malloc_n(n + 1, sizeof *scratch);
  if (!labels || !scratch)
    return refnet_draw_no_memory(error);
  g_autoptr(GArray) components = find_components(network, labels, scratch);
  list_members(layout, components, labels, network->vertices);
  layout->most_stretch = layout->placed > CROWD ? MOST_STRETCH_OF_CROWD : MOST_STRETCH;
  for (guint32 c = 0; c < layout->part_count; c++)
    if (!lay_out_component(network, layout, c, options->seed, scratch, error))
      return FALSE;
  return TRUE;
}
