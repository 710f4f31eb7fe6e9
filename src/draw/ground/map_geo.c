/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The network on the ground: organizations where they are, with the names of areas and a scale bar.
 */
#include <math.h>
#include <string.h>

#include "draw/labels/names.h"
#include "draw/layout/geography.h"
#include "draw/network/arrangement.h"
#include "draw/network/ties.h"
#include "draw/page/apart.h"
#include "draw/page/scale_bar.h"
#include "draw/scene/map.h"
#include "present/words.h"

#define MOST_ORGANIZATIONS 5000
#define ALL_NAMED 100
#define NAMED_OF_MORE 60
#define ALL_NUMBERED 600
#define NAME_WIDTH 12.0 /* in letters of its size */
#define APART_WIDTH 24.0
#define FEW 30 /* organizations: discs need no room for numbers */
#define REACH 140.0
#define ROUNDS 4
#define MOST_FOR_LEGEND .5
#define MOST_FOR_APART .4
#define HALO 2.0
#define AREA_RGB 0x2F6B4F
#define HEAVY 2.0 /* of an area's name */

typedef struct {
  RefnetArrangement a;   /* what ties are drawn from: the network without ties to who lies apart */
  RefnetNetwork shown;   /* behind a.network */
  const RefnetNetwork *network;
  guint32 *tie_a, *tie_b; /* of `shown` */
  gboolean names_given;  /* --label none was not */
  RefnetPlace *place;    /* by vertex */
  RefnetPlace *area_place;
  double *far;           /* km, of who lies too far away to be shown; by vertex */
  RefnetPoint *true_point;
  RefnetProjection projection;
  RefnetApart apart;
  RefnetPoint apart_at, bar_at;
  guint32 apart_count, estimated;
  gboolean has_moved;
  guint32 *areas; /* named on the map */
  guint32 area_count;
  RefnetTextBlock *area_name;
  RefnetLabelPlace *area_label;
} Page;

static gboolean is_placed(const Page *page, guint32 v) {
  return page->place[v].basis != REFNET_PLACE_UNKNOWN;
}

/* ---- who is where --------------------------------------------------------------------------- */

static gboolean find_places(Page *page, GError **error) {
  const RefnetNetwork *network = page->network;
  gsize n = (gsize)network->vertices + 1;
  page->area_place = refnet_places_of_areas(network->dataset);
  g_autofree RefnetPlace *all =
      refnet_places_of_organizations(network->dataset, page->area_place);
  page->place = g_new0(RefnetPlace, n);
  page->far = g_new0(double, n);
  page->true_point = g_new0(RefnetPoint, n);
  for (guint32 v = 0; v < network->vertices; v++)
    page->place[v] = all[network->organization[v]];
  refnet_places_set_apart(page->place, network->vertices, page->far);
  for (guint32 v = 0; v < network->vertices; v++) {
    page->apart_count += !is_placed(page, v);
    page->estimated += page->place[v].basis == REFNET_PLACE_ESTIMATED;
  }
  if (page->apart_count < network->vertices || network->vertices == 0)
    return TRUE;
  g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                      "no organisation has a position: fill the columns latitude and longitude of "
                      "organizations.csv, or of areas.csv for those that serve one area");
  return FALSE;
}

static void keep_ties_between_places(Page *page) {
  const RefnetNetwork *network = page->network;
  page->tie_a = g_new(guint32, network->ties + 1);
  page->tie_b = g_new(guint32, network->ties + 1);
  page->shown = *network;
  page->shown.ties = 0;
  for (guint64 t = 0; t < network->ties; t++) {
    if (!is_placed(page, network->tie_a[t]) || !is_placed(page, network->tie_b[t]))
      continue;
    page->tie_a[page->shown.ties] = network->tie_a[t];
    page->tie_b[page->shown.ties++] = network->tie_b[t];
  }
  page->shown.tie_a = page->tie_a;
  page->shown.tie_b = page->tie_b;
}

/* ---- names ---------------------------------------------------------------------------------- */

static double importance(const Page *page, guint32 v) {
  return refnet_network_degree(page->network, v);
}

