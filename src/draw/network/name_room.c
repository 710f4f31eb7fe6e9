/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/network/name_room.h"

#include <math.h>

#include "draw/labels/label_room.h"
#include "draw/layout/component_graph.h"
#include "draw/network/name_requests.h"

/* Discs that are moved: of more, most are not named. */
#define MOST_MOVED 300
/* Of the drawing's width, how far they are moved on average. */
#define MOST_DISTORTED 0.15

/* Between the discs of all placed; NULL when memory runs out. `scratch` is by vertex. */
static guint16 *distances_of(const RefnetArrangement *a, guint32 *scratch) {
  RefnetComponentGraph graph = {0, NULL, NULL};
  guint16 *rows = NULL;
  if (refnet_component_graph_of(a->network, a->layout->member, a->layout->placed, scratch, &graph))
    rows = refnet_distance_rows(&graph, NULL, graph.vertices);
  refnet_component_graph_clear(&graph);
  return rows;
}

/* Whether most were pushed so far that the drawing says nothing any more of who is near whom: then
 * rather some names stay away. */
static gboolean is_distorted(const RefnetArrangement *a, const RefnetLabelDisc *discs) {
  double moved = 0;
  for (guint32 i = 0; i < a->layout->placed; i++) {
    RefnetPoint from = a->position[a->layout->member[i]];
    moved += hypot(discs[i].middle.x - from.x, discs[i].middle.y - from.y);
  }
  return moved > MOST_DISTORTED * a->layout->placed * a->drawing.width;
}

gboolean refnet_name_room_make(RefnetArrangement *a) {
  guint32 placed = a->layout->placed;
  if ((a->layout->keeps_form && !a->layout->fixed) || a->layout->panel_count > 0 ||
      placed > MOST_MOVED)
    return TRUE;
  g_autofree gboolean *fixed = g_new0(gboolean, (gsize)placed + 1);
  g_autofree guint32 *disc_of = g_new0(guint32, (gsize)a->network->vertices + 1);
  g_autofree RefnetLabelDisc *discs = g_new(RefnetLabelDisc, (gsize)placed + 1);
  g_autofree RefnetLabelRequest *requests = g_new(RefnetLabelRequest, (gsize)placed + 1);
  g_autofree RefnetLabelEnds *ends = g_new(RefnetLabelEnds, refnet_name_count_lines(a) + 1);
  RefnetLabelRoom room = {.area = a->drawing,
                          .discs = discs,
                          .disc_count = placed,
                          .fixed = fixed,
                          .ends = ends,
                          .has_room = !refnet_arrangement_is_crowded_slide(a),
                          .requests = requests};
  for (guint32 i = 0; i < placed; i++) {
    guint32 v = a->layout->member[i];
    disc_of[v] = i;
    fixed[i] = a->layout->fixed && a->layout->fixed[v];
    discs[i] = (RefnetLabelDisc){a->position[v], a->radius[v]};
    if (a->labeled[v] != REFNET_LABELED_BARE)
      requests[room.count++] = refnet_name_request(a, i);
  }
  g_autofree guint16 *distance = distances_of(a, disc_of);
  room.distance = distance;
  for (guint64 t = 0; t < a->network->ties; t++)
    for (guint i = 0; i < refnet_name_lines_of(a, t); i++)
      ends[room.line_count++] =
          (RefnetLabelEnds){disc_of[a->network->tie_a[t]], disc_of[a->network->tie_b[t]]};
  refnet_labels_make_room(&room);
  if (is_distorted(a, discs))
    return FALSE;
  for (guint32 i = 0; i < placed; i++)
    a->position[a->layout->member[i]] = discs[i].middle;
  for (guint32 i = 0; i < room.count; i++)
    a->side[a->layout->member[requests[i].disc]] = requests[i].side;
  return TRUE;
}
