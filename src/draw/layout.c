/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Components apart, each laid out alone, packed onto the page at one scale. */
#include "draw/layout.h"

#include <math.h>
#include <string.h>

#include "draw/stress.h"

/* Points a tie may be long at most: two organizations need not be a page apart. */
#define LONGEST_TIE 240.0
/* How much one side may be stretched against the other to use the page: it costs stress, which is
 * what makes small maps readable; of a crowd only its outline is seen. */
#define MOST_STRETCH 1.1
#define MOST_STRETCH_OF_CROWD 1.35
#define CROWD 150
#define GAP 18.0

/* ---- components ----------------------------------------------------------------------------- */

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
  layout->component_count = count;
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

/* ---- each component alone ------------------------------------------------------------------- */

static gboolean graph_of_component(const RefnetNetwork *network, const guint32 *members,
                                   guint32 count, guint32 *local, RefnetComponentGraph *graph) {
  guint64 ends = 0;
  for (guint32 i = 0; i < count; i++) {
    local[members[i]] = i;
    ends += network->tie_start[members[i] + 1] - network->tie_start[members[i]];
  }
  *graph = (RefnetComponentGraph){.vertices = count,
                                  .start = g_try_malloc_n((gsize)count + 1, sizeof(guint64)),
                                  .neighbor = g_try_malloc_n(MAX(ends, 1), sizeof(guint32))};
  if (!graph->start || !graph->neighbor)
    return FALSE;
  guint64 end = 0;
  for (guint32 i = 0; i < count; i++) {
    graph->start[i] = end;
    for (guint64 t = network->tie_start[members[i]]; t < network->tie_start[members[i] + 1]; t++)
      graph->neighbor[end++] = local[network->neighbor[t]];
  }
  graph->start[count] = end;
  return TRUE;
}

static gboolean lay_out_component(const RefnetNetwork *network, RefnetLayout *layout, guint32 c,
                                  guint64 seed, guint32 *local, GError **error) {
  const guint32 *members = layout->member + layout->start[c];
  guint32 count = layout->start[c + 1] - layout->start[c];
  RefnetComponentGraph graph = {0, NULL, NULL};
  g_autofree RefnetPoint *positions = g_try_malloc_n(count, sizeof *positions);
  gboolean done = FALSE;
  if (positions && graph_of_component(network, members, count, local, &graph))
    done = refnet_stress_layout(&graph, seed + c, positions, error);
  else
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INTERNAL,
                        "not enough memory to lay out the map");
  for (guint32 i = 0; done && i < count; i++)
    layout->unit[members[i]] = positions[i];
  refnet_component_graph_clear(&graph);
  return done;
}

void refnet_layout_free(RefnetLayout *layout) {
  if (!layout)
    return;
  g_free(layout->start);
  g_free(layout->member);
  g_free(layout->unit);
  g_free(layout);
}

RefnetLayout *refnet_layout_new(const RefnetNetwork *network, guint64 seed, GError **error) {
  gsize n = network->vertices;
  g_autoptr(RefnetLayout) layout = g_new0(RefnetLayout, 1);
  g_autofree guint32 *labels = g_try_malloc_n(n + 1, sizeof *labels);
  g_autofree guint32 *scratch = g_try_malloc_n(n + 1, sizeof *scratch);
  layout->member = g_try_malloc_n(n + 1, sizeof *layout->member);
  layout->unit = g_try_malloc0_n(n + 1, sizeof *layout->unit);
  layout->start = g_try_malloc_n(n / 2 + 2, sizeof *layout->start);
  if (!labels || !scratch || !layout->member || !layout->unit || !layout->start) {
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INTERNAL,
                        "not enough memory to lay out the map");
    return NULL;
  }
  g_autoptr(GArray) components = find_components(network, labels, scratch);
  list_members(layout, components, labels, network->vertices);
  for (guint32 c = 0; c < layout->component_count; c++)
    if (!lay_out_component(network, layout, c, seed, scratch, error))
      return NULL;
  return g_steal_pointer(&layout);
}

/* ---- packing -------------------------------------------------------------------------------- */

/* What component c covers at a scale, around its own (0, 0). */
static RefnetBox component_box(const RefnetLayout *layout, const RefnetFootprint *footprints,
                               guint32 c, double scale) {
  const RefnetPoint *unit = layout->unit;
  RefnetBox box = {0, 0, 0, 0};
  for (guint32 i = layout->start[c]; i < layout->start[c + 1]; i++) {
    guint32 v = layout->member[i];
    RefnetPoint at = {unit[v].x * scale, unit[v].y * scale};
    RefnetBox own = refnet_footprint_at(footprints[v], at);
    box = i == layout->start[c] ? own : refnet_box_union(box, own);
  }
  return box;
}

