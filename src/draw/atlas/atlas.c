/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Maps of many pages: an overview, a page for each community, the index. */
#include "draw/atlas/atlas.h"

#include "draw/layout/layout.h"
#include "draw/page/frame.h"
#include "present/wording/words.h"

/* A community of fewer has no page of its own. */
#define FEWEST REFNET_LAYOUT_FEWEST_IN_COMMUNITY
/* Organizations on one page of those that are in none. */
#define REST_ON_PAGE 150

typedef struct {
  const RefnetNetwork *network;
  const RefnetMeasures *measures;
  const RefnetMapOptions *options;
  const RefnetCommunities *communities;
  RefnetMap *map;
  guint pages;              /* in all */
  RefnetIndexPlace *places; /* by vertex */
} Atlas;

/* Slides have no room for letters around them, and are shown one after the other. */
static gboolean has_grid(const RefnetMapOptions *options) {
  return !refnet_scales_is_slide(options->least_text);
}

/* Letters around the page of the drawn part, and where on it everybody is, by vertex of the whole.
 */
static void note_cells(RefnetScene *scene, RefnetTypesetter *typesetter, const RefnetNetwork *whole,
                       const RefnetNetwork *drawn, RefnetIndexPlace *places) {
  g_autofree RefnetPageCell *cells = g_new0(RefnetPageCell, (gsize)drawn->vertices + 1);
  refnet_page_grid_find(scene, drawn->vertices, cells);
  refnet_page_grid_draw(scene, typesetter);
  for (guint32 v = 0; v < drawn->vertices; v++)
    places[whole->vertex[drawn->organization[v]]].cell = cells[v];
}

/* Adds a page with the map of some vertices. */
static gboolean add_page(Atlas *atlas, const guint32 *vertices, guint32 count, const char *title,
                         const char *subtitle, GError **error) {
  guint page = atlas->map->more->len + 2;
  g_autofree char *source = g_strdup_printf("page %u of %u", page, atlas->pages);
  guint32 organizations = atlas->network->dataset->organization_count;
  g_autofree guint8 *kept = g_new0(guint8, (gsize)organizations + 1);
  RefnetMapOptions options = *atlas->options;
  options.title = title;
  options.subtitle = subtitle;
  options.source = source;
  for (guint32 i = 0; i < count; i++) {
    kept[atlas->network->organization[vertices[i]]] = TRUE;
    atlas->places[vertices[i]].number = page;
  }
  g_autoptr(RefnetNetwork) part = refnet_network_part(atlas->network, kept, error);
  if (!part)
    return FALSE;
  RefnetMeasures measures = refnet_drawn_measures(atlas->measures, part);
  g_autoptr(RefnetMap) map = refnet_map_new(part, &measures, &options, error);
  g_free(measures.vertices);
  if (!map)
    return FALSE;
  if (has_grid(&options))
    note_cells(map->scene, map->typesetter, atlas->network, part, atlas->places);
  refnet_missing_add(atlas->map->missing, map->missing);
  g_ptr_array_add(atlas->map->more, g_steal_pointer(&map->scene));
  return TRUE;
}

/* The community that this one has most ties with; REFNET_NONE: none. */
static guint32 nearest_community(const RefnetCommunities *communities, guint32 k, guint64 *ties) {
  guint32 nearest = REFNET_NONE;
  *ties = 0;
  for (guint i = 0; i < communities->ties->len; i++) {
    const RefnetDrawnArc *tie = &g_array_index(communities->ties, RefnetDrawnArc, i);
    if ((tie->from == k || tie->to == k) && tie->count > *ties) {
      *ties = tie->count;
      nearest = tie->from == k ? tie->to : tie->from;
    }
  }
  return nearest;
}

static gboolean add_community(Atlas *atlas, const char *dataset, guint32 k, GError **error) {
  const RefnetCommunity *community = &atlas->communities->items[k];
  guint64 ties;
  guint32 nearest = nearest_community(atlas->communities, k, &ties);
  g_autofree char *title = g_strdup_printf("%s: community %u", dataset, k + 1);
  g_autofree char *count = refnet_words_digits(ties);
  g_autofree char *most = nearest == REFNET_NONE
                              ? g_strdup("")
                              : g_strdup_printf(", most with community %u on page %u (%s)",
                                                nearest + 1, nearest + 2, count);
  g_autofree char *outside =
      refnet_words_tally(community->outside, "relationship", "relationships");
  g_autofree char *subtitle =
      g_strdup_printf("%s with organisations of other communities%s", outside, most);
  return add_page(atlas, community->member, community->size, title, subtitle, error);
}

static gboolean add_rest(Atlas *atlas, const char *dataset, GError **error) {
  const RefnetCommunities *communities = atlas->communities;
  g_autofree char *title = g_strdup_printf("%s: in no larger community", dataset);
  for (guint32 first = 0; first < communities->rest_size; first += REST_ON_PAGE)
    if (!add_page(atlas, communities->rest + first,
                  MIN(REST_ON_PAGE, communities->rest_size - first), title,
                  "Organisations in communities of fewer than four, or without a relationship",
                  error))
      return FALSE;
  return TRUE;
}

