/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What every kind of map has around its drawing: title, filters, and the line that says what it was
 * drawn from. */
#ifndef REFNET_DRAW_PAGE_FRAME_H
#define REFNET_DRAW_PAGE_FRAME_H

#include <refnet/draw.h>

#include "draw/scene/text.h"
#include "draw/signs/scales.h"

G_BEGIN_DECLS

typedef struct {
  const RefnetScales *scales; /* borrowed */
  char *heading;              /* the title, whole */
  RefnetTextBlock title, subtitle, source;
} RefnetFrame;

/* Sets the texts on a page of `scales`, which the frame borrows. `counts` says what the map was
 * drawn from ("99 organisations"); the date of the data and the program's name follow it. */
void refnet_frame_set(RefnetFrame *frame, RefnetTypesetter *typesetter, const RefnetScales *scales,
                      const RefnetDataset *dataset, const RefnetMapOptions *options,
                      const char *counts);
void refnet_frame_clear(RefnetFrame *frame);

/* From the top of the page to where the body begins; from where it ends to the bottom. */
double refnet_frame_above(const RefnetFrame *frame);
double refnet_frame_below(const RefnetFrame *frame);
/* The page without margins, header and source line. */
RefnetBox refnet_frame_body(const RefnetFrame *frame);

/* A scene with the page and the frame's texts on it. */
RefnetScene *refnet_frame_draw(const RefnetFrame *frame);
/* A line in the middle of the box, where there is nothing to draw. */
void refnet_frame_draw_notice(const RefnetFrame *frame, RefnetTypesetter *typesetter,
                              const char *text, RefnetBox box, RefnetScene *scene);

/* The title of a dataset without one of its own: its name, as one would say it. A name without
 * capitals is of a folder or a file, and gets them ("harbor-county": "Harbor County", "dc": "DC");
 * underscores are blanks, and "nodes" or "edges" at the end is no part of it ("DHHS_nodes":
 * "DHHS"). Caller frees. */
char *refnet_frame_title_of(const char *name);

/* A page with nothing but the frame's texts and the notice in the middle of its body. */
RefnetScene *refnet_frame_draw_empty(const RefnetFrame *frame, RefnetTypesetter *typesetter,
                                     const char *text);

G_END_DECLS

#endif
