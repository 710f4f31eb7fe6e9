/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Making up pages: which strip goes where. */
#ifndef REFNET_DRAW_DOCUMENT_PAGES_H
#define REFNET_DRAW_DOCUMENT_PAGES_H

#include "draw/document/galley.h"
#include "draw/document/sheet.h"

G_BEGIN_DECLS

typedef struct {
  gsize strip;
  double y; /* of its top, from that of the page */
} RefnetPlacement;

typedef struct {
  RefnetSheet sheet;
  GArray *placements; /* RefnetPlacement, downwards */
} RefnetPage;

/* Distributes the galley's strips over pages (RefnetPage), at least one, and notes in the galley on
 * which page each heading came to stand. Strips that stay together are parted only when they are
 * higher than a page; column headings are repeated where a table goes on. A strip with a page for
 * itself follows the page where it would stand; one that floats begins the page after it. All is
 * decided here, before any page is drawn, so that the first one can say how many there are.
 * O(strips). */
GArray *refnet_pages_make_up(RefnetGalley *galley, const RefnetSheet *sheet);

G_END_DECLS

#endif