/* The upper outline of what is packed so far: `count` steps, each from x to the next one's x. */
typedef struct {
  double *x, *y;
  guint32 count;
} Skyline;

/* How far down a box of `width` has to go when its left side stands at step i; infinite: no room.
 */
static double resting_height(const Skyline *skyline, guint32 i, double width, double strip) {
  double right = skyline->x[i] + width, height = 0;
  if (right > strip + 1e-6)
    return G_MAXDOUBLE;
  for (guint32 k = i; k < skyline->count && skyline->x[k] < right - 1e-6; k++)
    height = MAX(height, skyline->y[k]);
  return height;
}

/* Raises the outline to `height` from step i over `width`. */
static void raise_skyline(Skyline *skyline, guint32 i, double width, double height) {
  double right = skyline->x[i] + width, last = skyline->y[i];
  guint32 end = i;
  while (end < skyline->count && skyline->x[end] < right - 1e-6)
    last = skyline->y[end++];
  gboolean rest = end == skyline->count || skyline->x[end] > right + 1e-6;
  guint32 kept = i + 1 + (rest ? 1 : 0);
  memmove(skyline->x + kept, skyline->x + end, (skyline->count - end) * sizeof *skyline->x);
  memmove(skyline->y + kept, skyline->y + end, (skyline->count - end) * sizeof *skyline->y);
  skyline->count = kept + skyline->count - end;
  skyline->y[i] = height;
  if (rest) {
    skyline->x[i + 1] = right;
    skyline->y[i + 1] = last;
  }
}

/* Room for packing every component: boxes, where their upper left corners go, the outline. */
typedef struct {
  RefnetBox *box;
  RefnetPoint *corner;
  Skyline skyline;
} Packing;

static void packing_clear(Packing *packing) {
  g_free(packing->box);
  g_free(packing->corner);
  g_free(packing->skyline.x);
  g_free(packing->skyline.y);
}

static void packing_init(Packing *packing, guint32 components) {
  packing->box = g_new(RefnetBox, (gsize)components + 1);
  packing->corner = g_new(RefnetPoint, (gsize)components + 1);
  packing->skyline.x = g_new(double, 2 * (gsize)components + 2);
  packing->skyline.y = g_new(double, 2 * (gsize)components + 2);
}

/* Puts one box where it reaches least far down. */
static gboolean pack_box(Packing *packing, guint32 c, double strip, double height) {
  Skyline *skyline = &packing->skyline;
  double width = packing->box[c].width + GAP, lowest = G_MAXDOUBLE;
  guint32 at = 0;
  for (guint32 i = 0; i < skyline->count; i++) {
    double rest = resting_height(skyline, i, width, strip);
    if (rest < lowest - 1e-6) {
      lowest = rest;
      at = i;
    }
  }
  if (lowest == G_MAXDOUBLE || lowest + packing->box[c].height > height + 1e-6)
    return FALSE;
  packing->corner[c] = (RefnetPoint){skyline->x[at], lowest};
  raise_skyline(skyline, at, width, lowest + packing->box[c].height + GAP);
  return TRUE;
}

static gboolean pack_at_scale(const RefnetLayout *layout, const RefnetFootprint *footprints,
                              RefnetBox area, double scale, Packing *packing) {
  Skyline *skyline = &packing->skyline;
  skyline->count = 1;
  skyline->x[0] = skyline->y[0] = 0;
  for (guint32 c = 0; c < layout->component_count; c++) {
    packing->box[c] = component_box(layout, footprints, c, scale);
    if (!pack_box(packing, c, area.width + GAP, area.height))
      return FALSE;
  }
  return TRUE;
}

/* The largest scale that fits, by bisection; 0 when none does. */
static double largest_scale(const RefnetLayout *layout, const RefnetFootprint *footprints,
                            RefnetBox area, Packing *packing) {
  double low = 0, high = LONGEST_TIE;
  if (pack_at_scale(layout, footprints, area, high, packing))
    return high;
  for (int round = 0; round < 16; round++) {
    double middle = (low + high) / 2;
    if (pack_at_scale(layout, footprints, area, middle, packing))
      low = middle;
    else
      high = middle;
  }
  return low;
}

static void write_packed(const RefnetLayout *layout, const Packing *packing, RefnetBox area,
                         double scale, RefnetPoint *positions) {
  for (guint32 c = 0; c < layout->component_count; c++)
    for (guint32 i = layout->start[c]; i < layout->start[c + 1]; i++) {
      guint32 v = layout->member[i];
      positions[v].x =
          area.x + packing->corner[c].x - packing->box[c].x + layout->unit[v].x * scale;
      positions[v].y =
          area.y + packing->corner[c].y - packing->box[c].y + layout->unit[v].y * scale;
    }
}

