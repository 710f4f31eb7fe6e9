/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Service gaps on the ground: each area at its place, with a dot for each gap or kind of gap. */
#include <math.h>
#include <string.h>

#include "draw/gaps/gap_key.h"
#include "draw/gaps/gap_marks.h"
#include "draw/gaps/gap_places.h"
#include "draw/labels/labels.h"
#include "draw/layout/overlap.h"
#include "draw/page/apart.h"
#include "draw/page/frame.h"
#include "draw/page/scale_bar.h"
#include "draw/scene/map.h"
#include "present/gap_sentences.h"
#include "present/words.h"

#define SIDE_WIDTH 19.0 /* in letters of the legend's size */
#define NAME_WIDTH 12.0 /* likewise, of the label's */
#define REACH 120.0     /* of a leader */
#define ROUNDS 12
#define SHRINK .88       /* of the dots from round to round, while names find no room */
#define LONG_REACH_FROM 5 /* the round from which leaders may be longer */
#define HALO 2.0
#define MARGIN .06 /* of the map's sides, around the outermost places */
#define MOST_IN_TITLE 2

typedef struct {
  const RefnetGaps *gaps;
  const RefnetDataset *dataset;
  const RefnetGapTable *table;
  RefnetGapPlaces *places;
  gboolean is_chosen;           /* services were */
  RefnetTypesetter *typesetter; /* borrowed */
  guint64 seed;
  RefnetScales scales;
  RefnetFrame frame;
  RefnetApart apart;
  RefnetBox map; /* where places may lie */
  RefnetPoint apart_at, side_at, bar_at;
  RefnetGapKey key;
  RefnetProjection projection;
  RefnetPlace *providers; /* of the services shown, by organization */
  /* By place. */
  RefnetPoint *true_point, *point;
  RefnetTextBlock *name;
  RefnetLabelPlace *label;
} Page;

static const char *area_name(const Page *page, guint32 place) {
  return page->dataset->areas[page->places->places[place].area].name;
}

static gboolean is_placed(const Page *page, guint32 place) {
  return page->places->places[place].place.basis != REFNET_PLACE_UNKNOWN;
}

/* ---- providers ------------------------------------------------------------------------------ */

static gboolean offers_a_service_shown(const Page *page, const guint8 *shown, guint32 o) {
  const RefnetDataset *dataset = page->dataset;
  for (guint32 i = dataset->offer_start[o]; i < dataset->offer_start[o + 1]; i++)
    if (shown[dataset->offers[i].service])
      return TRUE;
  return FALSE;
}

/* Those with coordinates of their own; others would lie on the names of their areas. */
static void find_providers(Page *page) {
  const RefnetDataset *dataset = page->dataset;
  g_autofree guint8 *shown = g_new0(guint8, (gsize)dataset->services.length + 1);
  g_autofree RefnetPlace *areas = refnet_places_of_areas(dataset);
  for (guint32 s = 0; s < page->table->service_count; s++)
    shown[page->table->services[s]] = TRUE;
  page->providers = refnet_places_of_organizations(dataset, areas);
  for (guint32 o = 0; o < dataset->organization_count; o++) {
    gboolean is_one = page->providers[o].basis == REFNET_PLACE_OWN &&
                      page->gaps->network->vertex[o] != REFNET_NONE &&
                      !dataset->organizations[o].closed && offers_a_service_shown(page, shown, o);
    if (!is_one)
      page->providers[o].basis = REFNET_PLACE_UNKNOWN;
  }
}

/* A provider outside of what the areas take up is not shown: it would shrink them. */
static gboolean provider_point(const Page *page, guint32 organization, RefnetPoint *point) {
  if (page->providers[organization].basis == REFNET_PLACE_UNKNOWN)
    return FALSE;
  *point = refnet_projection_point(&page->projection, page->providers[organization]);
  RefnetBox dot = {point->x - 3, point->y - 3, 6, 6};
  return refnet_box_inside(dot, page->map);
}

