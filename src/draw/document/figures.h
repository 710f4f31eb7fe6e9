/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A few large figures side by side. */
#ifndef REFNET_DRAW_DOCUMENT_FIGURES_H
#define REFNET_DRAW_DOCUMENT_FIGURES_H

#include <refnet/draw.h>

#include "draw/document/galley.h"

G_BEGIN_DECLS

void refnet_figures_set(RefnetGalley *galley, const RefnetDocumentFigure *figures, gsize length);

G_END_DECLS

#endif
