/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A coalition map: arranged, then drawn into a scene from the back to the front. */
#include "draw/map.h"

#include <math.h>

#include "draw/arrange.h"
#include "draw/edges.h"

#define SMALLEST_SIDE 240.0
#define LARGEST_SIDE 14400.0 /* what PDF readers take */
#define DEFAULT_DPI 144.0
#define DEFAULT_DOTS 5600.0 /* across, at most: larger pages get fewer dots an inch */
#define HALO 2.0

/* ---- text around the drawing ---------------------------------------------------------------------------- */

static void draw_plain(RefnetScene *scene, const RefnetTextBlock *block, RefnetPart part,
                       guint32 rgb, double x, double y) {
  RefnetTextStyle style = {.part = part, .owner = REFNET_NONE, .color = refnet_color(rgb, 1)};
  refnet_text_block_draw(block, scene, x, y, &style);
}

static void draw_frame(const RefnetArrangement *a, RefnetScene *scene) {
  const RefnetScales *scales = &a->scales;
  double top = scales->margin * 0.8;
  RefnetBox page = {0, 0, scales->width, scales->height};
  refnet_scene_add_rectangle(scene, REFNET_PART_PAGE, page)->fill = refnet_color(0xFFFFFF, 1);
  draw_plain(scene, &a->title, REFNET_PART_TITLE, REFNET_INK, scales->margin, top);
  draw_plain(scene, &a->subtitle, REFNET_PART_SUBTITLE, REFNET_MUTED_INK, scales->margin,
             top + a->title.height + 2);
  draw_plain(scene, &a->source, REFNET_PART_SOURCE, REFNET_MUTED_INK, scales->margin,
             scales->height - scales->margin * 0.7 - a->source.height);
}

static void draw_nothing_found(const RefnetArrangement *a, RefnetScene *scene) {
  RefnetTextBlock block;
  refnet_typesetter_wrap(a->typesetter, "No organizations match", a->scales.title,
                         a->drawing.width, 2, &block);
  draw_plain(scene, &block, REFNET_PART_FRAME, REFNET_MUTED_INK,
             a->drawing.x + (a->drawing.width - block.width) / 2,
             a->drawing.y + (a->drawing.height - block.height) / 2);
  refnet_text_block_clear(&block);
}

/* ---- the network ------------------------------------------------------------------------------------------- */

static void add_owners(const RefnetArrangement *a, RefnetScene *scene) {
  for (guint32 v = 0; v < a->network->vertices; v++) {
    const RefnetOrganization *organization = refnet_arrangement_organization(a, v);
    guint32 ties = refnet_network_degree(a->network, v);
    g_autofree char *name = refnet_text_display(organization->name, 0);
    g_autofree char *title =
        g_strdup_printf("%s — %s, %u %s", name, a->palette->groups[a->palette->group_of[v]].name,
                        ties, ties == 1 ? "relationship" : "relationships");
    refnet_scene_add_owner(scene, organization->id, title);
  }
}

/* A tie as it is drawn: from who refers to whom, where only one does. */
static RefnetEdge edge_of_tie(const RefnetArrangement *a, guint64 tie) {
  const RefnetNetwork *network = a->network;
  guint32 from = network->tie_a[tie], to = network->tie_b[tie];
  gboolean there = refnet_network_find_arc(network, from, to) != G_MAXUINT64;
  gboolean back = refnet_network_find_arc(network, to, from) != G_MAXUINT64;
  if (!there) {
    guint32 first = from;
    from = to;
    to = first;
  }
  return (RefnetEdge){
      .from = a->position[from],
      .to = a->position[to],
      .from_radius = a->radius[from],
      .to_radius = a->radius[to],
      .owner = from,
      .other = to,
      .width = refnet_scales_line_width(&a->scales, refnet_scales_referrals(network, tie)),
      .arrows = !network->undirected,
      .two_way = there && back};
}

static gint compare_edges(gconstpointer left, gconstpointer right) {
  const RefnetEdge *x = left, *y = right;
  if (x->width != y->width)
    return x->width < y->width ? -1 : 1;
  if (x->owner != y->owner)
    return x->owner < y->owner ? -1 : 1;
  return (x->other > y->other) - (x->other < y->other);
}

/* Busy ties lie over quiet ones. */
static void draw_edges(const RefnetArrangement *a, RefnetScene *scene) {
  g_autoptr(GArray) edges = g_array_new(FALSE, FALSE, sizeof(RefnetEdge));
  for (guint64 t = 0; t < a->network->ties; t++) {
    RefnetEdge edge = edge_of_tie(a, t);
    g_array_append_val(edges, edge);
  }
  g_array_sort(edges, compare_edges);
  for (guint i = 0; i < edges->len; i++)
    refnet_edge_draw(&g_array_index(edges, RefnetEdge, i), REFNET_PART_EDGE, REFNET_PART_ARROWHEAD,
                     scene);
}