/* Where footprints can't be packed even as points, everything shares the area and is pushed apart.
 */
static void write_crowded(const RefnetLayout *layout, RefnetBox area, RefnetPoint *positions) {
  guint32 columns = (guint32)ceil(sqrt(layout->component_count * area.width / area.height));
  guint32 rows = (layout->component_count + columns - 1) / MAX(columns, 1);
  double width = area.width / MAX(columns, 1), height = area.height / MAX(rows, 1);
  for (guint32 c = 0; c < layout->component_count; c++) {
    RefnetPoint middle = {area.x + (c % columns + 0.5) * width,
                          area.y + (c / columns + 0.5) * height};
    double reach = 1e-9;
    for (guint32 i = layout->start[c]; i < layout->start[c + 1]; i++)
      reach = MAX(reach, MAX(fabs(layout->unit[layout->member[i]].x) / width,
                             fabs(layout->unit[layout->member[i]].y) / height));
    for (guint32 i = layout->start[c]; i < layout->start[c + 1]; i++) {
      guint32 v = layout->member[i];
      positions[v] = (RefnetPoint){middle.x + layout->unit[v].x * 0.45 / reach,
                                   middle.y + layout->unit[v].y * 0.45 / reach};
    }
  }
}

/* ---- using the page ------------------------------------------------------------------------- */

/* By how much positions between `low` and `high`, with footprints that end at `first` and `last`,
 * can be spread over `length`. */
static double spread_factor(double low, double high, double first, double last, double length) {
  double margins = (last - first) - (high - low);
  return high - low > 1e-6 ? MAX(1, (length - margins) / (high - low)) : 1;
}

static RefnetBox placed_box(const RefnetLayout *layout, const RefnetFootprint *footprints,
                            const RefnetPoint *positions) {
  RefnetBox box = {0, 0, 0, 0};
  for (guint32 i = 0; i < layout->placed; i++) {
    guint32 v = layout->member[i];
    RefnetFootprint footprint = footprints ? footprints[v] : (RefnetFootprint){0, 0, 0, 0};
    RefnetBox own = refnet_footprint_at(footprint, positions[v]);
    box = i ? refnet_box_union(box, own) : own;
  }
  return box;
}

/* Stretches a drawing to the area, within bounds, and puts it in the middle. */
static void use_area(const RefnetLayout *layout, const RefnetFootprint *footprints, RefnetBox area,
                     double scale, RefnetPoint *positions) {
  RefnetBox points = placed_box(layout, NULL, positions);
  RefnetBox whole = placed_box(layout, footprints, positions);
  double limit = layout->placed > CROWD ? MOST_STRETCH_OF_CROWD : MOST_STRETCH;
  double most = scale > 0 ? MIN(limit, MAX(1, LONGEST_TIE * 1.2 / scale)) : 1;
  double x = MIN(most, spread_factor(points.x, points.x + points.width, whole.x,
                                     whole.x + whole.width, area.width));
  double y = MIN(most, spread_factor(points.y, points.y + points.height, whole.y,
                                     whole.y + whole.height, area.height));
  for (guint32 i = 0; i < layout->placed; i++) {
    RefnetPoint *at = &positions[layout->member[i]];
    *at = (RefnetPoint){at->x * x, at->y * y};
  }
  whole = placed_box(layout, footprints, positions);
  double dx = area.x + (area.width - whole.width) / 2 - whole.x;
  double dy = area.y + (area.height - whole.height) / 2 - whole.y;
  for (guint32 i = 0; i < layout->placed; i++) {
    positions[layout->member[i]].x += dx;
    positions[layout->member[i]].y += dy;
  }
}

gboolean refnet_layout_fit(const RefnetLayout *layout, const RefnetFootprint *footprints,
                           RefnetBox area, RefnetPoint *positions, GError **error) {
  if (layout->placed == 0)
    return TRUE;
  Packing packing;
  packing_init(&packing, layout->component_count);
  double scale = largest_scale(layout, footprints, area, &packing);
  if (scale > 0 && pack_at_scale(layout, footprints, area, scale, &packing))
    write_packed(layout, &packing, area, scale, positions);
  else
    write_crowded(layout, area, positions);
  packing_clear(&packing);
  use_area(layout, footprints, area, scale, positions);
  if (refnet_overlap_remove(layout->member, layout->placed, footprints, area, positions))
    return TRUE;
  g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INTERNAL,
                      "not enough memory to lay out the map");
  return FALSE;
}
