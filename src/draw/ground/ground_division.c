/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Legend at the side; scale bar and the band of who lies apart below; the map has the rest. */
#include "draw/ground/ground_division.h"

#include "draw/ground/ground_gather.h"
#include "draw/ground/ground_names.h"
#include "draw/signs/discs.h"
#include "present/wording/words.h"

/* Shares of the page that the legend with its key, and who lies apart, may take. */
#define MOST_FOR_LEGEND .5
#define MOST_FOR_APART .4
/* Points: smaller discs apart stay as they are; how much smaller they become at a time. */
#define LEAST_APART .6
#define SHRINK .9

/* A place that nobody gave may be far from where people look for it. */
static void explain_areas(const RefnetGroundPage *page, GString *note) {
  guint32 estimated = 0;
  for (guint32 i = 0; i < page->area_count; i++)
    estimated += page->area_place[page->areas[i]].basis == REFNET_PLACE_ESTIMATED;
  g_autofree char *share = refnet_words_share(estimated, page->area_count);
  g_string_append(note, page->a.scales.is_slide ? "Green: areas" : "Green crosses: areas");
  if (estimated > 0 && !page->a.scales.is_slide)
    g_string_append_printf(note, ", %s where %s organisations are on average", share,
                           estimated == 1 ? "its" : "their");
  g_string_append(note, ".\n");
}

static void set_note(RefnetGroundPage *page) {
  GString *note = g_string_new(NULL);
  gboolean is_short = page->gathered && page->a.scales.is_slide;
  gboolean has_rings = page->gathered && refnet_ground_shows_groups(page);
  /* A slide has no room for more than who is not named, nor has a page with a long key. */
  gboolean explains =
      !page->is_brief && !is_short && !(page->unnamed > 0 && page->a.scales.is_slide);
  const char *by = page->a.encoding->color->title;
  g_autofree char *estimated = refnet_words_capital(
      refnet_words_count(page->estimated, "organisation is shown where its only area is",
                         "organisations are shown where their only areas are"));
  g_autofree char *unnamed = refnet_words_share(page->unnamed, page->network->vertices);
  if (has_rings && is_short)
    g_string_append_printf(note, "Number: organisations there; ring: by %s.\n", by);
  else if (page->gathered)
    g_string_append(note, "Number in a disc: organisations at one place.\n");
  if (has_rings && !is_short)
    g_string_append_printf(note, "Its ring: shares by %s.\n", by);
  if (page->area_count > 0 && explains)
    explain_areas(page, note);
  if (page->has_moved && explains)
    g_string_append(note, "Thin lines lead to the place of discs moved aside.\n");
  if (page->estimated > 0 && explains)
    g_string_append_printf(note, "%s.\n", estimated);
  if (page->unnamed > 0 && page->a.scales.is_slide)
    g_string_append_printf(note, "%s unnamed, for want of room.\n", unnamed);
  else if (page->unnamed > 0)
    g_string_append_printf(note, "%s organisations %s, for want of room.\n", unnamed,
                           refnet_words_in_number(page->unnamed, "is drawn without its name",
                                                  "are drawn without their names"));
  g_free(page->a.note);
  page->a.note = g_string_free(note, note->len == 0);
}

static void make_legend(RefnetGroundPage *page, double height) {
  RefnetArrangement *a = &page->a;
  const RefnetNetwork *shown = a->network;
  RefnetLegendContent content = {.encoding = a->encoding,
                                 .largest_radius = a->largest_radius,
                                 .scales = &a->scales,
                                 .has_ties = shown->ties > 0,
                                 .fewest_referrals = a->scales.most_referrals,
                                 .directed = !shown->undirected,
                                 .key = (const char *const *)a->key->pdata,
                                 .key_length = a->key->len,
                                 .key_planned = page->key_planned,
                                 .key_lines = page->gathered ? REFNET_TEXT_LINES : 1,
                                 .note = a->note,
                                 .keeps_note = page->gathered != NULL};
  for (guint64 t = 0; t < shown->ties; t++) {
    gboolean both =
        refnet_network_find_arc(shown, shown->tie_a[t], shown->tie_b[t]) != G_MAXUINT64 &&
        refnet_network_find_arc(shown, shown->tie_b[t], shown->tie_a[t]) != G_MAXUINT64;
    gboolean apart = refnet_scales_apart(&a->scales, shown, t);
    content.fewest_referrals = MIN(content.fewest_referrals, refnet_scales_referrals(shown, t));
    content.has_apart |= apart;
    content.has_two_way |= both && !apart;
    content.has_one_way |= !both;
  }
  for (guint32 v = 0; v < shown->vertices; v++)
    content.has_articulation |= a->ringed[v];
  g_clear_pointer(&a->legend, refnet_legend_free);
  a->legend = refnet_legend_new(a->typesetter, &content, height);
}

