/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The legend takes what it needs, isolates a band at the bottom, the drawing what is left. */
#include "draw/network/division.h"

#include "draw/network/naming.h"
#include "draw/network/unlinked.h"

/* Shares of the page that key and isolates may take. */
#define MOST_FOR_LEGEND 0.56
#define MOST_FOR_ISOLATES 0.34
#define MOST_FOR_FLAT_LEGEND 0.42
/* In letters: names stand in groups, numbers do not. */
#define GROUPED_LABEL 4.0
/* The narrowest names of isolates: beyond, numbers with a key say more, which slides have not. */
#define NARROW 16.0
#define NARROW_ON_SLIDE 9.0
/* Height to width of a page on which the legend goes below the drawing. */
#define UPRIGHT 1.1

/* ---- the legend ------------------------------------------------------------------------------ */

static void find_least(const RefnetArrangement *a, RefnetLegendContent *content) {
  content->fewest_referrals = a->scales.most_referrals;
  for (guint64 t = 0; t < a->network->ties; t++)
    content->fewest_referrals =
        MIN(content->fewest_referrals, refnet_scales_referrals(a->network, t));
}

static void find_directions(const RefnetArrangement *a, RefnetLegendContent *content) {
  const RefnetNetwork *network = a->network;
  for (guint64 t = 0; t < network->ties; t++) {
    guint32 x = network->tie_a[t], y = network->tie_b[t];
    gboolean both = refnet_network_find_arc(network, x, y) != G_MAXUINT64 &&
                    refnet_network_find_arc(network, y, x) != G_MAXUINT64;
    gboolean apart = !(a->story && a->story->alike) && refnet_scales_apart(&a->scales, network, t);
    content->has_apart |= apart;
    content->has_two_way |= both && !apart;
    content->has_one_way |= !both;
  }
}

static void count_risks(const RefnetArrangement *a, RefnetLegendContent *content) {
  content->is_of_risks = TRUE;
  content->lists_no_contacts = a->network->dataset->contact_count == 0;
  for (guint32 v = 0; v < a->network->vertices; v++) {
    content->only_links += a->ringed[v];
    content->cut_off += a->cut_off[v];
  }
  for (guint64 t = 0; t < a->network->ties; t++)
    content->bridges += a->bridge[t];
  content->departure = a->departure;
}

static void make_legend(RefnetArrangement *a, double height) {
  RefnetLegendContent content = {.encoding = a->encoding,
                                 .story = a->story,
                                 .hulls = a->hulls,
                                 .by_community = a->is_by_community && a->layout->panel_count > 0,
                                 .fades_between = refnet_arrangement_fades_between(a),
                                 .largest_radius = a->largest_radius,
                                 .scales = &a->scales,
                                 .has_ties = a->network->ties > 0,
                                 .directed = !a->network->undirected,
                                 .key = (const char *const *)a->key->pdata,
                                 .key_length =
                                     a->key_room ? MIN(a->key->len, a->key_room) : a->key->len,
                                 .key_lines = a->key_lines,
                                 .note = a->note};
  find_least(a, &content);
  find_directions(a, &content);
  for (guint32 v = 0; v < a->network->vertices; v++)
    content.has_articulation |= a->ringed[v];
  if (a->risks)
    count_risks(a, &content);
  g_clear_pointer(&a->legend, refnet_legend_free);
  a->legend = refnet_legend_new(a->typesetter, &content, height);
}

/* ---- shares ---------------------------------------------------------------------------------- */

static const RefnetIsolateGroup *groups_of(const RefnetArrangement *a) {
  return (const RefnetIsolateGroup *)(const void *)a->groups->data;
}

/* As rows of discs, as large as the page allows, in as many groups as it has lines for. */
static gboolean chart_isolates(RefnetArrangement *a, RefnetBox space) {
  guint before = G_MAXUINT;
  gboolean fits = FALSE;
  while (!fits && a->groups->len > 0 && a->groups->len < before) {
    fits = refnet_isolates_measure_chart(&a->isolates, a->typesetter, &a->scales, groups_of(a),
                                         a->groups->len, space.width, space.height);
    before = a->groups->len;
    if (!fits)
      refnet_unlinked_group(a, before - before / 8 - 1);
  }
  for (guint32 i = 0; fits && i < a->isolate_count; i++)
    a->radius[a->isolate[i]] = a->isolates.radius;
  return fits;
}

/* In columns, wide enough for the names of groups, too, where the page is. */
static void group_isolates(RefnetArrangement *a, double radius, double widest, double width,
                           double most) {
  RefnetFont font = {a->scales.label.size, TRUE};
  double group =
      refnet_isolates_widest_group(a->typesetter, font, groups_of(a), a->groups->len) - 2 * radius;
  a->isolates = refnet_isolates_measure_groups(&a->scales, groups_of(a), a->groups->len, radius,
                                               MAX(widest, group), width, most);
  if (group > widest && a->isolates.height > most)
    a->isolates = refnet_isolates_measure_groups(&a->scales, groups_of(a), a->groups->len, radius,
                                                 widest, width, most);
}

