/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The overview of a large network: communities as discs, their ties as lines. */
#include "draw/atlas/overview_parts.h"

#include <math.h>

#include "draw/atlas/atlas.h"
#include "draw/labels/names.h"
#include "present/wording/words.h"

#define PAGE_WIDTH 1600.0
#define PAGE_HEIGHT 900.0
/* More would be a crowd again; the others are counted. */
#define MOST_DRAWN 60
#define MOST_ON_SLIDE 9
/* Of the drawing's height, for those without a tie to others. */
#define MOST_FOR_ALONE 0.5

/* ---- layout ---------------------------------------------------------------------------------- */

/* Communities stand for the first organizations of the dataset, in whose place nothing of theirs is
 * asked for: only the ties count. */
static RefnetNetwork *network_of(const RefnetOverview *overview) {
  g_autoptr(GArray) backbone = refnet_overview_backbone(overview);
  g_autofree guint32 *stand_in = g_new(guint32, (gsize)overview->count + 1);
  for (guint32 k = 0; k < overview->count; k++)
    stand_in[k] = k;
  return refnet_drawn_network_new(overview->communities->network->dataset, stand_in,
                                  overview->count, (RefnetDrawnArc *)(void *)backbone->data,
                                  backbone->len, TRUE);
}

/* Discs with the `share` of their labels that there is room for. */
static RefnetFootprint *make_footprints(const RefnetOverview *overview, double share) {
  RefnetFootprint *footprints = g_new(RefnetFootprint, (gsize)overview->count + 1);
  for (guint32 k = 0; k < overview->count; k++) {
    double radius = overview->radius[k] + 4;
    double half = MAX(radius, overview->label[k].width * 0.5 * share);
    footprints[k] =
        (RefnetFootprint){half, half, radius, radius + overview->label[k].height * share};
  }
  return footprints;
}

static gboolean any_discs_meet(const RefnetOverview *overview) {
  for (guint32 a = 0; a < overview->count; a++)
    for (guint32 b = 0; b < a; b++)
      if (hypot(overview->position[a].x - overview->position[b].x,
                overview->position[a].y - overview->position[b].y) <
          overview->radius[a] + overview->radius[b])
        return TRUE;
  return FALSE;
}

/* Where discs cannot keep apart together with their labels, they do with less of these. */
static gboolean fit(RefnetOverview *overview, const RefnetLayout *layout, RefnetBox area,
                    GError **error) {
  static const double shares[] = {1, 0.7, 0.4, 0};
  for (gsize i = 0; i < G_N_ELEMENTS(shares); i++) {
    g_autofree RefnetFootprint *footprints = make_footprints(overview, shares[i]);
    if (!refnet_layout_fit(layout, footprints, area, overview->position, error))
      return FALSE;
    if (!any_discs_meet(overview))
      break;
  }
  return TRUE;
}

/* Rows of those without a tie to others, as wide as they are with their labels. */
typedef struct {
  guint32 count, columns, rows;
  RefnetBox area;
} Rows;

/* At the bottom, or on the whole page when there is nobody else. */
static Rows rows_of_alone(RefnetOverview *overview, guint32 placed) {
  Rows rows = {.count = overview->count - placed, .area = overview->drawing};
  double width = 1, height = 1;
  if (rows.count == 0)
    return rows;
  for (guint32 k = 0; k < overview->count; k++) {
    width = MAX(width, MAX(2 * overview->radius[k], overview->label[k].width) + 8);
    height = MAX(height, 2 * overview->radius[k] + overview->label[k].height + 12);
  }
  rows.columns = CLAMP((guint32)(rows.area.width / width), 1, rows.count);
  rows.rows = (rows.count + rows.columns - 1) / rows.columns;
  rows.columns = (rows.count + rows.rows - 1) / rows.rows;
  double most = overview->drawing.height * (placed > 0 ? MOST_FOR_ALONE : 1);
  if (rows.rows * height > most && overview->most_lines > 1) {
    refnet_overview_set_labels(overview, overview->most_lines - 1);
    return rows_of_alone(overview, placed);
  }
  if (placed > 0) {
    rows.area.height = MIN(rows.rows * height, most);
    rows.area.y += overview->drawing.height - rows.area.height;
  }
  return rows;
}

static void place_alone(RefnetOverview *overview, const RefnetLayout *layout, const Rows *rows) {
  g_autofree gboolean *placed = g_new0(gboolean, (gsize)overview->count + 1);
  guint32 next = 0;
  for (guint32 i = 0; i < layout->placed; i++)
    placed[layout->member[i]] = TRUE;
  for (guint32 k = 0; k < overview->count; k++) {
    if (placed[k])
      continue;
    double cell = rows->area.width / rows->columns, line = rows->area.height / rows->rows;
    overview->position[k] = (RefnetPoint){rows->area.x + cell * (next % rows->columns + 0.5),
                                          rows->area.y + line * (next / rows->columns + 0.5) -
                                              overview->label[k].height / 2};
    next++;
  }
}

