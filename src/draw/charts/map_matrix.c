/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who refers to whom as a matrix: grouped, ordered, drawn. */
#include <math.h>

#include "draw/charts/matrix.h"
#include "draw/drawn_network.h"
#include "draw/labels/names.h"
#include "draw/scene/map.h"
#include "present/wording/words.h"

#define MOST_ORGANIZATIONS 600
#define MANY 100 /* want a larger page */
/* Organizations of a sector, on average: of fewer, sectors are no groups. */
#define FEWEST_IN_SECTOR 2

/* Groups by sector need two sectors that are known. */
static gboolean tells_sectors_apart(const RefnetNetwork *network) {
  guint32 first = REFNET_NONE;
  for (guint32 v = 0; v < network->vertices; v++) {
    guint32 sector = refnet_network_organization(network, v)->sector;
    if (sector != REFNET_NONE && first != REFNET_NONE && sector != first)
      return TRUE;
    first = sector != REFNET_NONE ? sector : first;
  }
  return FALSE;
}

/* Of a part hardly two are of one sector: communities show more. */
static gboolean is_scattered(const RefnetNetwork *network) {
  g_autoptr(GHashTable) sectors = g_hash_table_new(NULL, NULL);
  for (guint32 v = 0; v < network->vertices; v++)
    g_hash_table_add(sectors, GUINT_TO_POINTER(refnet_network_organization(network, v)->sector));
  return network->vertices < FEWEST_IN_SECTOR * g_hash_table_size(sectors);
}

static void set_frame(RefnetMatrix *matrix, const RefnetMapOptions *options) {
  const RefnetNetwork *network = matrix->whole;
  RefnetMapOptions named = *options;
  g_autofree char *dataset = refnet_frame_title_of(network->dataset->name);
  g_autofree char *title = g_strdup_printf("%s: who refers to whom", dataset);
  g_autofree char *organizations =
      refnet_words_tally(network->vertices, "organisation", "organisations");
  g_autofree char *arcs = refnet_words_tally(network->arcs, "referral link", "referral links");
  g_autofree char *counts = g_strdup_printf("%s, %s", organizations, arcs);
  if (!named.title)
    named.title = title;
  refnet_frame_set(&matrix->frame, matrix->typesetter, &matrix->scales, network->dataset, &named,
                   counts);
}

/* Large matrices want a page less wide than a slide. Returns how much larger the page is shown than
 * it is drawn. */
static double choose_scales(RefnetMatrix *matrix, const RefnetMapOptions *options) {
  guint32 n = matrix->whole->vertices;
  double shape = n > 30 ? .75 : 9.0 / 16, width = options->width;
  double zoom = refnet_scales_page_zoom(options->width, options->height, options->least_text);
  if (!(width > 0))
    width = options->height > 0       ? options->height / shape
            : n > MANY                ? 2400
            : n > REFNET_MATRIX_NAMED ? 1900
            : n > 30                  ? 1600
                                      : 1280;
  double height = options->height > 0 ? options->height : round(width * shape);
  matrix->scales = refnet_scales_for_page(round(width / zoom), height / zoom);
  if (refnet_scales_is_slide(options->least_text))
    refnet_scales_set_slide(&matrix->scales);
  return zoom;
}

static void clear_order(RefnetMatrix *matrix) {
  g_clear_pointer(&matrix->encoding, refnet_encoding_free);
  g_clear_pointer(&matrix->names, g_strfreev);
  g_clear_pointer(&matrix->order, g_free);
  g_clear_pointer(&matrix->rank, g_free);
  g_clear_pointer(&matrix->key, g_free);
}

static gboolean prepare(RefnetMatrix *matrix, const RefnetMeasures *measures,
                        const RefnetMapOptions *options, GError **error) {
  RefnetMapOptions grouped = *options;
  if (!grouped.color_by && measures &&
      (!tells_sectors_apart(matrix->whole) || is_scattered(matrix->network)))
    grouped.color_by = "community";
  grouped.size_by = "none";
  clear_order(matrix);
  matrix->encoding =
      refnet_encoding_new(matrix->network, measures, NULL, NULL, NULL, &grouped, error);
  if (!matrix->encoding)
    return FALSE;
  matrix->names = refnet_names_by(matrix->network, options->label);
  refnet_typesetter_tell_apart(matrix->typesetter, matrix->names);
  refnet_matrix_set_order(matrix);
  refnet_matrix_find_extremes(matrix);
  refnet_matrix_arrange(matrix);
  return TRUE;
}

/* ---- a part ---------------------------------------------------------------------------------- */

static void drop_part(RefnetMatrix *matrix) {
  if (matrix->network != matrix->whole)
    refnet_network_free((RefnetNetwork *)matrix->network);
  matrix->network = matrix->whole;
}