static char *heading_apart(const RefnetGroundPage *page) {
  guint64 left_out = page->network->ties - page->shown.ties;
  const char *why = page->a.scales.is_slide ? "No position, or far away"
                                            : "Latitude and longitude blank, or far away";
  g_autofree char *count = refnet_words_digits(page->apart_count);
  g_autofree char *ties = refnet_words_tally(left_out, "relationship", "relationships");
  return left_out == 0 ? g_strdup_printf("%s: %s", why, count)
                       : g_strdup_printf("%s: %s (%s not drawn)", why, count, ties);
}

/* Discs apart of at most this radius, without rings. */
static void shrink_apart(RefnetGroundPage *page, double radius) {
  for (guint32 v = 0; v < page->network->vertices; v++)
    if (!refnet_ground_is_placed(page, v)) {
      double bare = page->a.radius[v] - (page->a.ringed[v] ? REFNET_RING : 0);
      page->a.radius[v] = MIN(bare, radius);
      page->a.ringed[v] = FALSE;
    }
}

/* FALSE when names apart became numbers, or discs without names smaller, which they have to where
 * there are too many. */
static gboolean measure_apart(RefnetGroundPage *page, RefnetBox space) {
  RefnetArrangement *a = &page->a;
  double widest = 0, radius = 0;
  for (guint32 v = 0; v < page->network->vertices; v++)
    if (!refnet_ground_is_placed(page, v)) {
      widest = MAX(widest, a->label[v].width);
      radius = MAX(radius, a->radius[v]);
    }
  g_autofree char *heading = heading_apart(page);
  const RefnetApartContent content = {.heading = heading,
                                      .count = page->apart_count,
                                      .disc_width = 2 * radius,
                                      .label_width = widest,
                                      .row_height =
                                          widest > 0 ? a->scales.label.size * 1.6 : 2 * radius + 2};
  refnet_apart_measure(&page->apart, &content, space.width, &a->scales, a->typesetter);
  if (page->apart.height <= space.height * MOST_FOR_APART)
    return TRUE;
  if (widest == 0) {
    shrink_apart(page, radius * SHRINK);
    return radius < LEAST_APART;
  }
  for (guint32 v = 0; v < page->network->vertices; v++)
    if (!refnet_ground_is_placed(page, v))
      a->labeled[v] = a->labeled[v] == REFNET_LABELED_NAME && !a->scales.is_slide
                          ? REFNET_LABELED_NUMBER
                          : REFNET_LABELED_BARE;
  return FALSE;
}

void refnet_ground_division_settle(RefnetGroundPage *page) {
  RefnetArrangement *a = &page->a;
  RefnetBox body = refnet_frame_body(&a->frame);
  double before = refnet_legend_width(a->legend);
  page->key_planned = a->key->len;
  refnet_ground_names_leave_out(page);
  refnet_ground_names_set(page);
  set_note(page);
  make_legend(page, body.height);
  if (refnet_legend_width(a->legend) > before) {
    page->is_brief = TRUE;
    set_note(page);
    make_legend(page, body.height);
  }
  if (refnet_legend_width(a->legend) > before) {
    page->unnamed = 0;
    set_note(page);
    make_legend(page, body.height);
  }
  a->legend_at.x = body.x + body.width - refnet_legend_width(a->legend);
}

gboolean refnet_ground_division_try(RefnetGroundPage *page) {
  RefnetArrangement *a = &page->a;
  RefnetBox body = refnet_frame_body(&a->frame);
  double bar = page->bar_has_row ? refnet_scale_bar_height(&a->scales) + 8 : 0;
  refnet_ground_names_set(page);
  refnet_ground_names_count_unnamed(page);
  set_note(page);
  make_legend(page, body.height);
  double legend = refnet_legend_width(a->legend);
  if (legend > body.width * MOST_FOR_LEGEND && a->key->len > 0) {
    refnet_ground_names_number_fewer(page);
    return FALSE;
  }
  a->legend_at = (RefnetPoint){body.x + body.width - legend, body.y};
  a->drawing = body;
  a->drawing.width = MAX(body.width - legend - a->scales.margin, 40);
  if (!measure_apart(page, a->drawing))
    return FALSE;
  double band = page->apart.height > 0 ? page->apart.height + 10 : 0;
  page->apart_at = (RefnetPoint){body.x, body.y + body.height - page->apart.height};
  a->drawing.height = MAX(body.height - band - bar, 40);
  page->bar = (RefnetBox){body.x, body.y + a->drawing.height + 4, 0, 0};
  return TRUE;
}
