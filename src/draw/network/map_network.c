/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The network map: arranged, then drawn into a scene from the back to the front. */
#include "draw/network/arrange.h"
#include "draw/network/map_story.h"
#include "draw/network/rings.h"
#include "draw/network/ties.h"
#include "draw/scene/map.h"
#include "draw/signs/discs.h"
#include "present/wording/words.h"

/* Of more, nothing could be seen. */
#define MOST_ORGANIZATIONS 10000
#define HALO 2.0
#define FADED_INK 0x6F7A85

/* ", no route through listed contacts to the rest", as far as it is so. */
static const char *fate_in_words(const RefnetArrangement *a, guint32 v) {
  if (!a->departure || !a->departure->cut_off[v])
    return "";
  return ", no route through listed contacts to the rest";
}

static void add_owners(const RefnetArrangement *a, RefnetScene *scene) {
  for (guint32 v = 0; v < a->network->vertices; v++) {
    const RefnetOrganization *organization = refnet_arrangement_organization(a, v);
    guint32 ties = refnet_network_degree(a->network, v);
    g_autofree char *name = refnet_text_display(organization->name, 0);
    const char *group = refnet_encoding_look(a->encoding, v).name;
    g_autofree char *counted = refnet_words_tally(ties, "relationship", "relationships");
    g_autofree char *title = g_strdup_printf("%s%s%s, %s%s", name, group ? " — " : "",
                                             group ? group : "", counted, fate_in_words(a, v));
    guint32 owner = refnet_scene_add_owner(scene, organization->id, title);
    if (ties > 0)
      refnet_scene_name_owner(scene, owner, organization->name);
  }
}

static void draw_leader(RefnetScene *scene, RefnetPoint from, RefnetPoint to, guint32 rgb,
                        double width) {
  RefnetPrimitive *leader = refnet_scene_add_line(scene, REFNET_PART_LEADER, from, to);
  leader->stroke = refnet_color(rgb, 1);
  leader->stroke_width = width;
}

/* With a white rim, to stand out from the edges. */
static void draw_leaders(const RefnetArrangement *a, RefnetScene *scene) {
  for (guint32 v = 0; v < a->network->vertices; v++) {
    if (!a->place[v].placed || !a->place[v].leader)
      continue;
    draw_leader(scene, a->position[v], a->place[v].anchor, 0xFFFFFF, 3);
    draw_leader(scene, a->position[v], a->place[v].anchor, REFNET_INK, 1);
  }
}

/* Half-way to white. */
static RefnetColor paler(RefnetColor color) {
  return (RefnetColor){(color.red + 1) / 2, (color.green + 1) / 2, (color.blue + 1) / 2,
                       color.alpha};
}

static void fade(RefnetGroup *look) {
  look->fill = paler(look->fill);
  look->outline = paler(look->outline);
  look->mark = paler(look->mark);
}

static void draw_discs(const RefnetArrangement *a, RefnetScene *scene) {
  for (guint32 v = 0; v < a->network->vertices; v++) {
    RefnetGroup look = refnet_encoding_look(a->encoding, v);
    if (a->story && a->story->faded && a->story->faded[v])
      fade(&look);
    refnet_disc_draw(&look, scene, REFNET_PART_NODE, v, a->position[v], a->radius[v],
                     a->ringed[v] ? REFNET_RIM_RING : REFNET_RIM_PLAIN);
    if (a->cut_off[v])
      refnet_disc_hatch(scene, REFNET_PART_MARK, v, a->position[v],
                        a->radius[v] - (a->ringed[v] ? REFNET_RING : 0));
  }
}

static guint32 label_rgb(const RefnetArrangement *a, guint32 v) {
  if (a->story && a->story->faded && a->story->faded[v])
    return FADED_INK;
  return a->number[v] ? REFNET_MUTED_INK : REFNET_INK;
}

static void draw_labels(const RefnetArrangement *a, RefnetScene *scene) {
  for (guint32 v = 0; v < a->network->vertices; v++) {
    const RefnetLabelPlace *place = &a->place[v];
    if (!place->placed)
      continue;
    RefnetTextStyle style = {.part = REFNET_PART_LABEL,
                             .owner = v,
                             .color = refnet_color(label_rgb(a, v), 1),
                             .align = place->lean < 0.25   ? REFNET_ALIGN_LEFT
                                      : place->lean > 0.75 ? REFNET_ALIGN_RIGHT
                                                           : REFNET_ALIGN_CENTER,
                             .halo = refnet_network_degree(a->network, v) > 0 ? HALO : 0};
    if (place->turned)
      refnet_text_block_draw_turned(&a->label[v], scene, place->begin, place->angle, &style);
    else
      refnet_text_block_draw(&a->label[v], scene, place->box.x, place->box.y, &style);
  }
}

/* Over the lines, under discs and names. */
static void draw_outlines(const RefnetArrangement *a, const GPtrArray *shapes, RefnetScene *scene) {
  g_autofree RefnetBox *labels = g_new(RefnetBox, (gsize)a->network->vertices + 1);
  RefnetHullScene around = {.places = {a->position, a->radius, a->network->vertices},
                            .labels = labels,
                            .area = a->drawing,
                            .font = {a->scales.label.size, TRUE},
                            .grayscale = a->grayscale};
  for (guint32 v = 0; v < a->network->vertices; v++)
    if (a->place[v].placed)
      labels[around.label_count++] = a->place[v].box;
  refnet_hulls_draw_outlines(a->hulls, shapes, &around, a->typesetter, scene);
}

