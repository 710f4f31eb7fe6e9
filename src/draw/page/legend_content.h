/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a legend has to explain. */
#ifndef REFNET_DRAW_PAGE_LEGEND_CONTENT_H
#define REFNET_DRAW_PAGE_LEGEND_CONTENT_H

#include "draw/page/hulls.h"
#include "draw/signs/departure.h"
#include "draw/signs/encoding.h"
#include "draw/signs/scales.h"
#include "draw/signs/story.h"

G_BEGIN_DECLS

/* What there is to explain. Everything is borrowed while the legend lives. */
typedef struct {
  const RefnetEncoding *encoding;
  const RefnetStory *story; /* or NULL */
  const RefnetHulls *hulls; /* or NULL */
  gboolean by_community;    /* panels are communities */
  gboolean fades_between;   /* lines between panels are pale */
  double largest_radius;    /* of what is drawn */
  const RefnetScales *scales;
  gboolean has_ties;
  guint64 fewest_referrals; /* of a tie */
  gboolean directed;
  gboolean has_one_way, has_two_way;
  gboolean has_apart; /* two ways that are lines of their own */
  gboolean has_articulation;
  gboolean is_of_risks;             /* the groups are of contacts, and these are marked: */
  gboolean lists_no_contacts;       /* the data say of nobody who is known there */
  guint32 only_links, cut_off;      /* organizations */
  guint64 bridges;                  /* ties */
  const RefnetDeparture *departure; /* or, in their place, what goes with somebody; or NULL */
  const char *const *key;           /* names of the numbers 1, 2 … */
  guint key_length;
  guint key_planned;   /* the length that room was made for; letters become no larger for fewer */
  guint key_lines;     /* a name may take */
  const char *note;    /* sentences on lines of their own; NULL: none */
  gboolean keeps_note; /* a slide, too */
} RefnetLegendContent;

typedef struct RefnetLegend RefnetLegend;

G_END_DECLS

#endif