static void count_providers(Page *page) {
  RefnetPoint point;
  page->key.provider_count = 0;
  for (guint32 o = 0; o < page->dataset->organization_count; o++)
    page->key.provider_count += provider_point(page, o, &point);
}

/* ---- sharing the page ----------------------------------------------------------------------- */

static void set_names(Page *page) {
  RefnetFont font = {page->scales.label.size * 1.05, TRUE};
  for (guint32 i = 0; i < page->places->count; i++) {
    g_autofree char *name = refnet_text_display(area_name(page, i), 0);
    refnet_text_block_clear(&page->name[i]);
    refnet_typesetter_wrap(page->typesetter, name, font, NAME_WIDTH * font.size, REFNET_TEXT_LINES,
                           &page->name[i]);
  }
}

static void measure_apart(Page *page, double width) {
  double disc = 0, label = 0, row = page->scales.label.size * 1.6;
  for (guint32 i = 0; i < page->places->count; i++) {
    if (is_placed(page, i))
      continue;
    disc = MAX(disc, 2 * page->places->places[i].radius);
    label = MAX(label, page->name[i].width);
    row = MAX(row, page->name[i].height + 4);
  }
  refnet_apart_measure(&page->apart, page->typesetter, &page->scales,
                       "Without a position: areas.csv has no latitude and longitude for them",
                       page->places->unplaced, disc, label, MAX(row, disc + 4), width);
}

static void divide_page(Page *page) {
  RefnetBox body = refnet_frame_body(&page->frame);
  double bar = refnet_scale_bar_height(&page->scales);
  page->key.width = MIN(SIDE_WIDTH * page->scales.legend.size, body.width * .4);
  page->side_at = (RefnetPoint){body.x + body.width - page->key.width, body.y};
  page->map = body;
  page->map.width = body.width - page->key.width - page->scales.margin;
  measure_apart(page, page->map.width);
  double taken = page->apart.height > 0 ? page->apart.height + 10 : 0;
  page->apart_at = (RefnetPoint){body.x, body.y + body.height - page->apart.height};
  page->map.height = MAX(body.height - taken - bar - 8, 60);
  page->bar_at = (RefnetPoint){body.x, page->map.y + page->map.height + 4};
}

/* Away from the rims by the largest cluster and half a name. */
static RefnetBox inner_box(const Page *page) {
  double across = MARGIN * page->map.width, down = MARGIN * page->map.height;
  for (guint32 i = 0; i < page->places->count; i++)
    if (is_placed(page, i)) {
      double radius = page->places->places[i].radius;
      across = MAX(across, MAX(radius, MIN(page->name[i].width / 2, .1 * page->map.width)) + 3);
      down = MAX(down, radius + page->name[i].height + 6);
    }
  across = MIN(across, page->map.width * .3);
  down = MIN(down, page->map.height * .3);
  return (RefnetBox){page->map.x + across, page->map.y + down, page->map.width - 2 * across,
                     page->map.height - 2 * down};
}

static void project(Page *page) {
  const RefnetGapPlaces *places = page->places;
  g_autofree RefnetPlace *where = g_new0(RefnetPlace, (gsize)places->count + 1);
  g_autofree guint32 *placed = g_new(guint32, (gsize)places->count + 1);
  guint32 count = 0;
  for (guint32 i = 0; i < places->count; i++)
    where[i] = places->places[i].place;
  refnet_projection_fit(&page->projection, where, places->count, NULL, 0, inner_box(page));
  for (guint32 i = 0; i < places->count; i++)
    if (is_placed(page, i)) {
      page->true_point[i] = page->point[i] = refnet_projection_point(&page->projection, where[i]);
      placed[count++] = i;
    }
  refnet_places_fan_out(placed, count, page->point);
}

/* ---- room for all --------------------------------------------------------------------------- */