static void draw_network(const RefnetArrangement *a, RefnetScene *scene) {
  RefnetHullPlaces places = {a->position, a->radius, a->network->vertices};
  add_owners(a, scene);
  if (a->isolates.count > 0)
    refnet_isolates_draw_band(&a->isolates, a->typesetter, &a->scales, scene, a->isolates_at.x,
                              a->isolates_at.y);
  refnet_panels_draw(&a->panels, scene);
  if (a->rings)
    refnet_rings_draw(a, scene);
  g_autoptr(GPtrArray) shapes = a->hulls ? refnet_hulls_draw(a->hulls, &places, scene) : NULL;
  refnet_ties_draw(a, scene);
  if (shapes)
    draw_outlines(a, shapes, scene);
  refnet_panels_draw_headings(&a->panels, scene);
  draw_leaders(a, scene);
  draw_discs(a, scene);
  draw_labels(a, scene);
  refnet_legend_draw(a->legend, scene, a->legend_at.x, a->legend_at.y);
}

static RefnetScene *draw_scene(const RefnetArrangement *a) {
  RefnetScene *scene = refnet_frame_draw(&a->frame);
  scene->is_part = a->story && a->story->distance;
  if (a->network->vertices > 0)
    draw_network(a, scene);
  else
    refnet_frame_draw_notice(&a->frame, a->typesetter,
                             a->story && a->story->nothing ? a->story->nothing
                                                           : "No organisations match",
                             a->drawing, scene);
  return scene;
}

gboolean refnet_map_is_readable(const RefnetNetwork *network) {
  return network->vertices <= REFNET_MAP_READABLE && network->ties <= REFNET_MAP_READABLE_TIES;
}

gboolean refnet_map_shows_each(const RefnetMapOptions *options, const RefnetNetwork *network) {
  gboolean is_chosen = options->layout != REFNET_LAYOUT_CHOSEN || options->positions;
  if (refnet_scales_is_slide(options->least_text) && !is_chosen)
    return network->vertices <= REFNET_SLIDE_READABLE && refnet_map_is_readable(network);
  return refnet_map_is_readable(network);
}

static gboolean check_size(const RefnetNetwork *network, GError **error) {
  if (network->vertices <= MOST_ORGANIZATIONS && network->ties <= REFNET_MAP_READABLE_TIES)
    return TRUE;
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
              "%u organisations with %" G_GUINT64_FORMAT
              " relationships are too many for one map, which "
              "holds %d with %d: choose a part of them, by area or service for example",
              network->vertices, network->ties, MOST_ORGANIZATIONS, REFNET_MAP_READABLE_TIES);
  return FALSE;
}

static RefnetMap *draw_map(const RefnetMapSubject *subject, const RefnetMapOptions *options,
                           GError **error) {
  const RefnetNetwork *network = subject->network;
  if (!refnet_map_check_options(options, error) || !check_size(network, error))
    return NULL;
  g_autoptr(RefnetTypesetter) typesetter = refnet_typesetter_new(error);
  if (!typesetter)
    return NULL;
  /* Drawn as large as the network would have it, then made as large as the page. */
  RefnetMapOptions natural = *options;
  double zoom =
      refnet_scales_zoom(network->vertices, options->width, options->height, options->least_text);
  natural.width /= zoom;
  natural.height /= zoom;
  g_autoptr(RefnetArrangement) arrangement =
      refnet_arrangement_new(subject, &natural, typesetter, error);
  if (!arrangement)
    return NULL;
  RefnetScene *scene = draw_scene(arrangement);
  refnet_scene_enlarge(scene, zoom);
  return refnet_map_finish(scene, g_steal_pointer(&typesetter), options);
}

RefnetMap *refnet_map_new(const RefnetNetwork *network, const RefnetMeasures *measures,
                          const RefnetMapOptions *options, GError **error) {
  const RefnetMapSubject subject = {.network = network, .measures = measures};
  return draw_map(&subject, options, error);
}

RefnetMap *refnet_map_new_story(const RefnetNetwork *network, const RefnetMeasures *measures,
                                const RefnetStory *story, const RefnetMapOptions *options,
                                GError **error) {
  RefnetMapOptions named = *options;
  if (!named.title)
    named.title = story->title;
  const RefnetMapSubject subject = {.network = network, .measures = measures, .story = story};
  return draw_map(&subject, &named, error);
}

RefnetMap *refnet_map_new_risks(const RefnetRisks *risks, const RefnetMapOptions *options,
                                GError **error) {
  RefnetMapOptions named = *options;
  g_autofree char *dataset = refnet_frame_title_of(risks->network->dataset->name);
  g_autofree char *title =
      g_strdup_printf("%s: what rests on one person or one organisation", dataset);
  if (!named.title)
    named.title = title;
  const RefnetMapSubject subject = {.network = risks->network, .risks = risks};
  return draw_map(&subject, &named, error);
}

RefnetMap *refnet_map_new_departure(const RefnetRisks *risks, guint32 person, gboolean show_people,
                                    const RefnetMapOptions *options, GError **error) {
  RefnetMapOptions named = *options;
  g_autoptr(RefnetDeparture) departure =
      refnet_departure_new(risks, person, options->as_of, show_people, error);
  if (!departure)
    return NULL;
  g_autofree char *dataset = refnet_frame_title_of(risks->network->dataset->name);
  g_autofree char *title = g_strdup_printf("%s without %s", dataset, departure->who);
  if (!named.title)
    named.title = title;
  const RefnetMapSubject subject = {
      .network = risks->network, .risks = risks, .departure = departure};
  return draw_map(&subject, &named, error);
}