static gint compare_importance(gconstpointer left, gconstpointer right, gpointer data) {
  guint32 v = *(const guint32 *)left, w = *(const guint32 *)right;
  double difference = importance(data, w) - importance(data, v);
  if (difference != 0)
    return difference < 0 ? -1 : 1;
  return (v > w) - (v < w);
}

static void choose_named(Page *page) {
  guint32 n = page->network->vertices, count = 0, named = n <= ALL_NAMED ? n : NAMED_OF_MORE;
  RefnetLabeled rest = n <= ALL_NUMBERED ? REFNET_LABELED_NUMBER : REFNET_LABELED_BARE;
  g_autofree guint32 *order = g_new(guint32, (gsize)n + 1);
  for (guint32 v = 0; v < n; v++) {
    page->a.labeled[v] = REFNET_LABELED_NAME;
    if (is_placed(page, v))
      order[count++] = v;
  }
  if (count > 1)
    g_qsort_with_data(order, (gint)count, sizeof *order, compare_importance, page);
  for (guint32 i = 0; i < count; i++)
    page->a.labeled[order[i]] = i < named ? REFNET_LABELED_NAME : rest;
  for (guint32 v = 0; v < n && !page->names_given; v++)
    page->a.labeled[v] = REFNET_LABELED_BARE;
}

static gint compare_names(gconstpointer left, gconstpointer right, gpointer data) {
  guint32 v = *(const guint32 *)left, w = *(const guint32 *)right;
  char *const *folds = data;
  int order = strcmp(folds[v], folds[w]);
  return order ? order : (v > w) - (v < w);
}

/* By name, so that the key can be searched both ways. */
static void assign_numbers(Page *page) {
  guint32 n = page->network->vertices, count = 0;
  g_auto(GStrv) folds = g_new0(char *, (gsize)n + 1);
  g_autofree guint32 *order = g_new(guint32, (gsize)n + 1);
  for (guint32 v = 0; v < n; v++) {
    folds[v] = refnet_text_fold(page->a.names[v]);
    page->a.number[v] = 0;
    if (page->a.labeled[v] == REFNET_LABELED_NUMBER)
      order[count++] = v;
  }
  if (count > 1)
    g_qsort_with_data(order, (gint)count, sizeof *order, compare_names, folds);
  g_ptr_array_set_size(page->a.key, 0);
  for (guint32 i = 0; i < count; i++) {
    page->a.number[order[i]] = i + 1;
    g_ptr_array_add(page->a.key, page->a.names[order[i]]);
  }
}

/* With how far away it is, where that is why it is not shown. */
static char *name_apart(const Page *page, guint32 v) {
  if (page->far[v] == 0)
    return g_strdup(page->a.names[v]);
  g_autofree char *km = refnet_words_km(page->far[v]);
  return g_strdup_printf("%s, %s away", page->a.names[v], km);
}

static void set_label(Page *page, guint32 v) {
  RefnetArrangement *a = &page->a;
  refnet_text_block_clear(&a->label[v]);
  g_autofree char *number = g_strdup_printf("%u", a->number[v]);
  g_autofree char *apart = name_apart(page, v);
  double letter = a->scales.label.size;
  if (a->labeled[v] == REFNET_LABELED_NUMBER)
    refnet_typesetter_wrap(a->typesetter, number, a->scales.number, 1000, 1, &a->label[v]);
  else if (a->labeled[v] == REFNET_LABELED_NAME && is_placed(page, v))
    refnet_typesetter_wrap(a->typesetter, a->names[v], a->scales.label, NAME_WIDTH * letter,
                           REFNET_TEXT_LINES, &a->label[v]);
  else if (a->labeled[v] == REFNET_LABELED_NAME)
    refnet_typesetter_wrap(a->typesetter, apart, a->scales.label, APART_WIDTH * letter, 1,
                           &a->label[v]);
}

/* ---- sharing the page ----------------------------------------------------------------------- */

static void set_note(Page *page) {
  GString *note = g_string_new(NULL);
  if (page->has_moved)
    g_string_append(note, "Thin lines lead to the place of discs moved aside. ");
  if (page->estimated > 0)
    g_string_append_printf(note, "%u %s where the only area is. ", page->estimated,
                           page->estimated == 1 ? "is shown" : "are shown");
  g_free(page->a.note);
  page->a.note = g_string_free(note, note->len == 0);
}

