/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One organization in the middle, and around it who is how many relationships away. */
#include <string.h>

#include "draw/drawn_network.h"
#include "draw/labels/names.h"
#include "draw/network/map_story.h"
#include "draw/signs/scales.h"
#include "present/wording/words.h"

/* Distances on ties from `ego`, breadth first; REFNET_NONE beyond `steps`. */
static guint32 *measure_distances(const RefnetNetwork *network, guint32 ego, guint32 steps) {
  guint32 *distance = g_new(guint32, (gsize)network->vertices + 1);
  g_autofree guint32 *queue = g_new(guint32, (gsize)network->vertices + 1);
  guint32 first = 0, last = 0;
  for (guint32 v = 0; v < network->vertices; v++)
    distance[v] = REFNET_NONE;
  distance[ego] = 0;
  queue[last++] = ego;
  while (first < last) {
    guint32 v = queue[first++];
    for (guint64 i = network->tie_start[v]; i < network->tie_start[v + 1] && distance[v] < steps;
         i++) {
      guint32 w = network->neighbor[i];
      if (distance[w] != REFNET_NONE)
        continue;
      distance[w] = distance[v] + 1;
      queue[last++] = w;
    }
  }
  return distance;
}

static void tell_rings(RefnetStory *story, guint32 vertices, guint32 steps) {
  g_autofree guint32 *count = g_new0(guint32, (gsize)steps + 1);
  for (guint32 v = 0; v < vertices; v++)
    count[story->distance[v]]++;
  if (vertices == 1)
    refnet_story_add_text(story, g_strdup("no relationships recorded"));
  for (guint32 step = 1; step <= steps && count[step] > 0; step++) {
    g_autofree char *number = refnet_words_digits(count[step]);
    refnet_story_add_text(
        story, g_strdup_printf("%u %s away: %s", step, step == 1 ? "step" : "steps", number));
  }
}

static RefnetStory *tell(const RefnetNetwork *network, guint32 ego, guint32 steps,
                         const RefnetNetwork *part, const RefnetMapOptions *options,
                         const guint32 *distance) {
  g_auto(GStrv) names = refnet_names_in_words(part, options->label);
  RefnetStory *story = refnet_story_new();
  const guint most = refnet_scales_is_slide(options->least_text) ? 52 : 80;
  g_autofree char *shown = refnet_name_in_title(refnet_network_label(network, ego), most);
  story->title = g_strdup_printf("%s and whom it works with", shown);
  story->heading = g_strdup("Rings around it");
  story->ring = g_strdup(names[part->vertex[network->organization[ego]]]);
  story->distance = g_new(guint32, (gsize)part->vertices + 1);
  story->ringed = g_new0(gboolean, (gsize)part->vertices + 1);
  for (guint32 v = 0; v < part->vertices; v++) {
    guint32 whole = network->vertex[part->organization[v]];
    story->distance[v] = distance[whole];
    story->ringed[v] = whole == ego;
  }
  tell_rings(story, part->vertices, steps);
  return story;
}

RefnetMap *refnet_map_new_ego(const RefnetNetwork *network, const RefnetMeasures *measures,
                              guint32 ego, guint32 steps, const RefnetMapOptions *options,
                              GError **error) {
  g_autofree guint32 *distance = measure_distances(network, ego, steps);
  g_autofree guint8 *kept = g_new0(guint8, (gsize)network->dataset->organization_count + 1);
  for (guint32 v = 0; v < network->vertices; v++)
    kept[network->organization[v]] = distance[v] != REFNET_NONE;
  g_autoptr(RefnetNetwork) part = refnet_network_part(network, kept, error);
  if (!part)
    return NULL;
  RefnetMeasures picked = refnet_drawn_measures(measures, part);
  g_autoptr(RefnetStory) story = tell(network, ego, steps, part, options, distance);
  RefnetMap *map = refnet_map_new_story(part, &picked, story, options, error);
  g_free(picked.vertices);
  return map;
}
