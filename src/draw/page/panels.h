/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Grounds behind groups of organizations, with the group's name at the top. */
#ifndef REFNET_DRAW_PAGE_PANELS_H
#define REFNET_DRAW_PAGE_PANELS_H

#include "draw/layout/layout.h"
#include "draw/scene/text.h"

G_BEGIN_DECLS

typedef struct {
  guint32 count;
  RefnetBox *box;
  RefnetTextBlock *heading;
  RefnetBox *heading_box; /* what labels have to keep clear of */
} RefnetPanels;

/* The panels of a layout that is fitted to `area`, with headings in `font`; notes in the layout
 * what these take, for refnet_layout_fit. */
void refnet_panels_set(RefnetPanels *panels, RefnetLayout *layout, RefnetBox area, RefnetFont font,
                       RefnetTypesetter *typesetter);
void refnet_panels_clear(RefnetPanels *panels);
/* The grounds, which lie under everything; the headings, which lie over it. */
void refnet_panels_draw(const RefnetPanels *panels, RefnetScene *scene);
void refnet_panels_draw_headings(const RefnetPanels *panels, RefnetScene *scene);

G_END_DECLS

#endif