static void make_legend(Page *page, double height) {
  RefnetArrangement *a = &page->a;
  const RefnetNetwork *shown = a->network;
  RefnetLegendContent content = {.encoding = a->encoding,
                                 .largest_radius = a->largest_radius,
                                 .scales = &a->scales,
                                 .has_ties = shown->ties > 0,
                                 .fewest_referrals = a->scales.most_referrals,
                                 .directed = !shown->undirected,
                                 .key = (const char *const *)a->key->pdata,
                                 .key_length = a->key->len,
                                 .key_lines = 1,
                                 .note = a->note};
  for (guint64 t = 0; t < shown->ties; t++) {
    gboolean both = refnet_network_find_arc(shown, shown->tie_a[t], shown->tie_b[t]) != G_MAXUINT64 &&
                    refnet_network_find_arc(shown, shown->tie_b[t], shown->tie_a[t]) != G_MAXUINT64;
    gboolean apart = refnet_scales_apart(&a->scales, shown, t);
    content.fewest_referrals = MIN(content.fewest_referrals, refnet_scales_referrals(shown, t));
    content.has_apart |= apart;
    content.has_two_way |= both && !apart;
    content.has_one_way |= !both;
  }
  for (guint32 v = 0; v < shown->vertices; v++)
    content.has_articulation |= a->ringed[v];
  g_clear_pointer(&a->legend, refnet_legend_free);
  a->legend = refnet_legend_new(a->typesetter, &content, height);
}

static char *heading_apart(const Page *page) {
  guint64 left_out = page->network->ties - page->shown.ties;
  if (left_out == 0)
    return g_strdup("Latitude and longitude blank, or far away");
  return g_strdup_printf("Latitude and longitude blank, or far away (%" G_GUINT64_FORMAT
                         " %s not drawn)",
                         left_out, left_out == 1 ? "relationship" : "relationships");
}

/* FALSE when names apart became numbers, which they have to where there are too many. */
static gboolean measure_apart(Page *page, RefnetBox space) {
  RefnetArrangement *a = &page->a;
  double widest = 0, radius = 0;
  for (guint32 v = 0; v < page->network->vertices; v++)
    if (!is_placed(page, v)) {
      widest = MAX(widest, a->label[v].width);
      radius = MAX(radius, a->radius[v]);
    }
  g_autofree char *heading = heading_apart(page);
  refnet_apart_measure(&page->apart, a->typesetter, &a->scales, heading, page->apart_count,
                       2 * radius, widest, a->scales.label.size * 1.6, space.width);
  if (page->apart.height <= space.height * MOST_FOR_APART || widest == 0)
    return TRUE;
  for (guint32 v = 0; v < page->network->vertices; v++)
    if (!is_placed(page, v))
      a->labeled[v] = a->labeled[v] == REFNET_LABELED_NAME ? REFNET_LABELED_NUMBER
                                                           : REFNET_LABELED_BARE;
  return FALSE;
}

static gboolean divide_page(Page *page) {
  RefnetArrangement *a = &page->a;
  RefnetBox body = refnet_frame_body(&a->frame);
  double bar = refnet_scale_bar_height(&a->scales);
  assign_numbers(page);
  for (guint32 v = 0; v < page->network->vertices; v++)
    set_label(page, v);
  set_note(page);
  make_legend(page, body.height);
  double legend = refnet_legend_width(a->legend);
  if (legend > body.width * MOST_FOR_LEGEND && a->key->len > 0) {
    for (guint32 v = 0; v < page->network->vertices; v++)
      if (a->labeled[v] == REFNET_LABELED_NUMBER)
        a->labeled[v] = REFNET_LABELED_BARE;
    return FALSE;
  }
  a->legend_at = (RefnetPoint){body.x + body.width - legend, body.y};
  a->drawing = body;
  a->drawing.width = MAX(body.width - legend - a->scales.margin, 40);
  if (!measure_apart(page, a->drawing))
    return FALSE;
  double band = page->apart.height > 0 ? page->apart.height + 10 : 0;
  page->apart_at = (RefnetPoint){body.x, body.y + body.height - page->apart.height};
  a->drawing.height = MAX(body.height - band - bar - 8, 40);
  page->bar_at = (RefnetPoint){body.x, body.y + a->drawing.height + 4};
  return TRUE;
}