static gboolean add_pages(Atlas *atlas, GError **error) {
  g_autofree char *dataset = atlas->options->title
                                 ? g_strdup(atlas->options->title)
                                 : refnet_frame_title_of(atlas->network->dataset->name);
  for (guint32 k = 0; k < atlas->communities->count; k++)
    if (!add_community(atlas, dataset, k, error))
      return FALSE;
  if (!add_rest(atlas, dataset, error))
    return FALSE;
  refnet_index_draw(atlas->network, atlas->places,
                    has_grid(atlas->options) ? "who is where (page, column and row)"
                                             : "who is on which page",
                    atlas->options, atlas->pages, atlas->map->typesetter, atlas->map->more);
  return TRUE;
}

RefnetMap *refnet_map_new_communities(const RefnetNetwork *network, const RefnetMeasures *measures,
                                      const RefnetMapOptions *options, GError **error) {
  if (!refnet_map_check_options(options, error))
    return NULL;
  g_autoptr(RefnetTypesetter) typesetter = refnet_typesetter_new(error);
  g_autoptr(RefnetCommunities) communities =
      typesetter ? refnet_communities_new(network, measures, FEWEST, error) : NULL;
  RefnetScene *scene =
      communities ? refnet_overview_draw(communities, options, 0, typesetter, error) : NULL;
  return scene ? refnet_map_finish(scene, g_steal_pointer(&typesetter), options) : NULL;
}

RefnetMap *refnet_map_new_atlas(const RefnetNetwork *network, const RefnetMeasures *measures,
                                const RefnetMapOptions *options, GError **error) {
  if (!refnet_map_check_options(options, error))
    return NULL;
  g_autoptr(RefnetTypesetter) typesetter = refnet_typesetter_new(error);
  g_autoptr(RefnetCommunities) communities =
      typesetter ? refnet_communities_new(network, measures, FEWEST, error) : NULL;
  if (!communities)
    return NULL;
  g_autofree RefnetIndexPlace *places = g_new0(RefnetIndexPlace, (gsize)network->vertices + 1);
  Atlas atlas = {.network = network,
                 .measures = measures,
                 .options = options,
                 .communities = communities,
                 .places = places};
  atlas.pages = 1 + communities->count +
                (communities->rest_size + REST_ON_PAGE - 1) / REST_ON_PAGE +
                refnet_index_pages(network, options);
  g_autofree char *source = g_strdup_printf("page 1 of %u", atlas.pages);
  RefnetMapOptions first = *options;
  first.source = source;
  RefnetScene *scene = refnet_overview_draw(communities, &first, 2, typesetter, error);
  if (!scene)
    return NULL;
  g_autoptr(RefnetMap) map = atlas.map =
      refnet_map_finish(scene, g_steal_pointer(&typesetter), options);
  return add_pages(&atlas, error) ? g_steal_pointer(&map) : NULL;
}

/* ---- one map and its index ------------------------------------------------------------------- */

static gboolean all_are_named(const RefnetScene *scene, guint32 organizations) {
  g_autofree gboolean *is_named = g_new0(gboolean, (gsize)organizations + 1);
  guint32 named = 0;
  for (gsize i = 0; i < refnet_scene_length(scene); i++) {
    const RefnetPrimitive *primitive = refnet_scene_at(scene, i);
    if (primitive->part != REFNET_PART_LABEL || primitive->owner >= organizations)
      continue;
    named += !is_named[primitive->owner];
    is_named[primitive->owner] = TRUE;
  }
  return named == organizations;
}

/* Communities have their number on the map as far as they have a field there. */
static gboolean note_communities(const RefnetNetwork *network, const RefnetMeasures *measures,
                                 RefnetIndexPlace *places, GError **error) {
  g_autoptr(RefnetCommunities) communities =
      refnet_communities_new(network, measures, FEWEST, error);
  for (guint32 v = 0; communities && v < network->vertices; v++)
    places[v].number =
        communities->of[v] < REFNET_LAYOUT_MOST_COMMUNITIES ? communities->of[v] + 1 : 0;
  return communities != NULL;
}

RefnetMap *refnet_map_new_indexed(const RefnetNetwork *network, const RefnetMeasures *measures,
                                  const RefnetMapOptions *options, GError **error) {
  RefnetMapOptions own = *options;
  own.indexed = has_grid(options) && options->label != REFNET_MAP_LABEL_NONE;
  g_autoptr(RefnetMap) map = refnet_map_new(network, measures, &own, error);
  if (!map || !own.indexed || all_are_named(map->scene, network->vertices))
    return g_steal_pointer(&map);
  g_autofree RefnetIndexPlace *places = g_new(RefnetIndexPlace, (gsize)network->vertices + 1);
  for (guint32 v = 0; v < network->vertices; v++)
    places[v] = (RefnetIndexPlace){.number = REFNET_NONE};
  gboolean by_community = refnet_layout_is_by_community(options, network->vertices);
  if (by_community && !note_communities(network, measures, places, error))
    return NULL;
  map->is_whole_on_first = TRUE;
  if (options->pages)
    note_cells(map->scene, map->typesetter, network, network, places);
  refnet_index_draw(
      network, places,
      by_community ? "who is in which community, and where on the map (–: none, or a small one)"
                   : "who is where on the map (column and row)",
      options, 1 + refnet_index_pages(network, options), map->typesetter, map->more);
  return g_steal_pointer(&map);
}
