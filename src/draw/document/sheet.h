/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A page before anything is on it: its size, its margins, the column between them. */
#ifndef REFNET_DRAW_DOCUMENT_SHEET_H
#define REFNET_DRAW_DOCUMENT_SHEET_H

#include "draw/scene/scene.h"

G_BEGIN_DECLS

typedef struct {
  double width, height;
  RefnetBox column;
  double footer; /* y of the top of its line */
} RefnetSheet;

/* Paper of that size in points, with margins that go by it. */
RefnetSheet refnet_sheet_of(double width, double height);
/* The same paper turned. */
RefnetSheet refnet_sheet_turned(const RefnetSheet *sheet);

G_END_DECLS

#endif