/* ---- the drawing ---------------------------------------------------------------------------- */

static gboolean project(Page *page, GError **error) {
  RefnetArrangement *a = &page->a;
  guint32 n = page->network->vertices, count = 0;
  double beside = MIN(7 * a->scales.label.size, a->drawing.width / 6);
  double above = MIN(3 * a->scales.label.size, a->drawing.height / 8);
  RefnetBox inner = {a->drawing.x + beside, a->drawing.y + above, a->drawing.width - 2 * beside,
                     a->drawing.height - 2 * above};
  g_autofree guint32 *placed = g_new(guint32, (gsize)n + 1);
  g_autofree RefnetFootprint *room = g_new0(RefnetFootprint, (gsize)n + 1);
  /* Room for a number beside each disc. */
  double pad = n > FEW ? a->scales.number.size * .5 : 2;
  refnet_projection_fit(&page->projection, page->place, n, NULL, 0, inner);
  for (guint32 v = 0; v < n; v++) {
    double half = a->radius[v] + pad;
    room[v] = (RefnetFootprint){half, half, half, half};
    if (!is_placed(page, v))
      continue;
    page->true_point[v] = a->position[v] =
        refnet_projection_point(&page->projection, page->place[v]);
    placed[count++] = v;
  }
  refnet_places_fan_out(placed, count, a->position);
  if (!refnet_overlap_remove(placed, count, room, NULL, a->drawing, a->position)) {
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INTERNAL,
                        "not enough memory to lay out the map");
    return FALSE;
  }
  return TRUE;
}

static gboolean has_moved(const Page *page, guint32 v) {
  RefnetPoint to = page->a.position[v], from = page->true_point[v];
  return is_placed(page, v) && hypot(to.x - from.x, to.y - from.y) > page->a.radius[v];
}

/* Areas without parts whose place lies on the map. */
static void list_areas(Page *page) {
  const RefnetDataset *dataset = page->network->dataset;
  g_autofree guint8 *has_parts = g_new0(guint8, (gsize)dataset->area_count + 1);
  RefnetFont font = {page->a.scales.label.size * 1.05, TRUE};
  page->areas = g_new(guint32, (gsize)dataset->area_count + 1);
  page->area_name = g_new0(RefnetTextBlock, (gsize)dataset->area_count + 1);
  page->area_label = g_new0(RefnetLabelPlace, (gsize)dataset->area_count + 1);
  for (guint32 area = 0; area < dataset->area_count; area++)
    if (dataset->areas[area].within != REFNET_NONE)
      has_parts[dataset->areas[area].within] = TRUE;
  for (guint32 area = 0; area < dataset->area_count; area++) {
    if (has_parts[area] || page->area_place[area].basis == REFNET_PLACE_UNKNOWN)
      continue;
    g_autofree char *name = refnet_text_display(dataset->areas[area].name, 0);
    refnet_typesetter_wrap(page->a.typesetter, name, font, NAME_WIDTH * font.size, 2,
                           &page->area_name[page->area_count]);
    page->areas[page->area_count++] = area;
  }
}

static RefnetPoint area_point(const Page *page, guint32 i) {
  return refnet_projection_point(&page->projection, page->area_place[page->areas[i]]);
}

/* Discs of organizations, then marks of areas, and the names of both. */
typedef struct {
  RefnetLabelDisc *discs;
  guint32 disc_count;
  RefnetLabelLine *lines;
  gsize line_count;
  RefnetLabelRequest *requests;
  RefnetLabelPlace *places;
  guint32 *owner; /* of a request: a vertex, or n and the number of an area */
  guint32 count;
} Crowd;

