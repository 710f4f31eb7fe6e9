/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sizes of pages, letters, discs and lines. */
#include "draw/signs/scales.h"

#include <math.h>

#include "present/wording/words.h"

/* How wide lines are whose width says nothing, between the thinnest and the thickest. */
#define ALIKE 0.25
/* In points, what the eye sees. */
#define WIDTH_DIFFERENCE 0.8

#define SMALLEST_LETTERS 10.5
#define SLIDE_LETTERS 12.0
#define SLIDE_LINES 0.65
#define LEAST_TEXT 7.0
/* Most of a crowd are discs without a name: its page is one on which the names can be read. */
#define WIDTH_OF_CROWD 2400.0
#define WIDEST_NATURAL 1600.0

static double default_width(guint32 organizations) {
  if (organizations <= 4)
    return 896;
  if (organizations <= 12)
    return 1120;
  if (organizations <= 40)
    return 1280;
  if (organizations <= 80)
    return 1600;
  if (organizations <= 100)
    return 1780;
  if (organizations > REFNET_CROWD)
    return WIDTH_OF_CROWD;
  return 1960 * sqrt(MAX(organizations, 120) / 120.0);
}

guint64 refnet_scales_referrals(const RefnetNetwork *network, guint64 tie) {
  guint64 there = refnet_network_find_arc(network, network->tie_a[tie], network->tie_b[tie]);
  guint64 back = refnet_network_find_arc(network, network->tie_b[tie], network->tie_a[tie]);
  return (there == G_MAXUINT64 ? 0 : network->arc_count[there]) +
         (back == G_MAXUINT64 ? 0 : network->arc_count[back]);
}

static void find_extremes(const RefnetNetwork *network, RefnetScales *scales) {
  for (guint32 v = 0; v < network->vertices; v++)
    scales->most_ties = MAX(scales->most_ties, refnet_network_degree(network, v));
  for (guint64 t = 0; t < network->ties; t++)
    scales->most_referrals = MAX(scales->most_referrals, refnet_scales_referrals(network, t));
}

/* Letters of titles and legends grow with the page, those in the drawing more slowly: a larger page
 * is there for more organizations. */
static void choose_fonts(RefnetScales *scales) {
  double growth = CLAMP(scales->width / 1400, 0.75, 1.7);
  double slow = sqrt(MAX(scales->width / 1900, 1));
  scales->title = (RefnetFont){26 * growth, TRUE};
  scales->subtitle = (RefnetFont){14 * growth, FALSE};
  scales->heading = (RefnetFont){12.5 * MAX(growth, 0.95), TRUE};
  scales->legend = (RefnetFont){12.5 * MAX(growth, 0.95), FALSE};
  scales->label = (RefnetFont){12 * slow, FALSE};
  scales->number = (RefnetFont){SMALLEST_LETTERS * slow, TRUE};
  scales->key = (RefnetFont){MAX(11, 8.2 * slow), FALSE};
  scales->source = (RefnetFont){11 * MAX(growth, 1), FALSE};
}

RefnetScales refnet_scales_for_page(double width, double height) {
  RefnetScales scales = {.width = width, .height = height};
  scales.margin = CLAMP(width / 40, 16, 64);
  choose_fonts(&scales);
  return scales;
}

double refnet_scales_zoom(guint32 organizations, double width, double height, double least_text) {
  if (!(width > 0 && height > 0))
    return 1;
  double natural = default_width(organizations);
  double zoom = sqrt(width * height / (natural * natural * 9 / 16));
  double smallest = refnet_scales_is_slide(least_text) ? SLIDE_LETTERS : SMALLEST_LETTERS;
  return MAX(zoom, (least_text > 0 ? least_text : LEAST_TEXT) / smallest);
}

gboolean refnet_scales_is_slide(double least_text) {
  return least_text > SLIDE_LETTERS;
}

static double slide_zoom(double least_text) {
  return refnet_scales_is_slide(least_text) ? least_text / SLIDE_LETTERS : 1;
}

double refnet_scales_page_zoom(double width, double height, double least_text) {
  if (!(width > 0 && height > 0))
    return 1;
  return MAX(slide_zoom(least_text), MAX(MAX(width, height) / WIDEST_NATURAL, 1));
}

void refnet_scales_set_slide(RefnetScales *scales) {
  scales->is_slide = TRUE;
  scales->largest_radius = MIN(scales->largest_radius, SLIDE_LETTERS);
  scales->smallest_radius = MIN(scales->smallest_radius, scales->largest_radius / 2);
  scales->thinnest_line *= SLIDE_LINES;
  scales->thickest_line *= SLIDE_LINES;
  scales->subtitle.size = scales->heading.size = scales->legend.size = SLIDE_LETTERS;
  scales->label.size = scales->number.size = scales->key.size = scales->source.size = SLIDE_LETTERS;
}

RefnetScales refnet_scales_for(const RefnetNetwork *network, double width, double height) {
  if (!(width > 0))
    width = height > 0 ? height * 16 / 9 : round(default_width(network->vertices));
  if (!(height > 0))
    height = round(width * 9 / 16);
  RefnetScales scales = refnet_scales_for_page(width, height);
  find_extremes(network, &scales);
  double room = sqrt(scales.width * scales.height * 0.7 / MAX(network->vertices, 1));
  scales.largest_radius = CLAMP(room * 0.17, 5, 22);
  scales.smallest_radius = CLAMP(scales.largest_radius * 0.33, 2.5, 6);
  double crowd = CLAMP(1.15 - (double)network->ties / 1500, 0.45, 1);
  scales.thinnest_line = 1.1 * crowd;
  scales.thickest_line = 4.4 * crowd;
  scales.widths_say = refnet_words_have_counts(network) ? "referrals" : NULL;
  return scales;
}

double refnet_scales_radius(const RefnetScales *scales, double share) {
  double low = scales->smallest_radius * scales->smallest_radius;
  double high = scales->largest_radius * scales->largest_radius;
  return sqrt(low + (high - low) * share);
}

double refnet_scales_line_width(const RefnetScales *scales, guint64 referrals) {
  /* A few dozen referrals at most do not make the thickest line of all. */
  double share = scales->widths_say
                     ? log((double)MAX(referrals, 1)) / log((double)MAX(scales->most_referrals, 40))
                     : ALIKE;
  return scales->thinnest_line + (scales->thickest_line - scales->thinnest_line) * share;
}

gboolean refnet_scales_apart(const RefnetScales *scales, const RefnetNetwork *network,
                             guint64 tie) {
  guint32 a = network->tie_a[tie], b = network->tie_b[tie];
  guint64 there = refnet_network_find_arc(network, a, b);
  guint64 back = refnet_network_find_arc(network, b, a);
  if (network->undirected || there == G_MAXUINT64 || back == G_MAXUINT64)
    return FALSE;
  double difference = refnet_scales_line_width(scales, network->arc_count[there]) -
                      refnet_scales_line_width(scales, network->arc_count[back]);
  return fabs(difference) >= WIDTH_DIFFERENCE;
}

double refnet_scales_arrow_length(double line_width) {
  return 4.5 + 1.7 * line_width;
}
