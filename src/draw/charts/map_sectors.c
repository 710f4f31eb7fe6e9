/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Links between sectors: counted, then drawn as a chord diagram. */
#include <math.h>

#include "draw/charts/chord.h"
#include "draw/scene/map.h"
#include "present/wording/words.h"

#define MOST_SECTORS 22
#define FEWEST_SECTORS 6 /* drawn even where some of their names read alike */
#define WIDTH 1280.0

static void set_frame(RefnetChord *chord, const RefnetMapOptions *options) {
  const RefnetNetwork *network = chord->summary->network;
  RefnetMapOptions named = *options;
  g_autofree char *dataset = refnet_frame_title_of(network->dataset->name);
  g_autofree char *title = g_strdup_printf("%s: links between sectors", dataset);
  g_autofree char *organizations =
      refnet_words_tally(network->vertices, "organisation", "organisations");
  g_autofree char *ties = refnet_words_tally(network->ties, "relationship", "relationships");
  g_autofree char *arcs = refnet_words_tally(network->arcs, "referral link", "referral links");
  g_autofree char *counts = g_strdup_printf("%s, %s, %s", organizations, ties, arcs);
  if (!named.title)
    named.title = title;
  refnet_frame_set(&chord->frame, chord->typesetter, &chord->scales, network->dataset, &named,
                   counts);
}

static void clear_groups(RefnetChord *chord) {
  for (guint32 g = 0; chord->name && g < refnet_chord_groups(chord); g++) {
    refnet_text_block_clear(&chord->name[g]);
    refnet_text_block_clear(&chord->detail[g]);
  }
  g_clear_pointer(&chord->links, refnet_sector_links_free);
  g_clear_pointer(&chord->begin, g_free);
  g_clear_pointer(&chord->end, g_free);
  g_clear_pointer(&chord->offset, g_free);
  g_clear_pointer(&chord->name, g_free);
  g_clear_pointer(&chord->detail, g_free);
  g_clear_pointer(&chord->label, g_free);
}

static void clear_page(RefnetChord *chord) {
  clear_groups(chord);
  refnet_frame_clear(&chord->frame);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetChord, clear_page)

/* With at most that many sectors, the others as one; FALSE when they find no room. */
static gboolean prepare(RefnetChord *chord, guint32 most) {
  clear_groups(chord);
  chord->links = refnet_sector_links_new(chord->summary, most);
  gsize n = (gsize)refnet_chord_groups(chord) + 1;
  chord->begin = g_new0(double, n);
  chord->end = g_new0(double, n);
  chord->offset = g_new0(double, n *n);
  chord->name = g_new0(RefnetTextBlock, n);
  chord->detail = g_new0(RefnetTextBlock, n);
  chord->label = g_new0(RefnetBox, n);
  return n == 1 || refnet_chord_arrange(chord);
}

/* As many sectors as can be named. */
static void make_readable(RefnetChord *chord) {
  if (prepare(chord, MOST_SECTORS))
    return;
  guint32 fits = FEWEST_SECTORS,
          too_many = CLAMP(chord->summary->sector_count, FEWEST_SECTORS + 1, MOST_SECTORS);
  while (too_many - fits > 1) {
    guint32 middle = fits + (too_many - fits) / 2;
    *(prepare(chord, middle) ? &fits : &too_many) = middle;
  }
  prepare(chord, fits);
}

/* NULL: there is something to draw. The sector that is blank comes last. */
static const char *what_is_missing(const RefnetSummary *summary) {
  if (summary->organizations == 0)
    return "No organisations match";
  return summary->sectors[0].sector == REFNET_NONE
             ? "No sectors are listed; fill the column sector of organizations.csv"
             : NULL;
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
                               .typesetter = typesetter,
                               .colors = colors,
                               .undirected = summary->network->undirected};
  double width = options->width > 0    ? options->width
                 : options->height > 0 ? options->height * 16 / 9
                                       : WIDTH;
  double height = options->height > 0 ? options->height : round(width * 9 / 16);
  double zoom = refnet_scales_page_zoom(options->width, options->height, options->least_text);
  chord.scales = refnet_scales_for_page(width / zoom, height / zoom);
  chord.least_letter = options->least_text / zoom;
  if (refnet_scales_is_slide(options->least_text))
    refnet_scales_set_slide(&chord.scales);
  set_frame(&chord, options);
  const char *notice = what_is_missing(summary);
  if (!notice)
    make_readable(&chord);
  RefnetScene *scene = notice ? refnet_frame_draw_empty(&chord.frame, chord.typesetter, notice)
                              : refnet_chord_draw(&chord);
  scene->owner_class = "sector";
  refnet_scene_enlarge(scene, zoom);
  return refnet_map_finish(scene, g_steal_pointer(&typesetter), options);
}