static void crowd_clear(Crowd *crowd) {
  g_free(crowd->discs);
  g_free(crowd->lines);
  g_free(crowd->requests);
  g_free(crowd->places);
  g_free(crowd->owner);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Crowd, crowd_clear)

static void ask(Crowd *crowd, guint32 owner, guint32 disc, const RefnetTextBlock *text,
                double weight, RefnetLabelPlace place) {
  crowd->requests[crowd->count] = (RefnetLabelRequest){
      .disc = disc, .width = text->width, .height = text->height, .weight = weight};
  crowd->places[crowd->count] = place;
  crowd->owner[crowd->count++] = owner;
}

static void add_areas(const Page *page, Crowd *crowd) {
  guint32 n = page->network->vertices;
  for (guint32 i = 0; i < page->area_count; i++) {
    RefnetPoint point = area_point(page, i);
    RefnetBox spot = {point.x - 4, point.y - 4, 8, 8};
    if (!refnet_box_inside(spot, page->a.drawing))
      continue;
    crowd->discs[crowd->disc_count] = (RefnetLabelDisc){point, 3};
    ask(crowd, n + i, crowd->disc_count++, &page->area_name[i], HEAVY, page->area_label[i]);
  }
}

static void fill_crowd(const Page *page, RefnetLabeled labeled, Crowd *crowd) {
  const RefnetArrangement *a = &page->a;
  guint32 n = page->network->vertices;
  gsize most = (gsize)n + page->area_count + 1;
  crowd->discs = g_new(RefnetLabelDisc, most);
  crowd->lines = g_new(RefnetLabelLine, a->network->ties + 1);
  crowd->requests = g_new0(RefnetLabelRequest, most);
  crowd->places = g_new0(RefnetLabelPlace, most);
  crowd->owner = g_new(guint32, most);
  for (guint32 v = 0; v < n; v++) {
    if (!is_placed(page, v))
      continue;
    crowd->discs[crowd->disc_count] = (RefnetLabelDisc){a->position[v], a->radius[v]};
    if (a->labeled[v] == labeled || a->place[v].placed)
      ask(crowd, v, crowd->disc_count, &a->label[v],
          1 + importance(page, v) / MAX(a->scales.most_ties, 1) * .9, a->place[v]);
    crowd->disc_count++;
  }
  add_areas(page, crowd);
  for (guint64 t = 0; t < a->network->ties; t++)
    crowd->lines[crowd->line_count++] =
        (RefnetLabelLine){a->position[a->network->tie_a[t]], a->position[a->network->tie_b[t]]};
}

/* Returns how many organizations' labels found no room. */
static guint32 place_labels(Page *page, RefnetLabeled labeled, double reach, gboolean cross) {
  guint32 n = page->network->vertices, missing = 0;
  g_auto(Crowd) crowd = {.count = 0};
  fill_crowd(page, labeled, &crowd);
  RefnetLabelField field = {.area = page->a.drawing,
                            .discs = crowd.discs,
                            .disc_count = crowd.disc_count,
                            .lines = crowd.lines,
                            .line_count = crowd.line_count,
                            .leaders_cross_discs = cross};
  refnet_labels_place(&field, crowd.requests, crowd.count, reach, page->a.seed, crowd.places);
  for (guint32 i = 0; i < crowd.count; i++) {
    if (crowd.owner[i] >= n) {
      page->area_label[crowd.owner[i] - n] = crowd.places[i];
      continue;
    }
    page->a.place[crowd.owner[i]] = crowd.places[i];
    missing += !crowd.places[i].placed;
  }
  return missing;
}

static void replace_unplaced(Page *page) {
  RefnetLabeled instead = page->network->vertices <= ALL_NUMBERED ? REFNET_LABELED_NUMBER
                                                                  : REFNET_LABELED_BARE;
  for (guint32 v = 0; v < page->network->vertices; v++)
    if (is_placed(page, v) && page->a.labeled[v] == REFNET_LABELED_NAME &&
        !page->a.place[v].placed)
      page->a.labeled[v] = instead;
}

