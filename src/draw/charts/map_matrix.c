/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who refers to whom as a matrix: grouped, ordered, drawn. */
#include <math.h>

#include "draw/charts/matrix.h"
#include "draw/labels/names.h"
#include "draw/scene/map.h"

#define MOST_ORGANIZATIONS 600
#define MANY 100 /* want a larger page */

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

static void set_frame(RefnetMatrix *matrix, const RefnetMapOptions *options) {
  const RefnetNetwork *network = matrix->network;
  RefnetMapOptions named = *options;
  g_autofree char *dataset = refnet_frame_title_of(network->dataset->name);
  g_autofree char *title = g_strdup_printf("%s: who refers to whom", dataset);
  g_autofree char *counts =
      g_strdup_printf("%u %s, %" G_GUINT64_FORMAT " %s", network->vertices,
                      network->vertices == 1 ? "organisation" : "organisations", network->arcs,
                      network->arcs == 1 ? "referral link" : "referral links");
  if (!named.title)
    named.title = title;
  refnet_frame_set(&matrix->frame, matrix->typesetter, &matrix->scales, network->dataset, &named,
                   counts);
}

/* Large matrices want a page less wide than a slide. */
static void choose_scales(RefnetMatrix *matrix, const RefnetMapOptions *options) {
  double shape = refnet_matrix_size(matrix) > 30 ? .75 : 9.0 / 16, width = options->width;
  if (!(width > 0))
    width = options->height > 0                                ? options->height / shape
            : refnet_matrix_size(matrix) > MANY                ? 2400
            : refnet_matrix_size(matrix) > REFNET_MATRIX_NAMED ? 1900
            : refnet_matrix_size(matrix) > 30                  ? 1600
                                                               : 1280;
  matrix->scales = refnet_scales_for_page(round(width), options->height > 0 ? options->height
                                                                            : round(width * shape));
}

static gboolean prepare(RefnetMatrix *matrix, const RefnetMeasures *measures,
                        const RefnetMapOptions *options, GError **error) {
  RefnetMapOptions grouped = *options;
  if (!grouped.color_by && measures && !tells_sectors_apart(matrix->network))
    grouped.color_by = "community";
  grouped.size_by = "none";
  matrix->encoding =
      refnet_encoding_new(matrix->network, measures, NULL, NULL, NULL, &grouped, error);
  if (!matrix->encoding)
    return FALSE;
  matrix->names = refnet_names_by(matrix->network, options->label);
  refnet_matrix_set_order(matrix);
  refnet_matrix_find_extremes(matrix);
  refnet_matrix_arrange(matrix);
  return TRUE;
}

static void clear_page(RefnetMatrix *matrix) {
  refnet_frame_clear(&matrix->frame);
  refnet_encoding_free(matrix->encoding);
  refnet_legend_free(matrix->legend);
  g_strfreev(matrix->names);
  g_free(matrix->order);
  g_free(matrix->rank);
  g_free(matrix->key);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetMatrix, clear_page)

RefnetMap *refnet_map_new_matrix(const RefnetNetwork *network, const RefnetMeasures *measures,
                                 const RefnetMapOptions *options, GError **error) {
  if (!refnet_map_check_options(options, error))
    return NULL;
  if (network->vertices > MOST_ORGANIZATIONS) {
    g_set_error(
        error, REFNET_ERROR, REFNET_ERROR_USAGE,
        "%u organisations are too many for one matrix, which holds %d: choose a part of them, "
        "by area or service for example",
        network->vertices, MOST_ORGANIZATIONS);
    return NULL;
  }
  g_autoptr(RefnetTypesetter) typesetter = refnet_typesetter_new(error);
  if (!typesetter)
    return NULL;
  g_auto(RefnetMatrix) matrix = {.network = network, .typesetter = typesetter};
  choose_scales(&matrix, options);
  set_frame(&matrix, options);
  if (network->vertices > 0 && !prepare(&matrix, measures, options, error))
    return NULL;
  RefnetScene *scene =
      network->vertices > 0
          ? refnet_matrix_draw(&matrix)
          : refnet_frame_draw_empty(&matrix.frame, matrix.typesetter, "No organisations match");
  return refnet_map_finish(scene, g_steal_pointer(&typesetter), options);
}
