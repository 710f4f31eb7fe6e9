/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Items of a list: a name, what is said of it, and the figures that rests on. */
#ifndef REFNET_DRAW_DOCUMENT_ITEM_H
#define REFNET_DRAW_DOCUMENT_ITEM_H

#include <refnet/draw.h>

#include "draw/document/prose.h"

G_BEGIN_DECLS

typedef struct {
  const RefnetDocumentItem *texts;
  RefnetMarker marker;
  guint number; /* of the marker */
  guint list;   /* block of the list */
} RefnetItem;

/* Sets the parts that are there below each other; nothing when none is. */
void refnet_item_set(RefnetGalley *galley, const RefnetItem *item);

G_END_DECLS

#endif