static void place_apart(Page *page) {
  guint32 at = 0;
  for (guint32 v = 0; v < page->network->vertices; v++) {
    if (is_placed(page, v))
      continue;
    const RefnetTextBlock *label = &page->a.label[v];
    RefnetPoint middle =
        refnet_apart_middle(&page->apart, at++, page->apart_at.x, page->apart_at.y);
    page->a.position[v] = middle;
    page->a.place[v] =
        (RefnetLabelPlace){.placed = label->line_count > 0,
                           .box = {middle.x + page->apart.disc_width / 2 + REFNET_APART_GAP,
                                   middle.y - label->height / 2, label->width, label->height}};
  }
}

/* Names that find no room turn into numbers; the longer key leaves the map less room, and so on. */
static gboolean arrange(Page *page, GError **error) {
  guint32 n = page->network->vertices;
  for (int round = 0; round < ROUNDS; round++) {
    while (!divide_page(page))
      ;
    if (!project(page, error))
      return FALSE;
    gboolean had_moved = page->has_moved;
    page->has_moved = FALSE;
    for (guint32 v = 0; v < n; v++)
      page->has_moved |= has_moved(page, v);
    memset(page->a.place, 0, n * sizeof *page->a.place);
    memset(page->area_label, 0, page->area_count * sizeof *page->area_label);
    gboolean complete = place_labels(page, REFNET_LABELED_NAME, REACH, FALSE) == 0;
    if ((complete && had_moved == page->has_moved) || round + 1 == ROUNDS)
      break;
    replace_unplaced(page);
  }
  if (place_labels(page, REFNET_LABELED_NUMBER, REACH, FALSE) > 0)
    place_labels(page, REFNET_LABELED_NUMBER, page->a.drawing.width, TRUE);
  place_apart(page);
  return TRUE;
}

/* ---- onto the scene ------------------------------------------------------------------------- */

static void add_owners(const Page *page, RefnetScene *scene) {
  for (guint32 v = 0; v < page->network->vertices; v++) {
    const RefnetOrganization *organization = refnet_network_organization(page->network, v);
    const char *group = refnet_encoding_look(page->a.encoding, v).name;
    guint32 ties = refnet_network_degree(page->network, v);
    g_autofree char *name = refnet_text_display(organization->name, 0);
    g_autofree char *title =
        g_strdup_printf("%s%s%s, %u %s", name, group ? " — " : "", group ? group : "", ties,
                        ties == 1 ? "relationship" : "relationships");
    refnet_scene_add_owner(scene, organization->id, title);
  }
}

static void draw_line(RefnetScene *scene, RefnetPoint from, RefnetPoint to, guint32 rgb,
                      double width) {
  RefnetPrimitive *line = refnet_scene_add_line(scene, REFNET_PART_LEADER, from, to);
  line->stroke = refnet_color(rgb, 1);
  line->stroke_width = width;
}

static void draw_leader(RefnetScene *scene, RefnetPoint from, RefnetPoint to) {
  draw_line(scene, from, to, 0xFFFFFF, 3);
  draw_line(scene, from, to, REFNET_INK, .9);
}

static void draw_leaders(const Page *page, RefnetScene *scene) {
  for (guint32 v = 0; v < page->network->vertices; v++) {
    if (has_moved(page, v)) {
      draw_line(scene, page->true_point[v], page->a.position[v], REFNET_MUTED_INK, .8);
      refnet_scene_add_disc(scene, REFNET_PART_LEADER, page->true_point[v], 1.4)->fill =
          refnet_color(REFNET_INK, 1);
    }
    if (page->a.place[v].placed && page->a.place[v].leader)
      draw_leader(scene, page->a.position[v], page->a.place[v].anchor);
  }
}

static void draw_label(const RefnetTextBlock *text, const RefnetLabelPlace *place,
                       RefnetScene *scene, guint32 owner, guint32 rgb) {
  RefnetTextStyle style = {.part = REFNET_PART_LABEL,
                           .owner = owner,
                           .color = refnet_color(rgb, 1),
                           .align = place->lean < .25   ? REFNET_ALIGN_LEFT
                                    : place->lean > .75 ? REFNET_ALIGN_RIGHT
                                                        : REFNET_ALIGN_CENTER,
                           .halo = HALO};
  if (place->placed)
    refnet_text_block_draw(text, scene, place->box.x, place->box.y, &style);
}