static gboolean push_apart(Page *page, GError **error) {
  const RefnetGapPlaces *places = page->places;
  g_autofree guint32 *placed = g_new(guint32, (gsize)places->count + 1);
  g_autofree RefnetFootprint *room = g_new0(RefnetFootprint, (gsize)places->count + 1);
  guint32 count = 0;
  for (guint32 i = 0; i < places->count; i++) {
    double half = places->places[i].radius + 2;
    room[i] = (RefnetFootprint){half, half, half, half};
    if (is_placed(page, i))
      placed[count++] = i;
  }
  if (!refnet_overlap_remove(placed, count, room, NULL, page->map, page->point)) {
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INTERNAL,
                        "not enough memory to lay out the map");
    return FALSE;
  }
  page->key.has_moved = FALSE;
  for (guint32 i = 0; i < count; i++) {
    RefnetPoint from = page->true_point[placed[i]], to = page->point[placed[i]];
    page->key.has_moved |= hypot(to.x - from.x, to.y - from.y) > places->places[placed[i]].radius;
  }
  return TRUE;
}

static GArray *neighbor_lines(Page *page) {
  GArray *lines = g_array_new(FALSE, FALSE, sizeof(RefnetLabelLine));
  g_autofree guint32 *place_of = g_new(guint32, (gsize)page->dataset->area_count + 1);
  for (guint32 a = 0; a < page->dataset->area_count; a++)
    place_of[a] = REFNET_NONE;
  for (guint32 i = 0; i < page->places->count; i++)
    if (is_placed(page, i))
      place_of[page->places->places[i].area] = i;
  for (guint32 a = 0; a < page->dataset->area_count; a++) {
    RefnetIndexList neighbors = page->dataset->areas[a].neighbors;
    for (guint32 k = 0; k < neighbors.length; k++) {
      guint32 b = neighbors.items[k];
      if (place_of[a] == REFNET_NONE || place_of[b] == REFNET_NONE || a == b ||
          (a > b && refnet_list_has(page->dataset->areas[b].neighbors, a)))
        continue;
      RefnetLabelLine line = {page->point[place_of[a]], page->point[place_of[b]]};
      g_array_append_val(lines, line);
    }
  }
  page->key.has_neighbors = lines->len > 0;
  return lines;
}

/* Returns how many names found no room. */
static guint32 place_names(Page *page, double reach) {
  guint32 count = 0, missing = 0, all = page->places->count;
  g_autofree RefnetLabelDisc *discs = g_new(RefnetLabelDisc, (gsize)all + 1);
  g_autofree RefnetLabelRequest *requests = g_new0(RefnetLabelRequest, (gsize)all + 1);
  g_autofree RefnetLabelPlace *found = g_new0(RefnetLabelPlace, (gsize)all + 1);
  g_autofree guint32 *place = g_new(guint32, (gsize)all + 1);
  g_autoptr(GArray) lines = neighbor_lines(page);
  for (guint32 i = 0; i < all; i++) {
    if (!is_placed(page, i))
      continue;
    discs[count] = (RefnetLabelDisc){page->point[i], page->places->places[i].radius};
    requests[count] = (RefnetLabelRequest){.disc = count,
                                           .width = page->name[i].width,
                                           .height = page->name[i].height,
                                           .weight = 1};
    place[count++] = i;
  }
  RefnetLabelField field = {.area = page->map,
                            .discs = discs,
                            .disc_count = count,
                            .lines = (const RefnetLabelLine *)(gpointer)lines->data,
                            .line_count = lines->len};
  refnet_labels_place(&field, requests, count, reach, page->seed, found);
  for (guint32 i = 0; i < count; i++) {
    page->label[place[i]] = found[i];
    missing += !found[i].placed;
  }
  return missing;
}

/* Dots shrink until every name finds room, or they are too small to shrink. */
static gboolean arrange(Page *page, GError **error) {
  double unit = page->scales.width / 1280;
  for (int round = 0; round < ROUNDS; round++, unit *= SHRINK) {
    refnet_gap_places_pack(page->places, 12 * unit, 32 * unit);
    divide_page(page);
    project(page);
    if (!push_apart(page, error))
      return FALSE;
    double reach = round < LONG_REACH_FROM ? REACH : 2.5 * REACH;
    if (place_names(page, reach) == 0 && page->apart.height < page->map.height)
      return TRUE;
  }
  return TRUE;
}

