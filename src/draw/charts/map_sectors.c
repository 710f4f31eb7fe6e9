/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Links between sectors: counted, then drawn as a chord diagram. */
#include <math.h>

#include "draw/charts/chord.h"
#include "draw/scene/map.h"

#define MOST_SECTORS 22
#define WIDTH 1280.0

static void set_frame(RefnetChord *chord, const RefnetMapOptions *options) {
  const RefnetNetwork *network = chord->summary->network;
  RefnetMapOptions named = *options;
  g_autofree char *dataset = refnet_frame_title_of(network->dataset->name);
  g_autofree char *title = g_strdup_printf("%s: links between sectors", dataset);
  g_autofree char *counts =
      g_strdup_printf("%u %s, %" G_GUINT64_FORMAT " %s, %" G_GUINT64_FORMAT " %s",
                      network->vertices, network->vertices == 1 ? "organisation" : "organisations",
                      network->ties, network->ties == 1 ? "relationship" : "relationships",
                      network->arcs, network->arcs == 1 ? "referral link" : "referral links");
  if (!named.title)
    named.title = title;
  refnet_frame_set(&chord->frame, chord->typesetter, &chord->scales, network->dataset, &named,
                   counts);
}

static void clear_page(RefnetChord *chord) {
  for (guint32 g = 0; chord->name && g < refnet_chord_groups(chord); g++) {
    refnet_text_block_clear(&chord->name[g]);
    refnet_text_block_clear(&chord->detail[g]);
  }
  refnet_frame_clear(&chord->frame);
  refnet_sector_links_free(chord->links);
  g_free(chord->begin);
  g_free(chord->end);
  g_free(chord->offset);
  g_free(chord->name);
  g_free(chord->detail);
  g_free(chord->label);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetChord, clear_page)

static void prepare(RefnetChord *chord) {
  gsize n = (gsize)refnet_chord_groups(chord) + 1;
  chord->begin = g_new0(double, n);
  chord->end = g_new0(double, n);
  chord->offset = g_new0(double, n *n);
  chord->name = g_new0(RefnetTextBlock, n);
  chord->detail = g_new0(RefnetTextBlock, n);
  chord->label = g_new0(RefnetBox, n);
  refnet_chord_arrange(chord);
}

RefnetMap *refnet_map_new_sectors(const RefnetSummary *summary, const RefnetMapOptions *options,
                                  GError **error) {
  if (!refnet_map_check_options(options, error))
    return NULL;
  const RefnetColorSet *colors = options->grayscale
                                     ? refnet_colors_gray(FALSE)
                                     : refnet_colors_find(options->palette, FALSE, error);
  g_autoptr(RefnetTypesetter) typesetter = colors ? refnet_typesetter_new(error) : NULL;
  if (!typesetter)
    return NULL;
  g_auto(RefnetChord) chord = {.summary = summary,
                               .links = refnet_sector_links_new(summary, MOST_SECTORS),
                               .typesetter = typesetter,
                               .colors = colors,
                               .undirected = summary->network->undirected};
  double width = options->width > 0    ? options->width
                 : options->height > 0 ? options->height * 16 / 9
                                       : WIDTH;
  double height = options->height > 0 ? options->height : round(width * 9 / 16);
  double zoom = refnet_scales_slide_zoom(options->least_text);
  chord.scales = refnet_scales_for_page(width / zoom, height / zoom);
  if (zoom > 1)
    refnet_scales_set_slide(&chord.scales);
  set_frame(&chord, options);
  if (refnet_chord_groups(&chord) > 0)
    prepare(&chord);
  RefnetScene *scene =
      refnet_chord_groups(&chord) > 0
          ? refnet_chord_draw(&chord)
          : refnet_frame_draw_empty(&chord.frame, chord.typesetter, "No organisations match");
  scene->owner_class = "sector";
  refnet_scene_enlarge(scene, zoom);
  return refnet_map_finish(scene, g_steal_pointer(&typesetter), options);
}
