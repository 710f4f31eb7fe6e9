/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The explanations at the side of a map, written from the top down. */
#ifndef REFNET_DRAW_PAGE_SIDE_H
#define REFNET_DRAW_PAGE_SIDE_H

#include "draw/scene/text.h"
#include "draw/signs/scales.h"

G_BEGIN_DECLS

/* A place in the column that moves down; without a scene it only measures. */
typedef struct {
  RefnetTypesetter *typesetter;
  const RefnetScales *scales;
  RefnetScene *scene;
  double x, y, width;
  gboolean is_begun;
} RefnetSide;

/* A bold line, with space before it unless it is the first. */
void refnet_side_heading(RefnetSide *side, const char *text);
/* Plain text in as many lines as it needs. */
void refnet_side_text(RefnetSide *side, const char *text);
/* Words beside a symbol, and a figure at the right unless it is NULL. Returns the box of the
 * symbol, for the caller to draw when there is a scene. */
RefnetBox refnet_side_entry(RefnetSide *side, const char *words, const char *figure);
/* Room for something `height` high, for the caller to draw. */
RefnetBox refnet_side_room(RefnetSide *side, double height);

G_END_DECLS

#endif
