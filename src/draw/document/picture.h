/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pictures: in the column, on a page on its side, or on one of their own size. */
#ifndef REFNET_DRAW_DOCUMENT_PICTURE_H
#define REFNET_DRAW_DOCUMENT_PICTURE_H

#include "draw/document/galley.h"
#include "draw/document/sheet.h"

G_BEGIN_DECLS

/* Room for a picture in the column of `sheet`, with lines below it for its caption. */
void refnet_picture_room(const RefnetSheet *sheet, double *width, double *height);

/* What is said of a picture; each may be "". */
typedef struct {
  const char *caption;     /* below it */
  const char *alternative; /* in place of it, to those who don't see it */
} RefnetPictureTexts;

/* Sets what is to be seen of a picture where none of its letters gets too small. */
void refnet_picture_set(RefnetGalley *galley, const RefnetSheet *sheet, const RefnetScene *scene,
                        const RefnetPictureTexts *texts);

G_END_DECLS

#endif
