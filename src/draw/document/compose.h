/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A page as a scene, from what was placed on it. */
#ifndef REFNET_DRAW_DOCUMENT_COMPOSE_H
#define REFNET_DRAW_DOCUMENT_COMPOSE_H

#include "draw/document/pages.h"

G_BEGIN_DECLS

/* Everything that a page of PDF is made of. */
typedef struct {
  RefnetScene *scene;
  GArray *parts; /* RefnetPdfPart */
} RefnetComposed;

/* Page `index` of `pages`, with `title` and its number at its foot. O(primitives on it). */
RefnetComposed refnet_compose(RefnetGalley *galley, const GArray *pages, guint index,
                              const char *title);
void refnet_composed_clear(RefnetComposed *composed);

G_END_DECLS

#endif