/* Measures the band of isolates; FALSE when it takes too much of the page with these labels. */
static gboolean measure_isolates(RefnetArrangement *a, RefnetBox space) {
  double most = space.height * (a->layout->placed ? MOST_FOR_ISOLATES : 1);
  double widest = 0, radius = 0;
  for (guint32 i = 0; i < a->isolate_count; i++) {
    widest = MAX(widest, a->label[a->isolate[i]].width);
    radius = MAX(radius, a->radius[a->isolate[i]]);
  }
  gboolean is_chart = widest == 0 && chart_isolates(a, space);
  if (!is_chart && a->groups->len > 0 && !a->is_ungrouped &&
      widest > GROUPED_LABEL * a->scales.label.size)
    group_isolates(a, radius, widest, space.width, most);
  else if (!is_chart)
    a->isolates =
        refnet_isolates_measure(&a->scales, a->isolate_count, radius, widest, space.width);
  a->isolates.grouped_by = a->network->dataset->sectors.length > 0 ? "sector" : "area";
  if (a->isolates.height > most && widest > 0)
    return FALSE;
  if (a->layout->placed == 0)
    refnet_isolates_spread(&a->isolates, space.height);
  return TRUE;
}

/* Shorter names are better than none, and names better than groups. FALSE when they would be too
 * short to be told apart. */
static gboolean narrow_isolates(RefnetArrangement *a, RefnetBox space) {
  double least = a->scales.label.size * (a->scales.is_slide ? NARROW_ON_SLIDE : NARROW);
  double most = space.height * (a->layout->placed ? MOST_FOR_ISOLATES : 1);
  /* A group takes a cell for its name, and may leave one free before it. */
  guint32 cells = a->isolate_count + 2 * a->groups->len;
  double width =
      refnet_isolates_label_width(&a->scales, cells, a->isolates.radius, space.width, most);
  if (width < least && a->groups->len > 0) {
    a->is_ungrouped = TRUE;
    width = refnet_isolates_label_width(&a->scales, a->isolate_count, a->isolates.radius,
                                        space.width, most);
  }
  if (a->isolate_width > 0 || width < least)
    return FALSE;
  a->isolate_width = width;
  return TRUE;
}

/* On an upright page the legend goes below the drawing, unless it takes too much there. */
static gboolean put_legend_below(RefnetArrangement *a, RefnetBox body) {
  if (body.height < UPRIGHT * body.width || a->scales.is_slide || a->layout->is_page)
    return FALSE;
  refnet_legend_lay_flat(a->legend, body.width);
  double height = refnet_legend_height(a->legend);
  if (height > MOST_FOR_FLAT_LEGEND * body.height || refnet_legend_width(a->legend) > body.width)
    return FALSE;
  a->legend_at = (RefnetPoint){body.x, body.y + body.height - height};
  a->drawing = body;
  a->drawing.height -= height + (height > 0 ? a->scales.margin : 0);
  return TRUE;
}

/* Beside the drawing; FALSE when the key takes too much there, and is to be shorter. */
static gboolean put_legend_beside(RefnetArrangement *a, RefnetBox body) {
  make_legend(a, body.height);
  double legend = refnet_legend_width(a->legend);
  if (legend > body.width * MOST_FOR_LEGEND && a->key->len > 0) {
    if (a->key_lines > 1)
      a->key_lines--;
    else
      refnet_naming_drop_numbers(a);
    return FALSE;
  }
  a->legend_at = (RefnetPoint){body.x + body.width - legend, body.y};
  a->drawing = body;
  if (legend > 0)
    a->drawing.width = MAX(body.width - legend - a->scales.margin, 40);
  return TRUE;
}

gboolean refnet_division_try(RefnetArrangement *a) {
  RefnetBox body = refnet_frame_body(&a->frame);
  refnet_naming_set(a);
  make_legend(a, body.height);
  if (!put_legend_below(a, body) && !put_legend_beside(a, body))
    return FALSE;
  if (!measure_isolates(a, a->drawing)) {
    if (!narrow_isolates(a, a->drawing))
      refnet_naming_shorten_isolates(a);
    return FALSE;
  }
  double band = a->isolates.height;
  a->isolates_at = (RefnetPoint){
      a->drawing.x, a->layout->placed ? a->drawing.y + a->drawing.height - band : a->drawing.y};
  if (band > 0)
    a->drawing.height = MAX(a->drawing.height - band - 10, 40);
  return TRUE;
}

void refnet_division_renumber(RefnetArrangement *a) {
  RefnetBox drawing = a->drawing;
  RefnetIsolates isolates = a->isolates;
  RefnetPoint isolates_at = a->isolates_at;
  a->key_room = 0;
  refnet_division_try(a);
  a->drawing = drawing;
  a->isolates = isolates;
  a->isolates_at = isolates_at;
}