static void arrange_apart(Page *page) {
  guint32 at = 0;
  for (guint32 i = 0; i < page->places->count; i++) {
    if (is_placed(page, i))
      continue;
    RefnetPoint middle =
        refnet_apart_middle(&page->apart, at++, page->apart_at.x, page->apart_at.y);
    const RefnetTextBlock *name = &page->name[i];
    page->point[i] = page->true_point[i] = middle;
    page->label[i] =
        (RefnetLabelPlace){.placed = TRUE,
                           .box = {middle.x + page->apart.disc_width / 2 + REFNET_APART_GAP,
                                   middle.y - name->height / 2, name->width, name->height}};
  }
}

/* ---- drawing -------------------------------------------------------------------------------- */

static void draw_ground(Page *page, RefnetScene *scene) {
  g_autoptr(GArray) lines = neighbor_lines(page);
  RefnetPoint point;
  for (guint i = 0; i < lines->len; i++) {
    const RefnetLabelLine *between = &g_array_index(lines, RefnetLabelLine, i);
    RefnetPrimitive *line =
        refnet_scene_add_line(scene, REFNET_PART_GROUND, between->from, between->to);
    line->stroke = refnet_color(REFNET_GAP_LINE_RGB, 1);
    line->stroke_width = 1.2;
  }
  for (guint32 o = 0; o < page->dataset->organization_count; o++)
    if (provider_point(page, o, &point))
      refnet_scene_add_disc(scene, REFNET_PART_GROUND, point, 2.5)->fill =
          refnet_color(REFNET_GAP_PROVIDER_RGB, .45);
}

static void draw_leader(RefnetScene *scene, RefnetPoint from, RefnetPoint to) {
  static const struct {
    guint32 rgb;
    double width;
  } strokes[] = {{0xFFFFFF, 3}, {REFNET_INK, 1}};
  for (gsize i = 0; i < G_N_ELEMENTS(strokes); i++) {
    RefnetPrimitive *leader = refnet_scene_add_line(scene, REFNET_PART_LEADER, from, to);
    leader->stroke = refnet_color(strokes[i].rgb, 1);
    leader->stroke_width = strokes[i].width;
  }
}

static void draw_leaders(const Page *page, RefnetScene *scene) {
  for (guint32 i = 0; i < page->places->count; i++) {
    RefnetPoint at = page->point[i], from = page->true_point[i];
    if (hypot(at.x - from.x, at.y - from.y) > page->places->places[i].radius) {
      draw_leader(scene, from, at);
      refnet_scene_add_disc(scene, REFNET_PART_LEADER, from, 2.2)->fill =
          refnet_color(REFNET_INK, 1);
    }
    if (page->label[i].placed && page->label[i].leader)
      draw_leader(scene, at, page->label[i].anchor);
  }
}

static char *title_of(const Page *page, const RefnetGapPlace *place) {
  g_autofree char *name = refnet_text_display(page->dataset->areas[place->area].name, 0);
  GString *title = g_string_new(name);
  guint32 counts[REFNET_GAP_STATUSES] = {0};
  for (guint32 d = 0; d < place->dot_count; d++)
    counts[place->dots[d].status] += place->dots[d].gaps;
  g_string_append(title, place->gaps == 0 ? ": no finding" : ": ");
  for (guint i = 0, first = TRUE; i < REFNET_GAP_STATUSES; i++)
    if (counts[refnet_gap_gravity[i]] > 0) {
      g_string_append_printf(title, "%s%s %u", first ? "" : ", ",
                             refnet_gap_status_words(refnet_gap_gravity[i]),
                             counts[refnet_gap_gravity[i]]);
      first = FALSE;
    }
  if (place->unmet > 0) {
    g_autofree char *people = refnet_words_figure(place->unmet);
    g_string_append_printf(title, "; unmet: %s a year", people);
  }
  return g_string_free(title, FALSE);
}

