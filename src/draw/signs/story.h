/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a kind of map tells beyond who refers to whom: how its lines are painted and what the legend
 * says of them. */
#ifndef REFNET_DRAW_SIGNS_STORY_H
#define REFNET_DRAW_SIGNS_STORY_H

#include "draw/signs/edges.h"
#include "draw/signs/palette.h"

G_BEGIN_DECLS

/* A line of the legend: a look with its words, a numbered step, or words alone. */
typedef struct {
  gboolean has_look;
  RefnetEdgeLook look;
  guint32 number; /* of a step; 0: none */
  char *text;
} RefnetStoryEntry;

/* Arrays are by vertex or tie; what is NULL or 0 stays as on a network map. Everything is owned. */
typedef struct {
  char *title;          /* of the map, unless one is given */
  char *heading;        /* above the entries */
  GArray *entries;      /* RefnetStoryEntry */
  char *width_title;    /* what the width of lines says */
  gboolean alike;       /* all lines are of one width, which says nothing */
  char *counts;         /* what the map was drawn from, for the source line */
  char *nothing;        /* said where there is nobody to draw */
  RefnetPalette *color; /* in place of what the options choose */
  char *size_title;     /* what size says where it goes by ties */
  RefnetEdgeLook *look;
  guint32 *toward; /* by tie: where its one arrowhead points, or REFNET_NONE */
  gboolean *ringed;
  char *ring;        /* what the ring says */
  gboolean *faded;   /* in the background */
  guint32 *distance; /* from the one at 0, around which they lie in rings */
} RefnetStory;

RefnetStory *refnet_story_new(void);
void refnet_story_free(RefnetStory *story);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetStory, refnet_story_free)

/* Each takes `text`. */
void refnet_story_add_look(RefnetStory *story, RefnetEdgeLook look, char *text);
void refnet_story_add_step(RefnetStory *story, guint32 number, char *text);
void refnet_story_add_text(RefnetStory *story, char *text);

G_END_DECLS

#endif
