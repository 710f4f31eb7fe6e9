/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An introduction from one organization to another, on the map of all. */
#include "draw/labels/names.h"
#include "draw/network/map_story.h"
#include "draw/signs/scales.h"

static void mark_path(const RefnetPath *path, const RefnetNetwork *network, RefnetEdgeLook look,
                      RefnetStory *story) {
  for (guint32 i = 0; i < path->length; i++) {
    story->faded[path->steps[i].vertex] = FALSE;
    if (i == 0)
      continue;
    guint64 tie =
        refnet_network_find_tie(network, path->steps[i - 1].vertex, path->steps[i].vertex);
    if (story->look[tie] != REFNET_EDGE_PALE)
      continue;
    story->look[tie] = look;
    story->toward[tie] = path->steps[i].vertex;
  }
}

static gboolean has_step(const RefnetPath *path, guint32 vertex) {
  for (guint32 i = 0; i < path->length; i++)
    if (path->steps[i].vertex == vertex)
      return TRUE;
  return FALSE;
}

/* Those that are no steps of `told`, which may be NULL. Returns how many. */
static guint32 tell_steps(const RefnetPath *path, const RefnetPath *told, char *const *names,
                          RefnetStory *story) {
  guint32 count = 0;
  for (guint32 i = 0; i < path->length; i++) {
    guint32 vertex = path->steps[i].vertex;
    if (told && has_step(told, vertex))
      continue;
    refnet_story_add_step(story, i + 1, g_strdup(names[vertex]));
    count++;
  }
  return count;
}

static void tell_paths(const RefnetPaths *paths, char *const *names, RefnetStory *story) {
  const RefnetNetwork *network = paths->network;
  if (paths->path_count == 0) {
    refnet_story_add_text(story, g_strdup("None recorded within the steps allowed"));
    return;
  }
  refnet_story_add_look(story, REFNET_EDGE_DARK, g_strdup("who can introduce whom"));
  tell_steps(&paths->paths[0], NULL, names, story);
  mark_path(&paths->paths[0], network, REFNET_EDGE_DARK, story);
  if (paths->path_count < 2)
    return;
  mark_path(&paths->paths[1], network, REFNET_EDGE_DARK_DASHES, story);
  refnet_story_add_look(story, REFNET_EDGE_DARK_DASHES, g_strdup("another way, through"));
  if (tell_steps(&paths->paths[1], &paths->paths[0], names, story) == 0)
    tell_steps(&paths->paths[1], NULL, names, story);
}

RefnetMap *refnet_map_new_path(const RefnetPaths *paths, const RefnetMeasures *measures,
                               const RefnetMapOptions *options, GError **error) {
  const RefnetNetwork *network = paths->network;
  g_auto(GStrv) names = refnet_names_in_words(network, options->label);
  g_autoptr(RefnetStory) story = refnet_story_new();
  const guint most = refnet_scales_is_slide(options->least_text) ? 32 : 60;
  g_autofree char *from = refnet_name_in_title(refnet_network_label(network, paths->from), most);
  g_autofree char *to = refnet_name_in_title(refnet_network_label(network, paths->to), most);
  story->title = g_strdup_printf("An introduction from %s to %s", from, to);
  story->heading = g_strdup("The introduction");
  story->alike = TRUE;
  story->look = g_new(RefnetEdgeLook, network->ties + 1);
  story->toward = g_new(guint32, network->ties + 1);
  story->faded = g_new(gboolean, (gsize)network->vertices + 1);
  story->ringed = g_new0(gboolean, (gsize)network->vertices + 1);
  for (guint64 t = 0; t < network->ties; t++) {
    story->look[t] = REFNET_EDGE_PALE;
    story->toward[t] = REFNET_NONE;
  }
  for (guint32 v = 0; v < network->vertices; v++)
    story->faded[v] = TRUE;
  story->faded[paths->from] = story->faded[paths->to] = FALSE;
  story->ringed[paths->from] = story->ringed[paths->to] = TRUE;
  story->ring = g_strdup("who asks, and who is to be met");
  tell_paths(paths, names, story);
  refnet_story_add_text(story, g_strdup("Paler: not part of it"));
  /* On a slide the names of the steps take the room that an explanation of colors would. */
  RefnetMapOptions plain = *options;
  if (refnet_scales_is_slide(options->least_text) && !options->color_by)
    plain.color_by = "none";
  return refnet_map_new_story(network, measures, story, &plain, error);
}
