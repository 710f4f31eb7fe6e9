/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rounds of dividing the page, putting discs into it and placing labels, until all is settled. */
#include "draw/network/arrange.h"

#include <string.h>

#include "draw/labels/names.h"
#include "draw/network/division.h"
#include "draw/network/footprints.h"
#include "draw/network/name_places.h"
#include "draw/network/name_room.h"
#include "draw/network/naming.h"
#include "draw/network/spokes.h"
#include "draw/network/unlinked.h"
#include "draw/signs/discs.h"
#include "present/wording/words.h"

/* Arrangements tried; each names fewer than the one before. */
#define ROUNDS 12
/* A key of so many has a line for each. */
#define MANY_ENTRIES 200
/* Of the page's sides added up, the largest discs of a circle; and points they are at least. */
#define AROUND 0.6
#define AROUND_ON_SLIDE 0.32
#define LEAST_AROUND 5.0
#define FEW_AROUND 24
/* Share of the drawing's width that may stay empty beside it. */
#define MOST_UNUSED 0.06

/* ---- what is shown --------------------------------------------------------------------------- */

static void set_frame(RefnetArrangement *a, const RefnetMapOptions *options) {
  const RefnetNetwork *network = a->network;
  g_autofree char *organizations =
      refnet_words_tally(network->vertices, "organisation", "organisations");
  g_autofree char *ties = refnet_words_tally(network->ties, "relationship", "relationships");
  g_autofree char *arcs = refnet_words_tally(network->arcs, "referral link", "referral links");
  g_autofree char *counts = g_strdup_printf("%s, %s, %s", organizations, ties, arcs);
  refnet_frame_set(&a->frame, a->typesetter, &a->scales, network->dataset, options,
                   a->story && a->story->counts ? a->story->counts : counts);
}

static void list_isolates(RefnetArrangement *a) {
  a->isolate = g_new(guint32, (gsize)a->network->vertices + 1);
  for (guint32 v = 0; v < a->network->vertices; v++)
    if (refnet_arrangement_is_isolate(a, v))
      a->isolate[a->isolate_count++] = v;
  refnet_names_sort(a->names, a->isolate, a->isolate_count);
}

/* Rings, hatching and dashes say what holds the network together. */
static void note_risks(RefnetArrangement *a) {
  for (guint32 i = 0; i < a->risks->organization_count; i++) {
    const RefnetOrganizationRisk *risk = &a->risks->organizations[i];
    a->ringed[risk->vertex] = risk->articulation;
    for (guint32 k = 0; k < risk->cut_off.length; k++)
      a->cut_off[risk->cut_off.items[k]] = TRUE;
  }
  a->bridge = g_new0(gboolean, a->network->ties + 1);
  for (gsize i = 0; i < a->risks->tie_count; i++)
    a->bridge[a->risks->ties[i].tie] = a->risks->ties[i].bridge;
}

/* Or else what becomes of it when somebody leaves. */
static void note_departure(RefnetArrangement *a) {
  for (guint32 v = 0; v < a->network->vertices; v++) {
    a->ringed[v] = a->departure->is_of[v];
    a->cut_off[v] = a->departure->cut_off[v];
  }
  a->bridge = g_new0(gboolean, a->network->ties + 1);
}

/* The disc of the figure, as a form of the same area, and the ring around it. */
static void choose_radii(RefnetArrangement *a) {
  const RefnetEncoding *encoding = a->encoding;
  for (guint32 v = 0; v < a->network->vertices; v++) {
    if (a->story && a->story->ringed)
      a->ringed[v] = a->story->ringed[v];
    else if (!a->story)
      a->ringed[v] |= a->measures && a->measures->vertices[v].articulation;
    double share = encoding->size ? refnet_encoding_share(encoding, encoding->size[v]) : 0.3;
    a->radius[v] = refnet_scales_radius(&a->scales, share) *
                       refnet_form_reach(refnet_encoding_look(encoding, v).form) +
                   (a->ringed[v] ? REFNET_RING : 0);
    a->largest_radius = MAX(a->largest_radius, a->radius[v]);
  }
}

/* ---- rounds ---------------------------------------------------------------------------------- */

static gboolean same_box(RefnetBox a, RefnetBox b) {
  return a.x == b.x && a.y == b.y && a.width == b.width && a.height == b.height;
}

/* Begins anew with fewer names. */
static void name_only_first(RefnetArrangement *a) {
  a->is_tight = TRUE;
  a->drawing = (RefnetBox){0, 0, 0, 0};
  refnet_naming_choose(a);
}

/* As long as a longer key leaves the drawing its room, everything placed so far stays. */
static gboolean arrange_round(RefnetArrangement *a, gboolean last, gboolean *settled,
                              GError **error) {
  RefnetBox before = a->drawing;
  while (!refnet_division_try(a))
    ;
  if (refnet_spokes_place(a)) {
    *settled = TRUE;
    return TRUE;
  }
  if (!same_box(before, a->drawing)) {
    g_autofree RefnetFootprint *footprints = refnet_footprints_new(a);
    refnet_panels_set(&a->panels, a->layout, refnet_footprints_drawing(a),
                      (RefnetFont){a->scales.label.size, TRUE}, a->typesetter);
    if (!refnet_layout_fit(a->layout, footprints, refnet_footprints_drawing(a), a->position, error))
      return FALSE;
    refnet_spokes_place_discs(a, refnet_footprints_drawing(a));
    if (!refnet_name_room_make(a) && !a->is_tight) {
      name_only_first(a);
      return TRUE;
    }
    memset(a->place, 0, a->network->vertices * sizeof *a->place);
  }
  *settled = refnet_name_places_find(a, last);
  return TRUE;
}