static void draw_area(const Page *page, RefnetScene *scene, guint32 i) {
  const RefnetGapPlace *place = &page->places->places[i];
  RefnetPoint at = page->point[i];
  g_autofree char *title = title_of(page, place);
  guint32 owner = refnet_scene_add_owner(scene, page->dataset->areas[place->area].key, title);
  if (place->dot_count == 0) {
    refnet_gap_clear_draw(scene, REFNET_PART_NODE, owner, at, place->radius);
    return;
  }
  /* Unpainted: what a reader points at. */
  refnet_scene_add_disc(scene, REFNET_PART_NODE, at, place->radius)->owner = owner;
  for (guint32 d = 0; d < place->dot_count; d++) {
    const RefnetGapDot *dot = &place->dots[d];
    RefnetPoint middle = {at.x + dot->offset.x, at.y + dot->offset.y};
    refnet_gap_dot_draw(&page->key, scene, owner, dot, middle);
  }
}

static void draw_name(const Page *page, RefnetScene *scene, guint32 i) {
  const RefnetLabelPlace *label = &page->label[i];
  RefnetTextStyle style = {.part = REFNET_PART_LABEL,
                           .owner = i,
                           .color = refnet_color(REFNET_INK, 1),
                           .align = label->lean < .25   ? REFNET_ALIGN_LEFT
                                    : label->lean > .75 ? REFNET_ALIGN_RIGHT
                                                        : REFNET_ALIGN_CENTER,
                           .halo = is_placed(page, i) ? HALO : 0};
  if (label->placed)
    refnet_text_block_draw(&page->name[i], scene, label->box.x, label->box.y, &style);
}

static RefnetScene *draw_page(Page *page) {
  RefnetScene *scene = refnet_frame_draw(&page->frame);
  refnet_apart_draw(&page->apart, scene, page->apart_at.x, page->apart_at.y);
  draw_ground(page, scene);
  draw_leaders(page, scene);
  for (guint32 i = 0; i < page->places->count; i++)
    draw_area(page, scene, i);
  for (guint32 i = 0; i < page->places->count; i++)
    draw_name(page, scene, i);
  refnet_scale_bar_draw(scene, page->typesetter, &page->scales, page->projection.points_per_km,
                        page->bar_at.x, page->bar_at.y, page->map.width / 5);
  refnet_gap_key_draw(&page->key, scene, page->side_at.x, page->side_at.y);
  return scene;
}

/* ---- the page ------------------------------------------------------------------------------- */

static char *default_title(const Page *page) {
  g_autofree char *dataset = refnet_frame_title_of(page->dataset->name);
  if (!page->is_chosen)
    return g_strdup_printf("%s: where services are missing", dataset);
  if (page->table->service_count > MOST_IN_TITLE)
    return g_strdup_printf("%s: gaps in %u services", dataset, page->table->service_count);
  g_autofree const char **names = g_new0(const char *, MOST_IN_TITLE);
  for (guint32 s = 0; s < page->table->service_count; s++)
    names[s] = page->dataset->services.names[page->table->services[s]];
  g_autofree char *services = refnet_words_list(names, page->table->service_count, 0);
  return g_strdup_printf("%s: gaps in %s", dataset, services);
}

static void set_frame(Page *page, const RefnetMapOptions *options) {
  RefnetMapOptions named = *options;
  guint32 organizations = page->gaps->network->vertices;
  guint32 services = page->table->service_count, areas = page->table->area_count;
  g_autofree char *title = default_title(page);
  g_autofree char *counts =
      g_strdup_printf("%u %s, %u %s, %u %s", organizations,
                      organizations == 1 ? "organisation" : "organisations", services,
                      services == 1 ? "service" : "services", areas, areas == 1 ? "area" : "areas");
  if (!named.title)
    named.title = title;
  refnet_frame_set(&page->frame, page->typesetter, &page->scales, page->dataset, &named, counts);
}

static void choose_scales(Page *page, const RefnetMapOptions *options) {
  guint32 areas = page->table->area_count;
  double width = options->width, height = options->height;
  if (!(width > 0))
    width = height > 0 ? height * 16 / 9 : areas <= 40 ? 1280 : MIN(1280 * sqrt(areas / 40.0), 4800);
  if (!(height > 0))
    height = round(width * 9 / 16);
  page->scales = refnet_scales_for_page(round(width), height);
}