/* A small cross at the place of an area, and its name. */
static void draw_areas(const Page *page, RefnetScene *scene) {
  const RefnetDataset *dataset = page->network->dataset;
  for (guint32 i = 0; i < page->area_count; i++) {
    const RefnetLabelPlace *label = &page->area_label[i];
    RefnetPoint at = area_point(page, i);
    const double arm = 3;
    if (!label->placed)
      continue;
    g_autofree char *name = refnet_text_display(dataset->areas[page->areas[i]].name, 0);
    guint32 owner = refnet_scene_add_owner(scene, dataset->areas[page->areas[i]].key, name);
    refnet_scene_class_owner(scene, owner, "area");
    if (label->leader)
      draw_leader(scene, at, label->anchor);
    RefnetPoint ends[] = {{at.x - arm, at.y}, {at.x + arm, at.y}, {at.x, at.y - arm},
                          {at.x, at.y + arm}};
    for (gsize k = 0; k < G_N_ELEMENTS(ends); k += 2) {
      RefnetPrimitive *stroke =
          refnet_scene_add_line(scene, REFNET_PART_GROUND, ends[k], ends[k + 1]);
      stroke->stroke = refnet_color(AREA_RGB, 1);
      stroke->stroke_width = 1.2;
    }
    draw_label(&page->area_name[i], label, scene, owner, AREA_RGB);
  }
}

static RefnetScene *draw_page(const Page *page) {
  const RefnetArrangement *a = &page->a;
  RefnetScene *scene = refnet_frame_draw(&a->frame);
  add_owners(page, scene);
  refnet_apart_draw(&page->apart, scene, page->apart_at.x, page->apart_at.y);
  refnet_ties_draw(a, scene);
  draw_leaders(page, scene);
  for (guint32 v = 0; v < page->network->vertices; v++) {
    RefnetGroup look = refnet_encoding_look(a->encoding, v);
    refnet_palette_draw_disc(&look, scene, REFNET_PART_NODE, v, a->position[v], a->radius[v],
                             a->ringed[v]);
  }
  draw_areas(page, scene);
  for (guint32 v = 0; v < page->network->vertices; v++)
    draw_label(&a->label[v], &a->place[v], scene, v,
               a->number[v] ? REFNET_MUTED_INK : REFNET_INK);
  refnet_legend_draw(a->legend, scene, a->legend_at.x, a->legend_at.y);
  refnet_scale_bar_draw(scene, a->typesetter, &a->scales, page->projection.points_per_km,
                        page->bar_at.x, page->bar_at.y, a->drawing.width / 5);
  return scene;
}

/* ---- beginning and end ---------------------------------------------------------------------- */

static void choose_radii(Page *page) {
  RefnetArrangement *a = &page->a;
  for (guint32 v = 0; v < page->network->vertices; v++) {
    double share = a->encoding->size ? refnet_encoding_share(a->encoding, a->encoding->size[v]) : .3;
    a->ringed[v] = a->measures && a->measures->vertices[v].articulation;
    a->radius[v] = refnet_scales_radius(&a->scales, share) *
                       refnet_form_reach(refnet_encoding_look(a->encoding, v).form) +
                   (a->ringed[v] ? REFNET_RING : 0);
    a->largest_radius = MAX(a->largest_radius, a->radius[v]);
  }
}

static void set_frame(Page *page, const RefnetMapOptions *options) {
  const RefnetNetwork *network = page->network;
  RefnetMapOptions named = *options;
  g_autofree char *dataset = refnet_frame_title_of(network->dataset->name);
  g_autofree char *title = g_strdup_printf("%s on the ground", dataset);
  g_autofree char *counts = g_strdup_printf(
      "%u %s, %" G_GUINT64_FORMAT " %s", network->vertices,
      network->vertices == 1 ? "organisation" : "organisations", network->ties,
      network->ties == 1 ? "relationship" : "relationships");
  if (!named.title)
    named.title = title;
  refnet_frame_set(&page->a.frame, page->a.typesetter, &page->a.scales, network->dataset, &named,
                   counts);
}