static void draw_leaders(const RefnetArrangement *a, RefnetScene *scene) {
  for (guint32 v = 0; v < a->network->vertices; v++) {
    if (!a->place[v].placed || !a->place[v].leader)
      continue;
    RefnetPrimitive *leader = refnet_scene_add_line(scene, REFNET_PART_LEADER, a->position[v],
                                                    a->place[v].anchor);
    leader->stroke = refnet_color(REFNET_INK, 0.75);
    leader->stroke_width = 0.8;
  }
}

static void draw_discs(const RefnetArrangement *a, RefnetScene *scene) {
  for (guint32 v = 0; v < a->network->vertices; v++)
    refnet_palette_draw_disc(&a->palette->groups[a->palette->group_of[v]], scene, REFNET_PART_NODE,
                             v, a->position[v], a->radius[v], a->ringed[v]);
}

static void draw_labels(const RefnetArrangement *a, RefnetScene *scene) {
  for (guint32 v = 0; v < a->network->vertices; v++) {
    const RefnetLabelPlace *place = &a->place[v];
    if (!place->placed)
      continue;
    RefnetTextStyle style = {.part = REFNET_PART_LABEL,
                             .owner = v,
                             .color = refnet_color(REFNET_INK, 1),
                             .align = place->lean < 0.25   ? REFNET_ALIGN_LEFT
                                      : place->lean > 0.75 ? REFNET_ALIGN_RIGHT
                                                           : REFNET_ALIGN_CENTER,
                             .halo = refnet_network_degree(a->network, v) > 0 ? HALO : 0};
    refnet_text_block_draw(&a->label[v], scene, place->box.x, place->box.y, &style);
  }
}

static void draw_network(const RefnetArrangement *a, RefnetScene *scene) {
  add_owners(a, scene);
  if (a->isolates.count > 0)
    refnet_isolates_draw_band(&a->isolates, a->typesetter, &a->scales, scene, a->isolates_at.x,
                              a->isolates_at.y);
  draw_edges(a, scene);
  draw_leaders(a, scene);
  draw_discs(a, scene);
  draw_labels(a, scene);
  refnet_legend_draw(a->legend, scene, a->legend_at.x, a->legend_at.y);
}

static char *scene_title(const RefnetArrangement *a, const RefnetMapOptions *options) {
  const char *title = options->title ? options->title : a->network->dataset->name;
  return refnet_text_display(title ? title : "Referral network", 0);
}

static RefnetScene *draw_scene(const RefnetArrangement *a, const RefnetMapOptions *options) {
  g_autofree char *title = scene_title(a, options);
  RefnetScene *scene = refnet_scene_new(a->scales.width, a->scales.height, title);
  draw_frame(a, scene);
  if (a->network->vertices > 0)
    draw_network(a, scene);
  else
    draw_nothing_found(a, scene);
  return scene;
}

/* ---- public ---------------------------------------------------------------------------------------------------- */

static gboolean check_side(double side, const char *name, GError **error) {
  if (side == 0 || (side >= SMALLEST_SIDE && side <= LARGEST_SIDE))
    return TRUE;
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
              "a map cannot be %g points %s: choose %.0f to %.0f points", side, name, SMALLEST_SIDE,
              LARGEST_SIDE);
  return FALSE;
}

static gboolean check_options(const RefnetMapOptions *options, GError **error) {
  if (!check_side(options->width, "wide", error) || !check_side(options->height, "high", error))
    return FALSE;
  if (options->dpi == 0 || (options->dpi >= 10 && options->dpi <= 2400))
    return TRUE;
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
              "a picture cannot have %g dots an inch: choose 10 to 2400", options->dpi);
  return FALSE;
}

RefnetMap *refnet_map_new(const RefnetNetwork *network, const RefnetMeasures *measures,
                          const RefnetMapOptions *options, GError **error) {
  if (!check_options(options, error))
    return NULL;
  g_autoptr(RefnetTypesetter) typesetter = refnet_typesetter_new(error);
  if (!typesetter)
    return NULL;
  g_autoptr(RefnetArrangement) arrangement =
      refnet_arrangement_new(network, measures, options, typesetter, error);
  if (!arrangement)
    return NULL;
  RefnetMap *map = g_new0(RefnetMap, 1);
  map->scene = draw_scene(arrangement, options);
  map->as_of = options->as_of;
  map->dpi = options->dpi > 0 ? options->dpi
                              : MIN(DEFAULT_DPI, DEFAULT_DOTS * 72 / map->scene->width);
  map->unknown_glyphs = refnet_typesetter_unknown_glyphs(typesetter, map->scene);
  map->typesetter = g_steal_pointer(&typesetter);
  return map;
}

void refnet_map_free(RefnetMap *map) {
  if (!map)
    return;
  refnet_scene_free(map->scene);
  refnet_typesetter_free(map->typesetter);
  g_free(map);
}

guint refnet_map_unknown_glyphs(const RefnetMap *map) {
  return map->unknown_glyphs;
}
