/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Legend entries of what a map is about: what holds a network together, who leaves, a story. */
#include "draw/page/legend_parts.h"
#include "present/wording/words.h"

/* Services named that nobody could be referred to any more. */
#define MOST_SERVICES 8
#define MOST_SERVICES_ON_SLIDE 2

void refnet_legend_list_risks(RefnetLegend *legend) {
  const RefnetLegendContent *content = &legend->content;
  if (content->only_links + content->cut_off + content->bridges == 0)
    return;
  gboolean is_slide = content->scales->is_slide;
  refnet_legend_add_heading(legend, is_slide ? "Holds it together" : "What holds it together");
  if (content->only_links > 0)
    refnet_legend_add_counted(legend, REFNET_LEGEND_RING,
                              is_slide ? "only link for some"
                                       : "only link to the rest of the network for some others",
                              content->only_links);
  if (content->cut_off > 0)
    refnet_legend_add_counted(legend, REFNET_LEGEND_HATCHED,
                              is_slide ? "cut off without it"
                                       : "cut off if one other organisation left",
                              content->cut_off);
  if (content->bridges > 0)
    refnet_legend_add_counted(legend, REFNET_LEGEND_LINE,
                              is_slide ? "only link of two parts"
                                       : "only relationship between two parts",
                              content->bridges)
        ->index = REFNET_EDGE_DARK_DASHES;
}

static void add_lost_services(RefnetLegend *legend) {
  char *const *services = legend->content.departure->services;
  guint count = g_strv_length((char **)services);
  gboolean is_slide = legend->content.scales->is_slide;
  guint most = is_slide ? MOST_SERVICES_ON_SLIDE : MOST_SERVICES;
  RefnetFont font = legend->content.scales->legend;
  if (count == 0)
    return;
  refnet_legend_add_heading(legend, is_slide ? "Then no route to"
                                             : "Then without a referral route of two steps");
  for (guint i = 0; i < MIN(count, most); i++)
    refnet_legend_add_row(legend, REFNET_LEGEND_TEXT, services[i], font,
                          refnet_legend_symbol_width(legend) * 0.3);
  if (count > most) {
    g_autofree char *number = refnet_words_digits(count - most);
    g_autofree char *others = g_strdup_printf("and %s more", number);
    refnet_legend_add_row(legend, REFNET_LEGEND_TEXT, others, font,
                          refnet_legend_symbol_width(legend) * 0.3);
  }
}

/* Relationships that would have nobody any more, and those that have nobody now. */
static void add_relationships_going(RefnetLegend *legend) {
  const RefnetDeparture *departure = legend->content.departure;
  gboolean is_slide = legend->content.scales->is_slide;
  g_autofree char *ties = refnet_words_digits(departure->ties_held);
  g_autofree char *held =
      g_strdup_printf("colleagues are listed for each of the relationships held: %s", ties);
  if (departure->ties_going > 0)
    refnet_legend_add_counted(legend, REFNET_LEGEND_LINE,
                              is_slide ? "without a contact"
                                       : "relationships without a listed contact",
                              departure->ties_going)
        ->index = REFNET_EDGE_RED_DASHES;
  else
    refnet_legend_add_row(legend, REFNET_LEGEND_TEXT,
                          departure->ties_held > 0 ? held : "no relationship held",
                          legend->content.scales->legend, 0);
  if (departure->ties_gone > 0)
    refnet_legend_add_counted(legend, REFNET_LEGEND_LINE,
                              is_slide ? "already without" : "without one already",
                              departure->ties_gone)
        ->index = REFNET_EDGE_GHOST;
}

void refnet_legend_list_departure(RefnetLegend *legend) {
  const RefnetDeparture *departure = legend->content.departure;
  RefnetFont font = legend->content.scales->legend;
  gboolean is_slide = legend->content.scales->is_slide;
  g_autofree char *heading = g_strdup_printf("If %s left", departure->who);
  /* A slide's title says who it is. */
  refnet_legend_add_heading(legend, is_slide ? "If they left" : heading);
  refnet_legend_add_row(legend, REFNET_LEGEND_RING, "listed here", font,
                        refnet_legend_symbol_width(legend));
  add_relationships_going(legend);
  if (departure->organizations_cut_off == REFNET_NONE)
    refnet_legend_add_row(legend, REFNET_LEGEND_TEXT, "routes to the rest: not worked out", font,
                          0);
  else if (departure->organizations_cut_off > 0)
    refnet_legend_add_counted(legend, REFNET_LEGEND_HATCHED,
                              is_slide ? "no route to the rest"
                                       : "no route through listed contacts to the rest",
                              departure->organizations_cut_off);
  add_lost_services(legend);
}

static void add_step(RefnetLegend *legend, const RefnetStoryEntry *entry) {
  RefnetFont font = legend->content.scales->legend;
  g_autofree char *number = g_strdup_printf("%u.", entry->number);
  double indent = refnet_typesetter_width(legend->typesetter, number, font) + font.size * 0.4;
  RefnetLegendRow *row =
      refnet_legend_add_row(legend, REFNET_LEGEND_TEXT, entry->text, font, indent);
  refnet_typesetter_wrap(legend->typesetter, number, font, indent, 1, &row->figure);
  row->is_strong = TRUE;
}

static void add_entry(RefnetLegend *legend, const RefnetStoryEntry *entry) {
  double symbol = refnet_legend_symbol_width(legend) * 1.3;
  RefnetLegendRow *row = refnet_legend_add_row(
      legend, entry->has_look ? REFNET_LEGEND_LINE : REFNET_LEGEND_TEXT, entry->text,
      legend->content.scales->legend, entry->has_look ? symbol : 0);
  row->index = entry->look;
  row->is_strong = TRUE;
}

void refnet_legend_list_story(RefnetLegend *legend) {
  const RefnetStory *story = legend->content.story;
  RefnetFont font = legend->content.scales->legend;
  if (story->heading && story->entries->len > 0)
    refnet_legend_add_heading(legend, story->heading);
  for (guint i = 0; i < story->entries->len; i++) {
    const RefnetStoryEntry *entry = &g_array_index(story->entries, RefnetStoryEntry, i);
    (entry->number > 0 ? add_step : add_entry)(legend, entry);
  }
  if (story->ring)
    refnet_legend_add_row(legend, REFNET_LEGEND_RING, story->ring, font,
                          refnet_legend_symbol_width(legend));
}
