/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Organizations tied by the services they both list in the same areas for the same people. */
#include "draw/drawn_network.h"
#include "draw/network/map_story.h"
#include "draw/page/frame.h"
#include "draw/signs/scales.h"
#include "present/wording/words.h"

#define VERDICTS 3

static const struct {
  RefnetEdgeLook look;
  const char *words, *brief; /* the brief ones on a slide */
} verdicts[VERDICTS] = {
    [REFNET_OVERLAP_POSSIBLE] = {REFNET_EDGE_DOTS, "need or room not known", "not known if needed"},
    [REFNET_OVERLAP_DUPLICATION] = {REFNET_EDGE_DARK, "room covers the need", "need covered"},
    [REFNET_OVERLAP_REDUNDANCY] = {REFNET_EDGE_DARK_DASHES, "needed choice: need above room",
                                   "need above room"},
};

/* Organizations with a pair, rising; *count of them. */
static guint32 *list_organizations(const RefnetDuplicates *duplicates, guint32 *count,
                                   guint32 *number) {
  guint32 all = duplicates->network->dataset->organization_count;
  guint32 *organizations = g_new(guint32, (gsize)all + 1);
  for (guint32 o = 0; o < all; o++)
    number[o] = REFNET_NONE;
  for (gsize i = 0; i < duplicates->service_count; i++)
    for (guint side = 0; side < 2; side++)
      number[duplicates->services[i].organizations[side]] = 0;
  *count = 0;
  for (guint32 o = 0; o < all; o++)
    if (number[o] != REFNET_NONE) {
      number[o] = *count;
      organizations[(*count)++] = o;
    }
  return organizations;
}

static RefnetNetwork *make_network(const RefnetDuplicates *duplicates, guint32 *number) {
  guint32 count;
  g_autofree guint32 *organizations = list_organizations(duplicates, &count, number);
  g_autofree RefnetDrawnArc *pairs = g_new(RefnetDrawnArc, duplicates->service_count + 1);
  for (gsize i = 0; i < duplicates->service_count; i++) {
    const RefnetServiceOverlap *overlap = &duplicates->services[i];
    guint32 a = number[overlap->organizations[0]], b = number[overlap->organizations[1]];
    pairs[i] = (RefnetDrawnArc){MIN(a, b), MAX(a, b), overlap->shared_count};
  }
  return refnet_drawn_network_new(duplicates->network->dataset, organizations, count, pairs,
                                  duplicates->service_count, TRUE);
}

/* "74 of 99 organisations, 71 pairs". */
static char *count_words(const RefnetDuplicates *duplicates, const RefnetNetwork *network) {
  guint32 all = duplicates->network->vertices;
  g_autofree char *share = refnet_words_share(network->vertices, all);
  g_autofree char *pairs = refnet_words_tally(duplicates->service_count, "pair", "pairs");
  return g_strdup_printf("%s %s, %s", share, all == 1 ? "organisation" : "organisations", pairs);
}

/* A slide has room for few words, and says in its line at the bottom how many are left out. */
static void tell_briefly(RefnetStory *story, const RefnetDuplicates *duplicates,
                         const RefnetNetwork *network, const char *dataset) {
  story->title = g_strdup_printf("%s: same service, same area", dataset);
  story->width_title = g_strdup("in common");
  story->size_title = g_strdup("others");
  story->counts = count_words(duplicates, network);
}

static void tell_whole(RefnetStory *story, const RefnetDuplicates *duplicates,
                       const RefnetNetwork *network, const char *dataset) {
  guint32 without = duplicates->network->vertices - network->vertices;
  g_autofree char *counts = count_words(duplicates, network);
  if (without > 0) {
    g_autofree char *number = refnet_words_digits(without);
    refnet_story_add_text(story, g_strdup_printf("%s %s none and %s left out", number,
                                                 without == 1 ? "shares" : "share",
                                                 without == 1 ? "is" : "are"));
  }
  story->title = g_strdup_printf("%s: the same service listed in the same area", dataset);
  story->width_title = g_strdup("services and areas shared");
  story->size_title = g_strdup("others that list the same");
  story->counts =
      g_strdup_printf("%s that %s the same service in the same area for the same people", counts,
                      duplicates->service_count == 1 ? "lists" : "list");
}

static RefnetStory *tell(const RefnetDuplicates *duplicates, const RefnetNetwork *network,
                         const guint32 *number, gboolean is_slide) {
  RefnetStory *story = refnet_story_new();
  gsize count[VERDICTS] = {0};
  story->look = g_new(RefnetEdgeLook, network->ties + 1);
  for (gsize i = 0; i < duplicates->service_count; i++) {
    const RefnetServiceOverlap *overlap = &duplicates->services[i];
    guint64 tie = refnet_network_find_tie(network, number[overlap->organizations[0]],
                                          number[overlap->organizations[1]]);
    story->look[tie] = verdicts[overlap->together.verdict].look;
    count[overlap->together.verdict]++;
  }
  g_autofree char *dataset = refnet_frame_title_of(network->dataset->name);
  story->heading = g_strdup("Both list the same");
  for (guint verdict = 0; verdict < VERDICTS; verdict++)
    if (count[verdict] > 0)
      refnet_story_add_look(
          story, verdicts[verdict].look,
          g_strdup_printf("%s: %" G_GSIZE_FORMAT,
                          is_slide ? verdicts[verdict].brief : verdicts[verdict].words,
                          count[verdict]));
  story->nothing = g_strdup("No two organisations list the same service in the same area");
  (is_slide ? tell_briefly : tell_whole)(story, duplicates, network, dataset);
  return story;
}

RefnetMap *refnet_map_new_overlap(const RefnetDuplicates *duplicates,
                                  const RefnetMapOptions *options, GError **error) {
  guint32 all = duplicates->network->dataset->organization_count;
  g_autofree guint32 *number = g_new(guint32, (gsize)all + 1);
  g_autoptr(RefnetNetwork) network = make_network(duplicates, number);
  g_autoptr(RefnetStory) story =
      tell(duplicates, network, number, refnet_scales_is_slide(options->least_text));
  return refnet_map_new_story(network, NULL, story, options, error);
}
