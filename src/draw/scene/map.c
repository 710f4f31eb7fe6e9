/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What all kinds of map share: their options checked, their scene finished, their end. */
#include "draw/scene/map.h"

#include "draw/scene/halos.h"

#define SMALLEST_SIDE 240.0
#define LARGEST_SIDE 14400.0 /* what PDF readers take */
#define DEFAULT_DPI 144.0
#define DEFAULT_DOTS 5600.0 /* across, at most: larger pages get fewer dots an inch */

static gboolean check_side(double side, const char *name, GError **error) {
  if (side == 0 || (side >= SMALLEST_SIDE && side <= LARGEST_SIDE))
    return TRUE;
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
              "a map cannot be %g points %s: choose %.0f to %.0f points", side, name, SMALLEST_SIDE,
              LARGEST_SIDE);
  return FALSE;
}

gboolean refnet_map_check_options(const RefnetMapOptions *options, GError **error) {
  if (!check_side(options->width, "wide", error) || !check_side(options->height, "high", error))
    return FALSE;
  if (options->dpi == 0 || (options->dpi >= 10 && options->dpi <= 2400))
    return TRUE;
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
              "a picture cannot have %g dots an inch: choose 10 to 2400", options->dpi);
  return FALSE;
}

gboolean refnet_map_check_count(guint32 organizations, guint32 most, const char *what,
                                const char *how, GError **error) {
  if (organizations <= most)
    return TRUE;
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
              "%u organisations are too many for %s, which holds %u: choose a part of them, %s for "
              "example",
              organizations, what, most, how);
  return FALSE;
}

RefnetMap *refnet_map_finish(RefnetScene *scene, RefnetTypesetter *typesetter,
                             const RefnetMapOptions *options) {
  RefnetMap *map = g_new0(RefnetMap, 1);
  refnet_scene_thin_halos(scene);
  if (options->grayscale)
    refnet_scene_desaturate(scene);
  map->scene = scene;
  map->more = g_ptr_array_new_with_free_func((GDestroyNotify)refnet_scene_free);
  map->typesetter = typesetter;
  map->as_of = options->as_of;
  map->dpi = options->dpi > 0 ? options->dpi : MIN(DEFAULT_DPI, DEFAULT_DOTS * 72 / scene->width);
  map->missing = refnet_missing_new();
  refnet_missing_note(map->missing, typesetter, scene);
  return map;
}

void refnet_map_add_page(RefnetMap *map, RefnetScene *scene, const RefnetMapOptions *options) {
  refnet_scene_thin_halos(scene);
  if (options->grayscale)
    refnet_scene_desaturate(scene);
  refnet_missing_note(map->missing, map->typesetter, scene);
  g_ptr_array_add(map->more, scene);
}

void refnet_map_free(RefnetMap *map) {
  if (!map)
    return;
  refnet_scene_free(map->scene);
  g_ptr_array_unref(map->more);
  refnet_missing_free(map->missing);
  refnet_typesetter_free(map->typesetter);
  g_free(map);
}

char *refnet_map_missing_letters(const RefnetMap *map) {
  return refnet_missing_sentence(map->missing);
}