/* Smaller than on a network map: discs shall lie where they belong. */
static void choose_scales(Page *page, const RefnetMapOptions *options) {
  RefnetScales *scales = &page->a.scales;
  *scales = refnet_scales_for(page->network, options->width, options->height);
  scales->largest_radius = MAX(scales->largest_radius * .6, 4);
  scales->smallest_radius = MIN(scales->smallest_radius, scales->largest_radius * .6);
  scales->thinnest_line *= .6;
  scales->thickest_line *= .6;
}

static gboolean prepare(Page *page, const RefnetMapOptions *options, GError **error) {
  RefnetArrangement *a = &page->a;
  gsize n = (gsize)page->network->vertices + 1;
  if (!find_places(page, error))
    return FALSE;
  keep_ties_between_places(page);
  a->network = &page->shown;
  a->key = g_ptr_array_new();
  a->radius = g_new0(double, n);
  a->ringed = g_new0(gboolean, n);
  a->labeled = g_new0(RefnetLabeled, n);
  a->number = g_new0(guint32, n);
  a->label = g_new0(RefnetTextBlock, n);
  a->place = g_new0(RefnetLabelPlace, n);
  a->position = g_new0(RefnetPoint, n);
  a->names = refnet_names_by(page->network, options->label);
  a->encoding =
      refnet_encoding_new(page->network, a->measures, NULL, NULL, NULL, options, error);
  if (!a->encoding)
    return FALSE;
  choose_radii(page);
  list_areas(page);
  choose_named(page);
  return arrange(page, error);
}

static void clear_page(Page *page) {
  RefnetArrangement *a = &page->a;
  for (guint32 v = 0; a->label && v < page->network->vertices; v++)
    refnet_text_block_clear(&a->label[v]);
  for (guint32 i = 0; i < page->area_count; i++)
    refnet_text_block_clear(&page->area_name[i]);
  refnet_frame_clear(&a->frame);
  refnet_encoding_free(a->encoding);
  refnet_legend_free(a->legend);
  refnet_apart_clear(&page->apart);
  g_strfreev(a->names);
  g_clear_pointer(&a->key, g_ptr_array_unref);
  g_free(a->note);
  g_free(a->radius);
  g_free(a->ringed);
  g_free(a->labeled);
  g_free(a->number);
  g_free(a->label);
  g_free(a->place);
  g_free(a->position);
  g_free(page->tie_a);
  g_free(page->tie_b);
  g_free(page->place);
  g_free(page->area_place);
  g_free(page->far);
  g_free(page->true_point);
  g_free(page->areas);
  g_free(page->area_name);
  g_free(page->area_label);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Page, clear_page)

static RefnetScene *draw_notice(const Page *page) {
  RefnetScene *scene = refnet_frame_draw(&page->a.frame);
  refnet_frame_draw_notice(&page->a.frame, page->a.typesetter, "No organisations match",
                           refnet_frame_body(&page->a.frame), scene);
  return scene;
}

RefnetMap *refnet_map_new_geo(const RefnetNetwork *network, const RefnetMeasures *measures,
                              const RefnetMapOptions *options, GError **error) {
  if (!refnet_map_check_options(options, error))
    return NULL;
  if (network->vertices > MOST_ORGANIZATIONS) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                "%u organisations are too many for one map of places, which holds %d: choose a part "
                "of them, by area for example",
                network->vertices, MOST_ORGANIZATIONS);
    return NULL;
  }
  g_autoptr(RefnetTypesetter) typesetter = refnet_typesetter_new(error);
  if (!typesetter)
    return NULL;
  g_auto(Page) page = {.network = network, .names_given = options->label != REFNET_MAP_LABEL_NONE};
  page.a.measures = measures;
  page.a.typesetter = typesetter;
  page.a.seed = options->seed;
  choose_scales(&page, options);
  set_frame(&page, options);
  if (network->vertices > 0 && !prepare(&page, options, error))
    return NULL;
  RefnetScene *scene = network->vertices > 0 ? draw_page(&page) : draw_notice(&page);
  return refnet_map_finish(scene, g_steal_pointer(&typesetter), options);
}