static gboolean arrange_with_key(RefnetArrangement *a, guint key_room, GError **error) {
  gboolean settled = FALSE;
  a->key_room = key_room;
  a->key_lines = a->layout->placed > MANY_ENTRIES ? 1 : 2;
  a->drawing = (RefnetBox){0, 0, 0, 0};
  a->isolate_width = 0;
  a->is_ungrouped = FALSE;
  refnet_naming_choose(a);
  for (int round = 0; round < ROUNDS && !settled; round++)
    if (!arrange_round(a, round + 1 == ROUNDS, &settled, error))
      return FALSE;
  if (a->key_room > 0)
    refnet_division_renumber(a);
  return TRUE;
}

/* Between the drawing and the legend, beyond the usual. */
static double unused_width(const RefnetArrangement *a) {
  return a->legend_at.x - (a->drawing.x + a->drawing.width) - a->scales.margin;
}

/* The key that is kept free at first has everybody in it who is not named beforehand. When much
 * less is needed in the end, everything is arranged anew beside a key of that length. */
static gboolean arrange_using_page(RefnetArrangement *a, GError **error) {
  if (!arrange_with_key(a, 0, error))
    return FALSE;
  if (a->layout->is_page || unused_width(a) < MOST_UNUSED * a->drawing.width)
    return TRUE;
  if (!arrange_with_key(a, a->key->len + a->key->len / 8 + 1, error))
    return FALSE;
  return unused_width(a) > -a->scales.margin / 2 || arrange_with_key(a, 0, error);
}

/* ---- all of it ------------------------------------------------------------------------------- */

static void choose_scales(RefnetArrangement *a, const RefnetMapOptions *options) {
  a->scales = refnet_scales_for(a->network, options->width, options->height);
  if (refnet_scales_is_slide(options->least_text))
    refnet_scales_set_slide(&a->scales);
  if (a->story && a->story->width_title)
    a->scales.widths_say = a->story->width_title;
}

/* Signs, grounds and names, and where discs lie beside each other. */
static gboolean choose_look(RefnetArrangement *a, const RefnetMapOptions *options, GError **error) {
  a->encoding =
      refnet_encoding_new(a->network, a->measures, a->risks,
                          a->departure ? a->departure->leaves : NULL, a->story, options, error);
  if (!a->encoding)
    return FALSE;
  gboolean by_community = options->layout == REFNET_LAYOUT_COMMUNITIES;
  if ((options->hulls == REFNET_MAP_HULLS_COMMUNITY && !a->measures) ||
      (by_community && (!a->measures || a->story))) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "%s does not go with this kind of map",
                by_community ? "--layout communities" : "--hulls community");
    return FALSE;
  }
  a->hulls = refnet_hulls_new(a->network, a->measures, options->hulls);
  a->names = refnet_names_by(a->network, options->label);
  refnet_typesetter_tell_apart(a->typesetter, a->names);
  a->is_by_community =
      a->measures && !a->story && refnet_layout_is_by_community(options, a->network->vertices);
  a->rings = a->story && a->story->distance && !options->positions;
  if (a->rings)
    a->layout = refnet_layout_rings(a->network, a->story->distance, options, error);
  else if (a->is_by_community)
    a->layout = refnet_layout_communities(a->network, a->measures, options, error);
  else
    a->layout = refnet_layout_new(a->network, options, error);
  return a->layout != NULL && refnet_arrangement_note_panels(a, error);
}

static void choose_discs(RefnetArrangement *a, const RefnetMapOptions *options) {
  RefnetScales *scales = &a->scales;
  /* Discs become large enough to hold a symbol, or to show their form. */
  if (a->risks || a->encoding->form || options->grayscale)
    scales->smallest_radius = MAX(scales->smallest_radius, MIN(7, scales->largest_radius * 0.7));
  /* Around a circle there is less room for them than on the whole page. */
  if (a->layout->around && !(scales->is_slide && a->layout->placed <= FEW_AROUND)) {
    double share = (scales->is_slide ? AROUND_ON_SLIDE : AROUND) *
                   (scales->width + scales->height) / MAX(a->layout->placed, 1);
    scales->largest_radius = MIN(scales->largest_radius, MAX(share, LEAST_AROUND));
    scales->smallest_radius = MIN(scales->smallest_radius, scales->largest_radius / 2);
  }
  if (a->departure)
    note_departure(a);
  else if (a->risks)
    note_risks(a);
  choose_radii(a);
  list_isolates(a);
  refnet_unlinked_group(a, G_MAXUINT32);
}

RefnetArrangement *refnet_arrangement_new(const RefnetMapSubject *subject,
                                          const RefnetMapOptions *options,
                                          RefnetTypesetter *typesetter, GError **error) {
  g_autoptr(RefnetArrangement) a = g_new0(RefnetArrangement, 1);
  a->network = subject->network;
  a->measures = subject->measures;
  a->risks = subject->risks;
  a->departure = subject->departure;
  a->story = subject->story;
  a->is_bare = options->label == REFNET_MAP_LABEL_NONE;
  a->has_index = options->indexed;
  a->grayscale = options->grayscale;
  a->typesetter = typesetter;
  a->seed = options->seed;
  choose_scales(a, options);
  if (!refnet_arrangement_allocate(a, error) || !choose_look(a, options, error))
    return NULL;
  choose_discs(a, options);
  set_frame(a, options);
  if (!arrange_using_page(a, error))
    return NULL;
  refnet_name_places_isolates(a);
  return g_steal_pointer(&a);
}