static gboolean lay_out(RefnetOverview *overview, const RefnetMapOptions *options, GError **error) {
  RefnetMapOptions plain = {.seed = options->seed};
  g_autoptr(RefnetNetwork) network = network_of(overview);
  g_autoptr(RefnetLayout) layout = refnet_layout_new(network, &plain, error);
  RefnetBox area = overview->drawing;
  if (!layout)
    return FALSE;
  layout->most_stretch = 1.6;
  layout->longest_unit = 420;
  Rows rows = rows_of_alone(overview, layout->placed);
  if (rows.count > 0)
    area.height -= rows.area.height;
  if (!fit(overview, layout, area, error))
    return FALSE;
  place_alone(overview, layout, &rows);
  refnet_overview_place_labels(overview, layout, area, options->seed);
  return TRUE;
}

/* ---- all of it ------------------------------------------------------------------------------- */

static void set_frame(RefnetOverview *overview, const RefnetMapOptions *options) {
  const RefnetNetwork *network = overview->communities->network;
  g_autofree char *organizations =
      refnet_words_tally(network->vertices, "organisation", "organisations");
  g_autofree char *ties = refnet_words_tally(network->ties, "relationship", "relationships");
  g_autofree char *communities =
      refnet_words_tally(overview->communities->count, "community", "communities");
  /* Those of fewer than four are not counted here: where there are no others, a notice says so. */
  gboolean has_any = overview->communities->count > 0;
  g_autofree char *counts = g_strdup_printf("%s, %s%s%s", organizations, ties, has_any ? ", " : "",
                                            has_any ? communities : "");
  refnet_frame_set(&overview->frame, overview->typesetter, &overview->scales, network->dataset,
                   options, counts);
  overview->drawing = refnet_frame_body(&overview->frame);
  overview->drawing.width =
      MAX(overview->drawing.width - overview->legend_width - overview->scales.margin, 60);
}

static void prepare(RefnetOverview *overview) {
  guint32 count = overview->count;
  overview->names = refnet_names_for_map(overview->communities->network);
  refnet_typesetter_tell_apart(overview->typesetter, overview->names);
  overview->radius = g_new0(double, (gsize)count + 1);
  overview->position = g_new0(RefnetPoint, (gsize)count + 1);
  overview->side = g_new0(guint8, (gsize)count + 1);
  overview->label = g_new0(RefnetTextBlock, (gsize)count + 1);
  overview->place = g_new0(RefnetLabelPlace, (gsize)count + 1);
  for (guint32 k = 0; k < count; k++)
    overview->radius[k] = refnet_overview_radius(overview, overview->communities->items[k].size);
  refnet_overview_set_labels(overview, REFNET_TEXT_LINES);
  refnet_overview_choose_lines(overview);
}

static void overview_clear(RefnetOverview *overview) {
  for (guint32 k = 0; k < overview->count; k++)
    refnet_text_block_clear(&overview->label[k]);
  refnet_frame_clear(&overview->frame);
  g_strfreev(overview->names);
  g_free(overview->radius);
  g_free(overview->position);
  g_free(overview->side);
  g_free(overview->label);
  g_free(overview->place);
  g_free(overview->figures);
  g_array_unref(overview->lines);
}

static RefnetScene *draw_scene(RefnetOverview *overview) {
  RefnetScene *scene = refnet_frame_draw(&overview->frame);
  refnet_overview_draw_communities(overview, scene);
  refnet_overview_draw_legend(overview, scene);
  return scene;
}

RefnetScene *refnet_overview_draw(const RefnetCommunities *communities,
                                  const RefnetMapOptions *options, guint first_page,
                                  RefnetTypesetter *typesetter, GError **error) {
  gboolean is_slide = refnet_scales_is_slide(options->least_text);
  double zoom = refnet_scales_page_zoom(options->width, options->height, options->least_text);
  RefnetOverview overview = {.communities = communities,
                             .typesetter = typesetter,
                             .first_page = first_page,
                             .count =
                                 MIN(communities->count, is_slide ? MOST_ON_SLIDE : MOST_DRAWN),
                             .legend_width = is_slide ? 150 : 230,
                             .largest_radius = is_slide ? 25 : 52};
  overview.scales =
      refnet_scales_for_page((options->width > 0 ? options->width : PAGE_WIDTH) / zoom,
                             (options->height > 0 ? options->height : PAGE_HEIGHT) / zoom);
  if (is_slide)
    refnet_scales_set_slide(&overview.scales);
  RefnetScene *scene = NULL;
  set_frame(&overview, options);
  if (overview.count == 0) {
    g_autofree char *fewest = refnet_words_number(REFNET_LAYOUT_FEWEST_IN_COMMUNITY);
    g_autofree char *none = g_strdup_printf("No community of %s organisations or more", fewest);
    scene = refnet_frame_draw_empty(&overview.frame, typesetter, none);
    refnet_frame_clear(&overview.frame);
    refnet_scene_enlarge(scene, zoom);
    return scene;
  }
  prepare(&overview);
  if (lay_out(&overview, options, error)) {
    scene = draw_scene(&overview);
    refnet_scene_enlarge(scene, zoom);
  }
  overview_clear(&overview);
  return scene;
}
