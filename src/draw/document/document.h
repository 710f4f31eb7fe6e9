/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a document is made of, for its tests. */
#ifndef REFNET_DRAW_DOCUMENT_DOCUMENT_H
#define REFNET_DRAW_DOCUMENT_DOCUMENT_H

#include <refnet/draw.h>

#include "draw/document/galley.h"
#include "draw/document/pages.h"

G_BEGIN_DECLS

/* Makes up the pages (RefnetPage) once everything was added; caller unrefs. */
GArray *refnet_document_make_up(RefnetDocument *document);
RefnetGalley *refnet_document_galley(RefnetDocument *document);

G_END_DECLS

#endif