static gint compare_degrees(gconstpointer left, gconstpointer right, gpointer data) {
  guint32 v = *(const guint32 *)left, w = *(const guint32 *)right;
  guint32 a = refnet_network_degree(data, v), b = refnet_network_degree(data, w);
  return a != b ? (a < b) - (a > b) : (v > w) - (v < w);
}

/* By organization, those with most relationships; free with g_free. */
static guint8 *best_connected(const RefnetNetwork *network, guint32 count) {
  guint8 *kept = g_new0(guint8, (gsize)network->dataset->organization_count + 1);
  g_autofree guint32 *order = g_new(guint32, (gsize)network->vertices + 1);
  for (guint32 v = 0; v < network->vertices; v++)
    order[v] = v;
  g_qsort_with_data(order, (gint)network->vertices, sizeof *order, compare_degrees,
                    (gpointer)network);
  for (guint32 i = 0; i < count; i++)
    kept[network->organization[order[i]]] = TRUE;
  return kept;
}

/* Draws `count` organizations, those with most relationships, named once. */
static gboolean prepare_part(RefnetMatrix *matrix, guint32 count, const RefnetMeasures *measures,
                             const RefnetMapOptions *options, GError **error) {
  g_autofree guint8 *kept = best_connected(matrix->whole, count);
  drop_part(matrix);
  matrix->columns_numbered = TRUE;
  RefnetNetwork *drawn = refnet_network_part(matrix->whole, kept, error);
  if (!drawn)
    return FALSE;
  matrix->network = drawn;
  if (!measures)
    return prepare(matrix, NULL, options, error);
  RefnetMeasures part = refnet_drawn_measures(measures, matrix->network);
  gboolean is_done = prepare(matrix, &part, options, error);
  g_free(part.vertices);
  return is_done;
}

static gboolean is_readable(const RefnetMatrix *matrix, double least) {
  return refnet_matrix_is_labeled(matrix) && matrix->letter >= least - 1e-9;
}

/* Where letters would be too small, as many are drawn as can be named; one at least. */
static gboolean make_readable(RefnetMatrix *matrix, double least, const RefnetMeasures *measures,
                              const RefnetMapOptions *options, GError **error) {
  if (is_readable(matrix, least))
    return TRUE;
  guint32 most = (guint32)(MAX(matrix->scales.width, matrix->scales.height) / least) + 2;
  guint32 fits = 1, too_many = MIN(most, matrix->whole->vertices + 1);
  while (too_many - fits > 1) {
    guint32 middle = fits + (too_many - fits) / 2;
    if (!prepare_part(matrix, middle, measures, options, error))
      return FALSE;
    *(is_readable(matrix, least) ? &fits : &too_many) = middle;
  }
  return prepare_part(matrix, fits, measures, options, error);
}

static void clear_page(RefnetMatrix *matrix) {
  drop_part(matrix);
  clear_order(matrix);
  refnet_frame_clear(&matrix->frame);
  refnet_legend_free(matrix->legend);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetMatrix, clear_page)

/* What is said in place of a matrix of blank cells; NULL: there are others. */
static const char *nothing_to_draw(const RefnetNetwork *network) {
  if (network->vertices == 0)
    return "No organisations match";
  return network->arcs == 0 ? "No referral links are recorded" : NULL;
}

RefnetMap *refnet_map_new_matrix(const RefnetNetwork *network, const RefnetMeasures *measures,
                                 const RefnetMapOptions *options, GError **error) {
  if (!refnet_map_check_options(options, error) ||
      !refnet_map_check_count(network->vertices, MOST_ORGANIZATIONS, "one matrix",
                              "by area or service", error))
    return NULL;
  g_autoptr(RefnetTypesetter) typesetter = refnet_typesetter_new(error);
  if (!typesetter)
    return NULL;
  g_auto(RefnetMatrix) matrix = {.whole = network,
                                 .network = network,
                                 .typesetter = typesetter,
                                 .is_counted = refnet_words_have_counts(network)};
  double zoom = choose_scales(&matrix, options);
  set_frame(&matrix, options);
  const char *nothing = nothing_to_draw(network);
  if (!nothing && !prepare(&matrix, measures, options, error))
    return NULL;
  if (!nothing && options->least_text > 0 &&
      !make_readable(&matrix, options->least_text / zoom, measures, options, error))
    return NULL;
  RefnetScene *scene = nothing ? refnet_frame_draw_empty(&matrix.frame, matrix.typesetter, nothing)
                               : refnet_matrix_draw(&matrix);
  refnet_scene_enlarge(scene, zoom);
  return refnet_map_finish(scene, g_steal_pointer(&typesetter), options);
}