/* The page grows where the column of explanations needs it, unless its height was asked for. */
static gboolean grow_for_side(Page *page, const RefnetMapOptions *options) {
  double needed = refnet_gap_key_draw(&page->key, NULL, 0, 0), body = refnet_frame_body(&page->frame).height;
  if (options->height > 0 || needed <= body)
    return FALSE;
  page->scales.height = ceil(page->scales.height + needed - body);
  return TRUE;
}

static gboolean check_places(const Page *page, GError **error) {
  if (page->places->unplaced < page->places->count)
    return TRUE;
  g_set_error_literal(
      error, REFNET_ERROR, REFNET_ERROR_INPUT,
      "no area has a position: fill the columns latitude and longitude of areas.csv, or those of "
      "organizations.csv for organisations that serve one area; --kind gaps needs neither");
  return FALSE;
}

static gboolean lay_out(Page *page, const RefnetMapOptions *options, GError **error) {
  guint32 count = page->places->count;
  page->true_point = g_new0(RefnetPoint, (gsize)count + 1);
  page->point = g_new0(RefnetPoint, (gsize)count + 1);
  page->name = g_new0(RefnetTextBlock, (gsize)count + 1);
  page->label = g_new0(RefnetLabelPlace, (gsize)count + 1);
  find_providers(page);
  set_names(page);
  if (!arrange(page, error))
    return FALSE;
  count_providers(page);
  if (grow_for_side(page, options) && !arrange(page, error))
    return FALSE;
  count_providers(page);
  arrange_apart(page);
  return TRUE;
}

static void clear_page(Page *page) {
  for (guint32 i = 0; page->name && i < page->places->count; i++)
    refnet_text_block_clear(&page->name[i]);
  refnet_frame_clear(&page->frame);
  refnet_apart_clear(&page->apart);
  refnet_gap_places_free(page->places);
  g_free(page->providers);
  g_free(page->true_point);
  g_free(page->point);
  g_free(page->name);
  g_free(page->label);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Page, clear_page)

static RefnetScene *draw_notice(Page *page) {
  RefnetScene *scene = refnet_frame_draw(&page->frame);
  refnet_frame_draw_notice(&page->frame, page->typesetter, "No services and areas to compare",
                           refnet_frame_body(&page->frame), scene);
  return scene;
}

RefnetMap *refnet_map_new_gap_map(const RefnetGaps *gaps, const RefnetGapOptions *gap_options,
                                  const RefnetMapOptions *options, GError **error) {
  if (!refnet_map_check_options(options, error))
    return NULL;
  g_autoptr(RefnetTypesetter) typesetter = refnet_typesetter_new(error);
  const RefnetDataset *dataset = gaps->network->dataset;
  g_autoptr(RefnetGapTable) table =
      typesetter ? refnet_gap_table_new(gaps, gap_options, dataset->services.length + 1,
                                        dataset->area_count + 1, error)
                 : NULL;
  if (!table)
    return NULL;
  gboolean is_chosen = gap_options->services && gap_options->services[0];
  g_auto(Page) page = {.gaps = gaps,
                       .dataset = dataset,
                       .table = table,
                       .places = refnet_gap_places_new(gaps, table, is_chosen),
                       .is_chosen = is_chosen,
                       .typesetter = typesetter,
                       .seed = options->seed};
  page.key = (RefnetGapKey){.gaps = gaps,
                            .table = table,
                            .places = page.places,
                            .scales = &page.scales,
                            .typesetter = typesetter,
                            .is_chosen = is_chosen};
  gboolean is_empty = table->service_count == 0 || table->area_count == 0;
  choose_scales(&page, options);
  set_frame(&page, options);
  if (!is_empty && (!check_places(&page, error) || !lay_out(&page, options, error)))
    return NULL;
  RefnetScene *scene = is_empty ? draw_notice(&page) : draw_page(&page);
  scene->owner_class = "area";
  return refnet_map_finish(scene, g_steal_pointer(&typesetter), options);
}
